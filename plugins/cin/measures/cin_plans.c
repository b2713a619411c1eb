/* Child in need plans. */
#include "measures.h"

#define ABOUT .section = SECTION_CIN_PLANS, .unit = "plan", .units = "plans", FROM_PRACTICE

STOCK(CINPlanDates, .name = "cin_plans", .title = "Child in need plans", .units = "plans",
      .definition = "From the start to the end of the plan; a plan that ends on a day is not open "
                    "when the day has ended.")
{
    return stay_between(row->CINPlanStartDate, row->CINPlanEndDate, stay);
}

MEASURE(CINPlanDates, ABOUT, .name = "cin_plans_starting", .title = "Child in need plans starting",
        .definition = "Plans whose start date lies in the period.")
{
    return counted_if(in_period(ctx, row->CINPlanStartDate));
}

MEASURE(CINPlanDates, ABOUT, .name = "cin_plans_ending", .title = "Child in need plans ending",
        .definition = "Plans whose end date lies in the period.")
{
    return counted_if(in_period(ctx, row->CINPlanEndDate));
}

MEASURE(CINPlanDates, ABOUT, .name = "cin_plans_at_end",
        .title = "Child in need plans at the end of the period", .at_end = true,
        .definition = "Plans started until the last day of the period and not ended until then.",
        .caution = "The team of the child is not in the return: children with a disability are "
                   "counted too.")
{
    return counted_if(open_at(row->CINPlanStartDate, row->CINPlanEndDate, ctx->period_end));
}
