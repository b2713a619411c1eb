/* One check of a submission, from files to findings: the flow of statval in one place. */
#ifndef STATVAL_CHECK_H
#define STATVAL_CHECK_H

#include "engine/engine.h"
#include "input/intake.h"
#include "model/store.h"
#include "reference/postcodes.h"
#include "registry/registry.h"

/* Reference data that the user gives. */
struct reference_request {
    const char *kind;
    const char *path;
    bool if_known; /* it is no fault when the return knows no such data: a file for all returns */
};

struct check_request {
    const struct registry *registry;
    const char *const *files; /* files, folders, archives; "-": standard input */
    size_t file_count;
    const char *const *previous; /* last year's submission */
    size_t previous_count;
    const struct reference_request *references;
    size_t reference_count;
    const char *wanted;  /* id of the return; NULL: what the file says */
    int year;            /* 0: what the file says */
    sv_day period_start; /* SV_NONE: the collection year's period */
    sv_day period_end;
    sv_day today;
    const char *authority; /* that makes the return; NULL: what the file says */
    bool hide_names;       /* of columns that are not of the return: they may be values */
    bool strict;           /* an element at another place is an error, whatever the plugin says */
    bool as_portal;        /* hide later stages of subjects that have findings of an earlier one */
    const char *rules;     /* --rules, or NULL */
    bool without_rules;    /* no rule is run: for what only needs the records */
    const struct rule_changes *changes; /* by the user, or NULL */
    unsigned jobs;
    uint64_t size_limit; /* of a file, in bytes */
    const struct progress *progress;
    struct profile *profile; /* NULL: time is not measured */
};

struct check {
    const struct plugin_entry *plugin;
    const struct sv_year *year;
    int file_year; /* as the file says; 0: it does not */
    sv_day period_start;
    sv_day period_end;
    sv_day today; /* as asked for */
    struct submission submission;
    struct layout *layout;
    struct layout *layout_last; /* of last year's return; NULL: it was not given */
    bool is_xml;
    const char *authority;       /* as asked for; NULL: not */
    struct postcodes *postcodes; /* NULL: not given */
    struct arena kept;           /* what the plugin prepared */
    struct store store;
    struct problems problems;
    struct problems remarks; /* what is no defect, but worth saying once */
    struct plan plan;
    struct engine_request engine; /* how the rules were run */
    struct results results;
};

/** Whether a return has a use for reference data of a kind. */
bool knows_reference(const struct plugin_entry *plugin, const char *kind);

/** Runs a check. Returns false with the reason when it cannot be run to its end. check_free() it in
 *  either case. */
bool check_run(struct check *check, const struct check_request *request, struct error *error);
void check_free(struct check *check);

#endif
