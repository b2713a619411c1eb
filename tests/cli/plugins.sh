#!/usr/bin/env bash
# Plugins: what is listed, what is refused and why, an installation without any (status 4), and a
# fault in one (status 70).
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

generate --year 2026 --children 3 >a.xml
expect 0 plugins
err_empty
check "the first line: $(head -n 1 out)" grep -qE '^statval [0-9.]+, plugin interface 2\.[0-9]+$' out
check "cin is not listed" grep -qE '^cin [0-9.]+: ' out
out_has "2023 to 2027"
check "where it comes from" grep -qE '^  from +(built in|/.*/cin\.so)$' out

if [ -z "$fixtures" ]; then
    expect 0 plugins --plugin-dir .
    err_has "built in"
    finish
fi

# A folder that is not there or not fit, and files that are no plugins: each is named with the
# reason, and the others go on.
mkdir -m 755 empty broken open
plugin_refused() {
    local command
    for command in plugins rules "explain 8925" "check --quiet --rules=8925 a.xml"; do
        # shellcheck disable=SC2086 # several words
        expect 0 $command --plugin-dir "$1"
        check "$command: one line: $(<err)" test "$(wc -l <err)" -eq 1
        check "$command: $(<err)" grep -q "^statval: plugin not loaded: .*$2.*: .*$3" err
    done
}
plugin_refused nosuch nosuch "No such file"
plugin_refused a.xml a.xml "Not a directory"
plugin_refused "$fixtures/newer" newer "plugin interface 3.0 and this statval has 2"
plugin_refused "$fixtures/other" other "statval_plugin_v1"
echo 'not a shared object' >broken/text.so
chmod 644 broken/text.so
plugin_refused broken broken/text.so "text.so"
: >broken/text.so
plugin_refused broken broken/text.so "text.so"
cp "$fixtures/good/"*.so open/fixture.so
chmod 777 open
plugin_refused open open "everybody may write to this folder"
chmod 755 open
chmod 666 open/fixture.so
plugin_refused open open/fixture.so "everybody may write to this file"
chmod 644 open/fixture.so
expect 0 plugins --plugin-dir open
err_empty
expect 0 plugins --plugin-dir empty
err_empty
cp "$fixtures/good/"*.so empty/fixture.so.bak
expect 0 plugins --plugin-dir empty
out_lacks fixture

# A second return beside the first.
good=(--plugin-dir "$fixtures/good")
fixture() {
    { echo '<Fixture><Year>2020</Year>' && printf '<Item>%s</Item>\n' "$@" && echo '</Fixture>'; } >fixture.xml
}
expect 0 plugins "${good[@]}"
err_empty
check "both are listed" test "$(grep -cE '^(cin|fixture) ' out)" -eq 2
expect 0 rules "${good[@]}"
out_has "Return for tests"
out_has "Children in need census"
expect 0 rules "${good[@]}" --return fixture --format csv
check "its rules" test "$(wc -l <out)" -eq 6
expect 0 explain "${good[@]}" f1 fixture:F5Q
refuses 2 "2020 to 2020" rules "${good[@]}" --return fixture --year 2026
echo '<Nothing/>' >nothing.xml
refuses 3 "fixture (Return for tests, 2020 to 2020)" check "${good[@]}" nothing.xml
refuses 3 "cin (Children in need census, 2023 to 2027)" check "${good[@]}" nothing.xml
expect 0 check --quiet --rules=8925 "${good[@]}" a.xml
fixture a b
refuses 3 "root element is Fixture" check fixture.xml
expect 0 check "${good[@]}" --today 2020-03-31 --format json fixture.xml
json '.submission | .return == "fixture" and .year == 2020 and .subjects == 2 and .la == null'
expect 0 check "${good[@]}" --return fixture --quiet fixture.xml
refuses 3 "2020 to 2020" check "${good[@]}" --year 2026 fixture.xml
expect 0 plugins --plugin-dir "$fixtures/newer" "${good[@]}" --plugin-dir nosuch
out_has "fixture 1"
check "two are refused" test "$(wc -l <err)" -eq 2
expect 0 plugins "${good[@]}" "${good[@]}"
err_has "already handled"

# Rules that need what is not there are skipped, and say what.
expect 0 check "${good[@]}" --today 2020-03-31 --format json fixture.xml
json '[.rules[] | select(.status == "skipped") | [.code, .reason]] ==
    [["F3", "needs last year\u0027s return"], ["F4", "needs the reference data list of schools"]]'
expect 0 check "${good[@]}" --today 2020-03-31 --rules 'F3' fixture.xml
out_has "needs last year's return"
fixture | sed '/<Item>/d' fixture.xml >none.xml
expect 0 check "${good[@]}" --format json none.xml
json 'all(.rules[]; .status == "skipped" and .reason == "the file has no Fixture/Item")'

# Which day counts as today: --today, else SOURCE_DATE_EPOCH, else the clock.
today() {
    expect "$1" check "${good[@]}" --fail-on query --quiet "${@:2}" fixture.xml
}
fixture a
today 1
today 0 --today 2020-03-31
today 1 --today 2020-04-01
SOURCE_DATE_EPOCH=1585699199 today 0 # 2020-03-31T23:59:59Z
SOURCE_DATE_EPOCH=1585699200 today 1
SOURCE_DATE_EPOCH=0 today 0
SOURCE_DATE_EPOCH=1585699200 today 0 --today 2020-03-31
SOURCE_DATE_EPOCH=1585699199 today 1 --today 2020-04-01
SOURCE_DATE_EPOCH=1585699199 TZ=Pacific/Kiritimati today 0

# A plugin without its schema, and a program without any plugin: status 4.
refuses 4 "no schema fixture.xsd" check --plugin-dir "$fixtures/no-schema" fixture.xml
refuses 4 "no schema" check --plugin-dir "$fixtures/no-schema" -o report.json fixture.xml
check "a report was written" test ! -e report.json
expect 0 check --quiet --rules=8925 --plugin-dir "$fixtures/no-schema" a.xml
mkdir bin
cp "$statval" bin/statval
installed=$statval
statval=$work/bin/statval
refuses 4 "no plugin was loaded" check a.xml
refuses 4 "no plugin was loaded" check --format json -o report.json a.xml
refuses 4 "no plugin was loaded" check nosuch.xml
expect 4 plugins
err_has "no plugin was loaded"
refuses 4 "plugin" rules
refuses 4 "plugin" rules --format csv
refuses 4 "plugin" explain 8925
for folder in newer other; do
    expect 4 check --plugin-dir "$fixtures/$folder" a.xml
    check "both are told: $(<err)" test "$(grep -c '^statval: ' err)" -eq 2
    expect 4 plugins --plugin-dir "$fixtures/$folder"
done
refuses 2 "--format" check --format xml a.xml
refuses 2 "check needs a file" check
expect 0 check --quiet "${good[@]}" --today 2020-03-31 fixture.xml
expect 0 --version
statval=$installed

# A fault in a rule is told with the rule and its record; nothing is reported. Without the rule the
# return can be checked.
faulty() {
    local jobs
    fixture a b "$1" c
    for jobs in 1 2 8; do
        refuses 70 "plugin fixture, rule $2 " check "${good[@]}" --jobs $jobs fixture.xml
        err_has "record 3 "
        err_has "--rules -$2"
        refuses 70 "rule $2 " check "${good[@]}" --jobs $jobs --quiet -o report.json fixture.xml
    done
    check "a report was written" test -z "$(compgen -G 'report.json*')"
    expect 0 check "${good[@]}" --today 2020-03-31 --rules "-$2" --quiet fixture.xml
}
faulty abort F1
faulty deep F2

finish
