/* Victims, each counted once however many records they have. */
#ifndef YJ_VICTIM_ANSWERS_H
#define YJ_VICTIM_ANSWERS_H

#include "links.h"

/** What the records of a victim say; bits. All but the first two only beside consent. */
enum victim_answers {
    VICTIM_COUNTS = 1,
    VICTIM_CONSENTED = 2,
    VICTIM_ENGAGED = 4,   /**< in restorative justice */
    VICTIM_ASKED = 8,     /**< for a view before the decision or planning */
    VICTIM_INFORMED = 16, /**< on the child's progress */
    VICTIM_SUPPORTED = 32,
    VICTIM_CONTACTED = 64
};

/** Whether a record counts: it has a VictimID and is linked to an offence that counts in the
 *  indicators of the period. */
static inline bool victim_counts(const struct victim *victim)
{
    return present(victim->VictimID) && victim->id && victim->id->counted;
}

/** Notes the answers of each victim on the first of its records that count. */
void note_victims(const struct sv_context *ctx);

#endif
