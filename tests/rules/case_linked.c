#include "case_linked.h"

#include <ctype.h>
#include <string.h>

#include "../../core/base/calendar.h"
#include "../../core/model/layout.h"

#define TABLES_MAX 64
#define STRAYS_MAX 16

/* The records so far, of all tables: a table is written by going through all of them. */
struct writing {
    const struct sv_plugin *plugin;
    const struct rule_case *rule_case;
    const struct case_time *time;
    uint16_t table; /* that is written */
    FILE *out;
    unsigned counts[TABLES_MAX]; /* records so far: the newest has this key */
    bool open[TABLES_MAX];       /* the newest record can have further ones below it */
    const char *strays[STRAYS_MAX];
    size_t stray_count;
};

static int table_named(const struct sv_plugin *plugin, const char *name)
{
    for (size_t t = 0; t < plugin->table_count; t++) {
        if (strcmp(plugin->tables[t].name, name) == 0)
            return (int)t;
    }
    return -1;
}

static const struct case_field *field_named(const struct case_row *row, const char *name,
                                            bool stray)
{
    for (size_t f = 0; row && f < row->field_count; f++) {
        if (strcmp(row->fields[f].name, name) == 0 && row->fields[f].stray == stray)
            return &row->fields[f];
    }
    return NULL;
}

static bool is_column(const struct sv_field *field, int year)
{
    return !(field->options & SV_DERIVED) && in_years(field->first_year, field->last_year, year);
}

static void put_cell(const char *text, FILE *out)
{
    bool quoted = strpbrk(text, ",\n") != NULL;
    fprintf(out, quoted ? ",\"%s\"" : ",%s", text);
}

/* As the portal writes it; what is no date stays as it is. */
static void put_date(const char *text, bool with_time, FILE *out)
{
    static const char *const months[] = {"Jan", "Feb", "MAR", "Apr", "May", "jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    size_t length = with_time ? strlen("CCYY-MM-DDThh:mm:ss") : strlen("CCYY-MM-DD");
    sv_day day = with_time ? calendar_parse_date_time(text, strlen(text))
                           : calendar_parse(text, strlen(text));
    if (day == SV_NONE || strlen(text) != length)
        put_cell(text, out);
    else
        fprintf(out, ",%.4s-%s-%.2s %s", text, months[sv_date_of(day).month - 1], text + 8,
                with_time ? text + strlen("CCYY-MM-DDT") : "00:00:00");
}

static bool is_yes_or_no(const struct sv_field *field)
{
    return field->type == SV_CODE && field->list->count == 2 && field->list->codes[0].code[0] < 'A';
}

static void put_field(const struct writing *writing, const struct sv_field *described,
                      const struct case_field *field)
{
    char text[CASE_TEXT_MAX] = "";
    if (field && !field->absent)
        case_expand(field->value, writing->time, text, sizeof(text));
    if (described->type == SV_DATE || described->type == SV_DATE_TIME)
        put_date(text, described->type == SV_DATE_TIME, writing->out);
    else if (is_yes_or_no(described) && strcmp(text, "1") == 0 &&
             strcmp(described->list->codes[0].label, "Yes") == 0)
        put_cell("True", writing->out);
    else if (is_yes_or_no(described) && strcmp(text, "0") == 0)
        put_cell("false", writing->out);
    else
        put_cell(text, writing->out);
}

/* Which columns are not of the return: those that a row of the table names so. */
static void find_strays(struct writing *writing)
{
    const char *name = writing->plugin->tables[writing->table].name;
    for (size_t r = 0; r < writing->rule_case->row_count; r++) {
        const struct case_row *row = &writing->rule_case->rows[r];
        for (size_t f = 0; f < row->field_count && strcmp(row->table, name) == 0; f++) {
            bool known = !row->fields[f].stray || writing->stray_count == STRAYS_MAX;
            for (size_t s = 0; s < writing->stray_count && !known; s++)
                known = strcmp(writing->strays[s], row->fields[f].name) == 0;
            if (!known)
                writing->strays[writing->stray_count++] = row->fields[f].name;
        }
    }
}

static void put_heading(const struct writing *writing)
{
    const struct sv_table *table = &writing->plugin->tables[writing->table];
    const struct sv_linked *linked = table->linked;
    fputs(linked->key, writing->out);
    for (const char *const *other = linked->others; other && *other; other++)
        put_cell(*other, writing->out);
    if (linked->parent_key)
        put_cell(linked->parent_key, writing->out);
    for (uint16_t f = 0; f < table->field_count; f++) {
        char name[64] = "";
        for (size_t i = 0; i < sizeof(name) - 1 && table->fields[f].name[i]; i++)
            name[i] = (char)tolower((unsigned char)table->fields[f].name[i]);
        if (is_column(&table->fields[f], writing->time->year))
            put_cell(name, writing->out);
    }
    for (size_t s = 0; s < writing->stray_count; s++)
        put_cell(writing->strays[s], writing->out);
    fputs("\r\n", writing->out);
}

static void put_record(const struct writing *writing, const struct case_row *row)
{
    const struct sv_table *table = &writing->plugin->tables[writing->table];
    const struct sv_linked *linked = table->linked;
    fprintf(writing->out, "%u", writing->counts[writing->table]);
    for (const char *const *other = linked->others; other && *other; other++)
        put_cell("1", writing->out);
    if (linked->parent_key)
        fprintf(writing->out, ",%u", writing->counts[linked->parent]);
    for (uint16_t f = 0; f < table->field_count; f++) {
        if (is_column(&table->fields[f], writing->time->year))
            put_field(writing, &table->fields[f], field_named(row, table->fields[f].name, false));
    }
    for (size_t s = 0; s < writing->stray_count; s++) {
        const struct case_field *field = field_named(row, writing->strays[s], true);
        put_cell(field ? field->value : "", writing->out);
    }
    fputs("\r\n", writing->out);
}

static void close_below(struct writing *writing, uint16_t above)
{
    for (uint16_t t = (uint16_t)(above + 1); t < writing->plugin->table_count; t++) {
        uint16_t parent = writing->plugin->tables[t].parent;
        if (parent != above)
            continue;
        writing->open[t] = false;
        close_below(writing, t);
    }
}

/* Adds a record; `row` NULL: one that the case leaves to be added. */
static void add_record(struct writing *writing, uint16_t table, const struct case_row *row)
{
    uint16_t parent = writing->plugin->tables[table].parent;
    if (parent != SV_NO_PARENT && !writing->open[parent])
        add_record(writing, parent, NULL);
    close_below(writing, table);
    writing->open[table] = true;
    writing->counts[table]++;
    if (table == writing->table)
        put_record(writing, row);
}

static bool fields_fit(const struct writing *writing, const struct case_row *row, int table)
{
    for (size_t f = 0; table >= 0 && f < row->field_count; f++) {
        const struct sv_table *described = &writing->plugin->tables[table];
        bool fits = row->fields[f].stray;
        for (uint16_t i = 0; i < described->field_count && !fits; i++)
            fits = strcmp(described->fields[i].name, row->fields[f].name) == 0;
        if (!fits)
            table = -1;
    }
    if (table < 0)
        fprintf(stderr, "%s:%d: there is no such table or field: %s\n", writing->rule_case->file,
                writing->rule_case->line, row->table);
    return table >= 0;
}

static bool is_reference(const struct sv_plugin *plugin, const char *kind)
{
    for (size_t t = 0; t < plugin->table_count; t++) {
        if (plugin->tables[t].kind && strcmp(plugin->tables[t].kind, kind) == 0)
            return true;
    }
    return false;
}

bool case_write_linked(const struct sv_plugin *plugin, uint16_t table,
                       const struct rule_case *rule_case, const struct case_row *header,
                       const struct case_time *time, FILE *out)
{
    struct writing writing = {
        .plugin = plugin, .rule_case = rule_case, .time = time, .table = table, .out = out};
    struct case_row first;
    case_header(plugin, rule_case, header, time, &first);
    find_strays(&writing);
    put_heading(&writing);
    add_record(&writing, (uint16_t)table_named(plugin, header->table), &first);
    for (size_t r = 0; r < rule_case->row_count; r++) {
        const struct case_row *row = &rule_case->rows[r];
        int number = table_named(plugin, row->table);
        if (strcmp(row->table, header->table) == 0 || is_reference(plugin, row->table))
            continue;
        if (!fields_fit(&writing, row, number))
            return false;
        for (unsigned n = 0; n < row->times; n++)
            add_record(&writing, (uint16_t)number, row);
    }
    return true;
}
