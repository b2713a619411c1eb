#!/usr/bin/env bash
# A thousand damaged submissions: bytes changed, pieces gone, columns gone, files cut off, files in
# each other's place. No crash, no hang, and nothing but findings or one clear refusal.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

corrupt=$generator
samples=$(dirname "$(realpath "$0")")/../../samples
for ((seed = 1; seed <= 1000; seed++)); do
    year=$((2023 + seed % 5))
    if [ $((seed % 5)) -eq 2 ]; then
        sample=$samples/yj/2027/faulty
        options=(--return yj --reference "gravity=$samples/yj/gravity.csv")
        year=$((2022 + seed % 6))
    elif [ $((seed % 3)) -eq 0 ]; then
        sample=$samples/sen2/$year/faulty
        options=(--return sen2 --reference "establishments=$sample/establishments.csv")
    else
        sample=$samples/ssda903/$year/faulty
        options=(--la E08000099 --previous "$sample/last" --reference "postcodes=$sample/postcodes.csv"
            --reference "providers=$sample/providers.csv")
    fi
    rm -rf this
    if [[ $sample == *yj* ]]; then
        cp -r "$sample" this
    elif [ $((seed % 4)) -eq 0 ]; then
        mkdir this
        cp "$sample/this.xml" this
    else
        cp -r "$sample/this" this
    fi
    files=(this/*)
    for ((n = 0; n <= seed % 3; n++)); do
        "$corrupt" $((seed * 10 + n)) "${files[(seed + 7 * n) % ${#files[@]}]}"
    done
    if [ $((seed % 10)) -eq 1 ]; then
        cp "${files[seed % ${#files[@]}]}" "${files[(seed + 1) % ${#files[@]}]}"
    fi
    status=0
    timeout 20 "$statval" check --year $year "${options[@]}" --format json this >out 2>err || status=$?
    case $status in
    0 | 1) check "seed $seed: the report is cut off" test "$(tail -n 1 out)" = "}" ;;
    3) check "seed $seed: not one clear sentence: $(head -c 200 err)" test "$(wc -l <err)" -eq 1 ;;
    *) check "seed $seed: exit status $status: $(head -c 300 err)" false ;;
    esac
done
finish
