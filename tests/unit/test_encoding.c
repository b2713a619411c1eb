/* Encodings: found out from the first bytes, and decoded. */
#include "../../core/input/encoding.h"

#include <unistd.h>

#include "../../core/input/source.h"
#include "fixture.h"

#define LIMIT ((uint64_t)100 * 1000 * 1000)

/* Bytes with their number, so that they may hold NULs. */
#define BYTES(text) (text), sizeof(text) - 1

static void assert_encoding(const char *bytes, size_t length, const char *expected)
{
    struct error error = {0};
    const char *encoding = "not set";
    size_t mark;
    if (!encoding_of("file.xml", bytes, length, &encoding, &mark, &error))
        fail_msg("refused: %s", error.text);
    if (!expected)
        assert_null(encoding);
    else
        assert_string_equal(encoding, expected);
}

static void assert_refused(const char *bytes, size_t length, const char *expected)
{
    struct error error = {0};
    const char *encoding;
    size_t mark;
    assert_false(encoding_of("file.xml", bytes, length, &encoding, &mark, &error));
    assert_int_equal(error.status, STATUS_INPUT);
    assert_string_equal(error.text, expected);
}

static void utf8_unless_something_else_is_said(void **state)
{
    (void)state;
    assert_encoding(BYTES("<Message/>"), NULL);
    assert_encoding(BYTES("\n <Message/>"), NULL);
    assert_encoding(BYTES("<?xml version=\"1.0\"?><Message/>"), NULL);
    assert_encoding(BYTES("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Message/>"), NULL);
    assert_encoding(BYTES("<?xml version='1.0' encoding='utf-8' standalone='yes'?><M/>"), NULL);
    assert_encoding(BYTES("<?xml version=\"1.0\" encoding=\"us-ascii\"?><M/>"), NULL);
    assert_encoding(BYTES("<?xml version=\"1.0\" encoding=\"ASCII\"?><M/>"), NULL);
    assert_encoding(BYTES("<Message encoding=\"EBCDIC\"/>"), NULL); /* no declaration */
    assert_encoding(BYTES("<"), NULL);
}

static void declared_encodings(void **state)
{
    (void)state;
    static const char *const declared[][2] = {
        {"windows-1252", "WINDOWS-1252"}, {"WINDOWS-1252", "WINDOWS-1252"},
        {"cp1252", "WINDOWS-1252"},       {"CP1252", "WINDOWS-1252"},
        {"ISO-8859-1", "ISO-8859-1"},     {"iso-8859-1", "ISO-8859-1"},
        {"latin1", "ISO-8859-1"},         {"ISO-8859-15", "ISO-8859-15"}};
    static const char *const forms[] = {
        "<?xml version=\"1.0\" encoding=\"%s\"?><M/>", "<?xml version='1.0' encoding='%s'?><M/>",
        "<?xml version=\"1.0\"\n encoding\t=\r\n \"%s\" standalone=\"no\" ?><M/>"};
    for (size_t i = 0; i < COUNT_OF(declared); i++) {
        for (size_t form = 0; form < COUNT_OF(forms); form++) {
            char text[128];
            const char *before = strstr(forms[form], "%s");
            snprintf(text, sizeof(text), "%.*s%s%s", (int)(before - forms[form]), forms[form],
                     declared[i][0], before + 2);
            assert_encoding(text, strlen(text), declared[i][1]);
        }
    }
}

static void byte_order_marks(void **state)
{
    (void)state;
    assert_encoding(BYTES("\xef\xbb\xbf<Message/>"), NULL);
    assert_encoding(BYTES("\xff\xfe<\0M\0"), "UTF-16");
    assert_encoding(BYTES("\xfe\xff\0<\0M"), "UTF-16");
    assert_encoding(BYTES("<\0M\0"), "UTF-16LE");
    assert_encoding(BYTES("\0<\0M"), "UTF-16BE");
}

/* The mark tells what the file is; what its declaration says may be left over from a conversion. */
static void a_mark_counts_more_than_the_declaration(void **state)
{
    (void)state;
    assert_encoding(BYTES("\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"windows-1252\"?><M/>"),
                    NULL);
    assert_encoding(BYTES("\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"UTF-16\"?><M/>"), NULL);
}

static void unsupported_encodings(void **state)
{
    (void)state;
    static const char *const others[] = {"UTF-16",       "UTF-32",       "UTF-7",
                                         "EBCDIC-CP-GB", "Shift_JIS",    "utf8",
                                         "ISO-8859-2",   "windows-1251", "x"};
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        char text[128];
        char expected[256];
        snprintf(text, sizeof(text), "<?xml version=\"1.0\" encoding=\"%s\"?><M/>", others[i]);
        snprintf(expected, sizeof(expected),
                 "file.xml: the encoding \"%s\" that the file declares is not supported. Export "
                 "the file as UTF-8.",
                 others[i]);
        assert_refused(text, strlen(text), expected);
    }
}

static void a_long_name_of_an_encoding_is_cut(void **state)
{
    (void)state;
    assert_refused(BYTES("<?xml encoding=\"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeee\"?>"),
                   "file.xml: the encoding \"aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd\" that the "
                   "file declares is not supported. Export the file as UTF-8.");
}

static void files_of_other_kinds(void **state)
{
    (void)state;
    assert_refused(BYTES("\x1f\x8b\x08rest"),
                   "file.xml: the file is compressed with gzip. Unpack it first.");
    assert_refused(BYTES("\xd0\xcf\x11\xe0rest"),
                   "file.xml: the file is an old Office document, not a return. Export the return "
                   "as XML or CSV.");
    assert_refused(BYTES("%PDF-1.7"), "file.xml: the file is a PDF document, not a return.");
}

static void empty_files(void **state)
{
    (void)state;
    assert_refused("", 0, "file.xml: the file is empty.");
    assert_refused(BYTES(" \r\n\t"), "file.xml: the file is empty.");
    assert_refused(BYTES("\xef\xbb\xbf"), "file.xml: the file is empty.");
    assert_refused(BYTES("\xef\xbb\xbf \n"), "file.xml: the file is empty.");
}

/* Reads a file of these bytes to its end. Returns its text, or NULL with the error. */
static char *read_all(const char *bytes, size_t length, uint64_t limit, struct error *error)
{
    char name[32];
    int descriptor = file_of_bytes(bytes, length, name);
    struct source source;
    char *text = calloc(length * 4 + 1, 1);
    const char *bytes_read = NULL;
    size_t used = 0;
    size_t got = 0;
    assert_non_null(text);
    bool fine = source_open(&source, name, limit, error);
    do {
        fine = fine && source_read(&source, &bytes_read, &got, error);
        if (fine && got)
            memcpy(text + used, bytes_read, got);
        used += fine ? got : 0;
    } while (fine && got > 0);
    source_close(&source);
    lines_free(&source.lines);
    close(descriptor);
    if (fine)
        return text;
    free(text);
    return NULL;
}

static void assert_decoded(const char *bytes, size_t length, const char *expected)
{
    struct error error = {0};
    char *text = read_all(bytes, length, LIMIT, &error);
    if (!text)
        fail_msg("%s", error.text);
    assert_string_equal(text, expected);
    free(text);
}

static void assert_not_decoded(const char *bytes, size_t length, const char *expected)
{
    struct error error = {0};
    char *text = read_all(bytes, length, LIMIT, &error);
    assert_null(text);
    assert_int_equal(error.status, STATUS_INPUT);
    if (!strstr(error.text, expected))
        fail_msg("\"%s\" does not say \"%s\"", error.text, expected);
}

static void utf8_goes_through(void **state)
{
    (void)state;
    assert_decoded(BYTES("<a>\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80</a>"),
                   "<a>\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80</a>");
}

static void utf16_with_and_without_a_mark(void **state)
{
    (void)state;
    static const char expected[] = "<a>\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80</a>";
    /* U+00E9, U+20AC, and U+1F600 as the pair D83D DE00. */
    assert_decoded(BYTES("\xff\xfe<\0a\0>\0\xe9\0\xac\x20\x3d\xd8\0\xde<\0/\0a\0>\0"), expected);
    assert_decoded(BYTES("\xfe\xff\0<\0a\0>\0\xe9\x20\xac\xd8\x3d\xde\0\0<\0/\0a\0>"), expected);
    assert_decoded(BYTES("<\0a\0>\0\xe9\0\xac\x20\x3d\xd8\0\xde<\0/\0a\0>\0"), expected);
    assert_decoded(BYTES("\0<\0a\0>\0\xe9\x20\xac\xd8\x3d\xde\0\0<\0/\0a\0>"), expected);
}

static void windows_1252(void **state)
{
    (void)state;
    assert_decoded(
        BYTES("<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>\xe9\x80\x92\xff</a>"),
        "<?xml version=\"1.0\" encoding=\"windows-1252\"?>"
        "<a>\xc3\xa9\xe2\x82\xac\xe2\x80\x99\xc3\xbf</a>");
}

static void latin_encodings(void **state)
{
    (void)state;
    assert_decoded(
        BYTES("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xe9\xa4\xff</a>"),
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xc3\xa9\xc2\xa4\xc3\xbf</a>");
    assert_decoded(BYTES("<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?><a>\xe9\xa4</a>"),
                   "<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?><a>\xc3\xa9\xe2\x82\xac</a>");
}

static void bytes_that_the_encoding_does_not_have(void **state)
{
    (void)state;
    /* Windows-1252 has no 0x81; the declaration has 45 bytes, <a> three. */
    assert_not_decoded(BYTES("<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>\x81</a>"),
                       "the byte at offset 48 does not exist in the encoding WINDOWS-1252");
    assert_not_decoded(BYTES("\xff\xfe<\0a\0>"), "does not exist in the encoding UTF-16");
    assert_not_decoded(BYTES("<\0a\0\x3d\xd8<\0"), "does not exist in the encoding UTF-16LE");
}

/* Files longer than a chunk; a prefix of every length lets each byte of a character stand at the
 * border between two chunks. */
static void characters_across_chunks(void **state)
{
    (void)state;
    enum { COUNT = 20000 };
    static char bytes[16 + COUNT * 4];
    static char expected[16 + COUNT * 4 + 1];
    for (size_t prefix = 1; prefix <= 4; prefix++) {
        size_t length = 0;
        size_t used = 0;
        for (size_t i = 0; i < prefix; i++) {
            bytes[length++] = '<';
            bytes[length++] = '\0';
            expected[used++] = '<';
        }
        for (size_t i = 0; i < COUNT; i++) {
            memcpy(bytes + length, "\x3d\xd8\x00\xde", 4);
            memcpy(expected + used, "\xf0\x9f\x98\x80", 4);
            length += 4;
            used += 4;
        }
        expected[used] = '\0';
        assert_decoded(bytes, length, expected);
    }
}

static void a_late_bad_byte_is_named_by_its_place(void **state)
{
    (void)state;
    static const char declaration[] = "<?xml version=\"1.0\" encoding=\"windows-1252\"?>";
    static char bytes[200000];
    memset(bytes, 'x', sizeof(bytes));
    memcpy(bytes, declaration, sizeof(declaration) - 1);
    bytes[150000] = '\x8d';
    assert_not_decoded(bytes, sizeof(bytes), "the byte at offset 150000 ");
}

static void files_above_the_limit(void **state)
{
    (void)state;
    static char bytes[2000001];
    struct error error = {0};
    memset(bytes, ' ', sizeof(bytes));
    bytes[0] = '<';
    char *text = read_all(bytes, sizeof(bytes) - 1, 2000000, &error);
    assert_non_null(text);
    free(text);
    assert_null(read_all(bytes, sizeof(bytes), 2000000, &error));
    assert_int_equal(error.status, STATUS_INPUT);
    assert_non_null(strstr(error.text, "the file is larger than 2 MB."));
}

static void assert_not_opened(const char *name, const char *expected)
{
    struct error error = {0};
    struct source source;
    assert_false(source_open(&source, name, LIMIT, &error));
    source_close(&source);
    assert_int_equal(error.status, STATUS_INPUT);
    assert_string_equal(error.text, expected);
}

static void files_that_are_not_there(void **state)
{
    (void)state;
    assert_not_opened("/nowhere/at/all.xml", "/nowhere/at/all.xml: there is no such file.");
    assert_not_opened("/", "/: cannot be read: Is a directory.");
}

/* A pipe gives what it has, however little; its size is not known beforehand. */
static void standard_input(void **state)
{
    (void)state;
    int ends[2];
    struct error error = {0};
    struct source source;
    const char *bytes = NULL;
    size_t got = 0;
    int old = dup(STDIN_FILENO);
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "<a>\xc3\xa9</a>", 9), 9);
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    assert_true(source_open(&source, "-", LIMIT, &error));
    assert_int_equal(source.size, 0);
    assert_true(source_read(&source, &bytes, &got, &error));
    assert_int_equal(got, 9);
    assert_memory_equal(bytes, "<a>\xc3\xa9</a>", 9);
    assert_true(source_read(&source, &bytes, &got, &error));
    assert_int_equal(got, 0);
    assert_int_equal(source.consumed, 9);
    source_close(&source);
    lines_free(&source.lines);
    if (old >= 0) {
        dup2(old, STDIN_FILENO);
        close(old);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_unless_something_else_is_said),
        cmocka_unit_test(declared_encodings),
        cmocka_unit_test(byte_order_marks),
        cmocka_unit_test(a_mark_counts_more_than_the_declaration),
        cmocka_unit_test(unsupported_encodings),
        cmocka_unit_test(a_long_name_of_an_encoding_is_cut),
        cmocka_unit_test(files_of_other_kinds),
        cmocka_unit_test(empty_files),
        cmocka_unit_test(utf8_goes_through),
        cmocka_unit_test(utf16_with_and_without_a_mark),
        cmocka_unit_test(windows_1252),
        cmocka_unit_test(latin_encodings),
        cmocka_unit_test(bytes_that_the_encoding_does_not_have),
        cmocka_unit_test(characters_across_chunks),
        cmocka_unit_test(a_late_bad_byte_is_named_by_its_place),
        cmocka_unit_test(files_above_the_limit),
        cmocka_unit_test(files_that_are_not_there),
        cmocka_unit_test(standard_input),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
