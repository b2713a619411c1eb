/* The formats of summaries. */
#ifndef STATVAL_SUMMARY_WRITE_H
#define STATVAL_SUMMARY_WRITE_H

#include "summary.h"

void summary_write_text(const struct summary *summary, FILE *file, bool colour);
void summary_write_json(const struct summary *summary, FILE *file, bool colour);
void summary_write_csv(const struct summary *summary, FILE *file, bool colour);

struct summary_format {
    const char *name;
    const char *ending;
    void (*write)(const struct summary *summary, FILE *file, bool colour);
};

extern const struct summary_format summary_formats[];
extern const size_t summary_format_count;

#endif
