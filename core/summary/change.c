#include "change.h"

#include <stdlib.h>
#include <string.h>

#include "../base/hash.h"
#include "../model/store.h"

struct named {
    char *name;
    uint32_t number;
    UT_hash_handle hh;
};

/* The name of the subject with that number, unredacted; NULL: it has none. */
static const char *name_of(const struct summary *summary, uint32_t number)
{
    const struct store *store = &summary->report->check->store;
    struct sv_at at = store->layout->plugin->subject;
    const struct sv_row *row = store_at(store, at.table, number - 1);
    const struct sv_value *value = store_value(store, row, at.field);
    return value->text ? texts_get(&store->texts, value->text) : NULL;
}

/* NOLINTNEXTLINE(readability-function-size): the macros of uthash are long */
static struct named *index_names(const struct summary *summary, struct named **table)
{
    uint32_t count = summary->report->check->store.own_subjects;
    struct named *all = mem_new((size_t)count + 1, sizeof(*all));
    *table = NULL;
    for (uint32_t i = 1; i <= count; i++) {
        const char *name = name_of(summary, i);
        struct named *known = NULL;
        if (name)
            HASH_FIND_STR(*table, name, known);
        if (!name || known)
            continue;
        all[i].name = mem_copy(name, strlen(name));
        all[i].number = i;
        HASH_ADD_KEYPTR(hh, *table, all[i].name, strlen(all[i].name), &all[i]);
    }
    return all;
}

static void free_names(struct named *all, struct named *table, uint32_t count)
{
    HASH_CLEAR(hh, table);
    for (uint32_t i = 0; i <= count; i++)
        free(all[i].name);
    free(all);
}

/* NOLINTNEXTLINE(readability-function-size): the macros of uthash are long */
static void match_subjects(struct changes *changes)
{
    struct named *table;
    uint32_t count = changes->now->report->check->store.own_subjects;
    uint32_t before = changes->before->report->check->store.own_subjects;
    struct named *all = index_names(changes->before, &table);
    for (uint32_t i = 1; i <= count; i++) {
        const char *name = name_of(changes->now, i);
        struct named *known = NULL;
        if (name)
            HASH_FIND_STR(table, name, known);
        if (!known || changes->since[known->number])
            continue;
        changes->then[i] = known->number;
        changes->since[known->number] = i;
    }
    free_names(all, table, before);
}

void changes_make(struct changes *changes, const struct summary *now, const struct summary *before)
{
    *changes = (struct changes){.now = now, .before = before};
    changes->then = mem_new(now->report->check->store.own_subjects + (size_t)1, sizeof(uint32_t));
    changes->since =
        mem_new(before->report->check->store.own_subjects + (size_t)1, sizeof(uint32_t));
    match_subjects(changes);
}

void changes_free(struct changes *changes)
{
    free(changes->then);
    free(changes->since);
}

/* The figure as one number; a share in tenths of a per cent. */
static double number_of(const struct figure *figure)
{
    switch ((enum sv_measure_kind)figure->measure->kind) {
    case SV_SHARE_OF:
        return figure->among ? (double)figure->counted / (double)figure->among : 0;
    case SV_SUM_OF:
        return (double)figure->sum;
    case SV_RATIO_OF:
        return figure->sum_of > 0 ? (double)figure->sum / (double)figure->sum_of : 0;
    case SV_QUARTILES_OF:
        return figure->counted ? figure_quartile(figure, 2) : 0;
    case SV_NUMBER_OF:
    case SV_NOT_IN_RETURN:
        break;
    }
    return (double)figure->counted;
}

static bool is_beyond(double now, double before, int percent)
{
    double change = now > before ? now - before : before - now;
    double size = before < 0 ? -before : before;
    return change * 100 > size * percent;
}

static bool is_counted(const struct member *members, uint32_t subject)
{
    return subject && members[subject].part == SV_COUNTED;
}

struct change_since change_of(const struct changes *changes, const struct figure *figure,
                              int percent)
{
    struct change_since change = {.before = summary_find(changes->before, figure->measure->name)};
    if (figure->skipped || !change.before || change.before->skipped) {
        change.before = NULL;
        return change;
    }
    const struct member *now = figure->members;
    const struct member *then = change.before->members;
    for (uint32_t i = 1; i <= changes->now->report->check->store.own_subjects; i++) {
        uint32_t earlier = changes->then[i];
        bool was = is_counted(then, earlier);
        change.added += is_counted(now, i) && !was;
        change.changed +=
            is_counted(now, i) && was &&
            (now[i].records != then[earlier].records || now[i].mark != then[earlier].mark);
    }
    for (uint32_t i = 1; i <= changes->before->report->check->store.own_subjects; i++)
        change.removed += is_counted(then, i) && !is_counted(now, changes->since[i]);
    change.flagged = is_beyond(number_of(figure), number_of(change.before), percent);
    return change;
}
