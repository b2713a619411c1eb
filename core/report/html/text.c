/* Text in HTML, and in the JSON that stands in it. */
#include <string.h>

#include "../escape.h"
#include "html.h"

/* Characters of a value that are shown; CSV and JSON have all of it. */
#define VALUE_SHOWN 200

#define REPLACEMENT "\xef\xbf\xbd"

/* What stands for a character of one byte in HTML; NULL: the character itself. */
static const char *entity_of(const char *text)
{
    switch (*text) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\r':
        return "&#13;";
    case '\t':
    case '\n':
        return NULL;
    default:
        return is_control(text) ? REPLACEMENT : NULL;
    }
}

/* Adds one character of UTF-8; returns how many bytes it has. */
static size_t add_character(struct buffer *out, const char *text)
{
    char character[5] = "";
    size_t length = utf8_length(text);
    const char *instead = length ? entity_of(text) : REPLACEMENT;
    memcpy(character, text, length);
    buffer_text(out, instead ? instead : character);
    return length ? length : 1;
}

static size_t add_up_to(struct buffer *out, const char *text, size_t characters)
{
    size_t at = 0;
    for (; text[at] && characters > 0; characters--)
        at += add_character(out, text + at);
    return at;
}

void html_text(struct buffer *out, const char *text)
{
    add_up_to(out, text, SIZE_MAX);
}

void html_isolated(struct buffer *out, const char *text)
{
    buffer_text(out, "<bdi>");
    html_text(out, text);
    buffer_text(out, "</bdi>");
}

static size_t count_characters(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += ((unsigned char)*text & 0xc0) != 0x80;
    return count;
}

void html_value(struct buffer *out, const struct report *report, const char *value)
{
    if (!value) {
        buffer_text(out, identity_redacts(report->identity) ? "<i>left out</i>" : "<i>missing</i>");
        return;
    }
    buffer_text(out, "<bdi class=\"value\">");
    size_t shown = add_up_to(out, value, VALUE_SHOWN);
    buffer_text(out, "</bdi>");
    if (value[shown]) {
        buffer_text(out, "<i>… (");
        html_count(out, count_characters(value), "character", "characters");
        buffer_text(out, ")</i>");
    }
}

void html_element(struct buffer *out, const char *tag, const char *text)
{
    char name[32] = "";
    memcpy(name, tag, strcspn(tag, " "));
    buffer_text(out, "<");
    buffer_text(out, tag);
    buffer_text(out, ">");
    html_text(out, text);
    buffer_text(out, "</");
    buffer_text(out, name);
    buffer_text(out, ">");
}

void html_number(struct buffer *out, size_t number)
{
    char digits[24];
    char grouped[36];
    size_t length = (size_t)snprintf(digits, sizeof(digits), "%zu", number);
    size_t at = 0;
    for (size_t i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            grouped[at++] = ',';
        grouped[at++] = digits[i];
    }
    grouped[at] = '\0';
    buffer_text(out, grouped);
}

void html_count(struct buffer *out, size_t number, const char *one, const char *many)
{
    html_number(out, number);
    buffer_text(out, " ");
    html_text(out, number == 1 ? one : many);
}

const char *html_month_name(int month)
{
    static const char *const names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return names[month];
}

void html_day(struct buffer *out, sv_day day)
{
    char text[48];
    struct sv_date date = sv_date_of(day);
    snprintf(text, sizeof(text), "%d %s %d", date.day, html_month_name(date.month - 1), date.year);
    buffer_text(out, text);
}

/* What may not stand in a script element as it is: what could end it, and the two separators of
 * lines that only JSON allows in a string. */
static bool is_unsafe(const char *text)
{
    return strchr("<>&", *text) || strncmp(text, "\xe2\x80\xa8", 3) == 0 ||
           strncmp(text, "\xe2\x80\xa9", 3) == 0;
}

static void add_json_escape(struct buffer *out, const char *text, size_t length)
{
    char escape[8];
    unsigned code = (unsigned char)*text;
    if (length == 3)
        code = 0x2000 | (((unsigned char)text[1] & 0x3fU) << 6) | ((unsigned char)text[2] & 0x3fU);
    else if (length == 2)
        code = ((unsigned char)*text & 0x1fU) << 6 | ((unsigned char)text[1] & 0x3fU);
    snprintf(escape, sizeof(escape), "\\u%04x", code);
    buffer_text(out, escape);
}

/* Bytes from here on that may stand in a JSON string as they are. */
static size_t plain_length(const char *text)
{
    size_t at = 0;
    while ((unsigned char)text[at] >= 0x20 && (unsigned char)text[at] < 0x7f &&
           !strchr("\"\\<>&", text[at]))
        at++;
    return at;
}

/* One character that is not plain; returns how many bytes it has. */
static size_t add_special(struct buffer *out, const char *text)
{
    char character[5] = "";
    size_t length = utf8_length(text);
    memcpy(character, text, length);
    if (length == 0)
        buffer_text(out, REPLACEMENT);
    else if (is_control(text) || is_unsafe(text) || *text == '"' || *text == '\\')
        add_json_escape(out, text, length);
    else
        buffer_text(out, character);
    return length ? length : 1;
}

void html_json(struct buffer *out, const char *text)
{
    if (!text) {
        buffer_text(out, "0");
        return;
    }
    buffer_text(out, "\"");
    while (*text) {
        size_t length = plain_length(text);
        buffer_bytes(out, text, length);
        text += length;
        if (*text)
            text += add_special(out, text);
    }
    buffer_text(out, "\"");
}
