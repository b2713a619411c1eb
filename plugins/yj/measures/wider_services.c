/* Indicator 7: children's services that were there for the child beside the order. */
#include "measures.h"

#define ABOUT                                                                                      \
    .section = SECTION_WIDER_SERVICES, CHILDREN_COUNTED, INDICATOR_OF_CASES, FROM_CODE,            \
    .kind = SV_SHARE_OF

#define OF_ORDERS "Of the children with an order that ended in the period (orders_ended), those "

/* The groups of services that a child had from one day to another, as bits. */
static uint64_t services_between(const struct sv_context *ctx, const struct person *child,
                                 sv_day first, sv_day last)
{
    uint64_t groups = 0;
    FOR_EACH (ctx, care, care, child) {
        if (readable(care->Status) && is_since(last, day(care->StartDate)) &&
            is_since(open_end(care->EndDate), first))
            groups |= UINT64_C(1) << yj_care_groups[care->Status.number];
    }
    return groups & ((UINT64_C(1) << CARE_EARLY_HELP_REFERRAL) - 1);
}

static uint64_t services_at_start(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct person *child = (const struct person *)row;
    return services_between(ctx, child, child->order_start, child->order_start);
}

static uint64_t services_during(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct person *child = (const struct person *)row;
    return services_between(ctx, child, child->order_start, day(child->order->EndDate));
}

static const char *const services[] = {"looked after", "child protection plan", "child in need",
                                       "early help plan"};

MEASURE(person, ABOUT, .name = "services_during",
        .title = "Known to children's services during the order (KPI 7)",
        .definition = OF_ORDERS
        "who were looked after, on a child protection plan, a child in need or on an early help "
        "plan on a day of the order, from its start (for custody the day before) to its end.",
        .caution = "An older version of the national code asked for the last day only.",
        BREAKDOWNS(BY_ORDER_TYPE(EACH_OF_ITS_OWN),
                   BY_EACH(services, "service", services_during EACH_OF_THE_WHOLE)))
{
    return share(row->order, row->order && services_during(ctx, &row->row));
}

MEASURE(person, ABOUT, .name = "services_at_start",
        .title = "Known to children's services as the order began",
        .definition = OF_ORDERS
        "who were looked after, on a child protection plan, a child in need or on an early help "
        "plan as it began: on its first day, for custody on the day before.",
        BREAKDOWNS(BY_EACH(services, "service", services_at_start EACH_OF_THE_WHOLE)))
{
    return share(row->order, row->order && services_at_start(ctx, &row->row));
}

/* A referral to early help that is open on a day of the order, and began before it or in it. */
static bool has_early_help(const struct sv_context *ctx, const struct person *child, bool before_it)
{
    sv_day start = day(child->order->StartDate);
    sv_day end = day(child->order->EndDate);
    FOR_EACH (ctx, care, care, child) {
        sv_day referred = day(care->StartDate);
        if (is_code(care->Status, CareStatus_EARLY_HELP_REFERRAL) && is_since(end, referred) &&
            is_since(open_end(care->EndDate), child->order_start) &&
            (before_it ? is_before(referred, start) : is_since(referred, start)))
            return true;
    }
    return false;
}

MEASURE(person, ABOUT, .name = "early_help_before",
        .title = "Open to early help already before the order",
        .definition = OF_ORDERS
        "with an early help referral that began before the order, or the licence of a detention "
        "and training order, and had not ended as the order began: on its first day, for custody "
        "on the day before, for a licence on the day before the sentence.",
        .caution = "The national code may also count referrals that had ended before.",
        BREAKDOWNS(BY_ORDER_TYPE(EACH_OF_ITS_OWN)))
{
    return share(row->order, row->order && has_early_help(ctx, row, true));
}

MEASURE(person, ABOUT, .name = "early_help_during",
        .title = "Referred to early help during the order",
        .definition = OF_ORDERS
        "with an early help referral that began on a day of the order; of a "
        "detention and training order, of the licence.",
        BREAKDOWNS(BY_ORDER_TYPE(EACH_OF_ITS_OWN)))
{
    return share(row->order, row->order && has_early_help(ctx, row, false));
}
