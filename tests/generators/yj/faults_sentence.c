/* Faults in the length of sentences and orders, and in their requirements. */
#include "faults.h"

#define BORN(days) "person.0.DateOfBirth=@outcome.0.OutcomeDate-" days
#define REQUIRED(what) "+requirement requirement.$.Requirement=" what

static const struct fault faults[] = {
    FAULT("155", "detained for 30 months", DETAINED, 16, "outcome.0.TermMonths=30"),
    FAULT("155", "detained for no time", DETAINED, 17, "outcome.0.TermMonths="),
    FAULT("156", "detained at eleven", DETAINED, 16, BORN("4200")),
    FAULT("157", "detained at 13", DETAINED, 16, BORN("5000")),
    FAULT("158", "referred for two months", REFERRED, 15, "outcome.0.TermMonths=2"),
    FAULT("159", "supervised for 40 months", SUPERVISED, 15, "outcome.0.TermMonths=40"),
    FAULT("160", "no requirement", SUPERVISED, 15, "-requirement.*"),
    FAULT("161", "requirement of a referral", UNDERTAKING, 15, REQUIRED("CURFEW")),
    FAULT("162", "unpaid work at 14", SUPERVISED, 15,
          REQUIRED("UNPAID_WORK") " requirement.$.UnpaidWorkMandatedHours=60"),
    FAULT("163", "little unpaid work", SUPERVISED, 17,
          "requirement.$.UnpaidWorkMandatedHours=24.5"),
    FAULT("164", "more unpaid work than ordered", SUPERVISED, 17,
          "requirement.$.UnpaidWorkCompletedHours=81"),
    FAULT("165", "hours of supervision", SUPERVISED, 15,
          "requirement.0.UnpaidWorkMandatedHours=50"),
    FAULT("166", "intensive fostering at 14", SUPERVISED, 15, REQUIRED("INTENSIVE_FOSTERING")),
    FAULT("167", "discharged for four years", DISCHARGED, 15, "outcome.0.TermMonths=48"),
    FAULT("168", "long detention by the youth court", SENTENCED, 17,
          "hearing.*.CourtType=YOUTH_COURT"),
    FAULT("169", "how long", SENTENCED, 17, "outcome.0.TermYears= outcome.0.OutcomeEndDate="),
    FAULT("169", "how long for murder", SENTENCED, 17,
          "outcome.0.LegalOutcome=SECTION_90_91_DETENTION outcome.0.TermYears= "
          "outcome.0.OutcomeEndDate= offence.0.YJBSeriousnessScore=8"),
    FAULT("170", "conditional caution of 150 days", CONDITIONED, 15,
          "programme.0.StartDate=@programme.0.EndDate-150"),
    FAULT("171", "length of nothing", DISCHARGED, 15,
          "outcome.0.TermMonths=0 outcome.0.TermDays=0"),
    FAULT("172", "ends later than its length", UNDERTAKING, 15,
          "outcome.0.OutcomeEndDate=@outcome.0.OutcomeDate+365"),
};

const struct fault_list sentence_faults = {faults, COUNT_OF(faults)};
