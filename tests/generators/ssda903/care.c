/* The course of care: placements, and what changes as time passes.
 *
 * Never two random draws in one expression: the order of evaluation differs between compilers, and
 * with it would the return.
 */
#include "life.h"

#include <string.h>

/* A placement type with its share among 100 placements at that age. */
struct usual {
    const char *place;
    unsigned share;
};

enum { USUAL_COUNT = 10 };

static const struct usual usual_under_4[USUAL_COUNT] = {{"U6", 88}, {"P1", 8}, {"R3", 4}};
static const struct usual usual_under_10[USUAL_COUNT] = {
    {"U6", 86}, {"P1", 8}, {"K2", 4}, {"S1", 1}, {"R2", 1}};
static const struct usual usual_under_16[USUAL_COUNT] = {
    {"U6", 68}, {"K2", 18}, {"P1", 6},  {"K1", 1}, {"S1", 2},
    {"Z11", 1}, {"Z12", 1}, {"Z13", 1}, {"R1", 1}, {"R2", 1}};
static const struct usual usual_from_16[USUAL_COUNT] = {
    {"U6", 42}, {"K3", 30}, {"K2", 16}, {"P1", 4}, {"P3", 1},
    {"Z11", 2}, {"Z12", 2}, {"Z14", 1}, {"R1", 1}, {"R2", 1}};
static const struct usual usual_unaccompanied[USUAL_COUNT] = {{"U6", 55}, {"K2", 10}, {"K3", 35}};

static const char *const kin[] = {"U1", "U3", "U3"};
static const char *const carers[] = {"U4", "U6", "U6", "U6"};
static const enum area neighbours[] = {OWN,       OWN,  OWN,   OWN,   OWN,    OWN,   NEXT_TOWN,
                                       NEXT_TOWN, CITY, SHIRE, SHIRE, LONDON, COAST, OWN};
static const char *const move_reasons[] = {"CARPL", "CARPL", "CARPL", "CARPL", "CREQB",
                                           "CREQB", "CREQO", "CREQO", "CHILD", "LAREQ",
                                           "STAND", "ALLEG", "CLOSE", "APPRR", "OTHER"};
static const char *const codes_of_providers[] = {"PR0", "PR1", "PR2", "PR3", "PR4", "PR5"};

const struct stay *latest_stay(const struct life *life)
{
    return &life->stays[life->stay_count - 1];
}

void begin_care(struct life *life, day start, char rne, const char *ls,
                const struct placement *placement)
{
    life->stays[life->stay_count++] =
        (struct stay){.start = start, .rne = rne, .ls = ls, .placement = *placement};
}

void move_to(struct life *life, day when, char rne, const char *ls,
             const struct placement *placement, const char *reason)
{
    struct stay *before = &life->stays[life->stay_count - 1];

    before->end = when;
    before->rec = "X1";
    before->reason = reason;
    begin_care(life, when, rne, ls, placement);
}

void end_care(struct life *life, day end, const char *rec)
{
    struct stay *last = &life->stays[life->stay_count - 1];

    last->end = end;
    last->rec = rec;
}

static struct placement at_home(struct life *life)
{
    struct placement p = {"P1", "PR0", NULL, life->home_area, life->home_postcode};

    if (chance(&life->random, 30))
        p.postcode = FIRST_HOME + (p.postcode + below(&life->random, 20)) % HOMES;
    return p;
}

struct placement with_provider(struct life *life, enum service service, const char *place)
{
    const struct provider *provider = pick_provider(&life->random, service);
    const char *code = codes_of_providers[provider->codes[2] - '0'];

    return (struct placement){place, code, provider->urn, provider->area, provider->postcode};
}

/* A few live in Wales or Scotland, where Ofsted registers nobody, a few with carers without a
 * number. */
static void make_unusual(struct life *life, struct placement *p)
{
    unsigned kind = below(&life->random, 100);

    if (kind < 3)
        *p = (struct placement){p->place, "PR4", NULL, kind == 0 ? SCOTLAND : WALES, p->postcode};
    else if (kind < 6)
        *p = (struct placement){p->place, "PR5", "XXXXXXX", p->area, p->postcode};
}

struct placement with_foster_carers(struct life *life, const char *place)
{
    struct placement p = with_provider(life, FOSTERING, place);

    p.area = life->plain ? OWN : PICK(&life->random, neighbours);
    p.postcode = below(&life->random, CARERS_POSTCODES);
    if (life->plain)
        p = (struct placement){place, "PR4", "9900104", OWN, p.postcode};
    else
        make_unusual(life, &p);
    return p;
}

static struct placement elsewhere(struct life *life, const char *place)
{
    const char *provider = strcmp(place, "R2") == 0 ? "PR3" : place[0] == 'Z' ? NULL : "PR4";
    enum area area = PICK(&life->random, neighbours);

    return (struct placement){place, provider, NULL, area, below(&life->random, CARERS_POSTCODES)};
}

static struct placement placement_of(struct life *life, day when, const char *place)
{
    bool related = chance(&life->random, 22);

    switch (place[0] * 10 + place[1] - '0') {
    case 'U' * 10 + 6:
        if (age_at(life->birth, when) < 2 && chance(&life->random, 15))
            return with_foster_carers(life, related ? "U2" : "U5");
        return with_foster_carers(life,
                                  related ? PICK(&life->random, kin) : PICK(&life->random, carers));
    case 'K' * 10 + 1:
        return with_provider(life, SECURE, place);
    case 'K' * 10 + 2:
        return with_provider(life, HOME, place);
    case 'K' * 10 + 3:
        return with_provider(life, SUPPORTED, place);
    case 'S' * 10 + 1:
        return with_provider(life, SCHOOL, place);
    case 'R' * 10 + 3:
        return with_provider(life, FAMILY_CENTRE, place);
    case 'P' * 10 + 1:
        return at_home(life);
    default:
        return elsewhere(life, place);
    }
}

static const char *usual_place(struct life *life, day when)
{
    static const struct usual *const by_age[] = {usual_under_4, usual_under_10, usual_under_16,
                                                 usual_from_16};
    int age = age_at(life->birth, when);
    const struct usual *usual = by_age[age < 4 ? 0 : age < 10 ? 1 : age < 16 ? 2 : 3];
    unsigned at = below(&life->random, 100);

    if (life->unaccompanied)
        usual = usual_unaccompanied;
    while (at >= usual->share) {
        at -= usual->share;
        usual++;
    }
    return age < 16 && strcmp(usual->place, "K3") == 0 ? "U6" : usual->place;
}

/* Independent living was still a placement then. */
static struct placement propose(struct life *life, day when, const char *ls)
{
    const char *place = usual_place(life, when);
    bool independent = chance(&life->random, 15) && when < SUPPORTED_REGISTERED - 60;

    if (life->plain || (strcmp(place, "P1") == 0 && strcmp(ls, "V2") == 0))
        place = "U6";
    struct placement p = placement_of(life, when, place);
    if (independent && strcmp(p.place, "K3") == 0)
        p.place = "P2";
    if (life->plain)
        p.place = "U6";
    return p;
}

struct placement find_placement(struct life *life, day when, const char *ls)
{
    struct placement p = propose(life, when, ls);

    while (life->stay_count > 0 && latest_stay(life)->placement.area == p.area &&
           latest_stay(life)->placement.postcode == p.postcode)
        p = propose(life, when, ls);
    return p;
}

/* NULL when the child has got what this course leads to. */
static const char *next_status(struct life *life, const char *ls)
{
    bool agreed = chance(&life->random, 30);

    if (ls[0] == 'L')
        return agreed ? "V2" : "C1";
    return strcmp(ls, "V2") == 0 ? "C1" : strcmp(ls, "C1") == 0 ? "C2" : NULL;
}

/* Away for a while, and back to the same placement. Gives the day of the return. */
static day go_away(struct life *life, day when)
{
    static const struct {
        const char *place;
        unsigned most;
    } kinds[] = {{"T0", 50}, {"T1", 42}, {"T2", 20}, {"T3", 21}, {"T4", 7}};
    const struct stay from = *latest_stay(life);
    unsigned kind = life->plain ? 3 : below(&life->random, COUNT_OF(kinds));
    day back = when + 2 + (day)below(&life->random, kinds[kind].most - 2);
    struct placement away = {kinds[kind].place, NULL, NULL, NEXT_TOWN, 29};

    move_to(life, when, 'P', from.ls, &away, NULL);
    move_to(life, back, 'P', from.ls, &from.placement, NULL);
    return back;
}

static bool is_foster(const struct placement *p)
{
    return p->place[0] == 'U';
}

/* The carers become long-term carers. */
static bool settle(struct life *life, day when, bool with_status)
{
    const struct stay *now = latest_stay(life);
    struct placement p = now->placement;
    const char *ls = with_status ? next_status(life, now->ls) : now->ls;

    if (!is_foster(&p) || (p.place[1] != '3' && p.place[1] != '6') || ls == NULL)
        return false;
    p.place = p.place[1] == '3' ? "U1" : "U4";
    move_to(life, when, with_status ? 'U' : 'T', ls, &p, "PLACE");
    return true;
}

static bool change_status(struct life *life, day when, bool with_move)
{
    const struct stay *now = latest_stay(life);
    const char *ls = next_status(life, now->ls);

    if (ls == NULL || (strcmp(ls, "V2") == 0 && strcmp(now->placement.place, "P1") == 0))
        return false;
    struct placement p = with_move ? find_placement(life, when, ls) : now->placement;
    move_to(life, when, with_move ? 'B' : 'L', ls, &p,
            with_move ? PICK(&life->random, move_reasons) : NULL);
    return true;
}

static void move_on(struct life *life, day when)
{
    const char *ls = latest_stay(life)->ls;
    struct placement p = find_placement(life, when, ls);

    move_to(life, when, 'P', ls, &p, life->plain ? "CARPL" : PICK(&life->random, move_reasons));
}

/* One temporary placement a child keeps holidays of the carers below three a year. */
static bool may_go_away(const struct life *life)
{
    for (unsigned i = 0; i < life->stay_count; i++)
        if (life->stays[i].placement.place[0] == 'T')
            return false;
    return is_foster(&latest_stay(life)->placement);
}

/* Gives the day from which life goes on. */
static day happen(struct life *life, day when, day limit)
{
    unsigned kind = below(&life->random, 100);
    bool done = kind < 18   ? change_status(life, when, false)
                : kind < 27 ? change_status(life, when, true)
                : kind < 35 ? settle(life, when, false)
                            : kind < 38 && settle(life, when, true);

    if (done)
        return when;
    if (kind < 46 && when + 60 < limit && may_go_away(life))
        return go_away(life, when);
    move_on(life, when);
    return when;
}

/* In a plain life all that happens is what its profile says: one move, or one time away. */
void pass_time(struct life *life, day limit)
{
    if (life->profile == TEMPORARY)
        go_away(life, life->start + 100);
    else if (life->plain && life->profile == SETTLED)
        move_on(life, life->start + 100);
    day when = latest_stay(life)->start;
    while (!life->plain && life->stay_count < MAX_STAYS - 4) {
        when += 30 + (day)below(&life->random, 340);
        if (when == SUPPORTED_REGISTERED)
            when++;
        if (when >= limit - 30)
            return;
        when = happen(life, when, limit);
    }
}

const char *choose_end(struct life *life, day end)
{
    static const char *const home[] = {"E4A", "E4A", "E4A", "E4A", "E4B", "E4B", "E13", "E13",
                                       "E41", "E41", "E3",  "E8",  "E8",  "E16", "E47", "E48"};
    static const char *const grown[] = {"E5", "E5", "E5", "E6", "E7", "E8", "E9", "E4A", "E13"};
    static const char *const guardians[] = {"E45", "E45", "E46"};
    static const char *const adult[] = {"E5", "E5", "E5", "E6", "E7", "E8"};
    bool foster = is_foster(&latest_stay(life)->placement);
    unsigned kind = below(&life->random, 100);

    if (life->plain)
        return "E4A";
    if (age_at(life->birth, end) >= 18)
        return foster && kind < 70 ? "E17" : PICK(&life->random, adult);
    if (life->unaccompanied)
        return kind < 50 ? "E5" : kind < 80 ? "E8" : "E15";
    if (age_at(life->birth, end) >= 16 && kind < 60)
        return PICK(&life->random, grown);
    if (foster && kind < 75)
        return kind < 73 ? PICK(&life->random, guardians) : "E2";
    return PICK(&life->random, home);
}

static bool needs_registration(const struct stay *stay)
{
    const char *place = stay->placement.place;

    return strcmp(place, "K3") == 0 || strcmp(place, "P2") == 0;
}

static bool spans_registration(const struct stay *stay)
{
    return stay->start < SUPPORTED_REGISTERED &&
           (stay->end == NO_DAY || stay->end > SUPPORTED_REGISTERED);
}

/* The carers are the same; what changes is the registration, and the placement type with it. */
static void split_at_registration(struct life *life, unsigned at)
{
    struct stay *stay = &life->stays[at];

    for (unsigned i = life->stay_count++; i > at; i--)
        life->stays[i] = life->stays[i - 1];
    stay[1].start = SUPPORTED_REGISTERED;
    stay[1].rne = 'T';
    stay[0].end = SUPPORTED_REGISTERED;
    stay[0].rec = "X1";
    stay[0].reason = "PLACE";
}

void register_supported(struct life *life)
{
    for (unsigned i = 0; i < life->stay_count; i++) {
        struct stay *stay = &life->stays[i];

        if (!needs_registration(stay))
            continue;
        if (spans_registration(stay) && life->stay_count < MAX_STAYS)
            split_at_registration(life, i);
        if (stay->start >= SUPPORTED_REGISTERED)
            stay->placement.place = "K3";
        else
            stay->placement.urn = NULL;
    }
}
