/* Builds one clean child: a plausible course of referral, assessment, enquiry, conference and plans
 * whose dates no validation rule objects to.
 *
 * Never two random draws in one expression: the order of evaluation differs between compilers, and
 * with it would the return.
 */
#include "generator.h"

#include <stdio.h>

/* Authority, school, year of entry, serial number. School and serial number follow from the index
 * (the factor has no divisor in common with a million), so no two children share a UPN. */
static const char *make_upn(struct child *c, char *upn, bool temporary)
{
    unsigned spread = (unsigned)((uint64_t)c->index % 1000000 * 379721 % 1000000);
    unsigned school = 2000 + (unsigned)(c->index / 1000000 % 8) * 1000;
    unsigned entry = (unsigned)(year_of(c->person_birth_date) + 4) % 100;
    const char *authority = PICK(c, upn_authorities);

    snprintf(upn, 16, "-%s%04u%02u%03u", authority, (school + spread / 1000) % 10000, entry,
             spread % 1000);
    if (temporary)
        upn[12] = UPN_LETTERS[upn[11] - '0' + upn[12] - '0'];
    upn[0] = upn_check_letter(upn);
    return upn;
}

static const char *reason_without_upn(struct child *c, bool school_age)
{
    if (c->refused)
        return chance(c, 60) ? "UN7" : NULL;
    if (!school_age)
        return "UN1";
    return c->episodes[0].referral > c->period_end - 7 ? "UN4" : PICK(c, school_age_reasons);
}

static void choose_upn(struct child *c)
{
    bool school_age = c->person_birth_date < c->school_age_limit;
    unsigned share = school_age ? 88 : c->person_birth_date < c->school_age_limit + 500 ? 50 : 0;

    if ((c->needs & WITH_UPN) == 0 && !chance(c, share)) {
        c->upn_unknown = reason_without_upn(c, school_age);
        return;
    }
    c->upn = make_upn(c, c->upn_text, c->needs == 0 && chance(c, 2));
    if (chance(c, 4))
        c->former_upn = make_upn(c, c->former_upn_text, c->upn_text[12] <= '9');
}

/* One sex not known in every 400 children keeps the return below the share that is queried. */
static const char *choose_sex(struct child *c)
{
    static const char *const sexes[] = {"U", "F", "M"}, *const genders[] = {"0", "1", "2"};
    bool known = c->person_birth_date != NO_DAY && c->index % 400 != 399;
    unsigned at = known ? 1 + below(c, 2) : 0;

    return c->year >= SEX_SINCE ? sexes[at] : genders[at];
}

/* Ten of the first thirty children have a disability each, the second of them two: with fewer codes
 * the return as a whole would be queried. */
static void choose_disabilities(struct child *c)
{
    bool chosen = c->index < 30 && c->index % 3 == 0;
    unsigned first = chosen ? (unsigned)c->index / 3 : below(c, COUNT_OF(disability_codes));
    bool disabled = chosen || chance(c, 13);

    if (c->refused && !disabled && chance(c, 80))
        return;
    c->disabilities[c->disability_count++] = disabled ? disability_codes[first] : "NONE";
    if (c->index == 3 || (disabled && chance(c, 30)))
        c->disabilities[c->disability_count++] =
            disability_codes[(first + 5) % COUNT_OF(disability_codes)];
}

static void add_factors(struct child *c, struct assessment *a)
{
    unsigned wanted = 1 + below(c, 4);
    unsigned at = below(c, COUNT_OF(assessment_factors));

    for (unsigned i = 0; i < wanted; i++) {
        a->factors[a->factor_count++] = assessment_factors[at];
        /* Four steps of at most ten never come round to a code already taken. */
        at = (at + 1 + below(c, 10)) % COUNT_OF(assessment_factors);
    }
}

/* Ends with the episode at the latest, or stays open if that is less than 61 days away. */
static void add_assessment(struct child *c, struct episode *e, day start, day last)
{
    struct assessment *a = &e->assessments[e->assessment_count++];
    day end = start + (day)below(c, 61);

    a->start = start;
    if (end > last && e->closure == NO_DAY)
        return;
    a->authorised = earlier(end, last);
    add_factors(c, a);
}

static void assess(struct child *c, struct episode *e, struct span work)
{
    bool recent = e->referral >= c->period_start;
    day start = recent ? work.first + (day)below(c, 3) : between(c, work.first, work.last);

    add_assessment(c, e, earlier(start, work.last), work.last);
    day end = e->assessments[0].authorised;
    if (end != NO_DAY && end + 90 < work.last && c->needs == 0 && chance(c, 12))
        add_assessment(c, e, end + 30 + (day)below(c, 60), work.last);
}

static void add_cin_plan(struct child *c, struct episode *e, day start, day last)
{
    day end = later(start, c->period_start) + 30 + (day)below(c, 300);
    day open_end = e->closure == NO_DAY ? NO_DAY : last;

    e->cin_plans[e->cin_plan_count++] = (struct cin_plan){start, end <= last ? end : open_end};
}

static void help(struct child *c, struct episode *e, struct span work)
{
    day start = between(c, work.first + 2, earlier(work.first + 50, work.last - 2));

    if (e->referral < c->period_start && chance(c, 60))
        start = between(c, e->referral, c->period_start - 1);
    add_cin_plan(c, e, start, work.last);
    day end = e->cin_plans[0].end;
    if (end != NO_DAY && end + 20 < work.last && chance(c, 15))
        add_cin_plan(c, e, end, work.last);
}

/* Gives the day of the conference, NO_DAY if there is none. */
static day enquire(struct child *c, struct episode *e, struct span work, bool conference_wanted)
{
    struct section47 *s = &e->enquiries[e->enquiry_count++];
    day start = later(work.first, e->assessments[0].start) + (day)below(c, 8);

    s->start = earlier(start, work.last);
    day conference = weekday(s->start + 8 + (day)below(c, 13));
    bool held = conference_wanted && conference < work.last;
    /* An enquiry may wait for its conference if it is less than 15 working days old. */
    bool waiting = conference_wanted && e->closure == NO_DAY && s->start > c->period_end - 20;
    s->icpc_not_required = held || waiting ? c->no : c->yes;
    if (held || waiting)
        s->cpc_target = weekday(s->start + 21);
    if (held)
        s->initial_cpc = conference;
    return s->initial_cpc;
}

static void add_reviews(struct child *c, struct protection_plan *p, day last)
{
    day review = weekday(p->start + 70 + (day)below(c, 20));

    while (review <= last && p->review_count < MAX_REVIEWS - 1) {
        p->reviews[p->review_count++] = review;
        review = weekday(review + 140 + (day)below(c, 40));
    }
}

static void add_protection_plan(struct child *c, struct episode *e, day start, day last)
{
    struct protection_plan *p = &e->plans[e->plan_count++];
    day end = later(start, c->period_start) + 90 + (day)below(c, 420);
    day open_end = e->closure == NO_DAY ? NO_DAY : last;

    p->start = start;
    p->end = end <= last ? end : open_end;
    p->initial_category = PICK(c, categories);
    p->latest_category = chance(c, 85) ? p->initial_category : PICK(c, categories);
    p->number_of_previous = PICK(c, previous_plans);
    add_reviews(c, p, earlier(end, last));
    if (p->end != NO_DAY && p->end + 14 < last && chance(c, 50))
        add_cin_plan(c, e, p->end, last);
}

static void protect(struct child *c, struct episode *e, struct span work)
{
    day conference = enquire(c, e, work, true);

    if (conference == NO_DAY)
        return;
    if ((c->needs & PLANNED) != 0 || chance(c, 15))
        e->cin_plans[e->cin_plan_count++] = (struct cin_plan){work.first + 2, conference};
    if ((c->needs & PROTECTED) != 0 || chance(c, 88))
        add_protection_plan(c, e, conference, work.last);
    if (c->needs == 0 && conference + 80 < work.last && chance(c, 10)) {
        day start = conference + 40 + (day)below(c, 40);
        e->enquiries[e->enquiry_count++] = (struct section47){start, .icpc_not_required = c->yes};
    }
}

/* A plan made by another authority: its conference belongs to the episode, not to an enquiry. */
static void transfer_in(struct child *c, struct episode *e, struct span work)
{
    day conference = weekday(work.first + 8 + (day)below(c, 7));

    if (conference >= work.last)
        return;
    e->initial_cpc = conference;
    add_protection_plan(c, e, conference, work.last);
}

/* The steps follow each other in the order that the rules test; late ones may still be to come. */
static void begin_pre_proceedings(struct child *c, struct episode *e, struct span work)
{
    struct pre_proceedings *q = &e->pre_proceedings;
    day *const steps[] = {&q->start,         &q->lbp_sent,  &q->initial_meeting,
                          &q->step_decision, &q->court_app, &q->letter_init_cp};
    day at = work.first;

    for (unsigned i = 0; i < COUNT_OF(steps) && at <= work.last; i++) {
        at += 4 + (day)below(c, 25);
        *steps[i] = at <= work.last ? at : NO_DAY;
    }
    e->pre_proceedings_count = 1;
    bool offered = c->needs != 0 || chance(c, 70);
    bool sent = q->lbp_sent != NO_DAY;
    q->fgdm_offer = !sent ? NULL : offered ? c->yes : c->no;
    q->fgdm_facilitated = !sent || !offered ? NULL : chance(c, 60) ? c->yes : c->no;
    q->review_meetings = q->initial_meeting != NO_DAY ? PICK(c, previous_plans) : NULL;
    q->outcome = q->step_decision != NO_DAY ? PICK(c, pp_outcomes) : NULL;
}

static void work_on_new_case(struct child *c, struct episode *e, struct span work)
{
    unsigned course = below(c, 100);

    if ((c->needs & (ENQUIRED | PROTECTED)) != 0 || (c->needs == 0 && course < 20))
        protect(c, e, work);
    else if ((c->needs & PLANNED) != 0 || course < 40)
        help(c, e, work);
    else if (course < 50)
        enquire(c, e, work, false);
    else if (course < 52)
        transfer_in(c, e, work);
}

/* Most children known before the period have no assessment in it. */
static void work_on_old_case(struct child *c, struct episode *e, struct span work)
{
    unsigned course = below(c, 100);

    if (course < 22)
        add_protection_plan(c, e, between(c, e->referral, c->period_start - 1), work.last);
    else if (course < 52)
        help(c, e, work);
    if (course > 15 && course < 45)
        assess(c, e, work);
}

/* The reason follows from the work done: nothing but an assessment means closed after it. */
static void close_episode(struct child *c, struct episode *e)
{
    bool only_assessed = e->enquiry_count + e->plan_count + e->cin_plan_count == 0 &&
                         e->initial_cpc == NO_DAY && e->assessment_count > 0;

    e->reason_for_closure = PICK(c, closure_reasons);
    if (only_assessed && e->pre_proceedings_count == 0 && chance(c, 85))
        e->reason_for_closure = chance(c, 75) ? "RC8" : "RC9";
    if (e->reason_for_closure[2] >= '8' && chance(c, 10)) {
        e->assessments[0].factor_count = 1;
        e->assessments[0].factors[0] = "21";
    }
}

static void refer(struct child *c, struct episode *e, day referral, bool further)
{
    e->referral = referral;
    e->referral_source = PICK(c, referral_sources);
    e->referral_nfa = further ? c->no : c->yes;
    e->primary_need_code = further || chance(c, 40) ? PICK(c, primary_needs) : NULL;
}

/* One span of the period holds one episode; only the last may stay open. */
static void build_episode(struct child *c, struct episode *e, struct span span)
{
    bool old = span.first == c->period_start && c->needs == 0 && chance(c, 42);
    bool closed = span.last < c->period_end || (c->needs & CLOSED) != 0 ||
                  (c->needs == 0 && chance(c, old ? 40 : 65));
    day latest = c->needs != 0 ? span.first + 40 : span.last - (closed ? 8 : 3);
    day referral = old ? span.first - 1 - (day)below(c, 1000) : between(c, span.first, latest);

    refer(c, e, referral, true);
    struct span work = {later(e->referral, span.first), span.last};
    if (closed && c->needs == 0)
        work.last = between(c, work.first + 7, earlier(work.first + 200, span.last));
    if (closed)
        e->closure = work.last;
    if (!old && (c->needs != 0 || chance(c, 94)))
        assess(c, e, work);
    if (old)
        work_on_old_case(c, e, work);
    else if (e->assessment_count > 0)
        work_on_new_case(c, e, work);
    if (c->year >= PRE_PROCEEDINGS_SINCE &&
        ((c->needs & PRE_PROCEEDINGS) != 0 || (work.last > work.first + 40 && chance(c, 3))))
        begin_pre_proceedings(c, e, work);
    if (closed)
        close_episode(c, e);
}

static void build_in_need(struct child *c)
{
    unsigned several = below(c, 100);
    int count = c->needs != 0 || several < 84 ? 1 : several < 97 ? 2 : 3;
    day length = (c->period_end - c->period_start + 1) / count;

    for (int i = 0; i < count; i++) {
        struct episode *e = &c->episodes[c->episode_count++];
        day first = c->period_start + i * length;

        if (i + 1 < count && chance(c, 30))
            refer(c, e, first + (day)below(c, (unsigned)length), false);
        else
            build_episode(c, e,
                          (struct span){first, i + 1 < count ? first + length - 1 : c->period_end});
    }
}

static void build_refused(struct child *c)
{
    c->refused = true;
    refer(c, &c->episodes[c->episode_count++], between(c, c->period_start, c->period_end), false);
}

/* Expected from March to November: the referral must not be more than 280 days earlier. */
static void build_unborn(struct child *c)
{
    struct episode *e = &c->episodes[c->episode_count++];
    day expected = c->period_end - 30 + (day)below(c, 270);
    struct span work = {later(c->period_start, expected - 270), c->period_end};

    work.first = between(c, work.first, work.last - 5);
    c->expected_person_birth_date = expected;
    refer(c, e, work.first, true);
    assess(c, e, work);
    work_on_new_case(c, e, work);
}

/* Some are born after their first referral. */
static day choose_birth(struct child *c)
{
    bool later_born = chance(c, 4);
    day distance = (day)below(c, later_born ? 100 : 6400);

    if ((c->needs & WITH_UPN) != 0)
        return c->period_end - 3000 - distance % 2500;
    return earlier(c->episodes[0].referral + (later_born ? distance : -distance), c->period_end);
}

/* A death closes the last episode. */
static void end_childhood(struct child *c, struct episode *e)
{
    if (e->reason_for_closure == NULL || strcmp(e->reason_for_closure, "RC7") != 0)
        return;
    if (c->person_birth_date < e->closure - 6580) {
        e->reason_for_closure = "RC6";
    } else if (c->person_birth_date <= e->closure && chance(c, 1)) {
        e->reason_for_closure = "RC2";
        c->person_death_date = e->closure;
    }
}

static void identify(struct child *c)
{
    snprintf(c->id_text, sizeof(c->id_text), "C%07lu", c->index + 1000001);
    c->la_child_id = c->id_text;
    c->sex = choose_sex(c);
    c->ethnicity = chance(c, 62) ? "WBRI" : PICK(c, ethnicities);
    if (c->person_birth_date == NO_DAY)
        return;
    choose_upn(c);
    choose_disabilities(c);
}

void build_child(struct child *c, enum kind kind, int year, unsigned needs, unsigned long index,
                 uint64_t seed)
{
    static void (*const build[])(struct child *) = {build_in_need, build_refused, build_unborn};
    char earlier_upn[16];

    strcpy(earlier_upn, c->upn != NULL ? c->upn : c->earlier_upn);
    *c = (struct child){.random = seed, .index = index, .needs = needs, .year = year};
    strcpy(c->earlier_upn, earlier_upn);
    c->random = next_random(&c->random) + index;
    c->period_start = day_of(year - 1, 4, 1);
    c->period_end = day_of(year, 3, 31);
    c->school_age_limit = year >= SEX_SINCE ? day_of(year - 6, 9, 1) : day_of(year - 6, 3, 31);
    c->yes = index % 2 == 0 ? "true" : "1";
    c->no = index % 2 == 0 ? "false" : "0";
    build[kind](c);
    if (c->expected_person_birth_date == NO_DAY) {
        c->person_birth_date = choose_birth(c);
        end_childhood(c, &c->episodes[c->episode_count - 1]);
    }
    identify(c);
}
