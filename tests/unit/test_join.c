/* Records that are joined to their subject by a key, as in a return of several files. */
#include "fixture.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_find_their_subject),
        cmocka_unit_test(places_follow_the_subjects),
        cmocka_unit_test(the_first_of_two_subjects_of_one_name_has_the_records),
        cmocka_unit_test(without_records_there_is_nothing_to_join),
        cmocka_unit_test(rules_see_joined_records),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
