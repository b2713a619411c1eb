/* Faults that only several plans of a person, or the return as a whole, show. The authority of a
 * faulty return has bad habits, and these add to them: exceptions for every plan, request source 5,
 * cease reason 9, no UPN for persons with plans. So the last four need a return of some size.
 */
#include "faults.h"

#define SECOND_PLAN(start)                                                                         \
    " +Requests Requests.1.RequestOutcome=H +Assessment Assessment.1.AssessmentOutcome=H "         \
    "+NamedPlan NamedPlan.1.StartDate=" start " NamedPlan.1.PB=0 "                                 \
    "+PlanDetail PlanDetail.1.SENSetting=OLA PlanDetail.1.PlacementRank=1 "                        \
    "+ActivePlans ActivePlans.1.TransferLA=886 "                                                   \
    "+PlacementDetail PlacementDetail.1.SENSetting=OLA PlacementDetail.1.PlacementRank=1 "         \
    "PlacementDetail.1.AttendancePattern=FT PlacementDetail.1.EntryDate=" start " "                \
    "+SENneed SENneed.1.SENtype=HI SENneed.1.SENtypeRank=1 "
#define SECOND_REQUEST(outcome, decided)                                                           \
    " +Requests Requests.1.ReceivedDate=@CD-30 Requests.1.RequestSource=1 Requests.1.RYA=0 "       \
    "Requests.1.RequestOutcome=" outcome " Requests.1.RequestOutcomeDate=" decided " "

static const struct fault faults[] = {
    FAULT("901", "two active plans", ISSUED, 9, SECOND_PLAN("@NamedPlan.0.StartDate+30")),
    FAULT("902", "two plans for three weeks", RETURNED, 9,
          "NamedPlan.1.StartDate=@NamedPlan.0.CeaseDate-21"),
    FAULT("903", "another request under an active plan", ACTIVE, 9, SECOND_REQUEST("A", "")),
    FAULT("903", "another assessment under an active plan", ACTIVE, 12,
          SECOND_REQUEST("Y", "@CD-10") "Requests.1.RequestMediation=0 "
                                        "Requests.1.RequestTribunal=0 +Assessment "
                                        "Assessment.1.AssessmentOutcome=A"),
    FAULT("956", "another setting in the plan", ACTIVE, 9,
          "PlanDetail.0.URN= PlanDetail.0.SENSetting=OTH "
          "PlanDetail.0.SENSettingOther=a_sailing_school"),
    FAULT("956", "out of education", ACTIVE, 17,
          "PlacementDetail.0.UKPRN= PlacementDetail.0.SENSetting=NIEO "
          "PlacementDetail.0.SENSettingOther=at_sea"),
    FAULT("958", "part of a main ethnicity", ACTIVE, 9, "Person.0.Ethnicity=WCOR"),
    FAULT("953", "one more exception", ISSUED, 9, "Assessment.0.Week20=1"),
    FAULT("954", "one more other reason to end", CEASED, 12, "NamedPlan.0.CeaseReason=9"),
    IN_YEARS(2025, 0, "955", "one more other source", ISSUED, 12, "Requests.0.RequestSource=5"),
    FAULT("957", "one more without a UPN", ACTIVE, 12, "Person.0.UPN= Person.0.UPNunknown=UN3"),
};

const struct fault_list return_faults = {faults, COUNT_OF(faults)};
