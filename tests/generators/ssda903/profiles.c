/* The less usual lives: adoption, unaccompanied children, short breaks, care leavers.
 *
 * Never two random draws in one expression: see care.c.
 */
#include "life.h"

#include <string.h>

/* The steps to adoption, in their order. By consent there is no placement order. */
struct steps {
    day care, decision, order, matched, placed, adopted;
    bool by_consent;
};

/* The days of plain lives, counted from the start of the year. */
static const struct steps plain_adoption = {-350, -160, -30, 80, 90, 300, false};
static const struct steps plain_placement = {-350, 20, 50, 70, 90, 0, false};
static const struct steps plain_order = {-350, 20, 50, 0, 0, 0, false};
static const struct steps plain_decision = {20, 60, 0, 0, 0, 0, false};
static const struct steps plain_reversal = {-350, 40, 0, 0, 0, 0, false};

static struct steps counted_from(day start, const struct steps *s)
{
    return (struct steps){start + s->care,    start + s->decision, start + s->order,
                          start + s->matched, start + s->placed,   start + s->adopted,
                          s->by_consent};
}

/* Tells the steps backwards from the day of the placement. */
static struct steps steps_before(struct life *life, day placed)
{
    struct steps s = {.placed = placed};

    s.matched = placed - 3 - (day)below(&life->random, 30);
    s.order = s.matched - 20 - (day)below(&life->random, 120);
    s.decision = s.order - 10 - (day)below(&life->random, 90);
    s.care = s.decision - 120 - (day)below(&life->random, 300);
    s.by_consent = chance(&life->random, 15);
    return s;
}

/* Looked after until the decision, and until the order if there is one. */
static void wait_for_adopters(struct life *life, const struct steps *s)
{
    struct placement p = with_foster_carers(life, life->plain ? "U6" : "U5");
    const char *ls = s->by_consent ? "V2" : "C1";
    day care_order = s->care + 60 + (day)below(&life->random, 50);

    be_born(life, s->care - (day)below(&life->random, 800), s->care);
    begin_care(life, s->care, 'S', ls, &p);
    if (!s->by_consent)
        move_to(life, care_order, 'L', "C2", &p, NULL);
    life->decisions[life->decision_count++] = (struct span){s->decision, NO_DAY, NULL};
}

static void give_order(struct life *life, const struct steps *s)
{
    struct placement p = latest_stay(life)->placement;

    if (!s->by_consent)
        move_to(life, s->order, 'L', "E1", &p, NULL);
}

static void place_to_adopt(struct life *life, const struct steps *s)
{
    static const char *const places[] = {"A6", "A5", "A4", "A3"};
    unsigned kind = (s->by_consent ? 2U : 0U) + (life->by_carer ? 1U : 0U);
    const struct stay *now = latest_stay(life);
    struct placement p = with_provider(life, ADOPTION, places[kind]);
    bool far = chance(&life->random, 20);

    p.area = life->by_carer ? now->placement.area : far ? SHIRE : NEXT_TOWN;
    p.postcode = life->by_carer ? now->placement.postcode : below(&life->random, CARERS_POSTCODES);
    if (p.area >= WALES)
        p.urn = NULL;
    if (life->plain)
        p = (struct placement){places[kind], "PR1", "9900201", OWN, p.postcode};
    move_to(life, s->placed, life->by_carer ? 'T' : 'P', now->ls, &p,
            life->by_carer ? "PLACE" : "CARPL");
    life->matched = s->matched;
}

void live_until_adopted(struct life *life)
{
    day adopted = between(&life->random, life->start + 10, life->end - 5);
    struct steps s = steps_before(life, adopted - 100 - (day)below(&life->random, 250));

    if (life->plain)
        s = counted_from(life->start, &plain_adoption);
    else
        s.adopted = adopted;
    life->by_carer = life->profile == ADOPTED_BY_CARER;
    wait_for_adopters(life, &s);
    give_order(life, &s);
    place_to_adopt(life, &s);
    end_care(life, s.adopted, s.by_consent ? "E11" : "E12");
}

void live_until_placed(struct life *life)
{
    day placed = between(&life->random, life->last_start + 20, life->end - 10);
    struct steps s = steps_before(life, placed);

    if (life->plain)
        s = counted_from(life->start, &plain_placement);
    wait_for_adopters(life, &s);
    give_order(life, &s);
    place_to_adopt(life, &s);
}

void live_under_order(struct life *life)
{
    day order = between(&life->random, life->last_start, life->end - 10);
    struct steps s = steps_before(life, order + 60);

    if (life->plain)
        s = counted_from(life->start, &plain_order);
    s.by_consent = false;
    wait_for_adopters(life, &s);
    give_order(life, &s);
}

void live_with_decision(struct life *life)
{
    day decision = between(&life->random, life->last_start, life->end - 5);
    struct steps s = {.care = decision - 150, .decision = decision};

    if (life->plain)
        s = counted_from(life->start, &plain_decision);
    wait_for_adopters(life, &s);
}

/* With an order, that one is revoked too. */
void live_with_reversal(struct life *life)
{
    static const char *const reasons[] = {"RD1", "RD2", "RD3", "RD4"};
    day reversed = between(&life->random, life->start, life->end - 5);
    struct steps s = steps_before(life, reversed - (day)below(&life->random, 300));
    bool ordered = chance(&life->random, 40);

    if (life->plain) {
        s = counted_from(life->start, &plain_reversal);
        reversed = life->start + 140;
        ordered = false;
    }
    wait_for_adopters(life, &s);
    s.by_consent = s.by_consent || !ordered;
    give_order(life, &s);
    if (!s.by_consent)
        move_to(life, reversed, 'L', "C2", &latest_stay(life)->placement, NULL);
    life->decisions[0].end = reversed;
    life->decisions[0].code = PICK(&life->random, reasons);
}

/* Fourteen to seventeen years old on the day of arrival. */
static day arrival(struct life *life)
{
    day first = later(years_after(life->birth, 14) + 30, life->last_start - 200);
    day last = years_after(life->birth, 18) - 40;

    if (life->profile == UASC_STARTED)
        return between(&life->random, later(first, life->start), earlier(last, life->end - 5));
    return between(&life->random, first, earlier(last, life->last_end - 20));
}

void arrive_alone(struct life *life)
{
    bool grown = life->profile == UASC_LEFT;
    day majority_from = grown ? life->start + 1 : life->end + 1;
    day majority_to = grown ? life->end : life->end + 700;

    life->unaccompanied = true;
    life->cin = "N8";
    be_born(life, years_after(majority_from, -18), years_after(majority_to, -18));
    life->status_ceased = years_after(life->birth, 18);
    day start = life->plain && life->profile == UASC_STARTED ? life->start + 60 : arrival(life);
    struct placement p = find_placement(life, start, "V2");
    begin_care(life, start, 'S', "V2", &p);
    pass_time(life, grown ? life->status_ceased : life->end + 60);
    if (grown)
        end_care(life, life->status_ceased, choose_end(life, life->status_ceased));
}

static struct placement for_a_break(struct life *life)
{
    static const struct placement places[] = {{"U6", "PR1", NULL, OWN, 0},
                                              {"K2", "PR4", NULL, OWN, 0},
                                              {"U6", "PR5", NULL, OWN, 0},
                                              {"R1", "PR4", NULL, OWN, 0},
                                              {"S1", "PR4", NULL, OWN, 0}};

    return life->plain ? places[0] : PICK(&life->random, places);
}

static void start_breaks(struct life *life)
{
    life->short_breaks = true;
    life->cin = "N2";
    be_born(life, years_after(life->end, -17), years_after(life->last_start, -5));
}

/* No break goes on beyond the end of a year. */
void take_breaks(struct life *life)
{
    start_breaks(life);
    struct placement p = for_a_break(life);
    day when = life->last_start + 5;

    while (when < life->end - 5 && life->stay_count < MAX_STAYS) {
        day end = when + 1 + (day)below(&life->random, 3);

        if (end < life->last_end || when > life->start) {
            begin_care(life, when, 'S', "V3", &p);
            end_care(life, end, "E4A");
        }
        when += life->plain ? 30 : 24 + (day)below(&life->random, 30);
    }
}

void agree_breaks(struct life *life)
{
    start_breaks(life);
    struct placement p = for_a_break(life);
    bool ended = chance(&life->random, 20) && !life->plain;

    day start = between(&life->random, life->last_start - 100, life->end - 100);
    begin_care(life, start, 'S', "V4", &p);
    if (ended)
        end_care(life, between(&life->random, later(start + 20, life->start), life->end), "E4A");
}

/* Nobody over the age for which an accommodation is meant: foyers, former foster carers. */
static const char *accommodation(struct life *life, bool grown)
{
    static const char *const all[] = {"U1", "U1", "U1", "U2", "D1", "D1", "B1", "B1",
                                      "E1", "K1", "C1", "Y1", "V2", "X2", "S2", "R1"};
    static const char *const older[] = {"Z1", "Z1", "T1", "T1"};

    return grown && chance(&life->random, 20) ? PICK(&life->random, older)
                                              : PICK(&life->random, all);
}

static struct leaver tell_of_leaver(struct life *life, bool grown)
{
    static const char *const activities[] = {"F1", "F2", "F2", "F4", "F5", "F5",
                                             "P2", "P5", "G4", "G5", "G5", "G6"};
    static const char *const others[] = {"NO", "NO", "REFU", "NREQ", "RHOM", "DIED"};
    const char *activity = PICK(&life->random, activities);
    const char *home = accommodation(life, grown);

    if (life->plain)
        return (struct leaver){"YES", "F2", "U1"};
    if (chance(&life->random, 90))
        return (struct leaver){"YES", activity, home};
    return (struct leaver){PICK(&life->random, others), "0", "0"};
}

/* Not looked after on the 17th or 18th birthday, which is this year. */
void leave_before_birthday(struct life *life)
{
    bool older = chance(&life->random, 60);

    be_born(life, years_after(life->start + 60, older ? -18 : -17),
            years_after(life->end - 20, older ? -18 : -17));
    day birthday = years_after(life->birth, age_at(life->birth, life->end));
    day end = birthday - 5 - (day)below(&life->random, 40);
    go_on_in_care(life);
    pass_time(life, end);
    end_care(life, end, life->plain ? "E5" : "E6");
    life->leaver = tell_of_leaver(life, false);
}

/* Turned 18 last year, when care may have ended, or turns 17 or 18 this year. */
void have_left_last_year(struct life *life)
{
    static const int ages[] = {17, 18, 19};
    int age = PICK(&life->random, ages);

    be_born(life, years_after(life->start + 60, -age), years_after(life->end - 60, -age));
    bool grown = age_at(life->birth, life->end) == 19;
    life->unaccompanied = grown && !life->plain && chance(&life->random, 20);
    day majority = years_after(life->birth, 18);
    day first = later(life->last_start + 40, years_after(life->birth, 16) + 10);
    day end = earlier(between(&life->random, first, life->last_end - 5), majority);
    if (life->unaccompanied)
        end = life->status_ceased = majority;
    go_on_in_care(life);
    pass_time(life, end);
    end_care(life, end, "E5");
    life->leaver = tell_of_leaver(life, grown);
}

void have_left_before(struct life *life)
{
    be_born(life, years_after(life->end, -25) + 30, years_after(life->end, -20));
    if (!life->plain && chance(&life->random, 20))
        be_born(life, years_after(life->end, -20) + 1, years_after(life->end, -19));
    life->leaver = tell_of_leaver(life, true);
    bool known = age_at(life->birth, life->end) > 19;
    life->leaver_last = life->leaver;
    if (!known || strcmp(life->leaver.in_touch, "DIED") == 0)
        life->leaver_last = (struct leaver){NULL, NULL, NULL};
}
