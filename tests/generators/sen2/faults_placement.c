/* Faults in placements. Those of the first row are the school that the person attends. */
#include "faults.h"

#define NO_PLACES                                                                                  \
    " PlacementDetail.0.SENunitIndicator= PlacementDetail.0.ResourcedProvisionIndicator= "
#define IN_SETTING(code) " PlacementDetail.0.URN= PlacementDetail.0.SENSetting=" code NO_PLACES
#define WITH_UKPRN(ukprn) " PlacementDetail.0.URN= PlacementDetail.0.UKPRN=" ukprn NO_PLACES
#define ARRANGED(row, rank)                                                                        \
    " +PlacementDetail PlacementDetail." row ".SENSetting=OLA PlacementDetail." row                \
    ".AttendancePattern=PT PlacementDetail." row ".PlacementRank=" rank " "
#define FROM(row, day) " PlacementDetail." row ".EntryDate=" day " "
#define UNTIL(row, day) " PlacementDetail." row ".LeavingDate=" day " "

static const struct fault faults[] = {
    FAULT("801", "no placement", ISSUED, 9, "-PlacementDetail.0"),
    FAULT("802", "neither school nor setting", ISSUED, 9, "PlacementDetail.0.URN=" NO_PLACES),
    FAULT("803", "school by two numbers", ISSUED, 9, "PlacementDetail.0.UKPRN=19990201"),
    FAULT("803", "school and setting", ISSUED, 12, "PlacementDetail.0.SENSetting=OPA"),
    FAULT("804", "no rank", ISSUED, 9, ARRANGED("1", "") FROM("1", "@PS+90")),
    FAULT("805", "no date of entry", ISSUED, 9, ARRANGED("1", "2")),
    FAULT("806", "placed before the birth", ISSUED, 9, FROM("0", "@DOB-5")),
    FAULT("807", "left before the entry", ISSUED, 9,
          ARRANGED("1", "2") FROM("1", "@PS+50") UNTIL("1", "@PS+40")),
    FAULT("808", "left before the period", ISSUED, 9,
          ARRANGED("1", "2") FROM("1", "@PS-300") UNTIL("1", "@PS-5")),
    FAULT("809", "enters after the census day", ISSUED, 9, ARRANGED("1", "2") FROM("1", "@CD+5")),
    FAULT("810", "leaves after the census day", ISSUED, 9,
          ARRANGED("1", "2") FROM("1", "@CD-60") UNTIL("1", "@CD+10")),
    FAULT("811", "left the only placement", ACTIVE, 9, UNTIL("0", "@CD-5")),
    FAULT("812", "secondary placement only", ACTIVE, 9, "PlacementDetail.0.PlacementRank=2"),
    FAULT("813", "two primary placements", ACTIVE, 9, ARRANGED("1", "1") FROM("1", "@PS+90")),
    FAULT("814", "two primary placements for a month", ISSUED, 9,
          ARRANGED("1", "1") FROM("1", "@PS+90") UNTIL("1", "@PS+120")),
    FAULT("815", "placed after the end of the plan", CEASED, 9, UNTIL("0", "")),
    FAULT("816", "no reason for being out of education", ACTIVE, 17,
          "PlacementDetail.0.UKPRN= PlacementDetail.0.SENSetting=NIEO"),
    IN_YEARS(2024, 0, "816", "other setting not told", ACTIVE, 9, IN_SETTING("OTH")),
    FAULT("817", "school described", ISSUED, 9, "PlacementDetail.0.SENSettingOther=by_the_sea"),
    FAULT("818", "no answer on a SEN unit", ISSUED, 9, "PlacementDetail.0.SENunitIndicator="),
    FAULT("818", "no answer on resourced provision", ISSUED, 12,
          "PlacementDetail.0.ResourcedProvisionIndicator="),
    FAULT("819", "two kinds of special places", ISSUED, 9,
          "PlacementDetail.0.SENunitIndicator=1 PlacementDetail.0.ResourcedProvisionIndicator=1"),
    FAULT("820", "resourced provision at home", ISSUED, 9,
          IN_SETTING("EHE") "PlacementDetail.0.ResourcedProvisionIndicator=1"),
    FAULT("821", "NEET at nine", ACTIVE, 9, IN_SETTING("NEET")),
    FAULT("822", "URN of seven digits", ISSUED, 9, "PlacementDetail.0.URN=9902010"),
    FAULT("823", "early years at nine", ACTIVE, 9, IN_SETTING("EYP")),
    FAULT("824", "UKPRN of nine digits", ACTIVE, 17, "PlacementDetail.0.UKPRN=199906010"),
    FAULT("824", "UKPRN that begins with 3", ACTIVE, 9, WITH_UKPRN("39990601")),
    IN_YEARS(0, 2023, "825", "no attendance pattern", ACTIVE, 9,
             "PlacementDetail.0.AttendancePattern="),
    IN_YEARS(0, 2023, "826", "internship at nine", ACTIVE, 9, "ActivePlans.0.WBP=S"),
    IN_YEARS(2024, 0, "826", "internship at nine", ACTIVE, 9, "PlacementDetail.0.WBP=S"),
    FAULT("827", "school not in the register", ISSUED, 9, "PlacementDetail.0.URN=" UNKNOWN_URN),
    FAULT("828", "one placement twice", ISSUED, 9,
          ARRANGED("1", "2") FROM("1", "@PS+30") UNTIL("1", "@PS+31") ARRANGED("2", "2")
              FROM("2", "@PS+30") UNTIL("2", "@PS+31")),
};

const struct fault_list placement_faults = {faults, COUNT_OF(faults)};
