/* Requests for an assessment: when they came, from whom, and when they were decided. */
#include "../facts.h"

static bool is_historical(const struct Requests *row)
{
    return is_code(row->RequestOutcome, RequestOutcome_H);
}

static bool is_decided(const struct Requests *row)
{
    return is_either(row->RequestOutcome, RequestOutcome_Y, RequestOutcome_N);
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-301", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Requests, RequestOutcome)), .message = "The request has no outcome.",
         .why = "Every request needs an outcome: Y when the authority assesses, N when it refused, "
                "A while it is undecided, W when the request was withdrawn, H when the decision "
                "was made before the collection period. Look at where the request stands in the "
                "case system, and record the decision there.",
         IMPLIED("section 2.2, request outcome."))
{
    return missing(row->RequestOutcome);
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-302", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Requests, ReceivedDate)),
         .message = "The day on which the request was received is missing.",
         .why =
             "The six weeks for the decision and the 20 weeks for the plan count from the day on "
             "which the request came in, so it is needed unless the request is historical (H). "
             "It is the day of arrival, not that on which it was entered or first read.",
         EXPLICIT("section 2.2, item 2.1."))
{
    return missing(row->ReceivedDate) && !is_historical(row);
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-303", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Requests, ReceivedDate)),
         .message = "The request was received after the census day.",
         .why = "The return covers the calendar year before the census and how things stood on the "
                "census day. A later request belongs to next year's return: leave it out, unless "
                "the date is mistyped.",
         IMPLIED("section 2.2, item 2.1."))
{
    return after_day(row->ReceivedDate, census_day(ctx));
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-304", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Requests, ReceivedDate), AT(Person, PersonBirthDate)),
         .message = "The request was received before the person was born.",
         .why = "One of the two dates is mistyped; look at the year first. Or the request hangs on "
                "the wrong person, often a younger brother or sister.",
         IMPLIED("section 2.2, item 2.1."))
{
    return before(row->ReceivedDate, person_of(row)->PersonBirthDate);
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-305", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Requests, ReceivedDate), AT(Person, PersonBirthDate)),
         .message = "The person was 25 or older when the request was received.",
         .why = "An assessment can be asked for up to the age of 25. Check the date of birth and "
                "the day on which the request came in. A request that really came too late, and "
                "was refused for that, can be explained.",
         PLAUSIBILITY("section 2.2, item 2.1."))
{
    return has_turned(person_of(row), 25, day_of(row->ReceivedDate));
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-306", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Requests, RYA)),
         .message = "The return does not say whether the person was in youth accommodation.",
         .why =
             "Relevant youth accommodation is where children and young people are detained, such "
             "as a secure training centre. Answer 1 when the person was there at the time of "
             "the request, else 0; only a historical request (H) needs no answer. If the case "
             "system leaves the box empty for no, have the export write 0.",
         EXPLICIT("section 2.2, RYA."))
{
    return missing(row->RYA) && !is_historical(row);
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-307", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Requests, RYA), AT(Person, PersonBirthDate)),
         .message = "The person is said to have been in youth accommodation at an unlikely age.",
         .why =
             "Children can be detained from the age of 10, and are mostly moved to adult prisons "
             "at 18. The age is taken on the day on which the request was received. Check the "
             "date of birth, and whether another box was meant; a true case can be explained.",
         PLAUSIBILITY("section 2.2, RYA."))
{
    const struct Person *person = person_of(row);
    sv_day received = day_of(row->ReceivedDate);
    return is_code(row->RYA, YesNo_1) &&
           (younger_than(person, 10, received) || has_turned(person, 19, received));
}

static bool lacks_source(const struct Requests *row)
{
    return missing(row->RequestSource) && !is_historical(row);
}

#define WHO_ASKED                                                                                  \
    "The source is who asked for the assessment: 1 the young person or a parent, 2 a school or "   \
    "other setting, 3 health, 4 social care, 5 anybody else. The letter or form with which the "   \
    "request came in shows it."

ROW_RULE(Requests, .code = "LOCAL-SEN2-308", .severity = SV_QUERY, .first_year = 2025,
         .last_year = 2025, FIELDS(AT(Requests, RequestSource)),
         .message = "The return does not say who made the request.",
         .why = WHO_ASKED " In 2025 the item is new and voluntary; from 2026 on it is needed.",
         EXPLICIT("section 2.2, item 2.2; new and voluntary in 2025."))
{
    return lacks_source(row);
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-308", .severity = SV_ERROR, .first_year = 2026,
         FIELDS(AT(Requests, RequestSource)),
         .message = "The return does not say who made the request.", .why = WHO_ASKED,
         EXPLICIT("section 2.2, item 2.2; compulsory from 2026."))
{
    return lacks_source(row);
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-309", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Requests, RequestOutcomeDate)),
         .message = "The day on which it was decided whether to assess is missing.",
         .why = "For outcomes Y and N the date is the day on which the parents or the young person "
                "were told, which stands on the decision letter. The six weeks for the decision "
                "end with it.",
         EXPLICIT("section 2.2, request outcome date."))
{
    return is_decided(row) && missing(row->RequestOutcomeDate);
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-310", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Requests, RequestOutcomeDate)),
         .message = "There is a date of the decision, although nothing was decided.",
         .why = "Outcome A says that the decision is still to be made, W that the request was "
                "withdrawn before it; with either there is no date. If the date is that of a "
                "decision, the outcome was not updated; if it is that of a withdrawal, leave it "
                "out.",
         EXPLICIT("section 2.2, request outcome date."))
{
    return is_either(row->RequestOutcome, RequestOutcome_A, RequestOutcome_W) &&
           present(row->RequestOutcomeDate);
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-311", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Requests, ReceivedDate), AT(Requests, RequestOutcomeDate)),
         .message = "The decision whether to assess is dated before the request was received.",
         .why = "The decision may be made on the day on which the request came in, but not before. "
                "One of the dates is mistyped, or the decision on an earlier request of the same "
                "person was entered here.",
         IMPLIED("section 2.2, request outcome date."))
{
    return before(row->RequestOutcomeDate, row->ReceivedDate);
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-312", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Requests, RequestOutcomeDate)),
         .message = "The decision whether to assess is dated after the census day.",
         .why = "On the census day the request was still undecided, and is given so (A) in this "
                "return. The decision belongs to the next one; or the date is mistyped.",
         IMPLIED("section 2.2, request outcome date."))
{
    return after_day(row->RequestOutcomeDate, census_day(ctx));
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-313", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Requests, RequestOutcome), AT(Requests, RequestOutcomeDate)),
         .message = "The decision to assess lies before the period; the outcome has to be H.",
         .why = "Outcome Y counts the decision as one of this year, but its date lies before 1 "
                "January of the period. Give H, for historical; or correct the date if the "
                "decision is new.",
         EXPLICIT("section 2.2, code H."))
{
    return is_code(row->RequestOutcome, RequestOutcome_Y) &&
           before_day(row->RequestOutcomeDate, ctx->period_start);
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-314", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Requests, RequestOutcome), AT(Requests, RequestOutcomeDate)),
         .message = "The refusal to assess lies before the collection period.",
         .why = "An old refusal belongs in the return only when something still happened to it, "
                "such as mediation or an appeal, and none is recorded. Leave the request out, or "
                "record what kept it open. A refusal that was overturned keeps its first date and "
                "can be explained.",
         IMPLIED("sections 1.3 and 2.2."))
{
    return is_code(row->RequestOutcome, RequestOutcome_N) &&
           before_day(row->RequestOutcomeDate, ctx->period_start) &&
           !is_code(row->RequestMediation, YesNo_1) && !is_code(row->RequestTribunal, YesNo_1);
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-315", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Requests, RequestOutcome), AT(Requests, RequestOutcomeDate)),
         READS(TABLE_ActivePlans),
         .message = "The outcome is historical (H), but dated in the collection period or later.",
         .why = "H is for decisions from before 1 January of the period, and for plans that came "
                "from another authority, which this one did not. If the date is right, the outcome "
                "is Y or N; if the plan was transferred in, say from where (TransferLA).",
         IMPLIED("section 2.2, code H."))
{
    return is_historical(row) && readable(row->RequestOutcomeDate) &&
           !before_day(row->RequestOutcomeDate, ctx->period_start) && not_transferred_in(row);
}

/* The time in which the authority has to decide whether to assess. */
#define SIX_WEEKS 42

ROW_RULE(Requests, .code = "LOCAL-SEN2-316", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Requests, RequestOutcome), AT(Requests, ReceivedDate)),
         .message = "The request is still undecided more than six weeks after it was received.",
         .why =
             "The authority has six weeks (42 days) to decide, counted from the day on which the "
             "request was received; here to the census day. Look whether a decision was made "
             "and not entered. One that is really overdue stays as it is.",
         PLAUSIBILITY("section 2.2; the six weeks are those of the law."))
{
    return is_code(row->RequestOutcome, RequestOutcome_A) &&
           before_day(row->ReceivedDate, census_day(ctx) - SIX_WEEKS);
}

ROW_RULE(Requests, .code = "LOCAL-SEN2-317", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Requests, ReceivedDate), AT(Requests, RequestOutcomeDate)),
         .message = "The decision whether to assess took more than six weeks.",
         .why = "The six weeks (42 days) count from the day on which the request was received to "
                "the day on which the family was told. Check both dates: often the first is that "
                "of an earlier contact. A decision that was simply late stays as it is.",
         PLAUSIBILITY("section 2.2; the six weeks are those of the law."))
{
    return is_decided(row) && longer_than(row->ReceivedDate, row->RequestOutcomeDate, SIX_WEEKS);
}
