/* What became of findings, as text for people. */
#include <stdlib.h>
#include <string.h>

#include "../escape.h"
#include "difference.h"

/* Children shown; the format json has all findings. */
#define SUBJECTS_SHOWN 20

#define NAME_WIDTH 24

/* Lines with nothing new or fixed are left out. */
static void write_changes(const struct change *changes, size_t count, const char *heading,
                          size_t most, FILE *file)
{
    size_t shown = 0;
    size_t changed = count_changed(changes, count);
    if (changed)
        fprintf(file, "\n%-*s %6s %6s %6s\n", NAME_WIDTH, heading, "new", "fixed", "still");
    for (size_t i = 0; i < count && shown < most; i++) {
        const struct change *change = &changes[i];
        const char *name = change->name ? change->name : "the return";
        if (!is_changed(change))
            continue;
        terminal_text(file, name);
        int width = NAME_WIDTH - (int)strlen(name);
        fprintf(file, "%*s %6zu %6zu %6zu\n", width > 0 ? width : 0, "", change->counts[FATE_NEW],
                change->counts[FATE_FIXED], change->counts[FATE_STILL]);
        shown++;
    }
    if (shown < changed)
        fprintf(file, "%zu of %zu shown; all findings: --format json\n", shown, changed);
}

bool difference_write_text(const void *content, FILE *file, bool colour)
{
    const struct difference *difference = content;
    (void)colour;
    size_t count;
    struct change totals = difference_totals(difference);
    fprintf(file, "%zu new, %zu fixed, %zu still there.\n", totals.counts[FATE_NEW],
            totals.counts[FATE_FIXED], totals.counts[FATE_STILL]);
    struct change *rules = difference_by_rule(difference, &count);
    write_changes(rules, count, "by rule", count, file);
    free(rules);
    struct change *subjects = difference_by_subject(difference, &count);
    write_changes(subjects, count, "by child or person", SUBJECTS_SHOWN, file);
    free(subjects);
    return true;
}
