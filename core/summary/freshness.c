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
    static const char *const words[] = {"unknown",    "not known",        "not recorded",
                                        "not stated", "not yet obtained", "not available"};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (strcasestr(code->label, words[i]))
            return true;
    }
    return strcasecmp(code->label, "refused") == 0;
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

/* What is needed to look at the values of one field. */
struct look {
    struct field_state *state;
    const struct sv_field *field;
    bool *unknown;  /* by code: it says that nothing is known */
    uint32_t *days; /* of a date: records by day */
};

static void look_at(const struct look *look, const struct check *check,
                    const struct sv_value *value)
{
    struct field_state *state = look->state;
    if (value->number == SV_NONE)
        *(value->text ? &state->unreadable : &state->missing) += 1;
    else if (look->days)
        note_day(state, check, value->number, look->days);
    else if (look->field->list)
        state->unknown += look->unknown[value->number];
}

static struct look look_of(struct field_state *state, const struct sv_field *field)
{
    struct look look = {.state = state, .field = field, .unknown = unknown_codes(field)};
    state->is_date = is_date(field);
    if (state->is_date)
        look.days = mem_new((size_t)(LAST_DAY - FIRST_DAY + 1), sizeof(*look.days));
    return look;
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

/* Record by record: all values of one lie together. */
static void look_at_table(struct freshness *freshness, const struct check *check, uint16_t table)
{
    const struct store *store = &check->store;
    const struct sv_table *described = store->tables[table].described;
    struct look looks[64];
    size_t count = 0;
    for (uint16_t f = 0; f < described->field_count; f++) {
        if (!is_looked_at(check, table, &described->fields[f]))
            continue;
        struct field_state *state = &freshness->fields[freshness->count++];
        *state = (struct field_state){.table = table,
                                      .field = f,
                                      .records = store->tables[table].count,
                                      .latest = SV_NONE,
                                      .commonest = SV_NONE};
        looks[count++] = look_of(state, &described->fields[f]);
    }
    for (uint32_t i = 0; count && i < store->tables[table].count; i++) {
        const struct sv_row *row = store_at(store, table, i);
        for (size_t l = 0; l < count; l++)
            look_at(&looks[l], check, store_value(store, row, looks[l].state->field));
    }
    for (size_t l = 0; l < count; l++) {
        free(looks[l].unknown);
        free(looks[l].days);
    }
}

void freshness_make(struct freshness *freshness, const struct check *check)
{
    const struct sv_plugin *plugin = check->plugin->plugin;
    freshness->fields = mem_new(count_fields(plugin) + 1, sizeof(*freshness->fields));
    freshness->count = 0;
    for (size_t t = 0; t < plugin->table_count; t++)
        look_at_table(freshness, check, (uint16_t)t);
}

void freshness_free(struct freshness *freshness)
{
    free(freshness->fields);
}

bool is_spike(const struct field_state *state)
{
    return state->common >= SPIKE_LEAST && state->common * 100 >= state->records * SPIKE_PERCENT;
}
