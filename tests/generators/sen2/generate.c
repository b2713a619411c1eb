/* Writes synthetic returns on special educational needs (SEN2): as XML, as the nine CSV files of
 * the export, with the establishments that they refer to.
 *
 *   generate-sen2 --year Y --persons N --kind KIND --out DIRECTORY
 *
 * Everything is invented: synthetic data made by statval's generator, no real person. The same
 * arguments give the same bytes on every machine.
 */
#include "../arguments.h"
#include "faults.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MAX_PERSONS = 8000000, PATH_SIZE = 4096 };
enum kind { CLEAN, FAULTY, ALL_WRONG, NO_KIND };

struct options {
    unsigned long year, persons, seed, faults, first;
    enum kind kind;
    bool unequal, xml_only, persons_given;
    const char *out;
};

struct generator {
    struct options options;
    struct circumstances circumstances;
    struct writer writer;
    FILE *injected;
    unsigned long turn; /* faults so far */
    struct elsewhere elsewhere;
    struct life life;
    struct record header, record;
};

/* Those of persons come later: some need somebody before them. */
static const struct fault_list *const fault_lists[] = {
    &request_faults,   &assessment_faults, &plan_faults, &active_plan_faults,
    &placement_faults, &person_faults,     &code_faults, &return_faults};

static bool fault_fits(const struct generator *g, const struct fault *fault)
{
    int year = (int)g->options.year;
    bool needs_somebody = strstr(fault->edits, "&~") != NULL;

    return (fault->first_year == 0 || year >= fault->first_year) &&
           (fault->last_year == 0 || year <= fault->last_year) &&
           (fault->form == EQUAL || g->options.unequal) &&
           (!needs_somebody || g->elsewhere.somebody);
}

/* The fault of that number among those that fit; beyond the last, NULL. */
static const struct fault *find_fault(const struct generator *g, unsigned long number)
{
    for (unsigned i = 0; i < COUNT_OF(fault_lists); i++)
        for (unsigned j = 0; j < fault_lists[i]->count; j++) {
            const struct fault *fault = &fault_lists[i]->faults[j];

            if (fault_fits(g, fault) && number-- == 0)
                return fault;
        }
    return NULL;
}

static const struct fault *next_fault(struct generator *g)
{
    const struct fault *fault = find_fault(g, g->turn++);

    if (fault == NULL) {
        g->turn = 1;
        fault = find_fault(g, 0);
    }
    return fault;
}

static void remember(struct generator *g)
{
    const struct row *person = &g->record.rows[PERSON][0];
    struct elsewhere *e = &g->elsewhere;

    if (person->cells[P_UPN][0] == '\0' || person->cells[P_ULN][0] == '\0')
        return;
    e->somebody = true;
    strcpy(e->upn, person->cells[P_UPN]);
    strcpy(e->uln, person->cells[P_ULN]);
    strcpy(e->surname, person->cells[P_SURNAME]);
    strcpy(e->forename, person->cells[P_FORENAME]);
    strcpy(e->birth, person->cells[P_BIRTH]);
}

/* Faults of codes and of persons may be faults of identifiers: the others have good ones, or one of
 * the bad habits of the authority. */
static bool make_faulty(struct generator *g, unsigned long index)
{
    const struct fault *fault = next_fault(g);
    bool good_identifiers = fault->rule[0] >= '3';

    live_plainly(&g->life, &g->record, &g->circumstances, fault->profile, fault->age, index,
                 good_identifiers && index % 8 == 3);
    fprintf(g->injected, "%lu,%s,LOCAL-SEN2-%s\n", index + 1, fault->name, fault->rule);
    if (!apply_fault(fault, &g->record, &g->elsewhere)) {
        fprintf(stderr, "generate-sen2: the fault \"%s\" for rule %s does not fit: %s\n",
                fault->name, fault->rule, fault->edits);
        return false;
    }
    if (good_identifiers)
        remember(g);
    return true;
}

/* The first persons are one of each kind, so that a small return has all of them. */
static void make_clean(struct generator *g, unsigned long index)
{
    uint64_t random = g->options.seed * 1000003 + index * 8191 + 1;
    enum profile profile = pick_profile(&random);

    if (index < PROFILE_COUNT)
        profile = (enum profile)index;
    live(&g->life, &g->record, &g->circumstances, profile, index);
    remember(g);
}

static bool make_person(struct generator *g, unsigned long index)
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

static bool make_folder(const char *parent, const char *name)
{
    char path[PATH_SIZE];
    int length = snprintf(path, sizeof(path), "%s/%s", parent, name);

    return length < (int)sizeof(path) && (mkdir(path, 0777) == 0 || errno == EEXIST);
}

/* Which person got which fault, for which rule; without a person: the header. */
static bool open_injected(struct generator *g)
{
    char path[PATH_SIZE];
    int length = snprintf(path, sizeof(path), "%s/injected.csv", g->options.out);

    g->injected = length < (int)sizeof(path) ? fopen(path, "w") : NULL;
    return g->injected != NULL && fputs("PERSON,FAULT,RULE\n", g->injected) >= 0;
}

static void prepare(struct generator *g)
{
    const struct options *o = &g->options;
    int year = (int)o->year;
    cell date = "";

    write_header(&g->header, year);
    if (o->kind != CLEAN)
        spoil_header(&g->header, o->seed, g->injected);
    snprintf(date, sizeof(date), "%.10s", record_get(&g->header, HEADER, H_TIME));
    day filed = read_day(date);
    g->circumstances = (struct circumstances){.year = year,
                                              .filed = filed != NO_DAY ? filed : FILED(year),
                                              .seed = o->seed,
                                              .careless = o->kind == FAULTY};
    strcpy(g->elsewhere.authority, record_get(&g->header, HEADER, H_LEA));
    g->writer.unequal = o->unequal;
    g->writer.xml_only = o->xml_only;
    g->turn = o->first;
}

static bool open_files(struct generator *g)
{
    const struct options *o = &g->options;

    if (!make_folder(o->out, "") || (!o->xml_only && !make_folder(o->out, "this")) ||
        (!o->xml_only && !write_establishments(o->out)) || (o->kind == FAULTY && !open_injected(g)))
        return false;
    prepare(g);
    return writer_open(&g->writer, o->out, FILED((int)o->year), &g->header);
}

static bool write_all(struct generator *g)
{
    bool good = true;

    if (!open_files(g)) {
        perror("generate-sen2");
        return false;
    }
    for (unsigned long i = 0; i < g->options.persons && good; i++) {
        good = make_person(g, i);
        writer_put(&g->writer, &g->record);
    }
    good = writer_close(&g->writer) && good;
    return (g->injected == NULL || fclose(g->injected) == 0) && good;
}

static void print_help(void)
{
    puts("usage: generate-sen2 --year Y --persons N --out DIRECTORY [--kind KIND] [--seed S]\n"
         "                     [--faults PERCENT] [--first N] [--unequal] [--xml-only]\n"
         "Writes a synthetic return on special educational needs into a directory: this.xml, the\n"
         "same content as nine CSV files in this/, and establishments.csv. The authority is 420.\n"
         "  --year Y          collection year, 2023 to 2027\n"
         "  --persons N       number of persons, 0 to 8000000\n"
         "  --kind KIND       clean (default): no rule is broken;\n"
         "                    faulty: a part of the persons have one fault each, and the header\n"
         "                    some; injected.csv says which rule each is meant to break;\n"
         "                    all-wrong: as many values as possible are wrong\n"
         "  --seed S          another seed gives other persons, and other faults in the header:\n"
         "                    there are three groups of these (default 1)\n"
         "  --faults PERCENT  share of faulty persons (default 50); about 250 faulty persons have\n"
         "                    each fault once\n"
         "  --first N         leave out the first N faults of the list\n"
         "  --unequal         also faults that break the schema, or that only XML can hold\n"
         "  --xml-only        no CSV files and no establishments.csv");
}

static bool parse_kind(const char *text, enum kind *kind)
{
    static const char *const names[] = {"clean", "faulty", "all-wrong"};

    for (*kind = CLEAN; *kind < NO_KIND; (*kind)++)
        if (text != NULL && strcmp(text, names[*kind]) == 0)
            return true;
    return false;
}

static bool parse_value(struct options *o, const char *name, const char *value)
{
    if (strcmp(name, "--year") == 0)
        return parse_number(value, FIRST_YEAR, LAST_YEAR, &o->year);
    if (strcmp(name, "--persons") == 0)
        return o->persons_given = parse_number(value, 0, MAX_PERSONS, &o->persons);
    if (strcmp(name, "--seed") == 0)
        return parse_number(value, 0, 999999999, &o->seed);
    if (strcmp(name, "--faults") == 0)
        return parse_number(value, 0, 100, &o->faults);
    if (strcmp(name, "--first") == 0)
        return parse_number(value, 0, MAX_PERSONS, &o->first);
    if (strcmp(name, "--kind") == 0)
        return parse_kind(value, &o->kind);
    o->out = value;
    return strcmp(name, "--out") == 0 && value != NULL;
}

/* Gives how many arguments were used, 0 if they cannot be understood. */
static int parse_option(struct options *o, char *const *arguments)
{
    bool unequal = strcmp(arguments[0], "--unequal") == 0;
    bool xml_only = strcmp(arguments[0], "--xml-only") == 0;

    o->unequal = o->unequal || unequal;
    o->xml_only = o->xml_only || xml_only;
    if (unequal || xml_only)
        return 1;
    return parse_value(o, arguments[0], arguments[1]) ? 2 : 0;
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
    if (used == 0 || options.year == 0 || !options.persons_given || options.out == NULL) {
        fputs("generate-sen2: wrong arguments, see --help\n", stderr);
        return 2;
    }
    generator.options = options;
    return write_all(&generator) ? EXIT_SUCCESS : EXIT_FAILURE;
}
