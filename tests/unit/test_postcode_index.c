/* Index files that are damaged, cut off, of another kind, or made with evil intent. */
#include "../../core/reference/postcode_index.h"

#include "../../core/reference/postcodes.h"
#include "folder.h"

enum { ENTRIES = 500, AUTHORITIES = 3 };

/* A table of the test, in parts that can be changed. */
static struct postcode_entry entries[ENTRIES];
static uint32_t starts[POSTCODE_STARTS + 1];
static char authorities[AUTHORITIES][POSTCODE_AUTHORITY_ROOM];
static struct postcode_table table;
static struct postcode_about about;
static struct error error;

/* The entries are AAA0 to AAA9, then AAB0 and so on. */
static void name(int entry, char text[8])
{
    snprintf(text, 8, "A%c%c%d", 'A' + entry / 260, 'A' + entry / 10 % 26, entry % 10);
}

static void make_table(void)
{
    memset(authorities, 0, sizeof(authorities));
    strcpy(authorities[1], "E06000001");
    strcpy(authorities[2], "S12000002");
    memset(starts, 0, sizeof(starts));
    for (int i = 0; i < ENTRIES; i++) {
        char text[8];
        name(i, text);
        uint64_t number = postcode_number(text, strlen(text));
        entries[i] = (struct postcode_entry){number << 16 | (unsigned)(i % AUTHORITIES), i, -i};
        starts[number / (37 * 37 * 37 * 37) + 1]++;
    }
    for (size_t i = 1; i <= POSTCODE_STARTS; i++)
        starts[i] += starts[i - 1];
    table =
        (struct postcode_table){.entries = entries,
                                .count = ENTRIES,
                                .starts = starts,
                                .authorities = (const char(*)[POSTCODE_AUTHORITY_ROOM])authorities,
                                .authority_count = AUTHORITIES};
    about = (struct postcode_about){.edition = "May", .source = "onspd.csv", .build_day = 20000};
}

/* Writes the table, with the right sum over whatever is in it, and opens the file. */
static struct postcodes *write_and_open(void)
{
    const char *path = in_folder("test.idx");
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    uint64_t size = postcode_index_write(out, &table, &about);
    assert_int_equal(ftell(out), size);
    assert_int_equal(fclose(out), 0);
    memset(&error, 0, sizeof(error));
    return postcodes_open(path, &error);
}

static void assert_refused(const struct postcodes *postcodes, const char *text)
{
    assert_null(postcodes);
    assert_int_equal(error.status, STATUS_INPUT);
    if (!strstr(error.text, text) || !strstr(error.text, ".idx: "))
        fail_msg("\"%s\" was not said: %s", text, error.text);
}

/* Searches for everything that could lead astray; what it finds does not matter. */
static unsigned search_everywhere(const struct postcodes *postcodes)
{
    static const char characters[] = "09AMZ";
    unsigned found = 0;
    for (int i = 0; i < 5 * 5 * 5 * 5 * 5; i++) {
        char text[6];
        struct postcode postcode;
        for (int place = 0, rest = i; place < 5; place++, rest /= 5)
            text[place] = characters[rest % 5];
        text[5] = '\0';
        found += postcodes_find(postcodes, text, &postcode);
    }
    for (int i = 0; i < ENTRIES; i++) {
        char text[8];
        struct postcode postcode = {.authority = ""};
        name(i, text);
        found += postcodes_find(postcodes, text, &postcode);
        size_t length = strlen(postcode.authority);
        assert_true(length == 0 || length == POSTCODE_AUTHORITY_LENGTH);
        if (postcode.located) {
            assert_true(abs(postcode.easting) < POSTCODE_PLACE_LIMIT);
            assert_true(abs(postcode.northing) < POSTCODE_PLACE_LIMIT);
        }
    }
    return found;
}

static void a_good_one(void **state)
{
    (void)state;
    make_table();
    struct postcodes *postcodes = write_and_open();
    assert_non_null(postcodes);
    assert_int_equal(search_everywhere(postcodes), ENTRIES);
    for (int i = 0; i < ENTRIES; i++) {
        char text[8];
        struct postcode found;
        name(i, text);
        assert_true(postcodes_find(postcodes, text, &found));
        assert_true(found.located);
        assert_int_equal(found.easting, i);
        assert_int_equal(found.northing, -i);
        assert_string_equal(found.authority, authorities[i % AUTHORITIES]);
    }
    assert_string_equal(postcodes_edition(postcodes), "May");
    assert_int_equal(postcodes_count(postcodes), ENTRIES);
    assert_int_equal(postcodes_build_day(postcodes), 20000);
    postcodes_close(postcodes);
}

static void cut_off(void **state)
{
    (void)state;
    make_table();
    postcodes_close(write_and_open());
    size_t length;
    char *bytes = read_file(in_folder("test.idx"), &length);
    for (size_t left = 8; left < length; left += left < 260 ? 1 : 4999) {
        struct postcodes *postcodes = postcodes_open(write_file("cut.idx", bytes, left), &error);
        assert_refused(postcodes, left < 256 ? "damaged" : "not copied completely, or is damaged");
    }
    struct postcodes *postcodes = postcodes_open(write_file("cut.idx", bytes, length - 1), &error);
    assert_refused(postcodes, "not copied completely");
    free(bytes);
}

static void longer(void **state)
{
    (void)state;
    make_table();
    postcodes_close(write_and_open());
    FILE *out = fopen(in_folder("test.idx"), "a");
    assert_non_null(out);
    fputs("12345678", out);
    fclose(out);
    assert_refused(postcodes_open(in_folder("test.idx"), &error), "damaged");
}

/* Any bit of any byte; behind the header not all of them, for the sake of time. */
static void damaged(void **state)
{
    (void)state;
    make_table();
    postcodes_close(write_and_open());
    size_t length;
    char *bytes = read_file(in_folder("test.idx"), &length);
    for (size_t at = 0; at < length; at += at < 310 || at > length - 20 ? 1 : 2999) {
        char whole = bytes[at];
        bytes[at] ^= (char)(1U << at % 8);
        struct postcodes *postcodes = postcodes_open(write_file("bad.idx", bytes, length), &error);
        assert_refused(postcodes, at < 8 ? "no postcode directory" : "Make it again");
        bytes[at] = whole;
    }
    free(bytes);
}

static void assert_header_refused(size_t at, uint32_t value, const char *expected)
{
    size_t length;
    char *bytes = read_file(in_folder("test.idx"), &length);
    memcpy(bytes + at, &value, sizeof(value));
    assert_refused(postcodes_open(write_file("bad.idx", bytes, length), &error), expected);
    free(bytes);
}

static void of_another_kind(void **state)
{
    (void)state;
    make_table();
    postcodes_close(write_and_open());
    assert_header_refused(8, 2, "is of version 2, and this is a program for version 1. Make it");
    assert_header_refused(12, 0x04030201, "made on another kind of machine. Make it");
    assert_header_refused(16, 264, "damaged");
    assert_header_refused(20, 0, "damaged"); /* entries */
    assert_header_refused(20, ENTRIES + 1, "damaged");
    assert_header_refused(20, UINT32_MAX, "damaged");
    assert_header_refused(24, 0, "in place of 0"); /* size */
    assert_header_refused(40, 0, "damaged");       /* authorities */
    assert_header_refused(40, AUTHORITIES + 1, "damaged");
    assert_header_refused(40, UINT32_MAX, "damaged");
}

static void texts_that_nobody_should_see(void **state)
{
    (void)state;
    static const char *const bad[] = {"\x1b[2J", "a\nb", "\xff", "\xc3", "\xc2\x9b"};
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        make_table();
        strcpy(about.edition, bad[i]);
        assert_refused(write_and_open(), "damaged");
        make_table();
        strcpy(about.source, bad[i]);
        assert_refused(write_and_open(), "damaged");
    }
    make_table();
    memset(about.edition, 'x', sizeof(about.edition));
    assert_refused(write_and_open(), "damaged");
    make_table();
    memset(about.source, 'x', sizeof(about.source));
    assert_refused(write_and_open(), "damaged");
    static const int32_t days[] = {-1, INT32_MIN, INT32_MAX, POSTCODE_LAST_DAY + 1};
    for (size_t i = 0; i < COUNT_OF(days); i++) {
        make_table();
        about.build_day = days[i];
        assert_refused(write_and_open(), "damaged");
    }
}

static void codes_that_are_none(void **state)
{
    (void)state;
    static const char *const bad[] = {"",          "E0600000",  "E060000011",
                                      "e06000001", "E06 00001", "E0600000\n"};
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        make_table();
        memset(authorities[2], 0, sizeof(authorities[2]));
        strcpy(authorities[2], bad[i]);
        assert_refused(write_and_open(), "damaged");
    }
    make_table();
    strcpy(authorities[0], "E06000001"); /* must be the empty one */
    assert_refused(write_and_open(), "damaged");
    make_table();
    memset(authorities[2], 'A', sizeof(authorities[2])); /* no NUL */
    assert_refused(write_and_open(), "damaged");
    make_table();
    authorities[2][15] = 'A';
    assert_refused(write_and_open(), "damaged");
}

static void starts_that_lead_outside(void **state)
{
    (void)state;
    static const struct {
        size_t place;
        uint32_t value;
    } bad[] = {{0, 1},
               {POSTCODE_STARTS, ENTRIES - 1},
               {POSTCODE_STARTS, ENTRIES + 1},
               {POSTCODE_STARTS, UINT32_MAX},
               {POSTCODE_STARTS - 1, ENTRIES + 1},
               {10, UINT32_MAX},
               {100, ENTRIES}};
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        make_table();
        starts[bad[i].place] = bad[i].value;
        assert_refused(write_and_open(), "damaged");
    }
}

/* They are not checked when the file is opened: a search must be safe all the same. */
static void entries_that_are_wrong(void **state)
{
    (void)state;
    unsigned random = 3;
    for (int turn = 0; turn < 20; turn++) {
        make_table();
        for (int i = 0; i < ENTRIES; i++) {
            uint64_t words[2] = {0};
            for (int word = 0; word < 4; word++) {
                random = random * 1103515245 + 12345;
                words[word / 2] = words[word / 2] << 32 | random;
            }
            if (turn % 2)
                memcpy(&entries[i], words, sizeof(words));
            else if (random & 0x10000) /* the right postcode with nonsense behind it */
                entries[i] = (struct postcode_entry){entries[i].key | 0xffff, (int32_t)words[0],
                                                     (int32_t)words[1]};
        }
        struct postcodes *postcodes = write_and_open();
        assert_non_null(postcodes);
        search_everywhere(postcodes);
        postcodes_close(postcodes);
    }
}

static void nonsense_is_told_so(void **state)
{
    (void)state;
    make_table();
    entries[0].key |= 0xffff;
    entries[1].easting = POSTCODE_PLACE_LIMIT;
    entries[2].northing = POSTCODE_NO_PLACE;
    struct postcodes *postcodes = write_and_open();
    struct postcode found;
    assert_true(postcodes_find(postcodes, "AAA0", &found));
    assert_string_equal(found.authority, "");
    for (int i = 1; i < 3; i++) {
        char text[8];
        name(i, text);
        assert_true(postcodes_find(postcodes, text, &found));
        assert_false(found.located);
        assert_int_equal(found.easting, 0);
    }
    postcodes_close(postcodes);
}

static void plain_texts(void **state)
{
    (void)state;
    assert_true(postcode_index_is_plain(""));
    assert_true(postcode_index_is_plain("May 2026, \xc3\xa9 \xe2\x82\xac \xc2\xa0"));
    assert_false(postcode_index_is_plain("\x1f"));
    assert_false(postcode_index_is_plain("a\x7f"));
    assert_false(postcode_index_is_plain("\xc2\x80"));
    assert_false(postcode_index_is_plain("\xc2\x9f"));
    assert_false(postcode_index_is_plain("\xe2\x82"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_good_one),
        cmocka_unit_test(cut_off),
        cmocka_unit_test(longer),
        cmocka_unit_test(damaged),
        cmocka_unit_test(of_another_kind),
        cmocka_unit_test(texts_that_nobody_should_see),
        cmocka_unit_test(codes_that_are_none),
        cmocka_unit_test(starts_that_lead_outside),
        cmocka_unit_test(entries_that_are_wrong),
        cmocka_unit_test(nonsense_is_told_so),
        cmocka_unit_test(plain_texts),
    };
    return cmocka_run_group_tests(tests, folder_make, folder_remove);
}
