/* What measures of several sections use. */
#include "measures.h"

const char *const yj_order_type_names[6] = {"out-of-court disposal other than cautions",
                                            "youth caution",
                                            "youth conditional caution",
                                            "referral order",
                                            "youth rehabilitation order",
                                            "custody"};
const char *const yj_age_names[4] = {"under 10", "10 to 14", "15 to 17", "18 and over"};
const char *const yj_sex_names[3] = {"male", "female", "unknown or not stated"};

const char *const yj_tier_names[4] = {"pre-court (cautions)", "first tier", "community", "custody"};

int yj_order_type_of(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return (int)child_of(row)->order_type - ORDER_OOCD;
}

int yj_sex_of(const struct sv_context *ctx, const struct sv_row *row)
{
    static const int places[Sex_code_count] = {[Sex_1] = 0, [Sex_2] = 1, [Sex_0] = 2, [Sex_9] = 2};
    const struct person *child = child_of(row);
    bool by_gender = missing(child->Sex) && ctx->year < 2023;
    struct sv_value sex = by_gender ? child->Gender : child->Sex;
    return readable(sex) ? places[sex.number] : -1;
}

int yj_ethnic_group_of(const struct sv_context *ctx, const struct sv_row *row)
{
    struct sv_value ethnicity = child_of(row)->Ethnicity;
    (void)ctx;
    return readable(ethnicity) ? yj_ethnic_groups[ethnicity.number] : -1;
}

int yj_age_band(int age)
{
    if (age == SV_NONE)
        return -1;
    return (age >= 10) + (age >= 15) + (age >= 18);
}

int yj_tier_place(const struct outcome *outcome)
{
    static const unsigned tiers[] = {TIER_PRE_COURT, TIER_FIRST_TIER, TIER_COMMUNITY, TIER_CUSTODY};
    for (int place = 0; outcome && place < 4; place++) {
        if (has_tier(outcome, tiers[place]))
            return place;
    }
    return -1;
}

int yj_age_at_start(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct person *child = child_of(row);
    (void)ctx;
    return yj_age_band(age_on(child, child->order_first));
}

enum verdict yj_verdict(struct sv_value suitability)
{
    if (missing(suitability))
        return NOTHING_RECORDED;
    if (!readable(suitability))
        return NOT_READABLE;
    return is_code(suitability, Suitability_SUITABLE) ? SUITABLE : UNSUITABLE;
}

enum verdict yj_ete_verdict(const struct sv_context *ctx, const struct person *child,
                            enum moment moment)
{
    sv_day when = moment_of(child, moment);
    enum verdict all = NOTHING_RECORDED;
    FOR_EACH (ctx, ete, ete, child) {
        enum verdict verdict = yj_verdict(ete->Suitability);
        if (verdict > all && holds_on(ete->StartDate, ete->EndDate, when))
            all = verdict;
    }
    return all;
}

const char *yj_untold_indicator(const struct sv_context *ctx)
{
    if (return_start(ctx) != ctx->period_start || return_end(ctx) != ctx->period_end)
        return "needs a period in the header, from its first day to its last";
    return extract_day(ctx) == SV_NONE ? NEEDS_EXTRACT_DAY : NULL;
}

bool yj_is_worse(const struct outcome *outcome, const struct outcome *than)
{
    int rank = kind_of(outcome->LegalOutcome)->rank;
    int other = than ? kind_of(than->LegalOutcome)->rank : 0;
    return !than || rank < other ||
           (rank == other && after(outcome->OutcomeDate, than->OutcomeDate));
}

bool yj_in_twelve_months(const struct sv_context *ctx, struct sv_value date)
{
    return is_between(day(date), sv_add_months(ctx->period_end + 1, -12), ctx->period_end);
}

bool yj_is_first_of_day(const struct sv_context *ctx, const struct outcome *outcome,
                        bool (*alike)(const struct sv_context *ctx, const struct outcome *earlier,
                                      const struct outcome *outcome))
{
    const struct person *child = child_of(outcome);
    uint32_t lo = 0;
    for (uint32_t hi = child->outcome_count; lo < hi;) {
        uint32_t middle = (lo + hi) / 2;
        if (child->outcomes[middle]->OutcomeDate.number < outcome->OutcomeDate.number)
            lo = middle + 1;
        else
            hi = middle;
    }
    for (; lo < child->outcome_count && child->outcomes[lo] != outcome; lo++) {
        if (alike(ctx, child->outcomes[lo], outcome))
            return false;
    }
    return true;
}

#define SERIOUS_CATEGORIES                                                                         \
    (CODE_BIT(OffenceCategory, VIOLENCE_AGAINST_THE_PERSON) | CODE_BIT(OffenceCategory, ROBBERY) | \
     CODE_BIT(OffenceCategory, DRUGS))

bool yj_is_serious_violence(const struct offence *offence)
{
    int score = offence->YJBSeriousnessScore.number;
    return in_set(offence->YJBOffenceCategory, SERIOUS_CATEGORIES) && score >= 5 && score <= 8;
}
