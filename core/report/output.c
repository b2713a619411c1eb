#include "output.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
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

static bool write_standard_output(const struct report *report, const struct report_format *format,
                                  bool colour, struct error *error)
{
    errno = 0;
    format->write(report, stdout, colour);
    if (fflush(stdout) != 0 || ferror(stdout))
        return refuse(NULL, error);
    return true;
}

bool output_write(const struct report *report, const struct report_format *format, const char *path,
                  bool colour, struct error *error)
{
    if (!path)
        return write_standard_output(report, format, colour, error);
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
