/* Reviews, and whether children took part. */
#include "measures.h"

#define ABOUT                                                                                      \
    .section = SECTION_REVIEWS, .unit = "review", .units = "reviews", READS(TABLE_Episodes)

static bool is_held(const struct sv_context *ctx, const struct Reviews *review)
{
    return looked_after_at_end(CHILD_OF(review)) && in_period(ctx, review->REVIEW);
}

BAND_OF_CODE(participation_of, Reviews, REVIEW_CODE)

MEASURE(Reviews, ABOUT, FROM_READING, .name = "reviews_held", .title = "Reviews",
        .definition = "Reviews dated in the period of children looked after at its end.",
        .caution = "Not in current statistics; widely used locally.",
        BREAKDOWNS(BY_LIST(REVIEW_CODE, "participation", participation_of)))
{
    return counted_if(is_held(ctx, row));
}

MEASURE(Reviews, ABOUT, FROM_READING, .kind = SV_SHARE_OF, .name = "reviews_taken_part",
        .title = "Reviews in which a child of 4 or over took part",
        .definition = "Of the reviews dated in the period, of children looked after at its end, "
                      "that have a participation code, and of children who were 4 or "
                      "over that day, those with code PN1 to PN6.",
        .caution = "PN4, attended without contributing, counts as taking part.")
{
    bool whole = is_held(ctx, row) &&
                 is_on_or_before(years_after(row->DOB, 4), day_of(row->REVIEW)) &&
                 readable(row->REVIEW_CODE);
    return share(whole, whole && !is_code(row->REVIEW_CODE, REVIEW_CODE_PN0) &&
                            !is_code(row->REVIEW_CODE, REVIEW_CODE_PN7));
}

/* The first review needs to come so many working days after the start of care, the second so many
 * months after it, and each further one after the one before. */
#define FIRST_WORKING_DAYS 20
#define SECOND_MONTHS 3
#define NEXT_MONTHS 6

/* Of the reviews after `after` and not after `limit` the earliest, or the latest; SV_NONE: none. */
static sv_day find_review(const struct sv_context *ctx, const struct Child *child, sv_day after,
                          sv_day limit, bool latest)
{
    sv_day found = SV_NONE;
    FOR_EACH (ctx, Reviews, review, child) {
        sv_day day = day_of(review->REVIEW);
        if (day > after && day <= limit &&
            (found == SV_NONE || (latest ? day > found : day < found)))
            found = day;
    }
    return found;
}

/* From review to review as far as the limit allows, until the end of the period is reached. */
static bool is_reviewed_from(const struct sv_context *ctx, const struct Child *child,
                             sv_day reached)
{
    while (reached != SV_NONE && sv_add_months(reached, NEXT_MONTHS) < ctx->period_end)
        reached = find_review(ctx, child, reached, sv_add_months(reached, NEXT_MONTHS), true);
    return reached != SV_NONE;
}

static bool is_reviewed_from_start(const struct sv_context *ctx, const struct Child *child,
                                   sv_day start)
{
    sv_day end = ctx->period_end;
    sv_day first = find_review(ctx, child, start - 1, end, false);
    if (working_days(ctx, start, first == SV_NONE ? end : first) > FIRST_WORKING_DAYS)
        return false;
    if (first == SV_NONE)
        return true;
    sv_day limit = sv_add_months(first, SECOND_MONTHS);
    sv_day second = find_review(ctx, child, first, limit < end ? limit : end, false);
    return second == SV_NONE ? limit >= end : is_reviewed_from(ctx, child, second);
}

static bool is_reviewed(const struct sv_context *ctx, const struct Child *child)
{
    const struct period *care = child->open31->care;
    if (cla_start_is_known(care) && care->start >= ctx->period_start)
        return is_reviewed_from_start(ctx, child, care->start);
    return is_reviewed_from(ctx, child, ctx->period_start - 1);
}

MEASURE(Child, .section = SECTION_REVIEWS, CHILDREN, READS(TABLE_Episodes, TABLE_Reviews),
        FROM_PRACTICE, .kind = SV_SHARE_OF, .name = "reviews_in_time", .at_end = true,
        .title = "Children whose reviews were in time",
        .definition =
            "Of the children looked after at the end of the period, those without too long a gap "
            "between reviews until then: 20 working days from a start in the period to the first, "
            "3 months to the second, 6 months to each further one.",
        .caution = "Reviews before the period are not in the return: of children looked after "
                   "before, the first 6 months are counted from its first day.")
{
    bool whole = looked_after_at_end(row);
    return share(whole, whole && is_reviewed(ctx, row));
}
