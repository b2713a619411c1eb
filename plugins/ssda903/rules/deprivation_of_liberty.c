/* Deprivation of liberty orders (collected from 2027). */
#include "../facts.h"

ROW_RULE(
    DoLo, .code = "700", .severity = SV_ERROR, .first_year = 2027, FIELDS(AT(DoLo, DOLO_START)),
    .message = "The start date of this deprivation of liberty order is missing or is not a date.",
    .why = "Every order begins on the day on which the court made it. Take the date from the "
           "order, and write it as dd/mm/yyyy.",
    FROM_PUBLIC_CODE)
{
    return !readable(row->DOLO_START);
}

ROW_RULE(DoLo, .code = "701", .severity = SV_ERROR, .first_year = 2027, FIELDS(AT(DoLo, DOLO_END)),
         .message = "The end date of this deprivation of liberty order is not a date.",
         .why =
             "An order that is in force has no end date; one that has ended has the day on which "
             "it did. Correct the date, or leave it blank while the order is in force.",
         FROM_PUBLIC_CODE)
{
    return is_no_date(row->DOLO_END);
}

ROW_RULE(DoLo, .code = "702", .severity = SV_ERROR, .first_year = 2027,
         FIELDS(AT(DoLo, DOLO_START), AT(DoLo, DOLO_END)),
         .message = "This deprivation of liberty order ends on or before the day it starts.",
         .why = "An order lasts at least until the day after it was made. Compare both dates with "
                "the order and with the record of its end.",
         FROM_PUBLIC_CODE)
{
    return readable(row->DOLO_START) && readable(row->DOLO_END) &&
           !after(row->DOLO_END, row->DOLO_START);
}

ROW_RULE(DoLo, .code = "703", .severity = SV_ERROR, .first_year = 2027,
         FIELDS(AT(DoLo, DOLO_START)),
         .message = "This deprivation of liberty order starts after the period that is returned.",
         .why = "Orders made later belong to the next return. Correct the date if it is wrong, "
                "otherwise take the order out of this return.",
         FROM_PUBLIC_CODE)
{
    return after_day(row->DOLO_START, ctx->period_end);
}

ROW_RULE(DoLo, .code = "704", .severity = SV_ERROR, .first_year = 2027, FIELDS(AT(DoLo, DOLO_END)),
         .message = "This deprivation of liberty order ends outside the period that is returned.",
         .why = "Returned are the orders that were in force in the year. One that ended earlier "
                "belongs to an earlier return; one that is still in force has no end date.",
         FROM_PUBLIC_CODE)
{
    return outside_period(ctx, row->DOLO_END);
}

FINDING_RULE(
    Child, .code = "705", .severity = SV_ERROR, .first_year = 2027,
    FIELDS(AT(DoLo, DOLO_START), AT(DoLo, DOLO_END)), .unit = "row of DoLo",
    .message = "This deprivation of liberty order starts while the one before is in force.",
    .why = "A child is under one order at a time: a new one replaces the old one. Give the "
           "earlier order the day on which it ended, or correct the start of the later one.",
    FROM_OFFICIAL_TEXT)
{
    for (uint32_t i = 1; i < row->dolo_order.count; i++) {
        const struct DoLo *before_it = row->dolo_order.rows[i - 1];
        const struct DoLo *order = row->dolo_order.rows[i];
        if (readable(before_it->DOLO_END) && !before(order->DOLO_START, before_it->DOLO_END))
            continue;
        found(ctx);
        point(ctx, order, BIT(DoLo, DOLO_START) | BIT(DoLo, DOLO_END));
        point(ctx, before_it, BIT(DoLo, DOLO_START) | BIT(DoLo, DOLO_END));
    }
}

FINDING_RULE(
    Child, .code = "706", .severity = SV_ERROR, .first_year = 2027,
    FIELDS(AT(DoLo_last, DOLO_START), AT(DoLo_last, DOLO_END), AT(DoLo, DOLO_START)),
    .unit = "child",
    .message = "The order that was in force at the end of last year does not go on this year.",
    .why = "An order without an end date in last year's return is returned again, with the "
           "same start. Add it, correct its start, or, if it had ended before, have last "
           "year's return amended.",
    FROM_OFFICIAL_TEXT)
{
    if (!row->dolo_order_last.count)
        return;
    const struct DoLo *last = row->dolo_order_last.rows[row->dolo_order_last.count - 1];
    const struct DoLo *first = row->dolo_order.count ? row->dolo_order.rows[0] : NULL;
    if (present(last->DOLO_END) || (first && same_date(first->DOLO_START, last->DOLO_START)))
        return;
    found(ctx);
    point(ctx, last, BIT(DoLo_last, DOLO_START) | BIT(DoLo_last, DOLO_END));
    if (first)
        point(ctx, first, BIT(DoLo, DOLO_START));
}

ROW_RULE(DoLo, .code = "707", .severity = SV_ERROR, .first_year = 2027, READS(TABLE_Episodes),
         FIELDS(AT(DoLo, DOLO_START), AT(DoLo, DOLO_END)),
         .message = "The child's time in care ended, but this order was not ended by then.",
         .why =
             "An order cannot outlast the child's being looked after. End it on the day on which "
             "care ended, or correct the last episode if the child is still looked after.",
         FROM_PUBLIC_CODE)
{
    return outlasts_care(CHILD_OF(row), row->DOLO_START, row->DOLO_END);
}

ROW_RULE(
    DoLo, .code = "708", .severity = SV_ERROR, .first_year = 2027, OPTIONAL(TABLE_Header),
    READS(TABLE_Header), FIELDS(AT(DoLo, DOLO_START), AT(DoLo, DOB)),
    .message = "This deprivation of liberty order starts on or before the child's day of birth.",
    .why = "One of the two dates is wrong. Compare the date of the order with the court's "
           "paper, and the date of birth with the child's record.",
    FROM_OFFICIAL_TEXT)
{
    const struct Child *child = CHILD_OF(row);
    sv_day birth = readable(row->DOB) ? day_of(row->DOB) : birth_of(child);
    return child && is_on_or_before(day_of(row->DOLO_START), birth);
}

static bool is_forbidden_place(const struct Episodes *e)
{
    return IS_ANY(e->PLACE, PLACE_K1, PLACE_P1, PLACE_R5, PLACE_K3);
}

static bool is_unusual_place(const struct Episodes *e)
{
    return !is_forbidden_place(e) && !IS_ANY(e->PLACE, PLACE_K2, PLACE_Z12, PLACE_Z13);
}

/* So many orders at a time are compared with the episodes. Where none of them reaches an episode,
 * that is seen at once. */
#define ORDERS_AT_ONCE 256

/* Some orders that follow each other by start. */
struct orders {
    const struct DoLo **rows;
    uint32_t count;
    sv_day latest_end; /* SV_NONE: none has an end */
};

static struct orders orders_from(const struct Child *child, uint32_t first)
{
    uint32_t left = child->dolo_order.count - first;
    struct orders orders = {child->dolo_order.rows + first,
                            left < ORDERS_AT_ONCE ? left : ORDERS_AT_ONCE, SV_NONE};
    for (uint32_t i = 0; i < orders.count; i++) {
        sv_day end = day_of(orders.rows[i]->DOLO_END);
        if (end != SV_NONE && (orders.latest_end == SV_NONE || end > orders.latest_end))
            orders.latest_end = end;
    }
    return orders;
}

/* Makes a finding of each of these orders that shares a day with the episode; one without an end is
 * not compared. False when no more findings are kept. */
static bool find_orders(const struct sv_context *ctx, const struct orders *orders,
                        const struct Episodes *e)
{
    if (!is_on_or_before(day_of(e->DECOM), orders->latest_end))
        return true;
    for (uint32_t i = 0; i < orders->count; i++) {
        const struct DoLo *order = orders->rows[i];
        if (before(e->DEC, order->DOLO_START))
            return true; /* those behind it start no earlier */
        if (!is_on_or_before(day_of(e->DECOM), day_of(order->DOLO_END)))
            continue;
        if (!found(ctx))
            return false;
        point(ctx, order, BIT(DoLo, DOLO_START) | BIT(DoLo, DOLO_END));
        point(ctx, e, BIT(Episodes, PLACE));
    }
    return true;
}

/* Makes a finding of each order with each episode during it of which `is_wrong` is true. */
static void find_places(const struct sv_context *ctx, const struct Child *child,
                        bool (*is_wrong)(const struct Episodes *))
{
    struct orders orders;
    for (uint32_t first = 0; first < child->dolo_order.count; first += orders.count) {
        orders = orders_from(child, first);
        FOR_EACH (ctx, Episodes, e, child) {
            if (is_wrong(e) && !find_orders(ctx, &orders, e))
                return;
        }
    }
}

FINDING_RULE(
    Child, .code = "709", .severity = SV_QUERY, .first_year = 2027,
    FIELDS(AT(DoLo, DOLO_START), AT(DoLo, DOLO_END), AT(Episodes, PLACE)),
    .unit = "pair of DoLo and Episodes",
    .message = "This placement type is unusual for a child under a deprivation of liberty order.",
    .why = "Children under an order mostly live in a children's home (K2) or in another "
           "placement of type Z12 or Z13. Compare the placement and the dates of the order; "
           "if both are right, explain it in a note with the return.",
    FROM_OFFICIAL_TEXT)
{
    find_places(ctx, row, is_unusual_place);
}

FINDING_RULE(
    Child, .code = "710", .severity = SV_ERROR, .first_year = 2027,
    FIELDS(AT(DoLo, DOLO_START), AT(DoLo, DOLO_END), AT(Episodes, PLACE)),
    .unit = "pair of DoLo and Episodes",
    .message = "This placement type is not possible under a deprivation of liberty order.",
    .why = "A secure home (K1) or custody (R5) has powers of its own, and with parents (P1) or "
           "in supported accommodation (K3) no order applies. Correct the placement type, "
           "or the dates of the order.",
    FROM_OFFICIAL_TEXT)
{
    find_places(ctx, row, is_forbidden_place);
}
