/* Figures as text: shares rounded half up, quotients, nothing of nothing. */
#include "../../core/summary/value.h"

#include "unit.h"

static void assert_share(uint64_t part, uint64_t whole, const char *expected)
{
    char text[FIGURE_ROOM];
    share_text(part, whole, text);
    assert_string_equal(text, expected);
}

static void shares(void **state)
{
    (void)state;
    assert_share(0, 0, "n/a (0 of 0)");
    assert_share(0, 7, "0.0% (0 of 7)");
    assert_share(7, 7, "100.0% (7 of 7)");
    assert_share(1, 6, "16.7% (1 of 6)");
    assert_share(285, 321, "88.8% (285 of 321)");
    assert_share(442, 1801, "24.5% (442 of 1801)");
    /* exactly in the middle: up */
    assert_share(1, 2000, "0.1% (1 of 2000)");
    assert_share(1, 2001, "0.0% (1 of 2001)");
    assert_share(1999, 2000, "100.0% (1999 of 2000)");
    assert_share(1, 16, "6.3% (1 of 16)");
    assert_share(3000000000, 4000000000, "75.0% (3000000000 of 4000000000)");
}

static void assert_quotient(int64_t number, int64_t by, const char *expected)
{
    char text[FIGURE_ROOM];
    quotient_text(number, by, text);
    assert_string_equal(text, expected);
}

static void quotients(void **state)
{
    (void)state;
    assert_quotient(27, 4, "6.8");
    assert_quotient(-27, 4, "-6.8");
    assert_quotient(1, 3, "0.3");
    assert_quotient(-1, 30, "0.0");
    assert_quotient(5, 0, "n/a");
    assert_quotient(0, 5, "0.0");
}

static void quartiles(void **state)
{
    (void)state;
    int32_t values[] = {1, 2, 3, 4, 5, 6, 7};
    struct figure figure = {.values = values, .counted = 7};
    assert_int_equal(figure_quartile(&figure, 1), 2);
    assert_int_equal(figure_quartile(&figure, 2), 4);
    assert_int_equal(figure_quartile(&figure, 3), 6);
    figure.counted = 1;
    assert_int_equal(figure_quartile(&figure, 1), 1);
    assert_int_equal(figure_quartile(&figure, 3), 1);
    figure.counted = 4;
    assert_int_equal(figure_quartile(&figure, 1), 1);
    assert_int_equal(figure_quartile(&figure, 2), 2);
    assert_int_equal(figure_quartile(&figure, 3), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares),
        cmocka_unit_test(quotients),
        cmocka_unit_test(quartiles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
