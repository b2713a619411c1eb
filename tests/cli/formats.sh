#!/usr/bin/env bash
# What the formats promise: the members of JSON, a line for each finding in JSONL and CSV, quoting,
# and that nothing that stands in a value breaks any of them.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

generate --year 2027 --children 60 --faults 70 >a.xml
expect 1 check --format json a.xml
cp out a.json
json '[keys_unsorted[]] | .[0:2] == ["statval", "format"]'
json '.format == 1 and (.statval | test("^[0-9]+[.][0-9]+[.][0-9]+$"))'
json '.submission | .return == "cin" and .year == 2027 and .la == "999" and .files == ["a.xml"] and
    .period == ["2026-04-01", "2027-03-31"] and .subjects == 60'
json '.submission.tables | .ChildIdentifiers == 60 and .Header == 1 and all(.[]; type == "number")'
json '.summary | [.errors, .queries, .schema, .explained] | all(type == "number")'
json '.summary.explained == 0 and .summary.errors > 0 and .summary.queries > 0'
json '.rules | length > 50 and all(.[]; (.code | length > 0) and
    (.severity == "error" or .severity == "query") and
    (.status == "passed" and .findings == 0 or .status == "failed" and .findings > 0))'
json '[.rules[].code] | length == (unique | length)'
json '.findings | length > 20 and all(.[]; has("id") and has("stage") and has("rule") and
    has("severity") and has("subject") and has("message") and has("locations"))'
json 'all(.findings[]; (.stage == "rules" or .stage == "schema") and
    (.severity == "error" or .severity == "query") and (.message | length > 10))'
json '[.findings[].id] | all(length > 8) and length == (unique | length)'
json 'all(.findings[].locations[]; has("table") and has("row") and has("file") and has("line") and
    has("fields") and .file == "a.xml" and .line > 0)'
# shellcheck disable=SC2016 # variables of jq
json '. as $all | all(.rules[]; .code as $code | .findings ==
    ([$all.findings[] | select(.stage == "rules" and .rule == $code)] | length))'
json '.summary.errors == ([.findings[] | select(.stage == "rules" and .severity == "error")] | length)'
json '.summary.queries == ([.findings[] | select(.stage == "rules" and .severity == "query")] | length)'
json '.summary.schema == ([.findings[] | select(.stage == "schema")] | length)'
# shellcheck disable=SC2016 # variables of jq
json '. as $all | all(.findings[] | select(.stage == "rules"); .rule as $rule | .severity ==
    ($all.rules[] | select(.code == $rule) | .severity))'
check "it is not one document" test "$(jq -s length a.json)" -eq 1

# The lines are those of the records, the rows their places in the file.
declare -A element=([Header]=Header [ChildIdentifiers]=Child [ChildCharacteristics]=Child
    [Disabilities]=Disability [CINdetails]=CINdetails [Assessments]=Assessments
    [AssessmentFactors]=AssessmentFactors [CINPlanDates]=CINPlanDates [Section47]=Section47
    [ChildProtectionPlans]=ChildProtectionPlans [Reviews]=CPPreviewDate
    [PreProceedingsandFGDM]=PreProceedingsandFGDM)
mapfile -t -O 1 lines <a.xml
places=0
while read -r stage table row line; do
    places=$((places + 1))
    [ "$stage" = rules ] || continue
    [[ ${lines[line]} == *"<${element[$table]}"[\>/]* ]] ||
        complain "line $line is not one of $table: ${lines[line]}"
    rows=$(head -n "$line" a.xml | grep -c "<${element[$table]}[>/]")
    [ "$rows" -eq "$row" ] || complain "line $line is row $rows of $table, not row $row"
done < <(jq -r '.findings[] | .stage as $stage | .locations[] | select(.table) |
    "\($stage) \(.table) \(.row) \(.line)"' a.json)
check "only $places places" test "$places" -gt 30

# JSONL: the same findings, one object in each line; without findings nothing.
expect 1 check --format jsonl a.xml
jq -c '.findings[]' a.json >meant
jq -c . out >got
same got meant
check "lines and objects differ" test "$(wc -l <out)" -eq "$(jq -s length out)"
expect 0 check --rules 8925 --format jsonl --fail-on never <(generate --year 2026 --children 2)
out_empty

# CSV: its columns, and the same findings.
expect 1 check --format csv a.xml
sed '1s/^\xef\xbb\xbf//' out >a.csv
columns=return,year,code,severity,level,stage,subject,table,row,line,fields,values,message,note,file,state,id
check "the columns are $(head -n 1 a.csv)" test "$(head -n 1 a.csv | tr -d '\r')" = "$columns"
check "lines do not end in CR LF" test "$(grep -c $'\r$' a.csv)" -eq "$(wc -l <a.csv)"
check "csv has other findings" test "$(($(wc -l <a.csv) - 1))" -eq "$(jq '.findings | length' a.json)"
check "not every line begins as the return and ends in an empty note, its file, no state and its id" \
    test "$(tail -n +2 a.csv | grep -cvE $'^cin,2027,[^,]+,(error|query),(item|return),(rules|schema),.*,,(a.xml)?,,[0-9a-f]{16}(-[0-9]+)?\r$')" -eq 0
jq -r '.findings[] | [.rule, .severity] | join(",")' a.json >meant
tail -n +2 a.csv | cut -d , -f 3,4 >got
same got meant
expect 0 check --rules 8925 --format csv <(generate --year 2026 --children 2)
check "no findings, no lines" test "$(wc -l <out)" -eq 1

# One line in full, for an item and for the whole return.
{ header 2026 && wrong A1 && footer; } >one.xml
expect 1 check --rules 8925 --format csv one.xml
message=$("$statval" check --rules 8925 --format json one.xml | jq -r '.findings[0].message')
id=$("$statval" check --rules 8925 --format json one.xml | jq -r '.findings[0].id')
printf '%s\r\n' "cin,2026,8925,error,item,rules,A1,ChildProtectionPlans,1,14,CPPstartDate | CPPendDate,2025-06-10 | 2025-06-02,$message,,one.xml,,$id" >meant
tail -n 1 out >got
same got meant
expect 1 check --rules 8925 --format json one.xml
json '.findings[0] | .rule == "8925" and .subject == "A1" and .stage == "rules" and .severity == "error"'
json '.findings[0].locations == [{table: "ChildProtectionPlans", row: 1, file: "one.xml", line: 14,
    fields: {CPPstartDate: "2025-06-10", CPPendDate: "2025-06-02"}}]'
sed 's|<ReferenceDate>.*</ReferenceDate>|<ReferenceDate>2026-03-30</ReferenceDate>|' one.xml >date.xml
expect 1 check --rules 100 --format csv date.xml
check "rule 100: $(tail -n 1 out)" grep -q '^cin,2026,100,error,' out
whole=$("$statval" check --format csv --fail-on never a.xml | grep -c ',return,rules,')
expect 1 check --format json a.xml
json "[.findings[] | select(.stage == \"rules\" and .locations == [])] | length == $whole"
# A finding against the schema that stands in no record has no table.
sed 's/<Message>/<Message><Odd\/>/' one.xml >odd.xml
expect 1 check --rules 8925 --format csv odd.xml
grep ',XSD,' out >got
check "schema: $(<got)" grep -qE '^cin,2026,XSD,error,item,schema,,,,2,' got

# A missing value is null in JSON, empty in CSV and said to be missing in the text.
{ header 2026 && child A1 '<ChildProtectionPlans/>' && footer; } >missing.xml
expect 1 check --rules 8720 --format json missing.xml
json '.findings[0].locations[0].fields == {CPPstartDate: null}'
expect 1 check --rules 8720 --format csv missing.xml
out_has ",ChildProtectionPlans,1,14,CPPstartDate,,"
expect 1 check --rules 8720 missing.xml
out_has "CPPstartDate=(missing)"
{ header 2026 && child '' "$(plan 2025-06-10 2025-06-02)" && footer; } >nameless.xml
expect 1 check --rules 8925 --format json nameless.xml
json '.findings[0].subject == null'
expect 1 check --rules 8925 --format csv nameless.xml
out_has ",rules,,ChildProtectionPlans,"

# A subject in every format. said TEXT [CSV]: TEXT as it stands in the file, and its cell.
said() {
    local text=$1 cell=$2 escaped
    escaped=$(sed 's/&/\&amp;/g; s/</\&lt;/g; s/\r/\&#13;/g' <<<"$text")
    { header 2026 && wrong "$escaped" && footer; } >said.xml
    expect 1 check --rules 8925 --format json said.xml
    jq -j '.findings[0].subject' out >got
    printf '%s' "$text" >meant
    same got meant
    check "a control character in JSON" test "$(tr -d '\n' <out | grep -c '[[:cntrl:]]')" -eq 0
    check "JSON is not UTF-8" iconv -f UTF-8 -t UTF-8 -o copy out
    expect 1 check --rules 8925 --format jsonl said.xml
    check "more than one line" test "$(wc -l <out)" -eq 1
    jq -j .subject out >got
    same got meant
    expect 1 check --rules 8925 --format csv said.xml
    tail -c +4 out >got
    { echo "$columns"$'\r' && printf '%s,ChildProtectionPlans' "cin,2026,8925,error,item,rules,$cell"; } >meant
    check "$text in CSV: $(tail -n +2 got)" cmp -s <(head -c "$(wc -c <meant)" got) meant
    expect 1 check --rules 8925 said.xml
}
said 'A1' 'A1'
said 'a b' 'a b'
said 'a,b' '"a,b"'
said 'a;b' '"a;b"'
said 'say "so"' '"say ""so"""'
said '"' '""""'
said "it's" "it's"
said 'back\slash\n' 'back\slash\n'
said '<&>' '<&>'
said $'two\nlines' $'"two\nlines"'
said $'carriage\rreturn' $'"carriage\rreturn"'
said $'a\tb' $'a\tb'
said $'del\x7f' $'del\x7f'
said $'c1\xc2\x9b31m' $'c1\xc2\x9b31m'
said 'Zoë Šárka 李 𝔸' 'Zoë Šárka 李 𝔸'
said $'line\xe2\x80\xa8separator' $'line\xe2\x80\xa8separator'
said '%s%n%d' '%s%n%d'
said 'null' 'null'
# What a spreadsheet would take for a formula is kept from it.
for sign in = + - @; do
    said "${sign}1" "\"'${sign}1\""
    said "${sign}cmd|' /C calc'!A0" "\"'${sign}cmd|' /C calc'!A0\""
    said "$sign\"\"" "\"'$sign\"\"\"\"\""
    said "$sign" "\"'$sign\""
    said "1$sign" "1$sign"
    said "'$sign" "'$sign"
done
# So are values and the names of fields and records next to them.
{ header 2026 && child A1 "$(plan 2025-06-10 2025-06-12 '=HYPERLINK("x")')" && footer; } >formula.xml
expect 1 check --rules 8905 --format csv formula.xml
out_has "\"'=HYPERLINK(\"\"x\"\")\""
for line in '@' '+' '-' '='; do
    check "a cell begins with $line" test "$(tail -n +2 out | grep -cF ",$line")" -eq 0
done

# The text: the verdict, what is wrong, and the findings of every rule with its code.
expect 1 check a.xml
out_has "NOT READY"
out_has "a.xml: 60 children"
jq -r '.rules[] | select(.status == "failed") | .code' a.json >codes
while read -r code; do
    check "rule $code is not in the text" grep -qE "^  $code +(error|query)" out
done <codes
generate --year 2026 --children 30 >clean.xml
expect 0 check clean.xml
check "the verdict on a clean return" grep -q '^READY' out
out_has "30 children"

finish
