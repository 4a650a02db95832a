#!/bin/bash
# native.sh on|off: copies Lethe's extension into Request Tracker, or takes it out; restarts Request Tracker if it runs.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need_root
case ${1:-} in
  on) rm -rf "$PLUGIN_DIR"; cp -r "$HERE/../../../plugins/request-tracker/native" "$PLUGIN_DIR"; chmod -R a+rX "$PLUGIN_DIR" ;;
  off) rm -rf "$PLUGIN_DIR" ;;
  *) die 'usage: native.sh on|off' ;;
esac
if is_running; then
  "$HERE/stop.sh"
  "$HERE/start.sh"
fi
