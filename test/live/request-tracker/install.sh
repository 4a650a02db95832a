#!/bin/bash
# Installs Request Tracker 5 (Debian's packages, on SQLite) and gives it what REST cannot make. As root, on Debian 12.
# Safe to repeat. About 100 s and 0.85 GB on a bare machine. Afterwards: . /var/lib/lethe-request-tracker/default/env; ./start.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need_root
export DEBIAN_FRONTEND=noninteractive
PACKAGES=(request-tracker5 rt5-db-sqlite rt5-standalone rt5-clients starman w3m sqlite3 curl)

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

# The package's own database and settings are not used: each instance here has its own.
answer_debconf() {
  debconf-set-selections <<'D'
request-tracker5 request-tracker5/dbconfig-install boolean false
request-tracker5 request-tracker5/rtname string helpdesk.test
request-tracker5 request-tracker5/organization string helpdesk.test
request-tracker5 request-tracker5/correspondaddress string rt@helpdesk.test
request-tracker5 request-tracker5/commentaddress string rt-comment@helpdesk.test
request-tracker5 request-tracker5/webbaseurl string http://127.0.0.1
request-tracker5 request-tracker5/initial-root-password password not-used-here
request-tracker5 request-tracker5/initial-root-password-again password not-used-here
request-tracker5 request-tracker5/handle-siteconfig-permissions boolean true
request-tracker5 request-tracker5/install-cronjobs boolean false
D
}

is_installed() {
  [ "$(dpkg-query -W -f '${Status}\n' "${PACKAGES[@]}" 2>/dev/null | grep -c 'ok installed')" = "${#PACKAGES[@]}" ]
}

install_packages() {
  is_installed && return 0
  command -v apt-get >/dev/null || die 'no apt-get here: the live suite needs Debian 12 (bookworm)'
  again apt-get update -qq
  again apt-get install -y -qq --no-install-recommends debconf-utils
  again answer_debconf
  again apt-get install -y -qq --no-install-recommends "${PACKAGES[@]}"
}

write_settings() {
  sed -e "s|@ROOT@|$ROOT|g" -e "s|@PORT@|$PORT|g" "$HERE/RT_SiteConfig.pm" >"$RT_SITE_CONFIG"
  chmod 644 "$RT_SITE_CONFIG"
}

make_database() {
  [ -s "$DATABASE" ] && return 0
  as_rt rt-setup-database-5 --action init --skip-create >"$STATE/setup.log" 2>&1 || { tail -20 "$STATE/setup.log" >&2; die 'the database could not be made'; }
}

random_hex() { od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'; }

# The secrets of this machine's Request Tracker: from the environment, or made up once. Never in the repository.
write_secrets() {
  [ -s "$ENV_FILE" ] && return 0
  (
    umask 077
    cat >"$ENV_FILE" <<E
export LETHE_RT_URL=http://127.0.0.1:$PORT
export LETHE_RT_PASSWORD=${LETHE_RT_PASSWORD:-$(random_hex 10)}
E
  )
}

install_packages
make_folders
is_running && die 'stop Request Tracker first (./stop.sh): settings made under a running server stay unseen by it'
write_settings
make_database
write_secrets
. "$ENV_FILE"
# A second installation starts from the state of the first, not from what tests have left.
if [ -s "$ROOT/pristine/rt" ]; then
  "$HERE/reset.sh"
else
  token=$(run_perl "$HERE/settings.pl")
  echo "export LETHE_RT_TOKEN=$token" >>"$ENV_FILE"
  "$HERE/reset.sh" --remember
fi
say "installed; next: . $ENV_FILE; $HERE/start.sh"
