/* Values of the portal's CSV export, in the form of the return. */
#include "../../core/input/csv_export.h"

#include "unit.h"

#define LIST(name, ...)                                                                            \
    static const struct sv_code name##_codes[] = {__VA_ARGS__};                                    \
    static const struct sv_code_list name = {#name, name##_codes, COUNT_OF(name##_codes)}

LIST(yes_or_no, {"1", "Yes", 0, 0}, {"0", "No", 0, 0});
LIST(ranks, {"1", "First", 0, 0}, {"2", "Second", 0, 0});
LIST(answers, {"1", "Yes", 0, 0}, {"0", "No", 0, 0}, {"9", "Not known", 0, 0});

static const struct sv_field date = {.type = SV_DATE};
static const struct sv_field date_time = {.type = SV_DATE_TIME};
static const struct sv_field zoned = {.type = SV_ZONED_DATE_TIME};
static const struct sv_field british = {.type = SV_DAY_MONTH_YEAR};
static const struct sv_field text = {.type = SV_TEXT};
static const struct sv_field flag = {.type = SV_CODE, .list = &yes_or_no};
static const struct sv_field rank = {.type = SV_CODE, .list = &ranks};
static const struct sv_field answer = {.type = SV_CODE, .list = &answers};

static void assert_turned(const struct sv_field *field, const char *from, const char *to)
{
    char room[CSV_EXPORT_ROOM];
    const char *value = from;
    size_t length = strlen(from);
    csv_export_turn(field, &value, &length, room);
    assert_int_equal(length, strlen(to));
    assert_memory_equal(value, to, length);
}

static void dates(void **state)
{
    (void)state;
    assert_turned(&date, "2024-Sep-28 00:00:00", "2024-09-28");
    assert_turned(&date, "2024-jan-01 12:34:56", "2024-01-01");
    assert_turned(&date, "2024-DEC-31 99:99:99", "2024-12-31");
    assert_turned(&date, "2024-Feb-31 00:00:00", "2024-02-31"); /* told when it is read */
    assert_turned(&date_time, "2024-Sep-28 09:08:07", "2024-09-28T09:08:07");
    assert_turned(&zoned, "2024-Sep-28 09:08:07", "2024-09-28T09:08:07");
    assert_turned(&british, "2024-Sep-28 09:08:07", "2024-Sep-28 09:08:07");
    assert_turned(&date, "2024-09-28", "2024-09-28");
}

static void no_dates_of_the_export(void **state)
{
    (void)state;
    static const char *const none[] = {"",
                                       "2024-Sep-28",
                                       "2024-Sep-28 00:00",
                                       "2024-Sex-28 00:00:00",
                                       "2024-Sep-8 00:00:00 ",
                                       "24-Sep-28 00:00:00",
                                       "2024/Sep/28 00:00:00",
                                       "2024-Sep-28T00:00:00",
                                       "2024-Sep-28 00.00.00",
                                       "2024-Sep-xx 00:00:00",
                                       "2024-Sep-28 0a:00:00"};
    for (size_t i = 0; i < COUNT_OF(none); i++)
        assert_turned(&date, none[i], none[i]);
    assert_turned(&text, "2024-Sep-28 00:00:00", "2024-Sep-28 00:00:00");
}

static void yes_and_no(void **state)
{
    (void)state;
    assert_turned(&flag, "True", "1");
    assert_turned(&flag, "FALSE", "0");
    assert_turned(&flag, "1", "1");
    assert_turned(&flag, "Tru", "Tru");
    assert_turned(&flag, "truer", "truer");
    assert_turned(&rank, "True", "True");
    assert_turned(&answer, "False", "False");
    assert_turned(&text, "True", "True");
}

static void null_is_blank(void **state)
{
    (void)state;
    assert_turned(&text, "NULL", "");
    assert_turned(&date, "NULL", "");
    assert_turned(&flag, "NULL", "");
    assert_turned(&text, "Null", "Null");
    assert_turned(&text, "NULLS", "NULLS");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates),
        cmocka_unit_test(no_dates_of_the_export),
        cmocka_unit_test(yes_and_no),
        cmocka_unit_test(null_is_blank),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
