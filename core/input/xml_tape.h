/*
 * What the parser tells of a piece of a file, in its order, kept until the reader takes it. So the
 * parser with its schema and the reader with its tables can each have a core of their own.
 */
#ifndef STATVAL_XML_TAPE_H
#define STATVAL_XML_TAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum xml_event_kind {
    XML_EVENT_START,        /* of an element: name, offset of its tag, whether of a namespace */
    XML_EVENT_END,          /* of the innermost open element */
    XML_EVENT_TEXT,         /* number: its bytes */
    XML_EVENT_DOCTYPE,      /* nothing follows */
    XML_EVENT_NAMES_SCHEMA, /* the element names a schema of its own, in this attribute */
    XML_EVENT_SCHEMA_FAULT  /* number: libxml2's code; its message is the text, with a NUL */
};

struct xml_event {
    const char *name; /* the parser's own, valid as long as the parser; or NULL */
    uint32_t number;
    uint8_t kind; /* enum xml_event_kind */
    bool foreign; /* of a namespace, which no return has */
};

struct xml_tape {
    struct xml_event *events;
    size_t count;
    size_t capacity;
    char *text; /* of all events that have some, one behind the other */
    size_t length;
    size_t room;
};

/** Adds an event without text. */
void xml_tape_add(struct xml_tape *tape, struct xml_event event);

/** Adds text between tags, to the event before when that is text as well. */
void xml_tape_add_text(struct xml_tape *tape, const char *text, size_t length);

/** Adds an event with a text that ends with NUL. */
void xml_tape_add_message(struct xml_tape *tape, struct xml_event event, const char *message);

/** Forgets what is on the tape, to write on it anew. */
void xml_tape_clear(struct xml_tape *tape);
void xml_tape_free(struct xml_tape *tape);

#endif
