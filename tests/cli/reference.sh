#!/usr/bin/env bash
# The index of the postcode directory: made from a CSV file, whole or not at all.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

expect 0 reference --help
out_has "Usage: statval reference build postcodes"
out_has "--edition TEXT"
out_lacks "--plugin-dir"

refuses 2 "statval reference build postcodes ONSPD.csv -o postcodes.idx" reference
refuses 2 "needs to be told what to do" reference make
refuses 2 "postcodes only" reference build
refuses 2 "postcodes only" reference build providers list.csv -o a.idx
refuses 2 "needs one CSV file" reference build postcodes -o a.idx
refuses 2 "needs one CSV file" reference build postcodes a.csv b.csv -o a.idx
refuses 2 "with --output" reference build postcodes a.csv
refuses 2 "with --output" reference build postcodes a.csv -o a.idx -o b.idx
refuses 2 "--edition" reference build postcodes a.csv -o a.idx --edition ""
refuses 2 "no option --plugin-dir" reference build postcodes a.csv -o a.idx --plugin-dir .
refuses 3 "a.csv: the file cannot be read" reference build postcodes a.csv -o a.idx

cat >ONSPD.csv <<'END'
pcd,oscty,oslaua,oseast1m,osnrth1m,unused
AB1 0AA,S99999999,S12000033,385386,0801193,x
BN1 1AA,E10000011,E07000061,531000,104000,x
BN1 1AA,E10000012,E07000061,531000,104000,x
TOOLONG0,E10000011,E07000061,531000,104000,x
BN1 1AB,E10000011,E07000061,531000.5,104000,x
BN1 1AC,E10000011,E07,531000,104000,x
BN1 1AD,,E07,531000,104000,x
END

umask 022

# What is said of it.
SOURCE_DATE_EPOCH=1700000000 expect 0 reference build postcodes ONSPD.csv -o a.idx
err_empty
out_has "a.idx: 7 rows read, 3 postcodes, 3 rows left out, 0.2 MB."
out_has "1 row without a postcode of up to 7 letters and digits"
out_has "1 row with coordinates that are not whole metres"
out_has "1 row with an authority code that has not 9 letters and digits; the first is row 5."
out_has "Of rows with the same postcode the first counts: 1 was not used."
check "the index is not readable by others" test "$(stat -c %a a.idx)" = 644
head -n 3 ONSPD.csv >good.csv
expect 0 reference build postcodes good.csv -o b.idx
check "not one line" test "$(wc -l <out)" -eq 1

# The same input, edition and day give the same bytes.
SOURCE_DATE_EPOCH=1700000000 expect 0 reference build postcodes ONSPD.csv -o c.idx
same a.idx c.idx
SOURCE_DATE_EPOCH=1700086400 expect 0 reference build postcodes ONSPD.csv -o c.idx
check "the day is not in the index" test "$(cmp -s a.idx c.idx; echo $?)" -eq 1

# The edition, and how far reading has come.
expect 0 reference build postcodes ONSPD.csv -o c.idx --edition "May 2026" --progress always
check "the edition is not in the index" grep -q "May 2026" c.idx
err_has "Reading:"
refuses 2 "without control characters" reference build postcodes ONSPD.csv -o c.idx \
    --edition $'a\nb'

# Nothing is replaced by what cannot be made, and nothing is left beside it.
cp a.idx before.idx
printf 'CHILD,DOB\n1,2\n' >header.csv
refuses 3 "header.csv: this is no postcode directory" reference build postcodes header.csv -o a.idx
refuses 3 "an index already" reference build postcodes a.idx -o c.idx
refuses 2 "would replace the directory" reference build postcodes good.csv -o good.csv
refuses 5 "cannot be written: No such file" reference build postcodes good.csv -o nosuch/a.idx
refuses 5 "no file that an index could replace" reference build postcodes good.csv -o /dev/null
(
    ulimit -f 16
    refuses 5 "a.idx: the index cannot be written: File too large" \
        reference build postcodes ONSPD.csv -o a.idx
    exit "$failures"
)
check "a full disk is not told of" test $? -eq 0
same a.idx before.idx
check "something was left behind" test -z "$(find . -name '*.idx.*')"

finish
