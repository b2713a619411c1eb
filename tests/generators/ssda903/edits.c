/* Makes the edits of a fault. What they look like is told in faults.h. */
#include "faults.h"

#include <string.h>

#include "../edits.h"

/* The records of the child, and the one that the edit at hand is for. */
struct edit {
    struct record *this_year, *last_year, *record;
    char text[EDIT_SIZE];
};

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
    int distance = cut_distance(text);
    day when = NO_DAY;

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

    while (next_edit(&edits, e.text))
        if (!apply_edit(&e))
            return false;
    return edits[0] == '\0';
}
