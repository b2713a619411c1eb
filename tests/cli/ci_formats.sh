#!/usr/bin/env bash
# The formats for build services: well-formed, with all findings of the JSON report, redacted unless
# they are asked not to be, and unharmed by whatever stands in a return.
readers=$(realpath "$(dirname "$0")")
samples=$(realpath "$(dirname "$0")/../../samples")
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
export STATVAL_REDACT_KEY=0123456789abcdef
declare -A ending=([sarif]=sarif [junit]=junit.xml [github]=github.txt [gitlab]=gitlab.json)
formats=(sarif junit github gitlab)

# reads REPORT.json NAME [OPTION]: services can read NAME in the four formats, and they say what the
# JSON report does.
reads() {
    checks=$((checks + 1))
    python3 "$readers/ci_reader.py" "${@:3}" "$1" "${ending[@]/#/$2.}" >told || complain "$(head -c 800 told)"
}

# compare STATUS ARGUMENT...: the four formats and the JSON report of a check, redacted and not, say
# the same. Leaves them as plain.* and redacted.*, and as mixed.json that of a run with both kinds.
compare() {
    local file outputs=() option=()
    for file in "${ending[@]}"; do
        outputs+=(-o "redacted.$file")
    done
    expect "$1" check --quiet "${outputs[@]}" -o mixed.json "${@:2}"
    err_empty
    expect "$1" check --quiet --redact -o redacted.json "${@:2}"
    expect "$1" check --quiet --no-redact "${outputs[@]/redacted/plain}" -o plain.json "${@:2}"
    [[ " $* " != *" --fail-on query "* ]] || option=(--fail-on-query)
    reads plain.json plain "${option[@]}"
    reads redacted.json redacted "${option[@]}"
}

# arguments_of SAMPLE: what goes with a sample, as tests/golden/run gives it.
arguments_of() {
    local reference
    arguments=(--today "$(basename "$(dirname "$1")")-12-31")
    [ -d "$1" ] || return 0
    arguments+=(--year "$(basename "$(dirname "$1")")")
    for reference in postcodes providers establishments; do
        [ ! -f "$1/$reference.csv" ] || arguments+=(--reference "$reference=$1/$reference.csv")
    done
    [ ! -d "$1/last" ] || arguments+=(--la E08000099 --previous "$1/last")
}

# All faulty samples of all returns.
count=0
for own in "$samples"/*/*/faulty/this "$samples"/*/*/faulty/this.xml "$samples"/*/*/faulty.xml; do
    [ -e "$own" ] || continue
    count=$((count + 1))
    arguments_of "${own%/this*}"
    ln -sfn "$own" "sample $count"
    compare 1 "${arguments[@]}" "./sample $count"
done
check "only $count samples" test $count -ge 20

# Redacted unless they are asked not to be: no value, no identifier, not on standard error either.
# The reports beside them are as they were asked for.
generate --year 2027 --children 150 --faults 90 >made.xml
sed '0,/<LAchildID>/s//<LAchildID>=Private"Name\&lt;/; s|<ReferralSource>1A<|<ReferralSource>Private1<|
    s|<Year>2027<|<Year>2026<|; 0,/<PersonBirthDate>/s//<PersonBirthDate>Private2/' made.xml >a.xml
sed '1,/<Children>/d' a.xml | grep -o '>[^<>]\{7,\}<' | tr -d '<>' | sort -u |
    grep -vxE '202[67]-0(4-01|3-31)' >values
echo Private >>values
check "only $(wc -l <values) values" test "$(wc -l <values)" -gt 300
compare 1 --year 2027 a.xml
same mixed.json plain.json
check "JSON lacks values" grep -qFf values plain.json
for format in "${formats[@]}"; do
    file=${ending[$format]}
    check "$format has values: $(grep -oFf values "redacted.$file" | head -n 3 | tr '\n' ' ')" \
        test "$(grep -cFf values "redacted.$file")" -eq 0
    check "$format lacks values with --no-redact" grep -qFf values "plain.$file"
    expect 1 check --year 2027 --format "$format" a.xml
    same out "redacted.$file"
    expect 1 check --year 2027 --redact --jobs 1 --format "$format" a.xml
    same out "redacted.$file"
    expect 1 check --year 2027 --no-redact --format "$format" a.xml
    same out "plain.$file"
    expect 1 check --year 2027 --quiet --each a.xml -o "%.each.${file^^}"
    same "a.each.${file^^}" "redacted.$file"
    # Without a key nothing is written; who redacts nothing needs none.
    STATVAL_REDACT_KEY='' refuses 5 STATVAL_REDACT_KEY check --format "$format" a.xml
    STATVAL_REDACT_KEY='' refuses 5 STATVAL_REDACT_KEY check --quiet -o "none.$file" a.xml
    check "a report was written" test ! -e "none.$file"
    STATVAL_REDACT_KEY='' expect 1 check --year 2027 --no-redact --format "$format" a.xml
    same out "plain.$file"
done
refuses 2 contradict check --redact --no-redact a.xml
head -c 3000 a.xml >cut.xml
refuses 3 "" check --format github cut.xml
check "values on standard error" test "$(grep -cFf values err)" -eq 0
expect 1 check --year 2027 -o both.txt -o both.sarif --format text a.xml
same out both.txt
check "the text beside SARIF is redacted" grep -qFf values both.txt

# Names of columns may be values: no report of a run tells them when one of them is redacted.
cp -r "$samples/ssda903/2026/faulty/this" columns
sed -i '1s/\r*$/,PrivateColumn/' columns/missing.csv
compare 1 --year 2026 --la E08000099 columns
check "the column is not in the report" has plain.json PrivateColumn
check "the column is in the report beside redacted ones" lacks mixed.json PrivateColumn
for format in "${formats[@]}"; do
    check "$format names the column" lacks "redacted.${ending[$format]}" PrivateColumn
    check "$format lacks the column" has "plain.${ending[$format]}" PrivateColumn
done

# Endings: the longest that fits decides; a file that is only XML belongs to no format.
refuses 2 ".junit.xml" check -o report.xml a.xml
refuses 2 ".junit.xml" check --each -o %.xml a.xml
compare 1 --year 2027 a.xml
expect 1 check --year 2027 --quiet --format junit -o report.xml a.xml
same report.xml redacted.junit.xml
expect 1 check --year 2027 --quiet --redact --format text -o r.github.json -o r.gitlab.txt -o r.xml.txt a.xml
same r.github.json redacted.json
same r.gitlab.txt r.xml.txt

# Rules that were not run, queries that fail, and a return that is in order.
compare 1 --year 2027 --rules '88*,-8840' a.xml
cp redacted.sarif out
json '[.runs[0].invocations[0].toolExecutionNotifications[] |
    select(.message.text == "This rule was not run: left out by --rules")] | length > 50'
compare 1 --year 2027 --fail-on query a.xml
compare 0 --year 2027 --fail-on never a.xml
check "errors are no failures with --fail-on never" grep -q '<failure' redacted.junit.xml
generate --year 2026 --children 30 >clean.xml
sed '0,/<.UPN>/s//&<FormerUPN>x<\/FormerUPN>/' clean.xml >query.xml
compare 0 query.xml
check "queries are failures" lacks redacted.junit.xml '<failure'
check "queries are not told" has plain.junit.xml " to be corrected or explained:"
compare 1 --fail-on query query.xml
check "queries are no failures with --fail-on query" has redacted.junit.xml '<failure'
compare 1 --year 2027 --as-portal a.xml
compare 0 clean.xml
check "annotations of a clean return" test "$(wc -l <redacted.github.txt)" -eq 1

# Many findings of one rule: none is lost without being counted.
{ header 2026 && for number in {1..300}; do wrong "C$number"; done && footer; } >many.xml
compare 1 --rules 8925 many.xml
check "GitHub: $(head -n 4 plain.github.txt | tail -n 1)" grep -q '::297 more findings like this (300 in all' plain.github.txt
check "annotations: $(wc -l <plain.github.txt)" test "$(wc -l <plain.github.txt)" -eq 5
check "JUnit does not say how many more there are" has plain.junit.xml "and 280 more"

# Text that would do harm where it is shown.
hostile() {
    local text
    text=$(sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g' <<<"$1")
    { header 2026 && child "$text" "$(plan 2025-06-10 2025-06-02 "$text")" && footer; } >odd.xml
    compare 1 --rules 8925,8905 odd.xml
    for format in "${formats[@]}"; do
        check "$format is not UTF-8" iconv -f UTF-8 -t UTF-8 -o copy "plain.${ending[$format]}"
    done
    check "JUnit is not well-formed" xmllint --noout plain.junit.xml
}
# shellcheck disable=SC2016 # what services would put in the place of something
for odd in "=cmd|' /C calc'!A0" '<script>alert(1)</script>' ']]>' '"quoted"' "it's" 'back\slash\n' \
    '%0A::error::%25' '::set-output name=a::b' '##[error]x' $'line\n::stop-commands::x' $'tab\tand\rreturn' \
    $'\xe2\x80\xae right to left' $'\xe2\x80\xa8' $'\x7f' $'\xc2\x9b31m' $'\xef\xbf\xbd' 'Zoë 李 𝔸' \
    '${{ secrets.KEY }}' '{0}' '[text](http://127.0.0.1/)' '&amp;' '%s%n' "$(letters 10000)" \
    "$(letters 1999 | sed 's/A/𝔸/g')"; do
    hostile "$odd"
done
expect 1 check --rules 8925,8905 --format github --no-redact odd.xml
check "a line is longer than it should be" test "$(wc -L <out)" -lt 10000

# Names of files: what a URI or a command would take for something else, letters of no encoding.
odd_names=('two words.xml' 'a,b:c.xml' '50%41.xml' '#1?x=y.xml' '[x]{y}.xml' $'new\nline.xml' 'é李.xml'
    $'\xff\xfe.xml' "quote'\".xml" 'c:name.xml' '<&>.xml')
{ header 2026 && wrong A1 && footer; } >odd.xml
for name in "${odd_names[@]}"; do
    cp odd.xml "$name"
    compare 1 --rules 8925 "./$name"
    compare 1 --rules 8925 "$work/$name"
done
check "a slash is encoded" has plain.sarif "\"file://$work/%3C%26%3E.xml\""
compare 1 --rules 8925 .//./odd.xml
check "./ is left" has plain.gitlab.json '"path": "odd.xml"'
expect 1 check --rules 8925 --format github - <odd.xml
check "standard input is a file: $(head -n 1 out)" grep -q '^::error title=statval 8925::' out
expect 1 check --rules 8925 --format sarif - <odd.xml
json '.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri == "-"'
zip -q odd.zip odd.xml
compare 1 --rules 8925 odd.zip

# Columns count characters: there is none where letters beyond ASCII stand before it in the line.
{ header 2026 && printf '%s' '<!-- Zoë --> ' && wrong A1 | tr -d '\n' && echo && wrong A2 | tr -d '\n' && footer; } >wide.xml
compare 1 --rules 8925 wide.xml
cp plain.sarif out
json '.runs[0].results | map(.locations[0].physicalLocation.region.startColumn != null) == [false, true]'
line=$(jq '.runs[0].results[1].locations[0].physicalLocation.region.startLine' out)
column=$(jq '.runs[0].results[1].locations[0].physicalLocation.region.startColumn' out)
text=$(sed -n "${line}p" wide.xml)
check "column $column is not where the plan is" test "${text:column-1:21}" = '<ChildProtectionPlans'
check "GitHub has another column" has plain.github.txt "line=$line,col=$column,"

# What is accepted, and what an earlier report had.
{ header 2026 && wrong A1 && wrong A2 && wrong A3 && footer; } >old.xml
{ header 2026 && wrong A2 && wrong A3 && wrong A4 && footer; } >new.xml
printf '%s\n' rule,subject,table,key,id,reason,by,on,limit,expires \
    '8925,A2,,,,"Checked <with> ""the"" team",Zoë,2026-05-01,,' >accept.csv
expect 1 check --quiet --rules 8925 -o old.json old.xml
expect 1 check --quiet --redact --rules 8925 -o old-redacted.json old.xml
for extra in "" "--accept accept.csv"; do
    # shellcheck disable=SC2086 # words
    {
        expect 1 check --quiet --rules 8925 --baseline old.json $extra -o now.json -o now.sarif -o now.junit.xml \
            -o now.github.txt -o now.gitlab.json new.xml
        expect 1 check --quiet --rules 8925 --baseline old-redacted.json $extra --redact -o red.json \
            -o red.sarif -o red.junit.xml -o red.github.txt -o red.gitlab.json new.xml
        expect 1 check --quiet --rules 8925 --baseline old.json $extra --no-redact \
            -o plain.sarif -o plain.junit.xml -o plain.github.txt -o plain.gitlab.json new.xml
    }
    reads red.json red
    reads now.json plain
    for format in junit github gitlab; do
        same "now.${ending[$format]}" "red.${ending[$format]}"
    done
    # A plain report beside a redacted one: what is gone has neither its id nor its subject.
    cp now.sarif out
    json '[.runs[0].results[].baselineState] == ["unchanged", "unchanged", "new", "absent"]'
    json '.runs[0].results[3] | has("fingerprints") or has("partialFingerprints") or has("properties") | not'
    check "the subject is told" lacks now.sarif A1
    check "the id is told" lacks now.sarif "$(jq -r '.fixed[0].id' now.json)"
    check "GitHub does not say what is new" grep -q 'title=statval 8925 (new)::' now.github.txt
done
check "the reason is not in SARIF" test "$(jq -r '.runs[0].results[0].suppressions[0].justification' red.sarif)" = \
    'Checked <with> "the" team (Zoë, 2026-05-01)'
check "a finding without reason is suppressed" test "$(jq -c '.runs[0].results[1].suppressions' red.sarif)" = '[]'
check "the reason is not in JUnit" has red.junit.xml 'explained: Checked &lt;with&gt; &quot;the&quot; team'
check "the reason is not in GitLab" has red.gitlab.json 'explained: Checked <with> \"the\" team'

finish
