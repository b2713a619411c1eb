#include "notes.h"

#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "store.h"

void notes_add(struct store *store, struct note note, const char *name, const char *value,
               size_t length)
{
    struct notes *notes = &store->notes;
    struct note *place =
        mem_grow((void **)&notes->list, &notes->capacity, notes->count, sizeof(*place));
    if (name)
        note.name = texts_add(&store->texts, name, strlen(name));
    if (value && length)
        note.value = texts_add(&store->texts, value, length);
    *place = note;
    notes->count++;
}

void notes_take(struct notes *notes, struct notes *from)
{
    for (size_t i = 0; i < from->count; i++) {
        struct note *place =
            mem_grow((void **)&notes->list, &notes->capacity, notes->count, sizeof(*place));
        *place = from->list[i];
        notes->count++;
    }
    notes_free(from);
}

/* What stands in no record comes first. */
static int compare_rows(const struct sv_row *a, const struct sv_row *b)
{
    if (!a || !b)
        return (a != NULL) - (b != NULL);
    if (a->subject != b->subject)
        return a->subject < b->subject ? -1 : 1;
    if (a->table != b->table)
        return a->table < b->table ? -1 : 1;
    return a->number < b->number ? -1 : a->number > b->number;
}

static int compare(const void *left, const void *right)
{
    const struct note *a = left;
    const struct note *b = right;
    int rows = compare_rows(a->row, b->row);
    if (rows)
        return rows;
    if (a->offset != b->offset)
        return a->offset < b->offset ? -1 : 1;
    return (a->fault > b->fault) - (a->fault < b->fault);
}

void notes_sort(struct store *store, const struct sv_row *header)
{
    struct notes *notes = &store->notes;
    size_t kept = 0;
    for (size_t i = 0; i < notes->count; i++) {
        if (notes->list[i].row && store_is_left_out(store, notes->list[i].row))
            continue;
        notes->list[kept] = notes->list[i];
        if (!notes->list[kept].row)
            notes->list[kept].row = header;
        kept++;
    }
    notes->count = kept;
    if (kept)
        qsort(notes->list, kept, sizeof(*notes->list), compare);
}

void notes_free(struct notes *notes)
{
    free(notes->list);
    *notes = (struct notes){0};
}
