#include "buffer.h"

#include <string.h>

#include "escape.h"

void buffer_flush(struct buffer *buffer)
{
    fwrite(buffer->bytes, 1, buffer->used, buffer->file);
    buffer->used = 0;
}

void buffer_bytes(struct buffer *buffer, const char *bytes, size_t length)
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
    buffer_bytes(buffer, text, strlen(text));
}

void buffer_number(struct buffer *buffer, uint64_t number)
{
    char digits[20];
    size_t first = sizeof(digits);
    do {
        digits[--first] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    buffer_bytes(buffer, digits + first, sizeof(digits) - first);
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
    buffer_bytes(buffer, text, known ? 2 : sizeof(text));
}

static int is_plain(unsigned char c)
{
    return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

/* One character that is not plain; returns how many bytes it has. */
static size_t add_special(struct buffer *buffer, const char *text)
{
    size_t length = utf8_length(text);
    if (length == 0) {
        buffer_bytes(buffer, "\\ufffd", 6);
        return 1;
    }
    if (length > 1)
        buffer_bytes(buffer, text, length);
    else
        add_escaped(buffer, (unsigned char)*text);
    return length;
}

void buffer_json(struct buffer *buffer, const char *text)
{
    if (!text) {
        buffer_bytes(buffer, "null", 4);
        return;
    }
    buffer_bytes(buffer, "\"", 1);
    while (*text) {
        size_t length = 0;
        while (is_plain((unsigned char)text[length]))
            length++;
        buffer_bytes(buffer, text, length);
        text += length;
        if (*text)
            text += add_special(buffer, text);
    }
    buffer_bytes(buffer, "\"", 1);
}
