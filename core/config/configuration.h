/* What configuration files set: values of options, and changes of rules. */
#ifndef STATVAL_CONFIGURATION_H
#define STATVAL_CONFIGURATION_H

#include "../engine/rule_change.h"
#include "config_file.h"

/* What names of settings about reference data begin with; the kind stands behind it. */
#define SETTING_REFERENCE "reference."

/* The value of an option that a file gave, because nothing that counts more did. */
struct setting {
    const char *name;  /* as in the file, e.g. la, reference.postcodes */
    const char *value; /* names of files as they are opened */
    const char *file;
    unsigned line;
};

struct configuration {
    const char **files; /* that were read; the one that counts first comes first */
    size_t file_count;
    size_t file_capacity;
    struct setting *settings; /* in the order in which they were taken */
    size_t setting_count;
    size_t setting_capacity;
    struct rule_changes changes;
    struct arena texts;
};

/** A copy of a text that lives as long as the configuration. */
const char *configuration_keep(struct configuration *configuration, const char *text);

/** Notes that a file was read. Returns its name, which lives as long as the configuration. */
const char *configuration_add_file(struct configuration *configuration, const char *path);

/** Notes a value that is taken from a file. `file` and `value` must live as long as the
 * configuration. */
void configuration_add_setting(struct configuration *configuration, const char *file,
                               const struct config_line *line, const char *value);

/** Whether a line is about a rule: severity.CODE or off.CODE. */
bool is_rule_line(const struct config_line *line);

/** Notes such a line. Fails with STATUS_USAGE when it is not right. */
bool configuration_add_change(struct configuration *configuration, const char *file,
                              const struct config_line *line, struct error *error);

/** The setting of that name; NULL: no file gave it. `configuration` may be NULL. */
const struct setting *configuration_find(const struct configuration *configuration,
                                         const char *name);

/** The kind of reference data that a setting is about; NULL: it is about something else. */
const char *setting_reference(const struct setting *setting);

void configuration_free(struct configuration *configuration);

#endif
