/* Faults in the work with victims and parents, and in assessments. */
#include "faults.h"

#define NOT_ENGAGED                                                                                \
    " victim.0.EngagedRJ=NO victim.0.EngagedRJStart= victim.0.EngagedRJEnd= "                      \
    "victim.0.SatisfactionLevel= "
#define NOTHING_MORE                                                                               \
    " victim.0.YJSContactDate= victim.0.ViewPrior=NO victim.0.ProgressProvided=NO "                \
    "victim.0.ProgressProvidedDate= victim.0.AdditionalSupportProvided=NO "

static const struct fault faults[] = {
    KPI_FAULT("230", "which victim", REFERRED, 15, "victim.0.VictimID="),
    FAULT("231", "victim of no offence", REFERRED, 15, "-link_ov.*"),
    KPI_FAULT("232", "engaged since when", REFERRED, 15, "victim.0.EngagedRJStart="),
    KPI_FAULT("233", "engaged until before", REFERRED, 15,
              "victim.0.EngagedRJEnd=@victim.0.EngagedRJStart-1"),
    KPI_FAULT("234", "consent not told", REFERRED, 15, "victim.0.ConsentYJSContact="),
    KPI_FAULT("235", "contact refused", REFERRED, 15, "victim.0.ConsentYJSContact=NO" NOT_ENGAGED),
    KPI_FAULT("236", "progress nobody asked for", REFERRED, 15,
              "victim.0.ProgressRequest=NO victim.0.ProgressRequestDate="),
    KPI_FAULT("237", "progress told before it was asked for", REFERRED, 15,
              "victim.0.ProgressProvidedDate=@victim.0.ProgressRequestDate-1"),
    KPI_FAULT("238", "support nobody asked for", REFERRED, 15,
              "victim.0.AdditionalSupportRequest=NO"),
    KPI_FAULT("239", "view after the outcome", REFERRED, 15,
              "victim.0.YJSContactDate=@outcome.0.OutcomeDate+2"),
    FAULT("240", "satisfied with nothing", REFERRED, 15,
          "victim.0.RJInterventionType=NONE victim.0.EngagedRJ=NO victim.0.EngagedRJStart= "
          "victim.0.EngagedRJEnd="),
    KPI_FAULT(
        "241", "consent of one victim and not", REFERRED, 15,
        "victim.0.VictimID=&&VictimID victim.0.ConsentYJSContact=NO" NOT_ENGAGED NOTHING_MORE),
    KPI_FAULT("294", "victim of an order of the past", REFERRED, 15, "programme.0.EndDate=@PS-5"),
    FAULT("243", "more sessions than planned", SUPERVISED, 15, "parenting.0.SessionsAttended=12"),
    FAULT("244", "parents of no programme", SUPERVISED, 15, "-link_pp.*"),
    FAULT("247", "level only indicated", SUPERVISED, 15,
          "assetplus.0.ScaledApproachInterventionLevel="),
    FAULT("248", "no judgement", SUPERVISED, 15, "assetplus.0.ROSHJudgement="),
};

const struct fault_list work_faults = {faults, COUNT_OF(faults)};
