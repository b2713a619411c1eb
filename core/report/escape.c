#include "escape.h"

#include <string.h>

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
