#include "xml_checks.h"

#include <stdio.h>
#include <string.h>

#include "form.h"

static struct problem problem_at(const struct reader *reader, const struct frame *frame,
                                 uint8_t severity)
{
    struct problem problem = {.file = reader->file,
                              .offset = frame->offset,
                              .row = frame->row,
                              .severity = severity,
                              .field = NO_FIELD};
    bool of_field = frame->node && frame->node->field != NO_FIELD;
    if (of_field && !reader->closed) /* else it is known which record the field was read into */
        problem.row = store_last(reader->reading->store, frame->node->table);
    if (of_field && problem.row && problem.row->table == frame->node->table)
        problem.field = frame->node->field;
    return problem;
}

#define REPORT(reader, frame, severity, ...)                                                       \
    problems_add((reader)->reading->problems, problem_at(reader, frame, severity), __VA_ARGS__)

static const struct sv_field *field_of(const struct reader *reader, const struct frame *frame)
{
    struct sv_at at = {frame->node->table, frame->node->field};
    return layout_field(reader->reading->layout, at);
}

static const char *expectation(const struct sv_field *field)
{
    switch (field->type) {
    case SV_DATE:
        return "is not a date that exists, written CCYY-MM-DD";
    case SV_DAY_MONTH_YEAR:
        return "is not a date that exists, written DD/MM/CCYY";
    case SV_DATE_TIME:
        return "is not a day and time that exist, written CCYY-MM-DDThh:mm:ss";
    case SV_ZONED_DATE_TIME:
        return "is not a day and time that exist, written CCYY-MM-DDThh:mm:ss, perhaps with a time "
               "zone behind";
    case SV_NUMBER:
        return "is not a whole number";
    case SV_COUNT:
        return "is not a whole number from 0 on";
    case SV_FLAG:
        return field->options & SV_ANY_CASE ? "must be true, false, 1 or 0"
                                            : "must be true, false, 1 or 0, in small letters";
    default:
        return "is not one of the codes that may stand there";
    }
}

void check_stray(struct reader *reader, const struct frame *frame, const char *text, size_t length)
{
    struct note note = {
        .row = frame->row, .offset = frame->offset, .field = NO_FIELD, .fault = SV_NOT_OF_RETURN};
    notes_add(reader->reading->store, note, frame->name, text, length);
}

static void count_deviation(struct reader *reader, struct deviation *deviation,
                            const struct frame *frame, const char *meant)
{
    if (deviation->count++)
        return;
    deviation->first = problem_at(reader, frame, SV_QUERY);
    deviation->name = frame->name;
    deviation->meant = meant;
    deviation->parent = frame[-1].name;
}

void check_spelling(struct reader *reader, const struct frame *frame, const char *meant)
{
    count_deviation(reader, &reader->misspelt, frame, meant);
}

void check_deviations(struct reader *reader)
{
    struct problems *problems = reader->reading->problems;
    const struct deviation *misspelt = &reader->misspelt;
    const struct deviation *misplaced = &reader->misplaced;
    if (misspelt->count && reader->reading->remarks)
        problems_add(reader->reading->remarks, misspelt->first,
                     "%s: %s was read as %s, of which it is another spelling (%zu in the file).",
                     reader->source->name, misspelt->name, misspelt->meant, misspelt->count);
    if (misplaced->count)
        problems_add(
            problems, misplaced->first,
            "%s in %s does not stand where the published order has it (%zu such place%s in "
            "the file, first here). Everything was read all the same.",
            misplaced->name, misplaced->parent, misplaced->count, misplaced->count == 1 ? "" : "s");
}

static void report_empty(struct reader *reader, struct frame *frame)
{
    bool by_rules = frame->node && frame->node->field != NO_FIELD &&
                    field_of(reader, frame)->options & SV_RULE_TESTS;
    REPORT(reader, frame, SV_ERROR, "%s is empty%s.", frame->name,
           by_rules ? ", and must not be" : ": leave the element out when there is no value");
}

/* Readers differ on white space around dates: the standard has it removed, libxml2 refuses it for
 * some types and not for others. So it is told here, whatever the schema says. */
static void check_padding(struct reader *reader, struct frame *frame, const struct sv_field *field)
{
    if (!frame->padded || field->type != SV_DATE)
        return;
    frame->reported = true;
    REPORT(reader, frame, SV_QUERY,
           "%s has spaces or line breaks around its value: not every reader accepts them.",
           frame->name);
}

/* Rules look at what is there and wrong; what is empty and must not be, no rule may tell. */
static bool told_by_rules(const struct sv_field *field, struct sv_value value, int year)
{
    bool there = value.text || value.number != SV_NONE;
    bool good = value.number != SV_NONE && field->type != SV_TEXT;
    if (field->type == SV_CODE)
        good = form_is_code(field, value, year);
    return field->options & SV_RULE_TESTS && there && !good;
}

/* What rules tell of the form of the value, so that nothing else has to. */
static unsigned forms_told(struct reader *reader, const struct frame *frame)
{
    struct read_value read = {.row = frame->row,
                              .offset = frame->offset,
                              .field = frame->node->field,
                              .padded = frame->padded};
    return form_note(reader->reading->store, reader->reading->layout, &read);
}

void check_value(struct reader *reader, struct frame *frame, struct sv_value value)
{
    const struct sv_field *field = field_of(reader, frame);
    unsigned told = forms_told(reader, frame);
    if (told & ~(unsigned)SV_PADDED_VALUE ||
        told_by_rules(field, value, reader->reading->layout->year))
        frame->reported = true;
    if (value.number != SV_NONE && told)
        frame->reported = true;
    else if (value.number != SV_NONE)
        check_padding(reader, frame, field);
    if (value.number != SV_NONE)
        return;
    if (frame->reported || field->type == SV_TEXT || field->options & SV_RULE_TESTS)
        return;
    frame->reported = true;
    if (value.text)
        REPORT(reader, frame, SV_ERROR, "%s %s.", frame->name, expectation(field));
    else if (!(field->options & SV_REQUIRED)) /* else reported with the record */
        report_empty(reader, frame);
}

/* What stands further up is not there before that element ends: the schema tells when it is
 * missing.
 */
static bool is_required(const struct layout *layout, const struct sv_field *field)
{
    return field->options & SV_REQUIRED && !(field->options & SV_DERIVED) &&
           in_years(field->first_year, field->last_year, layout->year) &&
           !(field->path && strncmp(field->path, "../", 3) == 0);
}

void check_required(struct reader *reader, const struct frame *frame)
{
    const struct store *store = reader->reading->store;
    for (size_t i = 0; i < frame->node->open_count; i++) {
        const struct sv_table *table = store->tables[frame->node->opens[i]].described;
        struct sv_row *row = store_last(store, frame->node->opens[i]);
        for (uint16_t f = 0; f < table->field_count; f++) {
            const struct sv_value *value = store_value(store, row, f);
            if (!is_required(reader->reading->layout, &table->fields[f]) || value->text ||
                value->number != SV_NONE)
                continue;
            struct problem problem = {.file = reader->file,
                                      .offset = frame->offset,
                                      .row = row,
                                      .severity = SV_ERROR,
                                      .field = f};
            problems_add(reader->reading->problems, problem, "%s has no %s.", table->name,
                         table->fields[f].name);
        }
    }
}

void check_attribute(struct reader *reader, const char *name)
{
    const struct frame *frame = &reader->frames[reader->depth];
    REPORT(reader, frame, SV_QUERY,
           "%s names a schema of its own (xsi:%s). It is not used; leave it out.", frame->name,
           name);
}

/* Whether an element of this name stands anywhere in the layout. */
static bool known_name(const struct node *node, const char *name)
{
    if (strcmp(node->name, name) == 0)
        return true;
    for (const struct node *child = node->child; child; child = child->next) {
        if (known_name(child, name))
            return true;
    }
    return false;
}

/* The elements that libxml2 expected, at the end of its message in brackets: names only, which do
 * not change with its wording. Length 0: none. */
static int expected_names(const char *message, const char **names)
{
    const char *open = message ? strrchr(message, '(') : NULL;
    const char *close = open ? strchr(open, ')') : NULL;
    if (!close || close - open <= 3)
        return 0;
    *names = open + 2;
    return (int)(close - open - 3);
}

static bool is_too_often(const struct frame *frame)
{
    return !frame->node || (frame->again && frame->node->single);
}

void check_again(struct reader *reader, const struct frame *frame)
{
    if (frame[-1].unchecked && frame->again && is_too_often(frame))
        REPORT(reader, frame, SV_ERROR, "%s stands in %s once too often.", frame->name,
               frame[-1].name);
}

/* At the first element that does not fit, the schema stops looking at the one that it stands in. */
static void note_unchecked(struct frame *frame)
{
    frame[0].unchecked = true;
    frame[-1].unchecked = true;
}

static void report_unexpected(struct reader *reader, struct frame *frame, const char *message)
{
    const char *names = "";
    int length = expected_names(message, &names);
    const struct layout *layout = reader->reading->layout;
    const struct frame *parent = frame - 1;
    bool in_parent = parent->node && layout_child(parent->node, frame->name);
    if (in_parent && !is_too_often(frame) && layout->plugin->any_order &&
        !reader->reading->strict) {
        note_unchecked(frame);
        count_deviation(reader, &reader->misplaced, frame, frame->name);
    } else if (in_parent && length)
        REPORT(reader, frame, SV_ERROR,
               "%s stands at the wrong place in %s, or once too often; what may come here: %.*s.",
               frame->name, parent->name, length, names);
    else if (in_parent)
        REPORT(reader, frame, SV_ERROR,
               "%s stands at the wrong place in %s, or once too often: the order is fixed.",
               frame->name, parent->name);
    else if (known_name(layout->top, frame->name))
        REPORT(reader, frame, SV_ERROR, "%s does not belong in %s.", frame->name, parent->name);
    else
        REPORT(reader, frame, SV_ERROR, "%s in %s is not an element of this return in %d.",
               frame->name, parent->name, layout->year);
}

static void report_incomplete(struct reader *reader, const struct frame *frame, const char *message)
{
    const char *names = "";
    int length = expected_names(message, &names);
    if (length)
        REPORT(reader, frame, SV_ERROR, "%s ends without %.*s.", frame->name, length, names);
    else
        REPORT(reader, frame, SV_ERROR, "%s ends too early: an element is missing.", frame->name);
}

static void report_value(struct reader *reader, struct frame *frame)
{
    if (frame->reported)
        return;
    frame->reported = true;
    bool of_field = frame->node && frame->node->field != NO_FIELD && frame->row &&
                    frame->row->table == frame->node->table;
    const struct sv_value *value =
        of_field ? store_value(reader->reading->store, frame->row, frame->node->field) : NULL;
    if (of_field && !value->text && value->number == SV_NONE)
        report_empty(reader, frame);
    else
        REPORT(reader, frame, SV_ERROR,
               "The value of %s does not have the form that the schema asks for.", frame->name);
}

void check_schema_fault(struct reader *reader, int code, const char *message)
{
    struct frame *frame = &reader->frames[reader->depth];
    if (frame->stray && !reader->closed)
        note_unchecked(frame);
    if (frame->stray)
        return;
    switch (code) {
    case XML_SCHEMAV_ELEMENT_CONTENT:
        if (reader->closed)
            report_incomplete(reader, frame, message);
        else
            report_unexpected(reader, frame, message);
        break;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
    case XML_SCHEMAV_CVC_TYPE_3_1_2:
        if (code == XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2 || code == XML_SCHEMAV_CVC_TYPE_3_1_2)
            frame -= !reader->closed; /* told when the element begins that may not be there */
        REPORT(reader, frame, SV_ERROR, "%s holds text or elements that it may not hold.",
               frame->name);
        break;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
    case XML_SCHEMAV_CVC_TYPE_3_1_1:
        REPORT(reader, frame, SV_ERROR, "%s has an attribute; this return has none.", frame->name);
        break;
    default:
        report_value(reader, frame);
        break;
    }
}
