/* The files in a zip archive, and archives that are refused. */
#include "../../core/input/archive.h"

#include "archives.h"

#define LIMIT ((uint64_t)1000 * 1000)

static struct error error;

/* What came out of an archive: "name=text|name=text|". */
static char told[4096];
static size_t files;
static size_t total;      /* bytes */
static size_t stop_after; /* 0: never */

static bool note_file(void *context, const char *name, char *bytes, size_t length,
                      struct error *why)
{
    size_t used = strlen(told);
    assert_ptr_equal(context, &files);
    assert_non_null(bytes);
    snprintf(told + used, sizeof(told) - used, "%s=%.*s|", name, length < 40 ? (int)length : 40,
             bytes);
    free(bytes);
    files++;
    total += length;
    return files != stop_after || error_set(why, STATUS_REPORT, "That will do.");
}

static bool read_bytes(const char *bytes, size_t length, uint64_t limit)
{
    char *copy = malloc(length ? length : 1); /* for the sanitizers */
    assert_non_null(copy);
    memcpy(copy, bytes, length);
    told[0] = '\0';
    files = 0;
    total = 0;
    bool fine = archive_read("a.zip", copy, length, limit, note_file, &files, &error);
    free(copy);
    return fine;
}

static void assert_refused(const char *bytes, size_t length, uint64_t limit, const char *reason)
{
    assert_false(read_bytes(bytes, length, limit));
    assert_int_equal(error.status, STATUS_INPUT);
    assert_int_equal(strncmp(error.text, "a.zip: ", 7), 0);
    if (!strstr(error.text, reason))
        fail_msg("\"%s\" does not say \"%s\"", error.text, reason);
}

static const struct archived three[] = {
    TEXT_IN("b.csv", "ID\n1\n"), TEXT_IN("folder/a.csv", "ID\n2\n"), TEXT_IN("empty.csv", "")};

static void files_in_the_order_of_the_archive(void **state)
{
    (void)state;
    size_t length;
    char *bytes = make_archive(three, COUNT_OF(three), &length);
    assert_true(read_bytes(bytes, length, LIMIT));
    assert_string_equal(told, "b.csv=ID\n1\n|folder/a.csv=ID\n2\n|empty.csv=|");
    free(bytes);
}

static void folders_are_passed_over(void **state)
{
    (void)state;
    static const struct archived with_folders[] = {
        {"folder/", NULL, 0}, TEXT_IN("folder/a.csv", "x"), {"other/", NULL, 0}};
    size_t length;
    char *bytes = make_archive(with_folders, COUNT_OF(with_folders), &length);
    assert_true(read_bytes(bytes, length, LIMIT));
    assert_string_equal(told, "folder/a.csv=x|");
    free(bytes);
    bytes = make_archive(with_folders, 1, &length);
    assert_true(read_bytes(bytes, length, LIMIT));
    assert_int_equal(files, 0);
    free(bytes);
}

/* Names are told as they stand there: they lead nowhere. */
static void names_may_be_anything(void **state)
{
    (void)state;
    static const struct archived odd[] = {
        TEXT_IN("../../etc/x", "1"), TEXT_IN("/etc/passwd", "2"), TEXT_IN("a%s%n\n.csv", "3"),
        TEXT_IN("Zo\xc3\xab.csv", "4"), TEXT_IN("C:\\x.csv", "5")};
    size_t length;
    char *bytes = make_archive(odd, COUNT_OF(odd), &length);
    assert_true(read_bytes(bytes, length, LIMIT));
    assert_string_equal(told, "../../etc/x=1|/etc/passwd=2|a%s%n\n.csv=3|Zo\xc3\xab.csv=4|"
                              "C:\\x.csv=5|");
    free(bytes);
}

static void the_reader_may_stop(void **state)
{
    (void)state;
    size_t length;
    char *bytes = make_archive(three, COUNT_OF(three), &length);
    stop_after = 2;
    assert_false(read_bytes(bytes, length, LIMIT));
    stop_after = 0;
    assert_int_equal(files, 2);
    assert_int_equal(error.status, STATUS_REPORT);
    free(bytes);
}

/* The limit is for all files together, to the byte. */
static void what_unpacks_to_too_much(void **state)
{
    (void)state;
    static const struct archived ten[] = {TEXT_IN("a", "12345"), TEXT_IN("b", "67890")};
    size_t length;
    char *bytes = make_archive(ten, COUNT_OF(ten), &length);
    assert_true(read_bytes(bytes, length, 10));
    assert_refused(bytes, length, 9, "--max-size");
    assert_int_equal(files, 1);
    free(bytes);
}

static void a_bomb(void **state)
{
    (void)state;
    size_t size = (size_t)50 * 1000 * 1000;
    char *zeros = calloc(size, 1);
    assert_non_null(zeros);
    const struct archived bomb = {"bomb.csv", zeros, size};
    size_t length;
    char *bytes = make_archive(&bomb, 1, &length);
    free(zeros);
    assert_true(length < size / 100);
    assert_refused(bytes, length, LIMIT, "unpacks to more than 1 MB");
    assert_int_equal(files, 0);
    free(bytes);
}

/* What the headers say of the size may be a lie: what comes out counts. */
static void a_size_that_is_a_lie(void **state)
{
    (void)state;
    static char text[5000];
    memset(text, 'x', sizeof(text));
    const struct archived file = {"long.csv", text, sizeof(text)};
    static const char size[] = {(char)0x88, 0x13, 0, 0}; /* 5,000 */
    size_t length;
    char *bytes = make_archive(&file, 1, &length);
    for (char *at; (at = memmem(bytes, length, size, sizeof(size))) != NULL;)
        *at = 1;
    if (read_bytes(bytes, length, LIMIT))
        assert_int_equal(total, sizeof(text));
    assert_refused(bytes, length, 4999, "");
    free(bytes);
}

static void damaged_contents(void **state)
{
    (void)state;
    static char text[5000];
    for (size_t i = 0; i < sizeof(text); i++)
        text[i] = (char)('a' + i * i % 23);
    const struct archived pair[] = {TEXT_IN("good.csv", "ID\n"), {"bad.csv", text, sizeof(text)}};
    size_t length;
    char *bytes = make_archive(pair, 2, &length);
    char *name = memmem(bytes, length, "bad.csv", 7);
    assert_non_null(name);
    name[30] ^= 0x55; /* in its packed bytes */
    assert_refused(bytes, length, LIMIT, "bad.csv in the archive cannot be unpacked");
    assert_int_equal(files, 1); /* the good one came before it */
    free(bytes);
}

/* Cut off anywhere, there is never a crash, and what is read was right. */
static void archives_that_are_cut_off(void **state)
{
    (void)state;
    size_t length;
    char *bytes = make_archive(three, COUNT_OF(three), &length);
    for (size_t cut = 0; cut < length; cut++)
        assert_refused(bytes, cut, LIMIT, cut ? "damaged" : "0 files");
    free(bytes);
}

/* Whatever byte is another one, what is told of as read has the right text. */
static void archives_with_a_byte_that_is_wrong(void **state)
{
    (void)state;
    static const struct archived one = TEXT_IN("a.csv", "ID,Start\nA1,1/2/2025\n");
    size_t length;
    char *bytes = make_archive(&one, 1, &length);
    for (size_t at = 0; at < length; at++) {
        for (int bit = 0; bit < 8; bit++) {
            bytes[at] ^= (char)(1 << bit);
            if (read_bytes(bytes, length, LIMIT) && files)
                assert_non_null(strstr(told, "=ID,Start\nA1,1/2/2025\n|"));
            bytes[at] ^= (char)(1 << bit);
        }
    }
    free(bytes);
}

static void empty_archives(void **state)
{
    (void)state;
    static const char end[22] = "PK\x05\x06";
    assert_refused(end, sizeof(end), LIMIT, "0 files");
    assert_refused("", 0, LIMIT, "0 files");
    assert_refused("PK\x03\x04", 4, LIMIT, "damaged");
    assert_refused("ID,Start\n", 9, LIMIT, "damaged");
}

static void too_many_files(void **state)
{
    (void)state;
    enum { MANY = ARCHIVE_ENTRIES_MAX + 1 };
    static struct archived many[MANY];
    static char names[MANY][16];
    for (int i = 0; i < MANY; i++) {
        snprintf(names[i], sizeof(names[i]), "%d.csv", i);
        many[i] = (struct archived){names[i], "x", 1};
    }
    size_t length;
    char *bytes = make_archive(many, MANY, &length);
    assert_refused(bytes, length, LIMIT, "1001 files");
    assert_int_equal(files, 0);
    free(bytes);
    bytes = make_archive(many, MANY - 1, &length);
    assert_true(read_bytes(bytes, length, LIMIT));
    assert_int_equal(files, ARCHIVE_ENTRIES_MAX);
    free(bytes);
}

static void office_documents(void **state)
{
    (void)state;
    static const struct archived workbook[] = {TEXT_IN("[Content_Types].xml", "<Types/>"),
                                               TEXT_IN("xl/workbook.xml", "<workbook/>")};
    size_t length;
    char *bytes = make_archive(workbook, COUNT_OF(workbook), &length);
    assert_refused(bytes, length, LIMIT, "Office document");
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_in_the_order_of_the_archive),
        cmocka_unit_test(folders_are_passed_over),
        cmocka_unit_test(names_may_be_anything),
        cmocka_unit_test(the_reader_may_stop),
        cmocka_unit_test(what_unpacks_to_too_much),
        cmocka_unit_test(a_bomb),
        cmocka_unit_test(a_size_that_is_a_lie),
        cmocka_unit_test(damaged_contents),
        cmocka_unit_test(archives_that_are_cut_off),
        cmocka_unit_test(archives_with_a_byte_that_is_wrong),
        cmocka_unit_test(empty_archives),
        cmocka_unit_test(too_many_files),
        cmocka_unit_test(office_documents),
    };
    return cmocka_run_group_tests(tests, folder_make, folder_remove);
}
