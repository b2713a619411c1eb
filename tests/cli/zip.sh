#!/usr/bin/env bash
# Zip archives: they are read in memory, as far as they are right, and their names lead nowhere.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

sample=$(dirname "$(realpath "$0")")/../../samples/ssda903/2026/clean
cp -r "$sample/this" this
cp "$sample/this.xml" this.xml
options=(--year 2026 --format json)

# tables ARGUMENT...: what is read of a submission without findings, left in the file `tables`.
tables() {
    expect 0 check "${options[@]}" "$@"
    jq -S .submission.tables out >tables
    json '.findings == []'
}
tables this
cp tables meant

# told_of FILE TEXT: one finding of the read stage is about FILE and says TEXT.
told_of() {
    # shellcheck disable=SC2016 # variables of jq
    check "not told of $1: $2: $(jq -c '[.findings[] | select(.rule == "FILE").message]' out)" \
        jq -e --arg file "$1" --arg text "$2" '[.findings[] | select(.rule == "FILE" and
        .severity == "error" and .locations[0].file == $file and (.message | contains($text)))] |
        length == 1' out >answer
}

# Files at the top, in folders, with what systems add to them; stored and packed; any name.
(cd this && zip -q ../flat.zip ./*)
zip -qr deep.zip this
(cd this && zip -q -0 ../stored.zip ./*)
(cd this && zip -q - ./*) >streamed.zip
mkdir -p extra/__MACOSX/this extra/a/b/c
cp this/* extra/a/b/c
touch extra/__MACOSX/this/._header.csv extra/a/.DS_Store extra/a/b/Thumbs.db extra/desktop.ini
(cd extra && zip -qr ../extra.zip .)
cp flat.zip flat.csv
for archive in flat.zip deep.zip stored.zip streamed.zip extra.zip flat.csv; do
    tables $archive
    same tables meant
    tables - <$archive
    same tables meant
    json '.submission.files[0] | startswith("-/")'
done
tables deep.zip
json '.submission.files == [.submission.files[] | select(startswith("deep.zip/this/"))]'
# shellcheck disable=SC2002 # a pipe is meant
cat flat.zip | tables -
same tables meant
zip -q xml.zip this.xml
expect 0 check "${options[@]}" xml.zip
json '.submission.files == ["xml.zip/this.xml"]'
generate --year 2026 --children 3 >cin.xml
zip -q cin.zip cin.xml
run check --format json cin.zip
json '.submission.return == "cin" and .submission.files == ["cin.zip/cin.xml"]'
# Several archives, archives and files, an archive in a folder.
(cd this && zip -q ../one.zip header.csv episodes.csv && zip -q ../two.zip ./* -x header.csv -x episodes.csv)
tables one.zip two.zip
same tables meant
mkdir parts
cp one.zip parts
cp this/* parts
rm parts/header.csv parts/episodes.csv
tables parts
same tables meant
(cd "$sample/last" && zip -q "$work/last.zip" ./*)
expect 0 check "${options[@]}" --previous last.zip flat.zip
json '.submission.previous[0] == "last.zip/ad1.csv" and .submission.tables.Header_last > 0'
expect 1 check "${options[@]}" flat.zip one.zip
told_of one.zip/header.csv "table Header was read from flat.zip/header.csv already"

# Findings stand at their lines, in the file within the archive.
sed -i '3s/.*/A000002,X,09.12.2011,ABAN,,,/' this/header.csv
(cd this && zip -q ../wrong.zip header.csv)
expect 1 check "${options[@]}" --rules=102 wrong.zip
json '.findings[0].locations[0] == {table: "Header", row: 2, file: "wrong.zip/header.csv", line: 3,
    fields: {DOB: "09.12.2011"}, sheet_row: 3}'
expect 1 check --year 2026 --rules=102 wrong.zip
out_has "wrong.zip/header.csv: 40 children"

# What cannot be unpacked: alone it is refused, in a folder with others it is told of.
(cd this && zip -q -P secret ../locked.zip header.csv)
zip -q nested.zip flat.zip
head -c 1000 flat.zip >truncated.zip
head -c 22 flat.zip >stump.zip
printf 'PK\x05\x06%018d' 0 | tr 0 '\0' >empty.zip
mkdir nothing
zip -qr folders.zip nothing
(cd extra && zip -qr ../system.zip __MACOSX desktop.ini)
# The packed bytes of the second file are damaged; the first is right.
(cd this && zip -q ../damaged.zip episodes.csv header.csv)
at=$(grep -abo header.csv damaged.zip | head -n 1 | cut -d : -f 1)
printf 'XXXXXXXX' | dd of=damaged.zip bs=1 seek=$((at + 60)) conv=notrunc status=none
mkdir office
echo '<Types/>' >'office/[Content_Types].xml'
(cd office && zip -q ../book.xlsx '[Content_Types].xml')
declare -A reasons=([locked]="locked with a password" [nested]="archive within an archive"
    [truncated]="damaged" [stump]="damaged" [empty]="0 files" [folders]="no file in this archive"
    [system]="no file in this archive" [damaged]="header.csv in the archive cannot be unpacked")
for name in "${!reasons[@]}"; do
    refuses 3 "${reasons[$name]}" check --year 2026 "$name.zip"
    refuses 3 "${reasons[$name]}" check --year 2026 - <"$name.zip"
    rm -rf with
    cp -r parts with
    cp "$name.zip" with
    expect 1 check "${options[@]}" with
    jq -S '.submission.tables | del(.Header, .Episodes)' out >tables
    same tables <(jq -S 'del(.Header, .Episodes)' meant)
    file=with/$name.zip
    [ "$name" = nested ] && file=with/nested.zip/flat.zip
    told_of "$file" "${reasons[$name]}"
    rm -rf alone
    mkdir alone
    cp "$name.zip" alone
    [ "$name" = damaged ] || refuses 3 "$name.zip" check --year 2026 alone
done
# Of one that is damaged in the middle, in a folder, what comes before is read.
rm alone/*
cp damaged.zip alone
expect 1 check "${options[@]}" --rules=166 alone
json '.submission.files == ["alone/damaged.zip/episodes.csv", "alone/damaged.zip"] and
    .submission.tables == {Episodes: 91}'
told_of alone/damaged.zip "The file header.csv in the archive cannot be unpacked"
refuses 3 "Office document" check --year 2026 book.xlsx

# A bomb: 600 MB that are packed to less than one. Nothing of that size may come into memory.
head -c 600000000 /dev/zero | zip -q bomb.zip -
check "the bomb has $(stat -c %s bomb.zip) bytes" test "$(stat -c %s bomb.zip)" -lt 1000000
(
    failures=0
    ulimit -v 1500000
    [ "$("$statval" plugins 2>&1 | grep -c 903)" -gt 0 ] || exit 77 # not with a sanitizer
    refuses 3 "bomb.zip: the archive unpacks to more than 100 MB" check --year 2026 --max-size 100 bomb.zip
    exit $((failures > 0))
)
ended=$?
check "the bomb: $ended" test $ended -eq 0 -o $ended -eq 77
refuses 3 "--max-size" check --year 2026 bomb.zip
refuses 3 "unpacks to more than 50 MB" check --year 2026 --max-size 50 - <bomb.zip
mkdir many
for number in 1 2 3; do head -c 900000 /dev/zero >many/$number.csv; done
zip -qr many.zip many
refuses 3 "unpacks to more than 2 MB" check --year 2026 --max-size 2 many.zip
rm bomb.zip

# Names that lead elsewhere are names and nothing else. In a zip file they stand as they are: others
# of the same length are put in their place.
renamed() { # renamed NAME: an archive with this/reviews.csv under that name
    local placeholder
    placeholder=$(head -c ${#1} /dev/zero | tr '\0' N)
    rm -rf made odd.zip
    mkdir made
    cp this/reviews.csv "made/$placeholder"
    (cd made && zip -q ../odd.zip "$placeholder")
    sed -i "s|$placeholder|${1//[\\]/\\\\}|g" odd.zip
}
mkdir -p deep/er outside
cp this/ad1.csv outside/x.csv
touch -d '2020-01-01' outside/x.csv
# shellcheck disable=SC2016,SC2088 # names, nothing that is to be expanded
for name in ../../outside/x.csv "$work/outside/x.csv" ../outside/../../x.csv /etc/passwd 'C:\x.csv' \
    'a b%s%n;$(id).csv' '-o.csv' '~/x.csv' 'nul'; do
    renamed "$name"
    (
        failures=0
        cd deep/er || exit 2
        expect 0 check "${options[@]}" --rules=166 ../../odd.zip
        json '.submission.tables == {Reviews: 66}'
        jq -j '.submission.files[0]' out >told
        check "the name is $(<told)" test "$(<told)" = "../../odd.zip/$name"
        check "something was written: $(ls)" test "$(ls)" = "$(printf '%s\n' answer err out told)"
        rm -f -- answer err out told
        exit $((failures > 0))
    )
    check "$name" test $? -eq 0
done
same outside/x.csv this/ad1.csv
check "a file was touched" test "$(stat -c %Y outside/x.csv)" -eq "$(date -d 2020-01-01 +%s)"
renamed $'a\x1b[31m\x07b.csv'
expect 0 check --year 2026 --rules=166 odd.zip
check "a control character was printed" test "$(tr -d '\n' <out | grep -c '[[:cntrl:]]')" -eq 0
renamed $'caf\xe9.csv'
for format in json csv text; do
    expect 0 check --year 2026 --rules=166 --format $format odd.zip
    check "the $format report is not UTF-8" iconv -f UTF-8 -t UTF-8 -o copy out
done

finish
