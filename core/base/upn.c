#include "upn.h"

#include <string.h>

#define UPN_LENGTH 13

static const char letters[] = "ABCDEFGHJKLMNPQRTUVWXYZ";

/* Value of the character at place i (from 1) of a number: a digit, or a letter at the end; -1 else.
 */
static int value_at(const char *upn, int i)
{
    char c = upn[i - 1];
    if (c >= '0' && c <= '9')
        return c - '0';
    const char *letter = i == UPN_LENGTH && c ? strchr(letters, c) : NULL;
    return letter ? (int)(letter - letters) : -1;
}

char upn_check_letter(const char *upn)
{
    if (strlen(upn) != UPN_LENGTH)
        return 0;
    int sum = 0;
    for (int i = 2; i <= UPN_LENGTH; i++) {
        int value = value_at(upn, i);
        if (value < 0)
            return 0;
        sum += value * i;
    }
    return letters[sum % 23];
}
