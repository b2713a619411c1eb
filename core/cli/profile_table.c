#include "profile_table.h"

#include <stdio.h>

#define SLOWEST 10

static const char *const phase_names[PHASE_COUNT] = {
    [PHASE_OPEN] = "open",   [PHASE_READ] = "read",   [PHASE_SCHEMA] = "schema",
    [PHASE_INDEX] = "index", [PHASE_RULES] = "rules", [PHASE_REPORT] = "report",
};

static double milliseconds(uint64_t nanoseconds)
{
    return (double)nanoseconds / 1e6;
}

static void print_line(const char *name, uint64_t spent, uint64_t all)
{
    fprintf(stderr, "  %-16s %10.2f ms %5.1f %%\n", name, milliseconds(spent),
            all ? 100.0 * (double)spent / (double)all : 0.0);
}

static void print_phases(const struct profile *profile)
{
    uint64_t all = 0;
    for (int phase = PHASE_OPEN; phase < PHASE_COUNT; phase++)
        all += profile->spent[phase];
    fputs("Time by phase:\n", stderr);
    for (int phase = PHASE_OPEN; phase < PHASE_COUNT; phase++)
        print_line(phase_names[phase], profile->spent[phase], all);
    print_line("together", all, all);
}

/* The slowest rule that took less than `limit`, or as much and stands behind `last`; the number of
 * rules: none. */
static size_t next_slowest(const struct profile *profile, uint64_t limit, size_t last)
{
    size_t found = profile->rule_count;
    uint64_t most = 0;
    for (size_t r = 0; r < profile->rule_count; r++) {
        uint64_t spent = profile->rules[r];
        bool is_left = spent < limit || (spent == limit && r > last);
        if (is_left && spent > most) {
            most = spent;
            found = r;
        }
    }
    return found;
}

static void print_rules(const struct profile *profile, const struct plan *plan)
{
    uint64_t all = 0;
    uint64_t limit = UINT64_MAX;
    size_t rule = 0;
    for (size_t r = 0; r < profile->rule_count; r++)
        all += profile->rules[r];
    fputs("Slowest rules, on all cores together:\n", stderr);
    for (int i = 0; i < SLOWEST; i++) {
        rule = next_slowest(profile, limit, rule);
        if (rule == profile->rule_count)
            break;
        limit = profile->rules[rule];
        print_line(plan->rules[rule].rule->code, limit, all);
    }
}

void profile_print(const struct profile *profile, const struct plan *plan)
{
    print_phases(profile);
    print_rules(profile, plan);
}
