#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/fault.h"
#include "input/detect.h"
#include "model/values.h"

/* The first file of the submission itself that was read from as XML; NULL: there is none. */
static const struct part *first_xml(const struct submission *submission)
{
    for (size_t i = 0; i < submission->count; i++) {
        const struct part *part = submission->parts[i];
        if (part->role == PART_OWN && part->plugin)
            return part;
    }
    return NULL;
}

static bool refuse_year(const struct check *check, const struct check_request *request, int year,
                        struct error *error)
{
    const struct part *said = first_xml(&check->submission);
    const char *file = said ? said->source.name : request->files[0];
    const struct sv_plugin *plugin = check->plugin->plugin;
    int first = plugin->years[0].year;
    int last = plugin->years[plugin->year_count - 1].year;
    if (year == 0)
        return error_set(
            error, STATUS_INPUT,
            "%s: the file does not say its collection year. Give it with --year (%s: %d "
            "to %d).",
            file, plugin->id, first, last);
    return error_set(
        error, STATUS_INPUT,
        "%s: the collection year %d is not supported for %s; supported are %d to %d.%s", file, year,
        plugin->id, first, last, request->year ? "" : " To check it as another year, give --year.");
}

static bool open_all(struct check *check, const char *const *paths, size_t count,
                     enum part_role role, uint64_t limit, struct error *error)
{
    for (size_t i = 0; i < count; i++) {
        if (!submission_open(&check->submission, paths[i], role, limit, error))
            return false;
    }
    return true;
}

/* The year that the submission itself says; of several XML files that are one return, the first. */
static int year_in_file(const struct submission *submission)
{
    const struct part *first = first_xml(submission);
    if (first)
        return first->year;
    for (size_t i = 0; i < submission->count; i++) {
        if (submission->parts[i]->role == PART_OWN && submission->parts[i]->year)
            return submission->parts[i]->year;
    }
    return 0;
}

static bool recognise(struct check *check, const struct check_request *request, struct error *error)
{
    check->plugin =
        submission_recognise(&check->submission, request->registry, request->wanted, error);
    if (!check->plugin ||
        !rule_changes_fit(request->changes, request->registry, check->plugin, error))
        return false;
    if (request->period_start != SV_NONE && check->plugin->plugin->recognition.period)
        return error_set(error, STATUS_USAGE,
                         "--period: a return of this kind (%s) says its own period in its header. "
                         "Leave the option out.",
                         check->plugin->plugin->id);
    check->file_year = year_in_file(&check->submission);
    int year = request->year ? request->year : check->file_year;
    check->year = plugin_year(check->plugin->plugin, year);
    return check->year || refuse_year(check, request, year, error);
}

static bool knows_last_year(const struct sv_plugin *plugin)
{
    for (size_t t = 0; t < plugin->table_count; t++) {
        if (plugin->tables[t].options & SV_LAST_YEAR)
            return true;
    }
    return false;
}

static bool open_files(struct check *check, const struct check_request *request,
                       struct error *error)
{
    uint64_t limit = request->size_limit;
    if (!open_all(check, request->files, request->file_count, PART_OWN, limit, error) ||
        !open_all(check, request->previous, request->previous_count, PART_LAST, limit, error) ||
        !recognise(check, request, error))
        return false;
    return request->previous_count == 0 || knows_last_year(check->plugin->plugin) ||
           error_set(error, STATUS_USAGE, "--previous: no rule of %s looks at last year's return.",
                     check->plugin->plugin->id);
}

static bool names_kind(const char *name, const char *kind)
{
    return name && strcmp(name, kind) == 0;
}

bool knows_reference(const struct plugin_entry *entry, const char *kind)
{
    const struct sv_plugin *plugin = entry->plugin;
    for (size_t t = 0; t < plugin->table_count; t++) {
        if (plugin->tables[t].options & SV_REFERENCE && names_kind(plugin->tables[t].kind, kind))
            return true;
    }
    for (size_t r = 0; r < entry->rule_count; r++) {
        const struct sv_rule *rule = entry->rules[r];
        if (names_kind(rule->reference, kind) || names_kind(rule->better_with, kind))
            return true;
    }
    return false;
}

static bool read_reference(struct check *check, struct intake *intake,
                           const struct reference_request *reference, uint64_t limit,
                           struct error *error)
{
    if (reference->if_known && !knows_reference(check->plugin, reference->kind))
        return true;
    if (strcmp(reference->kind, "postcodes") == 0) {
        if (check->postcodes)
            return error_set(error, STATUS_USAGE, REFERENCE_TWICE, reference->kind);
        check->postcodes = postcodes_open(reference->path, error);
        return check->postcodes != NULL;
    }
    size_t number = check->submission.count;
    if (!submission_open(&check->submission, reference->path, PART_REFERENCE, limit, error))
        return false;
    if (check->submission.count > number + 1)
        return error_set(error, STATUS_INPUT, "%s: reference data are one file; here are %zu.",
                         reference->path, check->submission.count - number);
    return intake_read_reference(intake, check->submission.parts[number], reference->kind, error);
}

static bool read_files(struct check *check, const struct check_request *request,
                       const char **absent, struct intake *intake, struct error *error)
{
    if (!intake_read(intake, error))
        return false;
    *absent = intake->absent;
    check->is_xml = intake->is_xml;
    for (size_t i = 0; i < request->reference_count; i++) {
        if (!read_reference(check, intake, &request->references[i], request->size_limit, error))
            return false;
    }
    profile_enter(request->profile, PHASE_INDEX);
    store_join(&check->store);
    return true;
}

/* The first record of the table of a header field, or NULL. */
static const struct sv_row *header_row(const struct check *check, struct sv_at at)
{
    if (at.table == NO_TABLE)
        return NULL;
    return check->store.tables[at.table].count ? store_at(&check->store, at.table, 0) : NULL;
}

static bool has_problem(const struct problems *problems, const struct sv_row *row, uint16_t field)
{
    for (size_t i = 0; i < problems->count; i++) {
        if (problems->list[i].row == row && problems->list[i].field == field)
            return true;
    }
    return false;
}

/* The record of a header field whose value is to be compared; NULL: it is not there, or rules or
 * the schema tell what is wrong with it. */
static const struct sv_row *row_to_compare(const struct check *check, struct sv_at at)
{
    const struct sv_row *row = header_row(check, at);
    if (!row || layout_field(check->layout, at)->options & SV_RULE_TESTS ||
        has_problem(&check->problems, row, at.field))
        return NULL;
    const struct sv_value *value = store_value(&check->store, row, at.field);
    return value->text || value->number != SV_NONE ? row : NULL;
}

/* `place`: where the value stands; 0: not known. */
static struct problem problem_of_header(const struct sv_row *row, uint16_t field, uint32_t place)
{
    return (struct problem){.row = row,
                            .file = row->file,
                            .field = field,
                            .severity = SV_ERROR,
                            .offset = place ? place : row->offset};
}

/* What the user asked for and what the header says should be the same. */
static void compare_header(struct check *check, struct sv_at at, uint32_t place, const char *asked)
{
    const struct sv_row *row = row_to_compare(check, at);
    char room[VALUE_ROOM];
    if (!row)
        return;
    const struct sv_field *field = layout_field(check->layout, at);
    const char *text =
        value_text(&check->store, field, *store_value(&check->store, row, at.field), room);
    if (strcmp(text, asked) != 0)
        problems_add(&check->problems, problem_of_header(row, at.field, place),
                     "%s in the header is not %s, as which the return is checked.", field->name,
                     asked);
}

/* The same for a date, of which the year is asked. */
static void compare_year_of_date(struct check *check, struct sv_at at)
{
    const struct sv_row *row = row_to_compare(check, at);
    int year = 0;
    if (row)
        year =
            year_of_day(check->plugin->plugin, store_value(&check->store, row, at.field)->number);
    if (year && year != check->year->year)
        problems_add(&check->problems, problem_of_header(row, at.field, check->store.header.year),
                     "%s in the header is of the year %d, not %d, as which the return is checked.",
                     layout_field(check->layout, at)->name, year, check->year->year);
}

static void compare_headers(struct check *check, const struct check_request *request)
{
    const struct sv_recognition *recognition = &check->plugin->plugin->recognition;
    const struct header_places *header = &check->store.header;
    char year[16];
    snprintf(year, sizeof(year), "%d", check->year->year);
    if (recognition->first_month)
        compare_year_of_date(check, recognition->year);
    else
        compare_header(check, recognition->year, header->year, year);
    if (request->authority)
        compare_header(check, recognition->authority, header->authority, request->authority);
}

static sv_day day_from(const char *text)
{
    return calendar_parse(text, strlen(text));
}

static void run_rules(struct check *check, const struct check_request *request,
                      const struct intake *intake)
{
    check->engine = (struct engine_request){.plan = &check->plan,
                                            .store = &check->store,
                                            .postcodes = check->postcodes,
                                            .kept = &check->kept,
                                            .jobs = request->jobs,
                                            .profile = request->profile};
    check->engine.context =
        (struct sv_context){.year = check->year->year,
                            .period_start = check->period_start,
                            .period_end = check->period_end,
                            .year_end = day_from(check->year->period_end),
                            .today = request->today,
                            .authority = request->authority ? request->authority : "",
                            .is_xml = intake->is_xml,
                            .last_is_xml = intake->last_is_xml};
    engine_run(&check->results, &check->engine);
    fault_watch_nothing();
}

static int compare_problems(const void *left, const void *right)
{
    const struct problem *a = *(struct problem *const *)left;
    const struct problem *b = *(struct problem *const *)right;
    return a->row->number < b->row->number ? -1 : a->row->number > b->row->number;
}

/* The problems of one field that have a record, in the order of the records. */
static struct problem **problems_of(struct check *check, struct sv_at at, size_t *count)
{
    struct problem **list = mem_new(check->problems.count, sizeof(struct problem *));
    *count = 0;
    for (size_t i = 0; i < check->problems.count; i++) {
        struct problem *problem = &check->problems.list[i];
        if (problem->row && problem->row->table == at.table && problem->field == at.field)
            list[(*count)++] = problem;
    }
    qsort(list, *count, sizeof(struct problem *), compare_problems);
    return list;
}

/* Drops the problems of the record with that number in its table. */
static void drop_of_record(struct problem **list, size_t count, uint32_t number)
{
    size_t lo = 0;
    for (size_t hi = count; lo < hi;) {
        size_t middle = (lo + hi) / 2;
        if (list[middle]->row->number < number)
            lo = middle + 1;
        else
            hi = middle;
    }
    for (; lo < count && list[lo]->row->number == number; lo++)
        list[lo]->dropped = true;
}

/* Drops the problems of the field that a finding points at; all, when it is about the return. */
static void drop_told(struct problem **list, size_t count, const struct cursor *cursor,
                      struct sv_at at)
{
    const struct finding *finding = cursor->finding;
    for (uint32_t i = 0; i < finding->count; i++) {
        const struct location *location = &cursor->locations[i];
        if (location->row->table == at.table && (location->fields >> at.field & 1))
            drop_of_record(list, count, location->row->number);
    }
    for (size_t i = 0; i < count && finding->count == 0; i++)
        list[i]->dropped = true;
}

/* A value that a rule reports as unreadable is not reported by the schema stage as well. */
static void drop_told_twice(struct check *check)
{
    for (size_t r = 0; r < check->plan.count; r++) {
        const struct sv_at *at = check->plan.rules[r].rule->unreadable;
        if (!at || check->problems.count == 0)
            continue;
        size_t count;
        struct problem **list = problems_of(check, *at, &count);
        struct cursor cursor = {.rule = r};
        while (count && results_next(&check->results, &cursor) && cursor.rule == r)
            drop_told(list, count, &cursor, *at);
        free(list);
    }
}

/* Takes the period that the header of the first file says; false when it says none. */
static bool take_period(struct check *check)
{
    const struct sv_at *period = check->plugin->plugin->recognition.period;
    const struct sv_row *row = period ? header_row(check, period[0]) : NULL;
    const struct part *first = first_xml(&check->submission);
    if (!row || (first && check->submission.parts[row->file] != first))
        return false;
    sv_day start = store_value(&check->store, row, period[0].field)->number;
    sv_day end = store_value(&check->store, row, period[1].field)->number;
    if (start == SV_NONE || end == SV_NONE || end < start)
        return false;
    check->period_start = start;
    check->period_end = end;
    return true;
}

static void set_period(struct check *check, const struct check_request *request)
{
    if (take_period(check))
        return;
    bool given = request->period_start != SV_NONE;
    check->period_start = given ? request->period_start : day_from(check->year->period_start);
    check->period_end = given ? request->period_end : day_from(check->year->period_end);
}

static void make_store(struct check *check, const struct check_request *request)
{
    const struct sv_plugin *plugin = check->plugin->plugin;
    check->layout = layout_new(plugin, check->year->year, false);
    if (request->previous_count)
        check->layout_last = layout_new(plugin, check->year->year - 1, true);
    store_init(&check->store, check->layout);
}

static bool plan_rules(struct check *check, const struct check_request *request, const char *absent,
                       struct error *error)
{
    struct plan_request plan = {.plugin = check->plugin,
                                .year = check->year->year,
                                .chosen = request->rules,
                                .changes = request->changes,
                                .absent = absent,
                                .store = &check->store,
                                .has_postcodes = check->postcodes != NULL,
                                .has_authority = request->authority != NULL,
                                .is_xml = check->is_xml};
    return plan_make(&check->plan, &plan, error);
}

bool check_run(struct check *check, const struct check_request *request, struct error *error)
{
    *check = (struct check){.authority = request->authority, .today = request->today};
    profile_enter(request->profile, PHASE_OPEN);
    if (!open_files(check, request, error))
        return false;
    profile_enter(request->profile, PHASE_READ);
    const char *absent = NULL;
    fault_of_plugin(check->plugin->plugin->id);
    make_store(check, request);
    struct intake intake = {.submission = &check->submission,
                            .store = &check->store,
                            .problems = &check->problems,
                            .remarks = &check->remarks,
                            .year = check->year,
                            .layout = check->layout,
                            .layout_last = check->layout_last,
                            .hide_names = request->hide_names,
                            .jobs = request->jobs,
                            .strict = request->strict,
                            .progress = request->progress,
                            .profile = request->profile};
    if (!read_files(check, request, &absent, &intake, error))
        return false;
    set_period(check, request);
    compare_headers(check, request);
    if (!request->without_rules && !plan_rules(check, request, absent, error))
        return false;
    run_rules(check, request, &intake);
    profile_enter(request->profile, PHASE_REPORT);
    if (request->as_portal)
        results_hide_later_stages(&check->results, &check->store);
    drop_told_twice(check);
    problems_sort(&check->problems);
    return true;
}

void check_free(struct check *check)
{
    results_free(&check->results);
    plan_free(&check->plan);
    problems_free(&check->problems);
    problems_free(&check->remarks);
    store_free(&check->store);
    layout_free(check->layout);
    layout_free(check->layout_last);
    postcodes_close(check->postcodes);
    submission_free(&check->submission);
    arena_free(&check->kept);
}
