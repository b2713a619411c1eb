#include "sarif_rules.h"

#include <string.h>

#include "../json_parts.h"
#include "ci.h"

const char *sarif_level(const char *severity)
{
    return strcmp(severity, severity_name(SV_ERROR)) == 0 ? "error" : "warning";
}

/* In one year a code is that of one rule, or of two: an error and a query. */
size_t sarif_rule_place(const struct report *report, const char *code, const char *severity)
{
    const struct plan *plan = &report->check->plan;
    size_t place = NO_PLACE;
    for (size_t i = 0; i < STAGE_RULES; i++) {
        if (strcmp(stage_rules[i].code, code) == 0)
            return plan->count + i;
    }
    for (size_t i = 0; i < plan->count; i++) {
        const struct planned_rule *planned = &plan->rules[i];
        if (strcmp(planned->rule->code, code) != 0)
            continue;
        if (strcmp(severity_name(planned->severity), severity) == 0)
            return i;
        place = i; /* an earlier report may have it with another severity */
    }
    return place;
}

static void write_descriptor(const char *code, const char *message, const char *why,
                             const char *level, struct buffer *out)
{
    json_member(out, "            {", "id", code);
    json_member(out, ", \"shortDescription\": {", "text", message);
    json_member(out, "}, \"help\": {", "text", why);
    json_member(out, "}, \"defaultConfiguration\": {", "level", level);
    buffer_text(out, "}");
}

static void write_rule(const struct sv_rule *rule, struct buffer *out)
{
    const char *severity = severity_name(rule->severity);
    write_descriptor(rule->code, rule->message, rule->why, sarif_level(severity), out);
    json_member(out, ", \"properties\": {", "severity", severity);
    if (rule->group) {
        json_member(out, ", ", "group", rule->group);
        buffer_text(out, ", \"tags\": [");
        buffer_json(out, rule->group);
        buffer_text(out, "]");
    }
    json_number(out, ", ", "firstYear", (uint64_t)rule->first_year);
    if (rule->last_year)
        json_number(out, ", ", "lastYear", (uint64_t)rule->last_year);
    json_member(out, ", ", "source", rule->source);
    buffer_text(out, "}}");
}

void sarif_write_tool(const struct report *report, struct buffer *out)
{
    const struct plan *plan = &report->check->plan;
    buffer_text(out, "      \"tool\": {\n        \"driver\": {\n");
    json_member(out, "          ", "name", "statval");
    json_member(out, ",\n          ", "version", report->version);
    json_member(out, ",\n          ", "semanticVersion", report->version);
    buffer_text(out, ",\n          \"rules\": [\n");
    for (size_t i = 0; i < plan->count; i++) {
        write_rule(plan->rules[i].rule, out);
        buffer_text(out, ",\n");
    }
    for (size_t i = 0; i < STAGE_RULES; i++) {
        const struct stage_rule *rule = &stage_rules[i];
        write_descriptor(rule->code, rule->message, rule->why, "error", out);
        buffer_text(out, i + 1 < STAGE_RULES ? "},\n" : "}\n");
    }
    buffer_text(out, "          ]\n        }\n      },\n");
}

/* A notification about a rule, whose text is made of two parts. */
static void notify(const struct report *report, size_t place, const char *level, const char *text,
                   const char *more, struct buffer *out)
{
    struct line line = {0};
    line_add(&line, text);
    line_add(&line, more);
    json_member(out, "{", "level", level);
    json_member(out, ", \"associatedRule\": {", "id", report->check->plan.rules[place].rule->code);
    json_number(out, ", ", "index", place);
    json_member(out, "}, \"message\": {", "text", line.text);
    buffer_text(out, "}}");
}

/* Whether there is something to say about a rule; then `before` stands in front of it. */
static bool notify_of_rule(const struct report *report, size_t place, const char *before,
                           struct buffer *out)
{
    const struct planned_rule *planned = &report->check->plan.rules[place];
    bool is_cut = results_cut(&report->check->results, place);
    if (!planned->skipped && !is_cut && !planned->is_limited)
        return false;
    buffer_text(out, before);
    if (planned->skipped)
        notify(report, place, "note", "This rule was not run: ", planned->skipped, out);
    else if (is_cut)
        notify(report, place, "warning", "One record has more findings than are recorded.", "",
               out);
    else
        notify(report, place, "note", "Without reference data: ", planned->rule->limited, out);
    return true;
}

static void write_override(const struct planned_rule *planned, size_t place, struct buffer *out)
{
    const struct rule_change *change = planned->change;
    json_member(out, "{\"descriptor\": {", "id", planned->rule->code);
    json_number(out, ", ", "index", place);
    if (change->off)
        buffer_text(out, "}, \"configuration\": {\"enabled\": false");
    else
        json_member(out, "}, \"configuration\": {", "level",
                    sarif_level(severity_name(planned->severity)));
    json_member(out, "}, \"properties\": {", "reason", change->reason);
    buffer_text(out, "}}");
}

/* Rules that the user's configuration changed; the rules themselves are told as they were written.
 */
static void write_overrides(const struct report *report, struct buffer *out)
{
    const struct plan *plan = &report->check->plan;
    const char *before = "\n            ";
    if (!report->configuration)
        return;
    buffer_text(out, ",\n          \"ruleConfigurationOverrides\": [");
    for (size_t i = 0; i < plan->count; i++) {
        if (!plan->rules[i].change)
            continue;
        buffer_text(out, before);
        write_override(&plan->rules[i], i, out);
        before = ",\n            ";
    }
    buffer_text(out, "\n          ]");
}

void sarif_write_invocation(const struct report *report, struct buffer *out)
{
    const char *before = "\n            ";
    buffer_text(out, "      \"invocations\": [\n        {\n"
                     "          \"executionSuccessful\": true,\n"
                     "          \"toolExecutionNotifications\": [");
    for (size_t i = 0; i < report->check->plan.count; i++) {
        if (notify_of_rule(report, i, before, out))
            before = ",\n            ";
    }
    buffer_text(out, "\n          ]");
    write_overrides(report, out);
    buffer_text(out, "\n        }\n      ],\n");
}
