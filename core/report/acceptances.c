#include "acceptances.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "../base/calendar.h"
#include "../input/csv.h"
#include "../input/csv_text.h"
#include "../input/source.h"
#include "../model/values.h"

#define SIZE_LIMIT ((uint64_t)64 * 1000 * 1000)

struct acceptances {
    const char *path;
    sv_day today;
    struct acceptance *lines;
    size_t count;
    size_t capacity;
    struct acceptance **sorted; /* by rule and subject, then by line */
    struct arena texts;
};

enum column { RULE, SUBJECT, TABLE, KEY, ID, REASON, BY, ON, LIMIT, EXPIRES, COLUMN_COUNT };

static const char *const column_names[COLUMN_COUNT] = {
    "rule", "subject", "table", "key", "id", "reason", "by", "on", "limit", "expires"};

struct reading {
    struct acceptances *acceptances;
    struct csv csv;
    size_t places[COLUMN_COUNT]; /* of each column + 1; 0: the file does not have it */
    struct error *error;
};

static bool refuse(const struct reading *reading, const char *what)
{
    return error_set(reading->error, STATUS_USAGE, "%s: line %u: %s", reading->acceptances->path,
                     reading->csv.sheet_row, what);
}

/* Which column a heading names; COLUMN_COUNT: none. */
static enum column column_of(const struct csv_cell *cell)
{
    const char *text = cell->text;
    size_t length = trim(&text, cell->length);
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        if (strlen(column_names[i]) == length && strncasecmp(column_names[i], text, length) == 0)
            return (enum column)i;
    }
    return COLUMN_COUNT;
}

static bool read_heading(struct reading *reading)
{
    if (!csv_next(&reading->csv))
        return refuse(reading,
                      "the file is empty. Its first line names the columns, at least rule, "
                      "subject and reason.");
    for (size_t i = 0; i < reading->csv.cell_count; i++) {
        enum column column = column_of(&reading->csv.cells[i]);
        if (column != COLUMN_COUNT && !reading->places[column])
            reading->places[column] = i + 1;
    }
    return (reading->places[RULE] && reading->places[SUBJECT] && reading->places[REASON]) ||
           refuse(reading, "the columns rule, subject and reason are needed.");
}

/* The apostrophe that csv_cell() puts before what a spreadsheet would take for a formula. */
static bool is_guarded(const char *text, size_t length)
{
    return length > 1 && text[0] == '\'' && strchr("=+-@", text[1]);
}

/* The trimmed text of a cell. */
static const char *cell_of(struct reading *reading, enum column column)
{
    size_t place = reading->places[column];
    if (place == 0 || place > reading->csv.cell_count)
        return "";
    const struct csv_cell *cell = &reading->csv.cells[place - 1];
    const char *text = cell->text;
    size_t length = trim(&text, cell->length);
    if (is_guarded(text, length)) {
        text++;
        length--;
    }
    char *copy = arena_new(&reading->acceptances->texts, length + 1);
    memcpy(copy, text, length);
    return copy;
}

/* CCYY-MM-DD, or DD/MM/CCYY as spreadsheets make of it. */
static bool read_date(struct reading *reading, enum column column, sv_day *day)
{
    const char *text = cell_of(reading, column);
    *day = calendar_parse(text, strlen(text));
    if (*day == SV_NONE)
        *day = calendar_parse_dmy(text, strlen(text));
    return *day != SV_NONE || !text[0] ||
           refuse(reading, column == ON ? "\"on\" is not a date (CCYY-MM-DD or DD/MM/CCYY)."
                                        : "\"expires\" is not a date (CCYY-MM-DD or DD/MM/CCYY).");
}

static bool read_limit(struct reading *reading, size_t *limit)
{
    const char *text = cell_of(reading, LIMIT);
    char *end;
    *limit = text[0] ? strtoul(text, &end, 10) : 0;
    return !text[0] || (*limit > 0 && !*end && text[0] != '-') ||
           refuse(reading, "\"limit\" is not a whole number above 0.");
}

static bool read_line(struct reading *reading)
{
    struct acceptances *all = reading->acceptances;
    struct acceptance line = {.rule = cell_of(reading, RULE),
                              .subject = cell_of(reading, SUBJECT),
                              .table = cell_of(reading, TABLE),
                              .key = cell_of(reading, KEY),
                              .id = cell_of(reading, ID),
                              .reason = cell_of(reading, REASON),
                              .by = cell_of(reading, BY),
                              .line = reading->csv.sheet_row};
    if (line.rule[0] == '#' || (!line.rule[0] && !line.subject[0] && !line.reason[0]))
        return true; /* a remark, or nothing */
    if (!line.rule[0])
        return refuse(reading, "there is no rule.");
    if (strcmp(line.rule, "FILE") == 0)
        return refuse(reading, "what is wrong with a file cannot be accepted; mend the file.");
    if (!line.reason[0])
        return refuse(reading, "there is no reason. It is what goes into the portal's note.");
    if (!read_date(reading, ON, &line.on) || !read_date(reading, EXPIRES, &line.expires) ||
        !read_limit(reading, &line.limit))
        return false;
    struct acceptance *place =
        mem_grow((void **)&all->lines, &all->capacity, all->count, sizeof(*place));
    *place = line;
    all->count++;
    return true;
}

static int compare_keys(const char *rule, const char *subject, const struct acceptance *line)
{
    int rules = strcmp(rule, line->rule);
    return rules ? rules : strcmp(subject, line->subject);
}

static int compare_lines(const void *left, const void *right)
{
    const struct acceptance *a = *(struct acceptance *const *)left;
    const struct acceptance *b = *(struct acceptance *const *)right;
    int keys = compare_keys(a->rule, a->subject, b);
    return keys ? keys : (a->line > b->line) - (a->line < b->line);
}

static void sort_lines(struct acceptances *all)
{
    all->sorted = mem_new(all->count + 1, sizeof(struct acceptance *));
    for (size_t i = 0; i < all->count; i++)
        all->sorted[i] = &all->lines[i];
    qsort(all->sorted, all->count, sizeof(struct acceptance *), compare_lines);
}

static bool read_text(struct acceptances *all, const struct csv_text *text, struct error *error)
{
    struct reading reading = {.acceptances = all, .error = error};
    csv_begin(&reading.csv, text->bytes, text->length, csv_delimiter(text->bytes, text->length));
    bool fine = read_heading(&reading);
    while (fine && csv_next(&reading.csv))
        fine = read_line(&reading);
    csv_end(&reading.csv);
    return fine;
}

static bool read_file(struct acceptances *all, struct error *error)
{
    struct source source;
    struct csv_text text = {0};
    char *bytes = NULL;
    size_t length = 0;
    if (!source_open(&source, all->path, SIZE_LIMIT, error))
        return false;
    bool fine = source.form == SOURCE_TEXT ||
                error_set(error, STATUS_INPUT, "%s: acceptances are a CSV file.", all->path);
    fine = fine && source_read_all(&source, &bytes, &length, error);
    if (fine)
        fine = csv_text_clean(&text, bytes, length, NULL, NULL) && read_text(all, &text, error);
    else
        free(bytes);
    free(text.memory);
    lines_free(&source.lines);
    source_close(&source);
    return fine;
}

struct acceptances *acceptances_read(const char *path, sv_day today, struct error *error)
{
    struct acceptances *all = mem_new(1, sizeof(*all));
    *all = (struct acceptances){.path = path, .today = today};
    if (!read_file(all, error)) {
        error->status = STATUS_USAGE;
        acceptances_free(all);
        return NULL;
    }
    sort_lines(all);
    return all;
}

void acceptances_free(struct acceptances *acceptances)
{
    if (!acceptances)
        return;
    free(acceptances->lines);
    free(acceptances->sorted);
    arena_free(&acceptances->texts);
    free(acceptances);
}

const char *acceptances_path(const struct acceptances *acceptances)
{
    return acceptances->path;
}

const struct acceptance *acceptances_lines(const struct acceptances *acceptances, size_t *count)
{
    *count = acceptances->count;
    return acceptances->lines;
}

bool acceptance_is_expired(const struct acceptances *acceptances,
                           const struct acceptance *acceptance)
{
    return acceptance->expires != SV_NONE && acceptance->expires < acceptances->today;
}

void acceptances_restart(struct acceptances *acceptances)
{
    for (size_t i = 0; i < acceptances->count; i++)
        acceptances->lines[i].used = 0;
}

/* The place of the first line of a rule and subject, or of the one that would come behind it. */
static size_t first_line(const struct acceptances *all, const char *rule, const char *subject)
{
    size_t lo = 0;
    for (size_t hi = all->count; lo < hi;) {
        size_t middle = (lo + hi) / 2;
        if (compare_keys(rule, subject, all->sorted[middle]) > 0)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo;
}

/* Whether every NAME=VALUE of a key is true of the finding. */
static bool key_fits(const char *key, const struct accepted *finding)
{
    while (*key) {
        size_t length = strcspn(key, ";");
        const char *pair = key;
        size_t pair_length = trim(&pair, length);
        const char *equals = memchr(pair, '=', pair_length);
        const char *name = pair;
        size_t name_length = equals ? trim(&name, (size_t)(equals - pair)) : 0;
        const char *value = equals ? equals + 1 : pair;
        size_t value_length = equals ? trim(&value, pair_length - (size_t)(value - pair)) : 0;
        if (pair_length && (!equals || !finding->has_value(finding->context, name, name_length,
                                                           value, value_length)))
            return false;
        key += length + (key[length] == ';');
    }
    return true;
}

static bool accepts(const struct acceptances *all, const struct acceptance *line,
                    const struct accepted *finding)
{
    return !acceptance_is_expired(all, line) && (line->limit == 0 || line->used < line->limit) &&
           (!line->table[0] || (finding->table && strcmp(line->table, finding->table) == 0)) &&
           (!line->id[0] || strcmp(line->id, finding->id) == 0) && key_fits(line->key, finding);
}

const struct acceptance *acceptances_match(struct acceptances *acceptances,
                                           const struct accepted *finding)
{
    const char *subject = finding->subject ? finding->subject : "";
    size_t place = first_line(acceptances, finding->rule, subject);
    for (; place < acceptances->count; place++) {
        struct acceptance *line = acceptances->sorted[place];
        if (compare_keys(finding->rule, subject, line) != 0)
            return NULL;
        if (accepts(acceptances, line, finding)) {
            line->used++;
            return line;
        }
    }
    return NULL;
}
