#!/usr/bin/env bash
# Many findings, and many records in one: every report is complete, and the time grows with the
# size of the file, not with its square.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

# Over 100,000 findings: every format has each of them.
generate --year 2026 --children 2000 --all-wrong >wrong.xml
expect 1 check --format json wrong.xml
err_empty
jq -r '(.summary | .errors + .queries + .schema), (.findings | length),
    ([.rules[].findings // 0] | add) + .summary.schema, ([.findings[].id] | unique | length),
    ([.findings[] | select(.severity == "error" and .stage == "rules")] | length) - .summary.errors,
    ([.findings[] | select(.stage == "schema")] | length) - .summary.schema,
    (.rules[] | "\(.findings // 0) \(.code)")' out >numbers
tail -n +7 numbers >by_rule
mapfile -t -n 6 numbers <numbers
count=${numbers[0]}
check "only $count findings" test "$count" -ge 100000
check "the numbers of findings differ: ${numbers[*]}" \
    test "${numbers[*]}" = "$count $count $count $count 0 0"
expect 1 check --format jsonl wrong.xml
check "jsonl has $(wc -l <out) lines" test "$(wc -l <out)" -eq "$count"
expect 1 check --format csv wrong.xml
check "csv has $(wc -l <out) lines" test "$(wc -l <out)" -eq "$((count + 1))"
cut -d , -f 3 out | sort | uniq -c | sed 's/^ *//' >by_code
while read -r findings code; do
    [ "$findings" -eq 0 ] || check "rule $code: csv differs" grep -qx "$findings $code" by_code
done <by_rule
expect 1 check wrong.xml
check "the text is long" test "$(wc -l <out)" -lt 2000
expect 1 check --format csv -o report.csv wrong.xml
same out report.csv

# crowd N KIND: a return with N records of a kind where usually there are few. What is repeated is
# wrong in as many ways as possible, and every pair of it overlaps.
episode='<CINdetails><CINreferralDate>2025-06-03</CINreferralDate><DateOfInitialCPC>2025-06-10</DateOfInitialCPC>
<Assessments><AssessmentActualStartDate>2025-06-03</AssessmentActualStartDate></Assessments>
<CINPlanDates><CINPlanStartDate>2025-06-22</CINPlanStartDate></CINPlanDates>
<Section47><S47ActualStartDate>2025-06-05</S47ActualStartDate><DateOfInitialCPC>2025-06-10</DateOfInitialCPC>
<ICPCnotRequired>false</ICPCnotRequired></Section47><ReferralNFA>false</ReferralNFA>
<ChildProtectionPlans><CPPstartDate>2025-06-10</CPPstartDate></ChildProtectionPlans></CINdetails>'
crowd() {
    local before="" each="" after=""
    case $2 in
    children)
        each=$(child A1)
        ;;
    wrong-order) # each child has its elements in the wrong order
        each='<Child><CINdetails/><ChildIdentifiers><Sex>X</Sex><LAchildID>A1</LAchildID></ChildIdentifiers></Child>'
        ;;
    unknown)
        each='<Odd><LAchildID>A1</LAchildID></Odd>'
        ;;
    *)
        before='<Child><ChildIdentifiers><LAchildID>A1</LAchildID></ChildIdentifiers><ChildCharacteristics>'
        after='</CINdetails></Child>'
        ;;
    esac
    case $2 in
    disabilities)
        before+='<Disabilities>'
        each='<Disability>LD</Disability>'
        after="</Disabilities></ChildCharacteristics><CINdetails>$after"
        ;;
    episodes)
        before+='</ChildCharacteristics>'
        each=$episode
        after='</Child>'
        ;;
    assessments)
        before+='</ChildCharacteristics><CINdetails>'
        each='<Assessments><AssessmentActualStartDate>2025-06-03</AssessmentActualStartDate></Assessments>'
        ;;
    factors)
        before+='</ChildCharacteristics><CINdetails><Assessments><FactorsIdentifiedAtAssessment>'
        each='<AssessmentFactors>21</AssessmentFactors>'
        after="</FactorsIdentifiedAtAssessment></Assessments>$after"
        ;;
    reviews)
        before+='</ChildCharacteristics><CINdetails><ChildProtectionPlans><CPPstartDate>2025-06-10</CPPstartDate><Reviews>'
        each='<CPPreviewDate>2025-06-10</CPPreviewDate>'
        after="</Reviews></ChildProtectionPlans>$after"
        ;;
    plans)
        before+='</ChildCharacteristics><CINdetails>'
        each=$(plan 2025-06-10 2025-06-02)
        ;;
    esac
    header 2026
    echo "$before"
    yes "$each" | head -n $(($1 * $(wc -l <<<"$each")))
    echo "$after"
    footer
}

# linked N: a youth justice return with a child that has N offences, and N programmes that share two
# ids, each of which is linked to all offences.
linked() {
    echo '<YouthJusticeReturn FormatVersion="1.0"><Header><YOTOUCode>X99</YOTOUCode>
<ReturnStartDate>2026-07-01</ReturnStartDate><ReturnEndDate>2026-09-30</ReturnEndDate>
<CMSSystem>S</CMSSystem><CMSExtractVersion>1</CMSExtractVersion>
<ExtractDateTime>2026-10-12T09:00:00</ExtractDateTime><PartNumber>1</PartNumber>
<PartCount>1</PartCount></Header><Child><PersonDetails><CurrentYOTID>A1</CurrentYOTID>
<DateOfBirth>2010-02-03</DateOfBirth></PersonDetails>
<Residence><Date>2010-02-03</Date><Description>LOCAL</Description></Residence>'
    seq "$1" | sed 's|.*|<Offence><OffenceID>&</OffenceID><OffenceLegalOutcome><LegalOutcome>REFERRAL_ORDER</LegalOutcome>\
<OutcomeDate>2026-02-01</OutcomeDate></OffenceLegalOutcome></Offence>|'
    yes P1$'\n'P2 | head -n "$1" |
        sed 's|.*|<InterventionProgramme><InterventionProgrammeID>&</InterventionProgrammeID>\
<DisposalType>REFERRAL_ORDER</DisposalType><StartDate>2026-03-01</StartDate>\
<EndDate>2026-08-01</EndDate></InterventionProgramme>|'
    echo '<Links>'
    for programme in P1 P2; do
        seq "$1" | sed "s|.*|<LinkOffenceInterventionProgramme><OffenceID>&</OffenceID>\
<InterventionProgrammeID>$programme</InterventionProgrammeID></LinkOffenceInterventionProgramme>|"
    done
    echo '</Links></Child></YouthJusticeReturn>'
}

# parallel N: a youth justice return with a child that has N residences, care statuses, periods of
# education and programmes; no two of a kind overlap, so that each has to be compared to the end. All
# programmes are linked to one offence, and half of the periods of education have no start.
parallel() {
    linked 0 | sed '/<Links>/,$d'
    echo '<Offence><OffenceID>O1</OffenceID></Offence>'
    seq "$1" | awk '{
        day = sprintf("%04d-%02d-%02d", 1900 + $1 % 97, 1 + $1 % 12, 1 + $1 % 28)
        end = "<EndDate>" day "</EndDate>"
        start = "<StartDate>" day "</StartDate>"
        print "<Residence><Date>" day "</Date><KPI1PrimaryResidence>true</KPI1PrimaryResidence><KPI1EndDate>" day "</KPI1EndDate></Residence>"
        print "<CareStatus><Status>" ($1 % 2 ? "EARLY_HELP_PLAN" : "EARLY_HELP_REFERRAL") "</Status>" start end "</CareStatus>"
        print "<ETEStatus>" ($1 % 2 ? start : "") end "<Hours>" $1 "</Hours><ProvisionType>" ($1 % 4 ? "NONE" : "COLLEGE") "</ProvisionType></ETEStatus>"
        print "<InterventionProgramme><InterventionProgrammeID>P" $1 "</InterventionProgrammeID><DisposalType>REFERRAL_ORDER</DisposalType>" start end "</InterventionProgramme>"
    }'
    echo '<Links>'
    seq "$1" | sed 's|.*|<LinkOffenceInterventionProgramme><OffenceID>O1</OffenceID>\
<InterventionProgrammeID>P&</InterventionProgrammeID></LinkOffenceInterventionProgramme>|'
    echo '</Links></Child></YouthJusticeReturn>'
}

# heard N: one with a child that has N offences with an outcome each, and N remands with one id, that
# is linked to all of them.
heard() {
    linked "$1" | sed '/<InterventionProgramme>/,$d'
    yes '<Hearing><HearingID>H1</HearingID><HearingDate>2024-05-01</HearingDate><RemandDecision>REMAND_TO_YOUTH_DETENTION_ACCOMMODATION</RemandDecision></Hearing>' |
        head -n "$1"
    echo '<Links>'
    seq "$1" | sed 's|.*|<LinkHearingOffence><HearingID>H1</HearingID><OffenceID>&</OffenceID></LinkHearingOffence>|'
    echo '</Links></Child></YouthJusticeReturn>'
}

# Four times the records take about four times the time; a square would take sixteen times.
TIMEFORMAT='%U'
for kind in children wrong-order unknown disabilities episodes assessments factors reviews plans linked parallel heard; do
    times=()
    for number in 7500 30000; do
        case $kind in
        linked) linked $number ;;
        parallel) parallel $number ;;
        heard) heard $number ;;
        *) crowd $number $kind ;;
        esac >crowd.xml
        status=0
        { time timeout 60 "$statval" check --jobs 1 --format json crowd.xml >out 2>err || status=$?; } 2>used
        used=$(tail -n 1 used)
        times+=($((10#${used/./})))
        check "$number $kind: status $status" test $status -eq 1
    done
    check "$kind: 7,500 take ${times[0]} ms, 30,000 take ${times[1]} ms" \
        test "${times[1]}" -lt $((9 * times[0] + 200))
    check "$kind: the report has no end" test "$(tail -n 2 out)" = $'  ]\n}'
done

finish
