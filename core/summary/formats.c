#include "write.h"

const struct summary_format summary_formats[] = {
    {"text", ".txt", summary_write_text},
    {"json", ".json", summary_write_json},
    {"csv", ".csv", summary_write_csv},
};
const size_t summary_format_count = sizeof(summary_formats) / sizeof(summary_formats[0]);
