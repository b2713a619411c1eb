/* The typed store: rows, and the ranges of rows below others. */
#include "fixture.h"

static struct fixture fixture;

static int open_fixture(void **state)
{
    (void)state;
    fixture_open(&fixture, 2027);
    return 0;
}

static int close_fixture(void **state)
{
    (void)state;
    fixture_close(&fixture);
    return 0;
}

static void assert_below(const struct sv_row *under, uint16_t table, uint32_t lo, uint32_t hi)
{
    struct range range = store_below(&fixture.store, under, table);
    if (lo == hi) {
        assert_int_equal(range.lo, range.hi); /* empty: where it lies does not matter */
        return;
    }
    assert_int_equal(range.lo, lo);
    assert_int_equal(range.hi, hi);
}

static const char *text_at(const struct sv_row *row, uint16_t field)
{
    return texts_get(&fixture.store.texts, store_value(&fixture.store, row, field)->text);
}

static void an_empty_store(void **state)
{
    (void)state;
    for (uint16_t table = 0; table < TABLE_count; table++) {
        assert_null(store_last(&fixture.store, table));
        assert_below(NULL, table, 0, 0);
    }
}

static void a_new_row_has_everything_missing(void **state)
{
    (void)state;
    const struct sv_row *row = add_row(&fixture, TABLE_Person);
    for (uint16_t field = 0; field < Person_field_count; field++) {
        const struct sv_value *value = store_value(&fixture.store, row, field);
        assert_true(missing(*value));
        assert_int_equal(value->text, 0);
    }
}

static void a_row_knows_what_it_is(void **state)
{
    (void)state;
    const struct sv_row *notice = add_row(&fixture, TABLE_Notice);
    const struct sv_row *ann = add_person(&fixture, "Ann");
    const struct sv_row *bob = add_person(&fixture, "Bob");
    const struct sv_row *episode = add_episode(&fixture, NULL, NULL);
    const struct sv_row *visit = add_visit(&fixture, NULL);
    assert_null(notice->parent);
    assert_null(ann->parent);
    assert_ptr_equal(episode->parent, bob);
    assert_ptr_equal(visit->parent, episode);
    assert_int_equal(ann->number, 1);
    assert_int_equal(bob->number, 2);
    assert_int_equal(visit->number, 1);
    assert_int_equal(visit->table, TABLE_Visit);
    assert_int_equal(notice->subject, 0);
    assert_int_equal(ann->subject, 1);
    assert_int_equal(bob->subject, 2);
    assert_int_equal(episode->subject, 2);
    assert_int_equal(visit->subject, 2);
    assert_ptr_equal(store_last(&fixture.store, TABLE_Person), bob);
}

/* The members of the record structs are where the layout says. */
static void rules_see_what_was_stored(void **state)
{
    (void)state;
    const struct Person *ann = (const struct Person *)add_person(&fixture, "Ann");
    set_value(&fixture, &ann->row, Person_Born, "2010-06-15");
    set_value(&fixture, &ann->row, Person_Kind, "B1");
    set_value(&fixture, &ann->row, Person_Number, "12");
    set_value(&fixture, &ann->row, Person_Agreed, "false");
    assert_string_equal(texts_get(&fixture.store.texts, ann->Name.text), "Ann");
    assert_int_equal(ann->Born.number, day("2010-06-15"));
    assert_int_equal(ann->Kind.number, Kind_B1);
    assert_int_equal(ann->Number.number, 12);
    assert_int_equal(ann->Agreed.number, 0);
    assert_true(missing(ann->Former));
}

/* Ann: 2 episodes (with 2 and no visits); Bob: none; Cyd: 1 with 3 visits; Dan: 1 without. */
static void ranges_below(void **state)
{
    (void)state;
    const struct sv_row *ann = add_person(&fixture, "Ann");
    const struct sv_row *first = add_episode(&fixture, NULL, NULL);
    add_visit(&fixture, NULL);
    add_visit(&fixture, NULL);
    const struct sv_row *second = add_episode(&fixture, NULL, NULL);
    const struct sv_row *bob = add_person(&fixture, "Bob");
    const struct sv_row *cyd = add_person(&fixture, "Cyd");
    const struct sv_row *third = add_episode(&fixture, NULL, NULL);
    for (int i = 0; i < 3; i++)
        add_visit(&fixture, NULL);
    const struct sv_row *dan = add_person(&fixture, "Dan");
    const struct sv_row *fourth = add_episode(&fixture, NULL, NULL);

    assert_below(NULL, TABLE_Episode, 0, 4);
    assert_below(NULL, TABLE_Visit, 0, 5);
    assert_below(ann, TABLE_Episode, 0, 2);
    assert_below(ann, TABLE_Visit, 0, 2);
    assert_below(bob, TABLE_Episode, 2, 2);
    assert_below(bob, TABLE_Visit, 2, 2);
    assert_below(cyd, TABLE_Episode, 2, 3);
    assert_below(cyd, TABLE_Visit, 2, 5);
    assert_below(dan, TABLE_Episode, 3, 4);
    assert_below(dan, TABLE_Visit, 5, 5);
    assert_below(first, TABLE_Visit, 0, 2);
    assert_below(second, TABLE_Visit, 2, 2);
    assert_below(third, TABLE_Visit, 2, 5);
    assert_below(fourth, TABLE_Visit, 5, 5);
}

static void a_row_is_below_itself_and_nothing_is_below_a_stranger(void **state)
{
    (void)state;
    const struct sv_row *notice = add_row(&fixture, TABLE_Notice);
    add_person(&fixture, "Ann");
    const struct sv_row *bob = add_person(&fixture, "Bob");
    const struct sv_row *episode = add_episode(&fixture, NULL, NULL);
    const struct sv_row *stay = add_stay(&fixture, NULL, NULL);
    add_visit(&fixture, NULL);
    assert_below(bob, TABLE_Person, 1, 2);
    assert_below(notice, TABLE_Person, 0, 0);
    assert_below(notice, TABLE_Visit, 0, 0);
    assert_below(bob, TABLE_Notice, 0, 0);
    assert_below(episode, TABLE_Person, 0, 0);
    assert_below(stay, TABLE_Visit, 0, 0); /* a sister */
    assert_below(stay, TABLE_Episode, 0, 0);
}

static void ranges_below_ranges(void **state)
{
    (void)state;
    for (int person = 0; person < 5; person++) {
        add_person(&fixture, "someone");
        for (int i = 0; i < person; i++) {
            add_episode(&fixture, NULL, NULL);
            add_visit(&fixture, NULL);
        }
    }
    /* Persons 0 to 4 have 0, 1, 2, 3 and 4 episodes of one visit: 0, 1, 3, 6, 10 in all. */
    static const uint32_t before[] = {0, 0, 1, 3, 6, 10};
    for (uint32_t lo = 0; lo < 5; lo++) {
        for (uint32_t hi = lo + 1; hi <= 5; hi++) {
            struct range people = {lo, hi};
            struct range visits =
                store_below_range(&fixture.store, TABLE_Person, people, TABLE_Visit);
            assert_int_equal(visits.hi - visits.lo, before[hi] - before[lo]);
            if (visits.hi > visits.lo)
                assert_int_equal(visits.lo, before[lo]);
        }
    }
}

static void tables_below_tables(void **state)
{
    (void)state;
    assert_true(store_is_below(&fixture.store, TABLE_Person, TABLE_Person));
    assert_true(store_is_below(&fixture.store, TABLE_Visit, TABLE_Person));
    assert_true(store_is_below(&fixture.store, TABLE_Visit, TABLE_Episode));
    assert_true(store_is_below(&fixture.store, TABLE_Remark, TABLE_Person));
    assert_false(store_is_below(&fixture.store, TABLE_Visit, TABLE_Stay));
    assert_false(store_is_below(&fixture.store, TABLE_Person, TABLE_Visit));
    assert_false(store_is_below(&fixture.store, TABLE_Notice, TABLE_Person));
    assert_false(store_is_below(&fixture.store, TABLE_Person, TABLE_Notice));
}

static void ancestors(void **state)
{
    (void)state;
    const struct sv_row *ann = add_person(&fixture, "Ann");
    const struct sv_row *episode = add_episode(&fixture, NULL, NULL);
    const struct sv_row *visit = add_visit(&fixture, NULL);
    assert_ptr_equal(row_ancestor(visit, TABLE_Visit), visit);
    assert_ptr_equal(row_ancestor(visit, TABLE_Episode), episode);
    assert_ptr_equal(row_ancestor(visit, TABLE_Person), ann);
    assert_null(row_ancestor(visit, TABLE_Stay));
    assert_null(row_ancestor(ann, TABLE_Episode));
    assert_null(row_ancestor(NULL, TABLE_Person));
}

/* Rows are cut from blocks of 256; parents are pointed at, so that no row may ever move. */
static void rows_never_move(void **state)
{
    (void)state;
    enum { MANY = 3000 };
    static const struct sv_row *people[MANY];
    static const struct sv_row *episodes[MANY];
    for (int i = 0; i < MANY; i++) {
        people[i] = add_person(&fixture, NULL);
        set_value(&fixture, people[i], Person_Number, i % 2 ? "1" : "2");
        episodes[i] = add_episode(&fixture, NULL, NULL);
    }
    for (uint32_t i = 0; i < MANY; i++) {
        assert_ptr_equal(store_row(&fixture.store, TABLE_Person, i), people[i]);
        assert_int_equal(people[i]->number, i + 1);
        assert_int_equal(((const struct Person *)people[i])->Number.number, i % 2 ? 1 : 2);
        assert_ptr_equal(episodes[i]->parent, people[i]);
        assert_below(people[i], TABLE_Episode, i, i + 1);
    }
}

/* Taking records out. */

static bool is_odd(const struct sv_row *row)
{
    return ((const struct Stay *)row)->From.number % 2 != 0;
}

static bool is_any(const struct sv_row *row)
{
    (void)row;
    return true;
}

static bool is_none(const struct sv_row *row)
{
    (void)row;
    return false;
}

/* Stays from day number 1, 2, ... on below the newest episode. */
static void add_stays(int first, int last)
{
    for (int i = first; i <= last; i++) {
        const struct sv_row *stay = add_row(&fixture, TABLE_Stay);
        store_value(&fixture.store, stay, Stay_From)->number = i;
    }
}

static const struct sv_row *next_episode(void)
{
    return add_episode(&fixture, NULL, NULL);
}

/* The day numbers, with a blank behind each. */
static void assert_stays(const struct sv_row *under, const char *expected)
{
    char days[512] = "";
    struct range range = store_below(&fixture.store, under, TABLE_Stay);
    for (uint32_t place = range.lo; place < range.hi; place++) {
        const struct Stay *stay = (const struct Stay *)store_at(&fixture.store, TABLE_Stay, place);
        size_t used = strlen(days);
        assert_int_equal(stay->row.number, place + 1);
        assert_int_equal(stay->row.table, TABLE_Stay);
        if (under)
            assert_ptr_equal(stay->row.parent, under);
        snprintf(days + used, sizeof(days) - used, "%d ", stay->From.number);
    }
    assert_string_equal(days, expected);
}

static void records_are_taken_out_from_a_place_on(void **state)
{
    (void)state;
    add_person(&fixture, "Ann");
    next_episode();
    add_stays(1, 7);
    store_filter(&fixture.store, TABLE_Stay, 3, is_odd);
    assert_stays(NULL, "1 2 3 5 7 ");
    assert_int_equal(store_last(&fixture.store, TABLE_Stay)->number, 5);
    store_filter(&fixture.store, TABLE_Stay, 5, is_none); /* nothing behind it */
    assert_stays(NULL, "1 2 3 5 7 ");
    store_filter(&fixture.store, TABLE_Stay, 0, is_any);
    assert_stays(NULL, "1 2 3 5 7 ");
    store_filter(&fixture.store, TABLE_Stay, 4, is_none);
    assert_stays(NULL, "1 2 3 5 ");
    store_filter(&fixture.store, TABLE_Stay, 0, is_none);
    assert_stays(NULL, "");
    assert_null(store_last(&fixture.store, TABLE_Stay));
    store_filter(&fixture.store, TABLE_Stay, 0, is_none);
    assert_stays(NULL, "");
}

/* What is added afterwards is as new, and takes the places behind. */
static void records_added_after_some_were_taken_out(void **state)
{
    (void)state;
    add_person(&fixture, "Ann");
    const struct sv_row *first = next_episode();
    add_stays(1, 4);
    store_filter(&fixture.store, TABLE_Stay, 0, is_odd);
    const struct Stay *fresh = (const struct Stay *)add_row(&fixture, TABLE_Stay);
    assert_int_equal(fresh->row.number, 3);
    assert_true(missing(fresh->From));
    assert_int_equal(fresh->row.offset, 0);
    assert_ptr_equal(fresh->row.parent, first);
    assert_int_equal(fresh->row.subject, 1);
}

/* Records of several parents: each parent keeps its own. */
static void ranges_after_records_were_taken_out(void **state)
{
    (void)state;
    add_person(&fixture, "Ann");
    const struct sv_row *first = next_episode();
    add_stays(1, 3);
    const struct sv_row *second = next_episode();
    const struct sv_row *third = next_episode();
    add_stays(4, 4);
    const struct sv_row *fourth = next_episode();
    add_stays(5, 8);
    const struct sv_row *fifth = next_episode();
    store_filter(&fixture.store, TABLE_Stay, 1, is_odd);
    const struct sv_row *sixth = next_episode();
    add_stays(9, 10);
    assert_stays(NULL, "1 3 5 7 9 10 ");
    assert_stays(first, "1 3 ");
    assert_stays(second, "");
    assert_stays(third, "");
    assert_stays(fourth, "5 7 ");
    assert_stays(fifth, "");
    assert_stays(sixth, "9 10 ");
}

static void records_of_many_blocks_are_taken_out(void **state)
{
    (void)state;
    enum { MANY = 1000 };
    add_person(&fixture, "Ann");
    for (int i = 0; i < MANY; i++) {
        next_episode();
        add_stays(i, i);
    }
    store_filter(&fixture.store, TABLE_Stay, 300, is_odd);
    assert_int_equal(fixture.store.tables[TABLE_Stay].count, 300 + 350);
    for (uint32_t i = 0; i < 650; i++) {
        const struct Stay *stay = (const struct Stay *)store_row(&fixture.store, TABLE_Stay, i);
        uint32_t number = i < 300 ? i : 301 + 2 * (i - 300);
        assert_int_equal(stay->From.number, number);
        assert_int_equal(stay->row.parent->number, number + 1);
        assert_below(stay->row.parent, TABLE_Stay, i, i + 1);
    }
}

/* Two threads that read different tables, one after the other. */
static void branches_read_into_the_tables_of_the_store(void **state)
{
    (void)state;
    struct store *store = &fixture.store;
    struct store one = store_branch(store);
    struct store other = store_branch(store);
    struct sv_row *letter = store_add_apart(&one, TABLE_Letter);
    struct sv_row *person = store_add_apart(&other, TABLE_Person);
    store_value(&one, letter, Letter_Name)->text = texts_add(&one.texts, "Ann", 3);
    store_value(&other, person, Person_Name)->text = texts_add(&other.texts, "Bob", 3);
    notes_add(&one, (struct note){.row = letter, .field = Letter_Day}, NULL, "soon", 4);
    notes_add(&other, (struct note){.row = person, .field = Person_Born}, NULL, "late", 4);
    store_take(store, &one);
    store_take(store, &other);
    assert_ptr_equal(store_row(store, TABLE_Letter, 0), letter);
    assert_ptr_equal(store_row(store, TABLE_Person, 0), person);
    assert_int_equal(person->subject, 1);
    assert_int_equal(letter->subject, 0);
    assert_string_equal(text_at(letter, Letter_Name), "Ann");
    assert_string_equal(text_at(person, Person_Name), "Bob");
    assert_int_equal(store->notes.count, 2);
    assert_ptr_equal(store->notes.list[0].row, letter);
    assert_string_equal(texts_get(&store->texts, store->notes.list[1].value), "late");
    assert_null(one.tables);
    assert_int_equal(one.notes.count, 0);
}

int main(void)
{
#define STORE_TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)
    const struct CMUnitTest tests[] = {
        STORE_TEST(an_empty_store),
        STORE_TEST(a_new_row_has_everything_missing),
        STORE_TEST(a_row_knows_what_it_is),
        STORE_TEST(branches_read_into_the_tables_of_the_store),
        STORE_TEST(rules_see_what_was_stored),
        STORE_TEST(ranges_below),
        STORE_TEST(a_row_is_below_itself_and_nothing_is_below_a_stranger),
        STORE_TEST(ranges_below_ranges),
        STORE_TEST(tables_below_tables),
        STORE_TEST(ancestors),
        STORE_TEST(rows_never_move),
        STORE_TEST(records_are_taken_out_from_a_place_on),
        STORE_TEST(records_added_after_some_were_taken_out),
        STORE_TEST(ranges_after_records_were_taken_out),
        STORE_TEST(records_of_many_blocks_are_taken_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
