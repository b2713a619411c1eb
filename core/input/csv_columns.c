#include "csv_columns.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "../model/values.h"
#include "csv_text.h"

/* A heading may be read before the text is cleaned. */
static char *clean_name(struct arena *memory, const char *text, size_t length)
{
    static const char replacement[] = "\xef\xbf\xbd";
    char *name = arena_new(memory, length * 3 + 1);
    size_t used = 0;
    for (size_t at = 0; at < length;) {
        size_t character = text[at] ? csv_text_character(text + at, length - at) : 0;
        size_t more = character ? character : sizeof(replacement) - 1;
        memcpy(name + used, character ? text + at : replacement, more);
        used += more;
        at += character ? character : 1;
    }
    return name;
}

void csv_columns_read(struct csv_columns *columns, const char *bytes, size_t length, char delimiter)
{
    struct csv csv;
    *columns = (struct csv_columns){0};
    csv_begin(&csv, bytes, length, delimiter);
    if (csv_next(&csv)) {
        size_t count = csv.cell_count < CSV_COLUMNS_MAX ? csv.cell_count : CSV_COLUMNS_MAX;
        columns->names = arena_new(&columns->memory, count * sizeof(*columns->names));
        columns->offsets = arena_new(&columns->memory, count * sizeof(*columns->offsets));
        columns->count = count;
    }
    for (size_t i = 0; i < columns->count; i++) {
        const char *text = csv.cells[i].text;
        size_t text_length = trim(&text, csv.cells[i].length);
        columns->names[i] = clean_name(&columns->memory, text, text_length);
        columns->offsets[i] = csv.cells[i].offset;
    }
    csv_end(&csv);
}

void csv_columns_free(struct csv_columns *columns)
{
    arena_free(&columns->memory);
}

static bool is_column(const struct sv_field *field, int year)
{
    return !(field->options & (SV_NOT_IN_CSV | SV_DERIVED)) &&
           in_years(field->first_year, field->last_year, year);
}

/* Whether one of the names that `path` has, with | between them, is `name`. */
static bool is_named(const char *path, const char *name)
{
    size_t length = strlen(name);
    for (; *path; path += strcspn(path, "|"), path += *path == '|') {
        if (strcspn(path, "|") == length && strncasecmp(path, name, length) == 0)
            return true;
    }
    return false;
}

uint16_t csv_column_field(const struct sv_table *table, int year, const char *name)
{
    for (uint16_t f = 0; f < table->field_count; f++) {
        const struct sv_field *field = &table->fields[f];
        if (!is_column(field, year))
            continue;
        if (strcasecmp(field->name, name) == 0 ||
            (table->options & SV_REFERENCE && field->path && *name && is_named(field->path, name)))
            return f;
    }
    return NO_FIELD;
}

static bool has_column(const struct csv_columns *columns, const char *name)
{
    for (size_t i = 0; i < columns->count; i++) {
        if (strcasecmp(columns->names[i], name) == 0)
            return true;
    }
    return false;
}

static size_t count_missing(const struct csv_columns *columns, const struct sv_table *table,
                            int year, size_t *fields)
{
    size_t missing = 0;
    *fields = 0;
    for (uint16_t f = 0; f < table->field_count; f++) {
        if (!is_column(&table->fields[f], year))
            continue;
        ++*fields;
        missing += !has_column(columns, table->fields[f].name);
    }
    return missing;
}

static size_t count_extra(const struct csv_columns *columns, const struct sv_table *table, int year)
{
    size_t extra = 0;
    for (size_t i = 0; i < columns->count; i++)
        extra +=
            columns->names[i][0] && csv_column_field(table, year, columns->names[i]) == NO_FIELD;
    return extra;
}

/* Whether a table may be a file of the return in that year. */
static bool is_file(const struct sv_table *table, int year, bool is_last)
{
    bool of_last = table->options & SV_LAST_YEAR;
    return table->options & SV_IN_CSV && of_last == is_last &&
           in_years(table->first_year, table->last_year, year);
}

/* What a linked table needs are its keys. `all`: how many it has. */
static size_t count_missing_keys(const struct csv_columns *columns, const struct sv_linked *linked,
                                 size_t *all)
{
    *all = 1 + (linked->parent_key != NULL);
    size_t missing = !has_column(columns, linked->key);
    return missing + (linked->parent_key && !has_column(columns, linked->parent_key));
}

/* How well the columns fit one table. */
static struct csv_fit fit_table(const struct csv_columns *columns, const struct sv_plugin *plugin,
                                uint16_t number, int year, size_t *fields)
{
    const struct sv_table *table = &plugin->tables[number];
    struct csv_fit fit = {.table = number};
    if (table->linked) {
        fit.missing = count_missing_keys(columns, table->linked, fields);
        return fit;
    }
    fit.missing = count_missing(columns, table, year, fields);
    fit.extra = count_extra(columns, table, year);
    return fit;
}

struct csv_fit csv_columns_fit(const struct csv_columns *columns, const struct sv_plugin *plugin,
                               int year, bool is_last)
{
    struct csv_fit best = {NO_TABLE, 0, 0};
    size_t most = 0; /* columns that the best table has here */
    for (uint16_t t = 0; t < plugin->table_count; t++) {
        size_t fields;
        if (!is_file(&plugin->tables[t], year, is_last))
            continue;
        struct csv_fit fit = fit_table(columns, plugin, t, year, &fields);
        size_t difference = fit.missing + fit.extra;
        size_t there = fields - fit.missing;
        size_t least = best.missing + best.extra;
        bool nearer = best.table == NO_TABLE || difference < least ||
                      (difference == least && plugin->tables[t].linked && there > most);
        if (there == 0 || !nearer)
            continue;
        best = fit;
        most = there;
    }
    return best;
}

static void append(char *out, size_t size, const char *separator, const char *name)
{
    size_t used = strlen(out);
    snprintf(out + used, size - used, "%s%s", separator, name);
    cut_at_character(out);
}

/* The columns that the table does not have, by name or by number. */
static void describe_extra(const struct csv_columns *columns, const struct sv_table *table,
                           int year, bool hide, char *out, size_t size)
{
    char number[48];
    size_t extra = count_extra(columns, table, year);
    const char *separator = out[0] ? "; with " : "with ";
    snprintf(number, sizeof(number), "%zu other column%s", extra, extra == 1 ? "" : "s");
    if (hide && extra)
        append(out, size, separator, number);
    for (size_t i = 0; i < columns->count && !hide; i++) {
        const char *name = columns->names[i];
        if (!name[0] || csv_column_field(table, year, name) != NO_FIELD)
            continue;
        append(out, size, separator, name);
        separator = ", ";
    }
}

void csv_columns_describe(const struct csv_columns *columns, const struct sv_table *table, int year,
                          bool hide, char *out, size_t size)
{
    const struct sv_linked *linked = table->linked;
    out[0] = '\0';
    if (linked && !has_column(columns, linked->key))
        append(out, size, "without ", linked->key);
    if (linked && linked->parent_key && !has_column(columns, linked->parent_key))
        append(out, size, out[0] ? ", " : "without ", linked->parent_key);
    for (uint16_t f = 0; f < table->field_count && !linked; f++) {
        const struct sv_field *field = &table->fields[f];
        if (is_column(field, year) && !has_column(columns, field->name))
            append(out, size, out[0] ? ", " : "without ", field->name);
    }
    if (!linked)
        describe_extra(columns, table, year, hide, out, size);
}
