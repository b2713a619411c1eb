#!/usr/bin/env bash
# The lists of rules, and the explanation of each.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

# How many rules each year has; a check of that year runs the same.
while read -r year rules errors queries; do
    expect 0 rules --return cin --year "$year"
    err_empty
    check "$year: $(grep 'rules:' out)" \
        grep -qE "^$rules rules: $errors errors .*, $queries queries " out
    check "$year: the list" test "$(grep -cE '^[0-9]+Q? +(error|query) ' out)" -eq "$rules"
    grep -oE '^[0-9]+Q? +(error|query)' out | sed 's/  */ /' >text
    expect 0 rules --return cin --year "$year" --format csv
    err_empty
    tail -n +2 out | cut -d , -f 2,3 | tr , ' ' >csv
    same csv text
    expect 0 rules --return cin --year "$year" --format markdown
    sed -n 's/^## \([0-9]*Q\{0,1\}\) (\([a-z]*\)).*/\1 \2/p' out >markdown
    same markdown text
    generate --year "$year" --children 12 >a.xml
    expect 0 check --format json --fail-on never a.xml
    jq -r '.rules[] | "\(.code) \(.severity)"' out >checked
    same checked text
    check "$year: a rule is there twice" test "$(sort -u text | wc -l)" -eq "$(wc -l <text)"
done <<END
2023 105 81 24
2024 105 81 24
2025 109 83 26
2026 109 83 26
2027 121 91 30
END

# All years together: each rule, and each of its variants.
expect 0 rules --return cin
err_empty
cp out text
expect 0 rules --return cin --format text
same out text
expect 0 rules
check "the list of all returns has not that of one in it" test "$(grep -cxFf text out)" -ge 121
expect 0 rules --return cin --format csv
check "the columns" grep -qx $'return,code,severity,first_year,last_year,unit,fields,message,why,source,group\r' out
check "lines do not end in CR LF" test "$(grep -c $'\r$' out)" -eq "$(wc -l <out)"
check "the first columns" test "$(tail -n +2 out |
    grep -cvE '^cin,[0-9]+Q?,(error|query),20[0-9]{2},(20[0-9]{2})?,[^,]')" -eq 0
tail -n +2 out | cut -d , -f 2 >codes
check "$(wc -l <codes) rules in all" test "$(wc -l <codes)" -ge 121
check "the text has another number of rules" \
    test "$(grep -cE '^[0-9]+Q? +(error|query) ' text)" -eq "$(wc -l <codes)"
check "a code ends in Q if and only if it is a query" test "$(tail -n +2 out | cut -d , -f 2,3 |
    grep -cvE '^([0-9]+,error|[0-9]+Q,query)$')" -eq 0
expect 0 rules --return cin --format markdown
check "markdown has another number of rules" test "$(grep -c '^## ' out)" -eq "$(wc -l <codes)"
check "no title" grep -q '^# ' out
cp out markdown
for language in C.UTF-8 POSIX; do
    LC_ALL=$language "$statval" rules --return cin --format markdown >out
    same out markdown
done

# Every rule can be explained, by its code and with the return in front.
mapfile -t all < <(sort -u codes)
expect 0 explain "${all[@]}"
err_empty
check "not all are explained" test "$(grep -cE '^cin:[0-9]+Q?  (error|query), ' out)" -eq "$(wc -l <codes)"
cp out plain
expect 0 explain "${all[@]/#/cin:}"
same out plain
expect 0 explain 8925
err_empty
check "the heading: $(head -n 1 out)" grep -q '^cin:8925  error, 2023 on' out
out_has "ChildProtectionPlans.CPPstartDate, ChildProtectionPlans.CPPendDate"
out_has "blocks the return until it is corrected"
check "a line is longer than the window" test "$(grep -cE '^.{100}' out)" -eq 0
cp out 8925
expect 0 explain cin:8925
same out 8925
expect 0 explain 8842q
out_has "cin:8842Q  query"
expect 0 explain 8925 8842Q 8925
check "one after the other" test "$(grep -c '^cin:' out)" -eq 3

# What a rule needs; what a figure counts.
details() {
    expect 0 explain "$1"
    check "$1 is not explained with \"$2  $3\"" grep -qE "^  $2 +$3\$" out
}
details ssda903:411 needs "the reference data postcodes"
details ssda903:411 needs "the authority's code \(--la\)"
details ssda903:411 stage "2 of the department's checks"
details ssda903:105 needs "a return in XML"
details ssda903:708 reads '.*Header \(if given\).*'
details ssda903:392c "better with" 'the reference data postcodes\. Without .*'
details cin:need_at_end "broken down by" "primary need"
details cin:need_at_end "broken down by" sex
details cin:need_at_end rate "per 10000 residents aged 0-17 \(--reference population=FILE\)"
expect 0 explain cin:8925
check "8925 needs something" test "$(grep -cE '^  (needs|stage) ' out)" -eq 0

# What cannot be explained; what can be is explained all the same.
for code in 1 9999 cin:9999 sen2:8925 :8925 cin: '' 892 89250 '*' '89*' 8925Q 'no such'; do
    refuses 2 "there is no rule or figure $code" explain "$code"
done
expect 2 explain 8925 9999
same out 8925
err_has "there is no rule or figure 9999"
expect 2 explain 9999 8888 8925
check "each is named" test "$(wc -l <err)" -eq 2
same out 8925

finish
