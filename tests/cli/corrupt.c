/* Damages a file in a way that the seed decides: corrupt SEED FILE. For tests of the reading. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROOM ((size_t)1 << 22)

static uint64_t state;

/* A number below `limit` (xorshift). */
static size_t pick(size_t limit)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return limit ? (size_t)(state % limit) : 0;
}

static size_t flip(char *bytes, size_t length)
{
    for (size_t n = 1 + pick(20); n > 0 && length > 0; n--)
        bytes[pick(length)] = (char)pick(256);
    return length;
}

static size_t cut_out(char *bytes, size_t length)
{
    size_t from = pick(length);
    size_t count = pick(length - from < 400 ? length - from : 400);
    memmove(bytes + from, bytes + from + count, length - from - count);
    return length - count;
}

static size_t put_in(char *bytes, size_t length)
{
    static const char *const pieces[] = {"\"",     ",",    "\xff", "\r", "\n\n",
                                         "\"\n\"", ";;;;", "<",    "&"};
    const char *piece = pieces[pick(sizeof(pieces) / sizeof(pieces[0]))];
    size_t at = pick(length);
    size_t more = strlen(piece);
    memmove(bytes + at + more, bytes + at, length - at);
    memcpy(bytes + at, piece, more);
    return length + more;
}

/* Leaves one cell out of every line: a column is gone. */
static size_t drop_column(char *bytes, size_t length)
{
    size_t dropped = pick(6);
    size_t column = 0;
    size_t kept = 0;
    for (size_t i = 0; i < length; i++) {
        column = bytes[i] == '\n' ? 0 : column + (bytes[i] == ',');
        if (column != dropped || bytes[i] == '\n')
            bytes[kept++] = bytes[i];
    }
    return kept;
}

int main(int count, char **words)
{
    static char bytes[ROOM + 16];
    FILE *file = count == 3 ? fopen(words[2], "rb") : NULL;
    if (!file)
        return 2;
    state = strtoull(words[1], NULL, 10) * UINT64_C(0x9e3779b97f4a7c15) + 1;
    size_t length = fread(bytes, 1, ROOM, file);
    size_t (*const ways[])(char *, size_t) = {flip, cut_out, put_in, drop_column};
    fclose(file);
    for (size_t n = 1 + pick(3); n > 0; n--)
        length = ways[pick(4)](bytes, length);
    if (pick(8) == 0)
        length = pick(length);
    file = fopen(words[2], "wb");
    return file && fwrite(bytes, 1, length, file) == length && fclose(file) == 0 ? 0 : 2;
}
