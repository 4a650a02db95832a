#!/bin/bash
# Installs Redmine (Debian's package, on SQLite) and gives it the settings REST cannot make. As root, on Debian 12.
# Safe to repeat. About 100 s and 1.1 GB on a bare machine. Afterwards: . /run/lethe-redmine/default/env; ./start.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need_root
export DEBIAN_FRONTEND=noninteractive

# again WHAT...: apt and debconf fail now and then for reasons that are gone a moment later.
again() {
  local try
  for try in 1 2 3 4 5; do
    "$@" && return 0
    say "try $try failed: $*"
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

is_installed() {
  [ "$(dpkg-query -W -f '${Status}\n' redmine redmine-sqlite puma sqlite3 curl 2>/dev/null | grep -c 'ok installed')" = 5 ]
}

install_packages() {
  is_installed && return 0
  command -v apt-get >/dev/null || die 'no apt-get here: the live suite needs Debian 12 (bookworm)'
  again apt-get update -qq
  again apt-get install -y -qq --no-install-recommends debconf-utils
  again answer_debconf
  again apt-get install -y -qq --no-install-recommends redmine redmine-sqlite puma sqlite3 curl
}

# The package makes the instance "default"; any other is laid out here in the same way.
make_instance() {
  [ -s "$DATABASE" ] && return 0
  [ "$INSTANCE" = default ] && again dpkg-reconfigure -fnoninteractive redmine && return 0
  local etc=/etc/redmine/$INSTANCE cache=/var/cache/redmine/$INSTANCE
  install -d -o www-data -g www-data "$etc" "$LOG_DIR" "$cache/tmp" "$cache/plugin_assets" "$FILES" "$(dirname "$DATABASE")"
  sed "s/default/$INSTANCE/g" /etc/redmine/default/database.yml | install -m 640 -g www-data /dev/stdin "$etc/database.yml"
  random_hex 16 | install -m 640 -g www-data /dev/stdin "$etc/secret_key.txt"
  ln -sfn "$etc" "$(dirname "$FILES")/config"
  ln -sfn "$LOG_DIR" "$(dirname "$FILES")/log"
  ln -sfn "$cache/tmp" "$(dirname "$FILES")/tmp"
  (cd "$HOME_DIR" && SCHEMA=$TEMP/schema.rb as_redmine bin/rails db:migrate && REDMINE_LANG=en as_redmine bin/rails redmine:load_default_data) >/dev/null
}

# Debian's file has no time-out: two writes at once would end as an error 500 instead of waiting for each other.
wait_for_the_database() {
  local file=/etc/redmine/$INSTANCE/database.yml
  grep -q timeout: "$file" || sed -i 's/^  adapter: sqlite3/&\n  timeout: 10000/' "$file"
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
make_instance
[ -s "$DATABASE" ] || die "there is no database at $DATABASE"
wait_for_the_database
write_keys
. "$STATE/env"
is_running && die 'stop Redmine first (./stop.sh): settings made under a running server stay unseen by it'
# A second installation starts from the state of the first, not from what tests have left.
[ ! -s "$PRISTINE/database" ] || "$HERE/reset.sh"
run_ruby "$HERE/settings.rb"
"$HERE/reset.sh" --remember
say "installed; next: . $STATE/env; $HERE/start.sh"
