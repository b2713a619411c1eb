#include "buffer.h"

#include <stdbool.h>
#include <string.h>

void buffer_flush(struct buffer *buffer)
{
    fwrite(buffer->bytes, 1, buffer->used, buffer->file);
    buffer->used = 0;
}

static void add(struct buffer *buffer, const char *bytes, size_t length)
{
    if (length > sizeof(buffer->bytes) - buffer->used)
        buffer_flush(buffer);
    if (length > sizeof(buffer->bytes)) {
        fwrite(bytes, 1, length, buffer->file);
        return;
    }
    memcpy(buffer->bytes + buffer->used, bytes, length);
    buffer->used += length;
}

void buffer_text(struct buffer *buffer, const char *text)
{
    add(buffer, text, strlen(text));
}

void buffer_number(struct buffer *buffer, uint64_t number)
{
    char digits[20];
    size_t first = sizeof(digits);
    do {
        digits[--first] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    add(buffer, digits + first, sizeof(digits) - first);
}

static void add_escaped(struct buffer *buffer, unsigned char c)
{
    static const char hex[] = "0123456789abcdef";
    static const char plain[] = "\"\\\n\r\t";
    static const char letters[] = "\"\\nrt";
    const char *known = strchr(plain, c);
    char text[6] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
    if (known)
        text[1] = letters[known - plain];
    add(buffer, text, known ? 2 : sizeof(text));
}

/* Bytes of the UTF-8 character at `text`; 0: there is none. Names of files may be anything. */
static size_t character_length(const unsigned char *text)
{
    size_t length = text[0] < 0x80 ? 1 : text[0] >= 0xf0 ? 4 : text[0] >= 0xe0 ? 3 : 2;
    if ((text[0] >= 0x80 && text[0] < 0xc2) || text[0] > 0xf4)
        return 0;
    bool too_long = (text[0] == 0xe0 && text[1] < 0xa0) || (text[0] == 0xf0 && text[1] < 0x90);
    bool surrogate = text[0] == 0xed && text[1] >= 0xa0;
    if (too_long || surrogate || (text[0] == 0xf4 && text[1] >= 0x90))
        return 0;
    for (size_t i = 1; i < length; i++) {
        if ((text[i] & 0xc0) != 0x80)
            return 0;
    }
    return length;
}

static int is_plain(unsigned char c)
{
    return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

/* One character that is not plain; returns how many bytes it has. */
static size_t add_special(struct buffer *buffer, const char *text)
{
    size_t length = character_length((const unsigned char *)text);
    if (length == 0) {
        add(buffer, "\\ufffd", 6);
        return 1;
    }
    if (length > 1)
        add(buffer, text, length);
    else
        add_escaped(buffer, (unsigned char)*text);
    return length;
}

void buffer_json(struct buffer *buffer, const char *text)
{
    if (!text) {
        add(buffer, "null", 4);
        return;
    }
    add(buffer, "\"", 1);
    while (*text) {
        size_t length = 0;
        while (is_plain((unsigned char)text[length]))
            length++;
        add(buffer, text, length);
        text += length;
        if (*text)
            text += add_special(buffer, text);
    }
    add(buffer, "\"", 1);
}
