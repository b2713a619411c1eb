#include "postcodes.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "../base/memory.h"
#include "../base/whole_file.h"

struct postcodes {
    char *path;
    struct postcode_table table;
    struct postcode_about about;
    struct mapped_file file;         /* of an index */
    struct postcode_reading reading; /* of a CSV file */
};

/* The name of a file without folders. */
static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Takes a name of `length` bytes, with question marks for what cannot be shown. */
static void take_name(char *to, size_t room, const char *name, size_t length)
{
    if (length >= room)
        length = room - 1;
    memcpy(to, name, length);
    to[length] = '\0';
    cut_at_character(to);
    for (char *at = to; *at && !postcode_index_is_plain(to); at++) {
        if ((unsigned char)*at < 0x20 || (unsigned char)*at >= 0x7f)
            *at = '?';
    }
}

static void name_edition(struct postcode_about *about, const char *path)
{
    const char *name = base_name(path);
    const char *dot = strrchr(name, '.');
    size_t length = dot && dot > name ? (size_t)(dot - name) : strlen(name);
    take_name(about->edition, sizeof(about->edition), name, length);
}

static bool describe(const struct postcodes_request *request, struct postcode_about *about,
                     struct error *error)
{
    const char *source = base_name(request->csv_path);
    take_name(about->source, sizeof(about->source), source, strlen(source));
    about->build_day = request->today;
    if (request->today < 0 || request->today > POSTCODE_LAST_DAY)
        return error_set(error, STATUS_USAGE, "today must be a day from 1970 to 9999.");
    if (!request->edition) {
        name_edition(about, request->csv_path);
        return true;
    }
    size_t length = strlen(request->edition);
    if (length >= sizeof(about->edition) || !postcode_index_is_plain(request->edition))
        return error_set(error, STATUS_USAGE,
                         "the edition must be a text of at most %zu bytes without control "
                         "characters.",
                         sizeof(about->edition) - 1);
    memcpy(about->edition, request->edition, length + 1);
    return true;
}

/* What is no file cannot be replaced by one, and the directory must not be replaced by its index.
 */
static bool is_fit_target(const struct postcodes_request *request, struct error *error)
{
    struct stat target, source;
    if (stat(request->index_path, &target) != 0)
        return true;
    if (!S_ISREG(target.st_mode))
        return error_set(error, STATUS_REPORT, "%s: this is no file that an index could replace.",
                         request->index_path);
    if (stat(request->csv_path, &source) == 0 && source.st_dev == target.st_dev &&
        source.st_ino == target.st_ino)
        return error_set(error, STATUS_USAGE,
                         "%s: the index would replace the directory that it is made of. Give it "
                         "another name.",
                         request->index_path);
    return true;
}

static bool write_index(const struct postcodes_request *request, const struct postcode_table *table,
                        const struct postcode_about *about, uint64_t *size, struct error *error)
{
    struct whole_file out;
    if (!whole_file_begin(&out, request->index_path, "the index", true, error))
        return false;
    *size = postcode_index_write(out.out, table, about);
    return whole_file_end(&out, true, error);
}

static bool read_directory(const struct postcodes_request *request,
                           struct postcode_reading *reading, struct error *error)
{
    struct mapped_file file;
    if (!mapped_file_open(&file, request->csv_path, error))
        return false;
    bool fine = !postcode_index_is_one(&file) ||
                error_set(error, STATUS_INPUT,
                          "%s: this is an index already; an index is made of the CSV file.",
                          request->csv_path);
    fine =
        fine && postcode_table_read(reading, &file, request->csv_path, &request->progress, error);
    mapped_file_close(&file);
    return fine;
}

bool postcodes_build(const struct postcodes_request *request, struct postcodes_made *made,
                     struct error *error)
{
    struct postcode_reading reading = {0};
    struct postcode_about about = {0};
    *made = (struct postcodes_made){0};
    if (!describe(request, &about, error) || !is_fit_target(request, error))
        return false;
    bool fine = read_directory(request, &reading, error);
    if (fine) {
        made->counts = reading.counts;
        made->postcodes = reading.table.count;
        about.rows = reading.counts.rows;
        about.repeated = reading.counts.repeated;
        for (int i = 0; i < POSTCODE_FAULTS; i++)
            about.left_out += reading.counts.left_out[i];
        fine = write_index(request, &reading.table, &about, &made->size, error);
    }
    postcode_reading_free(&reading);
    return fine;
}

static bool open_csv(struct postcodes *postcodes, struct error *error)
{
    static const struct postcode_progress nobody = {0};
    bool fine =
        postcode_table_read(&postcodes->reading, &postcodes->file, postcodes->path, &nobody, error);
    mapped_file_close(&postcodes->file);
    postcodes->table = postcodes->reading.table;
    postcodes->about.build_day = SV_NONE;
    name_edition(&postcodes->about, postcodes->path);
    return fine;
}

struct postcodes *postcodes_open(const char *path, struct error *error)
{
    struct postcodes *postcodes = mem_new(1, sizeof(*postcodes));
    postcodes->path = mem_copy(path, strlen(path));
    bool fine = mapped_file_open(&postcodes->file, path, error);
    if (fine && postcode_index_is_one(&postcodes->file))
        fine = postcode_index_read(&postcodes->file, path, &postcodes->table, &postcodes->about,
                                   error);
    else if (fine)
        fine = open_csv(postcodes, error);
    if (fine)
        return postcodes;
    postcodes_close(postcodes);
    return NULL;
}

void postcodes_close(struct postcodes *postcodes)
{
    if (!postcodes)
        return;
    mapped_file_close(&postcodes->file);
    postcode_reading_free(&postcodes->reading);
    free(postcodes->path);
    free(postcodes);
}

static bool is_place(int32_t metres)
{
    return metres > -POSTCODE_PLACE_LIMIT && metres < POSTCODE_PLACE_LIMIT;
}

bool postcodes_find(const struct postcodes *postcodes, const char *text, struct postcode *found)
{
    const struct postcode_table *table = &postcodes->table;
    const struct postcode_entry *entry =
        postcode_table_find(table, postcode_number(text, strlen(text)));
    if (!entry)
        return false;
    /* An index may be damaged while it is in use. */
    size_t authority = entry->key & 0xffff;
    found->authority = table->authorities[authority < table->authority_count ? authority : 0];
    found->located = is_place(entry->easting) && is_place(entry->northing);
    found->easting = found->located ? entry->easting : 0;
    found->northing = found->located ? entry->northing : 0;
    return true;
}

const char *postcodes_path(const struct postcodes *postcodes)
{
    return postcodes->path;
}

const char *postcodes_edition(const struct postcodes *postcodes)
{
    return postcodes->about.edition;
}

uint32_t postcodes_count(const struct postcodes *postcodes)
{
    return postcodes->table.count;
}

sv_day postcodes_build_day(const struct postcodes *postcodes)
{
    return postcodes->about.build_day;
}
