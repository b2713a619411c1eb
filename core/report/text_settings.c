#include "text_settings.h"

#include "escape.h"

static void print_place(const char *file, unsigned line, FILE *out)
{
    fputs(" (", out);
    terminal_text(out, file);
    fprintf(out, ", line %u)\n", line);
}

static void print_files(const struct configuration *configuration, FILE *out)
{
    fputs("\nSettings from ", out);
    for (size_t i = 0; i < configuration->file_count; i++) {
        fputs(i ? ", " : "", out);
        terminal_text(out, configuration->files[i]);
    }
    fputs("\n", out);
}

static void print_change(const struct planned_rule *planned, FILE *out)
{
    const struct rule_change *change = planned->change;
    fprintf(out, "  %-6s ", planned->rule->code);
    if (change->off)
        fputs("switched off: ", out);
    else
        fprintf(out, "%s instead of %s: ", severity_name(planned->severity),
                severity_name(planned->rule->severity));
    terminal_text(out, change->reason);
    print_place(change->file, change->line, out);
}

void text_settings(const struct report *report, FILE *out)
{
    const struct plan *plan = &report->check->plan;
    const struct setting *setting;
    if (!report->configuration)
        return;
    print_files(report->configuration, out);
    for (size_t place = 0; (setting = report_setting(report, &place));) {
        fputs("  ", out);
        terminal_text(out, setting->name);
        fputs(" = ", out);
        terminal_text(out, setting->value);
        print_place(setting->file, setting->line, out);
    }
    for (size_t i = 0; i < plan->count; i++) {
        if (plan->rules[i].change)
            print_change(&plan->rules[i], out);
    }
}
