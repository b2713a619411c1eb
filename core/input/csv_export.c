#include "csv_export.h"

#include <string.h>
#include <strings.h>

#include "../model/values.h"

static bool are_digits(const char *text, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
    }
    return true;
}

/* 1 to 12; 0: no month. */
static int month_named(const char *name)
{
    static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec"};
    for (int i = 0; i < 12; i++) {
        if (strncasecmp(name, months[i], 3) == 0)
            return i + 1;
    }
    return 0;
}

/* The month of CCYY-Mon-DD hh:mm:ss; 0: the text is none. Whether the day and time exist is not
 * asked here. */
static int exported_month(const char *text, size_t length)
{
    bool has_form = length == sizeof("CCYY-Mon-DD hh:mm:ss") - 1 && are_digits(text, 4) &&
                    text[4] == '-' && text[8] == '-' && are_digits(text + 9, 2) &&
                    text[11] == ' ' && are_digits(text + 12, 2) && text[14] == ':' &&
                    are_digits(text + 15, 2) && text[17] == ':' && are_digits(text + 18, 2);
    return has_form ? month_named(text + 5) : 0;
}

static void turn_date(const struct sv_field *field, const char **text, size_t *length, char *room)
{
    const char *exported = *text;
    int month = exported_month(exported, *length);
    if (month == 0)
        return;
    memcpy(room, exported, sizeof("CCYY-") - 1);
    room[5] = month < 10 ? '0' : '1';
    room[6] = (char)('0' + month % 10);
    memcpy(room + 7, exported + 8, sizeof("-DD") - 1);
    *text = room;
    *length = sizeof("CCYY-MM-DD") - 1;
    if (field->type == SV_DATE)
        return;
    room[*length] = 'T';
    memcpy(room + *length + 1, exported + 12, sizeof("hh:mm:ss") - 1);
    *length += sizeof("Thh:mm:ss") - 1;
}

/* A list of the codes 1 and 0 and of no others. */
static bool is_yes_or_no(const struct sv_code_list *list)
{
    return list->count == 2 && strchr("01", list->codes[0].code[0]) &&
           strchr("01", list->codes[1].code[0]) && !list->codes[0].code[1] &&
           !list->codes[1].code[1];
}

static bool is_word(const char *text, size_t length, const char *word)
{
    return length == strlen(word) && strncasecmp(text, word, length) == 0;
}

bool csv_export_is_null(const char *text, size_t length)
{
    return length == 4 && memcmp(text, "NULL", 4) == 0;
}

void csv_export_turn(const struct sv_field *field, const char **text, size_t *length,
                     char room[CSV_EXPORT_ROOM])
{
    if (csv_export_is_null(*text, *length)) {
        *length = 0;
    } else if (is_day_type(field->type) && field->type != SV_DAY_MONTH_YEAR) {
        turn_date(field, text, length, room);
    } else if (field->type == SV_CODE && is_yes_or_no(field->list)) {
        bool yes = is_word(*text, *length, "true");
        if (!yes && !is_word(*text, *length, "false"))
            return;
        *text = yes ? "1" : "0";
        *length = 1;
    }
}
