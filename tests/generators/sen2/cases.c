/* The cases that a return has to tell of: requests and assessments, and how they come about.
 *
 * Never two random draws in one expression: their order is not defined.
 */
#include "life.h"

#include <string.h>

/* In a thousand, in the order of the profiles; the rest is active. */
static const unsigned shares[PROFILE_COUNT] = {
    [ISSUED] = 90,    [REFUSED] = 40,  [CEASED] = 40,     [ASSESSING] = 40, [TRANSFERRED] = 15,
    [UNDECIDED] = 20, [UNISSUED] = 12, [WITHDRAWN] = 12,  [DROPPED] = 5,    [EXPORTED] = 5,
    [APPEALED] = 8,   [CONCEDED] = 4,  [ASKED_AGAIN] = 7, [RETURNED] = 4};

day census_day(int year)
{
    static const int days[] = {19, 18, 16, 15, 21};

    return day_of(year, 1, days[year - FIRST_YEAR]);
}

enum profile pick_profile(uint64_t *random)
{
    unsigned left = below(random, 1000);

    for (enum profile p = ACTIVE; p < PROFILE_COUNT; p++) {
        if (left < shares[p])
            return p;
        left -= shares[p];
    }
    return ACTIVE;
}

/* One of the sources of which a return should not have many. */
static void tell_source(struct life *life)
{
    bool other = maybe(life, 1) || (life->careless && life->index % 8 == 1);
    unsigned source = life->plain ? 0 : below(&life->random, 4);
    const char *sources[] = {"1", "2", "3", "4"};

    tell(life, REQUESTS, R_SOURCE, other ? "5" : sources[source]);
}

/* A request, and perhaps what was decided; decided NO_DAY: nothing. */
static void request(struct life *life, day received, day decided, const char *outcome)
{
    int age = age_on(life->birth, received);
    bool accommodated = age >= 10 && age <= 18 && maybe(life, 2);

    record_add(life->record, REQUESTS);
    tell_day(life, REQUESTS, R_RECEIVED, received);
    tell_source(life);
    tell(life, REQUESTS, R_RYA, accommodated ? "1" : "0");
    tell_day(life, REQUESTS, R_DATE, decided);
    tell(life, REQUESTS, R_OUTCOME, outcome);
    if (decided == NO_DAY)
        return;
    tell(life, REQUESTS, R_MEDIATION, "0");
    tell(life, REQUESTS, R_TRIBUNAL, "0");
}

/* A request that was decided before the period; some authorities still know when. */
static void old_request(struct life *life, day received, day decided)
{
    record_add(life->record, REQUESTS);
    tell(life, REQUESTS, R_OUTCOME, "H");
    if (!maybe(life, 40))
        return;
    tell_day(life, REQUESTS, R_RECEIVED, received);
    tell_day(life, REQUESTS, R_DATE, decided);
    if (maybe(life, 50))
        tell(life, REQUESTS, R_RYA, "0");
}

/* The decision is one of the period, or history. */
static void request_to_assess(struct life *life, day received)
{
    day took = sometime(life, 18, 42);

    if (received + took < life->start)
        old_request(life, received, received + took);
    else
        request(life, received, received + took, "Y");
}

static void assess(struct life *life, const char *outcome, day decided)
{
    bool other = maybe(life, 3), appeal = maybe(life, 4);

    record_add(life->record, ASSESSMENT);
    tell(life, ASSESSMENT, A_OUTCOME, outcome);
    tell_day(life, ASSESSMENT, A_DATE, decided);
    if (decided == NO_DAY)
        return;
    tell(life, ASSESSMENT, A_MEDIATION, "0");
    tell(life, ASSESSMENT, A_TRIBUNAL, "0");
    tell(life, ASSESSMENT, A_OTHER_MEDIATION, other ? "1" : "0");
    tell(life, ASSESSMENT, A_OTHER_TRIBUNAL, appeal ? "1" : "0");
}

static void issue(struct life *life, day when, bool late)
{
    bool exception = late || life->careless || maybe(life, 2);

    assess(life, "Y", when);
    tell(life, ASSESSMENT, A_WEEK20, exception ? "1" : "0");
    name_plan(life, when);
}

/* When a plan of earlier years began: after the second birthday, before the 25th. */
static day old_start(struct life *life, day limit)
{
    day first = later(later(day_of(2014, 9, 1), life->birth + 2 * YEAR_OF_DAYS), limit - 2500);
    day last = earlier(limit, years_after(life->birth, 25)) - 1;

    if (life->plain)
        return later(first, life->start - 500);
    return sometime(life, first, last);
}

static void have_old_plan(struct life *life, day start)
{
    old_request(life, start - 120, start - 90);
    record_add(life->record, ASSESSMENT);
    tell(life, ASSESSMENT, A_OUTCOME, "H");
    if (maybe(life, 30))
        tell_day(life, ASSESSMENT, A_DATE, start);
    name_plan(life, start);
}

static void live_with_plan(struct life *life)
{
    day start = old_start(life, life->start);

    have_old_plan(life, start);
    act_on_plan(life, start, NO_DAY, "");
}

static void get_plan(struct life *life)
{
    bool recent = maybe(life, 5), late = maybe(life, 30);
    day issued = recent ? sometime(life, life->end + 1, life->census)
                        : sometime(life, life->start, life->end);
    day took = late ? sometime(life, 141, 300) : sometime(life, 80, 140);

    request_to_assess(life, issued - took);
    issue(life, issued, late);
    act_on_plan(life, issued, NO_DAY, "");
}

static void get_refusal(struct life *life)
{
    day decided = sometime(life, life->start, life->end);
    day took = sometime(life, 18, 42);

    request(life, decided - took, decided, "N");
    if (maybe(life, 15))
        tell(life, REQUESTS, R_MEDIATION, "1");
    if (maybe(life, 10))
        tell(life, REQUESTS, R_TRIBUNAL, "1");
}

/* Of age at the end of the school year in which the 25th birthday was. */
static bool too_old(const struct life *life)
{
    return life->school_age >= 25;
}

static const char *reason_to_cease(struct life *life, day when)
{
    static const char *const of_adults[] = {"2", "3", "4", "6", "5", "7", "6", "4"};
    static const char *const of_children[] = {"2", "5", "7", "5", "2"};
    bool adult = age_on(life->birth, when) >= 16;

    if (life->careless)
        return "9";
    if (life->plain)
        return "2";
    if (maybe(life, 2))
        return maybe(life, 50) ? "9" : "8";
    return adult ? PICK(&life->random, of_adults) : PICK(&life->random, of_children);
}

static void lose_plan(struct life *life)
{
    bool old = too_old(life);
    day when = old ? sometime(life, day_of(life->year - 1, 7, 15), day_of(life->year - 1, 8, 31))
                   : sometime(life, life->start, life->census);
    day start = old_start(life, life->start);
    const char *reason = old && !life->careless && !life->plain ? "1" : reason_to_cease(life, when);

    have_old_plan(life, start);
    cease_plan(life, when, reason);
    act_on_plan(life, start, when, "");
}

static void wait_for_assessment(struct life *life)
{
    day decided = sometime(life, later(life->start, life->census - 110), life->census - 15);

    request_to_assess(life, decided - 30);
    assess(life, "A", NO_DAY);
}

/* The plan came with the person, in the period. */
static void move_in(struct life *life)
{
    day start = old_start(life, life->start);

    have_old_plan(life, start);
    act_on_plan(life, start, NO_DAY, other_authority(life));
}

/* An identifier may not be known in the last week of the year. */
static void wait_for_decision(struct life *life)
{
    bool newcomer = strcmp(record_get(life->record, PERSON, P_UNKNOWN), "UN8") == 0;
    day first = newcomer ? life->end - 7 : life->census - 42;

    request(life, sometime(life, first, life->census - 1), NO_DAY, "A");
}

static void get_no_plan(struct life *life)
{
    day decided = sometime(life, life->start, life->end);
    day took = sometime(life, 70, 112);

    request_to_assess(life, decided - took);
    assess(life, "N", decided);
    if (maybe(life, 20))
        tell(life, ASSESSMENT, A_MEDIATION, "1");
}

static void withdraw_request(struct life *life)
{
    request(life, sometime(life, life->start - 30, life->end), NO_DAY, "W");
}

static void withdraw_from_assessment(struct life *life)
{
    request_to_assess(life, sometime(life, life->start - 60, life->end - 50));
    assess(life, "W", NO_DAY);
}

static void move_away(struct life *life)
{
    day received = sometime(life, life->start, life->end - 50);

    request(life, received, received + 30, "Y");
    tell(life, REQUESTS, R_EXPORTED, other_authority(life));
    if (maybe(life, 50))
        assess(life, "A", NO_DAY);
}

/* The first outcome stays as it was. */
static void appeal_for_assessment(struct life *life)
{
    day issued = sometime(life, life->start + 10, life->end);
    day received = issued - 230;

    request(life, received, received + 35, "N");
    tell(life, REQUESTS, R_MEDIATION, "1");
    if (maybe(life, 40))
        tell(life, REQUESTS, R_TRIBUNAL, "1");
    issue(life, issued, true);
    act_on_plan(life, issued, NO_DAY, "");
}

static void appeal_for_plan(struct life *life)
{
    day decided = sometime(life, life->start, life->end - 100);
    day start = decided + sometime(life, 60, 90);

    request_to_assess(life, decided - 100);
    assess(life, "N", decided);
    tell(life, ASSESSMENT, A_TRIBUNAL, "1");
    name_plan(life, start);
    act_on_plan(life, start, NO_DAY, "");
}

static void ask_again(struct life *life)
{
    day first = sometime(life, life->start, life->start + 60);
    day second = sometime(life, life->census - 100, life->census - 45);

    request(life, first, first + 35, "N");
    if (maybe(life, 50))
        tell(life, REQUESTS, R_MEDIATION, "1");
    request_to_assess(life, second);
    assess(life, "A", NO_DAY);
}

static void come_back(struct life *life)
{
    day start = old_start(life, life->start);
    day away = sometime(life, life->start + 20, life->start + 120);
    day back = sometime(life, away + 90, life->end - 30);

    have_old_plan(life, start);
    cease_plan(life, away, life->careless ? "9" : "5");
    act_on_plan(life, later(start, away - 400), away, "");
    have_old_plan(life, back);
    act_on_plan(life, back, NO_DAY, other_authority(life));
}

static void (*const tellers[PROFILE_COUNT])(struct life *) = {[ACTIVE] = live_with_plan,
                                                              [ISSUED] = get_plan,
                                                              [REFUSED] = get_refusal,
                                                              [CEASED] = lose_plan,
                                                              [ASSESSING] = wait_for_assessment,
                                                              [TRANSFERRED] = move_in,
                                                              [UNDECIDED] = wait_for_decision,
                                                              [UNISSUED] = get_no_plan,
                                                              [WITHDRAWN] = withdraw_request,
                                                              [DROPPED] = withdraw_from_assessment,
                                                              [EXPORTED] = move_away,
                                                              [APPEALED] = appeal_for_assessment,
                                                              [CONCEDED] = appeal_for_plan,
                                                              [ASKED_AGAIN] = ask_again,
                                                              [RETURNED] = come_back};

static bool with_old_plan(enum profile profile)
{
    return profile == ACTIVE || profile == CEASED || profile == TRANSFERRED || profile == RETURNED;
}

/* Plans end late, requests come early. */
static int pick_age(struct life *life)
{
    static const int with_plan[] = {4,  6,  7,  8,  9,  10, 10, 11, 11,
                                    12, 12, 13, 14, 15, 16, 17, 18, 20};
    static const int leaving[] = {7, 12, 14, 16, 17, 18, 18, 19, 19, 20, 21, 22, 23, 24, 25, 25};
    static const int asking[] = {3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 15, 17};

    if (life->profile == CEASED)
        return PICK(&life->random, leaving);
    if (with_old_plan(life->profile))
        return (int)below(&life->random, 4) + PICK(&life->random, with_plan);
    return (int)below(&life->random, 3) + PICK(&life->random, asking);
}

static void begin(struct life *life, struct record *record, const struct circumstances *c,
                  enum profile profile, unsigned long index)
{
    *life = (struct life){.record = record,
                          .random = c->seed * 1000003 + index * 8191,
                          .seed = c->seed,
                          .index = index,
                          .profile = profile,
                          .year = c->year,
                          .start = day_of(c->year - 1, 1, 1),
                          .end = day_of(c->year - 1, 12, 31),
                          .census = census_day(c->year),
                          .filed = c->filed,
                          .careless = c->careless};
    record_clear(record, c->year);
}

static void live_on(struct life *life)
{
    life->age = age_on(life->birth, life->census);
    life->school_age = age_on(life->birth, day_of(life->year - 1, 8, 31));
    introduce(life);
    tellers[life->profile](life);
}

void live(struct life *life, struct record *record, const struct circumstances *c,
          enum profile profile, unsigned long index)
{
    begin(life, record, c, profile, index);
    int age = pick_age(life);

    life->birth =
        sometime(life, years_after(life->census, -age - 1) + 1, years_after(life->census, -age));
    live_on(life);
}

void live_plainly(struct life *life, struct record *record, const struct circumstances *c,
                  enum profile profile, int age, unsigned long index, bool unidentified)
{
    begin(life, record, c, profile, index);
    life->plain = true;
    life->unidentified = unidentified;
    life->birth = years_after(life->census, -age) - 100;
    live_on(life);
}
