/* Figures that boards ask for and that the return cannot give. */
#include "measures.h"

#define ABOUT .section = SECTION_ELSEWHERE

NOT_IN_RETURN(ABOUT, .name = "indicators", .title = "The ten indicators", .last_year = 2023,
              .definition = "They are collected since April 2023, in returns of 2023 to 2024 and "
                            "later.")

NOT_IN_RETURN(ABOUT, .name = "first_time_entrants_official",
              .title = "First-time entrants and reoffending, official",
              .definition = "They are counted from the Police National Computer, of children of "
                            "all areas. The figures above are local estimates.")

NOT_IN_RETURN(ABOUT, .name = "remands_looked_after",
              .title = "Remanded children who have a period of care",
              .definition = "Periods of care by legal status are in the SSDA903 return (code J1): "
                            "compare the children of remands_starting with those.")

NOT_IN_RETURN(ABOUT, .name = "attainment_absence", .title = "Attainment and persistent absence",
              .definition = "Results and absence come from schools; they must be matched by child.")

NOT_IN_RETURN(ABOUT, .name = "staffing_budget", .title = "Staff, costs and serious incidents",
              .definition = "They are sent to the Youth Justice Board in forms of their own, not "
                            "child by child.")
