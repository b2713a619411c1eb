/* Texts as values: dates and numbers, and back. */
#include <stdlib.h>
#include <string.h>

#include "../../../core/base/calendar.h"
#include "../../../core/base/upn.h"
#include "../../../core/input/csv_export.h"
#include "../../../core/model/values.h"
#include "../harness.h"

static void verify_day(sv_day day)
{
    struct sv_date date = sv_date_of(day);
    char text[11];
    fuzz_require(date.year >= 1 && date.year <= 9999, "a day has a year of four digits");
    fuzz_require(sv_day_of(date.year, date.month, date.day) == day, "a day is its date");
    calendar_format(day, text);
    fuzz_require(calendar_parse(text, 10) == day, "a day is read as it is written");
    calendar_format_dmy(day, text);
    fuzz_require(calendar_parse_dmy(text, 10) == day, "a day of Britain is read as it is written");
}

static void verify_working_days(sv_day day)
{
    sv_day before = calendar_working_day_before(day, 10);
    fuzz_require(before < day && calendar_is_working_day(before), "it is a working day before");
    int32_t between = calendar_working_days(before, day);
    fuzz_require(between == 9 + calendar_is_working_day(day), "working days are counted alike");
    fuzz_require(calendar_working_days(day, before) == -between, "they are counted back, too");
}

static void verify_months(sv_day day)
{
    struct sv_date date = sv_date_of(sv_add_months(day, 12));
    fuzz_require(date.year == sv_date_of(day).year + 1, "twelve months are a year");
    fuzz_require(sv_age_on(day, sv_add_years(day, 1)) >= 0, "nobody is of less than no age");
}

static void read_days(const char *text, size_t length)
{
    for (uint8_t type = SV_TEXT; type <= SV_COUNT; type++) {
        sv_day day = is_day_type(type) ? read_day(type, text, length) : SV_NONE;
        if (day == SV_NONE)
            continue;
        verify_day(day);
        verify_working_days(day);
        verify_months(day);
    }
}

/* What the portal's export writes is turned into what the return has. */
static void turn(const char *text, size_t length)
{
    for (uint8_t type = SV_TEXT; type <= SV_COUNT; type++) {
        const struct sv_field field = {.type = type};
        char room[CSV_EXPORT_ROOM];
        const char *turned = text;
        size_t turned_length = length;
        if (type == SV_CODE)
            continue;
        csv_export_turn(&field, &turned, &turned_length, room);
        fuzz_require(turned == text || turned_length <= CSV_EXPORT_ROOM, "what is turned has room");
        if (is_day_type(type))
            read_day(type, turned, turned_length);
    }
}

static void read_other(const char *text, size_t length)
{
    char label[LABEL_CODE_MAX + 1];
    char folded[64];
    size_t label_length = label_code(text, length, label);
    fuzz_require(label_length <= LABEL_CODE_MAX && strlen(label) == label_length,
                 "the length of a code is told");
    fold_case(text, length, folded, sizeof(folded));
    read_number(text, length);
    upn_check_letter(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    char *copy = mem_copy((const char *)bytes, length);
    const char *text = copy;
    size_t rest = trim(&text, length);
    read_days(text, rest);
    turn(text, rest);
    read_other(text, rest);
    free(copy);
    return 0;
}
