#!/bin/bash
# inside.sh SCRIPT.rb: runs a Ruby script inside Redmine (about 4 s); it reads JSON from stdin and prints JSON.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need_root
make_state
run_ruby "$1"
