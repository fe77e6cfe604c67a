#!/usr/bin/env bash
# Install uv into the virtual environment $1: many environments cost half the time that pip takes,
# and one copy of each package.
set -euo pipefail

"$1/bin/python" -m pip install --quiet --disable-pip-version-check uv==0.13.8
