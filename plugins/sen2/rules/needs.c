/* Types of need: one primary, and one secondary at most. */
#include "../facts.h"

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-851", .severity = SV_ERROR, .first_year = 2023,
         READS(TABLE_SENneed), .message = "The active plan has no type of need.",
         .why = "Every plan is made for a need: enter the primary one, and the secondary one if "
                "there is any. It is in section B of the plan. If the case system holds it, look "
                "how its own list of needs is mapped to the codes of the return.",
         EXPLICIT("section 2.5, SEN type."))
{
    return !first_below(ctx, row, TABLE_SENneed);
}

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-852", .severity = SV_ERROR, .first_year = 2023,
         READS(TABLE_SENneed), .message = "The active plan has more than two types of need.",
         .why = "The return takes the primary need and one secondary need. Choose the two that "
                "matter most for what the plan provides; the others stay in the case system. Often "
                "the needs of earlier versions of the plan are exported too.",
         EXPLICIT("section 2.5, SEN type."))
{
    unsigned count = 0;
    FOR_EACH (ctx, SENneed, need, row) {
        if (++count > 2)
            return true;
    }
    return false;
}

ROW_RULE(SENneed, .code = "LOCAL-SEN2-853", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(SENneed, SENtype)), .message = "The type of need is missing.",
         .why = "The record has a rank at most, but does not say what the need is. Enter the code "
                "that fits section B of the plan. Where the second need was never there, remove "
                "its record as a whole.",
         EXPLICIT("section 2.5, SEN type."))
{
    return missing(row->SENtype);
}

ROW_RULE(SENneed, .code = "LOCAL-SEN2-854", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(SENneed, SENtypeRank)), .message = "The type of need has no rank.",
         .why = "Rank 1 is the primary need, the one that matters most for what the plan provides; "
                "rank 2 is the secondary one. Where there is one need only, it has rank 1.",
         EXPLICIT("section 2.5, SEN type rank."))
{
    return missing(row->SENtypeRank);
}

/* Exactly one need of rank 1, and no two of the same rank. A rank that cannot be read is compared
 * as it is written. */
static bool are_ranks_right(const struct sv_context *ctx, const struct ActivePlans *plan)
{
    unsigned primary = 0;
    const struct sv_at rank = AT(SENneed, SENtypeRank);
    const struct sv_repeats *repeats = ctx->host->repeats(ctx, &plan->row, rank);
    FOR_EACH (ctx, SENneed, need, plan) {
        primary += is_code(need->SENtypeRank, Rank_1);
        if (ctx->host->first_equal(repeats, &need->row))
            return false;
    }
    return primary == 1;
}

FINDING_RULE(ActivePlans, .code = "LOCAL-SEN2-855", .severity = SV_ERROR, .first_year = 2023,
             .unit = "row of ActivePlans", FIELDS(AT(SENneed, SENtypeRank)),
             .message = "The needs do not have exactly one primary, and one secondary at most.",
             .why = "The ranks of all needs of the plan are compared: there must be one with rank "
                    "1, and no two with the same rank. Set the rank of the need that matters most "
                    "to 1, and that of the other to 2.",
             EXPLICIT("section 2.5, SEN type rank."))
{
    if (!first_below(ctx, row, TABLE_SENneed) || are_ranks_right(ctx, row))
        return;
    found(ctx);
    point(ctx, row, 0);
    FOR_EACH (ctx, SENneed, need, row) {
        if (!point(ctx, need, BIT(SENneed, SENtypeRank)))
            return;
    }
}

FINDING_RULE(ActivePlans, .code = "LOCAL-SEN2-856", .severity = SV_ERROR, .first_year = 2023,
             .unit = "row of ActivePlans", FIELDS(AT(SENneed, SENtype)),
             .message = "The plan has the same type of need twice.",
             .why = "A secondary need is another one than the primary need. Correct the one that "
                    "was chosen by mistake, or remove the second record if there is one need only. "
                    "Two finer categories of the case system may be mapped to the same code.",
             IMPLIED("section 2.5, SEN type."))
{
    const struct sv_at type = AT(SENneed, SENtype);
    const struct sv_repeats *repeats = ctx->host->repeats(ctx, &row->row, type);
    bool any = false;
    FOR_EACH (ctx, SENneed, need, row) {
        if (!ctx->host->first_equal(repeats, &need->row))
            continue;
        if (!any) {
            found(ctx);
            point(ctx, row, 0);
            any = true;
        }
        if (!point(ctx, need, BIT(SENneed, SENtype)))
            return;
    }
}
