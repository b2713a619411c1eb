#include "whole_file.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "memory.h"

static char temporaries[WHOLE_FILES_MAX][PATH_MAX]; /* being written; empty: none */

static void remove_temporary(char *temporary)
{
    if (temporary[0])
        unlink(temporary);
    temporary[0] = '\0';
}

void whole_files_remove(void)
{
    for (size_t i = 0; i < WHOLE_FILES_MAX; i++)
        remove_temporary(temporaries[i]);
}

static char *free_temporary(void)
{
    for (size_t i = 0; i < WHOLE_FILES_MAX; i++) {
        if (!temporaries[i][0])
            return temporaries[i];
    }
    return NULL;
}

static void on_end_from_outside(int number)
{
    whole_files_remove();
    signal(number, SIG_DFL);
    raise(number);
}

static void watch_for_end(void)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
        signal(signals[i], on_end_from_outside);
    mem_on_exhausted(whole_files_remove);
}

static bool refuse(const struct whole_file *file, int reason, struct error *error)
{
    if (file->temporary)
        remove_temporary(file->temporary);
    return error_set(error, STATUS_REPORT, "%s: %s cannot be written: %s.", file->path, file->what,
                     strerror(reason));
}

/* Opens a temporary file beside `path`, with mode 0600; -1 with the reason in errno. */
static int open_temporary(const char *path, char *temporary)
{
    char target[PATH_MAX];
    struct stat info;
    const char *beside = realpath(path, target) ? target : path;
    int descriptor = -1;
    errno = EISDIR;
    if (stat(beside, &info) == 0 && S_ISDIR(info.st_mode))
        return -1;
    int length = snprintf(temporary, PATH_MAX, "%s.XXXXXX", beside);
    errno = ENAMETOOLONG;
    if (length > 0 && length < PATH_MAX)
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
    *file = (struct whole_file){.path = path, .what = what, .temporary = free_temporary()};
    watch_for_end();
    if (!file->temporary)
        return refuse(file, EMFILE, error);
    int descriptor = open_temporary(path, file->temporary);
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

bool whole_file_close(struct whole_file *file, struct error *error)
{
    bool written = !ferror(file->out) && fflush(file->out) == 0 && fsync(fileno(file->out)) == 0;
    int reason = errno;
    if (fclose(file->out) != 0 && written) {
        written = false;
        reason = errno;
    }
    file->out = NULL;
    return written || refuse(file, reason, error);
}

bool whole_file_take_name(struct whole_file *file, struct error *error)
{
    char target[PATH_MAX];
    if (rename(file->temporary, realpath(file->path, target) ? target : file->path) != 0)
        return refuse(file, errno, error);
    file->temporary[0] = '\0';
    report_begins();
    return true;
}

void whole_file_drop(struct whole_file *file)
{
    if (file->out)
        fclose(file->out);
    file->out = NULL;
    remove_temporary(file->temporary);
}

bool whole_file_end(struct whole_file *file, bool complete, struct error *error)
{
    if (complete)
        return whole_file_close(file, error) && whole_file_take_name(file, error);
    whole_file_drop(file);
    return false;
}
