/* What is checked while a file is read: its values, and what the schema says of it. */
#ifndef STATVAL_XML_CHECKS_H
#define STATVAL_XML_CHECKS_H

#include <stdatomic.h>

#include "../model/values.h"
#include "xml_belt.h"
#include "xml_meter.h"
#include "xml_reader.h"
#include "xml_recorder.h"

/* Texts of elements that are open at the same time, one inside the other. */
#define READER_TEXT_ROOM (TEXT_MAX * 2)

/* An open element. */
struct frame {
    const struct node *node;  /* NULL: not of the layout, or not the first of its kind */
    const struct node *found; /* child that was found last; NULL: none yet */
    const char *name;
    struct sv_row *row; /* record that it begins or stands in */
    uint64_t serial;    /* number of the element in the file, from 1 */
    size_t text_start;
    uint32_t offset;
    uint32_t rows_before; /* of the table whose group it is */
    bool padded;          /* white space around its value */
    bool again;           /* its parent had one of its kind before */
    bool stray;           /* not of the return; a rule tells it */
    bool unchecked;       /* the schema has passed over what follows in it, without a word */
    bool reported;        /* its value has a problem already */
};

/* What is told once for a file, where it is first. */
struct deviation {
    struct problem first;
    const char *name; /* of the element, as it is written and as it is meant */
    const char *meant;
    const char *parent; /* that it stands in */
    size_t count;
};

/* Why reading was given up. */
enum stop_reason {
    NOT_STOPPED,
    STOPPED_TOO_DEEP,
    STOPPED_TOO_LONG,
    STOPPED_TOO_MANY,
    STOPPED_DOCTYPE
};

/* The parser's side is source, recorder and error; everything else belongs to the side that takes
 * the tapes, which may run beside it, until the belt is drained. */
struct reader {
    struct xml_reading *reading;
    struct source *source;
    struct error *error;
    struct xml_recorder recorder;
    struct xml_meter meter;
    struct xml_belt belt;
    const char **names; /* by node: its name as the parser's own pointer */
    uint64_t *seen;     /* by node: serial of the parent that had it last */
    uint32_t *marks;    /* by lift and filter: records of its table when its element began */
    char *text;
    size_t text_length;
    uint64_t serial;
    struct frame frames[XML_DEPTH_MAX + 1];
    int depth;
    struct deviation misplaced; /* elements at another place than the schema has them */
    struct deviation misspelt;  /* elements in their second spelling */
    uint16_t file;
    bool closed;           /* the element on top has ended */
    atomic_int stopped;    /* enum stop_reason */
    uint32_t stop_at;      /* byte of the file with which reading ended */
    const char *stop_name; /* and its element */
};

/** Notes an element that is not of the return, at its end, with its text. */
void check_stray(struct reader *reader, const struct frame *frame, const char *text, size_t length);

/** Reports an element that is there once too often, where the schema no longer looks. */
void check_again(struct reader *reader, const struct frame *frame);

/** Counts an element in its second spelling. `meant`: the first. */
void check_spelling(struct reader *reader, const struct frame *frame, const char *meant);

/** Reports what is told once for a file. */
void check_deviations(struct reader *reader);

/** Reports a value that is empty or not of its type. */
void check_value(struct reader *reader, struct frame *frame, struct sv_value value);

/** Reports required fields that the records of a closing element do not have. */
void check_required(struct reader *reader, const struct frame *frame);

/** Reports a file that names a schema of its own, in an attribute of that name. */
void check_attribute(struct reader *reader, const char *name);

/** Reports what libxml2 found against the schema, in our own words, unless a check of ours has
 *  reported the same value. `code` and `message`: as in its struct xmlError. */
void check_schema_fault(struct reader *reader, int code, const char *message);

#endif
