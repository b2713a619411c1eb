/* Records of a child that say the same. */
#ifndef YJ_REPEATED_H
#define YJ_REPEATED_H

#include "records.h"

/** Notes them in the periods of education of a child. */
void note_repeated(const struct sv_context *ctx, const struct person *child);

#endif
