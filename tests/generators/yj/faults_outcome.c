/* Faults in outcomes: what goes with what, and on which day. */
#include "faults.h"

#define FINED(on, which)                                                                           \
    "+outcome outcome.$.LegalOutcome=FINE outcome.$.OutcomeDate=" on " outcome.$."                 \
    "MainOrOther=" which
#define OTHERWISE(outcome) "outcome.0.LegalOutcome=" outcome

static const struct fault faults[] = {
    FAULT("124", "outcome after the quarter", CAUTIONED, 15, "outcome.0.OutcomeDate=@PE+3"),
    FAULT("125", "another outcome not told", CAUTIONED, 15, OTHERWISE("OTHER")),
    FAULT("126", "two main outcomes", REFERRED, 15, "outcome.1.MainOrOther=MAIN"),
    FAULT("126", "no main outcome", DISCHARGED, 15, "outcome.0.MainOrOther=OTHER"),
    FAULT("127", "main outcome not the most serious", DISCHARGED, 15,
          FINED("&outcome.0.OutcomeDate", "OTHER")),
    FAULT("128", "outcome twice", DISCHARGED, 15, "%outcome.0"),
    FAULT("129", "two disposals", DISCHARGED, 15, FINED("@outcome.0.OutcomeDate+5", "MAIN")),
    FAULT("130", "appeal against nothing", APPEALED, 15,
          "outcome.1.OutcomeDateOfAppealedOutcome=@outcome.0.OutcomeDate-1"),
    FAULT("131", "order ends before it was made", UNDERTAKING, 15,
          "outcome.0.OutcomeEndDate=@outcome.0.OutcomeDate-1"),
    FAULT("132", "hearing after a caution", CAUTIONED, 15,
          "+hearing hearing.0.HearingID=0-H1 hearing.0.HearingDate=@PE "
          "hearing.0.CourtType=YOUTH_COURT hearing.0.CourtName=Driftwood~Youth~Court +link_ho "
          "link_ho.0.HearingID=0-H1 link_ho.0.OffenceID=&offence.0.OffenceID"),
    FAULT("133", "no hearing", DISCHARGED, 15, "-link_ho.* -hearing.*"),
    FAULT("134", "no hearing on that day", DISCHARGED, 15,
          "hearing.1.HearingDate=@hearing.1.HearingDate-1"),
    FAULT("138", "caution at eight", CAUTIONED, 12,
          "person.0.DateOfBirth=@outcome.0.OutcomeDate-3100"),
    FAULT("139", "first hearing at 18", DISCHARGED, 17,
          "person.0.DateOfBirth=@hearing.0.HearingDate-6590"),
    IN_YEARS(0, 2026, "150", "reprimand", CAUTIONED, 15, OTHERWISE("REPRIMAND")),
    FAULT("150", "final warning", CAUTIONED, 15, OTHERWISE("FINAL_WARNING")),
    FAULT("151", "curfew order", DISCHARGED, 15, OTHERWISE("CURFEW_ORDER")),
    FAULT("152", "Sentencing Code before its time", SENTENCED, 17,
          "outcome.0.OutcomeDate=2020-11-20"),
    FAULT("153", "section of the past", SENTENCED, 17, OTHERWISE("SECTION_226_B")),
    KPI_FAULT("154", "reparation order", DISCHARGED, 15, OTHERWISE("REPARATION_ORDER")),
    IN_YEARS(LAST_YEAR, LAST_YEAR, "173", "carrier of outcome 23", CAUTIONED, 15,
             OTHERWISE("REPRIMAND")),
    IN_YEARS(LAST_YEAR, LAST_YEAR, "174", "carrier of a diversion order", DISCHARGED, 15,
             OTHERWISE("DRUG_TREATMENT_AND_TESTING_ORDER")),
    KPI_FAULT("206", "order without a programme", REFERRED, 15, "-programme.0 -link_op.*"),
    FAULT("246", "order without an assessment", UNDERTAKING, 15, "-assetplus.*"),
    KPI_FAULT("291", "outcome 22 in other words", CAUTIONED, 15,
              OTHERWISE("OTHER outcome.0.CMSLegalOutcome=Outcome~22")),
    KPI_FAULT("292", "order from another area", REFERRED, 15, "residence.*.Description=OTHER"),
};

const struct fault_list outcome_faults = {faults, COUNT_OF(faults)};
