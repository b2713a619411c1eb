#!/usr/bin/env bash
# A return that ends too early, wherever that is, is not readable; what is left of it is never
# checked as if it were all.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

generate --year 2027 --children 3 --faults 100 >short.xml
generate --year 2026 --children 300 --faults 100 >long.xml
generate --year 2026 --children 300 --compact >line.xml
{ printf '\xff\xfe' && sed '1s/UTF-8/UTF-16/' short.xml | iconv -f UTF-8 -t UTF-16LE; } >wide.xml
sed '1s/UTF-8/windows-1252/' short.xml >old.xml

# cut FILE OFFSET...: the file cut at each offset.
cut_at() {
    local offset
    for offset in "${@:2}"; do
        head -c "$offset" "$1" >cut.xml
        refuses 3 "cut.xml: " check cut.xml
    done
}

# offsets FILE STEP: from the beginning to the end tag of the root.
offsets() {
    seq 0 "$2" "$(($(stat -c %s "$1") - 3))"
}

# shellcheck disable=SC2046 # many numbers
{
    cut_at short.xml $(seq 0 60) $(offsets short.xml 53)
    cut_at wide.xml $(seq 0 20) $(offsets wide.xml 211)
    cut_at old.xml $(offsets old.xml 499)
    cut_at long.xml $(offsets long.xml 20011)
    cut_at line.xml $(offsets line.xml 20011)
}
for file in long.xml line.xml; do
    size=$(stat -c %s $file)
    # Around the pieces in which files are read, and the last bytes.
    cut_at $file 4095 4096 4097 65534 65535 65536 65537 131071 131072 131073 262143 262144 262145 \
        $((size - 25)) $((size - 11)) $((size - 5)) $((size - 3)) $((size - 2))
done
head -c 50000 long.xml >cut.xml
refuses 3 "is cut off" check cut.xml
refuses 3 "ends in line $(($(wc -l <cut.xml) + 1))" check cut.xml
refuses 3 "is cut off" check - <cut.xml
refuses 3 "is cut off" check --quiet --format json -o report.json cut.xml
check "a report was written" test ! -e report.json

# The line break at the very end may be missing.
head -c -1 long.xml >cut.xml
expect 1 check --quiet cut.xml

# A piece that is missing in the middle, or there twice.
size=$(stat -c %s long.xml)
for offset in 3000 70001 140002; do
    { head -c $offset long.xml && tail -c +$((offset + 40)) long.xml; } >cut.xml
    run check --quiet cut.xml
    check "a gap at $offset: status $status" test $status -eq 3 -o $status -eq 1
    { head -c $offset long.xml && cat long.xml; } >cut.xml
    refuses 3 "well-formed" check cut.xml
done

# Something behind the end of the return; comments may stand there.
echo '<!-- the end -->' | cat long.xml - >more.xml
expect 1 check --quiet more.xml
behind() {
    printf '%b' "$1" | cat long.xml - >more.xml
    refuses 3 "after the end of the document" check more.xml
    # It names a line that is not before the end of the return.
    line=$(sed -n 's/.*(line \([0-9]*\), .*/\1/p' err)
    check "it stands in line $(($(wc -l <long.xml) + 1)), not in line $line" \
        test "${line:-0}" -ge "$(wc -l <long.xml)"
}
behind 'x'
behind '<'
behind '\0'
behind '\0\0\0\0'
behind 'text behind'
behind '<Message/>'
behind '</Message>'

finish
