#!/usr/bin/env bash
# Returns of several files: CSV tables in a folder or an archive, last year's, reference data.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

samples=$(dirname "$(realpath "$0")")/../../samples/ssda903/2026/faulty
cp -r "$samples" faulty
options=(--year 2026 --la E08000099 --reference postcodes=faulty/postcodes.csv
    --reference providers=faulty/providers.csv --previous faulty/last)

# found PATH...: what the rules find in a submission, one line for each, left in `found`.
found() {
    run check "${options[@]}" --format json "$@"
    jq -c '.findings[] | select(.stage == "rules") |
        [.rule, .subject, [.locations[] | [.table, .row, .fields]]]' out | sort >found
}

# reported TEXT: the last run in JSON has a finding of the read stage with TEXT in it.
reported() {
    checks=$((checks + 1))
    jq -r '.findings[] | select(.stage == "read").message' out | grep -qF "$1" ||
        complain "not told: $1"
}

found faulty/this
cp found wanted
check "findings of the sample" test "$(wc -l <wanted)" -gt 60
json '[.findings[] | select(.stage != "rules")] == []'
json '.submission.previous | length > 9'
json '.submission.reference.postcodes.count == 680'
json '.submission.tables.Episodes > 0 and .submission.tables.Episodes_last > 0'

# The same submission in other clothes gives the same findings.
(cd faulty/this && zip -q ../../this.zip ./*)
found this.zip
same found wanted
found - <this.zip
same found wanted
found faulty/this/*
same found wanted
found faulty/this.xml
same found wanted
mkdir dressed
for file in faulty/this/*; do
    { printf '\xef\xbb\xbf'; sed 's/$/\r/' "$file"; } >"dressed/$(basename "$file").txt"
done
found dressed
same found wanted
json '[.findings[] | select(.stage != "rules")] == []'

# Each defect of form is told, and the rest is read all the same.
mkdir bent
cp faulty/this/* bent
sed -i 's/,/;/g' bent/reviews.csv
sed -i '1s/CHILD/child/' bent/ad1.csv
found bent
same found wanted
reported "separated by semicolons"
reported "column child is not spelled"

mkdir odd
printf 'CHILD,DOB,REVIEW,REVIEW_CODE\r\n\r\nA,01/01/2010,"01/05/2025,PN1\r\nB,01/01/2010,01/06/2025,PN1,,x\r\n' >odd/a.csv
printf 'C,01/01/2010\r\nD\0,01/01/2010,"01/07\n/2025",PN1\r\nE,01/01/2010,2025,PN1\r\n' >>odd/a.csv
expect 1 check --year 2026 --format json odd
reported "quotation mark"
reported "beyond the last column"
reported "fewer cells"
reported "NUL byte"
json '.submission.tables.Reviews == 5'
json '[.findings[] | select(.rule == "166") | .locations[0] | [.row, .sheet_row, .line]] |
    contains([[5, 7, 8]])'
printf 'CHILD,DOB,REVIEW,REVIEW_CODE\nJos\xe9,01/01/2010,01/05/2025,PN1\n' >latin.csv
expect 1 check --year 2026 --format json latin.csv
reported "Windows-1252"
json '.findings[0].severity == "error"'

# Files that are no table are left out and told of; the others are checked.
cp -r faulty/this mixed
echo "remember the milk" >mixed/notes.txt
cp mixed/reviews.csv mixed/second.csv
cut -d, -f1-3 mixed/oc3.csv >mixed/cut.csv
found mixed
same found wanted
reported "no table of the return"
reported "read from mixed/reviews.csv already"
reported "The nearest is OC3, but the file is without"
refuses 3 "The nearest is OC3" check --year 2026 mixed/cut.csv
refuses 3 "not XML" check --year 2026 mixed/notes.txt
refuses 3 "does not say its collection year" check faulty/this
refuses 3 "not supported" check --year 2019 faulty/this
expect 1 check --year 2023 --format json faulty/this
reported "which the return of 2023 does not have"
mkdir xml
cp faulty/this.xml faulty/this/episodes.csv xml
found xml
same found wanted
reported "read from the XML file already"

# Archives.
head -c 300 this.zip >cut.zip
refuses 3 "cut.zip" check --year 2026 cut.zip
zip -q nested.zip this.zip
refuses 3 "archive within an archive" check --year 2026 nested.zip
(cd faulty/this && zip -q -P secret ../../locked.zip ./*)
refuses 3 "password" check --year 2026 locked.zip
truncate -s 3000000 zeros.csv
zip -q bomb.zip zeros.csv
refuses 3 "unpacks to more than 2 MB" check --year 2026 --max-size 2 bomb.zip

# Last year's return and reference data.
generate --year 2026 --children 3 >a.xml
refuses 2 "no rule of cin looks at last year's return" check --previous faulty/last a.xml
refuses 2 "knows no reference data called schools" check --year 2026 --reference schools=a.xml faulty/this
refuses 3 "no column URN" check --year 2026 --reference providers=faulty/postcodes.csv faulty/this
refuses 3 "no postcode directory" check --year 2026 --reference postcodes=faulty/providers.csv faulty/this
refuses 3 "there is no such file" check --year 2026 --previous nowhere faulty/this
expect 0 reference build postcodes faulty/postcodes.csv -o postcodes.idx --edition "Mai 2026"
options=(--year 2026 --la E08000099 --reference postcodes=postcodes.idx
    --reference providers=faulty/providers.csv --previous faulty/last.xml)
found faulty/this
same found wanted
json '.submission.reference.postcodes.edition == "Mai 2026"'
expect 1 check --year 2026 --format json faulty/this
json '[.rules[] | select(.reason == "needs last year'"'"'s return")] | length > 20'
json '.rules[] | select(.code == "392c") | .note | length > 10'

# As the portal: findings of the second stage of children who have findings of the first.
run check "${options[@]}" --format json faulty/this
jq '.summary.errors + .summary.queries' out >all
run check "${options[@]}" --format json --as-portal faulty/this
json '.summary.hidden > 0'
check "hidden and shown are not all" \
    test "$(jq '.summary.errors + .summary.queries + .summary.hidden' out)" -eq "$(cat all)"

# Redacted: no value, no derived value, no child.
run check "${options[@]}" --format json --redact faulty/this
json '[.findings[].locations[] | (.fields, .derived // {}) | .[]] | all(. == null)'
check "an identifier is shown" test "$(grep -c 'A0000' out)" -eq 0
finish
