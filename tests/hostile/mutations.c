#include "mutations.h"

#include <stdlib.h>
#include <string.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))
#define LENGTH_MAX ((size_t)8 << 20) /* nothing grows beyond it */

/* A part of a text: from one byte up to another, which is not of it. */
struct span {
    size_t from;
    size_t to;
};

static uint64_t state;

void random_begin(uint64_t seed)
{
    state = seed;
}

/* splitmix64 */
size_t random_below(size_t limit)
{
    uint64_t z = state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    z ^= z >> 31;
    return limit ? (size_t)(z % limit) : 0;
}

/* Puts a piece in the place of a span. The piece may be a part of the text. */
static void replace(struct bytes *text, struct span span, const char *piece, size_t length)
{
    size_t tail = text->length - span.to;
    size_t whole = span.from + length + tail;
    char *made = whole <= LENGTH_MAX ? malloc(whole + 1) : NULL;
    if (!made)
        return;
    memcpy(made, text->at, span.from);
    memcpy(made + span.from, piece, length);
    memcpy(made + span.from + length, text->at + span.to, tail);
    free(text->at);
    *text = (struct bytes){made, whole};
}

static void take_out(struct bytes *text, struct span span)
{
    replace(text, span, "", 0);
}

static void put_in(struct bytes *text, size_t at, const char *piece, size_t length)
{
    replace(text, (struct span){at, at}, piece, length);
}

static struct span any_chunk(const struct bytes *text)
{
    size_t longest = random_below(2) ? 16 : 4000;
    size_t from = random_below(text->length);
    size_t length = random_below(longest);
    return (struct span){from, from + length < text->length ? from + length : text->length};
}

static struct span any_line(const struct bytes *text)
{
    struct span line = {random_below(text->length), 0};
    while (line.from > 0 && text->at[line.from - 1] != '\n')
        line.from--;
    line.to = line.from;
    while (line.to < text->length && text->at[line.to++] != '\n')
        ;
    return line;
}

/* The text of an element, a cell of a table. */
static struct span any_value(const struct bytes *text)
{
    size_t at = random_below(text->length);
    struct span value = {at, at};
    while (value.from > 0 && !strchr(">,\n", text->at[value.from - 1]))
        value.from--;
    while (value.to < text->length && !strchr("<,\r\n", text->at[value.to]))
        value.to++;
    return value;
}

/* An element with everything in it; in a text without any, a chunk. */
static struct span any_element(const struct bytes *text)
{
    char end[80] = "</";
    size_t at = random_below(text->length);
    const char *open = memchr(text->at + at, '<', text->length - at);
    size_t left = open ? text->length - (size_t)(open - text->at) : 0;
    size_t length = 0;
    while (length + 1 < left && length < sizeof(end) - 4 && !strchr(" />\n", open[length + 1]))
        length++;
    if (length == 0)
        return any_chunk(text);
    memcpy(end + 2, open + 1, length);
    end[length + 2] = '>';
    const char *close = memmem(open, left, end, length + 3);
    size_t from = (size_t)(open - text->at);
    return close ? (struct span){from, (size_t)(close - text->at) + length + 3} : any_chunk(text);
}

typedef struct span span_finder(const struct bytes *text);
static span_finder *const finders[] = {any_chunk, any_line, any_value, any_element};

static struct span any_span(const struct bytes *text)
{
    return finders[random_below(COUNT_OF(finders))](text);
}

static void change_bytes(struct bytes *text, const struct bytes *donor)
{
    (void)donor;
    for (size_t n = 1 + random_below(20); n > 0; n--)
        text->at[random_below(text->length)] = (char)random_below(256);
}

static void change_bits(struct bytes *text, const struct bytes *donor)
{
    (void)donor;
    for (size_t n = 1 + random_below(8); n > 0; n--)
        text->at[random_below(text->length)] ^= (char)(1 << random_below(8));
}

static void delete (struct bytes *text, const struct bytes *donor)
{
    (void)donor;
    take_out(text, any_span(text));
}

static void repeat(struct bytes *text, const struct bytes *donor)
{
    struct span span = any_span(text);
    size_t often = random_below(8) ? 1 : 1 + random_below(50);
    (void)donor;
    for (; often > 0; often--)
        put_in(text, span.to, text->at + span.from, span.to - span.from);
}

static void copy_elsewhere(struct bytes *text, const struct bytes *donor)
{
    struct span span = any_span(text);
    (void)donor;
    put_in(text, random_below(text->length), text->at + span.from, span.to - span.from);
}

static void cut_off(struct bytes *text, const struct bytes *donor)
{
    (void)donor;
    take_out(text, (struct span){random_below(text->length), text->length});
}

/* The beginning of one file, the end of another. */
static void splice(struct bytes *text, const struct bytes *donor)
{
    size_t from = random_below(donor->length);
    struct span tail = {random_below(text->length), text->length};
    replace(text, tail, donor->at + from, donor->length - from);
}

static void graft(struct bytes *text, const struct bytes *donor)
{
    struct span span = any_span(donor);
    put_in(text, random_below(text->length), donor->at + span.from, span.to - span.from);
}

static void take_value_of_donor(struct bytes *text, const struct bytes *donor)
{
    struct span span = any_value(donor);
    replace(text, any_value(text), donor->at + span.from, span.to - span.from);
}

/* Two spans of a kind change places; those that overlap stay. */
static void swap(struct bytes *text, const struct bytes *donor)
{
    span_finder *find = finders[random_below(COUNT_OF(finders))];
    struct span first = find(text);
    struct span second = find(text);
    (void)donor;
    if (first.from > second.from) {
        struct span other = first;
        first = second;
        second = other;
    }
    if (first.to > second.from)
        return;
    size_t length = second.to - second.from;
    put_in(text, first.from, text->at + second.from, length);
    first = (struct span){first.from + length, first.to + length};
    second = (struct span){second.from + length, second.to + length};
    replace(text, second, text->at + first.from, first.to - first.from);
    take_out(text, first);
}

/* What readers stumble over, as a value or anywhere. */
static void put_in_odd(struct bytes *text, const struct bytes *donor)
{
#define ODD(literal)                                                                               \
    {                                                                                              \
        literal, sizeof(literal) - 1                                                               \
    }
    static const struct {
        const char *at;
        size_t length;
    } odd[] = {ODD("\""),
               ODD("\"\n\""),
               ODD("\r"),
               ODD("\0"),
               ODD("\xff"),
               ODD("\xff\xfe"),
               ODD("\xef\xbb\xbf"),
               ODD("\xed\xa0\x80"),
               ODD("\xf4\x90\x80\x80"),
               ODD(";;;;"),
               ODD("<"),
               ODD("&"),
               ODD("&amp;"),
               ODD("&#0;"),
               ODD("<![CDATA["),
               ODD("]]>"),
               ODD("<!--"),
               ODD("<?x y?>"),
               ODD("<!DOCTYPE a []>"),
               ODD("<Message>"),
               ODD("-1"),
               ODD("99999999999999999999"),
               ODD("0001-01-01"),
               ODD("9999-12-31"),
               ODD("2026-02-30"),
               ODD("31/12/9999"),
               ODD("=1+1"),
               ODD("%s%n"),
               ODD("\x1b[31m"),
               ODD("\xf0\x9d\x94\xb8"),
               ODD(""),
               ODD("   "),
               ODD("PK\x03\x04")};
    size_t which = random_below(COUNT_OF(odd));
    struct span place = any_value(text);
    (void)donor;
    if (random_below(2))
        place.from = place.to;
    replace(text, place, odd[which].at, odd[which].length);
}

/* Now and then a value of up to 100,000 letters. */
static void lengthen(struct bytes *text, const struct bytes *donor)
{
    size_t length = random_below(10) ? random_below(300) : random_below(100000);
    char *letters = malloc(length + 1);
    (void)donor;
    if (!letters)
        return;
    memset(letters, 'A', length);
    replace(text, any_value(text), letters, length);
    free(letters);
}

void damage(struct bytes *text, const struct bytes *donor)
{
    static void (*const ways[])(struct bytes *, const struct bytes *) = {
        change_bytes, change_bits, delete, repeat,   copy_elsewhere,      cut_off,
        splice,       graft,       swap,   lengthen, take_value_of_donor, put_in_odd,
        swap,         put_in_odd,  delete, repeat};
    for (size_t n = 1 + random_below(4); n > 0; n--) {
        if (text->length > 0 && donor->length > 0)
            ways[random_below(COUNT_OF(ways))](text, donor);
    }
}
