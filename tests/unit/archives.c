#include "archives.h"

#include <zip.h>

static void add_file(zip_t *zip, const struct archived *file)
{
    if (!file->bytes) {
        assert_true(zip_dir_add(zip, file->name, ZIP_FL_ENC_UTF_8) >= 0);
        return;
    }
    zip_source_t *source = zip_source_buffer(zip, file->bytes, file->length, 0);
    assert_non_null(source);
    assert_true(zip_file_add(zip, file->name, source, ZIP_FL_ENC_UTF_8) >= 0);
}

const char *write_archive(const char *name, const struct archived *files, size_t count)
{
    const char *path = in_folder(name);
    int reason = 0;
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &reason);
    assert_non_null(zip);
    for (size_t i = 0; i < count; i++)
        add_file(zip, &files[i]);
    assert_int_equal(zip_close(zip), 0);
    return path;
}

char *make_archive(const struct archived *files, size_t count, size_t *length)
{
    const char *path = write_archive("made.zip", files, count);
    char *bytes = read_file(path, length);
    assert_int_equal(remove(path), 0);
    return bytes;
}
