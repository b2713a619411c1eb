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

/* What is not UTF-8, as in the encoding that a file declares, would not be shown as one sentence.
 */
void terminal_text(FILE *out, const char *text)
{
    while (*text) {
        size_t length = utf8_length(text);
        if (length == 0)
            fputs_unlocked("\xef\xbf\xbd", out);
        else if (is_control(text))
            putc_unlocked(' ', out);
        else
            fwrite_unlocked(text, 1, length, out);
        text += length ? length : 1;
    }
}
