#include "progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

/* Short runs show nothing; long ones are told of ten times a second. */
#define FIRST_AFTER 0.5
#define STEP 0.1

static bool shown;

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void tell(void *context, uint64_t done, uint64_t total)
{
    double *next = context;
    double now = seconds();
    if (now < *next)
        return;
    *next = now + STEP;
    shown = true;
    if (total)
        fprintf(stderr, "\rReading: %3u %% of %llu MB ", (unsigned)(done * 100 / total),
                (unsigned long long)(total / 1000000));
    else
        fprintf(stderr, "\rReading: %llu MB ", (unsigned long long)(done / 1000000));
}

struct progress progress_make(enum when when)
{
    static double next;
    if (when == WHEN_NEVER || (when == WHEN_AUTO && !isatty(STDERR_FILENO)))
        return (struct progress){NULL, NULL};
    next = seconds() + (when == WHEN_ALWAYS ? 0 : FIRST_AFTER);
    return (struct progress){tell, &next};
}

void progress_end(const struct progress *progress)
{
    if (progress->tell && shown)
        fprintf(stderr, "\r%30s\r", ""); /* no escape sequence: it works on any terminal */
}
