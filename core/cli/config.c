#include "config.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "../summary/summary.h"
#include "commands.h"

#define NAME "statval.conf"
#define SYSTEM_FILE "/etc/statval/" NAME
#define REFERENCE SETTING_REFERENCE
#define PLUGIN_FOLDER "plugin-dir"

/* Of the kind of reference data with the = behind it. */
#define KIND_ROOM 40

struct reading {
    struct configuration *configuration;
    struct options *options;
    struct config_file file;
    const char *path; /* as it is kept */
    enum config_trust trust;
    struct error *error;
};

/* Options that a file may set by their own name. */
static bool is_option(const char *name, bool *is_file)
{
    static const struct {
        const char *name;
        bool is_file;
    } names[] = {{"return", false}, {"year", false},    {"la", false},        {"fail-on", false},
                 {"accept", true},  {"baseline", true}, {PLUGIN_FOLDER, true}};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        *is_file = names[i].is_file;
        if (strcmp(names[i].name, name) == 0)
            return true;
    }
    return false;
}

/* Files that a configuration file names stand beside it, unless they begin with a slash. `before`
 * stands before the name. */
static const char *find_beside(const struct reading *reading, const struct config_line *line,
                               const char *before)
{
    char path[PATH_MAX + KIND_ROOM];
    const char *slash = strrchr(reading->path, '/');
    int folder = slash && line->value[0] != '/' ? (int)(slash - reading->path) + 1 : 0;
    int length =
        snprintf(path, sizeof(path), "%s%.*s%s", before, folder, reading->path, line->value);
    if (length < 0 || (size_t)length >= sizeof(path)) {
        error_set(reading->error, STATUS_USAGE, "%s: line %u: the name of the file is too long.",
                  reading->path, line->number);
        return NULL;
    }
    return configuration_keep(reading->configuration, path);
}

/* Sets an option; `shown` is the part of the value that reports tell. */
static bool set(const struct reading *reading, const struct config_line *line, const char *option,
                const char *value, const char *shown)
{
    char where[PATH_MAX + 64];
    snprintf(where, sizeof(where), "%s: line %u: ", reading->path, line->number);
    configuration_add_setting(reading->configuration, reading->path, line, shown);
    return options_set(reading->options, option, value, where, reading->error);
}

static bool has_reference(const struct options *options, const char *kind)
{
    for (size_t i = 0; i < options->reference_count; i++) {
        if (strcmp(options->references[i].kind, kind) == 0)
            return true;
    }
    return false;
}

/* reference.KIND = FILE is --reference KIND=FILE. */
static bool take_reference(const struct reading *reading, const struct config_line *line)
{
    char before[KIND_ROOM];
    struct options *options = reading->options;
    const char *kind = line->name + strlen(REFERENCE);
    if (!kind[0] || strlen(kind) >= sizeof(options->reference_kinds[0]))
        return error_set(reading->error, STATUS_USAGE,
                         "%s: line %u: %s names no kind of reference data. Write e.g. "
                         "reference.postcodes = postcodes.idx.",
                         reading->path, line->number, line->name);
    if (has_reference(options, kind))
        return true;
    snprintf(before, sizeof(before), "%s=", kind);
    const char *pair = find_beside(reading, line, before);
    if (!pair || !set(reading, line, "reference", pair, pair + strlen(before)))
        return false;
    options->references[options->reference_count - 1].if_known = true;
    return true;
}

/* Plugins are code. A file that may have come with somebody's return must not load any. */
static bool may_load_plugins(const struct reading *reading, const struct config_line *line)
{
    return reading->trust == CONFIG_TRUSTED ||
           error_set(reading->error, STATUS_USAGE,
                     "%s: line %u: plugin-dir may stand in the user's own configuration and the "
                     "system's only, as plugins are code. Give it with --plugin-dir.",
                     reading->path, line->number);
}

static bool take_option(const struct reading *reading, const struct config_line *line, bool is_file)
{
    bool is_plugins = strcmp(line->name, PLUGIN_FOLDER) == 0;
    if (is_plugins && !may_load_plugins(reading, line))
        return false;
    if (!is_plugins && options_given(reading->options, line->name))
        return true; /* what counts more said it */
    const char *value = is_file ? find_beside(reading, line, "")
                                : configuration_keep(reading->configuration, line->value);
    return value && set(reading, line, line->name, value, value);
}

static bool take_line(const struct reading *reading, const struct config_line *line)
{
    bool is_file;
    if (is_rule_line(line))
        return configuration_add_change(reading->configuration, reading->path, line,
                                        reading->error);
    if (strncmp(line->name, REFERENCE, strlen(REFERENCE)) == 0)
        return take_reference(reading, line);
    if (is_option(line->name, &is_file))
        return take_option(reading, line, is_file);
    return error_set(reading->error, STATUS_USAGE,
                     "%s: line %u: there is no setting %s. There are return, year, la, fail-on, "
                     "accept, baseline, plugin-dir, reference.KIND, severity.CODE and off.CODE.",
                     reading->path, line->number, line->name);
}

/* Reads a file, if it is there. */
static bool take_file(struct configuration *configuration, struct options *options,
                      const char *path, enum config_trust trust, struct error *error)
{
    bool there;
    struct reading reading = {
        .configuration = configuration, .options = options, .trust = trust, .error = error};
    bool fine = config_file_read(&reading.file, path, trust, &there, error);
    if (there)
        reading.path = configuration_add_file(configuration, path);
    for (size_t i = 0; fine && i < reading.file.count; i++)
        fine = take_line(&reading, &reading.file.lines[i]);
    config_file_free(&reading.file);
    return fine;
}

/* The user's own file; false: there is no folder for it. Names that do not begin with a slash would
 * be those of files in the working folder, which is not the user's own. */
static bool own_file(char *out, size_t size)
{
    const char *config = getenv("XDG_CONFIG_HOME");
    const char *home = getenv("HOME");
    int length = 0;
    if (config && config[0] == '/')
        length = snprintf(out, size, "%s/statval/" NAME, config);
    else if (home && home[0] == '/')
        length = snprintf(out, size, "%s/.config/statval/" NAME, home);
    return length > 0 && (size_t)length < size;
}

/* Whether both names are those of one file: the working folder may be that of the configuration. */
static bool is_same_file(const char *one, const char *other)
{
    struct stat first;
    struct stat second;
    return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

/* The file that counts most comes first: each says only what those before it did not. */
static bool config_read(struct configuration *configuration, struct options *options,
                        struct error *error)
{
    char own[PATH_MAX];
    bool fine;
    if (options->config) {
        fine = take_file(configuration, options, options->config, CONFIG_NAMED, error);
    } else {
        bool has_own = own_file(own, sizeof(own));
        bool is_other = !is_same_file(NAME, SYSTEM_FILE) && !(has_own && is_same_file(NAME, own));
        fine = (!is_other || take_file(configuration, options, NAME, CONFIG_FOUND, error)) &&
               (!has_own || take_file(configuration, options, own, CONFIG_TRUSTED, error)) &&
               take_file(configuration, options, SYSTEM_FILE, CONFIG_TRUSTED, error);
    }
    options->configuration = configuration->file_count ? configuration : NULL;
    return fine;
}

void config_origin(const struct options *options, const char *name, char *out, size_t size)
{
    const struct setting *setting = configuration_find(options->configuration, name);
    if (setting)
        snprintf(out, size, "%s: line %u: %s", setting->file, setting->line, name);
    else
        snprintf(out, size, "--%s", name);
}

bool config_references_fit(const struct options *options, const struct registry *registry,
                           struct error *error)
{
    const struct configuration *configuration = options->configuration;
    for (size_t i = 0; configuration && i < configuration->setting_count; i++) {
        const struct setting *setting = &configuration->settings[i];
        const char *kind = setting_reference(setting);
        bool known = !kind || summary_takes(kind);
        for (size_t p = 0; p < registry->count && !known; p++)
            known = knows_reference(&registry->plugins[p], kind);
        if (!known)
            return error_set(error, STATUS_USAGE,
                             "%s: line %u: no return knows reference data called %s.",
                             setting->file, setting->line, kind);
    }
    return true;
}

int config_run(const struct options *given, int (*run)(const struct options *options))
{
    struct error error;
    struct options options = *given;
    struct configuration configuration = {0};
    bool fine = config_read(&configuration, &options, &error);
    int status = fine ? run(&options) : fail(&error);
    configuration_free(&configuration);
    return status;
}
