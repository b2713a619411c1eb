/* Figures from elsewhere, and populations: first byte f or p. They are compared with the figures of
 * a small return. */
#include <string.h>

#include "../../../core/summary/population.h"
#include "../../../core/summary/published.h"
#include "../harness.h"

static void compare(const struct published_list *list)
{
    const struct sv_measure *const *measures;
    size_t count;
    measures = plugin_measures(registry_find(fuzz_registry(), "cin")->plugin, &count);
    const struct sv_year year = {.year = 2026};
    const struct check check = {
        .year = &year, .period_start = sv_day_of(2025, 4, 1), .period_end = sv_day_of(2026, 3, 31)};
    const struct report report = {.check = &check};
    const struct summary summary = {.report = &report};
    for (size_t i = 0; i < list->count; i++) {
        struct figure figure = {.measure = measures[i % count], .counted = i, .among = 2 * i + 1};
        char text[AGREEMENT_ROOM];
        figure.last = sv_day_of(2026, 3, 31);
        published_compare(&summary, &figure, &list->list[i], text);
        fuzz_require(strlen(text) < AGREEMENT_ROOM, "how figures agree has room");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct error error = {0};
    struct populations populations = {0};
    struct published_list published = {0};
    if (length == 0)
        return 0;
    const char *path = fuzz_file(bytes + 1, length - 1);
    bool fine = bytes[0] == 'p' ? populations_read(&populations, path, &error)
                                : published_read(&published, path, &error);
    fuzz_require(fine || error.status == STATUS_USAGE, "a file is refused as usage");
    if (fine)
        compare(&published);
    population_of(&populations, "0-17", sv_day_of(2026, 3, 31));
    populations_free(&populations);
    published_free(&published);
    fuzz_forget_files();
    return 0;
}
