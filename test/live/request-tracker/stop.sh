#!/bin/bash
# Stops the Request Tracker that start.sh started, by its pid; nothing else.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
is_running || { rm -f "$STATE/rt.pid"; say 'not running'; exit 0; }
pid=$(pid_of_server)
kill "$pid"
for _ in $(seq 1 60); do
  kill -0 "$pid" 2>/dev/null || { rm -f "$STATE/rt.pid"; exit 0; }
  sleep 0.25
done
kill -9 "$pid"
rm -f "$STATE/rt.pid"
