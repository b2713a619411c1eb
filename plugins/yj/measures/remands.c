/* Remands to local authority accommodation and to youth detention accommodation. */
#include "measures.h"

#define ABOUT .section = SECTION_REMANDS

BAND_OF_CODE(decision_of, hearing, RemandDecision)
BAND_OF_CODE(disposal_of_programme, programme, DisposalType)

#define LOOKED_AFTER                                                                               \
    "Children remanded are looked after: compare with the children on remand of the SSDA903 "      \
    "return."

MEASURE(programme, ABOUT, FROM_STATVAL, .unit = "remand", .units = "remands",
        .name = "remands_starting", .title = "Remands starting",
        .definition = "Programmes of remand to local authority or youth detention accommodation "
                      "whose start date lies in the period. A child may have one after the other.",
        .caution = LOOKED_AFTER,
        BREAKDOWNS(BY_LIST(DisposalType, "kind of remand", disposal_of_programme)))
{
    bool remand = in_set(row->DisposalType,
                         CODE_BIT(DisposalType, REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION) |
                             CODE_BIT(DisposalType, REMAND_TO_YOUTH_DETENTION_ACCOMMODATION));
    return counted_if(remand && in_period(ctx, row->StartDate));
}

MEASURE(hearing, ABOUT, FROM_STATVAL, .unit = "hearing", .units = "hearings",
        .name = "remand_hearings", .title = "Hearings with a remand",
        .definition = "Hearings dated in the period at which the child was remanded to local "
                      "authority accommodation or to custody, whether for the first time or on.",
        .caution = LOOKED_AFTER,
        BREAKDOWNS(BY_LIST(RemandDecision, "decision", decision_of), BY_SEX, BY_ETHNIC_GROUP))
{
    return counted_if(is_remand(row->RemandDecision) && in_period(ctx, row->HearingDate));
}

/* A remand is long when it began more than so many days before the outcome. */
enum { LONG_REMAND_DAYS = 27 };

/* A caution or sentence of a type that counts, in force, long after a remand; and no custody. */
static bool follows_long_remand(const struct sv_context *ctx, const struct offence *offence)
{
    const struct same_id *id = offence->id;
    bool heard = id && id->counted && id->hearings;
    sv_day remanded = heard ? id->hearings->first_remand : SV_NONE;
    if (remanded == SV_NONE)
        return false;
    bool is_long = false;
    FOR_EACH (ctx, outcome, outcome, offence) {
        if (outcome->effective && has_tier(outcome, TIER_CUSTODY))
            return false;
        is_long = is_long || (outcome->effective && has_tier(outcome, SUBSTANTIVE_TIERS) &&
                              kind_of(outcome->LegalOutcome)->order_type != ORDER_NONE &&
                              is_before(remanded + LONG_REMAND_DAYS, day(outcome->OutcomeDate)));
    }
    return is_long;
}

MEASURE(person, ABOUT, CHILDREN_COUNTED, INDICATOR_OF_CASES, FROM_CODE, .name = "long_remands",
        .title = "Children remanded for long without custody to follow",
        .definition =
            "Children with an offence whose order ended in the period and counts in the "
            "indicators, whose earliest hearing with a remand to local authority accommodation or "
            "custody was more than 27 days before an outcome of it in force: a youth caution, "
            "conditional caution, referral order or youth rehabilitation order. An offence with "
            "custody in force does not count.",
        .caution = "Read as hearings linked to that offence.")
{
    bool found_one = false;
    FOR_EACH (ctx, offence, offence, row)
        found_one = found_one || follows_long_remand(ctx, offence);
    return counted_if(found_one);
}
