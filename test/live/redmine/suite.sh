#!/bin/bash
# npm run live:redmine: the live suite. Takes the address and the keys of a Redmine from the environment; without them uses the one install.sh made.
set -euo pipefail
cd "$(dirname "$0")/../../.."
env_file=${LETHE_REDMINE_STATE:-/run/lethe-redmine/${LETHE_REDMINE_INSTANCE:-default}}/env
if [ -z "${LETHE_REDMINE_URL:-}" ]; then
  [ -r "$env_file" ] || { echo "No Redmine: set LETHE_REDMINE_URL and its keys, or run test/live/redmine/install.sh" >&2; exit 1; }
  . "$env_file"
fi
bash test/live/redmine/start.sh || true # a Redmine that runs already is what we want
trap 'bash test/live/redmine/stop.sh' EXIT
[ -n "${LETHE_BUILT:-}" ] || npm run --silent build
node --experimental-vm-modules --no-warnings node_modules/jest/bin/jest.js --config test/live/jest.config.js test/live/redmine "$@"
