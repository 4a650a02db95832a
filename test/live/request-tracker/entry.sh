#!/bin/bash
# entry.sh on ADDRESS NAME|off: tells Lethe's extension where the entry in the menus leads, with the secret from stdin; restarts Request Tracker if it runs.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need_root
file=$ROOT/etc/RT_SiteConfig.d/lethe-entry.pm
case ${1:-} in
  on)
    umask 077
    printf "Set(%%LetheEntry, Address => '%s', Host => '%s', Secret => '%s');\n1;\n" "$2" "$3" "$(cat)" >"$file"
    chown www-data "$file"
    ;;
  off) rm -f "$file" ;;
  *) die 'usage: entry.sh on ADDRESS NAME|off' ;;
esac
if is_running; then
  "$HERE/stop.sh"
  "$HERE/start.sh"
fi
