#include "measures.h"

int cla_age_band_of(sv_day born, sv_day day)
{
    static const int ends[] = {0, 4, 9, 15};
    int band = 0;
    if (born == SV_NONE || day == SV_NONE || born > day)
        return -1;
    while (band < 4 && sv_age_on(born, day) > ends[band])
        band++;
    return band;
}

int cla_age_band(const struct Child *child, sv_day day)
{
    return cla_age_band_of(birth_of(child), day);
}

int cla_placement_band(struct sv_value place)
{
    static const int8_t of_code[PLACE_code_count] = {
        [PLACE_U1] = 0,  [PLACE_U2] = 0, [PLACE_U3] = 0,  [PLACE_U4] = 0,  [PLACE_U5] = 0,
        [PLACE_U6] = 0,  [PLACE_A3] = 1, [PLACE_A4] = 1,  [PLACE_A5] = 1,  [PLACE_A6] = 1,
        [PLACE_P1] = 2,  [PLACE_K1] = 3, [PLACE_K2] = 3,  [PLACE_K3] = 4,  [PLACE_H5] = 4,
        [PLACE_P2] = 4,  [PLACE_R1] = 5, [PLACE_R2] = 5,  [PLACE_R3] = 5,  [PLACE_R5] = 5,
        [PLACE_S1] = 6,  [PLACE_Z1] = 7, [PLACE_Z11] = 7, [PLACE_Z12] = 7, [PLACE_Z13] = 7,
        [PLACE_Z14] = 7, [PLACE_P3] = 7, [PLACE_T0] = 8,  [PLACE_T1] = 8,  [PLACE_T2] = 8,
        [PLACE_T3] = 8,  [PLACE_T4] = 8};
    return readable(place) ? of_code[place.number] : -1;
}

int32_t cla_months(sv_day first, sv_day last)
{
    int32_t months = 12 * sv_age_on(first, last);
    while (sv_add_months(first, months + 1) <= last)
        months++;
    return months;
}

static bool is_same_placement(const struct sv_context *ctx, const struct Episodes *a,
                              const struct Episodes *b)
{
    return readable(a->PLACE) && is_code(a->PLACE, b->PLACE.number) &&
           same_text(ctx, a->URN, b->URN) && same_postcode(ctx, a->PL_POST, b->PL_POST);
}

bool cla_begins_placement(const struct sv_context *ctx, const struct Episodes *e,
                          const struct Episodes *before, bool all)
{
    if (!before || is_code(e->RNE, RNE_S))
        return true;
    if (e->prev != before && is_same_placement(ctx, before, e))
        return false;
    return IS_ANY(e->RNE, RNE_P, RNE_B) || (all && IS_ANY(e->RNE, RNE_T, RNE_U));
}

struct cla_carer cla_carer_in(const struct sv_context *ctx, const struct Episodes *last)
{
    struct cla_carer carer = {NULL, NULL};
    const struct Episodes *before = NULL;
    for (const struct Episodes *e = last->care->first; e; e = e == last ? NULL : e->next) {
        if (is_short_break(e) || is_temporary(e))
            continue;
        if (cla_begins_placement(ctx, e, before, false))
            carer = (struct cla_carer){e, carer.first};
        before = e;
    }
    return carer;
}

/* Whether a placement lasted until a day or longer. Without an end it did until the next began. */
static bool lasted_until(const struct Episodes *last, const struct Episodes *next, sv_day day)
{
    if (readable(last->DEC))
        return day_of(last->DEC) >= day;
    return !next || day_of(next->DECOM) >= day;
}

int32_t cla_placements_since(const struct sv_context *ctx, const struct Child *child, sv_day from,
                             bool all)
{
    int32_t count = 0;
    const struct Episodes *before = NULL;
    for (const struct Episodes *e = first_episode(child); e; e = e->next) {
        if (is_short_break(e) || is_temporary(e) || after_day(e->DECOM, ctx->period_end))
            continue;
        if (before && cla_begins_placement(ctx, e, before, all))
            count += lasted_until(before, e, from);
        before = e;
    }
    return count + (before && lasted_until(before, NULL, from));
}

const struct Episodes *cla_placement_at_end(const struct Child *child)
{
    const struct Episodes *last = child->open31;
    for (const struct Episodes *e = last; e; e = e->prev) {
        if (e->care == last->care && !is_temporary(e))
            return e;
    }
    return last;
}

const struct Episodes *cla_episode_on(const struct Child *child, sv_day day)
{
    uint32_t lo = 0;
    for (uint32_t hi = child->order.count; lo < hi;) {
        uint32_t middle = lo + (hi - lo) / 2;
        if (day_of(child->order.rows[middle]->DECOM) <= day)
            lo = middle + 1;
        else
            hi = middle;
    }
    const struct Episodes *e = lo ? child->order.rows[lo - 1] : NULL;
    return e && !is_short_break(e) && runs_past(e, day - 1) ? e : NULL;
}

bool cla_is_uasc_at_end(const struct sv_context *ctx, const struct Child *child)
{
    if (!child->open31 || child->uasc != 1)
        return false;
    FOR_EACH (ctx, UASC, record, child) {
        if (readable(record->DUC) && day_of(record->DUC) <= ctx->period_end)
            return false;
    }
    return true;
}
