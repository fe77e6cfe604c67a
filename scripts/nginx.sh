#!/usr/bin/env bash
# See to it that there is an nginx for the tests: the machine's, else Debian's.
set -euo pipefail

if PATH="$PATH:/usr/sbin" command -v nginx >/dev/null; then exit; fi
if [ "$(id -u)" = 0 ] && grep -qsE '^ID(_LIKE)?=.*debian' /etc/os-release; then
	# Installed, it would be started: it is only to be there.
	apt-get update -qq && apt-get install -y -qq -o DPkg::Lock::Timeout=120 --no-install-recommends nginx-light
else
	echo 'Tests of what stands in front of the pages need nginx: please install it' >&2
	exit 1
fi
