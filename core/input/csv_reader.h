/* Reads one CSV file into the store: the records of one table. */
#ifndef STATVAL_CSV_READER_H
#define STATVAL_CSV_READER_H

#include "../model/store.h"
#include "csv_columns.h"
#include "csv_text.h"
#include "problems.h"

/** Most problems of one kind that are told of one file, one by one. */
#define CSV_PROBLEMS_MAX 100

/* Which row of a spreadsheet a record is: from record `number` on, that many rows further down. */
struct sheet_step {
    uint32_t number;
    uint32_t further;
};

struct sheet {
    struct sheet_step *steps;
    size_t count;
    size_t capacity;
};

/* What is read, and where to. */
struct csv_reading {
    struct store *store;
    struct problems *problems;
    const char *bytes; /* clean UTF-8 */
    size_t length;
    char delimiter;
    uint16_t file;
    uint16_t table;
    int year;           /* of the return that the file belongs to */
    struct sheet sheet; /* out: free() its steps */
};

/** Reads the records behind the heading. Returns false when the table is full. */
bool csv_read(struct csv_reading *reading);

/** The row that a spreadsheet shows for a record. */
uint32_t sheet_row(const struct sheet *sheet, uint32_t number);

#endif
