/* CSV: cells, their places, row numbers, and what is told of when quotes are wrong. */
#include "../../core/input/csv.h"

#include "unit.h"

enum { NOTES_MAX = 64, SHOWN_MAX = 4096 };

static struct {
    enum csv_defect kind;
    uint32_t offset;
} notes[NOTES_MAX];
static size_t note_count;
static size_t told_count;

static void note(void *context, enum csv_defect kind, uint32_t offset)
{
    assert_ptr_equal(context, notes);
    told_count++;
    if (note_count == NOTES_MAX)
        return;
    notes[note_count].kind = kind;
    notes[note_count++].offset = offset;
}

/* A copy with nothing behind it, so that reading too far is noticed by the sanitizers. */
static struct csv begin(const char *text, size_t length, char delimiter, char **copy)
{
    struct csv csv;
    *copy = malloc(length ? length : 1);
    assert_non_null(*copy);
    memcpy(*copy, text, length);
    note_count = told_count = 0;
    csv_begin(&csv, *copy, length, delimiter);
    csv.defect = note;
    csv.context = notes;
    return csv;
}

/* A reading as text: row number and offset of each record, offset and text of each cell. */
static void show(struct csv *csv, char shown[SHOWN_MAX])
{
    size_t at = 0;
    shown[0] = '\0';
    while (csv_next(csv)) {
        at += (size_t)snprintf(shown + at, SHOWN_MAX - at, "%u@%u", csv->sheet_row, csv->offset);
        for (size_t i = 0; i < csv->cell_count; i++)
            at += (size_t)snprintf(shown + at, SHOWN_MAX - at, " %u[%.*s]", csv->cells[i].offset,
                                   (int)csv->cells[i].length, csv->cells[i].text);
        at += (size_t)snprintf(shown + at, SHOWN_MAX - at, "; ");
        assert_true(at < SHOWN_MAX);
    }
}

static void assert_read_by(char delimiter, const char *text, size_t length, const char *expected)
{
    char shown[SHOWN_MAX];
    char *copy;
    struct csv csv = begin(text, length, delimiter, &copy);
    show(&csv, shown);
    assert_string_equal(shown, expected);
    assert_false(csv_next(&csv)); /* and stays at the end */
    csv_end(&csv);
    free(copy);
}

static void assert_read(const char *text, const char *expected)
{
    assert_read_by(',', text, strlen(text), expected);
}

static void assert_no_defects(void)
{
    assert_int_equal(told_count, 0);
}

static void assert_stray(size_t count, const uint32_t *offsets)
{
    assert_int_equal(told_count, count);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(notes[i].kind, CSV_STRAY_QUOTE);
        assert_int_equal(notes[i].offset, offsets[i]);
    }
}

#define STRAY(...)                                                                                 \
    assert_stray(sizeof((uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t), (uint32_t[]){__VA_ARGS__})

static void cells_and_records(void **state)
{
    (void)state;
    assert_read("a,b\nc,d\n", "1@0 0[a] 2[b]; 2@4 4[c] 6[d]; ");
    assert_read("a,b\nc,d", "1@0 0[a] 2[b]; 2@4 4[c] 6[d]; ");
    assert_read("a", "1@0 0[a]; ");
    assert_read(",", "1@0 0[] 1[]; ");
    assert_read(",,\n,,\n", "1@0 0[] 1[] 2[]; 2@3 3[] 4[] 5[]; ");
    assert_read("a,\n", "1@0 0[a] 2[]; ");
    assert_read("", "");
    assert_no_defects();
}

/* Nothing is trimmed, and nothing but the empty text is empty. */
static void blanks_are_kept(void **state)
{
    (void)state;
    assert_read(" a , b\t\n  \n", "1@0 0[ a ] 4[ b\t]; 2@8 8[  ]; ");
    assert_read("\" a \"", "1@0 0[ a ]; ");
    assert_no_defects();
}

static void ends_of_lines(void **state)
{
    (void)state;
    assert_read("a\r\nb\rc\nd", "1@0 0[a]; 2@3 3[b]; 3@5 5[c]; 4@7 7[d]; ");
    assert_read("a,\r\n,b\r", "1@0 0[a] 2[]; 2@4 4[] 5[b]; ");
    assert_read("a\r", "1@0 0[a]; ");
    assert_no_defects();
}

/* They are no records, but a spreadsheet counts them. */
static void empty_lines(void **state)
{
    (void)state;
    assert_read("\n\na\n\r\n\r\rb\n\n\n", "3@2 2[a]; 7@8 8[b]; ");
    assert_read("\n\r\n\r", "");
    assert_read("\r\n\"\"\n\n", "2@2 2[]; "); /* an empty cell is a record */
    assert_no_defects();
}

static void quoted_cells(void **state)
{
    (void)state;
    assert_read("\"a\",\"b\"\n", "1@0 0[a] 4[b]; ");
    assert_read("\"a,b\",c\n", "1@0 0[a,b] 6[c]; ");
    assert_read("\"\",\"\"", "1@0 0[] 3[]; ");
    assert_read("\"a\" ,\"b\"\t \n\"c\"  ", "1@0 0[a] 5[b]; 2@11 11[c]; ");
    assert_no_defects();
}

static void doubled_quotes(void **state)
{
    (void)state;
    assert_read("\"a\"\"b\"", "1@0 0[a\"b]; ");
    assert_read("\"\"\"\"", "1@0 0[\"]; ");
    assert_read("\"\"\"\"\"\"", "1@0 0[\"\"]; ");
    assert_read("\"\"\"a\"\"\",\"b\"\"\"\n", "1@0 0[\"a\"] 8[b\"]; ");
    /* Several of a record stay valid together. */
    assert_read("\"a\"\"1\",\"a\"\"2\",\"a\"\"3\"\n\"b\"\"\"",
                "1@0 0[a\"1] 7[a\"2] 14[a\"3]; 2@21 21[b\"]; ");
    assert_no_defects();
}

/* The next record has the next number: a spreadsheet shows one row. */
static void line_ends_inside_quotes(void **state)
{
    (void)state;
    assert_read("\"a\nb\",c\nd", "1@0 0[a\nb] 6[c]; 2@8 8[d]; ");
    assert_read("\"\r\n\r\n\"\r\nd", "1@0 0[\r\n\r\n]; 2@8 8[d]; ");
    assert_no_defects();
}

/* A cell without quotes is a part of the input. */
static void nothing_is_copied(void **state)
{
    (void)state;
    char *copy;
    struct csv csv = begin("abc,\"def\"", 9, ',', &copy);
    assert_true(csv_next(&csv));
    assert_ptr_equal(csv.cells[0].text, copy);
    assert_ptr_equal(csv.cells[1].text, copy + 5);
    csv_end(&csv);
    free(copy);
}

static void quote_in_an_unquoted_cell(void **state)
{
    (void)state;
    assert_read("a\"b,c\n", "1@0 0[a\"b] 4[c]; ");
    STRAY(0);
    assert_read("x,a\"\"b\"\",c\n", "1@0 0[x] 2[a\"\"b\"\"] 9[c]; ");
    STRAY(2); /* once */
    assert_read("x, \"a,b\"\n", "1@0 0[x] 2[ \"a] 6[b\"]; ");
    STRAY(2, 6); /* only a quote that stands first opens */
}

static void text_behind_the_closing_quote(void **state)
{
    (void)state;
    assert_read("\"a\"b,c\nd\n", "1@0 0[\"a\"b] 5[c]; 2@7 7[d]; ");
    STRAY(0);
    assert_read("\"a\" b,c\n", "1@0 0[\"a\" b] 6[c]; ");
    STRAY(0);
    assert_read("\"a,b\"c,d\n", "1@0 0[\"a] 3[b\"c] 7[d]; ");
    STRAY(0, 3);
    assert_read("\"a\nb\"c,d\n", "1@0 0[\"a]; 2@3 3[b\"c] 7[d]; ");
    STRAY(0, 3);
    assert_read("\"a\" \"\n", "1@0 0[\"a\" \"]; ");
    STRAY(0);
}

/* It harms its own cell only. */
static void quote_that_is_never_closed(void **state)
{
    (void)state;
    assert_read("a,\"b,c\nd,e\n", "1@0 0[a] 2[\"b] 5[c]; 2@7 7[d] 9[e]; ");
    STRAY(2);
    assert_read("\"", "1@0 0[\"]; ");
    STRAY(0);
    assert_read("\"\"\"", "1@0 0[\"\"\"]; ");
    STRAY(0);
    assert_read("\"a\"\"\n\n\"b\"\n", "1@0 0[\"a\"\"]; 3@6 6[b]; ");
    STRAY(0);
}

static void other_delimiters(void **state)
{
    (void)state;
    assert_read_by(';', "a;b,c;\"d;e\" \n", 13, "1@0 0[a] 2[b,c] 6[d;e]; ");
    assert_no_defects();
    assert_read_by('\t', "a\t\"b\"\t\t\"c\" \n", 12, "1@0 0[a] 2[b] 6[] 7[c]; ");
    assert_no_defects();
}

static void any_byte_is_text(void **state)
{
    (void)state;
    char *copy;
    struct csv csv = begin("a\0b,\xc3\xa9\n", 7, ',', &copy);
    assert_true(csv_next(&csv));
    assert_int_equal(csv.cells[0].length, 3);
    assert_memory_equal(csv.cells[0].text, "a\0b", 3);
    assert_int_equal(csv.cells[1].length, 2);
    assert_false(csv_next(&csv));
    csv_end(&csv);
    free(copy);
    assert_no_defects();
}

static void nobody_need_be_told(void **state)
{
    (void)state;
    struct csv csv;
    csv_begin(&csv, "\"a\n", 3, ',');
    assert_true(csv_next(&csv));
    csv_end(&csv);
}

/* A text of `length` bytes between what stands before and behind it. */
static char *around(const char *before, size_t length, const char *behind)
{
    char *text = malloc(strlen(before) + length + strlen(behind) + 1);
    assert_non_null(text);
    memcpy(text, before, strlen(before));
    memset(text + strlen(before), 'x', length);
    memcpy(text + strlen(before) + length, behind, strlen(behind) + 1);
    return text;
}

static void assert_first_cell(char *text, uint32_t length, size_t cells)
{
    char *copy;
    struct csv csv = begin(text, strlen(text), ',', &copy);
    assert_true(csv_next(&csv));
    assert_int_equal(csv.cell_count, cells);
    assert_int_equal(csv.cells[0].length, length);
    assert_true(csv_next(&csv));
    assert_int_equal(csv.sheet_row, 2);
    csv_end(&csv);
    free(copy);
    free(text);
}

static void longest_cells(void **state)
{
    (void)state;
    assert_first_cell(around("", 65536, ",b\nc"), 65536, 2);
    assert_no_defects();
    assert_first_cell(around("\"", 65536, "\",b\nc"), 65536, 2);
    assert_no_defects();
    assert_first_cell(around("\"\"\"", 65535, "\",b\nc"), 65536, 2);
    assert_no_defects();
    assert_first_cell(around("\"", 65535, "\"\"\",b\nc"), 65536, 2);
    assert_no_defects();
}

static void longer_cells(void **state)
{
    (void)state;
    assert_first_cell(around("", 65537, ",b\nc"), 65536, 2);
    assert_int_equal(told_count, 1);
    assert_int_equal(notes[0].kind, CSV_LONG_VALUE);
    assert_int_equal(notes[0].offset, 0);
    /* A quoted one counts as not closed; as a cell without quotes it is too long as well. */
    static const char *const forms[][2] = {{"\"", "\",b\nc"},
                                           {"\"\"\"", "\",b\nc"},
                                           {"\"", "\"\"\",b\nc"},
                                           {"\"", "\"\"\"\",b\nc"},
                                           {"\"", "x\"\"\"\"\",b\nc"}};
    for (size_t i = 0; i < COUNT_OF(forms); i++) {
        assert_first_cell(around(forms[i][0], i == 0 ? 65537 : 65536, forms[i][1]), 65536, 2);
        assert_int_equal(told_count, 2);
        assert_int_equal(notes[0].kind, CSV_STRAY_QUOTE);
        assert_int_equal(notes[1].kind, CSV_LONG_VALUE);
    }
}

static void a_long_cell_is_cut_between_characters(void **state)
{
    (void)state;
    assert_first_cell(around("", 65535, "\xc3\xa9,b\nc"), 65535, 2);
    assert_first_cell(around("", 65534, "\xc3\xa9,b\nc"), 65536, 2);
    assert_no_defects();
    assert_first_cell(around("", 65533, "\xf0\x9f\x98\x80,b\nc"), 65533, 2);
    assert_first_cell(around("", 65536, "\xc3\xa9,b\nc"), 65536, 2);
    assert_int_equal(told_count, 1);
}

/* As many cells as there may be, and some more, with quotes in them. */
static void many_cells(void **state)
{
    (void)state;
    static char text[2 * CSV_CELL_COUNT_MAX + 100];
    char *copy;
    memset(text, ',', CSV_CELL_COUNT_MAX - 1);
    text[0] = 'a';
    text[CSV_CELL_COUNT_MAX - 1] =
        ','; /* the first cell has one byte: this is the last delimiter */
    strcpy(text + CSV_CELL_COUNT_MAX, "\"b\"\"\"\nc");
    struct csv csv = begin(text, strlen(text), ',', &copy);
    assert_true(csv_next(&csv));
    assert_int_equal(csv.cell_count, CSV_CELL_COUNT_MAX);
    assert_memory_equal(csv.cells[CSV_CELL_COUNT_MAX - 1].text, "b\"", 2);
    assert_no_defects();
    csv_end(&csv);
    free(copy);
    strcpy(text + CSV_CELL_COUNT_MAX, "\"b\"\"\",\"x\ny\"\"\",z\"z\nc");
    csv = begin(text, strlen(text), ',', &copy);
    assert_true(csv_next(&csv));
    assert_int_equal(csv.cell_count, CSV_CELL_COUNT_MAX);
    assert_memory_equal(csv.cells[CSV_CELL_COUNT_MAX - 1].text, "b\"", 2);
    assert_int_equal(told_count, 1);
    assert_int_equal(notes[0].kind, CSV_MANY_CELLS);
    assert_int_equal(notes[0].offset, CSV_CELL_COUNT_MAX + 6);
    assert_true(csv_next(&csv));
    assert_int_equal(csv.sheet_row, 2);
    assert_memory_equal(csv.cells[0].text, "c", 1);
    csv_end(&csv);
    free(copy);
}

/* Texts of which a careless reader would look at each byte again for each cell. The time is not
 * measured, but it would be minutes. */
static void wrong_quotes_take_no_longer(void **state)
{
    (void)state;
    static const char *const patterns[] = {"\"",       "\"a,", ",\"",   "\"\",",    "\"\"a,",
                                           ",\"a\"\"", "\"\n", "\" \"", "\"\"\"a,", ",\"a,\"\"b"};
    enum { LENGTH = 8 * 1000 * 1000 };
    char *text = malloc(LENGTH);
    assert_non_null(text);
    for (size_t i = 0; i < COUNT_OF(patterns); i++) {
        struct csv csv;
        for (size_t at = 0; at < LENGTH; at++)
            text[at] = patterns[i][at % strlen(patterns[i])];
        text[0] = '"';
        csv_begin(&csv, text, LENGTH, ',');
        while (csv_next(&csv))
            ;
        csv_end(&csv);
    }
    free(text);
}

/* Random texts of the bytes that matter: cells follow one another without gaps or overlaps, and
 * nothing outside quotes is lost. */
static void random_texts(void **state)
{
    (void)state;
    static const char bytes[] = "\"\"\"\",,,\n\r ab";
    unsigned random = 1;
    for (int turn = 0; turn < 200000; turn++) {
        char text[24];
        char *copy;
        size_t length = (size_t)turn % sizeof(text);
        for (size_t i = 0; i < length; i++) {
            random = random * 1103515245 + 12345;
            text[i] = bytes[(random >> 16) % (sizeof(bytes) - 1)];
        }
        struct csv csv = begin(text, length, ',', &copy);
        size_t behind = 0; /* the cell before ended here at the earliest */
        while (csv_next(&csv)) {
            assert_int_equal(csv.cells[0].offset, csv.offset);
            assert_true(csv.cell_count > 0);
            for (size_t i = 0; i < csv.cell_count; i++) {
                const struct csv_cell *cell = &csv.cells[i];
                assert_true(cell->offset >= behind && cell->offset <= length);
                assert_true(cell->offset + cell->length <= length);
                if (i > 0)
                    assert_int_equal(copy[cell->offset - 1], ',');
                behind = cell->offset + cell->length;
            }
            assert_true(csv.at >= behind && csv.at <= length);
        }
        assert_int_equal(csv.at, length);
        csv_end(&csv);
        free(copy);
    }
}

static void delimiters(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        char expected;
    } cases[] = {{"a,b;c\td\n", ','},
                 {"a;b\tc\n", ';'},
                 {"a\tb\n", '\t'},
                 {"a\n", ','},
                 {"", ','},
                 {"\n\r\n;a\n", ';'},
                 {"a\nb;c\n", ','},
                 {"\"a,b\";c\n", ';'},
                 {"\"a;b\",c\n", ','},
                 {"\"a;b\"\n;", ','},
                 {"\"a,b\"\"c\";d", ';'},
                 {"\r\n\r\n", ','},
                 {"\"a;b\"\tc\r;", '\t'},
                 {"\"a\"\";b\"\tc", '\t'}};
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_int_equal(csv_delimiter(cases[i].text, strlen(cases[i].text)), cases[i].expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_and_records),
        cmocka_unit_test(blanks_are_kept),
        cmocka_unit_test(ends_of_lines),
        cmocka_unit_test(empty_lines),
        cmocka_unit_test(quoted_cells),
        cmocka_unit_test(doubled_quotes),
        cmocka_unit_test(line_ends_inside_quotes),
        cmocka_unit_test(nothing_is_copied),
        cmocka_unit_test(quote_in_an_unquoted_cell),
        cmocka_unit_test(text_behind_the_closing_quote),
        cmocka_unit_test(quote_that_is_never_closed),
        cmocka_unit_test(other_delimiters),
        cmocka_unit_test(any_byte_is_text),
        cmocka_unit_test(nobody_need_be_told),
        cmocka_unit_test(longest_cells),
        cmocka_unit_test(longer_cells),
        cmocka_unit_test(a_long_cell_is_cut_between_characters),
        cmocka_unit_test(many_cells),
        cmocka_unit_test(wrong_quotes_take_no_longer),
        cmocka_unit_test(random_texts),
        cmocka_unit_test(delimiters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
