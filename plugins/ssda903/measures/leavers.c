/* Care leavers (OC3): whom the authority is in touch with, what they do and where they live. */
#include "measures.h"

#define ABOUT                                                                                      \
    .section = SECTION_LEAVERS, .unit = "young person", .units = "young people", READS(TABLE_OC3)

/* Who is no care leaver of this authority: died, went home, or cared for by another authority. */
static bool is_left_out(const struct Child *child, const struct OC3 *leaver)
{
    const struct Episodes *last = last_episode(child);
    return IS_ANY(leaver->IN_TOUCH, IN_TOUCH_DIED, IN_TOUCH_RHOM) ||
           (last && is_code(last->REC, REC_E3));
}

static bool had_short_breaks_only(const struct Child *child)
{
    for (uint32_t i = 0; i < child->order.count; i++) {
        if (!is_short_break(child->order.rows[i]))
            return false;
    }
    return child->order.count > 0;
}

/* The record of a child whose birthday from `first` to `last` lies in the period; NULL: none. */
static const struct OC3 *leaver_of(const struct sv_context *ctx, const struct Child *child,
                                   int first, int last)
{
    const struct OC3 *leaver = FIRST_OF(ctx, OC3, child);
    if (!leaver || !has_leaver_data(leaver) || is_left_out(child, leaver) ||
        had_short_breaks_only(child))
        return NULL;
    for (int age = first; age <= last; age++) {
        if (is_between(years_after(leaver->DOB, age), ctx->period_start, ctx->period_end))
            return leaver;
    }
    return NULL;
}

/* The record of a child that counts. */
static const struct OC3 *record_of(const struct sv_context *ctx, const struct sv_row *row)
{
    return (const struct OC3 *)first_below(ctx, row, TABLE_OC3);
}

static int touch_of(const struct sv_context *ctx, const struct sv_row *row)
{
    return record_of(ctx, row)->IN_TOUCH.number;
}

enum { OCCUPIED, UNOCCUPIED, OCCUPATION_UNKNOWN };
static const char *const occupations[] = {"in education, employment or training (F, P)",
                                          "not in any of them (G4 to G6)", "not known (0, blank)"};

static int occupation_of(const struct OC3 *leaver)
{
    if (!readable(leaver->ACTIV) || is_code(leaver->ACTIV, ACTIV_0))
        return OCCUPATION_UNKNOWN;
    return IS_ANY(leaver->ACTIV, ACTIV_G4, ACTIV_G5, ACTIV_G6) ? UNOCCUPIED : OCCUPIED;
}

static int occupation_band(const struct sv_context *ctx, const struct sv_row *row)
{
    return occupation_of(record_of(ctx, row));
}

static int activity_of(const struct sv_context *ctx, const struct sv_row *row)
{
    return record_of(ctx, row)->ACTIV.number;
}

enum { SUITABLE, UNSUITABLE, SUITABILITY_UNKNOWN };
static const char *const suitabilities[] = {"suitable (1)", "unsuitable (2)",
                                            "not known (0, R1, R2, blank)"};

static int suitability_of(const struct OC3 *leaver)
{
    if (!readable(leaver->ACCOM) || IS_ANY(leaver->ACCOM, ACCOM_0, ACCOM_R1, ACCOM_R2))
        return SUITABILITY_UNKNOWN;
    return ACCOM_list.codes[leaver->ACCOM.number].code[1] == '1' ? SUITABLE : UNSUITABLE;
}

static int suitability_band(const struct sv_context *ctx, const struct sv_row *row)
{
    return suitability_of(record_of(ctx, row));
}

static int accommodation_of(const struct sv_context *ctx, const struct sv_row *row)
{
    return record_of(ctx, row)->ACCOM.number;
}

#define BY_OUTCOME                                                                                 \
    BREAKDOWNS(BY_LIST(IN_TOUCH, "contact", touch_of),                                             \
               BY_LABEL(occupations, "activity", occupation_band),                                 \
               BY_LIST(ACTIV, "kind of activity", activity_of),                                    \
               BY_LABEL(suitabilities, "accommodation", suitability_band),                         \
               BY_LIST(ACCOM, "kind of accommodation", accommodation_of))

static enum sv_part in_touch(const struct OC3 *leaver)
{
    return share(leaver && readable(leaver->IN_TOUCH),
                 leaver && is_code(leaver->IN_TOUCH, IN_TOUCH_YES));
}

static enum sv_part occupied(const struct OC3 *leaver)
{
    return share(leaver, leaver && occupation_of(leaver) == OCCUPIED);
}

static enum sv_part suitably_housed(const struct OC3 *leaver)
{
    return share(leaver, leaver && suitability_of(leaver) == SUITABLE);
}

static const char *const ages[] = {"17", "18", "19", "20", "21", "22 to 25"};

/* The birthday that lies in the period. */
static int age_of(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct OC3 *leaver = record_of(ctx, row);
    int band = sv_age_on(day_of(leaver->DOB), ctx->period_end) - 17;
    return band > 5 ? 5 : band;
}

#define FIRST_AGE 17
#define LAST_AGE 25

MEASURE(Child, ABOUT, FROM_STATISTICS, .name = "leavers", .title = "Care leavers",
        .definition = "Children with data in OC3 who become 17 to 25 in the period. Not those who "
                      "died, returned home (IN_TOUCH DIED, RHOM), had short breaks only, or whose "
                      "last episode in the return ends with E3.",
        .caution = "Local counts may hold care leavers of all ages up to 25.",
        BREAKDOWNS(BY_LABEL(ages, "birthday in the period", age_of)))
{
    return counted_if(leaver_of(ctx, row, FIRST_AGE, LAST_AGE));
}

#define OF_17 "Of the care leavers who become 17 in the period"
#define OF_18 "Of the care leavers who become 18 in the period"
#define OF_19_TO_21 "Of the care leavers who become 19, 20 or 21 in the period"
#define IN_TOUCH_OF " and for whom the item is given, those with IN_TOUCH YES."
#define OCCUPIED_OF                                                                                \
    ", those in education, employment or training: ACTIV F1 to F5 or P1 to P5. Those whose "       \
    "activity is not known are in the denominator."
#define HOUSED_OF                                                                                  \
    ", those with an ACCOM that ends in 1 and is not R1. Those whose accommodation is not known "  \
    "are in the denominator."

MEASURE(Child, ABOUT, FROM_STATISTICS, .name = "leavers_17", .title = "Care leavers of 17",
        .definition = "Care leavers who become 17 in the period.", BY_OUTCOME)
{
    return counted_if(leaver_of(ctx, row, 17, 17));
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "leavers_17_in_touch",
        .title = "17: in touch", .definition = OF_17 IN_TOUCH_OF)
{
    return in_touch(leaver_of(ctx, row, 17, 17));
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "leavers_17_occupied",
        .title = "17: in education, employment or training", .definition = OF_17 OCCUPIED_OF)
{
    return occupied(leaver_of(ctx, row, 17, 17));
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "leavers_17_housed",
        .title = "17: in suitable accommodation", .definition = OF_17 HOUSED_OF)
{
    return suitably_housed(leaver_of(ctx, row, 17, 17));
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .name = "leavers_18", .title = "Care leavers of 18",
        .definition = "Care leavers who become 18 in the period.", BY_OUTCOME)
{
    return counted_if(leaver_of(ctx, row, 18, 18));
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "leavers_18_in_touch",
        .title = "18: in touch", .definition = OF_18 IN_TOUCH_OF)
{
    return in_touch(leaver_of(ctx, row, 18, 18));
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "leavers_18_occupied",
        .title = "18: in education, employment or training", .definition = OF_18 OCCUPIED_OF)
{
    return occupied(leaver_of(ctx, row, 18, 18));
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "leavers_18_housed",
        .title = "18: in suitable accommodation", .definition = OF_18 HOUSED_OF)
{
    return suitably_housed(leaver_of(ctx, row, 18, 18));
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .name = "leavers_19_to_21",
        .title = "Care leavers of 19 to 21",
        .definition = "Care leavers who become 19, 20 or 21 in the period.", BY_OUTCOME)
{
    return counted_if(leaver_of(ctx, row, 19, 21));
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "leavers_19_to_21_in_touch",
        .title = "19 to 21: in touch", .definition = OF_19_TO_21 IN_TOUCH_OF)
{
    return in_touch(leaver_of(ctx, row, 19, 21));
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "leavers_19_to_21_occupied",
        .title = "19 to 21: in education, employment or training",
        .definition = OF_19_TO_21 OCCUPIED_OF)
{
    return occupied(leaver_of(ctx, row, 19, 21));
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "leavers_19_to_21_housed",
        .title = "19 to 21: in suitable accommodation", .definition = OF_19_TO_21 HOUSED_OF)
{
    return suitably_housed(leaver_of(ctx, row, 19, 21));
}

MEASURE(Child, ABOUT, FROM_PRACTICE, .kind = SV_SHARE_OF, .name = "leavers_19_touch_and_housed",
        .title = "19: in touch and in suitable accommodation",
        .definition = "Of the care leavers who become 19 in the period and for whom IN_TOUCH is "
                      "given, those with IN_TOUCH YES and in suitable accommodation.",
        .caution = "The older indicator NI147; boards still use it.")
{
    const struct OC3 *leaver = leaver_of(ctx, row, 19, 19);
    return share(leaver && readable(leaver->IN_TOUCH),
                 in_touch(leaver) == SV_COUNTED && suitably_housed(leaver) == SV_COUNTED);
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "leavers_22_to_25_in_touch",
        .title = "22 to 25: in touch",
        .definition = "Of the care leavers who become 22, 23, 24 or 25 in the period" IN_TOUCH_OF,
        .caution = "They need to be in the return only when they ask for support.")
{
    return in_touch(leaver_of(ctx, row, 22, LAST_AGE));
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .name = "leavers_22_to_25", .title = "22 to 25 in touch",
        .definition = "Care leavers who become 22, 23, 24 or 25 in the period, with IN_TOUCH YES.",
        BY_OUTCOME)
{
    return counted_if(in_touch(leaver_of(ctx, row, 22, LAST_AGE)) == SV_COUNTED);
}
