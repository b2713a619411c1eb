#!/usr/bin/env bash
# --redact: a report that can be passed on. No value and no subject of the return is in it.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

key=0123456789abcdef
generate --year 2027 --children 150 --faults 90 >made.xml
# An element that is not of the return, values that cannot be read, and a year that is another.
sed '0,/<LAchildID>/s//<LAchildID>=Private"Name\&lt;/; s|<ReferralSource>1A<|<ReferralSource>Private1<|
    s|<Year>2027<|<Year>2026<|; 0,/<PersonBirthDate>/s//<PersonBirthDate>Private2/' made.xml >a.xml

# Everything that stands in the records and could not stand in a report by chance.
sed '1,/<Children>/d' a.xml | grep -o '>[^<>]\{7,\}<' | tr -d '<>' | sort -u |
    grep -vxE '202[67]-0(4-01|3-31)' >values
printf '%s\n' Private NEGL WBRT DEAF >>values
check "only $(wc -l <values) values" test "$(wc -l <values)" -gt 300

export STATVAL_REDACT_KEY=$key
for format in json jsonl csv text; do
    expect 1 check --year 2027 --redact --format $format a.xml
    err_empty
    cp out redacted.$format
    check "in $format: $(grep -oFf values redacted.$format | sort -u | head -n 5 | tr '\n' ' ')" \
        test "$(grep -cFf values redacted.$format)" -eq 0
    STATVAL_REDACT_KEY='' expect 1 check --year 2027 --format $format a.xml
    check "$format without --redact lacks the values" grep -qFf values out
    cp out plain.$format
done
expect 1 check --year 2027 --redact --progress always -o r.json -o r.jsonl -o r.csv -o r.txt a.xml
for format in json jsonl csv; do
    same r.$format redacted.$format
done
same r.txt redacted.text
check "on standard error" test "$(grep -cFf values err)" -eq 0

# What is left: the same findings at the same places.
jq -S '.redacted = true | del(.findings[].id) | .findings[].subject |= (. != null) |
    .findings[].locations[].fields |= map_values(null)' plain.json >meant
jq -S 'del(.findings[].id) | .findings[].subject |= (. != null)' redacted.json >got
same got meant
cp redacted.json out
json 'all(.findings[].locations[].fields[]; . == null)'
json 'all(.findings[].subject; . == null or test("^[0-9a-f]{16,}$"))'
json '[.findings[].subject | select(.)] | unique | length > 50'
check "values in csv" test -z "$(tail -n +2 redacted.csv | cut -d , -f 12 | tr -d '\n')"
jq -r '.findings[].subject | select(.)' redacted.json | sort -u >subjects
tail -n +2 redacted.csv | cut -d , -f 7 | grep -v '^$' | sort -u >got
same got subjects
check "the text does not say that values are left out" has redacted.text "(redacted)"

# A child has one hash in all its findings, and no two children share it.
jq -r '.findings[] | .subject // "none"' plain.json >names
jq -r '.findings[] | .subject // "none"' redacted.json | paste names - | sort -u >pairs
check "a child has two hashes, or two children have one" \
    test "$(cut -f 1 pairs | sort -u | wc -l)" -eq "$(wc -l <pairs)" -a \
    "$(cut -f 2 pairs | sort -u | wc -l)" -eq "$(wc -l <pairs)"

# The key decides on the hashes, and on nothing else.
expect 1 check --year 2027 --redact --format json a.xml
same out redacted.json
STATVAL_REDACT_KEY=${key}0 expect 1 check --year 2027 --redact --format json a.xml
jq -r '.findings[] | .subject // empty' out | sort -u >others
check "another key gives hashes that are the same" test -z "$(comm -12 subjects others)"
check "another key gives ids that are the same" \
    test -z "$(comm -12 <(jq -r '.findings[].id' out | sort) <(jq -r '.findings[].id' redacted.json | sort))"
jq -S 'del(.findings[].id, .findings[].subject)' out >got
jq -S 'del(.findings[].id, .findings[].subject)' redacted.json >meant
same got meant

# A key that is too short is refused and not used.
for short in '' a 012345678901234; do
    STATVAL_REDACT_KEY=$short refuses 5 "STATVAL_REDACT_KEY" check --redact a.xml
    STATVAL_REDACT_KEY=$short refuses 5 "STATVAL_REDACT_KEY" check --redact --quiet -o short.json a.xml
done
check "a report was written" test ! -e short.json
STATVAL_REDACT_KEY=$(letters 5000) expect 1 check --year 2027 --redact --quiet a.xml

# Without one, a key is made once for the user, who alone can read it.
unset STATVAL_REDACT_KEY
expect 1 check --year 2027 --redact --format json a.xml
cp out first.json
mapfile -t keys < <(find home -type f)
check "files made: ${keys[*]}" test ${#keys[@]} -eq 1
check "the key has mode $(stat -c %a "${keys[0]}")" test "$(stat -c %a "${keys[0]}")" = 600
expect 1 check --year 2027 --redact --format json a.xml
same out first.json
check "a key of its own gives the same hashes as the other key" \
    test -z "$(comm -12 subjects <(jq -r '.findings[].subject | select(.)' out | sort -u))"
XDG_CONFIG_HOME=$work/config expect 1 check --year 2027 --redact --format json a.xml
check "another user has the same hashes" test -z "$(comm -12 \
    <(jq -r '.findings[].subject | select(.)' first.json | sort -u) \
    <(jq -r '.findings[].subject | select(.)' out | sort -u))"
check "the key is not in the folder for settings" test -n "$(find config -type f)"
HOME=$work/a.xml refuses 5 "STATVAL_REDACT_KEY" check --redact a.xml
HOME='' refuses 5 "STATVAL_REDACT_KEY" check --redact a.xml
printf short >"${keys[0]}"
refuses 5 "key" check --redact a.xml

# Refusals do not tell values either.
export STATVAL_REDACT_KEY=$key
head -c 3000 a.xml >cut.xml
refuses 3 "" check --redact cut.xml
check "on standard error" test "$(grep -cFf values err)" -eq 0

finish
