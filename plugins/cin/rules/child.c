/* What is known about a child: sex, ethnicity, birth, death, disabilities. */
#include "episode.h"

ROW_RULE(ChildIdentifiers, .code = "4180", .severity = SV_ERROR, .first_year = 2023,
         .last_year = 2024, FIELDS(AT(ChildIdentifiers, GenderCurrent)),
         .message = "The gender of this child is missing or not one of the codes 0, 1, 2 and 9.",
         .why = "Every child needs a code, also one who is not born yet: 1 is male, 2 is female, 9 "
                "is indeterminate, and 0 is for not recorded or unborn. Enter it in the case "
                "system, and check how the export turns the entry there into a code.",
         FROM_OFFICIAL_TEXT)
{
    return !in_list(ctx, row->GenderCurrent, &GenderCurrent_list);
}

ROW_RULE(ChildIdentifiers, .code = "4180", .severity = SV_ERROR, .first_year = 2025,
         FIELDS(AT(ChildIdentifiers, Sex)),
         .message = "The sex of this child is missing or not one of the codes F, M and U.",
         .why = "Every child needs a code, in capitals: F is female, M is male, U is unknown or "
                "not born yet. Check that the export no longer sends the numbers that stood for "
                "gender up to the census of 2024.",
         FROM_OFFICIAL_TEXT)
{
    return !in_list(ctx, row->Sex, &Sex_list);
}

ROW_RULE(ChildCharacteristics, .code = "4220", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(ChildCharacteristics, Ethnicity)),
         .message = "This child has no ethnicity, or one that is not a code of the census.",
         .why = "Ethnicity is given for every child, as a code of four capital letters. When it is "
                "not known, use NOBT (not yet obtained) or REFU (refused) rather than leave it "
                "blank. A code that only the case system knows has to be mapped in the export.",
         FROM_OFFICIAL_TEXT)
{
    return !in_list(ctx, row->Ethnicity, &Ethnicity_list);
}

ROW_RULE(ChildIdentifiers, .code = "8520", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(ChildIdentifiers, PersonBirthDate)),
         .message = "This child's date of birth is later than the last day of the census period.",
         .why = "A child born after the period was still unborn at its end. Give the expected date "
                "of birth in place of the date of birth, or correct the date if the year was "
                "mistyped.",
         FROM_OFFICIAL_TEXT)
{
    return after_day(row->PersonBirthDate, ctx->period_end);
}

ROW_RULE(ChildIdentifiers, .code = "8525Q", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(ChildIdentifiers, PersonBirthDate),
                AT(ChildIdentifiers, ExpectedPersonBirthDate)),
         .message = "This child has neither a date of birth nor an expected one, or has both.",
         .why = "A born child has a date of birth, an unborn child an expected one; a date that "
                "cannot be read counts as missing. Remove the expected date once the child is "
                "born, or enter the date that is missing. It can be genuine that neither is known, "
                "as for an unidentified child; then explain it.",
         FROM_OFFICIAL_TEXT)
{
    return readable(row->PersonBirthDate) == readable(row->ExpectedPersonBirthDate);
}

ROW_RULE(ChildIdentifiers, .code = "8530Q", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(ChildIdentifiers, ExpectedPersonBirthDate)),
         .message = "The expected birth is over 30 days before or over 9 months after the end of "
                    "the census period.",
         .why = "A child expected well before the end of the period should have been born by then: "
                "enter the date of birth and remove the expected one. A later date is in most "
                "cases a wrong year. If the outcome of the pregnancy is genuinely not known, "
                "explain it.",
         FROM_OFFICIAL_TEXT)
{
    return before_day(row->ExpectedPersonBirthDate, sv_add_days(ctx->period_end, -30)) ||
           after_day(row->ExpectedPersonBirthDate, sv_add_months(ctx->period_end, 9));
}

ROW_RULE(ChildIdentifiers, .code = "8535Q", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(ChildIdentifiers, PersonDeathDate), AT(ChildIdentifiers, PersonBirthDate)),
         .message = "This child's date of death is earlier than the date of birth, or there is no "
                    "date of birth.",
         .why = "Look for a mistyped year in either date, and enter the date of birth if it is "
                "missing; birth and death on one day are accepted. It can be genuine for a child "
                "who died before birth; then explain it.",
         FROM_OFFICIAL_TEXT)
{
    return readable(row->PersonDeathDate) &&
           (!readable(row->PersonBirthDate) || after(row->PersonBirthDate, row->PersonDeathDate));
}

/* A disability element without a value is no disability. */
static bool is_invalid_disability(const struct sv_context *ctx, const struct Disabilities *row)
{
    return present(row->Disability) && !in_list(ctx, row->Disability, &Disability_list);
}

static void find_no_disability(const struct sv_context *ctx, const struct ChildIdentifiers *child)
{
    found(ctx);
    point(ctx, child, BIT(ChildIdentifiers, PersonBirthDate));
    FOR_EACH (ctx, CINdetails, episode, child) {
        if (is_false(episode->ReferralNFA))
            point(ctx, episode, BIT(CINdetails, ReferralNFA));
    }
}

static void find_invalid_disabilities(const struct sv_context *ctx,
                                      const struct ChildIdentifiers *child)
{
    found(ctx);
    FOR_EACH (ctx, Disabilities, disability, child) {
        if (is_invalid_disability(ctx, disability))
            point(ctx, disability, BIT(Disabilities, Disability));
    }
}

FINDING_RULE(ChildIdentifiers, .code = "8540", .severity = SV_ERROR, .first_year = 2023,
             .unit = "child",
             FIELDS(AT(Disabilities, Disability), AT(ChildIdentifiers, PersonBirthDate),
                    AT(CINdetails, ReferralNFA)),
             .message = "A referral of this child went further, but disability is missing or not a "
                        "valid code.",
             .why = "Disability is asked for every child who is born and has a referral that led "
                    "to further work. Enter each disability by its code, or NONE when there is "
                    "none; do not leave it blank. A code that is listed here is not one of the "
                    "census: map it in the export.",
             FROM_OFFICIAL_TEXT)
{
    if (!readable(row->PersonBirthDate) || !has_referral_taken_further(ctx, row))
        return;
    bool any = false;
    bool invalid = false;
    FOR_EACH (ctx, Disabilities, disability, row) {
        any |= present(disability->Disability);
        invalid |= is_invalid_disability(ctx, disability);
    }
    if (invalid)
        find_invalid_disabilities(ctx, row);
    else if (!any)
        find_no_disability(ctx, row);
}

ROW_RULE(ChildIdentifiers, .code = "8545Q", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(ChildIdentifiers, PersonDeathDate)),
         .message = "This child's date of death is not within the census period.",
         .why = "A child who died before the period should not be in the return, and a death after "
                "it belongs to the next one. Check the date, above all its year. If work with the "
                "family genuinely went on after a death before the period, explain it.",
         FROM_OFFICIAL_TEXT)
{
    return outside_period(ctx, row->PersonDeathDate);
}

ROW_RULE(ChildIdentifiers, .code = "8590", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(ChildIdentifiers, LAchildID)), READS(TABLE_CINdetails),
         .message = "This child is in the return without any episode of need.",
         .why = "A child is sent because of a referral, so at least one CINdetails group must "
                "stand below the child. Check why the export left it out, for example because the "
                "referral has no date; leave out the child if there was no episode in the period.",
         FROM_OFFICIAL_TEXT)
{
    return !first_below(ctx, row, TABLE_CINdetails);
}

static bool is_unborn(const struct ChildIdentifiers *child)
{
    return !readable(child->PersonBirthDate) && readable(child->ExpectedPersonBirthDate);
}

ROW_RULE(ChildIdentifiers, .code = "8750", .severity = SV_ERROR, .first_year = 2023,
         .last_year = 2024,
         FIELDS(AT(ChildIdentifiers, GenderCurrent), AT(ChildIdentifiers, PersonBirthDate),
                AT(ChildIdentifiers, ExpectedPersonBirthDate)),
         .message = "The gender of this unborn child is not 0.",
         .why = "A child with an expected date of birth and no date of birth counts as unborn, and "
                "gender 0 (not recorded, or unborn) is the only code for such a child. If the "
                "child has been born, enter the date of birth and remove the expected one; "
                "otherwise set the gender to 0.",
         FROM_OFFICIAL_TEXT)
{
    return is_unborn(row) && !is_code(row->GenderCurrent, GenderCurrent_0);
}

ROW_RULE(ChildIdentifiers, .code = "8750", .severity = SV_ERROR, .first_year = 2025,
         FIELDS(AT(ChildIdentifiers, Sex), AT(ChildIdentifiers, PersonBirthDate),
                AT(ChildIdentifiers, ExpectedPersonBirthDate)),
         .message = "The sex of this unborn child is not U.",
         .why = "A child with an expected date of birth and no date of birth counts as unborn, and "
                "U (unknown) is the only code for such a child. If the child has been born, enter "
                "the date of birth and remove the expected one; otherwise set the sex to U.",
         FROM_OFFICIAL_TEXT)
{
    return is_unborn(row) && !is_code(row->Sex, Sex_U);
}

FINDING_RULE(ChildIdentifiers, .code = "8790", .severity = SV_ERROR, .first_year = 2023,
             .unit = "child", FIELDS(AT(Disabilities, Disability)),
             .message = "This child has the disability code NONE as well as a disability.",
             .why = "NONE says that the child has no disability, so it has to stand alone. Often "
                    "NONE was recorded first and not taken out when a disability was found: check "
                    "with the social worker and remove what no longer applies.",
             FROM_OFFICIAL_TEXT)
{
    bool none = false;
    bool other = false;
    FOR_EACH (ctx, Disabilities, disability, row) {
        bool is_none = is_code(disability->Disability, Disability_NONE);
        none |= is_none;
        other |= present(disability->Disability) && !is_none;
    }
    if (!none || !other)
        return;
    found(ctx);
    FOR_EACH (ctx, Disabilities, disability, row) {
        if (present(disability->Disability))
            point(ctx, disability, BIT(Disabilities, Disability));
    }
}

FINDING_RULE(ChildIdentifiers, .code = "8794", .severity = SV_ERROR, .first_year = 2023,
             .unit = "child and code", FIELDS(AT(Disabilities, Disability)),
             .message = "This child has the same disability code two or more times.",
             .why = "Each kind of disability is sent once for a child. Several entries of the case "
                    "system may lead to one code of the census: let the export send the code only "
                    "once, and remove an entry that was recorded twice.",
             FROM_OFFICIAL_TEXT)
{
    const struct sv_repeats *repeats =
        ctx->host->repeats(ctx, &row->row, (struct sv_at)AT(Disabilities, Disability));
    FOR_EACH (ctx, Disabilities, disability, row) {
        if (ctx->host->first_equal(repeats, &disability->row) != &disability->row)
            continue;
        found(ctx);
        for (const struct sv_row *equal = &disability->row; equal;
             equal = ctx->host->next_equal(repeats, equal))
            point(ctx, equal, BIT(Disabilities, Disability));
    }
}
