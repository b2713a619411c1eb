/* Named plans: their start, personal budgets and work-based learning. */
#include "../facts.h"

ROW_RULE(NamedPlan, .code = "LOCAL-SEN2-501", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(NamedPlan, StartDate)), .message = "The plan has no start date.",
         .why = "Every plan has the date of the current plan, which stands on its front page. "
                "Without it the plan is not active on the census day, and other rules cannot look "
                "at it. A plan that came from another authority keeps the date it had there.",
         IMPLIED("section 2.4, item 4.1."))
{
    return missing(row->StartDate);
}

ROW_RULE(NamedPlan, .code = "LOCAL-SEN2-502", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(NamedPlan, StartDate), AT(Person, PersonBirthDate)),
         .message = "The plan starts before the person was born.",
         .why =
             "One of the two dates is mistyped; look at the year first. Or the plan hangs on the "
             "wrong person, often a younger brother or sister.",
         IMPLIED("section 2.4, item 4.1."))
{
    return before(row->StartDate, person_of(row)->PersonBirthDate);
}

ROW_RULE(NamedPlan, .code = "LOCAL-SEN2-503", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(NamedPlan, StartDate)), .message = "The plan starts after the census day.",
         .why =
             "The return shows the plans that were there on the census day, and what happened in "
             "the calendar year before. A plan that starts later belongs to next year's return; "
             "or the year of the date is mistyped.",
         IMPLIED("section 2.4, item 4.1."))
{
    return after_day(row->StartDate, census_day(ctx));
}

ROW_RULE(NamedPlan, .code = "LOCAL-SEN2-504", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(NamedPlan, StartDate), AT(Assessment, AssessmentOutcomeDate)),
         .message = "The plan starts before the day on which it was issued.",
         .why =
             "A new plan (assessment outcome Y) is in force from the day on which the final plan "
             "is sent out, so both dates should be the same or nearly so. Perhaps the start is "
             "that of the draft, or the outcome date that of an amended plan.",
         IMPLIED("section 2.4, item 4.1."))
{
    const struct Assessment *assessment = PARENT(Assessment, row);
    return is_code(assessment->AssessmentOutcome, AssessmentOutcome_Y) &&
           before(row->StartDate, assessment->AssessmentOutcomeDate);
}

ROW_RULE(NamedPlan, .code = "LOCAL-SEN2-505", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(NamedPlan, StartDate), AT(Assessment, AssessmentOutcome)),
         READS(TABLE_ActivePlans),
         .message = "The assessment is historical (H), but the plan starts in the period or later.",
         .why = "H stands for a plan that was decided on before 1 January of the period. If the "
                "plan is new, the outcome is Y, with the day of issue. If it came from another "
                "authority, say from which (TransferLA). An older plan that was amended this year, "
                "and has the date of the amended plan, can be explained.",
         IMPLIED("section 2.4, item 4.1."))
{
    const struct Assessment *assessment = PARENT(Assessment, row);
    return is_code(assessment->AssessmentOutcome, AssessmentOutcome_H) &&
           not_transferred_in(request_of(row)) && readable(row->StartDate) &&
           !before_day(row->StartDate, ctx->period_start);
}

ROW_RULE(NamedPlan, .code = "LOCAL-SEN2-506", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(NamedPlan, StartDate)),
         .message = "The plan starts before 1 September 2014, when plans of this kind began.",
         .why = "Education, health and care plans replaced statements of special needs from that "
                "day on. A date before it is mostly that of the statement: give the date of the "
                "plan that took its place.",
         PLAUSIBILITY("section 2.4, item 4.1; Children and Families Act 2014."))
{
    return before_day(row->StartDate, sv_day_of(2014, 9, 1));
}

ROW_RULE(NamedPlan, .code = "LOCAL-SEN2-507", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(NamedPlan, StartDate), AT(Person, PersonBirthDate)),
         .message = "The person was 25 or older when the plan started.",
         .why =
             "A plan can be made for a young person up to the age of 25. Check the date of birth "
             "and the start of the plan. Where the date is that of an amended plan of somebody "
             "who turned 25 in that academic year, explain it.",
         PLAUSIBILITY("section 2.4, item 4.1."))
{
    return has_turned(person_of(row), 25, day_of(row->StartDate));
}

ROW_RULE(NamedPlan, .code = "LOCAL-SEN2-508", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(NamedPlan, PB)),
         .message = "The plan does not say whether a personal budget was taken up.",
         .why = "Answer 1 when a personal budget is in place for this plan, else 0. A blank does "
                "not count as no. If the case system leaves the box empty for no, have the export "
                "write 0.",
         IMPLIED("section 2.4, item 4.4a."))
{
    return missing(row->PB);
}

ROW_RULE(
    NamedPlan, .code = "LOCAL-SEN2-509", .severity = SV_ERROR, .first_year = 2023,
    FIELDS(AT(NamedPlan, OA)),
    .message = "There is a personal budget, but not whether arrangements are organised for it.",
    .why = "Organised arrangements means that the authority or a school keeps the money and "
           "buys what was agreed. Answer 1 or 0; it can be 1 beside a direct payment.",
    IMPLIED("section 2.4, item 4.4b."))
{
    return is_code(row->PB, YesNo_1) && missing(row->OA);
}

ROW_RULE(NamedPlan, .code = "LOCAL-SEN2-510", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(NamedPlan, PB), AT(NamedPlan, OA), AT(NamedPlan, DP)),
         .message = "There is a personal budget, but neither organised arrangements nor a payment.",
         .why = "A personal budget reaches the family as organised arrangements, as a direct "
                "payment, or both. Look at how it is used and record that; if it was agreed but "
                "never taken up, the answer to the budget itself is 0. Money held by a third party "
                "can be explained.",
         IMPLIED("section 2.4, items 4.4a to 4.4c."))
{
    return is_code(row->PB, YesNo_1) && !is_code(row->OA, YesNo_1) && missing(row->DP);
}

ROW_RULE(NamedPlan, .code = "LOCAL-SEN2-511", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(NamedPlan, PB), AT(NamedPlan, OA), AT(NamedPlan, DP)),
         .message = "There are arrangements or a payment, but no personal budget was taken up.",
         .why = "Organised arrangements and direct payments are the two ways of using a personal "
                "budget. If one of them is in place, the budget was taken up (1). If the budget "
                "ended, clear the other two as well.",
         IMPLIED("section 2.4, items 4.4a to 4.4c."))
{
    return is_code(row->PB, YesNo_0) && (is_code(row->OA, YesNo_1) || present(row->DP));
}

ROW_RULE(NamedPlan, .code = "LOCAL-SEN2-512", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(NamedPlan, PlanWBP)), READS(TABLE_Person),
         .message = "The plan names work-based learning for a child under 16.",
         .why = "Apprenticeships, traineeships and supported internships are for young people over "
                "16. The age is taken on the census day, or on the day on which the plan ceased. "
                "Check the date of birth and what section I of the plan says.",
         PLAUSIBILITY("section 2.4, item 4.3."))
{
    sv_day day = present(row->CeaseDate) ? day_of(row->CeaseDate) : census_day(ctx);
    return present(row->PlanWBP) && younger_than(person_of(row), 16, day);
}
