/* Requests for an assessment, and what was decided. */
#include "measures.h"

#define ABOUT .section = SECTION_REQUESTS, .unit = "request", .units = "requests"

#define SIX_WEEKS 42

/* Received in the period; without what was decided before it. */
static bool is_received(const struct sv_context *ctx, const struct Requests *request)
{
    return in_period(ctx, request->ReceivedDate) &&
           !is_code(request->RequestOutcome, RequestOutcome_H);
}

static bool has_outcome(const struct Requests *request, int code)
{
    return is_code(request->RequestOutcome, code);
}

BAND_OF_CODE(outcome_of, Requests, RequestOutcome)
BAND_OF_CODE(source_of, Requests, RequestSource)

MEASURE(Requests, ABOUT, FROM_STATISTICS, .name = "requests_received_in_year",
        .title = "Requests received",
        .definition = "Requests received in the period, whatever became of them, without those "
                      "decided before it (outcome H). Age is that on the day of receipt.",
        .caution = "That outcome H is left out is statval's reading.",
        BREAKDOWNS(BY_LIST(RequestOutcome, "outcome", outcome_of),
                   BY_AGE_GROUP("age on the day of receipt", sen2_age_at_request)))
{
    return counted_if(is_received(ctx, row));
}

MEASURE(Requests, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "requests_decided_to_assess",
        .title = "Requests agreed",
        .definition = "Of the requests received, those with outcome Y: an assessment is made.")
{
    return share(is_received(ctx, row), has_outcome(row, RequestOutcome_Y));
}

MEASURE(Requests, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF,
        .name = "requests_decided_not_to_assess", .title = "Requests refused",
        .definition = "Of the requests received, those with outcome N: no assessment is made. A "
                      "refusal that was overturned later stays one.")
{
    return share(is_received(ctx, row), has_outcome(row, RequestOutcome_N));
}

MEASURE(Requests, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "requests_decision_not_made",
        .title = "Requests not decided yet",
        .definition = "Of the requests received, those with outcome A.")
{
    return share(is_received(ctx, row), has_outcome(row, RequestOutcome_A));
}

MEASURE(Requests, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "requests_withdrawn",
        .title = "Requests withdrawn or ended before the decision",
        .definition = "Of the requests received, those with outcome W.")
{
    return share(is_received(ctx, row), has_outcome(row, RequestOutcome_W));
}

MEASURE(Requests, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "requests_with_source",
        .title = "Requests with a source", .first_year = 2025,
        .definition = "Of the requests received, those that say who made them (RequestSource).",
        .caution = "Collected from 2025 on, and voluntary in that year.",
        BREAKDOWNS(BY_LIST(RequestSource, "source", source_of)))
{
    return share(is_received(ctx, row), readable(row->RequestSource));
}

MEASURE(Requests, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "requests_rya",
        .title = "Requests for persons in youth accommodation",
        .definition = "Of the requests received, those whose flag RYA is 1.")
{
    return share(is_received(ctx, row), is_yes(row->RYA));
}

static bool is_decided(const struct Requests *request)
{
    return has_outcome(request, RequestOutcome_Y) || has_outcome(request, RequestOutcome_N);
}

/* Days to the decision; negative when they are not known. */
static int days_to_decision(const struct Requests *request)
{
    return is_decided(request)
               ? days_between(request->ReceivedDate, request->RequestOutcomeDate, -1)
               : -1;
}

/* Not decided yet, and more than six weeks old on the census day. */
static bool is_waiting_long(const struct sv_context *ctx, const struct Requests *request)
{
    return has_outcome(request, RequestOutcome_A) &&
           before_day(request->ReceivedDate, census_day(ctx) - SIX_WEEKS);
}

MEASURE(Requests, ABOUT, FROM_ITEMS, .kind = SV_SHARE_OF, .name = "request_outcome_six_weeks",
        .title = "Requests decided within six weeks",
        .definition =
            "Of the requests received that are timed, those decided at most 42 days after receipt. "
            "Timed are those agreed or refused with a day of decision not before the receipt, and "
            "those not decided yet that were more than 42 days old on the census day.",
        .caution = "The statistics have more requests over six weeks than were decided late, so "
                   "undecided or withdrawn ones seem to count in part; how is not published.")
{
    int days = days_to_decision(row);
    bool timed = is_received(ctx, row) && (days >= 0 || is_waiting_long(ctx, row));
    return share(timed, days >= 0 && days <= SIX_WEEKS);
}

MEASURE(Requests, ABOUT, FROM_PRACTICE, ON_CENSUS_DAY, .kind = SV_SHARE_OF,
        .name = "requests_undecided_over_six_weeks",
        .title = "Requests undecided for over six weeks",
        .definition = "Of the requests not decided yet (outcome A) received on the census day or "
                      "before it, in whatever year, those more than 42 days old on the census day.")
{
    return share(has_outcome(row, RequestOutcome_A) && readable(row->ReceivedDate) &&
                     day_of(row->ReceivedDate) <= census_day(ctx),
                 is_waiting_long(ctx, row));
}

MEASURE(Requests, ABOUT, FROM_PRACTICE, .kind = SV_QUARTILES_OF, .name = "request_days",
        .title = "Days to the decision on requests: quartiles",
        .definition = "Days from receipt to the decision, of the requests received that were "
                      "agreed or refused on the day of receipt or later.")
{
    int days = days_to_decision(row);
    bool timed = is_received(ctx, row) && days >= 0;
    amount->value = timed ? days : 0;
    return counted_if(timed);
}

MEASURE(Requests, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "mediation_related_request",
        .title = "Requests with mediation",
        .definition = "Of the requests received, those whose flag RequestMediation is 1.")
{
    return share(is_received(ctx, row), is_yes(row->RequestMediation));
}

MEASURE(Requests, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "tribunal_related_request",
        .title = "Requests with an appeal",
        .definition = "Of the requests received, those whose flag RequestTribunal is 1.")
{
    return share(is_received(ctx, row), is_yes(row->RequestTribunal));
}

MEASURE(Requests, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF,
        .name = "tribunal_after_mediation_request",
        .title = "Requests with mediation and an appeal",
        .definition = "Of the requests received, those whose flags RequestMediation and "
                      "RequestTribunal are both 1.")
{
    return share(is_received(ctx, row),
                 is_yes(row->RequestMediation) && is_yes(row->RequestTribunal));
}
