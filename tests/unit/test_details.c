/* Words that a rule adds to a finding: kept with it, and shown in every report. */
#include "../../core/engine/worker.h"
#include "../../core/report/report.h"
#include "folder.h"
#include "quarters.h"

static struct quarter_run run;

/* Each client has a finding; what is added is what it is called. */
static void tell_of_client(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct Client *client = (const struct Client *)row;
    detail(ctx, "too early");
    found(ctx);
    point(ctx, row, BIT(Client, Name));
    detail(ctx, text_of(ctx, client->Name));
    detail(ctx, "too late");
}

static void tell_of_return(const struct sv_context *ctx)
{
    found(ctx);
    detail(ctx, "parts 2, 4 are <missing>");
    found(ctx);
    found(ctx);
    detail(ctx, "");
    found(ctx);
    detail(ctx, "\"last\", \xc2\xa3");
}

static const struct sv_rule client_rule = {RULE_TEXTS, .code = "C", .kind = SV_FINDING_RULE,
                                           .table = TABLE_Client,
                                           .test = {.finding = tell_of_client}};
static const struct sv_rule return_rule = {RULE_TEXTS, .code = "R", .kind = SV_RETURN_RULE,
                                           .test = {.whole = tell_of_return}};
static const struct sv_rule *const client_rules[] = {&client_rule};
static const struct sv_rule *const return_rules[] = {&return_rule};

static int end(void **state)
{
    (void)state;
    quarter_close(&run);
    return 0;
}

static void check_with(const struct sv_rule *const *rules, const char *document)
{
    quarter_open(&run, rules, 1);
    write_text("a.xml", document);
    if (!quarter_check(&run, (const char *const[]){in_folder("a.xml")}, 1))
        fail_msg("%s", run.error.text);
}

/* The details of all findings, a line for each. */
static void assert_details(const char *expected)
{
    char lines[4096] = "";
    struct cursor cursor = {0};
    while (results_next(&run.check.results, &cursor)) {
        size_t used = strlen(lines);
        snprintf(lines + used, sizeof(lines) - used, "%s\n", cursor.detail ? cursor.detail : "-");
    }
    assert_string_equal(lines, expected);
}

static void each_finding_has_its_own(void **state)
{
    (void)state;
    check_with(client_rules, PART_FILE("1", CLIENT("A") CLIENT("") CLIENT("C")));
    assert_details("A\ntoo late\nC\n");
}

static void findings_without(void **state)
{
    (void)state;
    check_with(return_rules, PART_FILE("1", ""));
    assert_details("parts 2, 4 are <missing>\n-\n-\n\"last\", \xc2\xa3\n");
}

/* Whatever the number of workers. */
static void many_findings(void **state)
{
    (void)state;
    enum { CLIENTS = 1000 };
    static char document[CLIENTS * 64];
    char number[16];
    size_t used =
        (size_t)snprintf(document, sizeof(document), FRONT("X1", "2025-07-01", "2025-09-30", "1"));
    for (int i = 0; i < CLIENTS; i++)
        used += (size_t)snprintf(document + used, sizeof(document) - used, CLIENT("%d"), i);
    snprintf(document + used, sizeof(document) - used, "</Quarter>");
    check_with(client_rules, document);
    run.request.jobs = 4;
    assert_true(quarter_check(&run, (const char *const[]){in_folder("a.xml")}, 1));
    struct cursor cursor = {0};
    for (int i = 0; i < CLIENTS; i++) {
        snprintf(number, sizeof(number), "%d", i);
        assert_true(results_next(&run.check.results, &cursor));
        assert_string_equal(cursor.detail, number);
    }
}

static void details_are_short(void **state)
{
    (void)state;
    char name[DETAIL_MAX + 50];
    char document[1024];
    memset(name, 'a', sizeof(name));
    memcpy(name + DETAIL_MAX - 1, "\xc2\xa3", 2); /* a character that would be cut in two */
    name[sizeof(name) - 1] = '\0';
    snprintf(document, sizeof(document),
             FRONT("X1", "2025-07-01", "2025-09-30", "1") CLIENT("%s") "</Quarter>", name);
    check_with(client_rules, document);
    struct cursor cursor = {0};
    assert_true(results_next(&run.check.results, &cursor));
    assert_int_equal(strlen(cursor.detail), DETAIL_MAX - 1);
}

static void tell_too_often(const struct sv_context *ctx, const struct sv_row *row)
{
    char text[16];
    for (int i = 0; i < UNIT_FINDINGS_MAX + 3; i++) {
        found(ctx);
        point(ctx, row, 0);
        snprintf(text, sizeof(text), "%d", i);
        detail(ctx, text);
    }
}

/* A finding that is not kept has none, nor does the one before it get another. */
static void findings_that_are_not_kept(void **state)
{
    (void)state;
    static struct sv_rule rule;
    static const struct sv_rule *const rules[] = {&rule};
    rule = client_rule;
    rule.test.finding = tell_too_often;
    check_with(rules, PART_FILE("1", CLIENT("A") CLIENT("B")));
    struct cursor cursor = {0};
    for (int i = 0; i < 2 * UNIT_FINDINGS_MAX; i++) {
        assert_true(results_next(&run.check.results, &cursor));
        assert_int_equal(atoi(cursor.detail), i % UNIT_FINDINGS_MAX);
    }
    assert_false(results_next(&run.check.results, &cursor));
}

static void details_are_found_by_their_finding(void **state)
{
    (void)state;
    struct findings findings = {0};
    assert_null(findings_detail_of(&findings, 0));
    for (int i = 0; i < 5; i++)
        findings_begin(&findings);
    findings_detail(&findings, "fifth");
    findings_begin(&findings);
    findings_begin(&findings);
    findings_detail(&findings, "seventh");
    for (uint32_t i = 0; i < 10; i++) {
        const char *text = findings_detail_of(&findings, i);
        const char *expected = i == 4 ? "fifth" : i == 6 ? "seventh" : NULL;
        assert_true(expected ? text && strcmp(text, expected) == 0 : !text);
    }
    findings_free(&findings);
    check_with(client_rules, PART_FILE("1", ""));
    assert_details("");
}

/* What a format makes of the findings; free() it. */
static char *written(const char *format, bool redact)
{
    struct report report;
    struct error error;
    char *text = NULL;
    size_t length = 0;
    setenv("STATVAL_REDACT_KEY", "a key for this test", 1);
    struct identity *identity = identity_new(redact, &error);
    FILE *out = open_memstream(&text, &length);
    assert_non_null(out);
    report_make(&report, &run.check,
                &(struct report_request){.identity = identity, .plain = identity});
    report_format_named(format)->write(&report, out, false);
    report_free(&report);
    assert_int_equal(fclose(out), 0);
    identity_free(identity);
    return text;
}

static void assert_written(const char *format, bool redact, const char *expected)
{
    char *text = written(format, redact);
    if (!strstr(text, expected))
        fail_msg("%s does not have \"%s\": %s", format, expected, text);
    free(text);
}

static void every_format_shows_them(void **state)
{
    (void)state;
    check_with(return_rules, PART_FILE("1", CLIENT("A")));
    for (int redact = 0; redact < 2; redact++) {
        assert_written("text", redact,
                       "      the return as a whole (parts 2, 4 are <missing>)\n"
                       "      the return as a whole\n");
        assert_written("json", redact,
                       "\"message\": \"Something is wrong.\", \"detail\": \"parts 2, 4 are "
                       "<missing>\", \"locations\": []}");
        assert_written("jsonl", redact,
                       "\"detail\": \"\\\"last\\\", \xc2\xa3\", \"locations\": []}\n");
        assert_written("json", redact, "\"message\": \"Something is wrong.\", \"locations\": []}");
        assert_written("csv", redact, ",\"Something is wrong: parts 2, 4 are <missing>.\",,,,");
        assert_written("csv", redact, ",Something is wrong.,,,,");
        assert_written("sarif", redact,
                       "{\"text\": \"Something is wrong. (parts 2, 4 are <missing>)\"}");
        assert_written("junit", redact,
                       ">parts 2, 4 are &lt;missing&gt; - the return as a whole\n"
                       "the return as a whole\n");
        assert_written(
            "github", redact,
            "::Something is wrong. (parts 2, 4 are <missing>) - the return as a whole\n");
        assert_written("gitlab", redact,
                       "\"Something is wrong. (\\\"last\\\", \xc2\xa3) - the return as a whole\"");
    }
    quarter_close(&run);
    check_with(client_rules, PART_FILE("1", CLIENT("A")));
    assert_written("text", false, "client A: Client 1 (line 1) Name=A (A)\n");
}

/* The id says which finding it is; it stays the same when the words change. */
static void ids_do_not_depend_on_them(void **state)
{
    (void)state;
    check_with(return_rules, PART_FILE("1", ""));
    char *with = written("jsonl", false);
    char *again = strchr(with, '\n') + 1;
    assert_memory_equal(with, again, 24); /* {"id": " and the hash */
    assert_memory_equal(again + 24, "-2\"", 3);
    free(with);
}

int main(void)
{
#define DETAILS_TEST(name) cmocka_unit_test_teardown(name, end)
    const struct CMUnitTest tests[] = {
        DETAILS_TEST(each_finding_has_its_own),
        DETAILS_TEST(findings_without),
        DETAILS_TEST(many_findings),
        DETAILS_TEST(details_are_short),
        DETAILS_TEST(findings_that_are_not_kept),
        DETAILS_TEST(details_are_found_by_their_finding),
        DETAILS_TEST(every_format_shows_them),
        DETAILS_TEST(ids_do_not_depend_on_them),
    };
    return cmocka_run_group_tests(tests, folder_make, folder_remove);
}
