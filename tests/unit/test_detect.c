/* What the head of an XML file says: the year of a date, and the number of a part. */
#include "../../core/input/detect.h"

#include "folder.h"
#include "quarters.h"

static struct quarter_run run;

static int begin(void **state)
{
    (void)state;
    quarter_open(&run, NULL, 0);
    return 0;
}

static int end(void **state)
{
    (void)state;
    quarter_close(&run);
    return 0;
}

static void assert_detected(bool fine)
{
    if (!fine)
        fail_msg("%s", run.error.text);
}

/* What the head of a file says. */
static struct detection detect_in(const char *document)
{
    struct source source;
    struct detection detection = {0};
    write_text("a.xml", document);
    assert_true(source_open(&source, in_folder("a.xml"), 1000000, &run.error));
    assert_detected(detect(&run.registry, &source, NULL, &detection, &run.error));
    source_close(&source);
    lines_free(&source.lines);
    return detection;
}

#define DETECT(last, number) detect_in(FRONT("X1", "2025-07-01", last, number) "</Quarter>")

static void the_year_of_a_date(void **state)
{
    (void)state;
    assert_int_equal(DETECT("2026-03-31", "1").year, 2026);
    assert_int_equal(DETECT("2026-04-01", "1").year, 2027);
    assert_int_equal(DETECT("2025-12-31", "1").year, 2026);
    assert_int_equal(DETECT("\n\t\t2025-09-30\n\t\t", "1").year, 2026);
    assert_int_equal(DETECT("", "1").year, 0);
    assert_int_equal(DETECT("2026", "1").year, 0);
    assert_int_equal(DETECT("31/03/2026", "1").year, 0);
    assert_int_equal(DETECT("2026-02-30", "1").year, 0);
    run.plugin.recognition.first_month = 1;
    assert_int_equal(DETECT("2026-12-31", "1").year, 2026);
    run.plugin.recognition.first_month = 12;
    assert_int_equal(DETECT("2026-12-01", "1").year, 2027);
    assert_int_equal(DETECT("2026-11-30", "1").year, 2026);
}

static void the_number_of_a_part(void **state)
{
    (void)state;
    assert_int_equal(DETECT("2026-03-31", "1").part, 1);
    assert_int_equal(DETECT("2026-03-31", " \n 12\t").part, 12);
    assert_int_equal(DETECT("2026-03-31", "03").part, 3);
    assert_int_equal(DETECT("2026-03-31", "99999999999").part, INT32_MAX);
    static const char *const others[] = {"", "0", "-1", "one", "1.5", "1 of 2"};
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        char document[512];
        snprintf(document, sizeof(document),
                 "<Quarter><Front><Part><Number>%s</Number></Part></Front></Quarter>", others[i]);
        assert_int_equal(detect_in(document).part, 0);
    }
    assert_int_equal(detect_in("<Quarter/>").part, 0);
    assert_int_equal(detect_in("<Quarter><Part><Number>1</Number></Part></Quarter>").part, 0);
}

/* What a second header says does not count: it is not read either. */
static void the_first_header_counts(void **state)
{
    (void)state;
    struct detection detection =
        detect_in("<Quarter><Front/><Front><Span><Last>2026-03-31</Last></Span>"
                  "<Part><Number>2</Number></Part></Front></Quarter>");
    assert_int_equal(detection.year, 0);
    assert_int_equal(detection.part, 0);
}

/* How much of a long file is read to find out what it is. */
static size_t head_of(const char *front)
{
    enum { LENGTH = 300000 };
    static char document[LENGTH + 1];
    struct source source;
    struct detection detection = {0};
    size_t used = (size_t)snprintf(document, sizeof(document), "<Quarter>%s", front);
    memset(document + used, ' ', LENGTH - used);
    snprintf(document + LENGTH - 10, 11, "</Quarter>");
    write_text("long.xml", document);
    assert_true(source_open(&source, in_folder("long.xml"), 1000000, &run.error));
    assert_detected(detect(&run.registry, &source, NULL, &detection, &run.error));
    size_t length = source.head_length;
    source_close(&source);
    lines_free(&source.lines);
    return length;
}

static void no_more_is_read_than_the_header(void **state)
{
    (void)state;
    assert_int_equal(head_of("<Front><Span><Last>2026-03-31</Last></Span><Part><Number>1</Number>"
                             "</Part></Front>"),
                     SOURCE_CHUNK);
    assert_int_equal(head_of("<Front><Span><Last>2026-03-31</Last></Span></Front>"), SOURCE_CHUNK);
    assert_int_equal(head_of("<Front/>"), SOURCE_CHUNK);
    assert_true(head_of("<Front><Span><Last>2026-03-31</Last></Span>") > SOURCE_CHUNK);
    assert_true(head_of("") > SOURCE_CHUNK);
}

int main(void)
{
#define DETECT_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        DETECT_TEST(the_year_of_a_date),
        DETECT_TEST(the_number_of_a_part),
        DETECT_TEST(the_first_header_counts),
        DETECT_TEST(no_more_is_read_than_the_header),
    };
    return cmocka_run_group_tests(tests, folder_make, folder_remove);
}
