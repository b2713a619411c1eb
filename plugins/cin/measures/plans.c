/* Child protection plans and their reviews. */
#include "measures.h"

#define ABOUT .section = SECTION_PLANS, .unit = "plan", .units = "plans"

static bool is_starting(const struct sv_context *ctx, const struct ChildProtectionPlans *plan)
{
    return in_period(ctx, plan->CPPstartDate);
}

static bool is_ending(const struct sv_context *ctx, const struct ChildProtectionPlans *plan)
{
    return in_period(ctx, plan->CPPendDate);
}

static bool is_open_at_end(const struct sv_context *ctx, const struct ChildProtectionPlans *plan)
{
    return open_at(plan->CPPstartDate, plan->CPPendDate, ctx->period_end);
}

STOCK(ChildProtectionPlans, .name = "protection_plans", .title = "Child protection plans",
      .units = "plans",
      .definition = "From the start to the end of the plan; a plan that ends on a day is not open "
                    "when the day has ended.")
{
    return stay_between(row->CPPstartDate, row->CPPendDate, stay);
}

MEASURE(ChildProtectionPlans, ABOUT, FROM_STATISTICS, .name = "plans_any_time",
        .title = "Plans at any time in the period",
        .definition = "Plans started until the end of the period and not ended before it began.")
{
    return counted_if(readable(row->CPPstartDate) && day_of(row->CPPstartDate) <= ctx->period_end &&
                      !before_day(row->CPPendDate, ctx->period_start));
}

BAND_OF_CODE(first_category_of, ChildProtectionPlans, InitialCategoryOfAbuse)
BAND_OF_CODE(latest_category_of, ChildProtectionPlans, LatestCategoryOfAbuse)

MEASURE(ChildProtectionPlans, ABOUT, FROM_STATISTICS, .name = "plans_starting",
        .title = "Plans starting", .population = "0-17", .per = 10000,
        .definition = "Plans whose start date lies in the period.",
        BREAKDOWNS(BY_LIST(CategoryOfAbuse, "category at the start", first_category_of),
                   BY_LIST(CategoryOfAbuse, "latest category", latest_category_of)))
{
    return counted_if(is_starting(ctx, row));
}

MEASURE(ChildProtectionPlans, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "plans_repeated",
        .title = "Second or further plan of the child",
        .definition = "Of the plans starting, those with one or more earlier plans of the child "
                      "(NumberOfPreviousCPP), however long ago, with this authority.",
        .caution = "Some reports count earlier plans of the last two years only, which the return "
                   "cannot give.")
{
    return share(is_starting(ctx, row),
                 readable(row->NumberOfPreviousCPP) && row->NumberOfPreviousCPP.number >= 1);
}

static int duration_of_ended(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct ChildProtectionPlans *plan = (const struct ChildProtectionPlans *)row;
    (void)ctx;
    return readable(plan->CPPstartDate)
               ? duration_band(day_of(plan->CPPstartDate), day_of(plan->CPPendDate))
               : -1;
}

MEASURE(ChildProtectionPlans, ABOUT, FROM_STATISTICS, .name = "plans_ending",
        .title = "Plans ending", .definition = "Plans whose end date lies in the period.",
        BREAKDOWNS(BY_DURATION("duration", duration_of_ended)))
{
    return counted_if(is_ending(ctx, row));
}

MEASURE(ChildProtectionPlans, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF,
        .name = "plans_ending_after_2_years", .title = "Ended after 2 years or more",
        .definition = "Of the plans ending, those that lasted 2 years or more.")
{
    return share(is_ending(ctx, row),
                 is_ending(ctx, row) && duration_of_ended(ctx, &row->row) == 4);
}

static int duration_of_open(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct ChildProtectionPlans *plan = (const struct ChildProtectionPlans *)row;
    return duration_band(day_of(plan->CPPstartDate), ctx->period_end);
}

MEASURE(ChildProtectionPlans, ABOUT, FROM_STATISTICS, .name = "plans_at_end",
        .title = "Plans at the end of the period", .at_end = true, .population = "0-17",
        .per = 10000,
        .definition = "Plans started until the last day of the period and not ended until then.",
        BREAKDOWNS(BY_LIST(CategoryOfAbuse, "latest category", latest_category_of),
                   BY_LIST(CategoryOfAbuse, "category at the start", first_category_of),
                   BY_DURATION("duration so far", duration_of_open)))
{
    return counted_if(is_open_at_end(ctx, row));
}

MEASURE(ChildProtectionPlans, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF,
        .name = "plans_open_over_2_years", .title = "Open for 2 years or more", .at_end = true,
        .definition = "Of the plans at the end of the period, those that began 2 years before or "
                      "earlier.")
{
    return share(is_open_at_end(ctx, row),
                 is_open_at_end(ctx, row) && duration_of_open(ctx, &row->row) == 4);
}

/* Months within which the first review must follow the start, and each next one the one before. */
#define FIRST_REVIEW_MONTHS 3
#define NEXT_REVIEW_MONTHS 6

static bool is_due(const struct sv_context *ctx, const struct ChildProtectionPlans *plan)
{
    return is_open_at_end(ctx, plan) &&
           day_of(plan->CPPstartDate) <= sv_add_months(ctx->period_end, -FIRST_REVIEW_MONTHS);
}

/* The latest review after `from` and not after `limit`; SV_NONE: none. */
static sv_day latest_review(const struct sv_context *ctx, const struct ChildProtectionPlans *plan,
                            sv_day from, sv_day limit)
{
    sv_day latest = SV_NONE;
    FOR_EACH (ctx, Reviews, review, plan) {
        sv_day day = day_of(review->CPPreviewDate);
        if (readable(review->CPPreviewDate) && day > from && day <= limit &&
            (latest == SV_NONE || day > latest))
            latest = day;
    }
    return latest;
}

/* From review to review as far as each limit allows: when no gap is too long, the end of the period
 * is reached. */
static bool is_reviewed_in_time(const struct sv_context *ctx,
                                const struct ChildProtectionPlans *plan)
{
    sv_day reached = day_of(plan->CPPstartDate);
    int months = FIRST_REVIEW_MONTHS;
    for (;;) {
        sv_day limit = sv_add_months(reached, months);
        if (months == NEXT_REVIEW_MONTHS && limit >= ctx->period_end)
            return true;
        if (limit > ctx->period_end)
            limit = ctx->period_end;
        reached = latest_review(ctx, plan, reached, limit);
        if (reached == SV_NONE)
            return false;
        months = NEXT_REVIEW_MONTHS;
    }
}

MEASURE(ChildProtectionPlans, ABOUT, FROM_PRACTICE, .kind = SV_SHARE_OF, .name = "plans_reviewed",
        .title = "Reviewed in time", .at_end = true,
        .definition =
            "Of the plans at the end of the period that were open for 3 months, those with "
            "a first review within 3 months of the start, each further one within 6 "
            "months of the one before, and the last at most 6 months before the end.",
        .caution = "By calendar months; the department's report may work with 91 and 183 days.")
{
    return share(is_due(ctx, row), is_due(ctx, row) && is_reviewed_in_time(ctx, row));
}

MEASURE(Reviews, .section = SECTION_PLANS, .unit = "review", .units = "reviews", FROM_PRACTICE,
        .name = "reviews_held", .title = "Review conferences",
        .definition = "Reviews of protection plans dated in the period.")
{
    return counted_if(in_period(ctx, row->CPPreviewDate));
}
