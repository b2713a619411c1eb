/* Who the person is: name, date of birth, sex, ethnicity, postcode, and why there is no number. */
#include "../facts.h"

/* An item that every person should have. */
#define MISSING_RULE(code_, field, severity_, first_year_, last_year_, message_, ...)              \
    ROW_RULE(Person, .code = (code_), .severity = (severity_), .first_year = (first_year_),        \
             .last_year = (last_year_), FIELDS(AT(Person, field)), .message = (message_),          \
             __VA_ARGS__)                                                                          \
    {                                                                                              \
        return missing(row->field);                                                                \
    }

MISSING_RULE("LOCAL-SEN2-201", Surname, SV_ERROR, 2023, 0, "The person has no surname.",
             .why = "The surname is needed for everybody in the return; with the forename and the "
                    "date of birth it tells who is meant where numbers are missing or wrong. "
                    "Enter it in the case system. If it is there, look at whether the export "
                    "takes it from another field, such as a preferred name that was left empty.",
             EXPLICIT("section 2.1, item 1.1."))

MISSING_RULE("LOCAL-SEN2-202", Forename, SV_ERROR, 2023, 0, "The person has no forename.",
             .why = "The forename is needed for everybody in the return; twins often differ in "
                    "little else. Enter it in the case system. If both names were typed into the "
                    "field of the surname, put each into its own.",
             EXPLICIT("section 2.1, item 1.2."))

MISSING_RULE("LOCAL-SEN2-203", PersonBirthDate, SV_ERROR, 2023, 0,
             "The person has no date of birth.",
             .why = "Ages are counted from this date, for example to tell who is too old to have a "
                    "plan or too young for a learner number. Without it those checks are left out "
                    "for this person. Take the date from the request or from the school's record.",
             EXPLICIT("section 2.1, item 1.3."))

ROW_RULE(Person, .code = "LOCAL-SEN2-204", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Person, PersonBirthDate)),
         .message = "The person was born after the census day.",
         .why = "The date of birth is compared with the census day in January of the collection "
                "year. Nobody can be in the return before being born: mostly the year was "
                "mistyped, or the date of another event was entered. Correct it in the case "
                "system; dates of requests and plans may have the same mistake.",
         IMPLIED("section 2.1, item 1.3."))
{
    return after_day(row->PersonBirthDate, census_day(ctx));
}

ROW_RULE(Person, .code = "LOCAL-SEN2-205", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Person, PersonBirthDate)), READS(TABLE_Requests, TABLE_NamedPlan),
         .message = "The person is 26 or older on the census day and still has an active plan.",
         .why = "A plan can be kept at the longest to the end of the academic year of the 25th "
                "birthday. It is active when it began on or before the census day and did not "
                "cease by then. Check the date of birth first. If it is right, close the plan in "
                "the case system with the day and the reason of its end, and close its placements.",
         IMPLIED("section 2.4.1, cease reason 1."))
{
    return row->has_active_plan && has_turned(row, 26, census_day(ctx));
}

ROW_RULE(Person, .code = "LOCAL-SEN2-206", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Person, PersonBirthDate)), READS(TABLE_Requests, TABLE_NamedPlan),
         .message = "The plan is still active after the academic year of the 25th birthday ended.",
         .why = "The person is 25 on the census day and was 25 already on 31 August before it, the "
                "day to which a plan can be kept at the longest. If the plan has ended, enter its "
                "cease date and reason, and leave the placements. If the authority does still "
                "maintain it, for example while an appeal is heard, explain that with a note.",
         IMPLIED("section 2.4.1, cease reason 1."))
{
    return row->has_active_plan && age_on(row, census_day(ctx)) == 25 &&
           age_at_school_year_start(ctx, row) == 25;
}

MISSING_RULE("LOCAL-SEN2-207", GenderCurrent, SV_ERROR, 2023, 2023,
             "The gender of the person is missing.",
             .why = "One of the codes 1 for male, 2 for female, 0 for not known and 9 for not "
                    "specified is needed for everybody. If the case system has the gender, look "
                    "at how the export turns its entries into these codes; sex, the item of later "
                    "years, does not take its place in 2023.",
             EXPLICIT("section 2.1, item 1.4."))

MISSING_RULE("LOCAL-SEN2-207", Sex, SV_ERROR, 2024, 0, "The sex of the person is missing.",
             .why = "Either M or F is needed for everybody. Since 2024 this item takes the place "
                    "of gender: an export that was made for 2023 still writes the old one, which "
                    "does not count. Enter the sex in the case system, or have the export brought "
                    "up to date.",
             EXPLICIT("section 2.1, item 1.4."))

ROW_RULE(Person, .code = "LOCAL-SEN2-208", .severity = SV_QUERY, .first_year = 2023,
         .last_year = 2023, FIELDS(AT(Person, GenderCurrent)),
         .message = "The gender of the person is given as not known or not specified.",
         .why = "Codes 0 and 9 are allowed, but rare. Mostly the field of the case system is "
                "empty and the export fills in the code. Ask the family or the school and correct "
                "the entry; if the code is right, say so with a note.",
         PLAUSIBILITY("section 2.1, item 1.4."))
{
    return is_either(row->GenderCurrent, GenderCurrent_0, GenderCurrent_9);
}

MISSING_RULE("LOCAL-SEN2-209", Ethnicity, SV_ERROR, 2023, 0,
             "The ethnicity of the person is missing.",
             .why = "A code is needed for everybody. Where the family or the young person does not "
                    "wish to say, it is REFU; where nobody has been able to ask yet, NOBT. The "
                    "school often has the answer already.",
             EXPLICIT("section 2.1, item 1.5."))

MISSING_RULE("LOCAL-SEN2-211", PostCode, SV_QUERY, 2023, 0, "The person has no postcode.",
             .why = "The postcode is that of the person's home, and nearly everybody has one. "
                    "Look in the case system for an address without a postcode, or one that is "
                    "marked as ended. Where there is none, for example for a traveller family or a "
                    "young person without a home, leave it out and explain it with a note.",
             EXPLICIT("section 2.1, item 1.6."))

ROW_RULE(Person, .code = "LOCAL-SEN2-212", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Person, PostCode)),
         .pattern = "[A-Za-z]{1,2}[0-9][A-Za-z0-9]?[ \\t\\r\\n]*[0-9][A-Za-z]{2}",
         .message = "The postcode does not have the form of a postcode of the United Kingdom.",
         .why = "One or two letters and a digit, with a letter or digit more or none; then a digit "
                "and two letters, such as BN7 1UE. The space may be left out, and small letters "
                "will do. Look for the letter O in place of a zero, for a part that was cut off, "
                "and for words such as unknown; a home abroad can be explained with a note.",
         PLAUSIBILITY("section 2.1, item 1.6."))
{
    return present(row->PostCode) && !matches(ctx, row->PostCode);
}

ROW_RULE(Person, .code = "LOCAL-SEN2-213", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Person, UPN), AT(Person, UniqueLearnerNumber), AT(Person, UPNunknown)),
         .message = "The person has neither a pupil number nor a learner number, nor a reason why.",
         .why = "By the unique pupil number (UPN) or the unique learner number (ULN) the "
                "department finds the person in its other collections. The school or college has "
                "the number. Only where there is none, or it cannot be found out, give the reason "
                "in UPNunknown, such as UN3 for somebody who is educated outside England.",
         EXPLICIT("section 2.1, items 1.7a to 1.7c."))
{
    return missing(row->UPN) && missing(row->UniqueLearnerNumber) && missing(row->UPNunknown);
}

ROW_RULE(Person, .code = "LOCAL-SEN2-214", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Person, UPNunknown)),
         .message = "A reason for the missing number is given, but a pupil or learner number is "
                    "there.",
         .why = "The reason in UPNunknown is for persons who have neither a unique pupil number "
                "nor a unique learner number in the return. Mostly the number came later and the "
                "reason was never taken out: remove it. If the number is not that of this person, "
                "remove the number and keep the reason.",
         IMPLIED("section 2.1, item 1.7c."))
{
    return present(row->UPNunknown) && (present(row->UPN) || present(row->UniqueLearnerNumber));
}

ROW_RULE(Person, .code = "LOCAL-SEN2-223", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Person, UniqueLearnerNumber)),
         .message = "The person has a learner number (ULN) but is under 14 on the census day.",
         .why =
             "Unique learner numbers are given to young people from about 14 on, when they begin "
             "courses that lead to qualifications. Check the date of birth, and whether "
             "another number was entered in this place. A younger child who does have one can "
             "be explained with a note.",
         PLAUSIBILITY("section 2.1, item 1.7b."))
{
    return present(row->UniqueLearnerNumber) && younger_than(row, 14, census_day(ctx));
}

ROW_RULE(Person, .code = "LOCAL-SEN2-224", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Person, UPNunknown)),
         .message = "Reason UN1 is only for children under 6; the person is older on the census "
                    "day.",
         .why = "UN1 says that a child is too young to have been given a unique pupil number. From "
                "the sixth birthday on children are at school and have one: ask the school and "
                "enter it. For a child who was never at a state-funded school in England the "
                "reason is UN2, for one educated outside England UN3.",
         EXPLICIT("section 2.1, code UN1."))
{
    return is_code(row->UPNunknown, UPNunknown_UN1) && has_turned(row, 6, census_day(ctx));
}

/* Received before the last week of the period, or of an earlier period without a transfer from
 * another authority. */
static bool was_known_before(const struct sv_context *ctx, const struct Requests *request)
{
    return before_day(request->ReceivedDate, sv_add_days(ctx->period_end, -7)) ||
           (is_code(request->RequestOutcome, RequestOutcome_H) && not_transferred_in(request));
}

ROW_RULE(Person, .code = "LOCAL-SEN2-225", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Person, UPNunknown)), READS(TABLE_Requests, TABLE_ActivePlans),
         .message = "Reason UN8 is for persons new in the last week of the period; this one was "
                    "known before.",
         .why = "UN8 says that the authority met the person so late that there was no time to find "
                "the number: not before 24 December. Here a request was received earlier, or it "
                "is of an earlier year (outcome H) without a transfer from another authority. Get "
                "the pupil or learner number from the school, or correct the date of the request.",
         IMPLIED("section 2.1, code UN8."))
{
    if (!is_code(row->UPNunknown, UPNunknown_UN8))
        return false;
    FOR_EACH (ctx, Requests, request, row) {
        if (was_known_before(ctx, request))
            return true;
    }
    return false;
}

ROW_RULE(Person, .code = "LOCAL-SEN2-226", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Person, UPNunknown)),
         .message = "Reason UN9 is for young people over school age; this one is under 16.",
         .why = "UN9 says that a young person never was at a state-funded school or college in "
                "England, and so has no number. The age is that on the census day. For a child "
                "who never was at such a school the reason is UN2. If the child is at one, ask it "
                "for the unique pupil number.",
         IMPLIED("section 2.1, code UN9."))
{
    return is_code(row->UPNunknown, UPNunknown_UN9) && younger_than(row, 16, census_day(ctx));
}

ROW_RULE(Person, .code = "LOCAL-SEN2-227", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Person, UPNunknown)), READS(TABLE_NamedPlan, TABLE_ActivePlans),
         .message = "Reason UN10 says that nothing came of the request, but the person has a plan.",
         .why = "UN10 is for requests that ended before anybody knew the person's number. Whoever "
                "has a plan, be it one that has ceased, was worked with long enough: enter the "
                "unique pupil number or the learner number that the school or college holds. If "
                "the plan belongs to somebody else, move it to that person.",
         IMPLIED("section 2.1, code UN10."))
{
    return is_code(row->UPNunknown, UPNunknown_UN10) &&
           (first_below(ctx, row, TABLE_NamedPlan) || first_below(ctx, row, TABLE_ActivePlans));
}

ROW_RULE(Person, .code = "LOCAL-SEN2-230", .severity = SV_ERROR, .first_year = 2023,
         READS(TABLE_Requests), .message = "The person has no request record.",
         .why = "Everything that the return says of a person hangs on a request. A plan from an "
                "earlier year or another authority needs one too, with the outcome H. Look at "
                "whether the export leaves the request out because of its date, or whether the "
                "person should not be in the return at all.",
         EXPLICIT("section 3.2.2, persons."))
{
    return !first_below(ctx, row, TABLE_Requests);
}
