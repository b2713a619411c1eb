#include "config_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/read_all.h"
#include "../base/utf8.h"

static bool refuse_line(const struct config_file *file, unsigned number, const char *why,
                        struct error *error)
{
    return error_set(error, STATUS_USAGE, "%s: line %u: %s", file->path, number, why);
}

/* Cuts spaces and tabs off both ends. */
static void trim(const char **text, size_t *length)
{
    while (*length && strchr(" \t", (*text)[0])) {
        (*text)++;
        (*length)--;
    }
    while (*length && strchr(" \t", (*text)[*length - 1]))
        (*length)--;
}

static const char *keep(struct config_file *file, const char *text, size_t length)
{
    trim(&text, &length);
    char *copy = arena_new(&file->texts, length + 1);
    memcpy(copy, text, length);
    return copy;
}

/* `text` has a NUL behind its end. */
static bool is_clean(const char *text, size_t length)
{
    for (size_t i = 0; i < length;) {
        size_t character = utf8_length(text + i);
        if (character == 0 || character > length - i || (text[i] != '\t' && is_control(text + i)))
            return false;
        i += character;
    }
    return true;
}

/* The line of the same name before this one; NULL: there is none. */
static const struct config_line *same_name(const struct config_file *file, const char *name)
{
    for (size_t i = 0; i < file->count; i++) {
        if (strcasecmp(file->lines[i].name, name) == 0)
            return &file->lines[i];
    }
    return NULL;
}

static bool add_line(struct config_file *file, struct config_line line, struct error *error)
{
    if (!line.name[0] || !line.value[0])
        return refuse_line(file, line.number,
                           line.name[0] ? "there is no value behind the =."
                                        : "there is no name before the =.",
                           error);
    const struct config_line *before = same_name(file, line.name);
    if (before)
        return error_set(error, STATUS_USAGE, "%s: line %u: %s stands in line %u already.",
                         file->path, line.number, line.name, before->number);
    *(struct config_line *)mem_grow((void **)&file->lines, &file->capacity, file->count,
                                    sizeof(line)) = line;
    file->count++;
    return true;
}

static bool parse_line(struct config_file *file, const char *text, size_t length, unsigned number,
                       struct error *error)
{
    if (length && text[length - 1] == '\r')
        length--;
    if (!is_clean(text, length))
        return refuse_line(file, number,
                           "there are bytes that are no text. Configuration files are in UTF-8.",
                           error);
    trim(&text, &length);
    if (length == 0 || text[0] == '#')
        return true;
    const char *equals = memchr(text, '=', length);
    if (!equals)
        return refuse_line(file, number, "it is neither NAME = VALUE nor a remark behind a #.",
                           error);
    size_t before = (size_t)(equals - text);
    struct config_line line = {.name = keep(file, text, before),
                               .value = keep(file, equals + 1, length - before - 1),
                               .number = number};
    return add_line(file, line, error);
}

bool config_file_parse(struct config_file *file, const char *text, size_t length,
                       struct error *error)
{
    static const char mark[] = "\xef\xbb\xbf";
    const char *end = text + length;
    if (length >= 3 && memcmp(text, mark, 3) == 0)
        text += 3;
    for (unsigned number = 1; text < end; number++) {
        const char *line_end = memchr(text, '\n', (size_t)(end - text));
        if (!line_end)
            line_end = end;
        if (!parse_line(file, text, (size_t)(line_end - text), number, error))
            return false;
        text = line_end + 1;
    }
    return true;
}

static bool refuse_file(const struct config_file *file, const char *why, struct error *error)
{
    return error_set(error, STATUS_USAGE, "%s: the configuration file cannot be used: %s.",
                     file->path, why);
}

static bool writable_by_all(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && (info.st_mode & S_IWOTH);
}

/* Who may write to the folder may put another file into the place of this one. */
static bool folder_writable_by_all(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash ? mem_copy(path, (size_t)(slash - path) + 1) : NULL;
    bool writable = writable_by_all(folder ? folder : ".");
    free(folder);
    return writable;
}

static bool may_be_used(const struct config_file *file, int descriptor, enum config_trust trust,
                        struct error *error)
{
    struct stat info;
    if (fstat(descriptor, &info) != 0)
        return refuse_file(file, strerror(errno), error);
    if (S_ISDIR(info.st_mode))
        return refuse_file(file, "it is a folder", error);
    if (trust != CONFIG_NAMED && !S_ISREG(info.st_mode))
        return refuse_file(file, "it is no plain file", error);
    if (trust != CONFIG_TRUSTED)
        return true;
    if (info.st_mode & S_IWOTH)
        return refuse_file(file, "everybody may write to it; chmod o-w it", error);
    return !folder_writable_by_all(file->path) ||
           refuse_file(file, "everybody may write to its folder; chmod o-w that", error);
}

static bool read_text(struct config_file *file, int descriptor, struct error *error)
{
    char *bytes = mem_new(CONFIG_SIZE_MAX + 2, 1); /* and one that is too many, and a NUL */
    ssize_t length = read_all(descriptor, bytes, CONFIG_SIZE_MAX + 1);
    bool fine =
        (length >= 0 || refuse_file(file, strerror(errno), error)) &&
        (length <= CONFIG_SIZE_MAX || refuse_file(file, "it is larger than 64 KB", error)) &&
        config_file_parse(file, bytes, (size_t)length, error);
    free(bytes);
    return fine;
}

bool config_file_read(struct config_file *file, const char *path, enum config_trust trust,
                      bool *there, struct error *error)
{
    *file = (struct config_file){.path = path};
    /* A pipe that lies there under that name must not hold up the run. */
    int waiting = trust == CONFIG_NAMED ? 0 : O_NONBLOCK;
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | waiting);
    *there = descriptor >= 0;
    if (!*there)
        return (trust != CONFIG_NAMED && (errno == ENOENT || errno == ENOTDIR)) ||
               refuse_file(file, strerror(errno), error);
    bool fine = may_be_used(file, descriptor, trust, error) && read_text(file, descriptor, error);
    close(descriptor);
    return fine;
}

void config_file_free(struct config_file *file)
{
    free(file->lines);
    arena_free(&file->texts);
    *file = (struct config_file){0};
}
