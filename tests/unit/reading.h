/* Returns of the CIN census, written down in a test and read. */
#ifndef READING_H
#define READING_H

#include "../../core/input/xml_reader.h"
#include "../../core/model/values.h"
#include "unit.h"

/** What is read last. */
struct reading {
    struct layout *layout;
    struct store store;
    struct problems problems; /* sorted */
    struct source source;
    struct error error;
    const char *absent;
    const struct progress *progress; /* set before reading, or NULL */
    int file;                        /* descriptor */
    bool open;
    bool fine; /* was read to its end */
};

extern struct reading reading;

/** The document that is read, in UTF-8. */
extern char *document;
extern size_t document_length;

/** For the group of tests, and after each of them. */
int load_cin(void **state);
int unload(void **state);
int forget_reading(void **state);

/** Forgets what was read, so that something else can be. */
void forget(void);

/* A return of 2026 up to its children, which begin in line 2; and what follows them. */
#define HEADER                                                                                     \
    "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>"            \
    "<ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source>"                        \
    "<SourceLevel>L</SourceLevel><LEA>999</LEA></Source></Header><Children>\n"
#define FOOTER "</Children></Message>\n"

/* A child with identifiers and whatever comes last. */
#define CHILD_BEGIN "<Child><ChildIdentifiers>"
#define CHILD_END(rest) "</ChildIdentifiers><ChildCharacteristics/>" rest "</Child>"
#define CHILD(identifiers, rest) CHILD_BEGIN identifiers CHILD_END(rest)
#define EPISODE(rest) "<CINdetails>" rest "</CINdetails>"

/** Where to write a document; read_document() closes it and reads. */
FILE *begin_document(void);
void read_document(FILE *out);

/** Reads a return with these children. */
void read_children(const char *children);

/** The same, in an encoding (a name for iconv), with something before the root element. */
void read_encoded(const char *encoding, const char *prefix, const char *children);

/** The document was read to its end. */
void assert_read(void);

/** The document was not, and the reason has this text. */
void assert_refused(const char *text);

/* A problem that is expected, in the order of the file. */
struct expected {
    const char *place; /* text of the document, at whose first appearance it stands */
    uint8_t severity;
    const char *what; /* record and field, e.g. "CINdetails 1 CINclosureDate" */
};

/** The problems are these and no others; the last has no place. */
void assert_problems(const struct expected *expected);

#define PROBLEMS(...) assert_problems((const struct expected[]){__VA_ARGS__, {NULL, 0, NULL}})
#define NO_PROBLEMS() assert_problems((const struct expected[]){{NULL, 0, NULL}})

/** One of the problems has this text in its message. */
void assert_says(const char *text);

/** The offset is that of the first appearance of a text in the document, by line and column. */
void assert_position(uint32_t offset, const char *text);

/** The record of that number, which must be there. */
const struct sv_row *row_of(const char *table, uint32_t number);

const struct sv_value *value_of(const char *table, uint32_t number, const char *field);

/** The text of a value as written; NULL: it is missing. */
const char *text_of_value(const char *table, uint32_t number, const char *field,
                          char room[VALUE_ROOM]);

void assert_rows(const char *table, uint32_t count);
void assert_value(const char *table, uint32_t number, const char *field, const char *expected);

#endif
