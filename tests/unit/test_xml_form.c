/* The form of an XML file whose rules tell it: what is noted for them, what is told once, and what
 * is left to the schema stage. */
#include <unistd.h>

#include "../../core/input/schema.h"
#include "../../core/input/xml_reader.h"
#include "linked.h"

#define LIMIT ((uint64_t)1000 * 1000)
#define STRAYS SV_NOT_OF_RETURN
#define VALUES (SV_EMPTY_ITEM | SV_PADDED_VALUE | SV_UNKNOWN_CODE | SV_UNREADABLE_DATE)

static struct fixture fixture;
static struct problems problems;
static struct problems remarks;
static xmlSchemaPtr schema;

static int load_schema(void **state)
{
    (void)state;
    struct error error;
    schema = schema_load(&linked_plugin, "library.xsd", &error);
    return schema ? 0 : -1;
}

static int free_schema(void **state)
{
    (void)state;
    xmlSchemaFree(schema);
    xmlCleanupParser();
    return 0;
}

static int forget(void **state)
{
    (void)state;
    problems_free(&problems);
    problems_free(&remarks);
    fixture_close(&fixture);
    return 0;
}

struct wish {
    unsigned forms; /* that a rule tells */
    bool strict;
    bool any_order;
};

static void read_as(struct wish wish, const char *text)
{
    char name[32];
    int descriptor = file_of_bytes(text, strlen(text), name);
    struct source source;
    struct error error;
    linked_open(&fixture, 2026, wish.forms);
    fixture.plugin.any_order = wish.any_order;
    struct xml_reading reading = {.store = &fixture.store,
                                  .layout = fixture.layout,
                                  .problems = &problems,
                                  .remarks = &remarks,
                                  .strict = wish.strict};
    bool fine =
        source_open(&source, name, LIMIT, &error) && xml_read(&reading, &source, 0, schema, &error);
    problems_sort(&problems);
    notes_sort(&fixture.store, NULL);
    source_close(&source);
    lines_free(&source.lines);
    close(descriptor);
    if (!fine)
        fail_msg("refused: %s", error.text);
}

#define LIBRARY(readers) "<Library><Desk/><Readers>" readers "</Readers></Library>"
#define READER(text) "<Reader>" text "</Reader>"
#define ANY(forms) ((struct wish){(forms), false, true})

static void read_reader(unsigned forms, const char *text)
{
    char document[4096];
    snprintf(document, sizeof(document), LIBRARY(READER("%s")), text);
    read_as(ANY(forms), document);
}

/* Each problem as "error" or "query" with its message, a line for each. */
static void assert_listed(const struct problems *list, const char *expected)
{
    char text[4096] = "";
    for (size_t i = 0; i < list->count; i++) {
        size_t used = strlen(text);
        snprintf(text + used, sizeof(text) - used, "%s: %s\n",
                 list->list[i].severity == SV_ERROR ? "error" : "query", list->list[i].message);
    }
    assert_string_equal(text, expected);
}

static void assert_told(const char *expected)
{
    assert_listed(&problems, expected);
}

static const struct Reader *reader(uint32_t number)
{
    assert_true(number <= fixture.store.tables[TABLE_Reader].count);
    return (const struct Reader *)store_row(&fixture.store, TABLE_Reader, number - 1);
}

/* All names of readers, with a comma behind each. */
static void assert_names(const char *expected)
{
    char names[256] = "";
    for (uint32_t i = 1; i <= fixture.store.tables[TABLE_Reader].count; i++) {
        size_t used = strlen(names);
        snprintf(names + used, sizeof(names) - used, "%s,",
                 texts_get(&fixture.store.texts, reader(i)->Name.text));
    }
    assert_string_equal(names, expected);
}

/* What is not of the return. */

static void strays_are_noted_at_their_records(void **state)
{
    (void)state;
    read_as(ANY(STRAYS),
            "<Library><a>1</a><Desk><b/></Desk><Readers>" READER(
                "<c> 2 </c><Name>Ann</Name><Loan><Name>x</Name></Loan>") "</Readers></Library>");
    assert_notes(&fixture, "- 0 a=1 1 @ 9\n"
                           "Desk 1 b= 1 @ 23\n"
                           "Reader 1 c=2 1 @ 51\n"
                           "Loan 1 Name=x 1 @ 83\n");
    assert_told("");
    assert_names("Ann,");
}

static void what_stands_in_a_stray_is_not_looked_at(void **state)
{
    (void)state;
    read_reader(STRAYS, "<c>1<Name>x</Name>2<d/></c><c/><Name>Ann</Name>");
    assert_notes(&fixture, "Reader 1 c=12 1 @ 33\nReader 1 c= 1 @ 60\n");
    assert_names("Ann,");
    assert_told("");
}

static void elements_of_a_namespace_and_within_values(void **state)
{
    (void)state;
    read_reader(STRAYS, "<Name xmlns='urn:x'>x</Name><Name>A<b>n</b>n</Name>");
    assert_notes(&fixture, "Reader 1 Name=x 1 @ 33\nReader 1 b=n 1 @ 68\n");
    assert_names("An,");
}

static void fields_of_another_year_are_strays(void **state)
{
    (void)state;
    read_reader(STRAYS, "<Fax>7</Fax>");
    assert_notes(&fixture, "Reader 1 Fax=7 1 @ 33\n");
}

static void without_a_rule_the_schema_tells(void **state)
{
    (void)state;
    read_reader(0, "<c>1</c>");
    assert_notes(&fixture, "");
    assert_told("error: c in Reader is not an element of this return in 2026.\n");
}

/* What is not of the return is no reason to stop, however long. */
static void long_strays_are_cut(void **state)
{
    (void)state;
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    assert_non_null(out);
    fputs("<Library><Desk/><Readers><Reader><c>", out);
    for (size_t i = 0; i < TEXT_MAX + 5000; i++)
        fputc('x', out);
    fputs("</c><Name>Ann</Name></Reader></Readers></Library>", out);
    fclose(out);
    read_as(ANY(STRAYS), text);
    free(text);
    assert_names("Ann,");
    assert_int_equal(fixture.store.notes.count, 1);
    const char *kept = texts_get(&fixture.store.texts, fixture.store.notes.list[0].value);
    assert_int_equal(strlen(kept), TEXT_MAX);
}

/* Values. */

static void values_that_rules_tell(void **state)
{
    (void)state;
    read_reader(VALUES, "<Name/><Born>2001-02-30</Born><Seen> 2001-02-03T00:00:00</Seen>"
                        "<Adult>2</Adult>");
    assert_notes(&fixture, "Reader 1 Name 2 @ 33\n"
                           "Reader 1 Born 16 @ 40\n"
                           "Reader 1 Seen 4 @ 63\n"
                           "Reader 1 Adult 8 @ 96\n");
    assert_told("");
}

static void values_that_no_rule_tells(void **state)
{
    (void)state;
    read_reader(STRAYS, "<Name/><Born> 2001-02-28</Born><Seen>soon</Seen><Adult>2</Adult>");
    assert_notes(&fixture, "");
    assert_told("query: Born has spaces or line breaks around its value: not every reader accepts "
                "them.\n"
                "error: Seen is not a day and time that exist, written CCYY-MM-DDThh:mm:ss.\n"
                "error: Adult is not one of the codes that may stand there.\n");
}

/* That there is white space around a value does not say that it cannot be read. */
static void white_space_hides_nothing(void **state)
{
    (void)state;
    read_reader(SV_PADDED_VALUE, "<Born> soon </Born><Adult> 2</Adult><Number>x </Number>");
    assert_notes(&fixture, "Reader 1 Born 4 @ 33\n"
                           "Reader 1 Adult 4 @ 52\n"
                           "Reader 1 Number 4 @ 69\n");
    assert_told("error: Born is not a date that exists, written CCYY-MM-DD.\n"
                "error: Adult is not one of the codes that may stand there.\n"
                "error: Number is not a whole number.\n");
}

/* To the schema it makes the value another one. */
static void white_space_is_told_once(void **state)
{
    (void)state;
    read_reader(SV_PADDED_VALUE, "<Adult> 1</Adult>");
    assert_notes(&fixture, "Reader 1 Adult 4 @ 33\n");
    assert_told("");
    forget(NULL);
    read_reader(0, "<Adult> 1</Adult>");
    assert_int_equal(problems.count, 1);
}

/* Spellings. */

static void a_second_spelling_is_told_once(void **state)
{
    (void)state;
    read_reader(VALUES, "<Loan><Shape>A</Shape></Loan><Loan><shape>A</shape></Loan>"
                        "<Loan><shape>C</shape></Loan>");
    assert_told("");
    assert_int_equal(remarks.count, 1);
    if (!strstr(remarks.list[0].message,
                ": shape was read as Shape, of which it is another spelling (2 in the file)."))
        fail_msg("%s", remarks.list[0].message);
    const struct Loan *loan = (const struct Loan *)store_row(&fixture.store, TABLE_Loan, 1);
    assert_int_equal(loan->Shape.number, Shape_A);
    assert_notes(&fixture, "Loan 3 Shape 8 @ 97\n");
}

static void both_spellings_are_once_too_often(void **state)
{
    (void)state;
    read_reader(0, "<Loan><shape>A</shape><Shape>B</Shape></Loan>");
    const struct Loan *loan = (const struct Loan *)store_row(&fixture.store, TABLE_Loan, 0);
    assert_int_equal(loan->Shape.number, Shape_A);
    assert_int_equal(problems.count, 1);
    assert_int_equal(problems.list[0].severity, SV_ERROR);
}

/* The order of elements. */

#define UPSIDE_DOWN READER("<Born>2001-02-03</Born><Name>Ann</Name>")
#define PLACE "Name in Reader does not stand where the published order has it"
#define REST "first here). Everything was read all the same.\n"

static void another_order_is_told_once(void **state)
{
    (void)state;
    read_as(ANY(0), LIBRARY(UPSIDE_DOWN UPSIDE_DOWN));
    assert_told("query: " PLACE " (2 such places in the file, " REST);
    assert_ptr_equal(problems.list[0].row, &reader(1)->row);
    assert_int_equal(problems.list[0].field, Reader_Name);
    assert_names("Ann,Ann,");
    forget(NULL);
    read_as(ANY(0), LIBRARY(UPSIDE_DOWN));
    assert_told("query: " PLACE " (1 such place in the file, " REST);
}

static void the_order_matters_to_the_strict(void **state)
{
    (void)state;
    static const struct wish wishes[] = {{0, true, true}, {0, false, false}, {0, true, false}};
    for (size_t i = 0; i < COUNT_OF(wishes); i++) {
        read_as(wishes[i], LIBRARY(UPSIDE_DOWN UPSIDE_DOWN));
        assert_int_equal(problems.count, 2);
        assert_int_equal(problems.list[0].severity, SV_ERROR);
        assert_int_equal(problems.list[1].severity, SV_ERROR);
        assert_names("Ann,Ann,");
        forget(NULL);
    }
    linked_open(&fixture, 2026, 0);
}

/* The schema looks no further into an element in which one stands at another place, or is not of
 * the return; what is there twice must be told all the same, as it is not read. */
static void nothing_is_lost_behind_another_order(void **state)
{
    (void)state;
    read_as(ANY(0), LIBRARY(READER("<Born/><Name>Ann</Name><Name>Eve</Name><Number>1</Number>"
                                   "<Loan><Slip/><Day/><Slip/></Loan><Number>2</Number>")
                                READER("<Name>Ben</Name><Name>Bob</Name>")));
    assert_names("Ann,Ben,");
    assert_int_equal(reader(1)->Number.number, 1);
    assert_int_equal(fixture.store.tables[TABLE_Slip].count, 2);
    assert_told("error: Born is empty: leave the element out when there is no value.\n"
                "query: " PLACE " (1 such place in the file, " REST
                "error: Name stands in Reader once too often.\n"
                "error: Day is empty: leave the element out when there is no value.\n"
                "error: Slip stands in Loan once too often.\n"
                "error: Number stands in Reader once too often.\n"
                "error: Name stands at the wrong place in Reader, or once too often; what may come "
                "here: Born, Seen, Adult, Number, Loan.\n");
}

static void nothing_is_lost_in_a_group_at_another_place(void **state)
{
    (void)state;
    read_as(
        ANY(0),
        "<Library><Readers>" READER(
            "<Name>Ann</Name><Name>Eve</Name>") "</Readers><Desk/><Readers>" READER("<Name>Ben</"
                                                                                    "Name>") "</"
                                                                                             "Reade"
                                                                                             "rs></"
                                                                                             "Libra"
                                                                                             "ry>");
    assert_names("Ann,");
    assert_told("query: Readers in Library does not stand where the published order has it (1 such "
                "place in the file, " REST "error: Name stands in Reader once too often.\n"
                "error: Readers stands in Library once too often.\n");
}

static void nothing_is_lost_behind_a_stray(void **state)
{
    (void)state;
    read_reader(STRAYS, "<c/><Name>Ann</Name><Name>Eve</Name><Loan/><Loan/>");
    assert_names("Ann,");
    assert_told("error: Name stands in Reader once too often.\n");
}

/* A second record of a table that may have one is read, and an error whatever the order. */
static void one_record_at_most(void **state)
{
    (void)state;
    read_reader(0, "<Loan><Slip/><Slip/></Loan><Loan><Slip/></Loan>");
    assert_int_equal(fixture.store.tables[TABLE_Slip].count, 3);
    assert_int_equal(problems.count, 1);
    assert_int_equal(problems.list[0].severity, SV_ERROR);
}

int main(void)
{
#define FORM_TEST(name) cmocka_unit_test_teardown(name, forget)
    const struct CMUnitTest tests[] = {
        FORM_TEST(strays_are_noted_at_their_records),
        FORM_TEST(what_stands_in_a_stray_is_not_looked_at),
        FORM_TEST(elements_of_a_namespace_and_within_values),
        FORM_TEST(fields_of_another_year_are_strays),
        FORM_TEST(without_a_rule_the_schema_tells),
        FORM_TEST(long_strays_are_cut),
        FORM_TEST(values_that_rules_tell),
        FORM_TEST(values_that_no_rule_tells),
        FORM_TEST(white_space_hides_nothing),
        FORM_TEST(white_space_is_told_once),
        FORM_TEST(a_second_spelling_is_told_once),
        FORM_TEST(both_spellings_are_once_too_often),
        FORM_TEST(another_order_is_told_once),
        FORM_TEST(the_order_matters_to_the_strict),
        FORM_TEST(nothing_is_lost_behind_another_order),
        FORM_TEST(nothing_is_lost_in_a_group_at_another_place),
        FORM_TEST(nothing_is_lost_behind_a_stray),
        FORM_TEST(one_record_at_most),
    };
    return cmocka_run_group_tests(tests, load_schema, free_schema);
}
