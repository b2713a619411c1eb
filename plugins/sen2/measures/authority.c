/* What the return says of the authority itself. */
#include "measures.h"

#define ABOUT                                                                                      \
    .section = SECTION_AUTHORITY, .unit = "answer", .units = "answers", FROM_STATISTICS,           \
    ON_CENSUS_DAY

BAND_OF_CODE(medical_of, Header, DMO)
BAND_OF_CODE(clinical_of, Header, DCO)
BAND_OF_CODE(social_care_of, Header, DSCO)

MEASURE(Header, ABOUT, .name = "dmo", .title = "Designated medical officer",
        .definition = "The answer in DMO, as returned.",
        BREAKDOWNS(BY_LIST(InPost, "answer", medical_of)))
{
    return counted_if(present(row->DMO));
}

MEASURE(Header, ABOUT, .name = "dco", .title = "Designated clinical officer",
        .definition = "The answer in DCO, as returned.",
        BREAKDOWNS(BY_LIST(InPost, "answer", clinical_of)))
{
    return counted_if(present(row->DCO));
}

MEASURE(Header, ABOUT, .name = "dsco", .title = "Designated social care officer",
        .first_year = 2025, .definition = "The answer in DSCO, as returned.",
        BREAKDOWNS(BY_LIST(InPost, "answer", social_care_of)))
{
    return counted_if(present(row->DSCO));
}
