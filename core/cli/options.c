#include "options.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../base/calendar.h"
#include "../report/report.h"

#define DEFAULT_SIZE_LIMIT_MB 512
#define JOBS_MAX 256

/* An option: its name, the word for its argument (NULL: none), where it belongs, its help, and what
 * it sets. */
struct described {
    const char *name;
    char letter; /* 0: none */
    const char *argument;
    int commands;
    const char *help;
    bool (*set)(struct options *options, const char *value);
};

static bool set_return(struct options *options, const char *value)
{
    options->wanted = value;
    return value[0] != '\0';
}

static bool whole_number(const char *value, long least, long most, long *number)
{
    char *end;
    errno = 0;
    *number = strtol(value, &end, 10);
    return errno == 0 && *value && !*end && *number >= least && *number <= most;
}

static bool set_year(struct options *options, const char *value)
{
    long year;
    bool fine = whole_number(value, 1900, 2999, &year);
    options->year = fine ? (int)year : 0;
    return fine;
}

static bool set_period(struct options *options, const char *value)
{
    if (strlen(value) != 22 || strncmp(value + 10, "..", 2) != 0)
        return false;
    options->period_start = calendar_parse(value, 10);
    options->period_end = calendar_parse(value + 12, 10);
    return options->period_start != SV_NONE && options->period_end != SV_NONE &&
           options->period_start <= options->period_end;
}

static bool set_today(struct options *options, const char *value)
{
    options->today = calendar_parse(value, strlen(value));
    return options->today != SV_NONE;
}

static bool set_authority(struct options *options, const char *value)
{
    options->authority = value;
    return value[0] != '\0';
}

static bool add_previous(struct options *options, const char *value)
{
    if (options->previous_count == OPTION_LIST_MAX || value[0] == '\0')
        return false;
    options->previous[options->previous_count++] = value;
    return true;
}

static bool add_reference(struct options *options, const char *value)
{
    size_t length = strcspn(value, "=");
    if (options->reference_count == OPTION_LIST_MAX || length == 0 || !value[length] ||
        !value[length + 1])
        return false;
    struct reference_request *reference = &options->references[options->reference_count++];
    if (length >= sizeof(options->reference_kinds[0]))
        return false;
    char *kind = options->reference_kinds[options->reference_count - 1];
    memcpy(kind, value, length);
    kind[length] = '\0';
    *reference = (struct reference_request){.kind = kind, .path = value + length + 1};
    return true;
}

static bool set_as_portal(struct options *options, const char *value)
{
    (void)value;
    return options->as_portal = true;
}

static bool set_rules(struct options *options, const char *value)
{
    options->rules = value;
    return value[0] != '\0';
}

static bool set_fail_on(struct options *options, const char *value)
{
    static const char *const words[] = {"error", "query", "never"};
    for (int i = 0; i < 3; i++) {
        if (strcmp(value, words[i]) == 0) {
            options->fail_on = (enum fail_on)i;
            return true;
        }
    }
    return false;
}

static bool set_format(struct options *options, const char *value)
{
    options->format = value;
    return true; /* each command knows its own formats */
}

static bool add_output(struct options *options, const char *value)
{
    if (options->output_count == OPTION_LIST_MAX || value[0] == '\0')
        return false;
    options->outputs[options->output_count++] = value;
    return true;
}

static bool set_edition(struct options *options, const char *value)
{
    options->edition = value;
    return value[0] != '\0';
}

static bool add_plugin_folder(struct options *options, const char *value)
{
    if (options->plugin_folder_count == OPTION_LIST_MAX || value[0] == '\0')
        return false;
    options->plugin_folders[options->plugin_folder_count++] = value;
    return true;
}

static bool set_accept(struct options *options, const char *value)
{
    options->accept = value;
    return value[0] != '\0';
}

static bool set_reason(struct options *options, const char *value)
{
    options->reason = value;
    return value[0] != '\0';
}

static bool set_by(struct options *options, const char *value)
{
    options->by = value;
    return value[0] != '\0';
}

static bool set_expires(struct options *options, const char *value)
{
    options->expires = calendar_parse(value, strlen(value));
    return options->expires != SV_NONE;
}

static bool set_baseline(struct options *options, const char *value)
{
    options->baseline = value;
    return value[0] != '\0';
}

static bool set_redact(struct options *options, const char *value)
{
    (void)value;
    return options->redact = true;
}

static bool set_no_redact(struct options *options, const char *value)
{
    (void)value;
    return options->no_redact = true;
}

static bool set_quiet(struct options *options, const char *value)
{
    (void)value;
    return options->quiet = true;
}

static bool set_help(struct options *options, const char *value)
{
    (void)value;
    return options->help = true;
}

static bool set_when(enum when *when, const char *value)
{
    static const char *const words[] = {"auto", "always", "never"};
    for (int i = 0; i < 3; i++) {
        if (strcmp(value, words[i]) == 0) {
            *when = (enum when)i;
            return true;
        }
    }
    return false;
}

static bool set_colour(struct options *options, const char *value)
{
    return set_when(&options->colour, value);
}

static bool set_progress(struct options *options, const char *value)
{
    return set_when(&options->progress, value);
}

static bool set_jobs(struct options *options, const char *value)
{
    long jobs;
    bool fine = whole_number(value, 1, JOBS_MAX, &jobs);
    options->jobs = fine ? (unsigned)jobs : 1;
    return fine;
}

static bool set_strict(struct options *options, const char *value)
{
    (void)value;
    options->strict = true;
    return true;
}

static bool set_each(struct options *options, const char *value)
{
    (void)value;
    return options->each = true;
}

static bool set_size_limit(struct options *options, const char *value)
{
    long megabytes;
    bool fine = whole_number(value, 1, 4294, &megabytes);
    options->size_limit = fine ? (uint64_t)megabytes * 1000000 : 0;
    return fine;
}

static const struct described table[] = {
    {"return", 'r', "RETURN", FOR_CHECK | FOR_RULES,
     "the kind of return, e.g. cin (default of check: what the file says)", set_return},
    {"year", 'y', "YYYY", FOR_CHECK | FOR_RULES,
     "the collection year, in which the period ends (default of check: what the file says)",
     set_year},
    {"period", 0, "START..END", FOR_CHECK, "check a part of the year, e.g. 2025-04-01..2025-11-30",
     set_period},
    {"la", 0, "CODE", FOR_CHECK, "the authority that makes the return, e.g. 852 or E08000025",
     set_authority},
    {"previous", 'p', "PATH", FOR_CHECK,
     "last year's submission, for rules that compare; may be repeated", add_previous},
    {"reference", 0, "KIND=FILE", FOR_CHECK,
     "reference data, e.g. postcodes=postcodes.idx, providers=providers.csv; may be repeated",
     add_reference},
    {"each", 0, NULL, FOR_CHECK,
     "check every file and folder in PATH as a submission of its own, and print a table", set_each},
    {"as-portal", 0, NULL, FOR_CHECK,
     "hide second-stage findings of children who have first-stage ones, as the portal does",
     set_as_portal},
    {"strict", 0, NULL, FOR_CHECK,
     "elements out of their order are errors, also where no source says that they must keep to it",
     set_strict},
    {"today", 0, "DATE", FOR_CHECK | FOR_ACCEPT,
     "the day that counts as today (default: SOURCE_DATE_EPOCH, else the clock)", set_today},
    {"rules", 0, "LIST", FOR_CHECK,
     "run these rules or groups only; * allowed, - before a name leaves it out: 88*,-plausibility",
     set_rules},
    {"accept", 0, "FILE", FOR_CHECK,
     "findings that are accepted, with their reasons: a CSV file (see statval accept --help)",
     set_accept},
    {"baseline", 0, "FILE", FOR_CHECK,
     "an earlier report (json): says which findings are new since then", set_baseline},
    {"reason", 0, "TEXT", FOR_ACCEPT, "why the findings are accepted; goes into the portal's note",
     set_reason},
    {"by", 0, "NAME", FOR_ACCEPT, "who accepts them", set_by},
    {"expires", 0, "DATE", FOR_ACCEPT, "the last day on which this holds (CCYY-MM-DD)",
     set_expires},
    {"fail-on", 0, "LEVEL", FOR_CHECK | FOR_DIFF,
     "exit status 1 from this level on: error (default), query or never", set_fail_on},
    {"format", 'f', "FORMAT", FOR_CHECK | FOR_RULES | FOR_DIFF,
     "of what is printed (check: see below; rules: text, csv, markdown; diff: text, json)",
     set_format},
    {"output", 'o', "FILE", FOR_CHECK | FOR_REFERENCE | FOR_ACCEPT,
     "write to FILE (check: a report, in the format of its ending; may be repeated; accept: add to "
     "it)",
     add_output},
    {"edition", 0, "TEXT", FOR_REFERENCE,
     "what reports call this directory, e.g. \"May 2026\" (default: the name of the CSV file)",
     set_edition},
    {"redact", 0, NULL, FOR_CHECK,
     "leave out values and show subjects as keyed hashes (key: STATVAL_REDACT_KEY)", set_redact},
    {"no-redact", 0, NULL, FOR_CHECK,
     "values and subjects also in sarif, junit, github and gitlab, which otherwise redact",
     set_no_redact},
    {"jobs", 'j', "N", FOR_CHECK, "use N processor cores (default: all)", set_jobs},
    {"max-size", 0, "MB", FOR_CHECK, "read files up to MB megabytes (default: 512)",
     set_size_limit},
    {"color", 0, "WHEN", FOR_CHECK, "colours: auto (default), always or never", set_colour},
    {"progress", 0, "WHEN", FOR_CHECK | FOR_REFERENCE,
     "progress on long runs: auto (default), always or never", set_progress},
    {"quiet", 'q', NULL, FOR_CHECK, "print nothing but errors; the exit status tells", set_quiet},
    {"plugin-dir", 0, "DIR", FOR_WITH_PLUGINS,
     "load plugins from DIR too, before the installed ones", add_plugin_folder},
    {"help", 'h', NULL, FOR_ALL, "show this help", set_help},
};

#define OPTION_COUNT (sizeof(table) / sizeof(table[0]))

static void set_defaults(struct options *options)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    *options = (struct options){
        .period_start = SV_NONE, .period_end = SV_NONE, .today = SV_NONE, .expires = SV_NONE};
    options->jobs = cores < 1 ? 1U : cores > JOBS_MAX ? JOBS_MAX : (unsigned)cores;
    options->size_limit = (uint64_t)DEFAULT_SIZE_LIMIT_MB * 1000000;
}

/* Commands that do something with the day. */
#define WITH_TODAY (FOR_CHECK | FOR_REFERENCE | FOR_ACCEPT)

/* The end of the year 9999. */
#define LAST_SECOND 253402300799

/* Without --today, the day is that of SOURCE_DATE_EPOCH, else that of the clock. */
static bool find_today(struct options *options, const struct command *command, struct error *error)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    long seconds = (long)time(NULL);
    if (options->today != SV_NONE || options->help || !(command->bit & WITH_TODAY))
        return true;
    if (epoch &&
        (epoch[strspn(epoch, "0123456789")] || !whole_number(epoch, 0, LAST_SECOND, &seconds)))
        return error_set(error, STATUS_USAGE,
                         "SOURCE_DATE_EPOCH: \"%s\" is no time in whole seconds since 1970-01-01. "
                         "Correct it, or unset it.",
                         epoch);
    options->today = (sv_day)(seconds / 86400);
    return true;
}

/* getopt's own tables, made from ours for one command. */
static void make_tables(const struct command *command, struct option *longs, char *shorts)
{
    *shorts++ = ':';
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (!(table[i].commands & (int)command->bit))
            continue;
        *longs++ = (struct option){
            table[i].name, table[i].argument ? required_argument : no_argument, NULL, (int)i + 256};
        if (table[i].letter) {
            *shorts++ = table[i].letter;
            if (table[i].argument)
                *shorts++ = ':';
        }
    }
    *longs = (struct option){0};
    *shorts = '\0';
}

static const struct described *option_of(int found)
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (found == (int)i + 256 || (table[i].letter && found == table[i].letter))
            return &table[i];
    }
    return NULL;
}

static bool apply(struct options *options, const struct command *command, int found,
                  const char *word, struct error *error)
{
    const struct described *option = option_of(found);
    char letter[3] = {'-', (char)optopt, '\0'};
    if (optopt > 0 && optopt < 256) /* a letter may stand with others in one word */
        word = letter;
    if (found == ':')
        return error_set(error, STATUS_USAGE, "%s needs a value. See statval %s --help.", word,
                         command->name);
    if (!option)
        return error_set(error, STATUS_USAGE, "statval %s has no option %s. See statval %s --help.",
                         command->name, word, command->name);
    if (!option->set(options, optarg))
        return error_set(error, STATUS_USAGE, "--%s: \"%s\" is not possible. It takes %s: %s.",
                         option->name, optarg, option->argument, option->help);
    return true;
}

bool options_read(struct options *options, const struct command *command, int count, char **words,
                  struct error *error)
{
    struct option longs[OPTION_COUNT + 1];
    char shorts[2 * OPTION_COUNT + 2];
    set_defaults(options);
    make_tables(command, longs, shorts);
    optind = 0;
    opterr = 0;
    int found;
    while ((found = getopt_long(count, words, shorts, longs, NULL)) != -1) {
        if (!apply(options, command, found, words[optind - 1], error))
            return false;
    }
    options->arguments = words + optind;
    options->argument_count = count - optind;
    return find_today(options, command, error);
}

/* The formats of reports, with the endings that files have. */
static void formats_help(void)
{
    puts("\nFormats:");
    for (size_t i = 0; i < report_format_count; i++) {
        const struct report_format *format = &report_formats[i];
        printf("  %-8s %-13s %s%s\n", format->name, format->ending, format->about,
               format->redacts ? " (redacted)" : "");
    }
}

void options_help(const struct command *command)
{
    printf("Usage: statval %s %s\n\n%s\n\n%s\nOptions:\n", command->name, command->synopsis,
           command->about, command->help);
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        char name[64];
        if (!(table[i].commands & (int)command->bit))
            continue;
        snprintf(name, sizeof(name), "%s%s%s", table[i].name, table[i].argument ? " " : "",
                 table[i].argument ? table[i].argument : "");
        if (table[i].letter)
            printf("  -%c, --%-20s %s\n", table[i].letter, name, table[i].help);
        else
            printf("      --%-20s %s\n", name, table[i].help);
    }
    if (command->bit == FOR_CHECK)
        formats_help();
}
