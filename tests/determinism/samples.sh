#!/usr/bin/env bash
# A sample of each return gives the same bytes in every format, and as a summary, whatever the
# surroundings are: samples.sh STATVAL GENERATOR [CLOCK]. Without --today the day is that of the
# clock, and rules on the future ask for it.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/../cli/lib.sh"

clock=$fixtures # an absolute path
year=31536000
cp -r "$(dirname "$(realpath "$0")")/../../samples" samples
reports=()
for ending in txt json jsonl csv html xlsx sarif junit.xml github.txt gitlab.json; do
    reports+=(-o "got/r.$ending")
done
figures=()
for ending in txt json csv html xlsx; do
    figures+=(-o "got/f.$ending")
done
export STATVAL_REDACT_KEY=0123456789abcdef0123456789abcdef

# all ENV...: the reports and figures of the sample, left in the folder got; env gets the words.
all() {
    local status=0
    rm -rf got
    mkdir got
    env "$@" "$statval" check --quiet --jobs "$jobs" "${reports[@]}" "${day[@]}" "${arguments[@]}" || status=$?
    check "$*: exit status $status of check" test $status -eq 1
    status=0
    env "$@" "$statval" summary "${figures[@]}" "${day[@]}" "${arguments[@]}" || status=$?
    check "$*: exit status $status of summary" test $status -eq 0
}

# again WHERE ENV...: the same again, which must be what it was.
again() {
    all "${@:2}"
    check "${arguments[*]}: $1: $(diff -rq "$work/meant" got | head -n 3)" diff -rq "$work/meant" got >answer
}

surroundings() {
    local language
    for jobs in 2 3 4; do
        again "--jobs $jobs" -u NOTHING
    done
    jobs=1
    for language in C.UTF-8 en_GB.UTF-8 de_DE.UTF-8 tr_TR.UTF-8 nosuch; do
        again "$language" "LC_ALL=$language" "LANG=$language"
    done
    again "time zone" TZ=Pacific/Kiritimati
    again "a home that is not there" HOME=/nonexistent
    again "no variables" -i STATVAL_REDACT_KEY="$STATVAL_REDACT_KEY"
    again "variables that others use" POSIXLY_CORRECT=1 COLUMNS=40 TERM=xterm-256color TMPDIR=/nonexistent MALLOC_PERTURB_=85
    umask 0
    again "umask 0" -u NOTHING
    umask 077
    again "umask 077" -u NOTHING
    umask 022
    [ -z "$clock" ] || again "next year" LD_PRELOAD="$clock" OTHER_CLOCK=$year
    touch -d 2001-01-01 samples/*/*/*
    mkdir -p "$work/else/where"
    cp -r samples "$work/else/where"
    cd "$work/else/where" || exit 2
    again "another folder" -u NOTHING
    cd "$work" || exit 2
}

# sample ARGUMENT...: a sample, once with the day as an option, once with that of the variable.
sample() {
    arguments=("$@")
    jobs=1
    day=(--today 2026-12-31)
    all -u NOTHING
    rm -rf meant
    mv got meant
    check "reports: $(ls meant)" test "$(find meant -type f -size +0 | wc -l)" -eq 15
    surroundings
    again "SOURCE_DATE_EPOCH beside --today" SOURCE_DATE_EPOCH=0
    day=()
    again "SOURCE_DATE_EPOCH in place of it" SOURCE_DATE_EPOCH=1798675200 # 2026-12-31
    [ -z "$clock" ] || again "the same, next year" SOURCE_DATE_EPOCH=1798675200 LD_PRELOAD="$clock" OTHER_CLOCK=$year
}

sample samples/cin/2026/faulty.xml
faulty=samples/ssda903/2026/faulty
sample --year 2026 --la E08000099 --reference postcodes=$faulty/postcodes.csv \
    --reference providers=$faulty/providers.csv --previous $faulty/last $faulty/this
faulty=samples/sen2/2026/faulty
sample --year 2026 --reference establishments=$faulty/establishments.csv $faulty/this
sample --reference gravity=samples/yj/gravity.csv samples/yj/2027/faulty
sample --reference gravity=samples/yj/gravity.csv samples/yj/2026/faulty.zip

# That the other clock is one: a line of acceptances tells the day.
if [ -n "$clock" ]; then
    run check --format json samples/cin/2026/faulty.xml
    cp out report.json
    LD_PRELOAD=$clock OTHER_CLOCK=$year run accept -o ahead.csv --reason x report.json "$(jq -r '.findings[-1].rule' out)"
    check "the other clock changes nothing" grep -q ",$(date -u -d "+$year seconds" +%F)," ahead.csv
fi
finish
