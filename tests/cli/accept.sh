#!/usr/bin/env bash
# Accepted findings: --accept and statval accept; what is new and fixed: --baseline and statval diff.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

{
    header 2026
    wrong C1
    wrong C2
    wrong C3
    child C4
    footer
} >cin.xml
rules=(--rules 8925)
heading='rule,subject,table,key,id,reason,by,on,limit,expires'
check_json() { expect "$1" check --format json "${rules[@]}" "${@:2}"; }
check_json 1 -o report.json cin.xml
check_json 1 cin.xml
cp out plain.json
json '.summary.errors == 3 and .summary.explained == 0 and (has("stale_acceptances") | not) and (has("fixed") | not)'

# Lines by rule and subject: the finding is shown as explained, and no longer fails the check.
printf '%s\n' "$heading" '8925,C1,,,,"Plan ended by mistake, corrected later",J. Doe,2026-11-01,,' \
    '8925,C2,ChildProtectionPlans,CPPstartDate=2025-06-10; CPPendDate=2025-06-02,,By its dates,,01/11/2026,,' \
    '# 8925,C3,,,,a remark,,,,' >some.csv
check_json 1 --accept some.csv cin.xml
json '.summary.errors == 1 and .summary.explained == 2'
json '[.findings[] | select(.explained) | [.subject, .explained.reason, .explained.by, .explained.on]] == [
    ["C1", "Plan ended by mistake, corrected later", "J. Doe", "2026-11-01"],
    ["C2", "By its dates", null, "2026-11-01"]]'
json '.rules[] | select(.code == "8925") | .findings == 1 and .explained == 2'
json '.stale_acceptances == []'
echo '8925,C3,,,,Known,,,,' >>some.csv
check_json 0 --accept some.csv cin.xml
expect 0 check "${rules[@]}" --accept some.csv cin.xml
out_has "3 findings explained, with a reason"
out_has "8925   child C1, 1 finding: Plan ended by mistake, corrected later (J. Doe)"
out_lacks "NOT READY"
expect 0 check "${rules[@]}" --accept some.csv --format csv cin.xml
check "the reason is the note" grep -q '"Plan ended by mistake, corrected later"' out
expect 0 check "${rules[@]}" --redact --accept some.csv cin.xml
out_has "3 findings explained"
out_lacks "child C1,"

# When the data change, the finding comes back: its id and its dates are others.
expect 0 accept -o ids.csv --reason 'Checked with the team' --by JD --today 2026-11-20 --expires 2027-03-31 \
    plain.json 8925:C1
out_has "1 line added to ids.csv."
check "the line: $(tail -n 1 ids.csv)" grep -q '^8925,C1,ChildProtectionPlans,,[0-9a-f]*,Checked with the team,JD,2026-11-20,,2027-03-31' ids.csv
check "others may read it" test "$(stat -c %a ids.csv)" = 600
check_json 1 --accept ids.csv cin.xml
json '.summary.explained == 1'
sed '0,/2025-06-02/s//2025-06-01/' cin.xml >changed.xml
check_json 1 --accept ids.csv changed.xml
json '.summary.explained == 0 and (.stale_acceptances | length) == 1 and .stale_acceptances[0].line == 2'
expect 1 check "${rules[@]}" --accept ids.csv changed.xml
out_has "Acceptances to look at: ids.csv"
out_has "line 2, 8925: no finding is like that any more"
sed '0,/2025-06-10/! {0,/2025-06-10/s//2025-06-11/}' cin.xml >changed.xml
check_json 1 --accept some.csv changed.xml
json '[.findings[] | select(.explained == null) | .subject] == ["C2"]'

# Expiry, limits, rules that did not run.
check_json 1 --accept ids.csv --today 2027-03-31 cin.xml
json '.summary.explained == 1'
check_json 1 --accept ids.csv --today 2027-04-01 cin.xml
json '.summary.explained == 0 and .stale_acceptances[0].why == "it has expired"'
{
    header 2026
    child C1 "$(plan 2025-06-10 2025-06-02)$(plan 2025-07-10 2025-07-02)$(plan 2025-08-10 2025-08-02)"
    footer
} >many.xml
printf '%s\n' "$heading" '8925,C1,,,,Two of them,,,2,' >limit.csv
check_json 1 --accept limit.csv many.xml
json '.summary.explained == 2 and .summary.errors == 1'
expect 0 check --format json --rules 8615 --accept limit.csv many.xml
json '.stale_acceptances == []'

# accept: several at once, by id and by rule; nothing is added twice that is explained already.
expect 0 accept -o all.csv --reason 'All of them' plain.json 8925
out_has "3 lines added"
check_json 0 --accept all.csv cin.xml
cp out explained.json
refuses 2 "no finding that is not explained" accept -o all.csv --reason x explained.json 8925
check "the file is as it was" test "$(wc -l <all.csv)" -eq 4
expect 0 accept -o all.csv --reason 'Once more' plain.json "$(jq -r '.findings[1].id' plain.json)"
check "five lines" test "$(wc -l <all.csv)" -eq 5
printf 'rule;reason\n' >other.csv
refuses 2 "the first line is not" accept -o other.csv --reason x plain.json 8925
ln -s loop.csv loop.csv # a file that is there and cannot be read is not replaced by another
refuses 2 "loop.csv: cannot be read: " accept -o loop.csv --reason x plain.json 8925
refuses 2 "needs a --reason" accept -o all.csv plain.json 8925
refuses 2 "-o acceptances.csv" accept --reason x plain.json 8925
refuses 2 "a report and what to accept" accept -o all.csv --reason x plain.json
refuses 2 "cannot be read" accept -o all.csv --reason x nosuch.json 8925
refuses 2 "cannot be read" accept -o all.csv --reason x cin.xml 8925
check_json 1 --redact cin.xml
cp out redacted.json
refuses 2 "redacted" accept -o all.csv --reason x redacted.json 8925

# A subject that a spreadsheet would take for a formula.
{
    header 2026
    wrong '=1+1'
    footer
} >formula.xml
check_json 1 formula.xml
cp out formula.json
expect 0 accept -o formula.csv --reason '=2+2' formula.json 8925
check "not guarded" grep -q "'=1+1" formula.csv
check_json 0 --accept formula.csv formula.xml
json '.summary.explained == 1 and .findings[0].explained.reason == "=2+2"'

# An id that somebody put there is a cell as well: no column of its own, no formula, no line.
jq '.findings[0].id = "=1+1,x\n\"y\""' formula.json >odd.json
expect 0 accept -o odd.csv --reason x --today 2026-11-23 odd.json 8925
check "the id is no cell: $(tail -n 2 odd.csv)" grep -qF ",,\"'=1+1,x" odd.csv
has_it=$(tail -n 1 odd.csv | tr -d '\r')
check "the id is not quoted: $has_it" test "$has_it" = '""y""",x,,2026-11-23,,'

# Files that are not right are refused with their line.
wrong_line() { # wrong_line TEXT LINE
    printf '%s\n' "$heading" "$2" >bad.csv
    refuses 2 "bad.csv: line 2: $1" check --accept bad.csv cin.xml
}
wrong_line "there is no rule" ',C1,,,,reason,,,,'
wrong_line "there is no reason" '8925,C1,,,,,JD,,,'
wrong_line '"on" is not a date' '8925,C1,,,,reason,,soon,,'
wrong_line '"expires" is not a date' '8925,C1,,,,reason,,,,2026-13-01'
wrong_line '"limit" is not' '8925,C1,,,,reason,,,0,'
wrong_line '"limit" is not' '8925,C1,,,,reason,,,-1,'
wrong_line "what is wrong with a file" 'FILE,,,,,reason,,,,'
echo 'rule,reason' >bad.csv
refuses 2 "the columns rule, subject and reason are needed" check --accept bad.csv cin.xml
refuses 2 "nosuch.csv" check --accept nosuch.csv cin.xml
refuses 2 "another file for each" check --each --accept some.csv .
printf '%s\r\n' 'Reason;Subject;RULE' 'Semicolons, other order;C1;8925' >excel.csv
check_json 1 --accept excel.csv cin.xml
json '.summary.explained == 1'

# Since an earlier report: new, fixed, unchanged, whatever the order of the records.
{
    header 2026
    child C4
    wrong C3
    wrong C2
    wrong C9
    footer
} >later.xml
check_json 1 --baseline plain.json later.xml
cp out since.json
json '[.findings[] | [.subject, .state]] == [["C3", "unchanged"], ["C2", "unchanged"], ["C9", "new"]]'
json '[.fixed[] | [.rule, .subject]] == [["8925", "C1"]]'
expect 1 check "${rules[@]}" --baseline plain.json later.xml
out_has "1 finding  new since the earlier report, 1 fixed"
out_has "Fixed since the earlier report"
out_has "[new]"
check_json 1 later.xml
cp out later.json
expect 1 diff plain.json later.json
out_has "1 new, 1 fixed, 2 still there."
expect 1 diff --format json plain.json later.json
json '.return == "cin" and .summary == {new: 1, fixed: 1, still: 2} and
    ([.findings[] | [.state, .subject]] | sort) == [["fixed", "C1"], ["new", "C9"], ["still", "C2"], ["still", "C3"]]'
expect 1 diff -o changes.html -o changes.txt -o changes.json plain.json later.json
out_empty
expect 1 diff plain.json later.json
same out changes.txt
out_has "by child or person"
expect 1 diff --format json -o - plain.json later.json
same out changes.json
expect 1 diff --format html plain.json later.json
same out changes.html
check "the page: numbers" test "$(grep -o 'class="number">[0-9]*</dd>' changes.html | tr -dc '0-9\n' | tr '\n' ' ')" = "1 1 2 "
check "the page: whose findings" grep -q '<th scope="col">Child or person</th>' changes.html
check "the page: new child" grep -q '<bdi>C9</bdi>' changes.html
check "the page: policy" grep -q "default-src 'none'; style-src 'sha256-[^']*'; base-uri 'none'" changes.html
refuses 2 "changes.pdf" diff -o changes.pdf plain.json later.json
refuses 5 "nosuch" diff -o changes2.json -o nosuch/changes.json plain.json later.json
check "a report was written" test ! -e changes2.json
expect 0 diff plain.json plain.json
out_has "0 new, 0 fixed, 3 still there."
expect 0 diff later.json plain.json --fail-on never
expect 1 diff later.json plain.json
check_json 1 --redact later.xml
cp out redacted-later.json
expect 1 diff redacted.json redacted-later.json
out_has "1 new, 1 fixed, 2 still there."
refuses 2 "redacted" diff plain.json redacted.json
refuses 2 "redacted" check --baseline redacted.json later.xml
jq '.submission.return = "sen2"' later.json >other.json
refuses 2 "plain.json is a report on the return cin, other.json one on sen2" diff plain.json other.json
refuses 2 "other.json is a report on the return sen2, not cin" check --baseline other.json later.xml
refuses 2 "two reports" diff plain.json
refuses 2 "--format" diff --format csv plain.json later.json
refuses 2 "no report of statval" diff plain.json <(echo '{"findings": []}')
refuses 2 "cannot be read" diff plain.json nosuch.json
refuses 2 "cannot be read" check --baseline cin.xml later.xml

finish
