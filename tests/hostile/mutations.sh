#!/usr/bin/env bash
# Damages every sample of the folder samples many times: mutations.sh MUTATE COUNT [SEED [FIRST]]
# COUNT checks of each sample, in each of its forms, and a tenth as many summaries. What goes wrong
# is kept in build/hostile, as SEED-NUMBER, and comes again with that seed and COUNT 1, FIRST NUMBER.
set -uo pipefail
mutate=$(realpath "$1")
count=$2
seed=${3:-2026}
first=${4:-0}
cd "$(dirname "$0")/../.." || exit 2
kept=$PWD/build/hostile
mkdir -p "$kept"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work
unset XDG_CONFIG_HOME
commands=0
mutations=0
failures=0

# start COUNT FOLDER ARGUMENT...: a run of the program; as many at once as there are cores.
start() {
    if [ $((commands - $(wc -l <"$work/ended"))) -ge "$(nproc)" ]; then
        wait -n
    fi
    commands=$((commands + 1))
    mutations=$((mutations + $1))
    {
        "$mutate" "$seed" "$first" "$1" "$kept" "${@:2}"
        echo $? >>"$work/ended"
    } &
}

# sample FOLDER ARGUMENT...: damages what the arguments name in a folder.
sample() {
    local year
    year=$(grep -o '/20[0-9][0-9]' <<<"$1" | tr -d /)
    start "$count" "$1" check "${@:2}" --jobs 1 --format json --today "$year-12-31"
    start $(((count + 9) / 10)) "$1" summary "${@:2}" --format json --today "$year-12-31"
}

# forms FOLDER OPTION...: a return that is there in CSV files and in XML.
forms() {
    local last=() last_xml=()
    if [ -d "$1/last" ]; then
        last=(--previous last)
        last_xml=(--previous last.xml)
    fi
    sample "$1" "${@:2}" "${last[@]}" this
    sample "$1" "${@:2}" "${last_xml[@]}" this.xml
}

: >"$work/ended"
for folder in samples/cin/20* samples/yj/20*; do
    for own in {clean,faulty}{.xml,.zip,}; do
        [ ! -e "$folder/$own" ] || sample "$folder" "$own"
    done
done
for year in 2023 2024 2025 2026 2027; do
    for kind in clean faulty; do
        forms samples/sen2/$year/$kind --year $year --reference establishments=establishments.csv
        forms samples/ssda903/$year/$kind --year $year --la E08000099 \
            --reference postcodes=postcodes.csv --reference providers=providers.csv
    done
done
wait
failures=$(grep -vc '^0$' "$work/ended")
printf 'seed %s, from number %s: %s mutations of %s samples and commands, %s of which failed\n' \
    "$seed" "$first" "$mutations" "$commands" "$failures"
[ "$failures" -eq 0 ] && [ "$(wc -l <"$work/ended")" -eq "$commands" ]
