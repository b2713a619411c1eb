/* The check letter of unique pupil numbers. */
#include "../../core/base/upn.h"

#include "unit.h"

/*
 * Numbers with one or two digits other than zero, so that the sum of digit times place can be done
 * in the head. The letters are those of the alphabet without I, O and S, from A = 0 to Z = 22; the
 * sum is taken modulo 23.
 */
static const struct {
    const char *number;
    char letter;
    const char *sum;
} permanent[] = {
    {"?000000000000", 'A', "0"},
    {"?000000000020", 'B', "2 * 12 = 24 = 23 + 1"},
    {"?100000000000", 'C', "1 * 2"},
    {"?010000000000", 'D', "1 * 3"},
    {"?001000000000", 'E', "1 * 4"},
    {"?000100000000", 'F', "1 * 5"},
    {"?000010000000", 'G', "1 * 6"},
    {"?000001000000", 'H', "1 * 7"},
    {"?000000100000", 'J', "1 * 8"},
    {"?000000010000", 'K', "1 * 9"},
    {"?000000001000", 'L', "1 * 10"},
    {"?000000000100", 'M', "1 * 11"},
    {"?000000000010", 'N', "1 * 12"},
    {"?000000000001", 'P', "1 * 13"},
    {"?700000000000", 'Q', "7 * 2 = 14"},
    {"?000300000000", 'R', "3 * 5 = 15"},
    {"?004000000000", 'T', "4 * 4 = 16"},
    {"?001000000001", 'U', "1 * 4 + 1 * 13 = 17"},
    {"?060000000000", 'V', "6 * 3 = 18"},
    {"?000010000001", 'W', "1 * 6 + 1 * 13 = 19"},
    {"?000000002000", 'X', "2 * 10 = 20"},
    {"?000003000000", 'Y', "3 * 7 = 21"},
    {"?000000000200", 'Z', "2 * 11 = 22"},
    {"?801200001001", 'H', "16 + 4 + 10 + 10 + 13 = 53 = 2 * 23 + 7"},
    {"?999999999999", 'F', "9 * (2 + ... + 13) = 9 * 90 = 810 = 35 * 23 + 5"},
    {"?123456789012", 'A', "2+6+12+20+30+42+56+72+90+0+12+26 = 368 = 16 * 23"},
};

static void permanent_numbers(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(permanent); i++) {
        if (upn_check_letter(permanent[i].number) != permanent[i].letter)
            fail_msg("%s: %s", permanent[i].number, permanent[i].sum);
    }
}

/* A temporary number ends in a letter, which counts with its place times 13: modulo 23 that is
 * 0, 13, 26 - 23 = 3, 16, 29 - 23 = 6, 19, 9, 22, 12, 2, 15, 5, 18, 8, 21, 11, 1, 14, 4, 17, 7, 20,
 * 10. */
static void temporary_numbers(void **state)
{
    (void)state;
    static const char last[] = "ABCDEFGHJKLMNPQRTUVWXYZ";
    static const char letter[] = "APDTGWKZNCRFVJYMBQEUHXL";
    assert_int_equal(sizeof(last), sizeof(letter));
    for (size_t i = 0; last[i]; i++) {
        char number[14] = "?00000000000";
        number[12] = last[i];
        if (upn_check_letter(number) != letter[i])
            fail_msg("%s: the letter is not %c", number, letter[i]);
    }
    /* 16 + 4 + 10 + 10 = 40, and B = 1 * 13: 53 = 2 * 23 + 7. */
    assert_int_equal(upn_check_letter("?80120000100B"), 'H');
}

static void the_first_character_does_not_count(void **state)
{
    (void)state;
    assert_int_equal(upn_check_letter("H801200001001"), 'H');
    assert_int_equal(upn_check_letter("A801200001001"), 'H');
    assert_int_equal(upn_check_letter(" 801200001001"), 'H');
    assert_int_equal(upn_check_letter("7801200001001"), 'H');
}

static void other_forms_have_no_letter(void **state)
{
    (void)state;
    static const char *const others[] = {
        "",
        "A",
        "A80120000100",   /* too short */
        "A8012000010011", /* too long */
        "A80120000100I",  /* letters that are not used */
        "A80120000100O",
        "A80120000100S",
        "A80120000100b", /* lower case */
        "A80120000A001", /* a letter in the middle */
        "AA01200001001",
        "A8012000010A1",
        "A80120000100 ",
        "A80120000100-",
        "A80120000100\xc3",
        "A8012000010\xc3\xa9", /* 13 bytes, 12 characters */
        "A 01200001001",
    };
    for (size_t i = 0; i < COUNT_OF(others); i++)
        assert_int_equal(upn_check_letter(others[i]), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(permanent_numbers),
        cmocka_unit_test(temporary_numbers),
        cmocka_unit_test(the_first_character_does_not_count),
        cmocka_unit_test(other_forms_have_no_letter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
