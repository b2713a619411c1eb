/*
 * Bytes as a submission. The first byte says the collection year, the second what is asked for, the
 * third in which format; the others are cut into files, and the first byte of each says what the
 * file is (file_kinds.h).
 */
#ifndef FUZZ_SUBMISSION_H
#define FUZZ_SUBMISSION_H

#include "harness.h"

/* Bits of the second byte. */
enum fuzz_asked {
    FUZZ_SUMMARY = 1, /* headline figures; else findings */
    FUZZ_AS_PORTAL = 2,
    FUZZ_STRICT = 4,
    FUZZ_REDACT = 8,
    FUZZ_AUTHORITY = 16,
    FUZZ_HIDE_NAMES = 32,
    FUZZ_YEAR_OF_FILE = 64,
    FUZZ_TWO_WORKERS = 128 /* once more with two: the report must be the same */
};

/** Bytes before the first file. */
#define FUZZ_HEAD 3

/** Checks a submission of a return, or works its figures out, and writes them. */
void fuzz_submission(const char *return_id, const uint8_t *bytes, size_t length);

#endif
