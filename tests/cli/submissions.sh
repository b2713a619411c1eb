#!/usr/bin/env bash
# Submissions of several files: folders with other things in them, last year's return, reference
# data, both forms at once; and what the reports tell of them.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

sample=$(dirname "$(realpath "$0")")/../../samples/ssda903/2026/faulty
cp -r "$sample" faulty
header=CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
episodes=CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN

# Two children; the placement of the first has moved to another authority since last year.
mkdir this last
printf '%s\n' $header PRIV1,M,01/04/2012,WBRI,A123456789012,, PRIV2,F,02/05/2013,WBRI,,, \
    >this/header.csv
printf '%s\n' $episodes 'PRIV1,01/01/2025,S,C2,N1,U1,PR1,,,,QA1 1JE,QB9 0AA,9900101' \
    PRIV2,31/06/2025,S,C2,N1,U1,PR1,,,,,, >this/episodes.csv
cp this/header.csv last
printf 'PRIV3,F,02/05/2005,WBRI,,,\n' >>last/header.csv
printf '%s\n' $episodes 'PRIV1,01/01/2025,S,C2,N1,U1,PR1,,,,QA1 1JE,QA1 0AA,9900101' >last/episodes.csv
cp faulty/postcodes.csv faulty/providers.csv .
options=(--year 2026 --la E08000099 --reference postcodes=postcodes.csv
    --reference providers=providers.csv)
rules=--rules=141,503H,INT03

# told_of FILE SEVERITY TEXT: one finding of the read stage is about FILE and says TEXT.
told_of() {
    # shellcheck disable=SC2016 # variables of jq
    check "not told of $1: $3: $(jq -c '[.findings[] | select(.rule == "FILE").message]' out)" \
        jq -e --arg file "$1" --arg severity "$2" --arg text "$3" '[.findings[] |
        select(.rule == "FILE" and .locations[0].file == $file and .severity == $severity and
            (.message | contains($text)))] | length == 1' out >answer
}

# The findings of rules, one in a line, left in the file given.
found() {
    jq -c '.findings[] | select(.stage == "rules") |
        [.rule, .subject, [.locations[] | [.table, .row, .fields, .derived]]]' out >"$1"
}

expect 1 check "${options[@]}" $rules --format json --previous last this
cp out usual.json
found usual
json '[.findings[] | [.rule, .subject]] == [["141", "PRIV2"], ["503H", "PRIV1"]]'
json '.findings[1].locations == [{table: "Episodes", row: 1, file: "this/episodes.csv", line: 2,
    fields: {PL_POST: "QB9 0AA"}, sheet_row: 2, derived: {PL_LA: "E08000098"}},
    {table: "Episodes_last", row: 1, file: "last/episodes.csv", line: 2,
    fields: {PL_POST: "QA1 0AA"}, sheet_row: 2, derived: {PL_LA: "E08000099"}}]'
json '.submission == {return: "ssda903", year: 2026, period: ["2025-04-01", "2026-03-31"],
    la: "E08000099", files: ["this/episodes.csv", "this/header.csv"],
    previous: ["last/episodes.csv", "last/header.csv"], reference: {postcodes: {file: "postcodes.csv",
    edition: "postcodes", count: 680}, providers: {file: "providers.csv", count: 33}}, subjects: 2,
    notices: ["Rules and codes of the Department for Education, as far as public sources show them."],
    tables: {Header: 2, Episodes: 2, Header_last: 3, Episodes_last: 1}}'
json '.summary == {errors: 2, queries: 0, schema: 0, explained: 0}'

# A folder with other things in it.
cp -r this mixed
printf '%%PDF-1.7\n' >mixed/letter.pdf
printf 'x' | gzip >mixed/old.csv.gz
echo '<html/>' >mixed/page.html
echo 'Remember the milk.' >mixed/notes.txt
: >mixed/empty.csv
cp this/header.csv mixed/.hidden.csv
touch mixed/Thumbs.db mixed/.DS_Store
mkdir mixed/below
cp this/header.csv mixed/below
mkfifo mixed/pipe
ln -s nosuch mixed/broken.csv
expect 1 check "${options[@]}" $rules --format json --previous last mixed
found got
same got usual
told_of mixed/letter.pdf error "PDF"
told_of mixed/old.csv.gz error "gzip"
told_of mixed/page.html error "root element is html"
told_of mixed/notes.txt query "no table of the return"
told_of mixed/empty.csv error "The file is empty"
told_of mixed/broken.csv error "There is no such file"
json '[.findings[] | select(.stage == "read")] | length == 6'
json '.summary.schema == 6 and .submission.tables.Header == 2'
expect 1 check "${options[@]}" $rules --previous last mixed
out_has "6 defects  in the form of the files"
out_has "mixed/letter.pdf, line 1, column 1: The file is a PDF document, not a return."
# Files given one by one, and a folder with none that can be read.
expect 1 check "${options[@]}" $rules --format json --previous last this/header.csv this/episodes.csv
found got
same got usual
refuses 3 "nosuch.csv: there is no such file" check --year 2026 this/header.csv nosuch.csv
refuses 3 "nosuch: there is no such file" check --year 2026 nosuch
mkdir bad
cp mixed/letter.pdf bad/a.pdf
: >bad/b.csv
refuses 3 "bad/a.pdf: the file is a PDF document" check --year 2026 bad
echo a,b,c >bad/c.csv
refuses 3 "bad/a.pdf" check --year 2026 bad
refuses 3 "c.csv: the file is not XML, and its first line does not hold" check --year 2026 bad/c.csv
refuses 3 "does not say its collection year" check this
refuses 3 "2022 is not supported" check --year 2022 this

# Beside a return that has no CSV files at all, it is asked about in the same way.
mkdir beside
cp "$(dirname "$sample")/../../cin/2026/clean.xml" mixed/notes.txt beside
expect 0 check --format json beside
told_of beside/notes.txt query "no table of the return"

# XML with a table in CSV besides; CSV of what the XML file has.
sed '/<SW_EPISODE>/d' faulty/this.xml >plain.xml
expect 1 check "${options[@]}" --format json plain.xml
json '.submission.tables | has("SWEpisodes") | not'
json '[.rules[] | select(.reason == "needs the table SWEpisodes, which was not given")] | length > 2'
expect 1 check "${options[@]}" --format json plain.xml faulty/this/sw_episodes.csv
found got
json '[.findings[] | select(.rule == "FILE")] == [] and .submission.tables.SWEpisodes > 100'
expect 1 check "${options[@]}" --format json faulty/this.xml
found meant
same got meant
expect 1 check "${options[@]}" --format json faulty/this.xml faulty/this/sw_episodes.csv
found got
same got meant
told_of faulty/this/sw_episodes.csv error "table SWEpisodes was read from the XML file already"
expect 1 check "${options[@]}" --format json plain.xml faulty/this
json '[.findings[] | select(.rule == "FILE")] | length == 10 and
    all(.message | contains("was read from the XML file already"))'
refuses 3 "2 files were given" check --year 2026 plain.xml faulty/this.xml

# Last year as folder, archive, files, XML: the same. Then everything that cannot be.
expect 1 check "${options[@]}" --format json --previous faulty/last faulty/this
found meant
json '.submission.tables.Episodes_last == 81 and .submission.subjects == 66'
(cd faulty/last && zip -q ../../last.zip ./*)
for previous in last.zip faulty/last.xml faulty/last/; do
    expect 1 check "${options[@]}" --format json --previous "$previous" faulty/this
    found got
    same got meant
    json '.submission.tables.Episodes_last == 81 and .submission.subjects == 66'
done
previous=()
for file in faulty/last/*; do
    previous+=(--previous "$file")
done
expect 1 check "${options[@]}" --format json "${previous[@]}" faulty/this
found got
same got meant
refuses 3 "nosuch: there is no such file" check "${options[@]}" --previous nosuch this
refuses 3 "empty" check "${options[@]}" --previous mixed/empty.csv this
refuses 3 "there is no file in this folder" check "${options[@]}" --previous home this
refuses 3 "notes.txt: the file is no table" check "${options[@]}" --previous mixed/notes.txt this
refuses 3 "root element is html" check "${options[@]}" --previous mixed/page.html this
generate --year 2026 --children 2 >cin.xml
refuses 3 "root element is Message" check "${options[@]}" --previous cin.xml this
refuses 3 "2 files were given" check "${options[@]}" --previous faulty/last.xml --previous faulty/this.xml this
head -c 3000 faulty/last.xml >cut.xml
refuses 3 "cut.xml: the file is cut off" check "${options[@]}" --previous cut.xml this
refuses 2 "no rule of cin looks at last year's return" check --previous this cin.xml
expect 1 check "${options[@]}" $rules --format json --previous last --previous last this
told_of last/header.csv error "table Header_last was read from last/header.csv already"
found got
same got usual
expect 1 check "${options[@]}" $rules --format json this
json '.submission | (has("previous") | not) and .subjects == 2'
json '[.rules[] | select(.code == "503H")] == [{code: "503H", severity: "error", group: "public-code", status: "skipped",
    reason: "needs last year'"'"'s return"}]'
expect 1 check --year 2026 $rules --format json --previous last this
json '.submission | has("reference") | not'
json '[.rules[] | select(.code == "503H")][0].reason == "needs the reference data postcodes"'

# Reference data: forms that will do, and every kind of wrongness.
mkdir one two
cp providers.csv one
cp providers.csv two/a.csv
cp providers.csv two/b.csv
zip -q one.zip providers.csv
zip -q two.zip providers.csv postcodes.csv
zip -q -P secret locked.zip providers.csv
sed 's/,/;/g' providers.csv >semicolons.csv
awk -F, 'NR == 1 { print "X," $0 } NR > 1 { print "x," $0 }' providers.csv >more.csv
iconv -f UTF-8 -t UTF-16 providers.csv >utf16.csv
for file in one one.zip more.csv utf16.csv providers.csv; do
    expect 1 check --year 2026 $rules --format json --reference "providers=$file" this
    json '.submission.reference.providers.count == 33 and .summary.schema == 0'
done
expect 1 check --year 2026 $rules --format json --reference providers=semicolons.csv this
json '[.findings[] | select(.message | contains("separated"))] == []'
sed 's/URN/NUMBER/' providers.csv >lacking.csv
sed '1s/$/\n"/' providers.csv >defect.csv
expect 1 check --year 2026 $rules --format json --reference providers=defect.csv this
told_of defect.csv error "quotation mark"
head -n 1 providers.csv >heading.csv
expect 1 check --year 2026 $rules --format json --reference providers=heading.csv this
json '.submission.reference.providers.count == 0'
json '[.rules[] | select(.reason == "needs the reference data providers")] == []'
wrong_reference() {
    refuses "$1" "$2" check --year 2026 --reference "$3" "${@:4}" this
}
wrong_reference 3 "here are 2" providers=two
wrong_reference 3 "here are 2" providers=two.zip
wrong_reference 3 "no file in this folder" providers=home
wrong_reference 3 "password" providers=locked.zip
wrong_reference 3 "no column URN" providers=lacking.csv
wrong_reference 3 "no column URN" providers=postcodes.csv
wrong_reference 3 "there is no such file" providers=nosuch
wrong_reference 3 "empty" providers=mixed/empty.csv
wrong_reference 3 "CSV file" providers=faulty/this.xml
wrong_reference 3 "PDF" providers=mixed/letter.pdf
wrong_reference 3 "no postcode directory" postcodes=providers.csv
wrong_reference 3 "folder" postcodes=this
wrong_reference 3 "nosuch" postcodes=nosuch
wrong_reference 2 "no reference data called schools" schools=providers.csv
wrong_reference 2 "no reference data called Providers" Providers=providers.csv
wrong_reference 2 "not possible" providers
wrong_reference 2 "not possible" providers=
wrong_reference 2 "not possible" =providers.csv
wrong_reference 2 "not possible" "$(letters 100)=x"
wrong_reference 2 "providers was given already" providers=providers.csv --reference providers=one
wrong_reference 2 "postcodes was given already" postcodes=postcodes.csv --reference postcodes=postcodes.csv
refuses 2 "cin knows no reference data called providers" check --reference providers=providers.csv cin.xml

# As the portal: what is hidden, and what is counted.
full=("${options[@]}" --previous faulty/last faulty/this)
expect 1 check "${full[@]}" --format json
cp out all.json
expect 1 check "${full[@]}" --format json --as-portal
cp out portal.json
# shellcheck disable=SC2016 # variables of jq
json '. as $all | .summary.errors + .summary.queries ==
    ([.findings[] | select(.stage == "rules")] | length) and all(.rules[] | select(.findings);
    .code as $code | .findings == ([$all.findings[] | select(.rule == $code)] | length) and
    .status == (if .findings > 0 then "failed" else "passed" end))'
json ".summary.hidden == $(jq '.findings | length' all.json) - (.findings | length)"
json '.summary.hidden > 0'
jq -c '.findings[]' all.json | sort >all
jq -c '.findings[]' portal.json | sort >shown
check "something is shown that was not found" test -z "$(comm -13 all shown)"
for format in jsonl csv; do
    expect 1 check "${full[@]}" --format $format --as-portal
    check "$format has another number" test "$(($(wc -l <out) - (${#format} == 3)))" -eq "$(wc -l <shown)"
done
hidden=$(jq .summary.hidden portal.json)
expect 1 check "${full[@]}" --as-portal
check "the text does not tell of $hidden" grep -qE "^ +$hidden findings? +hidden \(--as-portal\)" out
expect 1 check "${full[@]}"
out_lacks "as-portal"
json_of_all=$(jq -c .summary all.json)
check "hidden is told without --as-portal" test "${json_of_all/hidden/}" = "$json_of_all"

# Redacted: no value, no derived value, no child, no name that may be a value.
export STATVAL_REDACT_KEY=0123456789abcdef
sed -z 's/\n//' this/header.csv >mixed/broken-heading.csv # its first line has a child in it
{ cut -d, -f1 this/header.csv last/header.csv; echo QB9; echo QA1; echo 31/06/2025; echo 01/04/2012; } |
    grep -v CHILD | sort -u >values
echo E08000098 >>values
for format in json jsonl csv text; do
    expect 1 check "${options[@]}" $rules --format $format --previous last mixed
    cp out plain
    expect 1 check "${options[@]}" $rules --format $format --redact --previous last mixed
    err_empty
    check "in $format: $(grep -oFf values out | sort -u | tr '\n' ' ')" test "$(grep -cFf values out)" -eq 0
    check "$format without --redact lacks values" test "$(grep -oFf values plain | sort -u | wc -l)" -gt 4
done
rm mixed/header.csv
refuses 3 "with 5 other columns" check --year 2026 --redact mixed/broken-heading.csv
expect 1 check "${options[@]}" $rules --format json --redact --previous last this
json '[.findings[].locations[] | .fields, .derived // {} | .[]] | length == 5 and all(. == null)'
json '[.findings[].locations[] | .derived // empty | keys[0]] == ["PL_LA", "PL_LA"]'
json '[.findings[].subject] | unique | length == 2 and all(test("^[0-9a-f]{16}$"))'

# The text report: heading, where a record stands in the sheet, derived values apart.
unset STATVAL_REDACT_KEY
expect 1 check "${options[@]}" $rules --previous last this
out_has "Children looked after return (SSDA903) 2026, 2025-04-01 to 2026-03-31, authority E08000099"
out_has "this/episodes.csv, header.csv: 2 children"
out_has "Last year: last/episodes.csv, header.csv"
out_has "Postcodes: postcodes (680 postcodes)"
out_has "Providers: providers.csv (33 records)"
out_has "child PRIV2: Episodes 2 (row 3 in Excel) DECOM=31/06/2025"
out_has "child PRIV1: Episodes 1 (row 2 in Excel) PL_POST=QB9 0AA, from the reference data: PL_LA=E08000098; Episodes_last 1"
out_has "         3 Header_last"
expect 1 check "${options[@]}" $rules --format csv --previous last this
out_has ",503H,error,item,rules,PRIV1,Episodes,1,2,PL_POST | PL_LA | PL_POST | PL_LA,QB9 0AA | E08000098 | QA1 0AA | E08000099,"

finish
