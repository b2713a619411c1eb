#!/usr/bin/env bash
# Where reports go: standard output, files, several at once. A report that cannot be written is
# status 5; what stood at its place stays, and nothing half written is left.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

generate --year 2026 --children 20 --faults 100 >a.xml
generate --year 2026 --children 30 >clean.xml
# The formats and their endings, as the help lists them.
mapfile -t formats < <("$statval" check --help | sed -n '/^Formats:/,$p' | sed 1d | awk '{ print $1 }')
mapfile -t endings < <("$statval" check --help | sed -n '/^Formats:/,$p' | sed 1d | awk '{ print $2 }')
check "formats: ${formats[*]}" test ${#formats[@]} -ge 9 -a ${#formats[@]} -eq ${#endings[@]}
for format in "${formats[@]}"; do
    expect 1 check --format "$format" a.xml
    cp out "meant.$format"
done
same <("$statval" check a.xml) meant.text

# Files: the format is that of the ending, the mode is 600, nothing else is left, nothing printed.
mkdir reports
expect 1 check -o reports/a.json -o reports/b.csv -o reports/c.txt --output reports/d.jsonl a.xml
out_empty
err_empty
same reports/a.json meant.json
same reports/b.csv meant.csv
same reports/c.txt meant.text
same reports/d.jsonl meant.jsonl
check "other files: $(ls -A reports)" test "$(ls -Am reports)" = "a.json, b.csv, c.txt, d.jsonl"
for file in reports/*; do
    check "$file has mode $(stat -c %a "$file")" test "$(stat -c %a "$file")" = 600
done
(umask 000 && "$statval" check --quiet -o reports/open.json a.xml)
check "the mode depends on the umask" test "$(stat -c %a reports/open.json)" = 600
expect 1 check -o reports/BIG.JSON -o reports/e.Csv -o ./reports/two.dots.txt a.xml
same reports/BIG.JSON meant.json
same reports/e.Csv meant.csv
same reports/two.dots.txt meant.text
(cd reports && "$statval" check -o here.csv ../a.xml) >out
out_empty
check "no report in the working folder" test -s reports/here.csv
expect 1 check -o same.json -o same.json a.xml
same same.json meant.json
expect 0 check -o reports/clean.json clean.xml
check "the report of a clean return" jq -e '.findings == []' reports/clean.json >answer

# All formats from one run.
outputs=()
for ending in "${endings[@]}"; do
    outputs+=(-o "all$ending")
done
expect 1 check "${outputs[@]}" a.xml
for i in "${!formats[@]}"; do
    same "all${endings[i]}" "meant.${formats[i]}"
done

# - is standard output, once.
expect 1 check -o - a.xml
same out meant.text
expect 1 check -o minus.json -o - --format csv a.xml
same out meant.csv
same minus.json meant.json
expect 1 check --quiet -o - --format json -o - a.xml
same out meant.json
check "a file with the name -" test ! -e ./-

# An older report is replaced, with its mode.
echo old >old.json
chmod 644 old.json
expect 1 check -o old.json a.xml
same old.json meant.json
check "the mode of the old report stays" test "$(stat -c %a old.json)" = 600

# With --format as well, that is what is printed; endings still decide on the files.
expect 1 check --format csv -o f.json a.xml
same out meant.csv
same f.json meant.json
mkdir dir.json
expect 1 check --format json -o report -o report.xyz -o dir.json/../report2 a.xml
same out meant.json
same report meant.json
same report.xyz meant.json
same report2 meant.json

# Endings that name no format.
for name in unknown unknown.xml unknown.htm unknown.json.gz unknown. .json/unknown unknown.ods; do
    refuses 2 "-o $name" check -o $name a.xml
    refuses 2 "-o $name" check -o fine.json -o $name a.xml
    check "a report was written" test ! -e $name -a ! -e fine.json
done
refuses 2 "-o unknown.xyz" check -o unknown.xyz nosuch.xml

# Quiet: nothing is printed, files are written.
expect 1 check --quiet a.xml
out_empty
err_empty
expect 1 check --quiet --format json a.xml
out_empty
expect 1 check -q -o quiet.json --format csv a.xml
out_empty
same quiet.json meant.json
expect 0 check --quiet clean.xml
out_empty
expect 0 check --quiet --fail-on never --color always --progress always a.xml
out_empty
err_empty

# Places where no report can be written.
unwritable() {
    refuses 5 "$2" check -o "$1" a.xml
    refuses 5 "$2" check --quiet -o "$1" clean.xml
}
unwritable nosuch/report.json "nosuch/report.json: the report cannot be written"
unwritable a.xml/report.json "Not a directory"
unwritable /proc/report.json "/proc/report.json"
unwritable "$(letters 255).json" "cannot be written"
unwritable "$(letters 5000).json" ""
mkdir folder.json
unwritable folder.json "folder.json"
check "the folder was changed" test -z "$(ls -A folder.json)"
check "something was left: $(compgen -G 'folder.json.*')" test -z "$(compgen -G 'folder.json.*')"
if [ "$(id -u)" -ne 0 ]; then
    mkdir readonly
    echo old >readonly/report.json
    chmod 555 readonly
    unwritable readonly/report.json "Permission denied"
    unwritable readonly/other.json "Permission denied"
    check "the report was changed" grep -qx old readonly/report.json
fi
# Findings do not hide that their report is missing; and all reports are written, or none.
echo old >first.json
refuses 5 "nosuch" check -o first.json -o nosuch/second.json -o third.json a.xml
refuses 5 "folder.json" check -o first.json -o folder.json -o third.json a.xml
check "a report was written" grep -qx old first.json
check "a third report was written" test ! -e third.json
check "something was left: $(compgen -G 'first.json.*')" test -z "$(compgen -G 'first.json.*')"

# No room: the limit on the size of files stands in for a full disk.
mkdir full
small_files() {
    rm -f full/*
    echo old >"full/report$3"
    status=0
    (
        ulimit -f 2
        eval "$1"
        "$statval" check --quiet -o full/small.github.txt -o "full/report$3" a.xml
    ) >out 2>err || status=$?
    check "$2, $3: exit status $status" test $status -eq 5
    check "$2, $3: the old report is gone" grep -qx old "full/report$3"
    check "$2, $3: left: $(ls -m full)" test "$(ls -A full)" = "report$3"
}
for ending in "${endings[@]}"; do
    small_files "trap '' XFSZ" "a file that may not grow" "$ending"
    told "the report cannot be written" "check -o full/report$ending"
done
small_files "" "a file that may not grow, with its signal" .json

# Standard output that is full or closed.
for format in "${formats[@]}"; do
    for file in a clean; do
        [ "$file.$format" = clean.jsonl ] && continue # empty
        status=0
        "$statval" check --format "$format" $file.xml >/dev/full 2>err || status=$?
        check "/dev/full, $format: status $status" test $status -eq 5
        : >out
        told "standard output: the report cannot be written" "check --format $format >/dev/full"
    done
    status=0
    "$statval" check --format "$format" a.xml >&- 2>err || status=$?
    check "closed, $format: status $status" test $status -eq 5
done
for command in rules "rules --format csv" "rules --format markdown" "explain 8925" plugins; do
    status=0
    # shellcheck disable=SC2086 # several words
    "$statval" $command >/dev/full 2>err || status=$?
    check "$command >/dev/full: status $status" test $status -eq 5
done
status=0
"$statval" check --quiet a.xml >/dev/full 2>err || status=$?
check "nothing to print: status $status" test $status -eq 1
status=0
"$statval" check -o fine.json a.xml >/dev/full 2>err || status=$?
check "nothing to print beside a report: status $status" test $status -eq 1
status=0
"$statval" check -o fine.json --format csv a.xml >/dev/full 2>err || status=$?
check "a report and a full output: status $status" test $status -eq 5
same fine.json meant.json

# Standard streams that are closed do not end up in files.
(exec <&- >&- 2>&- && "$statval" check --quiet -o closed.json a.xml)
same closed.json meant.json
(exec <&- >&- 2>&- && "$statval" check --format csv -o closed.json a.xml)
same closed.json meant.json

# A pipe or a device is written to or refused, but it stays what it is.
mkfifo pipe
exec 9<>pipe
status=0
timeout 10 "$statval" check --quiet --format csv -o pipe a.xml >out 2>err || status=$?
check "a pipe: status $status" test $status -eq 1 -o $status -eq 5
check "the pipe was replaced by a file" test -p pipe
exec 9<&-
if [ "$(id -u)" -eq 0 ] && mknod device c 1 7 2>err && ! echo x 2>err >device; then
    status=0
    "$statval" check --quiet --format csv -o device a.xml >out 2>err || status=$?
    check "a full device: status $status" test $status -eq 5
    check "the device was replaced by a file" test -c device
fi

# Progress goes to standard error and can be left out.
expect 1 check --progress always --format json a.xml
err_has "Reading"
same out meant.json
expect 1 check --progress never a.xml
err_empty
expect 1 check --progress auto a.xml
err_empty
expect 1 check --progress always - <a.xml
err_has "Reading"

finish
