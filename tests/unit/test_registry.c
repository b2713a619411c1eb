/* Descriptors that are taken in, and those that are refused and why. */
#include "../../core/registry/registry.h"

#include "../../core/registry/descriptor.h"
#include "keyed.h"
#include "linked.h"

static struct registry registry;
static struct sv_plugin plugin;
static struct sv_table tables[TABLE_count];
static struct sv_rule rule;
static const struct sv_rule *rules[8];

static bool never(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx, (void)row;
    return false;
}

/* A copy of the fixture that can be spoiled, with one rule. */
static void make_plugin(void)
{
    plugin = fixture_plugin;
    memcpy(tables, plugin.tables, sizeof(tables));
    rule = (struct sv_rule){RULE_TEXTS, .code = "1", .kind = SV_ROW_RULE, .table = TABLE_Person,
                            .test = {.row = never}};
    rules[0] = &rule;
    plugin.tables = tables;
    plugin.rules = rules;
    plugin.rules_end = rules + 1;
}

static int set_up(void **state)
{
    (void)state;
    registry = (struct registry){0};
    make_plugin();
    return 0;
}

static int free_registry(void **state)
{
    (void)state;
    registry_free(&registry);
    return 0;
}

/* `reason`: why it is refused, after which it is as good as new; NULL: it is taken in. */
static void assert_offer(const char *reason)
{
    registry_free(&registry);
    registry_offer(&registry, &plugin, "here");
    assert_int_equal(registry.count, reason == NULL);
    assert_int_equal(registry.refusal_count, reason != NULL);
    if (!reason)
        return;
    assert_string_equal(registry.refusals[0].path, "here");
    assert_string_equal(registry.refusals[0].reason, reason);
    make_plugin();
}

static void a_plugin_that_fits(void **state)
{
    (void)state;
    assert_offer(NULL);
    const struct plugin_entry *entry = registry_find(&registry, "fixture");
    assert_non_null(entry);
    assert_ptr_equal(entry->plugin, &plugin);
    assert_string_equal(entry->origin, "here");
    assert_null(registry_find(&registry, "fixtur"));
    assert_null(registry_find(&registry, ""));
}

static void rules_are_put_in_the_order_of_their_codes(void **state)
{
    (void)state;
    static const char *const codes[] = {"8925", "100", "8925Q", "1103", "99", "8925"};
    static const int16_t firsts[] = {2026, 0, 2025, 0, 0, 2025};
    static const int16_t lasts[] = {0, 0, 0, 0, 0, 2025};
    static struct sv_rule several[COUNT_OF(codes)];
    static const size_t order[] = {4, 1, 3, 5, 0, 2};
    for (size_t i = 0; i < COUNT_OF(codes); i++) {
        several[i] = rule;
        several[i].code = codes[i];
        several[i].first_year = firsts[i];
        several[i].last_year = lasts[i];
        rules[i] = &several[i];
    }
    plugin.rules_end = rules + COUNT_OF(codes);
    assert_offer(NULL);
    assert_int_equal(registry.plugins[0].rule_count, COUNT_OF(codes));
    for (size_t i = 0; i < COUNT_OF(order); i++)
        assert_ptr_equal(registry.plugins[0].rules[i], &several[order[i]]);
}

static void members_that_must_be_there(void **state)
{
    (void)state;
    const void **const members[] = {
        (const void **)&plugin.id,           (const void **)&plugin.title,
        (const void **)&plugin.version,      (const void **)&plugin.licence,
        (const void **)&plugin.authority,    (const void **)&plugin.recognition.root,
        (const void **)&plugin.rules,        (const void **)&plugin.tables,
        (const void **)&plugin.years,        (const void **)&plugin.subject_noun,
        (const void **)&plugin.subjects_noun};
    for (size_t i = 0; i < COUNT_OF(members); i++) {
        *members[i] = NULL;
        assert_offer("its descriptor is not complete");
    }
    plugin.rules_end = NULL;
    assert_offer("its list of rules has no end");
    plugin.rules_end = rules;
    assert_offer(NULL); /* no rules at all are possible */
}

static void tables_that_are_not_complete(void **state)
{
    (void)state;
    static const char reason[] = "its table 3 lacks a name, path or fields";
    tables[3].name = NULL;
    assert_offer(reason);
    tables[3].path = NULL;
    assert_offer(reason);
    tables[3].fields = NULL;
    assert_offer(reason);
    tables[TABLE_Stay].field_count = 65;
    assert_offer("its table Stay has more than 64 fields");
    tables[TABLE_Stay].parent = TABLE_Stay;
    assert_offer("its table Stay stands before its parent table");
    tables[TABLE_Stay].parent = TABLE_count;
    assert_offer("its table Stay stands before its parent table");
}

static void tables_joined_by_a_key(void **state)
{
    (void)state;
    tables[TABLE_Letter].key = Letter_field_count;
    assert_offer("its table Letter is joined by a key that does not fit");
    tables[TABLE_Letter].parent = TABLE_Episode;
    assert_offer("its table Letter is joined by a key that does not fit");
    tables[TABLE_Letter].parent = SV_NO_PARENT;
    assert_offer("its table Letter is joined by a key that does not fit");
    tables[TABLE_Extra].options = SV_JOINED_BY_KEY;
    assert_offer("its table Remark is nested in one that is joined by a key");
}

/* The same for the return of the club. */
static void assert_club(const struct sv_table *club, const char *reason)
{
    plugin = keyed_plugin;
    plugin.tables = club;
    plugin.rules_end = plugin.rules;
    assert_offer(reason);
}

static void tables_with_options(void **state)
{
    (void)state;
    struct sv_table club[CLUB_TABLE_count];
#define SPOIL(reason, change)                                                                      \
    memcpy(club, keyed_plugin.tables, sizeof(club));                                               \
    change;                                                                                        \
    assert_club(club, reason)
    SPOIL(NULL, (void)0);
    SPOIL("its reference data Place lack a kind or a key", club[TABLE_Place].kind = NULL);
    SPOIL("its reference data Place lack a kind or a key",
          club[TABLE_Place].key = Place_field_count);
    SPOIL("the key of its reference data Place is not of type SV_TEXT",
          club[TABLE_Place].key = Place_Closed);
    SPOIL("the name of its table Trip of last year does not end in _last",
          club[TABLE_Trip_last].name = "Trip");
    SPOIL("the name of its table _last of last year does not end in _last",
          club[TABLE_Trip_last].name = "_last");
    SPOIL("its table Stamp stands behind one of last year",
          club[TABLE_Poem].options |= SV_LAST_YEAR;
          club[TABLE_Poem].name = "Poem_last");
    SPOIL("its table Badge may be a CSV file, but is not joined by a key",
          club[TABLE_Badge].options = SV_IN_CSV);
    SPOIL(NULL, club[TABLE_Stamp].options = SV_IN_CSV); /* of nobody */
    SPOIL("its table Poem is nested in one that does not keep all its records",
          club[TABLE_Poem].options = 0;
          club[TABLE_Poem].parent = TABLE_Badge; club[TABLE_Badge].options = 0);
    SPOIL("its table Poem is nested in one that is joined by a key", club[TABLE_Poem].options = 0;
          club[TABLE_Poem].parent = TABLE_Badge);
}

/* The same for the return of the library, whose tables have keys. */
static void assert_library(const struct sv_table *library, const char *reason)
{
    plugin = linked_plugin;
    plugin.tables = library;
    plugin.rules_end = plugin.rules;
    assert_offer(reason);
}

static void tables_with_keys(void **state)
{
    (void)state;
    static const char loan_reason[] = "the keys of its table Loan do not fit";
    static const char reader_reason[] = "the keys of its table Reader do not fit";
    static const uint16_t others[] = {SV_MADE_OF_KEYS, SV_GIVEN_BY_RECORDS, SV_JOINED_BY_KEY};
    static const struct sv_linked no_key = {NULL, "readerid", TABLE_Reader, NULL};
    static const struct sv_linked no_parent_key = {"loanid", NULL, TABLE_Reader, NULL};
    static const struct sv_linked of_desk = {"loanid", "deskid", TABLE_Desk, NULL};
    static const struct sv_linked of_itself = {"readerid", "deskid", TABLE_Reader, NULL};
    static const struct sv_linked of_none = {"readerid", "deskid", UINT16_MAX - 1, NULL};
    static const struct sv_linked alone = {"readerid", NULL, 0, NULL};
    struct sv_table library[LIBRARY_TABLE_count];
#define SPOIL_KEYS(reason, change)                                                                 \
    memcpy(library, linked_plugin.tables, sizeof(library));                                        \
    change;                                                                                        \
    assert_library(library, reason)
    SPOIL_KEYS(NULL, (void)0);
    SPOIL_KEYS(NULL, library[TABLE_Reader].linked = &alone);
    SPOIL_KEYS(loan_reason, library[TABLE_Loan].options = 0);
    SPOIL_KEYS(loan_reason, library[TABLE_Loan].linked = &no_key);
    SPOIL_KEYS(loan_reason, library[TABLE_Loan].linked = &no_parent_key);
    SPOIL_KEYS(loan_reason, library[TABLE_Loan].linked = &of_desk);
    SPOIL_KEYS(reader_reason, library[TABLE_Reader].linked = &of_itself);
    SPOIL_KEYS(reader_reason, library[TABLE_Reader].linked = &of_none);
    SPOIL_KEYS(reader_reason, library[TABLE_Desk].linked = NULL);
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        SPOIL_KEYS(loan_reason, library[TABLE_Loan].options |= others[i]);
    }
    SPOIL_KEYS("the keys of its table Loan_last do not fit",
               library[TABLE_Loan].options |= SV_LAST_YEAR;
               library[TABLE_Loan].name = "Loan_last");
    SPOIL_KEYS(reader_reason, library[TABLE_Reader].options |= SV_AT_MOST_ONE); /* of what? */
}

static void rules_on_form(void **state)
{
    (void)state;
    struct sv_table club[CLUB_TABLE_count];
    rule.kind = SV_FORM_RULE;
    rule.test.row = NULL;
    rule.forms = SV_EMPTY_ITEM;
    assert_offer(NULL);
    rule.forms = 0;
    assert_offer("its rule 1 refers to something that is not there");
    rule.kind = SV_FORM_RULE;
    rule.forms = SV_EMPTY_ITEM;
    memcpy(club, keyed_plugin.tables, sizeof(club));
    plugin = keyed_plugin;
    plugin.rules = rules;
    plugin.rules_end = rules + 1;
    assert_offer("its rule 1 is on form, but not all records of its tables are kept");
    for (size_t i = 0; i < COUNT_OF(club); i++)
        club[i].keep = NULL;
    plugin = keyed_plugin;
    plugin.tables = club;
    plugin.rules = rules;
    plugin.rules_end = rules + 1;
    rule.kind = SV_FORM_RULE;
    rule.forms = SV_EMPTY_ITEM;
    assert_offer(NULL);
}

/* Texts are turned into capitals before they are looked for in the list. */
static void codes_of_any_case_are_in_capitals(void **state)
{
    (void)state;
    static const struct sv_code small[] = {{"RED", "", 2020, 0}, {"bLUE", "", 2020, 0}};
    static const struct sv_code_list list = {"Colour", small, 2};
    static const struct sv_code_list *const small_lists[] = {&list};
    static struct sv_table club[CLUB_TABLE_count];
    static struct sv_field fields[Card_field_count];
    memcpy(club, keyed_plugin.tables, sizeof(club));
    memcpy(fields, club[TABLE_Card].fields, sizeof(fields));
    club[TABLE_Card].fields = club[TABLE_Card_last].fields = fields;
    fields[Card_Colour].list = &list;
    plugin = keyed_plugin;
    plugin.tables = club;
    plugin.rules_end = plugin.rules;
    plugin.lists = small_lists;
    assert_offer("the codes of field 2 of its table Card are not in capitals, which SV_ANY_CASE "
                 "asks for");
}

static void fields_that_are_not_complete(void **state)
{
    (void)state;
    static struct sv_field fields[Person_field_count];
    memcpy(fields, tables[TABLE_Person].fields, sizeof(fields));
    tables[TABLE_Person].fields = fields;
    fields[2].name = NULL;
    assert_offer("field 2 of its table Person is not complete");
    fields[2].name = "Kind";
    tables[TABLE_Person].fields = fields;
    fields[2].place = (uint16_t)(sizeof(struct Person) - 1);
    assert_offer("field 2 of its table Person is not complete");
    fields[2].place = offsetof(struct Person, Kind);
    tables[TABLE_Person].fields = fields;
    fields[2].type = SV_COUNT + 1;
    assert_offer("field 2 of its table Person is not complete");
}

static void code_lists_must_be_among_the_lists(void **state)
{
    (void)state;
    plugin.list_count = 0;
    assert_offer("the code list of field 2 of its table Person is not among its lists");
}

static void fields_of_the_descriptor(void **state)
{
    (void)state;
    static const char reason[] = "its descriptor names a field that is not there";
    plugin.subject.field = Person_field_count;
    assert_offer(reason);
    plugin.recognition.year.field = Notice_field_count;
    assert_offer(reason);
    plugin.recognition.authority.table = UINT16_MAX - 1;
    assert_offer(reason);
}

static void years(void **state)
{
    (void)state;
    static struct sv_year copy[3];
    memcpy(copy, plugin.years, sizeof(copy));
    plugin.year_count = 0;
    assert_offer("it supports no collection year");
    static const char *const no_days[] = {NULL, "", "2025-02-29", "2025-3-31", "2025-03-31T"};
    for (size_t i = 0; i < COUNT_OF(no_days); i++) {
        memcpy(copy, fixture_plugin.years, sizeof(copy));
        plugin.years = copy;
        copy[1].period_start = no_days[i];
        assert_offer("its collection year 2026 lacks a schema or a period");
        memcpy(copy, fixture_plugin.years, sizeof(copy));
        plugin.years = copy;
        copy[2].period_end = no_days[i];
        assert_offer("its collection year 2027 lacks a schema or a period");
    }
    memcpy(copy, fixture_plugin.years, sizeof(copy));
    plugin.years = copy;
    copy[0].schema = NULL;
    assert_offer("its collection year 2025 lacks a schema or a period");
    memcpy(copy, fixture_plugin.years, sizeof(copy));
    plugin.years = copy;
    copy[1].year = 2025;
    assert_offer("its collection years are not in ascending order");
}

static void rules_that_are_not_complete(void **state)
{
    (void)state;
    const char **const texts[] = {&rule.message, &rule.why, &rule.unit, &rule.source};
    rules[0] = NULL;
    assert_offer("one of its rules has no code");
    rule.code = NULL;
    assert_offer("one of its rules has no code");
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        *texts[i] = NULL;
        assert_offer("its rule 1 lacks a message, explanation, unit or source");
    }
}

static void messages_have_140_characters_at_most(void **state)
{
    (void)state;
    char message[MESSAGE_MAX + 2];
    memset(message, 'm', sizeof(message));
    message[MESSAGE_MAX] = '\0';
    rule.message = message;
    assert_offer(NULL);
    message[MESSAGE_MAX] = 'm';
    message[MESSAGE_MAX + 1] = '\0';
    assert_offer("the message of its rule 1 is longer than 140 characters");
}

static void rules_that_refer_to_what_is_not_there(void **state)
{
    (void)state;
    static const char reason[] = "its rule 1 refers to something that is not there";
    static const struct sv_at nowhere = {TABLE_Person, Person_field_count};
    static const uint16_t no_table = TABLE_count;
    rule.fields = &nowhere;
    rule.field_count = 1;
    assert_offer(reason);
    rule.tables = &no_table;
    rule.table_count = 1;
    assert_offer(reason);
    rule.unreadable = &nowhere;
    assert_offer(reason);
    rule.table = TABLE_count;
    assert_offer(reason);
    rule.test.row = NULL;
    assert_offer(reason);
    rule.kind = SV_FORM_RULE + 1;
    assert_offer(reason);
    rule.severity = SV_QUERY + 1;
    assert_offer(reason);
    rule.kind = SV_PAIR_RULE;
    rule.pairs.day = nowhere;
    assert_offer(reason);
    rule.kind = SV_PAIR_RULE;
    rule.pairs.day = (struct sv_at)AT(Stay, From);
    rule.pairs.other = TABLE_count;
    assert_offer(reason);
}

/* First and last years of two rules with one code; 0: open. */
static void one_code_in_one_year(void **state)
{
    (void)state;
    static const struct {
        int16_t years[4];
        bool fits;
    } cases[] = {{{2025, 2025, 2026, 0}, true},     {{2026, 0, 2025, 2025}, true},
                 {{2025, 2026, 2026, 0}, false},    {{2025, 0, 2026, 0}, false},
                 {{2026, 0, 2025, 0}, false},       {{2025, 2025, 2025, 2025}, false},
                 {{2025, 2027, 2026, 2026}, false}, {{2025, 2025, 2027, 2027}, true}};
    static struct sv_rule other;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        rule.first_year = cases[i].years[0];
        rule.last_year = cases[i].years[1];
        other = rule;
        other.first_year = cases[i].years[2];
        other.last_year = cases[i].years[3];
        rules[1] = &other;
        plugin.rules_end = rules + 2;
        assert_offer(cases[i].fits ? NULL : "its rule 1 is there twice for one year");
    }
}

static void the_second_plugin_for_a_return_is_refused(void **state)
{
    (void)state;
    registry_offer(&registry, &plugin, "first.so");
    registry_offer(&registry, &fixture_plugin, "second.so");
    assert_int_equal(registry.count, 1);
    assert_ptr_equal(registry.plugins[0].plugin, &plugin);
    assert_int_equal(registry.refusal_count, 1);
    assert_string_equal(registry.refusals[0].path, "second.so");
    assert_string_equal(registry.refusals[0].reason,
                        "the return fixture is already handled by first.so");
}

static void what_is_supported(void **state)
{
    (void)state;
    static struct sv_plugin other;
    char text[128];
    registry_describe(&registry, text, sizeof(text));
    assert_string_equal(text, "none: no plugin was loaded (see statval plugins)");
    other = fixture_plugin;
    other.id = "other";
    other.title = "Another";
    other.year_count = 1;
    registry_offer(&registry, &plugin, "here");
    registry_offer(&registry, &other, "there");
    registry_describe(&registry, text, sizeof(text));
    assert_string_equal(text, "fixture (Return of the tests, 2025 to 2027), "
                              "other (Another, 2025 to 2025)");
    for (size_t size = 1; size < sizeof(text); size++) {
        memset(text, '#', sizeof(text));
        registry_describe(&registry, text, size);
        assert_true(strlen(text) < size);
    }
}

int main(void)
{
#define REGISTRY_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, free_registry)
    const struct CMUnitTest tests[] = {
        REGISTRY_TEST(a_plugin_that_fits),
        REGISTRY_TEST(rules_are_put_in_the_order_of_their_codes),
        REGISTRY_TEST(members_that_must_be_there),
        REGISTRY_TEST(tables_that_are_not_complete),
        REGISTRY_TEST(tables_joined_by_a_key),
        REGISTRY_TEST(tables_with_options),
        REGISTRY_TEST(tables_with_keys),
        REGISTRY_TEST(rules_on_form),
        REGISTRY_TEST(codes_of_any_case_are_in_capitals),
        REGISTRY_TEST(fields_that_are_not_complete),
        REGISTRY_TEST(code_lists_must_be_among_the_lists),
        REGISTRY_TEST(fields_of_the_descriptor),
        REGISTRY_TEST(years),
        REGISTRY_TEST(rules_that_are_not_complete),
        REGISTRY_TEST(messages_have_140_characters_at_most),
        REGISTRY_TEST(rules_that_refer_to_what_is_not_there),
        REGISTRY_TEST(one_code_in_one_year),
        REGISTRY_TEST(the_second_plugin_for_a_return_is_refused),
        REGISTRY_TEST(what_is_supported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
