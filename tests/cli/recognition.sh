#!/usr/bin/env bash
# Which return a file is, and of which year: what the file says, --return, --year and --la.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

generate --year 2026 --children 3 >a.xml
only="--rules=8925"

# What the file says, for every year.
for year in 2023 2024 2025 2026 2027; do
    generate --year $year --children 12 >year.xml
    expect 0 check --format json year.xml
    json ".submission | .return == \"cin\" and .year == $year and .la == \"999\" and .subjects == 12"
    json ".submission.period == [\"$((year - 1))-04-01\", \"$year-03-31\"]"
    json '.submission.tables | .Header == 1 and .ChildIdentifiers == 12 and .CINdetails >= 12'
    json ".submission.tables | has(\"PreProceedingsandFGDM\") == ($year >= 2027)"
    expect 0 check --return cin --year $year year.xml
done

# Another root, another collection, a namespace.
change() {
    sed "$1" a.xml >changed.xml
}
change 's/Message>/Envelope>/'
refuses 3 "root element is Envelope" check changed.xml
refuses 3 "Supported: cin" check changed.xml
refuses 3 "Envelope" check --return cin --year 2026 changed.xml
change 's/Message>/message>/'
refuses 3 "root element is message" check changed.xml
change 's/<Collection>CIN</<Collection>SEN3</'
refuses 3 "its collection SEN3" check changed.xml
refuses 3 "its collection SEN3" check --year 2026 changed.xml
expect 1 check $only --return cin --format json changed.xml
json '.findings | length == 1 and .[0].stage == "schema" and
    .[0].locations[0].fields == {"Collection": "SEN3"}'
for collection in '' 'cin' 'CIN2' 'CI N' '<a>CIN</a>'; do
    change "s|<Collection>CIN<|<Collection>$collection<|"
    refuses 3 "root element is Message" check changed.xml
done
change '/<Collection>/d'
refuses 3 "root element is Message" check changed.xml
change 's|<Collection>CIN<|<Collection>\&#32;CIN\n<|'
expect 0 check --quiet $only changed.xml
change 's/<Message>/<Message xmlns="urn:example:return">/'
refuses 3 "namespace" check changed.xml
refuses 3 "namespace" check --return cin --year 2026 changed.xml
change 's/<Message>/<m:Message xmlns:m="urn:example:return">/; s|</Message>|</m:Message>|'
refuses 3 "namespace" check changed.xml
change 's/<Message>/<Message xmlns:m="urn:example:return">/'
expect 0 check --quiet $only changed.xml
echo '<html><body>Message</body></html>' >changed.xml
refuses 3 "root element is html" check changed.xml
echo '<Message/>' >changed.xml
refuses 3 "root element is Message" check changed.xml
refuses 3 "collection year" check --return cin changed.xml
refuses 3 "there is no return sen3" check --return sen3 a.xml
refuses 3 "there is no return CIN" check --return CIN a.xml
refuses 3 "there is no return sen3" check --return sen3 nosuch.xml
refuses 3 "there is no return sen3. Supported: cin" summary --return sen3 a.xml

# A return that has nothing but its root: the schema objects, and rules are skipped with the reason.
expect 1 check --return cin --year 2026 --format json changed.xml
json '[.rules[] | select(.status == "skipped" and .reason == "the file has no Message/Header")] ==
    .rules'
json '.summary | .errors == 0 and .schema >= 1'
sed '/<Children>/,/<.Children>/d' a.xml >changed.xml
expect 1 check --format json changed.xml
json 'all(.rules[]; .status == "skipped" and .reason == "the file has no Message/Children")'
json '.summary | .errors == 0 and .queries == 0 and .schema == 1'

# The year: another one with --year, which then differs from the header.
expect 1 check $only --year 2025 --format json a.xml
json '.submission | .year == 2025 and .period == ["2024-04-01", "2025-03-31"]'
json '.findings | length == 1'
json '.findings[0] | .stage == "schema" and .severity == "error" and .subject == null'
json '.findings[0].locations | length == 1 and .[0].table == "Header" and
    .[0].fields == {"Year": "2026"}'
is_told_at() {
    sed -n "$(jq '.findings[0].locations[0].line' out)p" a.xml >line
    check "the line is not that of $1: $(<line)" has line "<$1>"
}
is_told_at Year
for year in 2022 2028 1999 2999; do
    refuses 3 "collection year $year is not supported" check --year $year a.xml
    refuses 3 "2023 to 2027" check --year $year a.xml
done
year_is() {
    change "s|<Year>2026</Year>|$1|"
}
for year in 2019 2022 2028 9999; do
    year_is "<Year>$year</Year>"
    refuses 3 "collection year $year is not supported" check changed.xml
    expect 1 check $only --year 2026 --format json changed.xml
    json ".findings | length == 1 and .[0].stage == \"schema\" and
        .[0].locations[0].fields == {\"Year\": \"$year\"}"
done
for year in '' '<Year/>' '<Year> </Year>' '<Year>26</Year>' '<Year>abcd</Year>' '<Year>20 26</Year>' \
    '<Year>20260</Year>' '<Year>+2026</Year>' '<Year>-2026</Year>' '<Year><Y>2026</Y></Year>' \
    '<year>2026</year>'; do
    year_is "$year"
    refuses 3 "Give it with --year" check changed.xml
    refuses 3 "Give it with --year" check --return cin changed.xml
    expect 1 check $only --year 2026 --format json changed.xml
    json '.summary.errors == 0 and .summary.schema >= 1'
done
# What is wrong with the year of the header is told once.
for year in '' '<Year/>' '<Year>26</Year>' '<Year>0000</Year>' '<Year>abcd</Year>' \
    '<Year>+2026</Year>'; do
    year_is "$year"
    run check $only --year 2026 --format json changed.xml
    check "$year is told $(jq '.findings | length' out) times" jq -e '.findings | length == 1' out >answer
done
year_is '<Year>\n2026 </Year>'
expect 0 check $only changed.xml

# The authority.
expect 0 check $only --la 999 a.xml
for authority in 852 99 0999 x; do
    expect 1 check $only --la $authority --format json a.xml
    is_told_at LEA
    json '.findings | length == 1 and .[0].stage == "schema" and .[0].severity == "error"'
    json '.findings[0].locations[0] | .table == "Header" and .fields == {"LEA": "999"}'
done
expect 1 check $only --la 852 --year 2025 --format json a.xml
json '[.findings[].locations[0].fields | keys[0]] | sort == ["LEA", "Year"]'

finish
