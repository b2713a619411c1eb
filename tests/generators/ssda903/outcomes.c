/* What is known of a child beside the episodes: reviews, missing incidents, social workers,
 * deprivation of liberty orders, permanence before care.
 *
 * Never two random draws in one expression: see care.c.
 */
#include "life.h"

#include <string.h>

/* A period of care is a chain of stays without a gap. Gives the number of its last stay. */
static unsigned last_of_period(const struct life *life, unsigned stay)
{
    while (stay + 1 < life->stay_count && life->stays[stay].end == life->stays[stay + 1].start)
        stay++;
    return stay;
}

/* After four weeks, then after three months, then every half year or more often. */
static void review_period(struct life *life, day start, day end)
{
    day when = start + 14 + (day)below(&life->random, 12);
    day gap = 70;

    while (when < end && life->review_count < MAX_LIFE_REVIEWS) {
        if (when >= life->last_start)
            life->reviews[life->review_count++] = when;
        when += gap + (day)below(&life->random, 20);
        gap = 140;
    }
}

static void add_reviews(struct life *life)
{
    unsigned last = 0;

    for (unsigned i = 0; i < life->stay_count; i = last + 1) {
        last = last_of_period(life, i);
        day end = life->stays[last].end;

        review_period(life, life->stays[i].start, end == NO_DAY ? life->end + 1 : end);
    }
}

/* The stay in which an incident of these days lies wholly; open ones go on beyond the years. */
static bool inside_a_stay(const struct life *life, day start, day end)
{
    for (unsigned i = 0; i < life->stay_count; i++) {
        const struct stay *stay = &life->stays[i];

        if (stay->start < start && (stay->end == NO_DAY || stay->end > end))
            return stay->placement.place[0] != 'T';
    }
    return false;
}

static void go_missing(struct life *life, day start, day end)
{
    bool away = chance(&life->random, 15);

    if (life->missing_count < MAX_SPANS && inside_a_stay(life, start, end))
        life->missing[life->missing_count++] = (struct span){start, end, away ? "A" : "M"};
}

/* Those who go missing do so several times; some are missing when a year ends. */
static void add_missing(struct life *life)
{
    bool likely = age_at(life->birth, life->end) >= 11 && chance(&life->random, 20);
    day when = life->last_start + 2;

    while (likely && when < life->end && life->missing_count < MAX_SPANS) {
        day start = when + (day)below(&life->random, 200);
        bool long_time = chance(&life->random, 10);
        day end = start + (day)below(&life->random, long_time ? 40 : 5);

        go_missing(life, start, end);
        when = end + 1;
    }
}

static void add_plain_missing(struct life *life)
{
    const struct stay *last = latest_stay(life);
    day start = later(last->start, life->start) + 40;

    go_missing(life, start, start + 3);
    if (last->end == NO_DAY)
        go_missing(life, start + 30, start + 35);
}

static void add_worker(struct life *life, day start, const char *reason)
{
    unsigned number = life->worker_count++;
    unsigned id = 100000 + below(&life->random, 400) * 131;

    life->workers[number] = (struct span){start, NO_DAY, reason};
    snprintf(life->worker_ids[number], sizeof(life->worker_ids[number]), "%s%u",
             chance(&life->random, 10) ? "XX" : "SW", id);
}

/* No gap before a year ends: the return would end without a social worker. */
static day next_worker_starts(struct life *life, day end)
{
    day gap = (day)below(&life->random, 4);

    return month_of(end) == 3 ? end : end + gap;
}

/* One after the other since care began, or since some day if that is not known. */
static void add_workers(struct life *life)
{
    static const char *const reasons[] = {"MANAGE", "LEFTRL", "LEFTRL", "ORGRST", "TSPROC",
                                          "TSPROC", "ABSENC", "CHCHAN", "PCCHAN", "OTHERS"};
    const struct stay *first = &life->stays[0];
    day when = first->start;

    add_worker(life, when, first->rne == 'S' ? "FCONTA" : PICK(&life->random, reasons));
    while (life->worker_count < MAX_WORKERS) {
        when += 60 + (day)below(&life->random, life->plain ? 90 : 900);
        if (when > life->end + 60)
            return;
        life->workers[life->worker_count - 1].end = when;
        when = next_worker_starts(life, when);
        add_worker(life, when, PICK(&life->random, reasons));
    }
}

/* Orders in a children's home, one after the other; the second may still be in force. */
static void add_orders(struct life *life)
{
    const struct stay *stay = latest_stay(life);
    day start = later(stay->start, life->start - 60) + 10 + (day)below(&life->random, 40);
    day end = life->plain ? life->start + 200 : start + 20 + (day)below(&life->random, 90);

    if (life->plain)
        start = life->start + 100;
    if (end >= life->start && end < life->end && inside_a_stay(life, start, end))
        life->orders[life->order_count++] = (struct span){start, end, NULL};
    start = end + 5 + (day)below(&life->random, 40);
    if (!life->plain && start < life->end)
        life->orders[life->order_count++] = (struct span){start, NO_DAY, NULL};
}

/* Some had been adopted or under a guardian before; part of the date may not be known. */
static void add_previous_permanence(struct life *life)
{
    static const char *const options[] = {"P1", "P2", "P2", "P3", "P3", "P4"};
    static const char *const authorities[] = {"999", "330", "332", "841", "WAL", "940", "201"};
    static const char *const forms[] = {"15/06/%d", "ZZ/03/%d", "ZZ/ZZ/%d"};
    int first = year_of(life->birth) + 1, last = year_of(life->stays[0].start) - 1;

    life->previous = "Z1";
    if (life->plain || first > last || !chance(&life->random, 12))
        return;
    life->previous = PICK(&life->random, options);
    life->previous_authority = PICK(&life->random, authorities);
    const char *form = PICK(&life->random, forms);
    int year = first + (int)below(&life->random, (unsigned)(last - first + 1));
    if (chance(&life->random, 10))
        strcpy(life->previous_date, "ZZ/ZZ/ZZZZ");
    else if (form[0] == '1')
        snprintf(life->previous_date, CELL_SIZE, "15/06/%d", year);
    else
        snprintf(life->previous_date, CELL_SIZE, "%s/%d", form[3] == 'Z' ? "ZZ/ZZ" : "ZZ/03", year);
}

void add_outcomes(struct life *life)
{
    if (life->stay_count == 0)
        return;
    add_previous_permanence(life);
    if (life->short_breaks)
        return;
    add_reviews(life);
    add_workers(life);
    if (!life->plain)
        add_missing(life);
    else if (age_at(life->birth, life->end) >= 10)
        add_plain_missing(life);
    if (life->profile == RESTRICTED)
        add_orders(life);
}
