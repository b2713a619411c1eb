/* The rules that have findings, each with the first of them; and the lists of those that have
 * none. */
#include "html.h"

/* Findings of a rule that the page shows without JavaScript. */
#define FINDINGS_SHOWN 50

void html_entry_id(struct buffer *out, const struct html_entry *entry)
{
    buffer_text(out, severity_name(entry->severity));
    buffer_text(out, "-");
    html_text(out, entry->code);
}

static void write_numbers(struct page *page, const struct html_entry *entry)
{
    struct buffer *out = &page->out;
    const struct sv_plugin *plugin = page->report->check->plugin->plugin;
    buffer_text(out, "<span class=\"count\">");
    html_count(out, entry->findings, "finding", "findings");
    if (entry->subjects) {
        buffer_text(out, ", ");
        html_count(out, entry->subjects, plugin->subject_noun, plugin->subjects_noun);
    }
    if (entry->explained) {
        buffer_text(out, ", ");
        html_number(out, entry->explained);
        buffer_text(out, " explained");
    }
    if (entry->fresh) {
        buffer_text(out, ", ");
        html_number(out, entry->fresh);
        buffer_text(out, " new");
    }
    buffer_text(out, "</span>");
}

void html_badge(struct buffer *out, const char *severity)
{
    buffer_text(out, "<span class=\"badge ");
    html_text(out, severity);
    buffer_text(out, "\">");
    html_text(out, severity);
    buffer_text(out, "</span>");
}

static void write_summary(struct page *page, const struct html_entry *entry)
{
    struct buffer *out = &page->out;
    buffer_text(out, "<summary><h3>");
    html_element(out, "span class=\"code\"", entry->code);
    buffer_text(out, " ");
    html_badge(out, severity_name(entry->severity));
    buffer_text(out, " ");
    html_element(out, "span class=\"message\"", entry->message);
    buffer_text(out, "</h3> ");
    write_numbers(page, entry);
    buffer_text(out, "</summary>\n");
}

static void write_explanation(struct page *page, const struct html_entry *entry)
{
    struct buffer *out = &page->out;
    const struct sv_rule *rule = entry->rule;
    html_element(out, "p class=\"why\"", entry->why);
    if (rule) {
        buffer_text(out, "<p class=\"facts\">One finding per ");
        html_text(out, rule->unit);
        buffer_text(out, ". ");
        if (rule->group) {
            buffer_text(out, "Group ");
            html_text(out, rule->group);
            buffer_text(out, ". ");
        }
        buffer_text(out, "Rests on: ");
        html_text(out, rule->source);
        buffer_text(out, "</p>\n");
    }
    if (entry->cut)
        buffer_text(out, "<p class=\"facts\">One record has more findings of this rule than are "
                         "kept.</p>\n");
}

static void open_entry(struct page *page, const struct html_entry *entry)
{
    struct buffer *out = &page->out;
    buffer_text(out, "<details class=\"rule\" id=\"");
    html_entry_id(out, entry);
    buffer_text(out, "\">");
    write_summary(page, entry);
    buffer_text(out, "<div class=\"body\">\n");
    write_explanation(page, entry);
    buffer_text(out, "<div class=\"findings\"><table class=\"findings\">");
    html_finding_heading(page);
    buffer_text(out, "<tbody>\n");
}

static void close_entry(struct page *page, const struct html_entry *entry)
{
    struct buffer *out = &page->out;
    size_t total = entry->findings + entry->explained;
    buffer_text(out, "</tbody></table>\n");
    if (total > FINDINGS_SHOWN) {
        buffer_text(out, "<p class=\"cut\">");
        html_number(out, FINDINGS_SHOWN);
        buffer_text(out, " of ");
        html_number(out, total);
        buffer_text(out,
                    " shown; all of them with JavaScript, or in the CSV or JSON report.</p>\n");
    }
    buffer_text(out, "</div>\n</div></details>\n");
}

/* The groups without a rule come mixed: one walk for each. */
static void write_stage_entry(struct page *page, size_t number)
{
    struct report_cursor cursor = {0};
    struct report_finding finding;
    const struct html_entry *entry = &page->survey.entries[number];
    size_t shown = 0;
    open_entry(page, entry);
    while (shown < FINDINGS_SHOWN && report_next(page->report, &cursor, &finding) &&
           finding.problem) {
        if (html_entry_of(&cursor, &finding) != number)
            continue;
        html_finding(page, entry, &finding);
        shown++;
    }
    close_entry(page, entry);
}

/* Findings of rules come rule by rule. */
static void write_rule_entries(struct page *page)
{
    struct report_cursor cursor = {0};
    struct report_finding finding;
    const struct html_entry *open = NULL;
    size_t shown = 0;
    while (report_next(page->report, &cursor, &finding)) {
        if (finding.problem)
            continue;
        const struct html_entry *entry = &page->survey.entries[html_entry_of(&cursor, &finding)];
        if (entry != open) {
            if (open)
                close_entry(page, open);
            open_entry(page, entry);
            open = entry;
            shown = 0;
        }
        if (shown++ < FINDINGS_SHOWN)
            html_finding(page, entry, &finding);
    }
    if (open)
        close_entry(page, open);
}

static const char filters[] =
    "<div id=\"filters\" class=\"scripted\" role=\"search\" aria-label=\"Filter the findings\" "
    "hidden>\n"
    "<div class=\"field grow\"><label for=\"text\">Search for a rule, a word or an identifier"
    "</label><input type=\"search\" id=\"text\" autocomplete=\"off\" spellcheck=\"false\"></div>\n"
    "<div class=\"field\"><label for=\"severity\">Severity</label><select id=\"severity\">"
    "<option value=\"\">all</option><option value=\"error\">errors</option>"
    "<option value=\"query\">queries</option></select></div>\n"
    "<div class=\"field\"><label for=\"table\">Table</label><select id=\"table\">"
    "<option value=\"\">all</option></select></div>\n"
    "<div class=\"field\"><label for=\"state\">State</label><select id=\"state\">"
    "<option value=\"\">all</option></select></div>\n"
    "<div class=\"field\"><label for=\"order\">Order</label><select id=\"order\">"
    "<option value=\"\">by code</option><option value=\"most\">most findings first</option>"
    "</select></div>\n"
    "<div class=\"field buttons\"><button type=\"button\" id=\"clear\">Clear</button>\n"
    "<button type=\"button\" id=\"download\">Download as CSV</button></div>\n"
    "</div>\n"
    "<p id=\"shown\" class=\"scripted\" role=\"status\" aria-live=\"polite\" hidden></p>\n";

static const char look_up[] =
    "<div class=\"field grow\"><label for=\"name\">Identifier, or a part of it</label>"
    "<input type=\"search\" id=\"name\" autocomplete=\"off\" spellcheck=\"false\"></div>\n"
    "<p id=\"matches\" role=\"status\" aria-live=\"polite\"></p>\n"
    "<ul id=\"choices\"></ul>\n<div id=\"child\"></div>\n</section>\n";

static void write_look_up(struct page *page)
{
    struct buffer *out = &page->out;
    const char *noun = page->report->check->plugin->plugin->subject_noun;
    buffer_text(out, "<section id=\"look-up\" class=\"scripted\" aria-labelledby=\"look-up-title\" "
                     "hidden>\n<h2 id=\"look-up-title\">One ");
    html_text(out, noun);
    buffer_text(out, "</h2>\n<p class=\"hint\">All findings and all records of one ");
    html_text(out, noun);
    buffer_text(out, ". Only those with findings are in this report.</p>\n");
    buffer_text(out, look_up);
}

void html_rules(struct page *page)
{
    struct buffer *out = &page->out;
    buffer_text(out, "<section id=\"rules\" aria-labelledby=\"rules-title\">\n"
                     "<h2 id=\"rules-title\">Rules with findings</h2>\n");
    buffer_text(out, filters);
    buffer_text(out, "<div id=\"entries\">\n");
    for (size_t i = 0; i < STAGE_ENTRIES; i++) {
        if (html_has_entry(&page->survey.entries[i]))
            write_stage_entry(page, i);
    }
    write_rule_entries(page);
    buffer_text(out,
                "</div>\n<p class=\"unscripted\">With JavaScript, the findings can be searched, "
                "filtered and downloaded, and every record of a ");
    html_text(out, page->report->check->plugin->plugin->subject_noun);
    buffer_text(out, " with findings be seen. The page sends nothing anywhere, and is not able to. "
                     "A line to explain a finding goes into the file that <code>statval check "
                     "--accept</code> is given, with a reason in its sixth place.</p>\n"
                     "</section>\n");
    write_look_up(page);
}

void html_rule_list_begin(struct page *page)
{
    buffer_text(&page->out,
                "<table class=\"plain rule-list\"><thead><tr><th scope=\"col\">Rule</th>"
                "<th scope=\"col\">Severity</th><th scope=\"col\">What is wrong when it "
                "finds something</th></tr></thead><tbody>\n");
}

void html_rule_list_add(struct page *page, const struct planned_rule *planned)
{
    buffer_text(&page->out, "<tr>");
    html_element(&page->out, "th scope=\"row\"", planned->rule->code);
    html_element(&page->out, "td", severity_name(planned->severity));
    html_element(&page->out, "td", planned->rule->message);
    buffer_text(&page->out, "</tr>\n");
}

void html_rule_list_end(struct page *page)
{
    buffer_text(&page->out, "</tbody></table>\n");
}

static bool has_passed(const struct page *page, size_t number)
{
    return !page->report->check->plan.rules[number].skipped &&
           !html_has_entry(&page->survey.entries[STAGE_ENTRIES + number]);
}

void html_passed(struct page *page)
{
    const struct plan *plan = &page->report->check->plan;
    struct buffer *out = &page->out;
    size_t passed = 0;
    for (size_t i = 0; i < plan->count; i++)
        passed += has_passed(page, i);
    buffer_text(out, "<section id=\"passed\" aria-labelledby=\"passed-title\">\n"
                     "<h2 id=\"passed-title\">Rules that found nothing</h2>\n"
                     "<details class=\"more\"><summary>");
    html_count(out, passed, "rule", "rules");
    buffer_text(out, "</summary>\n");
    html_rule_list_begin(page);
    for (size_t i = 0; i < plan->count; i++) {
        if (has_passed(page, i))
            html_rule_list_add(page, &plan->rules[i]);
    }
    html_rule_list_end(page);
    buffer_text(out, "</details>\n</section>\n</main>\n");
}
