#!/usr/bin/env bash
# What statval summary compares figures with besides last year: how many people live in the area, and
# figures from elsewhere, as docs/headline-figures.md tells of them; in each format.
reader=$(realpath "$(dirname "$0")/xlsx_reader.py")
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

# Three referrals and episodes in need, two conferences, three plans, no referral without further action.
conference='<DateOfInitialCPC>2025-06-02</DateOfInitialCPC>'
{
    header 2026
    child A1 "$conference$(plan 2025-06-02 2025-09-01)$(plan 2025-10-01 2025-12-01)"
    child A2 "$conference"
    child A3 "$(plan 2025-07-01 2025-08-01)"
    footer
} >a.xml

# Rates: the latest count until the end of the period is taken, or else the earliest after it.
printf 'residents,day,people,source\n0-17,2025-06-30,"2,000",ONS <estimate>\n0-17,30/06/2024,49000,old\n0-17,2026-06-30,50000,later\n,,,\n' >people.csv
expect 0 summary --reference population=people.csv --format json a.xml
err_empty
json '.figures[] | select(.name == "need_at_end") | .value == 3 and .rate == 15 and .per == 10000 and
    .population.people == 2000'
json '[.figures[] | select(.rate and .population.people != 2000)] == []'
expect 0 summary --reference population=people.csv a.xml
out_has "15.0 per 10000 of 2000 residents aged 0-17 on 2025-06-30, ONS <estimate>"
expect 0 summary --reference population=people.csv --format html a.xml
out_has "15.0 per 10,000 of 2,000 residents aged <bdi>0-17</bdi> on 30 Jun 2025, <bdi>ONS &lt;estimate&gt;</bdi>"
expect 0 summary --reference population=people.csv --format csv a.xml
check "the rate in the CSV" python3 - <<'END'
import csv
rows = [row for row in csv.DictReader(open("out", encoding="utf-8-sig")) if row["name"] == "need_at_end" and not row["by"]]
assert [(row["rate"], row["per"], row["population"], row["population_day"]) for row in rows] \
    == [("15.0", "10000", "2000", "2025-06-30")]
END
printf 'residents,day,people\n0-17,2025-06-30,2000\n' >plain.csv
expect 0 summary --reference population=plain.csv a.xml
check "a source that was not given" grep -q 'residents aged 0-17 on 2025-06-30$' out
printf 'residents,day,people\n0-17,2027-06-30,3000\n0-17,2026-04-01,1500\n' >later.csv
expect 0 summary --reference population=later.csv --format json a.xml
json '.figures[] | select(.name == "need_at_end") | .rate == 20 and .population.day == "2026-04-01"'
printf 'residents,day,people\n10-17,2025-06-30,1000\n' >none.csv
expect 0 summary --reference population=none.csv --format json a.xml
json '[.figures[] | select(.rate)] == []'

# shellcheck disable=SC2016 # $name and $agreement are jq's
# agrees MEASURE PERIOD VALUE AGREEMENT: what is said of a figure from elsewhere.
agrees() {
    printf 'measure,period,value\n%s,%s,"%s"\n' "$1" "$2" "$3" >figures.csv
    expect 0 summary --reference figures=figures.csv --format json a.xml
    check "$1 of $2, $3: not \"$4\" but $(jq -c '[.figures[].published // [] | .[].agreement]' out)" \
        jq -e --arg name "$1" --arg agreement "$4" \
        '[.figures[] | select(.published) | [.name, .published[].agreement]] == [[$name, $agreement]]' out >answer
}
agrees referrals 2026 3 "agrees"
agrees referrals 2026 3.0 "agrees"
agrees referrals 2026 1 "differs by +2"
agrees referrals 2026 "1,000" "differs by -997"
agrees referrals 2026 2.5 "differs by +0.5"
agrees referrals 2026 3.2 "differs by -0.2"
agrees conferences_all 2026 2 "agrees"
agrees conferences_all 2026 4 "differs by -2"
agrees plans_per_conference 2026 1.5 "agrees"
agrees plans_per_conference 2026 1.6 "differs by -0.1"
agrees plans_per_conference 2026 1 "differs by +0.5"
agrees referrals_nfa 2026 0% "agrees"
agrees referrals_nfa 2026 12.5% "differs by -12.5 percentage points"
agrees referrals_nfa 2026 0 "not comparable: the figure here is a share"
agrees referrals 2026 3% "not comparable: the figure here is no share"
agrees contacts 2026 3 "not comparable: there is no figure here"
agrees assessment_days 2026 3 "not comparable: the figure here is three quartiles"

# The year, the period, or the day at its end.
agrees referrals 2025-04-01..2026-03-31 3 "agrees"
agrees need_at_end 2026-03-31 3 "agrees"
agrees need_at_end 2026 3 "agrees"
for period in 2025 2026-03-31 2025-04-01..2026-03-30 2025-04-02..2026-03-31 2025-04-01--2026-03-31 26 year; do
    agrees referrals "$period" 3 "not comparable: of another period"
done
for period in 2026-03-30 2025 2025-04-01..2026-03-31; do
    agrees need_at_end "$period" 3 "not comparable: of another period"
done

# Symbols, and what is neither symbol nor number.
agrees referrals 2026 c "not comparable: suppressed"
agrees referrals 2026 z "not comparable: not applicable"
agrees referrals 2026 x "not comparable: not available"
agrees referrals 2026 k "not comparable: low, rounds to 0"
for value in three ',' . 3. 1.25 -3 '3 %' 3%% C; do
    agrees referrals 2026 "$value" "not comparable: no number"
done

# Each format says so; a figure that there is not is told of with its line.
printf 'measure,period,value,source\nreferrals,2026,1,<board>\nreferrals,2026,c,\n,,,\nno<such>,2026,1,x\ncontacts,2026,7,\n' >figures.csv
expect 0 summary --reference figures=figures.csv --format json a.xml
json '.not_compared == [{"measure": "no<such>", "line": 5}]'
json '[.figures[] | select(.name == "referrals").published[].agreement] == ["differs by +2", "not comparable: suppressed"]'
expect 0 summary --reference figures=figures.csv a.xml
out_has "      <board>: 1: differs by +2"
out_has "      published: c: not comparable: suppressed"
out_has "      published: 7: not comparable: there is no figure here"
out_has "figures.csv: line 5: there is no figure no<such> of this return and year."
check "told of more than once" test "$(grep -c 'differs by' out)" -eq 1
expect 0 summary --reference figures=figures.csv --format html a.xml
out_has "<p><bdi>&lt;board&gt;</bdi>: <bdi>1</bdi>: differs by +2</p>"
out_has "<p><bdi>published</bdi>: <bdi>c</bdi>: not comparable: suppressed</p>"
out_has "<p><bdi>published</bdi>: <bdi>7</bdi>: not comparable: there is no figure here</p>"
out_has "<bdi>figures.csv</bdi>: line 5: there is no figure <bdi>no&lt;such&gt;</bdi> of this return and year."
if "$statval" summary --help | grep -q '^Formats: .*xlsx'; then
    expect 0 summary --reference figures=figures.csv --reference population=people.csv -o a.xlsx a.xml
    python3 "$reader" a.xlsx >out || complain "a.xlsx cannot be read"
    json '.["Published figures"] == [["Name", "Period", "Value", "Source", "Agreement"],
        ["referrals", "2026", "1", "<board>", "differs by +2"],
        ["referrals", "2026", "c", null, "not comparable: suppressed"],
        ["no<such>", "2026", "1", "x", "there is no such figure"],
        ["contacts", "2026", "7", null, "not comparable: there is no figure here"]]'
    # shellcheck disable=SC2016 # $columns is jq's
    json '.Figures | (.[0] | [index("Rate", "Per", "Population", "Counted on")]) as $columns |
        [.[] | select(.[2] == "need_at_end") | [.[$columns[]]]] == [["15.0", 10000, 2000, "2025-06-30"]]'
fi

# Files that cannot be used.
refuses 2 "twice" summary --reference population=people.csv --reference population=people.csv a.xml
refuses 2 "nosuch.csv" summary --reference figures=nosuch.csv a.xml
printf 'measure,value\nreferrals,1\n' >bad.csv
refuses 2 "bad.csv: line 1: the columns measure, period and value are needed" summary --reference figures=bad.csv a.xml
for line in referrals,,1 'referrals,2026,' ',2026,1'; do
    printf 'measure,period,value\n%s\n' "$line" >bad.csv
    refuses 2 "bad.csv: line 2: a figure needs a measure, a period and a value" summary --reference figures=bad.csv a.xml
done
for line in 0-17,,5 ',2025-06-30,5'; do
    printf 'residents,day,people\n%s\n' "$line" >bad.csv
    refuses 2 "bad.csv: line 2: a population needs residents and a day" summary --reference population=bad.csv a.xml
done
for line in 0-17,2025-13-30,5 0-17,2025-06-30,-5 0-17,2025-06-30,0 0-17,2025-06-30,2147483648; do
    printf 'residents,day,people\n%s\n' "$line" >bad.csv
    refuses 2 "bad.csv: line 2" summary --reference population=bad.csv a.xml
done

finish
