/* The order of the period by which a child counts in the indicators. */
#ifndef YJ_ORDER_H
#define YJ_ORDER_H

#include "records.h"

/** Notes it in the child, and which offences, victims and programmes count. */
void note_order(const struct sv_context *ctx, struct person *child);

#endif
