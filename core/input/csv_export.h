/* Values as the department's portal exports them, in the form that the return has them in. */
#ifndef STATVAL_CSV_EXPORT_H
#define STATVAL_CSV_EXPORT_H

#include <stdbool.h>
#include <stddef.h>

#include <statval/plugin.h>

/** Room for a value that was turned. */
#define CSV_EXPORT_ROOM 24

/** Whether a trimmed value is what the export writes for a blank. */
bool csv_export_is_null(const char *text, size_t length);

/** Turns a trimmed value of `*length` bytes, if it has the export's form: moves `*text` into `room`
 *  and sets the length; else leaves both alone. */
void csv_export_turn(const struct sv_field *field, const char **text, size_t *length,
                     char room[CSV_EXPORT_ROOM]);

#endif
