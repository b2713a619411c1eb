/* Cautions and convictions of children, and the first of each child. */
#ifndef YJ_ENTRANTS_H
#define YJ_ENTRANTS_H

#include "links.h"

/** The first hearing of an offence; SV_NONE: it has none with a date. */
static inline sv_day first_heard(const struct offence *offence)
{
    const struct linked_hearings *hearings = offence->id ? offence->id->hearings : NULL;
    return hearings && hearings->day_count ? hearings->days[0] : SV_NONE;
}

/** Whether an outcome is a caution or sentence in force of a child: 10 to 17 at arrest or offence,
 *  and under 18 at the first hearing, which a caution need not have. */
bool is_proven(const struct outcome *outcome);

/** The first caution or conviction of a child; of several of one day the most serious one. NULL:
 *  the return has none. */
const struct outcome *first_proven(const struct person *child);

/** Notes which children are known under another id to have been cautioned or convicted before. */
void note_entrants(const struct sv_context *ctx);

#endif
