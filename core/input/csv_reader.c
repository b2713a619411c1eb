#include "csv_reader.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "../model/values.h"
#include "csv_export.h"
#include "form.h"

/* What can be wrong with a file, told as problems. */
enum complaint {
    STRAY_QUOTE,
    LONG_VALUE,
    MANY_CELLS,
    FEW_CELLS,
    EXTRA_CELL,
    NAMELESS_VALUE,
    COMPLAINTS
};

static const char *const complaints[] = {
    [STRAY_QUOTE] =
        "A quotation mark stands where none may, or has no partner. The cell was read as "
        "it stands; look at this line in a text editor.",
    [LONG_VALUE] = "The cell is longer than 64 KB; the rest of it was left out.",
    [MANY_CELLS] = "The line has more cells than a spreadsheet has columns; the rest was left out.",
    [FEW_CELLS] = "The row has fewer cells than the heading; the missing ones were read as blank.",
    [EXTRA_CELL] = "The row has a value beyond the last column. Perhaps a comma stands inside a "
                   "value: such a value needs quotation marks.",
    [NAMELESS_VALUE] = "The row has a value in a column without a name.",
};

static const uint8_t severities[] = {
    [STRAY_QUOTE] = SV_ERROR, [LONG_VALUE] = SV_ERROR, [MANY_CELLS] = SV_ERROR,
    [FEW_CELLS] = SV_QUERY,   [EXTRA_CELL] = SV_ERROR, [NAMELESS_VALUE] = SV_QUERY,
};

struct defect {
    enum csv_defect kind;
    uint32_t offset;
};

/* Columns that are no field of the table. The numbers of fields are smaller. */
enum { COLUMN_KEY = NO_FIELD - 3, COLUMN_PARENT_KEY, COLUMN_STRAY };

struct csv_reader {
    struct csv_reading *reading;
    struct csv csv;
    const struct sv_linked *linked; /* of the table; NULL: it is not linked */
    uint16_t *fields;               /* by column: NO_FIELD: none */
    const char **names;
    const struct sv_row *before; /* the record that was read last; NULL: none yet */
    uint32_t *strays;            /* by column: its name among the texts; 0: not kept yet */
    size_t column_count;
    struct defect *defects; /* of the record at hand */
    size_t defect_count;
    size_t defect_capacity;
    size_t counts[COMPLAINTS];
    uint32_t further; /* rows of the sheet before the record, over its number */
};

static void note_defect(void *context, enum csv_defect kind, uint32_t offset)
{
    struct csv_reader *reader = context;
    struct defect *place = mem_grow((void **)&reader->defects, &reader->defect_capacity,
                                    reader->defect_count, sizeof(*place));
    *place = (struct defect){kind, offset};
    reader->defect_count++;
}

static void complain(struct csv_reader *reader, enum complaint what, const struct sv_row *row,
                     uint32_t offset)
{
    struct problem problem = {.row = row,
                              .offset = offset,
                              .file = reader->reading->file,
                              .field = NO_FIELD,
                              .severity = severities[what],
                              .stage = STAGE_READ};
    if (reader->counts[what]++ < CSV_PROBLEMS_MAX)
        problems_add(reader->reading->problems, problem, "%s", complaints[what]);
}

/* What the many are that were not told one by one. */
static void complain_of_rest(struct csv_reader *reader)
{
    for (int what = 0; what < COMPLAINTS; what++) {
        struct problem problem = {.offset = (uint32_t)reader->reading->length,
                                  .file = reader->reading->file,
                                  .field = NO_FIELD,
                                  .severity = severities[what],
                                  .stage = STAGE_READ};
        if (reader->counts[what] > CSV_PROBLEMS_MAX)
            problems_add(reader->reading->problems, problem, "And %zu more like this: %s",
                         reader->counts[what] - CSV_PROBLEMS_MAX, complaints[what]);
    }
}

static void tell_defects(struct csv_reader *reader, const struct sv_row *row)
{
    static const enum complaint what[] = {[CSV_STRAY_QUOTE] = STRAY_QUOTE,
                                          [CSV_LONG_VALUE] = LONG_VALUE,
                                          [CSV_MANY_CELLS] = MANY_CELLS};
    for (size_t i = 0; i < reader->defect_count; i++)
        complain(reader, what[reader->defects[i].kind], row, reader->defects[i].offset);
    reader->defect_count = 0;
}

static void note_sheet_row(struct csv_reader *reader, uint32_t number)
{
    uint32_t further = reader->csv.sheet_row - number;
    struct sheet *sheet = &reader->reading->sheet;
    if (further == reader->further)
        return;
    struct sheet_step *step =
        mem_grow((void **)&sheet->steps, &sheet->capacity, sheet->count, sizeof(*step));
    *step = (struct sheet_step){number, further};
    sheet->count++;
    reader->further = further;
}

static bool is_blank(const struct csv_cell *cell)
{
    const char *text = cell->text;
    return trim(&text, cell->length) == 0;
}

/* A value in a column that is not of the return. The name is kept once for the column. */
static void note_stray(struct csv_reader *reader, struct sv_row *row, size_t column,
                       const char *text, size_t length)
{
    struct store *store = reader->reading->store;
    const char *name = reader->names[column];
    if (!reader->strays[column])
        reader->strays[column] = texts_add(&store->texts, name, strlen(name));
    struct note note = {.row = row,
                        .name = reader->strays[column],
                        .offset = reader->csv.cells[column].offset,
                        .field = NO_FIELD,
                        .fault = SV_NOT_OF_RETURN};
    notes_add(store, note, NULL, text, length);
}

/* A cell of a column that is no field. */
static void read_other(struct csv_reader *reader, struct sv_row *row, size_t column,
                       const char *text, size_t length)
{
    struct store *store = reader->reading->store;
    uint16_t what = reader->fields[column];
    bool blank = length == 0 || (reader->linked && csv_export_is_null(text, length));
    if (what == COLUMN_STRAY && !blank)
        note_stray(reader, row, column, text, length);
    else if (what == COLUMN_KEY && !blank)
        store_link_of(store, row)->own = texts_add(&store->texts, text, length);
    else if (what == COLUMN_PARENT_KEY && !blank)
        store_link_of(store, row)->above = texts_add(&store->texts, text, length);
    else if (what == NO_FIELD && length > 0 && !reader->names[column][0])
        complain(reader, NAMELESS_VALUE, row, reader->csv.cells[column].offset);
}

/* Whether a text is that of the record before, which often is of the same child; then it is kept
 * once for both. */
static bool is_as_before(const struct csv_reader *reader, uint16_t field, const char *text,
                         size_t length, struct sv_value *value)
{
    const struct store *store = reader->reading->store;
    if (!reader->before)
        return false;
    struct sv_value before = *store_value(store, reader->before, field);
    const char *kept = texts_get(&store->texts, before.text);
    if (kept[0] != text[0] || strncmp(kept, text, length) != 0 || kept[length] != '\0')
        return false;
    value->number = before.number;
    value->text = before.text;
    return true;
}

static void read_cell(struct csv_reader *reader, struct sv_row *row, size_t column)
{
    struct store *store = reader->reading->store;
    const struct csv_cell *cell = &reader->csv.cells[column];
    uint16_t number = reader->fields[column];
    const char *text = cell->text;
    size_t length = trim(&text, cell->length);
    if (number >= COLUMN_KEY) {
        read_other(reader, row, column, text, length);
        return;
    }
    const struct sv_field *field = &store->tables[row->table].described->fields[number];
    char room[CSV_EXPORT_ROOM];
    bool padded = length != cell->length;
    if (reader->linked)
        csv_export_turn(field, &text, &length, room);
    struct sv_value *value = store_value(store, row, number);
    if (length == 0)
        return; /* it is missing, as in a new record */
    if (field->type != SV_TEXT || !is_as_before(reader, number, text, length, value))
        value_read(store, field, text, length, value);
    struct read_value read = {
        .row = row, .offset = cell->offset, .field = number, .padded = padded};
    if (reader->linked)
        form_note(store, store->layout, &read);
}

static bool read_record(struct csv_reader *reader)
{
    const struct csv *csv = &reader->csv;
    struct sv_row *row = store_add_apart(reader->reading->store, reader->reading->table);
    if (!row)
        return false;
    row->offset = csv->offset;
    row->file = reader->reading->file;
    note_sheet_row(reader, row->number);
    if (reader->linked)
        store_link_begin(reader->reading->store, row);
    tell_defects(reader, row);
    if (csv->cell_count < reader->column_count)
        complain(reader, FEW_CELLS, row, csv->offset);
    for (size_t i = 0; i < csv->cell_count && i < reader->column_count; i++)
        read_cell(reader, row, i);
    for (size_t i = reader->column_count; i < csv->cell_count; i++) {
        if (!is_blank(&csv->cells[i])) {
            complain(reader, EXTRA_CELL, row, csv->cells[i].offset);
            break;
        }
    }
    reader->before = row;
    return true;
}

static void complain_of_heading(const struct csv_reader *reader, const struct csv_columns *columns,
                                size_t column, uint8_t severity, const char *format)
{
    struct problem problem = {.offset = columns->offsets[column],
                              .file = reader->reading->file,
                              .field = NO_FIELD,
                              .severity = severity,
                              .stage = STAGE_READ};
    problems_add(reader->reading->problems, problem, format, columns->names[column]);
}

static bool is_listed(const char *const *names, const char *name)
{
    for (; names && *names; names++) {
        if (strcasecmp(*names, name) == 0)
            return true;
    }
    return false;
}

/* What a column is that is no field of the table. */
static uint16_t other_column(const struct csv_reader *reader, const char *name)
{
    const struct sv_linked *linked = reader->linked;
    if (!linked || !name[0] || is_listed(linked->others, name))
        return NO_FIELD;
    if (strcasecmp(linked->key, name) == 0)
        return COLUMN_KEY;
    if (linked->parent_key && strcasecmp(linked->parent_key, name) == 0)
        return COLUMN_PARENT_KEY;
    return reader->reading->store->layout->told_forms & SV_NOT_OF_RETURN ? COLUMN_STRAY : NO_FIELD;
}

/* An item of another year has the name that the return gives it there. */
static const char *name_in_return(const struct sv_table *table, const char *name)
{
    for (uint16_t f = 0; f < table->field_count; f++) {
        if (strcasecmp(table->fields[f].name, name) == 0)
            return table->fields[f].name;
    }
    return name;
}

static bool is_earlier_column(const struct csv_columns *columns, size_t column)
{
    for (size_t i = 0; i < column; i++) {
        if (columns->names[i][0] && strcasecmp(columns->names[i], columns->names[column]) == 0)
            return true;
    }
    return false;
}

static void map_column(struct csv_reader *reader, const struct csv_columns *columns, size_t column)
{
    const struct csv_reading *reading = reader->reading;
    const struct sv_table *table = reading->store->tables[reading->table].described;
    const char *name = columns->names[column];
    uint16_t field = csv_column_field(table, reading->year, name);
    bool other = field == NO_FIELD;
    if (other)
        field = other_column(reader, name);
    if (field != NO_FIELD && field != COLUMN_STRAY && is_earlier_column(columns, column)) {
        complain_of_heading(reader, columns, column, SV_ERROR,
                            "The column %s is there more than once; the first one was read.");
        field = NO_FIELD;
    } else if (!other && !reader->linked && !(table->options & SV_REFERENCE) &&
               strcmp(name, table->fields[field].name) != 0) {
        complain_of_heading(reader, columns, column, SV_QUERY,
                            "The column %s is not spelled in capitals and small letters as the "
                            "return asks for.");
    }
    reader->fields[column] = field;
    reader->names[column] = field == COLUMN_STRAY ? name_in_return(table, name) : name;
}

static bool read_records(struct csv_reader *reader)
{
    csv_begin(&reader->csv, reader->reading->bytes, reader->reading->length,
              reader->reading->delimiter);
    reader->csv.defect = note_defect;
    reader->csv.context = reader;
    bool fine = true;
    if (csv_next(&reader->csv)) /* the heading */
        tell_defects(reader, NULL);
    while (fine && csv_next(&reader->csv))
        fine = read_record(reader);
    complain_of_rest(reader);
    csv_end(&reader->csv);
    return fine;
}

bool csv_read(struct csv_reading *reading)
{
    struct csv_reader reader = {.reading = reading};
    struct csv_columns columns;
    csv_columns_read(&columns, reading->bytes, reading->length, reading->delimiter);
    reader.names = columns.names;
    reader.column_count = columns.count;
    reader.fields = mem_new(columns.count, sizeof(*reader.fields));
    reader.strays = mem_new(columns.count, sizeof(*reader.strays));
    reader.linked = reading->store->tables[reading->table].described->linked;
    for (size_t i = 0; i < columns.count; i++)
        map_column(&reader, &columns, i);
    bool fine = read_records(&reader);
    free(reader.fields);
    free(reader.strays);
    free(reader.defects);
    csv_columns_free(&columns);
    return fine;
}

uint32_t sheet_row(const struct sheet *sheet, uint32_t number)
{
    size_t lo = 0;
    for (size_t hi = sheet->count; lo < hi;) {
        size_t middle = (lo + hi) / 2;
        if (sheet->steps[middle].number <= number)
            lo = middle + 1;
        else
            hi = middle;
    }
    return number + (lo ? sheet->steps[lo - 1].further : 0);
}
