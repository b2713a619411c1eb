/* Records of CSV files that name each other by keys: given to those that they name, and sorted. */
#include "linked.h"

static struct fixture fixture;
static char told[4096];

static int open_fixture(void **state)
{
    (void)state;
    linked_open(&fixture, 2026, 0);
    told[0] = '\0';
    return 0;
}

static int close_fixture(void **state)
{
    (void)state;
    fixture_close(&fixture);
    return 0;
}

static void note_fault(void *context, const struct sv_row *row, enum link_fault fault)
{
    static const char *const names[] = {"to nothing", "key twice", "one too many"};
    size_t used = strlen(told);
    assert_ptr_equal(context, &fixture);
    snprintf(told + used, sizeof(told) - used, "%s %u %s\n", linked_plugin.tables[row->table].name,
             row->number, names[fault]);
}

static void link_all(void)
{
    store_link(&fixture.store, note_fault, &fixture);
}

/* Some readers A, B, C, ... of a desk. */
static void add_readers(size_t count)
{
    add_linked(&fixture, TABLE_Desk, "d", NULL);
    for (size_t i = 0; i < count; i++) {
        const char key[] = {(char)('A' + i), '\0'};
        add_linked(&fixture, TABLE_Reader, key, "d");
    }
}

static const struct sv_row *row_of(uint16_t table, uint32_t number)
{
    return store_row(&fixture.store, table, number - 1);
}

static void assert_count(uint16_t table, uint32_t count)
{
    assert_int_equal(fixture.store.tables[table].count, count);
}

/* The numbers of the records of a table below a record (NULL: all), in their order; each knows its
 * place, its parent and its subject. */
static void assert_below(const struct sv_row *under, uint16_t table, const char *expected)
{
    char numbers[128] = "";
    struct range range = store_below(&fixture.store, under, table);
    for (uint32_t place = range.lo; place < range.hi; place++) {
        const struct sv_row *row = store_at(&fixture.store, table, place);
        size_t used = strlen(numbers);
        snprintf(numbers + used, sizeof(numbers) - used, "%u ", row->number);
        assert_int_equal(store_place(&fixture.store, row), place);
        assert_false(store_is_left_out(&fixture.store, row));
        if (under) {
            assert_ptr_equal(row_ancestor(row, under->table), under);
            assert_int_equal(row->subject, under->subject);
        }
    }
    assert_string_equal(numbers, expected);
}

static void records_find_those_that_they_name(void **state)
{
    (void)state;
    add_readers(2);
    add_linked(&fixture, TABLE_Loan, "1", "B");
    add_linked(&fixture, TABLE_Loan, "2", "A");
    add_linked(&fixture, TABLE_Loan, "3", "B");
    add_linked(&fixture, TABLE_Slip, "x", "3");
    add_linked(&fixture, TABLE_Slip, "y", "2");
    link_all();
    assert_string_equal(told, "");
    assert_below(NULL, TABLE_Loan, "2 1 3 ");
    assert_below(row_of(TABLE_Reader, 1), TABLE_Loan, "2 ");
    assert_below(row_of(TABLE_Reader, 2), TABLE_Loan, "1 3 ");
    assert_below(row_of(TABLE_Reader, 1), TABLE_Slip, "2 ");
    assert_below(row_of(TABLE_Reader, 2), TABLE_Slip, "1 ");
    assert_below(row_of(TABLE_Loan, 1), TABLE_Slip, "");
    assert_below(row_of(TABLE_Loan, 3), TABLE_Slip, "1 ");
    assert_ptr_equal(row_of(TABLE_Slip, 1)->parent, row_of(TABLE_Loan, 3));
    assert_null(row_of(TABLE_Reader, 1)->parent); /* the desk is no parent */
    assert_int_equal(row_of(TABLE_Desk, 1)->subject, 0);
}

/* Whatever hangs on them goes too. Their numbers stay those of the file. */
static void records_that_name_nothing_are_left_out(void **state)
{
    (void)state;
    add_readers(2);
    add_linked(&fixture, TABLE_Loan, "1", "Z");
    add_linked(&fixture, TABLE_Loan, "2", "B");
    add_linked(&fixture, TABLE_Loan, "3", "2"); /* the key of another table */
    add_linked(&fixture, TABLE_Slip, "x", "1");
    add_linked(&fixture, TABLE_Slip, "y", "2");
    link_all();
    assert_string_equal(told, "Loan 1 to nothing\nLoan 3 to nothing\nSlip 1 to nothing\n");
    assert_count(TABLE_Loan, 1);
    assert_count(TABLE_Slip, 1);
    assert_below(row_of(TABLE_Reader, 1), TABLE_Loan, "");
    assert_below(row_of(TABLE_Reader, 2), TABLE_Loan, "2 ");
    assert_below(row_of(TABLE_Reader, 2), TABLE_Slip, "2 ");
    assert_true(store_is_left_out(&fixture.store, row_of(TABLE_Loan, 1)));
    assert_false(store_is_left_out(&fixture.store, row_of(TABLE_Loan, 2)));
    assert_true(store_is_left_out(&fixture.store, row_of(TABLE_Loan, 3)));
    assert_null(row_of(TABLE_Loan, 3)->parent);
}

/* Subjects are counted without those that are left out. */
static void subjects_that_name_another_desk(void **state)
{
    (void)state;
    add_linked(&fixture, TABLE_Desk, "d", NULL);
    add_linked(&fixture, TABLE_Reader, "A", "e");
    add_linked(&fixture, TABLE_Reader, "B", "d");
    add_linked(&fixture, TABLE_Loan, "1", "B");
    add_linked(&fixture, TABLE_Loan, "2", "A");
    link_all();
    assert_string_equal(told, "Reader 1 to nothing\nLoan 2 to nothing\n");
    assert_count(TABLE_Reader, 1);
    assert_int_equal(row_of(TABLE_Reader, 2)->subject, 1);
    assert_int_equal(row_of(TABLE_Loan, 1)->subject, 1);
    assert_below(row_of(TABLE_Reader, 2), TABLE_Loan, "1 ");
    store_join(&fixture.store);
    assert_int_equal(fixture.store.own_subjects, 1);
}

/* Without the file of the desk, readers at the top are all that there is. */
static void a_table_at_the_top_does_without(void **state)
{
    (void)state;
    add_linked(&fixture, TABLE_Reader, "A", "d");
    add_linked(&fixture, TABLE_Reader, "B", NULL);
    add_linked(&fixture, TABLE_Loan, "1", "B");
    link_all();
    assert_string_equal(told, "");
    assert_count(TABLE_Reader, 2);
    assert_below(row_of(TABLE_Reader, 2), TABLE_Loan, "1 ");
}

static void a_nested_table_does_not(void **state)
{
    (void)state;
    add_linked(&fixture, TABLE_Loan, "1", "A");
    add_linked(&fixture, TABLE_Slip, "x", "1");
    link_all();
    assert_string_equal(told, "Loan 1 to nothing\nSlip 1 to nothing\n");
    assert_count(TABLE_Loan, 0);
    assert_count(TABLE_Slip, 0);
    assert_below(NULL, TABLE_Loan, "");
}

static void the_first_of_two_with_one_key_has_the_records(void **state)
{
    (void)state;
    add_readers(1);
    add_linked(&fixture, TABLE_Reader, "A", "d");
    add_linked(&fixture, TABLE_Reader, "A", "d");
    add_linked(&fixture, TABLE_Loan, "1", "A");
    link_all();
    assert_string_equal(told, "Reader 2 key twice\nReader 3 key twice\n");
    assert_count(TABLE_Reader, 3);
    assert_below(row_of(TABLE_Reader, 1), TABLE_Loan, "1 ");
    assert_below(row_of(TABLE_Reader, 3), TABLE_Loan, "");
}

/* A key that a record took with it when it was left out is free. */
static void the_key_of_what_is_left_out(void **state)
{
    (void)state;
    add_readers(1);
    add_linked(&fixture, TABLE_Loan, "1", "Z");
    add_linked(&fixture, TABLE_Loan, "1", "A");
    add_linked(&fixture, TABLE_Slip, "x", "1");
    link_all();
    assert_string_equal(told, "Loan 1 to nothing\n");
    assert_below(row_of(TABLE_Loan, 2), TABLE_Slip, "1 ");
}

static void blank_keys_name_nothing(void **state)
{
    (void)state;
    add_readers(1);
    add_linked(&fixture, TABLE_Loan, NULL, "A");
    add_linked(&fixture, TABLE_Loan, NULL, "A");
    add_linked(&fixture, TABLE_Loan, "3", NULL);
    add_linked(&fixture, TABLE_Slip, "x", NULL);
    link_all();
    assert_string_equal(told, "Loan 3 to nothing\nSlip 1 to nothing\n");
    assert_below(row_of(TABLE_Reader, 1), TABLE_Loan, "1 2 ");
    assert_count(TABLE_Slip, 0);
}

static void keys_are_compared_as_they_are(void **state)
{
    (void)state;
    char *key = malloc(TEXT_MAX + 1);
    assert_non_null(key);
    memset(key, 'k', TEXT_MAX);
    key[TEXT_MAX] = '\0';
    add_linked(&fixture, TABLE_Reader, key, NULL);
    add_linked(&fixture, TABLE_Loan, "1", key);
    key[TEXT_MAX - 1] = 'K';
    add_linked(&fixture, TABLE_Reader, key, NULL);
    add_linked(&fixture, TABLE_Loan, "2", key);
    key[0] = 'x';
    add_linked(&fixture, TABLE_Loan, "3", key);
    link_all();
    assert_string_equal(told, "Loan 3 to nothing\n");
    assert_below(row_of(TABLE_Reader, 1), TABLE_Loan, "1 ");
    assert_below(row_of(TABLE_Reader, 2), TABLE_Loan, "2 ");
    free(key);
}

/* Told where the table allows one only, and kept; the first is the first in the file. */
static void one_too_many(void **state)
{
    (void)state;
    add_readers(1);
    add_linked(&fixture, TABLE_Loan, "1", "A");
    add_linked(&fixture, TABLE_Loan, "2", "A");
    add_linked(&fixture, TABLE_Slip, "x", "2");
    add_linked(&fixture, TABLE_Slip, "y", "1");
    add_linked(&fixture, TABLE_Slip, "z", "2");
    add_linked(&fixture, TABLE_Slip, "u", "Z");
    add_linked(&fixture, TABLE_Slip, "v", "Z");
    link_all();
    assert_string_equal(told, "Slip 4 to nothing\nSlip 5 to nothing\nSlip 3 one too many\n");
    assert_below(row_of(TABLE_Loan, 2), TABLE_Slip, "1 3 ");
}

static void nothing_to_link(void **state)
{
    (void)state;
    store_add(&fixture.store, TABLE_Reader, NULL); /* as from XML */
    const struct sv_row *loan =
        store_add(&fixture.store, TABLE_Loan, store_last(&fixture.store, TABLE_Reader));
    link_all();
    assert_null(fixture.store.tables[TABLE_Loan].order);
    assert_ptr_equal(loan->parent, row_of(TABLE_Reader, 1));
    assert_below(row_of(TABLE_Reader, 1), TABLE_Loan, "1 ");
}

/* Tables that are joined to subjects find those that are left. */
static void joined_to_linked_subjects(void **state)
{
    (void)state;
    static const char *const names[] = {"Ann", "Ben", "Cem"};
    add_linked(&fixture, TABLE_Desk, "d", NULL);
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        const struct sv_row *row = add_linked(&fixture, TABLE_Reader, names[i], i ? "d" : "e");
        linked_set(&fixture, row, Reader_Name, names[i]);
    }
    for (size_t i = COUNT_OF(names); i > 0; i--) {
        const struct sv_row *row = store_add(&fixture.store, TABLE_Fine, NULL);
        linked_set(&fixture, row, Fine_Name, names[i - 1]);
    }
    link_all();
    store_join(&fixture.store);
    assert_below(row_of(TABLE_Reader, 2), TABLE_Fine, "2 ");
    assert_below(row_of(TABLE_Reader, 3), TABLE_Fine, "1 ");
    assert_int_equal(row_of(TABLE_Fine, 3)->subject, 0);
    assert_int_equal(store_place(&fixture.store, row_of(TABLE_Fine, 3)), 2);
}

/* Every loan names a reader out of turn, every seventh nobody. */
static void many_records(void **state)
{
    (void)state;
    enum { READERS = 500, LOANS = 5000, STEP = 211 };
    char own[16];
    char above[16];
    uint32_t counts[READERS] = {0};
    for (int i = 0; i < READERS; i++) {
        snprintf(own, sizeof(own), "r%d", i);
        add_linked(&fixture, TABLE_Reader, own, NULL);
    }
    for (int i = 0; i < LOANS; i++) {
        int reader = i % 7 ? i * STEP % READERS : READERS;
        snprintf(own, sizeof(own), "l%d", i);
        snprintf(above, sizeof(above), "r%d", reader);
        add_linked(&fixture, TABLE_Loan, own, above);
        if (reader < READERS)
            counts[reader]++;
    }
    link_quietly(&fixture);
    assert_count(TABLE_Loan, LOANS - (LOANS + 6) / 7);
    for (uint32_t i = 0; i < READERS; i++) {
        struct range range = store_below(&fixture.store, row_of(TABLE_Reader, i + 1), TABLE_Loan);
        assert_int_equal(range.hi - range.lo, counts[i]);
        for (uint32_t place = range.lo; place < range.hi; place++) {
            const struct sv_row *loan = store_at(&fixture.store, TABLE_Loan, place);
            assert_int_equal((loan->number - 1) * STEP % READERS, i);
            assert_int_equal(loan->subject, i + 1);
            if (place > range.lo)
                assert_true(store_at(&fixture.store, TABLE_Loan, place - 1)->number < loan->number);
        }
    }
}

/* The numbers of the loans in the order of their places, and the places as ranks. */
static void assert_sorted(const uint32_t *groups, uint32_t count, const char *expected)
{
    char numbers[64] = "";
    store_sort(&fixture.store, TABLE_Loan, groups, count);
    const struct table *table = &fixture.store.tables[TABLE_Loan];
    assert_int_equal(table->start_count, (size_t)count + 1);
    for (uint32_t place = 0; place < table->count; place++) {
        const struct sv_row *row = store_at(&fixture.store, TABLE_Loan, place);
        size_t used = strlen(numbers);
        snprintf(numbers + used, sizeof(numbers) - used, "%u ", row->number);
        assert_int_equal(store_place(&fixture.store, row), place);
    }
    assert_string_equal(numbers, expected);
}

/* By group, those of none last; within a group as in the file. */
static void sorting_is_by_group(void **state)
{
    (void)state;
    static const uint32_t groups[] = {3, 0, 1, 3, 0, 1};
    for (size_t i = 0; i < COUNT_OF(groups); i++)
        store_add(&fixture.store, TABLE_Loan, NULL);
    assert_sorted(groups, 4, "3 6 1 4 2 5 ");
    static const uint32_t starts[] = {0, 2, 2, 4, 4};
    assert_memory_equal(fixture.store.tables[TABLE_Loan].starts, starts, sizeof(starts));
}

static void sorting_without_groups(void **state)
{
    (void)state;
    static const uint32_t none[] = {0, 0};
    store_add(&fixture.store, TABLE_Loan, NULL);
    store_add(&fixture.store, TABLE_Loan, NULL);
    assert_sorted(none, 0, "1 2 ");
    assert_int_equal(fixture.store.tables[TABLE_Loan].starts[0], 0);
}

static void sorting_nothing(void **state)
{
    (void)state;
    assert_sorted(NULL, 3, "");
    assert_int_equal(fixture.store.tables[TABLE_Loan].starts[3], 0);
}

int main(void)
{
#define LINK_TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)
    const struct CMUnitTest tests[] = {
        LINK_TEST(records_find_those_that_they_name),
        LINK_TEST(records_that_name_nothing_are_left_out),
        LINK_TEST(subjects_that_name_another_desk),
        LINK_TEST(a_table_at_the_top_does_without),
        LINK_TEST(a_nested_table_does_not),
        LINK_TEST(the_first_of_two_with_one_key_has_the_records),
        LINK_TEST(the_key_of_what_is_left_out),
        LINK_TEST(blank_keys_name_nothing),
        LINK_TEST(keys_are_compared_as_they_are),
        LINK_TEST(one_too_many),
        LINK_TEST(nothing_to_link),
        LINK_TEST(joined_to_linked_subjects),
        LINK_TEST(many_records),
        LINK_TEST(sorting_is_by_group),
        LINK_TEST(sorting_without_groups),
        LINK_TEST(sorting_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
