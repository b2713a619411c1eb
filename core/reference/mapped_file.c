#include "mapped_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static bool refuse(const char *path, struct error *error)
{
    return error_set(error, STATUS_INPUT, "%s: the file cannot be read: %s.", path,
                     strerror(errno));
}

static bool is_fit(const char *path, const struct stat *info, struct error *error)
{
    if (S_ISDIR(info->st_mode))
        return error_set(error, STATUS_INPUT, "%s: this is a folder, not a file.", path);
    if (!S_ISREG(info->st_mode))
        return error_set(error, STATUS_INPUT, "%s: this is no ordinary file.", path);
    if (info->st_size == 0)
        return error_set(error, STATUS_INPUT, "%s: the file is empty.", path);
    return true;
}

bool mapped_file_open(struct mapped_file *file, const char *path, struct error *error)
{
    struct stat info;
    int descriptor =
        open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe does not make it wait */
    *file = (struct mapped_file){0};
    if (descriptor < 0)
        return refuse(path, error);
    bool fine = fstat(descriptor, &info) == 0 ? is_fit(path, &info, error) : refuse(path, error);
    if (fine) {
        file->length = (size_t)info.st_size;
        void *bytes = mmap(NULL, file->length, PROT_READ, MAP_PRIVATE, descriptor, 0);
        fine = bytes != MAP_FAILED || refuse(path, error);
        file->bytes = fine ? bytes : NULL;
    }
    close(descriptor);
    return fine;
}

void mapped_file_read_in_order(const struct mapped_file *file)
{
    madvise((void *)file->bytes, file->length, MADV_SEQUENTIAL);
}

void mapped_file_done_until(const struct mapped_file *file, size_t end)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    madvise((void *)file->bytes, end / page * page, MADV_DONTNEED);
}

void mapped_file_close(struct mapped_file *file)
{
    if (file->bytes)
        munmap((void *)file->bytes, file->length);
    *file = (struct mapped_file){0};
}
