#!/usr/bin/env bash
# --profile: where the time goes, on standard error; the reports are the same with it.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

export SOURCE_DATE_EPOCH=1767225600
generate --year 2026 --children 300 --faults 20 >a.xml
expect 1 check --format json a.xml
cp out meant.json
for jobs in 1 2; do
    expect 1 check --format json --jobs $jobs --profile a.xml
    same out meant.json
    for phase in open read schema index rules report together; do
        check "no phase $phase" grep -Eq "^  $phase +[0-9]+\.[0-9]{2} ms +[0-9.]+ %$" err
    done
    rules=$(sed '1,/^Slowest rules/d' err)
    check "not ten rules: $rules" test "$(wc -l <<<"$rules")" -eq 10
    check "not from the slowest on" test "$rules" = "$(sort -k2,2nr -s <<<"$rules")"
    check "a rule twice" test "$(awk '{ print $1 }' <<<"$rules" | sort -u | wc -l)" -eq 10
done

# The schema of a return of XML takes time of its own.
expect 1 check --format json --jobs 1 --profile a.xml
check "the schema takes no time" grep -Eq '^  schema +([1-9]|0\.[0-9]*[1-9])' err

# Fewer rules than ten; none; a check that cannot be run.
expect 1 check --rules 8925 --format json --profile a.xml
check "not the one rule" grep -Eq "^  8925 +[0-9.]+ ms 100.0 %$" err
refuses 3 "no such file" check --profile absent.xml
mkdir returns
cp a.xml returns
refuses 2 "--profile" check --profile --each returns

finish
