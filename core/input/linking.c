#include "linking.h"

#include "csv_reader.h"

struct telling {
    const struct store *store;
    struct problems *problems;
    size_t counts[LINK_ONE_TOO_MANY + 1];
};

static void tell_fault(void *context, const struct sv_row *row, enum link_fault fault)
{
    static const char *const texts[] = {
        [LINK_TO_NOTHING] = "Nothing has the %s that this record of %s names, or that record was "
                            "left out itself. This one was left out.",
        [LINK_KEY_TWICE] = "An earlier record has the same %s. What names it in other files was "
                           "given to that one, not to this record of %s.",
        [LINK_ONE_TOO_MANY] = "An earlier record names the same %s, which can have one record of "
                              "%s only."};
    struct telling *telling = context;
    const struct sv_table *table = telling->store->tables[row->table].described;
    bool of_own = fault == LINK_KEY_TWICE;
    struct problem problem = {.row = row,
                              .offset = row->offset,
                              .file = row->file,
                              .field = NO_FIELD,
                              .severity = SV_ERROR,
                              .stage = STAGE_READ};
    if (telling->counts[fault]++ < CSV_PROBLEMS_MAX)
        problems_add(telling->problems, problem, texts[fault],
                     of_own ? table->linked->key : table->linked->parent_key, table->name);
}

/* What the many are that were not told one by one. */
static void tell_rest(const struct telling *telling)
{
    struct problem problem = {.field = NO_FIELD, .severity = SV_ERROR, .stage = STAGE_READ};
    for (size_t fault = 0; fault <= LINK_ONE_TOO_MANY; fault++) {
        if (telling->counts[fault] > CSV_PROBLEMS_MAX)
            problems_add(telling->problems, problem,
                         "There are %zu more records whose keys do not fit like this.",
                         telling->counts[fault] - CSV_PROBLEMS_MAX);
    }
}

/* A table without a file is an empty one, but perhaps the file was forgotten. One whose file was
 * refused is not given, so that rules do not run over the gap. */
static void add_missing_tables(struct store *store, struct problems *remarks)
{
    const struct layout *layout = store->layout;
    for (size_t t = 0; t < layout->plugin->table_count; t++) {
        struct table *table = &store->tables[t];
        if (!table->described->linked || table->given || table->refused ||
            !layout_has_table(layout, table->described))
            continue;
        table->given = true;
        problems_add(remarks, (struct problem){0},
                     "No file of the table %s (with a column %s) was given; it was taken as empty.",
                     table->described->name, table->described->linked->key);
    }
}

static bool any_given(const struct store *store)
{
    for (size_t t = 0; t < store->layout->plugin->table_count; t++) {
        if (store->tables[t].described->linked && store->tables[t].given)
            return true;
    }
    return false;
}

void linking_run(struct store *store, struct problems *problems, struct problems *remarks)
{
    struct telling telling = {.store = store, .problems = problems};
    if (!any_given(store))
        return;
    add_missing_tables(store, remarks);
    store_link(store, tell_fault, &telling);
    tell_rest(&telling);
}
