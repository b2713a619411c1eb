/* Faults in programmes, and in what the indicators ask of the end of an order. */
#include "faults.h"

static const struct fault faults[] = {
    FAULT("200", "programme ends before it starts", CONDITIONED, 15,
          "programme.0.EndDate=@programme.0.StartDate-1"),
    FAULT("201", "programme of no offence", REFERRED, 15, "-link_op.*"),
    FAULT("202", "programme before the sentence", REFERRED, 15,
          "programme.0.StartDate=@outcome.0.OutcomeDate-5"),
    KPI_FAULT("203", "programme long before the caution", CONDITIONED, 15,
              "programme.0.StartDate=@outcome.0.OutcomeDate-40"),
    FAULT("204", "programme after the order", REFERRED, 15,
          "programme.0.EndDate=@outcome.0.OutcomeEndDate+40"),
    FAULT("205", "programme still open", REFERRED, 15, "programme.0.EndDate="),
    KPI_FAULT("207", "completed or not", CONDITIONED, 15, "programme.0.KPI6SuccessfullyCompleted="),
    KPI_FAULT("208", "completion of a referral", REFERRED, 15,
              "programme.0.KPI6SuccessfullyCompleted=true"),
    FAULT("209", "licence ten days later", LICENSED, 17,
          "programme.1.StartDate=@programme.0.EndDate+10"),
    FAULT("210", "custody later than the sentence", LICENSED, 17,
          "programme.0.StartDate=@outcome.0.OutcomeDate+5"),
    KPI_FAULT("211", "18 at the start", REFERRED, 17,
              "person.0.DateOfBirth=@programme.0.StartDate-6580"),
    FAULT("212", "two programmes of one kind", UNDERTAKING, 15,
          "%programme.0 programme.1.InterventionProgrammeID=0-P9 +link_op "
          "link_op.$.OffenceID=&offence.0.OffenceID link_op.$.InterventionProgrammeID=0-P9"),
    FAULT("213", "programme of another outcome", UNDERTAKING, 15,
          "programme.0.DisposalType=YOUTH_CAUTION"),
    KPI_FAULT("214", "a victim that is not there", UNDERTAKING, 15,
              "programme.0.IdentifiedVictim=YES"),
    KPI_FAULT("214", "no victim though there is one", REFERRED, 15,
              "programme.0.IdentifiedVictim=NO"),
    FAULT("215", "programme not known", PREVENTED, 15, "programme.0.DisposalType=NOT_KNOWN"),
    FAULT("216", "programme after the quarter", UNDERTAKING, 15, "programme.0.StartDate=@PE+2"),
    KPI_FAULT("270", "no home at the end", REFERRED, 15,
              "residence.*.KPI1AccommodationType= residence.*.KPI1AccommodationSuitability="),
    KPI_FAULT("271", "no home at the start", REFERRED, 15,
              "residence.0.KPI1EndDate=@programme.0.StartDate-15 +residence "
              "residence.1.Date=@programme.0.StartDate+5 residence.1.Description=LOCAL "
              "residence.1.KPI1AccommodationType=AT_HOME "
              "residence.1.KPI1AccommodationSuitability=SUITABLE"),
    KPI_FAULT("272", "no education at the end", REFERRED, 15, "-ete.*"),
    KPI_FAULT("273", "no education at the start", REFERRED, 15,
              "ete.0.StartDate=@programme.0.StartDate+5"),
    KPI_FAULT("277", "care not told", REFERRED, 15, "-care.*"),
    KPI_FAULT("293", "set aside on appeal", REFERRED, 15, "outcome.*.LegalOutcome=APPEAL_ALLOWED"),
};

const struct fault_list programme_faults = {faults, COUNT_OF(faults)};
