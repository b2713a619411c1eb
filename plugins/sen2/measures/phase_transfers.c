/* Reviews before a change of phase of education. */
#include "measures.h"

#define ABOUT                                                                                      \
    .section = SECTION_PHASES, .unit = "plan", .units = "plans", .first_year = 2025, ON_CENSUS_DAY
#define SHARE .kind = SV_SHARE_OF, READS(TABLE_ActivePlans)

/* Whether a date of a plan's record lies so many years before that of the census. */
static bool is_of_year(const struct sv_context *ctx, struct sv_value date, int before)
{
    return readable(date) && year_of(date) == ctx->year - before;
}

static enum sv_part due_in(const struct sv_context *ctx, const struct NamedPlan *plan, int before)
{
    const struct ActivePlans *active = active_record(plan);
    return share(plan->is_active, active && is_of_year(ctx, active->PhaseTransferDueDate, before));
}

static enum sv_part final_in(const struct sv_context *ctx, const struct NamedPlan *plan, int before)
{
    const struct ActivePlans *active = active_record(plan);
    return share(plan->is_active,
                 active && is_of_year(ctx, active->PhaseTransferFinalDate, before));
}

MEASURE(NamedPlan, ABOUT, SHARE, FROM_STATISTICS, .name = "phase_due_collection_year",
        .title = "Amended plans due in the collection year",
        .definition = "Of the plans maintained on the census day, those whose PhaseTransferDueDate "
                      "lies in the year before that of the census.",
        .caution = "Voluntary in 2025.")
{
    return due_in(ctx, row, 1);
}

MEASURE(NamedPlan, ABOUT, SHARE, FROM_STATISTICS, .name = "phase_due_census_year",
        .title = "Amended plans due in the census year",
        .definition = "Of the plans maintained on the census day, those whose PhaseTransferDueDate "
                      "lies in the year of the census.",
        .caution = "Voluntary in 2025.")
{
    return due_in(ctx, row, 0);
}

MEASURE(NamedPlan, ABOUT, SHARE, FROM_STATISTICS, .name = "phase_final_collection_year",
        .title = "Final plans in the collection year",
        .definition = "Of the plans maintained on the census day, those whose "
                      "PhaseTransferFinalDate lies in the year before that of the census.",
        .caution = "Voluntary in 2025.")
{
    return final_in(ctx, row, 1);
}

MEASURE(NamedPlan, ABOUT, SHARE, FROM_STATISTICS, .name = "phase_final_census_year",
        .title = "Final plans in the census year",
        .definition = "Of the plans maintained on the census day, those whose "
                      "PhaseTransferFinalDate lies in the year of the census.",
        .caution = "Voluntary in 2025.")
{
    return final_in(ctx, row, 0);
}

MEASURE(NamedPlan, ABOUT, SHARE, FROM_PRACTICE, .name = "phase_final_in_time",
        .title = "Final plans by the day on which they were due",
        .definition = "Of the plans maintained on the census day whose PhaseTransferDueDate lies "
                      "in the year before that of the census, those with a "
                      "PhaseTransferFinalDate on that day or before it.",
        .caution = "Voluntary in 2025.")
{
    const struct ActivePlans *active = active_record(row);
    bool due = active && is_of_year(ctx, active->PhaseTransferDueDate, 1);
    return share(due, due && readable(active->PhaseTransferFinalDate) &&
                          !after(active->PhaseTransferFinalDate, active->PhaseTransferDueDate));
}
