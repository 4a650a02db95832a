#!/bin/bash
# Everything this Redmine holds, for a hunt. Prints JSON lines (see dump.rb); with --sql the plain dump of the database.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
if [ "${1:-}" = --sql ]; then
  sqlite3 -readonly "$DATABASE" .dump
else
  ruby "$HERE/dump.rb" "$DATABASE" "$FILES" "/var/cache/redmine/$INSTANCE/tmp"
fi
