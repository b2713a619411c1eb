/* The command line: what can be asked for, and how it is read from the table of options. */
#ifndef STATVAL_OPTIONS_H
#define STATVAL_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <statval/date.h>

#include "../check.h"

#define OPTION_LIST_MAX 16

/* Most workers. */
#define JOBS_MAX 256

/* Which commands an option belongs to. */
enum command_bit {
    FOR_CHECK = 1,
    FOR_RULES = 2,
    FOR_EXPLAIN = 4,
    FOR_PLUGINS = 8,
    FOR_REFERENCE = 16,
    FOR_DIFF = 32,
    FOR_ACCEPT = 64,
    FOR_SUMMARY = 128,
    FOR_WITH_PLUGINS = 143, /* those that load plugins */
    FOR_ALL = 255
};

enum fail_on { FAIL_ON_ERROR, FAIL_ON_QUERY, FAIL_NEVER };
enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

struct options {
    uint64_t given;     /* which options were set, one bit for each */
    const char *wanted; /* --return */
    int year;           /* 0: not given */
    sv_day period_start;
    sv_day period_end;
    sv_day today;
    const char *authority;
    const char *previous[OPTION_LIST_MAX];
    size_t previous_count;
    struct reference_request references[OPTION_LIST_MAX];
    size_t reference_count;
    char reference_kinds[OPTION_LIST_MAX][32]; /* that the references point at */
    bool strict;
    bool each; /* every entry of a folder is a submission of its own */
    bool as_portal;
    const char *rules;
    enum fail_on fail_on;
    const char *format; /* NULL: not given */
    const char *outputs[OPTION_LIST_MAX];
    size_t output_count;
    const char *reason;  /* why findings are accepted; NULL: not given */
    const char *by;      /* who accepts them; NULL: not said */
    sv_day expires;      /* until when; SV_NONE: for good */
    const char *edition; /* of reference data; NULL: not given */
    const char *plugin_folders[OPTION_LIST_MAX];
    size_t plugin_folder_count;
    bool redact;
    bool no_redact;       /* not by formats that redact by themselves either */
    const char *accept;   /* file of acceptances; NULL: none */
    const char *baseline; /* an earlier report; NULL: none */
    const char *list;     /* measure whose subjects are listed; NULL: none */
    int flag_percent;     /* from which change on a figure is flagged */
    const char *config;   /* file to read in place of all others; NULL: not given */
    const struct configuration *configuration; /* what files set; NULL: there was none */
    bool quiet;
    bool profile; /* tell where the time goes */
    bool help;
    enum when colour;
    enum when progress;
    unsigned jobs;
    uint64_t size_limit;
    char **arguments; /* what is no option */
    int argument_count;
};

/* What the arguments of a command are, for completion. */
enum argument_kind { ARGUMENTS_NONE, ARGUMENTS_FILES, ARGUMENTS_RULES, ARGUMENTS_REFERENCE };

/* A command line, and what it does. */
struct example {
    const char *line;
    const char *does;
};

struct command {
    const char *name;
    enum command_bit bit;
    const char *synopsis; /* behind the name */
    const char *about;    /* one line */
    const char *help;     /* what it does: paragraphs in lines, for --help and man pages */
    const char *more;     /* what man pages say besides, as of an option; NULL: nothing */
    const struct example *examples; /* ended by one without a line; NULL: none */
    const char *formats; /* of --format, with spaces between; NULL: those of reports, or none */
    uint8_t arguments;   /* enum argument_kind */
    int (*run)(const struct options *options);
};

/** Reads the arguments behind the command's name. Fails with STATUS_USAGE. */
bool options_read(struct options *options, const struct command *command, int count, char **words,
                  struct error *error);

/** Whether an option was set. */
bool options_given(const struct options *options, const char *name);

/** Sets an option that takes a value, which must stay valid. `where` stands before its name in the
 *  message: "--", or the place in a file. Fails with STATUS_USAGE. */
bool options_set(struct options *options, const char *name, const char *value, const char *where,
                 struct error *error);

#endif
