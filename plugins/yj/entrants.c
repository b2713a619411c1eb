#include "entrants.h"

#include <stdlib.h>

bool is_proven(const struct outcome *outcome)
{
    const struct offence *offence = OFFENCE_OF(outcome);
    const struct person *child = child_of(outcome);
    sv_day heard = first_heard(offence);
    bool heard_as_child =
        heard == SV_NONE ? has_tier(outcome, TIER_PRE_COURT) : is_under(child, 18, heard);
    return has_tier(outcome, SUBSTANTIVE_TIERS) && outcome->effective && heard_as_child &&
           is_10_to_17(child, arrest_or_offence(offence));
}

const struct outcome *first_proven(const struct person *child)
{
    const struct outcome *first = NULL;
    for (uint32_t i = 0; i < child->outcome_count; i++) {
        const struct outcome *outcome = child->outcomes[i];
        if (first && outcome->OutcomeDate.number != first->OutcomeDate.number)
            break;
        if (is_proven(outcome) &&
            (!first || kind_of(outcome->LegalOutcome)->rank < kind_of(first->LegalOutcome)->rank))
            first = outcome;
    }
    return first;
}

/* A child with an id that it had elsewhere, and its first caution or conviction. */
struct entrant {
    const char *origin;
    const struct outcome *first;
    struct person *child;
};

static int compare_entrants(const void *left, const void *right)
{
    const struct entrant *a = left;
    const struct entrant *b = right;
    int origins = strcmp(a->origin, b->origin);
    sv_day a_day = day(a->first->OutcomeDate);
    sv_day b_day = day(b->first->OutcomeDate);
    int ranks =
        (int)kind_of(a->first->LegalOutcome)->rank - (int)kind_of(b->first->LegalOutcome)->rank;
    if (origins)
        return origins;
    if (a_day != b_day)
        return a_day < b_day ? -1 : 1;
    return ranks ? ranks : a->child->row.number < b->child->row.number ? -1 : 1;
}

void note_entrants(const struct sv_context *ctx)
{
    size_t count = 0;
    FOR_EACH (ctx, person, child, NULL)
        count += present(child->SameOrigin);
    if (count < 2)
        return;
    struct entrant *entrants = ctx->host->keep(ctx, count * sizeof(*entrants));
    count = 0;
    FOR_EACH (ctx, person, child, NULL) {
        const struct outcome *first = present(child->SameOrigin) ? first_proven(child) : NULL;
        if (first)
            entrants[count++] = (struct entrant){text_of(ctx, child->SameOrigin), first,
                                                 (struct person *)(uintptr_t)child};
    }
    qsort(entrants, count, sizeof(*entrants), compare_entrants);
    for (size_t i = 1; i < count; i++)
        entrants[i].child->entered_before = strcmp(entrants[i].origin, entrants[i - 1].origin) == 0;
}
