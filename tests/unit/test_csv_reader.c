/* CSV files read into the store: which column fills which field, and what is told of each file. */
#include "../../core/input/csv_reader.h"

#include "../../core/input/lines.h"
#include "keyed.h"

static struct fixture fixture;
static struct problems problems;
static struct csv_reading reading;
static struct lines lines;
static char *text; /* what is read: in memory of its own, for the sanitizers */

static void forget(void)
{
    problems_free(&problems);
    free(reading.sheet.steps);
    lines_free(&lines);
    free(text);
    reading = (struct csv_reading){0};
    text = NULL;
    fixture_close(&fixture);
}

static int open_fixture(void **state)
{
    (void)state;
    keyed_open(&fixture, 2026);
    return 0;
}

static int forget_all(void **state)
{
    (void)state;
    forget();
    return 0;
}

static void read_more(uint16_t table, const char *bytes, size_t length, char delimiter)
{
    free(text);
    free(reading.sheet.steps);
    lines_free(&lines);
    text = malloc(length ? length : 1);
    assert_non_null(text);
    memcpy(text, bytes, length);
    lines_add(&lines, text, length);
    reading = (struct csv_reading){.store = &fixture.store,
                                   .problems = &problems,
                                   .bytes = text,
                                   .length = length,
                                   .delimiter = delimiter,
                                   .file = 3,
                                   .table = table,
                                   .year = fixture.layout->year};
    assert_true(csv_read(&reading));
}

/* Reads a file into an empty store. */
static void read_table(uint16_t table, const char *bytes)
{
    forget();
    keyed_open(&fixture, 2026);
    read_more(table, bytes, strlen(bytes), ',');
}

static void read_cards(const char *bytes)
{
    read_table(TABLE_Card, bytes);
}

/* The values of a record, with a bar behind each. */
static void assert_row(uint16_t table, uint32_t number, const char *expected)
{
    char values[512] = "";
    assert_true(number <= fixture.store.tables[table].count);
    const struct sv_row *row = store_row(&fixture.store, table, number - 1);
    for (uint16_t f = 0; f < keyed_plugin.tables[table].field_count; f++) {
        size_t used = strlen(values);
        snprintf(values + used, sizeof(values) - used, "%s|", keyed_text(&fixture, row, f));
    }
    assert_string_equal(values, expected);
    assert_int_equal(row->number, number);
    assert_int_equal(row->file, 3);
    assert_null(row->parent);
}

static void assert_count(uint16_t table, uint32_t count)
{
    assert_int_equal(fixture.store.tables[table].count, count);
}

/* What was told, one in a line: "error 2:3 Card 1: how the message begins". A row without a field,
 * since a CSV defect is one of a line. */
static char *told(size_t message_length)
{
    char *list = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&list, &length);
    assert_non_null(out);
    problems_sort(&problems);
    for (size_t i = 0; i < problems.count; i++) {
        const struct problem *problem = &problems.list[i];
        struct position at = lines_position(&lines, problem->offset);
        assert_int_equal(problem->file, 3);
        assert_int_equal(problem->field, NO_FIELD);
        assert_int_equal(problem->stage, STAGE_READ);
        fprintf(out, "%s %u:%u", problem->severity == SV_ERROR ? "error" : "query", at.line,
                at.column);
        if (problem->row)
            fprintf(out, " %s %u", keyed_plugin.tables[problem->row->table].name,
                    problem->row->number);
        fprintf(out, ": %.*s\n", (int)message_length, problem->message);
    }
    fclose(out);
    return list;
}

static void assert_told(const char *expected)
{
    char *list = told(21);
    assert_string_equal(list, expected);
    free(list);
}

#define QUOTE "A quotation mark stan"
#define LONG "The cell is longer th"
#define MANY "The line has more cel"
#define FEW "The row has fewer cel"
#define BEYOND "The row has a value b"
#define NAMELESS "The row has a value i"

static void a_clean_file(void **state)
{
    (void)state;
    read_cards("ID,Born,Colour,Motto\nA1,02/03/2010,RED,Ever onward\nA2,,BLUE,\n");
    assert_told("");
    assert_count(TABLE_Card, 2);
    assert_row(TABLE_Card, 1, "A1|02/03/2010|RED|Ever onward|-|-|");
    assert_row(TABLE_Card, 2, "A2|-|BLUE|-|-|-|");
    const struct Card *card = (const struct Card *)store_row(&fixture.store, TABLE_Card, 0);
    assert_int_equal(card->Born.number, day("2010-03-02"));
    assert_int_equal(card->Colour.number, Colour_RED);
    assert_int_equal(card->row.offset, 21);
    assert_int_equal(card->row.subject, 0); /* not before they are joined */
}

static void columns_in_any_order(void **state)
{
    (void)state;
    read_cards("Motto,Colour,Born,ID\nEver,RED,1/2/2010,A1\n");
    assert_told("");
    assert_row(TABLE_Card, 1, "A1|1/2/2010|RED|Ever|-|-|");
}

static void values_are_read_as_their_types(void **state)
{
    (void)state;
    read_cards("ID,Born,Colour,Motto\n a 1 , 31/04/2010 ,bLUE,\" \"\n");
    assert_row(TABLE_Card, 1, "a 1|31/04/2010|bLUE|-|-|-|");
    const struct Card *card = (const struct Card *)store_row(&fixture.store, TABLE_Card, 0);
    assert_true(present(card->Born) && !readable(card->Born));
    assert_int_equal(card->Colour.number, Colour_BLUE);
    assert_told(""); /* what a value means is no matter of reading */
}

static void columns_that_are_spelled_otherwise_are_queried(void **state)
{
    (void)state;
    read_cards("id,Born,COLOUR,Motto\nA1,,RED,\n");
    assert_row(TABLE_Card, 1, "A1|-|RED|-|-|-|");
    assert_told("query 1:1: The column id is not \nquery 1:9: The column COLOUR is \n");
}

static void of_two_columns_of_one_name_the_first_counts(void **state)
{
    (void)state;
    read_cards("ID,Born,id,Colour,Motto,ID\nA1,,A2,RED,,A3\nA4,,,,,\n");
    assert_row(TABLE_Card, 1, "A1|-|RED|-|-|-|");
    assert_row(TABLE_Card, 2, "A4|-|-|-|-|-|");
    assert_told("error 1:9: The column id is ther\nerror 1:25: The column ID is ther\n");
}

static void fields_that_are_no_columns_stay_empty(void **state)
{
    (void)state;
    read_cards("ID,Secret,Trips,Born\nA1,s,3,02/03/2010\n");
    assert_row(TABLE_Card, 1, "A1|02/03/2010|-|-|-|-|");
    assert_told("");
}

static void columns_without_a_name(void **state)
{
    (void)state;
    read_cards("ID,,Born,Colour,Motto,\nA1,,,,,\nA2,x,,,,\nA3,,,,,y\n");
    assert_count(TABLE_Card, 3);
    assert_told("query 3:4 Card 2: " NAMELESS "\nquery 4:8 Card 3: " NAMELESS "\n");
}

static void rows_with_too_few_cells(void **state)
{
    (void)state;
    read_cards("ID,Born,Colour,Motto\nA1\nA2,02/03/2010,RED\n\"\"\n");
    assert_row(TABLE_Card, 1, "A1|-|-|-|-|-|");
    assert_row(TABLE_Card, 2, "A2|02/03/2010|RED|-|-|-|");
    assert_row(TABLE_Card, 3, "-|-|-|-|-|-|");
    assert_told("query 2:1 Card 1: " FEW "\nquery 3:1 Card 2: " FEW "\nquery 4:1 Card 3: " FEW
                "\n");
}

/* A comma too many at the end is common and harmless; a value behind it is not. */
static void rows_with_too_many_cells(void **state)
{
    (void)state;
    read_cards("ID,Born,Colour,Motto\nA1,,RED,one,, ,\nA2,,RED,one, two,three\nA3,,,\n");
    assert_row(TABLE_Card, 2, "A2|-|RED|one|-|-|");
    assert_row(TABLE_Card, 3, "A3|-|-|-|-|-|");
    assert_told("error 3:13 Card 2: " BEYOND "\n");
}

static void rows_of_nothing_are_rows(void **state)
{
    (void)state;
    read_cards("ID,Born,Colour,Motto\n,,,\n   ,,,\n");
    assert_count(TABLE_Card, 2);
    assert_row(TABLE_Card, 1, "-|-|-|-|-|-|");
    assert_told("");
}

static void stray_quotes(void **state)
{
    (void)state;
    read_cards("ID,Born,Colour,Motto\nA1,,RED,say \"so\"\nA2,,RED,\"never ends\nA3,,BLUE,\n"
               "A4,,,\"a\" b\n");
    assert_count(TABLE_Card, 4);
    assert_row(TABLE_Card, 1, "A1|-|RED|say \"so\"|-|-|");
    assert_row(TABLE_Card, 2, "A2|-|RED|\"never ends|-|-|");
    assert_row(TABLE_Card, 3, "A3|-|BLUE|-|-|-|");
    assert_row(TABLE_Card, 4, "A4|-|-|\"a\" b|-|-|");
    assert_told("error 2:9 Card 1: " QUOTE "\nerror 3:9 Card 2: " QUOTE "\nerror 5:6 Card 4: " QUOTE
                "\n");
}

static void a_stray_quote_in_the_heading(void **state)
{
    (void)state;
    read_cards("ID,Born,Col\"our,Motto\nA1,,RED,m\n");
    assert_row(TABLE_Card, 1, "A1|-|-|m|-|-|");
    assert_told("error 1:9: " QUOTE "\n");
}

static void line_ends_in_quotes(void **state)
{
    (void)state;
    read_cards("ID,Born,Colour,Motto\nA1,,RED,\"one\r\ntwo\n\"\"three\"\"\"\nA2,,,\n");
    assert_told("");
    assert_row(TABLE_Card, 1, "A1|-|RED|one\r\ntwo\n\"three\"|-|-|");
    assert_row(TABLE_Card, 2, "A2|-|-|-|-|-|");
    assert_int_equal(lines_position(&lines, store_row(&fixture.store, TABLE_Card, 1)->offset).line,
                     5);
    assert_int_equal(sheet_row(&reading.sheet, 1), 2);
    assert_int_equal(sheet_row(&reading.sheet, 2), 3);
}

static void long_cells_are_cut(void **state)
{
    (void)state;
    char *long_text = malloc(200000);
    assert_non_null(long_text);
    size_t length = (size_t)sprintf(long_text, "ID,Born,Colour,Motto\nA1,,RED,");
    memset(long_text + length, 'x', 100000);
    strcpy(long_text + length + 100000, "\nA2,,BLUE,short\n");
    read_cards(long_text);
    assert_told("error 2:9 Card 1: " LONG "\n");
    const struct sv_row *row = store_row(&fixture.store, TABLE_Card, 0);
    assert_int_equal(strlen(keyed_text(&fixture, row, Card_Motto)), TEXT_MAX);
    assert_row(TABLE_Card, 2, "A2|-|BLUE|short|-|-|");
    free(long_text);
}

static void more_cells_than_a_sheet_has(void **state)
{
    (void)state;
    char *wide = malloc(40000);
    assert_non_null(wide);
    size_t length = (size_t)sprintf(wide, "ID,Born,Colour,Motto\nA1");
    memset(wide + length, ',', 20000);
    strcpy(wide + length + 20000, "x\nA2,,,\n");
    read_cards(wide);
    assert_count(TABLE_Card, 2);
    assert_told("error 2:16387 Card 1: " MANY "\n");
    free(wide);
}

/* Of each kind a hundred are told one by one, and the number of the others. */
static void many_defects_of_a_kind(void **state)
{
    (void)state;
    for (int count = 99; count <= 102; count++) {
        char *list = NULL;
        size_t length = 0;
        FILE *out = open_memstream(&list, &length);
        assert_non_null(out);
        fputs("ID,Born,Colour,Motto\n", out);
        for (int i = 0; i < count; i++)
            fputs("A1,,\nA2,,,a\"b\n", out);
        fclose(out);
        read_cards(list);
        assert_count(TABLE_Card, 2 * (uint32_t)count);
        size_t of_each = count < 101 ? (size_t)count : 101;
        assert_int_equal(problems.count, 2 * of_each);
        free(list);
        list = told(200);
        assert_int_equal(strstr(list, "And 1 more like this: The row has fewer") != NULL,
                         count == 101);
        assert_int_equal(strstr(list, "And 2 more like this: A quotation mark") != NULL,
                         count == 102);
        free(list);
    }
}

static void a_file_without_records(void **state)
{
    (void)state;
    static const char *const files[] = {"ID,Born,Colour,Motto", "ID,Born,Colour,Motto\n",
                                        "\n\nID,Born,Colour,Motto\n\n\r\n", "", "\n"};
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        read_cards(files[i]);
        assert_count(TABLE_Card, 0);
        assert_told("");
    }
}

static void the_last_line_needs_no_end(void **state)
{
    (void)state;
    read_cards("ID,Born,Colour,Motto\nA1,,RED,m");
    assert_row(TABLE_Card, 1, "A1|-|RED|m|-|-|");
    read_cards("ID,Born,Colour,Motto\nA1,,RED,\"m");
    assert_row(TABLE_Card, 1, "A1|-|RED|\"m|-|-|");
    assert_told("error 2:9 Card 1: " QUOTE "\n");
}

static void other_delimiters(void **state)
{
    (void)state;
    read_more(TABLE_Card, "ID;Born;Colour;Motto\nA1;;RED;a,b\n", 33, ';');
    assert_row(TABLE_Card, 1, "A1|-|RED|a,b|-|-|");
    read_more(TABLE_Card, "ID\tBorn\tColour\tMotto\nA1\t\tRED\t a \n", 33, '\t');
    assert_row(TABLE_Card, 2, "A1|-|RED|a|-|-|");
    assert_told("");
}

/* Empty lines are no records, but rows of the sheet. */
static void rows_of_the_sheet(void **state)
{
    (void)state;
    read_cards("\nID,Born,Colour,Motto\n\n\nA1,,,\nA2,,,\r\n\r\nA3,,,\n\n\n\nA4,,,\nA5,,,\n");
    static const uint32_t rows[] = {5, 6, 8, 12, 13};
    assert_count(TABLE_Card, COUNT_OF(rows));
    for (uint32_t i = 0; i < COUNT_OF(rows); i++)
        assert_int_equal(sheet_row(&reading.sheet, i + 1), rows[i]);
    assert_int_equal(reading.sheet.count, 3);
}

/* The table may have records from elsewhere already. */
static void rows_of_the_sheet_behind_other_records(void **state)
{
    (void)state;
    for (int i = 0; i < 300; i++)
        add_card(&fixture, "X");
    read_more(TABLE_Card, "ID,Born,Colour,Motto\nA1,,,\n\nA2,,,\n", 34, ',');
    assert_row(TABLE_Card, 301, "A1|-|-|-|-|-|");
    assert_int_equal(sheet_row(&reading.sheet, 301), 2);
    assert_int_equal(sheet_row(&reading.sheet, 302), 4);
    assert_int_equal(sheet_row(&(struct sheet){0}, 7), 7); /* nothing is known of it */
}

/* Of reference data any other columns may be there, and letter case is no matter. */
static void reference_data(void **state)
{
    (void)state;
    read_table(TABLE_Place, "note,TOWN,name,Name\nx,York,Mill,Tower\n");
    assert_row(TABLE_Place, 1, "Mill|York|-|");
    assert_told("error 1:16: The column Name is th\n");
}

static void a_year_ago_there_were_other_columns(void **state)
{
    (void)state;
    forget();
    keyed_open(&fixture, 2025);
    read_more(TABLE_Card, "ID,Born,Colour,Motto\nA1,,RED,m\n", 31, ',');
    assert_row(TABLE_Card, 1, "A1|-|RED|-|-|-|");
}

static struct sv_value value_of(uint32_t number, uint16_t field)
{
    const struct sv_row *row = store_row(&fixture.store, TABLE_Card, number - 1);
    return *store_value(&fixture.store, row, field);
}

/* What stands in the same column of the record before is kept once; each has a place of its own. */
static void texts_of_neighbours_are_kept_once(void **state)
{
    (void)state;
    read_cards("ID,Born,Colour,Motto\n"
               "A1,01/02/2010,RED,be\n"
               "A1,01/02/2010,RED,bee\n"
               "A1,01/02/2010,RED,be\n"
               "a1,01/02/2010,RED,\n"
               "a1,01/02/2010,RED,be\n");
    assert_row(TABLE_Card, 1, "A1|01/02/2010|RED|be|-|-|");
    assert_row(TABLE_Card, 2, "A1|01/02/2010|RED|bee|-|-|");
    assert_row(TABLE_Card, 3, "A1|01/02/2010|RED|be|-|-|");
    assert_row(TABLE_Card, 4, "a1|01/02/2010|RED|-|-|-|");
    assert_row(TABLE_Card, 5, "a1|01/02/2010|RED|be|-|-|");
    assert_int_equal(value_of(1, Card_ID).text, value_of(2, Card_ID).text);
    assert_int_equal(value_of(2, Card_ID).text, value_of(3, Card_ID).text);
    assert_int_not_equal(value_of(3, Card_ID).text, value_of(4, Card_ID).text);
    assert_int_not_equal(value_of(1, Card_Motto).text, value_of(2, Card_Motto).text);
}

int main(void)
{
#define READER_TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, forget_all)
    const struct CMUnitTest tests[] = {
        READER_TEST(a_clean_file),
        READER_TEST(texts_of_neighbours_are_kept_once),
        READER_TEST(columns_in_any_order),
        READER_TEST(values_are_read_as_their_types),
        READER_TEST(columns_that_are_spelled_otherwise_are_queried),
        READER_TEST(of_two_columns_of_one_name_the_first_counts),
        READER_TEST(fields_that_are_no_columns_stay_empty),
        READER_TEST(columns_without_a_name),
        READER_TEST(rows_with_too_few_cells),
        READER_TEST(rows_with_too_many_cells),
        READER_TEST(rows_of_nothing_are_rows),
        READER_TEST(stray_quotes),
        READER_TEST(a_stray_quote_in_the_heading),
        READER_TEST(line_ends_in_quotes),
        READER_TEST(long_cells_are_cut),
        READER_TEST(more_cells_than_a_sheet_has),
        READER_TEST(many_defects_of_a_kind),
        READER_TEST(a_file_without_records),
        READER_TEST(the_last_line_needs_no_end),
        READER_TEST(other_delimiters),
        READER_TEST(rows_of_the_sheet),
        READER_TEST(rows_of_the_sheet_behind_other_records),
        READER_TEST(reference_data),
        READER_TEST(a_year_ago_there_were_other_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
