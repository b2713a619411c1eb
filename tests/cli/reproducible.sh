#!/usr/bin/env bash
# The same return gives the same bytes: on any number of cores, in any place and language, at any
# time, on a terminal or not. Colours are for terminals that want them.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

generate --year 2027 --children 1500 --faults 80 >a.xml
generate --year 2026 --children 30 >clean.xml
for format in text json jsonl csv; do
    expect 1 check --jobs 1 --format $format a.xml
    cp out meant.$format
    for jobs in 2 3 8 256; do
        expect 1 check --jobs $jobs --format $format a.xml
        same out meant.$format
    done
    expect 1 check --format $format a.xml
    same out meant.$format
done
for round in {1..10}; do
    expect 1 check --jobs 8 --format jsonl a.xml
    check "round $round differs" cmp -s out meant.jsonl
done

# Surroundings: language, time zone, time, variables, folder.
mkdir -p other/place
again() {
    local format
    for format in text json csv; do
        env "$@" "$statval" check --format $format a.xml >got
        check "with $*, the $format report differs" cmp -s got meant.$format
    done
}
for language in C.UTF-8 POSIX en_GB.UTF-8 de_DE.UTF-8 tr_TR.UTF-8 nosuch; do
    again LC_ALL=$language LANG=$language LANGUAGE=de
done
again -u LC_ALL -u LANG
again TZ=Pacific/Kiritimati
again TZ=nonsense
again SOURCE_DATE_EPOCH=0
again SOURCE_DATE_EPOCH=4102444800
again POSIXLY_CORRECT=1
again HOME=/nonexistent
again NO_COLOR=1 TERM=dumb
again TERM=xterm-256color COLORTERM=truecolor CLICOLOR_FORCE=1
again -i
for format in text json csv; do
    (cd other/place && "$statval" check --format $format ../../a.xml) | sed 's|\.\./\.\./a\.xml|a.xml|g' >got
    same got meant.$format
    (cd / && "$statval" check --format $format "$work/a.xml") | sed "s|$work/a\.xml|a.xml|g" >got
    same got meant.$format
done
expect 1 check --today 2030-01-01 a.xml
same out meant.text
expect 1 check --return cin --year 2027 --period 2026-04-01..2027-03-31 --la 999 --rules '*' a.xml
same out meant.text

# Colours: never in a file or another format; where they are left out, nothing else changes.
escape=$'\033'
coloured() {
    check "no colours: $*" has out "${escape}["
    sed "s/$escape\[[0-9;]*m//g" out >got
    check "$*: the text differs but for colours" cmp -s got meant.text
}
expect 1 check --color always a.xml
coloured --color always
NO_COLOR=1 TERM=dumb expect 1 check --color always a.xml
coloured --color always, NO_COLOR
expect 0 check --color always clean.xml
out_has "${escape}["
for when in auto never; do
    expect 1 check --color $when a.xml
    same out meant.text
done
for format in json jsonl csv; do
    expect 1 check --color always --format $format a.xml
    same out meant.$format
done
expect 1 check --color always -o report.txt a.xml
same report.txt meant.text
refuses 3 "no such file" check --color always nosuch.xml

# On a terminal, where there is a program that gives one.
# on_terminal VARIABLES OPTIONS: what a check prints there; what it writes to standard error is left out.
on_terminal() {
    script -qec "env $1 '$statval' check $2 a.xml 2>/dev/null" typescript </dev/null >terminal || true
    tr -d '\r' <terminal >out
}
if command -v script >/dev/null && script -qec true typescript </dev/null >terminal; then
    on_terminal TERM=xterm ""
    coloured on a terminal
    on_terminal "TERM=xterm NO_COLOR=" ""
    coloured on a terminal, NO_COLOR empty
    for words in "TERM=xterm NO_COLOR=1" "TERM=dumb"; do
        on_terminal "$words" ""
        same out meant.text
        on_terminal "$words" "--color always"
        coloured on a terminal, "$words", always
    done
    on_terminal TERM=xterm "--color never"
    same out meant.text
    on_terminal TERM=xterm "--format json"
    same out meant.json
    # A terminal that cannot move its cursor is not asked to.
    script -qec "env TERM=dumb '$statval' check a.xml" typescript </dev/null >terminal || true
    check "an escape sequence on a dumb terminal" lacks terminal "$escape"
fi

finish
