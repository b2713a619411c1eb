/* The postcode directory: what is read from a CSV file, and what is found again. */
#include "../../core/reference/postcodes.h"

#include <sys/stat.h>
#include <unistd.h>

#include "folder.h"

#define HEADING "pcd,oseast1m,osnrth1m,laua_upper\n"

enum { DAY = 20000 };

static struct error error;
static struct postcodes_made made;

static bool build(const char *csv, const char *edition)
{
    struct postcodes_request request = {.csv_path = csv, .edition = edition, .today = DAY};
    request.index_path = in_folder("postcodes.idx");
    memset(&error, 0, sizeof(error));
    return postcodes_build(&request, &made, &error);
}

static struct postcodes *open_directory(const char *path)
{
    struct postcodes *postcodes = postcodes_open(path, &error);
    if (!postcodes)
        fail_msg("refused: %s", error.text);
    return postcodes;
}

/* An index of a CSV file with this text. */
static struct postcodes *directory(const char *text)
{
    if (!build(write_text("directory.csv", text), NULL))
        fail_msg("refused: %s", error.text);
    return open_directory(in_folder("postcodes.idx"));
}

/* What a look-up says, as one text. */
static const char *look_up(const struct postcodes *postcodes, const char *text)
{
    static char said[64];
    struct postcode found;
    if (!postcodes_find(postcodes, text, &found))
        return "none";
    if (found.located)
        snprintf(said, sizeof(said), "%d,%d %s", found.easting, found.northing, found.authority);
    else
        snprintf(said, sizeof(said), "nowhere %s", found.authority);
    assert_true(found.located || (found.easting == 0 && found.northing == 0));
    return said;
}

static void assert_refused(enum status status, const char *text)
{
    assert_int_equal(error.status, status);
    if (!strstr(error.text, text))
        fail_msg("\"%s\" was not said: %s", text, error.text);
}

static void assert_found(const char *text, const char *postcode, const char *expected)
{
    struct postcodes *postcodes = directory(text);
    assert_string_equal(look_up(postcodes, postcode), expected);
    postcodes_close(postcodes);
}

static void what_the_rows_say(void **state)
{
    (void)state;
    struct postcodes *postcodes = directory(HEADING "B15 8PZ,405123,284456,E08000025\n"
                                                    "ZE1 0AA,447692,1141450,S12000027\n"
                                                    "BT1 1AA,,,N09000003\n"
                                                    "GIR 0AA,533500,181000,\n"
                                                    "XX1 1XX,,,\n"
                                                    "YY1 1YY,-12,0,L93000001\n");
    assert_string_equal(look_up(postcodes, "B15 8PZ"), "405123,284456 E08000025");
    assert_string_equal(look_up(postcodes, "ZE1 0AA"), "447692,1141450 S12000027");
    assert_string_equal(look_up(postcodes, "BT1 1AA"), "nowhere N09000003");
    assert_string_equal(look_up(postcodes, "GIR0AA"), "533500,181000 ");
    assert_string_equal(look_up(postcodes, "XX1 1XX"), "nowhere ");
    assert_string_equal(look_up(postcodes, "YY1 1YY"), "-12,0 L93000001");
    assert_int_equal(postcodes_count(postcodes), 6);
    postcodes_close(postcodes);
    assert_int_equal(made.counts.rows, 6);
    assert_int_equal(made.counts.first_left_out, 0);
}

static void spaces_and_case_do_not_matter(void **state)
{
    (void)state;
    static const char *const same[] = {"b15 8pz", "B158PZ", "  b1 5  8Pz ", "B 1 5 8 P Z",
                                       "b158PZ"};
    static const char *const others[] = {"",         " ",          "B15 8P",  "B15 8PZZ",
                                         "B15 8PA",  "B15\t8PZ",   "B15-8PZ", "C15 8PZ",
                                         "B15 8PZ0", "B1\xc3\xa9", "15 8PZ",  "B15 8P\xda"};
    struct postcodes *postcodes = directory(HEADING " b15  8pz ,1,2,e08000025\n");
    for (size_t i = 0; i < COUNT_OF(same); i++)
        assert_string_equal(look_up(postcodes, same[i]), "1,2 E08000025");
    for (size_t i = 0; i < COUNT_OF(others); i++)
        assert_string_equal(look_up(postcodes, others[i]), "none");
    postcodes_close(postcodes);
}

static void names_of_columns(void **state)
{
    (void)state;
    static const char *const files[] = {
        "pcd,oseast1m,osnrth1m,laua_upper\nA1 1AA,7,8,E06000001\n",
        "\xef\xbb\xbfpcd7,east1m,north1m,laua_upper\r\nA1 1AA,7,8,E06000001\r\n",
        "pcds,OSEAST1M,North1M,LAUA_Upper\nA1 1AA,7,8,E06000001",
        "laua_upper, osnrth1m ,x,\"oseast1m\",,PCD\n\"E06000001\",\"8\",y,7,,A11AA,more,cells\n",
        "pcd;oseast1m;osnrth1m;laua_upper\nA1 1AA;7;8;E06000001\n",
        "pcds,pcd,oseast1m,osnrth1m,laua_upper\nB1 1BB,A1 1AA,7,8,E06000001\n",
        "pcd,oseast1m,osnrth1m,oscty,oslaua,laua_upper\nA1 1AA,7,8,E10000003,E07000008,E06000001\n",
        "pcd,oseast1m,osnrth1m,oscty,oslaua\nA1 1AA,7,8,E99999999,E06000001\n",
        "pcd7,east1m,north1m,cty25cd,lad25cd\nA1 1AA,7,8,E99999999,E06000001\n",
        "pcd7,east1m,north1m,LAD09CD,CTY99CD\nA1 1AA,7,8,E06000001,\n",
    };
    for (size_t i = 0; i < COUNT_OF(files); i++)
        assert_found(files[i], "A1 1AA", "7,8 E06000001");
}

/* A county council counts where there is one; anything else in the column of counties does not. */
static void county_or_district(void **state)
{
    (void)state;
#define AREAS "pcd,oseast1m,osnrth1m,cty24cd,lad24cd\nA1 1AA,1,2,"
    assert_found(AREAS "E10000003,E07000008\n", "A11AA", "1,2 E10000003");
    assert_found(AREAS "e10000003,E07000008\n", "A11AA", "1,2 E10000003");
    assert_found(AREAS "E10000003,\n", "A11AA", "1,2 E10000003");
    assert_found(AREAS "E11000001,E08000001\n", "A11AA", "1,2 E08000001");
    assert_found(AREAS "S99999999,S12000033\n", "A11AA", "1,2 S12000033");
    assert_found(AREAS ",E09000001\n", "A11AA", "1,2 E09000001");
    assert_found(AREAS ",\n", "A11AA", "1,2 ");
    assert_found(AREAS "E99999999\n", "A11AA", "1,2 "); /* the record ends early */
}

static void missing_columns(void **state)
{
    (void)state;
    static const struct {
        const char *heading;
        const char *said[3];
        const char *not_said;
    } cases[] = {
        {"oseast1m,osnrth1m,laua_upper\n", {"the postcode (pcd, pcd7 or pcds)."}, "authority"},
        {"pcd,osnrth1m,laua_upper\n", {"the easting (oseast1m or east1m)."}, "northing"},
        {"pcd,oseast1m,laua_upper\n", {"the northing (osnrth1m or north1m)."}, "easting"},
        {"pcd,oseast1m,osnrth1m\n", {"the authority (laua_upper, or both the county"}, "easting"},
        {"pcd,oseast1m,osnrth1m,oscty\n", {"the authority (laua_upper"}, "easting"},
        {"pcd,oseast1m,osnrth1m,lad25cd,ctyXXcd,cty2cd,cty250cd\n", {"the authority"}, "easting"},
        {"CHILD,DOB\n1,2\n", {"the postcode", "the northing", "the authority"}, "; ."},
        {"\n\n", {"the postcode", "the northing", "the authority"}, "; ."},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_false(build(write_text("directory.csv", cases[i].heading), NULL));
        for (size_t said = 0; said < 3 && cases[i].said[said]; said++)
            assert_refused(STATUS_INPUT, cases[i].said[said]);
        assert_refused(STATUS_INPUT, "directory.csv: this is no postcode directory");
        assert_null(strstr(error.text, cases[i].not_said));
    }
}

static void rows_that_cannot_be_used(void **state)
{
    (void)state;
    struct postcodes *postcodes = directory(HEADING "A1 1AA,1,2,E06000001\n"
                                                    "A1 1AAAAA,1,2,E06000001\n" /* row 3 */
                                                    ",1,2,E06000001\n"
                                                    "A1-1AB,1,2,E06000001\n"
                                                    ",,,\n"
                                                    "A1 1AC,1.5,2,E06000001\n"
                                                    "A1 1AD,1,,E06000001\n"
                                                    "A1 1AE,,2,E06000001\n"
                                                    "A1 1AF,1,x,E06000001\n"
                                                    "A1 1AG,10000000,2,E06000001\n"
                                                    "A1 1AH,99999999999999999999,2,E06000001\n"
                                                    "A1 1AJ,-,2,E06000001\n"
                                                    "A1 1AK,+1,2,E06000001\n"
                                                    "A1 1AL,1,2,E0600001\n"
                                                    "A1 1AM,1,2,E060000011\n"
                                                    "A1 1AN,1,2,E06 00001\n"
                                                    "\n"
                                                    "A1 1AP,9999999,-9999999,E06000001\n"
                                                    "A1 1AQ\n");
    assert_int_equal(made.counts.rows, 18);
    assert_int_equal(made.counts.left_out[POSTCODE_FAULT_KEY], 4);
    assert_int_equal(made.counts.left_out[POSTCODE_FAULT_PLACE], 6);
    assert_int_equal(made.counts.left_out[POSTCODE_FAULT_AUTHORITY], 3);
    assert_int_equal(made.counts.first_left_out, 3);
    assert_int_equal(made.postcodes, 5);
    assert_string_equal(look_up(postcodes, "A1 1AA"), "1,2 E06000001");
    assert_string_equal(look_up(postcodes, "A1 1AC"), "none");
    assert_string_equal(look_up(postcodes, "A1 1AD"), "nowhere E06000001"); /* half a place */
    assert_string_equal(look_up(postcodes, "A1 1AE"), "nowhere E06000001");
    assert_string_equal(look_up(postcodes, "A1 1AP"), "9999999,-9999999 E06000001");
    assert_string_equal(look_up(postcodes, "A1 1AQ"), "nowhere ");
    postcodes_close(postcodes);
}

static void the_first_row_of_a_postcode_counts(void **state)
{
    (void)state;
    struct postcodes *postcodes = directory(HEADING "C1 1CC,1,1,E06000001\n"
                                                    "A1 1AA,2,2,E06000002\n"
                                                    "c11cc,3,3,E06000003\n"
                                                    "B1 1BB,x,y,E06000004\n"
                                                    "A11AA,5,5,E06000005\n"
                                                    "B1 1BB,6,6,E06000006\n"
                                                    "C1 1CC,7,7,E06000007\n");
    assert_string_equal(look_up(postcodes, "C1 1CC"), "1,1 E06000001");
    assert_string_equal(look_up(postcodes, "A1 1AA"), "2,2 E06000002");
    assert_string_equal(look_up(postcodes, "B1 1BB"), "6,6 E06000006");
    assert_int_equal(made.counts.repeated, 3);
    assert_int_equal(made.postcodes, 3);
    postcodes_close(postcodes);
}

static void first_and_last_of_all(void **state)
{
    (void)state;
    struct postcodes *postcodes = directory(HEADING "ZZZZZZZ,1,1,\nZZZ,2,2,\n0,3,3,\n0000000,4,4,\n"
                                                    "Z,5,5,\n00,6,6,\nZZ,7,7,\nA,8,8,\n9,9,9,\n");
    static const char *const keys[] = {"zzzzzzz", "zzz", "0", "0000000", "z", "00", "zz", "a", "9"};
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        char expected[16];
        snprintf(expected, sizeof(expected), "%zu,%zu ", i + 1, i + 1);
        assert_string_equal(look_up(postcodes, keys[i]), expected);
    }
    assert_string_equal(look_up(postcodes, "000000"), "none");
    assert_string_equal(look_up(postcodes, "ZZZZZZ"), "none");
    assert_string_equal(look_up(postcodes, "000"), "none");
    postcodes_close(postcodes);
}

enum { RANDOM_ROWS = 30000 };

static struct {
    char key[8];
    int east;
    int north;
    int authority;
} rows[RANDOM_ROWS];

static unsigned next_random(void)
{
    static unsigned seed = 7;
    seed = seed * 1103515245 + 12345;
    return seed >> 12;
}

static void random_key(char key[8])
{
    static const char characters[] = "AB01Z9";
    unsigned length = 4 + next_random() % 4;
    for (unsigned i = 0; i < length; i++)
        key[i] = characters[next_random() % 6];
    key[length] = '\0';
}

/* What the first row with this key says, found the slow way. */
static const char *first_row(const char *key)
{
    static char said[64];
    for (size_t i = 0; i < RANDOM_ROWS; i++) {
        if (strcmp(rows[i].key, key) == 0) {
            snprintf(said, sizeof(said), "%d,%d E%08d", rows[i].east, rows[i].north,
                     rows[i].authority);
            return said;
        }
    }
    return "none";
}

static void compared_with_a_slow_search(void **state)
{
    (void)state;
    FILE *out = fopen(in_folder("random.csv"), "w");
    assert_non_null(out);
    fputs(HEADING, out);
    for (size_t i = 0; i < RANDOM_ROWS; i++) {
        random_key(rows[i].key);
        rows[i].east = (int)(next_random() % 700000);
        rows[i].north = (int)(next_random() % 1300000);
        rows[i].authority = (int)(next_random() % 400);
        fprintf(out, "%s,%d,%d,E%08d\n", rows[i].key, rows[i].east, rows[i].north,
                rows[i].authority);
    }
    assert_int_equal(fclose(out), 0);
    assert_true(build(in_folder("random.csv"), NULL));
    struct postcodes *index = open_directory(in_folder("postcodes.idx"));
    struct postcodes *csv = open_directory(in_folder("random.csv"));
    for (size_t i = 0; i < 3000; i++) {
        char key[8];
        random_key(key);
        const char *expected = first_row(i % 2 ? rows[i * 10].key : key);
        assert_string_equal(look_up(index, i % 2 ? rows[i * 10].key : key), expected);
        assert_string_equal(look_up(csv, i % 2 ? rows[i * 10].key : key), expected);
    }
    assert_int_equal(made.postcodes + made.counts.repeated, RANDOM_ROWS);
    postcodes_close(index);
    postcodes_close(csv);
}

static void files_that_are_no_directory(void **state)
{
    (void)state;
    assert_false(build(write_text("directory.csv", ""), NULL));
    assert_refused(STATUS_INPUT, "the file is empty");
    assert_false(build(in_folder("nosuch.csv"), NULL));
    assert_refused(STATUS_INPUT, "nosuch.csv: the file cannot be read: No such file");
    assert_false(build("/tmp", NULL));
    assert_refused(STATUS_INPUT, "a folder");
    assert_false(build("/dev/null", NULL));
    assert_refused(STATUS_INPUT, "no ordinary file");
    assert_false(build(write_text("directory.csv", HEADING), NULL));
    assert_refused(STATUS_INPUT, "none of its 0 rows");
    assert_false(build(write_text("directory.csv", HEADING "A11AA,1,x,\n,,,\n"), NULL));
    assert_refused(STATUS_INPUT, "none of its 2 rows");
    assert_null(postcodes_open(in_folder("nosuch.idx"), &error));
    assert_refused(STATUS_INPUT, "nosuch.idx");
    assert_null(postcodes_open(write_text("directory.csv", HEADING), &error));
    assert_refused(STATUS_INPUT, "none of its 0 rows");
    postcodes_close(NULL);
}

static void too_many_authorities(void **state)
{
    (void)state;
    for (int count = POSTCODE_AUTHORITIES_MAX - 1; count <= POSTCODE_AUTHORITIES_MAX; count++) {
        FILE *out = fopen(in_folder("many.csv"), "w");
        assert_non_null(out);
        fputs(HEADING, out);
        for (int i = 0; i < count; i++)
            fprintf(out, "A%d,1,2,E%08d\n", i, i);
        assert_int_equal(fclose(out), 0);
        assert_int_equal(build(in_folder("many.csv"), NULL), count < POSTCODE_AUTHORITIES_MAX);
    }
    assert_refused(STATUS_INPUT, "more than 4095 different authorities");
}

static void a_csv_file_is_indexed_at_once(void **state)
{
    (void)state;
    struct postcodes *postcodes =
        open_directory(write_text("ONSPD.MAY.csv", HEADING "B1 1BB,1,2,E06000001\nA1 1AA,3,4,\n"));
    assert_string_equal(look_up(postcodes, "b11bb"), "1,2 E06000001");
    assert_string_equal(look_up(postcodes, "a11aa"), "3,4 ");
    assert_string_equal(postcodes_edition(postcodes), "ONSPD.MAY");
    assert_string_equal(postcodes_path(postcodes), in_folder("ONSPD.MAY.csv"));
    assert_int_equal(postcodes_build_day(postcodes), SV_NONE);
    assert_int_equal(postcodes_count(postcodes), 2);
    postcodes_close(postcodes);
}

static void assert_edition(const char *csv_name, const char *edition, const char *expected)
{
    assert_true(build(write_text(csv_name, HEADING "A1 1AA,1,2,\n"), edition));
    struct postcodes *postcodes = open_directory(in_folder("postcodes.idx"));
    assert_string_equal(postcodes_edition(postcodes), expected);
    assert_int_equal(postcodes_build_day(postcodes), DAY);
    assert_string_equal(postcodes_path(postcodes), in_folder("postcodes.idx"));
    postcodes_close(postcodes);
}

static void editions(void **state)
{
    (void)state;
    char text[80];
    memset(text, 'x', sizeof(text));
    text[63] = '\0';
    assert_edition("ONSPD.csv", NULL, "ONSPD");
    assert_edition("ONSPD", NULL, "ONSPD");
    assert_edition(".csv", NULL, ".csv");
    assert_edition("a\x1b[1m\xff\xc3\xa9.csv", NULL, "a?[1m?\xc3\xa9");
    assert_edition("\xc3\xa9.csv", NULL, "\xc3\xa9");
    assert_edition("ONSPD.csv", "May 2026 \xe2\x80\x93 UK", "May 2026 \xe2\x80\x93 UK");
    assert_edition("ONSPD.csv", text, text);
    text[63] = 'x';
    text[64] = '\0';
    static const char *const refused[] = {"a\nb", "\x7f", "\xff", "\xc2\x85", "\xc3"};
    for (size_t i = 0; i < COUNT_OF(refused); i++) {
        assert_false(build(in_folder("ONSPD.csv"), refused[i]));
        assert_refused(STATUS_USAGE, "at most 63 bytes");
    }
    assert_false(build(in_folder("ONSPD.csv"), text));
    assert_refused(STATUS_USAGE, "at most 63 bytes");
}

/* Equal input gives equal bytes; a failure leaves what was there, and nothing beside it. */
static void whole_or_not_at_all(void **state)
{
    (void)state;
    size_t length, other_length;
    postcodes_close(directory(HEADING "B1 1BB,1,2,E06000001\nA1 1AA,3,4,\n"));
    char *bytes = read_file(in_folder("postcodes.idx"), &length);
    assert_int_equal(length, made.size);
    size_t files = files_in_folder();
    struct postcodes *before = open_directory(in_folder("postcodes.idx"));
    assert_false(build(write_text("directory.csv", "nothing"), NULL));
    assert_int_equal(files_in_folder(), files);
    postcodes_close(directory(HEADING "B1 1BB,1,2,E06000001\nA1 1AA,3,4,\n"));
    assert_int_equal(files_in_folder(), files);
    char *again = read_file(in_folder("postcodes.idx"), &other_length);
    assert_int_equal(other_length, length);
    assert_memory_equal(again, bytes, length);
    postcodes_close(directory(HEADING "C1 1CC,1,2,E06000001\n"));
    assert_string_equal(look_up(before, "B1 1BB"), "1,2 E06000001"); /* still in use */
    postcodes_close(before);
    free(bytes);
    free(again);
}

static void places_that_an_index_cannot_have(void **state)
{
    (void)state;
    const char *csv = write_text("directory.csv", HEADING "A1 1AA,1,2,\n");
    struct postcodes_request request = {.csv_path = csv, .index_path = csv, .today = DAY};
    assert_false(postcodes_build(&request, &made, &error));
    assert_refused(STATUS_USAGE, "would replace the directory that it is made of");
    request.index_path = in_folder("no/such/folder.idx");
    assert_false(postcodes_build(&request, &made, &error));
    assert_refused(STATUS_REPORT, "the index cannot be written: No such file");
    request.index_path = "/tmp";
    assert_false(postcodes_build(&request, &made, &error));
    assert_refused(STATUS_REPORT, "no file that an index could replace");
    request.index_path = in_folder("postcodes.idx");
    request.today = -1;
    assert_false(postcodes_build(&request, &made, &error));
    assert_refused(STATUS_USAGE, "1970");
    request.today = DAY;
    assert_true(postcodes_build(&request, &made, &error));
    request.csv_path = request.index_path;
    request.index_path = in_folder("other.idx");
    assert_false(postcodes_build(&request, &made, &error));
    assert_refused(STATUS_INPUT, "an index already");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_rows_say),
        cmocka_unit_test(spaces_and_case_do_not_matter),
        cmocka_unit_test(names_of_columns),
        cmocka_unit_test(county_or_district),
        cmocka_unit_test(missing_columns),
        cmocka_unit_test(rows_that_cannot_be_used),
        cmocka_unit_test(the_first_row_of_a_postcode_counts),
        cmocka_unit_test(first_and_last_of_all),
        cmocka_unit_test(compared_with_a_slow_search),
        cmocka_unit_test(files_that_are_no_directory),
        cmocka_unit_test(too_many_authorities),
        cmocka_unit_test(a_csv_file_is_indexed_at_once),
        cmocka_unit_test(editions),
        cmocka_unit_test(whole_or_not_at_all),
        cmocka_unit_test(places_that_an_index_cannot_have),
    };
    return cmocka_run_group_tests(tests, folder_make, folder_remove);
}
