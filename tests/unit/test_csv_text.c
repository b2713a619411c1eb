/* Clean UTF-8 from raw bytes: byte order marks, Windows-1252, bad bytes, NULs. */
#include "../../core/input/csv_text.h"

#include <iconv.h>

#include "unit.h"

/* Bytes with their number, so that they may hold NULs. */
#define BYTES(text) (text), sizeof(text) - 1
#define BAD "\xef\xbf\xbd" /* U+FFFD */
#define EURO "\xe2\x82\xac"

enum { SHOWN_MAX = 1024 };
static char shown[SHOWN_MAX];

static void note(void *context, enum csv_text_defect kind, uint32_t offset)
{
    static const char *const names[] = {"1252", "bad", "nul"};
    assert_ptr_equal(context, shown);
    size_t used = strlen(shown);
    snprintf(shown + used, sizeof(shown) - used, "%s@%u ", names[kind], offset);
}

static struct csv_text clean(const char *raw, size_t length)
{
    struct csv_text text;
    char *copy = malloc(length ? length : 1); /* without a NUL, for the sanitizers */
    assert_non_null(copy);
    memcpy(copy, raw, length);
    shown[0] = '\0';
    assert_true(csv_text_clean(&text, copy, length, note, shown));
    return text;
}

static void assert_clean(const char *raw, size_t length, const char *expected, const char *defects)
{
    struct csv_text text = clean(raw, length);
    assert_int_equal(text.length, strlen(expected));
    assert_memory_equal(text.bytes, expected, text.length);
    assert_string_equal(shown, defects);
    free(text.memory);
}

static void clean_texts_stay(void **state)
{
    (void)state;
    assert_clean(BYTES(""), "", "");
    assert_clean(BYTES("CHILD,SEX\r\n1,2\r3\n"), "CHILD,SEX\r\n1,2\r3\n", "");
    assert_clean(BYTES("\x01\x7f\t\x1b"), "\x01\x7f\t\x1b", "");
    assert_clean(BYTES("Zo\xc3\xab " EURO " \xf0\x9f\x98\x80"),
                 "Zo\xc3\xab " EURO " \xf0\x9f\x98\x80", "");
}

static void a_clean_text_is_not_copied(void **state)
{
    (void)state;
    struct csv_text text;
    char *raw = malloc(4);
    assert_non_null(raw);
    memcpy(raw, "abcd", 4);
    assert_true(csv_text_clean(&text, raw, 4, NULL, NULL));
    assert_ptr_equal(text.memory, raw);
    assert_ptr_equal(text.bytes, raw);
    free(text.memory);
}

static void byte_order_marks(void **state)
{
    (void)state;
    assert_clean(BYTES("\xef\xbb\xbf"
                       "a,b"),
                 "a,b", "");
    assert_clean(BYTES("\xef\xbb\xbf"), "", "");
    assert_clean(BYTES("\xef\xbb\xbf\xef\xbb\xbfx"), "\xef\xbb\xbfx", ""); /* one only */
    assert_clean(BYTES("a\xef\xbb\xbf"), "a\xef\xbb\xbf", "");
    assert_clean(BYTES("\xef\xbb"), "\xc3\xaf\xc2\xbb", "1252@0 "); /* half a mark is none */
    /* Whoever writes a mark means UTF-8. */
    assert_clean(BYTES("\xef\xbb\xbf"
                       "a\x92"
                       "b"),
                 "a" BAD "b", "bad@1 ");
}

static void windows_1252(void **state)
{
    (void)state;
    assert_clean(BYTES("O\x92"
                       "Brien,Zo\xeb,\x80"),
                 "O\xe2\x80\x99"
                 "Brien,Zo\xc3\xab," EURO,
                 "1252@1 ");
    assert_clean(BYTES("\xff\x81"), "\xc3\xbf" BAD, "1252@0 ");
    assert_clean(BYTES("12345678\xc9"), "12345678\xc3\x89", "1252@8 ");
}

/* All 128 bytes, compared with what the C library makes of them. */
static void every_byte_of_windows_1252(void **state)
{
    (void)state;
    iconv_t decoder = iconv_open("UTF-8", "WINDOWS-1252");
    if (decoder == (iconv_t)-1)
        skip();
    for (int byte = 0x80; byte < 0x100; byte++) {
        char raw[2] = {(char)byte, 'x'};
        char expected[8] = {0};
        char *from = raw;
        char *to = expected;
        size_t left = 1;
        size_t room = sizeof(expected) - 1;
        if (iconv(decoder, &from, &left, &to, &room) == (size_t)-1)
            strcpy(expected, BAD);
        iconv(decoder, NULL, NULL, NULL, NULL);
        strcat(expected, "x");
        assert_clean(raw, 2, expected, "1252@0 ");
    }
    iconv_close(decoder);
}

static void bad_bytes_in_utf8(void **state)
{
    (void)state;
    assert_clean(BYTES("\xc3\xab\x92-"), "\xc3\xab" BAD "-", "bad@2 ");
    /* Offsets count the clean text; each byte is one defect. */
    assert_clean(BYTES("\xff\xc3\xab\xff\xfe"), BAD "\xc3\xab" BAD BAD, "bad@0 bad@5 bad@8 ");
    assert_clean(BYTES(EURO "\xe2\x82,"), EURO BAD BAD ",", "bad@3 bad@6 ");
    assert_clean(BYTES("\xc3\xab\xc3"), "\xc3\xab" BAD, "bad@2 ");
    assert_clean(BYTES("\xc3\xab\xf0\x9f\x98"), "\xc3\xab" BAD BAD BAD, "bad@2 bad@5 bad@8 ");
}

/* Too long, surrogates, beyond the last character; and their neighbours, which are right. */
static void limits_of_utf8(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
    } cases[] = {{"\x7f", 1},
                 {"\x80", 0},
                 {"\xc1\xbf", 0},
                 {"\xc2\x80", 2},
                 {"\xc2\x7f", 0},
                 {"\xc2\xc0", 0},
                 {"\xdf\xbf", 2},
                 {"\xe0\x9f\xbf", 0},
                 {"\xe0\xa0\x80", 3},
                 {"\xed\x9f\xbf", 3},
                 {"\xed\xa0\x80", 0},
                 {"\xee\x80\x80", 3},
                 {"\xef\xbf\xbf", 3},
                 {"\xef\xbf\x7f", 0},
                 {"\xf0\x8f\xbf\xbf", 0},
                 {"\xf0\x90\x80\x80", 4},
                 {"\xf0\x90\x80\xc0", 0},
                 {"\xf4\x8f\xbf\xbf", 4},
                 {"\xf4\x90\x80\x80", 0},
                 {"\xf5\x80\x80\x80", 0},
                 {"\xff", 0}};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        size_t length = strlen(cases[i].bytes);
        assert_int_equal(csv_text_character(cases[i].bytes, length), cases[i].length);
        for (size_t left = 1; left < cases[i].length; left++)
            assert_int_equal(csv_text_character(cases[i].bytes, left), 0);
    }
}

static void nuls(void **state)
{
    (void)state;
    assert_clean(BYTES("a\0b\0"), "a" BAD "b" BAD, "nul@1 nul@5 ");
    assert_clean(BYTES("\0"), BAD, "nul@0 ");
    assert_clean(BYTES("\0\xc3\xab\x80"), BAD "\xc3\xab" BAD, "nul@0 bad@5 ");
    assert_clean(BYTES("\0\xe9\0\xe9"), BAD "\xc3\xa9" BAD "\xc3\xa9", "nul@0 1252@3 nul@5 ");
}

/* What is not clean is found at each place of the words of eight bytes. */
static void at_every_place(void **state)
{
    (void)state;
    static const char *const odd[] = {"\0", "\x80", "\xc3\xab", EURO};
    static const char *const expected[] = {BAD, EURO, "\xc3\xab", EURO};
    static const size_t lengths[] = {1, 1, 2, 3};
    for (size_t length = 4; length < 40; length++) {
        for (size_t at = 0; at + 3 <= length; at++) {
            for (size_t i = 0; i < COUNT_OF(odd); i++) {
                char raw[40];
                char result[48] = {0};
                memset(raw, '\x01', length);
                memcpy(raw + at, odd[i], lengths[i]);
                memcpy(result, raw, at);
                strcat(result, expected[i]);
                memset(result + strlen(result), '\x01', length - at - lengths[i]);
                struct csv_text text = clean(raw, length);
                assert_int_equal(text.length, strlen(result));
                assert_memory_equal(text.bytes, result, text.length);
                assert_int_equal(shown[0] != '\0', i < 2);
                free(text.memory);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clean_texts_stay),
        cmocka_unit_test(a_clean_text_is_not_copied),
        cmocka_unit_test(byte_order_marks),
        cmocka_unit_test(windows_1252),
        cmocka_unit_test(every_byte_of_windows_1252),
        cmocka_unit_test(bad_bytes_in_utf8),
        cmocka_unit_test(limits_of_utf8),
        cmocka_unit_test(nuls),
        cmocka_unit_test(at_every_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
