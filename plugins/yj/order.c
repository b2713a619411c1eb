/* The order of a child that counts in the indicators of the period. */
#include "order.h"

#include "kinds.h"
#include "links.h"

/* An offence, an outcome of it and a programme for it, of which a child has one in the indicators.
 */
struct order {
    const struct programme *programme;
    const char *id;
    const struct outcome_kind *kind;
    sv_day made;
};

/* A programme that counts and ended in the period. */
static bool is_of_quarter(const struct sv_context *ctx, const struct programme *programme)
{
    sv_day end = day(programme->EndDate);
    return counts(ctx, programme->DisposalType) && ended_in_period(ctx, programme) &&
           is_since(extract_day(ctx), end) && end >= INDICATORS_BEGIN;
}

/* As which legal outcome an outcome counts for the programme; NULL: it does not. */
static const struct outcome_kind *counted_as(struct sv_value code,
                                             const struct programme *programme)
{
    const struct disposal_kind *disposal = disposal_of(programme->DisposalType);
    const struct outcome_kind *kind = kind_of(code);
    if (in_set(code, CODE_BIT(LegalOutcome, NOT_KNOWN) | CODE_BIT(LegalOutcome, OTHER)) &&
        disposal->out_of_court)
        kind = &outcome_kinds[disposal->outcome];
    return kind->order_type == ORDER_NONE ? NULL : kind;
}

/* The most serious police outcome by which an out-of-court disposal counts. */
static void note_police_outcome(const struct programme *programme, const struct outcome_kind *kind)
{
    uint8_t noted = programme->police_outcome;
    bool fits = disposal_of(programme->DisposalType)->out_of_court && kind->tier & POLICE_TIERS;
    if (fits && (!noted || kind->rank < outcome_kinds[noted - 1].rank))
        WRITABLE(programme, programme)->police_outcome = (uint8_t)(kind - outcome_kinds + 1);
}

/* The more serious one, then the later one, then that of the smaller id. */
static bool is_better(const struct order *a, const struct order *b)
{
    if (!b->programme || a->kind->rank != b->kind->rank)
        return !b->programme || a->kind->rank < b->kind->rank;
    if (a->made != b->made)
        return a->made > b->made;
    return strcmp(a->id, b->id) < 0;
}

/* The day by which an outcome counts for a programme; SV_NONE: it does not. */
static sv_day day_counted(const struct outcome_facts *facts, bool is_licence, bool is_child)
{
    return is_licence ? facts->last_as_child : is_child ? facts->last_local : SV_NONE;
}

/* Notes that an offence counts, and so do its victims. */
static void note_counted(const struct same_id *offence)
{
    WRITABLE(same_id, offence)->counted = true;
    FOR_EACH_ID(victim, linked_victims(offence))
    {
        WRITABLE(same_id, victim.id)->counted = true;
    }
}

/* Marks the offences of a programme that have an outcome by which it counts. */
static void mark_offences(const struct programme *programme, bool is_licence, bool is_child)
{
    FOR_EACH_ID(offence, linked_offences(programme->id))
    {
        for (uint32_t r = 0; r < offence.id->run_count && !offence.id->counted; r++) {
            const struct outcome_facts *facts = &offence.id->runs[r].facts;
            if (counted_as(facts->legal_outcome, programme) &&
                day_counted(facts, is_licence, is_child) != SV_NONE)
                note_counted(offence.id);
        }
    }
}

static void try_programme(const struct sv_context *ctx, const struct person *child,
                          const struct programme *programme, struct order *best)
{
    bool is_licence = is_code(programme->DisposalType, DisposalType_DTO_LICENCE);
    sv_day start = day(programme->StartDate);
    bool is_child = has_turned(child, 10, start) && is_under(child, 18, start);
    struct order order = {programme, text_of(ctx, programme->InterventionProgrammeID), NULL, 0};
    mark_offences(programme, is_licence, is_child);
    for (uint32_t i = 0; programme->id && i < programme->id->fact_count; i++) {
        const struct outcome_facts *facts = &programme->id->facts[i];
        order.kind = counted_as(facts->legal_outcome, programme);
        order.made = day_counted(facts, is_licence, is_child);
        if (!order.kind || order.made == SV_NONE)
            continue;
        note_police_outcome(programme, order.kind);
        if (is_better(&order, best))
            *best = order;
    }
}

/* A detention and training order begins with the sentence. */
static sv_day first_of_order(const struct order *order)
{
    bool is_licence = is_code(order->programme->DisposalType, DisposalType_DTO_LICENCE);
    return is_licence ? order->made : day(order->programme->StartDate);
}

/* The day for which the state at the start of the order is asked. */
static sv_day start_of_order(const struct order *order)
{
    bool is_licence = is_code(order->programme->DisposalType, DisposalType_DTO_LICENCE);
    return first_of_order(order) - (is_licence || order->kind->order_type == ORDER_CUST);
}

void note_order(const struct sv_context *ctx, struct person *child)
{
    struct order best = {0};
    child->order_start = SV_NONE;
    FOR_EACH (ctx, programme, programme, child) {
        if (is_of_quarter(ctx, programme))
            try_programme(ctx, child, programme, &best);
    }
    child->order = best.programme;
    if (!best.programme)
        return;
    child->order_start = start_of_order(&best);
    child->order_first = first_of_order(&best);
    child->order_type = best.kind->order_type;
}
