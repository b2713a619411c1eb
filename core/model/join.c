/* Records that are joined to their subject by a key: sorted by subject, and told their parents. */
#include <stdbool.h>
#include <string.h>

#include "../base/hash.h"
#include "values.h"

struct subject {
    const char *name; /* as it is compared */
    const struct sv_row *row;
    struct subject *after; /* that was added next */
    UT_hash_handle hh;
};

/* The subjects by name; of several of one name the first. */
struct subjects {
    struct store *store;
    uint32_t **of_records; /* by table and record: the number of its subject; 0: none */
    struct subject *by_name;
    struct subject *newest; /* found or added last: the records of one often follow each other */
    struct subject *last;   /* added last */
    struct arena memory;
    char room[TEXT_MAX + 1]; /* for the name at hand */
};

/* The text of a field as it is compared, in `room`; NULL when it is missing. */
static const char *name_in(struct subjects *subjects, const struct sv_row *row, uint16_t number)
{
    const struct store *store = subjects->store;
    const struct sv_field *field = &store->tables[row->table].described->fields[number];
    char room[VALUE_ROOM];
    const char *text = value_text(store, field, *store_value(store, row, number), room);
    if (!text)
        return NULL;
    size_t length = strlen(text);
    if (field->options & SV_ANY_CASE)
        fold_case(text, length, subjects->room, sizeof(subjects->room));
    else
        memcpy(subjects->room, text, length + 1);
    return subjects->room;
}

static bool is_called(const struct subject *subject, const char *name)
{
    return subject && strcmp(subject->name, name) == 0;
}

/* Tables often name the subjects in the same order, and not each in every table: the last one, or
 * one of the next few, is found without the hash. */
static struct subject *find_near(const struct subjects *subjects, const char *name)
{
    struct subject *newest = subjects->newest;
    struct subject *subject = newest ? newest->after : NULL;
    if (is_called(subject, name))
        return subject;
    if (is_called(newest, name))
        return newest;
    for (int i = 0; i < 2 && subject; i++) {
        subject = subject->after;
        if (is_called(subject, name))
            return subject;
    }
    return NULL;
}

/* NOLINTNEXTLINE(readability-function-size): the macros of uthash are long */
static const struct sv_row *find_subject(struct subjects *subjects, const char *name)
{
    struct subject *subject = find_near(subjects, name);
    if (!subject)
        HASH_FIND_STR(subjects->by_name, name, subject);
    if (!subject)
        return NULL;
    subjects->newest = subject;
    return subject->row;
}

/* NOLINTNEXTLINE(readability-function-size): the macros of uthash are long */
static void add_subject(struct subjects *subjects, const char *name, const struct sv_row *row)
{
    size_t length = strlen(name);
    struct subject *subject = arena_new(&subjects->memory, sizeof(*subject));
    char *copy = arena_new(&subjects->memory, length + 1);
    memcpy(copy, name, length);
    subject->name = copy;
    subject->row = row;
    HASH_ADD_KEYPTR(hh, subjects->by_name, subject->name, length, subject);
    if (subjects->last)
        subjects->last->after = subject;
    subjects->last = subject;
    subjects->newest = subject;
}

static void collect_subjects(struct subjects *subjects)
{
    const struct store *store = subjects->store;
    struct sv_at at = store->layout->plugin->subject;
    for (uint32_t i = 0; i < store->tables[at.table].count; i++) {
        const struct sv_row *row = store_at(store, at.table, i);
        const char *name = name_in(subjects, row, at.field);
        if (name && !find_subject(subjects, name))
            add_subject(subjects, name, row);
    }
}

static const struct sv_row *make_subject(struct subjects *subjects, const char *name)
{
    struct store *store = subjects->store;
    struct sv_at at = store->layout->plugin->subject;
    struct sv_row *row = store_add(store, at.table, NULL);
    if (!row)
        return NULL;
    struct sv_value *value = store_value(store, row, at.field);
    value->text = texts_add(&store->texts, name, strlen(name));
    value->number = 0;
    add_subject(subjects, name, row);
    return row;
}

/* The subject that a record names; `make`: where there is none, it is made. A name is found as it
 * stands, as a rule; else as it is compared. */
static const struct sv_row *find_parent(struct subjects *subjects, const struct sv_row *row,
                                        uint32_t text, bool make)
{
    struct subject *near = find_near(subjects, texts_get(&subjects->store->texts, text));
    if (near) {
        subjects->newest = near;
        return near->row;
    }
    const char *name = name_in(subjects, row, subjects->store->tables[row->table].described->key);
    const struct sv_row *parent = name ? find_subject(subjects, name) : NULL;
    return name && make && !parent ? make_subject(subjects, name) : parent;
}

/* Tells the records of a table their parents. Texts of one number are the same. */
static void find_parents(struct subjects *subjects, uint16_t number, bool make)
{
    const struct store *store = subjects->store;
    const struct table *table = &store->tables[number];
    const struct sv_row *parent = NULL;
    uint32_t text = 0; /* by which it was found */
    subjects->of_records[number] = mem_new(table->count, sizeof(uint32_t));
    for (uint32_t i = 0; i < table->count; i++) {
        struct sv_row *row = store_row(store, number, i);
        uint32_t name = store_value(store, row, table->described->key)->text;
        if (!name || name != text)
            parent = find_parent(subjects, row, name, make);
        text = name;
        row->parent = parent;
        row->subject = parent ? parent->subject : 0;
        subjects->of_records[number][i] = row->subject;
    }
}

/* This year's tables stand before last year's: checked when the plugin is loaded. */
static void join_tables(struct subjects *subjects)
{
    struct store *store = subjects->store;
    const struct sv_plugin *plugin = store->layout->plugin;
    const struct table *all = &store->tables[plugin->subject.table];
    bool make = all->described->options & SV_MADE_OF_KEYS;
    if (!make)
        collect_subjects(subjects);
    for (uint16_t t = 0; t < plugin->table_count; t++) {
        if (!(plugin->tables[t].options & SV_JOINED_BY_KEY))
            continue;
        find_parents(subjects, t, make);
        if (!(plugin->tables[t].options & SV_LAST_YEAR))
            store->own_subjects = all->count;
    }
    /* Each record gets its place: those of the first subject, of the second, ..., and of none. */
    for (uint16_t t = 0; t < plugin->table_count; t++) {
        if (subjects->of_records[t])
            store_sort(store, t, subjects->of_records[t], all->count);
        free(subjects->of_records[t]);
    }
}

static bool has_joined_table(const struct sv_plugin *plugin)
{
    for (uint16_t t = 0; t < plugin->table_count; t++) {
        if (plugin->tables[t].options & SV_JOINED_BY_KEY)
            return true;
    }
    return false;
}

/* NOLINTNEXTLINE(readability-function-size): the macros of uthash are long */
void store_join(struct store *store)
{
    const struct sv_plugin *plugin = store->layout->plugin;
    struct subjects subjects = {.store = store};
    store->own_subjects = store->tables[plugin->subject.table].count;
    if (!has_joined_table(plugin))
        return;
    subjects.of_records = mem_new(plugin->table_count, sizeof(*subjects.of_records));
    join_tables(&subjects);
    free(subjects.of_records);
    HASH_CLEAR(hh, subjects.by_name);
    arena_free(&subjects.memory);
}
