/* Faults in what is said of mental health and of misuse of substances. */
#include "faults.h"

#define MH(item) "mentalhealth.0.KPI4MH" item
#define SM(item) "substance.0.KPI5SM" item

static const struct fault faults[] = {
    KPI_FAULT("090", "attendance ends before it starts", CAUTIONED, 15,
              MH("DateAttendedEnd=@") MH("DateAttendedStart-2")),
    KPI_FAULT("091", "offered before the need", DISCHARGED, 15,
              MH("DateOffered=@") MH("DateScreened-3")),
    KPI_FAULT("092", "attended before the offer", UNDERTAKING, 15,
              MH("DateAttendedStart=@") MH("DateOffered-5")),
    KPI_FAULT("093", "no intervention was offered", PREVENTED, 15,
              MH("InterventionType=NO_INTERVENTION")),
    KPI_FAULT("093", "no treatment was attended", PREVENTED, 16, SM("DateAttendedStart=@PS")),
    KPI_FAULT("094", "offered what", SUPERVISED, 15, MH("InterventionType=")),
    KPI_FAULT("095", "attendance ends only", SUPERVISED, 16,
              MH("DateAttendedEnd=@PE ") MH("DateAttendedStart=")),
    KPI_FAULT("096", "referred before the need", CONDITIONED, 15,
              MH("DateReferred=@") MH("DateScreened-4")),
    KPI_FAULT("097", "help without a need", CAUTIONED, 15,
              SM("InterventionType=TARGETED_INTERVENTION")),
    KPI_FAULT("098", "need without help", DISCHARGED, 15,
              SM("DateScreened=@PS ") SM("InterventionType=")),
    KPI_FAULT("098", "need without an offer", CONDITIONED, 15,
              MH("DateReferred= ") MH("DateOffered= ") MH("DateAttendedStart= ")
                  MH("DateAttendedEnd=")),
    KPI_FAULT("274", "need not told", REFERRED, 15, "-sendaln.*"),
    KPI_FAULT("275", "mental health not told", REFERRED, 15, "-mentalhealth.*"),
    KPI_FAULT("276", "substances not told", REFERRED, 15, "-substance.*"),
};

const struct fault_list health_faults = {faults, COUNT_OF(faults)};
