/* What is wrong with the form of single values, where a rule tells it. */
#include "../../core/input/form.h"

#include "linked.h"

#define ALL                                                                                        \
    (SV_NOT_OF_RETURN | SV_EMPTY_ITEM | SV_PADDED_VALUE | SV_UNKNOWN_CODE | SV_UNREADABLE_DATE)

static struct fixture fixture;

static int close_fixture(void **state)
{
    (void)state;
    fixture_close(&fixture);
    return 0;
}

/* Notes a value of a new record; there is a note for each fault, and no other. */
static void assert_faults_of(uint16_t table, uint16_t field, const char *text, bool padded,
                             unsigned faults)
{
    const struct sv_row *row = store_add(&fixture.store, table, NULL);
    struct notes *notes = &fixture.store.notes;
    linked_set(&fixture, row, field, text);
    struct read_value read = {.row = row, .offset = 7, .field = field, .padded = padded};
    notes->count = 0;
    assert_int_equal(form_note(&fixture.store, fixture.layout, &read), faults);
    unsigned noted = 0;
    for (size_t i = 0; i < notes->count; i++) {
        assert_ptr_equal(notes->list[i].row, row);
        assert_int_equal(notes->list[i].field, field);
        assert_int_equal(notes->list[i].offset, 7);
        assert_int_equal(noted & notes->list[i].fault, 0);
        noted |= notes->list[i].fault;
    }
    assert_int_equal(noted, faults);
}

#define READER(field, text, padded, faults)                                                        \
    assert_faults_of(TABLE_Reader, Reader_##field, text, padded, faults)
#define LOAN(field, text, padded, faults)                                                          \
    assert_faults_of(TABLE_Loan, Loan_##field, text, padded, faults)

static void values_of_good_form(void **state)
{
    (void)state;
    linked_open(&fixture, 2026, ALL);
    READER(Name, "Ann", false, 0);
    READER(Born, "2001-02-28", false, 0);
    READER(Seen, "2001-02-28T12:00:00", false, 0);
    READER(Adult, "1", false, 0);
    READER(Number, "x", false, 0); /* the schema stage tells numbers */
    LOAN(Shape, "A", false, 0);
}

static void every_fault(void **state)
{
    (void)state;
    linked_open(&fixture, 2026, ALL);
    READER(Name, "", false, SV_EMPTY_ITEM);
    READER(Born, "", true, SV_EMPTY_ITEM);
    READER(Name, "Ann", true, SV_PADDED_VALUE);
    READER(Born, "2001-02-29", false, SV_UNREADABLE_DATE);
    READER(Seen, "2001-02-28", false, SV_UNREADABLE_DATE);
    READER(Adult, "2", false, SV_UNKNOWN_CODE);
    READER(Adult, "2", true, SV_UNKNOWN_CODE | SV_PADDED_VALUE);
    READER(Born, "soon", true, SV_UNREADABLE_DATE | SV_PADDED_VALUE);
    READER(Number, "x", true, SV_PADDED_VALUE);
}

static void codes_of_another_year(void **state)
{
    (void)state;
    linked_open(&fixture, 2026, ALL);
    LOAN(Shape, "B", false, SV_UNKNOWN_CODE);
    fixture_close(&fixture);
    linked_open(&fixture, 2025, ALL);
    LOAN(Shape, "B", false, 0);
}

/* Only what a rule of the year tells. */
static void what_no_rule_tells(void **state)
{
    (void)state;
    static const unsigned forms[] = {0, SV_EMPTY_ITEM, SV_PADDED_VALUE, SV_UNKNOWN_CODE,
                                     SV_UNREADABLE_DATE};
    for (size_t i = 0; i < COUNT_OF(forms); i++) {
        linked_open(&fixture, 2026, forms[i]);
        READER(Name, "", false, SV_EMPTY_ITEM & forms[i]);
        READER(Adult, "2", true, (SV_UNKNOWN_CODE | SV_PADDED_VALUE) & forms[i]);
        READER(Born, "soon", true, (SV_UNREADABLE_DATE | SV_PADDED_VALUE) & forms[i]);
        fixture_close(&fixture);
    }
    linked_open(&fixture, 2026, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(values_of_good_form, close_fixture),
        cmocka_unit_test_teardown(every_fault, close_fixture),
        cmocka_unit_test_teardown(codes_of_another_year, close_fixture),
        cmocka_unit_test_teardown(what_no_rule_tells, close_fixture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
