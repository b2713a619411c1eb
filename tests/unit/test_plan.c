/* Which rules are run, and why the others are not. */
#include "../../core/engine/plan.h"

#include "fixture.h"

static bool never(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx, (void)row;
    return false;
}

static void nothing(const struct sv_context *ctx)
{
    (void)ctx;
}

static struct sv_interval no_days(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx, (void)row;
    return (struct sv_interval){1, 0};
}

#define SIMPLE_RULE RULE_TEXTS, .kind = SV_ROW_RULE, .table = TABLE_Person, .test = {.row = never}

static const struct sv_rule rule_99 = {SIMPLE_RULE, .code = "99"};
static const struct sv_rule rule_100 = {SIMPLE_RULE, .code = "100", .group = "birth"};
static const struct sv_rule rule_101q = {SIMPLE_RULE, .code = "101Q", .group = "birth-late"};
static const struct sv_rule rule_200 = {SIMPLE_RULE, .code = "200", .group = "stay"};
static const struct sv_rule rule_201 = {SIMPLE_RULE, .code = "201"};

/* Not in the order of their codes, as the linker may give them. */
static const struct sv_rule *const five[] = {&rule_201, &rule_100, &rule_99, &rule_200, &rule_101q};

static struct fixture fixture;
static struct error error;

static int open_fixture(void **state)
{
    (void)state;
    fixture_open(&fixture, 2026);
    fixture_offer(&fixture, five, COUNT_OF(five));
    return 0;
}

static int close_fixture(void **state)
{
    (void)state;
    fixture_close(&fixture);
    return 0;
}

static bool make(int year, const char *chosen, const char *absent)
{
    plan_free(&fixture.plan);
    for (size_t t = 0; t < fixture.plugin.table_count; t++) {
        const struct sv_table *table = &fixture.plugin.tables[t];
        fixture.store.tables[t].given =
            !(table->options & SV_LAST_YEAR) && in_years(table->first_year, table->last_year, year);
    }
    struct plan_request request = {.plugin = &fixture.registry.plugins[0],
                                   .year = year,
                                   .chosen = chosen,
                                   .absent = absent,
                                   .store = &fixture.store};
    return plan_make(&fixture.plan, &request, &error);
}

/* The codes of the plan: those that run as they are, the others in brackets. */
static void assert_plan(const char *expected)
{
    char codes[256] = "";
    for (size_t i = 0; i < fixture.plan.count; i++) {
        const struct planned_rule *planned = &fixture.plan.rules[i];
        size_t used = strlen(codes);
        snprintf(codes + used, sizeof(codes) - used, planned->skipped ? "%s(%s)" : "%s%s",
                 i ? " " : "", planned->rule->code);
    }
    assert_string_equal(codes, expected);
}

static void assert_chosen(const char *chosen, const char *expected)
{
    assert_true(make(2026, chosen, NULL));
    assert_plan(expected);
}

/* `reason`: how it begins; NULL: the rule runs. */
static void assert_skipped(const struct sv_rule *rule, int year, const char *reason)
{
    fixture_offer(&fixture, &rule, 1);
    assert_true(make(year, NULL, NULL));
    assert_int_equal(fixture.plan.count, 1);
    if (!reason && fixture.plan.rules[0].skipped)
        fail_msg("skipped: %s", fixture.plan.rules[0].skipped);
    if (reason && !fixture.plan.rules[0].skipped)
        fail_msg("not skipped, although: %s", reason);
    if (reason && strncmp(fixture.plan.rules[0].skipped, reason, strlen(reason)) != 0)
        fail_msg("\"%s\" is not: %s", fixture.plan.rules[0].skipped, reason);
}

static void all_rules_in_the_order_of_their_codes(void **state)
{
    (void)state;
    assert_chosen(NULL, "99 100 101Q 200 201");
}

static void rules_by_code(void **state)
{
    (void)state;
    assert_chosen("100", "(99) 100 (101Q) (200) (201)");
    assert_chosen("201,100", "(99) 100 (101Q) (200) 201");
    assert_chosen("100, 201", "(99) 100 (101Q) (200) 201");
    assert_chosen(" ,100,,201 ,", "(99) 100 (101Q) (200) 201");
    assert_chosen("100 201", "(99) 100 (101Q) (200) 201");
}

static void stars_stand_for_anything(void **state)
{
    (void)state;
    assert_chosen("1*", "(99) 100 101Q (200) (201)");
    assert_chosen("*Q", "(99) (100) 101Q (200) (201)");
    assert_chosen("*0*", "(99) 100 101Q 200 201");
    assert_chosen("*", "99 100 101Q 200 201");
    assert_chosen("2*1", "(99) (100) (101Q) (200) 201");
}

static void a_dash_leaves_out(void **state)
{
    (void)state;
    assert_chosen("-100", "99 (100) 101Q 200 201");
    assert_chosen("-1*", "99 (100) (101Q) 200 201");
    assert_chosen("-100,-200", "99 (100) 101Q (200) 201");
    assert_chosen("1*,-101Q", "(99) 100 (101Q) (200) (201)");
    assert_chosen("-101Q,1*", "(99) 100 (101Q) (200) (201)"); /* whatever the order */
    assert_chosen("100,-100", "(99) (100) (101Q) (200) (201)");
    assert_chosen("*,-*", "(99) (100) (101Q) (200) (201)");
}

static void groups_are_chosen_like_codes(void **state)
{
    (void)state;
    assert_chosen("birth", "(99) 100 (101Q) (200) (201)");
    assert_chosen("birth*", "(99) 100 101Q (200) (201)");
    assert_chosen("stay,birth", "(99) 100 (101Q) 200 (201)");
    assert_chosen("-stay", "99 100 101Q (200) 201");
    assert_chosen("birth*,-101Q", "(99) 100 (101Q) (200) (201)");
}

static void letter_case_of_names_does_not_matter(void **state)
{
    (void)state;
    assert_chosen("101q", "(99) (100) 101Q (200) (201)");
    assert_chosen("-BIRTH", "99 (100) 101Q 200 201");
}

static void rules_left_out_say_so(void **state)
{
    (void)state;
    assert_true(make(2026, "100", NULL));
    assert_string_equal(fixture.plan.rules[0].skipped, "left out by --rules");
    assert_null(fixture.plan.rules[1].skipped);
}

static void assert_unknown(const char *chosen, const char *name)
{
    char expected[128];
    assert_false(make(2026, chosen, NULL));
    assert_int_equal(error.status, STATUS_USAGE);
    snprintf(expected, sizeof(expected), "is called %s. statval rules lists them.", name);
    if (!strstr(error.text, expected))
        fail_msg("\"%s\" does not say \"%s\"", error.text, expected);
}

static void names_that_fit_no_rule_are_refused(void **state)
{
    (void)state;
    assert_unknown("999", "999");
    assert_unknown("100,birt", "birt");
    assert_unknown("-999", "999");
    assert_unknown("100,-3*", "3*");
    assert_unknown("10", "10");
}

static void rules_of_other_years_are_not_in_the_plan(void **state)
{
    (void)state;
    static const struct sv_rule before = {SIMPLE_RULE, .code = "1", .last_year = 2025};
    static const struct sv_rule since = {.message = "m",
                                         .why = "w",
                                         .unit = "u",
                                         .source = "s",
                                         .kind = SV_ROW_RULE,
                                         .table = TABLE_Person,
                                         .test = {.row = never},
                                         .code = "1",
                                         .first_year = 2026};
    static const struct sv_rule *const rules[] = {&since, &before, &rule_100};
    fixture_offer(&fixture, rules, COUNT_OF(rules));
    assert_true(make(2025, NULL, NULL));
    assert_int_equal(fixture.plan.count, 2);
    assert_ptr_equal(fixture.plan.rules[0].rule, &before);
    assert_true(make(2026, NULL, NULL));
    assert_int_equal(fixture.plan.count, 2);
    assert_ptr_equal(fixture.plan.rules[0].rule, &since);
    assert_true(make(2027, "1", NULL));
    assert_ptr_equal(fixture.plan.rules[0].rule, &since);
    assert_true(rule_in_year(&before, 2025) && !rule_in_year(&before, 2026));
    assert_true(rule_in_year(&since, 2027) && !rule_in_year(&since, 2025));
}

static const struct sv_rule previous = {SIMPLE_RULE, .code = "1", READS(TABLE_Episode_last)};

static void rules_that_need_what_is_not_there(void **state)
{
    (void)state;
    static const struct sv_rule reference = {SIMPLE_RULE, .code = "1", .reference = "schools"};
    assert_skipped(&previous, 2026, "needs last year's return");
    assert_skipped(&reference, 2026, "needs the reference data schools");
}

static const struct sv_rule by_field = {RULE_TEXTS,
                                        .code = "1",
                                        .kind = SV_ROW_RULE,
                                        .table = TABLE_Extra,
                                        .test = {.row = never},
                                        FIELDS(AT(Person, Born), AT(Extra, Amount))};

static const struct sv_rule by_table = {SIMPLE_RULE, .code = "1", READS(TABLE_Extra)};

static void rules_on_tables_that_the_year_does_not_have(void **state)
{
    (void)state;
    static const char reason[] = "the return of this year has no table Extra";
    assert_skipped(&by_field, 2026, reason);
    assert_skipped(&by_field, 2027, NULL);
    assert_skipped(&by_table, 2025, reason);
    assert_skipped(&by_table, 2027, NULL);
}

static const struct sv_rule on_table = {RULE_TEXTS,
                                        .code = "1",
                                        .kind = SV_ROW_RULE,
                                        .table = TABLE_Extra,
                                        .test = {.row = never},
                                        FIELDS(AT(Person, Born))};

/* A rule on records that cannot be there must not look as if it had passed. */
static void a_rule_on_records_of_a_table_that_the_year_does_not_have(void **state)
{
    (void)state;
    assert_skipped(&on_table, 2027, NULL);
    assert_skipped(&on_table, 2026, "the return of this year has no table Extra");
}

static const struct sv_rule pair = {RULE_TEXTS,
                                    .code = "1",
                                    .kind = SV_PAIR_RULE,
                                    .table = TABLE_Person,
                                    .test = {.pair = no_days},
                                    FIELDS(AT(Stay, From)),
                                    .pairs = {AT(Stay, From), TABLE_Extra, NULL}};

static void a_pair_rule_on_a_table_that_the_year_does_not_have(void **state)
{
    (void)state;
    assert_skipped(&pair, 2027, NULL);
    assert_skipped(&pair, 2026, "the return of this year has no table Extra");
}

static const struct sv_rule nested = {RULE_TEXTS,
                                      .code = "1",
                                      .kind = SV_ROW_RULE,
                                      .table = TABLE_Remark,
                                      .test = {.row = never},
                                      FIELDS(AT(Remark, Words))};

/* Remark has no years of its own, but stands in Extra. */
static void a_rule_on_a_table_in_a_table_that_the_year_does_not_have(void **state)
{
    (void)state;
    assert_skipped(&nested, 2027, NULL);
    assert_skipped(&nested, 2026, "the return of this year has no table ");
}

static void a_file_without_a_required_element_runs_no_rule(void **state)
{
    (void)state;
    assert_true(make(2026, NULL, "Message/Children"));
    assert_plan("(99) (100) (101Q) (200) (201)");
    assert_string_equal(fixture.plan.rules[0].skipped, "the file has no Message/Children");
    assert_true(make(2026, "100", "Message/Children"));
    assert_string_equal(fixture.plan.rules[0].skipped, "left out by --rules");
    assert_string_equal(fixture.plan.rules[1].skipped, "the file has no Message/Children");
}

static void patterns_are_compiled_for_rules_that_run(void **state)
{
    (void)state;
    static const struct sv_rule good = {SIMPLE_RULE, .code = "1", .pattern = "[A-Z]{2}[0-9]+"};
    static const struct sv_rule bad = {SIMPLE_RULE, .code = "2", .pattern = "(unclosed"};
    static const struct sv_rule without = {SIMPLE_RULE, .code = "3"};
    static const struct sv_rule skipped = {SIMPLE_RULE, .code = "4", .pattern = "(unclosed",
                                           .reference = "schools"};
    static const struct sv_rule *const rules[] = {&good, &bad, &without, &skipped};
    fixture_offer(&fixture, rules, COUNT_OF(rules));
    assert_true(make(2026, NULL, NULL));
    assert_plan("1 (2) 3 (4)");
    assert_non_null(fixture.plan.rules[0].pattern);
    assert_null(fixture.plan.rules[1].pattern);
    assert_null(fixture.plan.rules[2].pattern);
    assert_string_equal(fixture.plan.rules[1].skipped, "its pattern cannot be compiled");
    assert_string_equal(fixture.plan.rules[3].skipped, "needs the reference data schools");
}

static void a_return_rule_without_fields(void **state)
{
    (void)state;
    static const struct sv_rule whole = {RULE_TEXTS, .code = "1", .kind = SV_RETURN_RULE,
                                         .test = {.whole = nothing}};
    assert_skipped(&whole, 2025, NULL);
}

static void a_plugin_without_rules(void **state)
{
    (void)state;
    fixture_offer(&fixture, five, 0);
    assert_true(make(2026, NULL, NULL));
    assert_int_equal(fixture.plan.count, 0);
    assert_unknown("*", "*");
}

int main(void)
{
#define PLAN_TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)
    const struct CMUnitTest tests[] = {
        PLAN_TEST(all_rules_in_the_order_of_their_codes),
        PLAN_TEST(rules_by_code),
        PLAN_TEST(stars_stand_for_anything),
        PLAN_TEST(a_dash_leaves_out),
        PLAN_TEST(groups_are_chosen_like_codes),
        PLAN_TEST(letter_case_of_names_does_not_matter),
        PLAN_TEST(rules_left_out_say_so),
        PLAN_TEST(names_that_fit_no_rule_are_refused),
        PLAN_TEST(rules_of_other_years_are_not_in_the_plan),
        PLAN_TEST(rules_that_need_what_is_not_there),
        PLAN_TEST(rules_on_tables_that_the_year_does_not_have),
        PLAN_TEST(a_rule_on_records_of_a_table_that_the_year_does_not_have),
        PLAN_TEST(a_pair_rule_on_a_table_that_the_year_does_not_have),
        PLAN_TEST(a_rule_on_a_table_in_a_table_that_the_year_does_not_have),
        PLAN_TEST(a_file_without_a_required_element_runs_no_rule),
        PLAN_TEST(patterns_are_compiled_for_rules_that_run),
        PLAN_TEST(a_return_rule_without_fields),
        PLAN_TEST(a_plugin_without_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
