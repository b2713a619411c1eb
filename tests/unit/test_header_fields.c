/* What a descriptor may say of its header and of labels, and why it is refused. */
#include "quarters.h"

static struct sv_plugin plugin;
static struct sv_table tables[QUARTER_TABLE_count];
static struct sv_at period[2];
static struct sv_at part;

static void make_plugin(void)
{
    plugin = quarter_plugin;
    memcpy(tables, plugin.tables, sizeof(tables));
    memcpy(period, plugin.recognition.period, sizeof(period));
    part = *plugin.recognition.part;
    plugin.tables = tables;
    plugin.recognition.period = period;
    plugin.recognition.part = &part;
}

static int set_up(void **state)
{
    (void)state;
    make_plugin();
    return 0;
}

/* `reason`: why it is refused; NULL: it is taken in. Afterwards it is as good as new. */
static void assert_offer(const char *reason)
{
    struct registry registry = {0};
    registry_offer(&registry, &plugin, "here");
    assert_int_equal(registry.count, reason == NULL);
    if (reason)
        assert_string_equal(registry.refusals[0].reason, reason);
    registry_free(&registry);
    make_plugin();
}

static void headers_that_fit(void **state)
{
    (void)state;
    static const struct sv_at nowhere = SV_NOWHERE;
    assert_offer(NULL);
    plugin.recognition.period = NULL;
    plugin.recognition.part = NULL;
    assert_offer(NULL);
    plugin.recognition.first_month = 12;
    assert_offer(NULL);
    plugin.recognition.year = nowhere;
    plugin.recognition.first_month = 0;
    assert_offer(NULL);
    plugin.recognition.year = (struct sv_at)AT(Front, Made);
    assert_offer(NULL);
}

static void fields_that_are_not_there(void **state)
{
    (void)state;
    static const char reason[] = "its descriptor names a field that is not there";
    plugin.recognition.year.field = Front_field_count;
    assert_offer(reason);
    plugin.recognition.authority.table = QUARTER_TABLE_count;
    assert_offer(reason);
    part.field = Front_field_count;
    assert_offer(reason);
    period[0].table = UINT16_MAX;
    assert_offer(reason);
    period[1].field = Front_field_count;
    assert_offer(reason);
}

static void years_that_begin_in_a_month(void **state)
{
    (void)state;
    static const char reason[] = "its year begins in a month, but is no date";
    plugin.recognition.first_month = 13;
    assert_offer(reason);
    plugin.recognition.year.field = Front_Number;
    assert_offer(reason);
    plugin.recognition.year.table = UINT16_MAX;
    assert_offer(reason);
}

static void periods_that_do_not_fit(void **state)
{
    (void)state;
    static const char reason[] = "its header has no two dates of a period";
    period[0].field = Front_Team;
    assert_offer(reason);
    period[1].field = Front_Number;
    assert_offer(reason);
    period[1] = (struct sv_at)AT(Client, Name);
    assert_offer(reason);
}

static void parts_that_do_not_fit(void **state)
{
    (void)state;
    static const char reason[] = "its parts are not numbered in the header";
    part = (struct sv_at)AT(Client, Visits);
    assert_offer(reason);
}

/* A text is turned into a code before it is looked for: another code would never be found. */
static void codes_that_no_label_stands_for(void **state)
{
    (void)state;
    static struct sv_field fields[Client_field_count];
    static struct sv_code codes[1] = {{.label = "Of the test"}};
    static const struct sv_code_list list = {"List", codes, 1};
    static const struct sv_code_list *const lists[] = {&list};
    static const char *const good[] = {"A", "A_1", "12_B", "LONG_LIST"};
    static const char *const others[] = {"a", "A1", "A__1", "_A", "A_", "A-1", "", "A B"};
    memcpy(fields, tables[TABLE_Client].fields, sizeof(fields));
    fields[Client_Order].list = &list;
    for (size_t i = 0; i < COUNT_OF(good) + COUNT_OF(others); i++) {
        bool fits = i < COUNT_OF(good);
        codes[0].code = fits ? good[i] : others[i - COUNT_OF(good)];
        tables[TABLE_Client].fields = fields;
        plugin.lists = lists;
        assert_offer(fits ? NULL
                          : "field 1 of its table Client has no codes that labels can stand for, "
                            "as SV_AS_LABEL asks for");
    }
    char code[LABEL_CODE_MAX + 2];
    memset(code, 'A', sizeof(code));
    code[LABEL_CODE_MAX + 1] = '\0';
    codes[0].code = code;
    tables[TABLE_Client].fields = fields;
    plugin.lists = lists;
    assert_offer("field 1 of its table Client has no codes that labels can stand for, as "
                 "SV_AS_LABEL asks for");
}

static void labels_are_of_codes_only(void **state)
{
    (void)state;
    static struct sv_field fields[Client_field_count];
    memcpy(fields, tables[TABLE_Client].fields, sizeof(fields));
    fields[Client_Name].options = SV_AS_LABEL;
    tables[TABLE_Client].fields = fields;
    assert_offer("field 0 of its table Client has no codes that labels can stand for, as "
                 "SV_AS_LABEL asks for");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headers_that_fit),
        cmocka_unit_test(fields_that_are_not_there),
        cmocka_unit_test(years_that_begin_in_a_month),
        cmocka_unit_test(periods_that_do_not_fit),
        cmocka_unit_test(parts_that_do_not_fit),
        cmocka_unit_test(codes_that_no_label_stands_for),
        cmocka_unit_test(labels_are_of_codes_only),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
