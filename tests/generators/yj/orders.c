/* Programmes: which follow an outcome, how long they last, and what they are linked to.
 *
 * Never two random draws in one expression: their order is not defined.
 */
#include "life.h"

#define OUTCOME_22 "NO_FURTHER_ACTION_OUTCOME_22_DEFERRED_PROSECUTION_CAUTION_WITH_YJS_INVOLVEMENT"
#define RESOLVED "COMMUNITY_RESOLUTION_WITH_YJS_INVOLVEMENT"
#define REFERRED_IN "REFERRAL_IN_OUT_OF_COURT_DISPOSAL"

static const char bail_support[] = "BAIL_SUPERVISION_AND_SUPPORT";

static const struct sanction_facts facts[] = {
    [RESOLUTION] = {RESOLVED, RESOLVED, false, true, true, REFERRED_IN},
    [DEFERRED] = {OUTCOME_22, OUTCOME_22, false, true, true, REFERRED_IN},
    [TRIAGED] = {"TRIAGE", "TRIAGE", false, false, false, "REFERRAL_IN_PREVENTION"},
    [CAUTION] = {"YOUTH_CAUTION", "YOUTH_CAUTION", false, true, true, REFERRED_IN},
    [CONDITIONAL_CAUTION] = {"YOUTH_CONDITIONAL_CAUTION", "YOUTH_CONDITIONAL_CAUTION", false, true,
                             true, REFERRED_IN},
    [FINE] = {"FINE", NULL, true, false, false, NULL},
    [DISCHARGE] = {"CONDITIONAL_DISCHARGE", NULL, true, false, false, NULL},
    [REFERRAL] = {"REFERRAL_ORDER", "REFERRAL_ORDER", true, true, false, "REFERRAL_ORDER_REPORT"},
    [REHABILITATION] = {"YOUTH_REHABILITATION_ORDER", "YOUTH_REHABILITATION_ORDER", true, true,
                        false, "PRE_SENTENCE_REPORT"},
    [DETENTION] = {"DETENTION_AND_TRAINING_ORDER", "DTO_LICENCE", true, true, false,
                   "PRE_SENTENCE_REPORT"},
    [LONG_DETENTION] = {"SECTION_250", "SECTION_250", true, true, false, "PRE_SENTENCE_REPORT"},
    [ACQUITTAL] = {"ACQUITTED", NULL, true, false, false, NULL},
    [CONTINUATION] = {"ORDER_TO_CONTINUE", NULL, true, false, false, NULL},
    [CASE_POLICE] = {NULL, NULL, false, false, false, NULL},
    [CASE_COURT] = {NULL, NULL, true, false, false, NULL},
};

const struct sanction_facts *facts_of(enum sanction sanction)
{
    return &facts[sanction];
}

/* NO_DAY if it is after the quarter. */
static day if_over(const struct life *life, day when)
{
    return when <= life->end ? when : NO_DAY;
}

static void add_plan(struct life *life, struct proceedings *p, const char *type, day start, day end)
{
    bool moved = life->moved_out != NO_DAY && (end == NO_DAY || end > life->moved_out);
    struct plan *plan = &p->plans[p->plan_count++];

    *plan = (struct plan){.type = type, .start = earlier(start, life->end), .end = end};
    if (moved)
        plan->end = life->moved_out;
}

/* The first half in custody, the second on licence. */
static void plan_detention(struct life *life, struct proceedings *p)
{
    const struct occasion *o = p->occasion;
    day release = if_over(life, months_after(o->when, o->months / 2));
    day over = if_over(life, term_end(o->when, o->months));
    bool young = age_on(life->birth, o->when) < 15;
    struct stay stay = {o->when, release, young ? "SCH" : "YOI"};

    stay_away(life, &stay);
    if (o->sanction == LONG_DETENTION) {
        add_plan(life, p, p->facts->disposal, o->when, over);
        return;
    }
    add_plan(life, p, "DTO_CUSTODY", o->when, release);
    if (release != NO_DAY)
        add_plan(life, p, p->facts->disposal, release, over);
}

static void plan_order(struct life *life, struct proceedings *p)
{
    const struct occasion *o = p->occasion;
    day start = sometime(life, o->when + 3, o->when + 12), end = o->done;

    if (p->facts->court)
        end = if_over(life, term_end(o->when, o->months));
    else if (end == NO_DAY)
        end = if_over(life, start + 60);
    add_plan(life, p, p->facts->disposal, start, end);
}

static bool in_indicators(const struct life *life, const struct plan *plan)
{
    return plan->end == NO_DAY || plan->end >= life->start;
}

/* Victims of other offences, and serious violence without a programme that counts, never count. */
static void decide(struct life *life, struct proceedings *p)
{
    const struct occasion *o = p->occasion;
    bool counted = false, counts_still = false;

    for (unsigned i = 0; i < p->plan_count; i++) {
        struct plan *plan = &p->plans[i];

        plan->counts = p->facts->supported && plan->type == p->facts->disposal;
        counted = counted || plan->counts;
        counts_still = counts_still || (plan->counts && in_indicators(life, plan));
    }
    p->serious = !life->plain && !o->without_programme &&
                 (counted || o->when < life->start || life->year < KPI_SINCE);
    p->victim = o->with_victim && (counts_still || (life->year < KPI_SINCE && p->facts->supported));
}

void plan_programmes(struct life *life, struct proceedings *p)
{
    const struct occasion *o = p->occasion;
    bool detention = o->sanction == DETENTION || o->sanction == LONG_DETENTION;

    if (p->facts->court && p->hearing_count > 1 && o->remand == NULL && maybe(life, 15))
        add_plan(life, p, bail_support, p->hearing_days[0],
                 p->facts->outcome != NULL ? o->when : NO_DAY);
    if (detention)
        plan_detention(life, p);
    else if (p->facts->disposal != NULL && !o->without_programme)
        plan_order(life, p);
    decide(life, p);
}

void link(struct life *life, enum table_id table, const char *from, const char *to)
{
    record_add(life->record, table);
    tell(life, table, 0, from);
    tell(life, table, 1, to);
}

static void tell_activities(struct life *life)
{
    static const char *const activities[] = {
        "Work on consequences", "Reparation project", "Mentoring",
        "Family work",          "Keeping safe",       "Knife crime programme"};
    unsigned count = life->plain ? 1 : below(&life->random, 4);

    for (unsigned i = 0; i < count; i++) {
        record_add(life->record, ACTIVITY);
        tell(life, ACTIVITY, 0, ANY(life, activities));
    }
}

static const char *tell_programme(struct life *life, const struct plan *plan)
{
    const char *id = make_id(life, 'P', ++life->programmes);

    record_add(life->record, PROGRAMME);
    tell(life, PROGRAMME, I_ID, id);
    tell(life, PROGRAMME, I_TYPE, plan->type);
    tell_day(life, PROGRAMME, I_START, plan->start);
    tell_day(life, PROGRAMME, I_END, plan->end);
    tell(life, PROGRAMME, I_HOME_START, maybe(life, 10) ? "UNSUITABLE" : "SUITABLE");
    if (plan->end != NO_DAY)
        tell(life, PROGRAMME, I_HOME_END, maybe(life, 10) ? "UNSUITABLE" : "SUITABLE");
    tell_activities(life);
    return id;
}

/* At the beginning, every three months or so, and at the end. */
static void tell_assessments(struct life *life, const char *stage, const struct plan *plan,
                             const char *programme)
{
    day last = plan->end != NO_DAY ? plan->end : life->end;

    tell_assessment(life, stage, plan->start, programme);
    for (day when = plan->start + 90; when < last - 30 && maybe(life, 70); when += 100)
        tell_assessment(life, "REVIEW", when, programme);
    if (plan->end != NO_DAY && maybe(life, 60))
        tell_assessment(life, "CASE_CLOSURE", plan->end, programme);
}

void tell_prevention(struct life *life, const struct plan *plan)
{
    const char *id = tell_programme(life, plan);

    life->first_contact = earlier(life->first_contact, plan->start);
    tell_assessments(life, "REFERRAL_IN_PREVENTION", plan, id);
    if (maybe(life, 30))
        tell_parenting(life, plan->start, id);
}

static void link_programme(struct life *life, const struct proceedings *p, const char *programme)
{
    for (unsigned i = 0; i < p->offence_count; i++)
        if (!p->dropped[i])
            link(life, LINK_OP, p->offences[i], programme);
    if (p->facts->outcome != NULL && p->hearing_count > 0)
        link(life, LINK_HP, p->hearings[p->hearing_count - 1], programme);
}

static void tell_order(struct life *life, const struct proceedings *p, const struct plan *plan)
{
    const char *id = tell_programme(life, plan);
    bool completed = !maybe(life, 15);

    tell(life, PROGRAMME, I_VICTIM, p->victim ? "YES" : "NO");
    if (p->facts->out_of_court && plan->end != NO_DAY)
        tell(life, PROGRAMME, I_COMPLETED, completed ? "true" : "false");
    link_programme(life, p, id);
    if (plan->type == bail_support)
        return;
    life->programme = id;
    life->programme_start = plan->start;
    life->programme_end = plan->end;
    tell_assessments(
        life, plan->start > p->occasion->when + 30 ? "LEAVING_CUSTODY" : p->facts->stage, plan, id);
    if (p->facts->court &&
        (life->plain ? p->occasion->sanction == REHABILITATION : chance(&life->random, 12)))
        tell_parenting(life, plan->start, id);
}

void tell_programmes(struct life *life, struct proceedings *p)
{
    for (unsigned i = 0; i < p->plan_count; i++)
        tell_order(life, p, &p->plans[i]);
    if (p->victim)
        tell_victim(life, p->offences[0], p->occasion->when);
    if (p->victim && p->offence_count > 1 && !p->dropped[1] && maybe(life, 30))
        tell_victim(life, p->offences[1], p->occasion->when);
}
