/* The files of a submission: which are parts of it, in which order, and which are refused. */
#include "../../core/input/submission.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archives.h"
#include "keyed.h"

#define LIMIT ((uint64_t)1000 * 1000)

static struct registry registry;
static struct submission submission;
static struct error error;

#define CARDS "ID,Born,Colour,Motto\nA1,,,\n"
#define TRIPS "ID,Start,End,Place\nA1,,,\n"
#define CLUB "<Club><Member><Card><ID>A1</ID></Card></Member></Club>"
#define RETURN "<Return><Notice><About><Year>2026</Year></About></Notice></Return>"

static int set_up(void **state)
{
    registry_offer(&registry, &fixture_plugin, "test");
    registry_offer(&registry, &keyed_plugin, "test");
    return registry.count == 2 ? folder_make(state) : -1;
}

static int tear_down(void **state)
{
    registry_free(&registry);
    return folder_remove(state);
}

static int forget_all(void **state)
{
    char command[600];
    (void)state;
    submission_free(&submission);
    snprintf(command, sizeof(command), "rm -rf '%s'/* '%s'/.[a-z]*", in_folder(""), in_folder(""));
    return system(command);
}

static bool open_path(const char *path)
{
    return submission_open(&submission, path, PART_OWN, LIMIT, &error);
}

static bool open_files(void)
{
    return open_path(in_folder(""));
}

/* A path without the folder of the test. */
static const char *shown(const char *path)
{
    size_t folder = strlen(in_folder(""));
    return strncmp(path, in_folder(""), folder) == 0 ? path + folder : path;
}

/* The parts, with a bar behind each; those refused in brackets. */
static void assert_parts(const char *expected)
{
    char parts[1024] = "";
    for (size_t i = 0; i < submission.count; i++) {
        const struct part *part = submission.parts[i];
        size_t used = strlen(parts);
        snprintf(parts + used, sizeof(parts) - used, part->refused ? "(%s)|" : "%s|",
                 shown(part->source.name));
    }
    assert_string_equal(parts, expected);
}

static void assert_reason(size_t number, const char *reason)
{
    assert_true(number < submission.count);
    assert_non_null(submission.parts[number]->refused);
    if (!strstr(submission.parts[number]->refused, reason))
        fail_msg("\"%s\" does not say \"%s\"", submission.parts[number]->refused, reason);
}

static void assert_failed(bool fine, const char *reason)
{
    assert_false(fine);
    assert_int_equal(error.status, STATUS_INPUT);
    if (!strstr(error.text, reason))
        fail_msg("\"%s\" does not say \"%s\"", error.text, reason);
}

static void make_folder(const char *name)
{
    assert_int_equal(mkdir(in_folder(name), 0700), 0);
}

static void a_file(void **state)
{
    (void)state;
    assert_true(open_path(write_text("cards.csv", CARDS)));
    assert_parts("cards.csv|");
    const struct part *part = submission.parts[0];
    assert_int_equal(part->role, PART_OWN);
    assert_int_equal(part->source.form, SOURCE_TEXT);
    assert_int_equal(part->table, NO_TABLE);
}

/* Files are closed until they are read: there may be more than can be open at one time. */
static void a_file_that_is_replaced_while_it_waits(void **state)
{
    (void)state;
    size_t length = 3 * SOURCE_CHUNK;
    char *rows = mem_new(length, 1);
    char *bytes = NULL;
    memset(rows, 'x', length);
    assert_true(open_path(write_file("1.csv", rows, length)));
    assert_int_equal(submission.parts[0]->source.descriptor, -1);
    assert_true(source_read_all(&submission.parts[0]->source, &bytes, &length, &error));
    assert_int_equal(length, 3 * SOURCE_CHUNK);
    assert_memory_equal(bytes, rows, length);
    free(bytes);
    assert_true(open_path(write_file("2.csv", rows, length)));
    assert_int_equal(rename(in_folder("1.csv"), submission.parts[1]->source.name), 0);
    assert_failed(source_read_all(&submission.parts[1]->source, &bytes, &length, &error),
                  "2.csv: the file was replaced while it was read");
    free(bytes);
    free(rows);
}

static void files_that_cannot_be_opened(void **state)
{
    (void)state;
    assert_failed(open_path(in_folder("nosuch.csv")), "there is no such file");
    assert_failed(open_path(write_text("empty.csv", "")), "empty");
    assert_failed(open_path(write_text("blank.csv", " \n\t\r\n")), "empty");
    assert_failed(open_path(write_text("a.pdf", "%PDF-1.7")), "PDF");
    assert_failed(open_path(write_text("a.gz", "\x1f\x8b")), "gzip");
    char *large = calloc(LIMIT + 1, 1);
    assert_non_null(large);
    assert_failed(open_path(write_file("large.csv", large, LIMIT + 1)), "--max-size");
    assert_int_equal(strncmp(error.text, in_folder("large.csv"), strlen(in_folder(""))), 0);
    free(large);
}

/* By name, in the order of their bytes, however they were made. */
static void files_of_a_folder(void **state)
{
    (void)state;
    static const char *const names[] = {"trips.csv", "cards.csv", "Zebra.csv", "1.csv",
                                        "caf\xc3\xa9"};
    for (size_t i = 0; i < COUNT_OF(names); i++)
        write_text(names[i], CARDS);
    assert_true(open_files());
    assert_parts("1.csv|Zebra.csv|caf\xc3\xa9|cards.csv|trips.csv|");
}

static void what_in_a_folder_is_no_file(void **state)
{
    (void)state;
    write_text("cards.csv", CARDS);
    write_text(".hidden.csv", CARDS);
    write_text("Thumbs.db", "x");
    write_text("desktop.ini", "x");
    make_folder("below");
    write_text("below/trips.csv", TRIPS);
    assert_int_equal(symlink("below", in_folder("link")), 0);
    assert_int_equal(mkfifo(in_folder("pipe"), 0600), 0); /* to open it would wait for a writer */
    assert_int_equal(symlink("pipe", in_folder("to-pipe")), 0);
    assert_int_equal(symlink("/dev/zero", in_folder("zero")), 0);
    assert_true(open_files());
    assert_parts("cards.csv|");
}

static void links_are_followed(void **state)
{
    (void)state;
    write_text("cards.csv", CARDS);
    assert_int_equal(symlink("cards.csv", in_folder("b.csv")), 0);
    assert_int_equal(symlink("nosuch", in_folder("a.csv")), 0);
    assert_true(open_files());
    assert_parts("(a.csv)|b.csv|cards.csv|");
    assert_reason(0, "there is no such file");
}

/* One that cannot be opened does not keep the others out, and is not forgotten. */
static void bad_files_in_a_folder(void **state)
{
    (void)state;
    write_text("1.csv", "");
    write_text("2.csv", CARDS);
    write_text("3.pdf", "%PDF-1.7");
    write_text("4.zip", "PK\x03\x04 and so on");
    write_text("5.csv", TRIPS);
    assert_true(open_files());
    assert_parts("(1.csv)|2.csv|(3.pdf)|(4.zip)|5.csv|");
    assert_reason(0, "the file is empty.");
    assert_reason(2, "PDF");
    assert_reason(3, "damaged");
    assert_int_equal(strncmp(submission.parts[3]->refused, "the zip archive", 15), 0);
}

static void folders_with_nothing(void **state)
{
    (void)state;
    assert_failed(open_files(), "there is no file in this folder");
    make_folder("below");
    write_text(".hidden", CARDS);
    assert_failed(open_files(), "there is no file in this folder");
    assert_int_equal(submission.count, 0);
}

static void a_folder_with_nothing_but_a_bad_file(void **state)
{
    (void)state;
    write_text("bad.zip", "PK\x03\x04 and so on");
    assert_true(open_files());
    assert_parts("(bad.zip)|");
    assert_null(submission_recognise(&submission, &registry, NULL, &error));
    assert_failed(false, "bad.zip: the zip archive is damaged");
}

/* The files of an archive take its place. */
static void archives(void **state)
{
    (void)state;
    static const struct archived files[] = {
        TEXT_IN("trips.csv", TRIPS),         {"sub/", NULL, 0},
        TEXT_IN("sub/cards.csv", CARDS),     TEXT_IN("__MACOSX/sub/._cards.csv", "x"),
        TEXT_IN("sub/.DS_Store", "x"),       TEXT_IN("sub/THUMBS.DB", "x"),
        TEXT_IN("../../etc/x.csv", "x,y\n"), TEXT_IN("empty.csv", "")};
    write_text("a.csv", CARDS);
    write_archive("b.zip", files, COUNT_OF(files));
    write_text("c.csv", CARDS);
    assert_true(open_files());
    assert_parts("a.csv|b.zip/trips.csv|b.zip/sub/cards.csv|b.zip/../../etc/x.csv|"
                 "(b.zip/empty.csv)|c.csv|");
    assert_reason(4, "the file is empty.");
}

static void an_archive_is_known_by_its_bytes(void **state)
{
    (void)state;
    static const struct archived one[] = {TEXT_IN("cards.csv", CARDS)};
    assert_true(open_path(write_archive("return.csv", one, 1)));
    assert_parts("return.csv/cards.csv|");
}

static void archives_within_archives(void **state)
{
    (void)state;
    static const struct archived one[] = {TEXT_IN("cards.csv", CARDS)};
    size_t length;
    char *inner = make_archive(one, 1, &length);
    const struct archived nested[] = {{"inner.zip", inner, length}, TEXT_IN("trips.csv", TRIPS)};
    assert_true(open_path(write_archive("outer.zip", nested, 2)));
    assert_parts("(outer.zip/inner.zip)|outer.zip/trips.csv|");
    assert_reason(0, "archive within an archive");
    free(inner);
}

static void archives_with_nothing(void **state)
{
    (void)state;
    static const struct archived nothing[] = {{"folder/", NULL, 0},
                                              TEXT_IN("__MACOSX/._cards.csv", "x")};
    assert_failed(open_path(write_archive("a.zip", nothing, 2)),
                  "there is no file in this archive");
    assert_failed(open_path(write_archive("a.zip", nothing, 1)),
                  "there is no file in this archive");
    write_text("cards.csv", CARDS);
    submission_free(&submission);
    assert_true(open_files());
    assert_parts("(a.zip)|cards.csv|");
}

/* What came before the damage stays; that something is missing is told. */
static void an_archive_that_is_damaged_in_the_middle(void **state)
{
    (void)state;
    static const struct archived pair[] = {TEXT_IN("cards.csv", CARDS),
                                           TEXT_IN("trips.csv", TRIPS)};
    size_t length;
    char *bytes = make_archive(pair, 2, &length);
    ((char *)memmem(bytes, length, "trips.csv", 9))[12] ^= 0x55;
    write_file("a.zip", bytes, length);
    free(bytes);
    assert_true(open_files());
    assert_parts("a.zip/cards.csv|(a.zip)|");
    assert_reason(1, "trips.csv in the archive cannot be unpacked");
    submission_free(&submission);
    assert_failed(open_path(in_folder("a.zip")), "trips.csv");
}

/* Parts are numbered with 16 bits; long before that somebody gave the wrong folder. */
static void too_many_files(void **state)
{
    (void)state;
    enum { ENTRIES = 1000 };
    static struct archived many[ENTRIES];
    static char names[ENTRIES][16];
    for (int i = 0; i < ENTRIES; i++) {
        snprintf(names[i], sizeof(names[i]), "%d", i);
        many[i] = (struct archived){names[i], "x,y\n", 4};
    }
    const char *path = write_archive("many.zip", many, ENTRIES);
    for (size_t i = 0; i < PARTS_MAX / ENTRIES; i++)
        assert_true(open_path(path));
    assert_int_equal(submission.count, PARTS_MAX);
    assert_failed(open_path(write_text("one.csv", CARDS)), "more than 10000 files");
    assert_failed(open_files(), "more than 10000 files");
    assert_true(submission.count < UINT16_MAX);
}

/* What the submission is. */

static const char *recognised(const char *wanted)
{
    const struct plugin_entry *entry = submission_recognise(&submission, &registry, wanted, &error);
    return entry ? entry->plugin->id : "none";
}

static void csv_files_are_recognised_by_their_columns(void **state)
{
    (void)state;
    write_text("1.csv", "a,b,c\n");
    write_text("2.csv", "place;end;start;id\n1;2;3;4\n");
    assert_true(open_files());
    assert_string_equal(recognised(NULL), "keyed");
    assert_parts("1.csv|2.csv|"); /* which tables they are is found out later */
    assert_int_equal(submission.parts[0]->delimiter, ',');
    assert_int_equal(submission.parts[1]->delimiter, ';');
    assert_string_equal(recognised("keyed"), "keyed");
    assert_string_equal(recognised("fixture"), "none");
}

static void columns_that_nearly_fit_will_do(void **state)
{
    (void)state;
    assert_true(open_path(write_text("1.csv", "ID,Born,Colour,Mottos\n")));
    assert_string_equal(recognised(NULL), "keyed");
    submission_free(&submission);
    assert_true(open_path(write_text("2.csv", "ID,a,b,c,d\n")));
    assert_string_equal(recognised(NULL), "none");
    assert_failed(false,
                  "2.csv: the file is not XML, and its first line does not hold the columns");
}

static void xml_comes_before_csv(void **state)
{
    (void)state;
    write_text("a.csv", CARDS);
    write_text("b.xml", RETURN);
    assert_true(open_files());
    assert_string_equal(recognised(NULL), "fixture");
    assert_int_equal(submission.parts[1]->year, 2026);
    assert_parts("a.csv|b.xml|"); /* that it is no table of that return is found out later */
    submission_free(&submission);
    assert_true(open_files());
    assert_string_equal(recognised("keyed"), "keyed"); /* the XML file is refused then */
    assert_parts("a.csv|(b.xml)|");
}

static void xml_files_that_are_no_return(void **state)
{
    (void)state;
    write_text("a.xml", "<html/>");
    write_text("b.xml", CLUB);
    write_text("c.xml", "<!DOCTYPE Club><Club/>");
    assert_true(open_files());
    assert_string_equal(recognised(NULL), "keyed");
    assert_parts("(a.xml)|b.xml|(c.xml)|");
    assert_reason(0, "root element is html");
    assert_reason(2, "DOCTYPE");
}

static void two_returns_at_once(void **state)
{
    (void)state;
    write_text("a.xml", CLUB);
    write_text("b.xml", CLUB);
    assert_true(open_files());
    assert_string_equal(recognised(NULL), "none");
    assert_failed(false, "2 files were given");
    submission_free(&submission);
    write_text("b.xml", RETURN);
    assert_true(open_files());
    assert_string_equal(recognised(NULL), "none");
    assert_failed(false, "is of the return keyed");
}

static void last_year_does_not_say_what_this_year_is(void **state)
{
    (void)state;
    assert_true(open_path(write_text("a.csv", CARDS)));
    assert_true(
        submission_open(&submission, write_text("b.xml", RETURN), PART_LAST, LIMIT, &error));
    assert_string_equal(recognised(NULL), "keyed");
    assert_reason(1, "root element is Return");
    submission_free(&submission);
    assert_true(open_path(write_text("a.csv", "x,y\n")));
    assert_true(submission_open(&submission, write_text("b.xml", CLUB), PART_LAST, LIMIT, &error));
    assert_string_equal(recognised(NULL), "none");
}

static void text_in_utf16_is_no_table(void **state)
{
    (void)state;
    static const char utf16[] = "\xff\xfeI\0D\0,\0A\0\n\0";
    write_file("a.csv", utf16, sizeof(utf16) - 1);
    write_text("b.csv", CARDS);
    assert_true(open_files());
    assert_string_equal(recognised(NULL), "keyed");
    assert_parts("(a.csv)|b.csv|");
    assert_reason(0, "UTF-16");
}

/* The text of a part. */

static void lone_carriage_returns_are_line_ends(void **state)
{
    (void)state;
    struct problems problems = {0};
    assert_true(open_path(write_text("a.csv", "\xef\xbb\xbfID,Born\rA1,\r\n\"x\r\",\r")));
    struct part *part = submission.parts[0];
    assert_true(part_read_text(part, 0, &problems, &error));
    assert_int_equal(part->text.length, 19);
    assert_memory_equal(part->text.bytes, "ID,Born\nA1,\r\n\"x\n\",\n", 19);
    assert_int_equal(part->source.lines.count, 4);
    assert_int_equal(problems.count, 0);
    part_forget_bytes(part);
    assert_null(part->text.bytes);
    problems_free(&problems);
}

static void damaged_characters_are_told(void **state)
{
    (void)state;
    struct problems problems = {0};
    char bytes[400];
    memset(bytes, '\0', sizeof(bytes));
    assert_true(open_path(write_file("a.csv", bytes, 150)));
    assert_true(part_read_text(submission.parts[0], 0, &problems, &error));
    assert_int_equal(problems.count, CSV_PROBLEMS_MAX + 1);
    assert_string_equal(problems.list[CSV_PROBLEMS_MAX].message, "And 50 more damaged characters.");
    problems_free(&problems);
    submission_free(&submission);
    assert_true(open_path(write_text("b.csv", "caf\xe9\n\xe9\xe9\n")));
    assert_true(part_read_text(submission.parts[0], 0, &problems, &error));
    assert_int_equal(problems.count, 1);
    assert_int_equal(problems.list[0].severity, SV_ERROR);
    assert_int_equal(problems.list[0].offset, 3);
    problems_free(&problems);
}

int main(void)
{
#define SUBMISSION_TEST(name) cmocka_unit_test_teardown(name, forget_all)
    const struct CMUnitTest tests[] = {
        SUBMISSION_TEST(a_file),
        SUBMISSION_TEST(a_file_that_is_replaced_while_it_waits),
        SUBMISSION_TEST(files_that_cannot_be_opened),
        SUBMISSION_TEST(files_of_a_folder),
        SUBMISSION_TEST(what_in_a_folder_is_no_file),
        SUBMISSION_TEST(links_are_followed),
        SUBMISSION_TEST(bad_files_in_a_folder),
        SUBMISSION_TEST(folders_with_nothing),
        SUBMISSION_TEST(a_folder_with_nothing_but_a_bad_file),
        SUBMISSION_TEST(archives),
        SUBMISSION_TEST(an_archive_is_known_by_its_bytes),
        SUBMISSION_TEST(archives_within_archives),
        SUBMISSION_TEST(archives_with_nothing),
        SUBMISSION_TEST(an_archive_that_is_damaged_in_the_middle),
        SUBMISSION_TEST(too_many_files),
        SUBMISSION_TEST(csv_files_are_recognised_by_their_columns),
        SUBMISSION_TEST(columns_that_nearly_fit_will_do),
        SUBMISSION_TEST(xml_comes_before_csv),
        SUBMISSION_TEST(xml_files_that_are_no_return),
        SUBMISSION_TEST(two_returns_at_once),
        SUBMISSION_TEST(last_year_does_not_say_what_this_year_is),
        SUBMISSION_TEST(text_in_utf16_is_no_table),
        SUBMISSION_TEST(lone_carriage_returns_are_line_ends),
        SUBMISSION_TEST(damaged_characters_are_told),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
