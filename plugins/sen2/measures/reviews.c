/* Annual reviews of the plans maintained on the census day. */
#include "measures.h"

#define ABOUT .section = SECTION_REVIEWS, .unit = "plan", .units = "plans", .first_year = 2025

#define FOUR_WEEKS 28

/* In place before the period, so that a review is due. */
static bool is_expected(const struct sv_context *ctx, const struct NamedPlan *plan)
{
    return plan->is_active && before_day(plan->StartDate, ctx->period_start);
}

/* The days of the meeting and of the decision; SV_NONE: there is none, or it lies after the year
 * of the census, where it cannot be. */
static sv_day usable(const struct sv_context *ctx, struct sv_value date)
{
    return readable(date) && year_of(date) <= ctx->year ? day_of(date) : SV_NONE;
}

static sv_day meeting_of(const struct sv_context *ctx, const struct NamedPlan *plan)
{
    const struct ActivePlans *active = request_of(plan)->active;
    return active ? usable(ctx, active->ReviewMeeting) : SV_NONE;
}

static sv_day decision_of(const struct sv_context *ctx, const struct NamedPlan *plan)
{
    const struct ActivePlans *active = request_of(plan)->active;
    return active ? usable(ctx, active->LastReview) : SV_NONE;
}

/* 0: in the year of the census; 1: in the year before; 2: earlier. */
static int band_of_year(const struct sv_context *ctx, sv_day day)
{
    int years = ctx->year - sv_date_of(day).year;
    return years > 2 ? 2 : years;
}

static const char *const meeting_labels[] = {"in the census year", "in the collection year",
                                             "earlier", "none"};
static const char *const decision_labels[] = {
    "in the census year", "in the collection year", "earlier", "not yet due",
    "outstanding",        "none, and no meeting"};

static int band_of_meeting(const struct sv_context *ctx, const struct sv_row *row)
{
    sv_day meeting = meeting_of(ctx, (const struct NamedPlan *)row);
    return meeting == SV_NONE ? 3 : band_of_year(ctx, meeting);
}

static int band_of_decision(const struct sv_context *ctx, const struct sv_row *row)
{
    sv_day meeting = meeting_of(ctx, (const struct NamedPlan *)row);
    sv_day decision = decision_of(ctx, (const struct NamedPlan *)row);
    if (decision != SV_NONE)
        return band_of_year(ctx, decision);
    if (meeting == SV_NONE)
        return 5;
    return census_day(ctx) - meeting <= FOUR_WEEKS ? 3 : 4;
}

MEASURE(NamedPlan, ABOUT, FROM_STATISTICS, ON_CENSUS_DAY, READS(TABLE_ActivePlans),
        .name = "review_expected", .title = "Plans with a review expected",
        .definition =
            "Plans maintained on the census day that started before the period. The census year "
            "is that of the census day, the collection year the one before; dates after the "
            "census year count as none. A decision is not yet due until 28 days after the "
            "meeting, then outstanding.",
        .caution = "In the statistics the groups by decision add up to more than the plans with a "
                   "meeting; here each plan is in one group.",
        BREAKDOWNS(BY_LABEL(meeting_labels, "review meeting", band_of_meeting),
                   BY_LABEL(decision_labels, "decision after the review", band_of_decision),
                   BY_AGE_GROUP("age group on 31 August", sen2_school_age_group)))
{
    return counted_if(is_expected(ctx, row));
}

MEASURE(NamedPlan, ABOUT, FROM_STATISTICS, ON_CENSUS_DAY, .name = "review_not_expected",
        .title = "Plans with no review expected yet",
        .definition = "Plans maintained on the census day that started in the period or later.")
{
    return counted_if(row->is_active && !is_expected(ctx, row));
}

static int outcome_of(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct ActivePlans *active = request_of(row)->active;
    (void)ctx;
    return active && readable(active->ReviewOutcome) ? active->ReviewOutcome.number : -1;
}

MEASURE(NamedPlan, ABOUT, FROM_STATISTICS, ON_CENSUS_DAY, .kind = SV_SHARE_OF,
        READS(TABLE_ActivePlans), .name = "total_review_meeting",
        .title = "Plans with a review meeting",
        .definition = "Of the plans with a review expected, those with a meeting, in whatever "
                      "year; with the outcome that is recorded (ReviewOutcome).",
        BREAKDOWNS(BY_LIST(ReviewOutcome, "outcome", outcome_of)))
{
    return share(is_expected(ctx, row), meeting_of(ctx, row) != SV_NONE);
}

MEASURE(NamedPlan, ABOUT, FROM_PRACTICE, ON_CENSUS_DAY, .kind = SV_SHARE_OF,
        READS(TABLE_ActivePlans), .name = "review_meeting_over_12_months",
        .title = "Plans with no review meeting for over 12 months",
        .definition = "Of the plans with a review expected, those whose meeting was more than 12 "
                      "months before the census day, and those without a meeting.",
        .caution = "A plan must be reviewed every 12 months; the return has the latest meeting "
                   "only.")
{
    sv_day meeting = meeting_of(ctx, row);
    return share(is_expected(ctx, row),
                 meeting == SV_NONE || sv_add_months(meeting, 12) < census_day(ctx));
}

MEASURE(NamedPlan, ABOUT, FROM_ITEMS, ON_CENSUS_DAY, .kind = SV_SHARE_OF, READS(TABLE_ActivePlans),
        .name = "review_completed", .title = "Plans with a review completed in the period",
        .definition = "Of the plans with a review expected, those whose decision after the latest "
                      "review (LastReview) lies in the period.",
        .caution = "How the statistics count decisions between the period and the census day is "
                   "not published; they are in none of the three groups here.")
{
    sv_day decision = decision_of(ctx, row);
    return share(is_expected(ctx, row), decision != SV_NONE && decision >= ctx->period_start &&
                                            decision <= ctx->period_end);
}

MEASURE(NamedPlan, ABOUT, FROM_ITEMS, ON_CENSUS_DAY, .kind = SV_SHARE_OF, READS(TABLE_ActivePlans),
        .name = "review_completed_prior",
        .title = "Plans with a review completed before the period",
        .definition = "Of the plans with a review expected, those whose decision after the latest "
                      "review lies before the period.")
{
    sv_day decision = decision_of(ctx, row);
    return share(is_expected(ctx, row), decision != SV_NONE && decision < ctx->period_start);
}

MEASURE(NamedPlan, ABOUT, FROM_ITEMS, ON_CENSUS_DAY, .kind = SV_SHARE_OF, READS(TABLE_ActivePlans),
        .name = "review_not_completed", .title = "Plans with no review completed",
        .definition = "Of the plans with a review expected, those without a decision after a "
                      "review.")
{
    return share(is_expected(ctx, row), decision_of(ctx, row) == SV_NONE);
}

MEASURE(NamedPlan, ABOUT, FROM_ITEMS, ON_CENSUS_DAY, .kind = SV_SHARE_OF, READS(TABLE_ActivePlans),
        .name = "review_outstanding", .title = "Plans with a review decision outstanding",
        .definition = "Of the plans with a review expected and a meeting, those without a "
                      "decision more than 28 days after the meeting, on the census day.")
{
    sv_day meeting = meeting_of(ctx, row);
    return share(is_expected(ctx, row) && meeting != SV_NONE,
                 band_of_decision(ctx, &row->row) == 4);
}

MEASURE(NamedPlan, ABOUT, FROM_STATISTICS, ON_CENSUS_DAY, .kind = SV_SHARE_OF,
        READS(TABLE_ActivePlans), .name = "decision_4_weeks",
        .title = "Review decisions within four weeks of the meeting",
        .definition = "Of the plans with a review expected that have a meeting and a decision on "
                      "its day or later, those with at most 28 days between the two.")
{
    sv_day meeting = meeting_of(ctx, row);
    sv_day decision = decision_of(ctx, row);
    bool both = meeting != SV_NONE && decision != SV_NONE && decision >= meeting;
    return share(is_expected(ctx, row) && both, both && decision - meeting <= FOUR_WEEKS);
}
