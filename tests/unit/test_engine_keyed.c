/* Running rules: what a plugin prepares, records of joined tables, findings that are too many or
 * hidden. */
#include "../../core/engine/worker.h"
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

static void run_rules(const struct sv_rule *const *rules, size_t count)
{
    if (!fixture.store.tables[TABLE_Card].order)
        store_join(&fixture.store);
    fixture_offer(&fixture, rules, count);
    fixture_run(&fixture, 1);
}

#define RUN(...)                                                                                   \
    run_rules((const struct sv_rule *const[]){__VA_ARGS__},                                        \
              COUNT_OF(((const struct sv_rule *const[]){__VA_ARGS__})))

static bool always(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx, (void)row;
    return true;
}

/* What the plugin prepares. */

static int prepared; /* times */
static sv_day seen_end;

/* Counts the trips of each member, notes their number on the cards as text, and mends a key of the
 * reference data. */
static void prepare(const struct sv_context *ctx)
{
    prepared++;
    seen_end = ctx->period_end;
    FOR_EACH (ctx, Member, member, NULL) {
        char text[16];
        struct Member *writable = (struct Member *)(uintptr_t)member;
        assert_int_equal(member->trips, 0);
        FOR_EACH (ctx, Trip, trip, member)
            writable->trips += trip->row.subject == member->row.number;
        snprintf(text, sizeof(text), "%d", member->trips);
        FOR_EACH (ctx, Card, card, member)
            ((struct Card *)(uintptr_t)card)->Trips = ctx->host->keep_text(ctx, text);
    }
    FOR_EACH (ctx, Place, place, NULL) {
        if (strcmp(text_of(ctx, place->Name), "Mill.0") == 0)
            ((struct Place *)(uintptr_t)place)->Name = ctx->host->keep_text(ctx, "Mill");
    }
}

static bool has_two_trips(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct Card *card = (const struct Card *)row;
    return strcmp(text_of(ctx, card->Trips), "2") == 0 && readable(card->Trips) &&
           ((const struct Member *)row->parent)->trips == 2;
}

static const struct sv_rule on_trips = {RULE_TEXTS,
                                        .code = "1",
                                        .kind = SV_ROW_RULE,
                                        .table = TABLE_Card,
                                        .test = {.row = has_two_trips},
                                        FIELDS(AT(Card, ID), AT(Card, Trips))};

static bool is_at_mill(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)row;
    return ctx->host->look_up(ctx, TABLE_Place, "mill") != NULL;
}

static const struct sv_rule on_places = {RULE_TEXTS, .code = "2", .kind = SV_ROW_RULE,
                                         .table = TABLE_Card, .test = {.row = is_at_mill}};

static void fill(void)
{
    add_card(&fixture, "A");
    add_card(&fixture, "b");
    add_card(&fixture, "C");
    add_trip(&fixture, TABLE_Trip, "C", NULL);
    add_trip(&fixture, TABLE_Trip, "B", NULL);
    add_trip(&fixture, TABLE_Trip, "c", NULL);
    add_trip(&fixture, TABLE_Trip_last, "A", NULL);
    add_trip(&fixture, TABLE_Trip_last, "A", NULL);
}

static void a_plugin_prepares_once_before_the_rules(void **state)
{
    (void)state;
    fixture.plugin.prepare = prepare;
    prepared = 0;
    fill();
    add_place(&fixture, "Mill.0", "York");
    RUN(&on_trips, &on_places);
    assert_int_equal(prepared, 1);
    assert_int_equal(seen_end, day("2026-03-31"));
    assert_findings(&fixture, "1 Card 3 ID Trips\n2 Card 1\n2 Card 2\n2 Card 3\n");
    const struct sv_row *card = store_row(&fixture.store, TABLE_Card, 0);
    assert_string_equal(keyed_text(&fixture, card, Card_Trips), "0");
}

static void a_plugin_prepares_though_no_rule_runs(void **state)
{
    (void)state;
    fixture.plugin.prepare = prepare;
    static const struct sv_rule *const none[] = {NULL};
    prepared = 0;
    run_rules(none, 0);
    assert_int_equal(prepared, 1);
    assert_int_equal(fixture.store.tables[TABLE_Member].count, 0);
}

/* Memory that is kept is zero, aligned, and there as long as the findings. */
static void keep_memory(const struct sv_context *ctx)
{
    for (size_t size = 1; size < 20000; size *= 3) {
        unsigned char *memory = ctx->host->keep(ctx, size);
        assert_int_equal((uintptr_t)memory % sizeof(void *), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(memory[i], 0);
        memset(memory, 0xff, size);
    }
}

static void a_plugin_keeps_memory(void **state)
{
    (void)state;
    fixture.plugin.prepare = keep_memory;
    fill();
    RUN(&on_trips);
    assert_findings(&fixture, "");
}

/* Records besides: of a joined table a finding points at the first one of the same subject. */

static const struct sv_rule besides = {
    RULE_TEXTS,
    .code = "3",
    .kind = SV_ROW_RULE,
    .table = TABLE_Trip,
    .test = {.row = always},
    FIELDS(AT(Card, Born), AT(Trip, Start), AT(Call, Day), AT(Card, Colour), AT(Trip_last, End))};

static void a_finding_points_at_records_of_the_same_subject(void **state)
{
    (void)state;
    fill();
    add_card(&fixture, "c"); /* a second card of C: the first counts */
    add_trip(&fixture, TABLE_Trip, NULL, NULL);
    add_trip(&fixture, TABLE_Trip, "A", NULL);
    RUN(&besides);
    assert_findings(&fixture, "3 Trip 4 Start\n" /* of nobody: it comes with the whole return */
                              "3 Trip 5 Start; Card 1 Born Colour; Trip_last 1 End\n"
                              "3 Trip 2 Start; Card 2 Born Colour\n"
                              "3 Trip 1 Start; Card 3 Born Colour\n"
                              "3 Trip 3 Start; Card 3 Born Colour\n");
}

static const struct sv_rule of_member = {RULE_TEXTS,
                                         .code = "4",
                                         .kind = SV_ROW_RULE,
                                         .table = TABLE_Card,
                                         .test = {.row = always},
                                         FIELDS(AT(Card, Born), AT(Member, ID))};

static const struct sv_rule of_place = {RULE_TEXTS,
                                        .code = "5",
                                        .kind = SV_ROW_RULE,
                                        .table = TABLE_Card,
                                        .test = {.row = always},
                                        FIELDS(AT(Card, Born), AT(Stamp, Number))};

static void a_finding_points_at_its_subject_but_at_no_stranger(void **state)
{
    (void)state;
    add_card(&fixture, "A");
    assert_non_null(store_add(&fixture.store, TABLE_Stamp, NULL));
    RUN(&of_member, &of_place);
    assert_findings(&fixture, "4 Card 1 Born; Member 1 ID\n5 Card 1 Born\n");
}

/* Too many findings. */

static uint32_t taken;
static uint32_t pointed;

static void as_many_as_are_taken(const struct sv_context *ctx, const struct sv_row *row)
{
    taken = pointed = 0;
    for (int i = 0; i < 2 * UNIT_FINDINGS_MAX; i++) {
        bool taken_now = found(ctx);
        assert_int_equal(point(ctx, row, 0), taken_now);
        taken += taken_now;
        pointed += point(ctx, row, 1);
    }
}

static const struct sv_rule too_many = {RULE_TEXTS, .code = "6", .kind = SV_FINDING_RULE,
                                        .table = TABLE_Card,
                                        .test = {.finding = as_many_as_are_taken}};

static void found_says_when_it_is_enough(void **state)
{
    (void)state;
    add_card(&fixture, "A");
    RUN(&too_many);
    assert_int_equal(taken, UNIT_FINDINGS_MAX);
    assert_int_equal(pointed, UNIT_FINDINGS_MAX);
    assert_int_equal(results_count(&fixture.results, 0), UNIT_FINDINGS_MAX);
    assert_true(results_cut(&fixture.results, 0));
}

static void points_before_it_finds(const struct sv_context *ctx, const struct sv_row *row)
{
    assert_false(point(ctx, row, 1));
    found(ctx);
    assert_true(point(ctx, row, 1));
}

static const struct sv_rule too_early = {RULE_TEXTS, .code = "7", .kind = SV_FINDING_RULE,
                                         .table = TABLE_Card,
                                         .test = {.finding = points_before_it_finds}};

static void nothing_is_pointed_at_before_a_finding(void **state)
{
    (void)state;
    add_card(&fixture, "A");
    add_card(&fixture, "B");
    RUN(&too_early);
    assert_findings(&fixture, "7 Card 1 ID\n7 Card 2 ID\n");
}

/* Stages, as the portal of the department has them. */

static bool is_a(const struct sv_context *ctx, const struct sv_row *row)
{
    return strcmp(text_of(ctx, ((const struct Card *)row)->ID), "A") == 0;
}

#define STAGE_RULE(code_, stage_, test_)                                                           \
    RULE_TEXTS, .code = (code_), .stage = (stage_), .kind = SV_ROW_RULE, .table = TABLE_Card,      \
                .test = {.row = (test_)}

static const struct sv_rule stage_0 = {STAGE_RULE("S0", 0, always)};
static const struct sv_rule stage_1 = {STAGE_RULE("S1", 1, is_a)};
static const struct sv_rule stage_2 = {STAGE_RULE("S2", 2, always)};
static const struct sv_rule stage_3 = {STAGE_RULE("S3", 3, always)};

static void about_the_return(const struct sv_context *ctx)
{
    found(ctx);
}

static const struct sv_rule whole_1 = {RULE_TEXTS, .code = "W1", .kind = SV_RETURN_RULE, .stage = 1,
                                       .test = {.whole = about_the_return}};
static const struct sv_rule whole_2 = {RULE_TEXTS, .code = "W2", .kind = SV_RETURN_RULE, .stage = 2,
                                       .test = {.whole = about_the_return}};

static void later_stages_are_hidden_of_who_has_an_earlier_one(void **state)
{
    (void)state;
    add_card(&fixture, "A");
    add_card(&fixture, "B");
    RUN(&stage_0, &stage_1, &stage_2, &stage_3);
    assert_findings(&fixture, "S0 Card 1\nS0 Card 2\nS1 Card 1\nS2 Card 1\nS2 Card 2\n"
                              "S3 Card 1\nS3 Card 2\n");
    assert_int_equal(fixture.results.hidden, 0);
    results_hide_later_stages(&fixture.results, &fixture.store);
    assert_findings(&fixture, "S0 Card 1\nS0 Card 2\nS1 Card 1\nS2 Card 2\nS3 Card 2\n");
    assert_int_equal(fixture.results.hidden, 2);
}

/* What is found of the return, or of a record of nobody, hides nothing and is never hidden. */
static void findings_of_no_subject_hide_nothing(void **state)
{
    (void)state;
    static const struct sv_rule of_all = {STAGE_RULE("S1", 1, always)};
    add_card(&fixture, NULL);
    RUN(&whole_1, &whole_2, &stage_2, &of_all);
    results_hide_later_stages(&fixture.results, &fixture.store);
    assert_findings(&fixture, "S1 Card 1\nS2 Card 1\nW1\nW2\n");
    assert_int_equal(fixture.results.hidden, 0);
}

static void nothing_of_the_first_stage_hides_nothing(void **state)
{
    (void)state;
    add_card(&fixture, "B");
    RUN(&stage_1, &stage_2, &stage_3);
    results_hide_later_stages(&fixture.results, &fixture.store);
    assert_findings(&fixture, "S2 Card 1\nS3 Card 1\n");
    assert_int_equal(fixture.results.hidden, 0);
}

static void a_return_without_findings_hides_nothing(void **state)
{
    (void)state;
    RUN(&stage_1, &stage_2);
    results_hide_later_stages(&fixture.results, &fixture.store);
    assert_findings(&fixture, "");
    assert_int_equal(fixture.results.hidden, 0);
}

/* Of several slices, with a rule all of whose findings are hidden in some of them. */
static void stages_of_many_subjects(void **state)
{
    (void)state;
    enum { MANY = 1000 };
    for (int i = 0; i < MANY; i++) {
        char id[16];
        snprintf(id, sizeof(id), "%d", i);
        add_card(&fixture, i < 300 ? "A" : id);
    }
    RUN(&stage_1, &stage_2);
    results_hide_later_stages(&fixture.results, &fixture.store);
    assert_int_equal(fixture.results.hidden, 300);
    struct cursor cursor = {.rule = 1};
    size_t count = 0;
    for (; results_next(&fixture.results, &cursor); count++)
        assert_int_equal(cursor.locations[0].row->number, 301 + count);
    assert_int_equal(count, MANY - 300);
}

int main(void)
{
#define ENGINE_TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)
    const struct CMUnitTest tests[] = {
        ENGINE_TEST(a_plugin_prepares_once_before_the_rules),
        ENGINE_TEST(a_plugin_prepares_though_no_rule_runs),
        ENGINE_TEST(a_plugin_keeps_memory),
        ENGINE_TEST(a_finding_points_at_records_of_the_same_subject),
        ENGINE_TEST(a_finding_points_at_its_subject_but_at_no_stranger),
        ENGINE_TEST(found_says_when_it_is_enough),
        ENGINE_TEST(nothing_is_pointed_at_before_a_finding),
        ENGINE_TEST(later_stages_are_hidden_of_who_has_an_earlier_one),
        ENGINE_TEST(findings_of_no_subject_hide_nothing),
        ENGINE_TEST(nothing_of_the_first_stage_hides_nothing),
        ENGINE_TEST(a_return_without_findings_hides_nothing),
        ENGINE_TEST(stages_of_many_subjects),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
