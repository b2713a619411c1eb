/* A return of several XML files: the order in which they are read, and what they say together. */
#include "archives.h"
#include "quarters.h"

static struct quarter_run run;
static struct registry two;

static int set_up(void **state)
{
    return folder_make(state);
}

static int begin(void **state)
{
    (void)state;
    quarter_open(&run, NULL, 0);
    return 0;
}

static int end(void **state)
{
    char command[600];
    (void)state;
    quarter_close(&run);
    registry_free(&two);
    snprintf(command, sizeof(command), "rm -rf '%s'/*", in_folder(""));
    return system(command);
}

static bool check_folder(void)
{
    return quarter_check(&run, (const char *const[]){in_folder("")}, 1);
}

static void assert_checked(bool fine)
{
    if (!fine)
        fail_msg("%s", run.error.text);
}

static void assert_refused(bool fine, enum status status, const char *reason)
{
    assert_false(fine);
    assert_int_equal(run.error.status, status);
    if (!strstr(run.error.text, reason))
        fail_msg("\"%s\" does not say \"%s\"", run.error.text, reason);
}

/* The files in the order in which they were read, with a bar behind each; those that were left out
 * in brackets. */
static void assert_order(const char *expected)
{
    char files[1024] = "";
    for (size_t i = 0; i < run.check.submission.count; i++) {
        const struct part *part = run.check.submission.parts[i];
        const char *slash = strrchr(part->source.name, '/');
        size_t used = strlen(files);
        snprintf(files + used, sizeof(files) - used, part->refused ? "(%s)|" : "%s|",
                 slash ? slash + 1 : part->source.name);
    }
    assert_string_equal(files, expected);
}

/* The names of the clients in the order of their records, each with its file. */
static void assert_clients(const char *expected)
{
    char names[1024] = "";
    const struct store *store = &run.check.store;
    for (uint32_t i = 0; i < store->tables[TABLE_Client].count; i++) {
        const struct Client *client = (const struct Client *)store_at(store, TABLE_Client, i);
        size_t used = strlen(names);
        snprintf(names + used, sizeof(names) - used, "%s %u|",
                 texts_get(&store->texts, client->Name.text), client->row.file);
    }
    assert_string_equal(names, expected);
}

/* A finding of the form has this text; its severity is returned. */
static int severity_of(const char *text)
{
    for (size_t i = 0; i < run.check.problems.count; i++) {
        const struct problem *problem = &run.check.problems.list[i];
        if (strstr(problem->message, text))
            return problem->severity;
    }
    fail_msg("nothing says \"%s\"", text);
    return -1;
}

static void parts_are_read_in_the_order_of_their_numbers(void **state)
{
    (void)state;
    write_text("a.xml", PART_FILE("10", CLIENT("K")));
    write_text("b.xml", PART_FILE("2", CLIENT("B") CLIENT("C")));
    write_text("c.xml", PART_FILE(" 1 ", CLIENT("A")));
    assert_checked(check_folder());
    assert_order("c.xml|b.xml|a.xml|");
    assert_clients("A 0|B 1|C 1|K 2|");
    assert_int_equal(run.check.store.tables[TABLE_Front].count, 3);
    assert_int_equal(run.check.file_year, 2026);
    assert_int_equal(run.check.problems.count, 0);
}

static void parts_that_are_doubled_or_have_no_number(void **state)
{
    (void)state;
    write_text("a.xml", PART_FILE("x", CLIENT("X")));
    write_text("b.xml", PART_FILE("2", CLIENT("B")));
    write_text("c.xml", PART_FILE("", CLIENT("Y")));
    write_text("d.xml", PART_FILE("2", CLIENT("C")));
    write_text("e.xml", PART_FILE("99999999999", CLIENT("Z")));
    write_text("f.xml", PART_FILE("1", CLIENT("A")));
    assert_checked(check_folder());
    assert_order("f.xml|b.xml|d.xml|e.xml|a.xml|c.xml|");
    assert_clients("A 0|B 1|C 2|Z 3|X 4|Y 5|");
    const char *first = write_text("b.xml", PART_FILE("2", CLIENT("B")));
    const char *second = write_text("d.xml", PART_FILE("2", CLIENT("C")));
    assert_checked(quarter_check(&run, (const char *const[]){second, first}, 2));
    assert_clients("C 0|B 1|"); /* as given */
}

static void parts_in_an_archive(void **state)
{
    (void)state;
    static const struct archived files[] = {TEXT_IN("2.xml", PART_FILE("2", CLIENT("B"))),
                                            TEXT_IN("__MACOSX/._2.xml", "x"),
                                            TEXT_IN("sub/1.xml", PART_FILE("1", CLIENT("A")))};
    const char *path = write_archive("all.zip", files, COUNT_OF(files));
    assert_checked(quarter_check(&run, &path, 1));
    assert_order("1.xml|2.xml|");
    assert_clients("A 0|B 1|");
    assert_non_null(strstr(run.check.submission.parts[0]->source.name, "all.zip/sub/1.xml"));
}

static void what_was_read_is_given_back(void **state)
{
    (void)state;
    static const struct archived files[] = {TEXT_IN("1.xml", PART_FILE("1", "\n\n" CLIENT("A")))};
    const char *path = write_archive("all.zip", files, 1);
    assert_checked(quarter_check(&run, &path, 1));
    const struct part *part = run.check.submission.parts[0];
    assert_null(part->source.memory);
    assert_null(part->source.head);
    assert_int_equal(part->source.descriptor, -1);
    assert_int_equal(part->source.lines.count, 2);
}

/* Those that cannot be recognised stand behind the others, and do not keep these out. */
static void files_beside_the_parts(void **state)
{
    (void)state;
    static const char utf16[] = "\xff\xfeI\0D\0\n\0";
    write_text("a.xml", PART_FILE("2", CLIENT("B")));
    write_text("b.xml", "<html/>");
    write_text("c.txt", "Remember the milk.\n");
    write_file("d.csv", utf16, sizeof(utf16) - 1);
    write_text("e.xml", PART_FILE("1", CLIENT("A")));
    write_text(".hidden.txt", "x");
    write_text("Thumbs.db", "x");
    assert_checked(check_folder());
    assert_order("e.xml|a.xml|(b.xml)|(c.txt)|(d.csv)|");
    assert_clients("A 0|B 1|");
    assert_int_equal(run.check.problems.count, 3);
    assert_int_equal(severity_of("root element is html"), SV_ERROR);
    assert_int_equal(severity_of("XML files only"), SV_ERROR);
    assert_int_equal(severity_of("in the encoding UTF-16"), SV_ERROR);
}

static void a_part_that_breaks_off(void **state)
{
    (void)state;
    write_text("a.xml", PART_FILE("1", CLIENT("A")));
    write_text("b.xml", FRONT("X1", "2025-07-01", "2025-09-30", "2") "<Client>");
    assert_refused(check_folder(), STATUS_INPUT, "b.xml: the file is cut off");
}

static void a_part_of_another_return(void **state)
{
    (void)state;
    registry_offer(&two, &run.plugin, "test");
    registry_offer(&two, &fixture_plugin, "test");
    run.request.registry = &two;
    write_text("a.xml", PART_FILE("1", CLIENT("A")));
    write_text("b.xml", "<Return><Notice><About><Year>2026</Year></About></Notice></Return>");
    assert_refused(check_folder(), STATUS_INPUT, "is of the return quarter");
    remove(in_folder("a.xml"));
    write_text("c.xml", "<Return><Notice><About><Year>2026</Year></About></Notice></Return>");
    assert_refused(check_folder(), STATUS_INPUT, "in XML this return is one file");
}

static void each_part_has_what_is_required(void **state)
{
    (void)state;
    static const char *const required[] = {"Quarter/Gone"};
    static struct sv_rule rule = {RULE_TEXTS, .code = "F", .kind = SV_FORM_RULE,
                                  .forms = SV_EMPTY_ITEM};
    static const struct sv_rule *const rules[] = {&rule};
    quarter_close(&run);
    quarter_open(&run, rules, 1);
    run.plugin.recognition.required = required;
    run.plugin.recognition.required_count = 1;
    write_text("a.xml", PART_FILE("1", "<Gone><Name>A</Name></Gone>"));
    assert_checked(check_folder());
    assert_null(run.check.plan.rules[0].skipped);
    write_text("b.xml", PART_FILE("2", CLIENT("B")));
    assert_checked(check_folder());
    assert_non_null(run.check.plan.rules[0].skipped);
    write_text("c.xml", PART_FILE("3", "<Gone><Name>A</Name></Gone>"));
    assert_checked(check_folder());
    assert_non_null(run.check.plan.rules[0].skipped);
}

/* Also one that stands in no other record. */
static void an_empty_group_is_a_record(void **state)
{
    (void)state;
    write_text("a.xml", PART_FILE("1", "<Board/>"));
    assert_checked(check_folder());
    const struct store *store = &run.check.store;
    assert_int_equal(store->tables[TABLE_Seat].count, 1);
    const struct Seat *seat = (const struct Seat *)store_at(store, TABLE_Seat, 0);
    assert_null(seat->row.parent);
    assert_true(missing(seat->Holder));
    write_text("a.xml", PART_FILE("1", "<Board><Seat><Holder>A</Holder></Seat><Seat/></Board>"));
    assert_checked(check_folder());
    assert_int_equal(run.check.store.tables[TABLE_Seat].count, 2);
}

static void values_that_cannot_be_read(void **state)
{
    (void)state;
    write_text("a.xml", PART_FILE("1", "<Client><Name>A</Name><Order>No such</Order>"
                                       "<Visits>-1</Visits><Urgent>TRUE</Urgent>"
                                       "<Shouted>YES</Shouted></Client>"));
    write_text("b.xml", "<Quarter><Front><Made>2025-10-12</Made></Front></Quarter>");
    assert_checked(check_folder());
    assert_int_equal(run.check.problems.count, 5);
    severity_of("Order is not one of the codes that may stand there.");
    severity_of("Visits is not a whole number from 0 on.");
    severity_of("Urgent must be true, false, 1 or 0, in small letters.");
    severity_of("Shouted must be true, false, 1 or 0.");
    severity_of("written CCYY-MM-DDThh:mm:ss, perhaps with a time zone behind.");
    write_text("a.xml", PART_FILE("1", "<Client><Name>A</Name><Order>Section 226b</Order>"
                                       "<Visits>0</Visits><Urgent>true</Urgent></Client>"));
    write_text("b.xml", "<Quarter><Front><Made>2025-10-12T09:00:00Z</Made></Front></Quarter>");
    assert_checked(check_folder());
    assert_int_equal(run.check.problems.count, 0);
}

static void assert_period(const char *start, const char *last)
{
    assert_int_equal(run.check.period_start, day(start));
    assert_int_equal(run.check.period_end, day(last));
}

#define SPAN_FILE(first, last, number) FRONT("X1", first, last, number) "</Quarter>"

static void the_period_is_that_of_the_header(void **state)
{
    (void)state;
    write_text("a.xml", SPAN_FILE("2025-10-01", "2025-12-31", "2"));
    write_text("b.xml", SPAN_FILE("2025-07-01", "2025-09-30", "1"));
    assert_checked(check_folder());
    assert_period("2025-07-01", "2025-09-30");
    write_text("b.xml", SPAN_FILE("2025-09-30", "2025-09-30", "1"));
    assert_checked(check_folder());
    assert_period("2025-09-30", "2025-09-30");
}

/* Else it is that of the year, whatever another part says. */
static void headers_without_a_period(void **state)
{
    (void)state;
    write_text("a.xml", SPAN_FILE("2025-07-01", "2025-09-30", "2"));
    write_text("b.xml", SPAN_FILE("2025-09-31", "2025-12-31", "1"));
    assert_checked(check_folder());
    assert_period("2025-04-01", "2026-03-31");
    write_text("b.xml", SPAN_FILE("2026-01-01", "2025-12-31", "1"));
    assert_checked(check_folder());
    assert_period("2025-04-01", "2026-03-31");
    run.request.year = 2025;
    write_text("b.xml", SPAN_FILE("2026-01-01", "", "1"));
    assert_checked(check_folder());
    assert_period("2024-04-01", "2025-03-31");
    write_text("b.xml", "<Quarter><Board/></Quarter>");
    write_text("a.xml", "<Quarter><Gone/></Quarter>");
    assert_checked(check_folder());
    assert_period("2024-04-01", "2025-03-31");
}

/* The first part has no header; that of the second does not stand for it. */
static void a_first_part_without_header(void **state)
{
    (void)state;
    run.request.year = 2026;
    write_text("a.xml", "<Quarter>" CLIENT("A") "</Quarter>");
    write_text("b.xml", SPAN_FILE("2025-07-01", "2025-09-30", ""));
    assert_checked(check_folder());
    assert_order("a.xml|b.xml|");
    assert_int_equal(run.check.file_year, 0);
    assert_period("2025-04-01", "2026-03-31");
}

static void a_period_of_the_user_is_refused(void **state)
{
    (void)state;
    run.request.period_start = day("2025-04-01");
    run.request.period_end = day("2025-11-30");
    write_text("a.xml", SPAN_FILE("2025-07-01", "2025-09-30", "1"));
    assert_refused(check_folder(), STATUS_USAGE, "--period");
    run.plugin.recognition.period = NULL;
    assert_checked(check_folder());
    assert_period("2025-04-01", "2025-11-30");
}

/* The year is that of the first part in the order of reading. */
static void the_year_is_that_of_the_first_part(void **state)
{
    (void)state;
    write_text("a.xml", SPAN_FILE("2024-07-01", "2024-09-30", "2"));
    write_text("b.xml", SPAN_FILE("2026-07-01", "2026-09-30", "1"));
    assert_checked(check_folder());
    assert_int_equal(run.check.year->year, 2027);
    write_text("b.xml", SPAN_FILE("2026-07-01", "30/09/2026", "1"));
    assert_refused(check_folder(), STATUS_INPUT,
                   "b.xml: the file does not say its collection year");
    run.request.year = 2025;
    assert_checked(check_folder());
    assert_int_equal(run.check.year->year, 2025);
}

static void another_year_than_that_of_the_header(void **state)
{
    (void)state;
    run.request.year = 2027;
    write_text("a.xml", SPAN_FILE("2025-07-01", "2025-09-30", "1"));
    assert_checked(check_folder());
    assert_int_equal(run.check.problems.count, 1);
    assert_string_equal(run.check.problems.list[0].message,
                        "Last in the header is of the year 2026, not 2027, as which the return is "
                        "checked.");
    assert_int_equal(run.check.problems.list[0].field, Front_Last);
    run.request.year = 2026;
    assert_checked(check_folder());
    assert_int_equal(run.check.problems.count, 0);
    run.request.year = 2027;
    write_text("a.xml", SPAN_FILE("2025-07-01", "30/09/2025", "1"));
    assert_checked(check_folder());
    assert_int_equal(run.check.problems.count, 1);
    severity_of("is not a date");
}

/* Where a rule tells of year and authority, nothing else does. */
static void rules_tell_of_the_header(void **state)
{
    (void)state;
    static struct sv_table tables[QUARTER_TABLE_count];
    static struct sv_field fields[Front_field_count];
    run.request.year = 2027;
    run.request.authority = "X2";
    write_text("a.xml", SPAN_FILE("2025-07-01", "2025-09-30", "1"));
    assert_checked(check_folder());
    assert_int_equal(run.check.problems.count, 2);
    severity_of("Team in the header is not X2");
    memcpy(tables, quarter_plugin.tables, sizeof(tables));
    memcpy(fields, tables[TABLE_Front].fields, sizeof(fields));
    tables[TABLE_Front].fields = fields;
    fields[Front_Team].options = fields[Front_Last].options = SV_RULE_TESTS;
    run.plugin.tables = tables;
    assert_checked(check_folder());
    assert_int_equal(run.check.problems.count, 0);
}

int main(void)
{
#define PARTS_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        PARTS_TEST(parts_are_read_in_the_order_of_their_numbers),
        PARTS_TEST(parts_that_are_doubled_or_have_no_number),
        PARTS_TEST(parts_in_an_archive),
        PARTS_TEST(what_was_read_is_given_back),
        PARTS_TEST(files_beside_the_parts),
        PARTS_TEST(a_part_that_breaks_off),
        PARTS_TEST(a_part_of_another_return),
        PARTS_TEST(each_part_has_what_is_required),
        PARTS_TEST(an_empty_group_is_a_record),
        PARTS_TEST(values_that_cannot_be_read),
        PARTS_TEST(the_period_is_that_of_the_header),
        PARTS_TEST(headers_without_a_period),
        PARTS_TEST(a_first_part_without_header),
        PARTS_TEST(a_period_of_the_user_is_refused),
        PARTS_TEST(the_year_is_that_of_the_first_part),
        PARTS_TEST(another_year_than_that_of_the_header),
        PARTS_TEST(rules_tell_of_the_header),
    };
    return cmocka_run_group_tests(tests, set_up, folder_remove);
}
