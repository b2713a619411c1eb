#!/usr/bin/env bash
# The command line itself: commands, options and their values, help. Wrong usage is status 2.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

generate --year 2026 --children 3 >a.xml

# No arguments, unknown commands.
expect 2
err_has "Usage: statval COMMAND"
out_empty
refuses 2 "no command chek" chek a.xml
refuses 2 "no command a.xml" a.xml
refuses 2 "no command CHECK" CHECK a.xml
refuses 2 "no command " ""
refuses 2 "no command --format" --format json check a.xml

# Help and version.
for word in help --help -h; do
    expect 0 $word
    err_empty
    for command in check rules explain plugins; do
        out_has "  $command"
    done
done
for word in version --version -V; do
    expect 0 $word
    err_empty
    check "the version is not one line" grep -qxE 'statval [0-9]+\.[0-9]+\.[0-9]+' out
done
for command in check rules explain plugins; do
    for word in --help -h; do
        expect 0 $command $word
        err_empty
        out_has "Usage: statval $command"
        out_has "--plugin-dir DIR"
    done
done
expect 0 check --help
for option in return year period la today rules fail-on format output redact jobs max-size color \
    progress quiet help; do
    out_has "--$option"
done
for number in 0 1 2 3 4 5 70; do
    check "exit status $number is not explained" grep -qE "^ +$number  [a-z]" out
done
expect 0 rules --help
out_has "--year YYYY"
out_lacks "--redact"
expect 0 check --help nosuch.xml

# Arguments that are missing or too many.
refuses 2 "check needs a file" check
refuses 2 "check needs a file" check --quiet
refuses 2 "explain needs a rule" explain
refuses 2 "rules takes no arguments" rules cin
refuses 2 "plugins takes no arguments" plugins cin

# Unknown options, and options of another command.
for option in --nope -Z --formats=json --no-strict; do
    refuses 2 "no option $option" check $option a.xml
done
for words in "rules --redact" "rules --jobs" "explain --format" "plugins --year" "plugins -q"; do
    # shellcheck disable=SC2086 # two words
    refuses 2 "no option ${words#* }" $words
done
refuses 2 "no option" check --redact=yes a.xml
refuses 2 "no option" check --quiet=1 a.xml
refuses 2 "no option" check --help=check a.xml
# The option named is the one that is wrong, also in front of others.
refuses 2 "no option -Z" check -q -Z a.xml
refuses 2 "no option -Z" check -Zq a.xml

# Values that are missing or wrong.
for option in --return --year --period --la --today --rules --fail-on --format --output -o -f -r -y \
    -j --jobs --max-size --color --progress --plugin-dir; do
    refuses 2 "$option needs a value" check a.xml $option
done
wrong_values() {
    local value
    for value in "${@:2}"; do
        refuses 2 "--$1" check "--$1" "$value" a.xml
    done
}
wrong_values return ""
wrong_values year "" 0 26 1899 3000 -2026 2026x abcd 20261 2026.0 99999999999999999999
wrong_values period "" 2025-04-01 2025-04-01.. ..2025-11-30 .. 2025-11-30..2025-04-01 \
    2025-04-01..2025-11-31 2025-02-29..2025-03-31 01/04/2025..30/11/2025 2025-04-01...2025-11-3 \
    "2025-04-01 to 2025-11-30" 2025-04-01..2025-11-30x 2025-4-1..2025-11-30
wrong_values la ""
wrong_values today "" tomorrow 2025-02-29 2025-13-01 31/03/2025 2025-3-1 2025-03-01T00:00
wrong_values rules "" 8926 cin:8925 8925,nope -nope 8925x "nope*"
wrong_values fail-on "" ERROR errors warning 1
wrong_values format "" JSON xml markdown "json "
wrong_values output ""
wrong_values jobs "" 0 -1 257 two 1.5 99999999999999999999
wrong_values max-size "" 0 -1 4295 1MB 1.5 99999999999999999999
wrong_values color "" yes Always
wrong_values progress "" yes on
wrong_values plugin-dir ""
refuses 2 "--format" rules --format json
refuses 2 "--format" rules --format ""
refuses 2 "Supported: cin" rules --return sen3
refuses 2 "2023 to 2027" rules --year 2021
refuses 2 "2023 to 2027" rules --year 2028
refuses 2 "--year" rules --year 26

# Seventeen reports are one too many.
many=()
for number in {1..17}; do
    many+=(-o "$number.json")
done
refuses 2 "--output" check "${many[@]}" a.xml
check "a report was written" test ! -e 1.json

# Wrong usage is found before the file is looked for.
refuses 2 "--format" check --format xml nosuch.xml
refuses 2 "--year" check nosuch.xml --year x

# The day that counts as today is a whole number of seconds, where it is asked for.
for epoch in "" x 1.5 12h -1 +1 " 1" 0x10 99999999999999999999 253402300800; do
    export SOURCE_DATE_EPOCH=$epoch
    refuses 2 "SOURCE_DATE_EPOCH: \"$epoch\" is no time in whole seconds" check -q a.xml
    refuses 2 "SOURCE_DATE_EPOCH" check -q nosuch.xml
    expect 0 check -q --today 2026-05-01 --fail-on never a.xml
    expect 0 check --help
    expect 0 rules
done
for epoch in 0 1777593600 253402300799; do
    SOURCE_DATE_EPOCH=$epoch expect 0 check -q --fail-on never a.xml
done
unset SOURCE_DATE_EPOCH

# Every right value, options in any place, and -- before a name.
for option in --year=2026 -y2026 --return=cin -rcin --period=2025-04-01..2026-03-31 --la=999 \
    --today=2026-05-01 "--rules=89*,-8925" --rules=-8925 --fail-on=error --fail-on=never \
    --fail-on=query --format=text --format=json --format=jsonl --format=csv --format=sarif --format=junit \
    --format=github --format=gitlab -fjson --jobs=1 \
    --jobs=256 -j2 --max-size=1 --max-size=4294 --color=auto --color=always --color=never \
    --progress=auto --progress=never --quiet -q --redact --no-redact; do
    STATVAL_REDACT_KEY=0123456789abcdef expect 0 check "$option" --fail-on=never a.xml
    err_empty
done
expect 0 check a.xml --quiet --fail-on never
expect 0 check --quiet --fail-on never -- a.xml
cp a.xml ./-q.xml
expect 0 check --quiet --fail-on never -- -q.xml

finish
