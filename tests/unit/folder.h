/* Files for a test, in a folder of their own. */
#ifndef FOLDER_H
#define FOLDER_H

#include "unit.h"

/** Makes the folder and removes it with all files in it; for the group of tests. */
int folder_make(void **state);
int folder_remove(void **state);

/** The path of a file in the folder; valid until the fourth call from now. */
const char *in_folder(const char *name);

/** Writes a file in the folder; returns its path, as in_folder() does. */
const char *write_file(const char *name, const void *bytes, size_t length);

/** The same with a text. */
const char *write_text(const char *name, const char *text);

/** What is in a file; free() it. */
char *read_file(const char *path, size_t *length);

/** How many files are in the folder. */
size_t files_in_folder(void);

#endif
