/* Indicator 2: education, training and employment as orders began and ended. */
#include "measures.h"

#define ABOUT .section = SECTION_EDUCATION, CHILDREN_COUNTED, INDICATOR_OF_CASES, FROM_CODE

#define HOURS_ADDED " Hours of all records of that day that have a suitability are added up."
#define NO_HOURS                                                                                   \
    "The national code counts children with no hours as part time at the start of the order; "     \
    "here they are in neither group."

/* Weekly hours that are full time, in school age and above it. */
enum { FULL_TIME_SCHOOL = 25, FULL_TIME_ABOVE = 16 };

/* The day by which school age goes: at the start the first of the order. */
static sv_day day_of_age(const struct person *child, enum moment moment)
{
    return moment == AT_START ? child->order_first : day(child->order->EndDate);
}

static int school_age_at(const struct person *child, enum moment moment)
{
    sv_day leaving = school_leaving_day(child);
    if (leaving == SV_NONE)
        return -1;
    return day_of_age(child, moment) > leaving;
}

static int school_age_at_start(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return school_age_at((const struct person *)row, AT_START);
}

static int school_age_at_end(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return school_age_at((const struct person *)row, AT_END);
}

static const char *const school_ages[] = {"of school age", "above school age"};

#define BY_SCHOOL_AGE_AT_START                                                                     \
    BY_LABEL(school_ages, "school age at the start", school_age_at_start EACH_OF_ITS_OWN)
#define BY_SCHOOL_AGE_AT_END                                                                       \
    BY_LABEL(school_ages, "school age at the end", school_age_at_end EACH_OF_ITS_OWN)

static enum sv_part share_with(const struct sv_context *ctx, const struct person *child,
                               enum moment moment, enum verdict wanted)
{
    return share(child->order, child->order && yj_ete_verdict(ctx, child, moment) == wanted);
}

MEASURE(person, ABOUT, .kind = SV_SHARE_OF, .name = "ete_suitable_end",
        .title = "In suitable education or work as the order ended (KPI 2)",
        .definition = "Of the children with an order that ended in the period (orders_ended), "
                      "those with a record of education, training or employment on its last day "
                      "whose records of that day were all suitable. Records without an answer are "
                      "passed over.",
        BREAKDOWNS(BY_ORDER_TYPE(EACH_OF_ITS_OWN), BY_SCHOOL_AGE_AT_END))
{
    return share_with(ctx, row, AT_END, SUITABLE);
}

MEASURE(person, ABOUT, .kind = SV_SHARE_OF, .name = "ete_unsuitable_end",
        .title = "In unsuitable education or work as the order ended",
        .definition =
            "Of the children with an order that ended in the period (orders_ended), those with a "
            "record of education, training or employment on its last day that was unsuitable or "
            "whose suitability is not known. Who is in neither figure has nothing recorded, or "
            "suitable records and one whose suitability cannot be read.",
        BREAKDOWNS(BY_ORDER_TYPE(EACH_OF_ITS_OWN), BY_SCHOOL_AGE_AT_END))
{
    return share_with(ctx, row, AT_END, UNSUITABLE);
}

MEASURE(person, ABOUT, .kind = SV_SHARE_OF, .name = "ete_suitable_start",
        .title = "In suitable education or work as the order began",
        .definition = "Of the children with an order that ended in the period (orders_ended), "
                      "those whose records of education, training and employment as it began were "
                      "all suitable: on its first day, for custody on the day before.",
        BREAKDOWNS(BY_ORDER_TYPE(EACH_OF_ITS_OWN), BY_SCHOOL_AGE_AT_START))
{
    return share_with(ctx, row, AT_START, SUITABLE);
}

MEASURE(person, ABOUT, .kind = SV_SHARE_OF, .name = "ete_unsuitable_start",
        .title = "In unsuitable education or work as the order began",
        .definition = "Of the children with an order that ended in the period (orders_ended), "
                      "those with a record of education, training or employment as it began that "
                      "was unsuitable or whose suitability is not known.",
        BREAKDOWNS(BY_ORDER_TYPE(EACH_OF_ITS_OWN), BY_SCHOOL_AGE_AT_START))
{
    return share_with(ctx, row, AT_START, UNSUITABLE);
}

/* Hours of a week, offered and attended. */
struct hours {
    int64_t offered;
    int64_t attended;
};

static bool is_there(const struct ete *ete, sv_day when)
{
    return present(ete->Suitability) && holds_on(ete->StartDate, ete->EndDate, when);
}

static struct hours hours_at(const struct sv_context *ctx, const struct person *child,
                             enum moment moment)
{
    sv_day when = moment_of(child, moment);
    struct hours hours = {0, 0};
    FOR_EACH (ctx, ete, ete, child) {
        if (!is_there(ete, when))
            continue;
        hours.offered += readable(ete->HoursOffered) ? ete->HoursOffered.number : 0;
        hours.attended += readable(ete->Hours) ? ete->Hours.number : 0;
    }
    return hours;
}

/* Whether the hours offered make full time, or are some but do not. */
static enum sv_part share_offered(const struct sv_context *ctx, const struct person *child,
                                  enum moment moment, bool full_time)
{
    if (!child->order)
        return SV_APART;
    int above = school_age_at(child, moment);
    int64_t offered = hours_at(ctx, child, moment).offered;
    bool is_full = offered >= (above == 1 ? FULL_TIME_ABOVE : FULL_TIME_SCHOOL);
    return share(true, above >= 0 && offered > 0 && is_full == full_time);
}

MEASURE(person, ABOUT, .kind = SV_SHARE_OF, .name = "ete_offered_full_time_end",
        .title = "Offered full-time hours as the order ended",
        .definition =
            "Of the children with an order that ended in the period (orders_ended), those "
            "offered 25 hours a week or more on its last day, or 16 above school age. The "
            "older measure of education, training and employment asks the same." HOURS_ADDED,
        BREAKDOWNS(BY_ORDER_TYPE(EACH_OF_ITS_OWN), BY_SCHOOL_AGE_AT_END))
{
    return share_offered(ctx, row, AT_END, true);
}

MEASURE(person, ABOUT, .kind = SV_SHARE_OF, .name = "ete_offered_part_time_end",
        .title = "Offered part-time hours as the order ended",
        .definition = "Of the children with an order that ended in the period (orders_ended), "
                      "those offered some hours on its last day, but fewer than full time (25 a "
                      "week, above school age 16)." HOURS_ADDED,
        BREAKDOWNS(BY_ORDER_TYPE(EACH_OF_ITS_OWN), BY_SCHOOL_AGE_AT_END))
{
    return share_offered(ctx, row, AT_END, false);
}

MEASURE(person, ABOUT, .kind = SV_SHARE_OF, .name = "ete_offered_full_time_start",
        .title = "Offered full-time hours as the order began",
        .definition =
            "Of the children with an order that ended in the period (orders_ended), those "
            "offered 25 hours a week or more as it began, or 16 above school age. The older "
            "measure of education, training and employment asks the same." HOURS_ADDED,
        BREAKDOWNS(BY_ORDER_TYPE(EACH_OF_ITS_OWN), BY_SCHOOL_AGE_AT_START))
{
    return share_offered(ctx, row, AT_START, true);
}

MEASURE(
    person, ABOUT, .kind = SV_SHARE_OF, .name = "ete_offered_part_time_start",
    .title = "Offered part-time hours as the order began",
    .definition =
        "Of the children with an order that ended in the period (orders_ended), those offered some "
        "hours as it began, but fewer than full time (25 a week, above school age 16)." HOURS_ADDED,
    .caution = NO_HOURS, BREAKDOWNS(BY_ORDER_TYPE(EACH_OF_ITS_OWN), BY_SCHOOL_AGE_AT_START))
{
    return share_offered(ctx, row, AT_START, false);
}

static uint64_t provision_at(const struct sv_context *ctx, const struct sv_row *row,
                             enum moment moment)
{
    sv_day when = moment_of((const struct person *)row, moment);
    uint64_t groups = 0;
    FOR_EACH (ctx, ete, ete, row) {
        if (is_there(ete, when) && readable(ete->ProvisionType))
            groups |= UINT64_C(1) << yj_ete_groups[ete->ProvisionType.number];
    }
    return groups;
}

static uint64_t provision_at_start(const struct sv_context *ctx, const struct sv_row *row)
{
    return provision_at(ctx, row, AT_START);
}

static uint64_t provision_at_end(const struct sv_context *ctx, const struct sv_row *row)
{
    return provision_at(ctx, row, AT_END);
}

MEASURE(person, ABOUT, .kind = SV_SHARE_OF, .name = "ete_recorded_end",
        .title = "With a record as the order ended, by kind of provision",
        .definition =
            "Of the children with an order that ended in the period (orders_ended), those with a "
            "record of education, training or employment on its last day; \"none\" is one.",
        BREAKDOWNS(BY_EACH(yj_ete_group_names, "provision", provision_at_end EACH_OF_THE_WHOLE)))
{
    return share(row->order, row->order && yj_ete_verdict(ctx, row, AT_END) != NOTHING_RECORDED);
}

MEASURE(person, ABOUT, .kind = SV_SHARE_OF, .name = "ete_recorded_start",
        .title = "With a record as the order began, by kind of provision",
        .definition =
            "Of the children with an order that ended in the period (orders_ended), those with a "
            "record of education, training or employment as it began; \"none\" is one.",
        BREAKDOWNS(BY_EACH(yj_ete_group_names, "provision", provision_at_start EACH_OF_THE_WHOLE)))
{
    return share(row->order, row->order && yj_ete_verdict(ctx, row, AT_START) != NOTHING_RECORDED);
}

static const char *const hour_bands[] = {"1 to 15 hours", "16 to 24 hours", "25 hours or more"};

/* Negative: no hours. */
static int hour_band(int64_t hours)
{
    return hours <= 0 ? -1 : (hours >= 16) + (hours >= 25);
}

static int offered_at_start(const struct sv_context *ctx, const struct sv_row *row)
{
    return hour_band(hours_at(ctx, (const struct person *)row, AT_START).offered);
}

static int offered_at_end(const struct sv_context *ctx, const struct sv_row *row)
{
    return hour_band(hours_at(ctx, (const struct person *)row, AT_END).offered);
}

static enum sv_part share_attended(const struct sv_context *ctx, const struct person *child,
                                   enum moment moment)
{
    if (!child->order)
        return SV_APART;
    struct hours hours = hours_at(ctx, child, moment);
    int offered = hour_band(hours.offered);
    return share(offered >= 0, hour_band(hours.attended) == offered);
}

MEASURE(person, ABOUT, .kind = SV_SHARE_OF, .name = "ete_attended_end",
        .title = "Attended the hours offered as the order ended, in bands",
        .definition =
            "Of the children offered hours on the last day of an order that ended in the period, "
            "those whose hours attended are in the same band: 1 to 15, 16 to 24, 25 or more.",
        BREAKDOWNS(BY_LABEL(hour_bands, "hours offered", offered_at_end EACH_OF_ITS_OWN)))
{
    return share_attended(ctx, row, AT_END);
}

MEASURE(person, ABOUT, .kind = SV_SHARE_OF, .name = "ete_attended_start",
        .title = "Attended the hours offered as the order began, in bands",
        .definition =
            "Of the children offered hours as an order began that ended in the period, those "
            "whose hours attended are in the same band: 1 to 15, 16 to 24, 25 or more.",
        BREAKDOWNS(BY_LABEL(hour_bands, "hours offered", offered_at_start EACH_OF_ITS_OWN)))
{
    return share_attended(ctx, row, AT_START);
}
