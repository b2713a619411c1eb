#!/usr/bin/env bash
# The form of an XML return whose rules tell it: items that do not belong, spellings, the order of
# elements, and what is left to the schema. What is systematic is told once.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

# fresh PERSONS: file r.xml, a return with that many persons; nothing is wrong with its form.
fresh() {
    {
        echo '<Message><Header><CollectionDetails><Collection>SEN2</Collection><Year>2026</Year>'
        echo '<ReferenceDate>2026-01-15</ReferenceDate></CollectionDetails>'
        echo '<Source><SourceLevel>L</SourceLevel><LEA>845</LEA></Source></Header><Persons>'
        for ((i = 0; i < $1; i++)); do
            echo '<Person><Surname>Alder</Surname>'
            echo '<Requests><RYA>0</RYA>'
            echo '<ActivePlans><PlacementDetail><SENSetting>OLA</SENSetting></PlacementDetail>'
            echo '<SENneed><SENtype>DS</SENtype></SENneed>'
            echo '<ReviewMeeting>2025-03-01</ReviewMeeting>'
            echo '<LastReview>2025-04-01</LastReview></ActivePlans></Requests></Person>'
        done
        echo '</Persons></Message>'
    } >r.xml
}

# read_form [OPTION...]: checks r.xml with the rules of form.
read_form() {
    run check --rules 'LOCAL-SEN2-0*' --format json "$@" r.xml
}

# found RULE LOCATIONS: what a rule finds, as table, row and fields.
found() {
    json "[.findings[] | select(.rule == \"$1\") | [.locations[] | [.table, .row, .fields]]] == $2"
}

fresh 3
read_form
json '.findings == []'

# The other spelling is read, and said once.
fresh 3
sed -i 's/SENSetting>/SENsetting>/g; 0,/OLA/s/OLA/XXX/' r.xml
read_form
found LOCAL-SEN2-001 '[[["PlacementDetail", 1, {SENSetting: "XXX"}]]]'
json '[.findings[] | select(.stage == "schema")] == []'
json '.submission.notices | map(select(contains("SENsetting was read as SENSetting") and contains("(3 in the file)"))) | length == 1'

# Both spellings in one record are once too often; the first counts.
fresh 1
sed -i 's|<SENSetting>OLA</SENSetting>|<SENsetting>OPA</SENsetting><SENSetting>X</SENSetting>|' r.xml
read_form
found LOCAL-SEN2-001 '[]'
json '[.findings[] | .message | select(contains("once too often"))] | length == 1'

# Another order of elements is told once per file, as a query; as errors with --strict.
fresh 4
sed -i 's|<RYA>0</RYA>|<RYA>7</RYA>|; /LastReview/d
    s|<ReviewMeeting>.*|<LastReview>2025-04-01</LastReview><ReviewMeeting>2025-03-32</ReviewMeeting></ActivePlans></Requests></Person>|' r.xml
read_form
json '[.findings[] | select(.stage == "schema") | .severity] == ["query"]'
json '.findings[0].message | contains("(4 such places")'
json '[.findings[] | select(.rule == "LOCAL-SEN2-001" or .rule == "LOCAL-SEN2-002")] | length == 8'
read_form --strict
json '[.findings[] | select(.stage == "schema") | .severity] == ["error", "error", "error", "error"]'
json '[.findings[] | select(.stage == "rules")] | length == 8'

# An item that does not belong: at its record, once, also where several stand together. The schema
# does not tell it again.
fresh 2
sed -i '0,/<Surname>/s|<Surname>|<GenderCurrent>1</GenderCurrent><x><Surname>no</Surname></x><Surname>|' r.xml
read_form
found LOCAL-SEN2-003 '[[["Person", 1, {GenderCurrent: "1"}]], [["Person", 1, {x: null}]]]'
json '[.findings[]] | length == 2'

# A known item at another place; a group where it has no place; what stands outside all records.
fresh 1
sed -i 's|<RYA>|<Surname>a</Surname><SENneed/><RYA>|; s|<Persons>|<Persons><Note/>|; s|</Persons>|</Persons><End>b</End>|' r.xml
read_form
found LOCAL-SEN2-003 '[[["Header", 1, {Note: null}]], [["Header", 1, {End: "b"}]], [["Requests", 1, {Surname: "a"}]], [["Requests", 1, {SENneed: null}]]]'
json '[.findings[]] | length == 4'

# In a namespace nothing belongs.
fresh 1
sed -i 's|<RYA>0</RYA>|<RYA xmlns="urn:x">0</RYA>|' r.xml
read_form
found LOCAL-SEN2-003 '[[["Requests", 1, {RYA: "0"}]]]'

# An element within a value.
fresh 1
sed -i 's|Alder|<b>Alder</b>|' r.xml
read_form
found LOCAL-SEN2-003 '[[["Person", 1, {b: "Alder"}]]]'

# Empty items and white space around values.
fresh 1
sed -i 's|>Alder<| > Alder<|; s| >|>|; s|<RYA>0</RYA>|<RYA> </RYA>|' r.xml
sed -i 's|<Surname>.*</Surname>|<Surname> Alder\n</Surname>|' r.xml
read_form
found LOCAL-SEN2-004 '[[["Person", 1, {Surname: "Alder"}]], [["Requests", 1, {RYA: null}]]]'
json '[.findings[]] | length == 2'

# An item twice is a defect of the structure; the first one counts. A second assessment is read.
fresh 1
sed -i 's|<RYA>0</RYA>|<RYA>0</RYA><RYA>9</RYA><Assessment/><Assessment><Week20>9</Week20></Assessment>|' r.xml
read_form
found LOCAL-SEN2-001 '[[["Assessment", 2, {Week20: "9"}]]]'
json '[.findings[] | select(.stage == "schema") | .severity] | unique == ["error"]'

# Also behind an item at another place, or one that does not belong: the first one only is read.
fresh 1
sed -i 's|<Surname>Alder</Surname>|<Forename>a</Forename><Surname>b</Surname><Surname>c</Surname>|' r.xml
read_form
json '[.findings[] | select(.stage == "schema") | .severity] == ["query", "error"]'
json '.findings[1].message == "Surname stands in Person once too often."'
fresh 1
sed -i 's|<Surname>|<x/><Surname/><Surname>|' r.xml
read_form
json '[.findings[] | select(.stage == "schema") | .message] == ["Surname stands in Person once too often."]'

# Groups of rules, and the notice of a year.
fresh 1
run check --rules -plausibility --format json r.xml
json '[.rules[] | select(.group == "plausibility") | .reason] | unique == ["left out by --rules"]'
json '[.rules[] | select(.group != "plausibility" and .status == "skipped" and .reason == "left out by --rules")] == []'
run check --year 2027 --format json r.xml
json '.submission.notices | map(select(contains("2027"))) | length == 1'
json '[.findings[] | select(.rule == "XSD")] == [] and ([.findings[].rule] | index("LOCAL-SEN2-102") != null)'
expect 1 check --year 2027 r.xml
check "no notice in the text report" has out "2027 return was not found"
expect 0 explain sen2:LOCAL-SEN2-004
check "no group in explain" has out "plausibility"

finish
