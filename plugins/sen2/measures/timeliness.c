/* How long it took to issue plans. */
#include "assessments.h"

#define ABOUT .section = SECTION_TIMELINESS, .unit = "plan", .units = "plans"

#define TWENTY_WEEKS 140
#define CLOCK                                                                                      \
    "Days are counted from the receipt of the request to the day on which the plan was issued "    \
    "(AssessmentOutcomeDate)."
#define DOUBTS                                                                                     \
    .caution = "Which flags of mediation and appeal the statistics look at, and the exact day of " \
               "the bound at 52 weeks, are statval's reading."

/* A plan issued in the period, without mediation or appeal on the way. */
static bool is_issued(const struct sv_context *ctx, const struct Assessment *assessment)
{
    const struct Requests *request = request_of(assessment);
    return is_code(assessment->AssessmentOutcome, AssessmentOutcome_Y) &&
           in_period(ctx, assessment->AssessmentOutcomeDate) && present(request->ReceivedDate) &&
           !is_yes(request->RequestMediation) && !is_yes(request->RequestTribunal) &&
           !is_yes(assessment->AssessmentMediation) && !is_yes(assessment->AssessmentTribunal);
}

/* The same, without those to which exceptions apply. */
static bool is_issued_as_usual(const struct sv_context *ctx, const struct Assessment *assessment)
{
    return is_issued(ctx, assessment) && !is_yes(assessment->Week20);
}

static bool is_in_time(const struct Assessment *assessment)
{
    int days = sen2_days_of_assessment(assessment);
    return days >= 0 && days <= TWENTY_WEEKS;
}

static const char *const time_labels[] = {"20 weeks or less (140 days)",
                                          "over 20 weeks, under a year (141 to 364 days)",
                                          "a year or more (365 days or more)"};

static int band_of_time(const struct sv_context *ctx, const struct sv_row *row)
{
    int days = sen2_days_of_assessment((const struct Assessment *)row);
    (void)ctx;
    if (days < 0)
        return -1;
    return days <= TWENTY_WEEKS ? 0 : days < 365 ? 1 : 2;
}

#define BY_TIME BREAKDOWNS(BY_LABEL(time_labels, "time taken", band_of_time))

MEASURE(Assessment, ABOUT, FROM_STATISTICS, DOUBTS, .name = "plans_issued",
        .title = "Plans issued, with exceptions",
        .definition = "Assessments with outcome Y and an outcome date in the period whose request "
                      "has a day of receipt, without mediation or appeal about the decision to "
                      "assess or to issue. " CLOCK " Those without usable days are in no band.",
        BY_TIME)
{
    return counted_if(is_issued(ctx, row));
}

MEASURE(Assessment, ABOUT, FROM_STATISTICS, DOUBTS, .kind = SV_SHARE_OF,
        .name = "plans_issued_20_weeks", .title = "Plans issued within 20 weeks, with exceptions",
        .definition = "Of the plans of plans_issued, those issued at most 140 days after the "
                      "request was received.")
{
    return share(is_issued(ctx, row), is_in_time(row));
}

MEASURE(Assessment, ABOUT, FROM_STATISTICS, DOUBTS, .name = "plans_issued_exc",
        .title = "Plans issued, without exceptions",
        .definition = "Plans of plans_issued without those whose flag Week20 is 1: exceptions to "
                      "the 20 weeks do not apply. " CLOCK,
        BY_TIME)
{
    return counted_if(is_issued_as_usual(ctx, row));
}

MEASURE(Assessment, ABOUT, FROM_STATISTICS, DOUBTS, .kind = SV_SHARE_OF,
        .name = "plans_issued_20_weeks_exc",
        .title = "Plans issued within 20 weeks, without exceptions",
        .definition = "Of the plans of plans_issued_exc, those issued at most 140 days after the "
                      "request was received.")
{
    return share(is_issued_as_usual(ctx, row), is_in_time(row));
}

/* A mean of weeks: days, by seven days for each plan. */
static enum sv_part mean_weeks(bool counts, const struct Assessment *assessment,
                               struct sv_amount *amount)
{
    int days = sen2_days_of_assessment(assessment);
    amount->value = days;
    amount->of = 7;
    return counted_if(counts && days >= 0);
}

#define WEEKS .section = SECTION_TIMELINESS, .unit = "week", .units = "weeks"

MEASURE(Assessment, WEEKS, FROM_STATISTICS, DOUBTS, .kind = SV_RATIO_OF,
        .name = "avg_weeks_issue_plan", .title = "Average weeks to issue, with exceptions",
        .definition = "Days taken by the plans of plans_issued that have usable days, divided by "
                      "seven for each of them.")
{
    return mean_weeks(is_issued(ctx, row), row, amount);
}

MEASURE(Assessment, WEEKS, FROM_STATISTICS, DOUBTS, .kind = SV_RATIO_OF,
        .name = "avg_weeks_issue_plan_exc", .title = "Average weeks to issue, without exceptions",
        .definition = "Days taken by the plans of plans_issued_exc that have usable days, divided "
                      "by seven for each of them.")
{
    return mean_weeks(is_issued_as_usual(ctx, row), row, amount);
}
