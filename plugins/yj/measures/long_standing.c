/* The four measures that the Youth Justice Board keeps beside the indicators. */
#include "measures.h"

#define ABOUT .section = SECTION_LONG_STANDING, .at_end = true

static int tier_of(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return yj_tier_place(first_proven((const struct person *)row));
}

static int age_of(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct person *child = (const struct person *)row;
    const struct outcome *first = first_proven(child);
    (void)ctx;
    return first ? yj_age_band(age_on(child, day(first->OutcomeDate))) : -1;
}

MEASURE(
    person, ABOUT, FROM_CODE, CHILDREN_COUNTED, .name = "first_time_entrants",
    .title = "First-time entrants in twelve months (local estimate)", .population = "10-17",
    .per = 100000,
    .definition =
        "Children whose first caution or conviction in the return was given in the twelve months "
        "that end with the period, while they lived locally: 10 to 17 at arrest or offence, under "
        "18 at the first hearing. Of children with one originating id and date of birth the one "
        "with the earliest counts. Community resolutions and outcomes 20 to 22 make no entrant.",
    .caution = "The official figure comes from the Police National Computer. " OLDER_OUTCOMES
               "So the estimate runs high. " MID_YEAR,
    BREAKDOWNS(BY_LABEL(yj_tier_names, "first outcome", tier_of),
               BY_LABEL(yj_age_names, "age at that outcome", age_of), BY_SEX, BY_ETHNIC_GROUP))
{
    const struct outcome *first = first_proven(row);
    return counted_if(first && !row->entered_before &&
                      yj_in_twelve_months(ctx, first->OutcomeDate) &&
                      area_on(row, day(first->OutcomeDate)) == AREA_LOCAL);
}

/* A custodial sentence in force, given locally to a child by its age at the first hearing. */
static bool is_custodial(const struct sv_context *ctx, const struct outcome *outcome)
{
    const struct person *child = child_of(outcome);
    return has_tier(outcome, TIER_CUSTODY) && outcome->effective &&
           yj_in_twelve_months(ctx, outcome->OutcomeDate) &&
           is_10_to_17(child, first_heard(OFFENCE_OF(outcome))) &&
           area_on(child, day(outcome->OutcomeDate)) == AREA_LOCAL;
}

static bool is_custodial_before(const struct sv_context *ctx, const struct outcome *earlier,
                                const struct outcome *outcome)
{
    (void)outcome;
    return is_custodial(ctx, earlier);
}

BAND_OF_CODE(legal_outcome_of, outcome, LegalOutcome)

MEASURE(outcome, ABOUT, FROM_CODE, .unit = "child and day of sentence",
        .units = "children and days of sentence", .name = "custody_sentences",
        .title = "Use of custody in twelve months", .population = "10-17", .per = 1000,
        .definition =
            "Pairs of a child and a day on which it was sentenced to custody, in force, in "
            "the twelve months that end with the period, while it lived locally, 10 to 17 at "
            "the first hearing. Several offences sentenced on one day count once.",
        .caution = OLDER_OUTCOMES MID_YEAR,
        BREAKDOWNS(BY_LIST(LegalOutcome, "sentence (the first of the day)", legal_outcome_of)))
{
    return counted_if(is_custodial(ctx, row) && yj_is_first_of_day(ctx, row, is_custodial_before));
}

/* Reoffending is followed over these months from the caution, conviction or release on; a
 * reoffence has six months more to be cautioned or convicted. */
enum { REOFFENCE_MONTHS = 12, PROOF_MONTHS = 18, COHORT_MONTHS = 3 };

/* The last day of the latest three months that were followed to the end of the period. */
static sv_day cohort_end(const struct sv_context *ctx)
{
    return sv_add_months(ctx->period_end + 1, -PROOF_MONTHS) - 1;
}

static bool is_in_cohort(const struct sv_context *ctx, sv_day d)
{
    sv_day end = cohort_end(ctx);
    return is_between(d, sv_add_months(end + 1, -COHORT_MONTHS), end);
}

/* The follow-up lasts to the end of the period. */
static const char *untold_reoffending(const struct sv_context *ctx)
{
    if (extract_day(ctx) == SV_NONE)
        return NEEDS_EXTRACT_DAY;
    return is_since(extract_day(ctx), ctx->period_end)
               ? NULL
               : "needs an extract of the last day of the period or later";
}

/* The day from which a child is followed: the first caution, conviction or release from custody in
 * the three months, at 10 to 17. SV_NONE: there is none. */
static sv_day cohort_start(const struct sv_context *ctx, const struct person *child)
{
    sv_day first = SV_NONE;
    for (uint32_t i = 0; i < child->outcome_count && first == SV_NONE; i++) {
        const struct outcome *outcome = child->outcomes[i];
        if (is_in_cohort(ctx, day(outcome->OutcomeDate)) && outcome->effective &&
            has_tier(outcome, SUBSTANTIVE_TIERS & ~(unsigned)TIER_CUSTODY))
            first = day(outcome->OutcomeDate);
    }
    FOR_EACH (ctx, programme, programme, child) {
        sv_day released = day(programme->StartDate);
        if (is_code(programme->DisposalType, DisposalType_DTO_LICENCE) &&
            is_in_cohort(ctx, released))
            first = earlier_of(first, released);
    }
    return is_10_to_17(child, first) ? first : SV_NONE;
}

static bool is_proven_between(const struct sv_context *ctx, const struct offence *offence,
                              sv_day after, sv_day until)
{
    FOR_EACH (ctx, outcome, outcome, offence) {
        sv_day made = day(outcome->OutcomeDate);
        if (outcome->effective && has_tier(outcome, SUBSTANTIVE_TIERS) && is_before(after, made) &&
            is_since(until, made))
            return true;
    }
    return false;
}

static int32_t reoffences_of(const struct sv_context *ctx, const struct person *child, sv_day start)
{
    int32_t count = 0;
    if (start == SV_NONE)
        return 0;
    FOR_EACH (ctx, offence, offence, child) {
        sv_day committed = day(offence->OffenceDate);
        count += is_before(start, committed) &&
                 is_since(sv_add_months(start, REOFFENCE_MONTHS), committed) &&
                 is_proven_between(ctx, offence, start, sv_add_months(start, PROOF_MONTHS));
    }
    return count;
}

#define REOFFENDING ABOUT, FROM_PRACTICE, .untold = untold_reoffending
#define COHORT                                                                                     \
    "children with a caution, a conviction without custody or a release on licence in the three "  \
    "months that ended 18 months before the end of the period, 10 to 17 on the first such day"
#define REOFFENCE                                                                                  \
    "A reoffence is committed after that day and within 12 months, and cautioned or convicted "    \
    "within 18."
#define FOLLOW_UP                                                                                  \
    "The official figure comes from the Police National Computer. The return may have left "       \
    "children out whose cases were closed since: then the rate runs high."

MEASURE(person, REOFFENDING, CHILDREN_COUNTED, .kind = SV_SHARE_OF, .name = "reoffending_binary",
        .title = "Reoffending: children who reoffended (local estimate)",
        .definition = "Of the " COHORT ", those with a reoffence. " REOFFENCE, .caution = FOLLOW_UP)
{
    sv_day start = cohort_start(ctx, row);
    return share(start != SV_NONE, reoffences_of(ctx, row, start) > 0);
}

MEASURE(person, REOFFENDING, .unit = "reoffence a reoffender", .units = "reoffences a reoffender",
        .kind = SV_RATIO_OF, .name = "reoffending_frequency",
        .title = "Reoffences by reoffenders (local estimate)",
        .definition = "Reoffences of the " COHORT ", divided by those who reoffended. " REOFFENCE,
        .caution = FOLLOW_UP)
{
    amount->value = reoffences_of(ctx, row, cohort_start(ctx, row));
    return counted_if(amount->value > 0);
}

MEASURE(person, REOFFENDING, .unit = "reoffence a child", .units = "reoffences a child",
        .kind = SV_RATIO_OF, .name = "reoffending_frequency_cohort",
        .title = "Reoffences by children followed (local estimate)",
        .definition = "Reoffences of the " COHORT
                      ", divided by these children, as in older publications. " REOFFENCE,
        .caution = FOLLOW_UP)
{
    sv_day start = cohort_start(ctx, row);
    amount->value = reoffences_of(ctx, row, start);
    return counted_if(start != SV_NONE);
}

NOT_IN_RETURN(.section = SECTION_LONG_STANDING, .name = "reoffending_of_period",
              .title = "Reoffending of the children of this period",
              .definition = "They must be followed for 18 months after the period, of which this "
                            "return does not tell: a later one can.")
