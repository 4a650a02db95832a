#!/bin/bash
# Starts Redmine on 127.0.0.1 (port LETHE_REDMINE_PORT, 8091). Comes back when it answers (about 10 s); pid in STATE/puma.pid.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need_root
is_running && { say "runs already, pid $(pid_of_server)"; exit 0; }
(exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null && die "port $PORT is taken by something else: set LETHE_REDMINE_PORT"
[ -s "$STATE/env" ] || die 'not installed: run install.sh'
make_state
cd "$HOME_DIR"
TMPDIR=$TEMP setsid setpriv --reuid=www-data --regid=www-data --init-groups \
  puma -e production -b "tcp://127.0.0.1:$PORT" -t 1:4 -w 0 config.ru >"$STATE/puma.log" 2>&1 </dev/null &
echo $! >"$STATE/puma.pid"
for _ in $(seq 1 360); do
  is_running || break
  if curl -sf -o /dev/null "http://127.0.0.1:$PORT/login"; then
    say "up on http://127.0.0.1:$PORT, pid $(pid_of_server)"
    exit 0
  fi
  sleep 0.25
done
tail -20 "$STATE/puma.log" >&2
die 'did not come up'
