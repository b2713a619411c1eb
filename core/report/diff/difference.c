#include "difference.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/memory.h"

const char *fate_name(enum fate fate)
{
    static const char *const names[] = {"fixed", "new", "still"};
    return names[fate];
}

static bool is_of_one_kind(const struct difference *difference, struct error *error)
{
    const char *old = baseline_return(difference->old);
    const char *later = baseline_return(difference->later);
    if (strcmp(old, later) != 0)
        return error_set(error, STATUS_USAGE, "%s is a report on the return %s, %s one on %s.",
                         baseline_path(difference->old), old, baseline_path(difference->later),
                         later);
    return baseline_is_redacted(difference->old) == baseline_is_redacted(difference->later) ||
           error_set(error, STATUS_USAGE,
                     "one of the reports is redacted, the other is not: their ids differ. Compare "
                     "two of one kind.");
}

/* Findings of the later report are looked up first: that tells which of the old ones are met. */
static void compare_findings(struct difference *difference)
{
    size_t old_count;
    size_t later_count;
    const struct old_finding *old = baseline_findings(difference->old, &old_count);
    const struct old_finding *later = baseline_findings(difference->later, &later_count);
    bool *known = mem_new(later_count + 1, sizeof(*known));
    for (size_t i = 0; i < later_count; i++)
        known[i] = baseline_has(difference->old, later[i].id);
    difference->findings = mem_new(old_count + later_count + 1, sizeof(*difference->findings));
    for (size_t i = 0; i < old_count; i++) {
        if (!old[i].met)
            difference->findings[difference->count++] = (struct compared){&old[i], FATE_FIXED};
    }
    for (size_t i = 0; i < later_count; i++)
        difference->findings[difference->count++] =
            (struct compared){&later[i], known[i] ? FATE_STILL : FATE_NEW};
    free(known);
}

bool difference_make(struct difference *difference, const char *old_path, const char *later_path,
                     struct error *error)
{
    *difference = (struct difference){.old = baseline_read(old_path, error)};
    if (difference->old)
        difference->later = baseline_read(later_path, error);
    if (!difference->later || !is_of_one_kind(difference, error))
        return false;
    compare_findings(difference);
    return true;
}

void difference_free(struct difference *difference)
{
    free(difference->findings);
    baseline_free(difference->old);
    baseline_free(difference->later);
}

struct change difference_totals(const struct difference *difference)
{
    struct change totals = {0};
    for (size_t i = 0; i < difference->count; i++)
        totals.counts[difference->findings[i].fate]++;
    return totals;
}

/* The return as a whole comes first. */
static int compare_names(const char *left, const char *right)
{
    if (!left || !right)
        return (left != NULL) - (right != NULL);
    return strcmp(left, right);
}

static int compare_changes(const void *left, const void *right)
{
    return compare_names(((const struct change *)left)->name, ((const struct change *)right)->name);
}

/* Adds the counts of one name up. Returns how many names there are. */
static size_t merge_changes(struct change *changes, size_t count)
{
    size_t kept = 0;
    qsort(changes, count, sizeof(*changes), compare_changes);
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || compare_changes(&changes[kept - 1], &changes[i]) != 0) {
            changes[kept++] = changes[i];
            continue;
        }
        for (size_t fate = 0; fate < 3; fate++)
            changes[kept - 1].counts[fate] += changes[i].counts[fate];
    }
    return kept;
}

static struct change *changes_by(const struct difference *difference, bool by_rule, size_t *count)
{
    struct change *changes = mem_new(difference->count + 1, sizeof(*changes));
    for (size_t i = 0; i < difference->count; i++) {
        const struct compared *compared = &difference->findings[i];
        changes[i].name = by_rule ? compared->finding->rule : compared->finding->subject;
        changes[i].example = compared->finding;
        changes[i].counts[compared->fate] = 1;
    }
    *count = merge_changes(changes, difference->count);
    return changes;
}

struct change *difference_by_rule(const struct difference *difference, size_t *count)
{
    return changes_by(difference, true, count);
}

struct change *difference_by_subject(const struct difference *difference, size_t *count)
{
    return changes_by(difference, false, count);
}

bool is_changed(const struct change *change)
{
    return change->counts[FATE_FIXED] + change->counts[FATE_NEW] > 0;
}

size_t count_changed(const struct change *changes, size_t count)
{
    size_t changed = 0;
    for (size_t i = 0; i < count; i++)
        changed += is_changed(&changes[i]);
    return changed;
}
