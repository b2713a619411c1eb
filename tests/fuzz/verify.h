/* Reports must be of their formats, whatever is in the return. */
#ifndef FUZZ_VERIFY_H
#define FUZZ_VERIFY_H

#include <stddef.h>

/** Ends the process when an output is not of the format of that name: json, jsonl, sarif and gitlab
 *  are JSON, junit is XML, csv has as many cells in each record, and all are UTF-8. */
void verify_output(const char *format, const char *bytes, size_t length);

#endif
