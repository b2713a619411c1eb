/* statval rules */
#include <stdio.h>
#include <string.h>

#include "../model/layout.h"
#include "catalogue.h"
#include "commands.h"

/* Whether the options ask for the rules of this plugin. */
static bool is_wanted(const struct plugin_entry *plugin, const struct options *options)
{
    return (!options->wanted || strcmp(plugin->plugin->id, options->wanted) == 0) &&
           (options->year == 0 || plugin_year(plugin->plugin, options->year));
}

static bool write_catalogues(const struct registry *registry, const struct options *options,
                             struct error *error)
{
    const struct catalogue_format *format =
        catalogue_format_named(options->format ? options->format : "text");
    size_t written = 0;
    if (!format)
        return error_set(error, STATUS_USAGE,
                         "--format: rules are listed as text, csv or markdown, not as %s.",
                         options->format);
    for (size_t i = 0; i < registry->count; i++) {
        struct catalogue catalogue = {&registry->plugins[i], options->year, written == 0};
        if (!is_wanted(&registry->plugins[i], options))
            continue;
        format->write(&catalogue, stdout);
        written++;
    }
    char supported[512];
    registry_describe(registry, supported, sizeof(supported));
    return written > 0 || error_set(error, STATUS_USAGE,
                                    "there is no such return and year. Supported: %s.", supported);
}

static int run(const struct options *options)
{
    struct registry registry;
    struct error error;
    if (options->argument_count > 0) {
        error_set(&error, STATUS_USAGE, "rules takes no arguments. See statval rules --help.");
        return fail(&error);
    }
    bool fine =
        load_plugins(&registry, options, &error) && write_catalogues(&registry, options, &error);
    int status = fine ? STATUS_OK : fail(&error);
    registry_free(&registry);
    return status;
}

const struct command command_rules = {
    .name = "rules",
    .bit = FOR_RULES,
    .synopsis = "[options]",
    .run = run,
    .about = "lists the rules",
    .help = "Of all returns and years, unless options say which.\n",
    .more = "Each has its code, severity, years, fields and message.",
    .examples =
        (const struct example[]){
            {"statval rules --return cin --year 2026", "the rules of one year"},
            {"statval rules --format csv > rules.csv", "all of them, for a spreadsheet"},
            {0}},
    .formats = "text csv markdown",
};
