#!/usr/bin/env bash
# Exit statuses 0 and 1: which findings count, and from which level on. The others have scripts of
# their own, but for a run out of memory.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

generate --year 2026 --children 30 >clean.xml
{ header 2026 && wrong A1 && footer; } >error.xml
{ header 2026 && child A1 "$(plan 2025-06-02 2025-06-20)" && footer; } >fine.xml
# A review without a date: query 8842Q.
{ header 2026 && child A1 "<ChildProtectionPlans><CPPstartDate>2025-06-02</CPPstartDate>
<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>
<NumberOfPreviousCPP>0</NumberOfPreviousCPP><Reviews><CPPreviewDate/></Reviews>
</ChildProtectionPlans>" && footer; } >query.xml
# An element that the return does not have: an error against the schema.
{ header 2026 && child A1 "<Surname>Synthetic</Surname>" && footer; } >schema.xml
# A schema of its own: a query against the schema.
sed 's|<Message>|<Message xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="cin.xsd">|' \
    fine.xml >own.xml
only="--rules=8925,8842Q"

expect 0 check clean.xml
err_empty
out_has "READY"
expect 0 check --fail-on query clean.xml
for year in 2023 2024 2025 2027; do
    generate --year $year --children 30 >clean-$year.xml
    expect 0 check --fail-on query clean-$year.xml
done

# file, then the status with --fail-on error, query and never
while read -r file error query never; do
    expect "$error" check $only "$file.xml"
    expect "$error" check $only --fail-on error "$file.xml"
    expect "$query" check $only --fail-on query "$file.xml"
    expect "$never" check $only --fail-on never "$file.xml"
    for format in text json jsonl csv; do
        expect "$error" check $only --format $format "$file.xml"
        err_empty
    done
    expect "$error" check $only --quiet "$file.xml"
    out_empty
    err_empty
    expect "$error" check $only --quiet -o report.json "$file.xml"
    expect "$query" check $only --fail-on query --redact --format csv "$file.xml"
done <<END
fine   0 0 0
error  1 1 0
query  0 1 0
schema 1 1 0
own    0 1 0
END

expect 1 check $only --format json --fail-on error error.xml
json '.summary == {errors: 1, queries: 0, schema: 0, explained: 0}'
expect 0 check $only --format json query.xml
json '.summary == {errors: 0, queries: 1, schema: 0, explained: 0}'
expect 0 check $only --format json own.xml
json '.summary == {errors: 0, queries: 0, schema: 1, explained: 0}'
json '.findings | length == 1 and .[0].severity == "query" and .[0].stage == "schema"'

# A run out of memory is a fault, told in one line, and leaves no report. The least memory with
# which the program starts is looked for; programs made with sanitizers never start that way.
generate --year 2026 --children 30000 >large.xml
least() {
    local room
    for room in {30000..300000..10000}; do
        if (ulimit -v "$room" && "$statval" check --quiet clean.xml) >out 2>err; then
            echo "$room"
            return
        fi
    done
}
room=$(least)
if [ -n "$room" ]; then
    status=0
    (ulimit -v "$room" && "$statval" check --jobs 1 -o memory.json large.xml) >out 2>err || status=$?
    check "out of memory: status $status" test $status -eq 70
    told "out of memory" "check large.xml, out of memory"
    check "a report was left" test -z "$(compgen -G 'memory.json*')"
fi

finish
