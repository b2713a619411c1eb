/* The sheet of findings: one line for each. */
#include "../ci/ci.h"
#include "xlsx.h"

enum {
    RULE,
    SEVERITY,
    GROUP,
    STATE,
    EXPLAINED,
    EXPLAINED_BY,
    SUBJECT,
    TABLE,
    ROW,
    SHEET_ROW,
    FILE_NAME,
    LINE,
    FIELDS,
    VALUES,
    MESSAGE,
    DETAIL,
    WHY,
    ID,
    COLUMN_COUNT
};

/* The names or the values of the fields of all places of a finding, in one cell. */
static void write_list(struct tab *tab, const struct report_finding *finding, bool values)
{
    struct cell_text *text = &tab->book->text;
    struct report_place place;
    const char *before = "";
    cell_text_begin(text);
    for (size_t i = 0; i < finding->place_count && !text->is_cut; i++) {
        report_place(tab->book->report, finding, i, &place);
        for (size_t f = 0; f < place.field_count + place.derived_count; f++) {
            const struct report_field *field =
                f < place.field_count ? &place.fields[f] : &place.derived[f - place.field_count];
            cell_text_add(text, before);
            cell_text_add(text, !values ? field->name : field->value ? field->value : "");
            before = " | ";
        }
    }
    tab_built_text(tab, values ? VALUES : FIELDS, NULL);
}

static void write_place(struct tab *tab, const struct report_finding *finding)
{
    struct report_place place = {0};
    if (finding->place_count)
        report_place(tab->book->report, finding, 0, &place);
    tab_text(tab, TABLE, place.table, NULL);
    if (place.table)
        tab_number(tab, ROW, place.row);
    if (place.sheet_row)
        tab_number(tab, SHEET_ROW, place.sheet_row);
    tab_text(tab, FILE_NAME, place.file, NULL);
    if (place.line)
        tab_number(tab, LINE, place.line);
}

/* Why it matters: of the rule, or of the stage. */
static const char *why_of(const struct report *report, const struct report_cursor *cursor,
                          const struct report_finding *finding)
{
    if (finding->problem)
        return stage_rule_of(finding->problem)->why;
    return report->check->plan.rules[cursor->cursor.rule].rule->why;
}

static const char *group_of(const struct report *report, const struct report_cursor *cursor,
                            const struct report_finding *finding)
{
    return finding->problem ? NULL : report->check->plan.rules[cursor->cursor.rule].rule->group;
}

static void write_line(struct tab *tab, const struct report_cursor *cursor,
                       const struct report_finding *finding)
{
    const struct report *report = tab->book->report;
    const struct acceptance *acceptance = finding->acceptance;
    tab_next(tab);
    tab_text(tab, RULE, finding->code, NULL);
    tab_text(tab, SEVERITY, finding->severity, severity_look(tab->book, finding->severity));
    tab_text(tab, GROUP, group_of(report, cursor, finding), NULL);
    tab_text(tab, STATE, finding->state == STATE_UNKNOWN ? NULL : state_name(finding->state), NULL);
    tab_text(tab, EXPLAINED, acceptance ? acceptance->reason : NULL, NULL);
    tab_text(tab, EXPLAINED_BY, acceptance ? acceptance->by : NULL, NULL);
    tab_text(tab, SUBJECT, finding->subject, NULL);
    write_place(tab, finding);
    write_list(tab, finding, false);
    if (!identity_redacts(report->identity))
        write_list(tab, finding, true);
    tab_text(tab, MESSAGE, finding->message, NULL);
    tab_text(tab, DETAIL, finding->detail, NULL);
    tab_text(tab, WHY, why_of(report, cursor, finding), NULL);
    tab_text(tab, ID, finding->id, NULL);
}

/* Whether files of the submission can be opened in a spreadsheet. */
static bool has_csv(const struct report *report)
{
    const struct submission *submission = &report->check->submission;
    for (size_t i = 0; i < submission->count; i++) {
        if (submission->parts[i]->delimiter)
            return true;
    }
    return false;
}

void xlsx_findings(struct book *book)
{
    char noun[SHEET_NAME_ROOM];
    const struct report *report = book->report;
    capitalised(report->check->plugin->plugin->subject_noun, noun, sizeof(noun));
    const struct column columns[COLUMN_COUNT] = {
        [RULE] = {"Rule", 9},
        [SEVERITY] = {"Severity", 10},
        [GROUP] = {"Group", 14},
        [STATE] = {"State", report->baseline ? 11 : 0},
        [EXPLAINED] = {"Explained", report->acceptances ? 24 : 0},
        [EXPLAINED_BY] = {"Explained by", report->acceptances ? 15 : 0},
        [SUBJECT] = {noun, 18},
        [TABLE] = {"Table", 22},
        [ROW] = {"Row", 8},
        [SHEET_ROW] = {"Row in Excel", has_csv(report) ? 14 : 0},
        [FILE_NAME] = {"File", 24},
        [LINE] = {"Line", 9},
        [FIELDS] = {"Fields", 32},
        [VALUES] = {"Values", 32},
        [MESSAGE] = {"Message", 70},
        [DETAIL] = {"Detail", 30},
        [WHY] = {"Why it matters, and what to do", 70},
        [ID] = {"Id", 19},
    };
    struct tab tab;
    struct report_cursor cursor = {0};
    struct report_finding finding;
    tab_begin(&tab, book, "Findings", columns, COLUMN_COUNT);
    while (!book->failure && report_next(report, &cursor, &finding)) {
        write_line(&tab, &cursor, &finding);
        tally_add(&book->tally, &cursor, &finding);
    }
    tab_end(&tab);
}
