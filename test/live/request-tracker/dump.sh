#!/bin/bash
# Everything this Request Tracker holds, for a hunt. Prints JSON lines (see dump.pl); with --sql the plain dump of the database.
# Not in it: the mails that went out (var/*.mbox). RT writes them and never reads them again: they stand for what a mail server has taken over.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
if [ "${1:-}" = --sql ]; then
  sqlite3 -readonly "$DATABASE" .dump
else
  perl "$HERE/dump.pl" "$DATABASE" "$SESSIONS" "$ROOT/mason/cache" "$TEMP"
fi
