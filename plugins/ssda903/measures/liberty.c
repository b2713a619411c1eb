/* Deprivation of liberty orders; in the return from 2027 on. */
#include "measures.h"

#define ABOUT .section = SECTION_LIBERTY, .first_year = 2027, FROM_READING
#define NEW .caution = "Nothing is published of these orders yet."

static bool is_in_force(const struct sv_context *ctx, const struct DoLo *order)
{
    return readable(order->DOLO_START) && day_of(order->DOLO_START) <= ctx->period_end &&
           !before_day(order->DOLO_END, ctx->period_start);
}

STOCK(DoLo, .name = "liberty_orders", .title = "Deprivation of liberty orders", .units = "orders",
      .first_year = 2027,
      .definition = "From the start to the end of the order; one that ends on a day is not there "
                    "when the day has ended.")
{
    return stay_between(row->DOLO_START, row->DOLO_END, stay);
}

MEASURE(Child, ABOUT, NEW, CHILDREN, READS(TABLE_DoLo), .name = "children_with_liberty_order",
        .title = "Children with an order in the period",
        .definition = "Children with an order that began until the end of the period and did not "
                      "end before it.")
{
    FOR_EACH (ctx, DoLo, order, row) {
        if (is_in_force(ctx, order))
            return SV_COUNTED;
    }
    return SV_APART;
}

/* On the first day of the period on which the order was in force. */
static int placement_then(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct DoLo *order = (const struct DoLo *)row;
    sv_day day = day_of(order->DOLO_START);
    const struct Child *child = CHILD_OF(order);
    const struct Episodes *e =
        child ? cla_episode_on(child, day > ctx->period_start ? day : ctx->period_start) : NULL;
    return e ? cla_placement_band(e->PLACE) : -1;
}

MEASURE(DoLo, ABOUT, NEW, .unit = "order", .units = "orders", .name = "orders_in_force",
        .title = "Orders in the period",
        .definition =
            "Orders that began until the end of the period and did not end before it; the "
            "placement is that on their first day, or on that of the period.",
        BREAKDOWNS(BY_PLACEMENT("placement", placement_then)))
{
    return counted_if(is_in_force(ctx, row));
}

MEASURE(DoLo, ABOUT, NEW, .unit = "order", .units = "orders", .name = "orders_starting",
        .title = "Orders starting", .definition = "Orders whose start date lies in the period.")
{
    return counted_if(in_period(ctx, row->DOLO_START));
}

MEASURE(DoLo, ABOUT, NEW, .unit = "order", .units = "orders", .name = "orders_ending",
        .title = "Orders ending", .definition = "Orders whose end date lies in the period.")
{
    return counted_if(in_period(ctx, row->DOLO_END));
}

MEASURE(DoLo, ABOUT, NEW, .unit = "order", .units = "orders", .name = "orders_at_end",
        .at_end = true, .title = "Orders at the end of the period",
        .definition = "Orders started until the last day of the period and not ended until then.")
{
    return counted_if(open_at(row->DOLO_START, row->DOLO_END, ctx->period_end));
}
