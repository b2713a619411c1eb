/* The same work done by several threads. */
#ifndef STATVAL_CREW_H
#define STATVAL_CREW_H

#include <stddef.h>

/** How many members are of use: one for each core that may be used and each task, at least 1. */
static inline size_t crew_size(unsigned jobs, size_t tasks)
{
    size_t members = jobs < tasks ? jobs : tasks;
    return members ? members : 1;
}

/** Calls `work` once for each of `members` (at least 1), in a thread each, and waits for all.
 * Member 0 is the calling thread; it alone may have to do everything, when no thread can be
 * started. */
void crew_run(size_t members, void (*work)(void *context, size_t member), void *context);

#endif
