/* Equal values below one record or in the whole return. */
#include "fixture.h"

static struct fixture fixture;

static int open_fixture(void **state)
{
    (void)state;
    fixture_open(&fixture, 2026);
    return 0;
}

static int close_fixture(void **state)
{
    (void)state;
    fixture_close(&fixture);
    return 0;
}

static const struct sv_at name_field = AT(Person, Name);
static const struct sv_at from_field = AT(Stay, From);

/* One finding for each person whose name another person has. */
static void repeated_names(const struct sv_context *ctx)
{
    find_repeated(ctx, name_field);
}

static const struct sv_rule names_rule = {RULE_TEXTS, .code = "N", .kind = SV_RETURN_RULE,
                                          .test = {.whole = repeated_names},
                                          FIELDS(AT(Person, Name))};

/* One finding for each group of equal values, with all its records in their order. */
static void point_at_groups(const struct sv_context *ctx, const struct sv_row *under,
                            struct sv_at field)
{
    const struct sv_repeats *repeats = ctx->host->repeats(ctx, under, field);
    for (const struct sv_row *row = ctx->host->first(ctx, under, field.table); row;
         row = ctx->host->next(ctx, row, under)) {
        if (ctx->host->first_equal(repeats, row) != row)
            continue;
        found(ctx);
        for (const struct sv_row *equal = row; equal; equal = ctx->host->next_equal(repeats, equal))
            point(ctx, equal, UINT64_C(1) << field.field);
    }
}

static void groups_of_names(const struct sv_context *ctx)
{
    point_at_groups(ctx, NULL, name_field);
}

static const struct sv_rule groups_rule = {RULE_TEXTS, .code = "G", .kind = SV_RETURN_RULE,
                                           .test = {.whole = groups_of_names},
                                           FIELDS(AT(Person, Name))};

static void stays_of_a_person(const struct sv_context *ctx, const struct sv_row *row)
{
    point_at_groups(ctx, row, from_field);
}

static const struct sv_rule stays_rule = {RULE_TEXTS,
                                          .code = "S",
                                          .kind = SV_FINDING_RULE,
                                          .table = TABLE_Person,
                                          .test = {.finding = stays_of_a_person},
                                          FIELDS(AT(Stay, From))};

static void add_people(const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add_person(&fixture, names[i]);
}

static void every_record_with_a_value_that_another_has(void **state)
{
    (void)state;
    static const char *const names[] = {"Ann", "Bob", "Ann", "Cyd", "Bob", "Ann"};
    add_people(names, COUNT_OF(names));
    fixture_run_one(&fixture, &names_rule);
    assert_findings(&fixture, "N Person 1 Name\nN Person 2 Name\nN Person 3 Name\n"
                              "N Person 5 Name\nN Person 6 Name\n");
}

static void groups_go_from_the_first_to_the_last(void **state)
{
    (void)state;
    static const char *const names[] = {"Ann", "Bob", "Ann", "Cyd", "Bob", "Ann"};
    add_people(names, COUNT_OF(names));
    fixture_run_one(&fixture, &groups_rule);
    assert_findings(&fixture, "G Person 1 Name; Person 3 Name; Person 6 Name\n"
                              "G Person 2 Name; Person 5 Name\n");
}

static void missing_values_equal_nothing(void **state)
{
    (void)state;
    static const char *const names[] = {NULL, "", NULL, "", "Ann"};
    add_people(names, COUNT_OF(names));
    fixture_run_one(&fixture, &names_rule);
    assert_findings(&fixture, "");
}

static void values_are_compared_exactly(void **state)
{
    (void)state;
    static const char *const names[] = {"Ann", "ann", "Anne", "An", "Ann\xc2\xa0", "A nn"};
    add_people(names, COUNT_OF(names));
    fixture_run_one(&fixture, &names_rule);
    assert_findings(&fixture, "");
}

static void none_one_and_two_records(void **state)
{
    (void)state;
    fixture_run_one(&fixture, &names_rule);
    assert_findings(&fixture, "");
    add_person(&fixture, "Ann");
    fixture_run_one(&fixture, &names_rule);
    assert_findings(&fixture, "");
    add_person(&fixture, "Ann");
    fixture_run_one(&fixture, &names_rule);
    assert_findings(&fixture, "N Person 1 Name\nN Person 2 Name\n");
}

/* FNV-1a of 64 bits gives each of these pairs one hash. */
static void different_values_with_one_hash(void **state)
{
    (void)state;
    static const char *const names[] = {"8yn0iYCKYHlIj4-BwPqk", "GReLUrM4wMqfg9yzV3KQ",
                                        "gMPflVXtwGDXbIhP73TX", "8yn0iYCKYHlIj4-BwPqk",
                                        "LtHf1prlU1bCeYZEdqWf", "GReLUrM4wMqfg9yzV3KQ",
                                        "GReLUrM4wMqfg9yzV3KQ", "gMPflVXtwGDXbIhP73TX"};
    add_people(names, COUNT_OF(names));
    fixture_run_one(&fixture, &groups_rule);
    assert_findings(&fixture, "G Person 1 Name; Person 4 Name\n"
                              "G Person 2 Name; Person 6 Name; Person 7 Name\n"
                              "G Person 3 Name; Person 8 Name\n");
}

static void records_below_one_record_only(void **state)
{
    (void)state;
    add_person(&fixture, "Ann");
    add_episode(&fixture, NULL, NULL);
    add_stay(&fixture, "2025-05-01", NULL);
    add_stay(&fixture, "2025-06-01", NULL);
    add_episode(&fixture, NULL, NULL);
    add_stay(&fixture, "2025-05-01", NULL);
    add_person(&fixture, "Bob");
    add_episode(&fixture, NULL, NULL);
    add_stay(&fixture, "2025-06-01", NULL);
    add_stay(&fixture, "2025-07-01", NULL);
    add_stay(&fixture, "2025-07-01", NULL);
    fixture_run_one(&fixture, &stays_rule);
    assert_findings(&fixture, "S Stay 1 From; Stay 3 From\nS Stay 5 From; Stay 6 From\n");
}

static void unreadable_values_are_compared_as_written(void **state)
{
    (void)state;
    add_person(&fixture, "Ann");
    add_episode(&fixture, NULL, NULL);
    add_stay(&fixture, "2025-02-30", NULL);
    add_stay(&fixture, "2025-02-31", NULL);
    add_stay(&fixture, "2025-02-30", NULL);
    fixture_run_one(&fixture, &stays_rule);
    assert_findings(&fixture, "S Stay 1 From; Stay 3 From\n");
}

/* Rows that the question was not about have no equals. */
static void ask_about_strangers(const struct sv_context *ctx)
{
    const struct sv_row *ann = ctx->host->first(ctx, NULL, TABLE_Person);
    const struct sv_row *bob = ctx->host->next(ctx, ann, NULL);
    const struct sv_row *of_ann = ctx->host->first(ctx, ann, TABLE_Stay);
    const struct sv_row *of_bob = ctx->host->first(ctx, bob, TABLE_Stay);
    const struct sv_repeats *repeats = ctx->host->repeats(ctx, bob, from_field);
    if (ctx->host->first_equal(repeats, of_ann) || ctx->host->next_equal(repeats, of_ann))
        found(ctx);
    if (ctx->host->first_equal(repeats, bob) || ctx->host->next_equal(repeats, bob))
        found(ctx);
    if (ctx->host->first_equal(repeats, of_bob) != of_bob)
        found(ctx);
}

static void strangers_have_no_equals(void **state)
{
    (void)state;
    static const struct sv_rule rule = {RULE_TEXTS, .code = "X", .kind = SV_RETURN_RULE,
                                        .test = {.whole = ask_about_strangers}};
    for (int i = 0; i < 2; i++) {
        add_person(&fixture, "someone");
        add_episode(&fixture, NULL, NULL);
        add_stay(&fixture, "2025-05-01", NULL);
        add_stay(&fixture, "2025-05-01", NULL);
    }
    fixture_run_one(&fixture, &rule);
    assert_findings(&fixture, "");
}

/* Time must not grow with the square of the number of records, whether all differ or all agree. */
static void many_values(void **state)
{
    (void)state;
    enum { MANY = 50000 };
    for (int i = 0; i < MANY; i++) {
        char name[16];
        snprintf(name, sizeof(name), "%d", i % 40000 < 30000 ? i % 40000 : -1);
        add_person(&fixture, name);
    }
    fixture_run_one(&fixture, &names_rule);
    /* 0 to 9,999 are there twice; 10,000 times -1 is there. */
    assert_int_equal(results_count(&fixture.results, 0), 2 * 10000 + 10000);
}

int main(void)
{
#define REPEATS_TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)
    const struct CMUnitTest tests[] = {
        REPEATS_TEST(every_record_with_a_value_that_another_has),
        REPEATS_TEST(groups_go_from_the_first_to_the_last),
        REPEATS_TEST(missing_values_equal_nothing),
        REPEATS_TEST(values_are_compared_exactly),
        REPEATS_TEST(none_one_and_two_records),
        REPEATS_TEST(different_values_with_one_hash),
        REPEATS_TEST(records_below_one_record_only),
        REPEATS_TEST(unreadable_values_are_compared_as_written),
        REPEATS_TEST(strangers_have_no_equals),
        REPEATS_TEST(many_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
