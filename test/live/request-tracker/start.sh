#!/bin/bash
# Starts Request Tracker on 127.0.0.1 (port LETHE_RT_PORT, 8090). Comes back when it answers (about 5 s); pid in STATE/rt.pid.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need_root
is_running && { say "runs already, pid $(pid_of_server)"; exit 0; }
(exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null && die "port $PORT is taken by something else: set LETHE_RT_PORT"
[ -s "$ENV_FILE" ] || die 'not installed: run install.sh'
make_folders
# Compiled templates outlive the extension they came from.
rm -rf "$ROOT/mason/obj"
cd "$ROOT"
TMPDIR=$TEMP HOME=$TEMP setsid setpriv --reuid=www-data --regid=www-data --init-groups \
  "$SHARE/libexec/rt-server" --server Starman --host 127.0.0.1 --port "$PORT" --workers 2 >"$LOG" 2>&1 </dev/null &
echo $! >"$STATE/rt.pid"
for _ in $(seq 1 360); do
  is_running || break
  if curl -sf -o /dev/null "http://127.0.0.1:$PORT/"; then
    say "up on http://127.0.0.1:$PORT, pid $(pid_of_server)"
    exit 0
  fi
  sleep 0.25
done
tail -20 "$LOG" >&2
die 'did not come up'
