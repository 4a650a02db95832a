#!/usr/bin/env bash
# Installs Chromium from Debian, unless it is there.
exec bash "$(dirname "$0")/../install-program.sh" chromium chromium fonts-dejavu-core
