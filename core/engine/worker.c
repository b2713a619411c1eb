#include "worker.h"

#include <stdlib.h>
#include <string.h>

#include "../base/calendar.h"
#include "../base/fault.h"
#include "../base/upn.h"
#include "../reference/tables.h"

/* No pattern of a rule needs a fraction of this; a runaway one is stopped. */
#define MATCH_LIMIT 100000

static const char *host_text(const struct sv_context *ctx, struct sv_value value)
{
    return texts_get(&worker_of(ctx)->store->texts, value.text);
}

static const struct sv_row *host_first(const struct sv_context *ctx, const struct sv_row *under,
                                       uint16_t table)
{
    const struct store *store = worker_of(ctx)->store;
    struct range range = store_below(store, under, table);
    return range.lo < range.hi ? store_at(store, table, range.lo) : NULL;
}

static const struct sv_row *host_next(const struct sv_context *ctx, const struct sv_row *row,
                                      const struct sv_row *under)
{
    const struct store *store = worker_of(ctx)->store;
    uint32_t place = store_place(store, row) + 1;
    if (place >= store->tables[row->table].count)
        return NULL;
    const struct sv_row *next = store_at(store, row->table, place);
    bool below = !under || next->parent == under || row_ancestor(next, under->table) == under;
    return below ? next : NULL;
}

static int host_code_number(const struct sv_context *ctx, const struct sv_code_list *list,
                            const char *text, size_t length)
{
    const struct codes *codes = layout_codes(worker_of(ctx)->store->layout, list);
    return codes ? codes_find(codes, text, length) : -1;
}

static bool host_matches(const struct sv_context *ctx, const char *text)
{
    struct worker *worker = worker_of(ctx);
    if (!worker->rule->pattern)
        return false;
    int result = pcre2_match(worker->rule->pattern, (PCRE2_SPTR)text, PCRE2_ZERO_TERMINATED, 0, 0,
                             worker->match, worker->match_limits);
    return result >= 0;
}

/* Rules ask for the same few days again and again, counted from the ends of the period. */
static sv_day host_working_day_before(const struct sv_context *ctx, sv_day day, int n)
{
    struct worker *worker = worker_of(ctx);
    size_t slot = ((size_t)(uint32_t)day + (size_t)(uint32_t)n) % WORKING_DAY_MEMORY;
    if (worker->working_days[slot].day != day || worker->working_days[slot].n != n) {
        worker->working_days[slot].day = day;
        worker->working_days[slot].n = n;
        worker->working_days[slot].result = calendar_working_day_before(day, n);
    }
    return worker->working_days[slot].result;
}

/* Measures ask for the same span one after the other. */
static int32_t host_working_days(const struct sv_context *ctx, sv_day first, sv_day last)
{
    struct worker *worker = worker_of(ctx);
    if (worker->last_span.first != first || worker->last_span.last != last) {
        worker->last_span.first = first;
        worker->last_span.last = last;
        worker->last_span.days = calendar_working_days(first, last);
    }
    return worker->last_span.days;
}

static bool host_is_given(const struct sv_context *ctx, uint16_t table)
{
    return worker_of(ctx)->store->tables[table].given;
}

static const struct sv_row *host_look_up(const struct sv_context *ctx, uint16_t table,
                                         const char *key)
{
    return reference_find(worker_of(ctx)->store, table, key);
}

static const struct sv_row *host_next_alike(const struct sv_context *ctx, const struct sv_row *row)
{
    return reference_next(worker_of(ctx)->store, row);
}

static bool host_has_postcodes(const struct sv_context *ctx)
{
    return worker_of(ctx)->postcodes != NULL;
}

static bool host_find_postcode(const struct sv_context *ctx, const char *text,
                               struct sv_postcode *found)
{
    const struct postcodes *postcodes = worker_of(ctx)->postcodes;
    struct postcode postcode;
    if (!postcodes || !postcodes_find(postcodes, text, &postcode))
        return false;
    *found = (struct sv_postcode){.easting = postcode.easting,
                                  .northing = postcode.northing,
                                  .located = postcode.located,
                                  .authority = postcode.authority};
    return true;
}

static void *host_keep(const struct sv_context *ctx, size_t size)
{
    return arena_new(&worker_of(ctx)->kept, size);
}

static struct sv_value host_keep_text(const struct sv_context *ctx, const char *text)
{
    return (struct sv_value){.text = texts_add(&worker_of(ctx)->texts, text, strlen(text))};
}

static bool host_found(const struct sv_context *ctx)
{
    struct worker *worker = worker_of(ctx);
    worker->mute = worker->unit && worker->unit_findings >= UNIT_FINDINGS_MAX;
    worker->cut = worker->cut || worker->mute;
    worker->unit_findings++;
    worker->places = 0;
    if (!worker->mute)
        findings_begin(worker->findings);
    return !worker->mute;
}

static void host_detail(const struct sv_context *ctx, const char *text)
{
    struct worker *worker = worker_of(ctx);
    if (!worker->mute && worker->unit_findings > 0) /* found() comes first */
        findings_detail(worker->findings, text);
}

static bool host_point(const struct sv_context *ctx, const struct sv_row *row, uint64_t fields)
{
    struct worker *worker = worker_of(ctx);
    if (worker->mute || worker->unit_findings == 0) /* found() comes first */
        return false;
    if (worker->places == FINDING_PLACES_MAX) {
        worker->cut = true;
        return false;
    }
    worker->places++;
    findings_point(worker->findings, (struct location){.row = row, .fields = fields});
    return true;
}

static bool host_has_day(const struct sv_context *ctx, const struct sv_row *under,
                         struct sv_at field,
                         bool (*except)(const struct sv_context *, const struct sv_row *),
                         sv_day day)
{
    const struct day_index *index =
        days_find(worker_of(ctx), &worker_of(ctx)->asked_days, under, field, except);
    size_t place = days_from(index, day);
    return day != SV_NONE && place < index->count && index->days[place].day == day;
}

const struct sv_host host_functions = {
    .text = host_text,
    .first = host_first,
    .next = host_next,
    .code_number = host_code_number,
    .matches = host_matches,
    .working_day_before = host_working_day_before,
    .upn_check_letter = upn_check_letter,
    .repeats = repeats_find,
    .first_equal = repeats_first,
    .next_equal = repeats_next,
    .has_day = host_has_day,
    .is_given = host_is_given,
    .look_up = host_look_up,
    .next_alike = host_next_alike,
    .has_postcodes = host_has_postcodes,
    .find_postcode = host_find_postcode,
    .keep = host_keep,
    .keep_text = host_keep_text,
    .found = host_found,
    .detail = host_detail,
    .point = host_point,
    .working_days = host_working_days,
};

void worker_open(struct worker *worker, const struct engine_request *request)
{
    *worker = (struct worker){.context = request->context,
                              .store = request->store,
                              .postcodes = request->postcodes,
                              .texts = texts_beside(&request->store->texts)};
    worker->context.host = &host_functions;
    worker->gathered =
        mem_new(request->store->layout->plugin->table_count, sizeof(*worker->gathered));
    worker->match = pcre2_match_data_create(1, NULL);
    worker->match_limits = pcre2_match_context_create(NULL);
    if (worker->match_limits)
        pcre2_set_match_limit(worker->match_limits, MATCH_LIMIT);
    for (size_t i = 0; i < WORKING_DAY_MEMORY; i++)
        worker->working_days[i].day = SV_NONE;
}

void worker_close(struct worker *worker)
{
    for (size_t t = 0; t < worker->store->layout->plugin->table_count; t++)
        free(worker->gathered[t].rows);
    free(worker->gathered);
    arena_free(&worker->kept);
    pcre2_match_data_free(worker->match);
    pcre2_match_context_free(worker->match_limits);
    arena_free(&worker->scratch);
    arena_free(&worker->pair_days.memory);
    arena_free(&worker->asked_days.memory);
}

/* The fields of `rule` that lie in `table`, from entry `from` on. */
static uint64_t fields_in(const struct sv_rule *rule, uint16_t table, size_t from)
{
    uint64_t fields = 0;
    for (size_t i = from; i < rule->field_count; i++) {
        if (rule->fields[i].table == table)
            fields |= UINT64_C(1) << rule->fields[i].field;
    }
    return fields;
}

/* Whether an earlier entry has named this table already. */
static bool named_before(const struct sv_rule *rule, size_t i)
{
    for (size_t earlier = 0; earlier < i; earlier++) {
        if (rule->fields[earlier].table == rule->fields[i].table)
            return true;
    }
    return false;
}

/* The record of a table that the finding on `row` points at besides: the one it stands in, or else
 * the first one that stands in the nearest record that both stand in; NULL: none. */
static const struct sv_row *record_besides(const struct worker *worker, const struct sv_row *row,
                                           uint16_t table)
{
    const struct sv_row *above = row->parent;
    while (above && !store_is_below(worker->store, table, above->table))
        above = above->parent;
    return above ? host_first(&worker->context, above, table) : NULL;
}

/* Records of a pair come first, in their order; then one of each further table. */
void worker_report(struct worker *worker, const struct sv_row *row, const struct sv_row *other)
{
    const struct sv_rule *rule = worker->rule->rule;
    const struct sv_context *ctx = &worker->context;
    bool same_table = other && other->table == row->table;
    host_found(ctx);
    host_point(ctx, row,
               same_table ? UINT64_C(1) << rule->fields[0].field : fields_in(rule, row->table, 0));
    if (other)
        host_point(ctx, other, fields_in(rule, other->table, same_table ? 1 : 0));
    for (size_t i = 0; i < rule->field_count; i++) {
        uint16_t table = rule->fields[i].table;
        const struct sv_row *above = record_besides(worker, row, table);
        if (above && table != row->table && (!other || table != other->table) &&
            !named_before(rule, i))
            host_point(ctx, above, fields_in(rule, table, 0));
    }
}

static void begin_unit(struct worker *worker, const struct sv_row *unit)
{
    worker->unit = unit;
    worker->unit_findings = 0;
    worker->mute = false;
    fault_watch(worker->rule->rule, unit);
}

void worker_end_unit(struct worker *worker)
{
    if (worker->scratch.newest) /* for most it is not */
        arena_reset(&worker->scratch);
}

/* The records that the rule runs on. The rules of a table run one after the other on the same. */
static const struct gathered *gather(const struct worker *worker, struct range range)
{
    uint16_t number = worker->rule->rule->table;
    const struct table *table = &worker->store->tables[number];
    struct gathered *gathered = &worker->gathered[number];
    uint32_t count = range.hi - range.lo;
    if (gathered->range.lo == range.lo && gathered->range.hi == range.hi)
        return gathered;
    gathered->range = range;
    if (count > gathered->room) {
        gathered->rows = mem_resize(gathered->rows, count * sizeof(*gathered->rows));
        gathered->room = count;
    }
    for (uint32_t i = 0; i < count; i++)
        gathered->rows[i] = table_at(table, range.lo + i);
    return gathered;
}

/* Most rules are of this kind, and most records pass: the loop does as little as it can. */
static void run_row_rule(struct worker *worker, const struct sv_row *const *rows, uint32_t count)
{
    const struct sv_rule *rule = worker->rule->rule;
    bool (*const test)(const struct sv_context *, const struct sv_row *) = rule->test.row;
    for (uint32_t i = 0; i < count; i++) {
        fault_watch(rule, rows[i]);
        if (!test(&worker->context, rows[i]))
            continue;
        begin_unit(worker, rows[i]);
        worker_report(worker, rows[i], NULL);
    }
}

static void run_on_units(struct worker *worker, const struct sv_row *const *units, uint32_t count,
                         void (*run)(const struct sv_context *ctx, const struct sv_row *unit))
{
    for (uint32_t i = 0; i < count; i++) {
        begin_unit(worker, units[i]);
        run(&worker->context, units[i]);
        worker_end_unit(worker);
    }
}

void worker_run(struct worker *worker, struct range rows)
{
    const struct sv_rule *rule = worker->rule->rule;
    const struct gathered *gathered = gather(worker, rows);
    uint32_t count = rows.hi - rows.lo;
    if (rule->kind == SV_ROW_RULE)
        run_row_rule(worker, gathered->rows, count);
    else
        run_on_units(worker, gathered->rows, count,
                     rule->kind == SV_PAIR_RULE ? pairs_run : rule->test.finding);
}

void worker_run_form(struct worker *worker)
{
    const struct notes *notes = &worker->store->notes;
    for (size_t i = 0; i < notes->count; i++) {
        const struct note *note = &notes->list[i];
        if (!(note->fault & worker->rule->rule->forms))
            continue;
        findings_begin(worker->findings);
        if (note->row && note->field == NO_FIELD)
            findings_point(worker->findings, (struct location){.row = note->row, .note = note});
        else if (note->row)
            findings_point(
                worker->findings,
                (struct location){.row = note->row, .fields = UINT64_C(1) << note->field});
    }
}

void worker_run_return(struct worker *worker)
{
    begin_unit(worker, NULL);
    worker->rule->rule->test.whole(&worker->context);
    worker_end_unit(worker);
}
