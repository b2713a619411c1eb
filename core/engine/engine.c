#include "engine.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "../base/crew.h"
#include "../base/fault.h"
#include "../reference/tables.h"
#include "worker.h"

/* Small enough for the records of a slice to stay in a core's cache through all rules. */
#define SLICE_SUBJECTS 128

struct shared {
    const struct engine_request *request;
    struct results *results;
    struct worker *workers; /* by member of the crew */
    size_t worker_count;
    atomic_size_t next_task;
};

/* Rules on records of a subject run in the slices; the others see the whole return. */
static bool runs_in_slices(const struct store *store, const struct sv_rule *rule)
{
    return rule->kind != SV_RETURN_RULE && rule->kind != SV_FORM_RULE &&
           store_is_below(store, rule->table, store->layout->plugin->subject.table);
}

/* All records of a table above the subjects; of one below, those of a key that no subject has. */
static struct range rows_of_no_subject(const struct store *store, const struct sv_rule *rule)
{
    struct range all = store_below(store, NULL, rule->table);
    if (!runs_in_slices(store, rule))
        return all;
    uint16_t subjects = store->layout->plugin->subject.table;
    struct range owned = store_below_range(
        store, subjects, (struct range){0, store->tables[subjects].count}, rule->table);
    return (struct range){owned.hi, all.hi};
}

static void run_rule(struct worker *worker, const struct task *task)
{
    const struct sv_rule *rule = worker->rule->rule;
    const struct store *store = worker->store;
    bool whole = task->subjects.lo == task->subjects.hi;
    if (!whole && !runs_in_slices(store, rule))
        return;
    if (rule->kind == SV_RETURN_RULE)
        worker_run_return(worker);
    else if (rule->kind == SV_FORM_RULE)
        worker_run_form(worker);
    else if (whole)
        worker_run(worker, rows_of_no_subject(store, rule));
    else
        worker_run(worker, store_below_range(store, store->layout->plugin->subject.table,
                                             task->subjects, rule->table));
}

static void run_measured(struct worker *worker, const struct task *task, size_t rule,
                         struct profile *profile)
{
    uint64_t began = profile ? profile_now() : 0;
    run_rule(worker, task);
    if (profile)
        profile_rule(profile, rule, began);
}

static void run_task(struct worker *worker, const struct engine_request *request, struct task *task)
{
    const struct plan *plan = request->plan;
    worker->findings = &task->findings;
    for (size_t r = 0; r < plan->count; r++) {
        task->starts[r] = (uint32_t)task->findings.count;
        worker->rule = &plan->rules[r];
        worker->cut = false;
        if (!worker->rule->skipped)
            run_measured(worker, task, r, request->profile);
        task->cut[r] = worker->cut;
    }
    task->starts[plan->count] = (uint32_t)task->findings.count;
}

/* The next task that no worker has taken; NULL: none is left. */
static struct task *take_task(struct shared *shared)
{
    size_t number = atomic_fetch_add(&shared->next_task, 1);
    return number < shared->results->task_count ? &shared->results->tasks[number] : NULL;
}

static void run_tasks(void *context, size_t member)
{
    struct shared *shared = context;
    struct task *task;
    while ((task = take_task(shared)) != NULL)
        run_task(&shared->workers[member], shared->request, task);
}

static void prepare_subject(struct worker *worker, const struct sv_row *subject)
{
    fault_watch_work("as it prepares a subject", "", subject);
    worker->store->layout->plugin->prepare_subject(&worker->context, subject);
}

/* The first task, which has no subjects, stands for the records that belong to none. */
static void prepare_subjects(void *context, size_t member)
{
    struct shared *shared = context;
    struct worker *worker = &shared->workers[member];
    const struct store *store = worker->store;
    const struct task *task;
    while ((task = take_task(shared)) != NULL) {
        if (task == shared->results->tasks)
            prepare_subject(worker, NULL);
        for (uint32_t i = task->subjects.lo; i < task->subjects.hi; i++)
            prepare_subject(worker, store_at(store, store->layout->plugin->subject.table, i));
    }
    fault_watch_nothing();
}

static void make_tasks(struct results *results, const struct engine_request *request)
{
    const struct store *store = request->store;
    uint32_t subjects = store->tables[store->layout->plugin->subject.table].count;
    size_t rules = request->plan->count;
    results->plan = request->plan;
    results->task_count = 1 + (subjects + SLICE_SUBJECTS - 1) / SLICE_SUBJECTS;
    results->tasks = mem_new(results->task_count, sizeof(*results->tasks));
    for (size_t t = 0; t < results->task_count; t++) {
        struct task *task = &results->tasks[t];
        task->starts = mem_new(rules + 1, sizeof(*task->starts));
        task->cut = mem_new(rules, sizeof(*task->cut));
        if (t == 0)
            continue;
        uint32_t lo = (uint32_t)(t - 1) * SLICE_SUBJECTS;
        task->subjects.lo = lo;
        task->subjects.hi = subjects - lo < SLICE_SUBJECTS ? subjects : lo + SLICE_SUBJECTS;
    }
}

/* What stands in no record is told with the header. */
static void sort_notes(struct store *store)
{
    uint16_t header = store->layout->plugin->recognition.year.table;
    bool there = header != NO_TABLE && store->tables[header].count > 0;
    notes_sort(store, there ? store_at(store, header, 0) : NULL);
}

static void prepare_return(const struct sv_plugin *plugin, struct worker *worker)
{
    if (!plugin->prepare)
        return;
    fault_watch_work("as it prepares the records", "", NULL);
    plugin->prepare(&worker->context);
    fault_watch_nothing();
}

/* Lets all workers do the same. */
static void work(struct shared *shared, void (*what)(void *shared, size_t member))
{
    atomic_store(&shared->next_task, 0);
    crew_run(shared->worker_count, what, shared);
}

static void open_workers(struct shared *shared)
{
    const struct engine_request *request = shared->request;
    shared->worker_count = crew_size(request->jobs, shared->results->task_count);
    shared->workers = mem_new(shared->worker_count, sizeof(*shared->workers));
    for (size_t i = 0; i < shared->worker_count; i++)
        worker_open(&shared->workers[i], request);
}

static void close_workers(struct shared *shared)
{
    for (size_t i = 0; i < shared->worker_count; i++) {
        arena_take(shared->request->kept, &shared->workers[i].kept);
        worker_close(&shared->workers[i]);
    }
    free(shared->workers);
}

void engine_run(struct results *results, const struct engine_request *request)
{
    const struct sv_plugin *plugin = request->store->layout->plugin;
    struct shared shared = {.request = request, .results = results};
    make_tasks(results, request);
    open_workers(&shared);
    prepare_return(plugin, &shared.workers[0]);
    reference_sort(request->store);
    if (plugin->prepare_subject)
        work(&shared, prepare_subjects);
    sort_notes(request->store);
    profile_plan(request->profile, request->plan->count);
    profile_enter(request->profile, PHASE_RULES);
    work(&shared, run_tasks);
    close_workers(&shared);
}

void results_free(struct results *results)
{
    for (size_t t = 0; t < results->task_count; t++) {
        findings_free(&results->tasks[t].findings);
        free(results->tasks[t].starts);
        free(results->tasks[t].cut);
    }
    free(results->tasks);
    free(results->early);
    *results = (struct results){0};
}

static bool next_of_all(const struct results *results, struct cursor *cursor)
{
    bool begun = cursor->finding != NULL;
    cursor->place += begun;
    for (; cursor->rule < results->plan->count; cursor->rule++, cursor->task = 0) {
        for (; cursor->task < results->task_count; cursor->task++, begun = false) {
            const struct task *task = &results->tasks[cursor->task];
            if (!begun)
                cursor->place = task->starts[cursor->rule];
            if (cursor->place < task->starts[cursor->rule + 1]) {
                cursor->finding = &task->findings.list[cursor->place];
                cursor->locations = cursor->finding->count
                                        ? task->findings.locations + cursor->finding->first
                                        : NULL;
                cursor->detail = findings_detail_of(&task->findings, cursor->place);
                return true;
            }
        }
    }
    return false;
}

static bool is_hidden(const struct results *results, const struct cursor *cursor)
{
    uint32_t subject = cursor->finding->count ? cursor->locations[0].row->subject : 0;
    return results->early && results->plan->rules[cursor->rule].rule->stage > 1 && subject &&
           results->early[subject];
}

void results_hide_later_stages(struct results *results, const struct store *store)
{
    uint32_t subjects = store->tables[store->layout->plugin->subject.table].count;
    bool *early = mem_new((size_t)subjects + 1, sizeof(*early));
    struct cursor cursor = {0};
    while (results_next(results, &cursor)) {
        if (cursor.finding->count && results->plan->rules[cursor.rule].rule->stage == 1)
            early[cursor.locations[0].row->subject] = true;
    }
    results->early = early;
    for (cursor = (struct cursor){0}; next_of_all(results, &cursor);)
        results->hidden += is_hidden(results, &cursor);
}

bool results_next(const struct results *results, struct cursor *cursor)
{
    while (next_of_all(results, cursor)) {
        if (!is_hidden(results, cursor))
            return true;
    }
    return false;
}

size_t results_count(const struct results *results, size_t rule)
{
    size_t count = 0;
    for (size_t t = 0; t < results->task_count; t++)
        count += results->tasks[t].starts[rule + 1] - results->tasks[t].starts[rule];
    return count;
}

bool results_cut(const struct results *results, size_t rule)
{
    for (size_t t = 0; t < results->task_count; t++) {
        if (results->tasks[t].cut[rule])
            return true;
    }
    return false;
}
