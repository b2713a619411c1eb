/* Indicator 3: special educational needs (England) or additional learning needs (Wales). */
#include "measures.h"

#define ABOUT                                                                                      \
    .section = SECTION_SPECIAL_NEEDS, CHILDREN_COUNTED, INDICATOR_OF_CASES, .kind = SV_SHARE_OF

/* What is recorded of the child's needs on the last day of the order. */
struct needs {
    bool identified;
    bool planned;
};

static struct needs needs_of(const struct sv_context *ctx, const struct person *child)
{
    struct needs needs = {false, false};
    if (!child->order)
        return needs;
    FOR_EACH (ctx, sendaln, need, child) {
        bool holds =
            holds_on(need->KPI3SENDStartDate, need->KPI3SENDEndDate, day(child->order->EndDate));
        if (!holds || !is_code(need->KPI3IdentifiedSENDALN, YesNo_YES))
            continue;
        needs.identified = true;
        needs.planned = needs.planned || is_code(need->KPI3SENDFormalPlan, YesNo_YES);
    }
    return needs;
}

MEASURE(
    person, ABOUT, FROM_CODE, .name = "sen_with_plan",
    .title = "With a formal plan, of those with identified needs (KPI 3)",
    .definition =
        "Of the children with an order that ended in the period and needs identified in a record "
        "that holds on its last day (sen_identified), those with a formal plan in such a record.",
    .caution =
        "Guidance of 2023 described the indicator as need, suitable education and plan together.",
    BREAKDOWNS(BY_ORDER_TYPE(EACH_OF_ITS_OWN)))
{
    struct needs needs = needs_of(ctx, row);
    return share(needs.identified, needs.planned);
}

MEASURE(person, ABOUT, FROM_CODE, .name = "sen_identified", .title = "With identified needs",
        .definition = "Of the children with an order that ended in the period (orders_ended), "
                      "those with needs identified in a record that holds on its last day.",
        .caution = "The public code crosses the wholes of referral orders and youth rehabilitation "
                   "orders; here each type has its own.",
        BREAKDOWNS(BY_ORDER_TYPE(EACH_OF_ITS_OWN), BY_AGE_AT_START, BY_SEX, BY_ETHNIC_GROUP))
{
    return share(row->order, needs_of(ctx, row).identified);
}

MEASURE(person, ABOUT, FROM_CODE, .name = "sen_ete_suitable",
        .title = "With identified needs, in suitable education or work",
        .definition =
            "Of the children with identified needs (sen_identified), those whose records of "
            "education, training and employment on the last day of the order were all suitable.")
{
    bool identified = needs_of(ctx, row).identified;
    return share(identified, identified && yj_ete_verdict(ctx, row, AT_END) == SUITABLE);
}

MEASURE(person, ABOUT, FROM_CODE, .name = "sen_ete_unsuitable",
        .title = "With identified needs, in unsuitable education or work",
        .definition = "Of the children with identified needs (sen_identified), those with a record "
                      "of education, training or employment on the last day of the order that was "
                      "unsuitable or whose suitability is not known.")
{
    bool identified = needs_of(ctx, row).identified;
    return share(identified, identified && yj_ete_verdict(ctx, row, AT_END) == UNSUITABLE);
}
