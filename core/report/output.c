#include "output.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char temporary[PATH_MAX]; /* being written; empty: none */

static void remove_temporary(void)
{
    if (temporary[0])
        unlink(temporary);
    temporary[0] = '\0';
}

static bool refuse(const char *path, struct error *error)
{
    int reason = errno;
    remove_temporary();
    return error_set(error, STATUS_REPORT, "%s: the report cannot be written: %s.",
                     path ? path : "standard output", strerror(reason));
}

/* `path` NULL: standard output. */
static bool write_stream(const struct report *report, const struct report_format *format, FILE *out,
                         const char *path, bool colour, struct error *error)
{
    errno = 0;
    format->write(report, out, colour);
    if (fflush(out) != 0 || ferror(out))
        return refuse(path, error);
    return true;
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
        return refuse(path, error);
    bool written = write_stream(report, format, out, path, false, error);
    if (fclose(out) != 0 && written)
        return refuse(path, error);
    return written;
}

bool output_write(const struct report *report, const struct report_format *format, const char *path,
                  bool colour, struct error *error)
{
    if (!path)
        return write_stream(report, format, stdout, NULL, colour, error);
    if (is_pipe_or_device(path))
        return write_to_device(report, format, path, error);
    if ((size_t)snprintf(temporary, sizeof(temporary), "%s.XXXXXX", path) >= sizeof(temporary)) {
        temporary[0] = '\0';
        return error_set(error, STATUS_REPORT, "%s: the name is too long.", path);
    }
    int descriptor = mkstemp(temporary); /* mode 0600 */
    if (descriptor < 0) {
        int reason = errno;
        temporary[0] = '\0';
        errno = reason;
        return refuse(path, error);
    }
    mem_on_exhausted(remove_temporary);
    FILE *out = fdopen(descriptor, "w");
    if (!out)
        return refuse(path, error);
    errno = 0;
    format->write(report, out, false);
    bool written = fflush(out) == 0 && !ferror(out) && fsync(descriptor) == 0;
    if (fclose(out) != 0 || !written || rename(temporary, path) != 0)
        return refuse(path, error);
    temporary[0] = '\0';
    return true;
}
