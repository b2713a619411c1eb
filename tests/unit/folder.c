#include "folder.h"

#include <dirent.h>
#include <unistd.h>

enum { PATHS = 4, PATH_ROOM = 512 };

static char folder[] = "/tmp/statval-unit.XXXXXX";

int folder_make(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

/* Calls remove() for each file, or none; returns their number. */
static size_t each_file(bool remove_it)
{
    size_t count = 0;
    DIR *stream = opendir(folder);
    assert_non_null(stream);
    for (struct dirent *entry; (entry = readdir(stream));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        count++;
        if (remove_it)
            remove(in_folder(entry->d_name));
    }
    closedir(stream);
    return count;
}

int folder_remove(void **state)
{
    (void)state;
    each_file(true);
    return rmdir(folder);
}

const char *in_folder(const char *name)
{
    static char paths[PATHS][PATH_ROOM];
    static int next;
    next = (next + 1) % PATHS;
    snprintf(paths[next], PATH_ROOM, "%s/%s", folder, name);
    return paths[next];
}

const char *write_file(const char *name, const void *bytes, size_t length)
{
    const char *path = in_folder(name);
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    assert_int_equal(fwrite(bytes, 1, length, out), length);
    assert_int_equal(fclose(out), 0);
    return path;
}

const char *write_text(const char *name, const char *text)
{
    return write_file(name, text, strlen(text));
}

char *read_file(const char *path, size_t *length)
{
    FILE *in = fopen(path, "r");
    assert_non_null(in);
    assert_int_equal(fseek(in, 0, SEEK_END), 0);
    *length = (size_t)ftell(in);
    rewind(in);
    char *bytes = malloc(*length + 1);
    assert_non_null(bytes);
    assert_int_equal(fread(bytes, 1, *length, in), *length);
    fclose(in);
    return bytes;
}

size_t files_in_folder(void)
{
    return each_file(false);
}
