#!/usr/bin/env bash
# The HTML report as a file: well-formed, closed, with the numbers and findings of the JSON report.
# How it is to work with is tried in tests/html/in_browser.sh.
reader=$(realpath "$(dirname "$0")/../html/page.py")
hostile=$(realpath "$(dirname "$0")/../html/hostile.sh")
samples=$(realpath "$(dirname "$0")/../../samples")
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
export STATVAL_REDACT_KEY=0123456789abcdef

# reads STATUS ARGUMENT...: the HTML report is well-formed and says what the JSON report does. Leaves
# them as report.html and report.json.
reads() {
    rm -f report.html report.json
    expect "$1" check --quiet -o report.html -o report.json "${@:2}"
    err_empty
    checks=$((checks + 1))
    python3 "$reader" report.html report.json 2>told || complain "${*:2}: $(head -c 800 told)"
}

# page_has TEXT, page_lacks TEXT: of the report.
page_has() {
    check "\"$1\" is not in the page" has report.html "$1"
}

page_lacks() {
    check "\"$1\" is in the page" lacks report.html "$1"
}

# All faulty samples of all returns, and the clean ones.
count=0
for own in "$samples"/*/*/faulty/this "$samples"/*/*/faulty/this.xml "$samples"/*/*/faulty.xml; do
    [ -e "$own" ] || continue
    count=$((count + 1))
    arguments_of "${own%/this*}"
    reads 1 "${arguments[@]}" "$own"
    page_has '>Not ready</h2>'
done
check "only $count samples" test $count -ge 20
for own in "$samples"/*/*/clean.xml "$samples"/*/*/clean/this.xml; do
    [ -e "$own" ] || continue
    arguments_of "${own%/this.xml}"
    reads 0 "${arguments[@]}" "$own"
    page_lacks 'class="rule"'
done

# The verdicts.
{ header 2026 && child A1 && footer; } >fine.xml
reads 0 --rules 8925 fine.xml
page_has '>Nothing found</h2>'
page_has 'left out by --rules'
{ header 2026 && wrong A1 && footer; } >wrong.xml
reads 1 --rules 8925 wrong.xml
page_has '>Not ready</h2>'
page_has '1 finding, 1 child'
{ header 2026 && child A1 && footer; } | sed 's/<UPN>.*//' >query.xml
reads 0 --rules '8770Q' query.xml
page_has '>Nearly ready</h2>'
generate --year 2026 --children 30 >clean.xml
reads 0 clean.xml
page_has '>Ready</h2>'

# What was checked.
mkdir -p 'a folder'
cp "$samples/cin/2026/faulty.xml" 'a folder/<b>&"one.xml'
reads 1 --today 2026-04-02 'a folder/<b>&"one.xml'
page_has '1 Apr 2025 to 31 Mar 2026, authority <bdi>999</bdi>, checked on 2 Apr 2026'
page_has 'a folder/&lt;b&gt;&amp;&quot;one.xml'
page_has "$(awk -v size="$(stat -c %s 'a folder/<b>&"one.xml')" 'BEGIN { printf "%.0f kB", size / 1000 }')"
page_has 'Rules and codes of the Department for Education'
cp wrong.xml $'bad\xff.xml'
reads 1 $'bad\xff.xml'
check "the page is not UTF-8" iconv -f UTF-8 -t UTF-8 -o copy report.html
expect 1 check --format html - <wrong.xml
cp out report.html
page_has '(standard input)'

# More findings than the page shows without JavaScript.
{ header 2026 && for number in {1..60}; do wrong "A$number"; done && footer; } >many.xml
reads 1 --rules 8925 many.xml
page_has '50 of 60 shown; all of them with JavaScript, or in the CSV or JSON report.'

# Explained findings, and an earlier report.
reads 1 "$samples/cin/2026/faulty.xml"
cp report.json before.json
expect 0 accept -o accepted.csv --reason 'Right: <b>"so"</b>' --by '<i>' before.json 2885
printf '%s\r\n' '2885,A1,,,,gone,,,,' '2885,C1000005,,,,late,,,,2020-01-01' >>accepted.csv
sed 's/2025-05-30/2025-05-29/' "$samples/cin/2026/faulty.xml" >after.xml
reads 1 --accept accepted.csv --baseline before.json after.xml
page_has 'Right: &lt;b&gt;&quot;so&quot;&lt;/b&gt;'
page_has '(<bdi>&lt;i&gt;</bdi>)'
page_has 'it has expired'
page_has 'no finding is like that any more'
page_has '<span class="badge new">new</span>'
fixed=$(jq '.fixed | length' report.json)
page_has "<dt>fixed</dt><dd class=\"number\">$fixed</dd>"
new=$(jq '[.findings[] | select(.state == "new")] | length' report.json)
page_has "<dt>new</dt><dd class=\"number\">$new</dd>"

# The line that explains a finding does.
sed -n 's|.*<summary>Line to explain it</summary><code>\([^<]*\)</code>.*|\1|p' report.html |
    sed 's/,,,\([0-9-]*\),,$/,Looked at,,\1,,/' >lines
check "only $(wc -l <lines) lines" test "$(wc -l <lines)" -gt 100
{ echo 'rule,subject,table,key,id,reason,by,on,limit,expires' && cat lines; } >all.csv
expect 1 check --accept all.csv --format json after.xml
json ".summary.explained == $(wc -l <lines)"

# Text that means harm stands in the page as text.
"$hostile" xml >hostile.xml
reads 1 hostile.xml
page_has '&lt;script&gt;harm=1&lt;/script&gt;'
page_lacks '<script>harm'
page_lacks '<img'
page_has '(10,000 characters)'
mkdir tables
"$hostile" csv >tables/header.csv
reads 1 --return ssda903 --year 2026 tables
page_has '&lt;script&gt;harm=1&lt;/script&gt;'
page_lacks '<script>harm'
{ header 2026 && wrong $'a\tb' && wrong $'\xc2\x9b31m' && wrong $'\x7f' && footer; } >controls.xml
reads 1 --rules 8925 controls.xml
check "a control character" test "$(tr -d '\n\t' <report.html | grep -c $'[\x01-\x1f\x7f]')" -eq 0

# Redacted: no value, no identifier.
sed '1,/<Children>/d' "$samples/cin/2026/faulty.xml" | grep -o '>[^<>]\{7,\}<' | tr -d '<>' | sort -u |
    grep -vxE '202[56]-0(4-01|3-31)' >values
reads 1 --redact --today 2026-12-31 "$samples/cin/2026/faulty.xml"
check "values: $(grep -oFf values report.html | sort -u | head -n 5 | tr '\n' ' ')" \
    test "$(grep -cFf values report.html)" -eq 0
page_has 'This report is redacted'
page_lacks '<details class="accept">'
reads 1 "$samples/cin/2026/faulty.xml"
check "the values are not in a plain report" test "$(grep -cFf values report.html)" -gt 0

# The same return gives the same page, on one core or on many; the day is that of the check.
for jobs in 1 2 8; do
    expect 1 check --quiet --jobs $jobs --today 2026-12-31 -o again-$jobs.html after.xml
    same again-1.html again-$jobs.html
done

finish
