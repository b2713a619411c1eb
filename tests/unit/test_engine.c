/* Running rules: in slices, in a fixed order, with limits; and what rules can ask the host. */
#include "fixture.h"

#include "../../core/base/calendar.h"
#include "../../core/engine/worker.h"

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

/* Rules of every kind, each failing on a part of the records. */

static bool number_divides_by_3(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return ((const struct Person *)row)->Number.number % 3 == 0;
}

static const struct sv_rule on_person = {RULE_TEXTS,
                                         .code = "10",
                                         .kind = SV_ROW_RULE,
                                         .table = TABLE_Person,
                                         .test = {.row = number_divides_by_3},
                                         FIELDS(AT(Person, Number))};

static bool ends_before_it_starts(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    const struct Episode *episode = (const struct Episode *)row;
    return before(episode->End, episode->Start);
}

static const struct sv_rule on_episode = {
    RULE_TEXTS,
    .code = "20",
    .kind = SV_ROW_RULE,
    .table = TABLE_Episode,
    .test = {.row = ends_before_it_starts},
    FIELDS(AT(Episode, Start), AT(Person, Name), AT(Episode, End), AT(Person, Born))};

static void visits_in_pairs(const struct sv_context *ctx, const struct sv_row *row)
{
    FOR_EACH (ctx, Visit, visit, row) {
        if (visit->row.number % 2)
            found(ctx);
        point(ctx, visit, BIT(Visit, Day));
    }
}

static const struct sv_rule on_visits = {RULE_TEXTS,
                                         .code = "30",
                                         .kind = SV_FINDING_RULE,
                                         .table = TABLE_Person,
                                         .test = {.finding = visits_in_pairs},
                                         FIELDS(AT(Visit, Day))};

static struct sv_interval whole_of_2025(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx, (void)row;
    return (struct sv_interval){sv_day_of(2025, 1, 1), sv_day_of(2025, 12, 31)};
}

static const struct sv_rule on_pairs = {RULE_TEXTS,
                                        .code = "40",
                                        .kind = SV_PAIR_RULE,
                                        .table = TABLE_Episode,
                                        .test = {.pair = whole_of_2025},
                                        FIELDS(AT(Visit, Day)),
                                        .pairs = {AT(Visit, Day), TABLE_Episode, NULL}};

static void about_the_return(const struct sv_context *ctx)
{
    found(ctx);
}

static const struct sv_rule on_return = {RULE_TEXTS, .code = "5", .kind = SV_RETURN_RULE,
                                         .test = {.whole = about_the_return}};

static bool always(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx, (void)row;
    return true;
}

static const struct sv_rule on_notice = {RULE_TEXTS,
                                         .code = "50",
                                         .kind = SV_ROW_RULE,
                                         .table = TABLE_Notice,
                                         .test = {.row = always},
                                         FIELDS(AT(Notice, Year))};

/* Slices hold 256 subjects: 600 make two full ones and a rest. */
enum { PEOPLE = 600 };

/* Every person has an episode with two visits; of every seventh it ends before it starts. */
static void add_people(int count)
{
    add_row(&fixture, TABLE_Notice);
    for (int i = 1; i <= count; i++) {
        char number[16];
        snprintf(number, sizeof(number), "%d", i);
        set_value(&fixture, add_person(&fixture, number), Person_Number, number);
        add_episode(&fixture, "2025-06-01", i % 7 ? "2025-06-30" : "2025-05-01");
        add_visit(&fixture, "2025-06-10");
        add_visit(&fixture, i == 500 ? "2024-06-12" : "2025-06-12");
    }
}

static const struct sv_rule *const all_rules[] = {&on_visits, &on_person, &on_notice,
                                                  &on_pairs,  &on_return, &on_episode};

/* What the rules must find, worked out without them: by rule, and in the order of the file. */
static char *expected_findings(void)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    assert_non_null(out);
    fputs("5\n", out);
    for (int i = 3; i <= PEOPLE; i += 3)
        fprintf(out, "10 Person %d Number\n", i);
    for (int i = 7; i <= PEOPLE; i += 7)
        fprintf(out, "20 Episode %d Start End; Person %d Name Born\n", i, i);
    for (int i = 1; i <= PEOPLE; i++)
        fprintf(out, "30 Visit %d Day; Visit %d Day\n", 2 * i - 1, 2 * i);
    for (int i = 1; i <= PEOPLE; i++) {
        fprintf(out, "40 Visit %d Day; Episode %d\n", 2 * i - 1, i);
        if (i != 500)
            fprintf(out, "40 Visit %d Day; Episode %d\n", 2 * i, i);
    }
    fputs("50 Notice 1 Year\n", out);
    fclose(out);
    return text;
}

static void any_number_of_jobs_finds_the_same_in_the_same_order(void **state)
{
    (void)state;
    static const unsigned jobs[] = {1, 2, 7, 64, 0};
    char *expected = expected_findings();
    add_people(PEOPLE);
    fixture_offer(&fixture, all_rules, COUNT_OF(all_rules));
    for (size_t i = 0; i < COUNT_OF(jobs); i++) {
        fixture_run(&fixture, jobs[i]);
        assert_findings(&fixture, expected);
    }
    free(expected);
}

static void findings_are_counted_by_rule(void **state)
{
    (void)state;
    add_people(PEOPLE);
    fixture_offer(&fixture, all_rules, COUNT_OF(all_rules));
    fixture_run(&fixture, 2);
    static const size_t expected[] = {1, PEOPLE / 3, PEOPLE / 7, PEOPLE, 2 * PEOPLE - 1, 1};
    for (size_t rule = 0; rule < COUNT_OF(expected); rule++) {
        assert_int_equal(results_count(&fixture.results, rule), expected[rule]);
        assert_false(results_cut(&fixture.results, rule));
    }
}

/* The whole return is one task; each slice of subjects, none of them empty, another. */
static void subjects_are_cut_into_slices(void **state)
{
    (void)state;
    static const int counts[] = {0, 1, 255, 256, 257, 511, 512, 513};
    static const size_t slices[] = {0, 1, 1, 1, 2, 2, 2, 3};
    for (size_t i = 0; i < COUNT_OF(counts); i++) {
        add_people(counts[i]);
        fixture_offer(&fixture, all_rules, COUNT_OF(all_rules));
        fixture_run(&fixture, 1);
        assert_int_equal(fixture.results.task_count, 1 + slices[i]);
        assert_int_equal(results_count(&fixture.results, 3), counts[i]);
        for (size_t t = 1; t < fixture.results.task_count; t++) {
            struct range subjects = fixture.results.tasks[t].subjects;
            assert_int_equal(subjects.lo, (t - 1) * 256);
            assert_true(subjects.hi > subjects.lo && subjects.hi - subjects.lo <= 256);
        }
        fixture_close(&fixture);
        fixture_open(&fixture, 2026);
    }
}

static void a_return_without_subjects(void **state)
{
    (void)state;
    fixture_offer(&fixture, all_rules, COUNT_OF(all_rules));
    fixture_run(&fixture, 3);
    assert_findings(&fixture, "5\n");
    add_row(&fixture, TABLE_Notice);
    fixture_run(&fixture, 3);
    assert_findings(&fixture, "5\n50 Notice 1 Year\n");
}

static void rules_that_are_skipped_do_not_run(void **state)
{
    (void)state;
    static const struct sv_rule skipped = {RULE_TEXTS,
                                           .code = "1",
                                           .kind = SV_ROW_RULE,
                                           .table = TABLE_Person,
                                           .test = {.row = always},
                                           .reference = "schools"};
    static const struct sv_rule *const rules[] = {&skipped, &on_return};
    add_people(3);
    fixture_offer(&fixture, rules, COUNT_OF(rules));
    fixture_run(&fixture, 1);
    assert_findings(&fixture, "5\n");
}

static void a_walk_can_begin_at_a_rule(void **state)
{
    (void)state;
    add_people(6);
    fixture_offer(&fixture, all_rules, COUNT_OF(all_rules));
    fixture_run(&fixture, 1);
    struct cursor cursor = {.rule = 1};
    assert_true(results_next(&fixture.results, &cursor));
    assert_int_equal(cursor.rule, 1);
    assert_int_equal(cursor.locations[0].row->number, 3);
    assert_true(results_next(&fixture.results, &cursor));
    assert_int_equal(cursor.locations[0].row->number, 6);
    assert_true(results_next(&fixture.results, &cursor));
    assert_int_equal(cursor.rule, 3); /* the rule between has no findings */
    cursor = (struct cursor){.rule = 99};
    assert_false(results_next(&fixture.results, &cursor));
}

static const struct sv_rule above_only = {
    RULE_TEXTS,
    .code = "A",
    .kind = SV_ROW_RULE,
    .table = TABLE_Visit,
    .test = {.row = always},
    FIELDS(AT(Person, Born), AT(Episode, Start), AT(Person, Name), AT(Episode, End))};

static const struct sv_rule elsewhere = {RULE_TEXTS,
                                         .code = "C",
                                         .kind = SV_ROW_RULE,
                                         .table = TABLE_Visit,
                                         .test = {.row = always},
                                         FIELDS(AT(Stay, From), AT(Notice, Year))};

/* A row rule names its own record first, even without fields, then those that it stands in. */
static void records_of_a_finding(void **state)
{
    (void)state;
    static const struct sv_rule no_fields = {RULE_TEXTS, .code = "B", .kind = SV_ROW_RULE,
                                             .table = TABLE_Visit, .test = {.row = always}};
    static const struct sv_rule *const rules[] = {&above_only, &no_fields, &elsewhere};
    add_people(1);
    add_stay(&fixture, NULL, NULL);
    fixture_offer(&fixture, rules, COUNT_OF(rules));
    fixture_run(&fixture, 1);
    assert_findings(&fixture, "A Visit 1; Person 1 Name Born; Episode 1 Start End\n"
                              "A Visit 2; Person 1 Name Born; Episode 1 Start End\n"
                              "B Visit 1\nB Visit 2\nC Visit 1\nC Visit 2\n");
}

/* Limits. */

static void findings_by_number(const struct sv_context *ctx, const struct sv_row *row)
{
    int32_t count = ((const struct Person *)row)->Number.number;
    for (int32_t i = 0; i < count; i++) {
        found(ctx);
        point(ctx, row, 0);
    }
}

static const struct sv_rule many_findings = {RULE_TEXTS, .code = "M", .kind = SV_FINDING_RULE,
                                             .table = TABLE_Person,
                                             .test = {.finding = findings_by_number}};

static void add_person_with_number(const char *number)
{
    set_value(&fixture, add_person(&fixture, "someone"), Person_Number, number);
}

static void ten_thousand_findings_on_one_record_are_kept(void **state)
{
    (void)state;
    add_person_with_number("10000");
    fixture_run_one(&fixture, &many_findings);
    assert_int_equal(results_count(&fixture.results, 0), 10000);
    assert_false(results_cut(&fixture.results, 0));
}

static void more_are_cut_and_said_to_be(void **state)
{
    (void)state;
    static const struct sv_rule *const rules[] = {&many_findings, &on_return};
    add_person_with_number("10001");
    add_person_with_number("3");
    fixture_offer(&fixture, rules, COUNT_OF(rules));
    fixture_run(&fixture, 1);
    assert_false(results_cut(&fixture.results, 0)); /* code 5 */
    assert_true(results_cut(&fixture.results, 1));
    assert_int_equal(results_count(&fixture.results, 1), 10000 + 3);
    struct cursor cursor = {.rule = 1};
    size_t whole = 0;
    while (results_next(&fixture.results, &cursor)) {
        assert_int_equal(cursor.finding->count, 1);
        whole += cursor.locations[0].row->number == 2;
    }
    assert_int_equal(whole, 3); /* the next record is not touched by the limit */
}

static const struct sv_rule pairs = {RULE_TEXTS,
                                     .code = "P",
                                     .kind = SV_PAIR_RULE,
                                     .table = TABLE_Person,
                                     .test = {.pair = whole_of_2025},
                                     FIELDS(AT(Visit, Day)),
                                     .pairs = {AT(Visit, Day), TABLE_Episode, NULL}};

static void pairs_of_one_record_are_cut(void **state)
{
    (void)state;
    add_person(&fixture, "someone");
    for (int i = 0; i < 300; i++) {
        add_episode(&fixture, NULL, NULL);
        add_visit(&fixture, "2025-06-01");
    }
    fixture_run_one(&fixture, &pairs); /* 300 * 300 pairs */
    assert_int_equal(results_count(&fixture.results, 0), UNIT_FINDINGS_MAX);
    assert_true(results_cut(&fixture.results, 0));
}

/* A rule on the return has no such limit: there every record may have its finding. */
static void findings_by_number_of_people(const struct sv_context *ctx)
{
    for (int i = 0; i < 10500; i++) {
        found(ctx);
        point(ctx, ctx->host->first(ctx, NULL, TABLE_Person), 0);
    }
}

static void findings_of_return_rules_are_all_kept(void **state)
{
    (void)state;
    static const struct sv_rule rule = {RULE_TEXTS, .code = "R", .kind = SV_RETURN_RULE,
                                        .test = {.whole = findings_by_number_of_people}};
    add_people(1);
    fixture_run_one(&fixture, &rule);
    assert_int_equal(results_count(&fixture.results, 0), 10500);
    assert_false(results_cut(&fixture.results, 0));
}

/* Points until the host says that it is enough; the person's number is how often at most. */
static void one_large_finding(const struct sv_context *ctx, const struct sv_row *row)
{
    int32_t times = ((const struct Person *)row)->Number.number;
    found(ctx);
    while (times > 0 && point(ctx, row, 0))
        times--;
    found(ctx);
    if (times > 0)
        point(ctx, row, 1);
}

static void a_finding_has_a_thousand_records_at_most(void **state)
{
    (void)state;
    static const struct sv_rule rule = {RULE_TEXTS, .code = "L", .kind = SV_FINDING_RULE,
                                        .table = TABLE_Person,
                                        .test = {.finding = one_large_finding}};
    add_person_with_number("1000");
    fixture_run_one(&fixture, &rule);
    struct cursor cursor = {0};
    assert_true(results_next(&fixture.results, &cursor));
    assert_int_equal(cursor.finding->count, 1000);
    assert_false(results_cut(&fixture.results, 0));

    add_person_with_number("1001");
    fixture_run_one(&fixture, &rule);
    cursor = (struct cursor){0};
    for (int i = 0; i < 3; i++)
        assert_true(results_next(&fixture.results, &cursor));
    assert_int_equal(cursor.finding->count, 1000);
    assert_true(results_cut(&fixture.results, 0));
    assert_true(results_next(&fixture.results, &cursor)); /* the next finding has room again */
    assert_int_equal(cursor.finding->count, 1);
}

/* The host. */

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
#define ENGINE_TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)
    const struct CMUnitTest tests[] = {
        ENGINE_TEST(any_number_of_jobs_finds_the_same_in_the_same_order),
        ENGINE_TEST(findings_are_counted_by_rule),
        ENGINE_TEST(subjects_are_cut_into_slices),
        ENGINE_TEST(a_return_without_subjects),
        ENGINE_TEST(rules_that_are_skipped_do_not_run),
        ENGINE_TEST(a_walk_can_begin_at_a_rule),
        ENGINE_TEST(records_of_a_finding),
        ENGINE_TEST(ten_thousand_findings_on_one_record_are_kept),
        ENGINE_TEST(more_are_cut_and_said_to_be),
        ENGINE_TEST(pairs_of_one_record_are_cut),
        ENGINE_TEST(findings_of_return_rules_are_all_kept),
        ENGINE_TEST(a_finding_has_a_thousand_records_at_most),
        ENGINE_TEST(rules_are_told_the_year_and_the_period),
        ENGINE_TEST(walks_stay_below_their_record),
        ENGINE_TEST(patterns_match_the_whole_text),
        ENGINE_TEST(ends_of_a_pattern_are_ends_of_the_text),
        ENGINE_TEST(a_rule_without_pattern_matches_nothing),
        ENGINE_TEST(a_runaway_pattern_is_stopped),
        ENGINE_TEST(codes_of_texts),
        ENGINE_TEST(working_days),
        ENGINE_TEST(texts_of_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
