/* Indicator 9: proven offences of serious violence. */
#include "measures.h"

#define ABOUT .section = SECTION_SERIOUS_VIOLENCE, INDICATOR_OF_CASES, FROM_CODE

#define SERIOUS "drugs, robbery or violence against the person, with a seriousness score of 5 to 8"

/* By the day of the caution's arrest or offence, or of the first hearing. */
static sv_day day_of_age(const struct outcome *outcome)
{
    const struct offence *offence = OFFENCE_OF(outcome);
    return has_tier(outcome, TIER_PRE_COURT) ? arrest_or_offence(offence) : first_heard(offence);
}

/* A caution or sentence that has a type of order, in force and made locally, of a child. */
static bool passes(const struct sv_context *ctx, const struct outcome *outcome)
{
    const struct person *child = child_of(outcome);
    sv_day made = day(outcome->OutcomeDate);
    return has_tier(outcome, SUBSTANTIVE_TIERS) &&
           kind_of(outcome->LegalOutcome)->order_type != ORDER_NONE && outcome->effective &&
           is_since(extract_day(ctx), made) && area_on(child, made) == AREA_LOCAL &&
           is_10_to_17(child, day_of_age(outcome));
}

static bool is_in_period(const struct sv_context *ctx, struct sv_value date)
{
    return in_period(ctx, date);
}

typedef bool (*is_in_window)(const struct sv_context *ctx, struct sv_value date);

/* The outcome in a window by which an offence counts: the most serious, then the latest. */
static const struct outcome *outcome_in(const struct sv_context *ctx, const struct offence *offence,
                                        is_in_window window)
{
    const struct outcome *best = NULL;
    if (!offence->id || !offence->id->types.any_counts)
        return NULL;
    FOR_EACH (ctx, outcome, outcome, offence) {
        if (window(ctx, outcome->OutcomeDate) && passes(ctx, outcome) && yj_is_worse(outcome, best))
            best = outcome;
    }
    return best;
}

/* The same, unless an offence further up with the same id counts. */
static const struct outcome *counted_in(const struct sv_context *ctx, const struct offence *offence,
                                        is_in_window window)
{
    const struct outcome *outcome = outcome_in(ctx, offence, window);
    const struct same_id *id = offence->id;
    for (uint32_t i = 0; outcome && id && WITH_ID(offence, id, i) != offence; i++) {
        if (outcome_in(ctx, WITH_ID(offence, id, i), window))
            return NULL;
    }
    return outcome;
}

BAND_OF_CODE(category_of, offence, YJBOffenceCategory)

static int score_of(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return ((const struct offence *)row)->YJBSeriousnessScore.number - 5;
}

static int order_type_of(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct outcome *outcome = counted_in(ctx, (const struct offence *)row, is_in_period);
    return outcome ? (int)kind_of(outcome->LegalOutcome)->order_type - ORDER_YC : -1;
}

/* By type of order: other out-of-court disposals have no share, as they prove no offence. */
#define BY_CAUTION_OR_SENTENCE                                                                     \
    {                                                                                              \
        .by = "type of order", .labels = yj_order_type_names + (ORDER_YC - ORDER_OOCD),            \
        .label_count = ORDER_CUST - ORDER_YC + 1, .band = order_type_of EACH_OF_ITS_OWN            \
    }

static const char *const score_names[] = {"5", "6", "7", "8"};

#define BY_CATEGORY BY_LIST(OffenceCategory, "category", category_of)
#define BY_SCORE BY_LABEL(score_names, "seriousness score", score_of)

MEASURE(offence, ABOUT, OFFENCES_COUNTED, .name = "sv_offences",
        .title = "Serious violence: offences proven in the period (KPI 9)", .population = "10-17",
        .per = 10000,
        .definition = "Offences of " SERIOUS
                      ", with a caution, conditional caution, referral order, youth rehabilitation "
                      "order or custody in force that was given in the period while the child "
                      "lived locally, and linked to a programme that counts. Aged 10 to 17 at "
                      "arrest or offence for a caution, else at the first hearing.",
        .caution = "The rate is of this period, not of a year. The national one takes the mid-year "
                   "estimate of residents aged 10 to 17 of the calendar year before the one in the "
                   "label of the quarter. The score must be right in the return.",
        BREAKDOWNS(BY_CATEGORY, BY_SCORE))
{
    return counted_if(yj_is_serious_violence(row) && counted_in(ctx, row, is_in_period));
}

MEASURE(offence, ABOUT, OFFENCES_COUNTED, .kind = SV_SHARE_OF, .name = "sv_share",
        .title = "Serious violence among the offences proven",
        .definition = "Of the offences of any kind with an outcome in the period as in "
                      "sv_offences, those of serious violence.",
        BREAKDOWNS(BY_CAUTION_OR_SENTENCE))
{
    bool counted = counted_in(ctx, row, is_in_period);
    return share(counted, yj_is_serious_violence(row));
}

/* The age at the earliest offence of serious violence that counts. */
static int age_of(const struct sv_context *ctx, const struct sv_row *row)
{
    sv_day first = SV_NONE;
    FOR_EACH (ctx, offence, offence, row) {
        bool serious = yj_is_serious_violence(offence);
        const struct outcome *outcome = serious ? outcome_in(ctx, offence, is_in_period) : NULL;
        if (outcome)
            first = earlier_of(first, day_of_age(outcome));
    }
    return yj_age_band(age_on((const struct person *)row, first));
}

MEASURE(person, ABOUT, CHILDREN_COUNTED, .kind = SV_SHARE_OF, .name = "sv_children",
        .title = "Children with serious violence, of those with an offence",
        .definition =
            "Of the children with an offence of any kind with an outcome in the period "
            "as in sv_offences, those with one of serious violence. Of several ages at these "
            "that at the earliest counts.",
        .caution = "The template of totals parts ages 10 to 15 and 16 to 17; the case-level code "
                   "10 to 14 and 15 to 17, as here.",
        BREAKDOWNS(BY_LABEL(yj_age_names, "age by which the offence counts", age_of), BY_SEX,
                   BY_ETHNIC_GROUP))
{
    bool any = false;
    bool serious = false;
    FOR_EACH (ctx, offence, offence, row) {
        bool counts_here = outcome_in(ctx, offence, is_in_period);
        any = any || counts_here;
        serious = serious || (counts_here && yj_is_serious_violence(offence));
    }
    return share(any, serious);
}

MEASURE(offence, .section = SECTION_SERIOUS_VIOLENCE, INDICATOR_OF_CASES, FROM_PRACTICE,
        OFFENCES_COUNTED, .name = "sv_offences_12_months",
        .title = "Serious youth violence in twelve months", .at_end = true, .population = "10-17",
        .per = 10000,
        .definition = "Offences as in sv_offences, with an outcome in the twelve months that end "
                      "with the period.",
        .caution = OLDER_OUTCOMES MID_YEAR, BREAKDOWNS(BY_CATEGORY, BY_SCORE))
{
    return counted_if(yj_is_serious_violence(row) && counted_in(ctx, row, yj_in_twelve_months));
}
