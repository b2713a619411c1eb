#include "case_file.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../core/base/calendar.h"
#include "../../core/model/layout.h"

struct reading {
    const char *path;
    int line;
    struct rule_case *current;
    bool open;
    void (*visit)(const struct rule_case *, void *);
    void *context;
};

static bool complain(const struct reading *reading, const char *what)
{
    fprintf(stderr, "%s:%d: %s\n", reading->path, reading->line, what);
    return false;
}

/* A signed number with an optional y behind it; *years tells which. 0 at the end of the braces. */
static long read_offset(const char **text, bool *years)
{
    char *end;
    long offset = strtol(*text, &end, 10);
    *years = end != *text && *end == 'y';
    *text = end + *years;
    return offset;
}

static void write_day(const char **text, const struct case_time *time, char out[16])
{
    sv_day day = time->day;
    while (**text == '+' || **text == '-') {
        bool years;
        long offset = read_offset(text, &years);
        day = years ? sv_add_years(day, (int)offset) : sv_add_days(day, (int)offset);
    }
    calendar_format(day, out);
}

/* What stands for the braces that a text begins with; false: it begins with none that mean
 * anything. Moves behind them. */
static bool expand_braces(const char **text, const struct case_time *time, char out[16])
{
    bool years;
    if (strncmp(*text, "{part}", 6) == 0 || strncmp(*text, "{parts}", 7) == 0) {
        bool all = (*text)[5] == 's';
        snprintf(out, 16, "%zu", all ? time->parts : time->part);
        *text += 5 + all;
    } else if (strncmp(*text, "{C", 2) == 0 && time->day != SV_NONE) {
        *text += 2;
        write_day(text, time, out);
    } else if (strncmp(*text, "{Y", 2) == 0) {
        *text += 2;
        snprintf(out, 16, "%04ld", time->year + read_offset(text, &years));
    } else {
        return false;
    }
    *text += **text == '}';
    return true;
}

void case_expand(const char *text, const struct case_time *time, char *out, size_t size)
{
    size_t used = 0;
    while (*text && used + 16 < size) {
        char room[16];
        if (expand_braces(&text, time, room))
            used += (size_t)snprintf(out + used, size - used, "%s", room);
        else
            out[used++] = *text++;
    }
    out[used] = '\0';
}

static bool begins_part(const struct sv_plugin *plugin, const struct case_row *row)
{
    return plugin->recognition.part && strcmp(row->table, "part") == 0;
}

size_t case_parts(const struct sv_plugin *plugin, const struct rule_case *rule_case)
{
    size_t parts = 1;
    for (size_t r = 0; r < rule_case->row_count; r++)
        parts += begins_part(plugin, &rule_case->rows[r]);
    return parts;
}

struct case_rows case_rows_of(const struct sv_plugin *plugin, const struct rule_case *rule_case,
                              size_t part)
{
    struct case_rows rows = {0, 0};
    for (size_t r = 0, number = 1; r < rule_case->row_count; r++) {
        bool begins = begins_part(plugin, &rule_case->rows[r]);
        number += begins;
        if (number == part && begins)
            rows.first = r;
        if (number <= part)
            rows.end = r + 1;
    }
    return rows;
}

/* Whether a row says what is in the header. */
static bool is_of_header(const struct sv_plugin *plugin, const struct case_row *row,
                         const char *table)
{
    return strcmp(row->table, table) == 0 || begins_part(plugin, row);
}

static bool is_overridden(const struct sv_plugin *plugin, const struct rule_case *rule_case,
                          struct case_rows rows, const char *table, const char *field)
{
    for (size_t r = rows.first; r < rows.end; r++) {
        const struct case_row *row = &rule_case->rows[r];
        for (size_t f = 0; f < row->field_count && is_of_header(plugin, row, table); f++) {
            if (strcmp(row->fields[f].name, field) == 0)
                return true;
        }
    }
    return false;
}

static bool is_of_year(const struct sv_plugin *plugin, const char *table, const char *field,
                       int year)
{
    for (size_t t = 0; t < plugin->table_count; t++) {
        const struct sv_table *described = &plugin->tables[t];
        for (uint16_t f = 0; f < described->field_count && strcmp(described->name, table) == 0;
             f++) {
            if (strcmp(described->fields[f].name, field) == 0)
                return in_years(described->fields[f].first_year, described->fields[f].last_year,
                                year);
        }
    }
    return true; /* told when it is written */
}

void case_header(const struct sv_plugin *plugin, const struct rule_case *rule_case,
                 const struct case_row *usual, const struct case_time *time,
                 struct case_row *header)
{
    struct case_rows rows = case_rows_of(plugin, rule_case, time->part);
    *header = *usual;
    header->field_count = 0;
    for (size_t f = 0; f < usual->field_count; f++) {
        const char *name = usual->fields[f].name;
        if (!is_overridden(plugin, rule_case, rows, usual->table, name) &&
            is_of_year(plugin, usual->table, name, time->year))
            header->fields[header->field_count++] = usual->fields[f];
    }
    for (size_t r = rows.first; r < rows.end; r++) {
        const struct case_row *own = &rule_case->rows[r];
        bool of_header = is_of_header(plugin, own, usual->table);
        for (size_t f = 0; f < own->field_count && of_header; f++) {
            if (header->field_count < CASE_FIELDS_MAX)
                header->fields[header->field_count++] = own->fields[f];
        }
    }
}

bool case_is_without(const struct rule_case *rule_case, const char *table)
{
    char name[80];
    snprintf(name, sizeof(name), " %s ", table);
    return strstr(rule_case->without, name) != NULL;
}

/* A value up to the next space, or in double quotes, in which \n and \t are understood. */
static const char *read_value(const char *text, char *value)
{
    bool quoted = *text == '"';
    size_t used = 0;
    text += quoted;
    while (*text && (quoted ? *text != '"' : !isspace((unsigned char)*text)) &&
           used < CASE_TEXT_MAX - 1) {
        if (quoted && text[0] == '\\' && (text[1] == 'n' || text[1] == 't')) {
            value[used++] = text[1] == 'n' ? '\n' : '\t';
            text += 2;
        } else {
            value[used++] = *text++;
        }
    }
    value[used] = '\0';
    return quoted && *text == '"' ? text + 1 : text;
}

static const char *skip_space(const char *text)
{
    while (isspace((unsigned char)*text))
        text++;
    return text;
}

static const char *read_field(const char *text, struct case_field *field)
{
    field->absent = *text == '-';
    field->stray = *text == '+';
    text += field->absent || field->stray;
    size_t length = strcspn(text, "= \t");
    snprintf(field->name, sizeof(field->name), "%.*s", (int)length, text);
    text += length;
    if (field->absent)
        return text;
    return *text == '=' ? read_value(text + 1, field->value) : NULL;
}

bool case_row_read(const char *text, struct case_row *row)
{
    *row = (struct case_row){.times = 1};
    char *end;
    unsigned long times = strtoul(text, &end, 10);
    if (end != text && *end == 'x') {
        row->times = (unsigned)times;
        text = skip_space(end + 1);
    }
    size_t length = strcspn(text, " \t");
    snprintf(row->table, sizeof(row->table), "%.*s", (int)length, text);
    for (text = skip_space(text + length); *text; text = skip_space(text)) {
        if (row->field_count == CASE_FIELDS_MAX)
            return false;
        text = read_field(text, &row->fields[row->field_count++]);
        if (!text)
            return false;
    }
    return row->table[0] != '\0';
}

static bool finish_case(struct reading *reading)
{
    struct rule_case *current = reading->current;
    if (!reading->open)
        return true;
    reading->open = false;
    if (current->passes + current->skipped + (current->fail_count > 0) != 1)
        return complain(reading, "the case before needs passes, skipped, or fails lines");
    reading->visit(current, reading->context);
    return true;
}

/* Why a rule can have no case that fails, or none that runs at all. */
static bool waive(struct reading *reading)
{
    if (reading->open)
        return complain(reading, "this must stand before the first case");
    memset(reading->current, 0, sizeof(*reading->current));
    reading->current->file = reading->path;
    reading->current->line = reading->line;
    reading->current->waived = true;
    reading->visit(reading->current, reading->context);
    return true;
}

static bool begin_case(struct reading *reading, const char *title)
{
    if (!finish_case(reading))
        return false;
    memset(reading->current, 0, sizeof(*reading->current)); /* too large to be copied */
    reading->current->file = reading->path;
    reading->current->line = reading->line;
    snprintf(reading->current->title, CASE_TEXT_MAX, "%s", skip_space(title));
    reading->open = true;
    return true;
}

static bool read_years(struct reading *reading, const char *text)
{
    struct rule_case *current = reading->current;
    int read = sscanf(text, "%d-%d", &current->first_year, &current->last_year);
    if (read == 1 && !strchr(text, '-'))
        current->last_year = current->first_year;
    return read >= 1 || complain(reading, "years need a form such as 2023-2024 or 2025-");
}

/* Lines that say how the submission is given. */
static bool read_setting(struct rule_case *current, const char *text)
{
    size_t used = strlen(current->without);
    if (strncmp(text, "period ", 7) == 0)
        snprintf(current->period, sizeof(current->period), "%s", skip_space(text + 7));
    else if (strncmp(text, "without ", 8) == 0)
        snprintf(current->without + used, sizeof(current->without) - used, " %s ", text + 8);
    else if (strncmp(text, "authority ", 10) == 0)
        snprintf(current->authority, sizeof(current->authority), "%s", skip_space(text + 10));
    else if (strncmp(text, "today ", 6) == 0)
        snprintf(current->today, sizeof(current->today), "%s", skip_space(text + 6));
    else if (strcmp(text, "form xml") == 0)
        current->only_xml = true;
    else if (strcmp(text, "form csv") == 0)
        current->only_csv = true;
    else
        return false;
    return true;
}

static bool read_line(struct reading *reading, const char *text)
{
    struct rule_case *current = reading->current;
    if (strncmp(text, "case:", 5) == 0)
        return begin_case(reading, text + 5);
    if (*text == '#' || *text == '\0')
        return true;
    if (strncmp(text, "waived:", 7) == 0)
        return waive(reading);
    if (!reading->open)
        return complain(reading, "this stands before the first case");
    if (strncmp(text, "years ", 6) == 0)
        return read_years(reading, text + 6);
    if (read_setting(current, text))
        return true;
    if (strcmp(text, "passes") == 0)
        return current->passes = true;
    if (strcmp(text, "skipped") == 0)
        return current->skipped = true;
    if (strncmp(text, "fails ", 6) == 0) {
        if (current->fail_count == CASE_FAILS_MAX)
            return complain(reading, "too many fails lines");
        snprintf(current->fails[current->fail_count++], sizeof(current->fails[0]), "%s",
                 skip_space(text + 6));
        return true;
    }
    if (current->row_count == CASE_ROWS_MAX ||
        !case_row_read(text, &current->rows[current->row_count++]))
        return complain(reading, "this is no row");
    return true;
}

bool case_file_read(const char *path, void (*visit)(const struct rule_case *, void *context),
                    void *context)
{
    static struct rule_case current;
    struct reading reading = {
        .path = path, .current = &current, .visit = visit, .context = context};
    FILE *file = fopen(path, "r");
    if (!file)
        return complain(&reading, "cannot be opened");
    char line[4096];
    bool fine = true;
    while (fine && fgets(line, sizeof(line), file)) {
        reading.line++;
        size_t length = strlen(line);
        while (length > 0 && isspace((unsigned char)line[length - 1]))
            line[--length] = '\0';
        fine = read_line(&reading, skip_space(line));
    }
    fclose(file);
    return fine && finish_case(&reading);
}
