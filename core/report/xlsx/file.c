#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include "../../base/read_all.h"

#define CHUNK ((size_t)64 * 1024)

/* The path of the file that `out` writes to; false: it has none. */
static bool path_of(FILE *out, char path[PATH_MAX])
{
    char link[64];
    struct stat info;
    if (fstat(fileno(out), &info) != 0 || !S_ISREG(info.st_mode))
        return false;
    snprintf(link, sizeof(link), "/proc/self/fd/%d", fileno(out));
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length <= 0)
        return false;
    path[length] = '\0';
    return path[0] == '/';
}

void xlsx_folder(FILE *out, char folder[PATH_MAX])
{
    const char *temporary = getenv("TMPDIR");
    if (path_of(out, folder)) {
        char *slash = strrchr(folder, '/');
        slash[slash == folder] = '\0';
        if (access(folder, W_OK | X_OK) == 0)
            return;
    }
    bool is_set = temporary && temporary[0] && strlen(temporary) < PATH_MAX;
    snprintf(folder, PATH_MAX, "%s", is_set ? temporary : "/tmp");
}

/* Where files cannot be made without a name, one is made that loses it at once. */
static int open_and_unlink(const char *folder)
{
    char path[PATH_MAX];
    int length = snprintf(path, sizeof(path), "%s/statval.XXXXXX", folder);
    errno = ENAMETOOLONG;
    int descriptor = length > 0 && (size_t)length < sizeof(path) ? mkostemp(path, O_CLOEXEC) : -1;
    if (descriptor >= 0)
        unlink(path);
    return descriptor;
}

int xlsx_scratch(const char *folder)
{
    int descriptor = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    return descriptor >= 0 ? descriptor : open_and_unlink(folder);
}

/* What each part begins with. */
#define BEGINNING "<?xml"

/* Bytes of a part's end that are looked at. */
#define TAIL 16

/* Reads a part of the workbook for its last bytes. False when it cannot be read to its end, or its
 * beginning is missing. */
static bool read_tail(zip_file_t *part, char tail[TAIL])
{
    static char bytes[TAIL + CHUNK];
    bool begun = false;
    zip_int64_t length;
    memset(bytes, '\n', TAIL);
    while ((length = zip_fread(part, bytes + TAIL, CHUNK)) > 0) {
        begun = begun || strncmp(bytes + TAIL, BEGINNING, strlen(BEGINNING)) == 0;
        if (!begun)
            return false;
        memmove(bytes, bytes + (size_t)length, TAIL);
    }
    memcpy(tail, bytes, TAIL);
    return length == 0;
}

/* Whether a part can be read, and begins and ends as it should. */
static bool ends_with(zip_file_t *part, const char *end)
{
    char tail[TAIL];
    size_t length = TAIL;
    size_t wanted = strlen(end);
    if (!read_tail(part, tail))
        return false;
    while (length > wanted && tail[length - 1] == '\n')
        length--;
    return memcmp(tail + length - wanted, end, wanted) == 0;
}

static bool part_is_whole(zip_t *zip, zip_uint64_t index, uint64_t least, const char *end)
{
    zip_stat_t info;
    zip_file_t *part = zip_fopen_index(zip, index, 0);
    bool whole = part && zip_stat_index(zip, index, 0, &info) == 0 && info.valid & ZIP_STAT_SIZE &&
                 info.size > least && ends_with(part, end);
    if (part)
        zip_fclose(part);
    return whole;
}

static bool sheet_is_whole(zip_t *zip, size_t number, uint64_t least)
{
    char name[48];
    snprintf(name, sizeof(name), "xl/worksheets/sheet%zu.xml", number + 1);
    zip_int64_t index = zip_name_locate(zip, name, 0);
    return index >= 0 && part_is_whole(zip, (zip_uint64_t)index, least, "</worksheet>");
}

bool xlsx_is_whole(int descriptor, const uint64_t *sheet_sizes, size_t sheet_count)
{
    int own = dup(descriptor);
    zip_t *zip = own < 0 || lseek(own, 0, SEEK_SET) != 0 ? NULL : zip_fdopen(own, 0, NULL);
    if (!zip) {
        if (own >= 0)
            close(own);
        return false;
    }
    bool whole = true;
    for (size_t i = 0; i < sheet_count && whole; i++)
        whole = sheet_is_whole(zip, i, sheet_sizes[i]);
    zip_int64_t parts = zip_get_num_entries(zip, 0);
    for (zip_int64_t i = 0; i < parts && whole; i++) {
        const char *name = zip_get_name(zip, (zip_uint64_t)i, 0);
        if (name && strncmp(name, "xl/worksheets/", 14) != 0)
            whole = part_is_whole(zip, (zip_uint64_t)i, 0, ">");
    }
    zip_discard(zip);
    return whole;
}

bool xlsx_copy(int descriptor, FILE *out)
{
    static char bytes[CHUNK];
    ssize_t length;
    if (lseek(descriptor, 0, SEEK_SET) != 0)
        return false;
    while ((length = read_all(descriptor, bytes, CHUNK)) > 0) {
        if (fwrite(bytes, 1, (size_t)length, out) != (size_t)length)
            return true;
    }
    return length == 0;
}
