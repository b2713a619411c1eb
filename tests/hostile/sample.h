/* The files of a sample, in memory and in a folder where they are damaged and read. */
#ifndef STATVAL_TESTS_SAMPLE_H
#define STATVAL_TESTS_SAMPLE_H

#include <stdbool.h>

#include "mutations.h"

#define SAMPLE_FILES_MAX 100

struct sample_file {
    char *path; /* within the folder */
    struct bytes bytes;
    bool is_read; /* by the command, so that it is worth damaging */
    bool is_damaged;
};

struct sample {
    struct sample_file files[SAMPLE_FILES_MAX];
    size_t count;
    size_t read[SAMPLE_FILES_MAX]; /* numbers of those that are read */
    size_t read_count;
    size_t length; /* of those that are read, now, in bytes */
};

/** Reads the files of a folder and those of the folders in it. Ends the program when it cannot. */
void sample_read(struct sample *sample, const char *folder);

/** Notes which files a command reads: those that its arguments name, alone, behind a "=", or by
 *  their folder. Ends the program when it reads none. */
void sample_choose(struct sample *sample, int count, char *const *arguments);

/** Writes all files into a folder, with their folders. */
void sample_write(const struct sample *sample, const char *folder);

/** Damages one to three of the files that are read, as the random numbers have it, and writes them
 *  into the working folder. */
void sample_damage(struct sample *sample);

/** Makes the damaged files whole again. */
void sample_mend(struct sample *sample);

/** Ends the program with the reason. */
_Noreturn void give_up(const char *what);

#endif
