#include "options.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "option_table.h"
#include "option_values.h"

#define DEFAULT_SIZE_LIMIT_MB 512

static void set_defaults(struct options *options)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    *options = (struct options){.period_start = SV_NONE,
                                .period_end = SV_NONE,
                                .today = SV_NONE,
                                .expires = SV_NONE,
                                .flag_percent = 20};
    options->jobs = cores < 1 ? 1U : cores > JOBS_MAX ? JOBS_MAX : (unsigned)cores;
    options->size_limit = (uint64_t)DEFAULT_SIZE_LIMIT_MB * 1000000;
}

/* Commands that do something with the day. */
#define WITH_TODAY (FOR_CHECK | FOR_SUMMARY | FOR_REFERENCE | FOR_ACCEPT)

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

bool has_option(const struct command *command, const struct described *option)
{
    return option->commands & (int)command->bit;
}

/* getopt's own tables, made from ours for one command. */
static void make_tables(const struct command *command, struct option *longs, char *shorts)
{
    *shorts++ = ':';
    for (size_t i = 0; i < option_count; i++) {
        if (!has_option(command, &option_table[i]))
            continue;
        *longs++ = (struct option){option_table[i].name,
                                   option_table[i].argument ? required_argument : no_argument, NULL,
                                   (int)i + 256};
        if (option_table[i].letter) {
            *shorts++ = option_table[i].letter;
            if (option_table[i].argument)
                *shorts++ = ':';
        }
    }
    *longs = (struct option){0};
    *shorts = '\0';
}

static const struct described *option_of(const struct command *command, int found)
{
    for (size_t i = 0; i < option_count; i++) {
        const struct described *option = &option_table[i];
        if (has_option(command, option) &&
            (found == (int)i + 256 || (option->letter && found == option->letter)))
            return option;
    }
    return NULL;
}

/* The first entry of that name stands for all of them. */
static size_t place_of(const char *name)
{
    size_t place = 0;
    while (place + 1 < option_count && strcmp(option_table[place].name, name) != 0)
        place++;
    return place;
}

bool options_given(const struct options *options, const char *name)
{
    return options->given >> place_of(name) & 1;
}

static bool set_described(struct options *options, const struct described *option,
                          const char *value, const char *where, struct error *error)
{
    _Static_assert(OPTION_COUNT_MAX <= 64, "given has a bit for each option");
    options->given |= UINT64_C(1) << place_of(option->name);
    return option->set(options, value) ||
           error_set(error, STATUS_USAGE, "%s%s: \"%s\" is not possible. It takes %s: %s.", where,
                     option->name, value, option->argument, option->help);
}

bool options_set(struct options *options, const char *name, const char *value, const char *where,
                 struct error *error)
{
    return set_described(options, &option_table[place_of(name)], value, where, error);
}

static bool apply(struct options *options, const struct command *command, int found,
                  const char *word, struct error *error)
{
    const struct described *option = option_of(command, found);
    char letter[3] = {'-', (char)optopt, '\0'};
    if (optopt > 0 && optopt < 256) /* a letter may stand with others in one word */
        word = letter;
    if (found == ':')
        return error_set(error, STATUS_USAGE, "%s needs a value. See statval %s --help.", word,
                         command->name);
    if (!option)
        return error_set(error, STATUS_USAGE, "statval %s has no option %s. See statval %s --help.",
                         command->name, word, command->name);
    return set_described(options, option, optarg, "--", error);
}

bool options_read(struct options *options, const struct command *command, int count, char **words,
                  struct error *error)
{
    struct option longs[OPTION_COUNT_MAX + 1];
    char shorts[2 * OPTION_COUNT_MAX + 2];
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
