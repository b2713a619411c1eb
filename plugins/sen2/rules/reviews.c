/* Annual reviews: the meeting, the decision, and the draft of an amended plan. */
#include "../facts.h"

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-707", .severity = SV_QUERY, .first_year = 2025,
         FIELDS(AT(ActivePlans, ReviewMeeting)), READS(TABLE_NamedPlan),
         .message = "The plan started before the period, but has no date of an annual review "
                    "meeting.",
         .why =
             "A plan that is active on the census day and started before 1 January of the period "
             "should have had a review meeting by now. Schools often hold the meeting and send "
             "the report later: ask them for the date. Where no meeting was held, explain it. "
             "Plans from another authority are left out here.",
         IMPLIED("section 2.5, annual review meeting date."))
{
    return missing(row->TransferLA) && missing(row->ReviewMeeting) &&
           has_older_active_plan(ctx, request_of(row));
}

static bool is_decision_missing(const struct ActivePlans *row)
{
    return present(row->LastReview) && missing(row->ReviewOutcome);
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-708", .severity = SV_QUERY, .first_year = 2024,
         .last_year = 2024, FIELDS(AT(ActivePlans, ReviewOutcome)),
         .message = "There is a date of the annual review decision, but not the decision itself.",
         .why = "After a review the authority decides to maintain the plan (M), to amend it (A) or "
                "to cease it (C), and writes to the family. In 2024 the decision is new and "
                "voluntary: give it where the case system holds it.",
         EXPLICIT("section 2.5, annual review decision; voluntary in 2024."))
{
    return is_decision_missing(row);
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-708", .severity = SV_ERROR, .first_year = 2025,
         FIELDS(AT(ActivePlans, ReviewOutcome)),
         .message = "There is a date of the annual review decision, but not the decision itself.",
         .why = "After a review the authority decides to maintain the plan (M), to amend it (A) or "
                "to cease it (C), and writes to the family. The date is that of this letter, so "
                "take the decision from it. Where the date is that of a meeting which no decision "
                "has followed yet, it belongs in the meeting date.",
         EXPLICIT("section 2.5, annual review decision."))
{
    return is_decision_missing(row);
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-709", .severity = SV_ERROR, .first_year = 2024,
         FIELDS(AT(ActivePlans, LastReview)),
         .message = "There is an annual review decision, but not its date.",
         .why = "The date is that on which the authority wrote to the family with its decision "
                "after the annual review. Take it from the letter. If the letter has not been "
                "sent, there is no decision yet: clear it.",
         IMPLIED("section 2.5, annual review decision date."))
{
    return present(row->ReviewOutcome) && missing(row->LastReview);
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-710", .severity = SV_ERROR, .first_year = 2024,
         FIELDS(AT(ActivePlans, ReviewMeeting), AT(ActivePlans, LastReview)),
         .message = "The annual review decision is dated before the review meeting.",
         .why = "The decision follows the meeting, on the same day at the earliest. Mostly the "
                "meeting is this year's and the decision still last year's: both dates, and the "
                "decision, must be those of the same review. Otherwise one of them is mistyped.",
         IMPLIED("section 2.5, annual review dates."))
{
    return before(row->LastReview, row->ReviewMeeting);
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-711", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(ActivePlans, ReviewMeeting), AT(ActivePlans, LastReview)),
         .message = "The annual review decision came more than four weeks after the meeting.",
         .why = "The authority has four weeks, counted from the day of the meeting, to tell the "
                "family its decision; the 28th day is still in time. Check both dates, above all "
                "whether they belong to the same review. A decision that was late in fact stays "
                "as it is, with a note.",
         PLAUSIBILITY("section 2.5, annual review dates."))
{
    return longer_than(row->ReviewMeeting, row->LastReview, 28);
}

/* A date of the review lies before the start of the plan that the request has. */
static bool is_before_plan(struct sv_value review, const struct ActivePlans *row)
{
    const struct NamedPlan *plan = request_of(row)->plan;
    return plan && before(review, plan->StartDate);
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-712", .severity = SV_QUERY, .first_year = 2023,
         .last_year = 2023, FIELDS(AT(ActivePlans, LastReview), AT(NamedPlan, StartDate)),
         .message = "The annual review is dated before the plan started.",
         .why =
             "Only a plan that is in force can be reviewed. Perhaps the date is that of the review "
             "of an earlier plan, or its year is mistyped. Where the start is that of a plan "
             "amended after this very review, explain it.",
         IMPLIED("section 2.5, item 5.4."))
{
    return is_before_plan(row->LastReview, row);
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-712", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(ActivePlans, ReviewMeeting), AT(ActivePlans, LastReview),
                AT(NamedPlan, StartDate)),
         .message = "The annual review meeting or decision is dated before the plan started.",
         .why = "Only a plan that is in force can be reviewed. Perhaps the dates of the review of "
                "an earlier plan were kept, or one of the years is mistyped. Where the start is "
                "that of a plan amended after this very review, explain it.",
         IMPLIED("section 2.5, annual review dates."))
{
    return is_before_plan(row->ReviewMeeting, row) || is_before_plan(row->LastReview, row);
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-713", .severity = SV_ERROR, .first_year = 2023,
         .last_year = 2023, FIELDS(AT(ActivePlans, LastReview)), READS(TABLE_Header),
         .message = "The annual review is dated later than the day on which the file was made.",
         .why = "What has not happened yet is not in the return. The day is compared with the one "
                "in the header of the file. Look whether the year is mistyped, or the date is that "
                "by which the next review is due.",
         IMPLIED("section 2.5, item 5.4."))
{
    return after_day(row->LastReview, file_date(ctx));
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-713", .severity = SV_ERROR, .first_year = 2024,
         FIELDS(AT(ActivePlans, ReviewMeeting), AT(ActivePlans, LastReview)), READS(TABLE_Header),
         .message = "The review meeting or decision is dated after the day on which the file was "
                    "made.",
         .why = "A planned meeting is not given until it has been held. Both dates are compared "
                "with the day in the header of the file; dates between the census day and that "
                "day are accepted. Look whether the year is mistyped, or the date is that by which "
                "the next review is due.",
         IMPLIED("section 2.5, annual review dates."))
{
    sv_day made = file_date(ctx);
    return after_day(row->ReviewMeeting, made) || after_day(row->LastReview, made);
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-714", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(ActivePlans, LastReview)), READS(TABLE_NamedPlan),
         .message = "The latest annual review decision lies before the period of the return.",
         .why = "A plan that was in force all through the period should have been reviewed in it. "
                "Enter the latest decision; the case system may hold it in a review that nobody "
                "has closed. If the review is overdue in fact, leave the date and explain it.",
         PLAUSIBILITY("section 2.5, annual review decision date."))
{
    return before_day(row->LastReview, ctx->period_start) &&
           has_older_active_plan(ctx, request_of(row));
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-715", .severity = SV_QUERY, .first_year = 2025,
         FIELDS(AT(ActivePlans, ReviewDraft), AT(ActivePlans, ReviewOutcome)),
         .message = "There is a date of a draft amended plan, but the decision was not to amend "
                    "(A).",
         .why = "A draft is sent out only when the review led to the decision to amend the plan. "
                "Either the decision is A, or it is blank and still has to be entered, or the "
                "draft belongs to an earlier review and its date is to be cleared.",
         IMPLIED("section 2.5, item 5.4d."))
{
    return present(row->ReviewDraft) && !is_code(row->ReviewOutcome, ReviewOutcome_A);
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-716", .severity = SV_QUERY, .first_year = 2026,
         FIELDS(AT(ActivePlans, ReviewDraft), AT(ActivePlans, ReviewOutcome)),
         .message = "The decision was to amend the plan, but the draft amended plan has no date.",
         .why = "The date is that on which the draft, or the notice of the proposed changes, went "
                "out to the family. Take it from the letter. If the draft has not been sent yet, "
                "leave it blank and explain it.",
         IMPLIED("section 2.5, item 5.4d; compulsory from 2026."))
{
    return is_code(row->ReviewOutcome, ReviewOutcome_A) && missing(row->ReviewDraft);
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-717", .severity = SV_ERROR, .first_year = 2025,
         FIELDS(AT(ActivePlans, ReviewDraft), AT(ActivePlans, ReviewMeeting)),
         .message = "The draft amended plan is dated before the review meeting.",
         .why = "The draft comes out of the review, so it is sent on the day of the meeting at the "
                "earliest. Mostly the meeting is this year's and the draft still that of the "
                "review before: give the dates of the same review.",
         IMPLIED("section 2.5, item 5.4d."))
{
    return before(row->ReviewDraft, row->ReviewMeeting);
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-718", .severity = SV_ERROR, .first_year = 2025,
         FIELDS(AT(ActivePlans, ReviewDraft)), READS(TABLE_Header),
         .message = "The draft amended plan is dated later than the day on which the file was "
                    "made.",
         .why = "The date is that on which the draft was sent out, not the day by which it is due. "
                "It is compared with the day in the header of the file. Clear a day that was only "
                "planned, or correct the year.",
         IMPLIED("section 2.5, item 5.4d."))
{
    return after_day(row->ReviewDraft, file_date(ctx));
}

/* Half a year. */
#define TIME_TO_CEASE 183

ROW_RULE(
    ActivePlans, .code = "LOCAL-SEN2-719", .severity = SV_QUERY, .first_year = 2024,
    FIELDS(AT(ActivePlans, ReviewOutcome), AT(ActivePlans, LastReview)), READS(TABLE_NamedPlan),
    .message = "It was decided over six months ago to cease the plan, but it is still active.",
    .why = "The days are counted from the date of the decision to the census day; more than "
           "183 are queried. If the plan has ended, enter its cease date and reason, and close "
           "the placements. While the family appeals the plan stays in force: that can be "
           "explained.",
    PLAUSIBILITY("section 2.5, annual review decision."))
{
    return is_code(row->ReviewOutcome, ReviewOutcome_C) &&
           before_day(row->LastReview, census_day(ctx) - TIME_TO_CEASE) &&
           has_plan_active(request_of(row));
}
