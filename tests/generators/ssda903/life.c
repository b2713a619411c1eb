/* The ordinary courses of care, and the frame into which every life is put.
 *
 * Never two random draws in one expression: see care.c.
 */
#include "life.h"

#include <string.h>

enum { WEEK = 7, CHILDHOOD = 6574 };

static const char *const ethnicities[] = {
    "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI",
    "WIRI", "WOTH", "WIRT", "WROM", "MWBC", "MWBA", "MWAS", "MOTH", "AIND", "APKN",
    "ABAN", "AOTH", "BCRB", "BAFR", "BAFR", "BOTH", "CHNE", "OOTH", "REFU", "NOBT"};
static const char *const needs[] = {"N1", "N1", "N1", "N1", "N1", "N2", "N3",
                                    "N4", "N4", "N5", "N5", "N6", "N7", "N8"};
static const char *const unknown_upns[] = {"UN2", "UN2", "UN3", "UN5"};
static const char *const first_statuses[] = {"V2", "V2", "V2", "V2", "C1", "C1",
                                             "C1", "C2", "L1", "L2", "L3"};
static const char *const later_statuses[] = {"C2", "C2", "C2", "C2", "C1", "V2"};
static const char reasons_before[] = "SSPPPLLBTU";

void be_born(struct life *life, day earliest, day latest)
{
    if (!life->plain)
        life->birth = between(&life->random, earliest, latest);
}

/* Older children are looked after more often than younger ones. */
static void be_born_before(struct life *life, day care, day majority)
{
    day oldest = years_after(majority, -18) + 1;
    day one = between(&life->random, oldest, care);
    day other = between(&life->random, oldest, care);

    be_born(life, earlier(one, other), earlier(one, other));
}

/* Protection lasts a few days only; gives the longest time, 0 for other statuses. */
static day days_of_protection(const char *ls)
{
    return ls[0] != 'L' ? 0 : ls[1] == '1' ? 3 : ls[1] == '2' ? 20 : 7;
}

void start_care(struct life *life, day when, day limit)
{
    const char *ls = life->plain ? "C2" : PICK(&life->random, first_statuses);
    day protection = days_of_protection(ls);

    if (protection > 0 && when + protection + WEEK > limit)
        ls = "V2";
    bool in_protection = ls[0] == 'L';
    struct placement p =
        in_protection ? with_foster_carers(life, "U6") : find_placement(life, when, ls);
    begin_care(life, when, 'S', ls, &p);
    if (!in_protection)
        return;
    day end = when + 1 + (day)below(&life->random, (unsigned)protection);
    move_to(life, end, 'L', chance(&life->random, 30) ? "V2" : "C1", &p, NULL);
}

/* The course before last year is told by the episode that was open when it began. */
void go_on_in_care(struct life *life)
{
    day first = later(life->birth + 1, life->last_start - 1500);
    day start = between(&life->random, first, life->last_start - 1);
    char rne = life->plain ? 'S' : reasons_before[below(&life->random, 10)];
    const char *ls = life->plain ? "C2" : PICK(&life->random, later_statuses);

    struct placement p = find_placement(life, start, ls);
    begin_care(life, start, rne, ls, &p);
}

void be_in_care(struct life *life)
{
    bool recent = chance(&life->random, 30) || life->birth >= life->last_start - 2;

    if (recent && !life->plain)
        start_care(
            life, between(&life->random, later(life->birth, life->last_start), life->last_end - 40),
            life->end);
    else
        go_on_in_care(life);
}

static void stay_in_care(struct life *life)
{
    be_born_before(life, life->last_end - 60, life->end + 1);
    be_in_care(life);
    pass_time(life, life->end + 60);
}

static void start_this_year(struct life *life)
{
    bool at_the_end = chance(&life->random, 6);
    day first = at_the_end ? life->end - WEEK : life->start;
    day start = life->plain ? life->start + 60 : between(&life->random, first, life->end - 3);

    be_born_before(life, start, life->end + 1);
    start_care(life, start, life->end + 60);
    pass_time(life, life->end + 60);
}

static void leave(struct life *life)
{
    day end = life->plain ? life->start + 150 : between(&life->random, life->start, life->end);

    be_born_before(life, life->last_end - 60, end + 1);
    be_in_care(life);
    pass_time(life, end);
    end_care(life, end, choose_end(life, end));
}

static void stay_briefly(struct life *life)
{
    day start =
        life->plain ? life->start + 60 : between(&life->random, life->start, life->end - 10);
    day longest = earlier(life->end, start + 250);
    day end = life->plain ? start + 140 : between(&life->random, start + 1, longest);

    be_born_before(life, start, end + 1);
    start_care(life, start, end);
    pass_time(life, end);
    end_care(life, end, choose_end(life, end));
}

static void leave_and_return(struct life *life)
{
    static const char *const ends[] = {"E4A", "E4A", "E4B", "E13"};
    day end = life->plain ? life->start + 50
                          : between(&life->random, life->last_start + 60, life->end - 120);
    day gap = life->plain ? 40 : 5 + (day)below(&life->random, 60);

    be_born_before(life, life->last_start - 60, life->end + 1);
    go_on_in_care(life);
    pass_time(life, end);
    end_care(life, end, PICK(&life->random, ends));
    start_care(life, end + gap, life->end + 60);
    pass_time(life, life->end + 60);
}

static void grow_up(struct life *life)
{
    be_born(life, years_after(life->start, -18) + 1, years_after(life->end, -18));
    day end = years_after(life->birth, 18);
    be_in_care(life);
    pass_time(life, end);
    end_care(life, end, choose_end(life, end));
}

static void be_away(struct life *life)
{
    be_born_before(life, life->last_start, life->end + 1);
    struct placement p = with_foster_carers(life, "U6");
    begin_care(life, life->start + 10, 'S', "C2", &p);
    pass_time(life, life->end + 60);
}

static void become_mother(struct life *life)
{
    life->girl = true;
    be_born(life, years_after(life->end, -18) + 1, years_after(life->last_start, -14));
    be_in_care(life);
    pass_time(life, life->end + 60);
    day earliest = later(years_after(life->birth, 14), life->last_start);
    day childbirth = between(&life->random, earliest, life->end - 10);
    life->first_child = life->plain ? life->start + 100 : childbirth;
}

/* From a children's home to a place of its own, perhaps. */
static void live_under_restrictions(struct life *life)
{
    be_born(life, years_after(life->end, -18) + 1, years_after(life->end, -12));
    day start = between(&life->random, life->last_start - 300, life->last_end - 10);
    day move = between(&life->random, life->start + 20, life->end + 300);
    struct placement p = with_provider(life, HOME, "K2");

    begin_care(life, start, start < life->last_start ? 'P' : 'S', "C2", &p);
    if (life->plain || move > life->end - 60)
        return;
    struct placement own = {"Z12", NULL, NULL, SHIRE, 5};
    move_to(life, move, 'P', "C2", &own, "CARPL");
}

static void be_remanded(struct life *life)
{
    day start = between(&life->random, life->start, life->end - 90);
    day end = start + 20 + (day)below(&life->random, 60);
    bool prison = chance(&life->random, 40);

    be_born(life, years_after(life->end, -18) + 1, years_after(life->end, -13));
    struct placement p = with_provider(life, SECURE, "K1");
    if (prison)
        p = (struct placement){"R5", "PR3", NULL, CITY, 3};
    begin_care(life, start, 'S', "J1", &p);
    end_care(life, end, chance(&life->random, 60) ? "E14" : "E9");
}

static void (*const builders[PROFILE_COUNT])(struct life *) = {
    [SETTLED] = stay_in_care,
    [STARTED] = start_this_year,
    [LEFT] = leave,
    [BRIEF] = stay_briefly,
    [RETURNED] = leave_and_return,
    [LEFT_AT_18] = grow_up,
    [TEMPORARY] = be_away,
    [MOTHER] = become_mother,
    [RESTRICTED] = live_under_restrictions,
    [REMANDED] = be_remanded,
    [ADOPTED] = live_until_adopted,
    [ADOPTED_BY_CARER] = live_until_adopted,
    [PLACED_TO_ADOPT] = live_until_placed,
    [ORDERED] = live_under_order,
    [DECIDED] = live_with_decision,
    [REVERSED] = live_with_reversal,
    [UASC_SETTLED] = arrive_alone,
    [UASC_STARTED] = arrive_alone,
    [UASC_LEFT] = arrive_alone,
    [BREAKS] = take_breaks,
    [BREAKS_AGREED] = agree_breaks,
    [LEAVER] = leave_before_birthday,
    [LEAVER_RECENT] = have_left_last_year,
    [LEAVER_OLDER] = have_left_before};

/* How many of a thousand children have the profile. */
static const unsigned shares[PROFILE_COUNT] = {
    [SETTLED] = 490,        [STARTED] = 110,     [LEFT] = 75,          [BRIEF] = 35,
    [RETURNED] = 15,        [LEFT_AT_18] = 30,   [TEMPORARY] = 5,      [MOTHER] = 4,
    [RESTRICTED] = 4,       [REMANDED] = 6,      [ADOPTED] = 20,       [ADOPTED_BY_CARER] = 5,
    [PLACED_TO_ADOPT] = 15, [ORDERED] = 12,      [DECIDED] = 6,        [REVERSED] = 7,
    [UASC_SETTLED] = 25,    [UASC_STARTED] = 15, [UASC_LEFT] = 8,      [BREAKS] = 8,
    [BREAKS_AGREED] = 4,    [LEAVER] = 6,        [LEAVER_RECENT] = 35, [LEAVER_OLDER] = 60};

enum profile pick_profile(uint64_t *random, int year)
{
    unsigned at = below(random, 1000);
    enum profile profile = SETTLED;

    while (at >= shares[profile]) {
        at -= shares[profile];
        profile++;
    }
    return profile == RESTRICTED && year < DOLO_SINCE ? SETTLED : profile;
}

/* Letter, authority, school, year, serial number; the last nine digits tell the children apart. */
static void make_upn(struct life *life)
{
    static const char letters[] = "ABCDEFGHJKLMNPQRTUVWXYZ";
    uint64_t spread = (uint64_t)life->index % 1000000000 * 379721 % 1000000000;
    unsigned letter = below(&life->random, 23);

    snprintf(life->upn, CELL_SIZE, "%c%03u%09u", letters[letter], 300 + below(&life->random, 600),
             (unsigned)spread);
    if (chance(&life->random, 2))
        life->upn[12] = letters[life->upn[12] - '0'];
    if (chance(&life->random, 4))
        life->upn_unknown = PICK(&life->random, unknown_upns);
}

static void identify(struct life *life, uint64_t seed)
{
    life->random = seed;
    life->random = next_random(&life->random) + life->index * 7;
    snprintf(life->child, CELL_SIZE, "A%06lu", life->index + 1);
    life->girl = life->girl || (!life->plain && chance(&life->random, 46));
    life->ethnic = PICK(&life->random, ethnicities);
    life->cin = PICK(&life->random, needs);
    life->home_postcode = FIRST_HOME + below(&life->random, HOMES);
    life->home_area = chance(&life->random, 90) ? OWN : NEXT_TOWN;
    make_upn(life);
    if (life->plain)
        life->upn_unknown = NULL;
}

static void tell(struct life *life)
{
    builders[life->profile](life);
    register_supported(life);
    add_outcomes(life);
}

static struct life blank_life(enum profile profile, int year, unsigned long index)
{
    return (struct life){.index = index,
                         .profile = profile,
                         .year = year,
                         .last_start = day_of(year - 2, 4, 1),
                         .last_end = day_of(year - 1, 3, 31),
                         .start = day_of(year - 1, 4, 1),
                         .end = day_of(year, 3, 31)};
}

void live(struct life *life, enum profile profile, int year, unsigned long index, uint64_t seed)
{
    *life = blank_life(profile, year, index);
    identify(life, seed);
    tell(life);
}

void live_plainly(struct life *life, enum profile profile, int age, bool girl, int year,
                  unsigned long index, uint64_t seed)
{
    *life = blank_life(profile, year, index);
    life->plain = true;
    life->girl = girl;
    identify(life, seed);
    day since = 120 + (day)below(&life->random, 120);
    life->birth = years_after(life->end, -age) - since;
    tell(life);
}
