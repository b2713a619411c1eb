#include "option_values.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "../base/calendar.h"

/* Options whose value is any text but an empty one, and options that have none. */
#define TEXT_SETTER(name, member)                                                                  \
    bool name(struct options *options, const char *value)                                          \
    {                                                                                              \
        options->member = value;                                                                   \
        return value[0] != '\0';                                                                   \
    }
#define FLAG_SETTER(name, member)                                                                  \
    bool name(struct options *options, const char *value)                                          \
    {                                                                                              \
        (void)value;                                                                               \
        return options->member = true;                                                             \
    }

TEXT_SETTER(set_return, wanted)

bool whole_number(const char *value, long least, long most, long *number)
{
    char *end;
    errno = 0;
    *number = strtol(value, &end, 10);
    return errno == 0 && *value && !*end && *number >= least && *number <= most;
}

bool set_year(struct options *options, const char *value)
{
    long year;
    bool fine = whole_number(value, 1900, 2999, &year);
    options->year = fine ? (int)year : 0;
    return fine;
}

bool set_period(struct options *options, const char *value)
{
    if (strlen(value) != 22 || strncmp(value + 10, "..", 2) != 0)
        return false;
    options->period_start = calendar_parse(value, 10);
    options->period_end = calendar_parse(value + 12, 10);
    return options->period_start != SV_NONE && options->period_end != SV_NONE &&
           options->period_start <= options->period_end;
}

bool set_today(struct options *options, const char *value)
{
    options->today = calendar_parse(value, strlen(value));
    return options->today != SV_NONE;
}

TEXT_SETTER(set_authority, authority)

bool add_previous(struct options *options, const char *value)
{
    if (options->previous_count == OPTION_LIST_MAX || value[0] == '\0')
        return false;
    options->previous[options->previous_count++] = value;
    return true;
}

bool add_reference(struct options *options, const char *value)
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

FLAG_SETTER(set_as_portal, as_portal)
TEXT_SETTER(set_rules, rules)

/* The place of a value among words with spaces between, from 0 on; -1: it is none of them. */
static int place_among(const char *words, const char *value)
{
    size_t length = strlen(value);
    for (int place = 0; *words; place++) {
        size_t word = strcspn(words, " ");
        if (length == word && strncmp(words, value, word) == 0)
            return place;
        words += word + strspn(words + word, " ");
    }
    return -1;
}

bool set_fail_on(struct options *options, const char *value)
{
    int place = place_among(FAIL_ON_WORDS, value);
    options->fail_on = place < 0 ? FAIL_ON_ERROR : (enum fail_on)place;
    return place >= 0;
}

bool set_format(struct options *options, const char *value)
{
    options->format = value;
    return true; /* each command knows its own formats */
}

bool add_output(struct options *options, const char *value)
{
    if (options->output_count == OPTION_LIST_MAX || value[0] == '\0')
        return false;
    options->outputs[options->output_count++] = value;
    return true;
}

TEXT_SETTER(set_edition, edition)

bool add_plugin_folder(struct options *options, const char *value)
{
    if (options->plugin_folder_count == OPTION_LIST_MAX || value[0] == '\0')
        return false;
    options->plugin_folders[options->plugin_folder_count++] = value;
    return true;
}

TEXT_SETTER(set_accept, accept)
TEXT_SETTER(set_config, config)
TEXT_SETTER(set_reason, reason)
TEXT_SETTER(set_by, by)

bool set_expires(struct options *options, const char *value)
{
    options->expires = calendar_parse(value, strlen(value));
    return options->expires != SV_NONE;
}

TEXT_SETTER(set_baseline, baseline)
TEXT_SETTER(set_list, list)

bool set_flag(struct options *options, const char *value)
{
    long percent;
    bool fine = whole_number(value, 0, 1000, &percent);
    options->flag_percent = fine ? (int)percent : 0;
    return fine;
}

FLAG_SETTER(set_redact, redact)
FLAG_SETTER(set_no_redact, no_redact)
FLAG_SETTER(set_quiet, quiet)
FLAG_SETTER(set_profile, profile)
FLAG_SETTER(set_help, help)

static bool set_when(enum when *when, const char *value)
{
    int place = place_among(WHEN_WORDS, value);
    *when = place < 0 ? WHEN_AUTO : (enum when)place;
    return place >= 0;
}

bool set_colour(struct options *options, const char *value)
{
    return set_when(&options->colour, value);
}

bool set_progress(struct options *options, const char *value)
{
    return set_when(&options->progress, value);
}

bool set_jobs(struct options *options, const char *value)
{
    long jobs;
    bool fine = whole_number(value, 1, JOBS_MAX, &jobs);
    options->jobs = fine ? (unsigned)jobs : 1;
    return fine;
}

FLAG_SETTER(set_strict, strict)
FLAG_SETTER(set_each, each)

bool set_size_limit(struct options *options, const char *value)
{
    long megabytes;
    bool fine = whole_number(value, 1, 4294, &megabytes);
    options->size_limit = fine ? (uint64_t)megabytes * 1000000 : 0;
    return fine;
}
