/* Carries tapes from the parser to the reader, in their order, to a core of its own if there is
 * one. */
#ifndef STATVAL_XML_BELT_H
#define STATVAL_XML_BELT_H

#include <pthread.h>

#include "xml_tape.h"

/* Enough for neither side to wait for the other's uneven pieces. */
#define XML_BELT_TAPES 8
/* A side that waits goes on when it can take so many at once: to wake a sleeping core costs more
 * than a tape does. */
#define XML_BELT_STRETCH 4

struct xml_belt {
    struct xml_tape tapes[XML_BELT_TAPES];
    size_t given; /* tapes, since the beginning; */
    size_t taken; /* and those of them that were read to their end */
    bool drained; /* the parser waits until the belt is empty */
    bool ended;   /* no more will be given */
    bool beside;  /* a thread takes them */
    void (*take)(void *context, const struct xml_tape *tape);
    void *context;
    pthread_mutex_t mutex; /* for the counts and `ended` */
    pthread_cond_t changed;
    pthread_t thread;
};

/** Opens a belt. `take` gets each tape; `beside`: in a thread, if one can be started; otherwise at
 *  once. xml_belt_close() it. */
void xml_belt_open(struct xml_belt *belt, bool beside,
                   void (*take)(void *context, const struct xml_tape *tape), void *context);

/** The tape to write on next, empty. Waits until one is free. */
struct xml_tape *xml_belt_next(struct xml_belt *belt);

/** Gives away the tape that xml_belt_next() returned last. */
void xml_belt_give(struct xml_belt *belt);

/** Waits until everything given was taken. */
void xml_belt_drain(struct xml_belt *belt);

/** Drains the belt and gives back everything. */
void xml_belt_close(struct xml_belt *belt);

#endif
