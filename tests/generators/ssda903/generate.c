/* Writes synthetic children looked after (SSDA903) returns: this year's and last year's, as CSV and
 * as XML, with the postcodes and providers that they refer to.
 *
 *   generate-ssda903 --year Y --children N --kind KIND --out DIRECTORY
 *
 * Everything is invented: synthetic data made by statval's generator, no real child. The same
 * arguments give the same bytes on every machine.
 */
#include "../arguments.h"
#include "faults.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MAX_CHILDREN = 8000000, DEPARTED = 500000000 };
enum kind { CLEAN, FAULTY, ALL_WRONG, NO_KIND };

struct options {
    unsigned long year, children, seed, faults, first;
    enum kind kind;
    bool unequal;
    const char *out;
};

struct generator {
    struct options options;
    struct writer this_year, last_year;
    FILE *injected;
    unsigned long turn; /* faults so far */
    struct life life;
    struct record record, last;
};

static const struct fault_list *const fault_lists[] = {&child_faults,     &care_faults,
                                                       &placement_faults, &adoption_faults,
                                                       &outcome_faults,   &last_year_faults};

static bool fault_fits(const struct options *o, const struct fault *fault)
{
    int year = (int)o->year;

    return (fault->first_year == 0 || year >= fault->first_year) &&
           (fault->last_year == 0 || year <= fault->last_year) &&
           (fault->form == BOTH_FORMS || o->unequal);
}

/* The fault of that number among those that fit; beyond the last, NULL. */
static const struct fault *find_fault(const struct options *o, unsigned long number)
{
    for (unsigned i = 0; i < COUNT_OF(fault_lists); i++)
        for (unsigned j = 0; j < fault_lists[i]->count; j++) {
            const struct fault *fault = &fault_lists[i]->faults[j];

            if (fault_fits(o, fault) && number-- == 0)
                return fault;
        }
    return NULL;
}

static const struct fault *next_fault(struct generator *g)
{
    const struct fault *fault = find_fault(&g->options, g->turn++);

    if (fault == NULL) {
        g->turn = 1;
        fault = find_fault(&g->options, 0);
    }
    return fault;
}

static void cut_both(struct generator *g)
{
    int year = (int)g->options.year;

    cut_record(&g->life, year, &g->record);
    record_clear(&g->last, year - 1);
    if (in_return(&g->life, year - 1))
        cut_record(&g->life, year - 1, &g->last);
}

static bool make_faulty(struct generator *g, unsigned long index)
{
    const struct fault *fault = next_fault(g);

    live_plainly(&g->life, fault->profile, fault->age, fault->girl, (int)g->options.year, index,
                 g->options.seed);
    cut_both(g);
    fprintf(g->injected, "%s,%s\n", g->record.child, fault->rule);
    if (apply_edits(fault->edits, &g->record, &g->last))
        return true;
    fprintf(stderr, "generate-ssda903: the fault for rule %s does not fit: %s\n", fault->rule,
            fault->edits);
    return false;
}

/* The first children are one of each kind, so that a small return has all of them. */
static void make_clean(struct generator *g, unsigned long index)
{
    uint64_t random = g->options.seed * 1000003 + index;
    enum profile profile = pick_profile(&random, (int)g->options.year);

    if (index < PROFILE_COUNT && (index != RESTRICTED || g->options.year >= DOLO_SINCE))
        profile = (enum profile)index;
    live(&g->life, profile, (int)g->options.year, index, g->options.seed);
    cut_both(g);
}

static bool make_child(struct generator *g, unsigned long index)
{
    const struct options *o = &g->options;
    unsigned long share = o->kind == FAULTY ? o->faults : 0;

    if ((index + 1) * share / 100 > index * share / 100)
        return make_faulty(g, index);
    make_clean(g, index);
    if (o->kind == ALL_WRONG)
        spoil_all(&g->record, &g->life.random);
    return true;
}

/* In one of ten cases somebody was in last year's return only. */
static void put_departed(struct generator *g, unsigned long index)
{
    static const enum profile profiles[] = {LEFT, LEFT, LEFT, BRIEF, ADOPTED, LEFT_AT_18};
    uint64_t random = g->options.seed * 1000033 + index;
    int year = (int)g->options.year - 1;

    if (!chance(&random, 10))
        return;
    live(&g->life, PICK(&random, profiles), year, DEPARTED + index, g->options.seed);
    cut_record(&g->life, year, &g->last);
    snprintf(g->last.child, CELL_SIZE, "B%06lu", index + 1);
    writer_put(&g->last_year, &g->last);
}

static bool write_children(struct generator *g)
{
    for (unsigned long i = 0; i < g->options.children; i++) {
        if (!make_child(g, i))
            return false;
        writer_put(&g->this_year, &g->record);
        writer_put(&g->last_year, &g->last);
        put_departed(g, i);
    }
    return true;
}

static bool make_folder(const char *parent, const char *name)
{
    char path[4096];
    int length = snprintf(path, sizeof(path), "%s/%s", parent, name);

    return length < (int)sizeof(path) && (mkdir(path, 0777) == 0 || errno == EEXIST);
}

/* Which child got the fault for which rule. */
static bool open_injected(struct generator *g)
{
    char path[4096];
    int length = snprintf(path, sizeof(path), "%s/injected.csv", g->options.out);

    g->injected = length < (int)sizeof(path) ? fopen(path, "w") : NULL;
    return g->injected != NULL && fputs("CHILD,RULE\n", g->injected) >= 0;
}

static bool write_all(struct generator *g)
{
    const struct options *o = &g->options;
    int year = (int)o->year;

    if (!make_folder(o->out, "") || !make_folder(o->out, "this") || !make_folder(o->out, "last") ||
        !write_reference(o->out, year) || (o->kind == FAULTY && !open_injected(g)) ||
        !writer_open(&g->this_year, o->out, "this", year) ||
        !writer_open(&g->last_year, o->out, "last", year - 1)) {
        perror("generate-ssda903");
        return false;
    }
    bool good = write_children(g);
    good = writer_close(&g->this_year) && good;
    good = writer_close(&g->last_year) && good;
    return (g->injected == NULL || fclose(g->injected) == 0) && good;
}

static void print_help(void)
{
    puts("usage: generate-ssda903 --year Y --children N --out DIRECTORY [--kind KIND] [--seed S]\n"
         "                        [--faults PERCENT] [--first N] [--unequal]\n"
         "Writes synthetic children looked after returns into a directory: this year's and last\n"
         "year's as CSV files (this/, last/) and as XML (this.xml, last.xml), with the same\n"
         "content, and postcodes.csv and providers.csv. The authority is E08000099.\n"
         "  --year Y          collection year, 2023 to 2027\n"
         "  --children N      number of children in this year's return, 1 to 8000000\n"
         "  --kind KIND       clean (default): no rule is broken;\n"
         "                    faulty: a part of the children have one fault each; injected.csv\n"
         "                    says which rule it is meant to break;\n"
         "                    all-wrong: as many values as possible are wrong\n"
         "  --seed S          another seed gives other children (default 1)\n"
         "  --faults PERCENT  share of faulty children (default 50); about 320 faulty children\n"
         "                    have each fault once\n"
         "  --first N         leave out the first N faults of the list\n"
         "  --unequal         also faults that only CSV or only XML can hold");
}

static bool parse_kind(const char *text, enum kind *kind)
{
    static const char *const names[] = {"clean", "faulty", "all-wrong"};

    for (*kind = CLEAN; *kind < NO_KIND; (*kind)++)
        if (text != NULL && strcmp(text, names[*kind]) == 0)
            return true;
    return false;
}

/* Gives how many arguments were used, 0 if they cannot be understood. */
static int parse_option(struct options *o, char *const *arguments)
{
    const char *name = arguments[0], *value = arguments[1];

    if (strcmp(name, "--unequal") == 0) {
        o->unequal = true;
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
    if (strcmp(name, "--first") == 0)
        return parse_number(value, 0, MAX_CHILDREN, &o->first) ? 2 : 0;
    if (strcmp(name, "--kind") == 0)
        return parse_kind(value, &o->kind) ? 2 : 0;
    if (strcmp(name, "--out") != 0 || value == NULL)
        return 0;
    o->out = value;
    return 2;
}

int main(int argc, char **argv)
{
    static struct generator generator;
    struct options options = {.seed = 1, .faults = 50};
    int used = 1;

    for (int i = 1; i < argc && used > 0; i += used) {
        if (strcmp(argv[i], "--help") == 0) {
            print_help();
            return EXIT_SUCCESS;
        }
        used = parse_option(&options, argv + i);
    }
    if (used == 0 || options.year == 0 || options.children == 0 || options.out == NULL) {
        fputs("generate-ssda903: wrong arguments, see --help\n", stderr);
        return 2;
    }
    generator.options = options;
    generator.turn = options.first;
    return write_all(&generator) ? EXIT_SUCCESS : EXIT_FAILURE;
}
