#!/usr/bin/env bash
# See to it that there is a Chromium for the tests: Debian's, else Playwright's own.
# $1 is the virtual environment.
set -euo pipefail

if [ -x /usr/bin/chromium ]; then exit; fi
if [ "$(id -u)" = 0 ] && grep -qs '^ID=debian$' /etc/os-release; then
	apt-get update -qq && apt-get install -y -qq -o DPkg::Lock::Timeout=120 chromium
else
	"$1/bin/playwright" install chromium
fi
