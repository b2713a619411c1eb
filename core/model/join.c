/* Records that are joined to their subject by a key: sorted by subject, and told their parents. */
#include <string.h>

#include "../base/hash.h"
#include "values.h"

struct subject {
    const char *name;
    const struct sv_row *row;
    UT_hash_handle hh;
};

/* The subjects by name; of several of one name the first. */
struct subjects {
    struct subject *by_name;
    struct subject *all;
};

static const char *name_in(const struct store *store, const struct sv_row *row, uint16_t field)
{
    const struct sv_field *described = &store->tables[row->table].described->fields[field];
    const struct sv_value *value = store_value(store, row, field);
    char room[VALUE_ROOM];
    const char *text = value_text(store, described, *value, room);
    return text == room ? NULL : text; /* keys are texts, kept in the pool */
}

/* NOLINTNEXTLINE(readability-function-size): the macros of uthash are long */
static void collect_subjects(struct subjects *subjects, const struct store *store)
{
    struct sv_at at = store->layout->plugin->subject;
    uint32_t count = store->tables[at.table].count;
    subjects->all = mem_new(count, sizeof(*subjects->all));
    for (uint32_t i = 0; i < count; i++) {
        struct subject *subject = &subjects->all[i];
        struct subject *same = NULL;
        subject->row = store_row(store, at.table, i);
        subject->name = name_in(store, subject->row, at.field);
        if (subject->name)
            HASH_FIND_STR(subjects->by_name, subject->name, same);
        if (subject->name && !same)
            HASH_ADD_KEYPTR(hh, subjects->by_name, subject->name, strlen(subject->name), subject);
    }
}

/* NOLINTNEXTLINE(readability-function-size): the macros of uthash are long */
static const struct sv_row *find_subject(const struct subjects *subjects, const char *name)
{
    struct subject *subject = NULL;
    if (name)
        HASH_FIND_STR(subjects->by_name, name, subject);
    return subject ? subject->row : NULL;
}

static void find_parents(struct store *store, const struct subjects *subjects, uint16_t number)
{
    struct table *table = &store->tables[number];
    for (uint32_t i = 0; i < table->count; i++) {
        struct sv_row *row = store_row(store, number, i);
        row->parent = find_subject(subjects, name_in(store, row, table->described->key));
        row->subject = row->parent ? row->parent->subject : 0;
    }
}

/* Counts the records of each subject and gives each record its place: those of the first subject,
 * of the second, ..., and of none, each in the order of the file. */
static void sort_by_subject(struct store *store, uint16_t number, uint32_t subjects)
{
    struct table *table = &store->tables[number];
    uint32_t *next = mem_new((size_t)subjects + 2, sizeof(*next)); /* place, by subject */
    table->order = mem_new(table->count, sizeof(uint32_t));
    table->rank = mem_new(table->count, sizeof(uint32_t));
    table->starts = mem_new((size_t)subjects + 1, sizeof(uint32_t));
    table->start_count = (size_t)subjects + 1;
    for (uint32_t i = 0; i < table->count; i++) {
        uint32_t subject = store_row(store, number, i)->subject;
        next[subject ? subject : subjects + 1]++;
    }
    for (uint32_t s = 1, place = 0; s <= subjects + 1; s++) {
        uint32_t count = next[s];
        table->starts[s - 1] = next[s] = place;
        place += count;
    }
    for (uint32_t i = 0; i < table->count; i++) {
        uint32_t subject = store_row(store, number, i)->subject;
        uint32_t place = next[subject ? subject : subjects + 1]++;
        table->order[place] = i;
        table->rank[i] = place;
    }
    free(next);
}

void store_join(struct store *store)
{
    const struct sv_plugin *plugin = store->layout->plugin;
    struct subjects subjects = {NULL, NULL};
    for (uint16_t t = 0; t < plugin->table_count; t++) {
        if (!(plugin->tables[t].options & SV_JOINED_BY_KEY))
            continue;
        if (!subjects.all)
            collect_subjects(&subjects, store);
        find_parents(store, &subjects, t);
        sort_by_subject(store, t, store->tables[plugin->subject.table].count);
    }
    HASH_CLEAR(hh, subjects.by_name);
    free(subjects.all);
}
