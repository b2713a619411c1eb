/* Faults in requests: what was asked for, when, and what was decided. */
#include "faults.h"

#define SECOND_REQUEST(received, outcome)                                                          \
    " +Requests Requests.1.ReceivedDate=" received " Requests.1.RequestSource=1 Requests.1.RYA=0 " \
    "Requests.1.RequestOutcome=" outcome

static const struct fault faults[] = {
    FAULT("301", "no outcome of the request", REFUSED, 9, "Requests.0.RequestOutcome="),
    FAULT("302", "no date of the request", REFUSED, 9, "Requests.0.ReceivedDate="),
    FAULT("303", "request after the census day", UNDECIDED, 9, "Requests.0.ReceivedDate=@CD+3"),
    FAULT("304", "request before the birth", REFUSED, 9,
          "Person.0.PersonBirthDate=@Requests.0.ReceivedDate+10"),
    FAULT("305", "request at 25", REFUSED, 26, ""),
    FAULT("306", "no answer on youth accommodation", REFUSED, 9, "Requests.0.RYA="),
    FAULT("307", "youth accommodation at nine", REFUSED, 9, "Requests.0.RYA=1"),
    FAULT("307", "youth accommodation at 20", REFUSED, 20, "Requests.0.RYA=1"),
    IN_YEARS(2025, 0, "308", "no source of the request", REFUSED, 9, "Requests.0.RequestSource="),
    FAULT("309", "no date of the refusal", REFUSED, 9, "Requests.0.RequestOutcomeDate="),
    FAULT("310", "withdrawn with a date of decision", WITHDRAWN, 9,
          "Requests.0.RequestOutcomeDate=@Requests.0.ReceivedDate+10"),
    FAULT("311", "decided before it was asked", REFUSED, 9,
          "Requests.0.RequestOutcomeDate=@Requests.0.ReceivedDate-3"),
    FAULT("312", "decided after the census day", REFUSED, 9,
          "Requests.0.ReceivedDate=@CD-10 Requests.0.RequestOutcomeDate=@CD+5"),
    FAULT("313", "decided to assess before the period", ASSESSING, 9,
          "Requests.0.ReceivedDate=@PS-40 Requests.0.RequestOutcomeDate=@PS-5"),
    FAULT("314", "refused before the period", REFUSED, 9,
          "Requests.0.ReceivedDate=@PS-40 Requests.0.RequestOutcomeDate=@PS-5"),
    FAULT("315", "history with a date of the period", ACTIVE, 9,
          "Requests.0.RequestOutcomeDate=@PS+10"),
    FAULT("316", "undecided after seven weeks", UNDECIDED, 9, "Requests.0.ReceivedDate=@CD-49"),
    FAULT("317", "decided after six weeks and a day", REFUSED, 9,
          "Requests.0.RequestOutcomeDate=@Requests.0.ReceivedDate+43"),
    FAULT("318", "no answer on mediation", REFUSED, 9, "Requests.0.RequestMediation="),
    FAULT("319", "no answer on an appeal", REFUSED, 9, "Requests.0.RequestTribunal="),
    FAULT("320", "mediation about a yes", ASSESSING, 9, "Requests.0.RequestMediation=1"),
    FAULT("321", "appeal about nothing", WITHDRAWN, 9, "Requests.0.RequestTribunal=1"),
    FAULT("322", "assessed without a decision", UNDECIDED, 9,
          "+Assessment Assessment.0.AssessmentOutcome=A"),
    FAULT("323", "assessed after a refusal", REFUSED, 9,
          "+Assessment Assessment.0.AssessmentOutcome=A"),
    FAULT("324", "no assessment", ASSESSING, 9, "-Assessment.0"),
    FAULT("325", "moved away to the same authority", EXPORTED, 9, "Requests.0.Exported=%AUTHORITY"),
    FAULT("326", "refused and moved away", REFUSED, 9, "Requests.0.Exported=886"),
    FAULT("327", "moved away and has a plan", ISSUED, 9, "Requests.0.Exported=XXX"),
    FAULT("328", "two requests of one day", ASKED_AGAIN, 9,
          "Requests.1.ReceivedDate=@Requests.0.ReceivedDate "
          "Requests.1.RequestOutcomeDate=@Requests.0.ReceivedDate+30"),
    FAULT("329", "asked again before the decision", UNDECIDED, 9,
          SECOND_REQUEST("@Requests.0.ReceivedDate+5", "W")),
    FAULT("330", "request of two years ago", WITHDRAWN, 9, "Requests.0.ReceivedDate=@PS-400"),
};

const struct fault_list request_faults = {faults, COUNT_OF(faults)};
