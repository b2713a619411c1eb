/* What became of findings, for programs. */
#include "../buffer.h"
#include "difference.h"

static void write_member(struct buffer *out, const char *name, const char *value)
{
    buffer_json(out, name);
    buffer_text(out, ": ");
    buffer_json(out, value);
}

static void write_finding(struct buffer *out, const struct compared *compared)
{
    const struct old_finding *finding = compared->finding;
    const char *const members[][2] = {{"state", fate_name(compared->fate)},
                                      {"id", finding->id},
                                      {"rule", finding->rule},
                                      {"severity", finding->severity},
                                      {"subject", finding->subject},
                                      {"message", finding->message}};
    for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); i++) {
        buffer_text(out, i ? ", " : "{");
        write_member(out, members[i][0], members[i][1]);
    }
    buffer_text(out, "}");
}

static void write_summary(struct buffer *out, const struct change *totals)
{
    static const enum fate order[] = {FATE_NEW, FATE_FIXED, FATE_STILL};
    buffer_text(out, ",\n  \"summary\": {");
    for (size_t i = 0; i < 3; i++) {
        buffer_text(out, i ? ", " : "");
        buffer_json(out, fate_name(order[i]));
        buffer_text(out, ": ");
        buffer_number(out, totals->counts[order[i]]);
    }
    buffer_text(out, "},\n  \"findings\": [");
}

void difference_write_json(const struct difference *difference, FILE *file)
{
    struct buffer out = {.file = file};
    struct change totals = difference_totals(difference);
    buffer_text(&out, "{\n  ");
    write_member(&out, "statval", STATVAL_VERSION);
    buffer_text(&out, ",\n  \"format\": 1,\n  ");
    write_member(&out, "return", baseline_return(difference->old));
    write_summary(&out, &totals);
    for (size_t i = 0; i < difference->count; i++) {
        buffer_text(&out, i ? ",\n    " : "\n    ");
        write_finding(&out, &difference->findings[i]);
    }
    buffer_text(&out, "\n  ]\n}\n");
    buffer_flush(&out);
}
