/* How much the return holds. */
#include "measures.h"

#define ABOUT .section = SECTION_RECORDS, FROM_ITEMS

MEASURE(Person, ABOUT, .name = "persons_read", .title = "Persons", .unit = "person",
        .units = "persons", .definition = "All records of Person.")
{
    return SV_COUNTED;
}

BAND_OF_CODE(outcome_of_request, Requests, RequestOutcome)

MEASURE(Requests, ABOUT, .name = "requests_read", .title = "Records of requests", .unit = "request",
        .units = "requests",
        .definition = "All records of Requests, those of plans decided on before the period "
                      "(outcome H) with them.",
        BREAKDOWNS(BY_LIST(RequestOutcome, "outcome", outcome_of_request)))
{
    return SV_COUNTED;
}

MEASURE(NamedPlan, ABOUT, .name = "plans_read", .title = "Records of plans", .unit = "plan",
        .units = "plans", .definition = "All records of NamedPlan, ceased ones with them.")
{
    return SV_COUNTED;
}
