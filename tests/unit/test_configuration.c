/* Changes of rules in configuration files, and what they are about. */
#include "../../core/config/configuration.h"

#include "../../core/engine/plan.h"
#include "fixture.h"

static bool never(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx, (void)row;
    return false;
}

#define SIMPLE_RULE RULE_TEXTS, .kind = SV_ROW_RULE, .table = TABLE_Person, .test = {.row = never}

static const struct sv_rule rule_99 = {SIMPLE_RULE, .code = "99"};
static const struct sv_rule rule_a1 = {SIMPLE_RULE, .code = "A1"};
static const struct sv_rule *const rules[] = {&rule_99, &rule_a1};

static struct configuration all;
static struct fixture fixture;
static struct error error;

static int open_fixture(void **state)
{
    (void)state;
    fixture_open(&fixture, 2026);
    fixture_offer(&fixture, rules, COUNT_OF(rules));
    return 0;
}

static int close_fixture(void **state)
{
    (void)state;
    configuration_free(&all);
    fixture_close(&fixture);
    return 0;
}

static bool add(const char *file, const char *name, const char *value)
{
    const struct config_line line = {.name = name, .value = value, .number = 7};
    return configuration_add_change(&all, file, &line, &error);
}

static void assert_refused(const char *name, const char *value, const char *message)
{
    assert_false(add("f", name, value));
    assert_int_equal(error.status, STATUS_USAGE);
    if (strncmp(error.text, message, strlen(message)) != 0)
        fail_msg("\"%s\" is not: %s", error.text, message);
}

static void severities_with_reasons(void **state)
{
    (void)state;
    assert_true(add("f", "severity.99", "query : the portal: a query"));
    assert_true(add("f", "severity.A1", "error:x"));
    assert_int_equal(all.changes.count, 2);
    assert_int_equal(all.changes.list[0].severity, SV_QUERY);
    assert_string_equal(all.changes.list[0].reason, "the portal: a query");
    assert_string_equal(all.changes.list[0].code, "99");
    assert_null(all.changes.list[0].plugin);
    assert_int_equal(all.changes.list[1].severity, SV_ERROR);
    assert_string_equal(all.changes.list[1].reason, "x");
}

static void rules_switched_off(void **state)
{
    (void)state;
    assert_true(add("f", "off.cin:99", "not : for us"));
    assert_true(all.changes.list[0].off);
    assert_string_equal(all.changes.list[0].plugin, "cin");
    assert_string_equal(all.changes.list[0].code, "99");
    assert_string_equal(all.changes.list[0].reason, "not : for us");
}

static void what_is_not_right(void **state)
{
    (void)state;
    assert_refused("severity.99", "query", "f: line 7: there is no reason");
    assert_refused("severity.99", "query :", "f: line 7: there is no reason");
    assert_refused("severity.99", "query because", "f: line 7: there is no reason");
    assert_refused("severity.99", "warning : x", "f: line 7: a severity is error or query");
    assert_refused("severity.99", ": x", "f: line 7: a severity is error or query");
    assert_refused("severity.99", "queryx : x", "f: line 7: a severity is error or query");
    assert_refused("off.", "x", "f: line 7: it names no rule");
    assert_refused("off.:99", "x", "f: line 7: it names no rule");
    assert_refused("off.cin:", "x", "f: line 7: it names no rule");
    assert_refused("off.FILE", "x", "f: line 7: what is wrong with the form");
    assert_refused("off.cin:xsd", "x", "f: line 7: what is wrong with the form");
    assert_refused("severity.XSD", "query : x", "f: line 7: what is wrong with the form");
    assert_int_equal(all.changes.count, 0);
}

static void one_change_for_each_rule_and_file(void **state)
{
    (void)state;
    const char *file = "f";
    assert_true(add(file, "off.A1", "x"));
    assert_false(add(file, "severity.a1", "query : x"));
    assert_true(add(file, "severity.cin:A1", "query : x"));
    assert_true(add("g", "severity.A1", "query : x"));
}

static void the_first_change_counts(void **state)
{
    (void)state;
    const struct plugin_entry *plugin = &fixture.registry.plugins[0];
    assert_true(add("near", "severity.a1", "query : near"));
    assert_true(add("far", "off.A1", "far"));
    assert_string_equal(rule_change_of(&all.changes, plugin->plugin, &rule_a1)->reason, "near");
    assert_null(rule_change_of(&all.changes, plugin->plugin, &rule_99));
    assert_null(rule_change_of(NULL, plugin->plugin, &rule_99));
}

static void changes_of_other_returns(void **state)
{
    (void)state;
    const struct plugin_entry *plugin = &fixture.registry.plugins[0];
    char name[64];
    assert_true(add("f", "off.A1", "x"));
    assert_true(rule_changes_fit(&all.changes, &fixture.registry, plugin, &error));
    snprintf(name, sizeof(name), "off.%s:99", plugin->plugin->id);
    assert_true(add("f", name, "x"));
    assert_true(rule_changes_fit(&all.changes, &fixture.registry, plugin, &error));
    assert_non_null(rule_change_of(&all.changes, plugin->plugin, &rule_99));
    assert_true(add("f", "off.other:99", "x"));
    assert_false(rule_changes_fit(&all.changes, &fixture.registry, plugin, &error));
    assert_non_null(strstr(error.text, "f: line 7: there is no return other."));
}

static void unknown_codes(void **state)
{
    (void)state;
    const struct plugin_entry *plugin = &fixture.registry.plugins[0];
    assert_true(add("f", "off.98", "x"));
    assert_false(rule_changes_fit(&all.changes, &fixture.registry, plugin, &error));
    assert_int_equal(error.status, STATUS_USAGE);
    assert_non_null(strstr(error.text, "f: line 7: no rule of "));
}

static void the_plan_takes_them(void **state)
{
    (void)state;
    char reason[1001];
    memset(reason, 'r', sizeof(reason));
    reason[1000] = '\0';
    assert_true(add("f", "off.A1", reason));
    assert_true(add("f", "severity.99", "query : x"));
    struct plan_request request = {.plugin = &fixture.registry.plugins[0],
                                   .year = 2026,
                                   .changes = &all.changes,
                                   .store = &fixture.store};
    plan_free(&fixture.plan);
    assert_true(plan_make(&fixture.plan, &request, &error));
    assert_int_equal(fixture.plan.rules[0].severity, SV_QUERY);
    assert_ptr_equal(fixture.plan.rules[0].change, &all.changes.list[1]);
    assert_int_equal(strncmp(fixture.plan.rules[1].skipped, "switched off: ", 14), 0);
    assert_string_equal(fixture.plan.rules[1].skipped + 14, reason);
}

static void a_severity_that_is_the_same_is_no_change(void **state)
{
    (void)state;
    assert_true(add("f", "severity.99", rule_99.severity == SV_ERROR ? "error : x" : "query : x"));
    struct plan_request request = {.plugin = &fixture.registry.plugins[0],
                                   .year = 2026,
                                   .changes = &all.changes,
                                   .store = &fixture.store};
    plan_free(&fixture.plan);
    assert_true(plan_make(&fixture.plan, &request, &error));
    assert_null(fixture.plan.rules[0].change);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(severities_with_reasons),
        TEST(rules_switched_off),
        TEST(what_is_not_right),
        TEST(one_change_for_each_rule_and_file),
        TEST(the_first_change_counts),
        TEST(changes_of_other_returns),
        TEST(unknown_codes),
        TEST(the_plan_takes_them),
        TEST(a_severity_that_is_the_same_is_no_change),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
