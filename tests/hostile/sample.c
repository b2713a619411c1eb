#include "sample.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct sample *reading; /* nftw() has no context */
static size_t reading_below;   /* length of the folder's name */

void give_up(const char *what)
{
    fprintf(stderr, "mutate: %s: %s\n", what, strerror(errno));
    exit(2);
}

static struct bytes read_file(const char *path, size_t length)
{
    struct bytes bytes = {malloc(length + 1), length};
    FILE *file = fopen(path, "rbe");
    if (!bytes.at || !file || fread(bytes.at, 1, length, file) != length)
        give_up(path);
    fclose(file);
    return bytes;
}

static int take_file(const char *path, const struct stat *info, int kind, struct FTW *place)
{
    (void)place;
    if (kind != FTW_F)
        return 0;
    if (reading->count == SAMPLE_FILES_MAX)
        give_up("too many files");
    reading->files[reading->count++] = (struct sample_file){
        .path = strdup(path + reading_below + 1), .bytes = read_file(path, (size_t)info->st_size)};
    return 0;
}

static int by_path(const void *one, const void *other)
{
    return strcmp(((const struct sample_file *)one)->path,
                  ((const struct sample_file *)other)->path);
}

void sample_read(struct sample *sample, const char *folder)
{
    reading = sample;
    reading_below = strlen(folder);
    if (nftw(folder, take_file, 8, FTW_PHYS) != 0)
        give_up(folder);
    qsort(sample->files, sample->count, sizeof(sample->files[0]), by_path);
}

static bool names(const char *argument, const char *path)
{
    const char *equals = strchr(argument, '=');
    const char *named = equals ? equals + 1 : argument;
    size_t length = strlen(named);
    return strncmp(named, path, length) == 0 && (path[length] == '\0' || path[length] == '/');
}

void sample_choose(struct sample *sample, int count, char *const *arguments)
{
    for (size_t i = 0; i < sample->count; i++) {
        struct sample_file *file = &sample->files[i];
        for (int n = 0; n < count && !file->is_read; n++)
            file->is_read = names(arguments[n], file->path);
        if (file->is_read) {
            sample->read[sample->read_count++] = i;
            sample->length += file->bytes.length;
        }
    }
    if (sample->read_count == 0)
        give_up("no file of the sample is read");
}

/* A file that was cut to nothing may go to the disk at once when it is closed, which takes longer
 * than to check it. */
static void write_file(const char *path, const struct bytes *bytes)
{
    int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0 || write(file, bytes->at, bytes->length) != (ssize_t)bytes->length ||
        ftruncate(file, (off_t)bytes->length) != 0 || close(file) != 0)
        give_up(path);
}

static void make_folders(char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (mkdir(path, 0700) != 0 && errno != EEXIST)
            give_up(path);
        *slash = '/';
    }
}

void sample_write(const struct sample *sample, const char *folder)
{
    char path[4096];
    for (size_t i = 0; i < sample->count; i++) {
        const struct sample_file *file = &sample->files[i];
        snprintf(path, sizeof(path), "%s/%s", folder, file->path);
        make_folders(path);
        write_file(path, &file->bytes);
    }
}

static void damage_file(struct sample *sample, struct sample_file *file)
{
    const struct sample_file *donor = &sample->files[random_below(sample->count)];
    struct bytes copy = {malloc(file->bytes.length + 1), file->bytes.length};
    if (!copy.at)
        give_up(file->path);
    memcpy(copy.at, file->bytes.at, copy.length);
    damage(&copy, &donor->bytes);
    write_file(file->path, &copy);
    sample->length += copy.length - file->bytes.length;
    free(copy.at);
    file->is_damaged = true;
}

void sample_damage(struct sample *sample)
{
    for (size_t n = 1 + random_below(3); n > 0; n--) {
        struct sample_file *file = &sample->files[sample->read[random_below(sample->read_count)]];
        if (!file->is_damaged)
            damage_file(sample, file);
    }
}

void sample_mend(struct sample *sample)
{
    sample->length = 0;
    for (size_t i = 0; i < sample->count; i++) {
        struct sample_file *file = &sample->files[i];
        if (file->is_damaged)
            write_file(file->path, &file->bytes);
        file->is_damaged = false;
        sample->length += file->is_read ? file->bytes.length : 0;
    }
}
