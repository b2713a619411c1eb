/* How often placements, carers and social workers change. */
#include "measures.h"

#define ABOUT .section = SECTION_STABILITY, CHILDREN, .kind = SV_SHARE_OF

#define MANY 3

MEASURE(Child, ABOUT, FROM_PRACTICE, READS(TABLE_Episodes), .name = "carers_3_or_more",
        .title = "3 or more placements, by changes of carer",
        .definition = "Of the children looked after at the end of the period, those with 3 or more "
                      "placements at any time in it. An episode with RNE S, P or B begins one; a "
                      "temporary placement (T0 to T4) and the return from it to the same type, URN "
                      "and postcode do not.",
        .caution = "Whether moves with the same carer (T, U) count in the statistics is not "
                   "certain: placements_3_or_more counts them.")
{
    bool whole = looked_after_at_end(row);
    return share(whole, whole && cla_placements_since(ctx, row, ctx->period_start, false) >= MANY);
}

MEASURE(Child, ABOUT, FROM_PRACTICE, READS(TABLE_Episodes), .name = "placements_3_or_more",
        .title = "3 or more placements, with those at the same carer",
        .definition = "As carers_3_or_more, where an episode with RNE T or U, a change of "
                      "placement with the same carer, begins a new placement too.",
        .caution = "Boards use both counts under one name.")
{
    bool whole = looked_after_at_end(row);
    return share(whole, whole && cla_placements_since(ctx, row, ctx->period_start, true) >= MANY);
}

NOT_IN_RETURN(.section = SECTION_STABILITY, .name = "placements_over_2_years",
              .title = "3 or more placements over two years",
              .definition =
                  "The return has the episodes of its year only; those of the year before "
                  "are in the return before.")

/* Looked after at the end, and under 16 by a known date of birth. */
static bool is_under_16(const struct sv_context *ctx, const struct Child *child)
{
    return looked_after_at_end(child) && is_after(birthday_of(child, 16), ctx->period_end);
}

#define LONG_TERM_MONTHS 30
#define STABLE_YEARS 2

/* The first episode of the return alone is old enough, whether or not care began with it. */
static bool is_long_term(const struct sv_context *ctx, const struct Child *child)
{
    return is_under_16(ctx, child) &&
           child->open31->care->start <= sv_add_months(ctx->period_end, -LONG_TERM_MONTHS);
}

static bool is_stable(const struct sv_context *ctx, const struct Child *child)
{
    struct cla_carer carer = cla_carer_in(ctx, child->open31);
    if (!carer.first)
        return false;
    bool adoptive = is_adoptive_placement(carer.first) && carer.first_before;
    const struct Episodes *since = adoptive ? carer.first_before : carer.first;
    return day_of(since->DECOM) <= sv_add_years(ctx->period_end, -STABLE_YEARS);
}

MEASURE(Child, ABOUT, FROM_STABILITY, READS(TABLE_Episodes, TABLE_Header), .at_end = true,
        .name = "long_term_stable", .title = "Looked after for 2.5 years: 2 years with one carer",
        .definition =
            "Of the children under 16 looked after at the end of the period, without a "
            "break for 2 years and 6 months as far as the return shows, those with the "
            "same carer for 2 years (no RNE S, P or B since; temporary placements aside). "
            "Placed for adoption, the placement just before counts too.",
        .caution = "Of children who moved, the return has no episode from before its year, so that "
                   "they are missing here more often than others and the share is too high: see "
                   "long_term_unknown. The clause on adoption is not checked again.")
{
    return share(is_long_term(ctx, row), is_long_term(ctx, row) && is_stable(ctx, row));
}

MEASURE(Child, ABOUT, FROM_READING, READS(TABLE_Episodes, TABLE_Header), .at_end = true,
        .name = "long_term_unknown", .title = "Under 16, not known whether for 2.5 years",
        .definition =
            "Of the children under 16 looked after at the end of the period, those whose "
            "period of care has a first episode in the return that is no start (RNE other "
            "than S) and began less than 2 years and 6 months before.")
{
    return share(is_under_16(ctx, row), is_under_16(ctx, row) && !is_long_term(ctx, row) &&
                                            !cla_start_is_known(row->open31->care));
}

static int32_t social_workers_of(const struct sv_context *ctx, const struct Child *child)
{
    int32_t count = 0;
    for (uint32_t i = 0; i < child->sw_order.count; i++) {
        const struct SWEpisodes *e = child->sw_order.rows[i];
        count +=
            day_of(e->SW_DECOM) <= ctx->period_end && !before_day(e->SW_DEC, ctx->period_start);
    }
    return count;
}

MEASURE(Child, ABOUT, FROM_READING, READS(TABLE_Episodes, TABLE_SWEpisodes), .first_year = 2024,
        .name = "social_workers_3_or_more", .title = "3 or more social workers in the period",
        .definition = "Of the children looked after at the end of the period, those with 3 or more "
                      "social worker episodes that began until then and did not end before the "
                      "period began.",
        .caution = "Episodes are counted: a worker who comes back counts again.")
{
    bool whole = looked_after_at_end(row);
    return share(whole, whole && social_workers_of(ctx, row) >= MANY);
}

STOCK(SWEpisodes, .name = "social_worker_episodes", .title = "Social worker episodes",
      .units = "episodes", .first_year = 2024,
      .definition = "From the start to the end of the episode; one that ends on a day is not there "
                    "when the day has ended.")
{
    return stay_between(row->SW_DECOM, row->SW_DEC, stay);
}
