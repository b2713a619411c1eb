#include "problems.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/error.h"

void problems_add(struct problems *problems, struct problem problem, const char *format, ...)
{
    char message[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof(message), format, arguments);
    va_end(arguments);
    cut_at_character(message);
    size_t length = strlen(message);
    char *kept = arena_new(&problems->texts, length + 1);
    memcpy(kept, message, length);
    struct problem *place =
        mem_grow((void **)&problems->list, &problems->capacity, problems->count, sizeof(*place));
    *place = problem;
    place->message = kept;
    problems->count++;
}

void problems_take(struct problems *problems, struct problems *from)
{
    for (size_t i = 0; i < from->count; i++) {
        struct problem *place = mem_grow((void **)&problems->list, &problems->capacity,
                                         problems->count, sizeof(*place));
        *place = from->list[i];
        problems->count++;
    }
    arena_take(&problems->texts, &from->texts);
    problems_free(from);
}

static int compare(const void *left, const void *right)
{
    const struct problem *a = left;
    const struct problem *b = right;
    if (a->file != b->file)
        return a->file < b->file ? -1 : 1;
    if (a->offset != b->offset)
        return a->offset < b->offset ? -1 : 1;
    /* Any fixed order will do at one place. */
    return strcmp(a->message, b->message);
}

void problems_sort(struct problems *problems)
{
    if (problems->count)
        qsort(problems->list, problems->count, sizeof(struct problem), compare);
}

void problems_free(struct problems *problems)
{
    free(problems->list);
    arena_free(&problems->texts);
    *problems = (struct problems){0};
}
