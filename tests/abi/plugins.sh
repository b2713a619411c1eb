#!/usr/bin/env bash
# Plugins that do not fit are refused with the reason, and the others go on; rules that crash are
# named, and so are loops; rules that need what is not there are skipped:
#     plugins.sh STATVAL FIXTURES SHIPPED_FOLDER IMPATIENT
# IMPATIENT is statval with a second for what plugins may take a minute for.
set -uo pipefail
statval=$(realpath "$1")
fixtures=$(realpath "$2")
shipped=$(realpath "$3")
impatient=$(realpath "$4")
failures=0
status=0

unset NO_COLOR SOURCE_DATE_EPOCH STATVAL_REDACT_KEY
export LC_ALL=C
umask 022
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2

complain() {
    printf '%s: %s\n' "${BASH_LINENO[1]}" "$*" >&2
    failures=$((failures + 1))
}

# run ARGUMENT...: leaves the exit status in $status and what was written in out and err.
run() {
    status=0
    "$statval" "$@" >out 2>err || status=$?
}

# expect STATUS ARGUMENT...
expect() {
    run "${@:2}"
    [ "$status" -eq "$1" ] || complain "exit status $status, not $1: ${*:2}: $(head -n 3 err)"
}

# is FILE TEXT: the file is this line and no more; without TEXT it is empty.
is() {
    [ "$(<"$1")" = "${2:-}" ] || complain "$1 is not \"${2:-}\": $(head -n 5 "$1")"
}

has() {
    grep -qE -e "$2" "$1" || complain "$1 does not have \"$2\": $(head -n 5 "$1")"
}

lacks() {
    ! grep -qE -e "$2" "$1" || complain "$1 has \"$2\""
}

# take NAME [AS]: a copy of a fixture, in a folder where only its owner may write.
take() {
    local as=${2:-$1/$1.so}
    mkdir -p "$(dirname "$as")"
    cp "$fixtures/$1/$1.so" "$as"
    chmod 644 "$as"
}

# refused PATH REASON [FOLDER]: statval lists the others, and says this of the path.
refused() {
    expect 0 plugins --plugin-dir "${3:-$(dirname "$1")}"
    is err "statval: plugin not loaded: $1: $2"
    has out '^cin [0-9.]+: '
    lacks out '^tiny '
}

# A return of things, one per name; each has a part that weighs one.
box() {
    local name
    echo '<Box><Year>2026</Year><Owner>999</Owner>'
    for name in "$@"; do
        echo "<Thing><Name>$name</Name><Made>2026-01-01</Made><Part><Weight>1</Weight></Part></Thing>"
    done
    echo '</Box>'
}

# What is shipped exports its descriptor and nothing else.
plugins=("$shipped"/*.so)
[ -e "${plugins[0]}" ] || complain "there is no plugin in $shipped"
for plugin in "${plugins[@]}"; do
    symbols=$(nm -D --defined-only "$plugin" | awk '{ print $NF }')
    [ "$symbols" = statval_plugin_v1 ] || complain "$plugin exports: $symbols"
done

# A plugin that fits.
take good
expect 0 plugins --plugin-dir good
is err
has out '^tiny 1: Boxes of things$'
has out '^  rules      4$'
has out '^  years      2025 to 2027$'
has out "^  from       $work/good/good\.so$"
box a b >box.xml
expect 0 check --plugin-dir good box.xml
is err
sed '2s/2026-01-01/unknown/' box.xml >undated.xml
expect 1 check --plugin-dir good undated.xml
has out '^ *T1 '

# The same code in different years: each year has its own rule.
sed 's/<Part>/<Colour>R<\/Colour>&/' box.xml >red.xml
expect 0 check --plugin-dir good --quiet --year 2026 --rules T3 red.xml
expect 1 check --plugin-dir good --quiet --year 2025 --rules T3 red.xml

# Versions.
interface=$("$statval" plugins | sed -n '1s/.*plugin interface //p')
major=${interface%.*}
minor=${interface#*.}
built() {
    echo "it was built for plugin interface $1 and this statval has $interface: the $2 is older; $3"
}
take older-major
refused "$work/older-major/older-major.so" \
    "$(built $((major - 1))."$minor" plugin 'build the plugin again')"
take newer-major
refused "$work/newer-major/newer-major.so" \
    "$(built $((major + 1))."$minor" program 'install a newer statval')"
take bad-measure
refused "$work/bad-measure/bad-measure.so" "its measure number 1 (things) is not complete"
take newer-minor
refused "$work/newer-minor/newer-minor.so" \
    "$(built "$major".$((minor + 1)) program 'install a newer statval')"
take wrong-magic
refused "$work/wrong-magic/wrong-magic.so" \
    'its descriptor does not begin with the mark of a statval plugin'
take too-small
expect 0 plugins --plugin-dir too-small
has err "too-small\.so: its descriptor has 24 bytes where interface ${interface/./\\.} needs [0-9]+$"
take missing-symbol
refused "$work/missing-symbol/missing-symbol.so" 'it exports no statval_plugin_v1'

# Descriptors that are not right.
spoiled() {
    take "$1"
    refused "$work/$1/$1.so" "$2"
}
spoiled long-message 'the message of its rule T2 is longer than 140 characters'
spoiled same-code 'its rule T1 is there twice for one year'
spoiled child-first 'its table Thing stands before its parent table'
spoiled no-title 'its descriptor is not complete'
spoiled bad-period 'its collection year 2026 lacks a schema or a period'
spoiled years-descend 'its collection years are not in ascending order'
spoiled bad-subject 'its descriptor names a field that is not there'
spoiled bad-field 'its rule T2 refers to something that is not there'
spoiled bad-table 'its rule T2 refers to something that is not there'
spoiled no-pointers 'its rule T2 refers to something that is not there'
spoiled nameless-rule 'one of its rules has no code'
spoiled no-years 'it supports no collection year'
spoiled no-required 'its descriptor does not name the elements that are required'
spoiled no-bytes 'its schema number 1 is not complete'
spoiled no-list 'its code list number 1 (without a name) is not complete'
spoiled no-codes 'its code list number 1 (Wrong) is not complete'
spoiled nameless-code 'its code list number 1 (Wrong) is not complete'
spoiled no-measure 'its measure number 1 (without a name) is not complete'
spoiled no-fields 'its table 0 lacks a name, path or fields'
spoiled nameless-table 'its table 0 lacks a name, path or fields'
spoiled many-tables 'it has more tables than can be numbered'
spoiled many-fields 'its table Box has more than 64 fields'
for name in nameless-field short-record far-field field-in-row; do
    spoiled $name 'field 0 of its table Box is not complete'
done

# Whatever the reason is: these must be refused too, and must not bring the program down.
for name in unlisted no-collection no-end; do
    take $name
    expect 0 plugins --plugin-dir $name
    has err "^statval: plugin not loaded: $work/$name/$name\.so: "
    sed 's/<Part>/<Colour>R<\/Colour>&/' box.xml >coloured.xml
    expect 3 check --plugin-dir $name coloured.xml
    has err 'this is no return that statval knows'
done

# Files that are no shared objects. The words behind the path are the system's.
mkdir files
echo 'not a shared object' >files/text.so
: >files/nothing.so
head -c 100 good/good.so >files/part.so
mkdir files/folder.so
ln -s nowhere files/link.so
take good files/good.so
echo 'ignored' >files/README
cp good/good.so files/good.so.old
cp good/good.so files/so
expect 0 plugins --plugin-dir files
[ "$(wc -l <err)" -eq 5 ] || complain "not five lines: $(<err)"
for name in folder link nothing part text; do
    has err "^statval: plugin not loaded: $work/files/$name\.so: ."
done
has out "^  from       $work/files/good\.so$"

# Whoever may write there could run code as the user.
take good open-file/good.so
chmod o+w open-file/good.so
refused "$work/open-file/good.so" 'everybody may write to this file; chmod o-w it'
take good open-folder/good.so
chmod o+w open-folder
refused open-folder 'everybody may write to this folder; chmod o-w it' open-folder
chmod g+w,o-w open-folder
expect 0 plugins --plugin-dir open-folder
is err
ln -s "$work/open-file/good.so" good/link.so # what counts is the file behind the link
expect 0 plugins --plugin-dir good
is err "statval: plugin not loaded: $work/good/link.so: everybody may write to this file; chmod o-w it"
rm good/link.so
refused nowhere 'No such file or directory' nowhere
refused box.xml 'Not a directory' box.xml

# Of two plugins for one return the first counts: in the order of names in a folder, in the order
# of folders, and before the installed ones.
take good two/a.so
take good two/b.so
expect 0 plugins --plugin-dir two
is err "statval: plugin not loaded: $work/two/b.so: the return tiny is already handled by $work/two/a.so"
[ "$(grep -c '^tiny ' out)" -eq 1 ] || complain "tiny is listed more than once, or not at all"
expect 0 plugins --plugin-dir good --plugin-dir two
has err "two/a\.so: the return tiny is already handled by $work/good/good\.so$"
has err "two/b\.so: the return tiny is already handled by $work/good/good\.so$"
take rival
expect 0 plugins --plugin-dir rival
is err "statval: plugin not loaded: $shipped/cin.so: the return cin is already handled by $work/rival/rival.so"
has out '^cin 1: Boxes of things$'

# Without any plugin that fits there is nothing to do.
mkdir alone
cp "$statval" alone/statval
installed=$statval
statval=$work/alone/statval
expect 4 plugins --plugin-dir too-small
has err 'too-small\.so: its descriptor has'
expect 4 check --plugin-dir too-small box.xml
expect 0 check --plugin-dir good --quiet box.xml
statval=$installed

# A crash names plugin, rule and record; nothing is reported and no report is left behind.
one_line_and_no_report() {
    [ "$(wc -l <err)" -eq 1 ] || complain "more than one line: $(<err)"
    [ -z "$(compgen -G 'report*')" ] || complain "a report was left behind"
    rm -f report*
}
take crash
crashes() { # crashes RULE PLACE NAME...
    local jobs
    box "${@:3}" >crash.xml
    [ "$1" != C5 ] || sed -i '3s/<Weight>1</<Weight>13</' crash.xml
    for jobs in 1 4; do
        expect 70 check --plugin-dir crash --jobs $jobs -o report.json crash.xml
        is out
        has err "^statval: a fault in plugin tiny, rule $1 \(.*crash\.c:[0-9]+\)$2 \(signal [0-9]+\): "
        has err "--rules -$1"
        one_line_and_no_report
    done
    expect 0 check --plugin-dir crash --rules "-$1" --quiet crash.xml
}
crashes C1 ', record 2 of its table' a nowhere b
crashes C2 ', record 1 of its table' abort
crashes C3 ', record 4 of its table' a b c zero d
crashes C4 ', record 3 of its table' a b deep
crashes C5 ', record 2 of its table' a b c
crashes C6 '' a b c d e f g
expect 0 check --plugin-dir crash --quiet box.xml
mapfile -t names < <(yes nowhere | head -n 600)
box "${names[@]}" >crash.xml
for _ in {1..20}; do # several threads at once
    expect 70 check --plugin-dir crash --jobs 4 -o report.json crash.xml
    has err '^statval: a fault in plugin tiny, rule C1 '
    one_line_and_no_report
done

# So does a crash outside of rules, and what comes to no end, wherever that is.
take faulty
expect 0 check --plugin-dir faulty --quiet box.xml
expect 0 summary --plugin-dir faulty box.xml
goes_wrong() { # goes_wrong COMMAND THING PLACE [OPTION]
    box a "$2" b >wrong.xml
    expect 70 "$1" --plugin-dir faulty "${@:4}" -o report.json wrong.xml
    is out
    has err "^statval: $3: nothing was reported\. .*ell the plugin's author\.$"
    one_line_and_no_report
}
wrong_places() { # wrong_places HOW BEFORE BEHIND
    local rule='rule F1 \(.*faulty\.c:[0-9]+\), record 2 of its table'
    goes_wrong check "$1 in prepare" "$2plugin tiny, as it prepares the records$3"
    goes_wrong summary "$1 in prepare" "$2plugin tiny, as it prepares the records$3"
    goes_wrong check "$1 in subject" "$2plugin tiny, as it prepares a subject, record 2 of its table$3" --jobs 1
    goes_wrong check "$1 in subject" "$2plugin tiny, as it prepares a subject, record 2 of its table$3" --jobs 4
    goes_wrong summary "$1 in measure" "$2plugin tiny, measure things, record 2 of its table$3"
    goes_wrong summary "$1 in stock" "$2plugin tiny, stock shelf, record 2 of its table$3"
    goes_wrong check "$1 in rule" "$2plugin tiny, $rule$3" --jobs 1
    goes_wrong check "$1 in rule" "$2plugin tiny, $rule$3" --jobs 4
    TINY_LOADING=$1 goes_wrong check a "$2plugin $work/faulty/faulty\.so, as it is loaded$3"
}
goes_wrong_reading() { # goes_wrong_reading WEIGHT BEFORE BEHIND
    for jobs in 1 2; do
        box a b | sed "s/<Weight>[0-9]*/<Weight>$1/" >wrong.xml
        expect 70 check --plugin-dir faulty --jobs "$jobs" -o report.json wrong.xml
        is out
        has err "^statval: $2plugin tiny, as it chooses what is a record$3: nothing was reported\. "
        one_line_and_no_report
    done
}
goes_wrong_reading 9001 'a fault in ' ' \(signal 6\)'
goes_wrong_reading 9002 'a fault in ' ' \(signal 8\)'
goes_wrong_reading 9003 'a fault in ' ' \(signal 11\)'
wrong_places abort 'a fault in ' ' \(signal 6\)'
wrong_places zero 'a fault in ' ' \(signal 8\)'
wrong_places nowhere 'a fault in ' ' \(signal 11\)'
statval=$impatient
wrong_places loop '' ' comes to no end \(more than 1 s of processor time\)'
goes_wrong_reading 9004 '' ' comes to no end \(more than 1 s of processor time\)'
statval=$installed
take garbled
expect 70 plugins --plugin-dir garbled
has err "^statval: a fault in plugin $work/garbled/garbled\.so, as it is loaded \(signal 11\): "
expect 0 plugins

# Rules that need what is not there are skipped with the reason, and never look as if they passed.
take needy
expect 0 check --plugin-dir needy --format text box.xml
tr '\n' ' ' <out | sed 's/  */ /g' >line
has line " needs last year's return: N1 "
has line ' needs the reference data list of owners: N2 '
has line ' the return of this year has no table Later: N3 '
has line ' its pattern cannot be compiled: N4 '
has out '^1 of 5 rules run\.'
sed 's/2026</2027</; s/<Part>/<Later><Amount>x<\/Amount><\/Later>&/' box.xml >later.xml
expect 1 check --plugin-dir needy --format json later.xml
has out '"code": "N3", "severity": "error", "status": "failed", "findings": 2'
has out '"code": "N1", "severity": "error", "status": "skipped", "reason": "needs last year'
has out '"code": "N2", "severity": "error", "status": "skipped", "reason": "needs the reference'

# A value that a rule reports as unreadable is not reported by the schema stage too, wherever its
# record stands in the finding. Of three parts the last is bad; it is one of the second thing.
take teller
box a b | sed '2s/<Part>/<Part><Weight>2<\/Weight><\/Part>&/; 3s/<Weight>1/<Weight>heavy/' >heavy.xml
expect 1 check --plugin-dir teller --rules -T2 --format csv heavy.xml
has out ',XSD,.*,Part,3,'
expect 1 check --plugin-dir teller --format csv heavy.xml
has out ',T2,.*,Thing,2,'
lacks out ',XSD,'

[ "$failures" -eq 0 ] || echo "$failures failed" >&2
[ "$failures" -eq 0 ]
