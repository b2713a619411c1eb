/* Children who start to be looked after. */
#include "measures.h"

#define ABOUT .section = SECTION_STARTING, CHILDREN

static int age_then(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return cla_age_band(THE_CHILD, day_of(THE_CHILD->started->DECOM));
}

static int need_then(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return THE_CHILD->started->CIN.number;
}

static int status_then(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return THE_CHILD->started->LS.number;
}

static int placement_then(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return cla_placement_band(THE_CHILD->started->PLACE);
}

static const char *const times[] = {"once", "twice", "three times or more"};
static const int32_t time_edges[] = {1, 2};

MEASURE(
    Child, ABOUT, FROM_PRACTICE, READS(TABLE_Episodes), .name = "children_starting",
    .title = "Children who started to be looked after",
    .definition = "Children with an episode with reason S that begins in the period. Of a child "
                  "who started more than once the first start counts.",
    BREAKDOWNS(BY_AGE("age that day", age_then), BY_LIST(CIN, "category of need", need_then),
               BY_LIST(LS, "legal status", status_then), BY_PLACEMENT("placement", placement_then),
               BY_VALUE(times, time_edges, "starts in the period")))
{
    FOR_EACH (ctx, Episodes, e, row)
        amount->value += begins_care(ctx, e);
    return counted_if(row->started);
}

MEASURE(Episodes, .section = SECTION_STARTING, .unit = "period of care", .units = "periods of care",
        FROM_PRACTICE, .name = "periods_starting", .title = "Periods of care starting",
        .definition = "Episodes with reason S that begin in the period: every start of a child.")
{
    return counted_if(begins_care(ctx, row));
}

MEASURE(Child, ABOUT, FROM_PRACTICE, READS(TABLE_Episodes, TABLE_UASC), .name = "uasc_starting",
        .title = "Unaccompanied asylum-seeking children who started",
        .definition = "Children who started to be looked after in the period and are unaccompanied "
                      "asylum seekers at some time in it.")
{
    return counted_if(row->started && row->uasc == 1);
}
