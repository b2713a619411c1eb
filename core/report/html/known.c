/* What acceptances and the earlier report tell beyond the findings: lines that accept nothing any
 * more, and what is fixed. */
#include "html.h"

/* Fixed findings shown; the format json has all. */
#define FIXED_SHOWN 200

static void write_stale(struct page *page)
{
    struct buffer *out = &page->out;
    const struct report *report = page->report;
    size_t count;
    bool begun = false;
    const struct acceptance *lines = acceptances_lines(report->acceptances, &count);
    for (size_t i = 0; i < count; i++) {
        const char *why = report_stale(report, &lines[i]);
        if (!why)
            continue;
        if (!begun) {
            buffer_text(out, "<section aria-labelledby=\"stale-title\">\n<h2 id=\"stale-title\">"
                             "Acceptances to look at</h2>\n<p>In ");
            html_isolated(out, acceptances_path(report->acceptances));
            buffer_text(out, ":</p>\n<ul>\n");
        }
        begun = true;
        buffer_text(out, "<li>line ");
        buffer_number(out, lines[i].line);
        buffer_text(out, ", rule ");
        html_isolated(out, lines[i].rule);
        buffer_text(out, ": ");
        html_text(out, why);
        buffer_text(out, "</li>\n");
    }
    if (begun)
        buffer_text(out, "</ul>\n</section>\n");
}

static void write_old(struct buffer *out, const struct old_finding *finding)
{
    buffer_text(out, "<tr><th scope=\"row\">");
    html_isolated(out, finding->rule);
    buffer_text(out, "</th><td>");
    html_isolated(out, finding->subject ? finding->subject : "the return");
    buffer_text(out, "</td><td>");
    html_isolated(out, finding->message);
    buffer_text(out, "</td></tr>\n");
}

static void write_fixed(struct page *page)
{
    struct buffer *out = &page->out;
    const struct report *report = page->report;
    size_t count;
    size_t shown = 0;
    size_t fixed = report_fixed(report);
    const struct old_finding *findings = baseline_findings(report->baseline, &count);
    buffer_text(out, "<section id=\"fixed\" aria-labelledby=\"fixed-title\">\n"
                     "<h2 id=\"fixed-title\">Fixed since the earlier report</h2>\n"
                     "<details class=\"more\"><summary>");
    html_count(out, fixed, "finding", "findings");
    buffer_text(out, "</summary>\n<table class=\"plain\"><thead><tr><th scope=\"col\">Rule</th>"
                     "<th scope=\"col\">");
    html_text(out, report->check->plugin->plugin->subject_noun);
    buffer_text(out, "</th><th scope=\"col\">What was wrong</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < count && shown < FIXED_SHOWN; i++) {
        if (findings[i].met)
            continue;
        write_old(out, &findings[i]);
        shown++;
    }
    buffer_text(out, "</tbody></table>\n");
    if (shown < fixed) {
        buffer_text(out, "<p class=\"cut\">");
        html_number(out, shown);
        buffer_text(out, " of ");
        html_number(out, fixed);
        buffer_text(out, " shown; all of them in the JSON report.</p>\n");
    }
    buffer_text(out, "</details>\n</section>\n");
}

void html_known(struct page *page)
{
    if (page->report->acceptances)
        write_stale(page);
    if (page->report->baseline)
        write_fixed(page);
}
