/*
 * Home and placement postcodes of an episode, and what follows from them: the authority in which
 * the placement lies, whether that is the own one, and how far from home it is.
 */
#include "../facts.h"

/* Whether the episode should say how far from home the child is placed. The home of a child who
 * came alone to seek asylum is not asked for. */
static bool needs_distance(const struct Episodes *e)
{
    return CHILD_OF(e) && !is_short_break(e) && !was_uasc(CHILD_OF(e));
}

ROW_RULE(Episodes, .code = "164", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         .reference = "postcodes", ANY_OF(TABLE_UASC, TABLE_UASC_last),
         OPTIONAL(TABLE_UASC, TABLE_UASC_last),
         FIELDS(AT(Episodes, HOME_POST), AT(Episodes, PL_POST), AT(Episodes, PL_DISTANCE)),
         .message = "The distance between the home and the placement postcode is more than 999.9 "
                    "miles.",
         .why = "No two places in the United Kingdom are so far apart, so one of the two postcodes "
                "must be wrong. Compare both with the addresses in the case system. If both are "
                "right, the postcode directory that statval was given has a wrong position.",
         FROM_OFFICIAL_TEXT)
{
    return needs_distance(row) && row->placement.tenths > 9999;
}

ROW_RULE(Episodes, .code = "169", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         .reference = "postcodes", FIELDS(AT(Episodes, PL_POST), AT(Episodes, PL_LA)),
         .message = "The authority in which the placement lies cannot be told from the placement "
                    "postcode.",
         .why = "The authority is looked up in the postcode directory, and the department needs it "
                "for every placement but short breaks. Enter the postcode if it is blank, and "
                "compare it with the address if it is given; one that is very new may need a newer "
                "directory. For a placement abroad, which has no such postcode, explain it.",
         FROM_PUBLIC_CODE)
{
    return !is_short_break(row) && !row->placement.la;
}

ROW_RULE(Episodes, .code = "179", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         .reference = "postcodes", .needs = SV_NEEDS_AUTHORITY,
         FIELDS(AT(Episodes, PL_POST), AT(Episodes, PL_LOCATION)),
         .message = "The placement postcode does not show whether the placement is inside your own "
                    "area or outside.",
         .why = "How many children live outside their own authority is published; for every "
                "placement but short breaks it is worked out from the placement postcode. Enter "
                "the postcode if it is blank, and compare it with the address if it is given. For "
                "a placement abroad, which has no such postcode, explain it.",
         FROM_PUBLIC_CODE)
{
    return !is_short_break(row) && !row->placement.location;
}

ROW_RULE(Episodes, .code = "214", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, LS), AT(Episodes, PL_POST), AT(Episodes, URN)),
         .message = "A placement postcode or a URN is given for a short break (V3, V4).",
         .why = "Short breaks are recorded in less detail than other care: without postcodes and "
                "without URN, Ofsted's number of the setting. Take both out. If the child is "
                "looked after other than in short breaks, correct the legal status instead.",
         FROM_PUBLIC_CODE)
{
    return is_short_break(row) && (present(row->PL_POST) || present(row->URN));
}

ROW_RULE(Episodes, .code = "392a", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         .reference = "postcodes", ANY_OF(TABLE_UASC, TABLE_UASC_last),
         OPTIONAL(TABLE_UASC, TABLE_UASC_last),
         FIELDS(AT(Episodes, HOME_POST), AT(Episodes, PL_POST), AT(Episodes, PL_DISTANCE)),
         .message = "The distance from home to placement cannot be told from the two postcodes.",
         .why = "How far from home children live is worked out from both postcodes. Enter the one "
                "that is blank, and compare what is given with the addresses in the case system; "
                "the home is where the child lived on coming into care. If the home is outside "
                "the United Kingdom or truly not known, explain it.",
         FROM_OFFICIAL_TEXT)
{
    return needs_distance(row) && row->placement.tenths == SV_NONE;
}

ROW_RULE(Episodes, .code = "392b", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         READS(TABLE_UASC, TABLE_UASC_last), OPTIONAL(TABLE_UASC, TABLE_UASC_last),
         FIELDS(AT(Episodes, HOME_POST), AT(Episodes, PL_POST)),
         .message = "The home or the placement postcode is missing.",
         .why = "Both are needed to tell how far from home and in whose area the child lives; only "
                "short breaks and children who came alone to seek asylum go without. Enter the "
                "address from which the child came into care, or that of the placement. If the "
                "child is such an asylum seeker, add the child to the UASC file.",
         FROM_OFFICIAL_TEXT)
{
    return needs_distance(row) && (missing(row->HOME_POST) || missing(row->PL_POST));
}

/* Given, and not in the directory; without one, not even of the form of a postcode. */
static bool is_no_postcode(const struct sv_context *ctx, struct sv_value postcode, bool known)
{
    if (missing(postcode))
        return false;
    return ctx->host->has_postcodes(ctx) ? !known : !matches(ctx, postcode);
}

/* Spaces may stand anywhere in a postcode. */
FINDING_RULE(Episodes, .code = "392c", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "row of Episodes",
             .pattern = "(?:[A-Z] *+(?:[A-Z] *+)?[0-9] *+(?:[A-Z0-9] *+)?[0-9] *+[A-Z] *+[A-Z]|"
                        "G *+I *+R *+0 *+A *+A)",
             FIELDS(AT(Episodes, HOME_POST), AT(Episodes, PL_POST)), .better_with = "postcodes",
             .limited = "Without a postcode directory only the form of the postcodes was tested.",
             .message = "This is not a postcode of the United Kingdom.",
             .why = "A postcode that does not exist shows neither the area nor the distance of a "
                    "placement. Compare it with the address; the letter O and the digit 0, or I "
                    "and 1, are often exchanged.",
             FROM_PUBLIC_CODE)
{
    bool home = is_no_postcode(ctx, row->HOME_POST, row->placement.home_known);
    bool place = is_no_postcode(ctx, row->PL_POST, row->placement.known);
    if (!home && !place)
        return;
    found(ctx);
    point(ctx, row, (home ? BIT(Episodes, HOME_POST) : 0) | (place ? BIT(Episodes, PL_POST) : 0));
}

ROW_RULE(Episodes, .code = "392d", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, HOME_POST), AT(Episodes, PL_POST), AT(Episodes, PLACE)),
         .message = "The home and the placement postcode are the same, but the child is not placed "
                    "with parents (P1).",
         .why = "The home postcode is where the child lived before care, the placement postcode "
                "where the child lives now; often one was copied into the other. Correct the wrong "
                "one, or enter P1 if the child stayed with parents. If the carers do live under "
                "the postcode of the child's home, explain it.",
         FROM_PUBLIC_CODE)
{
    return present(row->HOME_POST) && present(row->PL_POST) &&
           same_postcode(ctx, row->HOME_POST, row->PL_POST) && !is_code(row->PLACE, PLACE_P1);
}

ROW_RULE(Episodes, .code = "398", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, LS), AT(Episodes, HOME_POST), AT(Episodes, PL_POST)),
         .message = "A home or placement postcode is given for a short break (V3, V4).",
         .why = "A child on short breaks goes on living at home, so no distance from home is "
                "recorded. Take both postcodes out. If the child is looked after other than in "
                "short breaks, correct the legal status instead.",
         FROM_PUBLIC_CODE)
{
    return is_short_break(row) && (present(row->HOME_POST) || present(row->PL_POST));
}

static bool has_short_breaks_only(const struct sv_context *ctx, const struct Child *child)
{
    return FIRST_OF(ctx, Episodes, child) && !has_care_episode(ctx, child, false);
}

static bool is_review_given(const struct Reviews *review)
{
    return present(review->REVIEW) || present(review->REVIEW_CODE);
}

static bool has_review(const struct sv_context *ctx, const struct Child *child)
{
    FOR_EACH (ctx, Reviews, review, child) {
        if (is_review_given(review))
            return true;
    }
    return false;
}

FINDING_RULE(Child, .code = "399", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "child",
             FIELDS(AT(Episodes, LS), AT(Header, MOTHER), AT(Reviews, REVIEW),
                    AT(Reviews, REVIEW_CODE)),
             .message = "The child has short breaks only (V3, V4), but mother status or reviews "
                        "are given.",
             .why = "Whether the child is a mother, and the reviews of the care plan, are "
                    "recorded only of children who are looked after other than in short breaks. "
                    "Leave MOTHER blank and take the reviews out; if the child was in care besides "
                    "the breaks, correct the legal status or add the missing episode.",
             FROM_OFFICIAL_TEXT)
{
    bool mother = row->header && present(row->header->MOTHER);
    if (!has_short_breaks_only(ctx, row) || (!mother && !has_review(ctx, row)))
        return;
    found(ctx);
    point(ctx, FIRST_OF(ctx, Episodes, row), BIT(Episodes, LS));
    if (mother)
        point(ctx, row->header, BIT(Header, MOTHER));
    FOR_EACH (ctx, Reviews, review, row) {
        if (is_review_given(review) &&
            !point(ctx, review, BIT(Reviews, REVIEW) | BIT(Reviews, REVIEW_CODE)))
            return;
    }
}

ROW_RULE(Episodes, .code = "406", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         .reference = "postcodes", ANY_OF(TABLE_UASC, TABLE_UASC_last),
         OPTIONAL(TABLE_UASC, TABLE_UASC_last),
         FIELDS(AT(Episodes, HOME_POST), AT(Episodes, PL_POST), AT(Episodes, PL_DISTANCE)),
         .message = "A child who is or was an unaccompanied asylum seeker has a distance between "
                    "home and placement.",
         .why = "The child's home is abroad, so the distance from it says nothing. Leave the home "
                "postcode blank: most likely it is that of a first address in this country. If the "
                "child did not come alone to seek asylum, correct the UASC data instead.",
         FROM_OFFICIAL_TEXT)
{
    return was_uasc(CHILD_OF(row)) && row->placement.tenths != SV_NONE;
}

ROW_RULE(Episodes, .code = "411", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         .reference = "postcodes", .needs = SV_NEEDS_AUTHORITY,
         FIELDS(AT(Episodes, PL_POST), AT(Episodes, PL_LA), AT(Episodes, PL_LOCATION)),
         .message = "The placement is said to be inside your own area, but its authority is "
                    "another one.",
         .why = "A placement is inside the area exactly when its authority is the one that makes "
                "the return. As statval works both out from the placement postcode, they always "
                "agree here; where a case system lets both be entered, compare them with the "
                "postcode and correct the wrong one.",
         FROM_PUBLIC_CODE)
{
    const char *location = row->placement.location;
    return location && strcmp(location, "IN") == 0 && !is_own_authority(ctx, row->placement.la);
}

ROW_RULE(Episodes, .code = "420", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         .reference = "postcodes",
         FIELDS(AT(Episodes, LS), AT(Episodes, PL_POST), AT(Episodes, PL_LA)),
         .message = "A short break (V3, V4) has a placement postcode from which an authority "
                    "follows.",
         .why = "Where short breaks are spent is not recorded, so there must be no authority of "
                "the placement either. Take the placement postcode out. If the child is looked "
                "after other than in short breaks, correct the legal status instead.",
         FROM_PUBLIC_CODE)
{
    return is_short_break(row) && row->placement.la;
}
