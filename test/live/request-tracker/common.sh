# Sourced by the other scripts: where things are, and how to run something inside Request Tracker.
# Every value can be set from outside; the defaults are what the live suite uses.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# One installation of Debian's packages serves any number of instances: each has its own database, mails, caches and plugins.
INSTANCE=${LETHE_RT_INSTANCE:-default}
PORT=${LETHE_RT_PORT:-8090}
ROOT=${LETHE_RT_ROOT:-/var/lib/lethe-request-tracker/$INSTANCE}
STATE=${LETHE_RT_STATE:-/run/lethe-request-tracker/$INSTANCE}
DATABASE=$ROOT/database/rt
# What goes out is kept here, a file a day, in place of being sent.
MAIL_DIR=$ROOT/var
SESSIONS=$ROOT/sessions
PLUGIN_DIR=$ROOT/plugins/RT-Extension-Lethe
ENV_FILE=$ROOT/env
LOG=$STATE/rt.log
SHARE=/usr/share/request-tracker5
export RT_SITE_CONFIG=$ROOT/etc/RT_SiteConfig.pm RT_SITE_CONFIG_DIR=$ROOT/etc/RT_SiteConfig.d
# www-data cannot write /tmp on every machine.
TEMP=$ROOT/tmp

say() { echo "request tracker: $*" >&2; }
die() { say "$*"; exit 1; }

need_root() { [ "$(id -u)" = 0 ] || die 'run this as root: it installs packages, or starts Request Tracker as www-data'; }

make_folders() {
  mkdir -p "$STATE" "$ROOT/etc/RT_SiteConfig.d" "$ROOT/plugins"
  install -d -o www-data -g www-data "$ROOT/database" "$MAIL_DIR" "$SESSIONS" "$ROOT/mason" "$TEMP"
}

as_rt() { TMPDIR=$TEMP HOME=$TEMP setpriv --reuid=www-data --regid=www-data --init-groups "$@"; }

# run_perl FILE: runs a Perl file that may `use RT -init`. It is copied first: www-data may not be able to read the checkout.
run_perl() {
  install -m 644 "$1" "$TEMP/$(basename "$1")"
  (cd "$TEMP" && as_rt perl -I"$SHARE/lib" "$TEMP/$(basename "$1")")
}

pid_of_server() { cat "$STATE/rt.pid" 2>/dev/null || true; }

is_running() {
  local pid; pid=$(pid_of_server)
  [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null
}
