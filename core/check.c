#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "engine/fault.h"
#include "input/detect.h"
#include "input/schema.h"
#include "input/xml_reader.h"
#include "model/values.h"

static bool refuse_year(const struct check *check, const struct check_request *request, int year,
                        struct error *error)
{
    const char *file = request->files[0];
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

static bool recognise(struct check *check, const struct check_request *request, struct error *error)
{
    struct detection detection = {0};
    if (!detect(request->registry, &check->source, request->wanted, &detection, error))
        return false;
    int year = request->year ? request->year : detection.year;
    check->plugin = detection.plugin;
    check->file_year = detection.year;
    check->year = plugin_year(check->plugin->plugin, year);
    return check->year || refuse_year(check, request, year, error);
}

static bool read_file(struct check *check, const struct check_request *request, const char **absent,
                      struct error *error)
{
    xmlSchemaPtr schema = schema_load(check->plugin->plugin, check->year->schema, error);
    if (!schema)
        return false;
    struct xml_reading reading = {
        .store = &check->store, .problems = &check->problems, .progress = request->progress};
    bool fine = xml_read(&reading, &check->source, 0, schema, error);
    *absent = reading.absent;
    xmlSchemaFree(schema);
    return fine;
}

/* The first record of the table of a header field, or NULL. */
static const struct sv_row *header_row(const struct check *check, struct sv_at at)
{
    return check->store.tables[at.table].count ? store_row(&check->store, at.table, 0) : NULL;
}

static bool has_problem(const struct problems *problems, const struct sv_row *row, uint16_t field)
{
    for (size_t i = 0; i < problems->count; i++) {
        if (problems->list[i].row == row && problems->list[i].field == field)
            return true;
    }
    return false;
}

/* What the user asked for and what the header says should be the same. */
static void compare_header(struct check *check, struct sv_at at, const char *asked)
{
    const struct sv_row *row = header_row(check, at);
    const struct sv_field *field = layout_field(check->layout, at);
    char room[VALUE_ROOM];
    const char *text =
        row ? value_text(&check->store, field, *store_value(&check->store, row, at.field), room)
            : NULL;
    if (!text || strcmp(text, asked) == 0 || has_problem(&check->problems, row, at.field))
        return;
    struct problem problem = {.row = row,
                              .field = at.field,
                              .severity = SV_ERROR,
                              .offset = store_value(&check->store, row, at.field)->offset};
    problems_add(&check->problems, problem,
                 "%s in the header is not %s, as which the return is checked.", field->name, asked);
}

static void compare_headers(struct check *check, const struct check_request *request)
{
    const struct sv_recognition *recognition = &check->plugin->plugin->recognition;
    char year[16];
    snprintf(year, sizeof(year), "%d", check->year->year);
    compare_header(check, recognition->year, year);
    if (request->authority)
        compare_header(check, recognition->authority, request->authority);
}

static sv_day day_from(const char *text)
{
    return calendar_parse(text, strlen(text));
}

static void run_rules(struct check *check, const struct check_request *request)
{
    struct engine_request engine = {
        .plan = &check->plan, .store = &check->store, .jobs = request->jobs};
    engine.context = (struct sv_context){.year = check->year->year,
                                         .period_start = check->period_start,
                                         .period_end = check->period_end,
                                         .year_end = day_from(check->year->period_end),
                                         .today = request->today};
    fault_install(check->plugin->plugin->id);
    engine_run(&check->results, &engine);
    fault_watch(NULL, NULL);
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

static void set_period(struct check *check, const struct check_request *request)
{
    bool given = request->period_start != SV_NONE;
    check->period_start = given ? request->period_start : day_from(check->year->period_start);
    check->period_end = given ? request->period_end : day_from(check->year->period_end);
}

bool check_run(struct check *check, const struct check_request *request, struct error *error)
{
    *check = (struct check){.source = {.descriptor = -1, .decoder = (iconv_t)-1}};
    if (request->file_count != 1)
        return error_set(error, STATUS_INPUT,
                         "%zu files were given; this return is one file. Give them one by one.",
                         request->file_count);
    if (!source_open(&check->source, request->files[0], request->size_limit, error) ||
        !recognise(check, request, error))
        return false;
    const char *absent = NULL;
    set_period(check, request);
    check->layout = layout_new(check->plugin->plugin, check->year);
    store_init(&check->store, check->layout);
    if (!read_file(check, request, &absent, error))
        return false;
    store_join(&check->store);
    compare_headers(check, request);
    struct plan_request plan = {.plugin = check->plugin,
                                .year = check->year->year,
                                .chosen = request->rules,
                                .absent = absent};
    if (!plan_make(&check->plan, &plan, error))
        return false;
    run_rules(check, request);
    drop_told_twice(check);
    problems_sort(&check->problems);
    return true;
}

void check_free(struct check *check)
{
    results_free(&check->results);
    plan_free(&check->plan);
    problems_free(&check->problems);
    store_free(&check->store);
    layout_free(check->layout);
    lines_free(&check->source.lines);
    source_close(&check->source);
}
