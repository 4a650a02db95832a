#!/usr/bin/env bash
# Installs LibreOffice's spreadsheets from Debian, without screens, unless they are there.
exec bash "$(dirname "$0")/../../install-program.sh" soffice libreoffice-calc-nogui
