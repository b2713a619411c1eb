#include "ci.h"

#include <string.h>

#include "../../base/calendar.h"

/* Records of a finding that a line names. */
#define PLACES_SHOWN 3

/* Bytes of a value. */
#define VALUE_SHOWN 200

const struct stage_rule stage_rules[STAGE_RULES] = {
    {"FILE", "A file cannot be read as it stands, or not all of it.",
     "The files are read as those of the return: their names, encoding, separators and columns "
     "must "
     "be those that it asks for. The message says what to correct, or what was left out."},
    {"XSD", "A file does not have the form that the return prescribes.",
     "Elements, their order and the types of their values are compared with the schema of the "
     "return. The message says what stands at the place that does not belong there."},
};

#define DOTS "..."

/* Adds a text, of which no more than `most` bytes are taken; whether it had room. */
static bool add_up_to(struct line *line, const char *text, size_t most)
{
    size_t length = strlen(text);
    size_t taken = length < most ? length : most;
    memcpy(line->text + line->length, text, taken);
    line->length += taken;
    line->text[line->length] = '\0';
    if (length <= most)
        return true;
    cut_at_character(line->text);
    line->length = strlen(line->text);
    memcpy(line->text + line->length, DOTS, sizeof(DOTS));
    line->length += strlen(DOTS);
    return false;
}

/* There is always room for the dots of a value and for those of the line. */
static size_t room_of(const struct line *line)
{
    size_t limit = sizeof(line->text) - 2 * sizeof(DOTS);
    return line->cut || line->length >= limit ? 0 : limit - line->length;
}

void line_add(struct line *line, const char *text)
{
    if (!line->cut)
        line->cut = !add_up_to(line, text, room_of(line));
}

static void add_value(struct line *line, const char *value)
{
    size_t room = room_of(line);
    if (room > VALUE_SHOWN)
        add_up_to(line, value, VALUE_SHOWN);
    else
        line_add(line, value);
}

void line_number(struct line *line, size_t number)
{
    char digits[24];
    snprintf(digits, sizeof(digits), "%zu", number);
    line_add(line, digits);
}

void line_count(struct line *line, size_t count, const char *one, const char *many)
{
    line_number(line, count);
    line_add(line, " ");
    line_add(line, count == 1 ? one : many);
}

void line_message(struct line *line, const struct report_finding *finding)
{
    line_add(line, finding->message);
    if (finding->detail) {
        line_add(line, " (");
        line_add(line, finding->detail);
        line_add(line, ")");
    }
}

static void add_field(struct line *line, const struct report *report,
                      const struct report_field *field)
{
    line_add(line, " ");
    line_add(line, field->name);
    if (identity_redacts(report->identity))
        return;
    line_add(line, "=");
    add_value(line, field->value ? field->value : "(missing)");
}

static void add_fields(struct line *line, const struct report *report,
                       const struct report_place *place)
{
    for (size_t f = 0; f < place->field_count; f++)
        add_field(line, report, &place->fields[f]);
    if (place->derived_count)
        line_add(line, ", from the reference data:");
    for (size_t f = 0; f < place->derived_count; f++)
        add_field(line, report, &place->derived[f]);
}

void line_place(struct line *line, const struct report *report, const struct report_place *place)
{
    line_add(line, place->table ? place->table : "the file");
    if (place->row) {
        line_add(line, " ");
        line_number(line, place->row);
    }
    line_add(line, place->sheet_row ? " (row " : " (line ");
    line_number(line, place->sheet_row ? place->sheet_row : place->line);
    line_add(line, place->sheet_row ? " in Excel)" : ")");
    add_fields(line, report, place);
}

static void add_subject(struct line *line, const struct report *report,
                        const struct report_finding *finding)
{
    line_add(line, report->check->plugin->plugin->subject_noun);
    line_add(line, " ");
    line_add(line, finding->subject ? finding->subject : "(no identifier)");
    line_add(line, ": ");
}

void line_where(struct line *line, const struct report *report,
                const struct report_finding *finding)
{
    struct report_place place;
    if (finding->place_count == 0) {
        line_add(line, "the return as a whole");
        return;
    }
    if (finding->subject || !finding->problem)
        add_subject(line, report, finding);
    for (size_t i = 0; i < finding->place_count && i < PLACES_SHOWN; i++) {
        report_place(report, finding, i, &place);
        line_add(line, i ? "; " : "");
        line_place(line, report, &place);
    }
    if (finding->place_count > PLACES_SHOWN) {
        line_add(line, "; and ");
        line_number(line, finding->place_count - PLACES_SHOWN);
        line_add(line, " more");
    }
}

void line_reason(struct line *line, const struct acceptance *acceptance)
{
    char on[11] = "";
    line_add(line, acceptance->reason);
    if (acceptance->on != SV_NONE)
        calendar_format(acceptance->on, on);
    if (!acceptance->by[0] && !on[0])
        return;
    line_add(line, " (");
    line_add(line, acceptance->by);
    line_add(line, acceptance->by[0] && on[0] ? ", " : "");
    line_add(line, on);
    line_add(line, ")");
}

const char *first_file(const struct report *report)
{
    const struct submission *submission = &report->check->submission;
    for (size_t i = 0; i < submission->count; i++) {
        if (submission->parts[i]->role == PART_OWN)
            return submission->parts[i]->source.name;
    }
    return "-";
}

const char *service_path(const char *name)
{
    while (strncmp(name, "./", 2) == 0) {
        name += 2;
        name += strspn(name, "/");
    }
    return name;
}

void find_spot(const struct report *report, const struct report_finding *finding, struct spot *spot)
{
    struct report_place place;
    if (finding->place_count == 0) {
        *spot = (struct spot){.file = service_path(first_file(report))};
        return;
    }
    report_place(report, finding, 0, &place);
    *spot = (struct spot){.file = service_path(place.file),
                          .line = place.line,
                          .column = place.column_is_exact ? place.column : 0};
}

size_t rules_run(const struct report *report)
{
    size_t run = 0;
    for (size_t i = 0; i < report->check->plan.count; i++)
        run += !report->check->plan.rules[i].skipped;
    return run;
}

const struct stage_rule *stage_rule_of(const struct problem *problem)
{
    return &stage_rules[problem->stage == STAGE_READ ? STAGE_FILE : STAGE_XSD];
}

/* Findings of rules that one record has too many of are not recorded. */
static void add_cut_rules(struct line *line, const struct report *report)
{
    const struct check *check = report->check;
    for (size_t i = 0; i < check->plan.count; i++) {
        if (!results_cut(&check->results, i))
            continue;
        line_add(line, "; not all findings of ");
        line_add(line, check->plan.rules[i].rule->code);
        line_add(line, " are recorded");
    }
}

void line_summary(struct line *line, const struct report *report)
{
    line_count(line, report->errors, "error, ", "errors, ");
    line_count(line, report->queries, "query, ", "queries, ");
    line_count(line, report->schema_errors + report->schema_queries, "defect", "defects");
    line_add(line, " in the form of the files");
    if (report->acceptances) {
        line_add(line, ", ");
        line_count(line, report->explained, "finding explained", "findings explained");
    }
    if (report->baseline) {
        line_add(line, "; ");
        line_number(line, report->new_findings);
        line_add(line, " new since the earlier report, ");
        line_number(line, report_fixed(report));
        line_add(line, " fixed");
    }
    if (report->check->results.early) {
        line_add(line, "; ");
        line_number(line, report->check->results.hidden);
        line_add(line, " hidden (--as-portal)");
    }
    line_add(line, "; ");
    line_number(line, rules_run(report));
    line_add(line, " of ");
    line_count(line, report->check->plan.count, "rule run", "rules run");
    add_cut_rules(line, report);
    line_add(line, ".");
}
