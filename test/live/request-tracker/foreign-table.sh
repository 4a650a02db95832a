#!/bin/bash
# foreign-table.sh TEXT: makes a table RT does not know, as another extension may have brought it, with a text in it.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need_root
sqlite3 "$DATABASE" "CREATE TABLE CrmContacts (id INTEGER PRIMARY KEY, Note TEXT, Rank INTEGER); INSERT INTO CrmContacts (Note, Rank) VALUES ('${1//\'/\'\'}', 3);"
