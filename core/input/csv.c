#include "csv.h"

#include <stdlib.h>
#include <string.h>

/* What a byte means in a cell without quotes. */
enum byte_class { ORDINARY, QUOTE, LINE_END, DELIMITER };

void csv_begin(struct csv *csv, const char *bytes, size_t length, char delimiter)
{
    *csv = (struct csv){.bytes = bytes, .length = length, .delimiter = delimiter};
    csv->classes['"'] = QUOTE;
    csv->classes['\n'] = LINE_END;
    csv->classes['\r'] = LINE_END;
    csv->classes[(unsigned char)delimiter] = DELIMITER;
}

void csv_end(struct csv *csv)
{
    free(csv->cells);
    csv->cells = NULL;
    arena_free(&csv->scratch);
}

static enum byte_class class_of(const struct csv *csv, const char *at)
{
    return csv->classes[(unsigned char)*at];
}

static const char *end_of(const struct csv *csv)
{
    return csv->bytes + csv->length;
}

static uint32_t offset_of(const struct csv *csv, const char *at)
{
    return (uint32_t)(at - csv->bytes);
}

static void tell(const struct csv *csv, enum csv_defect kind, uint32_t offset)
{
    if (csv->defect)
        csv->defect(csv->context, kind, offset);
}

/* The text of a quoted cell with doubled quotes made one. */
static void take_out_doubles(struct csv *csv, struct csv_cell *cell)
{
    char *text = arena_new(&csv->scratch, cell->length);
    const char *from = cell->text;
    const char *end = from + cell->length;
    size_t length = 0;
    while (from < end) {
        const char *quote = memchr(from, '"', (size_t)(end - from));
        size_t piece = (size_t)((quote ? quote + 1 : end) - from);
        memcpy(text + length, from, piece);
        length += piece;
        from += piece + (quote != NULL);
    }
    cell->text = text;
    cell->length = (uint32_t)length;
}

/* The quote that closes a cell whose text begins at `text`, with the number of doubled quotes
 * before it; NULL when there is none within the longest possible cell. */
static const char *closing_quote(const struct csv *csv, const char *text, size_t *doubles)
{
    const char *end = end_of(csv);
    const char *at = text;
    *doubles = 0;
    for (;;) {
        size_t left = (size_t)(end - at);
        size_t room = CSV_CELL_MAX + *doubles + 1 - (size_t)(at - text);
        const char *quote = memchr(at, '"', left < room ? left : room);
        if (!quote || quote + 1 == end || quote[1] != '"')
            return quote;
        (*doubles)++;
        at = quote + 2;
    }
}

/* Reads the cell whose opening quote is at `at`. Returns its end; NULL when its quotes are wrong.
 *
 * A file full of wrong quotes is still read in linear time. What an attempt passes over before its
 * last quote are doubled quotes, thus runs of an even number of quotes. Where it fails, each cell
 * that begins inside what it passed over, and begins with a quote, begins with such a run; as the
 * first quote opens that cell, the run closes it, and this attempt is over at the end of the run.
 * So no byte is looked at by more than two attempts. */
static const char *read_quoted(struct csv *csv, const char *at, struct csv_cell *cell)
{
    size_t doubles;
    const char *end = end_of(csv);
    const char *quote = closing_quote(csv, at + 1, &doubles);
    if (!quote)
        return NULL;
    const char *behind = quote + 1;
    while (behind < end && (*behind == ' ' || *behind == '\t') && *behind != csv->delimiter)
        behind++;
    if (behind < end && class_of(csv, behind) < LINE_END)
        return NULL;
    cell->text = at + 1;
    cell->length = (uint32_t)(quote - at - 1);
    if (doubles > 0)
        take_out_doubles(csv, cell);
    return behind;
}

/* Cuts a text that is too long at the end of a character. */
static void cut(struct csv_cell *cell)
{
    cell->length = (uint32_t)CSV_CELL_MAX;
    while (cell->length > 0 && ((unsigned char)cell->text[cell->length] & 0xc0) == 0x80)
        cell->length--;
}

/* The first byte from `at` on that is not ORDINARY, or the end. Every byte of a file comes by here.
 */
static const char *pass_ordinary(const struct csv *csv, const char *at)
{
    const char *end = end_of(csv);
    const uint8_t *classes = csv->classes;
    while (end - at >= 4) {
        if (classes[(unsigned char)at[0]])
            return at;
        if (classes[(unsigned char)at[1]])
            return at + 1;
        if (classes[(unsigned char)at[2]])
            return at + 2;
        if (classes[(unsigned char)at[3]])
            return at + 3;
        at += 4;
    }
    while (at < end && !classes[(unsigned char)*at])
        at++;
    return at;
}

/* Takes the text up to the next delimiter or line end, which is returned. */
static const char *read_unquoted(const struct csv *csv, const char *at, struct csv_cell *cell)
{
    const char *end = end_of(csv);
    const char *stop = at;
    bool quotes = false;
    while (stop < end && class_of(csv, stop) < LINE_END) {
        quotes |= class_of(csv, stop) == QUOTE;
        stop++;
    }
    cell->text = at;
    cell->length = (uint32_t)(stop - at);
    if (quotes)
        tell(csv, CSV_STRAY_QUOTE, cell->offset);
    if (cell->length > CSV_CELL_MAX) {
        tell(csv, CSV_LONG_VALUE, cell->offset);
        cut(cell);
    }
    return stop;
}

/* A cell with quotes, or one that is too long. */
static const char *read_odd_cell(struct csv *csv, const char *at, struct csv_cell *cell)
{
    const char *behind = NULL;
    if (*at == '"')
        behind = read_quoted(csv, at, cell);
    return behind ? behind : read_unquoted(csv, at, cell);
}

/* Reads the cell at `at`; returns the delimiter, line end or end of file behind it. */
static inline const char *read_cell(struct csv *csv, const char *at, struct csv_cell *cell)
{
    const char *stop = pass_ordinary(csv, at);
    cell->text = at;
    cell->length = (uint32_t)(stop - at);
    cell->offset = offset_of(csv, at);
    bool quoted = stop < end_of(csv) && class_of(csv, stop) == QUOTE;
    if (quoted || cell->length > CSV_CELL_MAX)
        return read_odd_cell(csv, at, cell);
    return stop;
}

static struct csv_cell *new_cell(struct csv *csv)
{
    if (csv->cell_count == csv->cell_capacity) { /* mem_grow() for each cell would be felt */
        csv->cell_capacity = csv->cell_capacity ? csv->cell_capacity * 2 : 64;
        csv->cells = mem_resize(csv->cells, csv->cell_capacity * sizeof(*csv->cells));
    }
    return &csv->cells[csv->cell_count++];
}

static const char *pass_line_end(const struct csv *csv, const char *at)
{
    bool both = at[0] == '\r' && at + 1 < end_of(csv) && at[1] == '\n';
    return at + (both ? 2 : 1);
}

/* Passes over the cells that are too many, up to the end of the record. It works on a copy, which
 * has nobody to tell and a scratch of its own: the cells that were read are still needed. */
static const char *pass_rest(const struct csv *csv, const char *at)
{
    struct csv rest = *csv;
    struct csv_cell ignored;
    tell(csv, CSV_MANY_CELLS, offset_of(csv, at));
    rest.defect = NULL;
    rest.scratch = (struct arena){0};
    at = read_cell(&rest, at, &ignored);
    while (at < end_of(csv) && *at == csv->delimiter) {
        arena_reset(&rest.scratch);
        at = read_cell(&rest, at + 1, &ignored);
    }
    arena_free(&rest.scratch);
    return at;
}

/* Reads the cells of the record at `at`; returns its end. */
static const char *read_record(struct csv *csv, const char *at)
{
    const char *end = end_of(csv);
    at = read_cell(csv, at, new_cell(csv));
    while (at < end && *at == csv->delimiter) {
        if (csv->cell_count == CSV_CELL_COUNT_MAX)
            return pass_rest(csv, at + 1);
        at = read_cell(csv, at + 1, new_cell(csv));
    }
    return at;
}

bool csv_next(struct csv *csv)
{
    const char *at = csv->bytes + csv->at;
    const char *end = end_of(csv);
    csv->cell_count = 0;
    arena_reset(&csv->scratch);
    csv->sheet_row++;
    while (at < end && class_of(csv, at) == LINE_END) {
        at = pass_line_end(csv, at);
        csv->sheet_row++;
    }
    csv->offset = offset_of(csv, at);
    if (at < end) {
        at = read_record(csv, at);
        if (at < end)
            at = pass_line_end(csv, at);
    }
    csv->at = (size_t)(at - csv->bytes);
    return csv->cell_count > 0;
}

static bool has_outside_quotes(const char *line, size_t length, char wanted)
{
    bool quoted = false;
    for (size_t i = 0; i < length; i++) {
        if (line[i] == '"')
            quoted = !quoted;
        else if (line[i] == wanted && !quoted)
            return true;
    }
    return false;
}

char csv_delimiter(const char *bytes, size_t length)
{
    static const char possible[] = {',', ';', '\t'};
    size_t start = 0;
    while (start < length && (bytes[start] == '\n' || bytes[start] == '\r'))
        start++;
    size_t end = start;
    while (end < length && bytes[end] != '\n' && bytes[end] != '\r')
        end++;
    for (size_t i = 0; i < sizeof(possible); i++) {
        if (has_outside_quotes(bytes + start, end - start, possible[i]))
            return possible[i];
    }
    return ',';
}
