/* Requirements of youth rehabilitation orders. */
#include "../facts.h"

ROW_RULE(
    outcome, .code = "YJ-160", .severity = SV_ERROR, .first_year = 2022, READS(TABLE_requirement),
    .message = "The youth rehabilitation order has no requirement.",
    .why = "Every such order has at least one. Enter the requirements from the court's record.",
    LAW("Sentencing Act 2020, sections 173 to 190."))
{
    return is_code(row->LegalOutcome, LegalOutcome_YOUTH_REHABILITATION_ORDER) &&
           !first_below(ctx, row, TABLE_requirement);
}

ROW_RULE(requirement, .code = "YJ-161", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(requirement, Requirement)), READS(TABLE_outcome),
         .message = "The requirement stands under an outcome that is no rehabilitation order.",
         .why = "Requirements belong to youth rehabilitation orders. Move it to the right outcome. "
                "Conditions of a licence may be stored here too; then nothing is wrong.",
         OWN("which orders have requirements."))
{
    return is_other_code(PARENT(outcome, row)->LegalOutcome,
                         LegalOutcome_YOUTH_REHABILITATION_ORDER);
}

/* Whether the child had not turned so many years when the order was made. */
static bool was_under(const struct requirement *row, int years)
{
    return is_under(child_of(row), years, day(PARENT(outcome, row)->OutcomeDate));
}

ROW_RULE(requirement, .code = "YJ-162", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(requirement, Requirement)), READS(TABLE_outcome),
         .message = "Unpaid work was ordered for a child under 16.",
         .why = "Courts can order unpaid work for those of 16 and 17. Check the requirement, the "
                "date of the order, and the date of birth.",
         LAW("Sentencing Act 2020, schedule 6."))
{
    return is_code(row->Requirement, Requirement_UNPAID_WORK) && was_under(row, 16);
}

ROW_RULE(requirement, .code = "YJ-163", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(requirement, UnpaidWorkMandatedHours)),
         .message = "Unpaid work is missing its hours, or has not 40 to 240 of them.",
         .why = "Enter the hours that the court ordered, 40 at least and 240 at most.",
         LAW("Sentencing Act 2020, schedule 6."))
{
    double hours = hours_of(ctx, row->UnpaidWorkMandatedHours);
    bool wrong = hours >= 0 && (hours < 40 || hours > 240);
    return is_code(row->Requirement, Requirement_UNPAID_WORK) &&
           (missing(row->UnpaidWorkMandatedHours) || wrong);
}

ROW_RULE(requirement, .code = "YJ-164", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(requirement, UnpaidWorkCompletedHours)),
         .message = "More hours of unpaid work were done than ordered.",
         .why = "Compare both numbers with the order and the record of the work.",
         OWN("the two numbers contradict each other."))
{
    double ordered = hours_of(ctx, row->UnpaidWorkMandatedHours);
    double done = hours_of(ctx, row->UnpaidWorkCompletedHours);
    return ordered >= 0 && done > ordered;
}

ROW_RULE(requirement, .code = "YJ-165", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(requirement, UnpaidWorkMandatedHours)),
         .message = "Hours of unpaid work stand on another requirement.",
         .why = "Move the hours to the requirement of unpaid work, or correct the requirement.",
         OWN("only unpaid work has these hours."))
{
    return is_other_code(row->Requirement, Requirement_UNPAID_WORK) &&
           (present(row->UnpaidWorkMandatedHours) || present(row->UnpaidWorkCompletedHours));
}

ROW_RULE(requirement, .code = "YJ-166", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(requirement, Requirement)), READS(TABLE_outcome),
         .message = "Intensive supervision or fostering was ordered for a child under 15.",
         .why = "Below 15 these are only for persistent offenders. Check the requirement, the date "
                "of the order, and the date of birth; if all are right, say so.",
         LAW("Sentencing Act 2020, sections 173 to 190."))
{
    return in_set(row->Requirement, CODE_BIT(Requirement, INTENSIVE_SUPERVISION_AND_SURVEILLANCE) |
                                        CODE_BIT(Requirement, INTENSIVE_FOSTERING)) &&
           was_under(row, 15);
}
