/* Offences, hearings and outcomes.
 *
 * Never two random draws in one expression: their order is not defined.
 */
#include "life.h"

static const char *const courts[] = {"Marram Youth Court", "Driftwood Youth Court",
                                     "Saltmarsh Youth Court"};
static const char *const bails[] = {"CONDITIONAL_BAIL", "UNCONDITIONAL_BAIL",
                                    "CONDITIONAL_BAIL_AND_TAG", "BAIL_SUPERVISION_AND_SUPPORT",
                                    "ISS_BAIL"};
static const char *const postcodes[] = {"QA1 1AA", "QA1 4GG", "QA2 7FW", "QA12 3ZZ", "QA3 0HH"};

/* Two weeks to a month between hearings; the last is on the day of the outcome. */
static void plan_hearings(struct life *life, struct proceedings *p)
{
    const struct occasion *o = p->occasion;
    day when = o->when;

    p->hearing_count = o->hearings;
    for (unsigned i = o->hearings; i > 0; i--) {
        p->hearing_days[i - 1] = when;
        when = sometime(life, when - 28, when - 14);
    }
}

static day first_step(const struct proceedings *p)
{
    return p->hearing_count > 0 ? p->hearing_days[0] : p->occasion->when;
}

static void plan_offences(struct life *life, struct proceedings *p)
{
    const struct occasion *o = p->occasion;
    day when = first_step(p) - 25;

    p->offence_count = o->offences;
    for (unsigned i = 0; i < o->offences; i++) {
        when = sometime(life, when - 12, when - 2);
        p->offence_days[i] = o->offended != NO_DAY ? o->offended : later(when, life->ten);
        p->dropped[i] = i > 0 && p->facts->court && p->facts->outcome != NULL && maybe(life, 15);
    }
}

static void tell_bail(struct life *life, const struct proceedings *p, day arrested)
{
    static const char *const kinds[] = {"RELEASED_UNDER_INVESTIGATION", "POLICE_BAIL_CONDITIONAL",
                                        "POLICE_BAIL_UNCONDITIONAL"};

    record_add(life->record, BAIL);
    tell(life, BAIL, B_STATUS, ANY(life, kinds));
    tell_day(life, BAIL, B_START, arrested);
    if (p->occasion->sanction != CASE_POLICE)
        tell_day(life, BAIL, B_END, first_step(p));
}

static const char *plea_of(struct life *life, const struct proceedings *p, unsigned number)
{
    if (!p->facts->court)
        return "NOT_APPLICABLE";
    if (p->facts->outcome == NULL)
        return "NO_PLEA";
    if (p->occasion->sanction == ACQUITTAL)
        return "NOT_GUILTY";
    return number > 0 && maybe(life, 20) ? "NOT_GUILTY" : "GUILTY";
}

static void tell_type(struct life *life, const struct offence_type *type)
{
    tell(life, OFFENCE, O_DESCRIPTION, type->description);
    if (!maybe(life, 40))
        tell(life, OFFENCE, O_POSTCODE, ANY(life, postcodes));
    if (maybe(life, 3))
        tell(life, OFFENCE, O_UNKNOWN, "Not told by the police");
    else
        tell(life, OFFENCE, O_CODE, type->code);
    tell(life, OFFENCE, O_CATEGORY, type->category);
    tell(life, OFFENCE, O_SCORE, type->score);
    tell(life, OFFENCE, O_KNIFE, type->knife ? "YES" : "NO");
}

static void note_arrest(struct life *life, day arrested)
{
    if (!life->arrested || arrested < life->first_arrest)
        life->first_arrest = arrested;
    life->arrested = true;
}

static void tell_offence(struct life *life, struct proceedings *p, unsigned number,
                         const struct offence_type *type)
{
    day when = p->offence_days[number], arrested = sometime(life, when, when + 8);

    record_add(life->record, OFFENCE);
    p->offences[number] = make_id(life, 'O', ++life->offences);
    tell(life, OFFENCE, O_ID, p->offences[number]);
    tell_day(life, OFFENCE, O_DATE, when);
    tell_type(life, type);
    tell_day(life, OFFENCE, O_ARREST, arrested);
    tell(life, OFFENCE, O_PLEA, plea_of(life, p, number));
    tell(life, OFFENCE, O_BREACHED, p->occasion->breached);
    if (life->plain || chance(&life->random, 50))
        tell_bail(life, p, arrested);
    note_arrest(life, arrested);
    life->first_contact = earlier(life->first_contact, when);
}

static void tell_requirement(struct life *life, const char *type, const char *term)
{
    record_add(life->record, REQUIREMENT);
    tell(life, REQUIREMENT, Q_TYPE, type);
    tell(life, REQUIREMENT, Q_TERM, term);
}

static void tell_requirements(struct life *life, day when)
{
    int age = age_on(life->birth, when);

    tell_requirement(life, "SUPERVISION", "12 months");
    if (life->plain || chance(&life->random, 40))
        tell_requirement(life, "ACTIVITY", "30 days");
    if (maybe(life, 30))
        tell_requirement(life, "CURFEW", "3 months");
    if (age >= 15 && maybe(life, 20))
        tell_requirement(life, "INTENSIVE_SUPERVISION_AND_SURVEILLANCE", "6 months");
    if (age >= 16 && (life->plain || chance(&life->random, 30))) {
        tell_requirement(life, "UNPAID_WORK", NULL);
        tell(life, REQUIREMENT, Q_MANDATED, "80");
        tell(life, REQUIREMENT, Q_COMPLETED, maybe(life, 50) ? "80" : "22.5");
    }
}

static void tell_term(struct life *life, const struct occasion *o)
{
    if (o->months == 0)
        return;
    if (o->sanction == LONG_DETENTION)
        tell_number(life, OUTCOME, L_YEARS, (unsigned)o->months / 12);
    else
        tell_number(life, OUTCOME, L_MONTHS, (unsigned)o->months);
    if (!maybe(life, 30))
        tell_day(life, OUTCOME, L_END, term_end(o->when, o->months));
}

static void tell_outcome(struct life *life, const char *outcome, day when, bool is_main)
{
    record_add(life->record, OUTCOME);
    tell(life, OUTCOME, L_OUTCOME, outcome);
    tell_day(life, OUTCOME, L_DATE, when);
    tell(life, OUTCOME, L_MAIN, is_main ? "MAIN" : "OTHER");
}

/* Orders that go with a sentence, below the offence at hand. */
static void tell_ancillary(struct life *life, const struct occasion *o)
{
    if (o->sanction != REFERRAL && o->sanction != REHABILITATION && o->sanction != DETENTION)
        return;
    if (maybe(life, 25))
        tell_outcome(life, "COMPENSATION_ORDER", o->when, false);
    if (maybe(life, 5))
        tell_outcome(life, "CRIMINAL_BEHAVIOUR_ORDER", o->when, false);
}

static void tell_outcomes(struct life *life, const struct proceedings *p, unsigned number)
{
    const struct occasion *o = p->occasion;

    if (p->facts->outcome == NULL)
        return;
    if (p->dropped[number]) {
        tell_outcome(life, "WITHDRAWN_OR_DISCONTINUED", o->when, false);
        return;
    }
    tell_outcome(life, p->facts->outcome, o->when, number == 0);
    tell_term(life, o);
    if (o->sanction == REHABILITATION)
        tell_requirements(life, o->when);
    if (number == 0)
        tell_ancillary(life, o);
}

static void tell_proposals(struct life *life, const struct proceedings *p)
{
    enum sanction sanction = p->occasion->sanction;

    if (sanction != REHABILITATION && sanction != DETENTION && sanction != LONG_DETENTION &&
        (sanction != REFERRAL || !maybe(life, 40)))
        return;
    record_add(life->record, PROPOSAL);
    tell(life, PROPOSAL, 0, sanction == REFERRAL ? "REFERRAL_ORDER" : "YOUTH_REHABILITATION_ORDER");
    tell(life, PROPOSAL, 1, "Report of the service");
}

static void tell_remand(struct life *life, const char *decision)
{
    const char *bail = ANY(life, bails);

    tell(life, HEARING, G_REMAND, decision != NULL ? decision : bail);
    if (decision != NULL)
        tell(life, HEARING, G_PROPOSED, bail);
}

static void tell_hearing(struct life *life, struct proceedings *p, unsigned number)
{
    bool last = number + 1 == p->hearing_count && p->facts->outcome != NULL;
    bool crown = last && p->occasion->sanction == LONG_DETENTION;

    record_add(life->record, HEARING);
    p->hearings[number] = make_id(life, 'H', ++life->hearings);
    tell(life, HEARING, G_ID, p->hearings[number]);
    tell_day(life, HEARING, G_DATE, p->hearing_days[number]);
    tell(life, HEARING, G_COURT, crown ? "CROWN_COURT" : "YOUTH_COURT");
    tell(life, HEARING, G_NAME, crown ? "Crown Court at Marram" : ANY(life, courts));
    if (!last)
        tell_remand(life, p->occasion->remand);
    else if (maybe(life, 50))
        tell(life, HEARING, G_REMAND, "NO_REMAND");
    if (last)
        tell_proposals(life, p);
    for (unsigned i = 0; i < p->offence_count; i++)
        link(life, LINK_HO, p->hearings[number], p->offences[i]);
}

/* Away from home from the first hearing to the outcome. */
static void note_remand(struct life *life, const struct proceedings *p)
{
    const struct occasion *o = p->occasion;

    if (o->remand == NULL || life->remand_count == MAX_STAYS)
        return;
    bool secure = o->remand[10] == 'Y'; /* REMAND_TO_YOUTH_... or REMAND_TO_LOCAL_... */
    struct stay stay = {.start = p->hearing_days[0],
                        .end = p->facts->outcome != NULL ? o->when : NO_DAY,
                        .type = secure ? "SCH" : "RESIDENTIAL_UNIT_LA"};

    stay_away(life, &stay);
    stay.type = secure ? "REMAND_TO_YDA" : "REMAND_TO_LAA";
    life->remands[life->remand_count++] = stay;
}

void stay_away(struct life *life, const struct stay *stay)
{
    day free = life->stay_count > 0 ? life->stays[life->stay_count - 1].end : stay->start;

    if (life->stay_count < MAX_STAYS && free != NO_DAY && free <= stay->start)
        life->stays[life->stay_count++] = *stay;
}

void face(struct life *life, struct occasion *occasion)
{
    struct proceedings p = {.occasion = occasion, .facts = facts_of(occasion->sanction)};
    unsigned first = life->plain ? 0 : below(&life->random, BREACH_TYPE / 2);

    if (life->year < KPI_SINCE && occasion->sanction <= DEFERRED)
        p.facts = facts_of(occasion->sanction = TRIAGED);
    if (p.facts->court && p.facts->outcome != NULL && occasion->hearings == 0)
        occasion->hearings = 1;
    plan_hearings(life, &p);
    plan_offences(life, &p);
    plan_programmes(life, &p);
    for (unsigned i = 0; i < p.offence_count; i++) {
        unsigned number = occasion->breached != NULL ? BREACH_TYPE : first + i;

        tell_offence(life, &p, i, offence_type(number, p.serious));
        tell_outcomes(life, &p, i);
    }
    for (unsigned i = 0; i < p.hearing_count; i++)
        tell_hearing(life, &p, i);
    note_remand(life, &p);
    tell_programmes(life, &p);
}

/* The offence of the appeal is the last of the child. */
void appeal(struct life *life, day when, const char *outcome)
{
    const char *offence = record_get(life->record, OFFENCE, O_ID);
    const char *appealed = record_get(life->record, OUTCOME, L_DATE);
    const char *hearing = make_id(life, 'H', ++life->hearings);

    tell_outcome(life, outcome, when, true);
    tell(life, OUTCOME, L_APPEALED, appealed);
    record_add(life->record, HEARING);
    tell(life, HEARING, G_ID, hearing);
    tell_day(life, HEARING, G_DATE, when);
    tell(life, HEARING, G_COURT, "CROWN_COURT");
    tell(life, HEARING, G_NAME, "Crown Court at Marram");
    link(life, LINK_HO, hearing, offence);
}
