/* Makes the edits of a fault. What they look like is told in faults.h. */
#include "faults.h"

#include <string.h>

#include "../edits.h"

struct edit {
    struct life *life;
    struct record *record;
    const struct elsewhere *elsewhere;
    char text[EDIT_SIZE];
};

/* The text of TABLE.ROW.ITEM; NULL if there is none. */
static const char *find_text(const struct record *r, char *text)
{
    struct place place;

    if (!find_place(r, text, &place))
        return NULL;
    return r->rows[place.table][place.first].cells[place.column];
}

static bool find_anchor(const struct edit *e, char *name, day *found)
{
    const char *text = NULL;

    if (name[0] >= '0' && name[0] <= '9') {
        *found = years_after(e->life->birth, atoi(name));
    } else if (strcmp(name, "PS") == 0) {
        *found = e->life->start;
    } else if (strcmp(name, "PE") == 0) {
        *found = e->life->end;
    } else if (strcmp(name, "TODAY") == 0) {
        *found = e->life->today;
    } else if (strcmp(name, "DOB") == 0) {
        *found = e->life->birth;
    } else {
        text = find_text(e->record, name);
        *found = text != NULL ? read_day(text) : NO_DAY;
    }
    return *found != NO_DAY;
}

/* ANCHOR, ANCHOR+DAYS or ANCHOR-DAYS. */
static const char *day_value(const struct edit *e, char *text)
{
    int distance = cut_distance(text);
    day when = NO_DAY;
    cell value = "";

    if (!find_anchor(e, text, &when))
        return NULL;
    write_day(when + distance, value);
    return record_text(e->record, value);
}

static const char *value_elsewhere(const struct edit *e, const char *name)
{
    const struct elsewhere *other = e->elsewhere;

    if (strcmp(name, "CurrentYOTID") == 0)
        return other->id;
    if (strcmp(name, "PNCNumber") == 0)
        return other->pnc;
    if (strcmp(name, "OriginatingYOTPersonID") == 0)
        return other->origin;
    if (strcmp(name, "DateOfBirth") == 0)
        return other->origin_birth;
    return strcmp(name, "VictimID") == 0 ? other->victim_id : NULL;
}

static const char *plain_value(const struct edit *e, char *text)
{
    for (char *c = strchr(text, '~'); c != NULL; c = strchr(c, '~'))
        *c = ' ';
    return record_text(e->record, text);
}

static const char *find_value(const struct edit *e, char *text)
{
    if (text[0] == '@')
        return day_value(e, text + 1);
    if (strncmp(text, "&&", 2) == 0)
        return value_elsewhere(e, text + 2);
    return text[0] == '&' ? find_text(e->record, text + 1) : plain_value(e, text);
}

static bool set_value(struct edit *e, char *value)
{
    struct place place;
    const char *text = NULL;

    if (!find_place(e->record, e->text, &place))
        return false;
    if (value[0] != '\0') {
        text = find_value(e, value);
        if (text == NULL)
            return false;
    }
    for (unsigned i = place.first; i < place.limit; i++)
        e->record->rows[place.table][i].cells[place.column] = text;
    return true;
}

static bool add_row(struct edit *e)
{
    char *row = strchr(e->text, '.');
    struct place place;
    enum table_id table = PERSON;
    size_t length = row != NULL ? (size_t)(row - e->text) : strlen(e->text);

    if (!find_table(e->text + 1, length - 1, &table))
        return false;
    place = (struct place){.table = tables[table].parent};
    if (row == NULL)
        return record_add(e->record, table) != NULL;
    return find_rows(e->record, row + 1, &place) &&
           record_add_below(e->record, table, place.first) != NULL;
}

static bool repeat_row(struct edit *e)
{
    struct place place;

    if (!find_place(e->record, e->text + 1, &place))
        return false;
    const struct row *row = &e->record->rows[place.table][place.first];
    struct row *again = record_add_below(e->record, place.table, row->parent);

    if (again != NULL)
        *again = *row;
    return again != NULL;
}

static bool remove_rows(struct edit *e)
{
    struct place place;

    if (!find_place(e->record, e->text + 1, &place))
        return false;
    for (unsigned i = place.limit; i > place.first; i--)
        record_remove(e->record, place.table, i - 1);
    return true;
}

static bool make_edit(struct edit *e)
{
    char *value = strchr(e->text, '=');

    if (e->text[0] == '+')
        return add_row(e);
    if (e->text[0] == '%')
        return repeat_row(e);
    if (e->text[0] == '-')
        return remove_rows(e);
    if (value == NULL)
        return false;
    *value = '\0';
    return set_value(e, value + 1);
}

bool fault_has_other(const struct fault *fault, const struct elsewhere *elsewhere)
{
    bool any = strstr(fault->edits, "&&") != NULL;

    if (strstr(fault->edits, "&&Originating") != NULL)
        return elsewhere->moved;
    if (strstr(fault->edits, "&&Victim") != NULL)
        return elsewhere->victim;
    return !any || elsewhere->somebody;
}

bool apply_fault(const struct fault *fault, struct life *life, const struct elsewhere *elsewhere)
{
    struct edit e = {.life = life, .record = life->record, .elsewhere = elsewhere};
    const char *edits = fault->edits;

    while (next_edit(&edits, e.text))
        if (!make_edit(&e))
            return false;
    return edits[0] == '\0';
}
