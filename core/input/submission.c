#include "submission.h"

#include <dirent.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "archive.h"
#include "by_the_way.h"

static char *keep_text(struct submission *submission, const char *text)
{
    size_t length = strlen(text);
    char *copy = arena_new(&submission->texts, length + 1);
    memcpy(copy, text, length);
    return copy;
}

static const char *join_names(struct submission *submission, const char *folder, const char *name)
{
    size_t room = strlen(folder) + strlen(name) + 2;
    size_t length = strlen(folder);
    const char *between = length > 0 && folder[length - 1] == '/' ? "" : "/";
    char *path = arena_new(&submission->texts, room);
    snprintf(path, room, "%s%s%s", folder, between, name);
    return path;
}

static struct part *add_part(struct submission *submission, enum part_role role)
{
    struct part **place = mem_grow((void **)&submission->parts, &submission->capacity,
                                   submission->count, sizeof(*place));
    *place = arena_new(&submission->texts, sizeof(**place));
    **place = (struct part){
        .role = role, .table = NO_TABLE, .source = {.descriptor = -1, .decoder = (iconv_t)-1}};
    submission->count++;
    return *place;
}

void part_refuse(struct submission *submission, struct part *part, const char *format, ...)
{
    char text[2048];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    cut_at_character(text);
    part->refused = keep_text(submission, text);
}

/* Errors of one file begin with its name; as the reason of that file they do without. */
static const char *without_name(const char *text, const char *name)
{
    size_t length = strlen(name);
    bool named = strncmp(text, name, length) == 0 && strncmp(text + length, ": ", 2) == 0;
    return named ? text + length + 2 : text;
}

void part_refuse_for(struct submission *submission, struct part *part, const struct error *error)
{
    part_refuse(submission, part, "%s", without_name(error->text, part->source.name));
}

struct archive_context {
    struct submission *submission;
    const char *archive;
    enum part_role role;
    uint64_t limit;
};

static bool add_entry(void *context, const char *name, char *bytes, size_t length,
                      struct error *error)
{
    const struct archive_context *archive = context;
    struct submission *submission = archive->submission;
    struct error own;
    (void)error;
    if (is_by_the_way(name)) {
        free(bytes);
        return true;
    }
    struct part *part = add_part(submission, archive->role);
    const char *path = join_names(submission, archive->archive, name);
    if (!source_open_memory(&part->source, path, bytes, length, archive->limit, &own))
        part_refuse_for(submission, part, &own);
    else if (part->source.form == SOURCE_ZIP)
        part_refuse(submission, part, "it is an archive within an archive. Unpack it first.");
    return true;
}

/* The archive itself is no part: its files take its place. One that cannot be unpacked to its end
 * is a part that is refused, behind those of its files that were there. */
static bool unpack(struct submission *submission, struct part *part, uint64_t limit,
                   struct error *error)
{
    struct source archive = part->source;
    struct archive_context context = {submission, archive.name, part->role, limit};
    char *bytes = NULL;
    size_t length = 0;
    size_t before = --submission->count;
    bool fine = source_read_all(&archive, &bytes, &length, error) &&
                archive_read(archive.name, bytes, length, limit, add_entry, &context, error);
    free(bytes);
    source_close(&archive);
    if (fine && submission->count == before)
        fine =
            error_set(error, STATUS_INPUT, "%s: there is no file in this archive.", archive.name);
    if (!fine) {
        struct part *refused = add_part(submission, context.role);
        refused->source.name = context.archive;
        part_refuse_for(submission, refused, error);
    }
    return fine;
}

static bool open_file(struct submission *submission, const char *path, enum part_role role,
                      uint64_t limit, struct error *error)
{
    struct part *part = add_part(submission, role);
    if (!source_open(&part->source, keep_text(submission, path), limit, error)) {
        part_refuse_for(submission, part, error);
        return false;
    }
    return part->source.form != SOURCE_ZIP || unpack(submission, part, limit, error);
}

static int is_visible(const struct dirent *entry)
{
    return !is_by_the_way(entry->d_name);
}

/* A folder, pipe or device. What is not there at all is told of when it is opened. */
static bool is_no_file(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && !S_ISREG(info.st_mode);
}

static bool open_folder(struct submission *submission, const char *path, enum part_role role,
                        uint64_t limit, struct error *error)
{
    struct dirent **entries;
    int count = scandir(path, &entries, is_visible, alphasort);
    size_t before = submission->count;
    struct error own;
    if (count < 0)
        return error_set(error, STATUS_INPUT, "%s: %s.", path, strerror(errno));
    for (int i = 0; i < count; i++) {
        const char *file = join_names(submission, path, entries[i]->d_name);
        if (submission->count <= PARTS_MAX && !is_no_file(file))
            open_file(submission, file, role, limit, &own); /* if not, it is a part all the same */
        free(entries[i]);
    }
    free(entries);
    return submission->count > before ||
           error_set(error, STATUS_INPUT, "%s: there is no file in this folder.", path);
}

bool submission_open(struct submission *submission, const char *path, enum part_role role,
                     uint64_t limit, struct error *error)
{
    struct stat info;
    bool is_folder = strcmp(path, "-") != 0 && stat(path, &info) == 0 && S_ISDIR(info.st_mode);
    bool fine = is_folder ? open_folder(submission, path, role, limit, error)
                          : open_file(submission, path, role, limit, error);
    if (submission->count > PARTS_MAX)
        return error_set(error, STATUS_INPUT,
                         "%s: more than %d files were given. Give those of one return only.", path,
                         PARTS_MAX);
    return fine;
}

void part_columns(const struct part *part, struct csv_columns *columns)
{
    if (part->text.bytes)
        csv_columns_read(columns, part->text.bytes, part->text.length, part->delimiter);
    else
        csv_columns_read(columns, part->source.head, part->source.head_length, part->delimiter);
}

/* Lone carriage returns are line ends of old Macs: as line feeds, all lines are counted alike. */
static void mend_line_ends(struct csv_text *text)
{
    char *bytes = text->memory + (text->bytes - text->memory);
    const char *end = bytes + text->length;
    for (char *at = bytes; at < end && (at = memchr(at, '\r', (size_t)(end - at))) != NULL; at++) {
        if (at + 1 == end || at[1] != '\n')
            *at = '\n';
    }
}

struct cleaning {
    const struct part *part;
    struct problems *problems;
    uint16_t number;
    size_t count;
};

static void note_unclean(void *context, enum csv_text_defect kind, uint32_t offset)
{
    static const char *const texts[] = {
        [CSV_TEXT_WINDOWS_1252] = "The file is not UTF-8; it was read as Windows-1252. Save it as "
                                  "\"CSV UTF-8\" before you send it.",
        [CSV_TEXT_BAD_BYTE] = "A character is damaged: it is no UTF-8. Compare the value with the "
                              "case system.",
        [CSV_TEXT_NUL] = "There is a NUL byte, which no text has. Export the file again.",
    };
    struct cleaning *cleaning = context;
    struct problem problem = {.offset = offset,
                              .file = cleaning->number,
                              .field = NO_FIELD,
                              .severity = SV_ERROR,
                              .stage = STAGE_READ};
    if (++cleaning->count <= CSV_PROBLEMS_MAX)
        problems_add(cleaning->problems, problem, "%s", texts[kind]);
}

bool part_read_text(struct part *part, uint16_t number, struct problems *problems,
                    struct error *error)
{
    struct cleaning cleaning = {.part = part, .problems = problems, .number = number};
    struct problem rest = {
        .file = number, .field = NO_FIELD, .severity = SV_ERROR, .stage = STAGE_READ};
    char *bytes;
    size_t length;
    if (!source_read_all(&part->source, &bytes, &length, error)) {
        free(bytes);
        return false;
    }
    if (!csv_text_clean(&part->text, bytes, length, note_unclean, &cleaning))
        return error_set(error, STATUS_INPUT, "%s: files above 4 GB cannot be read.",
                         part->source.name);
    mend_line_ends(&part->text);
    lines_add(&part->source.lines, part->text.bytes, part->text.length);
    if (cleaning.count > CSV_PROBLEMS_MAX) {
        rest.offset = (uint32_t)part->text.length;
        problems_add(problems, rest, "And %zu more damaged characters.",
                     cleaning.count - CSV_PROBLEMS_MAX);
    }
    return true;
}

void part_forget_bytes(struct part *part)
{
    free(part->text.memory);
    part->text = (struct csv_text){0};
    source_close(&part->source); /* its lines stay */
}

void submission_free(struct submission *submission)
{
    for (size_t i = 0; i < submission->count; i++) {
        struct part *part = submission->parts[i];
        lines_free(&part->source.lines);
        part_forget_bytes(part);
        free(part->sheet.steps);
    }
    free(submission->parts);
    arena_free(&submission->texts);
    *submission = (struct submission){0};
}
