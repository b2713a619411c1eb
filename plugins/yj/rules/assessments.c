/* Parenting interventions and AssetPlus assessments. */
#include "../links.h"

ROW_RULE(
    parenting, .code = "YJ-243", .severity = SV_QUERY, .first_year = 2022,
    FIELDS(AT(parenting, SessionsAttended)),
    .message = "More parenting sessions were attended than planned.",
    .why = "Compare both numbers with the record of the sessions; they may have been exchanged.",
    OWN("the two numbers contradict each other."))
{
    return both_readable(row->SessionsPlanned, row->SessionsAttended) &&
           row->SessionsAttended.number > row->SessionsPlanned.number;
}

ROW_RULE(parenting, .code = "YJ-244", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(parenting, ParentingInterventionID)), READS(TABLE_link_pp),
         .message = "The parenting intervention is not linked to any programme.",
         .why = "Link it to the programme of the child that it belongs to.",
         PUBLISHED("the national store links the two."))
{
    return row->id && !(row->id->named & LINK_PP);
}

/* A court order of the period, made locally and in force. */
static bool needs_assessment(const struct sv_context *ctx, const struct outcome *outcome)
{
    sv_day made = day(outcome->OutcomeDate);
    return outcome->effective &&
           (has_tier(outcome, TIER_CUSTODY) ||
            in_set(outcome->LegalOutcome,
                   CODE_BIT(LegalOutcome, REFERRAL_ORDER) |
                       CODE_BIT(LegalOutcome, YOUTH_REHABILITATION_ORDER))) &&
           is_between(made, return_start(ctx), return_end(ctx)) &&
           area_on(child_of(outcome), made) == AREA_LOCAL;
}

FINDING_RULE(person, .code = "YJ-246", .severity = SV_QUERY, .first_year = 2022, .unit = "child",
             FIELDS(AT(outcome, OutcomeDate)), READS(TABLE_assetplus, TABLE_residence),
             .message = "A court made an order, but the child has no AssetPlus assessment.",
             .why = "Before and after such orders the child is assessed. Add the assessment, or "
                    "leave this rule out (--rules -YJ-246) when assessments are sent by another "
                    "way.",
             PUBLISHED("national analysis matches assessments with outcomes."))
{
    if (first_below(ctx, row, TABLE_assetplus))
        return;
    FOR_EACH (ctx, outcome, outcome, row) {
        if (!needs_assessment(ctx, outcome))
            continue;
        if (found(ctx))
            point(ctx, outcome, BIT(outcome, OutcomeDate));
        return;
    }
}

ROW_RULE(assetplus, .code = "YJ-247", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(assetplus, ScaledApproachInterventionLevel)),
         .message = "There is an indicative intervention level, but no decided one.",
         .why = "The assessor confirms or changes the indicative level. Enter the level that was "
                "decided on.",
         OWN("a completed assessment has a level."))
{
    return is_other_code(row->Stage, AssetPlusStage_REFERRAL_IN_PREVENTION) &&
           missing(row->ScaledApproachInterventionLevel) &&
           present(row->IndicativeScaledApproachInterventionLevel);
}

FINDING_RULE(assetplus, .code = "YJ-248", .severity = SV_QUERY, .first_year = 2022,
             .unit = "row of assetplus",
             FIELDS(AT(assetplus, LikelihoodOfReoffending), AT(assetplus, ROSHJudgement),
                    AT(assetplus, SafetyWellbeingJudgement)),
             .message = "The assessment lacks a judgement.",
             .why = "Likelihood of reoffending, risk of serious harm, and safety and wellbeing are "
                    "each judged. Complete the assessment.",
             PUBLISHED("the national store has the items."))
{
    uint64_t blank =
        (missing(row->LikelihoodOfReoffending) ? BIT(assetplus, LikelihoodOfReoffending) : 0) |
        (missing(row->ROSHJudgement) ? BIT(assetplus, ROSHJudgement) : 0) |
        (missing(row->SafetyWellbeingJudgement) ? BIT(assetplus, SafetyWellbeingJudgement) : 0);
    if (blank && found(ctx))
        point(ctx, row, blank);
}
