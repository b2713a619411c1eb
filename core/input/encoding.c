#include "encoding.h"

#include <string.h>
#include <strings.h>

#include "../model/values.h"

struct signature {
    const char *bytes;
    size_t length;
    const char *is;
};

static const struct signature no_text[] = {
    {"\x1f\x8b", 2, "compressed with gzip. Unpack it first"},
    {"\xd0\xcf\x11\xe0", 4,
     "an old Office document, not a return. Export the return as XML or CSV"},
    {"%PDF", 4, "a PDF document, not a return"},
    {"\xff\xfe\0\0", 4, "XML in the encoding UTF-32. Export it as UTF-8"},
    {"\0\0\xfe\xff", 4, "XML in the encoding UTF-32. Export it as UTF-8"},
};

static const struct signature encodings[] = {
    {"\xff\xfe", 2, "UTF-16"},
    {"\xfe\xff", 2, "UTF-16"},
    {"<\0", 2, "UTF-16LE"},
    {"\0<", 2, "UTF-16BE"},
};

/* Names of encodings in XML declarations, and what iconv calls them; NULL: UTF-8. */
static const char *const declared_names[][2] = {
    {"UTF-8", NULL},
    {"US-ASCII", NULL},
    {"ASCII", NULL},
    {"ISO-8859-1", "ISO-8859-1"},
    {"ISO-8859-15", "ISO-8859-15"},
    {"latin1", "ISO-8859-1"},
    {"windows-1252", "WINDOWS-1252"},
    {"cp1252", "WINDOWS-1252"},
};

static bool begins_with(const char *bytes, size_t length, const struct signature *signature)
{
    return length >= signature->length && memcmp(bytes, signature->bytes, signature->length) == 0;
}

/* The value of encoding="..." in the XML declaration; length 0: none. */
static size_t declared_encoding(const char *bytes, size_t length, const char **value)
{
    const char *end = memchr(bytes, '>', length);
    if (!end || length < 5 || memcmp(bytes, "<?xml", 5) != 0)
        return 0;
    const char *at = memmem(bytes, (size_t)(end - bytes), "encoding", 8);
    if (!at)
        return 0;
    at += 8;
    while (at < end && (*at == '=' || is_white_space(*at)))
        at++;
    const char *close = at < end ? memchr(at + 1, *at, (size_t)(end - at - 1)) : NULL;
    if (!close || (*at != '"' && *at != '\''))
        return 0;
    *value = at + 1;
    return (size_t)(close - at - 1);
}

static bool known_encoding(const char *file, const char *name, size_t length, const char **encoding,
                           struct error *error)
{
    for (size_t i = 0; i < sizeof(declared_names) / sizeof(declared_names[0]); i++) {
        const char *known = declared_names[i][0];
        if (strlen(known) == length && strncasecmp(known, name, length) == 0) {
            *encoding = declared_names[i][1];
            return true;
        }
    }
    return error_set(
        error, STATUS_INPUT,
        "%s: the encoding \"%.*s\" that the file declares is not supported. Export the "
        "file as UTF-8.",
        file, length < 40 ? (int)length : 40, name);
}

static bool refuse_empty(const char *file, const char *bytes, size_t length, struct error *error)
{
    size_t at = 0;
    while (at < length && is_white_space(bytes[at]))
        at++;
    return at < length || error_set(error, STATUS_INPUT, "%s: the file is empty.", file);
}

bool encoding_of(const char *name, const char *bytes, size_t length, const char **encoding,
                 size_t *mark, struct error *error)
{
    static const struct signature utf8_mark = {"\xef\xbb\xbf", 3, ""};
    *encoding = NULL;
    *mark = 0;
    for (size_t i = 0; i < sizeof(no_text) / sizeof(no_text[0]); i++) {
        if (begins_with(bytes, length, &no_text[i]))
            return error_set(error, STATUS_INPUT, "%s: the file is %s.", name, no_text[i].is);
    }
    for (size_t i = 0; i < sizeof(encodings) / sizeof(encodings[0]); i++) {
        if (begins_with(bytes, length, &encodings[i])) {
            *encoding = encodings[i].is;
            return true;
        }
    }
    *mark = begins_with(bytes, length, &utf8_mark) ? utf8_mark.length : 0;
    if (!refuse_empty(name, bytes + *mark, length - *mark, error))
        return false;
    const char *value = NULL;
    size_t value_length = *mark ? 0 : declared_encoding(bytes, length, &value);
    return value_length == 0 || known_encoding(name, value, value_length, encoding, error);
}
