/* Running rules: in slices, in a fixed order, with limits. */
#include "../../core/engine/worker.h"

#include <stdatomic.h>

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

/* Slices hold 128 subjects: 600 make four full ones and a rest. */
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

/* Each person gets a number and a text of its own; what is of no person is asked for once. */
static atomic_int strays_prepared;

static void number_twice(const struct sv_context *ctx, const struct sv_row *row)
{
    char text[16];
    if (!row) {
        atomic_fetch_add(&strays_prepared, 1);
        return;
    }
    struct Person *person = WRITABLE(Person, row);
    int *doubled = ctx->host->keep(ctx, sizeof(*doubled));
    assert_int_equal(*doubled, 0);
    *doubled = 2 * person->Number.number;
    snprintf(text, sizeof(text), "%d", *doubled);
    person->Latter = ctx->host->keep_text(ctx, text);
}

static void every_subject_is_prepared_once_on_any_number_of_cores(void **state)
{
    (void)state;
    static const unsigned jobs[] = {1, 2, 7};
    add_people(PEOPLE);
    fixture_offer(&fixture, all_rules, COUNT_OF(all_rules));
    fixture.plugin.prepare_subject = number_twice;
    for (size_t i = 0; i < COUNT_OF(jobs); i++) {
        strays_prepared = 0;
        fixture_run(&fixture, jobs[i]);
        assert_int_equal(atomic_load(&strays_prepared), 1);
        for (uint32_t place = 0; place < PEOPLE; place++) {
            struct Person *person = WRITABLE(Person, store_at(&fixture.store, TABLE_Person, place));
            const char *text = texts_get(&fixture.store.texts, person->Latter.text);
            assert_int_equal(atoi(text), 2 * person->Number.number);
            person->Latter.text = 0;
        }
    }
}

/* The whole return is one task; each slice of subjects, none of them empty, another. */
static void subjects_are_cut_into_slices(void **state)
{
    (void)state;
    static const int counts[] = {0, 1, 127, 128, 129, 255, 256, 257};
    static const size_t slices[] = {0, 1, 1, 1, 2, 2, 2, 3};
    for (size_t i = 0; i < COUNT_OF(counts); i++) {
        add_people(counts[i]);
        fixture_offer(&fixture, all_rules, COUNT_OF(all_rules));
        fixture_run(&fixture, 1);
        assert_int_equal(fixture.results.task_count, 1 + slices[i]);
        assert_int_equal(results_count(&fixture.results, 3), counts[i]);
        for (size_t t = 1; t < fixture.results.task_count; t++) {
            struct range subjects = fixture.results.tasks[t].subjects;
            assert_int_equal(subjects.lo, (t - 1) * 128);
            assert_true(subjects.hi > subjects.lo && subjects.hi - subjects.lo <= 128);
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

/* A row rule names its own record first, even without fields, then those that it stands in, or that
 * stand with it in the nearest record. */
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
                              "B Visit 1\nB Visit 2\nC Visit 1; Stay 1 From\n"
                              "C Visit 2; Stay 1 From\n");
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

int main(void)
{
#define ENGINE_TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)
    const struct CMUnitTest tests[] = {
        ENGINE_TEST(any_number_of_jobs_finds_the_same_in_the_same_order),
        ENGINE_TEST(every_subject_is_prepared_once_on_any_number_of_cores),
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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
