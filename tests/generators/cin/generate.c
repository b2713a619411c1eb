/* Writes a synthetic children in need return of any size: input for benchmarks and tests.
 *
 * Every record is invented: synthetic data made by statval's generator, no real child. The same
 * arguments give the same bytes on every machine.
 */
#include "../arguments.h"
#include "generator.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BUFFER_SIZE = 1 << 18, MAX_CHILDREN = 8000000 };

struct options {
    unsigned long year, children, seed, faults;
    bool compact, all_wrong;
};

/* The return is written child by child: its size costs time, not memory. */
struct writer {
    char buffer[BUFFER_SIZE];
    size_t used;
    int depth;
    bool compact, failed;
};

static void flush(struct writer *w)
{
    if (fwrite(w->buffer, 1, w->used, stdout) != w->used)
        w->failed = true;
    w->used = 0;
}

static void put(struct writer *w, const char *text)
{
    size_t length = strlen(text);

    if (length > BUFFER_SIZE - w->used)
        flush(w);
    memcpy(w->buffer + w->used, text, length);
    w->used += length;
}

static void indent(struct writer *w)
{
    for (int i = 0; i < w->depth && !w->compact; i++)
        put(w, "  ");
}

static void end_line(struct writer *w)
{
    if (!w->compact)
        put(w, "\n");
}

static void put_tag(struct writer *w, const char *before, const char *name)
{
    put(w, before);
    put(w, name);
    put(w, ">");
}

static void open_group(struct writer *w, const char *name)
{
    indent(w);
    put_tag(w, "<", name);
    end_line(w);
    w->depth++;
}

static void close_group(struct writer *w, const char *name)
{
    w->depth--;
    indent(w);
    put_tag(w, "</", name);
    end_line(w);
}

/* No text, no element. None of the texts needs escaping. */
static void put_text(struct writer *w, const char *name, const char *text)
{
    if (text == NULL)
        return;
    indent(w);
    put_tag(w, "<", name);
    put(w, text);
    put_tag(w, "</", name);
    end_line(w);
}

static void put_day(struct writer *w, const char *name, day when)
{
    char text[DAY_SIZE];

    if (when == NO_DAY)
        return;
    format_day(when, text);
    put_text(w, name, text);
}

static void put_texts(struct writer *w, const char *group, const char *name,
                      const char *const *texts, int count)
{
    if (count == 0)
        return;
    open_group(w, group);
    for (int i = 0; i < count; i++)
        put_text(w, name, texts[i]);
    close_group(w, group);
}

static void put_sex(struct writer *w, const struct child *c)
{
    put_text(w, c->year >= SEX_SINCE ? "Sex" : "GenderCurrent", c->sex);
}

static void put_identifiers(struct writer *w, const struct child *c)
{
    bool sex_first = (c->layout & WRONG_ORDER) != 0;

    open_group(w, "ChildIdentifiers");
    put_text(w, "LAchildID", c->la_child_id);
    put_text(w, "UPN", c->upn);
    put_text(w, "FormerUPN", c->former_upn);
    put_text(w, "UPNunknown", c->upn_unknown);
    if (sex_first)
        put_sex(w, c);
    put_day(w, "PersonBirthDate", c->person_birth_date);
    put_day(w, "ExpectedPersonBirthDate", c->expected_person_birth_date);
    if (!sex_first)
        put_sex(w, c);
    put_day(w, "PersonDeathDate", c->person_death_date);
    if ((c->layout & UNKNOWN_ELEMENT) != 0)
        put_text(w, "PersonSurname", "Synthetic");
    close_group(w, "ChildIdentifiers");
}

static void put_characteristics(struct writer *w, const struct child *c)
{
    open_group(w, "ChildCharacteristics");
    put_text(w, "Ethnicity", c->ethnicity);
    put_texts(w, "Disabilities", "Disability", c->disabilities, c->disability_count);
    close_group(w, "ChildCharacteristics");
}

static void put_assessment(struct writer *w, const struct assessment *a)
{
    open_group(w, "Assessments");
    put_day(w, "AssessmentActualStartDate", a->start);
    put_day(w, "AssessmentAuthorisationDate", a->authorised);
    put_texts(w, "FactorsIdentifiedAtAssessment", "AssessmentFactors", a->factors, a->factor_count);
    close_group(w, "Assessments");
}

static void put_cin_plan(struct writer *w, const struct cin_plan *k)
{
    open_group(w, "CINPlanDates");
    put_day(w, "CINPlanStartDate", k->start);
    put_day(w, "CINPlanEndDate", k->end);
    close_group(w, "CINPlanDates");
}

static void put_enquiry(struct writer *w, const struct section47 *s)
{
    open_group(w, "Section47");
    put_day(w, "S47ActualStartDate", s->start);
    put_day(w, "InitialCPCtarget", s->cpc_target);
    put_day(w, "DateOfInitialCPC", s->initial_cpc);
    put_text(w, "ICPCnotRequired", s->icpc_not_required);
    close_group(w, "Section47");
}

static void put_plan(struct writer *w, const struct protection_plan *p)
{
    open_group(w, "ChildProtectionPlans");
    put_day(w, "CPPstartDate", p->start);
    put_day(w, "CPPendDate", p->end);
    put_text(w, "InitialCategoryOfAbuse", p->initial_category);
    put_text(w, "LatestCategoryOfAbuse", p->latest_category);
    put_text(w, "NumberOfPreviousCPP", p->number_of_previous);
    if (p->review_count > 0) {
        open_group(w, "Reviews");
        for (int i = 0; i < p->review_count; i++)
            put_day(w, "CPPreviewDate", p->reviews[i]);
        close_group(w, "Reviews");
    }
    close_group(w, "ChildProtectionPlans");
}

static void put_pre_proceedings(struct writer *w, const struct pre_proceedings *q)
{
    open_group(w, "PreProceedingsandFGDM");
    put_day(w, "PPStartDate", q->start);
    put_day(w, "LBPSentDate", q->lbp_sent);
    put_text(w, "FGDMMeetingOffer", q->fgdm_offer);
    put_text(w, "FGDMMeetingFac", q->fgdm_facilitated);
    put_day(w, "InitialPPMeetingDate", q->initial_meeting);
    put_text(w, "ReviewMeetingsCount", q->review_meetings);
    put_day(w, "StepDecisionDate", q->step_decision);
    put_text(w, "PPOutcome", q->outcome);
    put_day(w, "CourtAppDate", q->court_app);
    put_day(w, "LetterInitCPDate", q->letter_init_cp);
    close_group(w, "PreProceedingsandFGDM");
}

static void put_episode(struct writer *w, const struct episode *e)
{
    open_group(w, "CINdetails");
    put_day(w, "CINreferralDate", e->referral);
    put_text(w, "ReferralSource", e->referral_source);
    put_text(w, "PrimaryNeedCode", e->primary_need_code);
    put_day(w, "CINclosureDate", e->closure);
    put_text(w, "ReasonForClosure", e->reason_for_closure);
    put_day(w, "DateOfInitialCPC", e->initial_cpc);
    for (int i = 0; i < e->assessment_count; i++)
        put_assessment(w, &e->assessments[i]);
    for (int i = 0; i < e->cin_plan_count; i++)
        put_cin_plan(w, &e->cin_plans[i]);
    for (int i = 0; i < e->enquiry_count; i++)
        put_enquiry(w, &e->enquiries[i]);
    put_text(w, "ReferralNFA", e->referral_nfa);
    for (int i = 0; i < e->plan_count; i++)
        put_plan(w, &e->plans[i]);
    for (int i = 0; i < e->pre_proceedings_count; i++)
        put_pre_proceedings(w, &e->pre_proceedings);
    close_group(w, "CINdetails");
}

static void put_child(struct writer *w, const struct child *c)
{
    open_group(w, "Child");
    put_identifiers(w, c);
    put_characteristics(w, c);
    for (int i = 0; i < c->episode_count; i++)
        put_episode(w, &c->episodes[i]);
    close_group(w, "Child");
}

static void put_header(struct writer *w, int year)
{
    char number[16], extracted[DAY_SIZE + 16];

    snprintf(number, sizeof(number), "%d", year);
    format_day(day_of(year, 5, 1), extracted);
    strcat(extracted, "T09:30:00");
    open_group(w, "Header");
    open_group(w, "CollectionDetails");
    put_text(w, "Collection", "CIN");
    put_text(w, "Year", number);
    put_day(w, "ReferenceDate", day_of(year, 3, 31));
    close_group(w, "CollectionDetails");
    open_group(w, "Source");
    put_text(w, "SourceLevel", "L");
    put_text(w, "LEA", "999");
    put_text(w, "SoftwareCode", "statval generator");
    put_text(w, "Release", "1");
    put_text(w, "SerialNo", "001");
    put_text(w, "DateTime", extracted);
    close_group(w, "Source");
    close_group(w, "Header");
}

/* Some of the first children are set, so that a small return has some of everything too. */
static enum kind choose_kind(const struct options *o, unsigned long index)
{
    uint64_t random = (uint64_t)o->seed * 1000003 + index;
    uint64_t share = next_random(&random) % 100;

    if (index < 10)
        return index == 7                 ? UNBORN_CHILD
               : index == 1 || index == 4 ? REFUSED_REFERRAL
                                          : CHILD_IN_NEED;
    if (share < 2 && (index % 3 != 0 || index > 30))
        return UNBORN_CHILD;
    return share < 9 ? REFUSED_REFERRAL : CHILD_IN_NEED;
}

/* Spreads the faulty children evenly and gives each the next faults of the table. */
static void make_child(struct child *c, const struct options *o, unsigned long index)
{
    unsigned long turn = index * o->faults / 100;
    bool faulty = o->all_wrong || (index + 1) * o->faults / 100 > turn;
    int year = (int)o->year;
    unsigned needs = index == 0 && year >= PRE_PROCEEDINGS_SINCE ? PRE_PROCEEDINGS : 0U;

    if (faulty)
        needs = o->all_wrong ? ALL_NEEDS : needs_of_turn(year, turn);
    build_child(c, faulty ? CHILD_IN_NEED : choose_kind(o, index), year, needs, index, o->seed);
    if (o->all_wrong)
        inject_all(c);
    else if (faulty)
        inject_turn(c, turn);
}

static bool write_return(struct writer *w, const struct options *o)
{
    struct child child = {.year = 0};

    put(w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    end_line(w);
    put(w, "<!-- synthetic data made by statval's generator, no real child -->");
    end_line(w);
    open_group(w, "Message");
    put_header(w, (int)o->year);
    open_group(w, "Children");
    for (unsigned long i = 0; i < o->children && !w->failed; i++) {
        make_child(&child, o, i);
        put_child(w, &child);
    }
    close_group(w, "Children");
    close_group(w, "Message");
    put(w, w->compact ? "\n" : "");
    flush(w);
    return fflush(stdout) == 0 && !w->failed;
}

static void print_help(void)
{
    puts("usage: generate-cin --year Y --children N [--seed S] [--faults PERCENT] [--compact]\n"
         "                    [--all-wrong]\n"
         "Writes a synthetic children in need return to standard output.\n"
         "  --year Y          collection year, 2023 to 2027\n"
         "  --children N      number of children, 1 to 8000000\n"
         "  --seed S          another seed gives other children (default 1)\n"
         "  --faults PERCENT  share of children with one to three faults (default 0)\n"
         "  --compact         no line breaks and no indentation\n"
         "  --all-wrong       as many faults as possible in every child\n"
         "Faults, in the order in which they are put in:");
    for (size_t i = 0; fault_name(i) != NULL; i++)
        printf("  %s\n", fault_name(i));
}

/* Gives how many arguments were used, 0 if they cannot be understood. */
static int parse_option(struct options *o, char *const *arguments)
{
    const char *name = arguments[0], *value = arguments[1];
    bool *flag = strcmp(name, "--compact") == 0     ? &o->compact
                 : strcmp(name, "--all-wrong") == 0 ? &o->all_wrong
                                                    : NULL;

    if (flag != NULL) {
        *flag = true;
        return 1;
    }
    if (strcmp(name, "--year") == 0)
        return parse_number(value, FIRST_YEAR, LAST_YEAR, &o->year) ? 2 : 0;
    if (strcmp(name, "--children") == 0)
        return parse_number(value, 1, MAX_CHILDREN, &o->children) ? 2 : 0;
    if (strcmp(name, "--seed") == 0)
        return parse_number(value, 0, 999999999, &o->seed) ? 2 : 0;
    if (strcmp(name, "--faults") == 0)
        return parse_number(value, 0, 100, &o->faults) ? 2 : 0;
    return 0;
}

int main(int argc, char **argv)
{
    static struct writer writer;
    struct options options = {.seed = 1};
    int used = 1;

    for (int i = 1; i < argc && used > 0; i += used) {
        if (strcmp(argv[i], "--help") == 0) {
            print_help();
            return EXIT_SUCCESS;
        }
        used = parse_option(&options, argv + i);
    }
    if (used == 0 || options.year == 0 || options.children == 0) {
        fputs("generate-cin: wrong arguments, see --help\n", stderr);
        return 2;
    }
    writer.compact = options.compact;
    if (!write_return(&writer, &options)) {
        perror("generate-cin");
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
