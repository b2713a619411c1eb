#include "profile.h"

#include <stdlib.h>
#include <time.h>

#include "memory.h"

uint64_t profile_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000U + (uint64_t)now.tv_nsec;
}

void profile_enter(struct profile *profile, enum phase phase)
{
    if (!profile)
        return;
    uint64_t now = profile_now();
    profile->spent[profile->running] += now - profile->since;
    profile->running = phase;
    profile->since = now;
}

void profile_count(struct profile *profile, enum phase phase, uint64_t nanoseconds)
{
    if (!profile)
        return;
    profile->spent[phase] += nanoseconds;
    profile->since += nanoseconds;
}

void profile_plan(struct profile *profile, size_t rule_count)
{
    if (!profile)
        return;
    profile->rules = mem_new(rule_count, sizeof(*profile->rules));
    profile->rule_count = rule_count;
}

void profile_free(struct profile *profile)
{
    free(profile->rules);
    profile->rules = NULL;
}

void profile_rule(struct profile *profile, size_t rule, uint64_t began)
{
    atomic_fetch_add_explicit(&profile->rules[rule], profile_now() - began, memory_order_relaxed);
}
