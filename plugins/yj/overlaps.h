/* Records of a child that hold at the same time as others. */
#ifndef YJ_OVERLAPS_H
#define YJ_OVERLAPS_H

#include "timeline.h"

/** Notes them in the residences, care statuses, periods of education and programmes of a child,
 *  when its links are resolved. `timeline`: used for one child after the other; begins as zeros. */
void note_overlaps(const struct sv_context *ctx, const struct person *child,
                   struct timeline *timeline);

#endif
