#include "report.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

const struct report_format report_formats[] = {
    {"text", ".txt", "for people, with the verdict first", report_write_text},
    {"json", ".json", "one document with everything", report_write_json},
    {"jsonl", ".jsonl", "one line per finding, for programs", report_write_jsonl},
    {"csv", ".csv", "one line per finding, for spreadsheets", report_write_csv},
};
const size_t report_format_count = sizeof(report_formats) / sizeof(report_formats[0]);

const struct report_format *report_format_named(const char *name)
{
    for (size_t i = 0; i < report_format_count; i++) {
        if (strcmp(report_formats[i].name, name) == 0)
            return &report_formats[i];
    }
    return NULL;
}

const struct report_format *report_format_of_file(const char *path)
{
    const char *dot = strrchr(path, '.');
    for (size_t i = 0; dot && i < report_format_count; i++) {
        if (strcasecmp(report_formats[i].ending, dot) == 0)
            return &report_formats[i];
    }
    return NULL;
}

const char *severity_name(uint8_t severity)
{
    return severity == SV_ERROR ? "error" : "query";
}

static const struct sv_row *subject_row(const struct report *report, const struct sv_row *row)
{
    return row ? row_ancestor(row, report->check->plugin->plugin->subject.table) : NULL;
}

/* Findings of one rule stand in the order of subjects, task by task. */
static void count_rules(struct report *report)
{
    struct cursor cursor = {0};
    uint32_t last = 0;
    size_t rule = SIZE_MAX;
    while (results_next(&report->check->results, &cursor)) {
        const struct sv_row *row = cursor.finding->count ? cursor.locations[0].row : NULL;
        struct rule_count *count = &report->rules[cursor.rule];
        count->findings++;
        if (row && row->subject && (cursor.rule != rule || row->subject != last))
            count->subjects++;
        last = row ? row->subject : 0;
        rule = cursor.rule;
        if (report->check->plan.rules[cursor.rule].rule->severity == SV_ERROR)
            report->errors++;
        else
            report->queries++;
    }
}

void report_make(struct report *report, const struct check *check, struct identity *identity)
{
    *report = (struct report){.check = check, .version = STATVAL_VERSION, .identity = identity};
    report->rules = mem_new(check->plan.count, sizeof(*report->rules));
    count_rules(report);
    for (size_t i = 0; i < check->problems.count; i++) {
        const struct problem *problem = &check->problems.list[i];
        if (problem->dropped)
            continue;
        if (problem->severity == SV_ERROR)
            report->schema_errors++;
        else
            report->schema_queries++;
    }
}

void report_free(struct report *report)
{
    free(report->rules);
}

static const char *subject_name(const struct report *report, const struct sv_row *row, char *room)
{
    const struct check *check = report->check;
    struct sv_at at = check->plugin->plugin->subject;
    const struct sv_row *subject = subject_row(report, row);
    if (!subject)
        return NULL;
    const char *name = value_text(&check->store, layout_field(check->layout, at),
                                  *store_value(&check->store, subject, at.field), room);
    if (!name || !identity_redacts(report->identity))
        return name;
    identity_hide(report->identity, name, room);
    return room;
}

/* Appends to the content of which an id is made; what does not fit is left out of it. */
static void append(char *content, size_t size, size_t *length, const char *text)
{
    size_t more = strlen(text) + 1;
    if (*length + more <= size) {
        memcpy(content + *length, text, more);
        *length += more;
    }
}

/* An id is made of what the finding says, not of where it stands: it survives records that are put
 * into another order. */
static void number_finding(const struct report *report, struct report_finding *finding)
{
    char content[2048];
    size_t length = 0;
    append(content, sizeof(content), &length, report->check->plugin->plugin->id);
    append(content, sizeof(content), &length, finding->code);
    append(content, sizeof(content), &length, finding->subject ? finding->subject : "");
    if (finding->problem)
        append(content, sizeof(content), &length, finding->message);
    const struct store *store = &report->check->store;
    for (size_t i = 0; finding->locations && i < finding->place_count; i++) {
        const struct location *location = &finding->locations[i];
        const struct sv_table *table = store->tables[location->row->table].described;
        append(content, sizeof(content), &length, table->name);
        if (location->note)
            append(content, sizeof(content), &length,
                   texts_get(&store->texts, location->note->name));
        for (uint16_t f = 0; f < table->field_count; f++) {
            char room[VALUE_ROOM];
            if (!(location->fields >> f & 1))
                continue;
            const char *text =
                value_text(store, &table->fields[f], *store_value(store, location->row, f), room);
            append(content, sizeof(content), &length, table->fields[f].name);
            append(content, sizeof(content), &length, text ? text : "");
        }
    }
    identity_number(report->identity, content, length, finding->id);
}

static void tell_problem(const struct report *report, const struct problem *problem,
                         struct report_finding *finding)
{
    bool of_reading = problem->stage == STAGE_READ;
    *finding = (struct report_finding){.stage = of_reading ? "read" : "schema",
                                       .code = of_reading ? "FILE" : "XSD",
                                       .level = "item",
                                       .severity = severity_name(problem->severity),
                                       .message = problem->message,
                                       .problem = problem,
                                       .place_count = 1};
    finding->subject = subject_name(report, problem->row, finding->subject_room);
    number_finding(report, finding);
}

static void tell_rule(const struct report *report, const struct cursor *cursor,
                      struct report_finding *finding)
{
    const struct sv_rule *rule = report->check->plan.rules[cursor->rule].rule;
    size_t places = cursor->finding->count;
    *finding = (struct report_finding){.stage = "rules",
                                       .code = rule->code,
                                       .severity = severity_name(rule->severity),
                                       .message = rule->message,
                                       .detail = cursor->detail,
                                       .level = places ? "item" : "return",
                                       .place_count = places,
                                       .locations = cursor->locations};
    finding->subject =
        subject_name(report, places ? cursor->locations[0].row : NULL, finding->subject_room);
    number_finding(report, finding);
}

bool report_next(const struct report *report, struct report_cursor *cursor,
                 struct report_finding *finding)
{
    const struct problems *problems = &report->check->problems;
    if (cursor->problem == 0 && !cursor->cursor.finding)
        identity_restart(report->identity);
    while (cursor->problem < problems->count) {
        const struct problem *problem = &problems->list[cursor->problem++];
        if (problem->dropped)
            continue;
        tell_problem(report, problem, finding);
        return true;
    }
    if (!results_next(&report->check->results, &cursor->cursor))
        return false;
    tell_rule(report, &cursor->cursor, finding);
    return true;
}

static void fill_fields(const struct report *report, const struct sv_row *row, uint64_t fields,
                        struct report_place *place)
{
    const struct store *store = &report->check->store;
    const struct sv_table *table = store->tables[row->table].described;
    for (uint16_t f = 0; f < table->field_count; f++) {
        if (!(fields >> f & 1))
            continue;
        bool derived = table->fields[f].options & SV_DERIVED;
        struct report_field *field = derived ? &place->derived[place->derived_count++]
                                             : &place->fields[place->field_count++];
        field->name = table->fields[f].name;
        field->value =
            value_text(store, &table->fields[f], *store_value(store, row, f), field->room);
        if (identity_redacts(report->identity))
            field->value = NULL;
    }
}

/* What is not of the return, as if it were a field of the record. */
static void fill_note(const struct report *report, const struct note *note,
                      struct report_place *place)
{
    const struct texts *texts = &report->check->store.texts;
    struct report_field *field = &place->fields[place->field_count++];
    bool redacts = identity_redacts(report->identity);
    field->name = redacts ? "other item" : texts_get(texts, note->name);
    field->value = redacts || !note->value ? NULL : texts_get(texts, note->value);
}

static const struct part *part_of(const struct report *report, uint16_t file)
{
    return report->check->submission.parts[file];
}

void report_place(const struct report *report, const struct report_finding *finding, size_t number,
                  struct report_place *place)
{
    const struct problem *problem = finding->problem;
    struct location location = {0};
    uint32_t offset = 0;
    uint16_t file = 0;
    if (problem) {
        location.row = problem->row;
        location.fields = problem->field == NO_FIELD ? 0 : UINT64_C(1) << problem->field;
        offset = problem->offset;
        file = problem->file;
    } else {
        location = finding->locations[number];
        offset = location.row->offset;
        file = location.row->file;
    }
    const struct sv_row *row = location.row;
    const struct part *part = part_of(report, file);
    struct position at = lines_position(&part->source.lines, offset);
    place->table = row ? report->check->store.tables[row->table].described->name : NULL;
    place->row = row ? row->number : 0;
    place->file = part->source.name;
    place->line = at.line;
    place->column = at.column;
    place->sheet_row = row && part->delimiter ? sheet_row(&part->sheet, row->number) : 0;
    place->field_count = place->derived_count = 0;
    if (row)
        fill_fields(report, row, location.fields, place);
    if (location.note)
        fill_note(report, location.note, place);
}

uint32_t report_subjects(const struct report *report)
{
    return report->check->store.own_subjects;
}

bool report_has_table(const struct report *report, size_t table)
{
    const struct table *t = &report->check->store.tables[table];
    return t->given && !(t->described->options & (SV_MADE_OF_KEYS | SV_REFERENCE));
}

uint32_t report_rows(const struct report *report, size_t table)
{
    return report->check->store.tables[table].count;
}

const char *report_authority(const struct report *report, char room[VALUE_ROOM])
{
    const struct check *check = report->check;
    struct sv_at at = check->plugin->plugin->recognition.authority;
    if (at.table == NO_TABLE)
        return check->authority;
    if (report_rows(report, at.table) == 0)
        return NULL;
    const struct sv_row *row = store_at(&check->store, at.table, 0);
    return value_text(&check->store, layout_field(check->layout, at),
                      *store_value(&check->store, row, at.field), room);
}

void report_path(const struct report *report, const struct sv_row *row, char *out, size_t size)
{
    const struct store *store = &report->check->store;
    const struct sv_table *table = store->tables[row->table].described;
    size_t length = 0;
    out[0] = '\0';
    if (table->options & (SV_JOINED_BY_KEY | SV_MADE_OF_KEYS | SV_REFERENCE) ||
        store_is_left_out(store, row))
        return;
    if (row->parent) {
        report_path(report, row->parent, out, size);
        length = strlen(out);
    }
    if (strcmp(table->path, ".") == 0)
        return;
    struct range siblings = store_below(store, row->parent, row->table);
    size_t path_length = strlen(table->path);
    bool repeats = table->path[path_length - 1] == '*';
    int written = snprintf(out + length, size - length, "/%.*s",
                           (int)(path_length - (repeats ? 1 : 0)), table->path);
    length += written > 0 && (size_t)written < size - length ? (size_t)written : 0;
    if (repeats)
        snprintf(out + length, size - length, "[%u]", store_place(store, row) + 1 - siblings.lo);
}
