#include "csv_files.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "../base/crew.h"

/* What one thread reads into. */
struct desk {
    struct store store;
    struct problems problems;
};

struct shared {
    struct csv_files *files;
    struct csv_file **largest; /* first: the threads then come to an end at nearly the same time */
    struct desk *desks;        /* by member of the crew */
    atomic_size_t next;
};

static void note_delimiter(const struct csv_file *file, struct problems *problems)
{
    const struct part *part = file->part;
    struct problem problem = {
        .file = file->number, .field = NO_FIELD, .severity = SV_ERROR, .stage = STAGE_READ};
    if (part->delimiter != ',' && part->role != PART_REFERENCE)
        problems_add(problems, problem,
                     "The values are separated by %s; the return asks for commas. Save the file as "
                     "\"CSV UTF-8 (comma delimited)\".",
                     part->delimiter == ';' ? "semicolons" : "tabs");
}

static bool read_file(struct csv_file *file, struct desk *desk)
{
    struct part *part = file->part;
    if (!part_read_text(part, file->number, &desk->problems, &file->error))
        return false;
    struct csv_reading reading = {.store = &desk->store,
                                  .problems = &desk->problems,
                                  .bytes = part->text.bytes,
                                  .length = part->text.length,
                                  .delimiter = part->delimiter,
                                  .file = file->number,
                                  .table = part->table,
                                  .year = file->year};
    note_delimiter(file, &desk->problems);
    bool fine = csv_read(&reading);
    part->sheet = reading.sheet;
    part_forget_bytes(part);
    return fine || error_set(&file->error, STATUS_INPUT, "%s: the file has too many records.",
                             part->source.name);
}

static void read_next_ones(void *context, size_t member)
{
    struct shared *shared = context;
    size_t place;
    while ((place = atomic_fetch_add(&shared->next, 1)) < shared->files->count) {
        struct csv_file *file = shared->largest[place];
        file->is_read = read_file(file, &shared->desks[member]);
    }
}

static int compare_sizes(const void *left, const void *right)
{
    const struct csv_file *a = *(struct csv_file *const *)left;
    const struct csv_file *b = *(struct csv_file *const *)right;
    if (a->part->source.size != b->part->source.size)
        return a->part->source.size > b->part->source.size ? -1 : 1;
    return a->number < b->number ? -1 : a->number > b->number;
}

static void read_side_by_side(struct shared *shared, size_t members)
{
    struct csv_files *files = shared->files;
    for (size_t i = 0; i < files->count; i++)
        shared->largest[i] = &files->list[i];
    qsort(shared->largest, files->count, sizeof(*shared->largest), compare_sizes);
    for (size_t m = 0; m < members; m++)
        shared->desks[m].store = store_branch(files->store);
    crew_run(members, read_next_ones, shared);
    for (size_t m = 0; m < members; m++) {
        store_take(files->store, &shared->desks[m].store);
        problems_take(files->problems, &shared->desks[m].problems);
    }
}

bool csv_files_read(struct csv_files *files, struct error *error)
{
    size_t members = crew_size(files->jobs, files->count);
    struct shared shared = {.files = files};
    if (files->count == 0)
        return true;
    shared.largest = mem_new(files->count, sizeof(*shared.largest));
    shared.desks = mem_new(members, sizeof(*shared.desks));
    read_side_by_side(&shared, members);
    free(shared.largest);
    free(shared.desks);
    for (size_t i = 0; i < files->count; i++) {
        if (!files->list[i].is_read) {
            *error = files->list[i].error;
            return false;
        }
    }
    return true;
}
