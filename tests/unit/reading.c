#include "reading.h"

#include <iconv.h>
#include <unistd.h>

#include "../../core/input/schema.h"
#include "../../core/registry/registry.h"
#include "fixture.h"

#define SIZE_LIMIT ((uint64_t)1000 * 1000 * 1000)

struct reading reading;
char *document;
size_t document_length;

static struct registry registry;
static const struct plugin_entry *cin;
static const struct sv_year *year;
static xmlSchemaPtr schema;

int load_cin(void **state)
{
    (void)state;
    struct error error;
    xmlInitParser();
    registry_load(&registry, NULL, 0);
    cin = registry_find(&registry, "cin");
    if (!cin)
        return -1;
    year = plugin_year(cin->plugin, 2026);
    schema = schema_load(cin->plugin, year->schema, &error);
    return schema ? 0 : -1;
}

int unload(void **state)
{
    (void)state;
    xmlSchemaFree(schema);
    registry_free(&registry);
    xmlCleanupParser();
    return 0;
}

void forget(void)
{
    if (reading.open) {
        problems_free(&reading.problems);
        store_free(&reading.store);
        layout_free(reading.layout);
        source_close(&reading.source);
        lines_free(&reading.source.lines);
        close(reading.file);
    }
    free(document);
    document = NULL;
    reading = (struct reading){0};
}

int forget_reading(void **state)
{
    (void)state;
    forget();
    return 0;
}

FILE *begin_document(void)
{
    assert_null(document); /* else what was read before was not forgotten */
    FILE *out = open_memstream(&document, &document_length);
    assert_non_null(out);
    return out;
}

static void read_bytes(const char *bytes, size_t length)
{
    static char name[32];
    reading.file = file_of_bytes(bytes, length, name);
    reading.layout = layout_new(cin->plugin, year->year, false);
    store_init(&reading.store, reading.layout);
    reading.open = true;
    struct xml_reading request = {.store = &reading.store,
                                  .layout = reading.layout,
                                  .problems = &reading.problems,
                                  .progress = reading.progress,
                                  .beside = true};
    reading.fine = source_open(&reading.source, name, SIZE_LIMIT, &reading.error) &&
                   xml_read(&request, &reading.source, 0, schema, &reading.error);
    reading.absent = request.absent;
    problems_sort(&reading.problems);
}

void read_document(FILE *out)
{
    fclose(out);
    read_bytes(document, document_length);
}

void read_children(const char *children)
{
    FILE *out = begin_document();
    fprintf(out, "%s%s%s", HEADER, children, FOOTER);
    read_document(out);
}

void read_encoded(const char *encoding, const char *prefix, const char *children)
{
    FILE *out = begin_document();
    fprintf(out, "%s%s%s%s", prefix, HEADER, children, FOOTER);
    fclose(out);
    iconv_t encoder = iconv_open(encoding, "UTF-8");
    assert_true(encoder != (iconv_t)-1);
    char *bytes = malloc(document_length * 4);
    assert_non_null(bytes);
    char *in = document;
    char *to = bytes;
    size_t in_left = document_length;
    size_t room = document_length * 4;
    assert_int_equal(iconv(encoder, &in, &in_left, &to, &room), 0);
    iconv_close(encoder);
    read_bytes(bytes, (size_t)(to - bytes));
    free(bytes);
}

void assert_read(void)
{
    if (!reading.fine)
        fail_msg("refused: %s", reading.error.text);
}

void assert_refused(const char *text)
{
    assert_false(reading.fine);
    assert_int_equal(reading.error.status, STATUS_INPUT);
    if (!strstr(reading.error.text, text))
        fail_msg("\"%s\" does not say \"%s\"", reading.error.text, text);
}

/* Counts lines and columns in the document as a person would. */
static struct position position_of(const char *text)
{
    const char *place = strstr(document, text);
    if (!place)
        fail_msg("the document has no %s", text);
    struct position at = {.line = 1, .column = 1};
    for (const char *c = document; c < place; c++) {
        at.column++;
        if (*c == '\n')
            at = (struct position){.line = at.line + 1, .column = 1};
    }
    return at;
}

void assert_position(uint32_t offset, const char *text)
{
    struct position at = lines_position(&reading.source.lines, offset);
    struct position expected = position_of(text);
    if (at.line != expected.line || at.column != expected.column)
        fail_msg("%s: line %u, column %u, not line %u, column %u", text, at.line, at.column,
                 expected.line, expected.column);
}

static void describe(const struct problem *problem, char *out, size_t size)
{
    out[0] = '\0';
    if (!problem->row)
        return;
    const struct sv_table *table = reading.store.tables[problem->row->table].described;
    bool of_field = problem->field != NO_FIELD;
    snprintf(out, size, "%s %u%s%s", table->name, problem->row->number, of_field ? " " : "",
             of_field ? table->fields[problem->field].name : "");
}

void assert_problems(const struct expected *expected)
{
    size_t count = 0;
    for (; expected[count].place; count++) {
        char what[128];
        if (count == reading.problems.count)
            fail_msg("not told: %s, %s", expected[count].place, expected[count].what);
        const struct problem *problem = &reading.problems.list[count];
        assert_position(problem->offset, expected[count].place);
        assert_int_equal(problem->severity, expected[count].severity);
        describe(problem, what, sizeof(what));
        assert_string_equal(what, expected[count].what);
    }
    if (count < reading.problems.count)
        fail_msg("told too: %s", reading.problems.list[count].message);
}

void assert_says(const char *text)
{
    for (size_t i = 0; i < reading.problems.count; i++) {
        if (strstr(reading.problems.list[i].message, text))
            return;
    }
    fail_msg("no problem says %s", text);
}

static uint16_t table_number(const char *name)
{
    uint16_t number = 0;
    while (number < cin->plugin->table_count && strcmp(cin->plugin->tables[number].name, name) != 0)
        number++;
    assert_true(number < cin->plugin->table_count);
    return number;
}

static uint16_t field_number(uint16_t table, const char *name)
{
    const struct sv_table *described = &cin->plugin->tables[table];
    uint16_t number = 0;
    while (number < described->field_count && strcmp(described->fields[number].name, name) != 0)
        number++;
    assert_true(number < described->field_count);
    return number;
}

const struct sv_row *row_of(const char *table, uint32_t number)
{
    uint16_t t = table_number(table);
    assert_true(number >= 1 && number <= reading.store.tables[t].count);
    return store_row(&reading.store, t, number - 1);
}

const struct sv_value *value_of(const char *table, uint32_t number, const char *field)
{
    const struct sv_row *row = row_of(table, number);
    return store_value(&reading.store, row, field_number(row->table, field));
}

const char *text_of_value(const char *table, uint32_t number, const char *field,
                          char room[VALUE_ROOM])
{
    uint16_t t = table_number(table);
    const struct sv_field *described = &cin->plugin->tables[t].fields[field_number(t, field)];
    return value_text(&reading.store, described, *value_of(table, number, field), room);
}

void assert_rows(const char *table, uint32_t count)
{
    assert_int_equal(reading.store.tables[table_number(table)].count, count);
}

void assert_value(const char *table, uint32_t number, const char *field, const char *expected)
{
    char room[VALUE_ROOM];
    const char *text = text_of_value(table, number, field, room);
    if (!expected || !text)
        assert_ptr_equal(text, expected);
    else
        assert_string_equal(text, expected);
}
