/* The collection year of a submission whose header is a CSV file. */
#include "../../core/input/submission.h"
#include "folder.h"
#include "linked.h"

#define LIMIT ((uint64_t)1000 * 1000)

static struct registry registry;
static struct submission submission;
static struct error error;

static int set_up(void **state)
{
    registry_offer(&registry, &linked_plugin, "test");
    return registry.count == 1 ? folder_make(state) : -1;
}

static int tear_down(void **state)
{
    registry_free(&registry);
    return folder_remove(state);
}

static int forget(void **state)
{
    (void)state;
    submission_free(&submission);
    return 0;
}

static bool open_path(const char *path)
{
    return submission_open(&submission, path, PART_OWN, LIMIT, &error);
}

static void assert_recognised(void)
{
    assert_non_null(submission_recognise(&submission, &registry, NULL, &error));
}

/* The year of a header in CSV, written as `bytes`; the file is the only one. */
static void assert_year_of(const char *bytes, int year)
{
    submission_free(&submission);
    assert_true(open_path(write_text("desk.csv", bytes)));
    assert_recognised();
    assert_int_equal(submission.parts[0]->year, year);
}

#define assert_year(cell, year) assert_year_of("deskid,Year\nd," cell "\n", year)

static void the_header_says_the_year(void **state)
{
    (void)state;
    assert_year("2026", 2026);
    assert_year(" 2025\t", 2025);
    assert_year("\"2026\"", 2026);
    assert_year("1999", 1999); /* whether it is known is asked later */
    assert_year("9999", 9999);
    assert_year_of("YEAR,deskid,x\n2026,d,1\n", 2026);
    assert_year_of("deskid;x;Year\nd;1;2026\ne;1;2025\n", 2026);
    assert_year_of("\xef\xbb\xbf\r\rYear,deskid\r2026,d\r", 2026);
    assert_year_of("deskid,Year\nd,2026", 2026);
}

static void the_header_says_no_year(void **state)
{
    (void)state;
    assert_year("", 0);
    assert_year("NULL", 0);
    assert_year("202", 0);
    assert_year("20266", 0);
    assert_year("202x", 0);
    assert_year("x026", 0);
    assert_year("0999", 0);
    assert_year("-206", 0);
    assert_year_of("deskid,Year\n", 0);
    assert_year_of("deskid,Year", 0);
    assert_year_of("deskid,Year\nd\n", 0);
    assert_year_of("deskid,Office\nd,2026\n", 0);
    assert_year_of("readerid,deskid,Year\nr,d,2026\n", 0); /* no header */
}

/* Only of the return's own files, and only where XML does not say it. */
static void other_files_do_not_say_the_year(void **state)
{
    (void)state;
    write_text("desk.csv", "deskid,Year\nd,2025\n");
    write_text("loans.csv", "loanid,readerid\n");
    assert_true(open_path(in_folder("loans.csv")));
    assert_true(submission_open(&submission, in_folder("desk.csv"), PART_LAST, LIMIT, &error));
    assert_recognised();
    assert_int_equal(submission.parts[1]->year, 0);
    submission_free(&submission);
    write_text("r.xml", "<Library><Desk><Year>2026</Year></Desk></Library>");
    assert_true(open_path(in_folder("")));
    assert_recognised();
    assert_int_equal(submission.count, 3);
    assert_int_equal(submission.parts[0]->year, 0);
    assert_int_equal(submission.parts[2]->year, 2026);
}

int main(void)
{
#define YEAR_TEST(name) cmocka_unit_test_teardown(name, forget)
    const struct CMUnitTest tests[] = {
        YEAR_TEST(the_header_says_the_year),
        YEAR_TEST(the_header_says_no_year),
        YEAR_TEST(other_files_do_not_say_the_year),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
