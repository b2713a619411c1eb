/* Special educational or additional learning needs (key performance indicator 3). */
#include "../facts.h"

ROW_RULE(sendaln, .code = "YJ-080", .severity = SV_ERROR, .first_year = 2024,
         FIELDS(AT(sendaln, KPI3SENDFormalPlan)),
         .message = "There is a formal plan, but no identified need.",
         .why = "A child with a plan has a need that was identified. Correct one of the answers.",
         PUBLISHED("indicator 3 counts a plan with an identified need only."))
{
    return is_code(row->KPI3IdentifiedSENDALN, YesNo_NO) &&
           is_code(row->KPI3SENDFormalPlan, YesNo_YES);
}

ROW_RULE(sendaln, .code = "YJ-081", .severity = SV_ERROR, .first_year = 2024,
         FIELDS(AT(sendaln, KPI3SENDEndDate)),
         .message = "The special educational or learning need ends before it starts.",
         .why = "Compare both dates with the case record, and correct the one that is wrong.",
         OWN("the two dates contradict each other."))
{
    return is_before(day(row->KPI3SENDEndDate), day(row->KPI3SENDStartDate));
}

ROW_RULE(sendaln, .code = "YJ-082", .severity = SV_ERROR, .first_year = 2024,
         FIELDS(AT(sendaln, KPI3SENDStartDate)),
         .message = "The special educational or learning need has no start date.",
         .why = "Without it the record drops out of the indicator. Give the day on which the need "
                "was identified; ask the school or the council's SEND team.",
         PUBLISHED("records without a start date drop out of indicator 3."))
{
    return is_code(row->KPI3IdentifiedSENDALN, YesNo_YES) && no_date(row->KPI3SENDStartDate);
}

FINDING_RULE(person, .code = "YJ-083", .severity = SV_QUERY, .first_year = 2024,
             .unit = "pair of rows of sendaln", FIELDS(AT(sendaln, KPI3SENDEndDate)),
             .message = "More than one record of special educational or learning needs is open.",
             .why = "Only one describes the present. End the older one on the day before the newer "
                    "one begins.",
             OWN("one state at a time."))
{
    const struct sendaln *first = NULL;
    FOR_EACH (ctx, sendaln, need, row) {
        if (!no_date(need->KPI3SENDEndDate))
            continue;
        if (first && found(ctx)) {
            point(ctx, need, BIT(sendaln, KPI3SENDEndDate));
            point(ctx, first, BIT(sendaln, KPI3SENDEndDate));
        }
        first = first ? first : need;
    }
}

ROW_RULE(sendaln, .code = "YJ-085", .severity = SV_ERROR, .first_year = 2024,
         FIELDS(AT(sendaln, KPI3SENDFormalPlan)),
         .message = "It is not recorded whether the child has a formal plan.",
         .why = "The indicator asks how many children with a need have an education, health and "
                "care plan, an individual development plan, or another formal plan. Answer yes or "
                "no; ask the school or the council's SEND team.",
         PUBLISHED("the guide to the indicators asks for it."))
{
    return is_code(row->KPI3IdentifiedSENDALN, YesNo_YES) && missing(row->KPI3SENDFormalPlan);
}
