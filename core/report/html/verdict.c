/* The top of the page: what was checked, the verdict, and the numbers. */
#include <string.h>

#include "../ci/ci.h"
#include "html.h"

static void write_names(struct page *page)
{
    const struct check *check = page->report->check;
    struct buffer *out = &page->out;
    char room[VALUE_ROOM];
    const char *authority = report_authority(page->report, room);
    buffer_text(out, "<header>\n<p class=\"kicker\">What statval found in</p>\n<h1>");
    html_text(out, check->plugin->plugin->title);
    buffer_text(out, " ");
    buffer_number(out, (uint64_t)check->year->year);
    buffer_text(out, "</h1>\n<p class=\"of\">");
    html_day(out, check->period_start);
    buffer_text(out, " to ");
    html_day(out, check->period_end);
    if (authority) {
        buffer_text(out, ", authority ");
        html_isolated(out, authority);
    }
    buffer_text(out, ", checked on ");
    html_day(out, check->today);
    buffer_text(out, "</p>\n</header>\n");
}

/* Links to the parts of the page. */
static void write_contents(struct page *page)
{
    struct buffer *out = &page->out;
    buffer_text(out, "<nav aria-label=\"Parts of this page\"><ul>\n"
                     "<li><a href=\"#rules\">Rules with findings</a></li>\n"
                     "<li class=\"scripted\" hidden><a href=\"#look-up\">Look up one ");
    html_text(out, page->report->check->plugin->plugin->subject_noun);
    buffer_text(out, "</a></li>\n<li><a href=\"#checked\">What was checked</a></li>\n"
                     "<li><a href=\"#charts\">Charts</a></li>\n"
                     "<li><a href=\"#not-run\">Rules not run</a></li>\n</ul></nav>\n");
}

static void write_sentence(struct page *page)
{
    const struct report *report = page->report;
    struct buffer *out = &page->out;
    size_t blocking = report->errors + report->schema_errors;
    size_t queries = report->queries + report->schema_queries;
    size_t rules = report->check->plan.count;
    buffer_text(out, blocking  ? "<section class=\"verdict error\" aria-labelledby=\"verdict\">\n"
                     : queries ? "<section class=\"verdict query\" aria-labelledby=\"verdict\">\n"
                               : "<section class=\"verdict fine\" aria-labelledby=\"verdict\">\n");
    if (blocking) {
        buffer_text(out, "<h2 id=\"verdict\">Not ready</h2>\n"
                         "<p>This return cannot be submitted yet.</p>\n");
    } else if (queries) {
        buffer_text(out, "<h2 id=\"verdict\">Nearly ready</h2>\n<p>This return can be submitted "
                         "when each query is corrected or explained.</p>\n");
    } else if (rules_run(report) < rules) {
        buffer_text(out, "<h2 id=\"verdict\">Nothing found</h2>\n<p>Nothing was found by the ");
        html_number(out, rules_run(report));
        buffer_text(out, " of ");
        html_count(out, rules, "rule", "rules");
        buffer_text(out, " that could be run.</p>\n");
    } else {
        buffer_text(out, "<h2 id=\"verdict\">Ready</h2>\n<p>No rule found anything wrong.</p>\n");
    }
}

void html_tile(struct buffer *out, const char *kind, size_t number, const char *name,
               const char *what)
{
    buffer_text(out, "<div class=\"");
    buffer_text(out, number ? kind : "none");
    buffer_text(out, "\"><dt>");
    html_text(out, name);
    buffer_text(out, "</dt><dd class=\"number\">");
    html_number(out, number);
    buffer_text(out, "</dd><dd class=\"what\">");
    html_text(out, what);
    buffer_text(out, "</dd></div>\n");
}

static void write_number(struct page *page, const char *kind, size_t number, const char *one,
                         const char *many, const char *what)
{
    html_tile(&page->out, kind, number, number == 1 ? one : many, what);
}

static void write_numbers(struct page *page)
{
    const struct report *report = page->report;
    buffer_text(&page->out, "<dl class=\"numbers\">\n");
    write_number(page, "error", report->errors, "error", "errors", "must be corrected");
    write_number(page, "query", report->queries, "query", "queries",
                 "must be corrected or explained");
    write_number(page, report->schema_errors ? "error" : "query",
                 report->schema_errors + report->schema_queries, "defect of form",
                 "defects of form", "what cannot be read, or is not as the schema asks");
    if (report->acceptances)
        write_number(page, "explained", report->explained, "explained", "explained",
                     "with a reason, and in no other number");
    if (report->baseline) {
        write_number(page, "fresh", report->new_findings, "new", "new", "since the earlier report");
        write_number(page, "fixed", report_fixed(report), "fixed", "fixed",
                     "since the earlier report");
    }
    if (report->check->results.early)
        write_number(page, "hidden-ones", report->check->results.hidden, "hidden", "hidden",
                     "later findings, as the portal hides them");
    buffer_text(&page->out, "</dl>\n</section>\n");
}

static bool has_long_codes(const struct report *report)
{
    const struct plan *plan = &report->check->plan;
    for (size_t i = 0; i < plan->count; i++) {
        if (strlen(plan->rules[i].rule->code) > 8)
            return true;
    }
    return false;
}

void html_verdict(struct page *page)
{
    write_names(page);
    write_contents(page);
    buffer_text(&page->out,
                has_long_codes(page->report) ? "<main class=\"long-codes\">\n" : "<main>\n");
    write_sentence(page);
    write_numbers(page);
}
