/* statval rules */
#include <stdio.h>

#include "../model/layout.h"
#include "catalogue.h"
#include "commands.h"

static bool year_fits(const struct plugin_entry *plugin, int year, struct error *error)
{
    const struct sv_plugin *described = plugin->plugin;
    if (year == 0 || plugin_year(described, year))
        return true;
    return error_set(error, STATUS_USAGE, "--year %d: %s is supported from %d to %d.", year,
                     described->id, described->years[0].year,
                     described->years[described->year_count - 1].year);
}

static bool write_catalogues(const struct registry *registry, const struct options *options,
                             struct error *error)
{
    const struct catalogue_format *format =
        catalogue_format_named(options->format ? options->format : "text");
    char supported[512];
    registry_describe(registry, supported, sizeof(supported));
    if (!format)
        return error_set(error, STATUS_USAGE,
                         "--format: rules are listed as text, csv or markdown, not as %s.",
                         options->format);
    if (options->wanted && !registry_find(registry, options->wanted))
        return error_set(error, STATUS_USAGE, "--return: there is no return %s. Supported: %s.",
                         options->wanted, supported);
    for (size_t i = 0; i < registry->count; i++) {
        const struct plugin_entry *plugin = &registry->plugins[i];
        struct catalogue catalogue = {plugin, options->year};
        if (options->wanted && plugin != registry_find(registry, options->wanted))
            continue;
        if (!year_fits(plugin, options->year, error))
            return false;
        format->write(&catalogue, stdout);
    }
    return true;
}

static int run(const struct options *options)
{
    struct registry registry;
    struct error error;
    if (options->argument_count > 0) {
        error_set(&error, STATUS_USAGE, "rules takes no arguments. See statval rules --help.");
        return fail(&error);
    }
    load_plugins(&registry, options);
    int status = write_catalogues(&registry, options, &error) ? STATUS_OK : fail(&error);
    registry_free(&registry);
    return status;
}

const struct command command_rules = {
    .name = "rules",
    .bit = FOR_RULES,
    .synopsis = "[options]",
    .run = run,
    .about = "lists the rules",
    .help = "Examples:\n"
            "  statval rules --return cin --year 2026      the rules of one year\n"
            "  statval rules --format csv > rules.csv      all of them, for a spreadsheet\n"};
