#!/usr/bin/env bash
# The report as a workbook: read back, with the numbers and findings of the JSON report; unharmed by
# whatever stands in a return; the same bytes for the same return; written whole or not at all.
reader=$(realpath "$(dirname "$0")/xlsx_reader.py")
hostile=$(realpath "$(dirname "$0")/../html/hostile.sh")
samples=$(realpath "$(dirname "$0")/../../samples")
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
export STATVAL_REDACT_KEY=0123456789abcdef
{ header 2026 && wrong A1 && footer; } >wrong.xml

# A build without libxlsxwriter says so.
if ! "$statval" check --help | grep -q '^  xlsx '; then
    refuses 2 "--format xlsx: this build of statval writes no xlsx" check --format xlsx wrong.xml
    refuses 2 "-o a.xlsx: this build of statval writes no xlsx" check -o a.xlsx wrong.xml
    refuses 2 "-o A.XLSX: this build of statval writes no xlsx" check --format json -o A.XLSX wrong.xml
    check "a report was written" test ! -e a.xlsx -a ! -e A.XLSX
    echo "This build writes no xlsx: the rest is not tried."
    finish
fi

# reads STATUS ARGUMENT...: the workbook can be read and says what the JSON report does. Leaves them
# as report.xlsx and report.json.
reads() {
    rm -f report.xlsx report.json
    expect "$1" check --quiet -o report.xlsx -o report.json "${@:2}"
    err_empty
    out_empty
    checks=$((checks + 1))
    python3 "$reader" report.xlsx report.json 2>told || complain "${*:2}: $(head -c 800 told)"
}

# sheets: of report.xlsx, as JSON in the file sheets.
sheets() {
    python3 "$reader" report.xlsx >sheets || complain "report.xlsx cannot be read"
}

# sheet FILTER: the filter must be true of them.
sheet() {
    check "not true of the workbook: $1" jq -e "$1" sheets >answer
}

# All faulty samples of all returns, and the clean ones.
count=0
for own in "$samples"/*/*/faulty/this "$samples"/*/*/faulty/this.xml "$samples"/*/*/faulty.xml \
    "$samples"/yj/*/faulty "$samples"/yj/*/faulty.zip; do
    [ -e "$own" ] || continue
    count=$((count + 1))
    arguments_of "${own%/this*}"
    reads 1 "${arguments[@]}" "$own"
done
check "only $count samples" test $count -ge 22
for own in "$samples"/*/*/clean.xml "$samples"/*/*/clean/this.xml; do
    [ -e "$own" ] || continue
    arguments_of "${own%/this.xml}"
    reads 0 "${arguments[@]}" "$own"
done

# The verdicts, and what stands above them.
reads 1 --rules 8925 wrong.xml
sheets
sheet '.Summary[0][0] | test("^Children in need.* 2026$"; "i")'
sheet '.Summary[1][0] | startswith("NOT READY")'
sheet '.["By child"][1] == ["A1", 1, 0, 0, null, "8925"]'
sheet '.["By rule"] | (.[0][4] == "Children") and (.[1][0:5] == ["8925", "error", "official", 1, 1])'
{ header 2026 && child A1 && footer; } >fine.xml
reads 0 --rules '8770Q' fine.xml
sheets
sheet '.Summary[1][0] | startswith("NEARLY READY")'
reads 0 --rules 8925 fine.xml
sheets
sheet '.Summary[1][0] | startswith("NOTHING FOUND by the 1 of ")'
sheet '.Findings | length == 1'
generate --year 2026 --children 30 >clean.xml
reads 0 clean.xml
sheets
sheet '.Summary[1][0] | startswith("READY")'
reads 1 --as-portal "$samples/cin/2026/faulty.xml"

# What was checked: files of any name, standard input.
mkdir -p 'a folder'
cp wrong.xml 'a folder/<b>&"one.xml'
reads 1 --today 2026-04-02 'a folder/<b>&"one.xml'
cp wrong.xml $'bad\xff\x1b.xml'
rm -f report.xlsx
expect 1 check --quiet -o report.xlsx $'bad\xff\x1b.xml'
sheets
sheet '[.Summary[] | select(.[0] == "this return") | .[1]] == ["bad\ufffd\u241b.xml"]'
expect 1 check --format xlsx - <wrong.xml
mv out report.xlsx
sheets
sheet '[.Summary[] | select(.[0] == "this return") | .[1]] == ["(standard input)"]'

# Explained findings, and an earlier report.
reads 1 "$samples/cin/2026/faulty.xml"
cp report.json before.json
expect 0 accept -o accepted.csv --reason 'Right: <b>"so"</b>' --by '=1+1' before.json 2885
printf '%s\r\n' '2885,A1,,,,gone,,,,' '2885,C1000005,,,,late,,,,2020-01-01' >>accepted.csv
sed 's/2025-05-30/2025-05-29/' "$samples/cin/2026/faulty.xml" >after.xml
reads 1 --accept accepted.csv --baseline before.json after.xml
sheets
sheet '.Acceptances | any(.[4] == "Right: <b>\"so\"</b>" and .[5] == "=1+1")'
sheet '.Acceptances | any(.[7] == "2020-01-01" and .[8] == "it has expired")'
sheet '.Fixed | length > 1'
sheet '[.Summary[] | select(.[0] == "earlier report") | .[1]] == ["before.json"]'

# Text that means harm stands in cells as text: no formula, no link, nothing cut short.
"$hostile" xml >hostile.xml
reads 1 hostile.xml
sheets
sheet '[.Findings[][6]] | index("=1+1") and index("@SUM(A1)") and index("]]>")'
sheet '[.Findings[][13]] | any(. and test("W{10000}"))'
mkdir tables
"$hostile" csv >tables/header.csv
reads 1 --return ssda903 --year 2026 tables
for text in "=cmd|' /C calc'!A0" '+1' '-1' '{=1}' 'http://example.org/' 'internal:Sheet1!A1' '_x0041_' \
    '_x005F_x0041_' ' padded ' $'a\tb' $'two\nlines' $'carriage\rreturn' $'\x7f' $'c1\xc2\x9b31m' \
    'Zoë Šárka 李 𝔸' $'\xe2\x80\xaegnp.exe' $'\xef\xb7\x90'; do
    escaped=$(sed 's/&/\&amp;/g; s/</\&lt;/g; s/\r/\&#13;/g' <<<"$text")
    { header 2026 && wrong "$escaped" && footer; } >said.xml
    reads 1 --rules 8925 said.xml
done

# A cell that would have more characters than Excel takes is cut, with a note.
{ header 2026 && wrong "$(letters 32767)" && footer; } >full.xml
reads 1 --rules 8925 full.xml
sheets
sheet '.Findings[1][6] | length == 32767 and test("^A+$")'
{ header 2026 && wrong "$(letters 32768)" && wrong "$(letters 40000)𝔸" && footer; } >longer.xml
expect 1 check --quiet --rules 8925 -o report.xlsx longer.xml
sheets
sheet '[.Findings[1:][][6] | length == 32767 and endswith("A… (cut off: a cell has no room for more)")] == [true, true]'

# Redacted: no value, no identifier.
sed '1,/<Children>/d' "$samples/cin/2026/faulty.xml" | grep -o '>[^<>]\{7,\}<' | tr -d '<>' | sort -u |
    grep -vxE '202[56]-0(4-01|3-31)' >values
reads 1 --redact --today 2026-12-31 "$samples/cin/2026/faulty.xml"
sheets
check "values: $(grep -oFf values sheets | sort -u | head -n 5 | tr '\n' ' ')" \
    test "$(grep -cFf values sheets)" -eq 0
sheet '.Summary | any(.[0] // "" | startswith("This report is redacted"))'
cp report.json redacted.json
reads 1 --redact --today 2026-12-31 --accept accepted.csv --baseline redacted.json after.xml
sheets
grep -vxE '202[0-9]-[0-9-]*' values >names
check "values: $(grep -oFf names sheets | sort -u | head -n 5 | tr '\n' ' ')" \
    test "$(grep -cFf names sheets)" -eq 0
reads 1 "$samples/cin/2026/faulty.xml"
sheets
check "the values are not in a plain report" test "$(grep -cFf values sheets)" -gt 0

# The same return gives the same bytes, on one core or on many; the day is that of the check.
for jobs in 1 2 8; do
    expect 1 check --quiet --jobs $jobs --today 2026-12-31 -o again-$jobs.xlsx after.xml
    same again-1.xlsx again-$jobs.xlsx
    sleep 0.6
done
(TZ=Pacific/Apia && export TZ && "$statval" check --quiet --today 2026-12-31 -o zone.xlsx after.xml)
same again-1.xlsx zone.xlsx
(SOURCE_DATE_EPOCH=1798675200 && export SOURCE_DATE_EPOCH && "$statval" check --quiet -o epoch.xlsx after.xml)
same again-1.xlsx epoch.xlsx

# Where it goes: a file of mode 600, a pipe, a file that is open; nothing else is left.
mkdir reports
(umask 000 && "$statval" check --quiet --today 2026-12-31 -o reports/a.xlsx -o reports/b.XLSX after.xml)
check "other files: $(ls -Am reports)" test "$(ls -Am reports)" = "a.xlsx, b.XLSX"
check "the mode is $(stat -c %a reports/a.xlsx)" test "$(stat -c %a reports/a.xlsx)" = 600
same reports/a.xlsx again-1.xlsx
same reports/b.XLSX again-1.xlsx
"$statval" check --format xlsx --today 2026-12-31 after.xml | cat >piped.xlsx
same piped.xlsx again-1.xlsx
echo before >appended
"$statval" check --format xlsx --today 2026-12-31 after.xml >>appended
same <(echo before && cat again-1.xlsx) appended
mkfifo pipe.xlsx
cat pipe.xlsx >from-pipe &
expect 1 check --quiet --today 2026-12-31 -o pipe.xlsx after.xml
wait
same from-pipe again-1.xlsx
mkdir returns
cp wrong.xml fine.xml returns
expect 0 check --each returns --today 2026-12-31 --fail-on never --rules 8925 -o 'reports/each-%.xlsx'
check "no report of each" test -s reports/each-wrong.xlsx
if command -v script >there; then
    script -qec "'$statval' check --format xlsx wrong.xml" typed </dev/null >shown
    check "a terminal: $(head -c 200 shown | cat -v)" grep -q 'nothing for a terminal. Give -o FILE.xlsx' shown
fi

# Where files for the while stand: beside the report, unreadable to others, without a name.
if command -v strace >there && strace -o trace true 2>told; then
    ASAN_OPTIONS=detect_leaks=0 strace -f -e trace=open,openat,creat,memfd_create -o trace "$statval" check --quiet -o reports/a.xlsx after.xml
    # what counts the lines that tests reach writes files of its own
    grep -E 'O_CREAT|O_TMPFILE' trace | grep -v ' = -1 ' | grep -vE '"/proc/self/fd/|\.gcda"' >made
    check "not one file was made" test -s made
    check "made elsewhere, or for others: $(grep -vE "$work/reports[\"/].*, 0600\)" made | head -n 2)" \
        test "$(grep -cvE "$work/reports[\"/].*, 0600\)" made)" -eq 0
fi

# What cannot be written: nothing half written is left, and the old report stays.
expect 5 check --quiet -o nosuch/a.xlsx after.xml
has err 'nosuch/a.xlsx: the report cannot be written: No such file'
status=0
"$statval" check --format xlsx after.xml >/dev/full 2>err || status=$?
check "/dev/full: status $status" test $status -eq 5
: >out
told "standard output: the report cannot be written" "check --format xlsx >/dev/full"
status=0
"$statval" check --format xlsx after.xml >&- 2>err || status=$?
check "closed: status $status" test $status -eq 5
mkdir full
for blocks in 1 2 4 8 16 24 32 40 64 100 150; do
    for signal in "" "trap '' XFSZ"; do
        rm -f full/*
        echo old >full/a.xlsx
        status=0
        (
            ulimit -f $blocks
            eval "$signal"
            "$statval" check --quiet -o full/a.xlsx after.xml
        ) >out 2>err || status=$?
        check "$blocks blocks: exit status $status" test $status -eq 5
        [ -z "$signal" ] || told "full/a.xlsx: the report cannot be written" "$blocks blocks"
        check "$blocks blocks: the old report is gone" grep -qx old full/a.xlsx
        check "$blocks blocks: left: $(ls -m full)" test "$(ls -A full)" = a.xlsx
    done
done

# No more files can be opened: somewhere between too few to read the return and enough.
for files in {5..20}; do
    rm -f full/*
    status=0
    (ulimit -n "$files" && "$statval" check --quiet --jobs 1 -o full/a.xlsx after.xml) >out 2>err || status=$?
    case $status in
        1) check "$files files: no report" test -s full/a.xlsx ;;
        3 | 4) check "$files files: left: $(ls -m full)" test -z "$(ls -A full)" ;;
        *)
            told "cannot be written: Too many open files" "with $files files"
            check "$files files: status $status, left: $(ls -m full)" test "$status.$(ls -A full)" = 5.
            ;;
    esac
done

# A spreadsheet program opens it and sees the same: LibreOffice is large, and tried only where it is.
if command -v soffice >there; then
    reads 1 hostile.xml
    # the first start makes a profile, and may end after that
    soffice --headless --terminate_after_init >told 2>&1 || true
    check "LibreOffice does not open it" timeout 120 soffice --headless --convert-to \
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' report.xlsx >told 2>&1
    checks=$((checks + 1))
    python3 "$reader" --exported report-Findings.csv report.json 2>told ||
        complain "LibreOffice sees other findings: $(head -c 800 told)"
else
    echo "No LibreOffice here: it was not tried whether it opens the workbook."
    check "LibreOffice is needed for all tests" test -z "${STATVAL_TEST_ALL:-}"
fi

finish
