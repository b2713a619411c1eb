/* The unique pupil number (UPN), or the code that says why there is none. */
#include "../facts.h"

/* The text is this code, as UN1. */
static bool is_reason(const struct sv_context *ctx, struct sv_value upn, int reason)
{
    return strcasecmp(text_of(ctx, upn), UPN_UNKNOWN_list.codes[reason].code) == 0;
}

/* A code in place of a number, UN1 to UN5. */
static bool is_any_reason(const struct sv_context *ctx, struct sv_value upn)
{
    for (int i = 0; i < UPN_UNKNOWN_code_count; i++) {
        if (in_use(ctx, &UPN_UNKNOWN_list, i) && is_reason(ctx, upn, i))
            return true;
    }
    return false;
}

ROW_RULE(Header, .code = "168", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(Header, UPN)), .pattern = "[A-HJ-NP-RT-Z][0-9]{11}[0-9A-Z]",
         .message = "The UPN is neither a pupil number nor one of the codes UN1 to UN5.",
         .why = "A pupil number is a letter other than I, O and S, eleven digits and a last digit "
                "or letter. Look for the letter O in place of a zero, for spaces and for lost "
                "characters, and get the number from the school or the education team. If there is "
                "none, enter the code that says why, UN1 to UN5.",
         FROM_PUBLIC_CODE)
{
    return present(row->UPN) && !matches(ctx, row->UPN) && !is_any_reason(ctx, row->UPN);
}

/* What may take the place of last year's entry: a number if none was known, a reason if nothing was
 * entered or the child was too young for school. */
static bool may_follow(const struct sv_context *ctx, struct sv_value last, struct sv_value now)
{
    if (is_any_reason(ctx, now))
        return missing(last) || is_reason(ctx, last, UPN_UNKNOWN_UN1);
    return present(now) && (missing(last) || is_any_reason(ctx, last));
}

ROW_RULE(Header, .code = "208", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Header, UPN), AT(Header_last, UPN)),
         .message = "The UPN is not the one in last year's return.",
         .why = "A pupil keeps the number for life, so a known number cannot change or get lost; "
                "only one that was unknown may become known. Get the number from the school or the "
                "education team and correct this return, or have last year's amended. A true case, "
                "as when last year's number was wrong, can be explained to the department.",
         FROM_PUBLIC_CODE)
{
    const struct Header *last = last_header_of(CHILD_OF(row));
    return last && !same_text(ctx, row->UPN, last->UPN) && !may_follow(ctx, last->UPN, row->UPN);
}

ROW_RULE(Header, .code = "209", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Header, UPN), AT(Header, DOB)),
         .message =
             "UN1 says that the child is too young for school, but the child should have started "
             "school before this year.",
         .why = "UN1 is for children who are not of school age yet; school begins in the September "
                "after the fourth birthday. Check the date of birth; if it is right, get the pupil "
                "number from the school, or "
                "use the code that fits, as UN2 or UN3. A true case can be explained to the "
                "department.",
         FROM_OFFICIAL_TEXT)
{
    return is_reason(ctx, row->UPN, UPN_UNKNOWN_UN1) &&
           is_on_or_before(years_after(row->DOB, 4), sv_day_of(ctx->year - 2, 8, 31));
}

FINDING_RULE(Header, .code = "210", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "row of Header", FIELDS(AT(Header, UPN), AT(Episodes, DECOM)),
             .message = "UN4 says that the child came into care just now, but that was more than a "
                        "week before the end of the year.",
             .why = "UN4 is for children who have been looked after for a week at most at the end "
                    "of the year, so that there was no time to find the number. Get the pupil "
                    "number from the school or the education team, or use the code that fits. A "
                    "true case can be explained to the department.",
             FROM_OFFICIAL_TEXT)
{
    const struct period *period = current_period(ctx, CHILD_OF(row));
    if (!is_reason(ctx, row->UPN, UPN_UNKNOWN_UN4) || !period ||
        !is_before(period->start, sv_add_days(ctx->period_end, -7)))
        return;
    found(ctx);
    point(ctx, row, BIT(Header, UPN));
    point(ctx, period->first, BIT(Episodes, DECOM));
}

FINDING_RULE(Child, .code = "442", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "row of Header", READS(TABLE_Episodes), FIELDS(AT(Header, UPN)),
             .message = "The UPN is missing, although the child was in care other than for short "
                        "breaks.",
             .why = "The pupil number links the child to school results. Get it from the school or "
                    "the education team; if there is none, enter the code that says why, UN1 to "
                    "UN5. Only children who come for short breaks (V3, V4) may have nothing here.",
             FROM_OFFICIAL_TEXT)
{
    if (!has_care_episode(ctx, row, false))
        return;
    FOR_EACH (ctx, Header, header, row) {
        if (present(header->UPN))
            continue;
        found(ctx);
        point(ctx, header, BIT(Header, UPN));
    }
}

RETURN_RULE(.code = "444", .severity = SV_ERROR, .first_year = 2026, .unit = "row of Header",
            FIELDS(AT(Header, UPN)), .message = "This UPN stands in more than one row of Header.",
            .why = "A pupil number belongs to one child for life. Either one child is in the case "
                   "system twice, and the records must be merged, or the number was entered on the "
                   "wrong child, often a brother or sister. All rows with the number are listed, "
                   "so that they can be compared.",
            FROM_OFFICIAL_TEXT)
{
    const struct sv_repeats *repeats = ctx->host->repeats(ctx, NULL, (struct sv_at)AT(Header, UPN));
    FOR_EACH (ctx, Header, header, NULL) {
        if (is_any_reason(ctx, header->UPN) || !ctx->host->first_equal(repeats, &header->row))
            continue;
        found(ctx);
        point(ctx, header, BIT(Header, UPN));
    }
}
