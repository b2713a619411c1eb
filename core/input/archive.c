#include "archive.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "../base/memory.h"

struct unpacking {
    zip_t *zip;
    const char *name;
    uint64_t limit;
    uint64_t unpacked;
    archive_told *told;
    void *context;
    struct error *error;
};

static bool refuse_entry(const struct unpacking *unpacking, const char *entry, zip_error_t *why)
{
    int code = zip_error_code_zip(why);
    if (code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD)
        return error_set(
            unpacking->error, STATUS_INPUT,
            "%s: the file %s in the archive is locked with a password. Unpack the archive and "
            "give the folder.",
            unpacking->name, entry);
    return error_set(
        unpacking->error, STATUS_INPUT,
        "%s: the file %s in the archive cannot be unpacked: %s. Make the archive again.",
        unpacking->name, entry, zip_error_strerror(why));
}

static bool refuse_size(const struct unpacking *unpacking)
{
    return error_set(
        unpacking->error, STATUS_INPUT,
        "%s: the archive unpacks to more than %llu MB. If it really is a return, raise "
        "the limit with --max-size MB.",
        unpacking->name, (unsigned long long)(unpacking->limit / 1000000));
}

/* What the archive says of sizes may be a lie: memory grows with what really comes. */
static bool unpack(struct unpacking *unpacking, zip_file_t *file, const char *entry, char **bytes,
                   size_t *length)
{
    size_t room = 64 * (size_t)1024;
    *bytes = mem_resize(NULL, room);
    *length = 0;
    for (;;) {
        zip_int64_t got = zip_fread(file, *bytes + *length, room - *length);
        if (got < 0)
            return refuse_entry(unpacking, entry, zip_file_get_error(file));
        if (got == 0)
            return true;
        *length += (size_t)got;
        unpacking->unpacked += (uint64_t)got;
        if (unpacking->unpacked > unpacking->limit)
            return refuse_size(unpacking);
        if (*length == room)
            *bytes = mem_resize(*bytes, room *= 2);
    }
}

static bool read_entry(struct unpacking *unpacking, zip_uint64_t number)
{
    const char *entry = zip_get_name(unpacking->zip, number, ZIP_FL_ENC_GUESS);
    char *bytes;
    size_t length;
    if (!entry || !entry[0] || entry[strlen(entry) - 1] == '/')
        return true; /* a folder */
    zip_file_t *file = zip_fopen_index(unpacking->zip, number, 0);
    if (!file)
        return refuse_entry(unpacking, entry, zip_get_error(unpacking->zip));
    bool fine = unpack(unpacking, file, entry, &bytes, &length);
    zip_fclose(file);
    if (fine)
        return unpacking->told(unpacking->context, entry, bytes, length, unpacking->error);
    free(bytes);
    return false;
}

static bool read_entries(struct unpacking *unpacking)
{
    zip_int64_t count = zip_get_num_entries(unpacking->zip, 0);
    bool fine = true;
    if (zip_name_locate(unpacking->zip, "[Content_Types].xml", 0) >= 0)
        return error_set(unpacking->error, STATUS_INPUT,
                         "%s: this is an Office document. Save each sheet of a workbook as \"CSV "
                         "UTF-8\", and give those files.",
                         unpacking->name);
    if (count < 1 || count > ARCHIVE_ENTRIES_MAX)
        return error_set(unpacking->error, STATUS_INPUT, "%s: the archive holds %lld files.",
                         unpacking->name, (long long)count);
    for (zip_int64_t i = 0; fine && i < count; i++)
        fine = read_entry(unpacking, (zip_uint64_t)i);
    return fine;
}

bool archive_read(const char *name, const char *bytes, size_t length, uint64_t limit,
                  archive_told *told, void *context, struct error *error)
{
    zip_error_t why;
    zip_error_init(&why);
    zip_source_t *source = zip_source_buffer_create(bytes, length, 0, &why);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, &why) : NULL;
    if (!zip) {
        error_set(error, STATUS_INPUT, "%s: the zip archive is damaged: %s. Make it again.", name,
                  zip_error_strerror(&why));
        if (source)
            zip_source_free(source);
        zip_error_fini(&why);
        return false;
    }
    struct unpacking unpacking = {
        .zip = zip, .name = name, .limit = limit, .told = told, .context = context, .error = error};
    bool fine = read_entries(&unpacking);
    zip_discard(zip);
    zip_error_fini(&why);
    return fine;
}
