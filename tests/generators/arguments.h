/* Arguments of the generators of synthetic returns. */
#ifndef ARGUMENTS_H
#define ARGUMENTS_H

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Up to nine digits; false if it is no number, or not in the range. */
static inline bool parse_number(const char *text, unsigned long least, unsigned long most,
                                unsigned long *number)
{
    char *end = NULL;

    if (text == NULL || text[0] < '0' || text[0] > '9' || strlen(text) > 9)
        return false;
    *number = strtoul(text, &end, 10);
    return *end == '\0' && *number >= least && *number <= most;
}

#endif
