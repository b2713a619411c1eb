/* What goes with the outcome of an assessment: mediation, appeals, the 20 weeks, the plan. */
#include "../facts.h"

static bool is_decided(const struct Assessment *row)
{
    return is_either(row->AssessmentOutcome, AssessmentOutcome_Y, AssessmentOutcome_N);
}

static bool is_undecided(const struct Assessment *row)
{
    return is_either(row->AssessmentOutcome, AssessmentOutcome_A, AssessmentOutcome_W);
}

/* An answer that every decided assessment needs. */
#define ANSWER_RULE(code_, field, message_, ...)                                                   \
    ROW_RULE(Assessment, .code = (code_), .severity = SV_ERROR, .first_year = 2023,                \
             FIELDS(AT(Assessment, field)), .message = (message_), __VA_ARGS__)                    \
    {                                                                                              \
        return is_decided(row) && missing(row->field);                                             \
    }

ANSWER_RULE("LOCAL-SEN2-413", AssessmentMediation,
            "The return does not say whether there was mediation about the decision to issue.",
            .why =
                "For an assessment that ended with Y or N the answer is 1 when a mediation "
                "meeting about that decision was held, else 0. A certificate that mediation was "
                "considered is no meeting. Ask the mediation provider or look at the case notes.",
            IMPLIED("section 2.3, item 3.3."))

ANSWER_RULE("LOCAL-SEN2-414", AssessmentTribunal,
            "The return does not say whether there was an appeal about the decision to issue.",
            .why =
                "For an assessment that ended with Y or N the answer is 1 when an appeal against "
                "not issuing a plan was registered with the tribunal, however it ended, else 0. "
                "The tribunal's letters give the day of registration.",
            IMPLIED("section 2.3, item 3.4."))

ANSWER_RULE("LOCAL-SEN2-415", OtherMediation,
            "The return does not say whether there was mediation about other matters.",
            .why = "Other matters are all that can be appealed besides the decision to issue: what "
                   "the plan says, the school that it names, or ceasing it. Answer 1 when a "
                   "mediation meeting about one of these was held, else 0.",
            IMPLIED("section 2.3, item 3.5."))

ANSWER_RULE("LOCAL-SEN2-416", OtherTribunal,
            "The return does not say whether there was an appeal about other matters.",
            .why = "Other matters are all that can be appealed besides the decision to issue: what "
                   "the plan says, the school that it names, or ceasing it. Answer 1 when such an "
                   "appeal was registered with the tribunal, else 0.",
            IMPLIED("section 2.3, item 3.6."))

ROW_RULE(Assessment, .code = "LOCAL-SEN2-417", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Assessment, Week20)),
         .message = "The plan was issued, but not whether exceptions to the 20 weeks apply.",
         .why = "A final plan is due within 20 weeks of the day on which the request was received. "
                "Answer 1 when one of the exceptions in the regulations applies: the school or "
                "college was closed, appointments were missed, the child was away from the area, "
                "or there were exceptional personal circumstances. Else answer 0, late or not.",
         IMPLIED("section 2.3, item 3.7."))
{
    return is_code(row->AssessmentOutcome, AssessmentOutcome_Y) &&
           present(row->AssessmentOutcomeDate) && missing(row->Week20);
}

ROW_RULE(Assessment, .code = "LOCAL-SEN2-418", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Assessment, AssessmentMediation), AT(Assessment, AssessmentTribunal),
                AT(Assessment, OtherMediation), AT(Assessment, OtherTribunal),
                AT(Assessment, Week20)),
         .message = "Mediation, an appeal or an exception is given, although nothing was decided.",
         .why = "While an assessment is undecided (A), or when it was withdrawn (W), there is no "
                "decision to mediate, to appeal against or to be late with. Look at whether the "
                "outcome was not updated after the decision, or the answer is on the wrong record.",
         EXPLICIT("section 2.3, item 3.1."))
{
    return is_undecided(row) &&
           (is_code(row->AssessmentMediation, YesNo_1) ||
            is_code(row->AssessmentTribunal, YesNo_1) || is_code(row->OtherMediation, YesNo_1) ||
            is_code(row->OtherTribunal, YesNo_1) || is_code(row->Week20, YesNo_1));
}

/* The assessment has a named plan, or its request an active plan. */
static bool has_later_stage(const struct sv_context *ctx, const struct Assessment *row)
{
    return first_below(ctx, row, TABLE_NamedPlan) || request_of(row)->active;
}

ROW_RULE(Assessment, .code = "LOCAL-SEN2-419", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Assessment, AssessmentOutcome)), READS(TABLE_NamedPlan, TABLE_ActivePlans),
         .message = "There is a plan, although the assessment says that none was decided on.",
         .why = "With outcome A the decision is still to be made, with W the assessment was given "
                "up: neither leads to a plan. If the plan is real, record the decision and its "
                "date; if it is a draft, leave the plan out of the return.",
         EXPLICIT("section 2.3, item 3.1."))
{
    return is_undecided(row) && has_later_stage(ctx, row);
}

ROW_RULE(Assessment, .code = "LOCAL-SEN2-420", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Assessment, AssessmentOutcome)), READS(TABLE_NamedPlan, TABLE_ActivePlans),
         .message = "There is a plan, although issuing one was refused and nothing overturned it.",
         .why = "The outcome stays N when a refusal is overturned later, and mediation or tribunal "
                "is then 1. Here both are not. Record the meeting or the appeal; or, if the "
                "authority changed its mind for another reason, explain it.",
         IMPLIED("section 2.3, item 3.1."))
{
    return is_code(row->AssessmentOutcome, AssessmentOutcome_N) &&
           !is_code(row->AssessmentMediation, YesNo_1) &&
           !is_code(row->AssessmentTribunal, YesNo_1) && has_later_stage(ctx, row);
}

ROW_RULE(Assessment, .code = "LOCAL-SEN2-421", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Assessment, AssessmentOutcome)), READS(TABLE_NamedPlan),
         .message = "A plan exists, but the record of what it names is missing.",
         .why = "A plan that was issued (Y with a date), or that is older or came from another "
                "authority (H), needs its named plan: start date, setting, personal budget, and "
                "the end if it has ceased. The export leaves it out when the plan is not linked to "
                "this assessment in the case system.",
         EXPLICIT("section 2.4, named plan."))
{
    bool issued =
        is_code(row->AssessmentOutcome, AssessmentOutcome_Y) && present(row->AssessmentOutcomeDate);
    return (issued || is_code(row->AssessmentOutcome, AssessmentOutcome_H)) &&
           !first_below(ctx, row, TABLE_NamedPlan);
}

ROW_RULE(
    Assessment, .code = "LOCAL-SEN2-422", .severity = SV_QUERY, .first_year = 2023,
    FIELDS(AT(Assessment, AssessmentOutcome), AT(Assessment, AssessmentMediation),
           AT(Assessment, AssessmentTribunal)),
    .message = "The decision was to issue a plan, and yet it was mediated or appealed against.",
    .why = "Nobody appeals against getting a plan. As a rule the first decision was a refusal "
           "that was overturned: then the outcome stays N, with the date of the refusal. If "
           "it was about what the plan says, use the items for other matters.",
    IMPLIED("section 2.3, item 3.1."))
{
    return is_code(row->AssessmentOutcome, AssessmentOutcome_Y) &&
           (is_code(row->AssessmentMediation, YesNo_1) ||
            is_code(row->AssessmentTribunal, YesNo_1));
}

/* Issuing, or refusing, took more than so many days from the day the request was received. */
static bool took_longer(const struct Assessment *row, int days)
{
    return longer_than(request_of(row)->ReceivedDate, row->AssessmentOutcomeDate, days);
}

ROW_RULE(Assessment, .code = "LOCAL-SEN2-423", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Assessment, AssessmentOutcomeDate), AT(Assessment, Week20),
                AT(Requests, ReceivedDate)),
         .message = "The plan took more than 20 weeks, and no exception is claimed.",
         .why = "The 20 weeks (140 days) count from the day on which the authority received the "
                "request to the day on which it issued the final plan. Check both dates, and "
                "whether an exception applies: the school or college was closed, appointments were "
                "missed, the child was away from the area, or there were exceptional personal "
                "circumstances. A plan that was simply late stays as it is: it counts as late in "
                "the published figures.",
         PLAUSIBILITY("section 2.3, item 3.7."))
{
    return is_code(row->AssessmentOutcome, AssessmentOutcome_Y) && is_code(row->Week20, YesNo_0) &&
           took_longer(row, 140);
}

ROW_RULE(Assessment, .code = "LOCAL-SEN2-424", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Assessment, AssessmentOutcomeDate), AT(Requests, ReceivedDate)),
         .message = "The decision not to issue a plan took more than 16 weeks.",
         .why = "The 16 weeks (112 days) count from the day on which the authority received the "
                "request to the day on which it told the parents or the young person. Check both "
                "dates. A decision that was simply late stays as it is.",
         PLAUSIBILITY("section 2.3; the limit of the published statistics."))
{
    return is_code(row->AssessmentOutcome, AssessmentOutcome_N) && took_longer(row, 112);
}

ROW_RULE(Assessment, .code = "LOCAL-SEN2-425", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Assessment, AssessmentOutcomeDate), AT(Requests, ReceivedDate)),
         .message = "More than two years lie between the request and the outcome.",
         .why = "So long a time (730 days) is mostly a mistyped year, or an assessment that hangs "
                "on an earlier request which had been refused. A case that was at the tribunal for "
                "long can be explained.",
         PLAUSIBILITY("section 2.3."))
{
    return is_decided(row) && took_longer(row, 730);
}

ROW_RULE(Assessment, .code = "LOCAL-SEN2-426", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Assessment, AssessmentOutcomeDate), AT(Requests, ReceivedDate)),
         .message = "The plan was issued less than two weeks after the request was received.",
         .why = "Advice has to be asked for and a draft sent out for at least 15 days, so a plan "
                "cannot be made within 14 days. One of the dates is wrong: often the day on which "
                "the request was entered stands for the day on which it came in.",
         PLAUSIBILITY("section 2.3."))
{
    return is_code(row->AssessmentOutcome, AssessmentOutcome_Y) &&
           days_between(request_of(row)->ReceivedDate, row->AssessmentOutcomeDate, 14) < 14;
}
