#!/usr/bin/env bash
# The same return in other encodings and with other line ends gives the same report.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

mkdir other
declare_as() {
    sed "1s/.*/<?xml version=\"1.0\" encoding=\"$1\"?>/"
}
options=()
# same_report NAME: what stands in the folder other gives the same reports; NAME is for complaints.
same_report() {
    for format in json csv text; do
        (cd other && "$statval" check "${options[@]}" --format $format plain.xml) >got
        check "$1 gives another $format report" cmp -s got plain.$format
    done
}

# Letters of every length that ISO 8859-1 has, then some that only Windows and UTF-16 have.
generate --year 2026 --children 60 --faults 60 >made.xml
with_letters() {
    sed "0,/<LAchildID>/s//<LAchildID>$1/; s/NEGL/N${1}L/; s/statval generator/$1 generator/" made.xml
}
try() {
    local name
    with_letters "$1" | declare_as UTF-8 >plain.xml
    for format in json csv text; do
        run check --format $format plain.xml
        check "status $status" test $status -eq 1
        cp out plain.$format
    done
    check "the letters are not in the report" has plain.json "$1"
    cp plain.xml other/plain.xml
    same_report utf-8
    sed 's/ encoding="UTF-8"//' plain.xml >other/plain.xml
    same_report no-declaration
    tail -n +2 plain.xml | sed '1s/^/\n/' >other/plain.xml
    same_report no-first-line
    { printf '\xef\xbb\xbf' && cat plain.xml; } >other/plain.xml
    same_report mark
    sed 's/$/\r/' plain.xml >other/plain.xml
    same_report crlf
    for name in "${@:2}"; do
        declare_as "${name%:*}" <plain.xml | iconv -f UTF-8 -t "${name#*:}" >other/plain.xml
        same_report "$name"
    done
    declare_as UTF-16 <plain.xml | sed 's/$/\r/' | iconv -f UTF-8 -t UTF-16 >other/plain.xml
    same_report utf-16-crlf
}
wide=(UTF-16:UTF-16 utf-16:UTF-16LE UTF-16:UTF-16BE UTF-8:UTF-16 UTF-16LE:UTF-16LE)
try 'Zoë-£' "${wide[@]}" ISO-8859-1:ISO-8859-1 iso-8859-1:ISO-8859-1 latin1:ISO-8859-1 \
    windows-1252:CP1252 Windows-1252:CP1252 cp1252:CP1252
try 'Šárka €5 – “x”' "${wide[@]}" windows-1252:CP1252
try 'Žofia €' "${wide[@]}" ISO-8859-15:ISO-8859-15
try '李𝔸€é' "${wide[@]}"
try 'plain' "${wide[@]}" US-ASCII:ASCII ascii:ASCII windows-1252:CP1252 ISO-8859-1:ISO-8859-1 \
    UTF-8:ASCII utf-8:UTF-8

options=("--rules=8925,8905")
# Characters that lie across the end of a piece of reading, in long values and long files.
for letter in é € 𝔸; do
    for before in 0 1 2 3; do
        { header 2026 && wrong "$(letters 100)" && printf '<!--%s' "$(letters $before)" &&
            letters 70000 | sed "s/A/$letter/g" && echo '-->' &&
            child "A$before" "$(plan 2025-06-10 2025-06-02 "$letter$letter")" && footer; } >plain.xml
        for format in json csv text; do
            run check "${options[@]}" --format $format plain.xml
            cp out plain.$format
        done
        check "no value" has plain.json "\"$letter$letter\""
        for name in UTF-16:UTF-16LE UTF-16:UTF-16; do
            declare_as ${name%:*} <plain.xml | iconv -f UTF-8 -t ${name#*:} >other/plain.xml
            same_report across
        done
    done
done

# One line only, old line ends, no line at the end: the same findings at other places.
without_places='del(.findings[].locations[].line)'
run check --format json made.xml
jq "$without_places" out >places.json
tr -d '\n' <made.xml >other/made.xml
tr '\n' '\r' <made.xml >other/returns.xml
for file in made returns; do
    expect 1 check --format json other/$file.xml
    jq "$without_places" out | sed "s|other/$file|made|" >got
    same got places.json
done
(cd other && "$statval" check --format json made.xml) >out
json 'all(.findings[].locations[]; .line == 1)'

# Bytes that the declared encoding does not have, and encodings that are not supported.
undecodable() {
    { printf '<?xml version="1.0" encoding="%s"?>' "$1" && sed 1d made.xml && printf '%b' "<!-- $2 -->"; } >odd.xml
    refuses 3 "does not exist in the encoding WINDOWS-1252" check odd.xml
}
undecodable windows-1252 '\x81'
undecodable WINDOWS-1252 '\x9d'
for name in UTF-7 UTF-32 EBCDIC-CP-GB Shift_JIS iso-8859-2 x UTF8 'UTF-8;' "$(letters 200)"; do
    { printf '<?xml version="1.0" encoding="%s"?>' "$name" && sed 1d made.xml; } >odd.xml
    refuses 3 "encoding" check odd.xml
done
half() {
    { printf '%b' "$1" && declare_as UTF-16 <made.xml | iconv -f UTF-8 -t "$2" && printf '%b' "$3"; } >odd.xml
    refuses 3 "" check odd.xml
}
half '\xff\xfe' UTF-16LE '\x20'
half '\xff\xfe' UTF-16LE '\x00\xd8'
half '\xff\xfe' UTF-16LE '\x00\xdc\x20\x00'
half '\xfe\xff' UTF-16LE ''
half '\xfe\xff' UTF-16BE '\xd8\x00'
iconv -f UTF-8 -t UTF-32 made.xml >odd.xml
refuses 3 "" check odd.xml
iconv -f UTF-8 -t IBM037 made.xml >odd.xml
refuses 3 "not XML" check odd.xml

finish
