#include "csv_text.h"

#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"

#define REPLACEMENT 0xfffd
#define MARK "\xef\xbb\xbf"
#define MARK_LENGTH 3

/* A text on its way from raw to clean. */
struct cleaning {
    const char *raw;
    size_t length;
    bool windows_1252;
    char *out; /* NULL: it is only counted how long the clean text is */
    size_t written;
    csv_text_told *tell;
    void *context;
};

/* How many bytes of ASCII, without NUL, the text begins with. */
static size_t ascii_run(const char *bytes, size_t length)
{
    const uint64_t ones = 0x0101010101010101;
    size_t at = 0;
    uint64_t eight;
    for (; length - at >= sizeof(eight); at += sizeof(eight)) {
        memcpy(&eight, bytes + at, sizeof(eight));
        /* Taking 1 from each byte sets the highest bit of a NUL; the others have none to begin
         * with. */
        if ((eight | (eight - ones)) & (ones << 7))
            break;
    }
    while (at < length && (unsigned char)bytes[at] - 1U < 0x7f)
        at++;
    return at;
}

/* The length that the first byte of a character promises, and the least and greatest second byte
 * that make it neither longer than it need be, nor a surrogate, nor beyond U+10FFFF. */
static size_t promised_length(unsigned char first, unsigned char *least, unsigned char *most)
{
    *least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    *most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (first < 0x80)
        return 1;
    if (first < 0xc2 || first > 0xf4)
        return 0;
    return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

size_t csv_text_character(const char *bytes, size_t left)
{
    unsigned char least, most;
    const unsigned char *at = (const unsigned char *)bytes;
    size_t length = promised_length(at[0], &least, &most);
    if (length > left)
        return 0;
    if (length > 1 && (at[1] < least || at[1] > most))
        return 0;
    for (size_t i = 2; i < length; i++) {
        if ((at[i] & 0xc0) != 0x80)
            return 0;
    }
    return length;
}

/* How many bytes of clean UTF-8 the text begins with. *beyond_ascii is set when that is more than
 * ASCII, else left as it is. */
static size_t clean_run(const char *bytes, size_t length, bool *beyond_ascii)
{
    size_t at = 0;
    for (;;) {
        at += ascii_run(bytes + at, length - at);
        size_t character = at < length ? csv_text_character(bytes + at, length - at) : 0;
        if (character < 2)
            return at;
        *beyond_ascii = true;
        at += character;
    }
}

/* Whether there is no character of several bytes in a text that is not clean. */
static bool has_no_utf8(const char *bytes, size_t length)
{
    bool beyond_ascii = false;
    bool bad = false;
    size_t at = 0;
    while (!beyond_ascii) {
        at += clean_run(bytes + at, length - at, &beyond_ascii);
        if (at == length)
            break;
        bad |= bytes[at] != '\0';
        at++;
    }
    return bad && !beyond_ascii;
}

static void put(struct cleaning *cleaning, const char *bytes, size_t length)
{
    if (cleaning->out)
        memcpy(cleaning->out + cleaning->written, bytes, length);
    cleaning->written += length;
}

/* One character of U+0080 to U+FFFF. */
static void put_character(struct cleaning *cleaning, unsigned character)
{
    char bytes[3] = {(char)(0xe0 | character >> 12), (char)(0x80 | (character >> 6 & 0x3f)),
                     (char)(0x80 | (character & 0x3f))};
    char two[2] = {(char)(0xc0 | (character >> 6 & 0x1f)), bytes[2]};
    if (character < 0x800)
        put(cleaning, two, sizeof(two));
    else
        put(cleaning, bytes, sizeof(bytes));
}

/* What a byte from 0x80 on means in Windows-1252. Five bytes mean nothing. */
static unsigned from_windows_1252(unsigned char byte)
{
    static const uint16_t beyond_latin_1[32] = {
        0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
        0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};
    if (byte >= 0xa0)
        return byte;
    return beyond_latin_1[byte - 0x80] ? beyond_latin_1[byte - 0x80] : REPLACEMENT;
}

static void tell(const struct cleaning *cleaning, enum csv_text_defect kind)
{
    if (cleaning->out && cleaning->tell)
        cleaning->tell(cleaning->context, kind, (uint32_t)cleaning->written);
}

/* Puts what a byte that is not clean stands for. `told` tells of the whole file's being
 * Windows-1252. */
static void put_unclean(struct cleaning *cleaning, unsigned char byte, bool *told)
{
    if (byte == '\0') {
        tell(cleaning, CSV_TEXT_NUL);
        put_character(cleaning, REPLACEMENT);
    } else if (!cleaning->windows_1252) {
        tell(cleaning, CSV_TEXT_BAD_BYTE);
        put_character(cleaning, REPLACEMENT);
    } else {
        if (!*told)
            tell(cleaning, CSV_TEXT_WINDOWS_1252);
        *told = true;
        put_character(cleaning, from_windows_1252(byte));
    }
}

static void clean(struct cleaning *cleaning)
{
    bool ignored = false;
    bool told = false;
    size_t at = 0;
    cleaning->written = 0;
    for (;;) {
        size_t run = clean_run(cleaning->raw + at, cleaning->length - at, &ignored);
        put(cleaning, cleaning->raw + at, run);
        at += run;
        if (at == cleaning->length)
            return;
        put_unclean(cleaning, (unsigned char)cleaning->raw[at], &told);
        at++;
    }
}

/* A clean copy in place of what `text` has. False when it would be too long. */
static bool replace(struct csv_text *text, struct cleaning *cleaning)
{
    clean(cleaning);
    if (cleaning->written > UINT32_MAX)
        return false;
    cleaning->out = mem_resize(NULL, cleaning->written);
    clean(cleaning);
    free(text->memory);
    *text = (struct csv_text){cleaning->out, cleaning->out, cleaning->written};
    return true;
}

bool csv_text_clean(struct csv_text *text, char *raw, size_t length, csv_text_told *defect,
                    void *context)
{
    bool marked = length >= MARK_LENGTH && memcmp(raw, MARK, MARK_LENGTH) == 0;
    bool ignored = false;
    *text = (struct csv_text){.memory = raw, .bytes = raw + (marked ? MARK_LENGTH : 0)};
    text->length = length - (marked ? MARK_LENGTH : 0);
    bool fits = text->length <= UINT32_MAX;
    if (fits && clean_run(text->bytes, text->length, &ignored) < text->length) {
        struct cleaning cleaning = {.raw = text->bytes, .length = text->length};
        cleaning.windows_1252 = !marked && has_no_utf8(text->bytes, text->length);
        cleaning.tell = defect;
        cleaning.context = context;
        fits = replace(text, &cleaning);
    }
    if (fits)
        return true;
    free(text->memory);
    *text = (struct csv_text){0};
    return false;
}
