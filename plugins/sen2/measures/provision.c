/* Personal budgets, residential places and work-based learning of the plans maintained. */
#include "measures.h"

#define ABOUT                                                                                      \
    .section = SECTION_PROVISION, .unit = "plan", .units = "plans", FROM_STATISTICS,               \
    ON_CENSUS_DAY, .kind = SV_SHARE_OF

MEASURE(NamedPlan, ABOUT, .name = "personal_budget", .title = "Plans with a personal budget",
        .definition = "Of the plans maintained on the census day, those whose PB is 1.")
{
    return share(row->is_active, is_yes(row->PB));
}

MEASURE(NamedPlan, ABOUT, .name = "org_arrangements", .title = "Plans with organised arrangements",
        .definition = "Of the plans maintained on the census day, those whose OA is 1.",
        .caution = "The column of the statistics is spelled org_arrangments.")
{
    return share(row->is_active, is_yes(row->OA));
}

BAND_OF_CODE(payment_of, NamedPlan, DP)

MEASURE(NamedPlan, ABOUT, .name = "direct_payments", .title = "Plans with direct payments",
        .definition = "Of the plans maintained on the census day, those with a code in DP.",
        BREAKDOWNS(BY_LIST(DP, "kind (pb_education, pb_social, pb_health, pb_integrated)",
                           payment_of)))
{
    return share(row->is_active, readable(row->DP));
}

/* The items of a placement, in 2023 of the active plan, by number: the open placement of the
 * lowest rank that has it. */
static int found_in_placements(const struct sv_context *ctx, const struct ActivePlans *active,
                               struct sv_value (*item)(const struct PlacementDetail *placement))
{
    int best = -1;
    int best_rank = INT16_MAX;
    FOR_EACH (ctx, PlacementDetail, placement, active) {
        int rank =
            readable(placement->PlacementRank) ? placement->PlacementRank.number : INT16_MAX - 1;
        if (placement->is_open && readable(item(placement)) && rank < best_rank) {
            best = item(placement).number;
            best_rank = rank;
        }
    }
    return best;
}

static struct sv_value residential_item(const struct PlacementDetail *placement)
{
    return placement->Res;
}

static struct sv_value work_item(const struct PlacementDetail *placement)
{
    return placement->WBP;
}

static int number_of(struct sv_value code)
{
    return readable(code) ? code.number : -1;
}

static int residential_of(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct ActivePlans *active = request_of(row)->active;
    if (!active)
        return -1;
    return ctx->year == 2023 ? number_of(active->Res)
                             : found_in_placements(ctx, active, residential_item);
}

static int work_of(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct ActivePlans *active = request_of(row)->active;
    if (!active)
        return -1;
    return ctx->year == 2023 ? number_of(active->WBP) : found_in_placements(ctx, active, work_item);
}

MEASURE(NamedPlan, ABOUT, READS(TABLE_ActivePlans), .name = "residential",
        .title = "Plans with a residential place",
        .definition = "Of the plans maintained on the census day, those with a placement open "
                      "that day that is residential (Res); in 2023 Res of the active plan. Code A "
                      "is Res_3851 in the statistics, B Res_52.",
        BREAKDOWNS(BY_LIST(Residential, "weeks", residential_of)))
{
    return share(row->is_active, residential_of(ctx, &row->row) >= 0);
}

MEASURE(NamedPlan, ABOUT, READS(TABLE_ActivePlans), .name = "work_based_learning",
        .title = "Plans with work-based learning",
        .definition = "Of the plans maintained on the census day, those with a placement open "
                      "that day that is work-based (WBP); in 2023 WBP of the active plan. In the "
                      "statistics: open_supp_intern, open_apprentice, open_trainee.",
        BREAKDOWNS(BY_LIST(WorkBased, "kind", work_of)))
{
    return share(row->is_active, work_of(ctx, &row->row) >= 0);
}
