#include "form.h"

#include "../model/values.h"

bool form_is_code(const struct sv_field *field, struct sv_value value, int year)
{
    if (value.number == SV_NONE)
        return false;
    const struct sv_code *code = &field->list->codes[value.number];
    return in_years(code->first_year, code->last_year, year);
}

/* Everything that is wrong with the form of a value: enum sv_form_fault, together. */
static unsigned faults_of(const struct sv_field *field, struct sv_value value, bool padded,
                          int year)
{
    if (!value.text && value.number == SV_NONE)
        return SV_EMPTY_ITEM;
    unsigned faults = padded ? SV_PADDED_VALUE : 0;
    if (field->type == SV_CODE && !form_is_code(field, value, year))
        faults |= SV_UNKNOWN_CODE;
    if (is_day_type(field->type) && value.number == SV_NONE)
        faults |= SV_UNREADABLE_DATE;
    return faults;
}

unsigned form_note(struct store *store, const struct layout *layout, const struct read_value *read)
{
    struct sv_at at = {read->row->table, read->field};
    unsigned faults = layout->told_forms;
    if (faults)
        faults &= faults_of(layout_field(layout, at), *store_value(store, read->row, read->field),
                            read->padded, layout->year);
    for (unsigned fault = 1; fault <= faults; fault <<= 1) {
        struct note note = {.row = read->row,
                            .offset = read->offset,
                            .field = read->field,
                            .fault = (uint16_t)fault};
        if (faults & fault)
            notes_add(store, note, NULL, NULL, 0);
    }
    return faults;
}
