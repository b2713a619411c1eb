/* The files of a submission: found, opened, unpacked, recognised. */
#ifndef STATVAL_SUBMISSION_H
#define STATVAL_SUBMISSION_H

#include "../registry/registry.h"
#include "csv_reader.h"
#include "source.h"

/** Most files of a submission: a return has a dozen. */
#define PARTS_MAX 10000

enum part_role {
    PART_OWN,      /* of the submission that is checked */
    PART_LAST,     /* of last year's */
    PART_REFERENCE /* reference data */
};

/* One file. */
struct part {
    enum part_role role;
    struct source source; /* its name and lines are needed until the report is written */
    const char *refused;  /* why it was left out; NULL: it was not */
    uint8_t severity;     /* of that: a query when it does not look like a table of the return */
    const struct plugin_entry *plugin; /* of an XML file: the return that it is */
    int year;                          /* as the file says; 0: it does not */
    int32_t number;                    /* of an XML file, among the parts; 0: it does not say */
    uint16_t table;                    /* of a CSV file; NO_TABLE: not known yet */
    char delimiter;                    /* of a CSV file */
    struct csv_text text;              /* of a CSV file: all of it */
    struct sheet sheet;                /* of a CSV file: where its records are in a spreadsheet */
};

struct submission {
    struct part **parts; /* they stay where they are */
    size_t count;
    size_t capacity;
    struct arena texts;
};

/** Opens a path, as part or parts of a role: a file, "-" for standard input, a folder (its files,
 * by name, but no folders in it) or a zip archive (its files). In a folder, a file that cannot be
 * opened is refused, so that the others can be looked at. False with STATUS_INPUT when the path
 * itself cannot be opened, or there are too many files. `limit`: most bytes of a file, and of what
 * an archive unpacks to. */
bool submission_open(struct submission *submission, const char *path, enum part_role role,
                     uint64_t limit, struct error *error);

/** Finds out which return the submission's own files are, and puts the XML files of a return that
 *  may be several into the order in which they are read. `wanted`: the user's choice, or NULL. NULL
 *  with STATUS_INPUT when they are none, or not all of one. */
const struct plugin_entry *submission_recognise(struct submission *submission,
                                                const struct registry *registry, const char *wanted,
                                                struct error *error);

/** Leaves a part out, for a reason. */
__attribute__((format(printf, 3, 4))) void part_refuse(struct submission *submission,
                                                       struct part *part, const char *format, ...);

/** The same, for an error; the name of the file in front of it is left away. */
void part_refuse_for(struct submission *submission, struct part *part, const struct error *error);

/** Makes clean text of a CSV part, noting what was not clean as problems. */
bool part_read_text(struct part *part, uint16_t number, struct problems *problems,
                    struct error *error);

/** Gives the bytes of a part back: the store has it all. Its lines stay. */
void part_forget_bytes(struct part *part);

/** The heading of a CSV part. csv_columns_free() it. */
void part_columns(const struct part *part, struct csv_columns *columns);

void submission_free(struct submission *submission);

#endif
