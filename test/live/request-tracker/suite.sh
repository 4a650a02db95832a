#!/bin/bash
# npm run live:request-tracker: the live suite. Takes the address and the secrets of a Request Tracker from the environment; without them uses the one install.sh made.
set -euo pipefail
cd "$(dirname "$0")/../../.."
env_file=${LETHE_RT_ROOT:-/var/lib/lethe-request-tracker/${LETHE_RT_INSTANCE:-default}}/env
if [ -z "${LETHE_RT_URL:-}" ]; then
  [ -r "$env_file" ] || { echo "No Request Tracker: run test/live/request-tracker/install.sh" >&2; exit 1; }
  . "$env_file"
fi
bash test/live/request-tracker/start.sh || true # a Request Tracker that runs already is what we want
trap 'bash test/live/request-tracker/stop.sh' EXIT
[ -n "${LETHE_BUILT:-}" ] || npm run --silent build
node --experimental-vm-modules --no-warnings node_modules/jest/bin/jest.js --config test/live/jest.config.js test/live/request-tracker "$@"
