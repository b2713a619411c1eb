#include "contents.h"

#include <string.h>

#include "check_options.h"

static const struct content_format *format_named(const struct content_format *formats,
                                                 const char *name)
{
    for (; formats->name; formats++) {
        if (strcmp(formats->name, name) == 0)
            return formats;
    }
    return NULL;
}

static const struct content_format *format_of_file(const struct content_format *formats,
                                                   const char *path)
{
    size_t length = strlen(path);
    for (; formats->name; formats++) {
        size_t ending = strlen(formats->ending);
        if (length >= ending && strcmp(path + length - ending, formats->ending) == 0)
            return formats;
    }
    return NULL;
}

/* The format of a file, or of what is printed (NULL); NULL: none. */
static const struct content_format *choose(const struct options *options, const char *path,
                                           const struct content_format *formats)
{
    bool to_file = path && !is_standard_output(path);
    const struct content_format *format = to_file ? format_of_file(formats, path) : NULL;
    if (format)
        return format;
    if (options->format)
        return format_named(formats, options->format);
    return to_file ? NULL : formats;
}

/* "text, json or csv" */
static void list_names(const struct content_format *formats, bool endings, char *out, size_t size)
{
    size_t used = 0;
    for (size_t i = 0; formats[i].name && used < size; i++) {
        const char *between = i == 0 ? "" : formats[i + 1].name ? ", " : " or ";
        int length = snprintf(out + used, size - used, "%s%s", between,
                              endings ? formats[i].ending : formats[i].name);
        used += length > 0 ? (size_t)length : 0;
    }
}

bool contents_fit(const struct options *options, const struct content_format *formats,
                  struct error *error)
{
    char names[128];
    if (!choose(options, NULL, formats)) {
        list_names(formats, false, names, sizeof(names));
        return error_set(error, STATUS_USAGE, "--format: there is no format %s here. Use %s.",
                         options->format, names);
    }
    list_names(formats, true, names, sizeof(names));
    for (size_t i = 0; i < options->output_count; i++) {
        if (!choose(options, options->outputs[i], formats))
            return error_set(error, STATUS_USAGE,
                             "-o %s: the ending names no format. Use %s, or give --format.",
                             options->outputs[i], names);
    }
    return true;
}

/* A content and the format in which it is written to one place. */
struct formatted {
    const void *content;
    const struct content_format *format;
};

static bool write_formatted(const struct output *output, FILE *file)
{
    const struct formatted *formatted = output->content;
    return formatted->format->write(formatted->content, file, output->colour);
}

bool contents_write(const void *content, const struct options *options,
                    const struct content_format *formats, struct error *error)
{
    struct formatted contents[OUTPUTS_MAX];
    struct output outputs[OUTPUTS_MAX];
    size_t count = 0;
    for (size_t i = 0; i <= options->output_count; i++) {
        const char *path = i < options->output_count ? options->outputs[i] : NULL;
        if (path ? is_standard_output(path) : !prints(options))
            continue;
        contents[count] = (struct formatted){content, choose(options, path, formats)};
        outputs[count] = (struct output){.path = path,
                                         .write = write_formatted,
                                         .content = &contents[count],
                                         .colour = !path && use_colour(options)};
        count++;
    }
    return outputs_write(outputs, count, error);
}
