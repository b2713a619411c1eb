/* Makes the edits of a fault. What they look like is told in yj_faults.h. */
#include "yj_faults.h"

#include <stdlib.h>
#include <string.h>

enum { EDIT_SIZE = 160 };

struct edit {
    struct life *life;
    struct record *record;
    const struct elsewhere *elsewhere;
    char text[EDIT_SIZE];
};

struct place {
    enum table_id table;
    unsigned first, limit, column;
};

static bool find_table(const char *name, size_t length, enum table_id *found)
{
    for (enum table_id t = PERSON; t < TABLE_COUNT; t++)
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

/* TABLE, TABLE.ROW or TABLE.ROW.ITEM; the dots are overwritten. */
static bool find_place(const struct record *r, char *text, struct place *place)
{
    char *row = strchr(text, '.');
    char *column = row != NULL ? strchr(row + 1, '.') : NULL;
    size_t length = row != NULL ? (size_t)(row - text) : strlen(text);

    *place = (struct place){.table = PERSON};
    if (column != NULL)
        *column = '\0';
    return find_table(text, length, &place->table) &&
           (row == NULL || find_rows(r, row + 1, place)) &&
           (column == NULL || find_column(place->table, column + 1, &place->column));
}

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
    size_t length = strcspn(text, "+-");
    int distance = text[length] != '\0' ? atoi(text + length) : 0;
    day when = NO_DAY;
    cell value = "";

    text[length] = '\0';
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

    for (const char *text = fault->edits; *text != '\0';) {
        size_t length = strcspn(text, " ");

        if (length >= EDIT_SIZE)
            return false;
        memcpy(e.text, text, length);
        e.text[length] = '\0';
        if (length > 0 && !make_edit(&e))
            return false;
        text += length;
        text += strspn(text, " ");
    }
    return true;
}
