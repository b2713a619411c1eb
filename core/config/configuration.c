#include "configuration.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define SEVERITY "severity."
#define OFF "off."

static const char *keep_part(struct configuration *configuration, const char *text, size_t length)
{
    char *copy = arena_new(&configuration->texts, length + 1);
    memcpy(copy, text, length);
    return copy;
}

const char *configuration_keep(struct configuration *configuration, const char *text)
{
    return keep_part(configuration, text, strlen(text));
}

const char *configuration_add_file(struct configuration *configuration, const char *path)
{
    const char **file = mem_grow((void **)&configuration->files, &configuration->file_capacity,
                                 configuration->file_count, sizeof(*file));
    configuration->file_count++;
    return *file = configuration_keep(configuration, path);
}

void configuration_add_setting(struct configuration *configuration, const char *file,
                               const struct config_line *line, const char *value)
{
    struct setting *setting =
        mem_grow((void **)&configuration->settings, &configuration->setting_capacity,
                 configuration->setting_count, sizeof(*setting));
    configuration->setting_count++;
    *setting = (struct setting){.name = configuration_keep(configuration, line->name),
                                .value = value,
                                .file = file,
                                .line = line->number};
}

const struct setting *configuration_find(const struct configuration *configuration,
                                         const char *name)
{
    for (size_t i = 0; configuration && i < configuration->setting_count; i++) {
        if (strcmp(configuration->settings[i].name, name) == 0)
            return &configuration->settings[i];
    }
    return NULL;
}

static bool begins_with(const char *text, const char *beginning)
{
    return strncmp(text, beginning, strlen(beginning)) == 0;
}

const char *setting_reference(const struct setting *setting)
{
    return begins_with(setting->name, SETTING_REFERENCE) ? setting->name + strlen(SETTING_REFERENCE)
                                                         : NULL;
}

bool is_rule_line(const struct config_line *line)
{
    return begins_with(line->name, SEVERITY) || begins_with(line->name, OFF);
}

static bool refuse(const struct rule_change *change, const char *why, struct error *error)
{
    return error_set(error, STATUS_USAGE, "%s: line %u: %s", change->file, change->line, why);
}

/* CODE or RETURN:CODE. */
static bool read_code(struct configuration *configuration, struct rule_change *change,
                      const char *text, struct error *error)
{
    const char *colon = strchr(text, ':');
    change->code = configuration_keep(configuration, colon ? colon + 1 : text);
    if (colon)
        change->plugin = keep_part(configuration, text, (size_t)(colon - text));
    if (!change->code[0] || (colon && colon == text))
        return refuse(change, "it names no rule. Write e.g. off.8925 or off.cin:8925.", error);
    if (strcasecmp(change->code, "FILE") == 0 || strcasecmp(change->code, "XSD") == 0)
        return refuse(change,
                      "what is wrong with the form of a file cannot be switched off or changed; "
                      "mend the file.",
                      error);
    return true;
}

/* SEVERITY : REASON. */
static bool read_severity(struct configuration *configuration, struct rule_change *change,
                          const char *text, struct error *error)
{
    size_t length = strcspn(text, " \t:");
    const char *reason = text + length + strspn(text + length, " \t");
    bool is_error = length == 5 && strncmp(text, "error", length) == 0;
    bool is_query = length == 5 && strncmp(text, "query", length) == 0;
    if (!is_error && !is_query)
        return refuse(change, "a severity is error or query, e.g. query : why it is no error.",
                      error);
    bool has_colon = reason[0] == ':';
    reason += has_colon ? 1 + strspn(reason + 1, " \t") : 0;
    if (!has_colon || !reason[0])
        return refuse(change, "there is no reason. Write e.g. query : why it is no error.", error);
    change->severity = is_error ? SV_ERROR : SV_QUERY;
    change->reason = configuration_keep(configuration, reason);
    return true;
}

static bool is_same(const char *one, const char *other)
{
    return one && other ? strcasecmp(one, other) == 0 : one == other;
}

/* One file cannot switch off a rule and change its severity as well. */
static bool is_only_one(const struct configuration *configuration, const struct rule_change *change,
                        struct error *error)
{
    for (size_t i = 0; i < configuration->changes.count; i++) {
        const struct rule_change *other = &configuration->changes.list[i];
        if (other->file == change->file && is_same(other->code, change->code) &&
            is_same(other->plugin, change->plugin))
            return error_set(error, STATUS_USAGE, "%s: line %u: line %u is about rule %s already.",
                             change->file, change->line, other->line, change->code);
    }
    return true;
}

bool configuration_add_change(struct configuration *configuration, const char *file,
                              const struct config_line *line, struct error *error)
{
    struct rule_changes *changes = &configuration->changes;
    struct rule_change change = {
        .off = begins_with(line->name, OFF), .file = file, .line = line->number};
    const char *code = line->name + (change.off ? strlen(OFF) : strlen(SEVERITY));
    if (!read_code(configuration, &change, code, error))
        return false;
    if (change.off)
        change.reason = configuration_keep(configuration, line->value);
    else if (!read_severity(configuration, &change, line->value, error))
        return false;
    if (!is_only_one(configuration, &change, error))
        return false;
    *(struct rule_change *)mem_grow((void **)&changes->list, &changes->capacity, changes->count,
                                    sizeof(change)) = change;
    changes->count++;
    return true;
}

void configuration_free(struct configuration *configuration)
{
    free(configuration->files);
    free(configuration->settings);
    free(configuration->changes.list);
    arena_free(&configuration->texts);
    *configuration = (struct configuration){0};
}
