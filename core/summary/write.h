/* The formats of summaries; `content` is a struct summary. */
#ifndef STATVAL_SUMMARY_WRITE_H
#define STATVAL_SUMMARY_WRITE_H

#include "summary.h"

bool summary_write_text(const void *content, FILE *file, bool colour);
bool summary_write_json(const void *content, FILE *file, bool colour);
bool summary_write_xlsx(const void *content, FILE *file, bool colour);
bool summary_write_html(const void *content, FILE *file, bool colour);
bool summary_write_csv(const void *content, FILE *file, bool colour);

#endif
