/* Pair rules: days within the intervals of other records; and the index of days behind them. */
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

#define NO_DAYS ((struct sv_interval){0, -1})

/* From the first to the last day of a stay; an open one lasts to the end of the period. */
static struct sv_interval days_of_stay(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct Stay *stay = (const struct Stay *)row;
    if (!readable(stay->From))
        return NO_DAYS;
    return (struct sv_interval){stay->From.number,
                                readable(stay->To) ? stay->To.number : ctx->period_end};
}

#define PAIR_TEXTS RULE_TEXTS, .kind = SV_PAIR_RULE, .table = TABLE_Person

static const struct sv_rule stays_overlap = {PAIR_TEXTS, .code = "P",
                                             .test = {.pair = days_of_stay},
                                             FIELDS(AT(Stay, From), AT(Stay, From), AT(Stay, To)),
                                             .pairs = {AT(Stay, From), TABLE_Stay, NULL}};

static const struct sv_rule visit_in_stay = {
    PAIR_TEXTS, .code = "V", .test = {.pair = days_of_stay},
    FIELDS(AT(Visit, Day), AT(Stay, From), AT(Stay, To), AT(Episode, Start)),
    .pairs = {AT(Visit, Day), TABLE_Stay, NULL}};

static void add_someone(void)
{
    add_person(&fixture, "someone");
    add_episode(&fixture, NULL, NULL);
}

static void nothing_to_pair(void **state)
{
    (void)state;
    fixture_run_one(&fixture, &stays_overlap);
    assert_findings(&fixture, "");
    add_someone();
    fixture_run_one(&fixture, &stays_overlap);
    assert_findings(&fixture, "");
    add_stay(&fixture, "2025-05-01", "2025-05-10");
    fixture_run_one(&fixture, &stays_overlap); /* a record is no pair with itself */
    assert_findings(&fixture, "");
}

static void both_ends_of_an_interval_are_inside(void **state)
{
    (void)state;
    static const struct {
        const char *day;
        bool inside;
    } cases[] = {{"2025-04-30", false},
                 {"2025-05-01", true},
                 {"2025-05-05", true},
                 {"2025-05-10", true},
                 {"2025-05-11", false}};
    add_someone();
    add_stay(&fixture, "2025-05-01", "2025-05-10");
    const struct sv_row *visit = add_visit(&fixture, NULL);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        set_value(&fixture, visit, Visit_Day, cases[i].day);
        fixture_run_one(&fixture, &visit_in_stay);
        assert_findings(&fixture,
                        cases[i].inside ? "V Visit 1 Day; Stay 1 From To; Episode 1 Start\n" : "");
    }
}

/* The record of the day comes first, with the first field; then that of the interval. */
static void a_later_record_within_an_earlier_one(void **state)
{
    (void)state;
    add_someone();
    add_stay(&fixture, "2025-05-01", "2025-05-10");
    add_stay(&fixture, "2025-05-10", "2025-05-20");
    fixture_run_one(&fixture, &stays_overlap);
    assert_findings(&fixture, "P Stay 2 From; Stay 1 From To\n");
}

static void the_later_record_may_stand_first(void **state)
{
    (void)state;
    add_someone();
    add_stay(&fixture, "2025-05-10", "2025-05-20");
    add_stay(&fixture, "2025-05-01", "2025-05-10");
    fixture_run_one(&fixture, &stays_overlap);
    assert_findings(&fixture, "P Stay 1 From; Stay 2 From To\n");
}

/* Each lies in the other's interval: one pair, and the one further down counts as the later. */
static void equal_days_are_one_pair(void **state)
{
    (void)state;
    add_someone();
    add_stay(&fixture, "2025-05-01", "2025-05-10");
    add_stay(&fixture, "2025-05-01", "2025-05-03");
    fixture_run_one(&fixture, &stays_overlap);
    assert_findings(&fixture, "P Stay 2 From; Stay 1 From To\n");
}

static void records_with_all_values_equal_are_two_records(void **state)
{
    (void)state;
    add_someone();
    for (int i = 0; i < 3; i++)
        add_stay(&fixture, "2025-05-01", "2025-05-10");
    fixture_run_one(&fixture, &stays_overlap);
    assert_findings(&fixture, "P Stay 2 From; Stay 1 From To\nP Stay 3 From; Stay 1 From To\n"
                              "P Stay 3 From; Stay 2 From To\n");
}

/* The second ends before it begins: the first lies not within it, but it within the first. */
static void equal_days_with_an_empty_interval(void **state)
{
    (void)state;
    add_someone();
    add_stay(&fixture, "2025-05-01", "2025-04-10");
    add_stay(&fixture, "2025-05-01", "2025-05-10");
    fixture_run_one(&fixture, &stays_overlap);
    assert_findings(&fixture, "P Stay 1 From; Stay 2 From To\n");
}

static struct sv_interval days_around(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    const struct Stay *stay = (const struct Stay *)row;
    return (struct sv_interval){sv_add_days(day_of(stay->From), -5),
                                sv_add_days(day_of(stay->From), 5)};
}

static const struct sv_rule near = {PAIR_TEXTS, .code = "N", .test = {.pair = days_around},
                                    FIELDS(AT(Stay, From), AT(Stay, From)),
                                    .pairs = {AT(Stay, From), TABLE_Stay, NULL}};

/* Days may differ and yet lie in each other's interval: still one pair, not two. */
static void different_days_in_each_others_interval_are_one_pair(void **state)
{
    (void)state;
    add_someone();
    add_stay(&fixture, "2025-05-03", NULL);
    add_stay(&fixture, "2025-05-01", NULL);
    fixture_run_one(&fixture, &near);
    assert_findings(&fixture, "N Stay 2 From; Stay 1 From\n");
}

static void missing_and_unreadable_days_pair_with_nothing(void **state)
{
    (void)state;
    add_someone();
    add_stay(&fixture, "2025-05-01", NULL);
    add_stay(&fixture, NULL, "2025-05-10");
    add_stay(&fixture, "2025-02-30", "2025-05-10");
    fixture_run_one(&fixture, &stays_overlap);
    assert_findings(&fixture, "");
}

static void an_interval_may_be_empty(void **state)
{
    (void)state;
    add_someone();
    add_stay(&fixture, "2025-05-01", "2025-04-01");
    add_stay(&fixture, "2025-04-15", "2025-04-14");
    fixture_run_one(&fixture, &stays_overlap);
    assert_findings(&fixture, "");
}

static const struct sv_rule in_episode = {RULE_TEXTS,
                                          .code = "E",
                                          .kind = SV_PAIR_RULE,
                                          .table = TABLE_Episode,
                                          .test = {.pair = days_of_stay},
                                          FIELDS(AT(Stay, From), AT(Stay, From)),
                                          .pairs = {AT(Stay, From), TABLE_Stay, NULL}};

static void records_of_others_are_no_pairs(void **state)
{
    (void)state;
    add_someone();
    add_stay(&fixture, "2025-05-01", "2025-05-10");
    add_episode(&fixture, NULL, NULL);
    add_stay(&fixture, "2025-05-02", "2025-05-10");
    add_someone();
    add_stay(&fixture, "2025-05-03", "2025-05-10");
    fixture_run_one(&fixture, &in_episode);
    assert_findings(&fixture, "");
    fixture_run_one(&fixture, &stays_overlap); /* in one person, whatever the episode */
    assert_findings(&fixture, "P Stay 2 From; Stay 1 From To\n");
}

/* In the order of the intervals' records in the file, and of the days within each. */
static void pairs_come_in_a_fixed_order(void **state)
{
    (void)state;
    add_someone();
    add_stay(&fixture, "2025-05-20", "2025-06-30");
    add_visit(&fixture, "2025-06-20");
    add_visit(&fixture, "2025-05-25");
    add_visit(&fixture, "2025-06-10");
    add_visit(&fixture, "2025-05-25");
    add_stay(&fixture, "2025-05-01", "2025-06-15");
    fixture_run_one(&fixture, &visit_in_stay);
    assert_findings(&fixture, "V Visit 2 Day; Stay 1 From To; Episode 1 Start\n"
                              "V Visit 4 Day; Stay 1 From To; Episode 1 Start\n"
                              "V Visit 3 Day; Stay 1 From To; Episode 1 Start\n"
                              "V Visit 1 Day; Stay 1 From To; Episode 1 Start\n"
                              "V Visit 2 Day; Stay 2 From To; Episode 1 Start\n"
                              "V Visit 4 Day; Stay 2 From To; Episode 1 Start\n"
                              "V Visit 3 Day; Stay 2 From To; Episode 1 Start\n");
}

/* Stays of kind A are left out. */
static bool of_kind_a(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return is_code(((const struct Stay *)row)->Kind, Kind_A);
}

static const struct sv_rule except_kind_a = {
    PAIR_TEXTS, .code = "X", .test = {.pair = days_of_stay}, FIELDS(AT(Stay, From), AT(Stay, From)),
    .pairs = {AT(Stay, From), TABLE_Stay, of_kind_a}};

static void excepted_records_have_no_day(void **state)
{
    (void)state;
    add_someone();
    add_stay(&fixture, "2025-05-01", "2025-05-10");
    const struct sv_row *later = add_stay(&fixture, "2025-05-05", "2025-05-20");
    fixture_run_one(&fixture, &except_kind_a);
    assert_findings(&fixture, "X Stay 2 From; Stay 1 From\n");
    set_value(&fixture, later, Stay_Kind, "A");
    fixture_run_one(&fixture, &except_kind_a);
    assert_findings(&fixture, "");
}

static size_t findings_with_excepted_twin(bool excepted_first)
{
    add_someone();
    const struct sv_row *first = add_stay(&fixture, "2025-05-01", "2025-05-10");
    const struct sv_row *second = add_stay(&fixture, "2025-05-01", "2025-05-10");
    set_value(&fixture, excepted_first ? first : second, Stay_Kind, "A");
    fixture_run_one(&fixture, &except_kind_a);
    size_t count = results_count(&fixture.results, 0);
    fixture_close(&fixture);
    fixture_open(&fixture, 2026);
    return count;
}

/* Of two records with the same days one has no day that counts: whether the other lies within its
 * interval cannot depend on which of them stands first in the file. */
static void an_excepted_twin_counts_wherever_it_stands(void **state)
{
    (void)state;
    assert_int_equal(findings_with_excepted_twin(true), findings_with_excepted_twin(false));
}

static const struct sv_at visit_day = AT(Visit, Day);

/* The days of a stay, unless there is a visit on its first. */
static struct sv_interval days_without_visit(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct Stay *stay = (const struct Stay *)row;
    bool visited = ctx->host->has_day(ctx, row->parent, visit_day, NULL, day_of(stay->From));
    return visited ? NO_DAYS : days_of_stay(ctx, row);
}

static const struct sv_rule unvisited = {
    PAIR_TEXTS, .code = "D", .test = {.pair = days_without_visit},
    FIELDS(AT(Stay, From), AT(Stay, From)), .pairs = {AT(Stay, From), TABLE_Stay, NULL}};

/* What a rule asks for while its pairs are looked for must not disturb them. */
static void an_interval_may_depend_on_other_days(void **state)
{
    (void)state;
    add_someone();
    add_stay(&fixture, "2025-05-01", "2025-05-10");
    add_stay(&fixture, "2025-05-05", "2025-05-20");
    add_stay(&fixture, "2025-05-08", "2025-05-20");
    add_visit(&fixture, "2025-05-05");
    fixture_run_one(&fixture, &unvisited);
    assert_findings(&fixture, "D Stay 2 From; Stay 1 From\nD Stay 3 From; Stay 1 From\n");
}

/* Many days and many intervals that do not meet: no time for the square of them. */
static void many_days_and_intervals(void **state)
{
    (void)state;
    enum { MANY = 60000 };
    add_someone();
    for (int i = 0; i < MANY; i++) {
        const struct sv_row *stay = add_row(&fixture, TABLE_Stay);
        store_value(&fixture.store, stay, Stay_From)->number = (MANY - i) * 10;
        store_value(&fixture.store, stay, Stay_To)->number = (MANY - i) * 10 + 9;
    }
    fixture_run_one(&fixture, &stays_overlap);
    assert_findings(&fixture, "");
}

static void tell_days(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct sv_at from = AT(Stay, From);
    const struct sv_at to = AT(Stay, To);
    const struct sv_host *host = ctx->host;
    bool answers[] = {host->has_day(ctx, row, from, NULL, day("2025-05-01")),
                      host->has_day(ctx, row, from, NULL, day("2025-05-02")),
                      host->has_day(ctx, row, to, NULL, day("2025-05-10")),
                      host->has_day(ctx, row, to, NULL, day("2025-05-01")),
                      host->has_day(ctx, row, from, of_kind_a, day("2025-05-01")),
                      host->has_day(ctx, row, from, of_kind_a, day("2025-04-01")),
                      host->has_day(ctx, row, from, NULL, SV_NONE),
                      host->has_day(ctx, row, visit_day, NULL, day("2025-05-01")),
                      host->has_day(ctx, NULL, from, NULL, day("2025-09-09"))};
    uint64_t mask = 0;
    for (size_t i = 0; i < COUNT_OF(answers); i++)
        mask |= (uint64_t)answers[i] << i;
    found(ctx);
    point(ctx, row, mask);
}

/* Bit n of the mask is answer n of tell_days(). */
static void days_of_one_record_and_then_of_another(void **state)
{
    (void)state;
    static const struct sv_rule rule = {RULE_TEXTS, .code = "T", .kind = SV_FINDING_RULE,
                                        .table = TABLE_Person, .test = {.finding = tell_days}};
    add_someone();
    set_value(&fixture, add_stay(&fixture, "2025-05-01", "2025-05-10"), Stay_Kind, "A");
    add_stay(&fixture, "2025-04-01", NULL);
    add_stay(&fixture, NULL, "2025-02-30");
    add_someone();
    add_stay(&fixture, "2025-09-09", NULL);
    add_person(&fixture, "without episodes");
    fixture_run_one(&fixture, &rule);
    static const uint64_t expected[] = {1 << 0 | 1 << 2 | 1 << 5 | 1 << 8, 1 << 8, 1 << 8};
    struct cursor cursor = {0};
    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        assert_true(results_next(&fixture.results, &cursor));
        assert_int_equal(cursor.locations[0].fields, expected[i]);
    }
}

int main(void)
{
#define PAIRS_TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)
    const struct CMUnitTest tests[] = {
        PAIRS_TEST(nothing_to_pair),
        PAIRS_TEST(both_ends_of_an_interval_are_inside),
        PAIRS_TEST(a_later_record_within_an_earlier_one),
        PAIRS_TEST(the_later_record_may_stand_first),
        PAIRS_TEST(equal_days_are_one_pair),
        PAIRS_TEST(records_with_all_values_equal_are_two_records),
        PAIRS_TEST(equal_days_with_an_empty_interval),
        PAIRS_TEST(different_days_in_each_others_interval_are_one_pair),
        PAIRS_TEST(missing_and_unreadable_days_pair_with_nothing),
        PAIRS_TEST(an_interval_may_be_empty),
        PAIRS_TEST(records_of_others_are_no_pairs),
        PAIRS_TEST(pairs_come_in_a_fixed_order),
        PAIRS_TEST(excepted_records_have_no_day),
        PAIRS_TEST(an_excepted_twin_counts_wherever_it_stands),
        PAIRS_TEST(an_interval_may_depend_on_other_days),
        PAIRS_TEST(many_days_and_intervals),
        PAIRS_TEST(days_of_one_record_and_then_of_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
