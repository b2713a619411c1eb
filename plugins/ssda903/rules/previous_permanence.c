/* Whether the child had left care for a permanent home before: adoption, guardianship and the like.
 */
#include "../facts.h"

/* Nothing before (Z1), or what it was with authority and date. */
static bool is_complete(const struct PrevPerm *row)
{
    if (is_code(row->PREV_PERM, PREV_PERM_Z1))
        return true;
    return present(row->PREV_PERM) && present(row->LA_PERM) && present(row->DATE_PERM);
}

static bool has_complete_row(const struct sv_context *ctx, const struct Child *child)
{
    FOR_EACH (ctx, PrevPerm, row, child) {
        if (is_complete(row))
            return true;
    }
    return false;
}

FINDING_RULE(
    Child, .code = "630", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
    FIELDS(AT(Episodes, RNE), AT(Episodes, DECOM), AT(PrevPerm, PREV_PERM), AT(PrevPerm, LA_PERM),
           AT(PrevPerm, DATE_PERM)),
    .unit = "row of Episodes",
    .message = "The child came into care this year, but previous permanence is not filled in.",
    .why = "For each child who starts to be looked after the return asks whether there was a "
           "permanent home before: Z1 for none, else the code with authority and date. Ask "
           "the social worker, and look into the adoption and guardianship papers.",
    FROM_PUBLIC_CODE)
{
    if (has_complete_row(ctx, row))
        return;
    const struct PrevPerm *first = FIRST_OF(ctx, PrevPerm, row);
    FOR_EACH (ctx, Episodes, e, row) {
        if (!is_code(e->RNE, RNE_S) || !readable(e->DECOM) ||
            before_day(e->DECOM, ctx->period_start))
            continue;
        found(ctx);
        point(ctx, e, BIT(Episodes, RNE) | BIT(Episodes, DECOM));
        if (first)
            point(ctx, first,
                  BIT(PrevPerm, PREV_PERM) | BIT(PrevPerm, LA_PERM) | BIT(PrevPerm, DATE_PERM));
    }
}

ROW_RULE(
    PrevPerm, .code = "631", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
    FIELDS(AT(PrevPerm, PREV_PERM)),
    .message = "The previous permanent home is not one of the codes P1 to P4 or Z1.",
    .why = "Choose what it was: adoption, special guardianship, a residence or child arrangements "
           "order, not known, or none.",
    FROM_PUBLIC_CODE)
{
    return is_wrong_code(ctx, row->PREV_PERM, &PREV_PERM_list);
}

FINDING_RULE(
    PrevPerm, .code = "632", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
    FIELDS(AT(PrevPerm, DATE_PERM), AT(Episodes, DECOM)), .unit = "row of PrevPerm",
    .message = "The date of the earlier order is no date, or not before this time in care.",
    .why = "The order was made before the child came into care again. Write the date as "
           "dd/mm/yyyy, with zz for a day or month that is not known, and compare it with "
           "the start of the present time in care.",
    FROM_OFFICIAL_TEXT)
{
    const struct Child *child = CHILD_OF(row);
    const struct partial_date date = read_partial_date(ctx, row->DATE_PERM);
    if (!child || missing(row->DATE_PERM))
        return;
    const struct period *latest =
        child->period_count ? &child->periods[child->period_count - 1] : NULL;
    bool too_late = latest && is_on_or_before(latest->start, date.earliest);
    if (date.well_formed && !too_late)
        return;
    found(ctx);
    point(ctx, row, BIT(PrevPerm, DATE_PERM));
    if (date.well_formed)
        point(ctx, latest->first, BIT(Episodes, DECOM));
}

ROW_RULE(PrevPerm, .code = "633", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(PrevPerm, LA_PERM)),
         .message = "The authority of the earlier order is not one of the codes.",
         .why =
             "Give the three-digit number of the authority, WAL, SCO, NIR or NUK for one outside "
             "England, or 999 when it is not known.",
         FROM_OFFICIAL_TEXT)
{
    return is_wrong_code(ctx, row->LA_PERM, &LA_PERM_list);
}

static bool has_any_item(const struct PrevPerm *row)
{
    return present(row->PREV_PERM) || present(row->LA_PERM) || present(row->DATE_PERM);
}

FINDING_RULE(
    PrevPerm, .code = "634", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
    FIELDS(AT(PrevPerm, PREV_PERM), AT(PrevPerm, LA_PERM), AT(PrevPerm, DATE_PERM),
           AT(Episodes, DECOM)),
    .unit = "row of PrevPerm",
    .message = "Previous permanence is given, but no episode began in April 2016 or later.",
    .why = "It is collected for children who came into care from 1 April 2016 on. Take the row "
           "out, or correct the start of the episode.",
    FROM_OFFICIAL_TEXT)
{
    const struct Episodes *last = last_episode(CHILD_OF(row));
    if (!last || !has_any_item(row) || !before_day(last->DECOM, sv_day_of(2016, 4, 1)))
        return;
    found(ctx);
    point(ctx, row, BIT(PrevPerm, PREV_PERM) | BIT(PrevPerm, LA_PERM) | BIT(PrevPerm, DATE_PERM));
    point(ctx, last, BIT(Episodes, DECOM));
}

ROW_RULE(
    PrevPerm, .code = "635", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
    FIELDS(AT(PrevPerm, PREV_PERM), AT(PrevPerm, LA_PERM), AT(PrevPerm, DATE_PERM)),
    .message = "An authority or date of an earlier order is given, but no earlier order.",
    .why = "With Z1, or without a code, there was none. Choose the code of the order, or clear the "
           "authority and the date.",
    FROM_OFFICIAL_TEXT)
{
    return (present(row->LA_PERM) || present(row->DATE_PERM)) &&
           (missing(row->PREV_PERM) || is_code(row->PREV_PERM, PREV_PERM_Z1));
}
