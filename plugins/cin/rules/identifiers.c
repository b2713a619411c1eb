/* Identifiers of a child: the authority's own, the unique pupil number and the former one. */
#include "episode.h"

static char upper_case(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

ROW_RULE(ChildIdentifiers, .code = "1510", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(ChildIdentifiers, UPN)), .pattern = "(*UTF)(?s).[0-9]{11}[0-9A-HJ-NP-RT-Z]",
         .message = "The first letter of the UPN is not the one that follows from the rest of the "
                    "number.",
         .why = "The letter is worked out from the other twelve characters, so a wrong one shows "
                "that a character was mistyped or two were swapped. Compare the number with the "
                "one that the child's school or the education team holds; do not just change the "
                "letter.",
         FROM_OFFICIAL_TEXT)
{
    const char *upn = text_of(ctx, row->UPN);
    return matches(ctx, row->UPN) && upper_case(upn[0]) != ctx->host->upn_check_letter(upn);
}

RETURN_RULE(.code = "1520", .severity = SV_ERROR, .first_year = 2023,
            .unit = "row of ChildIdentifiers", FIELDS(AT(ChildIdentifiers, UPN)),
            .message = "This UPN is given for more than one child.",
            .why = "A UPN belongs to one pupil for life. Either the same child has two records in "
                   "the case system, which then have to be merged, or the number was entered on "
                   "the wrong child, often a brother or sister. Every child with the number is "
                   "listed, so that they can be compared.",
            FROM_OFFICIAL_TEXT)
{
    find_repeated(ctx, (struct sv_at)AT(ChildIdentifiers, UPN));
}

/* The first character may be longer than one byte; the text is not empty. */
static const char *after_first_character(const char *text)
{
    text++;
    while (((unsigned char)*text & 0xC0) == 0x80)
        text++;
    return text;
}

static bool lacks_known_authority(const struct sv_context *ctx, struct sv_value upn)
{
    if (missing(upn))
        return false;
    const char *code = after_first_character(text_of(ctx, upn));
    return strlen(code) < 3 || !text_in_list(ctx, &UPNauthority_list, code, 3);
}

/* Of the rules for the years before and after the list was extended. */
#define UNKNOWN_AUTHORITY_TEXTS                                                                    \
    .message = "The three characters after the first letter of the UPN are not the code of an "    \
               "authority.",                                                                       \
    .why = "These characters say under which authority the number was issued. Get the number "     \
           "again from the child's school or the education team; a number of the case system's "   \
           "own making, or one from outside England, does not belong in this field."

ROW_RULE(ChildIdentifiers, .code = "1530", .severity = SV_ERROR, .first_year = 2023,
         .last_year = 2023, FIELDS(AT(ChildIdentifiers, UPN)), UNKNOWN_AUTHORITY_TEXTS,
         FROM_OFFICIAL_TEXT)
{
    return lacks_known_authority(ctx, row->UPN);
}

ROW_RULE(ChildIdentifiers, .code = "1530", .severity = SV_ERROR, .first_year = 2024,
         FIELDS(AT(ChildIdentifiers, UPN)), UNKNOWN_AUTHORITY_TEXTS, FROM_PUBLIC_CODE)
{
    return lacks_known_authority(ctx, row->UPN);
}

ROW_RULE(ChildIdentifiers, .code = "1540", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(ChildIdentifiers, UPN)), .pattern = "(*UTF)(?s).{4}[0-9]{8}.*",
         .message = "The UPN does not have eight digits in its places 5 to 12.",
         .why = "After the letter and the authority code come digits for the school, the year of "
                "issue and the pupil. Look for the letter O in place of a zero, for "
                "spaces, and for a number that was cut short or shifted, and take the right one "
                "from the child's school.",
         FROM_OFFICIAL_TEXT)
{
    return present(row->UPN) && !matches(ctx, row->UPN);
}

ROW_RULE(ChildIdentifiers, .code = "1550", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(ChildIdentifiers, UPN)), .pattern = "(*UTF)(?s).{12}[0-9A-HJ-NP-RT-Z]",
         .message = "The UPN is not 13 characters long, or its last character cannot stand there.",
         .why = "A permanent UPN ends in a digit, a temporary one in a capital letter other than "
                "I, O and S. Check whether a character was lost or added when the number was typed "
                "or exported, and take the right one from the child's school.",
         FROM_OFFICIAL_TEXT)
{
    return present(row->UPN) && !matches(ctx, row->UPN);
}

ROW_RULE(ChildIdentifiers, .code = "1560Q", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(ChildIdentifiers, FormerUPN)),
         .pattern = "[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]",
         .message = "The former UPN is not a letter, eleven digits and a final digit or letter.",
         .why = "The former UPN links the child to earlier records, in most cases by a temporary "
                "number, so it must be a complete UPN. The letters are capitals and never I, O or "
                "S. Correct the number, or leave it out when it is not known; explain it when an "
                "old number genuinely had another form.",
         FROM_OFFICIAL_TEXT)
{
    return present(row->FormerUPN) && !matches(ctx, row->FormerUPN);
}

ROW_RULE(ChildIdentifiers, .code = "1570", .severity = SV_ERROR, .first_year = 2025,
         FIELDS(AT(ChildIdentifiers, LAchildID)), .pattern = "(*UTF)(?s).{0,20}",
         .message = "The authority's identifier of this child has more than 20 characters.",
         .why = "The census takes identifiers of up to 20 letters and digits. Check which number "
                "of the case system is exported, and whether something is put before or after it. "
                "If the export shortens it, the same child must get the same identifier every "
                "year.",
         FROM_PUBLIC_CODE)
{
    return present(row->LAchildID) && !matches(ctx, row->LAchildID);
}

ROW_RULE(ChildIdentifiers, .code = "1580", .severity = SV_ERROR, .first_year = 2025,
         FIELDS(AT(ChildIdentifiers, LAchildID)), .pattern = "[A-Za-z0-9]+",
         .message = "The authority's identifier of this child may only have the letters A to Z and "
                    "digits.",
         .why = "Spaces, hyphens, slashes, full stops and accented letters are not accepted. Let "
                "the export leave them out, and check that two children do not end up with the "
                "same identifier that way.",
         FROM_PUBLIC_CODE)
{
    return present(row->LAchildID) && !matches(ctx, row->LAchildID);
}

ROW_RULE(ChildIdentifiers, .code = "8500", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(ChildIdentifiers, LAchildID)),
         .message = "This child has no identifier of the local authority.",
         .why = "Without the identifier nobody can find the child's record, neither to correct the "
                "return nor to follow the child from year to year. Enter the number that the case "
                "system uses; if it has none for this child, check that the record is a real one.",
         FROM_OFFICIAL_TEXT)
{
    return missing(row->LAchildID);
}

RETURN_RULE(.code = "8510", .severity = SV_ERROR, .first_year = 2023,
            .unit = "row of ChildIdentifiers", FIELDS(AT(ChildIdentifiers, LAchildID)),
            .message = "The authority's identifier of this child stands on more than one child.",
            .why = "Each child is sent once, with all episodes of need together. If the records "
                   "are of one child, merge them into a single Child group; if they are of several "
                   "children, give each the identifier of its own record. Every child with the "
                   "identifier is listed.",
            FROM_OFFICIAL_TEXT)
{
    find_repeated(ctx, (struct sv_at)AT(ChildIdentifiers, LAchildID));
}

/* UN1 is a reason only for children who are too young for a UPN. */
static bool has_reason_without_upn(const struct sv_context *ctx,
                                   const struct ChildIdentifiers *child)
{
    return in_list(ctx, child->UPNunknown, &UPNunknown_list) &&
           !is_code(child->UPNunknown, UPNunknown_UN1);
}

static bool lacks_upn(const struct sv_context *ctx, const struct ChildIdentifiers *child)
{
    return missing(child->UPN) && !has_reason_without_upn(ctx, child) &&
           has_referral_taken_further(ctx, child);
}

ROW_RULE(ChildIdentifiers, .code = "8770Q", .severity = SV_QUERY, .first_year = 2023,
         .last_year = 2024, FIELDS(AT(ChildIdentifiers, UPN), AT(ChildIdentifiers, UPNunknown)),
         READS(TABLE_CINdetails),
         .message =
             "This child was over 6 when the period ended, but has no UPN and no reason that fits.",
         .why = "The UPN links children in need to their school records. It is expected when a "
                "referral went further and the child was born more than six years before the end "
                "of the period. Get the number from the school, or give one of the reasons UN2 to "
                "UN7; UN1 is only for younger children. If genuinely neither fits, explain it.",
         FROM_OFFICIAL_TEXT)
{
    return before_day(row->PersonBirthDate, sv_add_years(ctx->period_end, -6)) &&
           lacks_upn(ctx, row);
}

ROW_RULE(ChildIdentifiers, .code = "8770Q", .severity = SV_QUERY, .first_year = 2025,
         FIELDS(AT(ChildIdentifiers, UPN), AT(ChildIdentifiers, UPNunknown)),
         READS(TABLE_CINdetails),
         .message = "This child is of school age, but has no UPN and no reason that fits.",
         .why = "The UPN links children in need to their school records. It is expected when a "
                "referral went further and the child was 5 by the start of the school year in "
                "which the census year ends. Get the number from the school, or give one of the "
                "reasons UN2 to UN7; UN1 is only for younger children. If genuinely neither fits, "
                "explain it.",
         FROM_OFFICIAL_TEXT)
{
    sv_day youngest = sv_day_of(ctx->year - 6, 8, 31);
    return readable(row->PersonBirthDate) && !after_day(row->PersonBirthDate, youngest) &&
           lacks_upn(ctx, row);
}

static bool has_referral_beyond_no_action(const struct sv_context *ctx,
                                          const struct ChildIdentifiers *child)
{
    FOR_EACH (ctx, CINdetails, episode, child) {
        if (!is_true(episode->ReferralNFA))
            return true;
    }
    return false;
}

FINDING_RULE(ChildIdentifiers, .code = "8772", .severity = SV_ERROR, .first_year = 2023,
             .unit = "child", FIELDS(AT(ChildIdentifiers, UPNunknown), AT(CINdetails, ReferralNFA)),
             .message = "The UPN is unknown because of no further action (UN7), but not every "
                        "referral ended that way.",
             .why = "UN7 is only for children all of whose referrals led to no further action. If "
                    "a referral listed here went further, find out the UPN or give the reason that "
                    "really applies; if it did not, set its no further action flag to true.",
             FROM_OFFICIAL_TEXT)
{
    if (!is_code(row->UPNunknown, UPNunknown_UN7) || !has_referral_beyond_no_action(ctx, row))
        return;
    found(ctx);
    point(ctx, row, BIT(ChildIdentifiers, UPNunknown));
    FOR_EACH (ctx, CINdetails, episode, row) {
        if (!is_true(episode->ReferralNFA))
            point(ctx, episode, BIT(CINdetails, ReferralNFA));
    }
}
