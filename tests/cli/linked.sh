#!/usr/bin/env bash
# Tables of the portal's CSV export: records that name each other by keys, in files that are known by
# their key columns, with the export's own form of dates and answers.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

columns() {
    echo "${1}tableid,NativeId,${1}orderseqcolumn,sourceid$2"
}

# fresh: folder `a` with two persons, of whom the first has a request, an assessment and a plan.
fresh() {
    rm -rf a
    mkdir a
    columns sen2 ,collection,year,referencedate,sourcelevel,lea >a/Blade-Export_01-02-2026_sen2.csv
    echo '9,845,1,1,SEN2,2026,2026-Jan-15 00:00:00,L,845' >>a/Blade-Export_01-02-2026_sen2.csv
    columns person ,sen2tableid,surname,forename,upn >a/Blade-Export_01-02-2026_person.csv
    printf '%s\n' 21,845,1,1,9,Alder,Robin,G845203420012 22,845,2,1,9,Birch,Sam, \
        >>a/Blade-Export_01-02-2026_person.csv
    columns requests ,persontableid,receiveddate,requestoutcome,rya \
        >a/Blade-Export_01-02-2026_requests.csv
    echo '31,845,1,1,21,2025-feb-03 00:00:00,Y,False' >>a/Blade-Export_01-02-2026_requests.csv
    columns assessment ,requeststableid,assessmentoutcome >a/Blade-Export_01-02-2026_assessment.csv
    echo '41,845,1,1,31,A' >>a/Blade-Export_01-02-2026_assessment.csv
    columns namedplan ,assessmenttableid,startdate,pb >a/Blade-Export_01-02-2026_namedplan.csv
    columns plandetail ,namedplantableid,urn >a/Blade-Export_01-02-2026_plandetail.csv
    columns activeplans ,requeststableid,lastreview >a/Blade-Export_01-02-2026_activeplans.csv
    columns placementdetail ,activeplanstableid,urn,entrydate \
        >a/Blade-Export_01-02-2026_placementdetail.csv
    columns senneed ,activeplanstableid,sentype >a/Blade-Export_01-02-2026_senneed.csv
}

file() {
    echo "a/Blade-Export_01-02-2026_$1.csv"
}

# read_folder RULES: checks folder `a` with these rules.
read_folder() {
    run check --rules "$1" --format json a
}

# found RULE LOCATIONS: what a rule finds, as table, row and fields.
found() {
    json "[.findings[] | select(.rule == \"$1\") | [.locations[] | [.table, .row, .fields]]] == $2"
}

file_says() {
    json "[.findings[] | select(.rule == \"FILE\") | .message | select(contains(\"$1\"))] | length == $2"
}

tables='[.submission.tables[]] =='

fresh
read_folder LOCAL-SEN2-0*
json '.submission.return == "sen2" and .submission.year == 2026 and .submission.la == "845"'
json '.submission.subjects == 2 and .findings == []'
json "$tables [1, 2, 1, 1, 0, 0, 0, 0, 0]"

# The files may have any name, and their rows and columns any order; False is 0.
mv "$(file person)" a/p.txt
{
    head -n 1 a/p.txt
    tac a/p.txt | head -n 2
} >a/q.txt && rm a/p.txt
read_folder LOCAL-SEN2-306
json "$tables [1, 2, 1, 1, 0, 0, 0, 0, 0]"
json '.findings == []'

# Dates and answers in the form of XML, in findings too.
fresh
sed -i 's/2025-feb-03 00:00:00,Y,False/2025-02-31,Y,True/' "$(file requests)"
read_folder LOCAL-SEN2-0*,LOCAL-SEN2-307
found LOCAL-SEN2-002 '[[["Requests", 1, {ReceivedDate: "2025-02-31"}]]]'
fresh
sed -i 's/2025-feb-03 00:00:00,Y,False/2027-Dec-03 12:30:00,Y,2/' "$(file requests)"
read_folder LOCAL-SEN2-0*,LOCAL-SEN2-303
found LOCAL-SEN2-303 '[[["Requests", 1, {ReceivedDate: "2027-12-03"}]]]'
found LOCAL-SEN2-001 '[[["Requests", 1, {RYA: "2"}]]]'

# NULL is blank; a month that is none stays as it is.
fresh
sed -i 's/2025-feb-03 00:00:00,Y,False/2025-Fev-03 00:00:00,NULL,NULL/' "$(file requests)"
read_folder LOCAL-SEN2-0*,LOCAL-SEN2-301
found LOCAL-SEN2-002 '[[["Requests", 1, {ReceivedDate: "2025-Fev-03 00:00:00"}]]]'
found LOCAL-SEN2-301 '[[["Requests", 1, {RequestOutcome: null}]]]'

# What names nothing is left out, with everything that hangs on it, and told.
fresh
echo '32,845,2,1,77,2025-feb-03 00:00:00,Y,9' >>"$(file requests)"
echo '42,845,2,1,32,A' >>"$(file assessment)"
echo '43,845,3,1,,A' >>"$(file assessment)"
read_folder LOCAL-SEN2-0*
file_says 'Nothing has the persontableid that this record of Requests names' 1
file_says 'Nothing has the requeststableid that this record of Assessment names' 2
json "$tables [1, 2, 1, 1, 0, 0, 0, 0, 0]"
json '[.findings[] | select(.stage == "rules")] == []'

# A person of another return than that of the header.
fresh
echo '23,845,3,1,8,Cedar,Kim,' >>"$(file person)"
read_folder LOCAL-SEN2-230
file_says 'Nothing has the sen2tableid that this record of Person names' 1
found LOCAL-SEN2-230 '[[["Person", 2, {}]]]'

# The same key twice: what names it belongs to the first.
fresh
sed -i 's/^22,/21,/' "$(file person)"
read_folder LOCAL-SEN2-230
file_says 'An earlier record has the same persontableid' 1
found LOCAL-SEN2-230 '[[["Person", 2, {}]]]'

# A second assessment of one request is told of, and read.
fresh
echo '42,845,2,1,31,9' >>"$(file assessment)"
read_folder LOCAL-SEN2-001
file_says 'An earlier record names the same requeststableid' 1
found LOCAL-SEN2-001 '[[["Assessment", 2, {AssessmentOutcome: "9"}]]]'

# Records stand below their parents, whatever the order of their files.
fresh
printf '%s\n' 33,845,1,1,22,,,5 34,845,1,1,21,,,6 >>"$(file requests)"
read_folder LOCAL-SEN2-001
found LOCAL-SEN2-001 '[[["Requests", 3, {RYA: "6"}]], [["Requests", 2, {RYA: "5"}]]]'

# Where a record stands is told by its place below its parent; one that is left out stands nowhere.
fresh
printf '%s\n' 33,845,1,1,22,2025-02-28 34,845,1,1,21,2025-02-28 35,845,1,1,77,,,1 \
    >>"$(file requests)"
run check --rules LOCAL-SEN2-001 a
out_has '/Message/Persons/Person[2]/Requests[1]'
out_has '/Message/Persons/Person[1]/Requests[2]'
check "three places instead of two" test "$(grep -c '/Requests' out)" -eq 2

# A year that is not that of the header is told at the header.
fresh
run check --year 2025 --rules LOCAL-SEN2-001 --format json a
json '.findings[0].locations[0].file | endswith("_sen2.csv")'

# NULL is no key.
fresh
echo 'NULL,845,1,1,22,,,5' >>"$(file requests)"
echo 'NULL,845,1,1,22,,,6' >>"$(file requests)"
echo '42,845,2,1,NULL,A' >>"$(file assessment)"
read_folder LOCAL-SEN2-001
file_says 'An earlier record has the same' 0
file_says 'Nothing has the requeststableid that this record of Assessment names' 1

# Columns that are not of the year: told where they have a value, by the names of the return.
fresh
sed -i '1s/$/,GENDERCURRENT,colour/; 2s/$/,1,/; 3s/$/, ,red/' "$(file person)"
read_folder LOCAL-SEN2-003
found LOCAL-SEN2-003 '[[["Person", 1, {GenderCurrent: "1"}]], [["Person", 2, {colour: "red"}]]]'
STATVAL_REDACT_KEY=0123456789abcdef run check --rules LOCAL-SEN2-003 --format json --redact a
check "a name of a column in a redacted report" eval '! grep -q colour out'
found LOCAL-SEN2-003 '[[["Person", 1, {"other item": null}]], [["Person", 2, {"other item": null}]]]'

# A file that was not given is an empty table, which the report says; without a header every item of
# it is blank, and the year has to be given.
fresh
rm "$(file senneed)" "$(file sen2)"
refuses 3 "--year" check a
run check --year 2026 --rules LOCAL-SEN2-101 --format json a
json '.submission.notices | map(select(startswith("No file of the table"))) | length == 2'
json '[.findings[] | .rule] == ["LOCAL-SEN2-101"]'

# A file without its keys is no table; the same table twice is read once.
fresh
sed -i '1s/requeststableid/id/' "$(file assessment)"
run check --rules LOCAL-SEN2-0* --format json a
file_says 'without requeststableid' 1
run check --format json a
json '.submission.notices | map(select(startswith("No file of the table"))) == []'
json '[.rules[] | select(.code == "LOCAL-SEN2-401" or .code == "LOCAL-SEN2-501") | .reason] | unique == ["needs the table Assessment, which was not given"]'
fresh
cp "$(file person)" a/again.csv
run check --rules LOCAL-SEN2-0* --format json a
file_says 'he table Person was read from' 1

# Headings are known in any letter case; the same column twice is told.
fresh
sed -i '1s/.*/\U&/' "$(file person)"
sed -i '1s/$/,rya/; 2s/$/,1/' "$(file requests)"
read_folder LOCAL-SEN2-0*
file_says 'The column rya is there more than once' 1
json '[.findings[]] | length == 1'

finish
