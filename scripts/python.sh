#!/usr/bin/env bash
# Make a virtual environment in the folder $1, with the newest Python that FluidKit supports.
set -euo pipefail

supported='import sys; sys.exit(not sys.version_info >= (3, 11))'
for name in python3.14 python3.13 python3.12 python3.11 python3; do
	if python=$(command -v "$name") && "$python" -c "$supported" 2>/dev/null; then break; fi
	python=
done
if [ -z "$python" ]; then
	echo 'FluidKit needs Python 3.11 or newer: install it, and run make again.' >&2
	exit 1
fi

# Debian ships Python without what `venv` needs.
if ! "$python" -c 'import ensurepip' 2>/dev/null; then
	version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
	if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
		echo "$python can't make virtual environments: install python$version-venv, and run make again." >&2
		exit 1
	fi
	apt-get update -qq && apt-get install -y -qq "python$version-venv"
fi
"$python" -m venv "$1"
