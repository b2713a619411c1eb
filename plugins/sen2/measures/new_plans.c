/* Plans that started in the period. */
#include "measures.h"

#define ABOUT .section = SECTION_NEW_PLANS, .unit = "plan", .units = "plans"

static bool is_starting(const struct sv_context *ctx, const struct NamedPlan *plan)
{
    return in_period(ctx, plan->StartDate);
}

MEASURE(NamedPlan, ABOUT, FROM_ITEMS, .name = "plans_starting", .title = "Plans starting",
        .definition = "Plans whose start date lies in the period, those that came from another "
                      "authority with them.")
{
    return counted_if(is_starting(ctx, row));
}

static int age_at_start(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct NamedPlan *plan = (const struct NamedPlan *)row;
    (void)ctx;
    return sen2_age_group(age_on(person_of(row), day_of(plan->StartDate)));
}

MEASURE(NamedPlan, ABOUT, FROM_STATISTICS, READS(TABLE_ActivePlans), .name = "new_ehc_plans",
        .title = "New plans",
        .definition = "Plans whose start date lies in the period, without those of requests that "
                      "have an authority in TransferLA. Setting: the open placement of the lowest "
                      "rank on the census day.",
        .caution = "That plans from other authorities are left out is statval's reading; "
                   "plans_starting has them. " ON_REGISTER,
        BREAKDOWNS(BY_AGE_GROUP("age when the plan started", age_at_start), BY_PRIMARY_NEED,
                   BY_SETTING))
{
    return counted_if(is_starting(ctx, row) && not_transferred_in(request_of(row)));
}
