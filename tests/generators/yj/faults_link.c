/* Faults in the links between records. */
#include "faults.h"

static const struct fault faults[] = {
    FAULT("250", "hearing of an unknown offence", DISCHARGED, 15, "link_ho.0.OffenceID=0-O9"),
    FAULT("250", "unknown assessment", PREVENTED, 15, "link_pa.0.AssessmentID=0-A9"),
    FAULT("251", "link twice", UNDERTAKING, 15, "%link_op.0"),
    FAULT("252", "hearing of another offence", BREACHED, 15,
          "+link_hp link_hp.$.HearingID=&hearing.$.HearingID "
          "link_hp.$.InterventionProgrammeID=&programme.0.InterventionProgrammeID"),
};

const struct fault_list link_faults = {faults, COUNT_OF(faults)};
