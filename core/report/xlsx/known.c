/* The sheets of what is known besides: acceptances, and what is fixed since the earlier report. */
#include "xlsx.h"

static const char *or_nothing(const char *text)
{
    return text[0] ? text : NULL;
}

static void write_acceptance(struct tab *tab, const struct acceptance *line)
{
    const struct report *report = tab->book->report;
    const char *stale = report_stale(report, line);
    char hidden[ID_ROOM];
    bool redacts = identity_redacts(report->identity);
    if (redacts)
        identity_hide(report->identity, line->subject, hidden);
    tab_next(tab);
    tab_number(tab, 0, line->line);
    tab_text(tab, 1, line->rule, NULL);
    tab_text(tab, 2, line->subject[0] && redacts ? hidden : or_nothing(line->subject), NULL);
    tab_count(tab, 3, line->used, tab->book->looks.count);
    tab_text(tab, 4, line->reason, tab->book->looks.wrapped);
    tab_text(tab, 5, or_nothing(line->by), NULL);
    tab_day(tab, 6, line->on);
    tab_day(tab, 7, line->expires);
    tab_text(tab, 8, stale, tab->book->looks.query);
}

void xlsx_acceptances(struct book *book)
{
    char noun[SHEET_NAME_ROOM];
    size_t count;
    const struct acceptance *lines = acceptances_lines(book->report->acceptances, &count);
    capitalised(book->report->check->plugin->plugin->subject_noun, noun, sizeof(noun));
    const struct column columns[] = {{"Line", 7},      {"Rule", 9},     {noun, 18},
                                     {"Findings", 11}, {"Reason", 60},  {"By", 20},
                                     {"On", 13},       {"Expires", 13}, {"To look at", 36}};
    struct tab tab;
    tab_begin(&tab, book, "Acceptances", columns, 9);
    for (size_t i = 0; i < count; i++)
        write_acceptance(&tab, &lines[i]);
    tab_end(&tab);
}

static void write_fixed(struct tab *tab, const struct old_finding *finding)
{
    bool tell = !report_baseline_differs(tab->book->report);
    tab_next(tab);
    tab_text(tab, 0, finding->rule, NULL);
    tab_text(tab, 1, finding->severity, NULL);
    tab_text(tab, 2, tell ? finding->subject : NULL, NULL);
    tab_text(tab, 3, finding->table, NULL);
    if (finding->table)
        tab_number(tab, 4, finding->row);
    tab_text(tab, 5, finding->message, NULL);
    tab_text(tab, 6, finding->explained ? "explained" : NULL, NULL);
    tab_text(tab, 7, tell ? finding->id : NULL, NULL);
}

void xlsx_fixed(struct book *book)
{
    char noun[SHEET_NAME_ROOM];
    size_t count;
    const struct old_finding *findings = baseline_findings(book->report->baseline, &count);
    capitalised(book->report->check->plugin->plugin->subject_noun, noun, sizeof(noun));
    const struct column columns[] = {{"Rule", 9},       {"Severity", 10}, {noun, 18},
                                     {"Table", 22},     {"Row", 8},       {"What was wrong", 70},
                                     {"Explained", 12}, {"Id", 19}};
    struct tab tab;
    tab_begin(&tab, book, "Fixed", columns, 8);
    for (size_t i = 0; i < count && !book->failure; i++) {
        if (!findings[i].met)
            write_fixed(&tab, &findings[i]);
    }
    tab_end(&tab);
}
