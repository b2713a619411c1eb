/* Faults in homes, transfers, care, education and special needs. */
#include "faults.h"

#define ANOTHER_HOME(from, area)                                                                   \
    " +residence residence.$.Date=" from " residence.$.Description=" area                          \
    " residence.$.KPI1AccommodationType=AT_HOME residence.$.KPI1AccommodationSuitability=SUITABLE" \
    " residence.$.KPI1PrimaryResidence=true "
#define TRANSFERRED(on, how) "+transfer transfer.$.Date=" on " transfer.$.Description=" how

static const struct fault faults[] = {
    FAULT("050", "no home", CAUTIONED, 15, "-residence.*"),
    FAULT("051", "two homes on one day", DISCHARGED, 15,
          "+residence residence.$.Date=&residence.0.Date residence.$.Description=OTHER"),
    KPI_FAULT("052", "home ends before it starts", DISCHARGED, 15,
              "residence.0.KPI1EndDate=@residence.0.Date-3"),
    KPI_FAULT("053", "suitable without a type", CAUTIONED, 15,
              "residence.0.KPI1AccommodationType="),
    KPI_FAULT("054", "suitable street", SUPERVISED, 15,
              "residence.0.KPI1AccommodationType=No~fixed~abode"),
    KPI_FAULT("055", "suitability not known", BREACHED, 15,
              "residence.0.KPI1AccommodationSuitability=UNKNOWN"),
    KPI_FAULT("056", "prison without a sentence", CAUTIONED, 15,
              "residence.0.KPI1AccommodationType=YOI"),
    KPI_FAULT("058", "two main homes", REFERRED, 15,
              "residence.0.KPI1EndDate=@PE" ANOTHER_HOME("@PS", "LOCAL")),
    KPI_FAULT("059", "alone at five", PREVENTED, 13,
              "residence.0.KPI1AccommodationType=INDEPENDENT_LIVING"),
    FAULT("060", "transferred in twice", MOVED_IN, 15, TRANSFERRED("@PS", "TRANSFER_IN")),
    FAULT("061", "outcome after the transfer", REFERRED, 15,
          TRANSFERRED("@outcome.0.OutcomeDate-10", "TRANSFER_OUT")),
    FAULT("062", "programme open after the transfer", UNDERTAKING, 15,
          TRANSFERRED("@PE", "TRANSFER_OUT")),
    FAULT("063", "caretaking ends only", CAUTIONED, 15, TRANSFERRED("@PS", "CARETAKING_OUT_END")),
    FAULT("063", "caretaking ends before", CARETAKEN, 15,
          TRANSFERRED("@transfer.0.Date-1", "CARETAKING_IN_END")),

    FAULT("070", "education ends before it starts", CAUTIONED, 15,
          "ete.0.EndDate=@ete.0.StartDate-7"),
    KPI_FAULT("071", "no suitability", UNDERTAKING, 15, "ete.0.Suitability="),
    KPI_FAULT("071", "no hours", PREVENTED, 15, "ete.0.Hours= ete.0.HoursOffered="),
    FAULT("072", "hours of more than a week", PREVENTED, 15, "ete.0.Hours=70"),
    KPI_FAULT("073", "more hours than offered", DISCHARGED, 15, "ete.0.Hours=28"),
    KPI_FAULT("074", "hours of nothing", SUPERVISED, 15, "ete.0.ProvisionType=NONE"),
    KPI_FAULT("075", "school of no hours", CAUTIONED, 15, "ete.0.HoursOffered=0 ete.0.Hours=0"),
    KPI_FAULT("076", "full time of few hours", BREACHED, 15,
              "ete.0.HoursOffered=15 ete.0.Hours=10"),
    KPI_FAULT("077", "university at 14", CONDITIONED, 14, "ete.0.ProvisionType=UNIVERSITY"),
    KPI_FAULT("078", "nothing beside school", PREVENTED, 14,
              "+ete ete.$.StartDate=@PS ete.$.Hours=0 ete.$.HoursOffered=0 "
              "ete.$.ProvisionType=NONE ete.$.Suitability=UNSUITABLE"),
    FAULT("079", "education twice", DISCHARGED, 15, "%ete.0"),

    KPI_FAULT("080", "plan without a need", CAUTIONED, 15, "sendaln.0.KPI3IdentifiedSENDALN=NO"),
    KPI_FAULT("081", "need ends before it starts", DISCHARGED, 15,
              "sendaln.0.KPI3SENDEndDate=@sendaln.0.KPI3SENDStartDate-1"),
    KPI_FAULT("082", "no start of the need", PREVENTED, 15, "sendaln.0.KPI3SENDStartDate="),
    KPI_FAULT("083", "need twice", SUPERVISED, 15, "%sendaln.0"),
    KPI_FAULT("085", "plan not told", UNDERTAKING, 15, "sendaln.0.KPI3SENDFormalPlan="),

    FAULT("100", "care ends before it starts", PREVENTED, 15, "care.0.EndDate=@care.0.StartDate-1"),
    FAULT("101", "care twice", DISCHARGED, 15, "%care.0"),
    FAULT("102", "remand without care", REMANDED, 15, "-care.1"),
    FAULT("103", "looked after at 18", SUPERVISED, 17,
          "care.0.Status=CARE_ORDER care.0.EndDate=@18+10"),
    KPI_FAULT("104", "referred to help that there is", PREVENTED, 15,
              "care.0.Status=EARLY_HELP_PLAN +care care.1.Status=EARLY_HELP_REFERRAL "
              "care.1.StartDate=@PS"),
};

const struct fault_list home_faults = {faults, COUNT_OF(faults)};
