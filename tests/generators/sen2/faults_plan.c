/* Faults in what the plan says: its days, budget, end, and the settings that it names. */
#include "faults.h"

#define NO_PLACES " PlanDetail.0.SENunitIndicator= PlanDetail.0.ResourcedProvisionIndicator= "
#define IN_SETTING(code) " PlanDetail.0.URN= PlanDetail.0.SENSetting=" code NO_PLACES
#define WITH_UKPRN(ukprn) " PlanDetail.0.URN= PlanDetail.0.UKPRN=" ukprn NO_PLACES
#define SECOND_DETAIL " +PlanDetail PlanDetail.1.SENSetting=OLA "
#define ENDED(on, reason)                                                                          \
    " NamedPlan.0.CeaseDate=" on " NamedPlan.0.CeaseReason=" reason                                \
    " PlacementDetail.0.LeavingDate=@NamedPlan.0.CeaseDate "

static const struct fault faults[] = {
    FAULT("501", "no start of the plan", ACTIVE, 9, "NamedPlan.0.StartDate="),
    FAULT("502", "plan before the birth", ACTIVE, 5, "NamedPlan.0.StartDate=@DOB-10"),
    FAULT("503", "plan starts after the census day", ISSUED, 9, "NamedPlan.0.StartDate=@CD+5"),
    FAULT("504", "starts before it was issued", ISSUED, 9,
          "NamedPlan.0.StartDate=@Assessment.0.AssessmentOutcomeDate-5"),
    FAULT("505", "history starts in the period", ACTIVE, 9, "NamedPlan.0.StartDate=@PS+5"),
    FAULT("506", "older than plans are", ACTIVE, 17, "NamedPlan.0.StartDate=2014-08-31"),
    FAULT("507", "plan starts at 25", CEASED, 27, "NamedPlan.0.StartDate=@25+10"),
    FAULT("508", "no answer on a personal budget", ISSUED, 9, "NamedPlan.0.PB="),
    FAULT("509", "no answer on arrangements", ISSUED, 9, "NamedPlan.0.PB=1 NamedPlan.0.DP=E"),
    FAULT("510", "budget that goes nowhere", ISSUED, 9, "NamedPlan.0.PB=1 NamedPlan.0.OA=0"),
    FAULT("511", "payment without a budget", ISSUED, 9, "NamedPlan.0.PB=0 NamedPlan.0.DP=S"),
    FAULT("511", "arrangements without a budget", CEASED, 12, "NamedPlan.0.OA=1"),
    FAULT("512", "internship named at nine", ACTIVE, 9, "NamedPlan.0.PlanWBP=S"),
    FAULT("512", "apprenticeship in a plan that ended at 13", CEASED, 14, "NamedPlan.0.PlanWBP=A"),
    FAULT("513", "ended without a reason", CEASED, 9, "NamedPlan.0.CeaseReason="),
    FAULT("514", "a reason to end without a date", ACTIVE, 9, "NamedPlan.0.CeaseReason=2"),
    FAULT("515", "ended before it began", ISSUED, 9, ENDED("@NamedPlan.0.StartDate-5", "2")),
    FAULT("516", "ended before the period", CEASED, 9,
          "-ActivePlans.0 NamedPlan.0.CeaseDate=@PS-5"),
    FAULT("517", "ends after the census day", ACTIVE, 9, ENDED("@CD+20", "2")),
    FAULT("518", "maximum age at 17", CEASED, 17, "NamedPlan.0.CeaseReason=1"),
    FAULT("519", "higher education at nine", CEASED, 9, "NamedPlan.0.CeaseReason=3"),
    FAULT("519", "employment at 14", CEASED, 14, "NamedPlan.0.CeaseReason=4"),
    FAULT("520", "asked after the death", CEASED, 9,
          "NamedPlan.0.CeaseReason=8 +Requests "
          "Requests.1.ReceivedDate=@NamedPlan.0.CeaseDate+20 Requests.1.RequestSource=1 "
          "Requests.1.RYA=0 Requests.1.RequestOutcome=W"),
    IN_YEARS(2024, 0, "520", "reviewed after the death", CEASED, 9,
             "NamedPlan.0.CeaseReason=8 "
             "ActivePlans.0.ReviewMeeting=@NamedPlan.0.CeaseDate+20"),

    FAULT("601", "no setting named", ISSUED, 9, "-PlanDetail.0"),
    FAULT("602", "three settings named", ACTIVE, 9,
          SECOND_DETAIL "PlanDetail.1.PlacementRank=2 +PlanDetail PlanDetail.2.SENSetting=EHE "
                        "PlanDetail.2.PlacementRank=2"),
    FAULT("603", "neither school nor setting", ISSUED, 9, "PlanDetail.0.URN=" NO_PLACES),
    FAULT("604", "school by two numbers", ISSUED, 9, "PlanDetail.0.UKPRN=19990201"),
    FAULT("604", "school and setting", ACTIVE, 12, "PlanDetail.0.SENSetting=EHE"),
    FAULT("605", "no rank", ISSUED, 9, SECOND_DETAIL),
    FAULT("606", "secondary setting only", ACTIVE, 9, "PlanDetail.0.PlacementRank=2"),
    FAULT("606", "two primary settings", ISSUED, 12, SECOND_DETAIL "PlanDetail.1.PlacementRank=1"),
    FAULT("607", "other setting not told", ACTIVE, 9, IN_SETTING("OTH")),
    FAULT("608", "school described", CEASED, 9, "PlanDetail.0.SENSettingOther=by_the_harbour"),
    FAULT("609", "no answer on a SEN unit", ACTIVE, 9, "PlanDetail.0.SENunitIndicator="),
    FAULT("609", "no answer on resourced provision", CEASED, 12,
          "PlanDetail.0.ResourcedProvisionIndicator="),
    FAULT("610", "two kinds of special places", CEASED, 9,
          "PlanDetail.0.SENunitIndicator=1 PlanDetail.0.ResourcedProvisionIndicator=1"),
    FAULT("611", "SEN unit at home", ACTIVE, 9,
          IN_SETTING("EHE") "PlanDetail.0.SENunitIndicator=1"),
    FAULT("612", "URN of five digits", ACTIVE, 9, "PlanDetail.0.URN=99020"),
    FAULT("613", "UKPRN of seven digits", ACTIVE, 17, "PlanDetail.0.UKPRN=1999060"),
    FAULT("613", "UKPRN that begins with 2", ACTIVE, 9, WITH_UKPRN("29990601")),
    FAULT("614", "school not in the register", ACTIVE, 9, "PlanDetail.0.URN=" UNKNOWN_URN),
    FAULT("615", "early years at nine", ACTIVE, 9, IN_SETTING("EYP")),
};

const struct fault_list plan_faults = {faults, COUNT_OF(faults)};
