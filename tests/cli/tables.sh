#!/usr/bin/env bash
# The tables of a return in CSV files: which table a file is, and what is wrong with its form. What
# can be read is read, what cannot is left out, and every defect is told.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

header=CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
episodes=CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
reviews=CHILD,DOB,REVIEW,REVIEW_CODE

# fresh: a folder `a` with three children in Header, of whom two have episodes; nothing is wrong with
# it but what rule 141 finds of A2.
fresh() {
    rm -rf a
    mkdir a
    printf '%s\n' $header A1,M,01/04/2012,WBRI,,, A2,F,02/05/2013,WBRI,,, A3,M,03/06/2014,WBRI,,, \
        >a/header.csv
    printf '%s\n' $episodes A1,01/06/2025,S,C2,N1,U1,PR1,,,,,, A2,31/06/2025,S,C2,N1,U1,PR1,,,,,, \
        >a/episodes.csv
}

# read_folder STATUS: checks folder `a` with a few simple rules.
only=--rules=INT03,INT32,141,147
read_folder() {
    expect "$1" check --year 2026 $only --format json a
}

# told_of FILE SEVERITY TEXT: exactly one finding of the read stage is about FILE and says TEXT.
told_of() {
    # shellcheck disable=SC2016 # variables of jq
    check "not told once of $1: $3: $(jq -c '[.findings[] | select(.rule == "FILE").message]' out)" \
        jq -e --arg file "$1" --arg severity "$2" --arg text "$3" '[.findings[] |
        select(.rule == "FILE" and .stage == "read" and .locations[0].file == $file and
            .severity == $severity and (.message | contains($text)))] | length == 1' out >answer
}

# told_times N: so many findings of the read stage.
told_times() {
    json "[.findings[] | select(.stage == \"read\")] | length == $1"
}

# The findings of the rules when nothing is wrong with the files.
usual() {
    json '[.findings[] | select(.stage == "rules") | [.rule, .subject]] == [["141", "A2"]]'
    json '.submission.tables == {Header: 3, Episodes: 2} and .submission.subjects == 3'
}

fresh
read_folder 1
usual
told_times 0

# Columns in any order and letter case, with white space around them, and any name of the file.
awk -F, 'BEGIN { OFS = "," } { print $7, $6, $5, $4, $3, $2, $1 }' a/header.csv >a/zzz.txt
rm a/header.csv
read_folder 1
usual
told_times 0
fresh
sed -i '1s/CHILD/ child\t/; 1s/ETHNIC/"Ethnic"/' a/header.csv
read_folder 1
usual
told_times 2
told_of a/header.csv query "column child is not spelled"
told_of a/header.csv query "column Ethnic is not spelled"
json '[.findings[] | select(.rule == "FILE").locations[0]] |
    all(.table == null and .row == null and .line == 1 and .fields == {} and (has("sheet_row") | not))'

# A column that is missing, unknown, both, there twice, or without a name.
fresh
sed -i 's/,[^,]*$//' a/header.csv
read_folder 1
told_times 1
told_of a/header.csv error "nearest is Header, but the file is without MC_DOB."
json '.submission.tables == {Episodes: 2}'
json '[.rules[] | select(.code == "INT03")][0] | .status == "skipped" and
    .reason == "needs the table Header, which was not given"'
fresh
sed -i 's/$/,x/; 1s/x$/NOTE/' a/header.csv
read_folder 1
told_times 1
told_of a/header.csv error "the file is with NOTE."
fresh
sed -i '1s/ETHNIC/ETHNICITY/' a/header.csv
read_folder 1
told_of a/header.csv error "without ETHNIC; with ETHNICITY."
expect 1 check --year 2026 $only --format json --redact a
told_of a/header.csv error "without ETHNIC; with 1 other column."
fresh
sed -i 's/$/,X9/; 1s/X9$/sex/' a/header.csv
read_folder 1
usual
told_of a/header.csv error "column sex is there more than once; the first one was read"
told_times 1
fresh
sed -i 's/$/,,/' a/header.csv
read_folder 1
usual
told_times 0
sed -i '3s/$/x/; 4s/,$/ ,/' a/header.csv
read_folder 1
usual
told_times 1
told_of a/header.csv query "in a column without a name"
json '.findings[0] | .subject == "A2" and .locations == [{table: "Header", row: 2,
    file: "a/header.csv", line: 3, fields: {}, sheet_row: 3}]'

# The same table twice; a table of another year; none at all; nothing but the heading; nothing.
fresh
cp a/header.csv a/again.csv
read_folder 1
usual
told_of a/header.csv error "table Header was read from a/again.csv already"
fresh
echo CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON >a/sw.csv
expect 1 check --year 2023 $only --format json a
told_of a/sw.csv error "columns of SWEpisodes, which the return of 2023 does not have"
expect 1 check --year 2026 $only --format json --previous a a
json '.submission.tables | has("SWEpisodes_last") and has("SWEpisodes")'
expect 1 check --year 2024 $only --format json --previous a a
told_of a/sw.csv error "columns of SWEpisodes, which the return of 2023 does not have"
json '.submission.tables | (has("SWEpisodes_last") | not) and has("SWEpisodes")'
fresh
echo a,b,c >a/other.csv
read_folder 1
usual
told_of a/other.csv query "no table of the return"
fresh
echo $header >a/header.csv
read_folder 1
told_times 0
json '.submission.tables == {Header: 0, Episodes: 2}'
json '[.findings[] | .rule] == ["141", "INT03", "INT03"]'
for nothing in '' '\n\n\r\n' ' \t\n' '\xef\xbb\xbf'; do
    fresh
    printf "%b" "$nothing" >a/header.csv
    read_folder 1
    told_of a/header.csv error "The file is empty."
    json '.submission.tables == {Episodes: 2} and .submission.files ==
        ["a/episodes.csv", "a/header.csv"]'
done
fresh
sed -i 1d a/header.csv # then the first child is taken for the heading
read_folder 1
told_of a/header.csv query "no table of the return"
json '[.rules[] | select(.code == "INT03")][0].status == "skipped"'

# Semicolons and tabs.
for name in semicolons tabs; do
    fresh
    delimiter=';'
    [ $name = tabs ] && delimiter=$'\t'
    sed -i "s/,/$delimiter/g" a/header.csv a/episodes.csv
    read_folder 1
    usual
    told_times 2
    told_of a/header.csv error "separated by $name"
done

# Byte order marks, line ends of Windows and of old Macs, no line end at all, and a mixture.
for ends in 's/$/\r/' ':a;N;$!ba;s/\n/\r/g' 's/$/\r\r/' '1s/$/\r/' '2s/$/\r/'; do
    for mark in '' '\xef\xbb\xbf'; do
        fresh
        for file in a/header.csv a/episodes.csv; do
            { printf '%b' "$mark" && sed "$ends" $file; } >made
            mv made $file
        done
        read_folder 1
        usual
        told_times 0
    done
done
fresh
printf %s "$(<a/episodes.csv)" >made
mv made a/episodes.csv
read_folder 1
usual

# The row of the sheet counts empty lines and the heading, and a row with line ends in it once.
fresh
printf '\n\r\n%s\r\n\nA1,01/06/2025,S,C2,N1,"U\n\n1",PR1,,,,,,\n\nA2,x,S,C2,N1,U1,PR1,,,,,,\n' \
    $episodes >a/episodes.csv
read_folder 1
json '[.findings[] | select(.rule == "141").locations[0]] == [{table: "Episodes", row: 2,
    file: "a/episodes.csv", line: 9, fields: {DECOM: "x"}, sheet_row: 7}]'
printf '%s\r\rA2,x,S,C2,N1,U1,PR1,,,,,,\r' $episodes >a/episodes.csv
read_folder 1
json '[.findings[] | select(.rule == "141").locations[0] | [.row, .line, .sheet_row]] == [[1, 3, 3]]'

# Quotes: right ones leave no trace; one without a partner harms its own cell only.
fresh
sed -i 's/A2/"A2"/; s/31.06.2025/"31\/06\/2025" /' a/header.csv a/episodes.csv
read_folder 1
usual
told_times 0
fresh
printf '%s\n' A3,\"01/06/2025,S,C2,N1,U1,PR1,,,,,, 'A3,0"1/06/2025,S,C2,N1,U1,PR1,,,,,,' \
    'A3,"01/06"/2025,S,C2,N1,U1,PR1,,,,,,' A3,01/06/2025,S,C2,N1,U1,PR1,,,,,,\" >>a/episodes.csv
read_folder 1
json '.submission.tables.Episodes == 6'
json '[.findings[] | select(.rule == "FILE") | .message | select(startswith("A quotation mark"))] |
    length == 4'
json '[.findings[] | select(.rule == "141") | .locations[0].fields.DECOM] ==
    ["31/06/2025", "\"01/06/2025", "0\"1/06/2025", "\"01/06\"/2025"]'
fresh
printf '%s\n' 'A3,"01/06' '/2025",S,C2,N1,U1,PR1,,,,,,' 'A3,"a ""b""",S,C2,N1,U1,PR1,,,,,,' \
    >>a/episodes.csv
read_folder 1
told_times 0
json '[.findings[] | select(.rule == "141") | .locations[0].fields.DECOM] ==
    ["31/06/2025", "01/06\n/2025", "a \"b\""]'

# Rows with too few and too many cells; rows of nothing but commas.
fresh
printf '%s\n' A3 A3,01/06/2025 A3,01/06/2025,S,C2,N1,U1,PR1,,,,,,,,, A3,01/06/2025,S,C2,N1,U1,PR1,,,,,,,x \
    ,,,,,,,,,,,, >>a/episodes.csv
read_folder 1
told_times 3
told_of a/episodes.csv error "beyond the last column"
json '[.findings[] | select(.severity == "query").locations[0].line] == [4, 5]'
json '.submission.tables.Episodes == 7'
json '[.findings[] | select(.rule == "INT03") | [.subject, .locations[0].row]] == [[null, 7]]'
fresh
for ((number = 0; number < 150; number++)); do echo A3,01/06/2025; done >>a/episodes.csv
read_folder 1
told_times 101
told_of a/episodes.csv query "And 50 more like this: The row has fewer cells"
json '.submission.tables.Episodes == 152'

# Characters: NULs, Windows-1252, bytes that are no UTF-8 in a file that is.
fresh
printf 'A3,01/0\0006/2025,S,C2,N1,U1,PR1,,,,,,\n' >>a/episodes.csv
read_folder 1
told_times 1
told_of a/episodes.csv error "NUL byte"
json '[.findings[] | select(.rule == "141") | .locations[0].fields.DECOM] | .[1] == "01/0\ufffd6/2025"'
fresh
sed -i $'1s/SEX/SE\\x00X/; 1s/DOB/DOB\\x00/' a/header.csv
read_folder 1
told_of a/header.csv error $'without SEX, DOB; with SE\xef\xbf\xbdX, DOB\xef\xbf\xbd.'
fresh
printf 'Zo\xeb,\x8001/06/2025\x92,S,C2,N1,U1,PR1,,,,,,\n' >>a/episodes.csv
read_folder 1
told_times 1
told_of a/episodes.csv error "read as Windows-1252"
json '[.findings[] | select(.rule == "141") | [.subject, .locations[0].fields.DECOM]] |
    .[1] == ["ZO\u00eb", "\u20ac01/06/2025\u2019"]'
fresh
printf 'Zo\xc3\xab,0\xff1/06/2025,S,C2,N1,U1,PR1,,,,,,\n' >>a/episodes.csv
read_folder 1
told_of a/episodes.csv error "A character is damaged"
json '[.findings[] | select(.rule == "141") | .locations[0].fields.DECOM] | .[1] == "0\ufffd1/06/2025"'
fresh
sed -i $'1s/SEX/S\xcbX/' a/header.csv
read_folder 1
told_of a/header.csv error $'with S\xef\xbf\xbdX'
refuses 3 "without SEX" check --year 2026 a/header.csv
check "the reason is not UTF-8" iconv -f UTF-8 -t UTF-8 -o copy err
for encoding in UTF-16 UTF-16LE UTF-16BE UTF-32; do
    fresh
    iconv -f UTF-8 -t $encoding a/header.csv >made
    mv made a/header.csv
    read_folder 1
    told_times 1
    json '.submission.tables == {Episodes: 2}'
    json '.findings[0].locations[0].file == "a/header.csv"'
done
fresh
iconv -f UTF-8 -t UTF-16 a/header.csv >made
mv made a/header.csv
read_folder 1
told_of a/header.csv error 'save it as "CSV UTF-8"'

# Cells and lines that are too long.
fresh
{ printf 'A3,' && letters 65536 && printf ',S,C2,N1,U1,PR1,,,,,,\nA3,' && letters 65537 &&
    printf ',S,C2,N1,U1,PR1,,,,,,\n'; } >>a/episodes.csv
read_folder 1
told_times 1
told_of a/episodes.csv error "longer than 64 KB"
json '[.findings[] | select(.rule == "141") | .locations[0].fields.DECOM | length] == [10, 65536, 65536]'
fresh
{ printf A3 && letters 20000 | tr A ,; echo x; } >>a/episodes.csv
read_folder 1
told_of a/episodes.csv error "more cells than a spreadsheet has columns"
fresh
{ letters 300000 && echo "$episodes"; } >a/long.csv
read_folder 1
usual
told_of a/long.csv query "no table of the return"

# However the values are, a report stays in its form.
fresh
printf '%s\n' "$reviews" "\"=1+1\",,\"a\n<&>'\\\",x" "\"\x1b[31m\x07\",,\"\",x" >a/reviews.csv
for format in json jsonl csv text; do
    expect 1 check --year 2026 --format $format a
    check "the $format report is not UTF-8" iconv -f UTF-8 -t UTF-8 -o copy out
    check "a control character is in the $format report" \
        test "$(tr -d '\r\n' <out | grep -c $'[\x1b\x07]')" -eq 0
done

finish
