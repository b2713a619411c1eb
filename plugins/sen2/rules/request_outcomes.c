/* What goes with the outcome of a request: mediation, appeals, later stages, a move away. */
#include "../facts.h"

static bool is_undecided(const struct Requests *row)
{
    return is_either(row->RequestOutcome, RequestOutcome_A, RequestOutcome_W);
}

static bool has_dispute(const struct Requests *row)
{
    return is_code(row->RequestMediation, YesNo_1) || is_code(row->RequestTribunal, YesNo_1);
}

/* An answer that every decided request needs. */
#define ANSWER_RULE(code_, field, message_, ...)                                                   \
    ROW_RULE(Requests, .code = (code_), .severity = SV_ERROR, .first_year = 2023,                  \
             FIELDS(AT(Requests, field)), .message = (message_), __VA_ARGS__)                      \
    {                                                                                              \
        return is_either(row->RequestOutcome, RequestOutcome_Y, RequestOutcome_N) &&               \
               missing(row->field);                                                                \
    }

ANSWER_RULE("LOCAL-SEN2-318", RequestMediation,
            "The return does not say whether there was mediation about the decision to assess.",
            .why =
                "For a request that was decided (Y or N) the answer is 1 when a mediation "
                "meeting about that decision was held, else 0. A certificate that mediation was "
                "considered is no meeting. Ask the mediation provider or look at the case notes.",
            IMPLIED("section 2.2, request mediation."))

ANSWER_RULE("LOCAL-SEN2-319", RequestTribunal,
            "The return does not say whether there was an appeal about the decision to assess.",
            .why = "For a request that was decided (Y or N) the answer is 1 when an appeal against "
                   "the refusal to assess was registered with the tribunal, however it ended, else "
                   "0. The tribunal's letters give the day of registration.",
            IMPLIED("section 2.2, request tribunal."))

ROW_RULE(Requests, .code = "LOCAL-SEN2-320", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Requests, RequestOutcome), AT(Requests, RequestMediation),
                AT(Requests, RequestTribunal)),
         .message = "The decision was to assess, and yet it was mediated or appealed against.",
         .why = "Nobody appeals against being assessed. As a rule the first decision was a refusal "
                "that was overturned: then the outcome stays N, with the date of the refusal, and "
                "the assessment follows all the same. Otherwise clear the answer.",
         IMPLIED("section 2.2, request outcome."))
{
    return is_code(row->RequestOutcome, RequestOutcome_Y) && has_dispute(row);
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-321", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Requests, RequestMediation), AT(Requests, RequestTribunal)),
         .message = "Mediation or an appeal is given, although nothing was decided.",
         .why = "While a request is undecided (A), or when it was withdrawn (W), there is no "
                "decision to mediate or to appeal against. Look whether the outcome was not "
                "updated, or the answer belongs to another request of the person.",
         EXPLICIT("section 2.2, request outcome."))
{
    return is_undecided(row) && has_dispute(row);
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-322", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Requests, RequestOutcome)), READS(TABLE_Assessment, TABLE_ActivePlans),
         .message = "There is an assessment or a plan, although it was not decided to assess.",
         .why = "With outcome A the decision is still to be made, with W the request was given up: "
                "neither leads to an assessment. If there is one, record the decision and its "
                "date; if not, take the later records out of the export.",
         IMPLIED("section 2.2, request outcome."))
{
    return is_undecided(row) && (row->assessment || row->active);
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-323", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Requests, RequestOutcome)), READS(TABLE_Assessment, TABLE_ActivePlans),
         .message = "There is an assessment, although it was refused and nothing overturned that.",
         .why = "The outcome stays N when a refusal is overturned later, and mediation or tribunal "
                "is then 1. Here both are not. Record the meeting or the appeal; or, if the "
                "authority changed its mind for another reason, explain it.",
         IMPLIED("section 2.2, request outcome."))
{
    bool assessed = row->assessment && present(row->assessment->AssessmentOutcome);
    return is_code(row->RequestOutcome, RequestOutcome_N) && !has_dispute(row) &&
           (assessed || row->active);
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-324", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Requests, RequestOutcome)), READS(TABLE_Assessment),
         .message = "It was decided to assess, but there is no record of an assessment.",
         .why = "After the decision to assess (Y or H) every request has an assessment, with "
                "outcome A as long as it goes on. Only who moved away before it was complete "
                "needs none, and then the other authority is named (Exported). The export leaves "
                "it out when it is not linked to the request in the case system.",
         IMPLIED("section 2.3, assessments."))
{
    return is_either(row->RequestOutcome, RequestOutcome_Y, RequestOutcome_H) &&
           missing(row->Exported) && !row->assessment;
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-325", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Requests, Exported)), READS(TABLE_Header),
         .message = "The person is said to have moved to the authority that makes the return.",
         .why = "Exported names the authority to which the person moved before the assessment was "
                "complete. It cannot be your own. If the person moved here, that is a transfer in "
                "(TransferLA); if nobody moved, clear the item.",
         IMPLIED("section 2.2, exported."))
{
    return present(row->Exported) && strcmp(text_of_code(ctx, row->Exported, &OtherLA_list),
                                            text_of(ctx, header_of(ctx)->LEA)) == 0;
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-326", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Requests, Exported), AT(Requests, RequestOutcome)),
         .message = "The person moved away during the assessment, but it had been refused.",
         .why = "Exported is for persons who leave the area while they are being assessed. After a "
                "refusal (N) nothing goes on that another authority could take over. If the "
                "refusal was overturned before the move, explain it; otherwise clear the item.",
         PLAUSIBILITY("section 2.2, exported."))
{
    return present(row->Exported) && is_code(row->RequestOutcome, RequestOutcome_N);
}

/* The assessment led to a decision. */
static bool has_outcome(const struct Assessment *assessment)
{
    return is_either(assessment->AssessmentOutcome, AssessmentOutcome_Y, AssessmentOutcome_N) ||
           is_code(assessment->AssessmentOutcome, AssessmentOutcome_H);
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-327", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Requests, Exported)),
         READS(TABLE_Assessment, TABLE_NamedPlan, TABLE_ActivePlans),
         .message = "The person moved away before the assessment ended, but its outcome is given.",
         .why = "For somebody who left before the assessment was complete nothing more is needed "
                "from the authority that they left. If the plan was issued before the move, the "
                "plan ceases with reason 5 and Exported is blank; if not, leave the later records "
                "out.",
         EXPLICIT("section 2.2, exported."))
{
    return present(row->Exported) &&
           ((row->assessment && has_outcome(row->assessment)) || row->plan || row->active);
}

FINDING_RULE(Person, .code = "LOCAL-SEN2-328", .severity = SV_QUERY, .first_year = 2023,
             .unit = "pair of Requests", FIELDS(AT(Requests, ReceivedDate)),
             .message = "An earlier request of this person was received on the same day.",
             .why = "Two requests on one day are mostly one: the parents and the school wrote "
                    "together, or it was entered twice. Put them into one record. Where two were "
                    "really made, and both decided, explain it.",
             PLAUSIBILITY("section 2.2."))
{
    const struct sv_at received = AT(Requests, ReceivedDate);
    const struct sv_repeats *repeats = ctx->host->repeats(ctx, &row->row, received);
    FOR_EACH (ctx, Requests, request, row) {
        const struct sv_row *first = ctx->host->first_equal(repeats, &request->row);
        if (!first || first == &request->row || !readable(request->ReceivedDate))
            continue;
        if (!found(ctx))
            return;
        point(ctx, request, BIT(Requests, ReceivedDate));
        point(ctx, first, BIT(Requests, ReceivedDate));
    }
}

static sv_day last_received(const struct sv_context *ctx, const struct Person *person)
{
    sv_day last = SV_NONE;
    FOR_EACH (ctx, Requests, request, person) {
        if (request->ReceivedDate.number > last)
            last = day_of(request->ReceivedDate);
    }
    return last;
}

/* Reports an undecided request with each that was received later. */
static bool report_later(const struct sv_context *ctx, const struct Person *person,
                         const struct Requests *undecided)
{
    uint64_t fields = BIT(Requests, ReceivedDate) | BIT(Requests, RequestOutcome);
    FOR_EACH (ctx, Requests, request, person) {
        if (!after(request->ReceivedDate, undecided->ReceivedDate))
            continue;
        if (!found(ctx))
            return false;
        point(ctx, undecided, fields);
        point(ctx, request, fields);
    }
    return true;
}

FINDING_RULE(
    Person, .code = "LOCAL-SEN2-329", .severity = SV_QUERY, .first_year = 2023,
    .unit = "pair of Requests", FIELDS(AT(Requests, ReceivedDate), AT(Requests, RequestOutcome)),
    .message = "A later request was received while this one is still undecided.",
    .why = "Mostly the earlier request was decided or withdrawn, and its outcome was never "
           "entered: record it. If the second letter was about the same request, it is no "
           "request of its own. Both dates are shown, the undecided one first.",
    PLAUSIBILITY("section 2.2."))
{
    sv_day last = last_received(ctx, row);
    FOR_EACH (ctx, Requests, request, row) {
        if (is_code(request->RequestOutcome, RequestOutcome_A) &&
            before_day(request->ReceivedDate, last) && !report_later(ctx, row, request))
            return;
    }
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-330", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Requests, ReceivedDate)),
         .message = "The request was received more than a year before the collection period.",
         .why = "A request that old was mostly decided long ago: then the outcome is H, for "
                "historical, which needs no dates. Or the year is mistyped. One that is kept open "
                "by an appeal can be explained.",
         PLAUSIBILITY("section 2.2."))
{
    return readable(row->RequestOutcome) && !is_code(row->RequestOutcome, RequestOutcome_H) &&
           before_day(row->ReceivedDate, ctx->period_start - 365);
}
