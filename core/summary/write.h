/* The formats of summaries; `content` is a struct summary. */
#ifndef STATVAL_SUMMARY_WRITE_H
#define STATVAL_SUMMARY_WRITE_H

#include "summary.h"

void summary_write_text(const void *content, FILE *file, bool colour);
void summary_write_json(const void *content, FILE *file, bool colour);
void summary_write_html(const void *content, FILE *file, bool colour);
void summary_write_csv(const void *content, FILE *file, bool colour);

#endif
