/* The heading of a CSV file, and the table that it belongs to. */
#include "../../core/input/csv_columns.h"

#include "keyed.h"
#include "linked.h"

/* Bytes with their number, so that they may hold NULs. */
#define BYTES(text) (text), sizeof(text) - 1
#define BAD "\xef\xbf\xbd" /* U+FFFD */

static struct csv_columns columns;

static int free_columns(void **state)
{
    (void)state;
    csv_columns_free(&columns);
    return 0;
}

static void read_bytes(const char *bytes, size_t length, char delimiter)
{
    char *copy = malloc(length ? length : 1); /* without a NUL, for the sanitizers */
    assert_non_null(copy);
    memcpy(copy, bytes, length);
    csv_columns_free(&columns);
    csv_columns_read(&columns, copy, length, delimiter);
    free(copy); /* names are copies */
}

static void read_heading(const char *text)
{
    read_bytes(text, strlen(text), ',');
}

/* The names with a bar behind each. */
static void assert_names(const char *expected)
{
    char names[1024] = "";
    for (size_t i = 0; i < columns.count; i++) {
        size_t used = strlen(names);
        snprintf(names + used, sizeof(names) - used, "%s|", columns.names[i]);
    }
    assert_string_equal(names, expected);
}

static void names_are_trimmed(void **state)
{
    (void)state;
    read_heading("ID, Born\t,\"Colour \" ,\" a \"\" b \"\n1,2,3,4\n");
    assert_names("ID|Born|Colour|a \" b|");
    assert_int_equal(columns.offsets[0], 0);
    assert_int_equal(columns.offsets[1], 3);
    assert_int_equal(columns.offsets[2], 10);
    assert_int_equal(columns.offsets[3], 21);
}

static void the_heading_is_the_first_line_with_anything(void **state)
{
    (void)state;
    read_heading("\n\r\n\rID,Born\r\n1,2\n");
    assert_names("ID|Born|");
    assert_int_equal(columns.offsets[0], 4);
    read_heading("ID,Born"); /* without a line end */
    assert_names("ID|Born|");
    read_heading("\"I\nD\",Born\n"); /* over two lines */
    assert_names("I\nD|Born|");
}

static void files_without_a_heading(void **state)
{
    (void)state;
    read_heading("");
    assert_int_equal(columns.count, 0);
    read_heading("\n\n\r\n");
    assert_int_equal(columns.count, 0);
    read_heading(" \n");
    assert_names("|");
    read_heading(",,\n");
    assert_names("|||");
}

static void other_delimiters(void **state)
{
    (void)state;
    read_bytes(BYTES("ID;Born,x\n"), ';');
    assert_names("ID|Born,x|");
    read_bytes(BYTES("ID\tBorn\n"), '\t');
    assert_names("ID|Born|");
}

/* The head of a file is looked at before it is cleaned: NULs must not cut names off, and what a
 * message says must be UTF-8. */
static void bytes_that_no_text_has(void **state)
{
    (void)state;
    read_bytes(BYTES("ID\0,B\0rn,\0\n"), ',');
    assert_names("ID" BAD "|B" BAD "rn|" BAD "|");
    assert_int_equal(csv_column_field(&keyed_plugin.tables[TABLE_Card], 2026, columns.names[0]),
                     NO_FIELD);
    read_bytes(BYTES("I\xe9"
                     "D,\xc3\xa9,\xe2\x82,\xff\xff"),
               ',');
    assert_names("I" BAD "D|\xc3\xa9|" BAD BAD "|" BAD BAD "|");
}

static void there_is_an_end_to_the_columns(void **state)
{
    (void)state;
    enum { MANY = CSV_COLUMNS_MAX + 10 };
    static char text[MANY * 2];
    memset(text, ',', sizeof(text));
    read_bytes(text, MANY - 1, ',');
    assert_int_equal(columns.count, CSV_COLUMNS_MAX);
}

static void columns_are_found_by_name(void **state)
{
    (void)state;
    const struct sv_table *card = &keyed_plugin.tables[TABLE_Card];
    assert_int_equal(csv_column_field(card, 2026, "ID"), Card_ID);
    assert_int_equal(csv_column_field(card, 2026, "born"), Card_Born);
    assert_int_equal(csv_column_field(card, 2026, "COLOUR"), Card_Colour);
    assert_int_equal(csv_column_field(card, 2026, "Motto"), Card_Motto);
    assert_int_equal(csv_column_field(card, 2025, "Motto"), NO_FIELD); /* not yet */
    assert_int_equal(csv_column_field(card, 2026, "Secret"), NO_FIELD);
    assert_int_equal(csv_column_field(card, 2026, "Trips"), NO_FIELD);
    assert_int_equal(csv_column_field(card, 2026, "Bor"), NO_FIELD);
    assert_int_equal(csv_column_field(card, 2026, "Borne"), NO_FIELD);
    assert_int_equal(csv_column_field(card, 2026, ""), NO_FIELD);
}

/* The register of places has names of columns that no member of a struct could have. */
static void columns_of_reference_data_have_other_names(void **state)
{
    (void)state;
    static const struct sv_field fields[] = {{.name = "Name"},
                                             {.name = "Kind", .path = "Kind (name)|KindOfPlace"}};
    struct sv_table table = {.fields = fields, .field_count = 2, .options = SV_REFERENCE};
    assert_int_equal(csv_column_field(&table, 2026, "kind"), 1);
    assert_int_equal(csv_column_field(&table, 2026, "Kind (NAME)"), 1);
    assert_int_equal(csv_column_field(&table, 2026, "KindOfPlace"), 1);
    assert_int_equal(csv_column_field(&table, 2026, "Kind (name)|KindOfPlace"), NO_FIELD);
    assert_int_equal(csv_column_field(&table, 2026, "Kind (code)"), NO_FIELD);
    assert_int_equal(csv_column_field(&table, 2026, ""), NO_FIELD);
    table.options = SV_IN_CSV;
    assert_int_equal(csv_column_field(&table, 2026, "KindOfPlace"), NO_FIELD);
}

static void assert_fit_of(const struct sv_plugin *plugin, const char *heading, int year,
                          bool is_last, struct csv_fit expected)
{
    read_heading(heading);
    struct csv_fit fit = csv_columns_fit(&columns, plugin, year, is_last);
    assert_int_equal(fit.table, expected.table);
    assert_int_equal(fit.missing, expected.missing);
    assert_int_equal(fit.extra, expected.extra);
}

#define FITS(heading, year, is_last, ...)                                                          \
    assert_fit_of(&keyed_plugin, heading, year, is_last, (struct csv_fit){__VA_ARGS__})
#define LINKS(heading, ...)                                                                        \
    assert_fit_of(&linked_plugin, heading, 2026, false, (struct csv_fit){__VA_ARGS__})

static void tables_are_found_by_their_columns(void **state)
{
    (void)state;
    FITS("ID,Born,Colour,Motto", 2026, false, TABLE_Card, 0, 0);
    FITS("Motto,Colour,ID,Born", 2026, false, TABLE_Card, 0, 0);
    FITS("motto,COLOUR,id,bOrN", 2026, false, TABLE_Card, 0, 0);
    FITS("ID,Start,End,Place", 2026, false, TABLE_Trip, 0, 0);
    FITS("ID,Awarded,Kind", 2026, false, TABLE_Badge, 0, 0);
    FITS("Day,Born,ID", 2026, false, TABLE_Call, 0, 0);
}

static void the_year_decides(void **state)
{
    (void)state;
    FITS("ID,Born,Colour", 2025, false, TABLE_Card, 0, 0);
    FITS("ID,Born,Colour", 2026, false, TABLE_Card, 1, 0);
    FITS("ID,Born,Colour,Motto", 2025, false, TABLE_Card, 0, 1);
    FITS("ID,Words", 2026, false, TABLE_Poem, 0, 0);
    FITS("ID,Words", 2025, false, TABLE_Card, 2, 1); /* the first of those that are as near */
}

static void last_year_has_tables_of_its_own(void **state)
{
    (void)state;
    FITS("ID,Start,End,Place", 2025, true, TABLE_Trip_last, 0, 0);
    FITS("ID,Words", 2026, true, TABLE_Poem_last, 0, 0);
    FITS("Motto", 2026, true, TABLE_Card_last, 3, 0);
}

static void columns_that_are_missing_or_too_many(void **state)
{
    (void)state;
    FITS("ID,Start,End", 2026, false, TABLE_Trip, 1, 0);
    FITS("ID,Start,End,Place,Note", 2026, false, TABLE_Trip, 0, 1);
    FITS("ID,Start,End,Plaice", 2026, false, TABLE_Trip, 1, 1);
    FITS("ID,Start,End,Place,,", 2026, false, TABLE_Trip, 0, 0);   /* without names */
    FITS("ID,Start,End,Place,End", 2026, false, TABLE_Trip, 0, 0); /* twice: told by the reader */
    FITS("ID,Start,End,End", 2026, false, TABLE_Trip, 1, 0);
    FITS("ID,Secret,Born,Colour,Motto", 2026, false, TABLE_Card, 0, 1); /* only in XML */
    FITS("ID,Trips,Born,Colour,Motto", 2026, false, TABLE_Card, 0, 1);  /* in no file */
}

/* Neither subjects made of keys nor reference data nor what is in XML only are files. */
static void no_table_at_all(void **state)
{
    (void)state;
    FITS("Name,Town,Closed", 2026, false, NO_TABLE, 0, 0);
    FITS("Number", 2026, false, NO_TABLE, 0, 0);
    FITS("", 2026, false, NO_TABLE, 0, 0);
    FITS(",,,", 2026, false, NO_TABLE, 0, 0);
    FITS("A,B,C", 2026, false, NO_TABLE, 0, 0);
    FITS("A,B,C", 2026, true, NO_TABLE, 0, 0);
    read_heading("Name,Year");
    assert_int_equal(csv_columns_fit(&columns, &fixture_plugin, 2026, false).table, NO_TABLE);
}

/* Of linked tables the keys are enough, in any place and letter case, whatever else there is. */
static void linked_tables_are_found_by_their_keys(void **state)
{
    (void)state;
    LINKS("deskid", TABLE_Desk, 0, 0);
    LINKS("readerid,deskid", TABLE_Reader, 0, 0);
    LINKS("x,LOANID,y,z,ReaderId,Colour", TABLE_Loan, 0, 0);
    LINKS("loanid,slipid", TABLE_Slip, 0, 0);
    LINKS("loanid,readerid,loanid", TABLE_Loan, 0, 0);
    LINKS("deskid,Year,Office,Name", TABLE_Desk, 0, 0);
    assert_fit_of(&linked_plugin, "deskid", 2026, true, (struct csv_fit){NO_TABLE, 0, 0});
}

/* A key of one table is the way up from another: the table that has more of its keys is meant. */
static void linked_tables_that_lack_a_key(void **state)
{
    (void)state;
    LINKS("slipid", TABLE_Slip, 1, 0);
    LINKS("loanid", TABLE_Loan, 1, 0); /* or the slip: the first */
    LINKS("readerid,Name,Born", TABLE_Reader, 1, 0);
    LINKS("Year,Office", NO_TABLE, 0, 0);
    LINKS("colour", NO_TABLE, 0, 0);
    LINKS("", NO_TABLE, 0, 0);
}

/* Beside them, tables are found as ever. */
static void tables_beside_linked_ones(void **state)
{
    (void)state;
    LINKS("Name,Amount", TABLE_Fine, 0, 0);
    LINKS("Amount", TABLE_Fine, 1, 0);
    LINKS("Name,Amount,loanid", TABLE_Loan, 1, 0);
}

static void assert_described_of(const struct sv_table *table, const char *heading, int year,
                                bool hide, const char *expected)
{
    char text[1024];
    read_heading(heading);
    csv_columns_describe(&columns, table, year, hide, text, sizeof(text));
    assert_string_equal(text, expected);
}

static void assert_described(const char *heading, int year, bool hide, const char *expected)
{
    assert_described_of(&keyed_plugin.tables[TABLE_Trip], heading, year, hide, expected);
}

/* Of a linked table only its keys are missed. */
static void missing_keys_in_words(void **state)
{
    (void)state;
    const struct sv_table *loan = &linked_plugin.tables[TABLE_Loan];
    assert_described_of(loan, "Day,colour", 2026, false, "without loanid, readerid");
    assert_described_of(loan, "LOANID,colour", 2026, false, "without readerid");
    assert_described_of(loan, "readerid", 2026, true, "without loanid");
    assert_described_of(&linked_plugin.tables[TABLE_Desk], "x", 2026, false, "without deskid");
}

static void differences_in_words(void **state)
{
    (void)state;
    assert_described("ID,Start", 2026, false, "without End, Place");
    assert_described("ID,Start,End,Place,Note", 2026, false, "with Note");
    assert_described("ID,Start,Note,Memo", 2026, false, "without End, Place; with Note, Memo");
    assert_described("Note,,Note", 2026, false, "without ID, Start, End, Place; with Note, Note");
    assert_described("ID,Start,End,Place", 2026, false, "");
}

/* Where the first line is not the heading, what seems to be a name is a value. */
static void names_may_be_hidden(void **state)
{
    (void)state;
    assert_described("ID,Start,End,Place,Note", 2026, true, "with 1 other column");
    assert_described("ID,Start,Ann,12/04/2011,", 2026, true,
                     "without End, Place; with 2 other columns");
    assert_described("ID,Start", 2026, true, "without End, Place");
}

/* However many columns there are, the text fits, and is cut between characters. */
static void long_differences_are_cut(void **state)
{
    (void)state;
    char heading[4096] = "ID";
    for (int i = 0; i < 200; i++)
        strcat(heading, ",caf\xc3\xa9s\xe2\x82\xac");
    read_heading(heading);
    for (size_t size = 1; size < 400; size++) {
        char *text = malloc(size);
        assert_non_null(text);
        csv_columns_describe(&columns, &keyed_plugin.tables[TABLE_Trip], 2026, false, text, size);
        size_t length = strlen(text);
        assert_true(length < size);
        unsigned char end = length ? (unsigned char)text[length - 1] : 0;
        assert_true(end < 0xc0); /* not the first byte of a character */
        assert_true(end < 0x80 || strcmp(text + length - 2, "\xc3\xa9") == 0 ||
                    strcmp(text + length - 3, "\xe2\x82\xac") == 0);
        free(text);
    }
}

int main(void)
{
#define COLUMNS_TEST(name) cmocka_unit_test_teardown(name, free_columns)
    const struct CMUnitTest tests[] = {
        COLUMNS_TEST(names_are_trimmed),
        COLUMNS_TEST(the_heading_is_the_first_line_with_anything),
        COLUMNS_TEST(files_without_a_heading),
        COLUMNS_TEST(other_delimiters),
        COLUMNS_TEST(bytes_that_no_text_has),
        COLUMNS_TEST(there_is_an_end_to_the_columns),
        COLUMNS_TEST(columns_are_found_by_name),
        COLUMNS_TEST(columns_of_reference_data_have_other_names),
        COLUMNS_TEST(tables_are_found_by_their_columns),
        COLUMNS_TEST(the_year_decides),
        COLUMNS_TEST(last_year_has_tables_of_its_own),
        COLUMNS_TEST(columns_that_are_missing_or_too_many),
        COLUMNS_TEST(no_table_at_all),
        COLUMNS_TEST(linked_tables_are_found_by_their_keys),
        COLUMNS_TEST(linked_tables_that_lack_a_key),
        COLUMNS_TEST(tables_beside_linked_ones),
        COLUMNS_TEST(missing_keys_in_words),
        COLUMNS_TEST(differences_in_words),
        COLUMNS_TEST(names_may_be_hidden),
        COLUMNS_TEST(long_differences_are_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
