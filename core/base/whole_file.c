#include "whole_file.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "memory.h"

static char temporary[PATH_MAX]; /* being written; empty: none */

static void remove_temporary(void)
{
    if (temporary[0])
        unlink(temporary);
    temporary[0] = '\0';
}

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

static bool refuse(const struct whole_file *file, int reason, struct error *error)
{
    remove_temporary();
    return error_set(error, STATUS_REPORT, "%s: %s cannot be written: %s.", file->path, file->what,
                     strerror(reason));
}

/* Opens a temporary file beside `path`, with mode 0600; -1 with the reason in errno. */
static int open_temporary(const char *path)
{
    char target[PATH_MAX];
    const char *beside = realpath(path, target) ? target : path;
    int length = snprintf(temporary, sizeof(temporary), "%s.XXXXXX", beside);
    int descriptor = -1;
    errno = ENAMETOOLONG;
    if (length > 0 && (size_t)length < sizeof(temporary))
        descriptor = mkstemp(temporary);
    if (descriptor < 0)
        temporary[0] = '\0';
    return descriptor;
}

/* The mode that the file would have if it were opened by its name. */
static bool share(int descriptor)
{
    mode_t mask = umask(0);
    umask(mask);
    return fchmod(descriptor, 0666 & ~mask) == 0;
}

bool whole_file_begin(struct whole_file *file, const char *path, const char *what, bool shared,
                      struct error *error)
{
    *file = (struct whole_file){.path = path, .what = what};
    watch_for_end();
    int descriptor = open_temporary(path);
    if (descriptor < 0)
        return refuse(file, errno, error);
    file->out = fdopen(descriptor, "w");
    if (file->out && (!shared || share(descriptor)))
        return true;
    int reason = errno;
    if (file->out)
        fclose(file->out);
    else
        close(descriptor);
    return refuse(file, reason, error);
}

static bool take_name(const char *path)
{
    char target[PATH_MAX];
    return rename(temporary, realpath(path, target) ? target : path) == 0;
}

bool whole_file_end(struct whole_file *file, bool complete, struct error *error)
{
    bool written = !ferror(file->out) && fflush(file->out) == 0 && fsync(fileno(file->out)) == 0;
    int reason = errno;
    if (fclose(file->out) != 0 && written) {
        written = false;
        reason = errno;
    }
    if (!complete) {
        remove_temporary();
        return false;
    }
    if (!written)
        return refuse(file, reason, error);
    if (!take_name(file->path))
        return refuse(file, errno, error);
    temporary[0] = '\0';
    return true;
}
