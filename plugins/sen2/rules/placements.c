/* Placements: where they are, from when to when, and which one is the primary one. */
#include "../facts.h"

ROW_RULE(ActivePlans, .code = "LOCAL-SEN2-801", .severity = SV_ERROR, .first_year = 2023,
         READS(TABLE_PlacementDetail), .message = "The active plan has no placement.",
         .why = "A placement is where the person in fact is, whatever the plan names. Every active "
                "plan needs at least one, also when nobody teaches the person: then it is a "
                "setting code, such as NEET, NIEC or NIEO for people who are not in education. "
                "Look whether the placement was never entered, or left out by the export.",
         EXPLICIT("section 2.5, placement details."))
{
    return !first_below(ctx, row, TABLE_PlacementDetail);
}

static unsigned identifiers(const struct PlacementDetail *row)
{
    return present(row->URN) + (unsigned)present(row->UKPRN) + present(row->SENSetting);
}

ROW_RULE(PlacementDetail, .code = "LOCAL-SEN2-802", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(PlacementDetail, URN), AT(PlacementDetail, UKPRN),
                AT(PlacementDetail, SENSetting)),
         .message = "The placement has neither a number of the school or provider nor a setting "
                    "code.",
         .why = "A school has a URN, a college or other provider a UKPRN; both can be looked up in "
                "the public registers. For what has neither, such as home education or people who "
                "are not in education, there are setting codes.",
         EXPLICIT("section 2.5, placement items a to c."))
{
    return identifiers(row) == 0;
}

ROW_RULE(PlacementDetail, .code = "LOCAL-SEN2-803", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(PlacementDetail, URN), AT(PlacementDetail, UKPRN),
                AT(PlacementDetail, SENSetting)),
         .message = "The placement has more than one of URN, UKPRN and setting code.",
         .why = "Only one of the three is asked for: the URN where there is one, else the UKPRN, "
                "else the code. Where the person is in two settings, such as a school and an early "
                "years provider, each is a placement of its own with its own rank.",
         EXPLICIT("section 2.5, placement items a to c."))
{
    return identifiers(row) > 1;
}

ROW_RULE(PlacementDetail, .code = "LOCAL-SEN2-804", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(PlacementDetail, PlacementRank)), .message = "The placement has no rank.",
         .why = "Rank 1 is the primary placement, where the person spends most of the time, 2 a "
                "secondary one beside it. A person who is in one place only has it with rank 1; a "
                "placement that has ended keeps the rank it had.",
         EXPLICIT("section 2.5, placement item d."))
{
    return missing(row->PlacementRank);
}

ROW_RULE(PlacementDetail, .code = "LOCAL-SEN2-805", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(PlacementDetail, EntryDate)), .message = "The placement has no entry date.",
         .why =
             "Without the day on which the person came to the placement it does not count on the "
             "census day. The school or college has it on its roll; for a setting code it is "
             "the day from which the code is true.",
         IMPLIED("section 2.5, placement item e."))
{
    return missing(row->EntryDate);
}

ROW_RULE(PlacementDetail, .code = "LOCAL-SEN2-806", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(PlacementDetail, EntryDate), AT(Person, PersonBirthDate)),
         .message = "The placement begins before the person was born.",
         .why = "One of the two dates is mistyped; look at the year first. Or the placement hangs "
                "on the wrong person, often a younger brother or sister.",
         IMPLIED("section 2.5, placement item e."))
{
    return before(row->EntryDate, person_of(row)->PersonBirthDate);
}

ROW_RULE(PlacementDetail, .code = "LOCAL-SEN2-807", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(PlacementDetail, EntryDate), AT(PlacementDetail, LeavingDate)),
         .message = "The placement ends before it begins.",
         .why = "Compare both dates with the roll of the school or college, and correct the one "
                "that was mistyped. Perhaps the leaving date is that of the placement before. A "
                "placement that never came about is left out.",
         IMPLIED("section 2.5, placement items e and f."))
{
    return before(row->LeavingDate, row->EntryDate);
}

ROW_RULE(PlacementDetail, .code = "LOCAL-SEN2-808", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(PlacementDetail, LeavingDate)),
         .message = "The placement ended before the period of the return.",
         .why = "The return takes the placements of the calendar year before the census, and those "
                "there on the census day. One that ended before 1 January of the period is not "
                "asked for: leave it out, or correct the year of the date.",
         IMPLIED("sections 2.5, placements, and 1.3.8."))
{
    return before_day(row->LeavingDate, ctx->period_start);
}

ROW_RULE(
    PlacementDetail, .code = "LOCAL-SEN2-809", .severity = SV_QUERY, .first_year = 2023,
    FIELDS(AT(PlacementDetail, EntryDate)), .message = "The placement begins after the census day.",
    .why = "The return shows where people are up to the census day. A placement that is agreed "
           "but begins later belongs to next year's return; the one before it stays open "
           "here. If the person was there already, the year may be mistyped.",
    IMPLIED("sections 2.5, placements, and 1.3.8."))
{
    return after_day(row->EntryDate, census_day(ctx));
}

ROW_RULE(PlacementDetail, .code = "LOCAL-SEN2-810", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(PlacementDetail, LeavingDate)),
         .message = "The placement ends after the census day.",
         .why = "A placement that is open on the census day has no leaving date in the return. "
                "Often the day on which it is expected to end, such as the end of the school year, "
                "was entered ahead. If the person left after the census day but before the file "
                "was made, the date can be explained.",
         PLAUSIBILITY("section 2.5, placement item f."))
{
    return after_day(row->LeavingDate, census_day(ctx));
}

static bool has_open_placement(const struct sv_context *ctx, const struct ActivePlans *plan)
{
    FOR_EACH (ctx, PlacementDetail, placement, plan) {
        if (placement->is_open)
            return true;
    }
    return false;
}

FINDING_RULE(
    ActivePlans, .code = "LOCAL-SEN2-811", .severity = SV_QUERY, .first_year = 2023,
    .unit = "row of ActivePlans",
    FIELDS(AT(PlacementDetail, EntryDate), AT(PlacementDetail, LeavingDate)),
    READS(TABLE_NamedPlan),
    .message = "The plan is active on the census day, but none of its placements is open then.",
    .why = "A placement is open when it has begun by the census day and has no leaving date up to "
           "that day. Mostly the last one was closed and the next never entered. Add where the "
           "person is; for somebody out of education there are the codes NEET, NIEC and NIEO. "
           "A person between two places can be explained.",
    IMPLIED("sections 2.5, placements, and 1.3.8."))
{
    if (!has_plan_active(request_of(row)) || !first_below(ctx, row, TABLE_PlacementDetail) ||
        has_open_placement(ctx, row))
        return;
    found(ctx);
    point(ctx, row, 0);
    FOR_EACH (ctx, PlacementDetail, placement, row) {
        if (!point(ctx, placement,
                   BIT(PlacementDetail, EntryDate) | BIT(PlacementDetail, LeavingDate)))
            return;
    }
}

static bool is_open_primary(const struct PlacementDetail *row)
{
    return row->is_open && is_code(row->PlacementRank, Rank_1);
}

static unsigned open_primaries(const struct sv_context *ctx, const struct ActivePlans *plan)
{
    unsigned count = 0;
    FOR_EACH (ctx, PlacementDetail, placement, plan)
        count += is_open_primary(placement);
    return count;
}

FINDING_RULE(ActivePlans, .code = "LOCAL-SEN2-812", .severity = SV_QUERY, .first_year = 2023,
             .unit = "row of ActivePlans", FIELDS(AT(PlacementDetail, PlacementRank)),
             .message = "No placement that is open on the census day is the primary one (rank 1).",
             .why = "Whoever is placed somewhere has one primary placement, where most of the time "
                    "is spent. Set its rank to 1. If the primary placement has ended and only the "
                    "secondary one goes on, that is the primary one now.",
             IMPLIED("section 2.5, placement item d."))
{
    if (!has_open_placement(ctx, row) || open_primaries(ctx, row) > 0)
        return;
    found(ctx);
    point(ctx, row, 0);
    FOR_EACH (ctx, PlacementDetail, placement, row) {
        if (placement->is_open && !point(ctx, placement, BIT(PlacementDetail, PlacementRank)))
            return;
    }
}

FINDING_RULE(ActivePlans, .code = "LOCAL-SEN2-813", .severity = SV_ERROR, .first_year = 2023,
             .unit = "row of ActivePlans",
             FIELDS(AT(PlacementDetail, PlacementRank), AT(PlacementDetail, EntryDate),
                    AT(PlacementDetail, LeavingDate)),
             .message = "More than one primary placement is open on the census day.",
             .why = "There can be one primary placement (rank 1) at a time. Mostly the person has "
                    "moved, and the earlier placement was not closed: enter its leaving date. If "
                    "both go on, give rank 2 to the one where less time is spent.",
             IMPLIED("section 2.5, placement item d."))
{
    if (open_primaries(ctx, row) < 2)
        return;
    uint64_t fields = BIT(PlacementDetail, PlacementRank) | BIT(PlacementDetail, EntryDate) |
                      BIT(PlacementDetail, LeavingDate);
    found(ctx);
    point(ctx, row, 0);
    FOR_EACH (ctx, PlacementDetail, placement, row) {
        if (is_open_primary(placement) && !point(ctx, placement, fields))
            return;
    }
}

/* One finding for two placements, the one that stands later in the file first. */
static bool report_overlap(const struct sv_context *ctx, const struct PlacementDetail *a,
                           const struct PlacementDetail *b)
{
    bool a_later = a->row.number > b->row.number;
    uint64_t dates = BIT(PlacementDetail, EntryDate) | BIT(PlacementDetail, LeavingDate);
    if (!found(ctx))
        return false;
    point(ctx, a_later ? a : b, dates);
    point(ctx, a_later ? b : a, dates);
    return true;
}

/* Whether the ranks agree; one that cannot be read is compared as it is written. */
static bool same_rank(const struct sv_context *ctx, const struct sv_repeats *ranks,
                      const struct PlacementDetail *a, const struct PlacementDetail *b)
{
    return a->PlacementRank.number == b->PlacementRank.number &&
           (readable(a->PlacementRank) ||
            ctx->host->first_equal(ranks, &a->row) == ctx->host->first_equal(ranks, &b->row));
}

/* Reports the placements from number `from` on, which begin no earlier than `a`, that overlap with
 * it. Two primary ones that are open on the census day are told by another rule. */
static bool report_overlaps(const struct sv_context *ctx, const struct ActivePlans *plan,
                            const struct sv_repeats *ranks, const struct PlacementDetail *a,
                            uint32_t from)
{
    for (uint32_t i = from; i < plan->placement_count; i++) {
        const struct PlacementDetail *b = plan->placements[i];
        if ((int64_t)end_of(a->LeavingDate) - b->EntryDate.number <= 1)
            return true; /* as they stand in the order of their entries, no later one does either */
        if (same_rank(ctx, ranks, a, b) && !(is_open_primary(a) && is_open_primary(b)) &&
            overlap(a->EntryDate, a->LeavingDate, b->EntryDate, b->LeavingDate) &&
            !report_overlap(ctx, a, b))
            return false;
    }
    return true;
}

/* A primary placement that is not open on the census day, and long enough to overlap. */
static bool is_closed_primary(const struct PlacementDetail *row)
{
    return is_code(row->PlacementRank, Rank_1) && !row->is_open &&
           (int64_t)end_of(row->LeavingDate) - row->EntryDate.number > 1;
}

FINDING_RULE(ActivePlans, .code = "LOCAL-SEN2-814", .severity = SV_QUERY, .first_year = 2023,
             .unit = "pair of PlacementDetail",
             FIELDS(AT(PlacementDetail, EntryDate), AT(PlacementDetail, LeavingDate)),
             .message = "Two placements of the same rank were there at the same time.",
             .why = "When somebody moves, the one placement ends before the other begins; one day "
                    "in common is accepted. Mostly the leaving date of the earlier one is missing "
                    "or too late. If both were there side by side, one has rank 1 and the other "
                    "rank 2.",
             PLAUSIBILITY("section 2.5, placement item d."))
{
    if (row->placement_count < 2)
        return;
    const struct sv_at rank = AT(PlacementDetail, PlacementRank);
    const struct sv_repeats *ranks = ctx->host->repeats(ctx, &row->row, rank);
    uint32_t closed = row->placement_count; /* next closed primary; open ones need no other */
    for (uint32_t i = row->placement_count; i-- > 0;) {
        const struct PlacementDetail *placement = row->placements[i];
        uint32_t from = is_open_primary(placement) ? closed : i + 1;
        if (ctx->host->first_equal(ranks, &placement->row) &&
            !report_overlaps(ctx, row, ranks, placement, from))
            return;
        if (is_closed_primary(placement))
            closed = i;
    }
}
