#!/bin/bash
# Puts the database and the files back to how they were right after install.sh (4-9 s with the restart).
# --remember takes the present state as the one to go back to. --start starts Redmine even if it did not run.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need_root

remember() {
  rm -rf "$PRISTINE"
  mkdir -p "$PRISTINE/files"
  sqlite3 "$DATABASE" ".backup '$PRISTINE/database'"
  cp -a "$FILES/." "$PRISTINE/files/"
}

put_back() {
  [ -s "$PRISTINE/database" ] || die 'nothing to go back to: run install.sh'
  rm -f "$DATABASE-wal" "$DATABASE-shm" "$DATABASE-journal"
  cp "$PRISTINE/database" "$DATABASE"
  chown www-data:www-data "$DATABASE"
  find "$FILES" -mindepth 1 -delete
  cp -a "$PRISTINE/files/." "$FILES/"
  find "/var/cache/redmine/$INSTANCE/tmp" -mindepth 1 -delete
  find "$LOG_DIR" -name '*.log' -exec truncate -s 0 {} +
}

if [ "${1:-}" = --remember ]; then
  remember
else
  was_running=no
  is_running && was_running=yes && "$HERE/stop.sh"
  put_back
  [ $was_running = no ] && [ "${1:-}" != --start ] || "$HERE/start.sh"
fi
