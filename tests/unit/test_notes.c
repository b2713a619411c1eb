/* Defects of form that the reader saw: kept, sorted, and told by rules of form. */
#include "../../core/model/notes.h"

#include "linked.h"

static struct fixture fixture;

static int open_fixture(void **state)
{
    (void)state;
    linked_open(&fixture, 2026, 0);
    return 0;
}

static int close_fixture(void **state)
{
    (void)state;
    fixture_close(&fixture);
    return 0;
}

static struct sv_row *add(uint16_t table, uint16_t parent)
{
    return store_add(&fixture.store, table,
                     parent == NO_TABLE ? NULL : store_last(&fixture.store, parent));
}

static void note(const struct sv_row *row, uint16_t field, unsigned fault, uint32_t offset)
{
    struct note note = {.row = row, .offset = offset, .field = field, .fault = (uint16_t)fault};
    notes_add(&fixture.store, note, NULL, NULL, 0);
}

static void stray(const struct sv_row *row, const char *name, const char *value)
{
    struct note note = {.row = row, .field = NO_FIELD, .fault = SV_NOT_OF_RETURN};
    notes_add(&fixture.store, note, name, value, value ? strlen(value) : 0);
}

static void names_and_values_are_copied(void **state)
{
    (void)state;
    char name[] = "colour";
    char value[] = "redder";
    struct note note = {.field = NO_FIELD, .fault = SV_NOT_OF_RETURN};
    notes_add(&fixture.store, note, name, value, 3);
    memset(name, 'x', sizeof(name) - 1);
    memset(value, 'x', sizeof(value) - 1);
    notes_add(&fixture.store, note, "empty", "", 0);
    assert_notes(&fixture, "- 0 colour=red 1 @ 0\n- 0 empty= 1 @ 0\n");
    assert_int_equal(fixture.store.notes.list[1].value, 0);
}

/* By subject, table, record, place, and kind of fault, whatever the order of reading. */
static void the_order_of_notes(void **state)
{
    (void)state;
    const struct sv_row *desk = add(TABLE_Desk, NO_TABLE);
    const struct sv_row *ann = add(TABLE_Reader, NO_TABLE);
    const struct sv_row *loan = add(TABLE_Loan, TABLE_Reader);
    const struct sv_row *later = add(TABLE_Loan, TABLE_Reader);
    const struct sv_row *ben = add(TABLE_Reader, NO_TABLE);
    note(ben, Reader_Born, SV_EMPTY_ITEM, 5);
    note(later, Loan_Day, SV_EMPTY_ITEM, 1);
    note(loan, Loan_Day, SV_UNREADABLE_DATE, 8);
    note(loan, Loan_Day, SV_PADDED_VALUE, 8);
    note(loan, Loan_Shape, SV_UNKNOWN_CODE, 7);
    note(ann, Reader_Born, SV_EMPTY_ITEM, 9);
    note(desk, Desk_Office, SV_EMPTY_ITEM, 9);
    notes_sort(&fixture.store, desk);
    assert_notes(&fixture, "Desk 1 Office 2 @ 9\n"
                           "Reader 1 Born 2 @ 9\n"
                           "Loan 1 Shape 8 @ 7\n"
                           "Loan 1 Day 4 @ 8\n"
                           "Loan 1 Day 16 @ 8\n"
                           "Loan 2 Day 2 @ 1\n"
                           "Reader 2 Born 2 @ 5\n");
}

static void what_stands_in_no_record_comes_to_the_header(void **state)
{
    (void)state;
    const struct sv_row *desk = add(TABLE_Desk, NO_TABLE);
    const struct sv_row *ann = add(TABLE_Reader, NO_TABLE);
    stray(ann, "b", NULL);
    stray(NULL, "a", "1");
    notes_sort(&fixture.store, desk);
    assert_notes(&fixture, "Desk 1 a=1 1 @ 0\nReader 1 b= 1 @ 0\n");
}

static void without_a_header_it_stands_alone(void **state)
{
    (void)state;
    stray(add(TABLE_Reader, NO_TABLE), "b", NULL);
    stray(NULL, "a", "1");
    notes_sort(&fixture.store, NULL);
    assert_notes(&fixture, "- 0 a=1 1 @ 0\nReader 1 b= 1 @ 0\n");
}

static void notes_of_what_is_left_out_are_dropped(void **state)
{
    (void)state;
    const struct sv_row *ann = add_linked(&fixture, TABLE_Reader, "A", NULL);
    const struct sv_row *lost = add_linked(&fixture, TABLE_Loan, "1", "Z");
    const struct sv_row *loan = add_linked(&fixture, TABLE_Loan, "2", "A");
    const struct sv_row *last = add_linked(&fixture, TABLE_Loan, "3", "Z");
    stray(last, "d", NULL);
    stray(loan, "c", NULL);
    stray(lost, "b", NULL);
    stray(ann, "a", NULL);
    link_quietly(&fixture);
    notes_sort(&fixture.store, NULL);
    assert_notes(&fixture, "Reader 1 a= 1 @ 0\nLoan 2 c= 1 @ 0\n");
}

static void no_notes(void **state)
{
    (void)state;
    notes_sort(&fixture.store, NULL);
    assert_int_equal(fixture.store.notes.count, 0);
}

/* Rules of form. */

#define FORM(name, code_, forms_)                                                                  \
    static const struct sv_rule name = {RULE_TEXTS, .code = (code_), .kind = SV_FORM_RULE,         \
                                        .forms = (forms_)}
FORM(strays, "1", SV_NOT_OF_RETURN);
FORM(values, "2", SV_UNKNOWN_CODE | SV_UNREADABLE_DATE);

static void add_some_notes(void)
{
    add(TABLE_Desk, NO_TABLE);
    const struct sv_row *ann = add(TABLE_Reader, NO_TABLE);
    note(ann, Reader_Adult, SV_UNKNOWN_CODE, 2);
    note(ann, Reader_Born, SV_UNREADABLE_DATE, 1);
    note(ann, Reader_Name, SV_PADDED_VALUE, 0);
    stray(ann, "x", "1");
    stray(NULL, "y", NULL);
}

static void rules_tell_what_is_theirs(void **state)
{
    (void)state;
    static const struct sv_rule *const rules[] = {&strays, &values};
    add_some_notes();
    fixture_offer(&fixture, rules, 2);
    fixture_run(&fixture, 2);
    assert_findings(&fixture, "1 Desk 1\n1 Reader 1\n2 Reader 1 Born\n2 Reader 1 Adult\n");
}

/* What is not of the return has no field: the finding leads to the note. */
static void findings_lead_to_their_notes(void **state)
{
    (void)state;
    add_some_notes();
    fixture_run_one(&fixture, &strays);
    struct cursor cursor = {0};
    static const char *const names[] = {"y", "x"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        assert_true(results_next(&fixture.results, &cursor));
        assert_non_null(cursor.locations[0].note);
        assert_string_equal(texts_get(&fixture.store.texts, cursor.locations[0].note->name),
                            names[i]);
    }
    assert_false(results_next(&fixture.results, &cursor));
}

/* Without a header, what stands in no record is about the return. */
static void findings_about_no_record(void **state)
{
    (void)state;
    stray(NULL, "y", NULL);
    fixture_run_one(&fixture, &strays);
    assert_findings(&fixture, "1\n");
}

int main(void)
{
#define NOTES_TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)
    const struct CMUnitTest tests[] = {
        NOTES_TEST(names_and_values_are_copied),
        NOTES_TEST(the_order_of_notes),
        NOTES_TEST(what_stands_in_no_record_comes_to_the_header),
        NOTES_TEST(without_a_header_it_stands_alone),
        NOTES_TEST(notes_of_what_is_left_out_are_dropped),
        NOTES_TEST(no_notes),
        NOTES_TEST(rules_tell_what_is_theirs),
        NOTES_TEST(findings_lead_to_their_notes),
        NOTES_TEST(findings_about_no_record),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
