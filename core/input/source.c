#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/memory.h"
#include "../base/read_all.h"
#include "../model/values.h"
#include "encoding.h"

/* Where a header is looked for: long comments may stand before it. */
#define HEAD_MAX ((size_t)4 * 1024 * 1024)

/* The byte order mark of UTF-8. */
#define MARK "\xef\xbb\xbf"

static bool open_name(struct source *source, struct error *error)
{
    source->descriptor = open(source->name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    return source->descriptor >= 0 ||
           error_set(error, STATUS_INPUT, "%s: %s.", source->name,
                     errno == ENOENT ? "there is no such file" : strerror(errno));
}

static bool open_file(struct source *source, struct error *error)
{
    struct stat info;
    if (strcmp(source->name, "-") == 0) {
        source->descriptor = dup(STDIN_FILENO);
        return true;
    }
    if (!open_name(source, error))
        return false;
    if (fstat(source->descriptor, &info) == 0 && S_ISREG(info.st_mode)) {
        source->size = (uint64_t)info.st_size;
        source->device = info.st_dev;
        source->inode = info.st_ino;
        source->may_rest = true;
    }
    return true;
}

/* Closes a file until more of it is read. */
static void rest(struct source *source)
{
    if (!source->may_rest || source->descriptor < 0)
        return;
    close(source->descriptor);
    source->descriptor = -1;
}

/* Opens a file again that rests, where reading stopped. */
static bool wake(struct source *source, struct error *error)
{
    struct stat info;
    if (!source->may_rest || source->descriptor >= 0)
        return true;
    if (!open_name(source, error))
        return false;
    bool same = fstat(source->descriptor, &info) == 0 && info.st_dev == source->device &&
                info.st_ino == source->inode &&
                lseek(source->descriptor, (off_t)source->consumed, SEEK_SET) >= 0;
    return same ||
           error_set(error, STATUS_INPUT,
                     "%s: the file was replaced while it was read. Check it again.", source->name);
}

static bool refuse_size(const struct source *source, struct error *error)
{
    return error_set(error, STATUS_INPUT,
                     "%s: the file is larger than %llu MB. If it really is a return, raise the "
                     "limit with --max-size MB.",
                     source->name, (unsigned long long)(source->limit / 1000000));
}

static ssize_t read_memory(struct source *source, char *to, size_t room)
{
    size_t left = (size_t)source->size - source->memory_at;
    size_t length = left < room ? left : room;
    memcpy(to, source->memory + source->memory_at, length);
    source->memory_at += length;
    return (ssize_t)length;
}

static ssize_t read_bytes(struct source *source, char *to, size_t room)
{
    return source->memory ? read_memory(source, to, room) : read_all(source->descriptor, to, room);
}

/* Fills `raw` up to one chunk; fewer bytes mean the end of the file. */
static bool fill_raw(struct source *source, struct error *error)
{
    if (source->ended)
        return true;
    if (!wake(source, error))
        return false;
    size_t room = SOURCE_CHUNK - source->raw_length;
    ssize_t got = read_bytes(source, source->raw + source->raw_length, room);
    if (got < 0)
        return error_set(error, STATUS_INPUT, "%s: cannot be read: %s.", source->name,
                         strerror(errno));
    source->ended = (size_t)got < room;
    source->raw_length += (size_t)got;
    source->consumed += (uint64_t)got;
    return source->consumed <= source->limit || refuse_size(source, error);
}

static bool refuse_bytes(const struct source *source, size_t at, struct error *error)
{
    return error_set(error, STATUS_INPUT,
                     "%s: the byte at offset %llu does not exist in the encoding %s that the file "
                     "declares. Export it again as UTF-8.",
                     source->name, (unsigned long long)(source->consumed - source->raw_length + at),
                     source->encoding);
}

/* Decodes what is in `raw`; keeps the bytes of a character that is not complete yet. */
static bool decode(struct source *source, size_t *length, struct error *error)
{
    char *in = source->raw;
    size_t in_left = source->raw_length;
    char *to = source->decoded;
    size_t room = SOURCE_CHUNK * 4;
    bool at_end = source->raw_length < SOURCE_CHUNK;
    size_t failed = iconv(source->decoder, &in, &in_left, &to, &room);
    if (failed == (size_t)-1 && (errno != EINVAL || at_end))
        return refuse_bytes(source, source->raw_length - in_left, error);
    memmove(source->raw, in, in_left);
    source->raw_length = in_left;
    *length = (size_t)(to - source->decoded);
    return true;
}

static bool next_bytes(struct source *source, const char **bytes, size_t *length,
                       struct error *error)
{
    if (source->raw_given)
        source->raw_length = 0;
    if (!fill_raw(source, error))
        return false;
    if (source->decoder != (iconv_t)-1) {
        *bytes = source->decoded;
        return decode(source, length, error);
    }
    *bytes = source->raw;
    *length = source->raw_length;
    source->raw_given = true;
    return true;
}

static bool choose_decoder(struct source *source, struct error *error)
{
    size_t mark;
    if (!encoding_of(source->name, source->raw, source->raw_length, &source->encoding, &mark,
                     error))
        return false;
    source->is_marked = mark > 0;
    source->raw_length -= mark;
    memmove(source->raw, source->raw + mark, source->raw_length);
    if (!source->encoding)
        return true;
    source->decoder = iconv_open("UTF-8", source->encoding);
    source->decoded = mem_new(SOURCE_CHUNK * 4, 1);
    return source->decoder != (iconv_t)-1 ||
           error_set(error, STATUS_INSTALLATION, "This system cannot decode %s.", source->encoding);
}

/* What the file is, by what its text begins with. */
static void note_form(struct source *source)
{
    size_t at = 0;
    while (at < source->head_length && is_white_space(source->head[at]))
        at++;
    bool is_xml = at < source->head_length && source->head[at] == '<';
    source->form = is_xml ? SOURCE_XML : SOURCE_TEXT;
}

static bool is_zip(const struct source *source)
{
    return source->raw_length >= 4 &&
           (memcmp(source->raw, "PK\x03\x04", 4) == 0 || memcmp(source->raw, "PK\x05\x06", 4) == 0);
}

static bool begin(struct source *source, struct error *error)
{
    bool more;
    source->raw = mem_new(SOURCE_CHUNK, 1);
    if (source->size > source->limit)
        return refuse_size(source, error);
    if (!fill_raw(source, error))
        return false;
    if (is_zip(source)) {
        source->form = SOURCE_ZIP;
        return true;
    }
    if (!choose_decoder(source, error) || !source_extend_head(source, &more, error))
        return false;
    note_form(source);
    return true;
}

bool source_open(struct source *source, const char *name, uint64_t limit, struct error *error)
{
    *source =
        (struct source){.name = name, .descriptor = -1, .limit = limit, .decoder = (iconv_t)-1};
    bool fine = open_file(source, error) && begin(source, error);
    if (!fine)
        rest(source);
    return fine;
}

bool source_open_memory(struct source *source, const char *name, char *memory, size_t length,
                        uint64_t limit, struct error *error)
{
    *source = (struct source){.name = name,
                              .descriptor = -1,
                              .memory = memory,
                              .size = length,
                              .limit = limit,
                              .decoder = (iconv_t)-1};
    return begin(source, error);
}

bool source_extend_head(struct source *source, bool *more, struct error *error)
{
    const char *bytes = NULL;
    size_t length = 0;
    *more = false;
    if (source->head_length > HEAD_MAX)
        return true;
    if (!next_bytes(source, &bytes, &length, error))
        return false;
    rest(source);
    source->head = mem_resize(source->head, source->head_length + length);
    memcpy(source->head + source->head_length, bytes, length);
    source->head_length += length;
    *more = length > 0;
    return true;
}

bool source_read(struct source *source, const char **bytes, size_t *length, struct error *error)
{
    if (!source->head_given) {
        *bytes = source->head;
        *length = source->head_length;
        source->head_given = true;
    } else if (!next_bytes(source, bytes, length, error)) {
        return false;
    }
    lines_add(&source->lines, *bytes, *length);
    if (source->lines.length > UINT32_MAX)
        return error_set(error, STATUS_INPUT, "%s: files above 4 GB cannot be read.", source->name);
    return true;
}

bool source_read_all(struct source *source, char **bytes, size_t *length, struct error *error)
{
    size_t room = source->size ? (size_t)source->size + 1 : SOURCE_CHUNK;
    const char *next = source->head;
    size_t more = source->head_length;
    *bytes = mem_resize(NULL, room);
    *length = source->is_marked ? strlen(MARK) : 0;
    memcpy(*bytes, MARK, *length);
    do {
        if (*length + more >= room) {
            room = (*length + more) * 2;
            *bytes = mem_resize(*bytes, room);
        }
        if (more)
            memcpy(*bytes + *length, next, more);
        *length += more;
        if (!next_bytes(source, &next, &more, error))
            return false;
    } while (more);
    source->head_given = true;
    return true;
}

void source_close(struct source *source)
{
    if (source->descriptor >= 0)
        close(source->descriptor);
    if (source->decoder != (iconv_t)-1)
        iconv_close(source->decoder);
    free(source->memory);
    free(source->raw);
    free(source->decoded);
    free(source->head);
    source->memory = source->raw = source->decoded = source->head = NULL;
    source->descriptor = -1;
    source->decoder = (iconv_t)-1;
}
