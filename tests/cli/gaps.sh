#!/usr/bin/env bash
# What was not looked at is told in each format: files that were left out, tables without a file, and
# rules that ran with less knowledge; also that a list is longer than what is shown of it.
reader=$(realpath "$(dirname "$0")/xlsx_reader.py")
samples=$(realpath "$(dirname "$0")/../../samples")
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

# reports ARGUMENT...: the report in all formats, in report.txt and so on.
reports() {
    rm -f report.*
    expect 0 check --quiet --fail-on never --today 2026-12-31 -o report.txt -o report.json -o report.html "$@"
    if "$statval" check --help | grep -q '^  xlsx '; then
        expect 0 check --quiet --fail-on never --today 2026-12-31 -o report.xlsx "$@"
        python3 "$reader" report.xlsx report.json 2>told || complain "$*: $(head -c 800 told)"
        python3 "$reader" report.xlsx | jq -r '.Summary[] | map(. // "" | tostring) | join(" | ")' >report.book
    fi
}

# tells FORMAT TEXT: the report in that format has the text; no workbook where none is written.
tells() {
    [ "$1" = book ] && [ ! -e report.book ] && return
    check "the $1 has not \"$2\"" has "report.$1" "$2"
}

lacks_it() {
    [ "$1" = book ] && [ ! -e report.book ] && return
    check "the $1 has \"$2\"" lacks "report.$1" "$2"
}

# Without the postcode directory a rule looks at the form of postcodes only; with it, at all of them.
cp -r "$samples/ssda903/2026/clean" clean
limited="Without a postcode directory only the form of the postcodes was tested."
reports --year 2026 --la E08000099 clean/this
for format in txt json html book; do
    tells $format "$limited"
done
tells txt "Rules run with less knowledge"
tells html "<li><b>392c</b> $limited</li>"
tells book "392c | $limited"
reports --year 2026 --la E08000099 --reference postcodes=clean/postcodes.csv clean/this
for format in txt json html book; do
    lacks_it $format "$limited"
    lacks_it $format "with less knowledge"
done

# A file that is no table is left out.
echo 'colour,size' >clean/this/extra.csv
reports --year 2026 clean/this
tells txt "clean/this/extra.csv, line 1"
tells html "<bdi>clean/this/extra.csv</bdi></th><td>this return</td><td>left out</td>"
tells book "clean/this/extra.csv | left out"
check "more than one was left out" test "$(grep -o '<td>left out</td>' report.html | wc -l)" -eq 1
cp report.json out
json '[.findings[] | select(.message | endswith("It was left out.")) | .locations[0].file] == ["clean/this/extra.csv"]'

# A table of the portal's export without a file counts as empty; that is told, and is no defect.
cp -r "$samples/sen2/2026/clean/this" export
missing=$(find export -iname '*senneed*.csv')
check "not one file of the table: $missing" test -f "$missing"
rm -f "$missing"
empty="No file of the table SENneed (with a column senneedtableid) was given; it was taken as empty."
reports export
for format in txt json html book; do
    tells $format "$empty"
done
cp report.json out
json '[.findings[] | select(.message | startswith("No file of"))] == []'

# What is more than a page can show is counted: findings that are gone, those that changed, and places.
{
    header 2026
    for number in {1..520}; do
        wrong "C$number"
    done
    footer
} >before.xml
{ header 2026 && child C1 && footer; } >after.xml
expect 1 check --rules 8925 --quiet -o before.json before.xml
expect 0 check --rules 8925 --quiet -o after.json after.xml
reports --rules 8925 --baseline before.json after.xml
tells txt "20 of 520 shown; all of them: --format json"
tells html "200 of 520 shown; all of them in the JSON report."
cp report.json out
json '.fixed | length == 520'
expect 0 diff -o changes.txt -o changes.html -o changes.json before.json after.json
check "the text of the difference" grep -qE '^[0-9]+ of 520 shown; all findings: --format json$' changes.txt
check "the page of the difference" grep -qE '>500 of 520 shown; all findings: statval diff --format json\.<' changes.html

finish
