/* What the records of a child's mental health, or of substance misuse, say about its order. */
#ifndef YJ_TREATMENT_H
#define YJ_TREATMENT_H

#include "measures.h"

struct treatment {
    bool need;
    bool treated;      /**< already as the order began */
    bool none;         /**< a record says that no intervention was offered */
    bool not_attended; /**< one was offered in the order, and not attended */
    uint8_t offered;   /**< kinds of intervention; bit n: code n */
    uint8_t attended;  /**< the same */
};

/** Of a child without an order of the period, nothing. */
struct treatment yj_mental_health(const struct sv_context *ctx, const struct person *child);
struct treatment yj_substance_misuse(const struct sv_context *ctx, const struct person *child);

/** Whether anything was offered to a child in need. */
static inline bool was_offered(const struct treatment *treatment)
{
    return treatment->need && (treatment->treated || treatment->offered);
}

/** Of those in need whom interventions of the kind were offered, those who attended. */
static inline enum sv_part share_attended(struct treatment treatment, int kind)
{
    return share(treatment.need && treatment.offered >> kind & 1, treatment.attended >> kind & 1);
}

#endif
