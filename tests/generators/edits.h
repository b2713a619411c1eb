/*
 * What the faults of all returns have in common: the list of edits, and the places that they name.
 * It is included behind the header that says which tables the return has.
 */
#ifndef EDITS_H
#define EDITS_H

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { EDIT_SIZE = 160 };

struct place {
    enum table_id table;
    unsigned first, limit, column;
};

static inline bool find_table(const char *name, size_t length, enum table_id *found)
{
    for (enum table_id t = (enum table_id)0; t < TABLE_COUNT; t++)
        if (strlen(tables[t].name) == length && strncmp(tables[t].name, name, length) == 0) {
            *found = t;
            return true;
        }
    return false;
}

static inline bool find_column(enum table_id table, const char *name, unsigned *found)
{
    for (unsigned i = 0; i < tables[table].column_count; i++)
        if (strcmp(tables[table].columns[i].name, name) == 0) {
            *found = i;
            return true;
        }
    return false;
}

/* A row, its last one ($), or all (*). */
static inline bool find_rows(const struct record *r, const char *text, struct place *place)
{
    unsigned count = r->counts[place->table];

    place->first = text[0] == '*' ? 0 : text[0] == '$' ? count - 1 : (unsigned)atoi(text);
    place->limit = text[0] == '*' ? count : place->first + 1;
    return text[0] == '*' || (place->limit <= count && count > 0);
}

/* TABLE, TABLE.ROW or TABLE.ROW.COLUMN; the dots are overwritten. */
static inline bool find_place(const struct record *r, char *text, struct place *place)
{
    char *row = strchr(text, '.');
    char *column = row != NULL ? strchr(row + 1, '.') : NULL;
    size_t length = row != NULL ? (size_t)(row - text) : strlen(text);

    *place = (struct place){.first = 0};
    if (column != NULL)
        *column = '\0';
    return find_table(text, length, &place->table) &&
           (row == NULL || find_rows(r, row + 1, place)) &&
           (column == NULL || find_column(place->table, column + 1, &place->column));
}

/* The days of ANCHOR+DAYS or ANCHOR-DAYS, 0 of ANCHOR; the anchor is what is left of the text. */
static inline int cut_distance(char *text)
{
    size_t length = strcspn(text, "+-");
    int distance = text[length] != '\0' ? atoi(text + length) : 0;

    text[length] = '\0';
    return distance;
}

/* Copies the next edit and passes over it; false: there is no other, or it is too long. */
static inline bool next_edit(const char **edits, char text[EDIT_SIZE])
{
    const char *edit = *edits + strspn(*edits, " ");
    size_t length = strcspn(edit, " ");

    *edits = edit;
    if (length == 0 || length >= EDIT_SIZE)
        return false;
    memcpy(text, edit, length);
    text[length] = '\0';
    *edits = edit + length;
    return true;
}

#endif
