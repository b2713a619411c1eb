/* Reference data as tables: put in the order of their keys and looked up. */
#include "../../core/reference/tables.h"

#include "keyed.h"

static struct fixture fixture;

static int open_fixture(void **state)
{
    (void)state;
    keyed_open(&fixture, 2026);
    return 0;
}

static int close_fixture(void **state)
{
    (void)state;
    fixture_close(&fixture);
    return 0;
}

/* The towns of all records with a key, in their order, with a bar behind each. */
static void assert_found(const char *key, const char *expected)
{
    char towns[512] = "";
    for (const struct sv_row *row = reference_find(&fixture.store, TABLE_Place, key); row;
         row = reference_next(&fixture.store, row)) {
        size_t used = strlen(towns);
        snprintf(towns + used, sizeof(towns) - used, "%s|", keyed_text(&fixture, row, Place_Town));
    }
    assert_string_equal(towns, expected);
}

static void records_are_found_by_their_key(void **state)
{
    (void)state;
    add_place(&fixture, "Mill", "York");
    add_place(&fixture, "Barn", "Leeds");
    add_place(&fixture, "Tower", "Hull");
    reference_sort(&fixture.store);
    assert_found("Barn", "Leeds|");
    assert_found("Mill", "York|");
    assert_found("Tower", "Hull|");
    assert_found("Mil", "");
    assert_found("Mills", "");
    assert_found("", "");
    assert_found("A", ""); /* before all, between, behind all */
    assert_found("Cave", "");
    assert_found("Zoo", "");
}

static void letter_case_does_not_matter(void **state)
{
    (void)state;
    add_place(&fixture, "mill", "York");
    add_place(&fixture, "BARN", "Leeds");
    add_place(&fixture, "Mill", "Hull");
    reference_sort(&fixture.store);
    assert_found("MILL", "York|Hull|");
    assert_found("mIlL", "York|Hull|");
    assert_found("barn", "Leeds|");
}

/* Records of one key follow each other as in the file. */
static void several_records_of_one_key(void **state)
{
    (void)state;
    static const char *const towns[] = {"a", "b", "c", "d", "e", "f"};
    for (size_t i = 0; i < COUNT_OF(towns); i++) {
        add_place(&fixture, "Mill", towns[i]);
        add_place(&fixture, i % 2 ? "Barn" : "Tower", towns[i]);
    }
    reference_sort(&fixture.store);
    assert_found("Mill", "a|b|c|d|e|f|");
    assert_found("Barn", "b|d|f|");
    assert_found("Tower", "a|c|e|");
}

/* What has no key is found by nothing, and hides nothing. */
static void records_without_a_key(void **state)
{
    (void)state;
    add_place(&fixture, NULL, "York");
    add_place(&fixture, "Mill", "Leeds");
    add_place(&fixture, "", "Hull");
    reference_sort(&fixture.store);
    assert_found("", "");
    assert_found("Mill", "Leeds|");
    assert_int_equal(fixture.store.tables[TABLE_Place].count, 3);
}

static void no_records_at_all(void **state)
{
    (void)state;
    assert_found("Mill", ""); /* not sorted either */
    reference_sort(&fixture.store);
    assert_found("Mill", "");
}

static void other_tables_are_left_alone(void **state)
{
    (void)state;
    add_card(&fixture, "B");
    add_card(&fixture, "A");
    add_place(&fixture, "Mill", "York");
    reference_sort(&fixture.store);
    assert_null(fixture.store.tables[TABLE_Card].order);
    assert_int_equal(store_at(&fixture.store, TABLE_Card, 0)->number, 1);
}

/* Numbers, and with them reports, stay those of the file. */
static void records_keep_their_numbers(void **state)
{
    (void)state;
    const struct sv_row *mill = add_place(&fixture, "Mill", "York");
    const struct sv_row *barn = add_place(&fixture, "Barn", "Leeds");
    reference_sort(&fixture.store);
    assert_int_equal(mill->number, 1);
    assert_int_equal(barn->number, 2);
    assert_int_equal(store_place(&fixture.store, mill), 1);
    assert_ptr_equal(store_at(&fixture.store, TABLE_Place, 0), barn);
    assert_ptr_equal(reference_find(&fixture.store, TABLE_Place, "mill"), mill);
}

/* Compared with a search through all of them. */
static void many_records(void **state)
{
    (void)state;
    enum { MANY = 3000, KEYS = 500 };
    for (int i = 0; i < MANY; i++) {
        char key[16];
        char town[16];
        snprintf(key, sizeof(key), "%c%d", i % 3 ? 'k' : 'K', i * 7919 % MANY % KEYS);
        snprintf(town, sizeof(town), "%d", i);
        add_place(&fixture, key, town);
    }
    reference_sort(&fixture.store);
    for (int key = 0; key < KEYS + 5; key++) {
        char name[16];
        char expected[512] = "";
        snprintf(name, sizeof(name), "k%d", key);
        for (int i = 0; i < MANY; i++) {
            size_t used = strlen(expected);
            if (i * 7919 % MANY % KEYS == key)
                snprintf(expected + used, sizeof(expected) - used, "%d|", i);
        }
        assert_found(name, expected);
    }
}

/* What rules see of it: they walk the records of a key. */
static void find_towns(const struct sv_context *ctx)
{
    FOR_EACH_ALIKE (ctx, Place, place, "tower") {
        found(ctx);
        point(ctx, place, BIT(Place, Town));
    }
}

static const struct sv_rule rule = {RULE_TEXTS,
                                    .code = "1",
                                    .kind = SV_RETURN_RULE,
                                    .test = {.whole = find_towns},
                                    FIELDS(AT(Place, Town)),
                                    .reference = "places"};

static void rules_look_records_up(void **state)
{
    (void)state;
    add_place(&fixture, "Tower", "York");
    add_place(&fixture, "Mill", "Leeds");
    add_place(&fixture, "TOWER", "Hull");
    fixture_run_one(&fixture, &rule);
    assert_findings(&fixture, "1 Place 1 Town\n1 Place 3 Town\n");
}

int main(void)
{
#define TABLES_TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)
    const struct CMUnitTest tests[] = {
        TABLES_TEST(records_are_found_by_their_key),
        TABLES_TEST(letter_case_does_not_matter),
        TABLES_TEST(several_records_of_one_key),
        TABLES_TEST(records_without_a_key),
        TABLES_TEST(no_records_at_all),
        TABLES_TEST(other_tables_are_left_alone),
        TABLES_TEST(records_keep_their_numbers),
        TABLES_TEST(many_records),
        TABLES_TEST(rules_look_records_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
