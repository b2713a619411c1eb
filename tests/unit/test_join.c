/* Records that are joined to their subject by a key, as in a return of several files. */
#include "keyed.h"

static struct sv_row *put_person(struct fixture *fixture, const char *name)
{
    struct sv_row *row = store_add(&fixture->store, TABLE_Person, NULL);
    struct sv_value value = {.number = 0};
    if (name) {
        value.text = texts_add(&fixture->store.texts, name, strlen(name));
        *store_value(&fixture->store, row, Person_Name) = value;
    }
    return row;
}

static struct sv_row *add_letter(struct fixture *fixture, const char *name, const char *sent)
{
    struct sv_row *row = store_add(&fixture->store, TABLE_Letter, NULL);
    struct sv_value value = {.number = 0};
    if (name) {
        value.text = texts_add(&fixture->store.texts, name, strlen(name));
        *store_value(&fixture->store, row, Letter_Name) = value;
    }
    store_value(&fixture->store, row, Letter_Day)->number = day(sent);
    return row;
}

/* Two letters of B, one of A, one of nobody and one without a name, mixed; A stands before B. */
static void fill(struct fixture *fixture)
{
    fixture_open(fixture, 2026);
    put_person(fixture, "A");
    put_person(fixture, "B");
    add_letter(fixture, "B", "2025-05-02");
    add_letter(fixture, "X", "2025-05-03");
    add_letter(fixture, "A", "2025-05-01");
    add_letter(fixture, NULL, "2025-05-05");
    add_letter(fixture, "B", "2025-05-01");
    store_join(&fixture->store);
}

static void records_find_their_subject(void **state)
{
    (void)state;
    struct fixture fixture;
    fill(&fixture);
    static const uint32_t subjects[] = {2, 0, 1, 0, 2}; /* in the order of the file */
    for (uint32_t i = 0; i < 5; i++) {
        const struct sv_row *row = store_row(&fixture.store, TABLE_Letter, i);
        assert_int_equal(row->number, i + 1);
        assert_int_equal(row->subject, subjects[i]);
        assert_ptr_equal(row->parent, subjects[i]
                                          ? store_row(&fixture.store, TABLE_Person, subjects[i] - 1)
                                          : NULL);
    }
    fixture_close(&fixture);
}

static void places_follow_the_subjects(void **state)
{
    (void)state;
    struct fixture fixture;
    fill(&fixture);
    static const uint32_t numbers[] = {3, 1, 5, 2, 4}; /* of A, of B twice, of nobody twice */
    for (uint32_t place = 0; place < 5; place++) {
        const struct sv_row *row = store_at(&fixture.store, TABLE_Letter, place);
        assert_int_equal(row->number, numbers[place]);
        assert_int_equal(store_place(&fixture.store, row), place);
    }
    struct range of_a =
        store_below(&fixture.store, store_row(&fixture.store, TABLE_Person, 0), TABLE_Letter);
    struct range of_b =
        store_below(&fixture.store, store_row(&fixture.store, TABLE_Person, 1), TABLE_Letter);
    assert_int_equal(of_a.lo, 0);
    assert_int_equal(of_a.hi, 1);
    assert_int_equal(of_b.lo, 1);
    assert_int_equal(of_b.hi, 3);
    fixture_close(&fixture);
}

static void the_first_of_two_subjects_of_one_name_has_the_records(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_open(&fixture, 2026);
    put_person(&fixture, "A");
    put_person(&fixture, "A");
    put_person(&fixture, NULL);
    add_letter(&fixture, "A", "2025-05-01");
    store_join(&fixture.store);
    assert_int_equal(store_row(&fixture.store, TABLE_Letter, 0)->subject, 1);
    fixture_close(&fixture);
}

static void without_records_there_is_nothing_to_join(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_open(&fixture, 2026);
    store_join(&fixture.store);
    assert_int_equal(store_below(&fixture.store, NULL, TABLE_Letter).hi, 0);
    fixture_close(&fixture);
}

static bool always(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx, (void)row;
    return true;
}

/* Each letter of the person, walked as a rule walks them. */
static void find_letters(const struct sv_context *ctx, const struct sv_row *row)
{
    FOR_EACH (ctx, Letter, letter, row) {
        found(ctx);
        point(ctx, letter, BIT(Letter, Day));
    }
}

static const struct sv_rule every_letter = {RULE_TEXTS,
                                            .code = "1",
                                            .kind = SV_ROW_RULE,
                                            .table = TABLE_Letter,
                                            .test = {.row = always},
                                            FIELDS(AT(Letter, Day))};
static const struct sv_rule letters_of_person = {RULE_TEXTS,
                                                 .code = "2",
                                                 .kind = SV_FINDING_RULE,
                                                 .table = TABLE_Person,
                                                 .test = {.finding = find_letters},
                                                 FIELDS(AT(Letter, Day))};

static void assert_found(const struct fixture *fixture, size_t rule, const uint32_t *numbers,
                         size_t count)
{
    struct cursor cursor = {.rule = rule};
    for (size_t i = 0; i < count; i++) {
        assert_true(results_next(&fixture->results, &cursor));
        assert_int_equal(cursor.rule, rule);
        assert_int_equal(cursor.locations[0].row->number, numbers[i]);
    }
    assert_int_equal(results_count(&fixture->results, rule), count);
}

/* A rule on the joined table sees every record, those of nobody too; a rule on the subject sees its
 * own, in the order of the file. */
static void rules_see_joined_records(void **state)
{
    (void)state;
    static const struct sv_rule *const rules[] = {&every_letter, &letters_of_person};
    static const uint32_t all[] = {2, 4, 3, 1, 5};
    static const uint32_t owned[] = {3, 1, 5};
    struct fixture fixture;
    fill(&fixture);
    fixture_offer(&fixture, rules, 2);
    fixture_run(&fixture, 1);
    assert_found(&fixture, 0, all, 5);
    assert_found(&fixture, 1, owned, 3);
    fixture_close(&fixture);
}

/* Subjects that are made of the keys in other tables. */

/* The names of the subjects in their order, with a comma behind each. */
static void assert_members(const struct fixture *fixture, const char *expected)
{
    char names[256] = "";
    for (uint32_t i = 0; i < fixture->store.tables[TABLE_Member].count; i++) {
        const struct sv_row *row = store_row(&fixture->store, TABLE_Member, i);
        size_t used = strlen(names);
        assert_int_equal(row->subject, i + 1);
        assert_null(row->parent);
        snprintf(names + used, sizeof(names) - used, "%s,", keyed_text(fixture, row, Member_ID));
    }
    assert_string_equal(names, expected);
}

static const struct sv_row *member(const struct fixture *fixture, uint32_t number)
{
    return store_row(&fixture->store, TABLE_Member, number - 1);
}

static void assert_owner(const struct fixture *fixture, const struct sv_row *row, uint32_t number)
{
    assert_int_equal(row->subject, number);
    assert_ptr_equal(row->parent, number ? member(fixture, number) : NULL);
}

/* The numbers of the records of a table below a subject, in their order. */
static void assert_owned(const struct fixture *fixture, uint32_t number, uint16_t table,
                         const char *expected)
{
    char numbers[128] = "";
    struct range range = store_below(&fixture->store, member(fixture, number), table);
    for (uint32_t place = range.lo; place < range.hi; place++) {
        const struct sv_row *row = store_at(&fixture->store, table, place);
        size_t used = strlen(numbers);
        snprintf(numbers + used, sizeof(numbers) - used, "%u ", row->number);
        assert_owner(fixture, row, number);
    }
    assert_string_equal(numbers, expected);
}

/* In the order in which they are first named: table by table, and in each as in the file. */
static void subjects_are_made_of_keys(void **state)
{
    (void)state;
    struct fixture fixture;
    keyed_open(&fixture, 2026);
    add_trip(&fixture, TABLE_Trip, "C", NULL);
    add_trip(&fixture, TABLE_Trip, "A", NULL);
    add_trip(&fixture, TABLE_Trip, "C", NULL);
    add_card(&fixture, "B");
    add_card(&fixture, "A");
    store_join(&fixture.store);
    assert_members(&fixture, "B,A,C,");
    assert_int_equal(fixture.store.own_subjects, 3);
    assert_owned(&fixture, 1, TABLE_Card, "1 ");
    assert_owned(&fixture, 2, TABLE_Card, "2 ");
    assert_owned(&fixture, 3, TABLE_Card, "");
    assert_owned(&fixture, 1, TABLE_Trip, "");
    assert_owned(&fixture, 2, TABLE_Trip, "2 ");
    assert_owned(&fixture, 3, TABLE_Trip, "1 3 ");
    fixture_close(&fixture);
}

static void letter_case_of_keys_does_not_matter(void **state)
{
    (void)state;
    struct fixture fixture;
    keyed_open(&fixture, 2026);
    const struct sv_row *card = add_card(&fixture, "ab1");
    add_card(&fixture, "aB1");
    add_card(&fixture, "AB1");
    add_card(&fixture, "AB10");
    add_trip(&fixture, TABLE_Trip, "Ab1", NULL);
    store_join(&fixture.store);
    assert_members(&fixture, "AB1,AB10,");
    assert_owned(&fixture, 1, TABLE_Card, "1 2 3 ");
    assert_owned(&fixture, 1, TABLE_Trip, "1 ");
    assert_string_equal(keyed_text(&fixture, card, Card_ID), "ab1"); /* stays as written */
    fixture_close(&fixture);
}

/* Only a to z: what is no English letter is another one in capitals. */
static void other_letters_are_compared_as_they_are(void **state)
{
    (void)state;
    struct fixture fixture;
    keyed_open(&fixture, 2026);
    add_card(&fixture, "zo\xc3\xab");
    add_card(&fixture, "ZO\xc3\xab");
    add_card(&fixture, "ZO\xc3\x8b");
    add_card(&fixture, "ZO");
    store_join(&fixture.store);
    assert_members(&fixture, "ZO\xc3\xab,ZO\xc3\x8b,ZO,");
    fixture_close(&fixture);
}

static void a_table_that_does_not_say_so_compares_letter_case(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_open(&fixture, 2026);
    put_person(&fixture, "a");
    put_person(&fixture, "A");
    add_letter(&fixture, "A", "2025-05-01");
    add_letter(&fixture, "a", "2025-05-01");
    store_join(&fixture.store);
    assert_int_equal(store_row(&fixture.store, TABLE_Letter, 0)->subject, 2);
    assert_int_equal(store_row(&fixture.store, TABLE_Letter, 1)->subject, 1);
    fixture_close(&fixture);
}

/* A blank key names nobody; such records come last and belong to none. */
static void blank_keys_make_no_subject(void **state)
{
    (void)state;
    struct fixture fixture;
    keyed_open(&fixture, 2026);
    const struct sv_row *first = add_card(&fixture, NULL);
    add_card(&fixture, "A");
    const struct sv_row *third = add_card(&fixture, "");
    add_trip(&fixture, TABLE_Trip, NULL, NULL);
    store_join(&fixture.store);
    assert_members(&fixture, "A,");
    assert_owner(&fixture, first, 0);
    assert_owner(&fixture, third, 0);
    assert_owned(&fixture, 1, TABLE_Card, "2 ");
    assert_owned(&fixture, 1, TABLE_Trip, "");
    assert_int_equal(store_place(&fixture.store, first), 1);
    assert_int_equal(store_place(&fixture.store, third), 2);
    assert_ptr_equal(store_at(&fixture.store, TABLE_Card, 2), third);
    fixture_close(&fixture);
}

static void only_blank_keys(void **state)
{
    (void)state;
    struct fixture fixture;
    keyed_open(&fixture, 2026);
    add_card(&fixture, NULL);
    add_card(&fixture, NULL);
    store_join(&fixture.store);
    assert_members(&fixture, "");
    assert_int_equal(fixture.store.own_subjects, 0);
    assert_int_equal(store_below(&fixture.store, NULL, TABLE_Card).hi, 2);
    fixture_close(&fixture);
}

/* Who is in last year's return only is a subject too, but none of this year's. */
static void subjects_of_last_year(void **state)
{
    (void)state;
    struct fixture fixture;
    keyed_open(&fixture, 2026);
    add_trip(&fixture, TABLE_Trip_last, "Z", NULL);
    add_trip(&fixture, TABLE_Trip_last, "b", NULL);
    add_card(&fixture, "A");
    add_trip(&fixture, TABLE_Trip, "B", NULL);
    store_join(&fixture.store);
    assert_members(&fixture, "A,B,Z,");
    assert_int_equal(fixture.store.own_subjects, 2);
    assert_owned(&fixture, 2, TABLE_Trip, "1 ");
    assert_owned(&fixture, 2, TABLE_Trip_last, "2 ");
    assert_owned(&fixture, 3, TABLE_Trip_last, "1 ");
    assert_owned(&fixture, 3, TABLE_Trip, "");
    fixture_close(&fixture);
}

static void nothing_but_last_year(void **state)
{
    (void)state;
    struct fixture fixture;
    keyed_open(&fixture, 2026);
    add_trip(&fixture, TABLE_Trip_last, "Z", NULL);
    store_join(&fixture.store);
    assert_members(&fixture, "Z,");
    assert_int_equal(fixture.store.own_subjects, 0);
    fixture_close(&fixture);
}

/* Where subjects have a table of their own, they all are this year's. */
static void subjects_that_are_not_made(void **state)
{
    (void)state;
    struct fixture fixture;
    fill(&fixture);
    assert_int_equal(fixture.store.own_subjects, 2);
    assert_int_equal(fixture.store.tables[TABLE_Person].count, 2);
    fixture_close(&fixture);
}

/* Keys of the longest text, which differ in the last letter only. */
static void long_keys(void **state)
{
    (void)state;
    struct fixture fixture;
    char *key = malloc(TEXT_MAX + 1);
    assert_non_null(key);
    memset(key, 'k', TEXT_MAX);
    key[TEXT_MAX] = '\0';
    keyed_open(&fixture, 2026);
    add_card(&fixture, key);
    add_card(&fixture, key);
    key[TEXT_MAX - 1] = 'x';
    add_card(&fixture, key);
    store_join(&fixture.store);
    assert_int_equal(fixture.store.tables[TABLE_Member].count, 2);
    assert_owned(&fixture, 1, TABLE_Card, "1 2 ");
    assert_owned(&fixture, 2, TABLE_Card, "3 ");
    free(key);
    fixture_close(&fixture);
}

/* Many subjects, each named by many records in turn: every record finds its own, and the places
 * are those of a stable sort. */
static void many_subjects_in_turn(void **state)
{
    (void)state;
    enum { MEMBERS = 1000, ROUNDS = 5 };
    struct fixture fixture;
    keyed_open(&fixture, 2026);
    for (int i = 0; i < MEMBERS * ROUNDS; i++) {
        char key[16];
        snprintf(key, sizeof(key), "%cx%d", i % 2 ? 'm' : 'M', i % MEMBERS);
        add_trip(&fixture, TABLE_Trip, key, NULL);
    }
    store_join(&fixture.store);
    assert_int_equal(fixture.store.tables[TABLE_Member].count, MEMBERS);
    for (uint32_t place = 0; place < MEMBERS * ROUNDS; place++) {
        const struct sv_row *row = store_at(&fixture.store, TABLE_Trip, place);
        assert_int_equal(row->subject, place / ROUNDS + 1);
        assert_int_equal(row->number, place % ROUNDS * MEMBERS + place / ROUNDS + 1);
        assert_int_equal(store_place(&fixture.store, row), place);
    }
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_find_their_subject),
        cmocka_unit_test(places_follow_the_subjects),
        cmocka_unit_test(the_first_of_two_subjects_of_one_name_has_the_records),
        cmocka_unit_test(without_records_there_is_nothing_to_join),
        cmocka_unit_test(rules_see_joined_records),
        cmocka_unit_test(subjects_are_made_of_keys),
        cmocka_unit_test(letter_case_of_keys_does_not_matter),
        cmocka_unit_test(other_letters_are_compared_as_they_are),
        cmocka_unit_test(a_table_that_does_not_say_so_compares_letter_case),
        cmocka_unit_test(blank_keys_make_no_subject),
        cmocka_unit_test(only_blank_keys),
        cmocka_unit_test(subjects_of_last_year),
        cmocka_unit_test(nothing_but_last_year),
        cmocka_unit_test(subjects_that_are_not_made),
        cmocka_unit_test(long_keys),
        cmocka_unit_test(many_subjects_in_turn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
