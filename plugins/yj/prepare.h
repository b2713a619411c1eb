/* What is noted in the records before the rules run. */
#ifndef YJ_PREPARE_H
#define YJ_PREPARE_H

#include "records.h"

/** Fills the further members of the records (records.h). See sv_plugin.prepare. */
void prepare_yj(const struct sv_context *ctx);

#endif
