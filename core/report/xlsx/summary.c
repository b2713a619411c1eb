/* The first sheet: the verdict, the counts, and what was checked. */
#include <string.h>

#include "../ci/ci.h"
#include "xlsx.h"

/* A line of a label and a value; the caller writes the value. */
static void begin_line(struct tab *tab, const char *label)
{
    tab->row++;
    tab_text(tab, 0, label, tab->book->looks.label);
}

static void text_line(struct tab *tab, const char *label, const char *text)
{
    begin_line(tab, label);
    tab_text(tab, 1, text, NULL);
}

static void day_line(struct tab *tab, const char *label, sv_day day)
{
    begin_line(tab, label);
    tab_day(tab, 1, day);
}

static void count_line(struct tab *tab, const char *label, size_t count, const char *what)
{
    begin_line(tab, label);
    tab_count(tab, 1, count, tab->book->looks.total);
    tab_text(tab, 2, what, NULL);
}

static void heading(struct tab *tab, const char *text)
{
    tab->row += 2;
    tab_text(tab, 0, text, tab->book->looks.heading);
}

static void write_verdict(struct tab *tab)
{
    const struct report *report = tab->book->report;
    const struct looks *looks = &tab->book->looks;
    size_t rules = report->check->plan.count;
    struct cell_text *text = &tab->book->text;
    bool blocking = report->errors + report->schema_errors > 0;
    bool queries = report->queries + report->schema_queries > 0;
    tab->row++;
    cell_text_begin(text);
    if (blocking) {
        cell_text_add(text, "NOT READY: this return cannot be submitted yet.");
    } else if (queries) {
        cell_text_add(text, "NEARLY READY: can be submitted when each query is corrected or "
                            "explained.");
    } else if (rules_run(report) < rules) {
        cell_text_add(text, "NOTHING FOUND by the ");
        cell_text_add_number(text, rules_run(report));
        cell_text_add(text, " of ");
        cell_text_add_number(text, rules);
        cell_text_add(text, " rules that could be run.");
    } else {
        cell_text_add(text, "READY: no rule found anything wrong.");
    }
    tab_built_text(tab, 0, blocking ? looks->error : queries ? looks->query : looks->fine);
}

static void write_title(struct tab *tab)
{
    const struct check *check = tab->book->report->check;
    struct cell_text *text = &tab->book->text;
    cell_text_begin(text);
    cell_text_add(text, check->plugin->plugin->title);
    cell_text_add(text, " ");
    cell_text_add_number(text, (size_t)check->year->year);
    tab_built_text(tab, 0, tab->book->looks.title);
}

static void write_counts(struct tab *tab)
{
    const struct report *report = tab->book->report;
    heading(tab, "Findings");
    count_line(tab, "Errors", report->errors, "must be corrected");
    count_line(tab, "Queries", report->queries, "must be corrected or explained");
    count_line(tab, "Defects of form", report->schema_errors + report->schema_queries,
               "what cannot be read, or is not as the schema asks");
    if (report->acceptances)
        count_line(tab, "Explained", report->explained,
                   "with a reason, and in no other number; see the sheet Acceptances");
    if (report->baseline) {
        count_line(tab, "New", report->new_findings, "since the earlier report");
        count_line(tab, "Fixed", report_fixed(report),
                   "since the earlier report; see the sheet Fixed");
    }
    if (report->check->results.early)
        count_line(tab, "Hidden", report->check->results.hidden,
                   "later findings, as the portal hides them (--as-portal)");
}

static void write_program(struct tab *tab)
{
    const struct report *report = tab->book->report;
    const struct sv_plugin *plugin = report->check->plugin->plugin;
    struct cell_text *text = &tab->book->text;
    begin_line(tab, "Checked by");
    cell_text_begin(text);
    cell_text_add(text, "statval ");
    cell_text_add(text, report->version);
    cell_text_add(text, ", return ");
    cell_text_add(text, plugin->id);
    cell_text_add(text, ", version ");
    cell_text_add(text, plugin->version);
    tab_built_text(tab, 1, NULL);
}

static void write_checked(struct tab *tab)
{
    const struct report *report = tab->book->report;
    const struct check *check = report->check;
    char nouns[SHEET_NAME_ROOM];
    char room[VALUE_ROOM];
    capitalised(check->plugin->plugin->subjects_noun, nouns, sizeof(nouns));
    heading(tab, "What was checked");
    day_line(tab, "Period from", check->period_start);
    day_line(tab, "Period to", check->period_end);
    text_line(tab, "Authority", report_authority(report, room));
    day_line(tab, "Checked on", check->today);
    count_line(tab, nouns, report_subjects(report), NULL);
    count_line(tab, "Rules run", rules_run(report), NULL);
    count_line(tab, "Rules not run", check->plan.count - rules_run(report),
               rules_run(report) < check->plan.count ? "see the sheet Not run" : NULL);
    write_program(tab);
}

static const char *role_name(const struct part *part)
{
    return part->role == PART_LAST        ? "last year"
           : part->role == PART_REFERENCE ? "reference data"
                                          : "this return";
}

static void write_file(struct tab *tab, const struct part *part)
{
    const struct table *tables = tab->book->report->check->store.tables;
    const char *name = part->source.name;
    begin_line(tab, role_name(part));
    tab_text(tab, 1, strcmp(name, "-") == 0 ? "(standard input)" : name, NULL);
    if (part->refused)
        tab_text(tab, 2, "left out", NULL);
    else if (part->source.form == SOURCE_XML)
        tab_text(tab, 2, "XML", NULL);
    else if (part->table != NO_TABLE)
        tab_text(tab, 2, tables[part->table].described->name, NULL);
}

static void write_postcodes(struct tab *tab, const struct postcodes *postcodes)
{
    struct cell_text *text = &tab->book->text;
    begin_line(tab, "reference data");
    tab_text(tab, 1, postcodes_path(postcodes), NULL);
    cell_text_begin(text);
    cell_text_add(text, "Postcodes, ");
    cell_text_add(text, postcodes_edition(postcodes));
    cell_text_add(text, " (");
    cell_text_add_number(text, postcodes_count(postcodes));
    cell_text_add(text, " postcodes)");
    tab_built_text(tab, 2, NULL);
}

static void write_files(struct tab *tab)
{
    const struct report *report = tab->book->report;
    const struct check *check = report->check;
    heading(tab, "Files");
    for (size_t i = 0; i < check->submission.count; i++)
        write_file(tab, check->submission.parts[i]);
    if (check->postcodes)
        write_postcodes(tab, check->postcodes);
    if (report->acceptances)
        text_line(tab, "acceptances", acceptances_path(report->acceptances));
    if (report->baseline)
        text_line(tab, "earlier report", baseline_path(report->baseline));
}

static void write_notice(struct tab *tab, const char *text)
{
    tab->row++;
    tab_text(tab, 0, text, NULL);
}

/* What the rules rest on, what is particular to the year, and what was seen in passing. */
static void write_notices(struct tab *tab)
{
    const struct check *check = tab->book->report->check;
    heading(tab, "Notices");
    write_notice(tab, check->plugin->plugin->authority);
    if (check->year->notice)
        write_notice(tab, check->year->notice);
    for (size_t i = 0; i < check->remarks.count; i++)
        write_notice(tab, check->remarks.list[i].message);
    if (identity_redacts(tab->book->report->identity))
        write_notice(tab,
                     "This report is redacted: values are left out, and identifiers are hashes.");
}

/* Ends a text with where it stands. */
static void add_place(struct cell_text *text, const char *file, unsigned line)
{
    cell_text_add(text, " (");
    cell_text_add(text, file);
    cell_text_add(text, ", line ");
    cell_text_add_number(text, line);
    cell_text_add(text, ")");
}

static void write_change(struct tab *tab, const struct planned_rule *planned)
{
    struct cell_text *text = &tab->book->text;
    const struct rule_change *change = planned->change;
    begin_line(tab, planned->rule->code);
    cell_text_begin(text);
    cell_text_add(text, change->off ? "switched off" : severity_name(planned->severity));
    if (!change->off) {
        cell_text_add(text, " instead of ");
        cell_text_add(text, severity_name(planned->rule->severity));
    }
    cell_text_add(text, ": ");
    cell_text_add(text, change->reason);
    add_place(text, change->file, change->line);
    tab_built_text(tab, 1, NULL);
}

/* What configuration files set. */
static void write_settings(struct tab *tab)
{
    const struct report *report = tab->book->report;
    const struct plan *plan = &report->check->plan;
    struct cell_text *text = &tab->book->text;
    const struct setting *setting;
    if (!report->configuration)
        return;
    heading(tab, "Settings");
    for (size_t i = 0; i < report->configuration->file_count; i++)
        text_line(tab, "read from", report->configuration->files[i]);
    for (size_t place = 0; (setting = report_setting(report, &place));) {
        begin_line(tab, setting->name);
        cell_text_begin(text);
        cell_text_add(text, setting->value);
        add_place(text, setting->file, setting->line);
        tab_built_text(tab, 1, NULL);
    }
    for (size_t i = 0; i < plan->count; i++) {
        if (plan->rules[i].change)
            write_change(tab, &plan->rules[i]);
    }
}

static void write_limited(struct tab *tab)
{
    const struct plan *plan = &tab->book->report->check->plan;
    bool begun = false;
    for (size_t i = 0; i < plan->count; i++) {
        if (!plan->rules[i].is_limited || plan->rules[i].skipped)
            continue;
        if (!begun)
            heading(tab, "Run with less knowledge");
        begun = true;
        text_line(tab, plan->rules[i].rule->code, plan->rules[i].rule->limited);
    }
}

void xlsx_summary(struct book *book)
{
    struct tab tab = {.book = book, .worksheet = book_add_worksheet(book, "Summary")};
    if (!tab.worksheet)
        return;
    worksheet_set_column(tab.worksheet, 0, 0, 22, NULL);
    worksheet_set_column(tab.worksheet, 1, 1, 60, NULL);
    worksheet_set_column(tab.worksheet, 2, 2, 50, NULL);
    write_title(&tab);
    write_verdict(&tab);
    write_counts(&tab);
    write_checked(&tab);
    write_files(&tab);
    write_notices(&tab);
    write_settings(&tab);
    write_limited(&tab);
}
