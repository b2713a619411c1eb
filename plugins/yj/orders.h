/* Which order of a child counts in the indicators of the period. */
#ifndef YJ_ORDERS_H
#define YJ_ORDERS_H

#include "facts.h"

/** Notes the order of a child, and what counts with it: on the child, on programmes, and on the ids
 *  of offences. For prepare.c. */
void note_order(const struct sv_context *ctx, struct person *child);

#endif
