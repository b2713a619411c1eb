/* Figures that boards ask for and that the census cannot give. */
#include "measures.h"

#define ABOUT .section = SECTION_ELSEWHERE

NOT_IN_RETURN(ABOUT, .name = "contacts", .title = "Contacts, and contacts that became referrals",
              .definition = "Contacts and early help are not in the census: it begins with the "
                            "referral.")

NOT_IN_RETURN(ABOUT, .name = "visits", .title = "Visits in time",
              .definition = "Visits to children are not in the census; inspection lists have them.")

NOT_IN_RETURN(ABOUT, .name = "supervision", .title = "Supervision and authorised plans",
              .definition = "The census has the dates of plans, not who authorised them, nor "
                            "supervision of staff.")

NOT_IN_RETURN(ABOUT, .name = "need_without_plan_or_care",
              .title = "In need, neither on a protection plan nor looked after",
              .definition = "Who is looked after is in the SSDA903 return: compare the children of "
                            "need_at_end and plans_at_end with those looked after.")
