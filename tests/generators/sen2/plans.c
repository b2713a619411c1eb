/* What a plan says, and what happens under it: settings, placements, needs, reviews.
 *
 * Never two random draws in one expression: their order is not defined.
 */
#include "life.h"

#include <string.h>

/* A percentage of the persons of an age; the last one has the rest. */
struct share {
    unsigned percent;
    enum service service;
    const char *code; /* of a setting that is no establishment */
};

static const struct share before_school[] = {
    {60, NURSERY, ""}, {25, SPECIAL, ""}, {0, NURSERY, "EYP"}};
static const struct share at_primary[] = {{62, PRIMARY, ""},    {28, SPECIAL, ""},
                                          {4, INDEPENDENT, ""}, {2, PRIMARY, "EHE"},
                                          {1, PRIMARY, "OPA"},  {0, PRIMARY, "OLA"}};
static const struct share at_secondary[] = {{45, SECONDARY, ""},   {38, SPECIAL, ""},
                                            {10, INDEPENDENT, ""}, {2, SECONDARY, "EHE"},
                                            {1, SECONDARY, "OPA"}, {0, SECONDARY, "OLA"}};
static const struct share after_school[] = {
    {60, COLLEGE, ""}, {18, SPECIAL, ""}, {10, SECONDARY, ""}, {0, TRAINING, ""}};
static const struct share as_adult[] = {{85, COLLEGE, ""}, {0, TRAINING, ""}};

static const char *const authorities[] = {"208", "330", "382", "830", "878", "886", "908", "XXX"};

const char *other_authority(struct life *life)
{
    return life->plain ? "886" : PICK(&life->random, authorities);
}

static const struct share *take_share(struct life *life, const struct share *shares)
{
    unsigned left = life->plain ? 0 : below(&life->random, 100);

    while (shares->percent > 0 && left >= shares->percent) {
        left -= shares->percent;
        shares++;
    }
    return shares;
}

static const struct share *shares_at(int school_age)
{
    return school_age < 4    ? before_school
           : school_age < 11 ? at_primary
           : school_age < 16 ? at_secondary
           : school_age < 19 ? after_school
                             : as_adult;
}

/* One place at most of two kinds of special places. */
static void take_place(struct life *life, struct setting *s, const struct establishment *e)
{
    bool unit = e->unit && maybe(life, 35);
    bool resourced = e->resourced && !unit && maybe(life, 40);

    *s = (struct setting){.urn = e->urn, .ukprn = "", .code = "", .unit = "0", .resourced = "0"};
    if (unit)
        s->unit = "1";
    if (resourced)
        s->resourced = "1";
}

static struct setting find_setting(struct life *life, int school_age)
{
    const struct share *share = take_share(life, shares_at(school_age));
    struct setting s = {.urn = "", .ukprn = "", .code = share->code, .unit = "", .resourced = ""};

    if (share->code[0] != '\0')
        return s;
    const struct establishment *e = pick_establishment(&life->random, share->service, life->plain);
    if (share->service < COLLEGE)
        take_place(life, &s, e);
    else
        s.ukprn = e->ukprn;
    if (share->service == INDEPENDENT && maybe(life, 30))
        life->residential = maybe(life, 25) ? "B" : "A";
    if (share->service == TRAINING && school_age > 16)
        life->work = maybe(life, 60) ? "S" : "A";
    return s;
}

void choose_setting(struct life *life)
{
    life->residential = "";
    life->work = "";
    life->setting = find_setting(life, life->school_age);
    life->second_setting = life->setting.code[0] == '\0' && life->school_age > 5 && maybe(life, 5);
}

/* The items that a named place and a placement have in common. */
static void tell_setting(struct life *life, enum table_id table, const struct setting *s,
                         const char *rank)
{
    bool placement = table == PLACEMENT;

    record_add(life->record, table);
    tell(life, table, S_URN, s->urn);
    tell(life, table, S_UKPRN, s->ukprn);
    tell(life, table, S_CODE, s->code);
    tell(life, table, S_RANK, rank);
    tell(life, table, placement ? L_UNIT : D_UNIT, s->unit);
    tell(life, table, placement ? L_RESOURCED : D_RESOURCED, s->resourced);
}

static const struct setting arranged = {"", "", "OLA", "", ""};

static void tell_budget(struct life *life)
{
    bool budget = maybe(life, 10), arrangements = maybe(life, 40);

    tell(life, NAMED_PLAN, N_PB, budget ? "1" : "0");
    if (!budget)
        return;
    tell(life, NAMED_PLAN, N_OA, arrangements ? "1" : "0");
    if (!arrangements || maybe(life, 30)) {
        static const char *const payments[] = {"E", "S", "H", "I"};

        tell(life, NAMED_PLAN, N_DP, PICK(&life->random, payments));
    }
}

void name_plan(struct life *life, day start)
{
    choose_setting(life);
    record_add(life->record, NAMED_PLAN);
    tell_day(life, NAMED_PLAN, N_START, start);
    tell_setting(life, PLAN_DETAIL, &life->setting, "1");
    if (life->second_setting)
        tell_setting(life, PLAN_DETAIL, &arranged, "2");
    tell(life, NAMED_PLAN, N_RES, life->residential);
    tell(life, NAMED_PLAN, N_WBP, life->work);
    tell_budget(life);
}

void cease_plan(struct life *life, day when, const char *reason)
{
    tell_day(life, NAMED_PLAN, N_CEASE, when);
    tell(life, NAMED_PLAN, N_REASON, reason);
}

static void place(struct life *life, const struct setting *s, const char *rank, day entry,
                  day leaving)
{
    tell_setting(life, PLACEMENT, s, rank);
    tell_day(life, PLACEMENT, L_ENTRY, entry);
    tell_day(life, PLACEMENT, L_LEAVING, leaving);
    tell(life, PLACEMENT, L_RES, life->residential);
    tell(life, PLACEMENT, L_WBP, life->work);
    if (life->school_age >= 5 && life->school_age <= 15)
        tell(life, PLACEMENT, L_PATTERN, maybe(life, 6) ? "PT" : "FT");
}

/* The first days of a school year that began so many years before the one of the census. */
static day school_start(struct life *life, int years_ago)
{
    return sometime(life, day_of(life->year - 1 - years_ago, 9, 1),
                    day_of(life->year - 1 - years_ago, 9, 9));
}

/* Moved in the summer of the period: a placement that has ended, and the present one. */
static void move_school(struct life *life, struct setting *now)
{
    const char *residential = life->residential, *work = life->work;
    struct setting before = find_setting(life, life->school_age - 1);
    int years_ago = 1 + (int)below(&life->random, 3);
    day entry = later(school_start(life, years_ago), life->birth + 2 * YEAR_OF_DAYS);
    day leaving = sometime(life, day_of(life->year - 1, 7, 15), day_of(life->year - 1, 8, 30));

    life->residential = "";
    life->work = "";
    place(life, &before, "1", entry, leaving);
    life->residential = residential;
    life->work = work;
    entry = school_start(life, 0);
    place(life, now, "1", entry, NO_DAY);
}

static bool moves(struct life *life)
{
    int age = life->school_age;

    return age > 4 && maybe(life, age == 11 || age == 16 ? 90 : 6);
}

static void leave_education(struct life *life, struct setting *now)
{
    *now = (struct setting){"", "", maybe(life, 80) ? "NEET" : "NIEC", "", ""};
    life->residential = "";
    life->work = "";
}

/* Nobody enters a school after the plan has ended, or before being two. */
static void place_person(struct life *life, day start, day ceased)
{
    struct setting now = life->setting;
    int most = life->school_age > 7 ? 3 : life->school_age > 3 ? life->school_age - 4 : 0;
    int years_ago = life->plain ? 1 : (int)below(&life->random, (unsigned)most + 1);
    day entry = later(school_start(life, years_ago), life->birth + 2 * YEAR_OF_DAYS);

    if (ceased == NO_DAY && life->profile != RETURNED && moves(life)) {
        move_school(life, &now);
    } else {
        if (life->profile == RETURNED)
            entry = start;
        if (ceased != NO_DAY)
            entry = earlier(entry, ceased - 30);
        if (ceased == NO_DAY && life->age >= 16 && maybe(life, 5))
            leave_education(life, &now);
        place(life, &now, "1", entry, ceased);
    }
    if (life->second_setting)
        place(life, &arranged, "2", later(entry, life->start - 200), ceased);
}

/* A primary need, and for many a secondary one. */
static void tell_needs(struct life *life)
{
    static const char *const needs[] = {"ASD",  "SEMH", "SLCN", "MLD", "SLD", "ASD",
                                        "SPLD", "PD",   "PMLD", "HI",  "VI",  "SEMH",
                                        "ASD",  "SLCN", "MSI",  "OTH", "DS"};
    unsigned count = life->year >= 2025 ? COUNT_OF(needs) : COUNT_OF(needs) - 1;
    unsigned first = life->plain ? 0 : below(&life->random, count);
    unsigned second = life->plain ? 0 : below(&life->random, count);

    record_add(life->record, NEED);
    tell(life, NEED, E_TYPE, needs[first]);
    tell(life, NEED, E_RANK, "1");
    if (strcmp(needs[first], needs[second]) == 0 || !maybe(life, 55))
        return;
    record_add(life->record, NEED);
    tell(life, NEED, E_TYPE, needs[second]);
    tell(life, NEED, E_RANK, "2");
}

/* A decision to end a plan is not old if the plan is still there. */
static void tell_review_outcome(struct life *life, day meeting, day decided)
{
    bool amended = maybe(life, 17);
    bool to_cease = !amended && decided >= life->census - 180 && maybe(life, 3);
    day draft = sometime(life, meeting, earlier(meeting + 28, life->filed));

    tell(life, ACTIVE_PLANS, V_OUTCOME, amended ? "A" : to_cease ? "C" : "M");
    if (amended && (life->year >= DRAFTS_REQUIRED_SINCE || maybe(life, 60)))
        tell_day(life, ACTIVE_PLANS, V_DRAFT, draft);
}

/* Within four weeks of the meeting, which is not before the start of the plan. */
static void tell_review(struct life *life, day start, day first, day last, unsigned without_meeting)
{
    day decided = sometime(life, later(first, start), last);
    day meeting = later(start, decided - 1 - sometime(life, 0, 26));
    bool known = !maybe(life, without_meeting);

    tell_day(life, ACTIVE_PLANS, V_REVIEW, decided);
    if (known)
        tell_day(life, ACTIVE_PLANS, V_MEETING, earlier(meeting, decided));
    tell_review_outcome(life, known ? meeting : decided, decided);
}

/* Plans from before the period are reviewed every year, but for those that just came. */
static void review_plan(struct life *life, day start, day ceased, bool transferred)
{
    bool old = start < life->start;
    day last = ceased == NO_DAY ? life->filed : ceased;

    if (life->year < REVIEWS_SINCE) {
        if (old && !maybe(life, 30))
            tell_day(life, ACTIVE_PLANS, V_REVIEW,
                     sometime(life, later(start, life->start - 300), last));
    } else if (ceased == NO_DAY && old && !transferred) {
        tell_review(life, start, life->start, last, life->year < DRAFTS_SINCE ? 20 : 0);
    } else if (old && last - life->start > 60 && maybe(life, 50)) {
        tell_review(life, start, life->start, last, 0);
    }
}

/* By 15 February of the year of a move to another school, 31 March after school. In the school year
 * before the move the day has not come yet or is near. */
static void tell_phase_transfer(struct life *life)
{
    int age = life->school_age;
    bool before = age == 3 || age == 10 || age == 15, after = age == 11 || age == 16;
    bool school = age < 15;
    int year = after ? life->year - 1 : life->year;
    day due = school ? day_of(year, 2, 15) : day_of(year, 3, 31);

    bool required = (age == 10 || age == 15) && life->year >= DRAFTS_REQUIRED_SINCE;

    if ((!before && !after) || (!required && !maybe(life, 60)))
        return;
    tell_day(life, ACTIVE_PLANS, V_DUE, due);
    if (after || maybe(life, school ? 60 : 15))
        tell_day(life, ACTIVE_PLANS, V_FINAL, sometime(life, due - 90, earlier(due, life->filed)));
}

void act_on_plan(struct life *life, day start, day ceased, const char *transfer)
{
    record_add(life->record, ACTIVE_PLANS);
    tell(life, ACTIVE_PLANS, V_TRANSFER, transfer);
    place_person(life, start, ceased);
    tell(life, ACTIVE_PLANS, V_RES, life->residential);
    tell(life, ACTIVE_PLANS, V_WBP, life->work);
    tell_needs(life);
    review_plan(life, start, ceased, transfer[0] != '\0');
    if (ceased == NO_DAY)
        tell_phase_transfer(life);
}
