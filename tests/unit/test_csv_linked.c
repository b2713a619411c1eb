/* CSV files of tables that are linked by keys: keys, values as the portal exports them, columns
 * that are not of the return. */
#include "../../core/input/csv_reader.h"
#include "linked.h"

static struct fixture fixture;
static struct problems problems;

static int open_fixture(void **state)
{
    (void)state;
    linked_open(&fixture, 2026, 0);
    return 0;
}

static int forget(void **state)
{
    (void)state;
    problems_free(&problems);
    fixture_close(&fixture);
    return 0;
}

#define ALL_FORMS                                                                                  \
    (SV_NOT_OF_RETURN | SV_EMPTY_ITEM | SV_PADDED_VALUE | SV_UNKNOWN_CODE | SV_UNREADABLE_DATE)

/* Reads a file into an empty store; a rule tells these forms. */
static void read_linked(unsigned forms, uint16_t table, const char *bytes)
{
    forget(NULL);
    linked_open(&fixture, 2026, forms);
    char *copy = mem_copy(bytes, strlen(bytes));
    struct csv_reading reading = {.store = &fixture.store,
                                  .problems = &problems,
                                  .bytes = copy,
                                  .length = strlen(bytes),
                                  .delimiter = ',',
                                  .table = table,
                                  .year = 2026};
    assert_true(csv_read(&reading));
    free(reading.sheet.steps);
    free(copy);
}

/* What was told, a line for each: "error 17: The column rya is ...", with the byte where it is. */
static void assert_told(const char *expected)
{
    char told[1024] = "";
    for (size_t i = 0; i < problems.count; i++) {
        const struct problem *problem = &problems.list[i];
        size_t used = strlen(told);
        snprintf(told + used, sizeof(told) - used, "%s %u: %.21s\n",
                 problem->severity == SV_ERROR ? "error" : "query", problem->offset,
                 problem->message);
    }
    assert_string_equal(told, expected);
}

static void assert_count(uint16_t table, uint32_t count)
{
    assert_int_equal(fixture.store.tables[table].count, count);
}

/* The keys of a record, own and above, with a bar behind each. */
static void assert_keys(uint16_t table, uint32_t number, const char *expected)
{
    char keys[128];
    const struct texts *texts = &fixture.store.texts;
    assert_true(number <= fixture.store.tables[table].count);
    const struct link *link =
        store_link_of(&fixture.store, store_row(&fixture.store, table, number - 1));
    snprintf(keys, sizeof(keys), "%s|%s|", texts_get(texts, link->own),
             texts_get(texts, link->above));
    assert_string_equal(keys, expected);
}

static const struct Reader *reader_row(uint32_t number)
{
    return (const struct Reader *)store_row(&fixture.store, TABLE_Reader, number - 1);
}

static void keys_of_linked_records(void **state)
{
    (void)state;
    read_linked(0, TABLE_Loan,
                "Day,READERID,source,LoanId\n"
                "2025-05-01, r1 ,x,\"l1\"\n,NULL,,\n,,,NULL\n2025-05-01,r2\n");
    assert_told("query 66: The row has fewer cel\n");
    assert_keys(TABLE_Loan, 1, "l1|r1|");
    assert_keys(TABLE_Loan, 2, "||"); /* NULL is how the export writes a blank */
    assert_keys(TABLE_Loan, 3, "||");
    assert_keys(TABLE_Loan, 4, "|r2|");
    const struct Loan *loan = (const struct Loan *)store_row(&fixture.store, TABLE_Loan, 0);
    assert_int_equal(loan->Day.number, day("2025-05-01"));
}

static void keys_of_more_records_than_a_block_has(void **state)
{
    (void)state;
    char *list = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&list, &length);
    assert_non_null(out);
    fputs("slipid,loanid\n", out);
    for (int i = 1; i <= 1000; i++)
        fprintf(out, "s%d,l%d\n", i, i / 2);
    fclose(out);
    read_linked(0, TABLE_Slip, list);
    free(list);
    assert_count(TABLE_Slip, 1000);
    assert_keys(TABLE_Slip, 1, "s1|l0|");
    assert_keys(TABLE_Slip, 257, "s257|l128|");
    assert_keys(TABLE_Slip, 1000, "s1000|l500|");
}

static void values_in_the_form_of_the_export(void **state)
{
    (void)state;
    read_linked(0, TABLE_Reader,
                "readerid,deskid,name,BORN,Seen,Adult\n"
                "r,d,NULL,2001-Feb-03 00:00:00,2025-mar-04 05:06:07,True\n"
                "s,d,Ann,2001-02-03,2025-03-04T05:06:07,0\n");
    assert_told(""); /* letter case of headings does not matter */
    assert_int_equal(reader_row(1)->Name.text, 0);
    assert_int_equal(reader_row(1)->Name.number, SV_NONE);
    for (uint32_t i = 1; i <= 2; i++) {
        assert_int_equal(reader_row(i)->Born.number, day("2001-02-03"));
        assert_int_equal(reader_row(i)->Seen.number, day("2025-03-04"));
    }
    assert_int_equal(reader_row(1)->Adult.number, Answer_1);
    assert_int_equal(reader_row(2)->Adult.number, Answer_0);
}

/* A table without keys takes values as they stand. */
static void other_tables_have_no_form_of_the_export(void **state)
{
    (void)state;
    read_linked(ALL_FORMS, TABLE_Fine, "Name,Amount\nNULL, 3 \n");
    const struct Fine *fine = (const struct Fine *)store_row(&fixture.store, TABLE_Fine, 0);
    assert_string_equal(texts_get(&fixture.store.texts, fine->Name.text), "NULL");
    assert_null(fixture.store.tables[TABLE_Fine].links);
    assert_notes(&fixture, "");
}

/* Where they have a value; an item of another year is called as the return calls it. */
static void columns_that_are_not_of_the_return(void **state)
{
    (void)state;
    read_linked(SV_NOT_OF_RETURN, TABLE_Reader,
                "readerid,colour,deskid,source,FAX,colour\nr,red,d,x,77,\ns, ,d,x,NULL,blue\n");
    assert_told("");
    assert_notes(&fixture, "Reader 1 colour=red 1 @ 43\n"
                           "Reader 1 Fax=77 1 @ 51\n"
                           "Reader 2 colour=blue 1 @ 68\n");
    read_linked(ALL_FORMS & ~SV_NOT_OF_RETURN, TABLE_Reader, "readerid,colour,deskid\nr,red,d\n");
    assert_notes(&fixture, "");
}

/* The name of a column is kept once, or a long one would fill the memory. */
static void names_of_columns_are_kept_once(void **state)
{
    (void)state;
    read_linked(SV_NOT_OF_RETURN, TABLE_Desk, "deskid,x,y\nd,1,2\ne,3,4\nf,,6\n");
    const struct note *notes = fixture.store.notes.list;
    assert_int_equal(fixture.store.notes.count, 5);
    assert_int_equal(notes[0].name, notes[2].name);
    assert_int_equal(notes[1].name, notes[3].name);
    assert_int_equal(notes[1].name, notes[4].name);
    assert_int_not_equal(notes[0].name, notes[1].name);
}

static void form_of_linked_values(void **state)
{
    (void)state;
    read_linked(ALL_FORMS, TABLE_Reader,
                "readerid,deskid,Name,Born,Adult\n"
                "r,d, Ann ,2001-Feb-30 00:00:00,2\n"
                "s,d, ,,NULL\n"
                "t,d,Ben,2001-Feb-03 00:00:00,False\n");
    assert_notes(&fixture, "Reader 1 Name 4 @ 36\n"
                           "Reader 1 Born 16 @ 42\n"
                           "Reader 1 Adult 8 @ 63\n");
    assert_told("");
}

static void the_same_key_column_twice(void **state)
{
    (void)state;
    read_linked(SV_NOT_OF_RETURN, TABLE_Loan, "loanid,readerid,LOANID,ReaderID\n1,r,2,s\n");
    assert_keys(TABLE_Loan, 1, "1|r|");
    assert_told("error 16: The column LOANID is \nerror 23: The column ReaderID i\n");
    assert_notes(&fixture, "");
}

static void linked_columns_without_a_name(void **state)
{
    (void)state;
    read_linked(SV_NOT_OF_RETURN, TABLE_Desk, "deskid,,source\nd,x,y\ne,,\n");
    assert_told("query 17: The row has a value i\n");
    assert_notes(&fixture, "");
}

int main(void)
{
#define LINKED_TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, forget)
    const struct CMUnitTest tests[] = {
        LINKED_TEST(keys_of_linked_records),
        LINKED_TEST(keys_of_more_records_than_a_block_has),
        LINKED_TEST(values_in_the_form_of_the_export),
        LINKED_TEST(other_tables_have_no_form_of_the_export),
        LINKED_TEST(columns_that_are_not_of_the_return),
        LINKED_TEST(names_of_columns_are_kept_once),
        LINKED_TEST(form_of_linked_values),
        LINKED_TEST(the_same_key_column_twice),
        LINKED_TEST(linked_columns_without_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
