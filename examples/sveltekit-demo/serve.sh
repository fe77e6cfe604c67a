#!/usr/bin/env bash
# Serve the API and the pages together: when one of them ends, so does the other.
#
# BOARD_SECRET signs the sessions and has to be the same for all workers; ORIGIN is the address that
# visitors see. PORT and HOST are where the pages are, API_PORT where only they reach the API.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
: "${BOARD_SECRET:?has to be a long random text}"

export FLUIDKIT_ENABLED=0
export FLUIDKIT_URL="http://127.0.0.1:${API_PORT:=8000}"
export SHUTDOWN_TIMEOUT="${SHUTDOWN_TIMEOUT:-5}"
# More than the 2 MiB that the board takes itself.
export BODY_SIZE_LIMIT="${BODY_SIZE_LIMIT:-20M}"

end() {
	trap '' INT TERM
	kill -TERM $(jobs -pr) 2>/dev/null || true
	wait
}
trap 'end; exit 0' INT TERM
trap end EXIT

uvicorn app.main:app --app-dir backend --port "$API_PORT" --workers "${WORKERS:-2}" \
	--timeout-graceful-shutdown 10 &

# No page before there are data to show.
until (: >"/dev/tcp/127.0.0.1/$API_PORT") 2>/dev/null; do
	kill -0 $! 2>/dev/null || exit 1
	sleep 0.1
done

node frontend/build &
wait -n
