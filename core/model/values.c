#include "values.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "../base/calendar.h"

bool fold_case(const char *text, size_t length, char *out, size_t size)
{
    bool fits = length < size;
    if (!fits)
        length = size - 1;
    for (size_t i = 0; i < length; i++)
        out[i] = text[i] >= 'a' && text[i] <= 'z' ? (char)(text[i] - 'a' + 'A') : text[i];
    out[length] = '\0';
    return fits;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A word begins behind what is neither letter nor digit, and where the one changes to the other. */
static bool begins_word(const char *text, size_t i)
{
    return i > 0 && (is_digit(text[i]) ? !is_digit(text[i - 1]) : !is_letter(text[i - 1]));
}

size_t label_code(const char *text, size_t length, char out[LABEL_CODE_MAX + 1])
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < length; i++) {
        if (!is_digit(text[i]) && !is_letter(text[i]))
            continue;
        if (used > 0 && begins_word(text, i))
            out[used++] = '_';
        if (used >= LABEL_CODE_MAX) {
            out[0] = '\0';
            return 0;
        }
        out[used++] = text[i] >= 'a' ? (char)(text[i] - 'a' + 'A') : text[i];
    }
    out[used] = '\0';
    return used;
}

int32_t read_number(const char *text, size_t length)
{
    bool negative = length > 0 && text[0] == '-';
    size_t i = negative || (length > 0 && text[0] == '+');
    if (i == length)
        return SV_NONE;
    int64_t number = 0;
    for (; i < length; i++) {
        if (!is_digit(text[i]))
            return SV_NONE;
        if (number <= INT32_MAX)
            number = number * 10 + (text[i] - '0');
    }
    if (number > INT32_MAX)
        number = INT32_MAX;
    return (int32_t)(negative ? -number : number);
}

static bool is_text(const char *text, size_t length, const char *other)
{
    return strlen(other) == length && memcmp(text, other, length) == 0;
}

static bool equals_lower(const char *text, size_t length, const char *lower)
{
    if (strlen(lower) != length)
        return false;
    for (size_t i = 0; i < length; i++) {
        char c = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] - 'A' + 'a') : text[i];
        if (c != lower[i])
            return false;
    }
    return true;
}

static int32_t read_flag(const char *text, size_t length, bool any_case)
{
    if (length == 1)
        return *text == '1' ? 1 : *text == '0' ? 0 : SV_NONE;
    bool (*equals)(const char *, size_t, const char *) = any_case ? equals_lower : is_text;
    if (equals(text, length, "true"))
        return 1;
    return equals(text, length, "false") ? 0 : SV_NONE;
}

/* Longer than any code. */
#define CODE_ROOM 32

static int find_label(const struct codes *codes, const char *text, size_t length)
{
    char code[LABEL_CODE_MAX + 1];
    size_t code_length = label_code(text, length, code);
    return code_length ? codes_find(codes, code, code_length) : -1;
}

/* *canonical is set when it is written as the list has it. */
static int32_t read_code(const struct store *store, const struct sv_field *field, const char *text,
                         size_t length, bool *canonical)
{
    char folded[CODE_ROOM];
    const struct codes *codes = layout_codes(store->layout, field->list);
    int number = codes_find(codes, text, length);
    *canonical = number >= 0;
    if (number < 0 && field->options & SV_AS_LABEL)
        number = find_label(codes, text, length);
    else if (number < 0 && field->options & SV_ANY_CASE &&
             fold_case(text, length, folded, sizeof(folded)))
        number = codes_find(codes, folded, length);
    return number < 0 ? SV_NONE : number;
}

bool is_day_type(uint8_t type)
{
    return type == SV_DATE || type == SV_DAY_MONTH_YEAR || type == SV_DATE_TIME ||
           type == SV_ZONED_DATE_TIME;
}

sv_day read_day(uint8_t type, const char *text, size_t length)
{
    switch (type) {
    case SV_DATE:
        return calendar_parse(text, length);
    case SV_DAY_MONTH_YEAR:
        return calendar_parse_dmy(text, length);
    case SV_DATE_TIME:
        return calendar_parse_date_time(text, length);
    case SV_ZONED_DATE_TIME:
        return calendar_parse_zoned(text, length);
    default:
        return SV_NONE;
    }
}

/* A number that is not negative. */
static int32_t read_count(const char *text, size_t length)
{
    int32_t number = read_number(text, length);
    return number < 0 ? SV_NONE : number;
}

/* The number of a value that is no code. */
static int32_t number_of(const struct sv_field *field, const char *text, size_t length)
{
    switch (field->type) {
    case SV_NUMBER:
        return read_number(text, length);
    case SV_COUNT:
        return read_count(text, length);
    case SV_FLAG:
        return read_flag(text, length, field->options & SV_ANY_CASE);
    case SV_TEXT:
        return 0;
    default:
        return read_day(field->type, text, length);
    }
}

/* The text that stands for a readable value when no text of its own is kept; NULL: none does. */
static const char *canonical(const struct sv_field *field, int32_t number, char room[VALUE_ROOM])
{
    switch (field->type) {
    case SV_CODE:
        return field->list->codes[number].code;
    case SV_DATE:
        calendar_format(number, room);
        return room;
    case SV_DAY_MONTH_YEAR:
        calendar_format_dmy(number, room);
        return room;
    case SV_NUMBER:
    case SV_COUNT:
        snprintf(room, VALUE_ROOM, "%d", number);
        return room;
    case SV_FLAG:
        return number ? "true" : "false";
    default:
        return NULL;
    }
}

/* Whether the number of a value that is no code stands for it as it is written. */
static bool is_canonical(const struct sv_field *field, int32_t number, const char *text,
                         size_t length)
{
    char room[VALUE_ROOM];
    switch (field->type) {
    case SV_TEXT:
        return false;
    case SV_DATE:
        return true;
    case SV_DAY_MONTH_YEAR:
        return length == sizeof("DD/MM/CCYY") - 1;
    default: {
        const char *same = canonical(field, number, room);
        return same && is_text(text, length, same);
    }
    }
}

void value_read(struct store *store, const struct sv_field *field, const char *text, size_t length,
                struct sv_value *value)
{
    bool remade = false; /* else the text is kept, as it cannot be made again */
    value->text = 0;
    value->number = SV_NONE;
    if (length == 0)
        return;
    if (field->type == SV_CODE) {
        value->number = read_code(store, field, text, length, &remade);
    } else {
        value->number = number_of(field, text, length);
        remade = value->number != SV_NONE && is_canonical(field, value->number, text, length);
    }
    if (!remade)
        value->text = texts_add(&store->texts, text, length);
}

const char *value_text(const struct store *store, const struct sv_field *field,
                       struct sv_value value, char room[VALUE_ROOM])
{
    if (value.text)
        return texts_get(&store->texts, value.text);
    return value.number == SV_NONE ? NULL : canonical(field, value.number, room);
}
