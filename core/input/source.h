/* One file of a submission as a stream of UTF-8 bytes. */
#ifndef STATVAL_SOURCE_H
#define STATVAL_SOURCE_H

#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "../base/error.h"
#include "lines.h"

#define SOURCE_CHUNK ((size_t)64 * 1024)

enum source_form {
    SOURCE_XML, /* begins with "<" */
    SOURCE_ZIP,
    SOURCE_TEXT /* anything else */
};

struct source {
    const char *name; /* as given; "-" for standard input */
    enum source_form form;
    int descriptor; /* -1: closed, perhaps until more is read, or the file lies in memory */
    bool may_rest;  /* a regular file, which can be opened again: this one */
    dev_t device;
    ino_t inode;
    bool ended;           /* it was read to its end */
    char *memory;         /* what it lies in; NULL: it does not */
    size_t memory_at;     /* bytes of it that were read */
    uint64_t size;        /* bytes of the file; 0: not known */
    uint64_t limit;       /* most bytes that are read */
    uint64_t consumed;    /* bytes read from the file */
    iconv_t decoder;      /* to UTF-8; (iconv_t)-1: it is UTF-8 already */
    const char *encoding; /* name for messages */
    bool is_marked;       /* a byte order mark of UTF-8 was left out */
    char *raw;            /* bytes read but not decoded yet */
    size_t raw_length;
    bool raw_given; /* what is in `raw` was handed out as it is */
    char *decoded;  /* room for decoded bytes, when there is a decoder */
    char *head;     /* the first bytes, decoded, for detection */
    size_t head_length;
    bool head_given;
    struct lines lines;
};

/** Opens a file ("-": standard input), finds out its encoding and reads its head; then it is closed
 *  until more of it is read, as a submission may have more files than can be open at one time.
 *  `limit`: most bytes to read. Fails with STATUS_INPUT when it is not there, empty or compressed
 * otherwise than as zip. source_close() it in either case. */
bool source_open(struct source *source, const char *name, uint64_t limit, struct error *error);

/** The same for a file that lies in memory, which becomes the source's: an entry of an archive. */
bool source_open_memory(struct source *source, const char *name, char *memory, size_t length,
                        uint64_t limit, struct error *error);

/** Reads a file that is not decoded to its end, in place of source_read(): *bytes with *length
 *  bytes, to be freed, a byte order mark among them. Lines are not noted. */
bool source_read_all(struct source *source, char **bytes, size_t *length, struct error *error);

/** Adds the next bytes to the head. *more is false when there are none, or the head is as large as
 *  it may be. */
bool source_extend_head(struct source *source, bool *more, struct error *error);

/** The next decoded bytes, beginning with the head; valid until the next call. *length is 0 at the
 *  end of the file. */
bool source_read(struct source *source, const char **bytes, size_t *length, struct error *error);

void source_close(struct source *source);

#endif
