/* Indicator 1: whether children lived in suitable homes when their order began and ended. */
#include "measures.h"

#define ABOUT .section = SECTION_ACCOMMODATION, CHILDREN_COUNTED, INDICATOR_OF_CASES, FROM_CODE

#define PRIMARY_OR_NOT                                                                             \
    "Homes that are not the primary residence count too, as in the newest version of the "         \
    "national code."

static bool lives_there(const struct residence *home, sv_day when)
{
    return present(home->KPI1AccommodationSuitability) &&
           holds_on(home->Date, home->KPI1EndDate, when);
}

static enum verdict verdict_of(const struct sv_context *ctx, const struct person *child,
                               enum moment moment)
{
    sv_day when = moment_of(child, moment);
    enum verdict all = NOTHING_RECORDED;
    FOR_EACH (ctx, residence, home, child) {
        enum verdict verdict = yj_verdict(home->KPI1AccommodationSuitability);
        if (verdict > all && lives_there(home, when))
            all = verdict;
    }
    return all;
}

static enum sv_part share_with(const struct sv_context *ctx, const struct person *child,
                               enum moment moment, enum verdict wanted)
{
    return share(child->order, child->order && verdict_of(ctx, child, moment) == wanted);
}

static uint64_t homes_at(const struct sv_context *ctx, const struct sv_row *child, sv_day when)
{
    uint64_t groups = 0;
    FOR_EACH (ctx, residence, home, child) {
        if (lives_there(home, when) && readable(home->KPI1AccommodationType))
            groups |= UINT64_C(1) << yj_home_groups[home->KPI1AccommodationType.number];
    }
    return groups;
}

static uint64_t homes_at_start(const struct sv_context *ctx, const struct sv_row *row)
{
    return homes_at(ctx, row, moment_of((const struct person *)row, AT_START));
}

static uint64_t homes_at_end(const struct sv_context *ctx, const struct sv_row *row)
{
    return homes_at(ctx, row, moment_of((const struct person *)row, AT_END));
}

#define BY_HOME_AT_START                                                                           \
    BY_EACH(yj_home_group_names, "accommodation at the start", homes_at_start EACH_OF_ITS_OWN)
#define BY_HOME_AT_END                                                                             \
    BY_EACH(yj_home_group_names, "accommodation at the end", homes_at_end EACH_OF_ITS_OWN)

MEASURE(
    person, ABOUT, .kind = SV_SHARE_OF, .name = "accommodation_suitable_end",
    .title = "In suitable accommodation as the order ended (KPI 1)",
    .definition =
        "Of the children with an order that ended in the period (orders_ended), those "
        "with a home on its last day whose homes of that day were all suitable. Homes without an "
        "answer are passed over.",
    .caution = PRIMARY_OR_NOT, BREAKDOWNS(BY_ORDER_TYPE(EACH_OF_ITS_OWN), BY_HOME_AT_END))
{
    return share_with(ctx, row, AT_END, SUITABLE);
}

MEASURE(person, ABOUT, .kind = SV_SHARE_OF, .name = "accommodation_unsuitable_end",
        .title = "In unsuitable accommodation as the order ended",
        .definition = "Of the children with an order that ended in the period (orders_ended), "
                      "those with a home on its last day that was unsuitable or whose suitability "
                      "is not known. Who is in neither figure has nothing recorded, or suitable "
                      "homes and one whose suitability cannot be read.",
        .caution = PRIMARY_OR_NOT, BREAKDOWNS(BY_ORDER_TYPE(EACH_OF_ITS_OWN), BY_HOME_AT_END))
{
    return share_with(ctx, row, AT_END, UNSUITABLE);
}

MEASURE(person, ABOUT, .kind = SV_SHARE_OF, .name = "accommodation_suitable_start",
        .title = "In suitable accommodation as the order began",
        .definition =
            "Of the children with an order that ended in the period (orders_ended), those whose "
            "homes as it began were all suitable: on its first day, for custody on the day before.",
        .caution = PRIMARY_OR_NOT, BREAKDOWNS(BY_ORDER_TYPE(EACH_OF_ITS_OWN), BY_HOME_AT_START))
{
    return share_with(ctx, row, AT_START, SUITABLE);
}

MEASURE(person, ABOUT, .kind = SV_SHARE_OF, .name = "accommodation_unsuitable_start",
        .title = "In unsuitable accommodation as the order began",
        .definition =
            "Of the children with an order that ended in the period (orders_ended), those "
            "with a home as it began that was unsuitable or whose suitability is not known.",
        .caution = PRIMARY_OR_NOT, BREAKDOWNS(BY_ORDER_TYPE(EACH_OF_ITS_OWN), BY_HOME_AT_START))
{
    return share_with(ctx, row, AT_START, UNSUITABLE);
}
