/* The files in a zip archive. They are unpacked into memory only; their names lead nowhere. */
#ifndef STATVAL_ARCHIVE_H
#define STATVAL_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../base/error.h"

/** Most files in an archive: a return has a dozen. */
#define ARCHIVE_ENTRIES_MAX 1000

/** One file of an archive: `name` as it stands there, unpacked. `bytes` is the callee's to free.
 *  False: stop, with the error set. */
typedef bool archive_told(void *context, const char *name, char *bytes, size_t length,
                          struct error *error);

/**
 * Unpacks the files of an archive one by one, in its order, but folders. `name`: of the archive,
 * for messages. `limit`: most bytes that all files together may unpack to. Fails with
 * STATUS_INPUT when the archive is damaged, locked with a password, too large, or empty.
 */
bool archive_read(const char *name, const char *bytes, size_t length, uint64_t limit,
                  archive_told *told, void *context, struct error *error);

#endif
