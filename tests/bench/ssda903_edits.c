/* Makes the edits of a fault. What they look like is told in ssda903_faults.h. */
#include "ssda903_faults.h"

#include <stdlib.h>
#include <string.h>

enum { EDIT_SIZE = 120 };

/* The records of the child, and the one that the edit at hand is for. */
struct edit {
    struct record *this_year, *last_year, *record;
    char text[EDIT_SIZE];
};

struct place {
    enum table_id table;
    unsigned first, limit, column;
};

static bool find_table(const char *name, size_t length, enum table_id *found)
{
    for (enum table_id t = HEADER; t < TABLE_COUNT; t++)
        if (strlen(tables[t].name) == length && strncmp(tables[t].name, name, length) == 0) {
            *found = t;
            return true;
        }
    return false;
}

static bool find_column(enum table_id table, const char *name, unsigned *found)
{
    for (unsigned i = 0; i < tables[table].column_count; i++)
        if (strcmp(tables[table].columns[i].name, name) == 0) {
            *found = i;
            return true;
        }
    return false;
}

/* A row, its last one ($), or all (*). */
static bool find_rows(const struct record *r, const char *text, struct place *place)
{
    unsigned count = r->counts[place->table];

    place->first = text[0] == '*' ? 0 : text[0] == '$' ? count - 1 : (unsigned)atoi(text);
    place->limit = text[0] == '*' ? count : place->first + 1;
    return text[0] == '*' || (place->limit <= count && count > 0);
}

/* TABLE, TABLE.ROW or TABLE.ROW.COLUMN; the dots are overwritten. */
static bool find_place(const struct record *r, char *text, struct place *place)
{
    char *row = strchr(text, '.');
    char *column = row != NULL ? strchr(row + 1, '.') : NULL;
    size_t length = row != NULL ? (size_t)(row - text) : strlen(text);

    *place = (struct place){.table = HEADER};
    if (column != NULL)
        *column = '\0';
    return find_table(text, length, &place->table) &&
           (row == NULL || find_rows(r, row + 1, place)) &&
           (column == NULL || find_column(place->table, column + 1, &place->column));
}

static bool find_anchor(const struct edit *e, char *name, day *found)
{
    int year = e->this_year->year;
    const struct record *r = name[0] == '~' ? e->last_year : e->this_year;
    struct place place;

    if (name[0] >= '0' && name[0] <= '9')
        *found = years_after(parse_day(e->this_year->birth), atoi(name));
    else if (strcmp(name, "DOB") == 0)
        *found = parse_day(e->this_year->birth);
    else if (name[0] == 'C' && name[1] == 'S')
        *found = day_of(year - (name[2] == 'L' ? 2 : 1), 4, 1);
    else if (name[0] == 'C' && name[1] == 'E')
        *found = day_of(year - (name[2] == 'L' ? 1 : 0), 3, 31);
    else if (find_place(r, name + (name[0] == '~' ? 1 : 0), &place))
        *found = parse_day(record_text(r, place.table, place.first, place.column));
    else
        return false;
    return *found != NO_DAY;
}

/* ANCHOR, ANCHOR+DAYS or ANCHOR-DAYS. */
static bool day_value(const struct edit *e, char *text, char *value)
{
    size_t length = strcspn(text, "+-");
    int distance = text[length] != '\0' ? atoi(text + length) : 0;
    day when = NO_DAY;

    text[length] = '\0';
    if (!find_anchor(e, text, &when))
        return false;
    format_day(when + distance, value);
    return true;
}

static bool make_value(const struct edit *e, char *text, char *value)
{
    bool letters = e->record->year >= SEX_LETTERS_SINCE;

    if (text[0] == '@')
        return day_value(e, text + 1, value);
    if (text[0] == '%')
        text = text[1] == 'F' ? (letters ? "F" : "2") : (letters ? "M" : "1");
    size_t length = strlen(text);
    if (length >= CELL_SIZE)
        return false;
    for (size_t i = 0; i <= length; i++)
        value[i] = text[i] == '_' ? ' ' : text[i];
    return true;
}

static char *target(struct record *r, const struct place *place, unsigned row)
{
    enum column_kind kind = tables[place->table].columns[place->column].kind;

    if (place->table != HEADER || row > 0 || kind > SEX)
        return r->rows[place->table][row].cells[place->column];
    return kind == IDENTIFIER ? r->child : kind == BIRTH ? r->birth : r->sex;
}

static bool set_value(const struct edit *e, char *where, char *text)
{
    struct place place;
    cell value = "";

    if (!find_place(e->record, where, &place) || !make_value(e, text, value))
        return false;
    for (unsigned row = place.first; row < place.limit; row++)
        strcpy(target(e->record, &place, row), value);
    return true;
}

static bool remove_rows(const struct edit *e, char *where)
{
    struct place place;

    if (!find_place(e->record, where, &place))
        return false;
    for (unsigned row = place.limit; row > place.first; row--)
        record_remove(e->record, place.table, row - 1);
    return true;
}

static bool add_row(const struct edit *e, char *where)
{
    struct place place;

    return find_place(e->record, where, &place) && record_add(e->record, place.table) != NULL;
}

static bool apply_edit(struct edit *e)
{
    char *text = e->text;

    e->record = text[0] == '~' ? e->last_year : e->this_year;
    if (text[0] == '~')
        text++;
    if (text[0] == '+')
        return add_row(e, text + 1);
    if (text[0] == '-')
        return remove_rows(e, text + 1);
    char *value = strchr(text, '=');
    if (value == NULL)
        return false;
    *value = '\0';
    return set_value(e, text, value + 1);
}

bool apply_edits(const char *edits, struct record *record, struct record *last)
{
    struct edit e = {.this_year = record, .last_year = last};

    for (edits += strspn(edits, " "); edits[0] != '\0'; edits += strspn(edits, " ")) {
        size_t length = strcspn(edits, " ");

        if (length >= EDIT_SIZE)
            return false;
        memcpy(e.text, edits, length);
        e.text[length] = '\0';
        if (!apply_edit(&e))
            return false;
        edits += length;
    }
    return true;
}
