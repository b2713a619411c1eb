/* Education, training and employment (key performance indicator 2). */
#include "../facts.h"

ROW_RULE(ete, .code = "YJ-070", .severity = SV_ERROR, .first_year = 2022, FIELDS(AT(ete, EndDate)),
         .message = "The period of education, training or employment ends before it starts.",
         .why = "Compare both dates with the case record, and correct the one that is wrong.",
         OWN("the two dates contradict each other."))
{
    return is_before(day(row->EndDate), day(row->StartDate));
}

/* The record touches the time since the indicators began. */
static bool is_of_indicators(const struct ete *row)
{
    return no_date(row->EndDate) || is_since(day(row->EndDate), INDICATORS_BEGIN);
}

FINDING_RULE(ete, .code = "YJ-071", .severity = SV_ERROR, .first_year = 2024, .unit = "row of ete",
             FIELDS(AT(ete, ProvisionType), AT(ete, Suitability), AT(ete, HoursOffered),
                    AT(ete, Hours)),
             .message = "Type, suitability, hours offered or hours attended are missing.",
             .why = "Every record that reaches 1 April 2023 or later needs all four, or it drops "
                    "out of the indicator on education. Ask the school or provider, and give 0 "
                    "where no hours were offered or attended.",
             PUBLISHED("the reporting code reads all four for indicator 2."))
{
    uint64_t blank = (missing(row->ProvisionType) ? BIT(ete, ProvisionType) : 0) |
                     (missing(row->Suitability) ? BIT(ete, Suitability) : 0) |
                     (missing(row->HoursOffered) ? BIT(ete, HoursOffered) : 0) |
                     (missing(row->Hours) ? BIT(ete, Hours) : 0);
    if (blank && is_of_indicators(row) && found(ctx))
        point(ctx, row, blank);
}

ROW_RULE(ete, .code = "YJ-072", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(ete, Hours), AT(ete, HoursOffered)),
         .message = "More than 60 hours of education, training or employment a week.",
         .why = "The items are hours in one week, not in a month or term. Correct the number.",
         OWN("60 is a limit of plausibility."))
{
    return row->Hours.number > 60 || row->HoursOffered.number > 60;
}

ROW_RULE(ete, .code = "YJ-073", .severity = SV_QUERY, .first_year = 2024, FIELDS(AT(ete, Hours)),
         .message = "More hours were attended than offered.",
         .why = "A child can attend no more than what is offered. The two numbers may have been "
                "exchanged.",
         OWN("the two numbers contradict each other."))
{
    return both_readable(row->Hours, row->HoursOffered) &&
           row->Hours.number > row->HoursOffered.number;
}

ROW_RULE(ete, .code = "YJ-074", .severity = SV_ERROR, .first_year = 2024,
         FIELDS(AT(ete, ProvisionType)),
         .message = "No education, training or employment, but with hours or as suitable.",
         .why = "The type NONE says that the child has nothing at all. Choose the type that the "
                "hours belong to, or set the hours to 0 and the suitability to unsuitable.",
         PUBLISHED("the reporting code counts NONE as not in education."))
{
    return is_code(row->ProvisionType, ETEProvisionType_NONE) &&
           (row->Hours.number > 0 || row->HoursOffered.number > 0 ||
            is_code(row->Suitability, Suitability_SUITABLE));
}

ROW_RULE(ete, .code = "YJ-075", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(ete, HoursOffered)),
         .message = "A provision is recorded, but no hours were offered.",
         .why = "Enter the weekly hours that the provider offers. When the place exists on paper "
                "only, the child has no education, training or employment: use NONE.",
         OWN("a provision without hours offers nothing."))
{
    return is_other_code(row->ProvisionType, ETEProvisionType_NONE) &&
           row->HoursOffered.number == 0;
}

#define FULL_TIME                                                                                  \
    (CODE_BIT(ETEProvisionType, SCHOOL_FULL_TIME) |                                                \
     CODE_BIT(ETEProvisionType, ALTERNATIVE_PROVISION_PRU_FULL_TIME) |                             \
     CODE_BIT(ETEProvisionType, ALTERNATIVE_PROVISION_OTHER_FULL_TIME) |                           \
     CODE_BIT(ETEProvisionType, FULL_TIME_EMPLOYMENT))
#define PART_TIME                                                                                  \
    (CODE_BIT(ETEProvisionType, SCHOOL_PART_TIME) |                                                \
     CODE_BIT(ETEProvisionType, ALTERNATIVE_PROVISION_PRU_PART_TIME) |                             \
     CODE_BIT(ETEProvisionType, ALTERNATIVE_PROVISION_OTHER_PART_TIME) |                           \
     CODE_BIT(ETEProvisionType, PART_TIME_EMPLOYMENT))

ROW_RULE(ete, .code = "YJ-076", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(ete, ProvisionType), AT(ete, HoursOffered)),
         .message = "The type says full time or part time, and the hours offered do not fit it.",
         .why = "Full time is 25 hours a week while of school age, and 16 hours above it. Correct "
                "the hours offered, or choose the other type.",
         PUBLISHED("the hours that the reporting code takes as full time."))
{
    sv_day leaving = school_leaving_day(child_of(row));
    sv_day start = day(row->StartDate);
    if (leaving == SV_NONE || start == SV_NONE || !readable(row->HoursOffered))
        return false;
    bool is_full_time = row->HoursOffered.number >= (start <= leaving ? 25 : 16);
    return (in_set(row->ProvisionType, FULL_TIME) && !is_full_time) ||
           (in_set(row->ProvisionType, PART_TIME) && is_full_time);
}

ROW_RULE(ete, .code = "YJ-077", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(ete, ProvisionType)),
         .message = "This type of provision does not fit the age of the child.",
         .why = "School types end with the last Friday in June of the year in which the child "
                "turns 16; college, training and work begin then. Check the type, the dates, and "
                "the date of birth.",
         PUBLISHED("the rows that the national template has for each age group."))
{
    sv_day leaving = school_leaving_day(child_of(row));
    sv_day end = no_date(row->EndDate) ? return_end(ctx) : day(row->EndDate);
    if (!readable(row->ProvisionType))
        return false;
    uint8_t ages = provision_ages[row->ProvisionType.number];
    return (ages == AGES_SCHOOL && is_before(leaving, day(row->StartDate))) ||
           (ages == AGES_ABOVE && is_since(leaving, end));
}

FINDING_RULE(ete, .code = "YJ-078", .severity = SV_QUERY, .first_year = 2024,
             .unit = "row of ete that says none", FIELDS(AT(ete, ProvisionType)),
             .message = "No education, training or employment, while another record has some.",
             .why = "Two records of one time contradict each other. End one of them before the "
                    "other begins.",
             PUBLISHED("the reporting code counts NONE as not in education."))
{
    bool says_none = is_code(row->ProvisionType, ETEProvisionType_NONE);
    if (says_none && row->provided && found(ctx)) {
        point(ctx, row, BIT(ete, ProvisionType));
        point(ctx, row->provided, BIT(ete, ProvisionType));
    }
}

FINDING_RULE(person, .code = "YJ-079", .severity = SV_ERROR, .first_year = 2022,
             .unit = "pair of rows of ete", FIELDS(AT(ete, StartDate)),
             .message = "The same record of education, training or employment is sent twice.",
             .why = "Hours of all records are added up, so that these count twice. Delete one of "
                    "the two in the case management system.",
             OWN("two records agree in every item."))
{
    FOR_EACH (ctx, ete, later, row) {
        if (!later->repeats || !found(ctx))
            continue;
        point(ctx, later, BIT(ete, StartDate));
        point(ctx, later->repeats, BIT(ete, StartDate));
    }
}
