/* Reading that is not ended by an interruption or by a read of fewer bytes. */
#ifndef STATVAL_READ_ALL_H
#define STATVAL_READ_ALL_H

#include <sys/types.h>

/** Reads until `room` bytes are there or the file ends. Returns how many there are; -1 with the
 *  reason in errno. */
ssize_t read_all(int descriptor, char *bytes, size_t room);

#endif
