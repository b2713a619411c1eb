#include "each_list.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "../input/by_the_way.h"

const char *each_list_keep(struct each_list *list, const char *text)
{
    size_t length = strlen(text);
    char *copy = arena_new(&list->texts, length + 1);
    memcpy(copy, text, length);
    return copy;
}

static const char *last_step(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void add(struct each_list *list, const char *path)
{
    struct each_entry *entry =
        mem_grow((void **)&list->entries, &list->capacity, list->count, sizeof(*entry));
    entry->path = each_list_keep(list, path);
    entry->name = last_step(entry->path);
    list->count++;
}

static int is_entry(const struct dirent *entry)
{
    return !is_by_the_way(entry->d_name);
}

/* A file or a folder: opening a pipe would wait for somebody to write to it. */
static bool is_submission(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && (S_ISREG(info.st_mode) || S_ISDIR(info.st_mode));
}

/* By the bytes of the names, in every locale. */
static int compare_names(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static bool add_folder(struct each_list *list, const char *folder, struct error *error)
{
    struct dirent **names;
    int count = scandir(folder, &names, is_entry, compare_names);
    if (count < 0)
        return error_set(error, STATUS_INPUT, "%s: %s.", folder, strerror(errno));
    size_t length = strlen(folder);
    const char *between = length > 0 && folder[length - 1] == '/' ? "" : "/";
    for (int i = 0; i < count; i++) {
        size_t room = length + strlen(names[i]->d_name) + 2;
        char *path = arena_new(&list->texts, room);
        snprintf(path, room, "%s%s%s", folder, between, names[i]->d_name);
        if (is_submission(path))
            add(list, path);
        free(names[i]);
    }
    free(names);
    return true;
}

static bool is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* The name without the ending of a file that can be a submission. */
static const char *stem_of(struct each_list *list, const char *name)
{
    static const char *const endings[] = {".xml", ".zip", ".csv"};
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; dot && dot != name && i < sizeof(endings) / sizeof(endings[0]); i++) {
        if (strcasecmp(dot, endings[i]) != 0)
            continue;
        char *stem = arena_new(&list->texts, (size_t)(dot - name) + 1);
        memcpy(stem, name, (size_t)(dot - name));
        return stem;
    }
    return name;
}

static int compare_stems(const void *left, const void *right)
{
    const struct each_entry *a = *(struct each_entry *const *)left;
    const struct each_entry *b = *(struct each_entry *const *)right;
    return strcmp(a->stem, b->stem);
}

static int compare_names_of(const void *left, const void *right)
{
    const struct each_entry *a = *(struct each_entry *const *)left;
    const struct each_entry *b = *(struct each_entry *const *)right;
    return strcmp(a->name, b->name);
}

/* Two submissions of one name could not be told from each other, nor could their reports. */
static bool names_differ(const struct each_list *list, struct error *error)
{
    struct each_entry **sorted = mem_new(list->count, sizeof(*sorted));
    bool fine = true;
    for (size_t i = 0; i < list->count; i++)
        sorted[i] = &list->entries[i];
    qsort(sorted, list->count, sizeof(*sorted), compare_names_of);
    for (size_t i = 1; i < list->count && fine; i++)
        fine = strcmp(sorted[i]->name, sorted[i - 1]->name) != 0 ||
               error_set(error, STATUS_USAGE,
                         "%s and %s have the same name. Check their folders one by one.",
                         sorted[i - 1]->path, sorted[i]->path);
    free(sorted);
    return fine;
}

/* Entries that have their stem in common get their endings back; whether there are any. */
static bool part_stems(struct each_entry **sorted, size_t count)
{
    bool any = false;
    qsort(sorted, count, sizeof(*sorted), compare_stems);
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count; to++) {
            if (strcmp(sorted[from]->stem, sorted[to]->stem) != 0)
                break;
        }
        for (size_t i = from; i < to && to - from > 1; i++)
            sorted[i]->stem = sorted[i]->name;
        any = any || to - from > 1;
    }
    return any;
}

/* Names differ, but the name of one may be the stem of another: a.xml.xml beside a.xml and a.zip.
 * Each round gives another ending back, so that there is a last one. */
static void name_stems(struct each_list *list)
{
    struct each_entry **sorted = mem_new(list->count, sizeof(*sorted));
    for (size_t i = 0; i < list->count; i++) {
        sorted[i] = &list->entries[i];
        sorted[i]->stem = stem_of(list, sorted[i]->name);
    }
    while (part_stems(sorted, list->count))
        continue;
    free(sorted);
}

bool each_list_fill(struct each_list *list, char *const *paths, size_t count, struct error *error)
{
    for (size_t i = 0; i < count; i++) {
        if (!is_folder(paths[i]))
            add(list, paths[i]); /* what is not there is told when it is opened */
        else if (!add_folder(list, paths[i], error))
            return false;
    }
    if (list->count == 0)
        return error_set(error, STATUS_INPUT,
                         "%s: there is no submission in this folder. Each file or folder in it is "
                         "taken as one.",
                         paths[0]);
    if (!names_differ(list, error))
        return false;
    name_stems(list);
    return true;
}

void each_list_free(struct each_list *list)
{
    free(list->entries);
    arena_free(&list->texts);
    *list = (struct each_list){0};
}
