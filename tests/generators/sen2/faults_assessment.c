/* Faults in assessments: what was decided, when, and what has to follow. */
#include "faults.h"

#define NO_DATES_OF_REQUEST                                                                        \
    "Requests.0.RequestOutcome=H Requests.0.ReceivedDate= Requests.0.RequestOutcomeDate= "
#define NO_DATE_OF_DECISION "Requests.0.RequestOutcome=H Requests.0.RequestOutcomeDate= "
#define ISSUED_ON(date) "Assessment.0.AssessmentOutcomeDate=" date " NamedPlan.0.StartDate=" date

static const struct fault faults[] = {
    FAULT("401", "no outcome of the assessment", ASSESSING, 9, "Assessment.0.AssessmentOutcome="),
    FAULT("402", "no date of the decision", UNISSUED, 9, "Assessment.0.AssessmentOutcomeDate="),
    FAULT("403", "no date of issue", ISSUED, 9, "Assessment.0.AssessmentOutcomeDate="),
    FAULT("404", "plan to be issued", UNISSUED, 9,
          "Assessment.0.AssessmentOutcome=Y Assessment.0.AssessmentOutcomeDate="),
    FAULT("405", "undecided with a date", ASSESSING, 9,
          "Assessment.0.AssessmentOutcomeDate=@Requests.0.RequestOutcomeDate+10"),
    FAULT("406", "decided before the request", UNISSUED, 9,
          NO_DATE_OF_DECISION "Assessment.0.AssessmentOutcomeDate=@Requests.0.ReceivedDate-5"),
    FAULT("407", "decided before the decision to assess", UNISSUED, 9,
          "Assessment.0.AssessmentOutcomeDate=@Requests.0.RequestOutcomeDate-2"),
    FAULT("408", "decided after the census day", UNISSUED, 9,
          "Requests.0.ReceivedDate=@CD-90 Requests.0.RequestOutcomeDate=@CD-60 "
          "Assessment.0.AssessmentOutcomeDate=@CD+5"),
    FAULT("409", "issued before the period", ISSUED, 9,
          NO_DATES_OF_REQUEST "Assessment.0.AssessmentOutcomeDate=@PS-5"),
    FAULT("410", "decided against a plan before the period", UNISSUED, 9,
          NO_DATES_OF_REQUEST "Assessment.0.AssessmentOutcomeDate=@PS-5"),
    FAULT("411", "history with a date of the period", ACTIVE, 9,
          "Assessment.0.AssessmentOutcomeDate=@PS+5"),
    FAULT("412", "history after a request of the period", ACTIVE, 9,
          "Requests.0.ReceivedDate=@PS+10 Requests.0.RequestSource=1 Requests.0.RYA=0 "
          "Requests.0.RequestOutcomeDate=@PS+40 Requests.0.RequestOutcome=Y "
          "Requests.0.RequestMediation=0 Requests.0.RequestTribunal=0"),
    FAULT("413", "no answer on mediation", UNISSUED, 9, "Assessment.0.AssessmentMediation="),
    FAULT("414", "no answer on an appeal", UNISSUED, 9, "Assessment.0.AssessmentTribunal="),
    FAULT("415", "no answer on other mediation", UNISSUED, 9, "Assessment.0.OtherMediation="),
    FAULT("416", "no answer on other appeals", UNISSUED, 9, "Assessment.0.OtherTribunal="),
    FAULT("417", "no answer on exceptions", ISSUED, 9, "Assessment.0.Week20="),
    FAULT("418", "exception without a decision", ASSESSING, 9, "Assessment.0.Week20=1"),
    FAULT("419", "plan without a decision", ISSUED, 9,
          "Assessment.0.AssessmentOutcome=A Assessment.0.AssessmentOutcomeDate= "
          "Assessment.0.Week20="),
    FAULT("420", "plan against the decision", ISSUED, 9,
          "Assessment.0.AssessmentOutcome=N Assessment.0.Week20= " ISSUED_ON(
              "@Requests.0.ReceivedDate+100")),
    FAULT("421", "issued but not named", ISSUED, 9, "-NamedPlan.0 -ActivePlans.0"),
    FAULT("421", "history without a plan", ACTIVE, 9, "-NamedPlan.0 -ActivePlans.0"),
    FAULT("422", "mediation about a yes", ISSUED, 9, "Assessment.0.AssessmentMediation=1"),
    FAULT("423", "late without an exception", ISSUED, 9,
          "Assessment.0.Week20=0 " ISSUED_ON("@Requests.0.ReceivedDate+141")),
    FAULT("424", "decided after 16 weeks and a day", UNISSUED, 9,
          "Assessment.0.AssessmentOutcomeDate=@Requests.0.ReceivedDate+113"),
    FAULT("425", "issued after two years", ISSUED, 9,
          "Assessment.0.Week20=1 " NO_DATE_OF_DECISION
          "Requests.0.ReceivedDate=@Assessment.0.AssessmentOutcomeDate-740"),
    FAULT("426", "issued after ten days", ISSUED, 9,
          "Requests.0.ReceivedDate=@Assessment.0.AssessmentOutcomeDate-10 "
          "Requests.0.RequestOutcomeDate=@Assessment.0.AssessmentOutcomeDate-5"),
};

const struct fault_list assessment_faults = {faults, COUNT_OF(faults)};
