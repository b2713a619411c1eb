/* The form of single values, which a rule of the plugin may tell. */
#ifndef STATVAL_FORM_H
#define STATVAL_FORM_H

#include "../model/store.h"

/* A value where it was read. */
struct read_value {
    const struct sv_row *row;
    uint32_t offset;
    uint16_t field;
    bool padded; /* white space around it */
};

/** Whether a value of a code field is a code of its list that is valid in a year. */
bool form_is_code(const struct sv_field *field, struct sv_value value, int year);

/** Notes what is wrong with the form of a value and told by a rule of the layout's year: returns
 *  enum sv_form_fault, together. */
unsigned form_note(struct store *store, const struct layout *layout, const struct read_value *read);

#endif
