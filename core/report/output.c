#include "output.h"

#include <assert.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "../base/whole_file.h"

#define WHAT "the report"

static_assert(OUTPUTS_MAX <= WHOLE_FILES_MAX, "every output may be a file");

/* A report in a format that redacts by itself is the same report with another identity. */
static bool write_report(const struct output *output, FILE *file)
{
    int failure = 0;
    struct report shown = *(const struct report *)output->content;
    shown.failure = &failure;
    if (output->format->redacts && shown.redacting)
        shown.identity = shown.redacting;
    output->format->write(&shown, file, output->colour);
    if (failure)
        errno = failure;
    return failure == 0;
}

struct output output_of_report(const struct report *report, const struct report_format *format,
                               const char *path, bool colour)
{
    return (struct output){
        .path = path, .write = write_report, .content = report, .format = format, .colour = colour};
}

static bool refuse(const char *name, int reason, struct error *error)
{
    return error_set(error, STATUS_REPORT, "%s: " WHAT " cannot be written: %s.", name,
                     strerror(reason));
}

static bool write_stream(const struct output *output, FILE *file, const char *name,
                         struct error *error)
{
    report_begins();
    errno = 0;
    bool made = output->write(output, file);
    return (made && fflush(file) == 0 && !ferror(file)) || refuse(name, errno, error);
}

/* What is no file cannot be replaced by one. */
static bool is_file(const char *path)
{
    struct stat info;
    return path && (stat(path, &info) != 0 || S_ISREG(info.st_mode) || S_ISDIR(info.st_mode));
}

static bool write_to_device(const struct output *output, struct error *error)
{
    FILE *file = fopen(output->path, "we");
    if (!file)
        return refuse(output->path, errno, error);
    bool written = write_stream(output, file, output->path, error);
    return (fclose(file) == 0 || !written || refuse(output->path, errno, error)) && written;
}

static bool write_others(const struct output *outputs, size_t count, struct error *error)
{
    for (size_t i = 0; i < count; i++) {
        const struct output *output = &outputs[i];
        if (!output->path && !write_stream(output, stdout, "standard output", error))
            return false;
        if (output->path && !is_file(output->path) && !write_to_device(output, error))
            return false;
    }
    return true;
}

static bool write_file(const struct output *output, struct whole_file *file, struct error *error)
{
    if (!whole_file_begin(file, output->path, WHAT, false, error))
        return false;
    if (output->write(output, file->out))
        return whole_file_close(file, error);
    refuse(output->path, errno, error);
    whole_file_drop(file);
    return false;
}

/* Files become visible when the last of them is complete. */
static bool write_files(const struct output *outputs, size_t count, struct error *error)
{
    struct whole_file files[OUTPUTS_MAX];
    size_t written = 0;
    bool fine = true;
    for (size_t i = 0; i < count && fine; i++) {
        if (!is_file(outputs[i].path))
            continue;
        fine = write_file(&outputs[i], &files[written], error);
        written += fine;
    }
    for (size_t i = 0; i < written; i++) {
        fine = fine && whole_file_take_name(&files[i], error);
        if (!fine)
            whole_file_drop(&files[i]);
    }
    return fine;
}

bool outputs_write(const struct output *outputs, size_t count, struct error *error)
{
    assert(count <= OUTPUTS_MAX);
    return write_files(outputs, count, error) && write_others(outputs, count, error);
}
