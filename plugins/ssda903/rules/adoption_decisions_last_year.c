/*
 * Adoption decisions of this and of last year (table PlacedAdoption): one that stood goes on, one
 * that was given up does not come back.
 */
#include "../facts.h"

static bool has_dated_decision_last(const struct sv_context *ctx, const struct Child *child)
{
    FOR_EACH_LAST (ctx, PlacedAdoption, decision, child) {
        if (readable(decision->DATE_PLACED))
            return true;
    }
    return false;
}

FINDING_RULE(Child, .code = "559", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "row of PlacedAdoption", FIELDS(AT(PlacedAdoption, DATE_PLACED)),
             READS(TABLE_PlacedAdoption_last),
             .message = "The decision to place for adoption was made before this year, but last "
                        "year's return has none.",
             .why = "A decision is reported in the year in which it is made, and in each year in "
                    "which it stands. Check the date and the child's identifier in last year's "
                    "return; if the decision was left out there, have that return amended.",
             FROM_OFFICIAL_TEXT)
{
    if (!FIRST_OF(ctx, PlacedAdoption, row) || has_dated_decision_last(ctx, row))
        return;
    FOR_EACH (ctx, PlacedAdoption, decision, row) {
        if (before_day(decision->DATE_PLACED, ctx->period_start)) {
            found(ctx);
            point(ctx, decision, BIT(PlacedAdoption, DATE_PLACED));
        }
    }
}

static bool is_in_force(const struct sv_row *row)
{
    return missing(((const struct PlacedAdoption *)row)->DATE_PLACED_CEASED);
}

/* Last year's decision that stood and is not there this year is found, and only the first. */
static bool find_not_repeated(const struct sv_context *ctx, const struct Child *child,
                              const struct date_search *search, const struct sv_row *row,
                              const struct sv_row *match)
{
    if (match)
        return true;
    found(ctx);
    point(ctx, child->decisions.rows[0], BIT(PlacedAdoption, DATE_PLACED));
    point(ctx, row, search->seekers.fields);
    return false;
}

FINDING_RULE(Child, .code = "560", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "child",
             FIELDS(AT(PlacedAdoption, DATE_PLACED), AT(PlacedAdoption_last, DATE_PLACED),
                    AT(PlacedAdoption_last, DATE_PLACED_CEASED)),
             .message = "Last year's decision to place for adoption still stood, but this year no "
                        "row has its date.",
             .why = "A decision that was not given up last year goes on with the same date this "
                    "year. Enter last year's date again, or, if that was wrong, have last year's "
                    "return amended; if the plan was given up since, keep the row and add the date "
                    "and reason for that.",
             FROM_OFFICIAL_TEXT)
{
    static const struct date_search repeated = {
        .seekers = {TABLE_PlacedAdoption_last, is_in_force,
                    BIT(PlacedAdoption_last, DATE_PLACED) |
                        BIT(PlacedAdoption_last, DATE_PLACED_CEASED)},
        .date = offsetof(struct PlacedAdoption, DATE_PLACED),
        .sought = {TABLE_PlacedAdoption, NULL, 0},
        .sought_date = offsetof(struct PlacedAdoption, DATE_PLACED),
        .tell = find_not_repeated,
    };
    if (row->decisions.count > 0)
        search_dates(ctx, row, &repeated);
}

static bool was_given_up(const struct sv_row *row)
{
    return is_given_up((const struct PlacedAdoption *)row);
}

FINDING_RULE(Child, .code = "561", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "row of PlacedAdoption",
             FIELDS(AT(PlacedAdoption, DATE_PLACED), AT(PlacedAdoption_last, DATE_PLACED),
                    AT(PlacedAdoption_last, DATE_PLACED_CEASED),
                    AT(PlacedAdoption_last, REASON_PLACED_CEASED)),
             .message = "This decision to place for adoption has the date of one that was given up "
                        "last year.",
             .why = "A decision that was given up is not sent again. Leave the row out, or, if a "
                    "new decision was made, enter its own date; if last year's decision still "
                    "stands, have last year's return amended.",
             FROM_OFFICIAL_TEXT)
{
    static const struct date_search reversed_last_year = {
        .seekers = {TABLE_PlacedAdoption, NULL, BIT(PlacedAdoption, DATE_PLACED)},
        .date = offsetof(struct PlacedAdoption, DATE_PLACED),
        .sought = {TABLE_PlacedAdoption_last, was_given_up,
                   BIT(PlacedAdoption_last, DATE_PLACED) |
                       BIT(PlacedAdoption_last, DATE_PLACED_CEASED) |
                       BIT(PlacedAdoption_last, REASON_PLACED_CEASED)},
        .sought_date = offsetof(struct PlacedAdoption, DATE_PLACED),
        .tell = find_match,
    };
    search_dates(ctx, row, &reversed_last_year);
}

/* The next decision of last year that was given up and has a date; `after` NULL: the first one. */
static const struct PlacedAdoption *next_given_up(const struct sv_context *ctx,
                                                  const struct Child *child,
                                                  const struct PlacedAdoption *after)
{
    const struct sv_row *row = after ? ctx->host->next(ctx, &after->row, &child->row)
                                     : first_below(ctx, child, TABLE_PlacedAdoption_last);
    for (; row; row = ctx->host->next(ctx, row, &child->row)) {
        const struct PlacedAdoption *decision = (const struct PlacedAdoption *)row;
        if (is_given_up(decision) && readable(decision->DATE_PLACED))
            return decision;
    }
    return NULL;
}

FINDING_RULE(Child, .code = "584", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "row of PlacedAdoption",
             FIELDS(AT(PlacedAdoption, DATE_PLACED), AT(PlacedAdoption_last, DATE_PLACED)),
             .message = "The decision to place for adoption is blank or not later than one that "
                        "was given up last year.",
             .why = "After a plan was given up, a new one begins with a new decision on a later "
                    "day. Enter the date of the new decision; leave the row out when it is only "
                    "last year's once more.",
             FROM_OFFICIAL_TEXT)
{
    const struct PlacedAdoption *last = next_given_up(ctx, row, NULL);
    /* Blank dates come first, then the days in order: what is too early for one day is so for all
     * that follow. */
    for (uint32_t i = 0; i < row->decisions.count; i++) {
        const struct PlacedAdoption *decision = row->decisions.rows[i];
        if (is_no_date(decision->DATE_PLACED))
            continue;
        while (last && before(last->DATE_PLACED, decision->DATE_PLACED))
            last = next_given_up(ctx, row, last);
        if (!last)
            return;
        found(ctx);
        point(ctx, decision, BIT(PlacedAdoption, DATE_PLACED));
        point(ctx, last, BIT(PlacedAdoption_last, DATE_PLACED));
    }
}
