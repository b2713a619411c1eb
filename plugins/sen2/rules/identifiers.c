/* Numbers that tell who a person is, UPN and ULN, and persons who are there twice. */
#include "../facts.h"

/* Letters of the check alphabet; small ones as well, as the UPN has no letter case. */
#define UPN_LETTERS "A-HJ-NP-RT-Z"
#define UPN_PATTERN "[" UPN_LETTERS "][0-9]{11}[0-9" UPN_LETTERS "]"
#define TEMPORARY_UPN_PATTERN "[" UPN_LETTERS "][0-9]{11}[" UPN_LETTERS "]"

enum { UPN_LENGTH = 13, ULN_LENGTH = 10 };

static char upper_case(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

ROW_RULE(Person, .code = "LOCAL-SEN2-215", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Person, UPN)), .pattern = UPN_PATTERN,
         .message = "The unique pupil number (UPN) does not have the form of one.",
         .why = "A UPN has 13 characters: a letter and twelve digits or, for a temporary one, a "
                "letter, eleven digits and another letter. I, O and S are never used, as they "
                "look like 1, 0 and 5. Look for a character that was lost, added or mistaken, and "
                "compare with the number that the school holds.",
         EXPLICIT("section 2.1, item 1.7a."))
{
    return present(row->UPN) && !matches(ctx, row->UPN);
}

ROW_RULE(Person, .code = "LOCAL-SEN2-216", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Person, UPN)), .pattern = UPN_PATTERN,
         .message = "The first letter of the pupil number (UPN) does not fit the rest of it.",
         .why = "The letter is worked out from the other twelve characters, so that a slip of the "
                "pen shows: a digit was mistyped, or two were swapped. Ask the school for the "
                "number. Do not just change the letter, as the number would then be that of "
                "another pupil.",
         IMPLIED("section 2.1, item 1.7a; how the letter is made is in the guidance on UPNs."))
{
    if (!matches(ctx, row->UPN))
        return false;
    char upn[UPN_LENGTH + 1] = "";
    for (int i = 0; i < UPN_LENGTH; i++)
        upn[i] = upper_case(text_of(ctx, row->UPN)[i]);
    return upn[0] != ctx->host->upn_check_letter(upn);
}

ROW_RULE(
    Person, .code = "LOCAL-SEN2-217", .severity = SV_QUERY, .first_year = 2023,
    FIELDS(AT(Person, UPN)), .pattern = UPN_PATTERN,
    .message = "Characters 2 to 4 of the pupil number (UPN) are not the number of any authority.",
    .why = "These three are the number of the authority in whose area the UPN was "
           "first given. Numbers from 201 to 999 are taken as possible, of former "
           "authorities too, and 001 to 005. Compare with the number that the school holds; "
           "if it is the same there, explain it with a note.",
    PLAUSIBILITY("section 2.1, item 1.7a; the range of numbers is statval's own."))
{
    if (!matches(ctx, row->UPN))
        return false;
    const char *upn = text_of(ctx, row->UPN);
    int authority = (upn[1] - '0') * 100 + (upn[2] - '0') * 10 + (upn[3] - '0');
    return authority < 1 || (authority > 5 && authority < 201);
}

/* Finds the persons of whom an earlier one has the same value, with the first who has it. */
static void find_repeats(const struct sv_context *ctx, struct sv_at field)
{
    const struct sv_repeats *repeats = ctx->host->repeats(ctx, NULL, field);
    FOR_EACH (ctx, Person, person, NULL) {
        const struct sv_row *first = ctx->host->first_equal(repeats, &person->row);
        if (!first || first == &person->row)
            continue;
        if (!found(ctx))
            return;
        point(ctx, person, UINT64_C(1) << field.field);
        point(ctx, first, UINT64_C(1) << field.field);
    }
}

RETURN_RULE(.code = "LOCAL-SEN2-218", .severity = SV_ERROR, .first_year = 2023,
            .unit = "pair of Person", FIELDS(AT(Person, UPN)),
            .message = "This person has the same pupil number (UPN) as an earlier one.",
            .why = "A UPN belongs to one pupil for life. Either one person has two records in the "
                   "case system: put them together, so that all requests and plans stand under "
                   "one person. Or the number was entered for the wrong person, often a brother "
                   "or sister: take it out there and ask the school for the right one.",
            IMPLIED("section 2.1, item 1.7a."))
{
    find_repeats(ctx, (struct sv_at)AT(Person, UPN));
}

ROW_RULE(Person, .code = "LOCAL-SEN2-219", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Person, UPN)), .pattern = TEMPORARY_UPN_PATTERN, READS(TABLE_NamedPlan),
         .message = "The pupil number (UPN) is a temporary one, but the person has an active plan.",
         .why = "A letter at the end marks a number that a school gives for the time until it "
                "learns the pupil's lasting one. Whoever has a plan on the census day should "
                "have the lasting number by then: ask the school for it. A pupil who has only "
                "just come to England or to the school can be explained with a note.",
         PLAUSIBILITY("section 2.1, item 1.7a."))
{
    return row->has_active_plan && matches(ctx, row->UPN);
}

ROW_RULE(Person, .code = "LOCAL-SEN2-220", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Person, UniqueLearnerNumber)), .pattern = "[1-9][0-9]{9}",
         .message = "The learner number (ULN) is not ten digits of which the first is not 0.",
         .why = "A unique learner number has exactly ten digits and begins with 1 to 9. Zeros in "
                "front are often put there by a spreadsheet or an export that fills up shorter "
                "numbers, such as the college's own number of the student. Take the number from "
                "the college or from the learning records service.",
         EXPLICIT("section 2.1, item 1.7b."))
{
    return present(row->UniqueLearnerNumber) && !matches(ctx, row->UniqueLearnerNumber);
}

/* Ten digits. */
static bool fits_check_digit(const char *uln)
{
    int sum = 0;
    for (int i = 0; i < ULN_LENGTH - 1; i++)
        sum += (uln[i] - '0') * (ULN_LENGTH - i);
    int remainder = sum % 11;
    return remainder != 0 && uln[ULN_LENGTH - 1] - '0' == 10 - remainder;
}

/* The dummy 9999999999 does not fit its check digit either. */
ROW_RULE(Person, .code = "LOCAL-SEN2-221", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Person, UniqueLearnerNumber)), .pattern = "[0-9]{10}",
         .message = "The last digit of the learner number (ULN) does not fit, or it is a dummy.",
         .why = "The last digit of a unique learner number is worked out from the nine before it, "
                "so that a mistyped or swapped digit shows. 9999999999 stands for a number that "
                "nobody knows and does not belong in the return: leave it out. Otherwise take the "
                "number from the college; if it is the same there, explain it with a note.",
         PLAUSIBILITY("section 2.1, item 1.7b."))
{
    return matches(ctx, row->UniqueLearnerNumber) &&
           !fits_check_digit(text_of(ctx, row->UniqueLearnerNumber));
}

RETURN_RULE(.code = "LOCAL-SEN2-222", .severity = SV_ERROR, .first_year = 2023,
            .unit = "pair of Person", FIELDS(AT(Person, UniqueLearnerNumber)),
            .message = "This person has the same learner number (ULN) as an earlier one.",
            .why = "A unique learner number belongs to one person for life. If both records are of "
                   "one person, put them together in the case system; if not, ask the colleges "
                   "which of the two has the number, and take it out of the other record. A dummy "
                   "that was entered for several persons does not belong in the return.",
            IMPLIED("section 2.1, item 1.7b."))
{
    find_repeats(ctx, (struct sv_at)AT(Person, UniqueLearnerNumber));
}

static bool stands_before(const struct sv_row *a, const struct sv_row *b)
{
    return a && (!b || a->number < b->number);
}

/* `earlier`: the first namesake before the person whom the UPN does not tell apart; NULL: none. */
static bool report_namesake(const struct sv_context *ctx, const struct sv_row *person,
                            const struct sv_row *earlier)
{
    uint64_t fields = BIT(Person, Surname) | BIT(Person, Forename) | BIT(Person, PersonBirthDate);
    if (!earlier)
        return true;
    if (!found(ctx))
        return false;
    point(ctx, person, fields);
    point(ctx, earlier, fields);
    return true;
}

/* Goes once through the persons of one name and date of birth, of whom `first` is the first. A
 * person without UPN agrees with all of them, others with those without and those of their own
 * UPN. */
static bool report_namesakes(const struct sv_context *ctx, const struct sv_repeats *names,
                             const struct sv_repeats *upns, const struct sv_row *first)
{
    const struct sv_row *without_upn = NULL;
    for (const struct sv_row *row = first; row; row = ctx->host->next_equal(names, row)) {
        const struct sv_row *earlier = first;
        if (present(((const struct Person *)row)->UPN)) {
            const struct sv_row *same = ctx->host->first_equal(upns, row);
            earlier = stands_before(without_upn, same) ? without_upn : same;
        } else if (!without_upn) {
            without_upn = row;
        }
        if (!report_namesake(ctx, row, earlier == row ? NULL : earlier))
            return false;
    }
    return true;
}

RETURN_RULE(.code = "LOCAL-SEN2-229", .severity = SV_QUERY, .first_year = 2023,
            .unit = "pair of Person",
            FIELDS(AT(Person, Surname), AT(Person, Forename), AT(Person, PersonBirthDate)),
            .message = "This person has the same name and date of birth as an earlier one.",
            .why = "Names are compared without regard to capitals and to more than one space; "
                   "persons with two different pupil numbers (UPNs) are left alone. Mostly one "
                   "person was entered twice: put the records together in the case system, under "
                   "the right number. Two people who do share all three can be explained with a "
                   "note.",
            PLAUSIBILITY("section 3.2.2, persons."))
{
    const struct sv_repeats *names =
        ctx->host->repeats(ctx, NULL, (struct sv_at)AT(Person, Namesake));
    const struct sv_repeats *upns =
        ctx->host->repeats(ctx, NULL, (struct sv_at)AT(Person, NamesakeUPN));
    FOR_EACH (ctx, Person, person, NULL) {
        if (ctx->host->first_equal(names, &person->row) == &person->row &&
            !report_namesakes(ctx, names, upns, &person->row))
            return;
    }
}
