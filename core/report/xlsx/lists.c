/* The sheets behind the findings: by subject, by rule, what was not run, what was read. */
#include "../ci/ci.h"
#include "xlsx.h"

/* One line of the sheet of subjects; `place` 0: findings of no subject. */
static void write_subject(struct tab *tab, uint32_t place)
{
    struct book *book = tab->book;
    const struct check *check = book->report->check;
    const struct tally *tally = &book->tally;
    const struct subject_count *count = &tally->subjects[place];
    uint16_t table = check->plugin->plugin->subject.table;
    char room[ID_ROOM];
    const char *name =
        place ? report_subject(book->report, store_at(&check->store, table, place - 1), room)
              : "(the return as a whole)";
    tab_next(tab);
    tab_text(tab, 0, name ? name : "(no identifier)", NULL);
    tab_count(tab, 1, count->errors, tab->book->looks.count);
    tab_count(tab, 2, count->queries, tab->book->looks.count);
    tab_count(tab, 3, count->explained, tab->book->looks.count);
    if (book->report->baseline)
        tab_count(tab, 4, count->fresh, tab->book->looks.count);
    cell_text_begin(&book->text);
    for (uint32_t code = count->first_code; code; code = tally->codes[code - 1].next) {
        cell_text_add(&book->text, code == count->first_code ? "" : ", ");
        cell_text_add(&book->text, entry_code(book->report, tally->codes[code - 1].entry));
    }
    tab_built_text(tab, 5, NULL);
}

void xlsx_subjects(struct book *book)
{
    char noun[SHEET_NAME_ROOM];
    char name[SHEET_NAME_ROOM];
    const char *plain = book->report->check->plugin->plugin->subject_noun;
    capitalised(plain, noun, sizeof(noun));
    snprintf(name, sizeof(name), "By %.20s", plain);
    const struct column columns[] = {{noun, 24},
                                     {"Errors", 9},
                                     {"Queries", 10},
                                     {"Explained", book->report->acceptances ? 12 : 0},
                                     {"New", book->report->baseline ? 8 : 0},
                                     {"Rules", 90}};
    struct tab tab;
    tab_begin(&tab, book, name, columns, 6);
    for (uint32_t i = 0; i <= book->tally.subject_count && !book->failure; i++) {
        /* what is of no subject stands behind the others */
        uint32_t place = i < book->tally.subject_count ? i + 1 : 0;
        const struct subject_count *count = &book->tally.subjects[place];
        if (count->errors + count->queries + count->explained > 0)
            write_subject(&tab, place);
    }
    tab_end(&tab);
}

enum {
    CODE,
    SEVERITY,
    GROUP,
    FINDINGS,
    SUBJECTS,
    NEW,
    EXPLAINED,
    MESSAGE,
    WHY,
    SOURCE,
    REMARKS,
    COLUMN_COUNT
};

static void write_counts(struct tab *tab, size_t entry)
{
    const struct report *report = tab->book->report;
    const struct entry_count *count = &tab->book->tally.entries[entry];
    tab_count(tab, FINDINGS, count->findings, tab->book->looks.count);
    if (entry >= STAGE_ENTRIES)
        tab_count(tab, SUBJECTS, report->rules[entry - STAGE_ENTRIES].subjects,
                  tab->book->looks.count);
    if (report->baseline)
        tab_count(tab, NEW, count->fresh, tab->book->looks.count);
    tab_count(tab, EXPLAINED, count->explained, tab->book->looks.count);
}

/* Findings of the reading, or of the schema. */
static void write_stage(struct tab *tab, size_t entry)
{
    const struct stage_rule *stage = &stage_rules[entry < 2 ? STAGE_FILE : STAGE_XSD];
    const char *severity = severity_name(entry % 2 ? SV_QUERY : SV_ERROR);
    tab_next(tab);
    tab_text(tab, CODE, stage->code, NULL);
    tab_text(tab, SEVERITY, severity, severity_look(tab->book, severity));
    write_counts(tab, entry);
    tab_text(tab, MESSAGE, stage->message, tab->book->looks.wrapped);
    tab_text(tab, WHY, stage->why, tab->book->looks.wrapped);
}

/* What must be known to trust the count of a rule. */
static void write_remarks(struct tab *tab, size_t number)
{
    const struct check *check = tab->book->report->check;
    const struct planned_rule *planned = &check->plan.rules[number];
    struct cell_text *text = &tab->book->text;
    bool cut = results_cut(&check->results, number);
    cell_text_begin(text);
    if (cut)
        cell_text_add(text, "One record has more findings of this rule than are kept.");
    if (planned->is_limited) {
        cell_text_add(text, cut ? " " : "");
        cell_text_add(text, planned->rule->limited);
    }
    tab_built_text(tab, REMARKS, tab->book->looks.wrapped);
}

static void write_rule(struct tab *tab, size_t number)
{
    const struct planned_rule *planned = &tab->book->report->check->plan.rules[number];
    const struct sv_rule *rule = planned->rule;
    const char *severity = severity_name(planned->severity);
    lxw_format *wrapped = tab->book->looks.wrapped;
    tab_next(tab);
    tab_text(tab, CODE, rule->code, NULL);
    tab_text(tab, SEVERITY, severity, severity_look(tab->book, severity));
    tab_text(tab, GROUP, rule->group, NULL);
    write_counts(tab, STAGE_ENTRIES + number);
    tab_text(tab, MESSAGE, rule->message, wrapped);
    tab_text(tab, WHY, rule->why, wrapped);
    tab_text(tab, SOURCE, rule->source, wrapped);
    write_remarks(tab, number);
}

static bool has_findings(const struct book *book, size_t entry)
{
    return book->tally.entries[entry].findings + book->tally.entries[entry].explained > 0;
}

/* Rules that were run: first those that found something, then the others. */
void xlsx_rules(struct book *book)
{
    char nouns[SHEET_NAME_ROOM];
    const struct plan *plan = &book->report->check->plan;
    capitalised(book->report->check->plugin->plugin->subjects_noun, nouns, sizeof(nouns));
    const struct column columns[COLUMN_COUNT] = {
        [CODE] = {"Rule", 9},
        [SEVERITY] = {"Severity", 10},
        [GROUP] = {"Group", 14},
        [FINDINGS] = {"Findings", 11},
        [SUBJECTS] = {nouns, 11},
        [NEW] = {"New", book->report->baseline ? 8 : 0},
        [EXPLAINED] = {"Explained", book->report->acceptances ? 12 : 0},
        [MESSAGE] = {"Message", 60},
        [WHY] = {"Why it matters, and what to do", 70},
        [SOURCE] = {"Rests on", 40},
        [REMARKS] = {"Remarks", 40},
    };
    struct tab tab;
    tab_begin(&tab, book, "By rule", columns, COLUMN_COUNT);
    for (size_t i = 0; i < STAGE_ENTRIES; i++) {
        if (has_findings(book, i))
            write_stage(&tab, i);
    }
    for (int found = 1; found >= 0; found--) {
        for (size_t i = 0; i < plan->count; i++) {
            if (!plan->rules[i].skipped && has_findings(book, STAGE_ENTRIES + i) == found)
                write_rule(&tab, i);
        }
    }
    tab_end(&tab);
}

void xlsx_not_run(struct book *book)
{
    static const struct column columns[] = {
        {"Rule", 9}, {"Severity", 10}, {"Group", 14}, {"Why it was not run", 60}, {"Message", 70}};
    const struct plan *plan = &book->report->check->plan;
    struct tab tab;
    tab_begin(&tab, book, "Not run", columns, 5);
    for (size_t i = 0; i < plan->count; i++) {
        const struct sv_rule *rule = plan->rules[i].rule;
        if (!plan->rules[i].skipped)
            continue;
        tab_next(&tab);
        tab_text(&tab, 0, rule->code, NULL);
        tab_text(&tab, 1, severity_name(plan->rules[i].severity), NULL);
        tab_text(&tab, 2, rule->group, NULL);
        tab_text(&tab, 3, plan->rules[i].skipped, book->looks.wrapped);
        tab_text(&tab, 4, rule->message, book->looks.wrapped);
    }
    tab_end(&tab);
}

void xlsx_rows_read(struct book *book)
{
    static const struct column columns[] = {{"Table", 36}, {"Rows", 12}, {"Of", 20}};
    const struct report *report = book->report;
    const struct sv_plugin *plugin = report->check->plugin->plugin;
    struct tab tab;
    tab_begin(&tab, book, "Rows read", columns, 3);
    for (size_t t = 0; t < plugin->table_count; t++) {
        bool reference = plugin->tables[t].options & SV_REFERENCE;
        if (!report_has_table(report, t) && !(reference && report_rows(report, t) > 0))
            continue;
        tab_next(&tab);
        tab_text(&tab, 0, plugin->tables[t].name, NULL);
        tab_count(&tab, 1, report_rows(report, t), book->looks.count);
        tab_text(&tab, 2, reference ? "reference data" : "this return", NULL);
    }
    tab_end(&tab);
}
