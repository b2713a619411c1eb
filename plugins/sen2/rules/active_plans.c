/* Active plan records: whether they stand beside a named plan, and plans from other authorities. */
#include "../facts.h"

ROW_RULE(NamedPlan, .code = "LOCAL-SEN2-701", .severity = SV_ERROR, .first_year = 2023,
         READS(TABLE_ActivePlans),
         .message = "The plan is active on the census day, but has no active plan record.",
         .why =
             "A plan is active when it has started by the census day and has not ceased by then. "
             "Its active plan record says where the person is placed, what the needs are and "
             "when the plan was reviewed. If the plan has ended, enter its cease date and "
             "reason; otherwise look why the export has left the record out.",
         IMPLIED("sections 2.5, placements, and 1.3.1."))
{
    return row->is_active && !request_of(row)->active;
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-702", .severity = SV_ERROR, .first_year = 2023,
         READS(TABLE_NamedPlan),
         .message = "There is an active plan record, but the request has no named plan.",
         .why =
             "The named plan says when the plan started and what its section I names; the active "
             "plan record says what happens in fact. The one cannot be without the other under "
             "the same request. Add the named plan, with an assessment whose outcome is Y or H; "
             "or remove the record if no plan was ever issued.",
         IMPLIED("section 2.5, placements."))
{
    return !request_of(row)->plan;
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-703", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(ActivePlans, TransferLA), AT(Requests, RequestOutcome),
                AT(Assessment, AssessmentOutcome)),
         .message = "The plan came from another authority, but request and assessment are not both "
                    "historical (H).",
         .why =
             "Another authority took the request, made the assessment and decided on it, so that "
             "both outcomes are H here, even when the plan started in the year of the return. "
             "If your own authority made the plan, clear the authority it came from.",
         EXPLICIT("section 2.5, item 5.1, and section 2.3."))
{
    const struct Requests *request = request_of(row);
    const struct Assessment *assessment = request->assessment;
    return present(row->TransferLA) &&
           (!is_code(request->RequestOutcome, RequestOutcome_H) || !assessment ||
            !is_code(assessment->AssessmentOutcome, AssessmentOutcome_H));
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-704", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(ActivePlans, TransferLA)), READS(TABLE_Header),
         .message = "The plan is said to come from the authority that makes this return.",
         .why = "The item names the authority that had the plan before yours, for plans that came "
                "over in the calendar year of the return. It is compared with the authority in the "
                "header of the file. Clear it when the plan is your own; otherwise enter the "
                "number of the other authority, or XXX when it is not known.",
         IMPLIED("section 2.5, item 5.1."))
{
    const struct Header *header = header_of(ctx);
    return present(row->TransferLA) && present(header->LEA) &&
           strcmp(text_of_code(ctx, row->TransferLA, &OtherLA_list), text_of(ctx, header->LEA)) ==
               0;
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-706", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(ActivePlans, LastReview)), READS(TABLE_NamedPlan),
         .message = "The plan started before the period, but has no date of an annual review "
                    "decision.",
         .why = "Plans are reviewed at least once a year, so one that is active on the census day "
                "and started before 1 January of the period has had a review by now. The date is "
                "that of the letter with the authority's decision, not that of the meeting. Enter "
                "it; if no decision has been made yet, or the review is overdue, explain it. Plans "
                "from another authority are left out here.",
         IMPLIED("section 2.5, annual review decision date."))
{
    return missing(row->TransferLA) && missing(row->LastReview) &&
           has_older_active_plan(ctx, request_of(row));
}
