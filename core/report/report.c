#include "report.h"

#include <stdlib.h>
#include <string.h>

const char *severity_name(uint8_t severity)
{
    return severity == SV_ERROR ? "error" : "query";
}

const char *state_name(uint8_t state)
{
    return state == STATE_NEW ? "new" : "unchanged";
}

const struct setting *report_setting(const struct report *report, size_t *place)
{
    const struct configuration *all = report->configuration;
    while (all && *place < all->setting_count) {
        const struct setting *setting = &all->settings[(*place)++];
        const char *kind = setting_reference(setting);
        if (!kind || knows_reference(report->check->plugin, kind))
            return setting;
    }
    return NULL;
}

static bool has_run(const struct report *report, const char *code)
{
    const struct plan *plan = &report->check->plan;
    for (size_t i = 0; i < plan->count; i++) {
        if (!plan->rules[i].skipped && strcmp(plan->rules[i].rule->code, code) == 0)
            return true;
    }
    return strcmp(code, "XSD") == 0;
}

const char *report_stale(const struct report *report, const struct acceptance *line)
{
    if (acceptance_is_expired(report->acceptances, line))
        return "it has expired";
    return line->used || !has_run(report, line->rule) ? NULL : "no finding is like that any more";
}

size_t report_fixed(const struct report *report)
{
    size_t fixed = 0;
    size_t count = 0;
    const struct old_finding *findings =
        report->baseline ? baseline_findings(report->baseline, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        fixed += !findings[i].met;
    return fixed;
}

static const struct sv_row *subject_row(const struct report *report, const struct sv_row *row)
{
    return row ? row_ancestor(row, report->check->plugin->plugin->subject.table) : NULL;
}

void report_free(struct report *report)
{
    free(report->rules);
}

/* The id of the subject that a record belongs to, whatever is redacted; NULL: there is none. */
static const char *plain_subject(const struct report *report, const struct sv_row *row,
                                 char room[ID_ROOM])
{
    const struct check *check = report->check;
    struct sv_at at = check->plugin->plugin->subject;
    const struct sv_row *subject = subject_row(report, row);
    if (!subject)
        return NULL;
    return value_text(&check->store, layout_field(check->layout, at),
                      *store_value(&check->store, subject, at.field), room);
}

const char *report_subject(const struct report *report, const struct sv_row *row,
                           char room[ID_ROOM])
{
    const char *name = plain_subject(report, row, room);
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
static void number_finding(const struct report *report, struct identity *identity,
                           const char *subject, const struct report_finding *finding,
                           char id[ID_ROOM])
{
    char content[2048];
    size_t length = 0;
    append(content, sizeof(content), &length, report->check->plugin->plugin->id);
    append(content, sizeof(content), &length, finding->code);
    append(content, sizeof(content), &length, subject ? subject : "");
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
    identity_number(identity, content, length, id);
}

static void tell_problem(const struct problem *problem, struct report_finding *finding)
{
    bool of_reading = problem->stage == STAGE_READ;
    *finding = (struct report_finding){.stage = of_reading ? "read" : "schema",
                                       .code = of_reading ? "FILE" : "XSD",
                                       .level = "item",
                                       .severity = severity_name(problem->severity),
                                       .message = problem->message,
                                       .problem = problem,
                                       .place_count = 1};
}

static void tell_rule(const struct report *report, const struct cursor *cursor,
                      struct report_finding *finding)
{
    const struct planned_rule *planned = &report->check->plan.rules[cursor->rule];
    const struct sv_rule *rule = planned->rule;
    size_t places = cursor->finding->count;
    *finding = (struct report_finding){.stage = "rules",
                                       .code = rule->code,
                                       .severity = severity_name(planned->severity),
                                       .message = rule->message,
                                       .detail = cursor->detail,
                                       .level = places ? "item" : "return",
                                       .place_count = places,
                                       .locations = cursor->locations};
}

/* The next finding, without what only some reports need. */
static bool walk(const struct report *report, struct report_cursor *cursor,
                 struct report_finding *finding)
{
    const struct problems *problems = &report->check->problems;
    while (cursor->problem < problems->count) {
        const struct problem *problem = &problems->list[cursor->problem++];
        if (problem->dropped)
            continue;
        tell_problem(problem, finding);
        return true;
    }
    if (!results_next(&report->check->results, &cursor->cursor))
        return false;
    tell_rule(report, &cursor->cursor, finding);
    return true;
}

/* The record that a finding is about; NULL: none. */
static const struct sv_row *first_row(const struct report_finding *finding)
{
    if (finding->problem)
        return finding->problem->row;
    return finding->place_count ? finding->locations[0].row : NULL;
}

struct value_context {
    const struct report *report;
    const struct sv_row *row;
};

static bool has_value(const void *context, const char *name, size_t length, const char *value,
                      size_t value_length)
{
    const struct value_context *of = context;
    const struct store *store = &of->report->check->store;
    if (!of->row)
        return false;
    const struct sv_table *table = store->tables[of->row->table].described;
    for (uint16_t f = 0; f < table->field_count; f++) {
        char room[VALUE_ROOM];
        if (strlen(table->fields[f].name) != length ||
            memcmp(table->fields[f].name, name, length) != 0)
            continue;
        const char *text =
            value_text(store, &table->fields[f], *store_value(store, of->row, f), room);
        return strlen(text ? text : "") == value_length &&
               memcmp(text ? text : "", value, value_length) == 0;
    }
    return false;
}

/* Looks for the acceptance of a finding, whose plain id this is. What is wrong with a file has
 * none. */
static void accept_finding(const struct report *report, struct report_finding *finding,
                           const char *id)
{
    char room[ID_ROOM + VALUE_ROOM];
    const struct sv_row *row = first_row(finding);
    struct value_context context = {report, row};
    struct accepted accepted = {
        .rule = finding->code,
        .subject = plain_subject(report, row, room),
        .table = row ? report->check->store.tables[row->table].described->name : NULL,
        .id = id,
        .has_value = has_value,
        .context = &context};
    if (finding->problem && finding->problem->stage == STAGE_READ)
        return;
    finding->acceptance = acceptances_match(report->acceptances, &accepted);
}

/* Whether the ids of the earlier report are made in another way than those of this one. */
bool report_baseline_differs(const struct report *report)
{
    return report->baseline &&
           baseline_is_redacted(report->baseline) != identity_redacts(report->identity);
}

/* What others say of a finding: the acceptances, the earlier report. Both know it by its plain id,
 * unless the earlier report is redacted, too. */
static void look_up(const struct report *report, struct report_finding *finding)
{
    char room[ID_ROOM + VALUE_ROOM];
    char plain[ID_ROOM];
    const char *id = finding->id;
    bool differs = report_baseline_differs(report);
    if (report->plain != report->identity && (report->acceptances || differs)) {
        const char *subject = plain_subject(report, first_row(finding), room);
        number_finding(report, report->plain, subject, finding, plain);
        id = plain;
    }
    if (report->acceptances)
        accept_finding(report, finding, id);
    if (report->baseline)
        finding->state = baseline_has(report->baseline, differs ? id : finding->id)
                             ? STATE_UNCHANGED
                             : STATE_NEW;
}

bool report_next(const struct report *report, struct report_cursor *cursor,
                 struct report_finding *finding)
{
    if (cursor->problem == 0 && !cursor->cursor.finding) {
        identity_restart(report->identity);
        identity_restart(report->plain);
        if (report->acceptances)
            acceptances_restart(report->acceptances);
    }
    if (!walk(report, cursor, finding))
        return false;
    finding->subject = report_subject(report, first_row(finding), finding->subject_room);
    number_finding(report, report->identity, finding->subject, finding, finding->id);
    look_up(report, finding);
    return true;
}

/* Without acceptances and an earlier report findings are counted without their ids, which cost more
 * than all else. */
static bool report_walk(const struct report *report, struct report_cursor *cursor,
                        struct report_finding *finding)
{
    return report->acceptances || report->baseline ? report_next(report, cursor, finding)
                                                   : walk(report, cursor, finding);
}

/* No rule: a finding of the reading or the schema. */
#define NO_RULE SIZE_MAX

/* Adds a finding to the counts; `last` is the subject of the one before it, 0: none. */
static void count_finding(struct report *report, const struct report_finding *finding, size_t rule,
                          bool next_subject)
{
    bool is_error = finding->severity == severity_name(SV_ERROR);
    if (finding->acceptance) {
        report->explained++;
        if (rule != NO_RULE)
            report->rules[rule].explained++;
        return;
    }
    if (rule == NO_RULE) {
        *(is_error ? &report->schema_errors : &report->schema_queries) += 1;
        return;
    }
    *(is_error ? &report->errors : &report->queries) += 1;
    report->rules[rule].findings++;
    report->rules[rule].subjects += next_subject;
}

/* Findings of one rule stand in the order of subjects, task by task. */
static void count_findings(struct report *report)
{
    struct report_cursor cursor = {0};
    struct report_finding finding;
    uint32_t last = 0;
    size_t last_rule = NO_RULE;
    while (report_walk(report, &cursor, &finding)) {
        size_t rule = finding.problem ? NO_RULE : cursor.cursor.rule;
        const struct sv_row *row =
            finding.place_count && !finding.problem ? finding.locations[0].row : NULL;
        uint32_t subject = row ? row->subject : 0;
        bool again = rule == last_rule && subject == last;
        count_finding(report, &finding, rule, subject && !again);
        report->new_findings += finding.state == STATE_NEW && !finding.acceptance;
        if (!finding.acceptance) {
            last = subject;
            last_rule = rule;
        }
    }
}

void report_make(struct report *report, const struct check *check,
                 const struct report_request *request)
{
    *report = (struct report){.check = check,
                              .version = STATVAL_VERSION,
                              .identity = request->identity,
                              .plain = request->plain,
                              .redacting = request->redacting,
                              .acceptances = request->acceptances,
                              .baseline = request->baseline,
                              .configuration = request->configuration,
                              .queries_fail = request->queries_fail};
    report->rules = mem_new(check->plan.count, sizeof(*report->rules));
    count_findings(report);
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
    place->column_is_exact = at.is_exact;
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
