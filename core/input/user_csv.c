#include "user_csv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "../base/calendar.h"
#include "../model/values.h"
#include "csv.h"
#include "csv_text.h"
#include "source.h"

#define SIZE_LIMIT ((uint64_t)64 * 1000 * 1000)

struct user_csv_line {
    const char *path;
    const struct user_csv_format *format;
    struct csv csv;
    size_t places[USER_CSV_COLUMNS_MAX]; /* of each column + 1; 0: the file does not have it */
    struct arena *texts;
    struct error *error;
};

unsigned user_csv_number(const struct user_csv_line *line)
{
    return line->csv.sheet_row;
}

bool user_csv_refuse(struct user_csv_line *line, const char *what)
{
    return error_set(line->error, STATUS_USAGE, "%s: line %u: %s", line->path, line->csv.sheet_row,
                     what);
}

/* Which column a heading names; their number: none. */
static size_t column_of(const struct user_csv_format *format, const struct csv_cell *cell)
{
    const char *text = cell->text;
    size_t length = trim(&text, cell->length);
    for (size_t i = 0; i < format->column_count; i++) {
        if (strlen(format->columns[i]) == length &&
            strncasecmp(format->columns[i], text, length) == 0)
            return i;
    }
    return format->column_count;
}

static bool read_heading(struct user_csv_line *line)
{
    const struct user_csv_format *format = line->format;
    bool any = csv_next(&line->csv);
    for (size_t i = 0; any && i < line->csv.cell_count; i++) {
        size_t column = column_of(format, &line->csv.cells[i]);
        if (column != format->column_count && !line->places[column])
            line->places[column] = i + 1;
    }
    for (size_t i = 0; i < format->column_count; i++) {
        if (!line->places[i] && (format->required >> i & 1))
            return error_set(
                line->error, STATUS_USAGE, "%s: line %u: %s%s.", line->path,
                any ? line->csv.sheet_row : 1,
                any ? "" : "the file is empty. Its first line names the columns: ", format->needed);
    }
    return true;
}

/* The apostrophe that csv_cell() puts before what a spreadsheet would take for a formula. */
static bool is_guarded(const char *text, size_t length)
{
    return length > 1 && text[0] == '\'' && strchr("=+-@", text[1]);
}

const char *user_csv_cell(struct user_csv_line *line, size_t column)
{
    size_t place = line->places[column];
    if (place == 0 || place > line->csv.cell_count)
        return "";
    const struct csv_cell *cell = &line->csv.cells[place - 1];
    const char *text = cell->text;
    size_t length = trim(&text, cell->length);
    if (is_guarded(text, length)) {
        text++;
        length--;
    }
    char *copy = arena_new(line->texts, length + 1);
    memcpy(copy, text, length);
    return copy;
}

bool user_csv_date(struct user_csv_line *line, size_t column, sv_day *day)
{
    char what[128];
    const char *text = user_csv_cell(line, column);
    *day = calendar_parse(text, strlen(text));
    if (*day == SV_NONE)
        *day = calendar_parse_dmy(text, strlen(text));
    if (*day != SV_NONE || !text[0])
        return true;
    snprintf(what, sizeof(what), "\"%s\" is not a date (CCYY-MM-DD or DD/MM/CCYY).",
             line->format->columns[column]);
    return user_csv_refuse(line, what);
}

static bool read_text(struct user_csv_line *line, const struct csv_text *text, user_csv_take *take,
                      void *context)
{
    csv_begin(&line->csv, text->bytes, text->length, csv_delimiter(text->bytes, text->length));
    bool fine = read_heading(line);
    while (fine && csv_next(&line->csv))
        fine = take(line, context);
    csv_end(&line->csv);
    return fine;
}

static bool read_source(struct user_csv_line *line, struct source *source, user_csv_take *take,
                        void *context)
{
    struct csv_text text = {0};
    char *bytes = NULL;
    size_t length = 0;
    if (source->form != SOURCE_TEXT)
        return error_set(line->error, STATUS_USAGE, "%s: %s are a CSV file.", line->path,
                         line->format->what);
    if (!source_read_all(source, &bytes, &length, line->error)) {
        free(bytes);
        return false;
    }
    bool fine =
        csv_text_clean(&text, bytes, length, NULL, NULL) && read_text(line, &text, take, context);
    free(text.memory);
    return fine;
}

bool user_csv_read(const char *path, const struct user_csv_format *format, struct arena *texts,
                   user_csv_take *take, void *context, struct error *error)
{
    struct source source;
    struct user_csv_line line = {.path = path, .format = format, .texts = texts, .error = error};
    bool fine =
        source_open(&source, path, SIZE_LIMIT, error) && read_source(&line, &source, take, context);
    lines_free(&source.lines);
    source_close(&source);
    if (!fine)
        error->status = STATUS_USAGE;
    return fine;
}
