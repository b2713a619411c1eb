/* Makes the edits of a fault. What they look like is told in faults.h. */
#include "faults.h"

#include <string.h>

#include "../edits.h"

struct edit {
    struct record *record;
    const struct elsewhere *elsewhere;
    bool of_any_year;
    char text[EDIT_SIZE];
};

/* The text of TABLE.ROW.COLUMN; NULL if there is no such cell. */
static const char *find_text(const struct record *r, char *text)
{
    struct place place;

    if (!find_place(r, text, &place))
        return NULL;
    return r->rows[place.table][place.first].cells[place.column];
}

static bool find_anchor(const struct edit *e, char *name, day *found)
{
    int year = e->record->year;
    const char *birth = e->record->rows[PERSON][0].cells[P_BIRTH], *text = birth;

    if (name[0] >= '0' && name[0] <= '9') {
        *found = years_after(read_day(birth), atoi(name));
    } else if (strcmp(name, "PS") == 0) {
        *found = day_of(year - 1, 1, 1);
    } else if (strcmp(name, "CD") == 0) {
        *found = census_day(year);
    } else if (strncmp(name, "FEB", 3) == 0) {
        *found = day_of(year - atoi(name + 3), 2, 15);
    } else if (strncmp(name, "MAR", 3) == 0) {
        *found = day_of(year - atoi(name + 3), 3, 31);
    } else {
        if (strcmp(name, "DOB") != 0)
            text = find_text(e->record, name);
        *found = text != NULL ? read_day(text) : NO_DAY;
    }
    return *found != NO_DAY;
}

/* ANCHOR, ANCHOR+DAYS or ANCHOR-DAYS. */
static bool day_value(const struct edit *e, char *text, cell value)
{
    int distance = cut_distance(text);
    day when = NO_DAY;

    if (!find_anchor(e, text, &when))
        return false;
    write_day(when + distance, value);
    return true;
}

/* Another letter that the alphabet of check letters has. */
static void spoil_upn(cell upn)
{
    upn[0] = upn[0] == 'A' ? 'B' : 'A';
}

static void spoil_uln(cell uln)
{
    uln[9] = (char)('0' + (uln[9] - '0' + 1) % 10);
}

/* The numbers follow from the UPN that the person has. */
static bool made_value(const struct edit *e, const char *name, cell value)
{
    const char *old = e->record->rows[PERSON][0].cells[P_UPN];
    unsigned long number = old[0] != '\0' ? strtoul(old + 5, NULL, 10) : 1;

    if (strcmp(name, "AUTHORITY") == 0)
        strcpy(value, e->elsewhere->authority);
    else if (strcmp(name, "EMPTY") == 0)
        strcpy(value, EMPTY_ELEMENT);
    else if (strcmp(name, "FAR_UPN") == 0)
        write_upn(number, "100", false, value);
    else if (strcmp(name, "TEMPORARY_UPN") == 0)
        write_upn(number, AUTHORITY, true, value);
    else if (strstr(name, "UPN") != NULL)
        write_upn(number, AUTHORITY, false, value);
    else if (strstr(name, "ULN") != NULL)
        write_uln(number, value);
    else
        return false;
    if (strcmp(name, "BAD_UPN") == 0)
        spoil_upn(value);
    if (strcmp(name, "BAD_ULN") == 0)
        spoil_uln(value);
    return true;
}

static bool copied_value(const struct edit *e, char *name, cell value)
{
    const struct elsewhere *other = e->elsewhere;
    const char *text = strcmp(name, "~UPN") == 0        ? other->upn
                       : strcmp(name, "~ULN") == 0      ? other->uln
                       : strcmp(name, "~Surname") == 0  ? other->surname
                       : strcmp(name, "~Forename") == 0 ? other->forename
                       : strcmp(name, "~Birth") == 0    ? other->birth
                                                        : NULL;

    if (text == NULL)
        text = find_text(e->record, name);
    if (text != NULL)
        snprintf(value, CELL_SIZE, "%s", text);
    return text != NULL;
}

static bool make_value(const struct edit *e, char *text, cell value)
{
    if (text[0] == '@')
        return day_value(e, text + 1, value);
    if (text[0] == '%')
        return made_value(e, text + 1, value);
    if (text[0] == '&')
        return copied_value(e, text + 1, value);
    size_t length = strlen(text);
    if (length >= CELL_SIZE)
        return false;
    for (size_t i = 0; i <= length; i++)
        value[i] = text[i] == '_' ? ' ' : text[i];
    return true;
}

static bool set_value(const struct edit *e, char *where, char *text)
{
    struct place place;
    cell value = "";

    if (!find_place(e->record, where, &place) || !make_value(e, text, value))
        return false;
    if (!e->of_any_year &&
        !column_in_year(&tables[place.table].columns[place.column], e->record->year))
        return true;
    for (unsigned row = place.first; row < place.limit; row++)
        strcpy(e->record->rows[place.table][row].cells[place.column], value);
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

static bool add_stranger(const struct edit *e, char *where, const char *name)
{
    struct place place;

    if (!find_place(e->record, where, &place) || strlen(name) >= CELL_SIZE)
        return false;
    strcpy(e->record->rows[place.table][place.first].stranger, name);
    return true;
}

static bool apply_edit(struct edit *e)
{
    char *text = e->text;
    size_t length = strcspn(text, "=!");
    char what = text[length];

    if (text[0] == '+')
        return add_row(e, text + 1);
    if (text[0] == '-')
        return remove_rows(e, text + 1);
    text[length] = '\0';
    if (what == '!')
        return add_stranger(e, text, text + length + 1);
    return what == '=' && set_value(e, text, text + length + 1);
}

bool apply_fault(const struct fault *fault, struct record *record,
                 const struct elsewhere *elsewhere)
{
    struct edit e = {
        .record = record, .elsewhere = elsewhere, .of_any_year = fault->form == UNEQUAL};
    const char *edits = fault->edits;

    while (next_edit(&edits, e.text))
        if (!apply_edit(&e))
            return false;
    return edits[0] == '\0';
}
