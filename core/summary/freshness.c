#include "freshness.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "../model/layout.h"

/* Days that are counted one by one: those from 1900 to 2100. */
#define FIRST_DAY sv_day_of(1900, 1, 1)
#define LAST_DAY sv_day_of(2100, 12, 31)

static bool is_date(const struct sv_field *field)
{
    return field->type == SV_DATE || field->type == SV_DAY_MONTH_YEAR ||
           field->type == SV_DATE_TIME || field->type == SV_ZONED_DATE_TIME;
}

/* Whether a code says that nothing is known. */
static bool says_nothing(const struct sv_code *code)
{
    static const char *const words[] = {"unknown",      "not known",        "not recorded",
                                        "not stated",   "not yet obtained", "refused",
                                        "not available"};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (strcasestr(code->label, words[i]))
            return true;
    }
    return false;
}

static bool *unknown_codes(const struct sv_field *field)
{
    bool *unknown = mem_new((field->list ? field->list->count : 0) + 1, sizeof(*unknown));
    for (size_t i = 0; field->list && i < field->list->count; i++)
        unknown[i] = says_nothing(&field->list->codes[i]);
    return unknown;
}

static void note_day(struct field_state *state, const struct check *check, sv_day day,
                     uint32_t *days)
{
    if (day > check->period_end)
        state->after++;
    else if (state->latest == SV_NONE || day > state->latest)
        state->latest = day;
    state->late += day <= check->period_end && day > check->period_end - LATE_DAYS;
    if (day < FIRST_DAY || day > LAST_DAY)
        return;
    uint32_t count = ++days[day - FIRST_DAY];
    if (count > state->common || (count == state->common && day < state->commonest)) {
        state->common = count;
        state->commonest = day;
    }
}

static void look_at(struct field_state *state, const struct check *check, uint32_t *days)
{
    const struct store *store = &check->store;
    const struct sv_field *field = &store->tables[state->table].described->fields[state->field];
    bool *unknown = unknown_codes(field);
    state->is_date = is_date(field);
    state->records = store->tables[state->table].count;
    for (uint32_t i = 0; i < state->records; i++) {
        const struct sv_row *row = store_at(store, state->table, i);
        const struct sv_value *value = store_value(store, row, state->field);
        if (value->number == SV_NONE)
            *(value->text ? &state->unreadable : &state->missing) += 1;
        else if (state->is_date)
            note_day(state, check, value->number, days);
        else if (field->list)
            state->unknown += unknown[value->number];
    }
    free(unknown);
}

static bool is_looked_at(const struct check *check, size_t table, const struct sv_field *field)
{
    const struct store *store = &check->store;
    const struct sv_table *described = store->tables[table].described;
    return store->tables[table].given &&
           !(described->options & (SV_LAST_YEAR | SV_REFERENCE | SV_MADE_OF_KEYS)) &&
           !(field->options & SV_DERIVED) &&
           in_years(field->first_year, field->last_year, check->year->year);
}

static size_t count_fields(const struct sv_plugin *plugin)
{
    size_t count = 0;
    for (size_t t = 0; t < plugin->table_count; t++)
        count += plugin->tables[t].field_count;
    return count;
}

void freshness_make(struct freshness *freshness, const struct check *check)
{
    const struct sv_plugin *plugin = check->plugin->plugin;
    size_t size = (size_t)(LAST_DAY - FIRST_DAY + 1);
    uint32_t *days = mem_new(size, sizeof(*days));
    freshness->fields = mem_new(count_fields(plugin) + 1, sizeof(*freshness->fields));
    freshness->count = 0;
    for (size_t t = 0; t < plugin->table_count; t++) {
        for (uint16_t f = 0; f < plugin->tables[t].field_count; f++) {
            if (!is_looked_at(check, t, &plugin->tables[t].fields[f]))
                continue;
            struct field_state *state = &freshness->fields[freshness->count++];
            *state = (struct field_state){
                .table = (uint16_t)t, .field = f, .latest = SV_NONE, .commonest = SV_NONE};
            look_at(state, check, days);
            if (state->is_date)
                memset(days, 0, size * sizeof(*days));
        }
    }
    free(days);
}

void freshness_free(struct freshness *freshness)
{
    free(freshness->fields);
}

bool is_spike(const struct field_state *state)
{
    return state->common >= SPIKE_LEAST && state->common * 100 >= state->records * SPIKE_PERCENT;
}
