#include "escape.h"

#include <string.h>

static void json_escape(FILE *out, unsigned char c)
{
    switch (c) {
    case '"':
        fputs("\\\"", out);
        break;
    case '\\':
        fputs("\\\\", out);
        break;
    case '\n':
        fputs("\\n", out);
        break;
    case '\r':
        fputs("\\r", out);
        break;
    case '\t':
        fputs("\\t", out);
        break;
    default:
        fprintf(out, "\\u%04x", c);
        break;
    }
}

static int needs_escape(unsigned char c)
{
    return c < 0x20 || c == '"' || c == '\\' || c == 0x7f;
}

void json_string(FILE *out, const char *text)
{
    if (!text) {
        fputs("null", out);
        return;
    }
    putc_unlocked('"', out);
    while (*text) {
        size_t plain = 0;
        while (text[plain] && !needs_escape((unsigned char)text[plain]))
            plain++;
        fwrite_unlocked(text, 1, plain, out);
        text += plain;
        if (*text)
            json_escape(out, (unsigned char)*text++);
    }
    putc_unlocked('"', out);
}

void csv_cell(FILE *out, const char *text)
{
    if (!text)
        return;
    int formula = text[0] && strchr("=+-@\t\r", text[0]) != NULL;
    if (!formula && !strpbrk(text, ",\"\r\n;")) {
        fputs_unlocked(text, out);
        return;
    }
    putc_unlocked('"', out);
    if (formula)
        putc_unlocked('\'', out);
    for (; *text; text++) {
        if (*text == '"')
            putc_unlocked('"', out);
        putc_unlocked(*text, out);
    }
    putc_unlocked('"', out);
}

void terminal_text(FILE *out, const char *text)
{
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        int c1_control =
            c == 0xc2 && (unsigned char)text[1] >= 0x80 && (unsigned char)text[1] < 0xa0;
        if (c1_control)
            text++;
        putc_unlocked(c < 0x20 || c == 0x7f || c1_control ? ' ' : c, out);
    }
}
