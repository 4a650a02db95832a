#!/usr/bin/env bash
# install-program.sh PROGRAM PACKAGE...: installs packages of Debian, unless the program is there. apt and debconf fail now and then for
# reasons that are gone a moment later: they are asked again.
set -euo pipefail
program=$1
shift
command -v "$program" > /dev/null && exit 0
export DEBIAN_FRONTEND=noninteractive
sudo=$(command -v sudo || true)
for attempt in 1 2 3 4 5; do
  $sudo apt-get update -q || true
  if $sudo apt-get install -q -y --no-install-recommends "$@"; then exit 0; fi
  echo "attempt $attempt failed" >&2
  $sudo dpkg --configure -a || true
  sleep $((attempt * 5))
done
exit 1
