/* Values that stand further up than their record, records that are not kept, and last year's file:
 * all with a return that has no schema. */
#include <unistd.h>

#include "../../core/input/xml_reader.h"
#include "keyed.h"

#define LIMIT ((uint64_t)1000 * 1000)

static struct fixture fixture;
static struct problems problems;
static struct error error;

static int open_fixture(void **state)
{
    (void)state;
    keyed_open(&fixture, 2026);
    return 0;
}

static int close_fixture(void **state)
{
    (void)state;
    problems_free(&problems);
    fixture_close(&fixture);
    return 0;
}

static void read_with(const struct layout *layout, uint16_t file, const char *text)
{
    char name[32];
    int descriptor = file_of_bytes(text, strlen(text), name);
    struct source source;
    struct xml_reading reading = {.store = &fixture.store, .layout = layout, .problems = &problems};
    bool fine = source_open(&source, name, LIMIT, &error) &&
                xml_read(&reading, &source, file, NULL, &error);
    source_close(&source);
    lines_free(&source.lines);
    close(descriptor);
    if (!fine)
        fail_msg("refused: %s", error.text);
}

static void read_text(const char *text)
{
    read_with(fixture.layout, 0, text);
}

#define MEMBER(text) "<Member>" text "</Member>"
#define CARD(text) MEMBER("<Card>" text "</Card>")
#define CLUB(text) "<Club>" text "</Club>"

/* All records of a table, their values with a bar behind each, a line for each record. */
static void assert_rows(uint16_t table, const char *expected)
{
    char text[2048] = "";
    for (uint32_t i = 0; i < fixture.store.tables[table].count; i++) {
        const struct sv_row *row = store_row(&fixture.store, table, i);
        assert_int_equal(row->number, i + 1);
        assert_int_equal(row->table, table);
        assert_null(row->parent); /* joined later, by the key */
        for (uint16_t f = 0; f < keyed_plugin.tables[table].field_count; f++) {
            size_t used = strlen(text);
            snprintf(text + used, sizeof(text) - used, "%s|", keyed_text(&fixture, row, f));
        }
        strcat(text, "\n");
    }
    assert_string_equal(text, expected);
}

/* What was told: "Table 1 Field: message", a line for each. */
static void assert_told(const char *expected)
{
    char text[2048] = "";
    for (size_t i = 0; i < problems.count; i++) {
        const struct problem *problem = &problems.list[i];
        const struct sv_table *table =
            problem->row ? &keyed_plugin.tables[problem->row->table] : NULL;
        size_t used = strlen(text);
        used +=
            (size_t)snprintf(text + used, sizeof(text) - used, "%s %u", table ? table->name : "-",
                             problem->row ? problem->row->number : 0);
        if (problem->field != NO_FIELD)
            used += (size_t)snprintf(text + used, sizeof(text) - used, " %s",
                                     table->fields[problem->field].name);
        snprintf(text + used, sizeof(text) - used, ": %s\n", problem->message);
    }
    assert_string_equal(text, expected);
}

static void values_from_an_element_beside(void **state)
{
    (void)state;
    read_text(CLUB(MEMBER("<Card><ID>A</ID></Card><Trip><Start>1/2/2025</Start></Trip><Trip/>")
                       MEMBER("<Trip/><Card><ID>B</ID></Card><Trip><Place>x</Place></Trip>")));
    assert_rows(TABLE_Trip, "A|1/2/2025|-|-|\nA|-|-|-|\nB|-|-|-|\nB|-|-|x|\n");
    assert_rows(TABLE_Card, "A|-|-|-|-|-|\nB|-|-|-|-|-|\n");
    assert_told("");
}

static void values_from_the_element_above(void **state)
{
    (void)state;
    read_text(CLUB(CARD("<Call><Day>1/1/2025</Day></Call><ID>A</ID><Call><Day>2/2/2025</Day></Call>"
                        "<Born>03/04/2010</Born>")));
    assert_rows(TABLE_Call, "A|03/04/2010|1/1/2025|-|\nA|03/04/2010|2/2/2025|-|\n");
}

/* What the element itself lacks is not taken from another one. */
static void values_that_are_not_there(void **state)
{
    (void)state;
    read_text(CLUB(CARD("<ID>A</ID><Call/>") CARD("<Call/>") MEMBER("<Trip/>")
                       MEMBER("<Card/><Trip/>") CARD("<ID>B</ID><Call/>")));
    assert_rows(TABLE_Call, "A|-|-|-|\n-|-|-|-|\nB|-|-|-|\n");
    assert_rows(TABLE_Trip, "-|-|-|-|\n-|-|-|-|\n");
}

/* Of an element that may be there once the first counts, and what stands in it. */
static void a_second_element_gives_nothing(void **state)
{
    (void)state;
    read_text(CLUB(MEMBER("<Card><ID>A</ID></Card><Card><ID>B</ID><Call/></Card><Trip/>")));
    assert_rows(TABLE_Card, "A|-|-|-|-|-|\n");
    assert_rows(TABLE_Trip, "A|-|-|-|\n");
    assert_rows(TABLE_Call, "");
}

static void unreadable_values_are_lifted_as_they_are(void **state)
{
    (void)state;
    read_text(CLUB(CARD("<ID>A</ID><Born>yesterday</Born><Call><Day>1/1/2025</Day></Call>")));
    assert_rows(TABLE_Call, "A|yesterday|1/1/2025|-|\n");
    assert_told("Card 1 Born: Born is not a date that exists, written DD/MM/CCYY.\n");
}

/* Records that are not kept. */

static void records_are_kept_when_they_hold_anything(void **state)
{
    (void)state;
    read_text(CLUB(CARD("<ID>A</ID>") CARD("<ID>B</ID><Awarded>1/1/2025</Awarded>")
                       CARD("<Awarded> </Awarded>") CARD("<ID>C</ID><Badge><Kind>7</Kind></Badge>")
                           CARD("<ID>D</ID>")));
    assert_rows(TABLE_Badge, "B|1/1/2025|-|\nC|-|7|\n");
    assert_int_equal(fixture.store.tables[TABLE_Card].count, 5);
    const struct Badge *badge = (const struct Badge *)store_last(&fixture.store, TABLE_Badge);
    assert_int_equal(badge->Kind.number, 7);
}

/* Also where nothing is lifted into them. */
static void records_are_kept_by_what_they_hold(void **state)
{
    (void)state;
    read_text(CLUB("<Stamp><Number>1</Number></Stamp><Stamp><Number>2</Number></Stamp><Stamp/>"
                   "<Stamp><Number>4</Number></Stamp><Stamp><Number>x</Number></Stamp>"));
    assert_rows(TABLE_Stamp, "2|\n4|\n");
}

static void none_is_kept(void **state)
{
    (void)state;
    read_text(CLUB(CARD("<ID>A</ID>") CARD("") "<Stamp/>"));
    assert_rows(TABLE_Badge, "");
    assert_rows(TABLE_Stamp, "");
    assert_null(store_last(&fixture.store, TABLE_Badge));
}

static void many_records_of_which_some_are_kept(void **state)
{
    (void)state;
    enum { MANY = 2000 };
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    assert_non_null(out);
    fputs("<Club>", out);
    for (int i = 0; i < MANY; i++) {
        fprintf(out, i % 3 ? CARD("<ID>%d</ID>") : CARD("<Badge><Kind>5</Kind></Badge><ID>%d</ID>"),
                i);
        fputs(i % 2 ? "<Stamp><Number>8</Number></Stamp>" : "<Stamp/>", out);
    }
    fputs("</Club>", out);
    fclose(out);
    read_text(text);
    assert_int_equal(fixture.store.tables[TABLE_Badge].count, (MANY + 2) / 3);
    assert_int_equal(fixture.store.tables[TABLE_Stamp].count, MANY / 2);
    for (uint32_t i = 0; i < fixture.store.tables[TABLE_Badge].count; i++) {
        char id[16];
        const struct sv_row *row = store_row(&fixture.store, TABLE_Badge, i);
        snprintf(id, sizeof(id), "%u", 3 * i);
        assert_string_equal(keyed_text(&fixture, row, Badge_ID), id);
        assert_int_equal(row->number, i + 1);
    }
    free(text);
}

/* A defect of a record that is kept is told of it, wherever it has moved to. */
static void defects_follow_their_records(void **state)
{
    (void)state;
    read_text(CLUB(CARD("<ID>A</ID>") CARD("<ID>B</ID><Badge><Kind>one</Kind></Badge>") CARD(
        "<ID>C</ID><Awarded>soon</Awarded>") "<Stamp/>"
                                             "<Stamp><Number>2</Number></Stamp>"));
    assert_rows(TABLE_Badge, "B|-|one|\nC|soon|-|\n");
    assert_told("Badge 1 Kind: Kind is not a whole number.\n"
                "Badge 2 Awarded: Awarded is not a date that exists, written DD/MM/CCYY.\n");
    assert_ptr_equal(problems.list[0].row, store_row(&fixture.store, TABLE_Badge, 0));
    assert_ptr_equal(problems.list[1].row, store_row(&fixture.store, TABLE_Badge, 1));
}

/* A defect of one that is not kept goes to the record of the same element, else to none; the next
 * record, which takes the place, has nothing to do with it. */
static void defects_of_records_that_are_not_kept(void **state)
{
    (void)state;
    read_text(
        CLUB(CARD("<ID>A</ID><Awarded></Awarded>") CARD("<ID>B</ID><Awarded>1/1/2025</Awarded>")
                 CARD("<ID>C</ID><Badge><Kind></Kind></Badge>") "<Stamp><Number>x</Number>"
                                                                "</Stamp>"));
    assert_rows(TABLE_Badge, "B|1/1/2025|-|\n");
    assert_told("Card 1: Awarded is empty: leave the element out when there is no value.\n"
                "Card 3: Kind is empty: leave the element out when there is no value.\n"
                "- 0: Number is not a whole number.\n");
}

/* Fields that must be there. */

/* A value from further up is not missing before it is there; one of another year never is. */
static void required_fields(void **state)
{
    (void)state;
    read_text(CLUB(CARD("<Call><Day>1/1/2025</Day></Call><Call/><ID>A</ID>")));
    assert_told("Call 2 Day: Call has no Day.\n");
}

/* Last year's return. */

static void last_year_has_tables_of_its_own(void **state)
{
    (void)state;
    struct layout *last = layout_new(&fixture.plugin, 2025, true);
    read_text(CLUB(MEMBER("<Card><ID>A</ID><Awarded>1/1/2025</Awarded></Card><Trip/>")));
    read_with(last, 1,
              CLUB(MEMBER("<Card><ID>B</ID><Motto>m</Motto><Badge><Kind>2</Kind></Badge>"
                          "<Call/><Poem/></Card><Trip/><Trip/>")
                       MEMBER("<Card><ID>C</ID></Card>") "<Stamp><Number>2</Number></Stamp>"));
    layout_free(last);
    assert_rows(TABLE_Card, "A|-|-|-|-|-|\n");
    assert_rows(TABLE_Card_last, "B|-|-|-|-|-|\nC|-|-|-|-|-|\n"); /* no motto yet */
    assert_rows(TABLE_Badge, "A|1/1/2025|-|\n");
    assert_rows(TABLE_Badge_last, "B|-|2|\n");
    assert_rows(TABLE_Trip_last, "B|-|-|-|\nB|-|-|-|\n");
    assert_rows(TABLE_Call_last, "B|-|-|-|\n");
    assert_rows(TABLE_Poem_last, "");
    assert_rows(TABLE_Stamp, ""); /* of this year's only */
    assert_int_equal(store_row(&fixture.store, TABLE_Card_last, 0)->file, 1);
}

/* A record of an earlier file may stand behind the element at hand, by its offset. */
static void nothing_is_lifted_from_another_file(void **state)
{
    (void)state;
    read_text(CLUB("<!-- long before the first card -->" CARD("<ID>A</ID>")));
    read_with(fixture.layout, 1, CLUB(MEMBER("<Trip/>")));
    assert_rows(TABLE_Trip, "-|-|-|-|\n");
}

static void tables_are_given_by_a_file_or_by_records(void **state)
{
    (void)state;
    struct layout *last = layout_new(&fixture.plugin, 2026, true);
    for (size_t t = 0; t < CLUB_TABLE_count; t++)
        fixture.store.tables[t].given = false;
    read_text(CLUB(""));
    assert_true(fixture.store.tables[TABLE_Trip].given);
    assert_false(fixture.store.tables[TABLE_Poem].given);
    assert_false(fixture.store.tables[TABLE_Trip_last].given);
    assert_false(fixture.store.tables[TABLE_Place].given);
    read_with(last, 1, CLUB(CARD("<ID>A</ID><Poem/>")));
    assert_true(fixture.store.tables[TABLE_Poem_last].given);
    assert_true(fixture.store.tables[TABLE_Trip_last].given);
    assert_false(fixture.store.tables[TABLE_Poem].given);
    layout_free(last);
}

int main(void)
{
#define LIFT_TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)
    const struct CMUnitTest tests[] = {
        LIFT_TEST(values_from_an_element_beside),
        LIFT_TEST(values_from_the_element_above),
        LIFT_TEST(values_that_are_not_there),
        LIFT_TEST(a_second_element_gives_nothing),
        LIFT_TEST(unreadable_values_are_lifted_as_they_are),
        LIFT_TEST(records_are_kept_when_they_hold_anything),
        LIFT_TEST(records_are_kept_by_what_they_hold),
        LIFT_TEST(none_is_kept),
        LIFT_TEST(many_records_of_which_some_are_kept),
        LIFT_TEST(defects_follow_their_records),
        LIFT_TEST(defects_of_records_that_are_not_kept),
        LIFT_TEST(required_fields),
        LIFT_TEST(last_year_has_tables_of_its_own),
        LIFT_TEST(nothing_is_lifted_from_another_file),
        LIFT_TEST(tables_are_given_by_a_file_or_by_records),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
