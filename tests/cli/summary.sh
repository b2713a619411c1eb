#!/usr/bin/env bash
# statval summary: the command, its formats and last year. Whether the figures are right is tested in
# tests/figures, what they are compared with besides in comparisons.sh.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

generate --year 2026 --children 60 >a.xml
generate --year 2025 --children 55 >last.xml
generate --year 2026 --children 600 --faults 100 >faulty.xml

# Formats: printed, by ending, several at once; all tell the same.
expect 0 summary a.xml
err_empty
out_has "Re-referrals within 12 months"
cp out meant.txt
for format in json csv html; do
    expect 0 summary --format $format a.xml
    cp out meant.$format
done
expect 0 summary -o b.txt -o b.json -o b.csv -o b.html a.xml
out_empty
for format in txt json csv html; do
    same b.$format meant.$format
done
expect 0 summary -o - -o c.json a.xml
same out meant.txt
same c.json meant.json
expect 0 summary faulty.xml
out_has "breaks it: C"
expect 0 summary --format json faulty.xml
json '[.stocks[].broken[]] | length > 0 and all(.subject and .table and .row > 0)'
cp meant.json out
json '.submission.return == "cin" and (.figures | length) > 40 and (.stocks | length) == 3 and
    all(.figures[]; .not_given or (.definition and .source and .unit and (.period or .as_at)))'
json '[.figures[] | select(.kind == "share" and (.numerator > .denominator))] == []'
# shellcheck disable=SC2016 # $f is jq's
json '[.figures[] as $f | ($f.breakdowns // [])[] | select(.several | not) |
    select(([.bands[].counted] | add) != ($f.numerator // $f.value))] == []'
json '[.stocks[] | select(.opening + .starts - .ends != .closing)] == []'
check "figures in the CSV" test "$(jq '.figures | length' meant.json)" -eq \
    "$(python3 -c 'import csv; print(sum(1 for r in csv.DictReader(open("meant.csv", encoding="utf-8-sig")) if not r["by"]))')"
check "the page has scripts" test -z "$(grep -i '<script' meant.html)"
check "the page has no policy" grep -q "default-src 'none'; style-src 'sha256-[^']*'; base-uri 'none'" meant.html
check "the page is not well made" python3 - <<'END'
import html.parser
class Reader(html.parser.HTMLParser):
    open_tags = []
    def handle_starttag(self, tag, attributes):
        if tag not in ("meta", "br", "rect", "link"):
            self.open_tags.append(tag)
    def handle_startendtag(self, tag, attributes):
        pass
    def handle_endtag(self, tag):
        assert self.open_tags.pop() == tag, tag
Reader().feed(open("meant.html").read())
END
if "$statval" summary --format xlsx a.xml >a.xlsx 2>err; then
    check "formulas in the workbook" python3 - <<'END'
import zipfile
book = zipfile.ZipFile("a.xlsx")
sheets = [book.read(n).decode() for n in book.namelist() if n.startswith("xl/worksheets/")]
assert len(sheets) >= 5 and not any("<f>" in s for s in sheets)
END
fi

# One figure, with those behind it.
expect 0 summary --list referrals_nfa --format json a.xml
json '.listed.name == "referrals_nfa" and
    ([.listed.subjects[] | select(.counted)] | length) == (.figures[] | select(.name == "referrals_nfa").subjects)'
expect 0 summary --list referrals_nfa --format csv a.xml
out_has "measure,subject,counted,records"
expect 0 summary --list referrals_nfa a.xml
out_has "Not counted, but among those"
refuses 2 "there is no figure nosuch" summary --list nosuch a.xml
refuses 2 "contacts" summary --list contacts a.xml

# Nobody is named when subjects are to be hidden.
name=$(grep -o '<LAchildID>[^<]*' a.xml | head -1 | cut -d'>' -f2)
expect 0 summary --list referrals --format json a.xml
out_has "$name"
for format in text json csv html; do
    STATVAL_REDACT_KEY=0123456789abcdef expect 0 summary --redact --list referrals --format $format faulty.xml
    check "redacted, $format: names" test -z "$(grep -E 'C[0-9]{7}' out)"
done

# Last year.
expect 0 summary --previous last.xml --format json a.xml
json 'all(.figures[]; .not_given or .before) and .figures[0].before.value > 0'
expect 0 summary --previous last.xml --flag 0 --format json a.xml
json '[.figures[] | select(.before.flagged)] | length > 5'
expect 0 summary --previous last.xml --flag 1000 --format json a.xml
json '[.figures[] | select(.before.flagged and .kind == "number" and .before.value > 0)] == []'
expect 0 summary --previous a.xml --year 2027 --format json a.xml
refuses 2 "--flag" summary --flag many a.xml
refuses 3 "nosuch.xml" summary --previous nosuch.xml a.xml

# Settings in files count here, too; those for findings do not matter.
printf 'residents,day,people\n0-17,2025-06-30,49510\n' >people.csv
printf 'measure,period,value\nreferrals,2026,%s\n' \
    "$(jq '.figures[] | select(.name == "referrals").value' meant.json)" >figures.csv
printf 'reference.population = people.csv\nreference.figures = figures.csv\naccept = nosuch.csv\noff.8925 = why\n' >statval.conf
expect 0 summary --format json a.xml
json '(.figures[] | select(.name == "need_at_end") | .population.people == 49510) and
    (.figures[] | select(.name == "referrals") | .published[0].agreement == "agrees") and
    .configuration.files == ["statval.conf"]'
expect 0 summary --config /dev/null --format json a.xml
json '[.figures[] | select(.rate)] == []'
rm statval.conf
printf 'reference.population = people.csv\n' >statval.conf
expect 0 check --quiet --fail-on never a.xml
rm statval.conf

# What is wrong, in one line and with its status.
refuses 2 "summary needs a file" summary
refuses 2 "--format" summary --format sarif a.xml
refuses 2 "a.pdf" summary -o a.pdf a.xml
refuses 3 "nosuch.xml" summary nosuch.xml
refuses 5 "nosuch" summary -o nosuch/a.json -o d.json a.xml
check "a file was written" test ! -e d.json
echo '<Message/>' >empty.xml
refuses 3 "" summary empty.xml

# The same bytes again, and figures are explained.
expect 0 summary --format json a.xml
same out meant.json
expect 0 explain cin:rereferrals
out_has "What counts"
expect 0 explain contacts
out_has "Why the return cannot give it"

finish
