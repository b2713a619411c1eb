#!/usr/bin/env bash
# Which rules run, and on which period.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

generate --year 2026 --children 40 --faults 100 >a.xml
expect 1 check --format json a.xml
cp out all.json
json 'all(.rules[]; .status != "skipped")'

# chosen LIST FILTER: exactly the rules for whose code the filter is true are run.
chosen() {
    expect 0 check --fail-on never --rules "$1" --format json a.xml
    err_empty
    json "all(.rules[]; .code as \$code | if (\$code | $2) then .status != \"skipped\"
        else .status == \"skipped\" and .reason == \"left out by --rules\" and (has(\"findings\") | not) end)"
    jq '[.findings[] | select(.stage == "rules") | [.rule, .id]]' out >got
    jq "[.findings[] | select(.stage == \"rules\" and (.rule | $2)) | [.rule, .id]]" all.json >meant
    same got meant
    jq '[.rules[].code]' out >got
    jq '[.rules[].code]' all.json >meant
    same got meant
}
chosen '*' 'true'
chosen '8925' '. == "8925"'
chosen '8925,8720' '. == "8925" or . == "8720"'
chosen '8925, 8720' '. == "8925" or . == "8720"'
chosen '8925,8925,' '. == "8925"'
chosen '89*' 'startswith("89")'
chosen '*Q' 'endswith("Q")'
chosen '892?' 'length == 4 and startswith("892")'
chosen '89[24]*' 'test("^89[24]")'
chosen '-8925' '. != "8925"'
chosen '-89*' 'startswith("89") | not'
chosen '-*Q' 'endswith("Q") | not'
chosen '89*,-8925' 'startswith("89") and . != "8925"'
chosen '-8925,89*' 'startswith("89") and . != "8925"'
chosen '8925,-8925' 'false'
chosen '-*' 'false'
expect 1 check --rules=8925 --format json a.xml
json '.summary.errors == ([.rules[] | select(.code == "8925")][0].findings)'

# What is left out is said in the text too, and does not fail the run.
expect 0 check --fail-on never --rules '-*' --rules '8842Q' a.xml
out_has "left out by --rules"
check "one rule run: $(grep 'rules run' out)" grep -qE '^1 of [0-9]+ rules run' out

# Names that are not there, or not in that year.
for list in nope 8925,nope nope,8925 -nope '8925,-nope' 8925Q 'x*' 8842 '-' 'cin:8925'; do
    refuses 2 "--rules" check --rules "$list" a.xml
done
refuses 2 "nope" check --rules 8925,nope --format json -o report.json a.xml
check "a report was written" test ! -e report.json
generate --year 2024 --children 3 >2024.xml
refuses 2 "8945Q" check --rules 8945Q 2024.xml
expect 0 check --quiet --fail-on never --rules 8945Q a.xml

# A part of the year: the period is that of the report, and the one that rules use.
{ header 2026 && child A1 "$(plan 2025-06-10 2025-12-15)" && child A2 "$(plan 2025-06-10 2025-10-15)" &&
    footer; } >period.xml
expect 0 check --rules 8930 --format json period.xml
json '.submission.period == ["2025-04-01", "2026-03-31"]'
expect 1 check --rules 8930 --period 2025-04-01..2025-11-30 --format json period.xml
json '.submission.period == ["2025-04-01", "2025-11-30"] and .submission.year == 2026'
json '[.findings[].subject] == ["A1"]'
expect 1 check --rules 8930 --period 2025-11-01..2026-03-31 --format json period.xml
json '[.findings[].subject] == ["A2"]'
expect 0 check --rules 8930 --period 2025-12-15..2025-12-15 --format json --fail-on never period.xml
json '[.findings[].subject] == ["A2"]'
expect 1 check --rules 8930 --period 2025-04-01..2025-11-30 period.xml
out_has "2025-04-01 to 2025-11-30"

finish
