#!/bin/bash
# Puts the database, mails and sessions back to how they were right after install.sh (about 5 s with the restart).
# --remember takes the present state as the one to go back to. --start starts Request Tracker even if it did not run.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need_root

remember() {
  mkdir -p "$ROOT/pristine"
  rm -f "$ROOT/pristine/rt"
  sqlite3 "$DATABASE" ".backup '$ROOT/pristine/rt'"
}

put_back() {
  [ -s "$ROOT/pristine/rt" ] || die 'nothing to go back to: run install.sh'
  rm -f "$DATABASE-wal" "$DATABASE-shm" "$DATABASE-journal"
  cp "$ROOT/pristine/rt" "$DATABASE"
  chown www-data:www-data "$DATABASE"
  find "$MAIL_DIR" "$SESSIONS" "$TEMP" -mindepth 1 -delete
  : >"$LOG"
}

if [ "${1:-}" = --remember ]; then
  remember
else
  was_running=no
  is_running && was_running=yes && "$HERE/stop.sh"
  put_back
  [ $was_running = no ] && [ "${1:-}" != --start ] || "$HERE/start.sh"
fi
