/* Health and other outcomes (OC2) of children looked after for 12 months. */
#include <stdlib.h>

#include "measures.h"

#define ABOUT                                                                                      \
    .section = SECTION_OUTCOMES, CHILDREN, .kind = SV_SHARE_OF, .at_end = true,                    \
    READS(TABLE_Episodes, TABLE_OC2)

#define OF_THOSE "Of the children looked after for 12 months or more "

/* The outcomes of a child of whom they are asked; NULL: it is none, or has no record. */
static const struct OC2 *outcomes_of(const struct sv_context *ctx, const struct Child *child)
{
    return looked_after_at_end(child) && looked_after_all_year(child) ? FIRST_OF(ctx, OC2, child)
                                                                      : NULL;
}

/* Of those for whom a flag is given, those who have it. */
static enum sv_part share_of_flag(bool whole, struct sv_value flag)
{
    return share(whole && readable(flag), is_true(flag));
}

MEASURE(Child, ABOUT, FROM_READING, .name = "outcomes_given", .title = "Children with outcomes",
        .definition = OF_THOSE
        "(see looked_after_12_months), those whose record of OC2 has at least "
        "one outcome.")
{
    const struct OC2 *outcomes = outcomes_of(ctx, row);
    return share(looked_after_at_end(row) && looked_after_all_year(row),
                 outcomes && has_outcome_data(outcomes));
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .name = "health_assessment",
        .title = "Annual health assessment",
        .definition = OF_THOSE "for whom the item is given, those with HEALTH_ASSESSMENT 1.",
        .caution = "Local indicators may ask for one every 6 months under the age of 5.")
{
    const struct OC2 *outcomes = outcomes_of(ctx, row);
    return outcomes ? share_of_flag(true, outcomes->HEALTH_ASSESSMENT) : SV_APART;
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .name = "teeth_check", .title = "Teeth checked by a dentist",
        .definition = OF_THOSE "for whom the item is given, those with TEETH_CHECK 1.")
{
    const struct OC2 *outcomes = outcomes_of(ctx, row);
    return outcomes ? share_of_flag(true, outcomes->TEETH_CHECK) : SV_APART;
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .name = "immunisations", .title = "Immunisations up to date",
        .definition = OF_THOSE "for whom the item is given, those with IMMUNISATIONS 1.")
{
    const struct OC2 *outcomes = outcomes_of(ctx, row);
    return outcomes ? share_of_flag(true, outcomes->IMMUNISATIONS) : SV_APART;
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .name = "development_check",
        .title = "Under 5: development assessments up to date",
        .definition = OF_THOSE "who are under 5 at the end of the period and for whom the item is "
                               "given, those with HEALTH_CHECK 1.")
{
    const struct OC2 *outcomes = outcomes_of(ctx, row);
    if (!outcomes || after_day(outcomes->DOB, ctx->period_end))
        return SV_APART;
    return share_of_flag(is_after(years_after(outcomes->DOB, 5), ctx->period_end),
                         outcomes->HEALTH_CHECK);
}

MEASURE(Child, ABOUT, FROM_PRACTICE, .name = "convicted",
        .title = "Aged 10 to 17: convicted, or given a youth caution",
        .definition = OF_THOSE "who are 10 to 17 at the end of the period and for whom the item is "
                               "given, those with CONVICTED 1.")
{
    const struct OC2 *outcomes = outcomes_of(ctx, row);
    if (!outcomes)
        return SV_APART;
    return share_of_flag(is_on_or_before(years_after(outcomes->DOB, 10), ctx->period_end) &&
                             is_after(years_after(outcomes->DOB, 18), ctx->period_end),
                         outcomes->CONVICTED);
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .name = "substance_misuse",
        .title = "Substance misuse problem",
        .definition = OF_THOSE "for whom the item is given, those with SUBSTANCE_MISUSE 1.")
{
    const struct OC2 *outcomes = outcomes_of(ctx, row);
    return outcomes ? share_of_flag(true, outcomes->SUBSTANCE_MISUSE) : SV_APART;
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .name = "intervention_received",
        .title = "Substance misuse: intervention received",
        .definition = "Of the children with a substance misuse problem for whom the item is given, "
                      "those with INTERVENTION_RECEIVED 1.")
{
    const struct OC2 *outcomes = outcomes_of(ctx, row);
    if (!outcomes)
        return SV_APART;
    return share_of_flag(is_true(outcomes->SUBSTANCE_MISUSE), outcomes->INTERVENTION_RECEIVED);
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .name = "intervention_refused",
        .title = "Substance misuse: intervention offered but refused",
        .definition = "Of the children with a substance misuse problem for whom "
                      "INTERVENTION_RECEIVED is given, those with INTERVENTION_RECEIVED 0 and "
                      "INTERVENTION_OFFERED 1.")
{
    const struct OC2 *outcomes = outcomes_of(ctx, row);
    if (!outcomes)
        return SV_APART;
    return share(is_true(outcomes->SUBSTANCE_MISUSE) && readable(outcomes->INTERVENTION_RECEIVED),
                 is_false(outcomes->INTERVENTION_RECEIVED) &&
                     is_true(outcomes->INTERVENTION_OFFERED));
}

#define SCORE_MAX 40

/* The score of the questionnaire; -1: none, or none that there can be. */
static int32_t score_of(const struct sv_context *ctx, const struct OC2 *outcomes)
{
    const char *text = text_of(ctx, outcomes->SDQ_SCORE);
    size_t length = strlen(text);
    if (length == 0 || length > 2 || strspn(text, "0123456789") != length)
        return -1;
    int32_t score = (int32_t)strtol(text, NULL, 10);
    return score <= SCORE_MAX ? score : -1;
}

/* Of an age for which there is a questionnaire during the whole period. */
static bool is_of_sdq_age(const struct sv_context *ctx, const struct OC2 *outcomes)
{
    return outcomes && is_on_or_before(years_after(outcomes->DOB, 4), ctx->period_start) &&
           is_after(years_after(outcomes->DOB, 17), ctx->period_end);
}

static bool is_scored(const struct sv_context *ctx, const struct OC2 *outcomes)
{
    return is_of_sdq_age(ctx, outcomes) && score_of(ctx, outcomes) >= 0;
}

MEASURE(Child, ABOUT, FROM_PRACTICE, .name = "sdq_recorded", .title = "Aged 4 to 16: SDQ score",
        .definition = OF_THOSE
        "who have a record of OC2, were 4 or over on the first day of the "
        "period and are under 17 on its last, those with a score of 0 to 40.",
        .caution = "The statistics up to 2022 have children of 5 to 16.")
{
    const struct OC2 *outcomes = outcomes_of(ctx, row);
    return share(is_of_sdq_age(ctx, outcomes), is_scored(ctx, outcomes));
}

static const char *const score_bands[] = {"normal (0 to 13)", "borderline (14 to 16)",
                                          "cause for concern (17 to 40)"};
static const int32_t score_edges[] = {13, 16};

MEASURE(
    Child, .section = SECTION_OUTCOMES, .unit = "point a child", .units = "points a child",
    READS(TABLE_Episodes, TABLE_OC2), FROM_PRACTICE, .kind = SV_RATIO_OF, .at_end = true,
    .name = "sdq_average", .title = "SDQ score: average",
    .definition = "The scores of the children counted in sdq_recorded, divided by their number.",
    BREAKDOWNS(BY_VALUE(score_bands, score_edges, "score")))
{
    const struct OC2 *outcomes = outcomes_of(ctx, row);
    bool scored = is_scored(ctx, outcomes);
    amount->value = scored ? score_of(ctx, outcomes) : 0;
    return counted_if(scored);
}

MEASURE(Child, ABOUT, FROM_PRACTICE, .name = "sdq_concern", .title = "SDQ score: cause for concern",
        .definition = "Of the children counted in sdq_recorded, those with a score of 17 or more.")
{
    const struct OC2 *outcomes = outcomes_of(ctx, row);
    bool scored = is_scored(ctx, outcomes);
    return share(scored, scored && score_of(ctx, outcomes) > score_edges[1]);
}
