#!/usr/bin/env bash
# --each: every file and folder of a folder is a submission of its own.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

samples=$(dirname "$(realpath "$0")")/../../samples
mkdir -p all/.hidden all/__MACOSX reports
cp "$samples/cin/2026/clean.xml" all/b-clean.xml
cp "$samples/cin/2026/faulty.xml" all/a-faulty.xml
cp -r "$samples/sen2/2026/clean/this" all/c-folder
(cd all/c-folder && zip -q ../d-zip.zip ./*)
cp "$samples/sen2/2025/faulty/this.xml" all/e-sen2.xml
touch all/.DS_Store all/thumbs.db
mkfifo all/pipe

# A line for each as soon as it is checked, then the table, and the sum.
expect 1 check --each --la 845 all
err_empty
expect 1 check --each all
err_empty
check "the lines: $(head -n 5 out)" test "$(head -n 5 out | cut -d : -f 1 | tr '\n' ' ')" = \
    "a-faulty.xml b-clean.xml c-folder d-zip.zip e-sen2.xml "
out_has "b-clean.xml: no findings"
check "no table" grep -qE '^a-faulty.xml +cin +2026 +2025-04-01\.\.2026-03-31 +[0-9]+ +[0-9]+ errors' out
check "no sum" grep -qE '^5 submissions: [0-9] without findings, [0-9] with findings, 0 that cannot be read; [0-9]+ errors, [0-9]+ quer(y|ies) in all\.$' out
out_lacks pipe
out_lacks DS_Store
expect 0 check --each --fail-on never all
expect 1 check --each all/
cp out with
expect 1 check --each --jobs 1 all
same out with

# The same counts as one by one.
for name in a-faulty.xml b-clean.xml c-folder d-zip.zip e-sen2.xml; do
    run check --format json all/$name
    jq -r --arg name $name '[$name, .submission.return, .submission.year, .submission.subjects,
        ([.findings[] | select(.severity == "error")] | length),
        ([.findings[] | select(.severity == "query")] | length)] | map(tostring) | join(" ")' out
done >one-by-one
expect 1 check --each --format json all
jq -r '.submissions[] | [.name, .return, .year, .subjects, .errors, .queries] | map(tostring) |
    join(" ")' out >together
same together one-by-one
json '.format == 1 and [.submissions[].status] == [1, 0, 0, 0, 1] or .submissions[2].errors > 0'
expect 1 check --each --format csv all
check "the CSV table" test "$(grep -c , out)" -eq 6

# What cannot be read is told, and stops nothing.
echo 'nothing of the kind' >all/f-other.txt
head -c 300 all/a-faulty.xml >all/g-cut.xml
mkdir all/h-empty
expect 3 check --each all
out_has "f-other.txt: cannot be read: the file is not XML"
out_has "g-cut.xml: cannot be read: "
out_has "h-empty: cannot be read: there is no file in this folder."
check "the sum" grep -q '^8 submissions: .* 3 that cannot be read' out
json_reasons() { jq -r '[.submissions[] | select(.status == 3).name] | join(" ")' out; }
expect 3 check --each --format json all
check "the reasons: $(json_reasons)" test "$(json_reasons)" = "f-other.txt g-cut.xml h-empty"
expect 3 check --each -q all
out_empty
rm -r all/f-other.txt all/g-cut.xml all/h-empty

# Reports of each, under its name.
expect 1 check --each all -o 'reports/%.json' -o 'reports/%.csv'
check "the reports: $(ls reports)" test "$(find reports -name '*.json' | wc -l)" -eq 5 -a \
    "$(find reports -name '*.csv' | wc -l)" -eq 5
run check --format json all/a-faulty.xml
same out reports/a-faulty.json
check "others may read it" test "$(stat -c %a reports/a-faulty.json)" = 600
rm reports/*
cp all/a-faulty.xml all/c-folder.xml
expect 1 check --each -q all -o 'reports/%.txt'
check "the names: $(ls reports)" test -f reports/c-folder.txt -a -f reports/c-folder.xml.txt
mkdir twice
cp all/b-clean.xml twice
refuses 2 "have the same name" check --each all twice
refuses 2 "needs a %" check --each all -o report.json
refuses 2 "names no format" check --each all -o 'reports/%.pdf'
refuses 2 "--format" check --each --format jsonl all
refuses 2 "--previous" check --each --previous all all
run check --each all -o 'nowhere/%.json'
check "exit status $status" test $status -eq 5
err_has "nowhere"

# The name of one is what the name of another is without its ending.
mkdir chain
for name in a.xml.xml a.xml a.zip b.xml; do
    cp all/b-clean.xml chain/$name
done
rm -f reports/*
expect 0 check --each -q chain -o 'reports/%.json'
names=$(find reports -type f -printf '%f\n' | sort | tr '\n' ' ')
check "the names: $names" test "$names" = "a.xml.json a.xml.xml.json a.zip.json b.json "

# An option that does not fit one of them is told in its line, and stops nothing.
mkdir mixed
cp all/b-clean.xml mixed/a.xml
cp "$samples/yj/2024/clean.xml" mixed/b.xml
cp all/b-clean.xml mixed/c.xml
period=(--period 2025-04-01..2026-03-31)
expect 2 check --each "${period[@]}" mixed
err_empty
out_has "b.xml: not checked: --period: a return of this kind (yj)"
out_has "c.xml: no findings"
out_has "3 submissions: 2 without findings, 0 with findings, 0 that cannot be read, 1 not checked; "
expect 2 check --each --rules 8840 mixed
err_empty
out_has "b.xml: not checked: --rules"
expect 2 check --each "${period[@]}" --format json mixed
json '[.submissions[].status] == [0, 2, 0] and (.submissions[1].reason | startswith("--period"))'
expect 2 check --each "${period[@]}" --format csv mixed
check "the line" grep -q "^b.xml,,,,,,,,2,\"'--period: " out
expect 2 check --each "${period[@]}" -q -o 'reports/%.txt' mixed
out_empty
check "the reports: $(ls reports)" test -f reports/c.txt -a ! -e reports/b.txt
echo 'nothing of the kind' >mixed/d.txt
expect 3 check --each "${period[@]}" mixed
refuses 2 "was given already" check --each --reference gravity=a.csv --reference gravity=b.csv mixed

# A path that is no folder is one submission; a folder without any is refused.
expect 1 check --each all/a-faulty.xml all/b-clean.xml
check "two lines" grep -q '^2 submissions: 1 without findings, 1 with findings' out
mkdir none
touch none/.hidden
refuses 3 "there is no submission in this folder" check --each none
refuses 2 "check needs a file" check --each
expect 3 check --each nosuch

# Nothing of the records is in lines, table or messages.
expect 1 check --each --redact all
grep -o '<LAchildID>[^<]*' all/a-faulty.xml | cut -d '>' -f 2 | sort -u >ids
check "an id was printed" test "$(grep -cFf ids out)" -eq 0

finish
