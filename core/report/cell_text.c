#include "cell_text.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "escape.h"

#define REPLACEMENT "\xef\xbf\xbd"
#define CUT_NOTE "… (cut off: a cell has no room for more)"
#define CUT_NOTE_CHARACTERS 40

void cell_text_begin(struct cell_text *text)
{
    text->length = text->characters = text->cut_length = 0;
    text->is_cut = false;
    text->bytes[0] = '\0';
}

static void cut(struct cell_text *text)
{
    memcpy(text->bytes + text->cut_length, CUT_NOTE, sizeof(CUT_NOTE));
    text->length = text->cut_length + sizeof(CUT_NOTE) - 1;
    text->is_cut = true;
}

/* Adds bytes that belong together. No character has more bytes than three for each unit. */
static void add(struct cell_text *text, const char *bytes, size_t length, size_t characters)
{
    if (text->is_cut)
        return;
    if (text->characters + characters > CELL_CHARACTERS_MAX) {
        cut(text);
        return;
    }
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
    text->characters += characters;
    if (text->characters <= CELL_CHARACTERS_MAX - CUT_NOTE_CHARACTERS)
        text->cut_length = text->length;
}

/* Whether a workbook would read a character's code here: _x0041_ is the letter A. */
static bool is_code(const char *text)
{
    if (text[0] != '_' || text[1] != 'x')
        return false;
    for (size_t i = 2; i < 6; i++) {
        if (!isxdigit((unsigned char)text[i]))
            return false;
    }
    return text[6] == '_';
}

/* Whether XML has no such character, though Unicode has the code: U+FFFE and U+FFFF. */
static bool is_no_character(const char *text)
{
    return memcmp(text, "\xef\xbf\xbe", 3) == 0 || memcmp(text, "\xef\xbf\xbf", 3) == 0;
}

/* Control characters have signs from U+2400 on; those above U+0080 have none. */
static void add_control(struct cell_text *text, unsigned char control)
{
    char sign[] = "\xe2\x90\x80";
    sign[2] = (char)(control == 0x7f ? 0xa1 : 0x80 + control);
    if (control < 0x80)
        add(text, sign, 3, 1);
    else
        add(text, REPLACEMENT, 3, 1);
}

/* Adds one character; returns how many bytes it has. */
static size_t add_character(struct cell_text *text, const char *at)
{
    size_t length = utf8_length(at);
    if (length == 0 || (length == 3 && is_no_character(at)))
        add(text, REPLACEMENT, 3, 1);
    else if (is_control(at) && *at != '\t' && *at != '\n')
        add_control(text, (unsigned char)*at);
    else if (is_code(at))
        add(text, "_x005F_", 7, 7);
    else
        add(text, at, length, length == 4 ? 2 : 1);
    return length ? length : 1;
}

void cell_text_add(struct cell_text *text, const char *added)
{
    while (*added && !text->is_cut)
        added += add_character(text, added);
}

void cell_text_add_number(struct cell_text *text, size_t number)
{
    char digits[24];
    snprintf(digits, sizeof(digits), "%zu", number);
    cell_text_add(text, digits);
}
