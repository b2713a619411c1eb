#include "json_settings.h"

#include "json_parts.h"

static void write_files(const struct configuration *configuration, struct buffer *out)
{
    buffer_text(out, "  \"configuration\": {\"files\": [");
    for (size_t i = 0; i < configuration->file_count; i++) {
        buffer_text(out, i ? ", " : "");
        buffer_json(out, configuration->files[i]);
    }
    buffer_text(out, "]");
}

static void write_place(const char *file, unsigned line, struct buffer *out)
{
    json_member(out, ", ", "file", file);
    json_number(out, ", ", "line", line);
    buffer_text(out, "}");
}

static void write_settings(const struct report *report, struct buffer *out)
{
    const char *before = "\n      ";
    const struct setting *setting;
    buffer_text(out, ",\n    \"settings\": [");
    for (size_t place = 0; (setting = report_setting(report, &place)); before = ",\n      ") {
        buffer_text(out, before);
        json_member(out, "{", "name", setting->name);
        json_member(out, ", ", "value", setting->value);
        write_place(setting->file, setting->line, out);
    }
    buffer_text(out, "]");
}

static void write_change(const struct planned_rule *planned, struct buffer *out)
{
    const struct rule_change *change = planned->change;
    json_member(out, "{", "code", planned->rule->code);
    if (!change->off) {
        json_member(out, ", ", "from", severity_name(planned->rule->severity));
        json_member(out, ", ", "to", severity_name(planned->severity));
    }
    json_member(out, ", ", "reason", change->reason);
    write_place(change->file, change->line, out);
}

/* The rules that are switched off, or those of another severity. */
static void write_changes(const struct plan *plan, bool off, struct buffer *out)
{
    const char *before = "\n      ";
    buffer_text(out, off ? ",\n    \"off\": [" : ",\n    \"severity\": [");
    for (size_t i = 0; i < plan->count; i++) {
        const struct rule_change *change = plan->rules[i].change;
        if (!change || change->off != off)
            continue;
        buffer_text(out, before);
        write_change(&plan->rules[i], out);
        before = ",\n      ";
    }
    buffer_text(out, "]");
}

void json_settings(const struct report *report, struct buffer *out)
{
    if (!report->configuration)
        return;
    write_files(report->configuration, out);
    write_settings(report, out);
    write_changes(&report->check->plan, false, out);
    write_changes(&report->check->plan, true, out);
    buffer_text(out, "},\n");
}
