#include "telling_value.h"

#include <string.h>

#include "../../core/base/calendar.h"
#include "harness.h"

size_t random_below(struct random *random, size_t count)
{
    random->state = random->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return count ? (size_t)(random->state >> 33) % count : 0;
}

static void write_day(struct random *random, sv_day day, char *out)
{
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    struct sv_date date = sv_date_of(day);
    const char *month = &months[(date.month - 1) * 3];
    switch (random_below(random, 4)) {
    case 0:
        snprintf(out, TELLING_ROOM, "%02d/%02d/%04d", date.day, date.month, date.year);
        return;
    case 1:
        snprintf(out, TELLING_ROOM, "%04d-%02d-%02dT12:00:00", date.year, date.month, date.day);
        return;
    case 2:
        snprintf(out, TELLING_ROOM, "%04d-%.3s-%02d 00:00:00", date.year, month, date.day);
        return;
    default:
        calendar_format(day, out);
    }
}

/* The first or last day of a year of the return, or one next to it; so many years before, as birth
 * days are. */
static void write_boundary(const struct sv_plugin *plugin, struct random *random, char *out)
{
    static const int ages[] = {0, 0, 0, 1, 5, 10, 12, 16, 17, 18, 19, 21, 25, 26};
    const struct sv_year *year = &plugin->years[random_below(random, plugin->year_count)];
    const char *text = random_below(random, 2) ? year->period_start : year->period_end;
    int age = ages[random_below(random, sizeof(ages) / sizeof(ages[0]))];
    sv_day day = sv_add_years(calendar_parse(text, 10), -age);
    write_day(random, day + (sv_day)random_below(random, 3) - 1, out);
}

/* A day of the period of a year. */
static void write_day_inside(const struct sv_plugin *plugin, struct random *random, char *out)
{
    const struct sv_year *year = &plugin->years[random_below(random, plugin->year_count)];
    write_day(random, calendar_parse(year->period_start, 10) + (sv_day)random_below(random, 366),
              out);
}

static void write_code(const struct sv_plugin *plugin, struct random *random, char *out)
{
    const struct sv_code_list *list = plugin->lists[random_below(random, plugin->list_count)];
    const struct sv_code *code = &list->codes[random_below(random, list->count)];
    snprintf(out, TELLING_ROOM, "%s", random_below(random, 8) ? code->code : code->label);
}

static void write_odd(struct random *random, char *out)
{
    static const char *const texts[] = {
        "",           "  ",          "0",           "-1",         "1",          "2147483647",
        "2147483648", "-2147483648", "99999999999", "1e9",        "0001-01-01", "9999-12-31",
        "2024-02-29", "2023-02-29",  "1900-01-01",  "1970-01-01", "00/00/0000", "29/02/2023",
        "true",       "false",       "Y",           "N",          "\"",         "'=1",
        "&amp;",      "&lt;",        "\xc3\xa9",    "\xff",       "A",          "X99"};
    size_t choice = random_below(random, sizeof(texts) / sizeof(texts[0]) + 1);
    if (choice < sizeof(texts) / sizeof(texts[0])) {
        snprintf(out, TELLING_ROOM, "%s", texts[choice]);
        return;
    }
    size_t length = random_below(random, TELLING_ROOM);
    memset(out, 'x', length);
    out[length] = '\0';
}

void telling_value(const char *return_id, struct random *random, char out[TELLING_ROOM])
{
    const struct sv_plugin *plugin = registry_find(fuzz_registry(), return_id)->plugin;
    switch (random_below(random, 6)) {
    case 0:
    case 1:
        write_boundary(plugin, random, out);
        return;
    case 2:
        write_day_inside(plugin, random, out);
        return;
    case 3:
    case 4:
        write_code(plugin, random, out);
        return;
    default:
        write_odd(random, out);
    }
}
