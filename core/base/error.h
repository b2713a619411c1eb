/* Why a run cannot go on, and the exit statuses of the program. */
#ifndef STATVAL_ERROR_H
#define STATVAL_ERROR_H

enum status {
    STATUS_OK = 0,           /* nothing at or above --fail-on */
    STATUS_FINDINGS = 1,     /* findings at or above it */
    STATUS_USAGE = 2,        /* wrong command line */
    STATUS_INPUT = 3,        /* the input is not a readable return */
    STATUS_INSTALLATION = 4, /* plugin, schema or ABI */
    STATUS_REPORT = 5,       /* a report could not be written */
    STATUS_FAULT = 70        /* a fault in statval or a plugin, or too little memory */
};

struct error {
    enum status status;
    char text[6 * 1024]; /* one sentence for the user; may end with a list of what is possible */
};

/** Sets the error and returns false, so that callers can `return error_set(...)`. */
__attribute__((format(printf, 3, 4))) _Bool error_set(struct error *error, enum status status,
                                                      const char *format, ...);

/** From now on something of the report can be seen, should the run end at once. */
void report_begins(void);

/** What to say of the report when the run ends at once: "nothing was reported", or "not everything
 *  was reported". */
const char *what_was_reported(void);

/** Takes the rest of a character from the end of a text that was cut off. */
void cut_at_character(char *text);

#endif
