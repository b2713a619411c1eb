/* Reviews before a move to the next phase of education: when the plan was due, and when it came. */
#include "../facts.h"

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-720", .severity = SV_ERROR, .first_year = 2025,
         FIELDS(AT(ActivePlans, PhaseTransferDueDate), AT(ActivePlans, PhaseTransferFinalDate)),
         .message = "There is a final plan after a phase transfer review, but no day by which it "
                    "was due.",
         .why = "A phase transfer is the move to the next phase of education, such as from primary "
                "to secondary school. The plan for it is due by 15 February, or by 31 March before "
                "a move from secondary school to a post-16 setting: enter the due date too. If "
                "there was no such move, clear the date of the final plan.",
         IMPLIED("section 2.5, items 5.6a and 5.6b."))
{
    return present(row->PhaseTransferFinalDate) && missing(row->PhaseTransferDueDate);
}

static bool is_day_in(struct sv_date date, int month, int day)
{
    return date.month == month && date.day == day;
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-721", .severity = SV_QUERY, .first_year = 2025,
         FIELDS(AT(ActivePlans, PhaseTransferDueDate)),
         .message = "The phase transfer due date is neither 15 February nor 31 March.",
         .why = "By law a plan for a move to the next phase is due by 15 February, or by 31 March "
                "before a move from secondary school to a post-16 setting. The item is this day, "
                "not the one on which the plan was sent. A move between post-16 settings at "
                "another time of the year has a limit of five months: that can be explained.",
         IMPLIED("section 2.5, item 5.6a."))
{
    if (!readable(row->PhaseTransferDueDate))
        return false;
    struct sv_date due = sv_date_of(row->PhaseTransferDueDate.number);
    return !is_day_in(due, 2, 15) && !is_day_in(due, 3, 31);
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-722", .severity = SV_QUERY, .first_year = 2025,
         FIELDS(AT(ActivePlans, PhaseTransferDueDate)),
         .message = "The phase transfer due date is neither in the year of the census nor in the "
                    "one before.",
         .why = "The return takes the moves of two calendar years: that of the period, and that of "
                "the census day. A date of an earlier year is left over from the move before and "
                "is to be cleared, or its year is mistyped.",
         IMPLIED("section 2.5, item 5.6a."))
{
    return before_day(row->PhaseTransferDueDate, sv_day_of(ctx->year - 1, 1, 1)) ||
           after_day(row->PhaseTransferDueDate, sv_day_of(ctx->year, 12, 31));
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-723", .severity = SV_ERROR, .first_year = 2025,
         FIELDS(AT(ActivePlans, PhaseTransferFinalDate)), READS(TABLE_Header),
         .message = "The final plan after a phase transfer review is dated after the file was "
                    "made.",
         .why =
             "The date is that on which the final plan was sent out; it is compared with the day "
             "in the header of the file. The day by which the plan is due has an item of its "
             "own, and may lie ahead. Clear a day that was only planned, or correct the year.",
         IMPLIED("section 2.5, item 5.6b."))
{
    return after_day(row->PhaseTransferFinalDate, file_date(ctx));
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-724", .severity = SV_QUERY, .first_year = 2025,
         FIELDS(AT(ActivePlans, PhaseTransferDueDate), AT(ActivePlans, PhaseTransferFinalDate)),
         .message = "The final plan after a phase transfer review came later than it was due.",
         .why = "A plan that was sent on the due date itself is in time. Check both dates: the due "
                "date may be that of another move, and the final date that of a later change of "
                "the plan. Where the plan was late in fact, leave the dates and explain it.",
         PLAUSIBILITY("section 2.5, items 5.6a and 5.6b."))
{
    return after(row->PhaseTransferFinalDate, row->PhaseTransferDueDate);
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-725", .severity = SV_QUERY, .first_year = 2026,
         FIELDS(AT(ActivePlans, PhaseTransferDueDate)), READS(TABLE_Person, TABLE_NamedPlan),
         .message = "By age the child is in Year 6 or Year 11, but there is no phase transfer due "
                    "date.",
         .why = "Who leaves primary school or Year 11 next summer moves to another phase, and the "
                "plan has to name the new setting in time. The year group is taken from the age on "
                "31 August before the census, 10 or 15. Enter the due date. A child who is in "
                "another year group, or stays in an all-through school, can be explained.",
         PLAUSIBILITY("section 2.5, item 5.6a; compulsory from 2026."))
{
    int age = age_at_school_year_start(ctx, person_of(row));
    return missing(row->PhaseTransferDueDate) && (age == 10 || age == 15) &&
           has_plan_active(request_of(row));
}
