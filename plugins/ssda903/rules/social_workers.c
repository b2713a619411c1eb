/*
 * Social worker episodes (collected from 2024).
 *
 * From the return of 2025 on, episodes that began before 1 April 2023 need no reason.
 */
#include "../facts.h"

/* From this day on an episode needs everything. */
static sv_day reasons_since(void)
{
    return sv_day_of(2023, 4, 1);
}

static bool is_complete(const struct SWEpisodes *row)
{
    return present(row->SW_ID) && present(row->SW_DECOM) && present(row->SW_REASON);
}

/* The row before in the child's order is at i - 1. */
static const struct SWEpisodes *sw_episode(const struct Child *child, uint32_t i)
{
    return child->sw_order.rows[i];
}

FINDING_RULE(
    Child, .code = "SW01STG1", .severity = SV_ERROR, .stage = 1, .first_year = 2024,
    .last_year = 2024, READS(TABLE_SWEpisodes), FIELDS(AT(Episodes, DECOM), AT(Episodes, LS)),
    .unit = "child",
    .message = "No social worker episode of this child has an ID, a start date and a reason.",
    .why = "Each child looked after on the last day of the year has a social worker. Add the "
           "social worker's episodes from the case system, or complete what is there.",
    FROM_OFFICIAL_TEXT)
{
    if (!looked_after_at_end(row))
        return;
    FOR_EACH (ctx, SWEpisodes, episode, row) {
        if (is_complete(episode))
            return;
    }
    found(ctx);
    point(ctx, row->open31, BIT(Episodes, DECOM) | BIT(Episodes, LS));
}

ROW_RULE(SWEpisodes, .code = "SW01aSTG1", .severity = SV_ERROR, .stage = 1, .first_year = 2025,
         .last_year = 2025, FIELDS(AT(SWEpisodes, SW_ID), AT(SWEpisodes, SW_DECOM)),
         .message = "This social worker episode, begun before April 2023, has no social worker ID.",
         .why = "Also for episodes from before the collection began the return must say who the "
                "social worker was. Look up the worker's ID in the case system.",
         FROM_OFFICIAL_TEXT)
{
    return before_day(row->SW_DECOM, reasons_since()) && missing(row->SW_ID);
}

ROW_RULE(SWEpisodes, .code = "SW01bSTG1", .severity = SV_ERROR, .stage = 1, .first_year = 2025,
         .last_year = 2025,
         FIELDS(AT(SWEpisodes, SW_ID), AT(SWEpisodes, SW_DECOM), AT(SWEpisodes, SW_REASON)),
         .message = "This social worker episode lacks its ID, start date or reason for the change.",
         .why = "Episodes that began in April 2023 or later need all three. Complete the record of "
                "the allocation in the case system.",
         FROM_OFFICIAL_TEXT)
{
    if (missing(row->SW_DECOM))
        return true;
    return readable(row->SW_DECOM) && !before_day(row->SW_DECOM, reasons_since()) &&
           (missing(row->SW_ID) || missing(row->SW_REASON));
}

/* Whether an ID is that of a registered worker (SW) or one of the authority's own (XX). */
static bool begins_as_id(const char *text)
{
    return strncasecmp(text, "SW", 2) == 0 || strncasecmp(text, "XX", 2) == 0;
}

/* The bytes 10xxxxxx of UTF-8 go on with a character that another byte began. */
static size_t count_characters(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}

#define SOCIAL_WORKER_ID(...)                                                                      \
    .code = "SW02STG1", .severity = SV_ERROR, .stage = 1, FIELDS(AT(SWEpisodes, SW_ID)),           \
    .why = "The ID is the worker's registration number, SW and digits; for a worker who is not "   \
           "registered, an ID of your own that begins with XX. Look it up in the register of "     \
           "social workers.",                                                                      \
    FROM_PUBLIC_CODE, __VA_ARGS__

ROW_RULE(SWEpisodes,
         SOCIAL_WORKER_ID(.first_year = 2024, .last_year = 2025,
                          .message = "The social worker ID does not begin with SW or XX."))
{
    return !begins_as_id(text_of(ctx, row->SW_ID));
}

ROW_RULE(
    SWEpisodes,
    SOCIAL_WORKER_ID(.first_year = 2026,
                     .message =
                         "The social worker ID is not SW or XX and at least two characters more."))
{
    const char *text = text_of(ctx, row->SW_ID);
    return !begins_as_id(text) || count_characters(text) < 4;
}

ROW_RULE(
    SWEpisodes, .code = "SW03STG1", .severity = SV_ERROR, .stage = 1, .first_year = 2024,
    .last_year = 2024,
    FIELDS(AT(SWEpisodes, SW_ID), AT(SWEpisodes, SW_DECOM), AT(SWEpisodes, SW_REASON)),
    .message = "This social worker episode is not complete: ID, start date and reason are needed.",
    .why = "A row for a social worker says who it was, since when, and why the worker changed. "
           "Complete the record of the allocation in the case system.",
    FROM_PUBLIC_CODE)
{
    return !is_complete(row);
}

ROW_RULE(SWEpisodes, .code = "SW04STG1", .severity = SV_ERROR, .stage = 1, .first_year = 2024,
         FIELDS(AT(SWEpisodes, SW_DECOM)),
         .message = "The start date of this social worker episode is not a date.",
         .why = "Write it as dd/mm/yyyy. Parts that are not known may be ZZ, but other rules then "
                "cannot use the date.",
         FROM_PUBLIC_CODE)
{
    return present(row->SW_DECOM) && !read_partial_date(ctx, row->SW_DECOM).well_formed;
}

ROW_RULE(SWEpisodes, .code = "SW05STG1", .severity = SV_ERROR, .stage = 1, .first_year = 2024,
         FIELDS(AT(SWEpisodes, SW_DEC)),
         .message = "The end date of this social worker episode is not a date.",
         .why = "Write it as dd/mm/yyyy, and leave it blank while the social worker is allocated.",
         FROM_PUBLIC_CODE)
{
    return present(row->SW_DEC) && !read_partial_date(ctx, row->SW_DEC).well_formed;
}

ROW_RULE(SWEpisodes, .code = "SW06STG2", .severity = SV_ERROR, .stage = 2, .first_year = 2024,
         FIELDS(AT(SWEpisodes, SW_DECOM)),
         .message = "This social worker episode starts after the period that is returned.",
         .why = "Later allocations belong to the next return. Correct the date if it is wrong, "
                "otherwise take the row out.",
         FROM_PUBLIC_CODE)
{
    return after_day(row->SW_DECOM, ctx->period_end);
}

#define ENDS_OUTSIDE(...)                                                                          \
    .code = "SW07STG2", .severity = SV_ERROR, .stage = 2, FIELDS(AT(SWEpisodes, SW_DEC)),          \
    FROM_PUBLIC_CODE, __VA_ARGS__

ROW_RULE(
    SWEpisodes,
    ENDS_OUTSIDE(.first_year = 2024, .last_year = 2024,
                 .message = "This social worker episode ends outside the period that is returned.",
                 .why = "Returned are the episodes that ran in the year. Take out one that ended "
                        "before, and leave the end blank while the worker is still allocated."))
{
    return outside_period(ctx, row->SW_DEC);
}

ROW_RULE(
    SWEpisodes,
    ENDS_OUTSIDE(.first_year = 2025,
                 .message =
                     "This social worker episode ends outside the two years that are returned.",
                 .why = "Social worker episodes are returned for this year and the one before. "
                        "Take out one that ended earlier, and leave the end blank while the "
                        "worker is still allocated."))
{
    return readable(row->SW_DEC) &&
           !is_between(day_of(row->SW_DEC), last_year_start(ctx), ctx->period_end);
}

/* Makes a finding of every row that is not the child's last and has no end. */
static void find_open_before_last(const struct sv_context *ctx, const struct Child *child)
{
    for (uint32_t i = 0; i + 1 < child->sw_order.count; i++) {
        if (readable(sw_episode(child, i)->SW_DEC))
            continue;
        found(ctx);
        point(ctx, sw_episode(child, i), BIT(SWEpisodes, SW_DEC));
    }
}

FINDING_RULE(
    Child, .code = "SW08STG2", .severity = SV_ERROR, .stage = 2, .first_year = 2024,
    FIELDS(AT(SWEpisodes, SW_DEC)), .unit = "row of SWEpisodes",
    .message = "This social worker episode has no end date, although a later one has begun.",
    .why = "A child has one allocated social worker at a time. Give the earlier episode the "
           "day on which the worker handed over.",
    FROM_PUBLIC_CODE)
{
    find_open_before_last(ctx, row);
}

ROW_RULE(SWEpisodes, .code = "SW09STG2", .severity = SV_ERROR, .stage = 2, .first_year = 2024,
         FIELDS(AT(SWEpisodes, SW_DECOM), AT(SWEpisodes, SW_DEC)),
         .message = "This social worker episode starts and ends on the same day.",
         .why =
             "An allocation of less than a day is no episode; it often comes from a correction in "
             "the case system. Take the row out, or correct the dates.",
         FROM_PUBLIC_CODE)
{
    return same_date(row->SW_DECOM, row->SW_DEC);
}

/* Days from the end of the row before to the start of this one; 0 when the end is not known. */
static int days_between(const struct SWEpisodes *before_it, const struct SWEpisodes *row)
{
    return readable(before_it->SW_DEC) ? row->SW_DECOM.number - before_it->SW_DEC.number : 0;
}

static void point_at_both(const struct sv_context *ctx, const struct SWEpisodes *row,
                          const struct SWEpisodes *before_it, uint64_t fields)
{
    found(ctx);
    point(ctx, row, fields);
    point(ctx, before_it, fields);
}

FINDING_RULE(Child, .code = "SW10STG2", .severity = SV_ERROR, .stage = 2, .first_year = 2024,
             .last_year = 2024, FIELDS(AT(SWEpisodes, SW_DECOM), AT(SWEpisodes, SW_DEC)),
             .unit = "row of SWEpisodes",
             .message = "More than 7 days lie between this social worker and the one before.",
             .why = "One social worker takes over from the other, a week more or less. Compare the "
                    "end of the earlier allocation with the start of this one.",
             FROM_OFFICIAL_TEXT)
{
    for (uint32_t i = 1; i < row->sw_order.count; i++) {
        int days = days_between(sw_episode(row, i - 1), sw_episode(row, i));
        if (days < -7 || days > 7)
            point_at_both(ctx, sw_episode(row, i), sw_episode(row, i - 1),
                          BIT(SWEpisodes, SW_DECOM) | BIT(SWEpisodes, SW_DEC));
    }
}

FINDING_RULE(Child, .code = "SW10STG2", .severity = SV_ERROR, .stage = 2, .first_year = 2025,
             FIELDS(AT(SWEpisodes, SW_DECOM), AT(SWEpisodes, SW_DEC), AT(SWEpisodes, SW_REASON)),
             .unit = "row of SWEpisodes",
             .message = "This social worker starts more than 7 days before the one before ends.",
             .why =
                 "A handover may overlap by a week. Compare the end of the earlier allocation with "
                 "the start of this one, unless this is the first contact (FCONTA).",
             FROM_OFFICIAL_TEXT)
{
    for (uint32_t i = 1; i < row->sw_order.count; i++) {
        const struct SWEpisodes *episode = sw_episode(row, i);
        if (!is_code(episode->SW_REASON, SW_REASON_FCONTA) &&
            days_between(sw_episode(row, i - 1), episode) < -7)
            point_at_both(ctx, episode, sw_episode(row, i - 1),
                          BIT(SWEpisodes, SW_DECOM) | BIT(SWEpisodes, SW_DEC) |
                              BIT(SWEpisodes, SW_REASON));
    }
}

/* Whether another row starts within five days of the end of this one, before or after it. */
static bool is_followed(const struct Child *child, const struct SWEpisodes *row)
{
    sv_day first = row->SW_DEC.number - 5;
    uint32_t lo = 0;
    for (uint32_t hi = child->sw_order.count; lo < hi;) {
        uint32_t middle = lo + (hi - lo) / 2;
        if (day_of(sw_episode(child, middle)->SW_DECOM) < first)
            lo = middle + 1;
        else
            hi = middle;
    }
    if (lo < child->sw_order.count && sw_episode(child, lo) == row)
        lo++;
    return lo < child->sw_order.count &&
           day_of(sw_episode(child, lo)->SW_DECOM) <= row->SW_DEC.number + 5;
}

FINDING_RULE(
    Child, .code = "SW11aSTG2", .severity = SV_ERROR, .stage = 2, .first_year = 2024,
    .last_year = 2024, FIELDS(AT(SWEpisodes, SW_DEC)), .unit = "row of SWEpisodes",
    .message = "This social worker episode ended, and none starts within 5 days of its end.",
    .why = "A looked after child is never without a social worker for long. Add the episode "
           "of the next worker, or correct the dates.",
    FROM_PUBLIC_CODE_RESTATED)
{
    FOR_EACH (ctx, SWEpisodes, episode, row) {
        if (!is_on_or_before(day_of(episode->SW_DEC), sv_add_days(ctx->period_end, -5)) ||
            is_followed(row, episode))
            continue;
        found(ctx);
        point(ctx, episode, BIT(SWEpisodes, SW_DEC));
    }
}

/* The child's last row in order, or NULL. */
static const struct SWEpisodes *last_sw_episode(const struct Child *child)
{
    return child->sw_order.count ? sw_episode(child, child->sw_order.count - 1) : NULL;
}

FINDING_RULE(Child, .code = "SW11bSTG2", .severity = SV_ERROR, .stage = 2, .first_year = 2024,
             FIELDS(AT(SWEpisodes, SW_DEC)), .unit = "row of SWEpisodes",
             .message = "The last social worker episode ended in the last days of the year.",
             .why =
                 "Nobody follows in this return. Add the episode of the next worker, or leave the "
                 "end blank if the worker is still allocated.",
             FROM_PUBLIC_CODE_RESTATED)
{
    const struct SWEpisodes *last = last_sw_episode(row);
    if (!last ||
        !is_between(day_of(last->SW_DEC), sv_add_days(ctx->period_end, -5), ctx->period_end))
        return;
    found(ctx);
    point(ctx, last, BIT(SWEpisodes, SW_DEC));
}

/* Whether a period of care ended with this episode between two days, while no social worker's
 * episode had begun by then. */
static bool is_uncovered_end(const struct Child *child, const struct Episodes *e, sv_day first,
                             sv_day last)
{
    sv_day end = day_of(e->DEC);
    if (is_short_break(e) || !ended_but_not_x1(e) || !is_between(end, first, last))
        return false;
    return !child->sw_order.count || day_of(sw_episode(child, 0)->SW_DECOM) > end;
}

static void find_uncovered_end(const struct sv_context *ctx, const struct Child *child,
                               sv_day first)
{
    if (!looked_after_at_end(child))
        return;
    for (uint32_t i = 0; i < child->joint.count; i++) {
        const struct Episodes *e = child->joint.rows[i];
        if (!is_uncovered_end(child, e, first, ctx->period_end))
            continue;
        found(ctx);
        point(ctx, e, BIT(Episodes, DEC) | BIT(Episodes, REC));
        return;
    }
}

#define CARE_WITHOUT_WORKER(...)                                                                   \
    .code = "SW12STG2", .severity = SV_QUERY, .stage = 2, READS(TABLE_SWEpisodes),                 \
    OPTIONAL(TABLE_Episodes_last), .unit = "child",                                                \
    FIELDS(AT(Episodes, DEC), AT(Episodes, REC), AT(Episodes_last, DEC), AT(Episodes_last, REC)),  \
    FROM_PUBLIC_CODE_RESTATED, __VA_ARGS__

FINDING_RULE(
    Child,
    CARE_WITHOUT_WORKER(
            .first_year = 2024, .last_year = 2024,
            .message =
                "Care ended earlier in the year too, but no social worker is returned for then.",
            .why = "For a child looked after on the last day, all social workers of the year are "
                   "returned, also those of an earlier time in care. Add them, or explain why "
                   "there was none."))
{
    find_uncovered_end(ctx, row, ctx->period_start);
}

FINDING_RULE(
    Child,
    CARE_WITHOUT_WORKER(
            .first_year = 2025,
            .message =
                "Care also ended in these two years, but no social worker is returned for then.",
            .why = "For a child looked after on the last day, all social workers of this year and "
                   "the one before are returned, also those of an earlier time in care. Add "
                   "them, or explain why there was none."))
{
    find_uncovered_end(ctx, row, last_year_start(ctx));
}

#define CHANGE_REASON(...)                                                                         \
    .code = "SW13STG1", .severity = SV_ERROR, .stage = 1, FROM_PUBLIC_CODE, __VA_ARGS__

ROW_RULE(
    SWEpisodes,
    CHANGE_REASON(.first_year = 2024, .last_year = 2024, FIELDS(AT(SWEpisodes, SW_REASON)),
                  .message =
                      "The reason for the change of social worker is missing or no valid code.",
                  .why = "Every episode says why the worker changed; the first one has FCONTA. "
                         "Choose the code from the list."))
{
    return !in_list(ctx, row->SW_REASON, &SW_REASON_list);
}

ROW_RULE(
    SWEpisodes,
    CHANGE_REASON(.first_year = 2025, FIELDS(AT(SWEpisodes, SW_REASON), AT(SWEpisodes, SW_DECOM)),
                  .message =
                      "The reason for the change of social worker is missing or no valid code.",
                  .why = "Episodes since April 2023 say why the worker changed; the first one has "
                         "FCONTA. Older ones may leave it blank. Choose the code from the list."))
{
    if (missing(row->SW_REASON))
        return readable(row->SW_DECOM) && !before_day(row->SW_DECOM, reasons_since());
    return !in_list(ctx, row->SW_REASON, &SW_REASON_list);
}

FINDING_RULE(
    Child, .code = "SW14STG2", .severity = SV_ERROR, .stage = 2, .first_year = 2024,
    .last_year = 2024, FIELDS(AT(SWEpisodes, SW_DEC)), .unit = "row of SWEpisodes",
    .message = "Another social worker followed, but this episode has no end date.",
    .why = "The episode of the worker before ends when the next one begins. Give it the day on "
           "which the worker handed over.",
    FROM_PUBLIC_CODE)
{
    find_open_before_last(ctx, row);
}

FINDING_RULE(
    Child, .code = "SW17STG2", .severity = SV_ERROR, .stage = 2, .first_year = 2026,
    OPTIONAL(TABLE_Episodes), READS(TABLE_Episodes),
    FIELDS(AT(SWEpisodes, SW_DEC), AT(SWEpisodes, SW_DECOM)), .unit = "child",
    .message = "The latest social worker episode has ended, so that nobody is allocated now.",
    .why = "A child looked after on the last day of the year has a social worker then. Leave "
           "the end blank if the worker is still allocated, or add the one who followed.",
    FROM_OFFICIAL_TEXT)
{
    const struct SWEpisodes *last = last_sw_episode(row);
    if (!last || missing(last->SW_DEC) ||
        (is_given(ctx, TABLE_Episodes) && !looked_after_at_end(row)))
        return;
    found(ctx);
    point(ctx, last, BIT(SWEpisodes, SW_DEC) | BIT(SWEpisodes, SW_DECOM));
}
