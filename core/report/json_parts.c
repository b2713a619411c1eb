#include "json_parts.h"

void json_member(struct buffer *out, const char *before, const char *name, const char *value)
{
    buffer_text(out, before);
    buffer_json(out, name);
    buffer_text(out, ": ");
    buffer_json(out, value);
}

void json_number(struct buffer *out, const char *before, const char *name, uint64_t value)
{
    buffer_text(out, before);
    buffer_json(out, name);
    buffer_text(out, ": ");
    buffer_number(out, value);
}
