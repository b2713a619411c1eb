#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/memory.h"
#include "encoding.h"

/* Where a header is looked for: long comments may stand before it. */
#define HEAD_MAX ((size_t)4 * 1024 * 1024)

static bool open_file(struct source *source, struct error *error)
{
    if (strcmp(source->name, "-") == 0) {
        source->descriptor = dup(STDIN_FILENO);
        return true;
    }
    source->descriptor = open(source->name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (source->descriptor < 0)
        return error_set(error, STATUS_INPUT, "%s: %s.", source->name,
                         errno == ENOENT ? "there is no such file" : strerror(errno));
    struct stat info;
    if (fstat(source->descriptor, &info) == 0 && S_ISREG(info.st_mode))
        source->size = (uint64_t)info.st_size;
    return true;
}

static bool refuse_size(const struct source *source, struct error *error)
{
    return error_set(error, STATUS_INPUT,
                     "%s: the file is larger than %llu MB. If it really is a return, raise the "
                     "limit with --max-size MB.",
                     source->name, (unsigned long long)(source->limit / 1000000));
}

/* Fills `raw` up to one chunk; fewer bytes mean the end of the file. */
static bool fill_raw(struct source *source, struct error *error)
{
    while (source->raw_length < SOURCE_CHUNK) {
        ssize_t got = read(source->descriptor, source->raw + source->raw_length,
                           SOURCE_CHUNK - source->raw_length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return error_set(error, STATUS_INPUT, "%s: cannot be read: %s.", source->name,
                             strerror(errno));
        if (got == 0)
            break;
        source->raw_length += (size_t)got;
        source->consumed += (uint64_t)got;
        if (source->consumed > source->limit)
            return refuse_size(source, error);
    }
    return true;
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
    source->raw_length -= mark;
    memmove(source->raw, source->raw + mark, source->raw_length);
    if (!source->encoding)
        return true;
    source->decoder = iconv_open("UTF-8", source->encoding);
    source->decoded = mem_new(SOURCE_CHUNK * 4, 1);
    return source->decoder != (iconv_t)-1 ||
           error_set(error, STATUS_INSTALLATION, "This system cannot decode %s.", source->encoding);
}

bool source_open(struct source *source, const char *name, uint64_t limit, struct error *error)
{
    *source =
        (struct source){.name = name, .descriptor = -1, .limit = limit, .decoder = (iconv_t)-1};
    if (!open_file(source, error))
        return false;
    source->raw = mem_new(SOURCE_CHUNK, 1);
    if (source->size > limit)
        return refuse_size(source, error);
    bool more;
    return fill_raw(source, error) && choose_decoder(source, error) &&
           source_extend_head(source, &more, error);
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

void source_close(struct source *source)
{
    if (source->descriptor >= 0)
        close(source->descriptor);
    if (source->decoder != (iconv_t)-1)
        iconv_close(source->decoder);
    free(source->raw);
    free(source->decoded);
    free(source->head);
    source->raw = source->decoded = source->head = NULL;
    source->descriptor = -1;
    source->decoder = (iconv_t)-1;
}
