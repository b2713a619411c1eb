/* Cautions, sentences and diversion of the period, whether or not a programme came of them. */
#include "measures.h"

#define ABOUT .section = SECTION_OUTCOMES

#define PROVEN                                                                                     \
    "a caution or sentence in force that was given in the period while the child lived locally: "  \
    "10 to 17 at arrest or offence, and under 18 at the first hearing, which a caution need not "  \
    "have"

static bool is_local(const struct sv_context *ctx, const struct outcome *outcome)
{
    return in_period(ctx, outcome->OutcomeDate) &&
           area_on(child_of(outcome), day(outcome->OutcomeDate)) == AREA_LOCAL;
}

static bool counts_here(const struct sv_context *ctx, const struct outcome *outcome)
{
    return is_local(ctx, outcome) && is_proven(outcome);
}

/* The outcome by which a child or an offence counts: the most serious, then the latest. */
static const struct outcome *outcome_of(const struct sv_context *ctx, const struct sv_row *under)
{
    const struct outcome *best = NULL;
    FOR_EACH (ctx, outcome, outcome, under) {
        if (counts_here(ctx, outcome) && yj_is_worse(outcome, best))
            best = outcome;
    }
    return best;
}

static int tier_of(const struct sv_context *ctx, const struct sv_row *row)
{
    return yj_tier_place(outcome_of(ctx, row));
}

static int age_of(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct outcome *outcome = outcome_of(ctx, row);
    return outcome ? yj_age_band(age_on(child_of(row), day(outcome->OutcomeDate))) : -1;
}

#define BY_TIER BY_LABEL(yj_tier_names, "most serious outcome", tier_of)

MEASURE(person, ABOUT, CHILDREN_COUNTED, FROM_PRACTICE, .name = "children_sentenced",
        .title = "Children cautioned or sentenced", .population = "10-17", .per = 10000,
        .definition = "Children with " PROVEN
                      ". Of several of one weight the latest gives tier and age.",
        BREAKDOWNS(BY_TIER, BY_LABEL(yj_age_names, "age at the most serious outcome", age_of),
                   BY_SEX, BY_ETHNIC_GROUP))
{
    return counted_if(outcome_of(ctx, &row->row));
}

BAND_OF_CODE(category_of, offence, YJBOffenceCategory)
BAND_OF_CODE(legal_outcome_of, outcome, LegalOutcome)

static int score_of(const struct sv_context *ctx, const struct sv_row *row)
{
    int score = ((const struct offence *)row)->YJBSeriousnessScore.number;
    (void)ctx;
    return score >= 1 && score <= 8 ? score - 1 : -1;
}

static const char *const scores[] = {"1", "2", "3", "4", "5", "6", "7", "8"};

MEASURE(offence, ABOUT, OFFENCES_COUNTED, FROM_PRACTICE, .name = "proven_offences",
        .title = "Proven offences", .definition = "Offences with " PROVEN ".",
        BREAKDOWNS(BY_LIST(OffenceCategory, "category", category_of),
                   BY_LABEL(scores, "seriousness score", score_of), BY_TIER))
{
    return counted_if(outcome_of(ctx, &row->row));
}

MEASURE(offence, ABOUT, OFFENCES_COUNTED, FROM_PRACTICE, .kind = SV_SHARE_OF,
        .name = "proven_offences_sv", .title = "Serious violence among the proven offences",
        .definition = "Of the proven offences (proven_offences), those of drugs, robbery or "
                      "violence against the person with a seriousness score of 5 to 8.",
        .caution = "Counted by the day of the outcome: delays at the police and in court move it. "
                   "Indicator 9 asks for a programme too.",
        BREAKDOWNS(BY_LIST(OffenceCategory, "category", category_of)))
{
    return share(outcome_of(ctx, &row->row), yj_is_serious_violence(row));
}

static bool is_timed(const struct offence *offence, const struct outcome *outcome)
{
    return outcome && is_since(day(outcome->OutcomeDate), day(offence->OffenceDate));
}

MEASURE(offence, ABOUT, OFFENCES_COUNTED, FROM_STATVAL, .kind = SV_QUARTILES_OF,
        .name = "days_to_outcome", .title = "Days from offence to outcome: quartiles",
        .definition =
            "Days from the offence to its most serious outcome of the period, then the latest, "
            "of proven offences (proven_offences) that have both dates in order.")
{
    const struct outcome *outcome = outcome_of(ctx, &row->row);
    bool timed = is_timed(row, outcome);
    amount->value = timed ? day(outcome->OutcomeDate) - day(row->OffenceDate) : 0;
    return counted_if(timed);
}

/* Of one child and day, an outcome of the same kind that counts too. */
static bool is_same_occasion(const struct sv_context *ctx, const struct outcome *earlier,
                             const struct outcome *outcome)
{
    return earlier->LegalOutcome.number == outcome->LegalOutcome.number &&
           counts_here(ctx, earlier);
}

MEASURE(outcome, ABOUT, FROM_CODE, .unit = "occasion", .units = "occasions",
        .name = "outcome_occasions", .title = "Occasions of cautions and sentences",
        .definition = "Different groups of child, day and legal outcome of " PROVEN ".",
        BREAKDOWNS(BY_LIST(LegalOutcome, "outcome", legal_outcome_of)))
{
    return counted_if(counts_here(ctx, row) && yj_is_first_of_day(ctx, row, is_same_occasion));
}

static bool is_diversion(const struct sv_context *ctx, const struct outcome *outcome)
{
    return is_local(ctx, outcome) && has_tier(outcome, TIER_DIVERSION) && outcome->effective;
}

static bool is_same_diversion(const struct sv_context *ctx, const struct outcome *earlier,
                              const struct outcome *outcome)
{
    return earlier->LegalOutcome.number == outcome->LegalOutcome.number &&
           is_diversion(ctx, earlier);
}

MEASURE(outcome, ABOUT, FROM_STATVAL, .unit = "occasion", .units = "occasions",
        .name = "diversions", .title = "Occasions of diversion and community resolution",
        .definition =
            "Different groups of child, day and legal outcome, of outcomes below a caution "
            "in force that were given in the period while the child lived locally.",
        BREAKDOWNS(BY_LIST(LegalOutcome, "outcome", legal_outcome_of)))
{
    return counted_if(is_diversion(ctx, row) && yj_is_first_of_day(ctx, row, is_same_diversion));
}
