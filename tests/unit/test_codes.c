/* Code lists, looked up by text. */
#include "../../core/model/codes.h"

#include "unit.h"

static const struct sv_code entries[] = {{"0", "zero", 2017, 0},   {"1A", "one", 2017, 0},
                                         {"1B", "other", 2021, 0}, {"10", "ten", 2017, 2020},
                                         {"NONE", "", 2017, 0},    {"A B", "", 2017, 0}};
static const struct sv_code_list list = {"List", entries, COUNT_OF(entries)};
static const struct sv_code_list empty_list = {"Empty", NULL, 0};

static int find(const struct codes *codes, const char *text)
{
    return codes_find(codes, text, strlen(text));
}

static void every_entry_is_found_at_its_place(void **state)
{
    (void)state;
    struct codes *codes = codes_new(&list);
    for (size_t i = 0; i < COUNT_OF(entries); i++)
        assert_int_equal(find(codes, entries[i].code), i);
    assert_ptr_equal(codes_list(codes), &list);
    codes_free(codes);
}

static void spelling_is_exact(void **state)
{
    (void)state;
    static const char *const others[] = {"",    "1",     "1a", "01A", "1A ", " 1A", "None",
                                         "NON", "NONEE", "A",  "AB",  "00",  "1C",  "\302\2401A"};
    struct codes *codes = codes_new(&list);
    for (size_t i = 0; i < COUNT_OF(others); i++)
        assert_int_equal(find(codes, others[i]), -1);
    codes_free(codes);
}

static void only_the_given_bytes_count(void **state)
{
    (void)state;
    struct codes *codes = codes_new(&list);
    assert_int_equal(codes_find(codes, "1Axyz", 2), 1);
    assert_int_equal(codes_find(codes, "NONE", 3), -1);
    assert_int_equal(codes_find(codes, "0", 2), -1); /* the byte behind is not part of the code */
    codes_free(codes);
}

/* Years are the business of rules: a code of any year is found. */
static void codes_of_all_years_are_found(void **state)
{
    (void)state;
    struct codes *codes = codes_new(&list);
    assert_int_equal(find(codes, "10"), 3);
    assert_int_equal(find(codes, "1B"), 2);
    codes_free(codes);
}

static void an_empty_list_has_nothing(void **state)
{
    (void)state;
    struct codes *codes = codes_new(&empty_list);
    assert_int_equal(find(codes, ""), -1);
    assert_int_equal(find(codes, "A"), -1);
    codes_free(codes);
    codes_free(NULL);
}

static void a_long_list(void **state)
{
    (void)state;
    enum { MANY = 5000 };
    static char texts[MANY][8];
    static struct sv_code many[MANY];
    const struct sv_code_list long_list = {"Long", many, MANY};
    for (int i = 0; i < MANY; i++) {
        snprintf(texts[i], sizeof(texts[i]), "%d", i * 7);
        many[i].code = texts[i];
    }
    struct codes *codes = codes_new(&long_list);
    for (int i = 0; i < MANY; i++)
        assert_int_equal(find(codes, texts[i]), i);
    assert_int_equal(find(codes, "8"), -1);
    codes_free(codes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_entry_is_found_at_its_place),
        cmocka_unit_test(spelling_is_exact),
        cmocka_unit_test(only_the_given_bytes_count),
        cmocka_unit_test(codes_of_all_years_are_found),
        cmocka_unit_test(an_empty_list_has_nothing),
        cmocka_unit_test(a_long_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
