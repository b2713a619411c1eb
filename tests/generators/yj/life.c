/* The lives of children who have to do with the service, by profile.
 *
 * Never two random draws in one expression: their order is not defined.
 */
#include "life.h"

#define SECTION_250_SINCE day_of(2020, 12, 1)

enum { PLAIN_BIRTHDAY = 150, SPACE = 75, YOUNGEST = 200, BEFORE_18 = 30 };

day months_after(day when, int months)
{
    int month = year_of(when) * 12 + month_of(when) - 1 + months;
    day first = day_of(month / 12, month % 12 + 1, 1);
    day next = day_of((month + 1) / 12, (month + 1) % 12 + 1, 1);

    return earlier(first + day_of_month(when) - 1, next - 1);
}

day term_end(day when, int months)
{
    return months_after(when, months) - 1;
}

/* What ends on that day. */
static day term_start(day end, int months)
{
    return months_after(end + 1, -months);
}

static int one_of(struct life *life, const int *values, unsigned count)
{
    return values[any_of(life, count)];
}

/* A day of the quarter on which something ends. */
static day day_of_ending(struct life *life)
{
    return sometime(life, life->start + 5, life->end - 5);
}

/* Nobody is sentenced later here than some time before the 18th birthday. */
static day last_day(const struct life *life, day when)
{
    return earlier(when, life->eighteen - BEFORE_18);
}

static unsigned offences_of_day(struct life *life)
{
    static const unsigned numbers[] = {1, 1, 1, 1, 2, 2, 3, 4};

    return ANY(life, numbers);
}

static unsigned hearings_of_case(struct life *life)
{
    return life->plain ? 2 : 1 + below(&life->random, MAX_HEARINGS);
}

static struct occasion occasion_on(struct life *life, enum sanction sanction, day when, int months)
{
    struct occasion o = {.sanction = sanction, .when = when, .months = months};

    o.offences = offences_of_day(life);
    o.hearings = facts_of(sanction)->court ? hearings_of_case(life) : 0;
    o.with_victim = maybe(life, 55);
    return o;
}

static void live_prevented(struct life *life)
{
    bool over = life->plain || chance(&life->random, 50);
    day end = day_of_ending(life);
    struct plan plan = {"PREVENTION", end - 120, over ? end : NO_DAY, false};

    if (maybe(life, 30))
        plan.type = "VOLUNTARY_SUPPORT";
    tell_prevention(life, &plan);
}

static void end_out_of_court(struct life *life, enum sanction sanction)
{
    day end = day_of_ending(life), when = sometime(life, end - 105, end - 75);
    bool over = life->plain || chance(&life->random, 65);
    struct occasion o = occasion_on(life, sanction, over ? when : end - 20, 0);

    o.done = over ? end : NO_DAY;
    o.without_programme = sanction == CAUTION && maybe(life, 40);
    face(life, &o);
}

static void live_diverted(struct life *life)
{
    end_out_of_court(life, maybe(life, 35) ? DEFERRED : RESOLUTION);
}

static void live_discharged(struct life *life)
{
    day when = sometime(life, life->start - 60, life->end - 10);
    bool fined = maybe(life, 35);
    struct occasion o = occasion_on(life, fined ? FINE : DISCHARGE, when, fined ? 0 : 12);

    face(life, &o);
}

static const int referral_months[] = {6, 3, 4, 9, 12, 6, 10};

static void live_referred(struct life *life)
{
    int months = one_of(life, referral_months, COUNT_OF(referral_months));
    struct occasion o =
        occasion_on(life, REFERRAL, term_start(day_of_ending(life), months), months);

    if (life->plain)
        o.offences = 2;
    o.with_victim = o.with_victim || life->plain;
    face(life, &o);
}

static void live_undertaking(struct life *life)
{
    int months = one_of(life, referral_months, COUNT_OF(referral_months));
    day last = last_day(life, life->end - 15);
    struct occasion o = occasion_on(life, REFERRAL, sometime(life, life->start - 40, last), months);

    o.when = earlier(o.when, last);
    if (maybe(life, 8))
        o.remand = "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION";
    face(life, &o);
}

static void live_supervised(struct life *life)
{
    static const int lengths[] = {12, 18, 24, 36};
    int months = one_of(life, lengths, COUNT_OF(lengths));
    day last = last_day(life, life->end - 15);
    struct occasion o = occasion_on(life, REHABILITATION, sometime(life, last - 300, last), months);

    face(life, &o);
}

static const int detention_months[] = {12, 8, 10, 18};

static void live_detained(struct life *life)
{
    static const int lengths[] = {12, 8, 10, 18, 24};
    int months = one_of(life, lengths, COUNT_OF(lengths));
    struct occasion o =
        occasion_on(life, DETENTION, sometime(life, life->start - 20, life->end - 12), months);

    if (maybe(life, 40))
        o.remand = "REMAND_TO_YOUTH_DETENTION_ACCOMMODATION";
    face(life, &o);
}

static void live_licensed(struct life *life)
{
    int months = one_of(life, detention_months, COUNT_OF(detention_months));
    struct occasion o =
        occasion_on(life, DETENTION, term_start(day_of_ending(life), months), months);

    face(life, &o);
}

static void live_sentenced(struct life *life)
{
    static const int years[] = {3, 2, 4, 6};
    int months = 12 * one_of(life, years, COUNT_OF(years));
    day last = last_day(life, life->end - 20), first = later(last - 200, SECTION_250_SINCE);
    struct occasion o = occasion_on(life, LONG_DETENTION, sometime(life, first, last), months);

    o.remand = life->plain ? NULL : "REMAND_TO_YOUTH_DETENTION_ACCOMMODATION";
    face(life, &o);
}

static void live_remanded(struct life *life)
{
    struct occasion o = occasion_on(life, CASE_COURT, life->end - 8, 0);

    o.remand = maybe(life, 40) ? "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION"
                               : "REMAND_TO_YOUTH_DETENTION_ACCOMMODATION";
    face(life, &o);
}

static void live_investigated(struct life *life)
{
    day when = sometime(life, life->start - 60, life->end);
    struct occasion o = occasion_on(life, maybe(life, 30) ? CASE_COURT : CASE_POLICE, when, 0);

    face(life, &o);
}

static void live_acquitted(struct life *life)
{
    day when = sometime(life, life->start - 60, life->end - 10);
    struct occasion o = occasion_on(life, ACQUITTAL, when, 0);

    face(life, &o);
}

static void live_appealed(struct life *life)
{
    const char *result = maybe(life, 40) ? "APPEAL_ALLOWED" : "ABSOLUTE_DISCHARGE";
    struct occasion o = occasion_on(life, FINE, life->start - 30, 0);

    o.offences = 1;
    o.without_programme = true;
    face(life, &o);
    appeal(life, day_of_ending(life), result);
}

static void live_breached(struct life *life)
{
    struct occasion order = occasion_on(life, REFERRAL, life->end - 200, 12);
    struct occasion breach = occasion_on(life, CONTINUATION, day_of_ending(life), 0);

    face(life, &order);
    breach.offences = 1;
    breach.hearings = 1;
    breach.breached = life->programme;
    breach.offended = breach.when - 30;
    breach.with_victim = false;
    face(life, &breach);
}

static void live_moved_in(struct life *life)
{
    struct occasion o = occasion_on(life, REFERRAL, life->start - 30, 6);

    life->moved_in = life->start - 120;
    face(life, &o);
}

static void live_moved_out(struct life *life)
{
    struct occasion o = occasion_on(life, REFERRAL, life->start - 60, 9);

    life->moved_out = day_of_ending(life);
    face(life, &o);
}

static void live_caretaken(struct life *life)
{
    struct occasion o = occasion_on(life, REFERRAL, life->start - 60, 12);

    life->elsewhere = true;
    o.with_victim = false;
    face(life, &o);
}

/* From informal disposals over referral to orders and custody, as time goes by. */
static enum sanction escalate(struct life *life, unsigned step, day when)
{
    static const enum sanction first[] = {CAUTION, CONDITIONAL_CAUTION, RESOLUTION, DISCHARGE,
                                          REFERRAL};
    static const enum sanction second[] = {REFERRAL, REHABILITATION, DISCHARGE,
                                           FINE,     REHABILITATION, ACQUITTAL};
    static const enum sanction third[] = {REHABILITATION, DETENTION,      REFERRAL, ACQUITTAL,
                                          FINE,           REHABILITATION, DETENTION};

    if (step < 2)
        return PICK(&life->random, first);
    if (step < 4 || age_on(life->birth, when) < 15)
        return PICK(&life->random, second);
    return PICK(&life->random, third);
}

static int months_of(struct life *life, enum sanction sanction)
{
    switch (sanction) {
    case DISCHARGE:
        return 12;
    case REFERRAL:
        return one_of(life, referral_months, COUNT_OF(referral_months));
    case REHABILITATION:
        return chance(&life->random, 50) ? 12 : 18;
    case DETENTION:
        return one_of(life, detention_months, COUNT_OF(detention_months));
    default:
        return 0;
    }
}

static void face_next(struct life *life, unsigned step, day when)
{
    enum sanction sanction = escalate(life, step, when);
    int months = months_of(life, sanction);
    struct occasion o = occasion_on(life, sanction, when, months);

    o.offences = 1 + below(&life->random, MAX_OFFENCES - 1);
    if (sanction == DETENTION && age_on(life->birth, when - 60) >= 14 && chance(&life->random, 30))
        o.remand = "REMAND_TO_YOUTH_DETENTION_ACCOMMODATION";
    face(life, &o);
}

static void live_prolific(struct life *life)
{
    day first = life->ten + YOUNGEST, last = last_day(life, life->end - 15);
    unsigned room = (unsigned)(last - first) / SPACE;
    unsigned count = life->plain ? 2 : 4 + below(&life->random, chance(&life->random, 15) ? 18 : 6);

    if (count > room)
        count = room;
    day when = last - (day)count * SPACE;

    for (unsigned i = 0; i < count; i++) {
        when += SPACE - 3 + (day)below(&life->random, 4);
        face_next(life, i, when);
    }
}

static void (*const stories[PROFILE_COUNT])(struct life *life) = {
    [PREVENTED] = live_prevented,       [DIVERTED] = live_diverted,
    [DISCHARGED] = live_discharged,     [REFERRED] = live_referred,
    [UNDERTAKING] = live_undertaking,   [SUPERVISED] = live_supervised,
    [DETAINED] = live_detained,         [LICENSED] = live_licensed,
    [SENTENCED] = live_sentenced,       [REMANDED] = live_remanded,
    [INVESTIGATED] = live_investigated, [ACQUITTED] = live_acquitted,
    [APPEALED] = live_appealed,         [BREACHED] = live_breached,
    [MOVED_IN] = live_moved_in,         [MOVED_OUT] = live_moved_out,
    [CARETAKEN] = live_caretaken,       [PROLIFIC] = live_prolific};

static void tell_story(struct life *life)
{
    record_add(life->record, PERSON);
    if (life->profile == CAUTIONED)
        end_out_of_court(life, CAUTION);
    else if (life->profile == CONDITIONED)
        end_out_of_court(life, CONDITIONAL_CAUTION);
    else
        stories[life->profile](life);
    tell_circumstances(life);
    introduce(life);
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
                          .start = c->start,
                          .end = c->end,
                          .today = c->today,
                          .first_contact = c->end};
    record_clear(record, c->year);
}

static void be_born(struct life *life, int age, int days)
{
    life->age = age;
    life->birth = years_after(life->end, -age) - days;
    life->ten = years_after(life->birth, 10);
    life->eighteen = years_after(life->birth, 18);
}

/* The ages in which a profile is usual: at the end of the quarter. */
static const struct {
    int from, to;
} ages[PROFILE_COUNT] = {[PREVENTED] = {10, 17},    [DIVERTED] = {12, 17},   [CAUTIONED] = {12, 17},
                         [CONDITIONED] = {12, 17},  [DISCHARGED] = {13, 17}, [REFERRED] = {13, 17},
                         [UNDERTAKING] = {13, 17},  [SUPERVISED] = {15, 18}, [DETAINED] = {16, 17},
                         [LICENSED] = {17, 17},     [SENTENCED] = {16, 17},  [REMANDED] = {14, 17},
                         [INVESTIGATED] = {12, 17}, [ACQUITTED] = {12, 17},  [APPEALED] = {13, 17},
                         [BREACHED] = {13, 17},     [MOVED_IN] = {13, 17},   [MOVED_OUT] = {13, 17},
                         [CARETAKEN] = {13, 17},    [PROLIFIC] = {14, 18}};

void live(struct life *life, struct record *record, const struct circumstances *circumstances,
          enum profile profile, unsigned long index)
{
    begin(life, record, circumstances, profile, index);
    int age = ages[profile].from;

    age += (int)below(&life->random, (unsigned)(ages[profile].to - age + 1));
    be_born(life, age, (int)below(&life->random, YEAR_OF_DAYS));
    tell_story(life);
}

void live_plainly(struct life *life, struct record *record,
                  const struct circumstances *circumstances, enum profile profile, int age,
                  unsigned long index)
{
    begin(life, record, circumstances, profile, index);
    life->plain = true;
    be_born(life, age, PLAIN_BIRTHDAY);
    tell_story(life);
}

enum profile pick_profile(uint64_t *random)
{
    static const unsigned weights[PROFILE_COUNT] = {
        [PREVENTED] = 14,   [DIVERTED] = 20, [CAUTIONED] = 8,   [CONDITIONED] = 8,
        [DISCHARGED] = 5,   [REFERRED] = 9,  [UNDERTAKING] = 9, [SUPERVISED] = 6,
        [DETAINED] = 1,     [LICENSED] = 1,  [SENTENCED] = 1,   [REMANDED] = 2,
        [INVESTIGATED] = 6, [ACQUITTED] = 2, [APPEALED] = 1,    [BREACHED] = 2,
        [MOVED_IN] = 1,     [MOVED_OUT] = 1, [CARETAKEN] = 1,   [PROLIFIC] = 6};
    unsigned total = 0;

    for (unsigned i = 0; i < PROFILE_COUNT; i++)
        total += weights[i];
    unsigned drawn = below(random, total);
    enum profile profile = PREVENTED;

    while (drawn >= weights[profile])
        drawn -= weights[profile++];
    return profile;
}
