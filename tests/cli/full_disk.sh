#!/usr/bin/env bash
# Disks that are full for real: small ones, in memory, which only this test sees. What does not fit
# is status 5; what stood there stays, and nothing half written is left.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

mkdir disk
if ! unshare -rm mount -t tmpfs none disk 2>told; then
    echo "No disk can be made here ($(head -n 1 told)): it was not tried what happens on a full one."
    check "a disk is needed for all tests" test -z "${STATVAL_TEST_ALL:-}"
    finish
fi
generate --year 2026 --children 20 --faults 100 >a.xml
mapfile -t endings < <("$statval" check --help | sed -n '/^Formats:/,$p' | sed 1d | awk '{ print $2 }')
export statval STATVAL_REDACT_KEY=0123456789abcdef SOURCE_DATE_EPOCH=1790000000

# on_disk ROOM COMMAND: runs it where the folder disk has that many kB; leaves what is there then in
# the folder kept, and what was written in out and err.
on_disk() {
    rm -rf kept
    status=0
    # shellcheck disable=SC2016 # the inner shell has its own
    unshare -rm bash -c 'mount -t tmpfs -o "size=$1k" none disk && {
            eval "$2"
            status=$?
            cp -r disk kept
            exit $status
        }' disk "$1" "$2" >out 2>err || status=$?
}

# whole NAME: what is kept under that name is the earlier file or the new one.
whole() {
    check "neither the old nor the new $1" test "$(<"kept/$1")" = old -o -z "$(cmp "kept/$1" "meant/$1")"
}

# Every format, alone; the more room there is, the further it comes.
mkdir meant
full=0
for ending in "${endings[@]}"; do
    expect 1 check --quiet -o "meant/report$ending" a.xml
    for room in 4 8 12 16 24 40 64; do
        on_disk $room "echo old >disk/report$ending; \"\$statval\" check --quiet -o disk/report$ending a.xml"
        check "$ending, $room kB: left: $(ls -Am kept)" test "$(ls -A kept)" = "report$ending"
        whole "report$ending"
        [ "$status" -eq 1 ] && continue
        check "$ending, $room kB: status $status" test $status -eq 5
        told "disk/report$ending: the report cannot be written: No space left on device" "$ending, $room kB"
        check "$ending, $room kB: the old report is gone" grep -qx old "kept/report$ending"
        full=$((full + 1))
    done
done
check "only $full times the disk was full" test $full -ge $((2 * ${#endings[@]}))

# Several: all of them or none.
names=("report${endings[0]}" "report${endings[1]}" report.csv)
for room in 12 24 40 80 120; do
    on_disk $room "for name in ${names[*]}; do echo old >disk/\$name; done
        \"\$statval\" check --quiet ${names[*]/#/-o disk/} a.xml"
    for name in "${names[@]}"; do
        whole "$name"
        check "$room kB, $name: status $status" \
            test "$status" -eq "$([ "$(<"kept/$name")" = old ] && echo 5 || echo 1)"
    done
    check "$room kB: left: $(ls -Am kept)" test "$(find kept -type f | wc -l)" -eq "${#names[@]}"
done

# Whatever else writes.
expect 1 check --quiet -o a.json a.xml
expect 0 accept -o all.csv --reason "$(letters 3000)" a.json 8500
echo 'pcd,oscty,oslaua,oseast1m,osnrth1m' >ONSPD.csv
echo 'AB1 0AA,S99999999,S12000033,385386,801193' >>ONSPD.csv
fills="head -c 16384 /dev/zero >disk/filler 2>told"
refused_on_disk() {
    on_disk 16 "$2"
    check "$2: status $status" test $status -eq 5
    told "$1" "$2"
    check "$2: left: $(ls -Am kept)" test "$(ls -A kept)" = "$3"
}
refused_on_disk "disk/a.html: " "\"\$statval\" summary -o disk/a.html a.xml" ""
refused_on_disk "disk/a.xlsx: " "\"\$statval\" summary -o disk/a.xlsx a.xml" ""
refused_on_disk "disk/a.idx: " "\"\$statval\" reference build postcodes ONSPD.csv -o disk/a.idx" ""
refused_on_disk "disk/a.html: " "\"\$statval\" diff -o disk/a.html a.json a.json" ""
refused_on_disk "disk/a.csv: the file of acceptances cannot be written" \
    "$fills; \"\$statval\" accept -o disk/a.csv --reason x a.json 8500" filler
refused_on_disk "standard output: " \
    "set -o pipefail; $fills; TMPDIR=disk \"\$statval\" check --format xlsx a.xml | cat" filler
refused_on_disk "disk/out: " "$fills; \"\$statval\" check --format csv -o disk/out a.xml" filler

# Acceptances that were there stay.
on_disk 20 "cp all.csv disk; head -c 16384 /dev/zero >disk/filler 2>told
    \"\$statval\" accept -o disk/all.csv --reason '$(letters 9000)' a.json 8500"
check "acceptances: status $status" test $status -eq 5
same kept/all.csv all.csv

# Half a key for redaction would be taken for one from then on.
refused_on_disk "STATVAL_REDACT_KEY" "$fills; unset STATVAL_REDACT_KEY
    XDG_CONFIG_HOME=disk \"\$statval\" check --redact a.xml; status=\$?
    find disk -name redact.key; rmdir disk/statval; (exit \$status)" filler

finish
