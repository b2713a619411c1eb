/* What figures on assessments share. */
#ifndef SEN2_ASSESSMENTS_H
#define SEN2_ASSESSMENTS_H

#include "measures.h"

/** Whether an assessment is one of the period. */
bool sen2_assessed_in_period(const struct sv_context *ctx, const struct Assessment *assessment);

/** Days from the receipt of the request to the outcome; -1: not known, or the outcome is dated
 *  before the receipt. */
int sen2_days_of_assessment(const struct Assessment *assessment);

#endif
