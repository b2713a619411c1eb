/* Reads the files of a recognised submission into the store, each into its table. */
#ifndef STATVAL_INTAKE_H
#define STATVAL_INTAKE_H

#include "submission.h"
#include "xml_reader.h"

/* The message for reference data of a kind that were read already. */
#define REFERENCE_TWICE "--reference: %s was given already. Give it once."

struct intake {
    struct submission *submission;
    struct store *store;
    struct problems *problems;
    struct problems *remarks; /* what is no defect, but worth saying once */
    const struct sv_year *year;
    const struct layout *layout;
    const struct layout *layout_last; /* of last year's return */
    const struct progress *progress;  /* or NULL */
    struct profile *profile;          /* or NULL */
    unsigned jobs;                    /* cores that may be used */
    bool hide_names;     /* of columns that are not of the return: they may be values */
    bool strict;         /* an element at another place is an error, whatever the plugin says */
    bool is_xml;         /* out: the return was given as XML */
    bool last_is_xml;    /* out: and so was last year's */
    const char *absent;  /* out: a path that the return requires and an XML file lacks, or NULL */
    xmlSchemaPtr schema; /* of the return itself, loaded with its first XML file */
};

/** Reads all parts. A part that fits no table, or one that was read already, is refused; the
 * refusals become problems. False with STATUS_INPUT when nothing of the submission, or nothing of
 * last year's, could be read, or when an XML file breaks off. */
bool intake_read(struct intake *intake, struct error *error);

/** Reads reference data of a kind from a part into its table. False with STATUS_INPUT when the file
 *  has not the columns, STATUS_USAGE when the return knows no such data or has them already. */
bool intake_read_reference(struct intake *intake, struct part *part, const char *kind,
                           struct error *error);

#endif
