/* Faults in hearings, and in remands. */
#include "faults.h"

#define BORN(days) "person.0.DateOfBirth=@hearing.0.HearingDate-" days
#define ANOTHER_HEARING(on, remand)                                                                \
    "+hearing hearing.$.HearingID=0-H9 hearing.$.HearingDate=" on                                  \
    " hearing.$.CourtType=YOUTH_COURT hearing.$.CourtName=Marram~Youth~Court"                      \
    " hearing.$.RemandDecision=" remand

static const struct fault faults[] = {
    FAULT("180", "hearing before the offences", REFERRED, 15,
          "hearing.0.HearingDate=@offence.1.OffenceDate-3"),
    FAULT("181", "hearing of nothing", UNDERTAKING, 15, ANOTHER_HEARING("@PS", "NO_REMAND")),
    FAULT("182", "which court", DISCHARGED, 15, "hearing.0.CourtName="),
    FAULT("183", "remand after the outcome", UNDERTAKING, 15,
          ANOTHER_HEARING("@PE", "CONDITIONAL_BAIL") " +link_ho link_ho.$.HearingID=0-H9 "
                                                     "link_ho.$.OffenceID=&offence.0.OffenceID"),
    FAULT("184", "detention at eleven", REMANDED, 15, BORN("4200")),
    FAULT("185", "remand of the past", REMANDED, 15,
          "hearing.*.RemandDecision=COURT_ORDERED_SECURE_REMAND"),
    FAULT("186", "remanded as a child at 18", REMANDED, 17, BORN("6590")),
    FAULT("187", "remand not known", DISCHARGED, 15, "hearing.0.RemandDecision=NOT_KNOWN"),
    FAULT("188", "adjourned without a decision", UNDERTAKING, 15, "hearing.0.RemandDecision="),
    FAULT("189", "no proposal", SUPERVISED, 15, "-sentenceproposal.*"),
    FAULT("190", "no proposal on remand", REMANDED, 15, "hearing.*.YJBRemandProposalType="),
    FAULT("191", "remanded for 400 days", DETAINED, 17,
          "offence.0.OffenceDate=@outcome.0.OutcomeDate-420 "
          "offence.0.ArrestDate=@outcome.0.OutcomeDate-410 "
          "hearing.0.HearingDate=@outcome.0.OutcomeDate-400 "
          "hearing.0.RemandDecision=REMAND_IN_CUSTODY "
          "hearing.0.YJBRemandProposalType=UNCONDITIONAL_BAIL"),
};

const struct fault_list hearing_faults = {faults, COUNT_OF(faults)};
