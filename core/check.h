/* One check of a submission, from files to findings: the flow of statval in one place. */
#ifndef STATVAL_CHECK_H
#define STATVAL_CHECK_H

#include "engine/engine.h"
#include "input/problems.h"
#include "input/source.h"
#include "input/xml_reader.h"
#include "model/store.h"
#include "registry/registry.h"

struct check_request {
    const struct registry *registry;
    const char *const *files; /* "-": standard input */
    size_t file_count;
    const char *wanted;  /* id of the return; NULL: what the file says */
    int year;            /* 0: what the file says */
    sv_day period_start; /* SV_NONE: the collection year's period */
    sv_day period_end;
    sv_day today;
    const char *authority; /* that the return must be of; NULL: any */
    const char *rules;     /* --rules, or NULL */
    unsigned jobs;
    uint64_t size_limit; /* of a file, in bytes */
    const struct progress *progress;
};

struct check {
    const struct plugin_entry *plugin;
    const struct sv_year *year;
    int file_year; /* as the file says; 0: it does not */
    sv_day period_start;
    sv_day period_end;
    struct source source;
    struct layout *layout;
    struct store store;
    struct problems problems;
    struct plan plan;
    struct results results;
};

/** Runs a check. Returns false with the reason when it cannot be run to its end. check_free() it in
 *  either case. */
bool check_run(struct check *check, const struct check_request *request, struct error *error);
void check_free(struct check *check);

#endif
