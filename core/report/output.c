#include "output.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
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

/* Whoever ends the program from outside finds no half-written file either. */
static void on_end_from_outside(int number)
{
    remove_temporary();
    signal(number, SIG_DFL);
    raise(number);
}

static void watch_for_end(void)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
        signal(signals[i], on_end_from_outside);
    mem_on_exhausted(remove_temporary);
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

/* Opens a temporary file beside `path`; -1 with the reason. Mode 0600. */
static int open_temporary(const char *path, struct error *error)
{
    char target[PATH_MAX];
    const char *beside = realpath(path, target) ? target : path; /* a link stays a link */
    int length = snprintf(temporary, sizeof(temporary), "%s.XXXXXX", beside);
    int descriptor = -1;
    errno = ENAMETOOLONG;
    if (length > 0 && (size_t)length < sizeof(temporary))
        descriptor = mkstemp(temporary);
    int reason = errno;
    if (descriptor < 0)
        temporary[0] = '\0';
    errno = reason;
    if (descriptor < 0)
        refuse(path, error);
    return descriptor;
}

static bool take_name(const char *path)
{
    char target[PATH_MAX];
    return rename(temporary, realpath(path, target) ? target : path) == 0;
}

bool output_write(const struct report *report, const struct report_format *format, const char *path,
                  bool colour, struct error *error)
{
    if (!path)
        return write_stream(report, format, stdout, NULL, colour, error);
    if (is_pipe_or_device(path))
        return write_to_device(report, format, path, error);
    watch_for_end();
    int descriptor = open_temporary(path, error);
    FILE *out = descriptor < 0 ? NULL : fdopen(descriptor, "w");
    if (!out)
        return descriptor < 0 ? false : refuse(path, error);
    errno = 0;
    format->write(report, out, false);
    bool written = fflush(out) == 0 && !ferror(out) && fsync(descriptor) == 0;
    if (fclose(out) != 0 || !written || !take_name(path))
        return refuse(path, error);
    temporary[0] = '\0';
    return true;
}
