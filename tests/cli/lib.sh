# What the scripts of this folder share. Each is called with the program, the generator of returns
# and, unless plugins are linked in, the folder of the plugins made for tests. A script works in a
# temporary folder of its own, goes on after a check that fails, and ends with finish.
# shellcheck shell=bash
set -uo pipefail

statval=$(realpath "$1")
generator=$(realpath "$2")
# shellcheck disable=SC2034 # used by some scripts only
fixtures=${3:-}
checks=0
failures=0
status=0

unset NO_COLOR SOURCE_DATE_EPOCH STATVAL_REDACT_KEY XDG_CONFIG_HOME TERM
export LC_ALL=C
work=$(mktemp -d)
trap 'chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 2
mkdir home
export HOME=$work/home

# complain TEXT: notes a failure, with the line of the script that asked.
complain() {
    local depth=1
    while [[ ${BASH_SOURCE[depth]} == */lib.sh ]]; do
        depth=$((depth + 1))
    done
    printf '%s:%s: %s\n' "$(basename "$0")" "${BASH_LINENO[depth - 1]}" "$*" >&2
    failures=$((failures + 1))
}

finish() {
    printf '%s checks, %s failed\n' "$checks" "$failures"
    [ "$failures" -eq 0 ]
    exit
}

# check WHAT COMMAND...: the command must succeed.
check() {
    checks=$((checks + 1))
    "${@:2}" || complain "$1"
}

# run ARGUMENT...: runs statval; leaves its exit status in $status and what it wrote in out and err.
run() {
    status=0
    "$statval" "$@" >out 2>err || status=$?
}

# expect STATUS ARGUMENT...: runs statval, which must end with that status.
expect() {
    run "${@:2}"
    checks=$((checks + 1))
    [ "$status" -eq "$1" ] ||
        complain "exit status $status, not $1: statval ${*:2}: $(head -c 300 err)"
}

# refuses STATUS TEXT ARGUMENT...: runs statval, which must end with that status and say why in one
# line with TEXT in it, for a terminal, and print nothing else.
refuses() {
    expect "$1" "${@:3}"
    told "$2" "${*:3}"
}

# told TEXT COMMAND: what refuses expects of out and err.
told() {
    checks=$((checks + 1))
    if [ -s out ]; then
        complain "something was printed: statval $2: $(head -c 200 out)"
    elif [ "$(wc -l <err)" -ne 1 ] || ! lacks_controls err; then
        complain "not one clean line on standard error: statval $2: $(head -c 300 err | cat -v)"
    elif [[ $(<err) != statval:*"$1"* ]]; then
        complain "\"$1\" was not told: statval $2: $(head -c 300 err)"
    fi
}

has() {
    grep -qF -e "$2" "$1"
}

lacks() {
    ! grep -qF -e "$2" "$1"
}

out_has() {
    check "\"$1\" is not on standard output" has out "$1"
}

out_lacks() {
    check "\"$1\" is on standard output" lacks out "$1"
}

err_has() {
    check "\"$1\" is not on standard error: $(head -c 300 err)" has err "$1"
}

err_empty() {
    check "standard error is not empty: $(head -c 300 err)" test ! -s err
}

out_empty() {
    check "standard output is not empty: $(head -c 300 out)" test ! -s out
}

# same FILE FILE: both must be equal byte for byte.
same() {
    check "$1 and $2 differ" cmp -s "$1" "$2"
}

# json FILTER: the filter must be true of the JSON document on standard output.
json() {
    check "not true of the report: $1" jq -e "$1" out >answer
}

# generate ARGUMENT...: a synthetic return.
generate() {
    "$generator" "$@" || complain "the generator failed: $*"
}

# arguments_of SAMPLE: sets `arguments` to what goes with a sample of the folder samples, as
# tests/golden/run gives it.
arguments_of() {
    local reference
    arguments=(--today "$(basename "$(dirname "$1")")-12-31")
    [ -d "$1" ] || return 0
    arguments+=(--year "$(basename "$(dirname "$1")")")
    for reference in postcodes providers establishments; do
        [ ! -f "$1/$reference.csv" ] || arguments+=(--reference "$reference=$1/$reference.csv")
    done
    [ ! -d "$1/last" ] || arguments+=(--la E08000099 --previous "$1/last")
}

# header YEAR [COLLECTION]: a return up to its first child, on one line each.
header() {
    printf '%s\n' '<?xml version="1.0" encoding="UTF-8"?>' '<Message><Header><CollectionDetails>' \
        "<Collection>${2:-CIN}</Collection>" "<Year>$1</Year>" \
        "<ReferenceDate>$1-03-31</ReferenceDate></CollectionDetails>" \
        '<Source><SourceLevel>L</SourceLevel><LEA>999</LEA></Source></Header>' '<Children>'
}

# child ID [EXTRA]: a child with an episode and, in it, EXTRA.
child() {
    printf '%s\n' '<Child><ChildIdentifiers>' "<LAchildID>$1</LAchildID>" \
        '<PersonBirthDate>2015-04-08</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>' \
        '<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>' \
        '<CINdetails><CINreferralDate>2025-05-05</CINreferralDate>' \
        '<ReferralSource>1A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>' \
        "<ReferralNFA>false</ReferralNFA>${2:-}</CINdetails></Child>"
}

# plan START END [CATEGORY]: a child protection plan; rule 8925 objects when it ends before it starts.
plan() {
    printf '%s' '<ChildProtectionPlans>' "<CPPstartDate>$1</CPPstartDate>" \
        "<CPPendDate>$2</CPPendDate><InitialCategoryOfAbuse>${3:-NEG}</InitialCategoryOfAbuse>" \
        '<LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>' \
        '<NumberOfPreviousCPP>0</NumberOfPreviousCPP></ChildProtectionPlans>'
}

# wrong ID: a child with one finding of rule 8925.
wrong() {
    child "$1" "$(plan 2025-06-10 2025-06-02)"
}

footer() {
    printf '%s\n' '</Children></Message>'
}

# letters N: N times the letter A.
letters() {
    head -c "$1" /dev/zero | tr '\0' A
}

# lacks_controls FILE: whether the text (of one line) would leave a terminal alone.
lacks_controls() {
    ! grep -q '[[:cntrl:]]' "$1" && ! grep -q $'\xc2[\x80-\x9f]' "$1"
}
