/* What rules can ask the host. */
#include "../../core/base/calendar.h"
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

static void tell_context(const struct sv_context *ctx)
{
    if (ctx->year == 2026 && ctx->period_start == sv_day_of(2025, 4, 1) &&
        ctx->period_end == sv_day_of(2026, 3, 31) && ctx->year_end == sv_day_of(2026, 3, 31) &&
        ctx->today == sv_day_of(2026, 5, 4) && ctx->host)
        found(ctx);
}

static void rules_are_told_the_year_and_the_period(void **state)
{
    (void)state;
    static const struct sv_rule rule = {RULE_TEXTS, .code = "C", .kind = SV_RETURN_RULE,
                                        .test = {.whole = tell_context}};
    fixture_run_one(&fixture, &rule);
    assert_findings(&fixture, "C\n");
}

static void walk(const struct sv_context *ctx, const struct sv_row *row)
{
    found(ctx);
    FOR_EACH (ctx, Stay, stay, row)
        point(ctx, stay, 0);
    found(ctx);
    FOR_EACH (ctx, Visit, visit, row) {
        point(ctx, visit, 0);
        point(ctx, PARENT(Episode, visit), 0);
    }
    found(ctx);
    FOR_EACH (ctx, Person, person, row)
        point(ctx, person, 0);
    found(ctx);
    FOR_EACH (ctx, Notice, notice, row)
        point(ctx, notice, 0);
    found(ctx);
    FOR_EACH (ctx, Notice, notice, NULL)
        point(ctx, notice, 0);
}

static void walks_stay_below_their_record(void **state)
{
    (void)state;
    static const struct sv_rule rule = {RULE_TEXTS, .code = "W", .kind = SV_FINDING_RULE,
                                        .table = TABLE_Person, .test = {.finding = walk}};
    add_row(&fixture, TABLE_Notice);
    add_person(&fixture, "Ann");
    add_episode(&fixture, NULL, NULL);
    add_visit(&fixture, NULL);
    add_stay(&fixture, NULL, NULL);
    add_episode(&fixture, NULL, NULL);
    add_visit(&fixture, NULL);
    add_person(&fixture, "Bob");
    add_episode(&fixture, NULL, NULL);
    add_stay(&fixture, NULL, NULL);
    add_stay(&fixture, NULL, NULL);
    fixture_run_one(&fixture, &rule);
    assert_findings(
        &fixture, "W Stay 1\nW Visit 1; Episode 1; Visit 2; Episode 2\nW Person 1\nW\nW Notice 1\n"
                  "W Stay 2; Stay 3\nW\nW Person 2\nW\nW Notice 1\n");
}

static bool name_matches(const struct sv_context *ctx, const struct sv_row *row)
{
    return matches(ctx, ((const struct Person *)row)->Name);
}

static void assert_matching(const char *pattern, const char *const *names, const char *expected)
{
    struct sv_rule rule = {RULE_TEXTS, .code = "R", .kind = SV_ROW_RULE, .table = TABLE_Person,
                           .test = {.row = name_matches}};
    rule.pattern = pattern;
    for (size_t i = 0; names[i]; i++)
        add_person(&fixture, names[i]);
    fixture_run_one(&fixture, &rule);
    assert_findings(&fixture, expected);
}

static void patterns_match_the_whole_text(void **state)
{
    (void)state;
    static const char *const names[] = {"AB12",       "xAB12",  "AB12x", "AB", "",
                                        "AB12\nAB12", "AB1\nx", "ab12",  NULL};
    assert_matching("[A-Z]{2}[0-9]+", names, "R Person 1\n");
}

static void ends_of_a_pattern_are_ends_of_the_text(void **state)
{
    (void)state;
    static const char *const names[] = {"AB", "AB\nCD", "CD\nAB", "AB\n", NULL};
    assert_matching("^AB$|^CD$", names, "R Person 1\n");
}

static void a_rule_without_pattern_matches_nothing(void **state)
{
    (void)state;
    static const char *const names[] = {"AB", "", NULL};
    assert_matching(NULL, names, "");
}

/* It would take longer than anybody waits; it is given up, and counts as no match. */
static void a_runaway_pattern_is_stopped(void **state)
{
    (void)state;
    static char name[5000];
    static const char *const names[] = {name, "aaab", NULL};
    memset(name, 'a', sizeof(name) - 1);
    assert_matching("(a+)+b", names, "R Person 2\n");
}

static void ask_for_codes(const struct sv_context *ctx)
{
    const struct sv_host *host = ctx->host;
    bool fine = host->code_number(ctx, &Kind_list, "B1", 2) == Kind_B1 &&
                host->code_number(ctx, &Kind_list, "B1xx", 2) == Kind_B1 &&
                host->code_number(ctx, &Kind_list, "B", 1) == -1 &&
                host->code_number(ctx, &Stray_list, "A", 1) == -1 &&
                text_in_list(ctx, &Kind_list, "A", 1) && !text_in_list(ctx, &Kind_list, "B1", 2) &&
                !text_in_list(ctx, &Kind_list, "10", 2) && !text_in_list(ctx, &Kind_list, "C", 1);
    if (fine)
        found(ctx);
}

static void codes_of_texts(void **state)
{
    (void)state;
    static const struct sv_rule rule = {RULE_TEXTS, .code = "C", .kind = SV_RETURN_RULE,
                                        .test = {.whole = ask_for_codes}};
    fixture_run_one(&fixture, &rule);
    assert_findings(&fixture, "C\n");
}

/* Answers are remembered: they must be those of the question, in whatever order it comes. */
static void ask_for_working_days(const struct sv_context *ctx)
{
    for (int turn = 0; turn < 3; turn++) {
        for (int n = 1; n <= 50; n++) {
            for (sv_day day = ctx->period_end - 40; day <= ctx->period_end; day++) {
                if (working_day_before(ctx, day, n) != calendar_working_day_before(day, n))
                    found(ctx);
            }
        }
    }
    if (working_day_before(ctx, SV_NONE, 1) != SV_NONE)
        found(ctx);
}

static void working_days(void **state)
{
    (void)state;
    static const struct sv_rule rule = {RULE_TEXTS, .code = "D", .kind = SV_RETURN_RULE,
                                        .test = {.whole = ask_for_working_days}};
    fixture_run_one(&fixture, &rule);
    assert_findings(&fixture, "");
}

static bool name_is_ann(const struct sv_context *ctx, const struct sv_row *row)
{
    struct sv_value missing_value = {.number = SV_NONE};
    return strcmp(text_of(ctx, ((const struct Person *)row)->Name), "Ann") == 0 &&
           text_of(ctx, missing_value)[0] == '\0' &&
           ctx->host->upn_check_letter("A801200001001") == 'H';
}

static void texts_of_values(void **state)
{
    (void)state;
    static const struct sv_rule rule = {RULE_TEXTS, .code = "T", .kind = SV_ROW_RULE,
                                        .table = TABLE_Person, .test = {.row = name_is_ann}};
    add_person(&fixture, "Ann");
    add_person(&fixture, "Bob");
    fixture_run_one(&fixture, &rule);
    assert_findings(&fixture, "T Person 1\n");
}

int main(void)
{
#define HOST_TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)
    const struct CMUnitTest tests[] = {
        HOST_TEST(rules_are_told_the_year_and_the_period),
        HOST_TEST(walks_stay_below_their_record),
        HOST_TEST(patterns_match_the_whole_text),
        HOST_TEST(ends_of_a_pattern_are_ends_of_the_text),
        HOST_TEST(a_rule_without_pattern_matches_nothing),
        HOST_TEST(a_runaway_pattern_is_stopped),
        HOST_TEST(codes_of_texts),
        HOST_TEST(working_days),
        HOST_TEST(texts_of_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
