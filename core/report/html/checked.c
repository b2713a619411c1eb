/* What was checked: files, rows, notices; and which rules were not run. */
#include <string.h>

#include "../ci/ci.h"
#include "html.h"

static void write_size(struct buffer *out, uint64_t bytes)
{
    char text[32];
    if (bytes < 1000)
        snprintf(text, sizeof(text), "%u bytes", (unsigned)bytes);
    else if (bytes < 1000000)
        snprintf(text, sizeof(text), "%.0f kB", (double)bytes / 1e3);
    else
        snprintf(text, sizeof(text), "%.1f MB", (double)bytes / 1e6);
    buffer_text(out, text);
}

static const char *role_name(const struct part *part)
{
    return part->role == PART_LAST        ? "last year"
           : part->role == PART_REFERENCE ? "reference data"
                                          : "this return";
}

static void write_file(struct page *page, const struct part *part)
{
    struct buffer *out = &page->out;
    const struct table *tables = page->report->check->store.tables;
    buffer_text(out, "<tr><th scope=\"row\">");
    html_isolated(out,
                  strcmp(part->source.name, "-") == 0 ? "(standard input)" : part->source.name);
    buffer_text(out, "</th><td>");
    buffer_text(out, role_name(part));
    buffer_text(out, "</td><td>");
    if (part->refused)
        buffer_text(out, "left out");
    else if (part->source.form == SOURCE_XML)
        buffer_text(out, "XML");
    else if (part->table != NO_TABLE)
        html_text(out, tables[part->table].described->name);
    buffer_text(out, "</td><td class=\"number\">");
    write_size(out, part->source.size ? part->source.size : part->source.consumed);
    buffer_text(out, "</td></tr>\n");
}

static void write_files(struct page *page)
{
    struct buffer *out = &page->out;
    const struct check *check = page->report->check;
    buffer_text(out, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Files\">"
                     "<table class=\"plain\"><caption>Files</caption><thead><tr>"
                     "<th scope=\"col\">File</th><th scope=\"col\">Of</th>"
                     "<th scope=\"col\">Holds</th><th scope=\"col\" class=\"number\">Size</th>"
                     "</tr></thead><tbody>\n");
    for (size_t i = 0; i < check->submission.count; i++)
        write_file(page, check->submission.parts[i]);
    if (check->postcodes) {
        buffer_text(out, "<tr><th scope=\"row\">");
        html_isolated(out, postcodes_path(check->postcodes));
        buffer_text(out, "</th><td>reference data</td><td>Postcodes, ");
        html_text(out, postcodes_edition(check->postcodes));
        buffer_text(out, "</td><td class=\"number\">");
        html_count(out, postcodes_count(check->postcodes), "postcode", "postcodes");
        buffer_text(out, "</td></tr>\n");
    }
    buffer_text(out, "</tbody></table></div>\n");
}

static void write_rows(struct page *page)
{
    struct buffer *out = &page->out;
    const struct sv_plugin *plugin = page->report->check->plugin->plugin;
    buffer_text(out, "<div><table class=\"plain\"><caption>Rows read</caption><thead><tr>"
                     "<th scope=\"col\">Table</th>"
                     "<th scope=\"col\" class=\"number\">Rows</th></tr></thead><tbody>\n");
    for (size_t t = 0; t < plugin->table_count; t++) {
        bool reference = plugin->tables[t].options & SV_REFERENCE;
        if (!report_has_table(page->report, t) && !(reference && report_rows(page->report, t) > 0))
            continue;
        buffer_text(out, "<tr><th scope=\"row\">");
        html_text(out, plugin->tables[t].name);
        buffer_text(out, reference ? " (reference data)</th><td class=\"number\">"
                                   : "</th><td class=\"number\">");
        html_number(out, report_rows(page->report, t));
        buffer_text(out, "</td></tr>\n");
    }
    buffer_text(out, "</tbody></table></div>\n");
}

static void write_notices(struct page *page)
{
    struct buffer *out = &page->out;
    const struct check *check = page->report->check;
    buffer_text(out, "<ul class=\"notices\">\n");
    html_element(out, "li", check->plugin->plugin->authority);
    if (check->year->notice)
        html_element(out, "li", check->year->notice);
    for (size_t i = 0; i < check->remarks.count; i++)
        html_element(out, "li", check->remarks.list[i].message);
    if (identity_redacts(page->report->identity))
        html_element(out, "li",
                     "This report is redacted: values are left out, and identifiers are hashes.");
    buffer_text(out, "</ul>\n");
}

static void write_source(struct buffer *out, const char *file, unsigned line)
{
    buffer_text(out, " (");
    html_isolated(out, file);
    buffer_text(out, ", line ");
    html_number(out, line);
    buffer_text(out, ")</li>\n");
}

static void write_change(struct page *page, const struct planned_rule *planned)
{
    struct buffer *out = &page->out;
    const struct rule_change *change = planned->change;
    buffer_text(out, "<li><b>");
    html_text(out, planned->rule->code);
    buffer_text(out, "</b> ");
    buffer_text(out, change->off ? "switched off" : severity_name(planned->severity));
    if (!change->off) {
        buffer_text(out, " instead of ");
        buffer_text(out, severity_name(planned->rule->severity));
    }
    buffer_text(out, ": ");
    html_isolated(out, change->reason);
    write_source(out, change->file, change->line);
}

/* What configuration files set. */
static void write_settings(struct page *page)
{
    struct buffer *out = &page->out;
    const struct plan *plan = &page->report->check->plan;
    const struct configuration *configuration = page->report->configuration;
    const struct setting *setting;
    if (!configuration)
        return;
    buffer_text(out, "<h3>Settings from ");
    for (size_t i = 0; i < configuration->file_count; i++) {
        buffer_text(out, i ? ", " : "");
        html_isolated(out, configuration->files[i]);
    }
    buffer_text(out, "</h3>\n<ul class=\"notices\">\n");
    for (size_t place = 0; (setting = report_setting(page->report, &place));) {
        buffer_text(out, "<li>");
        html_text(out, setting->name);
        buffer_text(out, " = ");
        html_isolated(out, setting->value);
        write_source(out, setting->file, setting->line);
    }
    for (size_t i = 0; i < plan->count; i++) {
        if (plan->rules[i].change)
            write_change(page, &plan->rules[i]);
    }
    buffer_text(out, "</ul>\n");
}

void html_checked(struct page *page)
{
    struct buffer *out = &page->out;
    const struct report *report = page->report;
    const struct sv_plugin *plugin = report->check->plugin->plugin;
    buffer_text(out, "<section id=\"checked\" aria-labelledby=\"checked-title\">\n"
                     "<h2 id=\"checked-title\">What was checked</h2>\n<p>");
    html_count(out, report_subjects(report), plugin->subject_noun, plugin->subjects_noun);
    buffer_text(out, ". ");
    html_number(out, rules_run(report));
    buffer_text(out, " of ");
    html_count(out, report->check->plan.count, "rule was run", "rules were run");
    buffer_text(out, rules_run(report) < report->check->plan.count
                         ? "; <a href=\"#not-run\">those that were not, and why</a>"
                         : "");
    buffer_text(out, ". statval ");
    html_text(out, report->version);
    buffer_text(out, ", return <code>");
    html_text(out, plugin->id);
    buffer_text(out, "</code>, version ");
    html_text(out, plugin->version);
    buffer_text(out, ".</p>\n");
    write_notices(page);
    write_settings(page);
    buffer_text(out, "<details class=\"more\"><summary>Files and rows read</summary>\n"
                     "<div class=\"columns\">\n");
    write_files(page);
    write_rows(page);
    buffer_text(out, "</div>\n</details>\n</section>\n");
}

static bool is_skipped_for(const struct planned_rule *planned, const char *reason)
{
    return planned->skipped && strcmp(planned->skipped, reason) == 0;
}

/* How many of the first rules were skipped for a reason. */
static size_t count_skipped(const struct plan *plan, size_t rules, const char *reason)
{
    size_t count = 0;
    for (size_t i = 0; i < rules; i++)
        count += is_skipped_for(&plan->rules[i], reason);
    return count;
}

/* All rules that were skipped for a reason. */
static void write_reason(struct page *page, const char *reason)
{
    const struct plan *plan = &page->report->check->plan;
    struct buffer *out = &page->out;
    buffer_text(out, "<details class=\"more\"><summary>");
    html_count(out, count_skipped(plan, plan->count, reason), "rule", "rules");
    buffer_text(out, ": ");
    html_text(out, reason);
    buffer_text(out, "</summary>\n");
    html_rule_list_begin(page);
    for (size_t i = 0; i < plan->count; i++) {
        if (is_skipped_for(&plan->rules[i], reason))
            html_rule_list_add(page, &plan->rules[i]);
    }
    html_rule_list_end(page);
    buffer_text(out, "</details>\n");
}

static void write_limited(struct page *page)
{
    const struct plan *plan = &page->report->check->plan;
    struct buffer *out = &page->out;
    bool heading = false;
    for (size_t i = 0; i < plan->count; i++) {
        if (!plan->rules[i].is_limited || plan->rules[i].skipped)
            continue;
        buffer_text(out, heading ? "" : "<h3>Run with less knowledge</h3>\n<ul>\n");
        heading = true;
        buffer_text(out, "<li><b>");
        html_text(out, plan->rules[i].rule->code);
        buffer_text(out, "</b> ");
        html_text(out, plan->rules[i].rule->limited);
        buffer_text(out, "</li>\n");
    }
    buffer_text(out, heading ? "</ul>\n" : "");
}

void html_not_run(struct page *page)
{
    const struct plan *plan = &page->report->check->plan;
    struct buffer *out = &page->out;
    size_t skipped = plan->count - rules_run(page->report);
    buffer_text(out, "<section id=\"not-run\" aria-labelledby=\"not-run-title\">\n"
                     "<h2 id=\"not-run-title\">Rules not run</h2>\n");
    if (skipped == 0)
        buffer_text(out, "<p>All rules of the collection year were run.</p>\n");
    for (size_t i = 0; i < plan->count; i++) {
        const char *reason = plan->rules[i].skipped;
        if (reason && count_skipped(plan, i, reason) == 0)
            write_reason(page, reason);
    }
    write_limited(page);
    buffer_text(out, "</section>\n");
}
