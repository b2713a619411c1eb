/* Reads the CSV files of a submission into the store, several at once. */
#ifndef STATVAL_CSV_FILES_H
#define STATVAL_CSV_FILES_H

#include "submission.h"

struct csv_file {
    struct part *part; /* the table that it is, is known and no other's */
    uint16_t number;   /* of the part */
    int year;          /* of the return that it belongs to */
    struct error error;
    bool is_read;
};

struct csv_files {
    struct csv_file *list;
    size_t count;
    size_t capacity;
    struct store *store;
    struct problems *problems;
    unsigned jobs; /* cores that may be used */
};

/** Reads all. False with STATUS_INPUT when one cannot be read to its end. */
bool csv_files_read(struct csv_files *files, struct error *error);

#endif
