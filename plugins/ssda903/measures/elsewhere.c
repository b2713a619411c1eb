/* Figures that boards ask for and that the return cannot give. */
#include "measures.h"

#define ABOUT .section = SECTION_ELSEWHERE

NOT_IN_RETURN(ABOUT, .name = "visits", .title = "Visits in time",
              .definition = "Visits to children and care leavers are not in the return; inspection "
                            "lists have them.")

NOT_IN_RETURN(ABOUT, .name = "plans_authorised", .title = "Care and pathway plans authorised",
              .definition = "Care plans, pathway plans and personal education plans are not in the "
                            "return.")

NOT_IN_RETURN(ABOUT, .name = "initial_health_assessments",
              .title = "Initial health assessments within 20 working days",
              .definition = "The return has one flag for the year's health assessment, no dates.")

NOT_IN_RETURN(
    ABOUT, .name = "return_interviews", .title = "Return interviews after going missing",
    .definition = "The return has when a child was missing, not what was done afterwards.")

NOT_IN_RETURN(ABOUT, .name = "supervision", .title = "Supervision and caseloads",
              .definition = "Supervision of staff is not in the return, and of caseloads only the "
                            "part that are looked after.")

NOT_IN_RETURN(ABOUT, .name = "foster_carers", .title = "Foster carers and their places",
              .definition = "Carers are not in the return; the fostering data collection has them.")

NOT_IN_RETURN(ABOUT, .name = "need_without_plan_or_care",
              .title = "In need, neither on a protection plan nor looked after",
              .definition = "Who is in need is in the CIN census: compare its children with those "
                            "of looked_after_at_end.")

NOT_IN_RETURN(ABOUT, .name = "remand_instances", .title = "Remands",
              .definition = "Kinds and dates of remands are in youth justice data. Remanded "
                            "children are looked after, with legal status J1: see "
                            "looked_after_at_end and children_starting.")
