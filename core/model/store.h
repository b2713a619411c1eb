/*
 * The typed store: every record of a submission, table by table, in document order.
 *
 * Records are cut from blocks and never move, so that they can point at their parents. For each
 * table the store remembers how many of its records stood before each record of the parent table;
 * the records below any record are therefore a range of places that is found without searching.
 * Places count from 0 and follow the file, except in tables that are joined or linked by keys:
 * there they follow the subjects or parents, and under one of these the file.
 */
#ifndef STATVAL_STORE_H
#define STATVAL_STORE_H

#include <stdbool.h>

#include "../base/memory.h"
#include "../base/texts.h"
#include "layout.h"
#include "notes.h"

/* The keys by which a record of a linked table is named and names the one above it: texts; 0:
 * blank.
 */
struct link {
    uint32_t own;
    uint32_t above;
};

struct table {
    const struct sv_table *described;
    char **blocks;
    size_t block_count;
    size_t block_capacity;
    uint32_t count;
    struct sv_row *newest;
    const struct sv_row *blank; /* what every record begins as */
    uint32_t *starts;           /* by record of the parent table: records of this table before it */
    size_t start_count;
    size_t start_capacity;
    uint32_t *order;    /* of a sorted table: place in the file, by place below the parents */
    uint32_t *rank;     /* and the other way round; both NULL: the two are the same */
    uint32_t *slots;    /* of reference data: place + 1 of the first record of a key, by its hash */
    size_t slot_count;  /* a power of two */
    struct link *links; /* of a linked table, by record; NULL: it was not read from CSV */
    size_t link_capacity;
    bool given;   /* in the submission, perhaps without any record */
    bool refused; /* linked, and a file of it could not be read */
};

/* Where the first header of an XML file says of which year and authority the return is: bytes of
 * the file; 0: it does not. */
struct header_places {
    uint32_t year;
    uint32_t authority;
};

struct store {
    const struct layout *layout;
    struct table *tables;
    struct arena records;
    struct texts texts;
    struct notes notes;
    struct header_places header;
    uint32_t own_subjects; /* subjects that this year's tables name; last year's may name more */
};

/** Places lo to hi - 1 of a table. */
struct range {
    uint32_t lo;
    uint32_t hi;
};

void store_init(struct store *store, const struct layout *layout);
void store_free(struct store *store);

/** A store into which one thread reads records of some tables while others read other tables: it
 *  has the tables of `store`, and everything else of its own. store_take() it. */
struct store store_branch(struct store *store);

/** Takes over what was read into a branch. */
void store_take(struct store *store, struct store *branch);

/** Adds a record with all fields missing. `parent` is the newest record of the parent table, NULL
 *  at the top. Returns NULL when the table is full (2^32 - 2 records). */
struct sv_row *store_add(struct store *store, uint16_t table, const struct sv_row *parent);

/** The same for a record of a file that has no other records: its parent, if it has one, is found
 *  by a key. Threads may add to different tables at the same time. */
struct sv_row *store_add_apart(struct store *store, uint16_t table);

/** Notes where a value stands, if it is one of the first header that says of which year or
 *  authority the return is. Of all others it is enough to know where their record begins. */
void store_note_place(struct store *store, struct sv_at at, uint32_t offset);

/** Takes out those records of a table, from place `from` on, for which `keep` is false. Nothing may
 *  point at them or at those behind them yet, and no table may be nested in theirs. */
void store_filter(struct store *store, uint16_t table, uint32_t from,
                  bool (*keep)(const struct sv_row *row));

/** Gives the records of tables that are joined by a key to their subjects, which are made where
 *  they are made of keys. After the last record was added, before records are looked for. */
void store_join(struct store *store);

/** Sorts a table whose records do not stand in the file as they belong together: `groups` has the
 *  group of each record, from 1 to `count`, that of the parent record with that place + 1; 0: none,
 *  they come last. Within a group the order is that of the file. */
void store_sort(struct store *store, uint16_t table, const uint32_t *groups, uint32_t count);

/** Makes room for the keys of the newest record of a linked table. */
void store_link_begin(struct store *store, const struct sv_row *row);

/** The keys of a record of a linked table. */
static inline struct link *store_link_of(struct store *store, const struct sv_row *row)
{
    return &store->tables[row->table].links[row->number - 1];
}

/* What can be wrong with the keys of a record. */
enum link_fault {
    LINK_TO_NOTHING,  /* it names no record above it, or one that is left out: it is left out too */
    LINK_KEY_TWICE,   /* another record has its key already: none belongs to this one */
    LINK_ONE_TOO_MANY /* the record above has one already, and should have one at most */
};

/** Gives the records of linked tables to the records that they name, and takes those out that name
 *  none. Like store_join(), after the last record was added. `tell` is called for each fault. */
void store_link(struct store *store,
                void (*tell)(void *context, const struct sv_row *row, enum link_fault fault),
                void *context);

/** The record at a place, which must be there. */
static inline struct sv_row *store_at(const struct store *store, uint16_t table, uint32_t place);

/** The place of a record. */
static inline uint32_t store_place(const struct store *store, const struct sv_row *row);

/** The newest record of a table, or NULL. */
static inline struct sv_row *store_last(const struct store *store, uint16_t table)
{
    return store->tables[table].newest;
}

/** The records of a table that stand below `under` (NULL: all of the table). */
struct range store_below(const struct store *store, const struct sv_row *under, uint16_t table);

/** The records of a table below a range of records of the table `above`; an empty range when the
 *  table does not stand below that one. */
struct range store_below_range(const struct store *store, uint16_t above, struct range range,
                               uint16_t table);

/** Whether `table` is `above` or stands below it. */
bool store_is_below(const struct store *store, uint16_t table, uint16_t above);

/** The record of `table` that `row` is or stands in, or NULL. */
const struct sv_row *row_ancestor(const struct sv_row *row, uint16_t table);

/** The value of a field of a record. */
static inline struct sv_value *store_value(const struct store *store, const struct sv_row *row,
                                           uint16_t field)
{
    const struct sv_table *table = store->tables[row->table].described;
    return (struct sv_value *)((char *)(uintptr_t)row + table->fields[field].place);
}

#define STORE_BLOCK_BITS 8
#define STORE_BLOCK_ROWS (1U << STORE_BLOCK_BITS)

/* The record that was added to a table as number `place` + 1. */
static inline struct sv_row *table_row(const struct table *table, uint32_t place)
{
    char *block = table->blocks[place >> STORE_BLOCK_BITS];
    return (struct sv_row *)(void *)(block + (size_t)(place & (STORE_BLOCK_ROWS - 1)) *
                                                 table->described->size);
}

static inline struct sv_row *store_row(const struct store *store, uint16_t table, uint32_t place)
{
    return table_row(&store->tables[table], place);
}

/* The record at a place of a table, which must be there. */
static inline struct sv_row *table_at(const struct table *table, uint32_t place)
{
    return table_row(table, table->order ? table->order[place] : place);
}

static inline struct sv_row *store_at(const struct store *store, uint16_t table, uint32_t place)
{
    return table_at(&store->tables[table], place);
}

static inline uint32_t store_place(const struct store *store, const struct sv_row *row)
{
    const uint32_t *rank = store->tables[row->table].rank;
    return rank ? rank[row->number - 1] : row->number - 1;
}

/** Whether a record was left out when its table was linked. */
static inline bool store_is_left_out(const struct store *store, const struct sv_row *row)
{
    return store_place(store, row) >= store->tables[row->table].count;
}

#endif
