/*
 * Last year's episodes: a child who was in care on 31 March goes on, this year, with the episode
 * that was left open, and with all that was said of it.
 */
#include "../facts.h"

/* This year's first episode and last year's open one that it should be. */
struct carried {
    const struct Episodes *first;
    const struct Episodes *last; /* NULL: there are no two to compare */
};

static struct carried pair_of(const struct Child *child)
{
    return (struct carried){first_episode(child), carried_over(child)};
}

static void find_pair(const struct sv_context *ctx, struct carried pair, uint64_t fields,
                      uint64_t fields_last)
{
    found(ctx);
    point(ctx, pair.first, fields);
    point(ctx, pair.last, fields_last);
}

/* The carried episode begins for the same reason in both years. */
static bool has_same_reason(const struct sv_context *ctx, struct carried pair)
{
    return present(pair.first->RNE) && same(ctx, pair.first->RNE, pair.last->RNE);
}

static bool has_other_authority(struct carried pair)
{
    return !same_place(pair.first->placement.la, pair.last->placement.la);
}

/* Known in one year only, or two tenths of a mile or more apart. */
static bool has_other_distance(struct carried pair)
{
    int32_t now = pair.first->placement.tenths;
    int32_t then = pair.last->placement.tenths;
    if (now == SV_NONE || then == SV_NONE)
        return now != then;
    return now - then >= 2 || then - now >= 2;
}

FINDING_RULE(Child, .code = "452", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "child", .reference = "postcodes",
             FIELDS(AT(Episodes, PL_POST), AT(Episodes, PL_LA), AT(Episodes, RNE),
                    AT(Episodes_last, PL_POST), AT(Episodes_last, PL_LA), AT(Episodes_last, RNE)),
             .message = "The placement lies in another authority than in the episode left open "
                        "last year.",
             .why = "It is one episode with one placement, so the authority in which the placement "
                    "postcode lies cannot have changed. Compare the two postcodes. If the child "
                    "moved, end the old episode and begin a new one; if last year's postcode was "
                    "wrong, have last year's return amended.",
             FROM_PUBLIC_CODE)
{
    struct carried pair = pair_of(row);
    if (pair.last && has_same_reason(ctx, pair) && has_other_authority(pair))
        find_pair(ctx, pair, BIT(Episodes, PL_POST) | BIT(Episodes, PL_LA) | BIT(Episodes, RNE),
                  BIT(Episodes_last, PL_POST) | BIT(Episodes_last, PL_LA) |
                      BIT(Episodes_last, RNE));
}

FINDING_RULE(Child, .code = "453", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "child", .reference = "postcodes",
             FIELDS(AT(Episodes, HOME_POST), AT(Episodes, PL_POST), AT(Episodes, PL_DISTANCE),
                    AT(Episodes, RNE), AT(Episodes_last, HOME_POST), AT(Episodes_last, PL_POST),
                    AT(Episodes_last, PL_DISTANCE), AT(Episodes_last, RNE)),
             .message = "The distance from home to placement is not that of the episode left open "
                        "last year.",
             .why = "It is one episode, so neither the home nor the placement postcode can have "
                    "changed; the distance follows from both. Compare the postcodes of the two "
                    "years. If the child moved, end the old episode and begin a new one; a home "
                    "postcode stays that of the day on which care began.",
             FROM_PUBLIC_CODE)
{
    struct carried pair = pair_of(row);
    if (pair.last && has_same_reason(ctx, pair) && has_other_distance(pair))
        find_pair(ctx, pair,
                  BIT(Episodes, HOME_POST) | BIT(Episodes, PL_POST) | BIT(Episodes, PL_DISTANCE) |
                      BIT(Episodes, RNE),
                  BIT(Episodes_last, HOME_POST) | BIT(Episodes_last, PL_POST) |
                      BIT(Episodes_last, PL_DISTANCE) | BIT(Episodes_last, RNE));
}

FINDING_RULE(Child, .code = "502", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
             .unit = "child", FIELDS(AT(Episodes, DECOM), AT(Episodes_last, DECOM)),
             .message = "The child's first episode does not start on the day of the one left open "
                        "last year.",
             .why = "An episode that was open at the end of last year comes first this year, with "
                    "the start date it had. Add it to the file if it is missing. If its date was "
                    "wrong, have last year's return amended, or enter the old date here.",
             FROM_PUBLIC_CODE)
{
    struct carried pair = pair_of(row);
    if (pair.last && !same_date(pair.first->DECOM, pair.last->DECOM))
        find_pair(ctx, pair, BIT(Episodes, DECOM), BIT(Episodes_last, DECOM));
}

/* One value of the episode left open last year; `differs` looks at `pair`. */
#define SAME_VALUE_RULE(code_, first_, last_, field_, differs_, message_, why_, source_)           \
    FINDING_RULE(Child, .code = (code_), .severity = SV_ERROR, .stage = 2, .first_year = (first_), \
                 .last_year = (last_), .unit = "child",                                            \
                 FIELDS(AT(Episodes, field_), AT(Episodes_last, field_)), .message = (message_),   \
                 .why = (why_), source_)                                                           \
    {                                                                                              \
        struct carried pair = pair_of(row);                                                        \
        if (pair.last && (differs_))                                                               \
            find_pair(ctx, pair, BIT(Episodes, field_), BIT(Episodes_last, field_));               \
    }

#define DIFFERS(field) (!same(ctx, pair.first->field, pair.last->field))

SAME_VALUE_RULE("503A", 2023, 0, RNE, DIFFERS(RNE),
                "The reason for new episode is not that of the episode left open last year.",
                "It is one episode, which began once, for one reason. Look up why it began and "
                "correct this year's reason, or have last year's return amended; if the first "
                "episode here is a later one, add the one that was open.",
                FROM_PUBLIC_CODE)

SAME_VALUE_RULE("503B", 2023, 0, LS, DIFFERS(LS),
                "The legal status is not that of the episode left open last year.",
                "A new legal status starts a new episode. If it changed, end the old episode on "
                "that day and begin a new one with reason L, B or U; if it did not, correct it "
                "here or have last year's return amended.",
                FROM_PUBLIC_CODE)

SAME_VALUE_RULE("503C", 2023, 0, CIN, DIFFERS(CIN),
                "The category of need is not that of the episode left open last year.",
                "The category is settled when the child comes into care and stays the same until "
                "the child leaves. Look up what was settled then and correct it here, or have last "
                "year's return amended.",
                FROM_PUBLIC_CODE)

#define OTHER_PLACEMENT "The placement type is not that of the episode left open last year."

#define MOVED                                                                                      \
    "If the child moved, end the old episode on that day and begin a new one; if not, correct "    \
    "the type here or have last year's return amended."

SAME_VALUE_RULE("503D", 2023, 2024, PLACE, DIFFERS(PLACE), OTHER_PLACEMENT,
                "A move to another placement starts a new episode. " MOVED, FROM_PUBLIC_CODE)

SAME_VALUE_RULE("503D", 2025, 2025, PLACE,
                DIFFERS(PLACE) &&
                    !(is_code(pair.last->PLACE, PLACE_H5) && is_code(pair.first->PLACE, PLACE_K3)),
                OTHER_PLACEMENT,
                "A move to another placement starts a new episode; only the new code K3 "
                "(supported accommodation) may stand where H5 stood. " MOVED,
                FROM_OFFICIAL_TEXT)

SAME_VALUE_RULE("503D", 2026, 2026, PLACE,
                DIFFERS(PLACE) &&
                    !(is_code(pair.last->PLACE, PLACE_Z1) &&
                      IS_ANY(pair.first->PLACE, PLACE_Z11, PLACE_Z12, PLACE_Z13, PLACE_Z14)),
                OTHER_PLACEMENT,
                "A move to another placement starts a new episode; only the new codes Z11 to Z14 "
                "may stand where Z1 (other placement) stood. " MOVED,
                FROM_PUBLIC_CODE)

SAME_VALUE_RULE("503D", 2027, 0, PLACE, DIFFERS(PLACE), OTHER_PLACEMENT,
                "A move to another placement starts a new episode. " MOVED, FROM_PUBLIC_CODE)

SAME_VALUE_RULE("503E", 2023, 0, PLACE_PROVIDER, DIFFERS(PLACE_PROVIDER),
                "The placement provider is not that of the episode left open last year.",
                "The provider, PR0 to PR5, says who runs the placement; a change of it starts a "
                "new episode. Look up who runs the placement and correct the code here, or have "
                "last year's return amended.",
                FROM_PUBLIC_CODE)

SAME_VALUE_RULE("503F", 2023, 0, URN, !same_text(ctx, pair.first->URN, pair.last->URN),
                "The URN (Ofsted number) is not that of the episode left open last year.",
                "The number says in which registered setting or with which agency the child is; a "
                "change of it starts a new episode. Look it up on Ofsted's list and correct it "
                "here, or have last year's return amended.",
                FROM_PUBLIC_CODE)

FINDING_RULE(Child, .code = "503G", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "child", .reference = "postcodes",
             FIELDS(AT(Episodes, HOME_POST), AT(Episodes, PL_POST), AT(Episodes, PL_DISTANCE),
                    AT(Episodes_last, HOME_POST), AT(Episodes_last, PL_POST),
                    AT(Episodes_last, PL_DISTANCE)),
             .message = "The first episode's distance from home to placement is not that of the "
                        "one left open last year.",
             .why = "The distance follows from the home and the placement postcode, and in one "
                    "episode neither changes. Compare the postcodes of the two years, and correct "
                    "the wrong one here or have last year's return amended; if the child moved, "
                    "begin a new episode.",
             FROM_PUBLIC_CODE)
{
    struct carried pair = pair_of(row);
    if (pair.last && has_other_distance(pair))
        find_pair(ctx, pair,
                  BIT(Episodes, HOME_POST) | BIT(Episodes, PL_POST) | BIT(Episodes, PL_DISTANCE),
                  BIT(Episodes_last, HOME_POST) | BIT(Episodes_last, PL_POST) |
                      BIT(Episodes_last, PL_DISTANCE));
}

FINDING_RULE(Child, .code = "503H", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "child", .reference = "postcodes",
             FIELDS(AT(Episodes, PL_POST), AT(Episodes, PL_LA), AT(Episodes_last, PL_POST),
                    AT(Episodes_last, PL_LA)),
             .message = "The first episode's placement lies in another authority than that of the "
                        "one left open last year.",
             .why = "The authority follows from the placement postcode, which does not change in "
                    "one episode. Compare the postcodes of the two years, and correct the wrong "
                    "one here or have last year's return amended; if the child moved, begin a new "
                    "episode.",
             FROM_PUBLIC_CODE)
{
    struct carried pair = pair_of(row);
    if (pair.last && has_other_authority(pair))
        find_pair(ctx, pair, BIT(Episodes, PL_POST) | BIT(Episodes, PL_LA),
                  BIT(Episodes_last, PL_POST) | BIT(Episodes_last, PL_LA));
}

FINDING_RULE(Child, .code = "503J", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "child", .reference = "postcodes", .needs = SV_NEEDS_AUTHORITY,
             FIELDS(AT(Episodes, PL_POST), AT(Episodes, PL_LOCATION), AT(Episodes_last, PL_POST),
                    AT(Episodes_last, PL_LOCATION)),
             .message = "The placement is inside the authority's area in one year and outside it, "
                        "or unknown, in the other.",
             .why = "This year's first episode is the one left open last year, so its placement "
                    "cannot have moved across the boundary. Compare the placement postcodes of the "
                    "two years, and correct the wrong one here or have last year's return amended; "
                    "if the child moved, begin a new episode.",
             FROM_PUBLIC_CODE)
{
    struct carried pair = pair_of(row);
    if (pair.last && !same_place(pair.first->placement.location, pair.last->placement.location))
        find_pair(ctx, pair, BIT(Episodes, PL_POST) | BIT(Episodes, PL_LOCATION),
                  BIT(Episodes_last, PL_POST) | BIT(Episodes_last, PL_LOCATION));
}

/* The child's first episode, when it began before the year; otherwise NULL. */
static const struct Episodes *older_first_episode(const struct sv_context *ctx,
                                                  const struct Child *child)
{
    const struct Episodes *first = first_episode(child);
    return first && before_day(first->DECOM, ctx->period_start) ? first : NULL;
}

FINDING_RULE(Child, .code = "562", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "child", FIELDS(AT(Episodes, DECOM)), READS(TABLE_Episodes_last),
             .message =
                 "The first episode began before this year, but it is not the one with which "
                 "last year's return ended.",
             .why = "What began before 1 April and runs into this year must be the episode with "
                    "which last year's return ended. Compare the start dates: the episode may be "
                    "missing from last year's return, which then needs amending, or its start was "
                    "changed since, or an episode that ended last year was sent again.",
             FROM_PUBLIC_CODE)
{
    const struct Episodes *first = older_first_episode(ctx, row);
    uint32_t count = row->order_last.count;
    if (!first || (count > 0 && same_date(row->order_last.rows[count - 1]->DECOM, first->DECOM)))
        return;
    found(ctx);
    point(ctx, first, BIT(Episodes, DECOM));
}

FINDING_RULE(Child, .code = "NoE", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
             .unit = "child", FIELDS(AT(Episodes, DECOM)), READS(TABLE_Episodes_last),
             .message = "The child's first episode began before this year, but last year's return "
                        "has no episode of the child.",
             .why = "A child who was in care before 1 April must have been in last year's return. "
                    "Compare the child's identifier in the two years, as it must not change; then "
                    "check the start date, or have the child added to last year's return.",
             FROM_PUBLIC_CODE)
{
    const struct Episodes *first = older_first_episode(ctx, row);
    if (!first || FIRST_OF_LAST(ctx, Episodes, row))
        return;
    found(ctx);
    point(ctx, first, BIT(Episodes, DECOM));
}
