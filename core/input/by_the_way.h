/* What is in folders and archives besides what people put there. */
#ifndef STATVAL_BY_THE_WAY_H
#define STATVAL_BY_THE_WAY_H

#include <stdbool.h>

/** Whether a file, by its name or path in an archive, was put there by the operating system (by
 *  those of Apple and Microsoft), or is hidden. */
bool is_by_the_way(const char *name);

#endif
