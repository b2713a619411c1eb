/* The table of options, from which parsing, help, man pages and completion are made. */
#ifndef STATVAL_OPTION_TABLE_H
#define STATVAL_OPTION_TABLE_H

#include "options.h"

/* What the value of an option is, for completion. */
enum value_kind {
    VALUE_NONE,   /* the option has none */
    VALUE_OTHER,  /* nothing that can be offered */
    VALUE_WORDS,  /* one of `words` */
    VALUE_FORMAT, /* a format of the command */
    VALUE_FILE,
    VALUE_FOLDER,
    VALUE_RETURN,   /* the id of a return */
    VALUE_RULES,    /* codes of rules */
    VALUE_REFERENCE /* one of `words`, "=" and a file */
};

struct described {
    const char *name;
    char letter;          /* 0: none */
    const char *argument; /* the word for its value; NULL: it has none */
    int commands;         /* enum command_bit, together */
    uint8_t value;        /* enum value_kind */
    const char *words;    /* with spaces between */
    bool repeats;         /* it may be given up to OPTION_LIST_MAX times */
    const char *help;     /* one line, for --help */
    /** What man pages say beyond that: sentences, paragraphs parted by an empty line, what is typed
     *  between backquotes; NULL: nothing. */
    const char *more;
    bool (*set)(struct options *options, const char *value);
};

extern const struct described option_table[];
extern const size_t option_count;

/** Whether a command has an option. */
bool has_option(const struct command *command, const struct described *option);

/* At least as many as there are. */
#define OPTION_COUNT_MAX 64

#endif
