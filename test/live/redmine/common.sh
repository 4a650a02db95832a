# Sourced by the other scripts: where things are, and how to run something inside Redmine.
# Every value can be set from outside; the defaults are what the live suite uses.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# Debian's Redmine can run several instances from one installation, each with its own database, files and log.
INSTANCE=${LETHE_REDMINE_INSTANCE:-default}
STATE=${LETHE_REDMINE_STATE:-/run/lethe-redmine/$INSTANCE}
PRISTINE=${LETHE_REDMINE_PRISTINE:-/var/lib/lethe-redmine/$INSTANCE}
PORT=${LETHE_REDMINE_PORT:-8091}
HOME_DIR=/usr/share/redmine
PLUGIN_DIR=$HOME_DIR/plugins/lethe
DATABASE=/var/lib/dbconfig-common/sqlite3/redmine/instances/$INSTANCE/redmine_$INSTANCE
FILES=/var/lib/redmine/$INSTANCE/files
LOG_DIR=/var/log/redmine/$INSTANCE
export RAILS_ENV=production REDMINE_INSTANCE=$INSTANCE RAILS_SERVE_STATIC_FILES=1
# Where Ruby, as www-data, puts its temporary files: /tmp is not writable for it on every machine.
TEMP=$STATE/tmp

say() { echo "redmine: $*" >&2; }
die() { say "$*"; exit 1; }

need_root() { [ "$(id -u)" = 0 ] || die 'run this as root: it installs packages, or starts Redmine as www-data'; }

make_state() {
  mkdir -p "$STATE" "$TEMP"
  chmod 755 "$STATE"
  chown www-data:www-data "$TEMP"
}

as_redmine() { TMPDIR=$TEMP setpriv --reuid=www-data --regid=www-data --init-groups "$@"; }

# run_ruby FILE: runs a Ruby file inside Redmine. It is copied first: www-data may not be able to read the checkout.
run_ruby() {
  install -m 644 "$1" "$TEMP/$(basename "$1")"
  (cd "$HOME_DIR" && as_redmine bin/rails runner "$TEMP/$(basename "$1")")
}

pid_of_server() { cat "$STATE/puma.pid" 2>/dev/null || true; }

is_running() {
  local pid; pid=$(pid_of_server)
  [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null
}
