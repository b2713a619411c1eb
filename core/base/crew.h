/* The same work done by several threads. */
#ifndef STATVAL_CREW_H
#define STATVAL_CREW_H

#include <stddef.h>

/** Calls `work` once for each of `members` (at least 1), in a thread each, and waits for all.
 * Member 0 is the calling thread; it alone may have to do everything, when no thread can be
 * started. */
void crew_run(size_t members, void (*work)(void *context, size_t member), void *context);

#endif
