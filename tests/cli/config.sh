#!/usr/bin/env bash
# Configuration files: where they are read from, what they may say, and that reports tell it.
readers=$(realpath "$(dirname "$0")")
pages=$(realpath "$(dirname "$0")/../html/page.py")
samples=$(realpath "$(dirname "$0")/../../samples")
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
export STATVAL_REDACT_KEY=0123456789abcdef

{
    header 2026
    wrong C1
    child C2
    footer
} >cin.xml
rules=(--rules 8925)
own=home/.config/statval
mkdir -p "$own"

# conf LINE...: the file in the working folder.
conf() {
    printf '%s\n' "$@" >statval.conf
}

no_conf() {
    rm -f statval.conf "$own/statval.conf"
}

# Without a file there is nothing to tell.
expect 1 check --format json "${rules[@]}" cin.xml
json 'has("configuration") | not'
expect 1 check "${rules[@]}" cin.xml
out_lacks Settings

# Values of options, from the working folder.
conf '# of our authority' '' 'la = 998' 'return = cin' 'year = 2026' 'fail-on = never'
expect 0 check "${rules[@]}" cin.xml
out_has "Settings from statval.conf"
out_has "  la = 998 (statval.conf, line 3)"
out_has "  fail-on = never (statval.conf, line 6)"
expect 0 check --format json "${rules[@]}" cin.xml
json '.configuration.files == ["statval.conf"] and .configuration.severity == [] and .configuration.off == []'
json '.configuration.settings == [
    {name: "la", value: "998", file: "statval.conf", line: 3}, {name: "return", value: "cin", file: "statval.conf", line: 4},
    {name: "year", value: "2026", file: "statval.conf", line: 5}, {name: "fail-on", value: "never", file: "statval.conf", line: 6}]'
json '.findings | any(.stage == "schema" and (.message | contains("998")))'

# The command line counts more, and what it says is not told as a setting.
expect 1 check --format json --la 999 --fail-on error "${rules[@]}" cin.xml
json '[.configuration.settings[].name] == ["return", "year"]'
json '.findings | all(.stage != "schema")'

# Working folder, user, system: who comes first says it. A file of another name is the only one.
printf '%s\n' 'la = 111' 'fail-on = query' 'off.8840 = not ours' >"$own/statval.conf"
conf 'la = 999' 'severity.8840 = query : for now'
expect 1 check --format json cin.xml
json "[.configuration.settings[] | [.name, .value, .file]] == [[\"la\", \"999\", \"statval.conf\"], [\"fail-on\", \"query\", \"$PWD/$own/statval.conf\"]]"
json '.configuration.files | length == 2'
json '[.configuration.severity[] | [.code, .from, .to, .reason]] == [["8840", "error", "query", "for now"]] and .configuration.off == []'
rm statval.conf
expect 1 check --format json cin.xml
json '[.configuration.off[] | [.code, .reason]] == [["8840", "not ours"]] and .configuration.settings[0].value == "111"'
mkdir xdg && mkdir xdg/statval && echo 'la = 222' >xdg/statval/statval.conf
XDG_CONFIG_HOME=$PWD/xdg expect 1 check --format json cin.xml
json '[.configuration.settings[].value] == ["222"]'
XDG_CONFIG_HOME=xdg expect 1 check --format json cin.xml # not the user's own: it hangs on the folder
json '.configuration.settings[0].value == "111"'
conf 'la = 999'
echo 'year = 2026' >other.conf
expect 1 check --format json --config other.conf cin.xml
json '[.configuration.settings[].name] == ["year"] and .configuration.files == ["other.conf"]'
expect 1 check --format json --config /dev/null cin.xml
json '.configuration == {files: ["/dev/null"], settings: [], severity: [], off: []}'
expect 1 check --format json --config <(echo 'year = 2026') cin.xml
json '[.configuration.settings[].name] == ["year"]'
refuses 2 "nosuch.conf: the configuration file cannot be used: No such file" check --config nosuch.conf cin.xml
refuses 2 "it is a folder" check --config . cin.xml
cd "$own" || exit 2
expect 1 check --format json "$work/cin.xml" # one file, though it lies in the working folder too
cp out "$work/out"
cd "$work" || exit 2
json '.configuration.files | length == 1'
no_conf

# Changed severities, in counts, exit status and every format.
conf 'severity.8925 = query : checked <b>with</b> "the team", =1+1'
expect 0 check "${rules[@]}" cin.xml
out_has 'NEARLY READY'
out_has '  8925   query instead of error: checked <b>with</b> "the team", =1+1 (statval.conf, line 1)'
out_has '  8925   query  1 finding, 1 child'
expect 1 check --fail-on query "${rules[@]}" cin.xml
expect 0 check --format json "${rules[@]}" cin.xml
json '.summary.errors == 0 and .summary.queries == 1 and .findings[0].severity == "query"'
json '.rules[] | select(.code == "8925") | .severity == "query" and .status == "failed"'
expect 0 check --format jsonl "${rules[@]}" cin.xml
json '.severity == "query"'
expect 0 check --format csv "${rules[@]}" cin.xml
out_has 'cin,2026,8925,query,item,rules,C1'
expect 0 check --format github "${rules[@]}" cin.xml
out_has '::warning '
expect 0 check --format gitlab "${rules[@]}" cin.xml
out_lacks 'critical'
expect 0 check --redact "${rules[@]}" cin.xml
out_has 'query instead of error: checked'
conf 'severity.8770q = error : our portal refuses it'
{ header 2026 && child A1 && footer; } >query.xml
expect 1 check --rules 8770Q query.xml
out_has 'NOT READY'
conf 'severity.8925 = error : as it is'
expect 1 check --format json "${rules[@]}" cin.xml
json '.configuration.severity == []'

# The id of a finding does not change with its severity.
no_conf
expect 1 check --quiet -o plain.json "${rules[@]}" cin.xml
conf 'severity.8925 = query : x'
expect 0 check --format json --baseline plain.json "${rules[@]}" cin.xml
json '.findings[0].state == "unchanged"'

# Rules that are switched off.
conf 'off.cin:8925 = the system cannot hold it; JD <2026>'
expect 1 check --format json cin.xml
json '.rules[] | select(.code == "8925") | .status == "skipped" and .reason == "switched off: the system cannot hold it; JD <2026>"'
json '[.configuration.off[] | [.code, .reason, .line]] == [["8925", "the system cannot hold it; JD <2026>", 1]]'
expect 1 check cin.xml
out_has '  switched off: the system cannot hold it; JD <2026>:'
expect 0 check --rules 8925 cin.xml
out_has 'NOTHING FOUND by the 0 of'
long=$(letters 3000)
conf "off.8925 = $long"
expect 1 check --format json cin.xml
json '.configuration.off[0].reason | length == 3000'
conf $'off.8925 = \xe2\x80\xaeright to left\xe2\x80\xac caf\xc3\xa9'
expect 1 check --format json cin.xml
json '.rules[] | select(.code == "8925") | .reason | endswith("café")'

# In SARIF, JUnit and HTML, as their readers see them.
sample=$samples/yj/2027/faulty
conf 'severity.YJ-155 = query : all of "them" <i>' 'off.YJ-005 = one part & no more' 'off.cin:8925 = x' 'la = X99' \
    "reference.gravity = $samples/yj/gravity.csv"
one=$(find "$sample" -name '*.xml' | sort | head -n 1)
for file in report.json report.html report.sarif report.junit.xml report.github.txt report.gitlab.json; do
    reports+=(-o "$file")
done
expect 1 check --quiet --no-redact "${reports[@]}" "$one"
err_empty
checks=$((checks + 2))
python3 "$readers/ci_reader.py" report.json report.sarif report.junit.xml report.github.txt report.gitlab.json >told ||
    complain "$(head -c 800 told)"
python3 "$pages" report.html report.json 2>told || complain "$(head -c 800 told)"
check "the page tells it" grep -q 'query instead of error: <bdi>all of &quot;them&quot; &lt;i&gt;</bdi>' report.html
check "the page tells it" grep -q 'switched off: <bdi>one part &amp; no more</bdi>' report.html
cp report.json out
json '[.configuration.settings[].name] == ["la", "reference.gravity"]'
json '[.configuration.off[].code] == ["YJ-005"]'
conf 'severity.YJ-169 = query : x'
refuses 2 'statval.conf: line 1: in 2027 there are an error and a query of the code YJ-169' check "$one"
conf 'off.YJ-169 = x'
expect 1 check --format json "$one"
json '[.rules[] | select(.code == "YJ-169") | .status] == ["skipped", "skipped"]'

# In a workbook, when this build writes them.
if "$statval" check --help | grep -q '[.]xlsx'; then
    conf 'la = X99' 'severity.YJ-155 = query : =1+1' 'off.YJ-005 = one part'
    expect 1 check --quiet -o report.xlsx "$one"
    python3 -c 'import zipfile; z = zipfile.ZipFile("report.xlsx"); print(*[z.read(n).decode() for n in z.namelist()])' >cells
    check "the workbook tells it" grep -q 'X99 (statval.conf, line 1)' cells
    check "the workbook tells it" grep -q 'query instead of error: =1+1 (statval.conf, line 2)' cells
    check "the workbook tells it" grep -q 'switched off: one part (statval.conf, line 3)' cells
fi

# Reference data stand beside the file; those of other returns are passed over.
no_conf
mkdir -p settings/data
cp "$samples/yj/gravity.csv" settings/data/
sample=$samples/cin/2026/faulty.xml
printf '%s\n' 'reference.gravity = data/gravity.csv' >settings/team.conf
expect 1 check --format json --config settings/team.conf "$one"
json '.submission.reference.gravity.file == "settings/data/gravity.csv"'
json '.configuration.settings[0].value == "settings/data/gravity.csv"'
expect 1 check --format json --config settings/team.conf --reference "gravity=$samples/yj/gravity.csv" "$one"
json ".submission.reference.gravity.file == \"$samples/yj/gravity.csv\" and .configuration.settings == []"
expect 1 check --format json --config settings/team.conf cin.xml
json '.configuration.settings == [] and (.submission | has("reference") | not)'
echo 'reference.gravty = x.csv' >settings/team.conf
refuses 2 "settings/team.conf: line 1: no return knows reference data called gravty" check --config settings/team.conf cin.xml
echo 'reference.gravity = nosuch.csv' >settings/team.conf
refuses 3 "settings/nosuch.csv" check --config settings/team.conf "$one"
printf '%s\n' 'rule,subject,reason' '8925,C1,Known' >settings/accepted.csv
printf '%s\n' 'accept = accepted.csv' "baseline = $PWD/plain.json" >settings/team.conf
expect 0 check --format json --config settings/team.conf "${rules[@]}" cin.xml
json '.summary.explained == 1 and .findings[0].state == "unchanged"'
refuses 2 "settings/team.conf: line 1: accept: is another file for each" check --each --config settings/team.conf .

# --each: for every submission.
no_conf
mkdir all reports
cp cin.xml all/one.xml
cp "$one" all/two.xml
conf 'severity.cin:8925 = query : x'
expect 1 check --each -o 'reports/%.json' all
out_has 'one.xml: '
out_has 'Settings from statval.conf'
cp reports/one.json out
json '.configuration.severity[0].code == "8925"'
cp reports/two.json out
json '.configuration.files == ["statval.conf"] and .configuration.severity == []'
expect 1 check --each --format json all
json '.configuration.files == ["statval.conf"]'
expect 1 check --each --config /dev/null --format csv all
no_conf

# What is not right is told with file and line, before anything is read.
wrong_line() { # wrong_line TEXT LINE
    conf '# a remark' "$2"
    refuses 2 "statval.conf: line 2: $1" check nosuch.xml
}
wrong_line "there is no setting colour" 'colour = never'
wrong_line "there is no setting output" 'output = report.html'
wrong_line "there is no setting LA" 'LA = 999'
wrong_line "it is neither" 'la 999'
wrong_line "it is neither" '[cin]'
wrong_line "there is no value" 'la ='
wrong_line 'year: "26" is not possible' 'year = 26'
wrong_line 'fail-on: "warning" is not possible' 'fail-on = warning'
wrong_line 'return: there is no return xyz. Supported: cin' 'return = xyz'
wrong_line "there is no reason" 'severity.8925 = query'
wrong_line "a severity is error or query" 'severity.8925 = off : x'
wrong_line "there is no value" 'off.8925 ='
wrong_line "what is wrong with the form of a file" 'off.XSD = x'
wrong_line "what is wrong with the form of a file" 'severity.file = query : x'
wrong_line "it names no rule" 'off. = x'
wrong_line "reference. names no kind" 'reference. = x'
wrong_line "there are bytes that are no text" $'la = \xff'
conf 'la = 999' '' 'la = 998'
refuses 2 "statval.conf: line 3: la stands in line 1 already" check cin.xml
conf 'off.8952 = a slip of the pen'
refuses 2 "statval.conf: line 1: no rule of cin has the code 8952" check cin.xml
conf 'off.xyz:8925 = x'
refuses 2 "statval.conf: line 1: there is no return xyz" check cin.xml
conf 'off.yj:8925 = x'
refuses 2 "statval.conf: line 1: no rule of yj has the code 8925" check cin.xml
iconv -f UTF-8 -t UTF-16 <<<'la = 999' >statval.conf
refuses 2 "statval.conf: line 1: there are bytes that are no text" check cin.xml
printf '\xef\xbb\xbfla = 999\r\n' >statval.conf
expect 1 check cin.xml
letters 65537 >statval.conf
refuses 2 "statval.conf: the configuration file cannot be used: it is larger than 64 KB" check cin.xml
{
    printf '#'
    letters 65524
    printf '\nla = 999\n'
} >statval.conf
check "just 64 KB" test "$(stat -c %s statval.conf)" -eq 65535
expect 1 check cin.xml
no_conf
: >statval.conf
expect 1 check cin.xml
out_has "Settings from statval.conf"

# A file that came with a return loads no code, and cannot hold up the run. Links are all right.
conf 'plugin-dir = .'
refuses 2 "statval.conf: line 1: plugin-dir may stand in the user's own configuration" check cin.xml
mv statval.conf team.conf
refuses 2 "team.conf: line 1: plugin-dir may stand" check --config team.conf cin.xml
mkfifo statval.conf
refuses 2 "statval.conf: the configuration file cannot be used: it is no plain file" check cin.xml
rm statval.conf
mkdir statval.conf
refuses 2 "it is a folder" check cin.xml
rmdir statval.conf
echo 'la = 998' >real.conf
ln -s real.conf statval.conf
expect 1 check --format json cin.xml
json '.configuration.settings[0].value == "998"'
rm statval.conf
ln -s nosuch statval.conf
expect 1 check cin.xml
no_conf

# The user's own may name plugins, if nobody else may write to it.
if [ -n "$fixtures" ]; then
    cp -r "$fixtures/good" "$own/plugins"
    echo 'plugin-dir = plugins' >"$own/statval.conf"
    expect 1 check --format json cin.xml
    json ".configuration.settings[0].value == \"$PWD/$own/plugins\""
    echo 'return = fixture' >>"$own/statval.conf"
    expect 3 check cin.xml # it is known now, but the file is no such return
    expect 0 rules --return cin # and nothing but check reads it
    chmod o+w "$own/statval.conf"
    refuses 2 "everybody may write to it; chmod o-w it" check cin.xml
    chmod o-w "$own/statval.conf"
    chmod o+w "$own"
    refuses 2 "everybody may write to its folder; chmod o-w that" check cin.xml
    chmod o-w "$own"
fi
no_conf
conf 'la = 998'
chmod o+w statval.conf # it is no more trusted than what else lies there
expect 1 check cin.xml

# Help, other commands: nothing is read.
conf 'nonsense'
expect 0 check --help
expect 0 rules --return cin
expect 0 explain 8925

finish
