#!/usr/bin/env bash
# Where the return comes from, and what is not XML at all.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

generate --year 2026 --children 3 --faults 100 >a.xml
status=0
"$statval" check --format json a.xml >a.json || status=$?
check "exit status $status" test $status -eq 1

# Standard input, as a file and as a pipe.
expect 1 check --format json - <a.xml
json '.submission.files == ["-"] and (.findings | length) > 0'
sed 's/"file": "-"/"file": "a.xml"/g; s/"files": \["-"\]/"files": ["a.xml"]/' out >standard_input.json
same standard_input.json a.json
# shellcheck disable=SC2002 # a pipe is meant
cat a.xml | expect 1 check --quiet -
refuses 3 "empty" check - </dev/null
refuses 3 "-: cannot be read" check - <&-
refuses 3 "-: cannot be read" check - </
refuses 3 "not XML" check - <"$statval"

# A folder with one file, two, none; hidden files and folders in it do not count.
mkdir one two empty one/below
cp a.xml one
cp a.xml one/.hidden.xml
cp a.xml one/below
cp a.xml two
cp a.xml two/b.xml
expect 1 check --format json one
json '.submission.files == ["one/a.xml"]'
expect 1 check --quiet one/
expect 1 check --quiet ./one/../one
(cd one && "$statval" check --quiet .)
check "the folder that one is in: $?" test $? -eq 1
refuses 3 "2 files were given" check two
refuses 3 "2 files were given" check a.xml one
refuses 3 "3 files were given" check two a.xml
refuses 3 "there is no file in this folder" check empty
refuses 3 "there is no file in this folder" check --quiet empty/
mkdir hidden
cp a.xml hidden/.a.xml
refuses 3 "there is no file in this folder" check hidden

# Not there, not a file, not to be read.
refuses 3 "nosuch.xml: there is no such file" check nosuch.xml
refuses 3 "there is no such file" check ""
refuses 3 "there is no such file" check one/nosuch.xml
refuses 3 "Not a directory" check a.xml/b.xml
refuses 3 "there is no such file" check --quiet nosuch.xml
refuses 3 "there is no such file" check --format json -o report.json nosuch.xml
check "a report was written" test ! -e report.json
# However long the path is, the reason stays.
deep=$(letters 200)
deep=$deep/$deep/$deep/$deep/$deep/$deep
refuses 3 "there is no such file" check "$deep.xml"
ln -s nosuch.xml broken.xml
refuses 3 "there is no such file" check broken.xml
ln -s loop.xml loop.xml
refuses 3 "loop.xml" check loop.xml
refuses 3 "name too long" check "$(letters 300 | tr A a).xml"
ln -s a.xml linked.xml
expect 1 check --quiet linked.xml
refuses 3 "empty" check /dev/null
refuses 3 "not XML" check /dev/zero
if [ "$(id -u)" -ne 0 ]; then
    cp a.xml unreadable.xml
    chmod 000 unreadable.xml
    refuses 3 "Permission denied" check unreadable.xml
    mkdir closed
    cp a.xml closed
    chmod 000 closed
    refuses 3 "Permission denied" check closed/a.xml
    refuses 3 "Permission denied" check closed
fi

# Names that are odd but right.
# shellcheck disable=SC2016 # a name, no command
for name in 'with space.xml' $'caf\xc3\xa9.xml' "quote'\"s.xml" 'percent%s%n.xml' 'ä$(id).xml'; do
    cp a.xml "$name"
    expect 1 check --format json "$name"
    jq -j '.submission.files[0]' out >told
    printf '%s' "$name" >meant
    same told meant
done
refuses 3 'percent%s%n%d.xml: there is no such file' check 'percent%s%n%d.xml'

# Nothing in the file, or nothing that is XML.
refused() {
    printf '%b' "$2" >odd
    refuses 3 "$1" check odd
    refuses 3 "$1" check --return cin --year 2026 odd
    refuses 3 "$1" check - <odd
}
refused "empty" ''
refused "empty" ' '
refused "empty" ' \t\r\n \n\n'
refused "empty" '\xef\xbb\xbf'
refused "empty" '\xef\xbb\xbf \n'
refused "XML" '\xff\xfe'
refused "XML" '\xfe\xff'
refused "XML" '\xff'
refused "XML" '\xef\xbb'
refused "XML" '<'
refused "XML" 'a'
refused "XML" '\0'
refused "XML" '\0\0\0\0'
refused "not XML" 'LAchildID,UPN\r\n1,A123456789012\r\n'
refused "not XML" '{"Message": {}}'
refused "not XML" 'Message'
refused "not XML" '&lt;Message/&gt;'
refused "PDF" '%PDF-1.7\n'
refused "zip" 'PK\x03\x04\x14\x00'
refused "old Office" '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
refused "XML" '<?xml version="1.0"?>'
refused "XML" '<!-- nothing -->'
refused "XML" '<?xml version="1.0"?>text'
refused "XML" '\xff\xfe,\0a\0\n\0'
refused "XML" '\xff\xfe\0\0<\0\0\0'
gzip -c a.xml >odd
refuses 3 "gzip" check odd
head -c 100000 /dev/zero >odd
refuses 3 "not XML" check odd
(head -c 200000 /dev/zero | tr '\0' ' ' && cat a.xml) >odd
run check odd
check "200,000 blanks and then a return: $status" test $status -eq 3
for size in 1 7 500 70000; do
    head -c $size /dev/urandom >odd
    refuses 3 "" check odd
done

# The limit on the size: the very megabyte, and a byte more; a pipe has no size to ask for.
size=$(stat -c %s a.xml)
(cat a.xml && head -c $((1000000 - size)) /dev/zero | tr '\0' '\n') >megabyte.xml
expect 1 check --quiet --max-size 1 megabyte.xml
expect 1 check --quiet --max-size 1 - <megabyte.xml
echo >>megabyte.xml
refuses 3 "--max-size" check --max-size 1 megabyte.xml
refuses 3 "larger than 1 MB" check --max-size 1 megabyte.xml
refuses 3 "larger than 1 MB" check --max-size 1 - <megabyte.xml
expect 1 check --quiet --max-size 2 megabyte.xml

finish
