# How commands are measured; sourced by the scripts of this folder, which set `folder`.
# shellcheck shell=bash disable=SC2154 # folder

# once NAME COMMAND...: adds "seconds kilobytes" of one run to the file NAME.
once() {
    local name=$1
    shift
    /usr/bin/time -a -o "$folder/$name" -f '%e %M' "$@" >/dev/null 2>&1 || true
}

# best NAME: the fastest time and the largest memory, without time's own remarks.
best() {
    awk 'NF == 2 && $1 ~ /^[0-9.]+$/ { if (n++ == 0 || $1 < s) s = $1; if ($2 > m) m = $2 }
         END { print s, m }' "$folder/$1"
}
