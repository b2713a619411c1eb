/* Who the child is: sex, date of birth, ethnicity, and whether the child belongs to the return. */
#include "../facts.h"

ROW_RULE(Header, .code = "101", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         .last_year = 2024, FIELDS(AT(Header, SEX)), REPORTS_UNREADABLE(Header, SEX),
         .message = "The child's sex is missing, or is neither 1 (male) nor 2 (female).",
         .why = "Every child needs a sex; several rules, such as those on mothers, depend on it. "
                "Up to 2023 to 2024 it is written as 1 or 2, later as a letter. Enter the sex that "
                "the case system holds, and check that the export is set to the right year.",
         FROM_PUBLIC_CODE)
{
    return !in_list(ctx, row->SEX, &SEX_list);
}

ROW_RULE(Header, .code = "101", .severity = SV_ERROR, .stage = 1, .first_year = 2025,
         FIELDS(AT(Header, SEX)), REPORTS_UNREADABLE(Header, SEX),
         .message = "The child's sex is missing, or is none of M, F and U.",
         .why = "Every child needs a sex; several rules, such as those on mothers, depend on it. "
                "From 2024 to 2025 on it is a letter; 1 and 2 show that the export is still set to "
                "an earlier year. Enter M or F, and U (unknown) only when it truly is not known.",
         FROM_PUBLIC_CODE)
{
    return !in_list(ctx, row->SEX, &SEX_list);
}

ROW_RULE(Header, .code = "102", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(Header, DOB)), REPORTS_UNREADABLE(Header, DOB),
         .message = "The child's date of birth is missing or is not a date.",
         .why = "Without a birth date no rule on ages can test the child. Enter it as DD/MM/YYYY, "
                "with slashes and a year of four digits. When the day is unknown, as with some "
                "asylum seekers, the 15th of the month is used.",
         FROM_PUBLIC_CODE)
{
    return !readable(row->DOB);
}

ROW_RULE(Header, .code = "103", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(Header, ETHNIC)), REPORTS_UNREADABLE(Header, ETHNIC),
         .message = "The child's ethnicity is missing or is not one of the codes.",
         .why = "The department publishes its figures by ethnic group. Enter the code of four "
                "letters, as WBRI or BAFR; when the family refused to say use REFU, and when "
                "nobody has asked yet NOBT. If the value is a description, the export does not "
                "translate it.",
         FROM_PUBLIC_CODE)
{
    return !in_list(ctx, row->ETHNIC, &ETHNIC_list);
}

ROW_RULE(Header, .code = "105", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         .needs = SV_NEEDS_XML, FIELDS(AT(Header, UASC)),
         .message = "The mark for unaccompanied asylum seekers (UASC) is missing, or is neither 0 "
                    "nor 1.",
         .why = "The element UASC must say 1 for a child who was an unaccompanied asylum seeker at "
                "some time in the year, and 0 for every other child; empty does not mean no. Check "
                "how the export fills it. CSV files have no such column.",
         FROM_PUBLIC_CODE)
{
    return !in_list(ctx, row->UASC, &UASC_list);
}

/* Last year's sex as this year writes it: figures became letters in 2025. */
static struct sv_value sex_last_year(const struct sv_context *ctx, const struct Header *last)
{
    struct sv_value sex = last->SEX;
    if (ctx->year == 2025 && is_code(sex, SEX_1))
        sex.number = SEX_M;
    else if (ctx->year == 2025 && is_code(sex, SEX_2))
        sex.number = SEX_F;
    return sex;
}

ROW_RULE(Header, .code = "202", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Header, SEX), AT(Header_last, SEX)),
         .message = "The child's sex is not the one in last year's return.",
         .why = "The department follows each child from year to year by its identifier and details "
                "such as this. Find out which year is right and correct this return, or have last "
                "year's amended. Check also that the identifier was not given to another child. "
                "Last year's 1 and 2 count as M and F where the codes changed.",
         FROM_PUBLIC_CODE)
{
    const struct Header *last = last_header_of(CHILD_OF(row));
    return last && !same(ctx, row->SEX, sex_last_year(ctx, last));
}

ROW_RULE(Header, .code = "203", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Header, DOB), AT(Header_last, DOB)),
         .message = "The child's date of birth is not the one in last year's return.",
         .why = "A new birth date moves the child into other age groups, and can mean that two "
                "children were mixed up. Compare the identifier and both dates with the birth "
                "certificate or the age assessment. A true change, as after an age assessment, can "
                "be explained to the department.",
         FROM_PUBLIC_CODE)
{
    /* Here a date differs from none. */
    const struct Header *last = last_header_of(CHILD_OF(row));
    return last && row->DOB.number != last->DOB.number;
}

ROW_RULE(Header, .code = "204", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Header, ETHNIC), AT(Header_last, ETHNIC)),
         .message = "The child's ethnicity is not the one in last year's return.",
         .why = "Ethnicity is what the child or family says it is, and seldom changes. Look up "
                "when it was last recorded and by whom, and correct this return, or have last "
                "year's amended. A true change, as from NOBT to a known group, can be explained "
                "to the department.",
         FROM_PUBLIC_CODE)
{
    const struct Header *last = last_header_of(CHILD_OF(row));
    return last && !same(ctx, row->ETHNIC, last->ETHNIC);
}

ROW_RULE(Header, .code = "231", .severity = SV_QUERY, .first_year = 2025, READS(TABLE_UASC),
         FIELDS(AT(Header, DOB), AT(Header, UASC)),
         .message = "An unaccompanied asylum-seeking child is under 11 at the end of the year.",
         .why = "Few children as young as that arrive on their own, so the birth date or the "
                "status may be wrong. Compare both with the Home Office papers and the age "
                "assessment. If the child truly is that young, this can be explained to the "
                "department.",
         FROM_OFFICIAL_TEXT)
{
    return CHILD_OF(row) && CHILD_OF(row)->uasc == 1 &&
           after_day(row->DOB, sv_add_years(ctx->period_end, -11));
}

ROW_RULE(Header, .code = "232", .severity = SV_QUERY, .first_year = 2025, FIELDS(AT(Header, SEX)),
         .message = "The child's sex is recorded as unknown (U).",
         .why = "The sex of a child in care is nearly always known, so U often stands for a field "
                "that nobody filled in. Look it up in the birth certificate or the health record "
                "and enter M or F. If it truly is not known, leave U and explain it.",
         FROM_PUBLIC_CODE)
{
    return is_code(row->SEX, SEX_U);
}

ROW_RULE(Header, .code = "301", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Header, DOB)),
         .message = "The child's date of birth lies after the end of the year.",
         .why = "Only children who were born by then can have been looked after in the year. Often "
                "the year of birth was mistyped, or an expected date of birth was entered. Correct "
                "it; take a child who was born later out of this return.",
         FROM_OFFICIAL_TEXT)
{
    return after_day(row->DOB, ctx->period_end);
}

ROW_RULE(Header, .code = "351", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Header, DOB)), .message = "This person turned 25 before the year began.",
         .why = "The return is about children in care and about care leavers up to 25. Check the "
                "year of birth first. If it is right, the person as a rule does not belong in the "
                "return; a true case can be explained to the department.",
         FROM_PUBLIC_CODE)
{
    return is_before(years_after(row->DOB, 25), ctx->period_start);
}

ROW_RULE(Header, .code = "EPI", .severity = SV_QUERY, .first_year = 2023,
         READS(TABLE_Episodes, TABLE_OC3), OPTIONAL(TABLE_OC3), FIELDS(AT(Header, CHILD)),
         .message = "This child has neither an episode of care nor a care leaver's record.",
         .why = "Nothing says why the child is in the return, and most rules cannot test it. Look "
                "up whether the child was looked after in the year (then add the episodes) or is a "
                "care leaver (then add the row in OC3); otherwise take the child out. Compare the "
                "identifier in all files.",
         FROM_PUBLIC_CODE)
{
    const struct Child *child = CHILD_OF(row);
    return child && !FIRST_OF(ctx, Episodes, child) && !FIRST_OF(ctx, OC3, child);
}
