/*
 * What all fuzz targets share. A target is one file in targets/ with LLVMFuzzerTestOneInput(): it
 * takes bytes, and ends the process with abort() when something is not as it must be. The same
 * target is linked with libFuzzer, and with replay.c, which runs it on files.
 */
#ifndef FUZZ_HARNESS_H
#define FUZZ_HARNESS_H

#include <stdint.h>
#include <stdio.h>

#include "../../core/registry/registry.h"
#include "../../core/report/identity.h"

/** The target. Returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/** Stands between the files of an input that is several. */
#define FUZZ_CUT 0x1e

/** Most files of an input; more are left away. */
#define FUZZ_FILES_MAX 16

/** The plugins. */
const struct registry *fuzz_registry(void);

/** Gives ids to findings; `redacts`: hides values and names, with a key that is always the same. */
struct identity *fuzz_identity(bool redacts);

/** A file in memory with these bytes, by a path that can be opened until fuzz_forget_files(). */
const char *fuzz_file(const uint8_t *bytes, size_t length);
void fuzz_forget_files(void);

/** The bytes up to the next FUZZ_CUT, or all; moves *bytes behind them. */
size_t fuzz_next_file(const uint8_t **bytes, const uint8_t *end);

/** Ends the process when something that must be true is not, and says what. */
void fuzz_require(bool is_true, const char *what);

/** A stream into memory. `bytes` must be freed, after the stream is closed. */
struct fuzz_output {
    char *bytes;
    size_t length;
    FILE *stream;
};
void fuzz_output_begin(struct fuzz_output *output);

#endif
