/* Puts faults into clean children. A table names them, each after what is wrong: most set one
 * field, the others have a function. The table is in the order in which the faults are put in.
 */
#include "generator.h"

#include <stdio.h>

/* One fault: a function, or a number (mostly a date) to set as far from another as the distance, or
 * a text to set. */
struct fault {
    const char *name;
    unsigned needs;
    void (*apply)(struct child *);
    size_t target, origin;
    int distance;
    const char *text;
};

/* These stand among the needs. ALSO: the fault fires beside all the others too. */
enum { ALSO = 256, SINCE_2025 = 512, COURSE = ASSESSED | ENQUIRED | PROTECTED | PLANNED };

/* Faults go into the first episode. */
#define EPISODE(member) episodes[0].member
#define ASSESSMENT(member) episodes[0].assessments[0].member
#define CIN_PLAN(member) episodes[0].cin_plans[0].member
#define ENQUIRY(member) episodes[0].enquiries[0].member
#define PLAN(member) episodes[0].plans[0].member
#define STEPS(member) episodes[0].pre_proceedings.member

static void give_upn_wrong_check_letter(struct child *c)
{
    c->upn_text[0] = c->upn_text[0] == 'A' ? 'B' : 'A';
}

static void give_upn_of_earlier_child(struct child *c)
{
    if (c->earlier_upn[0] != '\0')
        strcpy(c->upn_text, c->earlier_upn);
}

static void give_upn_of_unknown_authority(struct child *c)
{
    memcpy(c->upn_text + 1, "999", 3);
    c->upn_text[0] = upn_check_letter(c->upn_text);
}

static void give_upn_a_letter(struct child *c)
{
    c->upn_text[6] = 'X';
}

static void cut_upn_short(struct child *c)
{
    c->upn_text[12] = '\0';
}

static void repeat_earlier_id(struct child *c)
{
    if (c->index > 0)
        snprintf(c->id_text, sizeof(c->id_text), "C%07lu", c->index + 1000000);
}

static void lengthen_id(struct child *c)
{
    strcat(c->id_text, "0123456789012");
}

static void put_slash_into_id(struct child *c)
{
    c->id_text[3] = '/';
}

static void make_unborn_with_sex(struct child *c)
{
    c->person_birth_date = NO_DAY;
    c->expected_person_birth_date = c->period_end + 60;
    c->sex = c->year >= SEX_SINCE ? "F" : "2";
}

static void add_disability(struct child *c, const char *code)
{
    if (c->disability_count < MAX_DISABILITIES)
        c->disabilities[c->disability_count++] = code;
}

static void repeat_disability(struct child *c)
{
    add_disability(c, c->disabilities[0]);
}

static void put_none_beside_disability(struct child *c)
{
    add_disability(c, strcmp(c->disabilities[0], "NONE") == 0 ? "VIS" : "NONE");
}

/* The second is referred within the first and neither is closed. */
static void open_second_episode(struct child *c)
{
    day referral = c->episodes[0].referral + 30;

    c->episodes[c->episode_count++] = (struct episode){.referral = referral,
                                                       .referral_source = "6",
                                                       .primary_need_code = "N1",
                                                       .referral_nfa = c->no};
}

static void refuse_old_referral(struct child *c)
{
    c->episodes[0] = (struct episode){
        .referral = c->period_start - 60, .referral_source = "6", .referral_nfa = c->yes};
}

static void open_assessment_before_period(struct child *c)
{
    c->episodes[0].assessments[0] = (struct assessment){.start = c->period_start - 20};
}

static void open_two_assessments(struct child *c)
{
    struct episode *e = &c->episodes[0];

    for (day back = 30; back > 10; back -= 15)
        e->assessments[e->assessment_count++] = (struct assessment){.start = c->period_end - back};
}

static void add_factor(struct child *c, const char *code)
{
    struct assessment *a = &c->episodes[0].assessments[0];

    if (a->factor_count < MAX_FACTORS)
        a->factors[a->factor_count++] = code;
}

static void repeat_factor(struct child *c)
{
    add_factor(c, c->episodes[0].assessments[0].factors[0]);
}

static void put_none_identified_beside_factors(struct child *c)
{
    add_factor(c, "21");
}

static void identify_no_factor(struct child *c)
{
    c->episodes[0].assessment_count = 1;
    c->episodes[0].assessments[0].factor_count = 0;
    add_factor(c, "21");
}

static void use_retired_factors(struct child *c)
{
    add_factor(c, "18A");
    add_factor(c, "19A");
}

static void move_conference_to_weekend(struct child *c)
{
    struct section47 *s = &c->episodes[0].enquiries[0];

    s->initial_cpc += 6 - day_of_week(s->initial_cpc);
    s->cpc_target = s->initial_cpc + 1;
}

static void add_enquiry(struct child *c, day start)
{
    struct episode *e = &c->episodes[0];

    e->enquiries[e->enquiry_count++] =
        (struct section47){.start = start, .icpc_not_required = c->no};
}

static void open_enquiry_before_period(struct child *c)
{
    add_enquiry(c, c->period_start - 20);
}

static void open_two_enquiries(struct child *c)
{
    add_enquiry(c, c->period_end - 14);
    add_enquiry(c, c->period_end - 9);
}

static void open_second_plan(struct child *c)
{
    struct episode *e = &c->episodes[0];

    e->plans[e->plan_count] = e->plans[0];
    e->plans[e->plan_count].start += 21;
    e->plans[e->plan_count++].end = NO_DAY;
    e->plans[0].end = NO_DAY;
}

static void open_second_cin_plan(struct child *c)
{
    struct episode *e = &c->episodes[0];

    e->cin_plans[0].end = NO_DAY;
    e->cin_plans[e->cin_plan_count++] = (struct cin_plan){.start = e->cin_plans[0].start + 1};
}

static void open_cin_plan_with_plan(struct child *c)
{
    struct episode *e = &c->episodes[0];

    e->plans[0].end = NO_DAY;
    e->cin_plans[0] = (struct cin_plan){.start = e->plans[0].start};
}

#define AT(member) offsetof(struct child, member)
#define CALL(what, needed, function)                                                               \
    {                                                                                              \
        .name = #what, .needs = (needed), .apply = (function)                                      \
    }
#define TEXT(what, needed, member, value)                                                          \
    {                                                                                              \
        .name = #what, .needs = (needed), .target = AT(member), .text = (value)                    \
    }
#define MOVE(what, needed, member, days, from)                                                     \
    {                                                                                              \
        .name = #what, .needs = (needed), .target = AT(member), .origin = AT(from),                \
        .distance = (days)                                                                         \
    }
/* zero never changes, so this is the value as it is. */
#define SET(what, needs, member, value) MOVE(what, needs, member, value, zero)

/* The turns take three, three, one and three faults: the third turn of four gets those that leave
 * nothing to put another one into. What a year does not know stands at the end. */
static const struct fault faults[] = {
    CALL(upn_with_wrong_check_letter, WITH_UPN, give_upn_wrong_check_letter),
    MOVE(assessment_ends_too_early, ASSESSED | ALSO, ASSESSMENT(authorised), -4, ASSESSMENT(start)),
    MOVE(plan_ends_before_it_starts, PROTECTED, PLAN(end), -5, PLAN(start)),
    TEXT(la_child_id_missing, IN_NEED, la_child_id, NULL),
    TEXT(referral_source_not_in_the_list, IN_NEED | ALSO, EPISODE(referral_source), "3G"),
    MOVE(cin_plan_ends_before_it_starts, PLANNED, CIN_PLAN(end), -7, CIN_PLAN(start)),
    SET(no_episode, IN_NEED, episode_count, 0),
    TEXT(sex_not_in_the_list, IN_NEED | ALSO, sex, "X"),
    SET(assessment_without_factors, ASSESSED, ASSESSMENT(factor_count), 0),
    TEXT(initial_category_not_in_the_list, PROTECTED | ALSO, PLAN(initial_category), "NEGL"),
    CALL(upn_of_the_child_before, WITH_UPN, give_upn_of_earlier_child),
    TEXT(primary_need_missing, IN_NEED, EPISODE(primary_need_code), NULL),
    CALL(conference_at_a_weekend, ENQUIRED | PROTECTED | ALSO, move_conference_to_weekend),
    TEXT(ethnicity_not_in_the_list, IN_NEED | ALSO, ethnicity, "WBRT"),
    TEXT(factor_not_in_the_list, ASSESSED | ALSO, ASSESSMENT(factors[0]), "8A"),
    MOVE(plan_of_no_length, PROTECTED, PLAN(end), 0, PLAN(start)),
    TEXT(refused_beside_work, COURSE, EPISODE(referral_nfa), "true"),
    CALL(upn_of_an_unknown_authority, WITH_UPN, give_upn_of_unknown_authority),
    TEXT(closed_without_a_reason, CLOSED, EPISODE(reason_for_closure), NULL),
    MOVE(cin_plan_of_one_day, PLANNED, CIN_PLAN(end), 0, CIN_PLAN(start)),
    CALL(upn_with_a_letter_among_its_digits, WITH_UPN | ALSO, give_upn_a_letter),
    CALL(factor_given_twice, ASSESSED | ALSO, repeat_factor),
    SET(review_without_a_date, PROTECTED, PLAN(reviews[0]), EMPTY_DAY),
    TEXT(former_upn_misspelt, WITH_UPN | ALSO, former_upn, "NOTKNOWN"),
    TEXT(reason_for_closure_not_in_the_list, CLOSED | ALSO, EPISODE(reason_for_closure), "RC0"),
    MOVE(plan_ended_after_the_period, PROTECTED | ALSO, PLAN(end), 6, period_end),
    CALL(two_open_episodes, IN_NEED, open_second_episode),
    TEXT(disability_not_in_the_list, IN_NEED | ALSO, disabilities[0], "DEAF"),
    CALL(no_factor_identified_beside_others, ASSESSED | ALSO, put_none_identified_beside_factors),
    MOVE(enquiry_after_conference, ENQUIRED | ALSO, ENQUIRY(start), 3, ENQUIRY(initial_cpc)),
    CALL(upn_cut_short, WITH_UPN, cut_upn_short),
    TEXT(primary_need_not_in_the_list, IN_NEED | ALSO, EPISODE(primary_need_code), "N10"),
    SET(cin_plan_start_missing, PLANNED, CIN_PLAN(start), NO_DAY),
    CALL(disability_given_twice, IN_NEED | ALSO, repeat_disability),
    SET(reason_without_a_closure, CLOSED, EPISODE(closure), NO_DAY),
    TEXT(latest_category_missing, PROTECTED | ALSO, PLAN(latest_category), NULL),
    CALL(old_referral_with_no_further_action, IN_NEED, refuse_old_referral),
    TEXT(upn_missing_at_school_age, WITH_UPN, upn, NULL),
    MOVE(assessment_before_the_period, ASSESSED, ASSESSMENT(authorised), -10, period_start),
    MOVE(review_on_the_day_the_plan_starts, PROTECTED | ALSO, PLAN(reviews[0]), 0, PLAN(start)),
    TEXT(upn_unknown_for_no_further_action, IN_NEED | ALSO, upn_unknown, "UN7"),
    TEXT(died_without_a_death_date, CLOSED, EPISODE(reason_for_closure), "RC2"),
    MOVE(cin_plan_ended_after_the_period, PLANNED | ALSO, CIN_PLAN(end), 5, period_end),
    CALL(no_disability_beside_one, IN_NEED | ALSO, put_none_beside_disability),
    SET(assessment_open_at_closure, ASSESSED | CLOSED, ASSESSMENT(authorised), NO_DAY),
    SET(plan_start_missing, PROTECTED, PLAN(start), NO_DAY),
    MOVE(died_before_birth, CLOSED | COURSE | ALSO, person_death_date, -9, person_birth_date),
    CALL(la_child_id_of_the_child_before, IN_NEED, repeat_earlier_id),
    MOVE(closed_after_the_period, CLOSED, EPISODE(closure), 9, period_end),
    TEXT(number_of_previous_plans_negative, PROTECTED | ALSO, PLAN(number_of_previous), "-1"),
    MOVE(birth_after_the_period, IN_NEED, person_birth_date, 12, period_end),
    CALL(assessment_open_since_before_the_period, ASSESSED, open_assessment_before_period),
    CALL(two_open_enquiries, ENQUIRED | ALSO, open_two_enquiries),
    SET(disability_missing, IN_NEED, disability_count, 0),
    MOVE(conference_told_twice, ENQUIRED | ALSO, EPISODE(initial_cpc), 0, ENQUIRY(initial_cpc)),
    CALL(two_open_cin_plans, PLANNED, open_second_cin_plan),
    MOVE(referral_after_the_work, COURSE | ALSO, EPISODE(referral), 1, PLAN(start)),
    MOVE(older_than_twenty_five, IN_NEED, person_birth_date, -9500, period_end),
    TEXT(only_assessed_with_plans, CLOSED | PROTECTED, EPISODE(reason_for_closure), "RC8"),
    CALL(two_open_plans, PROTECTED | ALSO, open_second_plan),
    SET(birth_date_missing, IN_NEED, person_birth_date, NO_DAY),
    CALL(two_open_assessments, ASSESSED | ALSO, open_two_assessments),
    SET(enquiry_open_at_closure, ENQUIRED | CLOSED, ENQUIRY(initial_cpc), NO_DAY),
    TEXT(closed_after_assessment, CLOSED, EPISODE(reason_for_closure), "RC9"),
    SET(enquiry_without_an_assessment, ENQUIRED, EPISODE(assessment_count), 0),
    CALL(cin_plan_open_with_a_plan, PLANNED | PROTECTED, open_cin_plan_with_plan),
    MOVE(referral_after_the_period, IN_NEED, EPISODE(referral), 3, period_end),
    CALL(unborn_child_with_a_sex, IN_NEED, make_unborn_with_sex),
    TEXT(referral_nfa_not_a_boolean, IN_NEED, EPISODE(referral_nfa), "yes"),
    MOVE(plan_start_after_conference, ENQUIRED | PROTECTED, PLAN(start), 2, ENQUIRY(initial_cpc)),
    MOVE(birth_and_expected_birth, IN_NEED | ALSO, expected_person_birth_date, 40, period_end),
    CALL(only_assessment_without_a_factor, ASSESSED, identify_no_factor),
    MOVE(conference_before_the_period, ENQUIRED, ENQUIRY(initial_cpc), -12, period_start),
    SET(unknown_element, IN_NEED | ALSO, layout, UNKNOWN_ELEMENT),
    MOVE(died_after_the_period, IN_NEED, person_death_date, 15, period_end),
    MOVE(cin_plan_ends_after_a_review, PLANNED | PROTECTED, CIN_PLAN(end), 1, PLAN(reviews[0])),
    MOVE(closed_before_the_referral, CLOSED, EPISODE(closure), -3, EPISODE(referral)),
    MOVE(birth_expected_too_late, IN_NEED, expected_person_birth_date, 400, period_end),
    SET(closure_date_empty, IN_NEED, EPISODE(closure), EMPTY_DAY),
    CALL(enquiry_open_since_before_the_period, ENQUIRED | ALSO, open_enquiry_before_period),
    MOVE(died_at_the_referral, PROTECTED | PLANNED, person_death_date, 1, EPISODE(referral)),
    SET(elements_in_the_wrong_order, IN_NEED, layout, WRONG_ORDER),
    TEXT(referral_nfa_missing, IN_NEED, EPISODE(referral_nfa), NULL),
    SET(birth_date_in_another_form, IN_NEED, person_birth_date, FOREIGN_DAY),
    TEXT(upn_unknown_not_in_the_list, IN_NEED, upn_unknown, "UN8"),
    SET(referral_date_impossible, IN_NEED, EPISODE(referral), IMPOSSIBLE_DAY),
    CALL(la_child_id_too_long, SINCE_2025 | ALSO, lengthen_id),
    CALL(la_child_id_with_a_slash, SINCE_2025 | ALSO, put_slash_into_id),
    CALL(factors_out_of_use, SINCE_2025 | ASSESSED | ALSO, use_retired_factors),
    SET(pre_proceedings_start_missing, PRE_PROCEEDINGS, STEPS(start), NO_DAY),
    MOVE(pre_proceedings_too_early, PRE_PROCEEDINGS | ALSO, STEPS(start), -40, period_start),
    MOVE(first_letter_too_early, PRE_PROCEEDINGS | ALSO, STEPS(lbp_sent), -4, STEPS(start)),
    TEXT(family_meeting_offer_missing, PRE_PROCEEDINGS, STEPS(fgdm_offer), NULL),
    MOVE(step_decision_too_early, PRE_PROCEEDINGS | ALSO, STEPS(step_decision), -5, STEPS(start)),
    MOVE(first_meeting_too_early, PRE_PROCEEDINGS | ALSO, STEPS(initial_meeting), -9, period_start),
    TEXT(family_meeting_result_missing, PRE_PROCEEDINGS | ALSO, STEPS(fgdm_facilitated), NULL),
    TEXT(outcome_not_in_the_list, PRE_PROCEEDINGS | ALSO, STEPS(outcome), "D"),
    MOVE(court_date_too_early, PRE_PROCEEDINGS | ALSO, STEPS(court_app), -6, STEPS(step_decision)),
    MOVE(court_letter_early, PRE_PROCEEDINGS | ALSO, STEPS(letter_init_cp), -2, STEPS(court_app)),
    TEXT(review_meetings_missing, PRE_PROCEEDINGS | ALSO, STEPS(review_meetings), NULL),
};

enum { FAULT_COUNT = sizeof(faults) / sizeof(faults[0]), FAULTS_OF_FOUR_TURNS = 10 };

/* Only the end of the table depends on the year, so the number of faults tells which there are. */
static unsigned long faults_of_year(int year)
{
    unsigned unknown = (year < PRE_PROCEEDINGS_SINCE ? PRE_PROCEEDINGS : 0U) |
                       (year < SEX_SINCE ? SINCE_2025 : 0U);
    unsigned long count = FAULT_COUNT;

    while ((faults[count - 1].needs & unknown) != 0)
        count--;
    return count;
}

/* Gives the number of faults of a turn and the place of the first. */
static unsigned long place_of_turn(unsigned long turn, unsigned long *first)
{
    static const unsigned long before[] = {0, 3, 6, 7, FAULTS_OF_FOUR_TURNS};

    *first = turn / 4 * FAULTS_OF_FOUR_TURNS + before[turn % 4];
    return before[turn % 4 + 1] - before[turn % 4];
}

unsigned needs_of_turn(int year, unsigned long turn)
{
    unsigned long first = 0;
    unsigned long count = place_of_turn(turn, &first);
    unsigned needs = IN_NEED;

    for (unsigned long i = first; i < first + count; i++)
        needs |= faults[i % faults_of_year(year)].needs;
    return needs & ALL_NEEDS;
}

static void inject(struct child *c, const struct fault *fault)
{
    void *target = (char *)c + fault->target;
    const int *origin = (const void *)((const char *)c + fault->origin);

    if (fault->apply != NULL)
        fault->apply(c);
    else if (fault->origin == 0)
        *(const char **)target = fault->text;
    else if (*origin > NO_DAY || origin == &c->zero)
        *(int *)target = *origin + fault->distance;
}

void inject_turn(struct child *c, unsigned long turn)
{
    unsigned long first = 0;
    unsigned long count = place_of_turn(turn, &first);

    for (unsigned long i = first; i < first + count; i++)
        inject(c, &faults[i % faults_of_year(c->year)]);
}

void inject_all(struct child *c)
{
    for (unsigned long i = 0; i < faults_of_year(c->year); i++)
        if ((faults[i].needs & ALSO) != 0)
            inject(c, &faults[i]);
}

const char *fault_name(size_t number)
{
    return number < FAULT_COUNT ? faults[number].name : NULL;
}
