#include "output.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "../base/whole_file.h"

#define WHAT "the report"

/* A report in a format that redacts by itself is the same report with another identity. False with
 * the reason in errno when it cannot be made; other errors are found in the state of the stream. */
static bool write_as(const struct report *report, const struct report_format *format, FILE *out,
                     bool colour)
{
    int failure = 0;
    struct report shown = *report;
    shown.failure = &failure;
    if (format->redacts && report->redacting)
        shown.identity = report->redacting;
    format->write(&shown, out, colour);
    if (failure)
        errno = failure;
    return failure == 0;
}

static bool refuse(const char *name, int reason, struct error *error)
{
    return error_set(error, STATUS_REPORT, "%s: " WHAT " cannot be written: %s.", name,
                     strerror(reason));
}

static bool write_stream(const struct report *report, const struct report_format *format, FILE *out,
                         const char *name, bool colour, struct error *error)
{
    errno = 0;
    bool made = write_as(report, format, out, colour);
    return (made && fflush(out) == 0 && !ferror(out)) || refuse(name, errno, error);
}

/* What is no file cannot be replaced by one. */
static bool is_pipe_or_device(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode);
}

static bool write_to_device(const struct report *report, const struct report_format *format,
                            const char *path, struct error *error)
{
    FILE *out = fopen(path, "we");
    if (!out)
        return refuse(path, errno, error);
    bool written = write_stream(report, format, out, path, false, error);
    return (fclose(out) == 0 || !written || refuse(path, errno, error)) && written;
}

bool output_write(const struct report *report, const struct report_format *format, const char *path,
                  bool colour, struct error *error)
{
    struct whole_file file;
    if (!path)
        return write_stream(report, format, stdout, "standard output", colour, error);
    if (is_pipe_or_device(path))
        return write_to_device(report, format, path, error);
    if (!whole_file_begin(&file, path, WHAT, false, error))
        return false;
    if (!write_as(report, format, file.out, false)) {
        refuse(path, errno, error);
        return whole_file_end(&file, false, error);
    }
    return whole_file_end(&file, true, error);
}
