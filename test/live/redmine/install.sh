#!/bin/bash
# Installs Redmine (Debian's package, on SQLite) and gives it the settings REST cannot make. As root, on Debian 12.
# Safe to repeat. About 100 s and 1.1 GB on a bare machine. Afterwards: `. /run/lethe-redmine/env`, then ./start.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need_root
export DEBIAN_FRONTEND=noninteractive

# again WHAT...: apt and debconf fail now and then for reasons that are gone a moment later.
again() {
  local try
  for try in 1 2 3 4 5; do
    "$@" && return 0
    say "try $try failed: $1 $2"
    sleep $((try * 3))
    dpkg --configure -a || true
  done
  die "gave up on: $*"
}

answer_debconf() {
  debconf-set-selections <<'D'
dbconfig-common dbconfig-common/dbconfig-install boolean true
dbconfig-common dbconfig-common/database-type select sqlite3
redmine redmine/instances/default/dbconfig-install boolean true
redmine redmine/instances/default/database-type select sqlite3
redmine redmine/instances/default/default-language select en
redmine redmine/current-instances string default
redmine redmine/old-instances string
D
}

install_packages() {
  dpkg -s redmine redmine-sqlite puma sqlite3 curl procps >/dev/null 2>&1 && [ -s "$DATABASE" ] && return 0
  command -v apt-get >/dev/null || die 'no apt-get here: the live suite needs Debian 12 (bookworm)'
  again apt-get update -qq
  again apt-get install -y -qq --no-install-recommends debconf-utils
  again answer_debconf
  again apt-get install -y -qq --no-install-recommends redmine redmine-sqlite puma sqlite3 curl procps
  [ -s "$DATABASE" ] || again dpkg-reconfigure -fnoninteractive redmine
  [ -s "$DATABASE" ] || die "the package made no database at $DATABASE"
}

random_hex() { od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'; }

# The keys of this machine's Redmine: from the environment, or made up once. Never in the repository.
write_keys() {
  [ -s "$STATE/env" ] && [ -z "${LETHE_REDMINE_KEY:-}" ] && return 0
  (
    umask 077
    cat >"$STATE/env" <<E
export LETHE_REDMINE_URL=http://127.0.0.1:$PORT
export LETHE_REDMINE_KEY=${LETHE_REDMINE_KEY:-$(random_hex 20)}
export LETHE_REDMINE_MAIL_KEY=${LETHE_REDMINE_MAIL_KEY:-$(random_hex 12)}
export LETHE_REDMINE_PASSWORD=${LETHE_REDMINE_PASSWORD:-$(random_hex 10)}
E
  )
}

install_packages
make_state
write_keys
. "$STATE/env"
is_running && die 'stop Redmine first (./stop.sh): settings made under a running server stay unseen by it'
run_ruby "$HERE/settings.rb"
"$HERE/reset.sh" --remember
say "installed; next: . $STATE/env; $HERE/start.sh"
