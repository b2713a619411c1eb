/* Assessments: the outcome, its date, and how it fits the request. */
#include "../facts.h"

ROW_RULE(Assessment, .code = "LOCAL-SEN2-401", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Assessment, AssessmentOutcome)), .message = "The assessment has no outcome.",
         .why = "Every assessment needs an outcome: Y when a plan is to be issued, N when not, A "
                "while nothing is decided, W when it was withdrawn, H when it was decided before "
                "the collection period. Look at where the assessment stands in the case system, "
                "and record the decision there.",
         IMPLIED("section 2.3, item 3.1."))
{
    return missing(row->AssessmentOutcome);
}

ROW_RULE(Assessment, .code = "LOCAL-SEN2-402", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Assessment, AssessmentOutcomeDate)),
         .message = "The authority decided not to issue a plan, but the day of this is missing.",
         .why = "For a decision not to issue (N) the date is the day on which the parents or the "
                "young person were told. The 16 weeks for it count from the day on which the "
                "request was received. The date stands on the decision letter.",
         EXPLICIT("section 2.3, item 3.2."))
{
    return is_code(row->AssessmentOutcome, AssessmentOutcome_N) &&
           missing(row->AssessmentOutcomeDate);
}

/* The plan of the assessment; NULL: there is none. */
static const struct NamedPlan *plan_of(const struct sv_context *ctx,
                                       const struct Assessment *assessment)
{
    return (const struct NamedPlan *)first_below(ctx, assessment, TABLE_NamedPlan);
}

/* A plan is to be issued, and no day is given on which it was. */
static bool lacks_day_of_issue(const struct Assessment *row)
{
    return is_code(row->AssessmentOutcome, AssessmentOutcome_Y) &&
           missing(row->AssessmentOutcomeDate);
}

ROW_RULE(Assessment, .code = "LOCAL-SEN2-403", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Assessment, AssessmentOutcomeDate)), READS(TABLE_NamedPlan),
         .message = "There is a plan with a start date, but not the day on which it was issued.",
         .why = "For a decision to issue (Y) the date is the day on which the final plan was sent "
                "out, which ends the 20 weeks. A plan that has started has been issued, so the day "
                "is known: take it from the letter that went with the final plan.",
         EXPLICIT("section 2.3, item 3.2."))
{
    const struct NamedPlan *plan = plan_of(ctx, row);
    return lacks_day_of_issue(row) && plan && present(plan->StartDate);
}

ROW_RULE(Assessment, .code = "LOCAL-SEN2-404", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Assessment, AssessmentOutcomeDate)), READS(TABLE_NamedPlan),
         .message = "A plan was decided on, but none has been issued yet.",
         .why =
             "This is right while the draft is out for comment or a place is being sought: then "
             "there is neither a date of issue nor a named plan, and a note says so. If the "
             "final plan has gone out, its date and the plan itself are missing from the export.",
         EXPLICIT("section 2.3, item 3.2."))
{
    return lacks_day_of_issue(row) && !plan_of(ctx, row);
}

ROW_RULE(Assessment, .code = "LOCAL-SEN2-405", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Assessment, AssessmentOutcomeDate)),
         .message = "There is a date of the outcome, although nothing was decided.",
         .why = "Outcome A says that the decision is still to be made, W that the assessment ended "
                "without one. With either there is no date. If the date is that of a decision, the "
                "outcome was not updated; if it is that of a withdrawal, leave it out.",
         EXPLICIT("section 2.3, items 3.1 and 3.2."))
{
    return is_either(row->AssessmentOutcome, AssessmentOutcome_A, AssessmentOutcome_W) &&
           present(row->AssessmentOutcomeDate);
}

ROW_RULE(Assessment, .code = "LOCAL-SEN2-406", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Assessment, AssessmentOutcomeDate), AT(Requests, ReceivedDate)),
         .message = "The outcome of the assessment is dated before the request was received.",
         .why = "The day on which the plan was issued, or refused, is compared with the day on "
                "which the request for the assessment came in. One of the two is mistyped, or the "
                "assessment hangs on a later request of the same person.",
         IMPLIED("section 2.3, item 3.2."))
{
    return before(row->AssessmentOutcomeDate, request_of(row)->ReceivedDate);
}

ROW_RULE(Assessment, .code = "LOCAL-SEN2-407", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Assessment, AssessmentOutcomeDate), AT(Requests, RequestOutcomeDate)),
         .message = "The assessment ended before it was decided whether to assess.",
         .why = "First the authority decides whether to assess, then it assesses, then it decides "
                "whether to issue a plan. Compare both decision letters. Where an early refusal "
                "was overturned, the request keeps its first date, which is the earlier one.",
         IMPLIED("section 2.3, item 3.2."))
{
    const struct Requests *request = request_of(row);
    return is_either(row->AssessmentOutcome, AssessmentOutcome_Y, AssessmentOutcome_N) &&
           is_either(request->RequestOutcome, RequestOutcome_Y, RequestOutcome_N) &&
           before(row->AssessmentOutcomeDate, request->RequestOutcomeDate);
}

ROW_RULE(Assessment, .code = "LOCAL-SEN2-408", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Assessment, AssessmentOutcomeDate)),
         .message = "The outcome of the assessment is dated after the census day.",
         .why = "The return covers the calendar year before the census and shows how things stood "
                "on the census day. A later outcome belongs to next year's return: give the "
                "assessment as undecided (A), unless the date is mistyped.",
         IMPLIED("section 2.3, item 3.2."))
{
    return after_day(row->AssessmentOutcomeDate, census_day(ctx));
}

ROW_RULE(Assessment, .code = "LOCAL-SEN2-409", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Assessment, AssessmentOutcome), AT(Assessment, AssessmentOutcomeDate)),
         .message = "The plan was issued before the collection period; the outcome has to be H.",
         .why = "Outcome Y counts a plan as newly issued in the year, which this one was not: its "
                "date lies before 1 January. Give H, for historical, so that it is counted as an "
                "existing plan only; or correct the date if the plan is new.",
         EXPLICIT("section 2.3, code H."))
{
    return is_code(row->AssessmentOutcome, AssessmentOutcome_Y) &&
           before_day(row->AssessmentOutcomeDate, ctx->period_start);
}

ROW_RULE(Assessment, .code = "LOCAL-SEN2-410", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Assessment, AssessmentOutcome), AT(Assessment, AssessmentOutcomeDate)),
         .message = "The decision not to issue a plan lies before the collection period.",
         .why = "An old refusal belongs in the return only when something still happened to it, "
                "such as mediation or an appeal about the decision, and none is recorded. Leave "
                "the assessment out, or record what kept it open; if it was overturned otherwise, "
                "explain it.",
         IMPLIED("sections 1.3 and 2.3."))
{
    return is_code(row->AssessmentOutcome, AssessmentOutcome_N) &&
           before_day(row->AssessmentOutcomeDate, ctx->period_start) &&
           !is_code(row->AssessmentMediation, YesNo_1) &&
           !is_code(row->AssessmentTribunal, YesNo_1);
}

ROW_RULE(Assessment, .code = "LOCAL-SEN2-411", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Assessment, AssessmentOutcome), AT(Assessment, AssessmentOutcomeDate)),
         READS(TABLE_ActivePlans),
         .message = "The outcome is historical (H), but dated in the collection period or later.",
         .why = "H is for decisions from before 1 January of the period, and for plans that came "
                "from another authority, which this one did not. If the date is right, the outcome "
                "is Y or N; if the plan was transferred in, say from where (TransferLA).",
         IMPLIED("section 2.3, code H."))
{
    return is_code(row->AssessmentOutcome, AssessmentOutcome_H) &&
           readable(row->AssessmentOutcomeDate) &&
           !before_day(row->AssessmentOutcomeDate, ctx->period_start) &&
           not_transferred_in(request_of(row));
}

ROW_RULE(Assessment, .code = "LOCAL-SEN2-412", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Assessment, AssessmentOutcome), AT(Requests, RequestOutcome)),
         .message = "The assessment is historical, but the decision to assess lies in the period.",
         .why =
             "What was decided to be assessed within the collection period (Y) cannot have ended "
             "before it (H). Either the request is historical as well, or the assessment has an "
             "outcome of this year. Compare the dates of both decisions.",
         IMPLIED("section 2.3, code H."))
{
    return is_code(request_of(row)->RequestOutcome, RequestOutcome_Y) &&
           is_code(row->AssessmentOutcome, AssessmentOutcome_H);
}
