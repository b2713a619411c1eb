/* What became of findings, as a page: the numbers, then by rule, by child, and the findings that
 * are new or fixed. It needs no scripts. */
#include <stdlib.h>
#include <string.h>

#include "../../base/memory.h"
#include "../html/html.h"
#include "difference.h"

/* Lines of one table; the format json has all findings. */
#define LINES_SHOWN 500

static void write_top(struct buffer *out, const struct difference *difference)
{
    html_begin(out, "What changed between two reports", false);
    buffer_text(out, "<header>\n<p class=\"kicker\">Two reports of statval on the return ");
    html_isolated(out, baseline_return(difference->old));
    buffer_text(out, "</p>\n<h1>What changed between them</h1>\n<p class=\"of\">From ");
    html_isolated(out, baseline_path(difference->old));
    buffer_text(out, " to ");
    html_isolated(out, baseline_path(difference->later));
    buffer_text(out, "</p>\n</header>\n<main>\n");
}

static void write_numbers(struct buffer *out, const struct change *totals)
{
    static const struct {
        enum fate fate;
        const char *kind;
        const char *name;
        const char *what;
    } numbers[] = {
        {FATE_NEW, "error", "new", "in the later report only"},
        {FATE_FIXED, "fixed", "fixed", "in the earlier report only"},
        {FATE_STILL, "still", "still there", "in both reports"},
    };
    buffer_text(out, totals->counts[FATE_NEW] ? "<section class=\"verdict query\">\n"
                                              : "<section class=\"verdict fine\">\n");
    buffer_text(out, "<h2>");
    buffer_text(out, totals->counts[FATE_NEW] ? "There are new findings" : "Nothing new");
    buffer_text(out, "</h2>\n<dl class=\"numbers\">\n");
    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
        html_tile(out, numbers[i].kind, totals->counts[numbers[i].fate], numbers[i].name,
                  numbers[i].what);
    buffer_text(out, "</dl>\n</section>\n");
}

static void write_more(struct buffer *out, size_t shown, size_t all)
{
    if (shown >= all)
        return;
    buffer_text(out, "<p class=\"cut\">");
    html_number(out, shown);
    buffer_text(out, " of ");
    html_number(out, all);
    buffer_text(out, " shown; all findings: statval diff --format json.</p>\n");
}

static void write_change(struct buffer *out, const struct change *change, bool of_rule)
{
    static const enum fate order[] = {FATE_NEW, FATE_FIXED, FATE_STILL};
    buffer_text(out, "<tr><th scope=\"row\">");
    html_isolated(out, change->name ? change->name : "the return");
    buffer_text(out, "</th>");
    for (size_t i = 0; i < 3; i++) {
        buffer_text(out, "<td class=\"number\">");
        html_number(out, change->counts[order[i]]);
        buffer_text(out, "</td>");
    }
    if (of_rule)
        html_element(out, "td", change->example->message);
    buffer_text(out, "</tr>\n");
}

/* Lines with nothing new or fixed are left out. */
static void write_changes(struct buffer *out, const char *title, struct change *changes,
                          size_t count, bool of_rule)
{
    size_t shown = 0;
    size_t changed = count_changed(changes, count);
    if (changed) {
        buffer_text(out, "<section>\n");
        html_element(out, "h2", title);
        buffer_text(out, "<div class=\"scroll\"><table class=\"plain\"><thead><tr><th "
                         "scope=\"col\">");
        buffer_text(out, of_rule ? "Rule" : "Child or person");
        buffer_text(out, "</th><th scope=\"col\" class=\"number\">New</th><th scope=\"col\" "
                         "class=\"number\">Fixed</th><th scope=\"col\" class=\"number\">Still "
                         "there</th>");
        buffer_text(out, of_rule ? "<th scope=\"col\">What is wrong</th>" : "");
        buffer_text(out, "</tr></thead><tbody>\n");
        for (size_t i = 0; i < count && shown < LINES_SHOWN; i++) {
            if (!is_changed(&changes[i]))
                continue;
            write_change(out, &changes[i], of_rule);
            shown++;
        }
        buffer_text(out, "</tbody></table></div>\n");
        write_more(out, shown, changed);
        buffer_text(out, "</section>\n");
    }
    free(changes);
}

static void write_finding(struct buffer *out, const struct old_finding *finding)
{
    buffer_text(out, "<tr><th scope=\"row\">");
    html_isolated(out, finding->rule);
    buffer_text(out, "</th><td>");
    html_badge(out, finding->severity);
    buffer_text(out, "</td><td>");
    html_isolated(out, finding->subject ? finding->subject : "the return");
    buffer_text(out, "</td><td>");
    if (finding->table) {
        html_isolated(out, finding->table);
        buffer_text(out, " ");
        buffer_number(out, finding->row);
    }
    buffer_text(out, "</td><td>");
    html_isolated(out, finding->message);
    buffer_text(out, "</td></tr>\n");
}

static void write_findings(struct buffer *out, const struct difference *difference, enum fate fate,
                           size_t all, const char *title)
{
    size_t shown = 0;
    if (all == 0)
        return;
    buffer_text(out, "<section>\n");
    html_element(out, "h2", title);
    buffer_text(out,
                "<div class=\"scroll\"><table class=\"plain\"><thead><tr><th scope=\"col\">"
                "Rule</th><th scope=\"col\">Severity</th><th scope=\"col\">Child or person</th><th "
                "scope=\"col\">Record</th><th scope=\"col\">What is wrong</th></tr></thead>"
                "<tbody>\n");
    for (size_t i = 0; i < difference->count && shown < LINES_SHOWN; i++) {
        if (difference->findings[i].fate != fate)
            continue;
        write_finding(out, difference->findings[i].finding);
        shown++;
    }
    buffer_text(out, "</tbody></table></div>\n");
    write_more(out, shown, all);
    buffer_text(out, "</section>\n");
}

bool difference_write_html(const void *content, FILE *file, bool colour)
{
    const struct difference *difference = content;
    (void)colour;
    struct buffer *out = mem_new(1, sizeof(*out));
    struct change totals = difference_totals(difference);
    size_t count;
    out->file = file;
    write_top(out, difference);
    write_numbers(out, &totals);
    struct change *rules = difference_by_rule(difference, &count);
    write_changes(out, "By rule", rules, count, true);
    struct change *subjects = difference_by_subject(difference, &count);
    write_changes(out, "By child or person", subjects, count, false);
    write_findings(out, difference, FATE_NEW, totals.counts[FATE_NEW], "New findings");
    write_findings(out, difference, FATE_FIXED, totals.counts[FATE_FIXED], "Fixed findings");
    html_end(out, false);
    buffer_flush(out);
    free(out);
    return true;
}
