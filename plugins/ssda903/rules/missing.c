/* Times when the child was missing, or away without authorisation. */
#include "../facts.h"

ROW_RULE(Missing, .code = "564", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Missing, MISSING), AT(Missing, MIS_START)),
         .message = "The kind of absence is given, but not the day on which it began.",
         .why = "Each incident has a kind (M missing, A away) and a start. Take the start from the "
                "record of the incident, or take the row out if there was none.",
         FROM_PUBLIC_CODE)
{
    return in_list(ctx, row->MISSING, &MISSING_list) && missing(row->MIS_START);
}

ROW_RULE(Missing, .code = "565", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Missing, MISSING), AT(Missing, MIS_START)),
         .message = "The start of an absence is given, but not its kind.",
         .why = "Say whether the child was missing (M) or away without authorisation (A), as the "
                "record of the incident has it.",
         FROM_PUBLIC_CODE)
{
    return present(row->MIS_START) && missing(row->MISSING);
}

ROW_RULE(Missing, .code = "566", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Missing, MISSING), AT(Missing, MIS_END)),
         .message = "The end of an absence is given, but not its kind.",
         .why = "Say whether the child was missing (M) or away without authorisation (A), as the "
                "record of the incident has it.",
         FROM_PUBLIC_CODE)
{
    return present(row->MIS_END) && missing(row->MISSING);
}

ROW_RULE(
    Missing, .code = "567", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
    FIELDS(AT(Missing, MIS_START), AT(Missing, MIS_END)),
    .message = "The absence ends before it begins.",
    .why = "One of the two dates is wrong, or they were entered the wrong way round. Compare them "
           "with the record of the incident.",
    FROM_PUBLIC_CODE)
{
    return after(row->MIS_START, row->MIS_END);
}

ROW_RULE(
    Missing, .code = "570", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
    FIELDS(AT(Missing, MIS_START)),
    .message = "The absence begins after the period that is returned.",
    .why = "Later incidents belong to the next return. Correct the date if it is wrong, otherwise "
           "take the row out.",
    FROM_PUBLIC_CODE)
{
    return after_day(row->MIS_START, ctx->period_end);
}

ROW_RULE(Missing, .code = "571", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Missing, MIS_END)),
         .message = "The absence ends outside the period that is returned.",
         .why =
             "Returned are absences that ended in the year or were still going on. Leave the end "
             "blank if the child had not come back by the last day.",
         FROM_PUBLIC_CODE)
{
    return outside_period(ctx, row->MIS_END);
}

/* Whether an absence had not ended before a later one began. */
static bool overlaps(sv_day latest_end, const struct Missing *later)
{
    return latest_end == SV_NONE || latest_end > day_of(later->MIS_START);
}

FINDING_RULE(
    Child, .code = "574", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
    FIELDS(AT(Missing, MIS_START), AT(Missing, MIS_END)), .unit = "row of Missing",
    .message = "This absence begins before an earlier one has ended.",
    .why = "A child cannot go missing while missing. Give the earlier incident the day on which "
           "the child came back, or make one incident of the two.",
    FROM_PUBLIC_CODE)
{
    sv_day latest_end = INT32_MIN + 1; /* of those so far; SV_NONE: one has not ended */
    for (uint32_t i = 0; i < row->missing_order.count; i++) {
        const struct Missing *absence = row->missing_order.rows[i];
        if (i > 0 && overlaps(latest_end, absence)) {
            found(ctx);
            point(ctx, absence, BIT(Missing, MIS_START) | BIT(Missing, MIS_END));
        }
        if (!readable(absence->MIS_END))
            latest_end = SV_NONE;
        else if (latest_end != SV_NONE && day_of(absence->MIS_END) > latest_end)
            latest_end = day_of(absence->MIS_END);
    }
}

/* Of the child's episodes that had begun by some day: how far they reach. The day only moves on, so
 * that the episodes are gone through once. */
struct reach {
    uint32_t begun;    /* so many of them, in the child's order */
    sv_day latest_end; /* SV_NONE: none of them has ended */
    bool is_open;      /* one of them has no end */
};

static void move_on(struct reach *reach, const struct Child *child, struct sv_value day)
{
    for (; reach->begun < child->order.count; reach->begun++) {
        const struct Episodes *e = child->order.rows[reach->begun];
        if (after(e->DECOM, day))
            return;
        if (!readable(e->DEC))
            reach->is_open = true;
        else if (reach->latest_end == SV_NONE || after_day(e->DEC, reach->latest_end))
            reach->latest_end = day_of(e->DEC);
    }
}

FINDING_RULE(
    Child, .code = "575", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
    READS(TABLE_Episodes), FIELDS(AT(Missing, MIS_END), AT(Missing, MIS_START)),
    .unit = "row of Missing",
    .message = "The absence has no end, but the episode in which it began has ended.",
    .why = "When a placement ends while the child is missing, the absence ends with it. Add the "
           "day on which the child came back, or on which the placement ended.",
    FROM_PUBLIC_CODE)
{
    struct reach reach = {0, SV_NONE, false};
    for (uint32_t i = 0; i < row->missing_order.count; i++) {
        const struct Missing *absence = row->missing_order.rows[i];
        move_on(&reach, row, absence->MIS_START);
        if (readable(absence->MIS_END) ||
            !is_on_or_before(day_of(absence->MIS_START), reach.latest_end))
            continue;
        found(ctx);
        point(ctx, absence, BIT(Missing, MIS_END) | BIT(Missing, MIS_START));
    }
}

/* Whether an absence of this year begins on this day. */
static bool starts_on(const struct Child *child, sv_day day)
{
    uint32_t lo = 0;
    for (uint32_t hi = child->missing_order.count; lo < hi;) {
        uint32_t middle = lo + (hi - lo) / 2;
        if (day_of(child->missing_order.rows[middle]->MIS_START) < day)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo < child->missing_order.count &&
           is_same_day(day_of(child->missing_order.rows[lo]->MIS_START), day);
}

/* The first open absence of last year that does not go on this year, or NULL. */
static const struct Missing *absence_broken_off(const struct sv_context *ctx,
                                                const struct Child *child)
{
    FOR_EACH_LAST (ctx, Missing, absence, child) {
        if (missing(absence->MIS_END) && readable(absence->MIS_START) &&
            !starts_on(child, day_of(absence->MIS_START)))
            return absence;
    }
    return NULL;
}

/* The absence with the earliest start, of several the first in the file; NULL: there is none. */
static const struct Missing *first_absence(const struct sv_context *ctx, const struct Child *child)
{
    if (child->missing_order.count == 0)
        return FIRST_OF(ctx, Missing, child);
    const struct Missing *first = child->missing_order.rows[0];
    for (uint32_t i = 1; i < child->missing_order.count; i++) {
        const struct Missing *absence = child->missing_order.rows[i];
        if (!same_date(absence->MIS_START, first->MIS_START))
            break;
        if (absence->row.number < first->row.number)
            first = absence;
    }
    return first;
}

FINDING_RULE(
    Child, .code = "576", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
    FIELDS(AT(Missing, MIS_START), AT(Missing_last, MIS_START), AT(Missing_last, MIS_END)),
    .unit = "child",
    .message = "An absence that had not ended last year is not in this year's return.",
    .why = "An absence without an end is returned again, with the same start, until the child "
           "is back. Add it, or correct its start; if it had ended, have last year amended.",
    FROM_PUBLIC_CODE)
{
    const struct Missing *last = absence_broken_off(ctx, row);
    const struct Missing *first = first_absence(ctx, row);
    if (!last)
        return;
    found(ctx);
    if (first)
        point(ctx, first, BIT(Missing, MIS_START));
    point(ctx, last, BIT(Missing_last, MIS_START) | BIT(Missing_last, MIS_END));
}

ROW_RULE(Missing, .code = "577", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         READS(TABLE_Episodes), FIELDS(AT(Missing, MIS_START), AT(Missing, MIS_END)),
         .message = "The child's time in care ended, but this absence was not ended by then.",
         .why =
             "An absence from care ends at the latest when care does. Add the end, or correct the "
             "last episode if the child is still looked after.",
         FROM_PUBLIC_CODE)
{
    return outlasts_care(CHILD_OF(row), row->MIS_START, row->MIS_END);
}

ROW_RULE(Missing, .code = "578", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         READS(TABLE_Episodes), FIELDS(AT(Missing, MIS_START)),
         .message = "The absence begins on or after the day on which care ended.",
         .why =
             "Who is no longer looked after cannot be missing from care. Compare the start of the "
             "absence with the end of the child's last episode before it.",
         FROM_OFFICIAL_TEXT)
{
    const struct period *period = period_at(CHILD_OF(row), day_of(row->MIS_START));
    return period && period->end != SV_NONE && day_of(row->MIS_START) >= period->end;
}

static bool ends_without_e8(const struct sv_row *row)
{
    return !is_code(((const struct Episodes *)row)->REC, REC_E8);
}

/* Whether the absence ended on the 18th birthday, by the date of birth of its own row. */
static bool ends_at_18(const struct sv_row *row)
{
    const struct Missing *absence = (const struct Missing *)row;
    return is_same_day(day_of(absence->MIS_END), years_after(absence->DOB, 18));
}

static const struct date_search ends_at_18_without_e8 = {
    .seekers = {.table = TABLE_Episodes,
                .are = ends_without_e8,
                .fields = BIT(Episodes, REC) | BIT(Episodes, DEC)},
    .date = offsetof(struct Episodes, DEC),
    .sought = {.table = TABLE_Missing, .are = ends_at_18, .fields = BIT(Missing, MIS_END)},
    .sought_date = offsetof(struct Missing, MIS_END),
    .tell = find_match,
};

FINDING_RULE(
    Child, .code = "580", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
    FIELDS(AT(Episodes, REC), AT(Episodes, DEC), AT(Missing, MIS_END)), .unit = "row of Episodes",
    .message = "The child was missing until turning 18, so the end reason must be E8.",
    .why = "For a child who was missing up to the 18th birthday nothing is known of where the "
           "child went. End the episode with E8, or correct the end of the absence.",
    FROM_PUBLIC_CODE)
{
    search_dates(ctx, row, &ends_at_18_without_e8);
}

FINDING_RULE(Child, .code = "581", .severity = SV_ERROR, .first_year = 2023, READS(TABLE_Episodes),
             FIELDS(AT(Missing, MIS_START)), .unit = "row of Missing",
             .message = "The absence begins on a day on which the child was not looked after.",
             .why =
                 "It lies before the first episode or between two times in care. Compare the start "
                 "of the absence with the episodes, and correct the one that is wrong.",
             FROM_PUBLIC_CODE)
{
    struct reach reach = {0, SV_NONE, false};
    for (uint32_t i = 0; i < row->missing_order.count; i++) {
        const struct Missing *absence = row->missing_order.rows[i];
        move_on(&reach, row, absence->MIS_START);
        bool in_care =
            reach.is_open || is_on_or_before(day_of(absence->MIS_START), reach.latest_end);
        if (in_care || reach.begun == row->order.count)
            continue;
        found(ctx);
        point(ctx, absence, BIT(Missing, MIS_START));
    }
}

ROW_RULE(Missing, .code = "586", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Missing, MIS_START), AT(Missing, DOB)),
         .message = "The absence begins on or before the child's day of birth.",
         .why =
             "One of the two dates is wrong. Compare them with the record of the incident and with "
             "the child's record.",
         FROM_PUBLIC_CODE)
{
    return is_on_or_before(day_of(row->MIS_START), day_of(row->DOB));
}

ROW_RULE(Missing, .code = "1004", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(Missing, MIS_START)),
         .message = "The start of this absence is missing or is not a date.",
         .why =
             "Each incident begins on a day. Take it from the record of the incident, and write it "
             "as dd/mm/yyyy.",
         FROM_PUBLIC_CODE)
{
    return !readable(row->MIS_START);
}

ROW_RULE(
    Missing, .code = "1005", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
    FIELDS(AT(Missing, MIS_END)), .message = "The end of this absence is not a date.",
    .why = "Write the day on which the child came back as dd/mm/yyyy, or leave it blank while the "
           "child is missing.",
    FROM_PUBLIC_CODE)
{
    return is_no_date(row->MIS_END);
}

ROW_RULE(Missing, .code = "1006", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(Missing, MISSING)), .message = "The kind of absence is neither M nor A.",
         .why =
             "M is missing from care, A away from the placement without authorisation. Choose the "
             "one that the record of the incident tells of.",
         FROM_PUBLIC_CODE)
{
    return is_wrong_code(ctx, row->MISSING, &MISSING_list);
}
