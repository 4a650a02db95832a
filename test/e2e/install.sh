#!/usr/bin/env bash
# Installs Chromium from Debian, unless it is there. dpkg now and then stumbles over debconf on a fresh machine: it is asked again.
set -euo pipefail
command -v chromium > /dev/null && exit 0
export DEBIAN_FRONTEND=noninteractive
sudo=$(command -v sudo || true)
for attempt in 1 2 3 4 5; do
  $sudo apt-get update -q || true
  if $sudo apt-get install -q -y --no-install-recommends chromium fonts-dejavu-core; then exit 0; fi
  echo "attempt $attempt failed" >&2
  $sudo dpkg --configure -a || true
  sleep $((attempt * 5))
done
exit 1
