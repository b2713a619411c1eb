#!/usr/bin/env bash
# Returns of several XML parts (youth justice): which belong together, in which order they are read.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

# part NUMBER COUNT [CHILD...]: a part with these children, none of which a rule objects to by itself.
part() {
    cat <<END
<YouthJusticeReturn FormatVersion="1.0"><Header><YOTOUCode>${yot:-X99}</YOTOUCode>
<ReturnStartDate>${start:-2026-07-01}</ReturnStartDate><ReturnEndDate>2026-09-30</ReturnEndDate>
<CMSSystem>Test</CMSSystem><CMSExtractVersion>1</CMSExtractVersion>
<ExtractDateTime>2026-10-12T09:00:00</ExtractDateTime>
<PartNumber>$1</PartNumber><PartCount>$2</PartCount></Header>
END
    local id
    for id in "${@:3}"; do
        printf '%s' "<Child><PersonDetails><CurrentYOTID>$id</CurrentYOTID>" \
            '<DateOfBirth>2010-02-03</DateOfBirth><Sex>1</Sex><Ethnicity>White British</Ethnicity>' \
            '<Nationality>GBR</Nationality><PreferredLanguage>English</PreferredLanguage>' \
            '<Religion>NOT_STATED</Religion><ImmigrationStatus>British citizen</ImmigrationStatus>' \
            '</PersonDetails></Child>'
    done
    printf '%s\n' '</YouthJusticeReturn>'
}
options=(--format json --rules -YJ-280)

# codes: the codes that have findings, of rules and of the reading.
codes() {
    jq -r '[.findings[].rule] | unique | join(" ")' out
}

has_codes() {
    check "the codes are \"$(codes)\", not \"$1\"" test "$(codes)" = "$1"
}

mkdir parts
part 1 3 C1 C2 >parts/b.xml
part 2 3 C3 >parts/c.xml
part 3 3 C4 C5 >parts/a.xml
(cd parts && zip -q ../parts.zip c.xml a.xml b.xml)
part 1 1 C1 C2 C3 C4 C5 >single.xml

# One file, parts in any order, a folder, an archive, standard input: the same return.
expect 0 check "${options[@]}" single.xml
json '.submission | .return == "yj" and .year == 2027 and .period == ["2026-07-01", "2026-09-30"] and
    .la == "X99" and .subjects == 5 and .tables.header == 1'
for paths in parts parts.zip "parts/c.xml parts/b.xml parts/a.xml" "parts/a.xml parts/b.xml parts/c.xml"; do
    # shellcheck disable=SC2086 # several paths are meant
    expect 0 check "${options[@]}" $paths
    has_codes ""
    json '[.submission.files[] | split("/")[-1]] == ["b.xml", "c.xml", "a.xml"]'
    json '.submission.subjects == 5 and .submission.tables.header == 3'
done
expect 0 check "${options[@]}" - <parts.zip
json '.submission.subjects == 5'
expect 0 check --rules -YJ-280 parts
out_has "NOTHING FOUND"

# Rows count over the parts in the order of their numbers; a place has the line in its own part.
part 2 3 "C1" >parts/c.xml
expect 1 check "${options[@]}" parts
has_codes YJ-009
json '.findings[0].locations == [
    {table: "person", row: 3, file: "parts/c.xml", line: 6, fields: {CurrentYOTID: "C1"}},
    {table: "person", row: 1, file: "parts/b.xml", line: 6, fields: {CurrentYOTID: "C1"}}]'

# There may be more parts than files that can be open at one time, also of those whose header comes
# late: what stands before it is longer than what is read at once.
mkdir many
for ((number = 1; number <= 200; number++)); do
    part $number 200 "C$number"
done | awk -v RS='</YouthJusticeReturn>\n' '{ print $0 RS >("many/" NR ".xml"); close("many/" NR ".xml") }'
printf '<!--%150000s-->\n' '' >comment
for ((number = 1; number <= 80; number++)); do
    cat comment many/$number.xml >with-comment
    mv with-comment many/$number.xml
    : >many/empty-$number.xml
done
(
    ulimit -n 64
    expect 1 check "${options[@]}" many
    json '.summary.schema == 80 and all(.findings[]; .message == "The file is empty.")'
    json '.submission.subjects == 200 and .submission.tables.header == 200'
    [ "$failures" -eq 0 ]
) || complain "200 parts"
rm -r many

# Missing, doubled, wrongly numbered parts, with the numbers.
json_detail() { jq -r '.findings[] | select(.rule == "YJ-005").detail' out; }
expect 1 check "${options[@]}" parts/b.xml parts/a.xml
has_codes YJ-005
check "the detail is $(json_detail)" test "$(json_detail)" = "missing: 2"
part 1 3 C9 >again.xml
expect 1 check "${options[@]}" parts/b.xml parts/a.xml again.xml
check "the detail is $(json_detail)" test "$(json_detail)" = "missing: 2; more than once: 1"
expect 1 check "${options[@]}" parts/b.xml single.xml
json '[.findings[].rule] | contains(["YJ-005"])'
for format in text csv jsonl; do
    expect 1 check --format $format --rules YJ-005 parts/b.xml parts/a.xml
    out_has "missing: 2"
done
expect 1 check --redact --rules YJ-005 parts/b.xml parts/a.xml
out_has "missing: 2"

# Parts that do not belong together.
part 2 3 C3 >parts/c.xml
yot=Y11 part 3 3 C4 >other.xml
expect 1 check "${options[@]}" parts/b.xml parts/c.xml other.xml
has_codes YJ-006
start=2026-04-01 part 3 3 C4 >other.xml
expect 1 check "${options[@]}" parts/b.xml parts/c.xml other.xml
json '[.findings[].rule] | index("YJ-006") != null'
header 2026 | sed '$!b' >cin.xml
child A1 >>cin.xml
footer >>cin.xml
refuses 3 "is of the return" check parts/b.xml cin.xml

# Anything else in the folder or archive is left out, and told.
cp -r parts with
echo 'Please find the parts attached.' >with/readme.txt
printf '<Letter/>' >with/letter.xml
touch with/.DS_Store
(cd with && zip -q ../with.zip ./* .DS_Store)
for path in with with.zip; do
    expect 1 check "${options[@]}" $path
    has_codes FILE
    json '[.findings[].severity] == ["error", "error"]'
    json '[.findings[].locations[0].file | split("/")[-1]] | sort == ["letter.xml", "readme.txt"]'
done

# Whatever the order in which they are given, they stand behind the parts.
for paths in "letter.xml a.xml readme.txt b.xml c.xml" "c.xml b.xml a.xml letter.xml readme.txt"; do
    # shellcheck disable=SC2086 # several paths are meant
    (cd with && run check "${options[@]}" $paths; mv out ..)
    json '.submission.files == ["b.xml", "c.xml", "a.xml", "letter.xml", "readme.txt"]'
done

# A file in another encoding is told as that.
printf 'Bitte beachten: die Anlagen fehlen.' | iconv -t UTF-16 >with/readme.txt
expect 1 check "${options[@]}" with
json '[.findings[].message | select(contains("encoding UTF-16"))] | length == 1'

# A part that breaks off, or that is locked, is no return: one sentence.
head -c 900 parts/a.xml >cut.xml
refuses 3 "cut.xml" check parts/b.xml parts/c.xml cut.xml
(cd parts && zip -q -P secret ../locked.zip ./*)
refuses 3 "locked with a password" check locked.zip

# The header says the period, and the code of the service is compared.
refuses 2 "--period" check --period 2026-07-01..2026-08-01 single.xml
expect 0 check "${options[@]}" --la x99 single.xml
expect 1 check "${options[@]}" --la X98 single.xml
has_codes YJ-004
sed 's/2026-09-30/2028-09-30/' single.xml >late.xml
refuses 3 "2029 is not supported" check late.xml
expect 1 check "${options[@]}" --year 2027 late.xml
json '[.findings[].rule] | index("YJ-008") != null'
sed 's/2026-09-30/30.9.2026/' single.xml >unknown.xml
refuses 3 "does not say its collection year" check unknown.xml
sed 's/2026-09-30/2028-09-30/' parts/b.xml >late.xml # the first part says the year
refuses 3 "late.xml: the collection year 2029" check parts/c.xml late.xml parts/a.xml

# The period, children and their offences are in nothing that is kept or printed with --redact.
sed 's/2010-02-03/2030-02-03/' parts/b.xml >private.xml
mkdir tmp
for format in text json jsonl csv; do
    TMPDIR=$work/tmp expect 1 check --redact --format $format parts/c.xml private.xml
    out_lacks 2030-02-03
    out_lacks C1
    err_empty
done
check "temporary files were left" test -z "$(ls tmp)"

# Reference data of the service.
printf 'CJSCode,YJBOffenceCategory,YJBSeriousnessScore\nTH68010,ROBBERY,6\n' >gravity.csv
sed 's|</PersonDetails>|&<Offence><OffenceID>1</OffenceID><OffenceDate>2026-05-01</OffenceDate>\
<CJSCode>th68010</CJSCode><YJBOffenceCategory>Theft and handling stolen goods</YJBOffenceCategory>\
<YJBSeriousnessScore>3</YJBSeriousnessScore></Offence>|g' single.xml >offences.xml
expect 1 check --format json --rules YJ-117 --reference gravity=gravity.csv --fail-on query offences.xml
json '(.findings | length) == 5 and .submission.reference.gravity.count == 1'
expect 0 check --format json --rules YJ-117 offences.xml
json '.rules[] | select(.code == "YJ-117") | .status == "skipped" and (.reason | contains("gravity"))'
sed -i 's/NOT_STATED/JEDI/' single.xml
printf 'List,Code\nReligion,Jedi\n' >local.csv
expect 1 check "${options[@]}" --rules YJ-015 single.xml
expect 0 check "${options[@]}" --rules YJ-015 --reference localcodes=local.csv single.xml

finish
