/* What the return of a year says of a life: its rows.
 *
 * Never two random draws in one expression: see care.c.
 */
#include "life.h"

#include <string.h>

/* A life, the year of the return, and where its rows go. */
struct cut {
    struct life *life;
    struct record *record;
    int year;
    day start, end;
    const struct stay *last; /* in the return; NULL without any */
};

static bool overlaps(const struct cut *c, day start, day end)
{
    return start <= c->end && (end == NO_DAY || end >= c->start);
}

static struct cut cut_of(int year)
{
    return (struct cut){.year = year, .start = day_of(year - 1, 4, 1), .end = day_of(year, 3, 31)};
}

static const struct leaver *leaver_of(const struct life *life, int year)
{
    return year == life->year ? &life->leaver : &life->leaver_last;
}

bool in_return(const struct life *life, int year)
{
    struct cut c = cut_of(year);

    for (unsigned i = 0; i < life->stay_count; i++)
        if (overlaps(&c, life->stays[i].start, life->stays[i].end))
            return true;
    return leaver_of(life, year)->in_touch != NULL;
}

static void put(struct row *row, unsigned column, const char *text)
{
    if (text != NULL)
        snprintf(row->cells[column], CELL_SIZE, "%s", text);
}

static void put_day(struct row *row, unsigned column, day when)
{
    if (when != NO_DAY)
        format_day(when, row->cells[column]);
}

/* What comes after the end of the return is not known yet. */
static bool put_end(const struct cut *c, struct row *row, unsigned column, day when)
{
    bool known = when != NO_DAY && when <= c->end;

    if (known)
        put_day(row, column, when);
    return known;
}

static const char *sex_of(const struct life *life, int year)
{
    if (year < SEX_LETTERS_SINCE)
        return life->girl ? "2" : "1";
    return life->girl ? "F" : "M";
}

static const char *place_in_year(const char *place, int year)
{
    if (strcmp(place, "K3") == 0 && year < SEX_LETTERS_SINCE)
        return "H5";
    return place[0] == 'Z' && year < OTHER_PLACEMENTS_SINCE ? "Z1" : place;
}

static void put_postcodes(const struct life *life, const struct stay *stay, struct row *row)
{
    if (life->short_breaks)
        return;
    postcode_text(stay->placement.area, stay->placement.postcode, row->cells[E_PL_POST]);
    if (!life->unaccompanied)
        postcode_text(life->home_area, life->home_postcode, row->cells[E_HOME_POST]);
}

static void put_stay(struct cut *c, const struct stay *stay)
{
    struct row *row = record_add(c->record, EPISODES);

    if (row == NULL)
        return;
    c->last = stay;
    put_day(row, E_DECOM, stay->start);
    row->cells[E_RNE][0] = stay->rne;
    put(row, E_LS, stay->ls);
    put(row, E_CIN, c->life->cin);
    put(row, E_PLACE, place_in_year(stay->placement.place, c->year));
    put(row, E_PROVIDER, stay->placement.provider);
    put(row, E_URN, stay->placement.urn);
    put_postcodes(c->life, stay, row);
    if (!put_end(c, row, E_DEC, stay->end))
        return;
    put(row, E_REC, stay->rec);
    put(row, E_REASON, stay->reason);
}

static bool open_at_end(const struct cut *c)
{
    return c->last != NULL && !c->life->short_breaks &&
           (c->last->end == NO_DAY || c->last->end > c->end);
}

/* Looked after all the year: not come after its first day, not gone. */
static bool looked_after_all_year(const struct cut *c)
{
    const struct life *life = c->life;

    for (unsigned i = 0; i < life->stay_count; i++) {
        const struct stay *s = &life->stays[i];
        bool left = s->end != NO_DAY && s->end <= c->end && strcmp(s->rec, "X1") != 0;

        if (overlaps(c, s->start, s->end) && (left || (s->rne == 'S' && s->start > c->start)))
            return false;
    }
    return c->last != NULL && !life->short_breaks;
}

/* Below school age there is none; a child who came in the last week may not have brought it. */
static void put_upn(const struct cut *c, struct row *row)
{
    const struct life *life = c->life;
    bool school_age = years_after(life->birth, 4) <= day_of(c->year - 2, 8, 31);
    bool newcomer = open_at_end(c) && c->last->start > c->end - 7 && c->last->rne == 'S';

    put(row, H_UPN,
        !school_age                         ? "UN1"
        : newcomer && c->year == life->year ? "UN4"
        : life->upn_unknown != NULL         ? life->upn_unknown
                                            : life->upn);
}

static void put_motherhood(const struct cut *c, struct row *row)
{
    day birth = c->life->first_child;

    if (!c->life->girl || c->last == NULL || c->life->short_breaks)
        return;
    bool mother = birth != NO_DAY && birth <= c->end;
    put(row, H_MOTHER, mother ? "1" : "0");
    if (mother)
        put_day(row, H_MC_DOB, birth);
}

static void put_header(const struct cut *c)
{
    const struct life *life = c->life;
    struct row *row = record_add(c->record, HEADER);
    bool alone = life->unaccompanied && c->last != NULL && life->status_ceased >= c->start;

    put(row, H_ETHNIC, life->ethnic);
    put_upn(c, row);
    put_motherhood(c, row);
    put(row, H_UASC, alone ? "1" : "0");
    if (alone)
        put_day(record_add(c->record, UASC), U_DUC, life->status_ceased);
}

static void put_reviews(const struct cut *c)
{
    static const char *const codes[] = {"PN1", "PN1", "PN1", "PN2", "PN3",
                                        "PN4", "PN5", "PN6", "PN6", "PN7"};
    struct life *life = c->life;

    for (unsigned i = 0; i < life->review_count; i++) {
        day when = life->reviews[i];

        if (when < c->start || when > c->end)
            continue;
        struct row *row = record_add(c->record, REVIEWS);
        put_day(row, R_REVIEW, when);
        put(row, R_CODE, when < years_after(life->birth, 4) ? "PN0" : PICK(&life->random, codes));
    }
}

static const char *yes_or_no(struct life *life, unsigned percent)
{
    return chance(&life->random, percent) ? "1" : "0";
}

/* A score for those of 4 to 16; at the edges the age may be the reason for none. */
static void put_difficulties(const struct cut *c, struct row *row)
{
    static const char *const reasons[] = {"SDQ2", "SDQ3", "SDQ4", "SDQ5"};
    struct life *life = c->life;
    day four = years_after(life->birth, 4), seventeen = years_after(life->birth, 17);
    bool all_year = four <= c->start && seventeen > c->end;
    unsigned score = below(&life->random, 33), kind = below(&life->random, 100);

    if (four > c->end || seventeen < c->start)
        return;
    if (life->plain || kind < 75)
        snprintf(row->cells[O_SDQ_SCORE], CELL_SIZE, "%u", score);
    else
        put(row, O_SDQ_REASON, !all_year && kind < 90 ? "SDQ1" : PICK(&life->random, reasons));
}

static void put_misuse(const struct cut *c, struct row *row)
{
    struct life *life = c->life;
    bool problem = age_at(life->birth, c->end) >= 12 && chance(&life->random, 8) && !life->plain;
    bool received = chance(&life->random, 50);

    put(row, O_SUBSTANCE_MISUSE, problem ? "1" : "0");
    if (!problem)
        return;
    put(row, O_RECEIVED, received ? "1" : "0");
    if (!received)
        put(row, O_OFFERED, yes_or_no(life, 70));
}

static void put_health(const struct cut *c)
{
    struct life *life = c->life;
    int age = age_at(life->birth, c->end);

    if (!looked_after_all_year(c))
        return;
    struct row *row = record_add(c->record, OC2);
    put_difficulties(c, row);
    if (age >= 10)
        put(row, O_CONVICTED, yes_or_no(life, 3));
    if (age < 5)
        put(row, O_HEALTH_CHECK, yes_or_no(life, 88));
    put(row, O_IMMUNISATIONS, yes_or_no(life, 85));
    put(row, O_TEETH_CHECK, yes_or_no(life, 75));
    put(row, O_HEALTH_ASSESSMENT, yes_or_no(life, 90));
    put_misuse(c, row);
}

static void put_leaver(const struct cut *c)
{
    const struct leaver *leaver = leaver_of(c->life, c->year);

    if (leaver->in_touch == NULL)
        return;
    struct row *row = record_add(c->record, OC3);
    put(row, L_IN_TOUCH, leaver->in_touch);
    put(row, L_ACTIV, leaver->activ);
    put(row, L_ACCOM, leaver->accom);
}

static void put_adoption(const struct cut *c)
{
    static const char *const adopters[][3] = {
        {"2", "MF", "L11"}, {"2", "MF", "L11"}, {"2", "MF", "L3"}, {"2", "MF", "L2"},
        {"2", "MM", "L12"}, {"2", "FF", "L12"}, {"2", "FF", "L4"}, {"2", "MM", "L2"},
        {"1", "F1", "L0"},  {"1", "F1", "L0"},  {"1", "M1", "L0"}};
    struct life *life = c->life;
    bool adopted = c->last != NULL && c->last->end != NO_DAY && c->last->end <= c->end &&
                   strncmp(c->last->rec, "E1", 2) == 0 && c->last->placement.place[0] == 'A';

    if (!adopted)
        return;
    struct row *row = record_add(c->record, AD1);
    const char *const *who = adopters[life->plain ? 0 : below(&life->random, COUNT_OF(adopters))];
    put_day(row, A_DATE_INT, life->decisions[0].start);
    put_day(row, A_DATE_MATCH, life->matched);
    put(row, A_FOSTER_CARE, life->by_carer ? "1" : "0");
    put(row, A_NB_ADOPTR, who[0]);
    put(row, A_SEX_ADOPTR, who[1]);
    put(row, A_LS_ADOPTR, who[2]);
}

static void put_decisions(const struct cut *c)
{
    const struct life *life = c->life;

    for (unsigned i = 0; i < life->decision_count; i++) {
        const struct span *decision = &life->decisions[i];

        if (!overlaps(c, decision->start, decision->end))
            continue;
        struct row *row = record_add(c->record, PLACED);
        put_day(row, P_DATE_PLACED, decision->start);
        if (put_end(c, row, P_CEASED, decision->end))
            put(row, P_REASON, decision->code);
    }
}

static void put_permanence(const struct cut *c)
{
    const struct life *life = c->life;

    if (c->last == NULL)
        return;
    struct row *row = record_add(c->record, PERMANENCE);
    put(row, PP_PREV_PERM, life->previous);
    put(row, PP_LA_PERM, life->previous_authority);
    put(row, PP_DATE_PERM, life->previous_date);
}

/* Rows of a table that say from when until when, and one code. */
static void put_spans(const struct cut *c, enum table_id table, const struct span *spans,
                      unsigned count)
{
    unsigned start = table == MISSING ? M_START : D_START;

    for (unsigned i = 0; i < count; i++) {
        if (!overlaps(c, spans[i].start, spans[i].end))
            continue;
        struct row *row = record_add(c->record, table);
        put_day(row, start, spans[i].start);
        put_end(c, row, start + 1, spans[i].end);
        if (table == MISSING)
            put(row, M_MISSING, spans[i].code);
    }
}

/* The social workers of the last two years; in the first return of them, those of one year. */
static void put_workers(const struct cut *c)
{
    struct life *life = c->life;
    day first = c->year == SOCIAL_WORKERS_SINCE ? c->start : day_of(c->year - 2, 4, 1);

    for (unsigned i = 0; i < life->worker_count && open_at_end(c); i++) {
        const struct span *worker = &life->workers[i];

        if (worker->start > c->end || (worker->end != NO_DAY && worker->end < first))
            continue;
        struct row *row = record_add(c->record, SOCIAL_WORKERS);
        put(row, S_ID, life->worker_ids[i]);
        put_day(row, S_DECOM, worker->start);
        put_end(c, row, S_DEC, worker->end);
        bool asked = c->year < SEX_LETTERS_SINCE || worker->start >= day_of(2023, 4, 1);
        if (asked || chance(&life->random, 50))
            put(row, S_REASON, worker->code);
    }
}

void cut_record(struct life *life, int year, struct record *record)
{
    struct cut c = cut_of(year);

    c.life = life;
    c.record = record;
    record_clear(record, year);
    strcpy(record->child, life->child);
    strcpy(record->sex, sex_of(life, year));
    format_day(life->birth, record->birth);
    for (unsigned i = 0; i < life->stay_count; i++)
        if (overlaps(&c, life->stays[i].start, life->stays[i].end))
            put_stay(&c, &life->stays[i]);
    put_header(&c);
    put_leaver(&c);
    put_adoption(&c);
    put_health(&c);
    put_permanence(&c);
    put_decisions(&c);
    put_reviews(&c);
    put_spans(&c, MISSING, life->missing, life->missing_count);
    if (year >= SOCIAL_WORKERS_SINCE)
        put_workers(&c);
    if (year >= DOLO_SINCE)
        put_spans(&c, DOLO, life->orders, life->order_count);
}
