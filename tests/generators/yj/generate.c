/* Writes one part of a synthetic youth justice case-level return as XML to standard output.
 *
 *   generate-yj --year Y --children N --faults KIND
 *
 * Everything is invented: synthetic data made by statval's generator, no real child. The same
 * arguments give the same bytes on every machine.
 */
#include "../arguments.h"
#include "faults.h"

enum { MAX_CHILDREN = 8000000, MAX_PARTS = 999, MAX_FAULTS = 400 };
enum kind { NONE, SOME, ALL, NO_KIND };

struct options {
    unsigned long year, quarter, children, seed, share, each, first, part, parts;
    enum kind kind;
    bool children_given;
    const char *injected;
};

struct generator {
    struct options options;
    struct circumstances circumstances;
    FILE *injected;
    bool used[MAX_FAULTS]; /* in this round through the list */
    struct elsewhere elsewhere;
    struct life life;
    struct record head, record;
};

/* Those that ask for another child come later. */
static const struct fault_list *const fault_lists[] = {
    &offence_faults,   &outcome_faults, &hearing_faults, &sentence_faults, &home_faults,
    &programme_faults, &work_faults,    &health_faults,  &link_faults,     &person_faults};

static bool fault_fits(const struct generator *g, const struct fault *fault)
{
    int year = (int)g->options.year;
    bool after = strstr(fault->edits, "@PE+") != NULL;

    return (fault->first_year == 0 || year >= fault->first_year) &&
           (fault->last_year == 0 || year <= fault->last_year) &&
           (!after || g->circumstances.today > g->circumstances.end + 3) &&
           fault_has_other(fault, &g->elsewhere);
}

static unsigned long count_faults(void)
{
    unsigned long count = 0;

    for (unsigned i = 0; i < COUNT_OF(fault_lists); i++)
        count += fault_lists[i]->count;
    return count < MAX_FAULTS ? count : MAX_FAULTS;
}

static const struct fault *numbered(unsigned long number)
{
    unsigned list = 0;

    while (number >= fault_lists[list]->count)
        number -= fault_lists[list++]->count;
    return &fault_lists[list]->faults[number];
}

static bool is_like(const struct fault *fault, const struct fault *other)
{
    return other == NULL || (fault->profile == other->profile && fault->age == other->age);
}

/* The next that was not used yet, for a child like that of the other one, if there is one. */
static const struct fault *find_fault(struct generator *g, const struct fault *like)
{
    unsigned long count = count_faults();

    for (unsigned long i = 0; i < count; i++) {
        unsigned long number = (g->options.first + i) % count;
        const struct fault *fault = numbered(number);

        if (g->used[number] || !fault_fits(g, fault) || !is_like(fault, like))
            continue;
        g->used[number] = true;
        return fault;
    }
    return NULL;
}

static const struct fault *next_fault(struct generator *g)
{
    const struct fault *fault = find_fault(g, NULL);

    if (fault == NULL) {
        memset(g->used, 0, sizeof(g->used));
        fault = find_fault(g, NULL);
    }
    return fault;
}

static bool in_part(const struct generator *g, unsigned long index)
{
    const struct options *o = &g->options;
    unsigned long first = o->children * (o->part - 1) / o->parts;

    return index >= first && index < o->children * o->part / o->parts;
}

static void note_injected(struct generator *g, unsigned long index, const struct fault *fault)
{
    if (g->injected != NULL && in_part(g, index))
        fprintf(g->injected, "C%06lu,%s,YJ-%s\n", index + 1, fault->name, fault->rule);
}

static void remember(struct generator *g)
{
    const char *const *person = g->record.rows[PERSON][0].cells;
    const char *victim = record_get(&g->record, VICTIM, V_VICTIM);
    struct elsewhere *e = &g->elsewhere;

    if (person[P_PNC] != NULL) {
        e->somebody = true;
        snprintf(e->id, CELL_SIZE, "%s", person[P_ID]);
        snprintf(e->pnc, CELL_SIZE, "%s", person[P_PNC]);
    }
    if (person[P_ORIGIN] != NULL) {
        e->moved = true;
        snprintf(e->origin, CELL_SIZE, "%s", person[P_ORIGIN]);
        snprintf(e->origin_birth, CELL_SIZE, "%s", person[P_BIRTH]);
    }
    if (victim != NULL && strcmp(record_get(&g->record, VICTIM, V_CONSENT), "YES") == 0) {
        e->victim = true;
        snprintf(e->victim_id, CELL_SIZE, "%s", victim);
    }
}

/* More than one fault: what they name may be gone already, then they are left out. */
static bool make_faulty(struct generator *g, unsigned long index)
{
    const struct fault *fault = next_fault(g), *more = fault;

    live_plainly(&g->life, &g->record, &g->circumstances, fault->profile, fault->age, index);
    for (unsigned long i = 1; more != NULL; i++) {
        bool applied = apply_fault(more, &g->life, &g->elsewhere);

        if (applied)
            note_injected(g, index, more);
        if (!applied && more == fault) {
            fprintf(stderr, "generate-yj: the fault \"%s\" for rule %s does not fit: %s\n",
                    fault->name, fault->rule, fault->edits);
            return false;
        }
        more = i < g->options.each ? find_fault(g, fault) : NULL;
    }
    return true;
}

/* The first children are one of each kind, so that a small return has all of them. */
static void make_clean(struct generator *g, unsigned long index)
{
    uint64_t random = g->options.seed * 1000003 + index * 8191 + 1;
    enum profile profile = pick_profile(&random);

    if (index < PROFILE_COUNT)
        profile = (enum profile)index;
    live(&g->life, &g->record, &g->circumstances, profile, index);
    remember(g);
}

static bool make_child(struct generator *g, unsigned long index)
{
    const struct options *o = &g->options;
    unsigned long share = o->kind == SOME ? o->share : 0;

    if ((index + 1) * share / 100 > index * share / 100)
        return make_faulty(g, index);
    make_clean(g, index);
    if (o->kind == ALL)
        spoil_all(&g->record, &g->life.random);
    return true;
}

/* Faults go by turns through the whole return, whichever part is written. */
static bool write_children(struct generator *g)
{
    for (unsigned long i = 0; i < g->options.children; i++) {
        if (g->options.kind != SOME && !in_part(g, i))
            continue;
        if (!make_child(g, i))
            return false;
        if (in_part(g, i))
            write_child(&g->record, stdout);
    }
    return true;
}

static void prepare(struct generator *g)
{
    const struct options *o = &g->options;
    int year = (int)o->year, quarter = (int)o->quarter;
    struct circumstances *c = &g->circumstances;

    *c = (struct circumstances){.year = year,
                                .start = quarter_start(year, quarter),
                                .end = quarter_end(year, quarter),
                                .today = FILED(quarter_end(year, quarter)),
                                .seed = o->seed};
    if (o->kind != NONE)
        spoil_circumstances(c);
    write_header(&g->head, c, (unsigned)o->part, (unsigned)o->parts);
}

/* Which child got which fault, for which rule; without a child: the header and the board. */
static bool open_injected(struct generator *g)
{
    if (g->options.injected == NULL)
        return true;
    g->injected = fopen(g->options.injected, "w");
    return g->injected != NULL && fputs("CHILD,FAULT,RULE\n", g->injected) >= 0;
}

static bool write_return(struct generator *g)
{
    if (!open_injected(g)) {
        perror("generate-yj");
        return false;
    }
    prepare(g);
    if (g->options.kind != NONE)
        spoil_header(&g->head, g->options.seed, g->injected);
    write_start(&g->head, stdout);
    bool good = write_children(g);

    write_end(&g->head, stdout);
    good = (g->injected == NULL || fclose(g->injected) == 0) && good;
    return fflush(stdout) == 0 && ferror(stdout) == 0 && good;
}

static void print_help(void)
{
    puts("usage: generate-yj --year Y --children N [--quarter Q] [--seed S] [--faults KIND]\n"
         "                   [--share PERCENT] [--each N] [--first N] [--part K --parts N]\n"
         "                   [--injected FILE]\n"
         "       generate-yj --gravity\n"
         "Writes a synthetic youth justice case-level return, or a part of it, to standard\n"
         "output. The service is X99.\n"
         "  --year Y          year in which the financial year of the return ends, 2022 to 2027\n"
         "  --quarter Q       1 (April to June) to 4 (default 2)\n"
         "  --children N      number of children in the whole return, 0 to 8000000\n"
         "  --seed S          another seed gives other children, and other faults in the header:\n"
         "                    there are four groups of these (default 1)\n"
         "  --faults KIND     none (default): no rule is broken;\n"
         "                    some: a part of the children have faults, and the header;\n"
         "                    all: as many values as possible are wrong\n"
         "  --share PERCENT   share of faulty children (default 50)\n"
         "  --each N          faults in each of them, as far as they fit together (default 1);\n"
         "                    about 200 faults are there\n"
         "  --first N         leave out the first N faults of the list at first\n"
         "  --part K          only part K (default 1) of the parts\n"
         "  --parts N         number of parts (default 1)\n"
         "  --injected FILE   list the faults, with the rules that they are meant to break\n"
         "  --gravity         write the table of offence codes, categories and scores that goes\n"
         "                    with the returns");
}

static bool parse_kind(const char *text, enum kind *kind)
{
    static const char *const names[] = {"none", "some", "all"};

    for (*kind = NONE; *kind < NO_KIND; (*kind)++)
        if (text != NULL && strcmp(text, names[*kind]) == 0)
            return true;
    return false;
}

static bool parse_option(struct options *o, const char *name, const char *value)
{
    const struct {
        const char *name;
        unsigned long least, most, *number;
    } numbers[] = {{"--year", FIRST_YEAR, LAST_YEAR, &o->year},
                   {"--quarter", 1, 4, &o->quarter},
                   {"--children", 0, MAX_CHILDREN, &o->children},
                   {"--seed", 0, 999999999, &o->seed},
                   {"--share", 0, 100, &o->share},
                   {"--each", 1, MAX_FAULTS, &o->each},
                   {"--first", 0, MAX_FAULTS, &o->first},
                   {"--part", 1, MAX_PARTS, &o->part},
                   {"--parts", 1, MAX_PARTS, &o->parts}};

    for (unsigned i = 0; i < COUNT_OF(numbers); i++)
        if (strcmp(name, numbers[i].name) == 0) {
            o->children_given = o->children_given || numbers[i].number == &o->children;
            return parse_number(value, numbers[i].least, numbers[i].most, numbers[i].number);
        }
    if (strcmp(name, "--faults") == 0)
        return parse_kind(value, &o->kind);
    o->injected = value;
    return strcmp(name, "--injected") == 0 && value != NULL;
}

int main(int argc, char **argv)
{
    static struct generator generator;
    struct options options = {
        .quarter = 2, .seed = 1, .share = 50, .each = 1, .part = 1, .parts = 1};
    bool good = true;

    for (int i = 1; i < argc && good; i += 2) {
        if (strcmp(argv[i], "--help") == 0) {
            print_help();
            return EXIT_SUCCESS;
        }
        if (strcmp(argv[i], "--gravity") == 0) {
            write_gravity(stdout);
            return EXIT_SUCCESS;
        }
        good = parse_option(&options, argv[i], argv[i + 1]);
    }
    if (!good || options.year == 0 || !options.children_given || options.part > options.parts) {
        fputs("generate-yj: wrong arguments, see --help\n", stderr);
        return 2;
    }
    generator.options = options;
    return write_return(&generator) ? EXIT_SUCCESS : EXIT_FAILURE;
}
