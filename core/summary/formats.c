#include "write.h"

const struct summary_format summary_formats[] = {
    {"text", ".txt", summary_write_text},
};
const size_t summary_format_count = sizeof(summary_formats) / sizeof(summary_formats[0]);
