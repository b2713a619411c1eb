#include "prepare.h"

#include <math.h>
#include <stdlib.h>

#include "facts.h"

/* This is the one place where records are written to. */

static int compare_days(sv_day a, sv_day b)
{
    return a < b ? -1 : a > b;
}

/* With missing days last. */
static int compare_ends(sv_day a, sv_day b)
{
    if (a == SV_NONE || b == SV_NONE)
        return (a == SV_NONE) - (b == SV_NONE);
    return compare_days(a, b);
}

/* By start (missing ones first, as SV_NONE is the smallest number), then by end with missing ones
 * last, then as in the file. */
#define DEFINE_COMPARE(name, T, start, end)                                                        \
    static int name(const void *left, const void *right)                                           \
    {                                                                                              \
        const struct T *a = *(const struct T *const *)left;                                        \
        const struct T *b = *(const struct T *const *)right;                                       \
        int order = compare_days(day_of(a->start), day_of(b->start));                              \
        if (!order)                                                                                \
            order = compare_ends(day_of(a->end), day_of(b->end));                                  \
        return order ? order : a->row.number < b->row.number ? -1 : 1;                             \
    }

DEFINE_COMPARE(compare_episodes, Episodes, DECOM, DEC)
DEFINE_COMPARE(compare_decisions, PlacedAdoption, DATE_PLACED, DATE_PLACED_CEASED)
DEFINE_COMPARE(compare_sw_episodes, SWEpisodes, SW_DECOM, SW_DEC)
DEFINE_COMPARE(compare_missing, Missing, MIS_START, MIS_END)
DEFINE_COMPARE(compare_orders, DoLo, DOLO_START, DOLO_END)

/* The records of a table of a child in an order of their own. */
struct wanted {
    uint16_t table;
    size_t start; /* place of the field whose date a record must have; 0: none */
    int (*compare)(const void *, const void *);
};

static bool is_wanted(const struct wanted *wanted, const struct sv_row *row)
{
    const struct sv_value *start = (const struct sv_value *)((const char *)row + wanted->start);
    return wanted->start == 0 || readable(*start);
}

static void *sequence_of(const struct sv_context *ctx, const struct Child *child,
                         struct wanted wanted, uint32_t *count)
{
    const struct sv_row *first = first_below(ctx, child, wanted.table);
    uint32_t all = 0;
    for (const struct sv_row *row = first; row; row = ctx->host->next(ctx, row, &child->row))
        all += is_wanted(&wanted, row);
    *count = 0;
    if (all == 0)
        return NULL;
    const struct sv_row **rows = ctx->host->keep(ctx, all * sizeof(*rows));
    for (const struct sv_row *row = first; row; row = ctx->host->next(ctx, row, &child->row)) {
        if (is_wanted(&wanted, row))
            rows[(*count)++] = row;
    }
    if (all > 1)
        qsort(rows, all, sizeof(*rows), wanted.compare);
    return rows;
}

static void note_sequences(const struct sv_context *ctx, struct Child *child)
{
    struct wanted episodes = {TABLE_Episodes, offsetof(struct Episodes, DECOM), compare_episodes};
    struct wanted last = {TABLE_Episodes_last, offsetof(struct Episodes, DECOM), compare_episodes};
    struct wanted decisions = {TABLE_PlacedAdoption, 0, compare_decisions};
    struct wanted workers = {TABLE_SWEpisodes, offsetof(struct SWEpisodes, SW_DECOM),
                             compare_sw_episodes};
    struct wanted missing = {TABLE_Missing, offsetof(struct Missing, MIS_START), compare_missing};
    struct wanted orders = {TABLE_DoLo, offsetof(struct DoLo, DOLO_START), compare_orders};
    struct wanted orders_last = {TABLE_DoLo_last, offsetof(struct DoLo, DOLO_START),
                                 compare_orders};
    child->order.rows = sequence_of(ctx, child, episodes, &child->order.count);
    child->order_last.rows = sequence_of(ctx, child, last, &child->order_last.count);
    child->decisions.rows = sequence_of(ctx, child, decisions, &child->decisions.count);
    child->sw_order.rows = sequence_of(ctx, child, workers, &child->sw_order.count);
    child->missing_order.rows = sequence_of(ctx, child, missing, &child->missing_order.count);
    child->dolo_order.rows = sequence_of(ctx, child, orders, &child->dolo_order.count);
    child->dolo_order_last.rows =
        sequence_of(ctx, child, orders_last, &child->dolo_order_last.count);
}

/* By start, then end; this year's record first where both are equal. */
static bool stands_before(const struct Episodes *last, const struct Episodes *own)
{
    int order = compare_days(day_of(last->DECOM), day_of(own->DECOM));
    return (order ? order : compare_ends(day_of(last->DEC), day_of(own->DEC))) < 0;
}

/* Both years' episodes as one; one that starts on the day of one of this year is the same one. */
static void note_joint(const struct sv_context *ctx, struct Child *child)
{
    uint32_t own = child->order.count;
    uint32_t last = child->order_last.count;
    if (last == 0) {
        child->joint.rows = child->order.rows;
        child->joint.count = own;
        return;
    }
    const struct Episodes **rows = ctx->host->keep(ctx, ((size_t)own + last) * sizeof(*rows));
    uint32_t count = 0;
    uint32_t taken = 0;  /* of this year's */
    uint32_t passed = 0; /* of this year's: start before the one of last year at hand */
    for (uint32_t i = 0; i < last; i++) {
        const struct Episodes *old = child->order_last.rows[i];
        while (passed < own && day_of(child->order.rows[passed]->DECOM) < day_of(old->DECOM))
            passed++;
        if (passed < own && same_date(child->order.rows[passed]->DECOM, old->DECOM))
            continue;
        while (taken < own && !stands_before(old, child->order.rows[taken]))
            rows[count++] = child->order.rows[taken++];
        rows[count++] = old;
    }
    while (taken < own)
        rows[count++] = child->order.rows[taken++];
    child->joint.rows = rows;
    child->joint.count = count;
}

static bool opens_period(const struct Episodes *e)
{
    return !e->prev || after(e->DECOM, e->prev->DEC);
}

static void note_neighbours(struct Child *child)
{
    for (uint32_t i = 0; i < child->order.count; i++) {
        struct Episodes *e = WRITABLE(Episodes, child->order.rows[i]);
        e->prev = i > 0 ? child->order.rows[i - 1] : NULL;
        e->next = i + 1 < child->order.count ? child->order.rows[i + 1] : NULL;
    }
}

static void note_periods(const struct sv_context *ctx, struct Child *child)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < child->order.count; i++)
        count += opens_period(child->order.rows[i]);
    if (count == 0)
        return;
    struct period *periods = ctx->host->keep(ctx, count * sizeof(*periods));
    uint32_t opened = 0;
    for (uint32_t i = 0; i < child->order.count; i++) {
        const struct Episodes *e = child->order.rows[i];
        if (opens_period(e))
            periods[opened++] = (struct period){.start = day_of(e->DECOM), .first = e};
        periods[opened - 1].last = e;
        periods[opened - 1].end = day_of(e->DEC);
    }
    child->periods = periods;
    child->period_count = count;
}

/* Periods of care as the statistics have them: without short breaks, and a start on the day on
 * which another period ended begins a new one. Open when any of its episodes is. */
static bool opens_care(const struct Episodes *e, const struct period *care)
{
    if (!care)
        return true;
    return care->end != SV_NONE && (after_day(e->DECOM, care->end) ||
                                    (day_of(e->DECOM) == care->end && is_code(e->RNE, RNE_S)));
}

static void note_care(const struct sv_context *ctx, struct Child *child)
{
    struct period *care = NULL;
    for (uint32_t i = 0; i < child->order.count; i++) {
        struct Episodes *e = WRITABLE(Episodes, child->order.rows[i]);
        if (is_short_break(e))
            continue;
        if (opens_care(e, care)) {
            care = ctx->host->keep(ctx, sizeof(*care));
            *care = (struct period){day_of(e->DECOM), day_of(e->DEC), e, e};
        }
        care->last = e;
        if (!readable(e->DEC) || after_day(e->DEC, care->end))
            care->end = day_of(e->DEC);
        e->care = care;
        child->in_care = child->in_care || is_in_year(ctx, e);
    }
}

/* The episode with the child's first start in the period, and the one with its last end of care. */
static void note_starts_and_ends(const struct sv_context *ctx, struct Child *child)
{
    for (uint32_t i = 0; i < child->order.count; i++) {
        const struct Episodes *e = child->order.rows[i];
        if (begins_care(ctx, e) && !child->started)
            child->started = e;
        if (ends_care(ctx, e) && (!child->ceased || !before(e->DEC, child->ceased->DEC)))
            child->ceased = e;
    }
}

/* A short break in the year or open, an exit or an entry ends the twelve months. */
static bool interrupts_year(const struct sv_context *ctx, const struct Episodes *e)
{
    bool ends_in_year = readable(e->DEC) && day_of(e->DEC) >= ctx->period_start;
    if (is_short_break(e) && (ends_in_year || !readable(e->DEC)))
        return true;
    if (ends_in_year && !is_code(e->REC, REC_X1))
        return true;
    return is_code(e->RNE, RNE_S) && after_day(e->DECOM, ctx->period_start);
}

static bool is_all_year(const struct sv_context *ctx, const struct Child *child)
{
    bool any = false;
    FOR_EACH (ctx, Episodes, e, child) {
        if (interrupts_year(ctx, e))
            return false;
        any = any || is_in_year(ctx, e);
    }
    return any;
}

static const struct Episodes *find_open31(const struct sv_context *ctx, const struct Child *child)
{
    for (uint32_t i = child->order.count; i > 0; i--) {
        const struct Episodes *e = child->order.rows[i - 1];
        if (!is_short_break(e) && day_of(e->DECOM) <= ctx->period_end &&
            (!readable(e->DEC) || day_of(e->DEC) > ctx->period_end))
            return e;
    }
    return NULL;
}

/* The flag of XML, or whether there is a row in the UASC file. */
static int8_t uasc_of(const struct sv_context *ctx, const struct Child *child,
                      const struct Header *header, bool is_xml, uint16_t table)
{
    if (is_xml)
        return (int8_t)(header && readable(header->UASC) ? header->UASC.number : -1);
    if (!is_given(ctx, table))
        return -1;
    return first_below(ctx, child, table) != NULL;
}

static void note_uasc(const struct sv_context *ctx, struct Child *child)
{
    child->uasc = uasc_of(ctx, child, child->header, ctx->is_xml, TABLE_UASC);
    child->uasc_last = uasc_of(ctx, child, child->header_last, ctx->last_is_xml, TABLE_UASC_last);
    FOR_EACH (ctx, Header, header, child) {
        if (!ctx->is_xml && child->uasc >= 0)
            WRITABLE(Header, header)->UASC.number = child->uasc == 1;
    }
}

static void note_child(const struct sv_context *ctx, struct Child *child)
{
    child->header = FIRST_OF(ctx, Header, child);
    child->header_last = FIRST_OF_LAST(ctx, Header, child);
    note_sequences(ctx, child);
    note_neighbours(child);
    note_joint(ctx, child);
    note_periods(ctx, child);
    note_care(ctx, child);
    note_starts_and_ends(ctx, child);
    child->all_year = is_all_year(ctx, child);
    child->open31 = find_open31(ctx, child);
    note_uasc(ctx, child);
}

/* Tenths of a mile in a straight line, as the guide has it: a mile is 1,609.3 metres. Ireland has a
 * grid of its own. */
static int32_t distance_between(const struct sv_postcode *home, const struct sv_postcode *place)
{
    bool same_grid = (home->authority[0] == 'N') == (place->authority[0] == 'N');
    if (!home->located || !place->located || !same_grid)
        return SV_NONE;
    double east = (double)home->easting - place->easting;
    double north = (double)home->northing - place->northing;
    return (int32_t)floor(sqrt(east * east + north * north) / 160.93 + 0.5);
}

static struct placement find_placement(const struct sv_context *ctx, const struct Episodes *e)
{
    struct placement placement = {.tenths = SV_NONE};
    struct sv_postcode place;
    struct sv_postcode home;
    placement.known = ctx->host->find_postcode(ctx, text_of(ctx, e->PL_POST), &place);
    placement.home_known = ctx->host->find_postcode(ctx, text_of(ctx, e->HOME_POST), &home);
    if (!placement.known)
        return placement;
    placement.la = authority_of(&place);
    if (placement.la && ctx->authority[0])
        placement.location = strcasecmp(placement.la, ctx->authority) == 0 ? "IN" : "OUT";
    if (placement.home_known)
        placement.tenths = distance_between(&home, &place);
    return placement;
}

/* "12.3"; a file has so many of them that snprintf() would be felt. */
static const char *format_tenths(int32_t tenths, char room[16])
{
    char *at = room + 15;
    *at = '\0';
    *--at = (char)('0' + tenths % 10);
    *--at = '.';
    do {
        tenths /= 10;
        *--at = (char)('0' + tenths % 10);
    } while (tenths >= 10);
    return at;
}

static void note_placement(const struct sv_context *ctx, struct Episodes *e)
{
    char miles[16];
    e->placement = find_placement(ctx, e);
    if (e->placement.la)
        e->PL_LA = ctx->host->keep_text(ctx, e->placement.la);
    if (e->placement.location)
        e->PL_LOCATION = ctx->host->keep_text(ctx, e->placement.location);
    if (e->placement.tenths != SV_NONE)
        e->PL_DISTANCE = ctx->host->keep_text(ctx, format_tenths(e->placement.tenths, miles));
}

static void note_provider(const struct sv_context *ctx, struct Episodes *e)
{
    if (has_real_urn(ctx, e))
        e->provider = (const struct Providers *)ctx->host->look_up(ctx, TABLE_Providers,
                                                                   text_of(ctx, e->URN));
}

static void note_episode(const struct sv_context *ctx, struct Episodes *e)
{
    note_placement(ctx, e);
    note_provider(ctx, e);
}

/* Spreadsheets take URNs for numbers and write 1234567.0. */
static void mend_urn(const struct sv_context *ctx, struct Providers *provider)
{
    char urn[16];
    const char *text = text_of(ctx, provider->URN);
    size_t length = strlen(text);
    if (length < 3 || length >= sizeof(urn) || strcmp(text + length - 2, ".0") != 0)
        return;
    memcpy(urn, text, length - 2);
    urn[length - 2] = '\0';
    provider->URN = ctx->host->keep_text(ctx, urn);
}

void prepare_ssda903(const struct sv_context *ctx)
{
    FOR_EACH (ctx, Providers, provider, NULL)
        mend_urn(ctx, WRITABLE(Providers, provider));
}

/* Episodes whose child is not named. */
static void note_stray_episodes(const struct sv_context *ctx)
{
    FOR_EACH (ctx, Episodes, e, NULL) {
        if (!e->row.parent)
            note_episode(ctx, WRITABLE(Episodes, e));
    }
    FOR_EACH_LAST (ctx, Episodes, e, NULL) {
        if (!e->row.parent)
            note_episode(ctx, WRITABLE(Episodes, e));
    }
}

void prepare_ssda903_child(const struct sv_context *ctx, const struct sv_row *child)
{
    if (!child) {
        note_stray_episodes(ctx);
        return;
    }
    FOR_EACH (ctx, Episodes, e, child)
        note_episode(ctx, WRITABLE(Episodes, e));
    FOR_EACH_LAST (ctx, Episodes, e, child)
        note_episode(ctx, WRITABLE(Episodes, e));
    note_child(ctx, WRITABLE(Child, child));
}
