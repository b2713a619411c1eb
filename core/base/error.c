#include "error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *reported = "nothing was reported";

void report_begins(void)
{
    reported = "not everything was reported";
}

const char *what_was_reported(void)
{
    return reported;
}

void cut_at_character(char *text)
{
    size_t length = strlen(text);
    size_t start = length;
    while (start > 0 && ((unsigned char)text[start - 1] & 0xc0) == 0x80)
        start--;
    if (start == 0 || (unsigned char)text[start - 1] < 0xc0)
        return;
    unsigned char first = (unsigned char)text[start - 1];
    size_t whole = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (length - (start - 1) < whole)
        text[start - 1] = '\0';
}

_Bool error_set(struct error *error, enum status status, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    error->status = status;
    vsnprintf(error->text, sizeof(error->text), format, arguments);
    va_end(arguments);
    cut_at_character(error->text);
    return 0;
}
