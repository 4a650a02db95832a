#!/bin/bash
# inside.sh SCRIPT.pl: runs a Perl script inside Request Tracker (about 2 s); it reads JSON from stdin and prints JSON.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need_root
run_perl "$1"
