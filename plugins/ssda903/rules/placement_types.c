/*
 * Placement type, placement provider and legal status of one episode: which go together, and which
 * need a registered setting.
 */
#include "../facts.h"

static bool is_valid_provider(const struct sv_context *ctx, const struct Episodes *e)
{
    return in_list(ctx, e->PLACE_PROVIDER, &PLACE_PROVIDER_list);
}

#define NO_SUCH_PROVIDER                                                                           \
    "The placement provider is not one of the codes, or the placement type has no provider."

#define PROVIDER_CODES                                                                             \
    "The provider says who runs the placement: PR0 (parents), PR1 (your own authority), PR2 "      \
    "(another authority), PR3 (other public body), PR4 (private) or PR5 (voluntary). Correct a "   \
    "code that is none of these. "

ROW_RULE(Episodes, .code = "178", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         .last_year = 2025, FIELDS(AT(Episodes, PLACE_PROVIDER), AT(Episodes, PLACE)),
         .message = NO_SUCH_PROVIDER,
         .why = PROVIDER_CODES "With a temporary (T0 to T4) or other placement (Z1) leave the "
                               "provider blank; if there is one, correct the placement type.",
         FROM_PUBLIC_CODE)
{
    return present(row->PLACE_PROVIDER) &&
           (!is_valid_provider(ctx, row) || is_temporary(row) || is_other_placement(ctx, row));
}

ROW_RULE(Episodes, .code = "178", .severity = SV_ERROR, .stage = 1, .first_year = 2026,
         FIELDS(AT(Episodes, PLACE_PROVIDER), AT(Episodes, PLACE)), .message = NO_SUCH_PROVIDER,
         .why = PROVIDER_CODES "With a temporary (T0 to T3) or other placement (Z11 to Z14) leave "
                               "the provider blank; if there is one, correct the placement type.",
         FROM_OFFICIAL_TEXT)
{
    /* The text leaves out T4; rule 213 has it. */
    return present(row->PLACE_PROVIDER) &&
           (!is_valid_provider(ctx, row) || is_other_placement(ctx, row) ||
            IS_ANY(row->PLACE, PLACE_T0, PLACE_T1, PLACE_T2, PLACE_T3));
}

ROW_RULE(Episodes, .code = "213", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         .last_year = 2025, FIELDS(AT(Episodes, PLACE_PROVIDER), AT(Episodes, PLACE)),
         .message = "A placement provider is given for a temporary placement (T0 to T4).",
         .why = "A temporary placement interrupts the usual one for a few days, in hospital or on "
                "holiday, and nobody is recorded as its provider. Leave the provider blank. If the "
                "child really moved, enter the type of the new placement instead.",
         FROM_PUBLIC_CODE)
{
    return is_temporary(row) && present(row->PLACE_PROVIDER);
}

ROW_RULE(Episodes, .code = "213", .severity = SV_ERROR, .stage = 2, .first_year = 2026,
         FIELDS(AT(Episodes, PLACE_PROVIDER), AT(Episodes, PLACE)),
         .message = "A placement provider is given for a temporary (T0 to T4) or other placement "
                    "(Z11 to Z14).",
         .why = "A temporary placement only interrupts the usual one, and other placements fit "
                "none of the usual types: for neither is a provider recorded. Leave the provider "
                "blank, or, if another placement type describes where the child lives, enter that.",
         FROM_PUBLIC_CODE)
{
    return (is_temporary(row) || is_other_placement(ctx, row)) && present(row->PLACE_PROVIDER);
}

ROW_RULE(Episodes, .code = "217", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, PLACE), AT(Episodes, DECOM), AT(Episodes, RNE)),
         .message = "A placement for adoption with the current foster carers (A3, A5) starts with "
                    "another reason than S, T or U.",
         .why = "The carers stay the same when foster carers become adopters, so the reason for "
                "new episode is T (change of placement, same carer) or U (legal status too), or S "
                "if care begins with it. Correct the reason; if the child moved to other people "
                "for adoption, the placement type is A4 or A6.",
         FROM_PUBLIC_CODE)
{
    return IS_ANY(row->PLACE, PLACE_A3, PLACE_A5) && readable(row->DECOM) &&
           !before_day(row->DECOM, sv_day_of(2015, 4, 1)) && !IS_ANY(row->RNE, RNE_S, RNE_T, RNE_U);
}

ROW_RULE(Episodes, .code = "217t", .severity = SV_ERROR, .first_year = 2024, .last_year = 2024,
         FIELDS(AT(Episodes, PLACE), AT(Episodes, DEC)),
         .message = "Independent living (P2) is still open or ends after 28 October 2023, when the "
                    "code was given up.",
         .why = "From that day on, supported accommodation for children in care has to be "
                "registered and P2 may no longer be used. End the episode by 28 October 2023 and "
                "begin a new one with the type that describes where the child lives now, for "
                "instance H5.",
         FROM_PUBLIC_CODE)
{
    return is_code(row->PLACE, PLACE_P2) && runs_past(row, sv_day_of(2023, 10, 28));
}

/* 218: episodes that ended by March 2015 are not asked for a URN, nor are short breaks, which must
 * not have one (214). A placement of which the authority is not known counts as in England. */
static bool lacks_urn(const struct Episodes *e)
{
    return !is_short_break(e) && missing(e->URN) && !is_outside_england(e) &&
           runs_past(e, sv_day_of(2015, 3, 31));
}

#define URN_NEEDED_RULE(first_, last_, is_exempt_, why_, source_)                                  \
    ROW_RULE(Episodes, .code = "218", .severity = SV_ERROR, .stage = 2, .first_year = (first_),    \
             .last_year = (last_), .reference = "postcodes",                                       \
             FIELDS(AT(Episodes, URN), AT(Episodes, PLACE), AT(Episodes, PL_LA)),                  \
             .message = "The URN (Ofsted's number of the setting or agency) is missing, and this " \
                        "placement type needs one.",                                               \
             .why = (why_), source_)                                                               \
    {                                                                                              \
        return lacks_urn(row) && !(is_exempt_);                                                    \
    }

URN_NEEDED_RULE(2023, 2024, is_never_registered(ctx, row) || IS_ANY(row->PLACE, PLACE_H5, PLACE_P2),
                "The URN shows who is answerable for the child's home. Look up the children's home "
                "or the fostering or adoption agency on Ofsted's list and enter its number, or "
                "XXXXXXX if it has no registration. A placement in Wales, Scotland or Northern "
                "Ireland needs none: then check the placement postcode.",
                FROM_PUBLIC_CODE)

URN_NEEDED_RULE(2025, 2025, is_never_registered(ctx, row),
                "The URN shows who is answerable for the child's home; supported accommodation "
                "(K3) now needs one too. Look up the home or agency on Ofsted's list and enter its "
                "number, or XXXXXXX if it has no registration. A placement in Wales, Scotland or "
                "Northern Ireland needs none: then check the placement postcode.",
                FROM_PUBLIC_CODE)

URN_NEEDED_RULE(2026, 0, is_never_registered(ctx, row),
                "The URN shows who is answerable for the child's home. Look up the home or agency "
                "on Ofsted's list and enter its number; only for foster and adoptive placements "
                "may it be XXXXXXX. A placement in Wales, Scotland or Northern Ireland needs none: "
                "then check the placement postcode.",
                FROM_OFFICIAL_TEXT)

#define URN_NOT_WANTED_RULE(first_, last_, has_none_, why_)                                        \
    ROW_RULE(Episodes, .code = "222", .severity = SV_ERROR, .stage = 2, .first_year = (first_),    \
             .last_year = (last_), FIELDS(AT(Episodes, URN), AT(Episodes, PLACE)),                 \
             .message = "A URN (Ofsted's number of a setting or agency) is given for a placement " \
                        "type that has none.",                                                     \
             .why = (why_), FROM_OFFICIAL_TEXT)                                                    \
    {                                                                                              \
        return has_real_urn(ctx, row) && (has_none_);                                              \
    }

#define TAKE_URN_OUT                                                                               \
    "If the type is right, take the number out; it was often left from the placement before. If "  \
    "the child lives in the registered setting, correct the type."

URN_NOT_WANTED_RULE(
    2023, 2023, is_never_registered(ctx, row) || IS_ANY(row->PLACE, PLACE_H5, PLACE_P2),
    "Ofsted registers no placements with parents (P1), in hospital (R2) or custody "
    "(R5), temporary ones (T0 to T4) or semi-independent living (H5, P2). " TAKE_URN_OUT)

URN_NOT_WANTED_RULE(2024, 2024, is_never_registered(ctx, row) || is_code(row->PLACE, PLACE_P2),
                    "Ofsted registers no placements with parents (P1), in hospital (R2) or custody "
                    "(R5) or temporary ones (T0 to T4); supported accommodation that it registers "
                    "is H5, not P2. " TAKE_URN_OUT)

URN_NOT_WANTED_RULE(2025, 2025, is_never_registered(ctx, row),
                    "Ofsted registers no placements with parents (P1), in hospital (R2) or custody "
                    "(R5) or temporary ones (T0 to T4); supported accommodation that it registers "
                    "is K3. " TAKE_URN_OUT)

URN_NOT_WANTED_RULE(2026, 0, is_never_registered(ctx, row),
                    "Ofsted registers no placements with parents (P1), in hospital (R2) or custody "
                    "(R5), temporary (T0 to T4) or other ones (Z11 to Z14). " TAKE_URN_OUT)

ROW_RULE(Episodes, .code = "242", .severity = SV_ERROR, .first_year = 2026,
         FIELDS(AT(Episodes, URN), AT(Episodes, PLACE)),
         .message = "The URN is XXXXXXX, but the placement is neither with foster carers nor for "
                    "adoption.",
         .why = "XXXXXXX stands for a fostering or adoption agency without a registration of its "
                "own, such as a regional adoption agency. Every other setting has an Ofsted number "
                "(look it up on Ofsted's list and enter it) or needs none (leave the URN blank). "
                "Check the placement type too.",
         FROM_OFFICIAL_TEXT)
{
    return has_unregistered_urn(ctx, row) && !is_adoptive_placement(row) &&
           !is_foster_placement(row);
}

ROW_RULE(Episodes, .code = "243", .severity = SV_ERROR, .first_year = 2026,
         .reference = "postcodes",
         FIELDS(AT(Episodes, URN), AT(Episodes, PL_POST), AT(Episodes, PL_LA)),
         .message = "A URN is given for a placement outside England, where Ofsted registers "
                    "nobody.",
         .why = "The placement postcode lies in Wales, Scotland, Northern Ireland or the islands; "
                "there Ofsted, which gives out the numbers, has no say, so not even XXXXXXX may be "
                "entered. Take the URN out if the postcode is right, otherwise correct the "
                "postcode; often it is that of a head office.",
         FROM_OFFICIAL_TEXT)
{
    return is_outside_england(row) && present(row->URN);
}

ROW_RULE(Episodes, .code = "378", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, PLACE), AT(Episodes, LS)),
         .message = "The child is placed with parents (P1), but under legal status V2 (section "
                    "20).",
         .why = "Section 20 means that the authority gives the child a home because the parents "
                "cannot, so care under it ends when the child goes home. If there is a care order, "
                "enter it (C1, C2); if not, end the care on the day of return; if the child "
                "lives elsewhere, correct the placement type.",
         FROM_PUBLIC_CODE)
{
    return is_code(row->PLACE, PLACE_P1) && is_code(row->LS, LS_V2);
}

ROW_RULE(Episodes, .code = "380", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, PLACE), AT(Episodes, RNE)),
         .message = "A temporary placement (T0 to T4) starts with another reason than P or B.",
         .why = "A temporary placement interrupts another one, so it begins with a change of "
                "placement and carer: P, or B if the legal status changes that day too. Correct "
                "the reason for new episode; if care begins with this placement, it is not "
                "temporary, so enter its own type.",
         FROM_PUBLIC_CODE)
{
    return is_temporary(row) && !IS_ANY(row->RNE, RNE_P, RNE_B);
}

ROW_RULE(Episodes, .code = "381", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, PLACE), AT(Episodes, REC)),
         .message = "Care ends in a temporary placement (T0 to T4).",
         .why = "After a temporary placement the child goes back to the usual one, so its end "
                "reason is X1. If the child left care without going back, it was no interruption: "
                "enter the type of placement that it was, or leave the temporary one out and let "
                "the usual one run to the end.",
         FROM_PUBLIC_CODE)
{
    return is_temporary(row) && ended_but_not_x1(row);
}

ROW_RULE(Episodes, .code = "382", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, LS), AT(Episodes, PLACE)),
         .message = "A short break (V3, V4) has a temporary placement type (T0 to T4).",
         .why = "A temporary placement interrupts a longer one in care, while a child on short "
                "breaks lives at home. Enter the type of the place where the breaks are spent, or, "
                "if the child is in care all the time, correct the legal status.",
         FROM_PUBLIC_CODE)
{
    return is_short_break(row) && is_temporary(row);
}

ROW_RULE(Episodes, .code = "384", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, PLACE), AT(Episodes, LS)),
         .message = "A short break (V3, V4) is spent in a long-term foster placement (U1, U4).",
         .why = "Long term means that the child is to stay with these carers until adulthood, "
                "which a child on short breaks from home is not. Enter U3 or U6 (not long term) "
                "for the breaks, or correct the legal status if the child lives there for good.",
         FROM_OFFICIAL_TEXT)
{
    return is_short_break(row) && IS_ANY(row->PLACE, PLACE_U1, PLACE_U4);
}

ROW_RULE(Episodes, .code = "390", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, PLACE), AT(Episodes, REC)),
         .message = "The episode ends with adoption (E11, E12), but the placement is not one for "
                    "adoption (A3 to A6).",
         .why = "A child lives with the adopters, in a placement for adoption, until the court "
                "makes the order. Enter the missing episode from the day on which the child was "
                "placed with them, also when they were the foster carers; or correct the end "
                "reason, for instance if it was a special guardianship order.",
         FROM_OFFICIAL_TEXT)
{
    return is_adopted(row) && !is_adoptive_placement(row);
}

ROW_RULE(Episodes, .code = "408", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, PLACE), AT(Episodes, LS)),
         .message = "The child is placed for adoption under a placement order (A5, A6), but the "
                    "legal status is not E1.",
         .why = "A5 and A6 say that a court made a placement order, which is legal status E1 and "
                "replaces the care order while it lasts. If there is one, enter E1 from the day of "
                "the order; if the parents consented instead, the placement type is A3 or A4.",
         FROM_PUBLIC_CODE)
{
    return IS_ANY(row->PLACE, PLACE_A5, PLACE_A6) && !is_code(row->LS, LS_E1);
}

ROW_RULE(Episodes, .code = "454", .severity = SV_QUERY, .first_year = 2026,
         .reference = "postcodes",
         FIELDS(AT(Episodes, HOME_POST), AT(Episodes, PL_POST), AT(Episodes, PL_DISTANCE)),
         .message = "The placement is more than 350 miles from the child's home.",
         .why = "The distance is measured in a straight line between the two postcodes, and few "
                "placements are so far away; usually a letter or digit is mistyped. Compare both "
                "postcodes with the addresses in the case system. If the child does live so far "
                "from home, explain it.",
         FROM_OFFICIAL_TEXT)
{
    return row->placement.tenths > 3500;
}

ROW_RULE(Episodes, .code = "516", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, REC), AT(Episodes, PLACE)),
         .message = "Care ends with guardianship by the former foster carers (E45, E46), but the "
                    "placement is not a foster one.",
         .why = "Former foster carers are those with whom the child lived until the special "
                "guardianship order, so the placement is U1 to U6. If the guardians were other "
                "people, the end reason is E47 (relative or friend) or E48; if they did foster "
                "the child, correct the placement type.",
         FROM_PUBLIC_CODE)
{
    return IS_ANY(row->REC, REC_E45, REC_E46) && !is_foster_placement(row);
}

#define PROVIDER_MISSING_RULE(first_, last_, why_)                                                 \
    ROW_RULE(Episodes, .code = "526", .severity = SV_ERROR, .stage = 2, .first_year = (first_),    \
             .last_year = (last_), FIELDS(AT(Episodes, PLACE), AT(Episodes, PLACE_PROVIDER)),      \
             .message = "The placement provider is missing, and this placement type needs one.",   \
             .why = (why_), FROM_PUBLIC_CODE)                                                      \
    {                                                                                              \
        return missing(row->PLACE_PROVIDER) && !is_temporary(row) &&                               \
               !is_other_placement(ctx, row);                                                      \
    }

#define WHO_RUNS_IT                                                                                \
    "The provider shows who runs the placement and so how much care is bought in. Find out who "   \
    "does: parents (PR0), your own authority (PR1), another authority (PR2), another public body " \
    "(PR3), a private (PR4) or a voluntary organisation (PR5). "

PROVIDER_MISSING_RULE(2023, 2025,
                      WHO_RUNS_IT "Only temporary (T0 to T4) and other placements (Z1) have none.")

PROVIDER_MISSING_RULE(2026, 0,
                      WHO_RUNS_IT "Only temporary (T0 to T4) and other placements (Z11 to Z14) "
                                  "have none; Z1 is no longer a code.")

/* A provider that cannot be the one of some placement types; `cannot_be_` looks at `row`. */
#define PROVIDER_RULE(code_, provider_, cannot_be_, message_, why_)                                \
    ROW_RULE(Episodes, .code = (code_), .severity = SV_ERROR, .stage = 2, .first_year = 2023,      \
             FIELDS(AT(Episodes, PLACE), AT(Episodes, PLACE_PROVIDER)), .message = (message_),     \
             .why = (why_), FROM_PUBLIC_CODE)                                                      \
    {                                                                                              \
        return is_code(row->PLACE_PROVIDER, PLACE_PROVIDER_##provider_) && (cannot_be_);           \
    }

#define NOT_RUN_BY_AUTHORITY                                                                       \
    "No authority runs hospitals or prisons: the provider of a hospital or nursing home (R2) or "  \
    "young offender institution (R5) is mostly PR3, another public body, and with parents (P1) "   \
    "it is PR0. "

PROVIDER_RULE("527", PR1, IS_ANY(row->PLACE, PLACE_P1, PLACE_R2, PLACE_R5),
              "The provider is your own authority (PR1), but the child is with parents (P1), in "
              "hospital (R2) or custody (R5).",
              NOT_RUN_BY_AUTHORITY "Correct the provider, or the placement type if the child lives "
                                   "in a home or with foster carers of your own authority.")

PROVIDER_RULE("528", PR2, IS_ANY(row->PLACE, PLACE_P1, PLACE_R2, PLACE_R5),
              "The provider is another authority (PR2), but the child is with parents (P1), in "
              "hospital (R2) or custody (R5).",
              NOT_RUN_BY_AUTHORITY "Correct the provider, or the placement type if the child lives "
                                   "in a home or with foster carers of another authority.")

PROVIDER_RULE("529", PR3,
              IS_ANY(row->PLACE, PLACE_P1, PLACE_K1, PLACE_K2) || is_adoptive_placement(row) ||
                  is_foster_placement(row),
              "The provider is a public body other than an authority (PR3), which cannot be with "
              "this placement type.",
              "PR3 is for the health service and other public bodies. Children's homes, fostering "
              "and adoption are run by authorities (PR1, PR2), private (PR4) or voluntary "
              "organisations (PR5), and with parents (P1) the provider is PR0. Find out who runs "
              "the placement, or correct its type.")

PROVIDER_RULE("530", PR4, is_code(row->PLACE, PLACE_P1),
              "The provider is a private organisation (PR4), but the child is placed with parents "
              "(P1).",
              "Where a child lives with parents, they are the provider themselves: PR0. If a "
              "private organisation does look after the child, the placement type is wrong: enter "
              "the one that describes where the child lives.")

PROVIDER_RULE("531", PR5, is_code(row->PLACE, PLACE_P1),
              "The provider is a voluntary organisation (PR5), but the child is placed with "
              "parents (P1).",
              "Where a child lives with parents, they are the provider themselves: PR0. If a "
              "charity does look after the child, the placement type is wrong: enter the one that "
              "describes where the child lives.")

PROVIDER_RULE("550", PR0, !is_code(row->PLACE, PLACE_P1),
              "The provider is the parents (PR0), but the child is not placed with parents (P1).",
              "PR0 is for parents and others with parental responsibility, and only P1 says that "
              "the child lives with them. If so, enter P1; relatives who foster the child are "
              "foster carers (U1 to U3), whose provider is the authority or agency that "
              "approved them.")

/* Run by the own authority, but not by foster carers or adopters, who may live anywhere. */
static bool is_own_setting(const struct Episodes *e)
{
    return is_code(e->PLACE_PROVIDER, PLACE_PROVIDER_PR1) && present(e->PLACE) &&
           !is_adoptive_placement(e) && !is_foster_placement(e) && present(e->LS) &&
           !is_short_break(e);
}

static bool is_elsewhere(const struct sv_context *ctx, const struct Episodes *e)
{
    return e->placement.la && !is_own_authority(ctx, e->placement.la);
}

#define OWN_PROVISION_RULE(first_, last_, is_tested_, why_)                                        \
    ROW_RULE(Episodes, .code = "1015", .severity = SV_ERROR, .stage = 1, .first_year = (first_),   \
             .last_year = (last_), .reference = "postcodes", .needs = SV_NEEDS_AUTHORITY,          \
             FIELDS(AT(Episodes, PL_POST), AT(Episodes, PL_LA), AT(Episodes, PLACE_PROVIDER),      \
                    AT(Episodes, PLACE)),                                                          \
             .message = "The provider is your own authority (PR1), but the placement postcode "    \
                        "lies in another one.",                                                    \
             .why = (why_), FROM_PUBLIC_CODE)                                                      \
    {                                                                                              \
        return is_own_setting(row) && is_elsewhere(ctx, row) && (is_tested_);                      \
    }

#define RUN_BY_ANOTHER                                                                             \
    "The homes that an authority runs normally lie in its own area; only foster carers and "       \
    "adopters may live elsewhere. "                                                                \
    "Find out who runs the placement: for another authority enter PR2, for a private or "          \
    "voluntary organisation PR4 or PR5. "

OWN_PROVISION_RULE(2023, 2025, true,
                   RUN_BY_ANOTHER "If it is your own, correct the placement postcode.")

OWN_PROVISION_RULE(2026, 0, !is_code(row->PLACE, PLACE_K3),
                   RUN_BY_ANOTHER "If it is your own, correct the placement postcode. Supported "
                                  "accommodation (K3) is not tested.")
