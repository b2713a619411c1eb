/* How long legal statuses, short breaks and temporary placements lasted, and how often. */
#include "../facts.h"

static void find_episode(const struct sv_context *ctx, const struct Episodes *e)
{
    found(ctx);
    point(ctx, e, BIT(Episodes, LS) | BIT(Episodes, DECOM) | BIT(Episodes, DEC));
}

/* The legal status goes on in the next episode, with no day between. */
static bool goes_on_with(const struct Episodes *e, int legal_status)
{
    return e->next && is_code(e->next->LS, legal_status) &&
           is_on_or_before(day_of(e->next->DECOM), day_of(e->DEC));
}

/* Finds every episode of each stretch with this legal status that is longer than so many days. */
static void find_long_stretches(const struct sv_context *ctx, const struct Child *child,
                                int legal_status, int days)
{
    for (uint32_t i = 0; i < child->order.count; i++) {
        const struct Episodes *first = child->order.rows[i];
        if (!is_code(first->LS, legal_status))
            continue;
        uint32_t from = i;
        while (goes_on_with(child->order.rows[i], legal_status))
            i++;
        if (end_of(ctx, child->order.rows[i]) - day_of(first->DECOM) <= days)
            continue;
        for (; from <= i; from++)
            find_episode(ctx, child->order.rows[from]);
    }
}

FINDING_RULE(Child, .code = "361", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "row of Episodes",
             FIELDS(AT(Episodes, LS), AT(Episodes, DECOM), AT(Episodes, DEC)),
             .message = "The child was under police protection (L1) for more than three days.",
             .why = "The police can protect a child for three days at most. Episodes that follow "
                    "each other count as one; an open one counts to the end of the year. Enter the "
                    "day on which protection ended and the legal status that came after it. A true "
                    "case can be explained to the department.",
             FROM_PUBLIC_CODE)
{
    find_long_stretches(ctx, row, LS_L1, 3);
}

FINDING_RULE(
    Child, .code = "362", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
    .unit = "row of Episodes", FIELDS(AT(Episodes, LS), AT(Episodes, DECOM), AT(Episodes, DEC)),
    .message = "The child was under an emergency protection order (L2) for more than 21 days.",
    .why = "The court makes such an order for eight days and can prolong it once, by "
           "seven, so 21 days is beyond any. Episodes that follow each other count as "
           "one; an open one counts to the end "
           "of the year. Look up what the court ordered next, often an interim care order "
           "(C1). A true case can be explained to the department.",
    FROM_PUBLIC_CODE)
{
    find_long_stretches(ctx, row, LS_L2, 21);
}

FINDING_RULE(
    Child, .code = "363", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
    .unit = "row of Episodes", FIELDS(AT(Episodes, LS), AT(Episodes, DECOM), AT(Episodes, DEC)),
    .message = "The child was under a child assessment order (L3) for more than seven days.",
    .why = "The court can give seven days at most for the assessment of a child. Episodes "
           "that follow each other count as one; an open one counts to the end of the "
           "year. Enter the day on which the order ended, and what came after it. A true "
           "case can be explained to the department.",
    FROM_PUBLIC_CODE)
{
    find_long_stretches(ctx, row, LS_L3, 7);
}

FINDING_RULE(Child, .code = "364", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "row of Episodes",
             FIELDS(AT(Episodes, LS), AT(Episodes, DECOM), AT(Episodes, DEC)),
             .message = "The child was held under police powers (J2) for more than 21 days.",
             .why = "A child who is held by the police is looked after until the court sits, as a "
                    "rule the next day. Episodes that follow each other count as one; an open one "
                    "counts to the end of the year. Check the end date, and whether the child was "
                    "remanded (J1) by then. A true case can be explained to the department.",
             FROM_PUBLIC_CODE)
{
    find_long_stretches(ctx, row, LS_J2, 21);
}

ROW_RULE(Episodes, .code = "365", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, LS), AT(Episodes, DECOM), AT(Episodes, DEC)),
         .message = "More than 17 days lie between the start and the end of this short break (V3).",
         .why = "A break in an agreed series lasts 17 days at most; a longer stay is ordinary care "
                "with a legal status of its own, as a rule V2. An open break counts to the end of "
                "the year, so check first that its end was entered. A true case can be explained "
                "to the department.",
         FROM_PUBLIC_CODE)
{
    return is_code(row->LS, LS_V3) && readable(row->DECOM) &&
           end_of(ctx, row) - day_of(row->DECOM) > 17;
}

ROW_RULE(Episodes, .code = "366", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, LS), AT(Episodes, RNE)),
         .message = "A short break (V3) does not have the reason S (started to be looked after).",
         .why = "The child comes from home and goes home again, so that every break begins anew. "
                "Enter S. If the child stayed in care between two episodes, it is not a short "
                "break and needs another legal status.",
         FROM_PUBLIC_CODE)
{
    return is_code(row->LS, LS_V3) && !is_code(row->RNE, RNE_S);
}

/* The days of the year on which a short break ran; 0 or less: none. */
static int days_of_break(const struct sv_context *ctx, const struct Episodes *e)
{
    if (!is_code(e->LS, LS_V3) || !readable(e->DECOM))
        return 0;
    sv_day start = day_of(e->DECOM) > ctx->period_start ? day_of(e->DECOM) : ctx->period_start;
    sv_day end = end_of(ctx, e) < ctx->period_end ? end_of(ctx, e) : ctx->period_end;
    return end - start;
}

FINDING_RULE(Child, .code = "367", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "row of Episodes",
             FIELDS(AT(Episodes, LS), AT(Episodes, DECOM), AT(Episodes, DEC)),
             .message = "The child spent more than 75 days of the year in short breaks (V3).",
             .why = "A series of short breaks has 75 days in a year at most; beyond that the child "
                    "is looked after in the ordinary way, as a rule under V2. Look for breaks that "
                    "are in the file twice or whose end is missing, as these count to the end of "
                    "the year. A true case can be explained to the department.",
             FROM_PUBLIC_CODE)
{
    int64_t sum = 0;
    FOR_EACH (ctx, Episodes, e, row)
        sum += days_of_break(ctx, e) > 0 ? days_of_break(ctx, e) : 0;
    if (sum <= 75)
        return;
    FOR_EACH (ctx, Episodes, e, row) {
        if (days_of_break(ctx, e) > 0)
            find_episode(ctx, e);
    }
}

/* A placement of this type that has ended and was longer than so many days. */
static bool lasted_longer(const struct Episodes *e, int place, int days)
{
    return is_code(e->PLACE, place) && both_readable(e->DECOM, e->DEC) &&
           day_of(e->DEC) - day_of(e->DECOM) > days;
}

ROW_RULE(
    Episodes, .code = "375", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
    FIELDS(AT(Episodes, DECOM), AT(Episodes, DEC), AT(Episodes, PLACE)),
    .message = "The child was in hospital on a temporary placement (T1) for more than six weeks.",
    .why = "A stay of more than 42 days is a placement in its own right: use R2 for a "
           "hospital. Check both dates first. A true case, such as a child who was expected "
           "back sooner, can be explained to the department.",
    FROM_PUBLIC_CODE)
{
    return lasted_longer(row, PLACE_T1, 42);
}

ROW_RULE(Episodes, .code = "376", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, DECOM), AT(Episodes, DEC), AT(Episodes, PLACE)),
         .message = "The child was away during the carers' holiday (T3) for more than three weeks.",
         .why = "After 21 days the child has moved rather than waited for the carers to come back. "
                "Check both dates; if they are right, give the placement the code of its own type. "
                "A true case can be explained to the department.",
         FROM_PUBLIC_CODE)
{
    return lasted_longer(row, PLACE_T3, 21);
}

FINDING_RULE(Child, .code = "377", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "row of Episodes", FIELDS(AT(Episodes, PLACE), AT(Episodes, DECOM)),
             .message = "This is one of three or more placements for the carers' holiday (T3) that "
                        "began within 12 months.",
             .why = "More than two such stays within a year are unusual for a settled placement. "
                    "Check the dates, and whether all of them were for a holiday of the carers: "
                    "other short stays are T0 or T4. A true case can be explained to the "
                    "department.",
             FROM_PUBLIC_CODE)
{
    const struct Episodes *stays[3] = {NULL, NULL, NULL};
    int told = 0; /* how many of the three, from the first on, are in a finding already */
    for (uint32_t i = 0; i < row->order.count; i++) {
        if (!is_code(row->order.rows[i]->PLACE, PLACE_T3))
            continue;
        stays[0] = stays[1];
        stays[1] = stays[2];
        stays[2] = row->order.rows[i];
        told -= told > 0;
        if (!stays[0] || !before_day(stays[2]->DECOM, years_after(stays[0]->DECOM, 1)))
            continue;
        for (; told < 3; told++) {
            found(ctx);
            point(ctx, stays[told], BIT(Episodes, PLACE) | BIT(Episodes, DECOM));
        }
    }
}

ROW_RULE(
    Episodes, .code = "379", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
    FIELDS(AT(Episodes, DECOM), AT(Episodes, DEC), AT(Episodes, PLACE)),
    .message = "A temporary placement of the short kind (T4) went on for more than seven days.",
    .why = "T4 is for interruptions of a week or less. Check both dates; if they are right, "
           "the stay was a move, so give the placement the code of its own type and a reason "
           "for placement change. A true case can be explained to the department.",
    FROM_PUBLIC_CODE)
{
    return lasted_longer(row, PLACE_T4, 7);
}

static bool has_both_kinds(const struct sv_context *ctx, const struct Child *child)
{
    bool has_v3 = false;
    bool has_v4 = false;
    FOR_EACH (ctx, Episodes, e, child) {
        has_v3 = has_v3 || is_code(e->LS, LS_V3);
        has_v4 = has_v4 || is_code(e->LS, LS_V4);
    }
    return has_v3 && has_v4;
}

FINDING_RULE(Child, .code = "426", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "row of Episodes", FIELDS(AT(Episodes, LS)),
             .message = "The child has short breaks of both kinds, V3 and V4, in this return.",
             .why = "A series is recorded either break by break (V3) or as one agreement (V4), as "
                    "the same nights would count twice otherwise. Choose one way for the child and "
                    "change the other episodes to it.",
             FROM_PUBLIC_CODE)
{
    if (!has_both_kinds(ctx, row))
        return;
    FOR_EACH (ctx, Episodes, e, row) {
        if (is_short_break(e)) {
            found(ctx);
            point(ctx, e, BIT(Episodes, LS));
        }
    }
}
