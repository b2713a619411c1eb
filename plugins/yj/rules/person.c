/* Who the child is: age, sex, ethnicity, PNC number, ids in other services. */
#include "../facts.h"

ROW_RULE(person, .code = "YJ-020", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(person, DateOfBirth)),
         .message = "The child is under 10 at the end of the period.",
         .why = "Below 10 a child is not criminally responsible. Check the date of birth. Children "
                "whom the service supports in prevention work may be younger.",
         LAW("Children and Young Persons Act 1933, section 50."))
{
    return is_under(row, 10, return_end(ctx));
}

ROW_RULE(person, .code = "YJ-021", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(person, DateOfBirth)),
         .message = "The person is 22 or older at the start of the period.",
         .why = "Youth justice services work with children up to 18, and with few young adults "
                "longer. Check the date of birth, and whether the case should have been closed.",
         OWN("22 is a limit of plausibility."))
{
    return has_turned(row, 22, return_start(ctx));
}

ROW_RULE(person, .code = "YJ-022", .severity = SV_ERROR, .first_year = 2022, .last_year = 2022,
         FIELDS(AT(person, Sex), AT(person, Gender)),
         .message = "Neither sex nor gender is recorded.",
         .why = "Enter the sex of the child in the personal details. All national figures are "
                "broken down by it.",
         PUBLISHED("the reporting code reads this item."))
{
    return missing(row->Sex) && missing(row->Gender);
}

ROW_RULE(person, .code = "YJ-022", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(person, Sex)), .message = "The sex of the child is missing.",
         .why = "Since April 2022 the item is sex; the older item gender is not read any more. "
                "Enter the sex in the personal details.",
         PUBLISHED("the reporting code reads gender for earlier returns only."))
{
    return missing(row->Sex);
}

ROW_RULE(person, .code = "YJ-023", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(person, Gender)),
         .message = "The older item gender is still sent, and says another thing than sex.",
         .why = "Only sex is read nationally. Correct whichever of the two is wrong, and leave "
                "gender out of the extract.",
         PUBLISHED("the reporting code reads gender for earlier returns only."))
{
    return present(row->Gender) && present(row->Sex) && !same_code(ctx, row->Gender, row->Sex);
}

ROW_RULE(person, .code = "YJ-024", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(person, Sex)), .message = "The sex of the child is not known or not specified.",
         .why = "Codes 0 and 9 are counted as unknown. Enter 1 for male or 2 for female where that "
                "is known.",
         PUBLISHED("the reporting code counts all but 1 and 2 as unknown."))
{
    return in_set(row->Sex, CODE_BIT(Sex, 0) | CODE_BIT(Sex, 9));
}

ROW_RULE(person, .code = "YJ-025", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(person, Ethnicity)), .message = "The ethnicity of the child is not known.",
         .why = "Figures on disproportionality leave this child out. Ask the child or the family "
                "at the next contact, and enter what they say.",
         PUBLISHED("the reporting code counts this code as not known."))
{
    return is_code(row->Ethnicity, Ethnicity_INFORMATION_NOT_OBTAINABLE);
}

FINDING_RULE(person, .code = "YJ-026", .severity = SV_QUERY, .first_year = 2022, .unit = "child",
             FIELDS(AT(person, Nationality), AT(person, PreferredLanguage), AT(person, Religion),
                    AT(person, ImmigrationStatus)),
             .message = "Nationality, language, religion or immigration status is not recorded.",
             .why = "Fill in what is blank in the personal details; \"not known\" and \"not "
                    "stated\" are answers too, where the list has them.",
             PUBLISHED("the national view of data quality counts these items."))
{
    uint64_t blank = (missing(row->Nationality) ? BIT(person, Nationality) : 0) |
                     (missing(row->PreferredLanguage) ? BIT(person, PreferredLanguage) : 0) |
                     (missing(row->Religion) ? BIT(person, Religion) : 0) |
                     (missing(row->ImmigrationStatus) ? BIT(person, ImmigrationStatus) : 0);
    if (blank && found(ctx))
        point(ctx, row, blank);
}

ROW_RULE(person, .code = "YJ-028", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(person, PNCNumber)), .message = "This is not the form of a PNC number.",
         .why = "It has the year, a slash, up to seven digits and a letter, such as 2025/0000024F. "
                "Copy it again from the police papers. Reoffending figures are matched by it.",
         LAW("the form of ids in the Police National Computer."))
{
    struct pnc pnc;
    return present(row->PNCNumber) && !read_pnc(ctx, row->PNCNumber, &pnc);
}

ROW_RULE(person, .code = "YJ-029", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(person, PNCNumber)),
         .message = "The letter at the end of the PNC number does not fit its digits.",
         .why = "The letter is worked out from year and digits, so that one mistyped character "
                "shows. Compare the number with the police papers, character by character.",
         RECALLED("how the letter is worked out; its alphabet is published."))
{
    struct pnc pnc;
    return read_pnc(ctx, row->PNCNumber, &pnc) && pnc.letter != pnc_check_letter(&pnc);
}

/* The child has a caution or a sentence. */
static bool has_disposal(const struct sv_context *ctx, const struct person *child)
{
    FOR_EACH (ctx, outcome, outcome, child) {
        if (has_tier(outcome, SUBSTANTIVE_TIERS))
            return true;
    }
    return false;
}

ROW_RULE(person, .code = "YJ-030", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(person, PNCNumber)), READS(TABLE_outcome),
         .message = "The child has a caution or sentence, but no PNC number.",
         .why = "Whoever was cautioned or sentenced is on the Police National Computer, and the "
                "official figures are matched by this number. Ask the police for it.",
         PUBLISHED("official measures are matched by PNC number."))
{
    return missing(row->PNCNumber) && has_disposal(ctx, row);
}

ROW_RULE(person, .code = "YJ-031", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(person, PNCNumber), AT(person, DateOfBirth)),
         .message = "The year of the PNC number is before the child turned 10.",
         .why = "The number begins with the year in which the record was made, and no record is "
                "made of a younger child. Either the number is that of somebody else, or the date "
                "of birth is wrong.",
         OWN("criminal responsibility begins at 10."))
{
    struct pnc pnc;
    sv_day born = day(row->DateOfBirth);
    return born != SV_NONE && read_pnc(ctx, row->PNCNumber, &pnc) &&
           pnc.year < sv_date_of(born).year + 10;
}

static bool was_transferred_in(const struct sv_context *ctx, const struct person *child)
{
    FOR_EACH (ctx, transfer, transfer, child) {
        if (is_code(transfer->Description, TransferType_TRANSFER_IN))
            return true;
    }
    return false;
}

ROW_RULE(
    person, .code = "YJ-033", .severity = SV_QUERY, .first_year = 2022,
    FIELDS(AT(person, OriginatingYOTPersonID)), READS(TABLE_transfer),
    .message = "The case was transferred in, but the id in the originating service is missing.",
    .why = "Without it the same child is counted in both services. Ask the service that the "
           "case came from for its id of the child.",
    PUBLISHED("the id is asked for transferred children (data recording guidance 2009-10)."))
{
    return originating_id(ctx, row)[0] == '\0' && was_transferred_in(ctx, row);
}

ROW_RULE(person, .code = "YJ-034", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(person, OriginatingYOTPersonID)),
         .message = "The id in the originating service will be ignored as it is written.",
         .why = "\"N/A\" and ids with a space inside count as missing nationally. Correct the id, "
                "or clear it when there is none.",
         PUBLISHED("the reporting code passes such values over."))
{
    return present(row->OriginatingYOTPersonID) && originating_id(ctx, row)[0] == '\0';
}

ROW_RULE(person, .code = "YJ-035", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(person, GenderTermUsed)),
         .message = "Gender differs from the sex at birth, but the term in use is missing.",
         .why = "Enter the word that the child uses, or correct the answer to whether gender and "
                "sex registered at birth are the same.",
         PUBLISHED("both items are in the national store; that they go together is statval's "
                   "reading."))
{
    return is_code(row->GenderIdentifiedSameSexRegisteredBirth, YesNoUnknown_NO) &&
           missing(row->GenderTermUsed);
}
