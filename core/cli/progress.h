/* A line on standard error that tells how far reading has come. */
#ifndef STATVAL_PROGRESS_H
#define STATVAL_PROGRESS_H

#include "../input/xml_reader.h"
#include "options.h"

/** What to hand to the reader; NULL members when nothing shall be shown. */
struct progress progress_make(enum when when);

/** Removes the line. */
void progress_end(const struct progress *progress);

#endif
