#include "postcode_table.h"

#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "../input/csv.h"
#include "postcode_columns.h"

#define STEP ((size_t)1 << 20)        /* of progress, in bytes */
#define FORGET_STEP ((size_t)1 << 24) /* of giving memory back */
#define NOBODY UINT32_MAX

/* Three rounds of sorting by 13 bits see all 37 bits of a postcode. */
#define SORT_BITS 13
#define SORT_ROUNDS 3

/* Places for the numbers of authorities, by their codes: at most half of them are taken. */
#define SLOT_BITS 13
#define SLOTS ((size_t)1 << SLOT_BITS)
_Static_assert(SLOTS >= 2 * POSTCODE_AUTHORITIES_MAX, "searching a code comes to an end");

/* A directory that is being read. */
struct reader {
    struct postcode_reading *reading;
    struct csv csv;
    struct postcode_columns columns;
    const char *path;
    size_t entry_capacity;
    size_t authority_capacity;
    uint16_t slots[SLOTS];
    uint32_t latest; /* neighbours have the same authority as a rule */
    struct error *error;
};

/* 1 to 36 for a digit or letter; 0 for anything else. */
static unsigned digit_of(char c)
{
    if (c >= '0' && c <= '9')
        return 1 + (unsigned)(c - '0');
    if (c >= 'A' && c <= 'Z')
        return 11 + (unsigned)(c - 'A');
    if (c >= 'a' && c <= 'z')
        return 11 + (unsigned)(c - 'a');
    return 0;
}

uint64_t postcode_number(const char *text, size_t length)
{
    uint64_t number = 0;
    unsigned digits = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] == ' ')
            continue;
        unsigned digit = digit_of(text[i]);
        if (digit == 0 || digits == POSTCODE_LENGTH)
            return 0;
        number = number * POSTCODE_BASE + digit;
        digits++;
    }
    for (; digits < POSTCODE_LENGTH; digits++)
        number *= POSTCODE_BASE;
    return number;
}

static uint64_t number_of(const struct postcode_entry *entry)
{
    return entry->key >> 16;
}

/* The first three characters of a postcode. */
static uint64_t area_of(uint64_t number)
{
    return number / ((uint64_t)POSTCODE_BASE * POSTCODE_BASE * POSTCODE_BASE * POSTCODE_BASE);
}

const struct postcode_entry *postcode_table_find(const struct postcode_table *table,
                                                 uint64_t number)
{
    uint64_t area = area_of(number);
    if (number == 0 || area >= POSTCODE_STARTS)
        return NULL;
    uint32_t from = table->starts[area];
    uint32_t to = table->starts[area + 1];
    if (to > table->count)
        to = table->count;
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        uint64_t found = number_of(&table->entries[middle]);
        if (found == number)
            return &table->entries[middle];
        if (found < number)
            from = middle + 1;
        else
            to = middle;
    }
    return NULL;
}

/* Whole metres. */
static bool read_metres(const char *text, size_t length, int32_t *metres)
{
    bool negative = length > 0 && text[0] == '-';
    int32_t value = 0;
    size_t i = negative;
    if (i == length)
        return false;
    for (; i < length; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        value = value * 10 + (text[i] - '0');
        if (value >= POSTCODE_PLACE_LIMIT)
            return false;
    }
    *metres = negative ? -value : value;
    return true;
}

static bool read_place(const struct reader *reader, struct postcode_entry *entry)
{
    size_t east_length, north_length;
    const char *east =
        postcode_columns_text(&reader->columns, &reader->csv, COLUMN_EASTING, &east_length);
    const char *north =
        postcode_columns_text(&reader->columns, &reader->csv, COLUMN_NORTHING, &north_length);
    entry->easting = entry->northing = POSTCODE_NO_PLACE;
    if (east_length == 0 || north_length == 0) /* one alone is no place */
        return true;
    return read_metres(east, east_length, &entry->easting) &&
           read_metres(north, north_length, &entry->northing);
}

/* Where the number of an authority is, or belongs. */
static uint16_t *slot_of(struct reader *reader, const char *code)
{
    uint64_t hash = 0;
    for (int i = 0; i < POSTCODE_AUTHORITY_LENGTH; i++)
        hash = (hash ^ (unsigned char)code[i]) * 0x9e3779b97f4a7c15;
    size_t slot = hash >> (64 - SLOT_BITS);
    while (reader->slots[slot] && memcmp(reader->reading->authorities[reader->slots[slot]], code,
                                         POSTCODE_AUTHORITY_LENGTH) != 0)
        slot = (slot + 1) % SLOTS;
    return &reader->slots[slot];
}

/* The number of an authority; NOBODY when there are too many. */
static uint32_t number_authority(struct reader *reader, const char *code)
{
    struct postcode_reading *reading = reader->reading;
    uint16_t *slot = slot_of(reader, code);
    uint32_t known = *slot;
    if (known > 0)
        return known;
    if (reading->table.authority_count == POSTCODE_AUTHORITIES_MAX)
        return NOBODY;
    char *place = mem_grow((void **)&reading->authorities, &reader->authority_capacity,
                           reading->table.authority_count, POSTCODE_AUTHORITY_ROOM);
    memcpy(place, code, POSTCODE_AUTHORITY_LENGTH);
    *slot = (uint16_t)reading->table.authority_count++;
    return *slot;
}

/* The code that counts: that of a county council, else that of the district, which is then an
 * authority of its own. */
static const char *authority_text(const struct reader *reader, size_t *length)
{
    const struct postcode_columns *columns = &reader->columns;
    if (columns->at[COLUMN_UPPER] != NO_COLUMN)
        return postcode_columns_text(columns, &reader->csv, COLUMN_UPPER, length);
    const char *county = postcode_columns_text(columns, &reader->csv, COLUMN_COUNTY, length);
    if (*length >= 3 && (county[0] == 'E' || county[0] == 'e') && memcmp(county + 1, "10", 2) == 0)
        return county;
    return postcode_columns_text(columns, &reader->csv, COLUMN_DISTRICT, length);
}

/* The number of the row's authority; NOBODY when its code has not the form of one. *full is set
 * when there are too many. */
static uint32_t read_authority(struct reader *reader, bool *full)
{
    size_t length;
    char code[POSTCODE_AUTHORITY_LENGTH];
    const char *text = authority_text(reader, &length);
    if (length == 0)
        return 0;
    if (length != POSTCODE_AUTHORITY_LENGTH)
        return NOBODY;
    if (memcmp(reader->reading->authorities[reader->latest], text, length) == 0)
        return reader->latest;
    for (size_t i = 0; i < length; i++) {
        if (digit_of(text[i]) == 0)
            return NOBODY;
        code[i] = text[i] >= 'a' ? (char)(text[i] - 'a' + 'A') : text[i];
    }
    uint32_t number = number_authority(reader, code);
    *full = number == NOBODY;
    if (!*full)
        reader->latest = number;
    return number;
}

static bool leave_out(struct reader *reader, enum postcode_fault fault)
{
    struct postcode_counts *counts = &reader->reading->counts;
    counts->left_out[fault]++;
    if (counts->first_left_out == 0)
        counts->first_left_out = reader->csv.sheet_row;
    return true;
}

static bool add_row(struct reader *reader, const struct postcode_entry *entry)
{
    struct postcode_reading *reading = reader->reading;
    if (reading->table.count == POSTCODE_ROWS_MAX)
        return error_set(reader->error, STATUS_INPUT,
                         "%s: there are more than %u rows, which is too many for a postcode "
                         "directory.",
                         reader->path, (unsigned)POSTCODE_ROWS_MAX);
    *(struct postcode_entry *)mem_grow((void **)&reading->entries, &reader->entry_capacity,
                                       reading->table.count, sizeof(*entry)) = *entry;
    reading->table.count++;
    return true;
}

static bool read_row(struct reader *reader)
{
    struct postcode_entry entry;
    bool full = false;
    size_t length;
    const char *text =
        postcode_columns_text(&reader->columns, &reader->csv, COLUMN_POSTCODE, &length);
    uint64_t number = postcode_number(text, length);
    reader->reading->counts.rows++;
    if (number == 0)
        return leave_out(reader, POSTCODE_FAULT_KEY);
    if (!read_place(reader, &entry))
        return leave_out(reader, POSTCODE_FAULT_PLACE);
    uint32_t authority = read_authority(reader, &full);
    if (full)
        return error_set(reader->error, STATUS_INPUT,
                         "%s: there are more than %d different authorities, which is too many for "
                         "a postcode directory.",
                         reader->path, POSTCODE_AUTHORITIES_MAX - 1);
    if (authority == NOBODY)
        return leave_out(reader, POSTCODE_FAULT_AUTHORITY);
    entry.key = number << 16 | authority;
    return add_row(reader, &entry);
}

/* Reads all rows below the heading. */
static bool read_rows(struct reader *reader, const struct mapped_file *file,
                      const struct postcode_progress *progress)
{
    size_t next_step = 0;
    size_t next_forget = FORGET_STEP;
    while (csv_next(&reader->csv)) {
        if (!read_row(reader))
            return false;
        size_t done = (size_t)(reader->csv.bytes - file->bytes) + reader->csv.at;
        if (progress->tell && done >= next_step) {
            progress->tell(progress->context, done, file->length);
            next_step = done + STEP;
        }
        if (done >= next_forget) {
            mapped_file_done_until(file, done);
            next_forget = done + FORGET_STEP;
        }
    }
    return true;
}

/* One round of a sort by counting, from `from` to `to`; equal ones keep their order. */
static void sort_round(const struct postcode_entry *from, struct postcode_entry *to, size_t count,
                       unsigned shift)
{
    const uint64_t mask = ((uint64_t)1 << SORT_BITS) - 1;
    size_t *places = mem_new((size_t)1 << SORT_BITS, sizeof(*places));
    size_t place = 0;
    for (size_t i = 0; i < count; i++)
        places[number_of(&from[i]) >> shift & mask]++;
    for (size_t i = 0; i <= mask; i++) {
        size_t here = places[i];
        places[i] = place;
        place += here;
    }
    for (size_t i = 0; i < count; i++)
        to[places[number_of(&from[i]) >> shift & mask]++] = from[i];
    free(places);
}

static bool is_sorted(const struct postcode_entry *entries, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        if (number_of(&entries[i]) < number_of(&entries[i - 1]))
            return false;
    }
    return true;
}

/* Sorts by postcode; of rows with the same one the first comes first. */
static void sort(struct postcode_reading *reading)
{
    size_t count = reading->table.count;
    if (is_sorted(reading->entries, count))
        return;
    struct postcode_entry *other = mem_new(count, sizeof(*other));
    for (unsigned round = 0; round < SORT_ROUNDS; round++) {
        struct postcode_entry *from = reading->entries;
        sort_round(from, other, count, round * SORT_BITS);
        reading->entries = other;
        other = from;
    }
    free(other);
}

/* Keeps the first row of each postcode. */
static void take_out_repeated(struct postcode_reading *reading)
{
    struct postcode_entry *entries = reading->entries;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < reading->table.count; i++) {
        if (kept == 0 || number_of(&entries[i]) != number_of(&entries[kept - 1]))
            entries[kept++] = entries[i];
    }
    reading->counts.repeated = reading->table.count - kept;
    reading->table.count = kept;
}

static void find_starts(struct postcode_reading *reading)
{
    uint32_t entry = 0;
    reading->starts = mem_new(POSTCODE_STARTS + 1, sizeof(*reading->starts));
    for (uint64_t area = 0; area <= POSTCODE_STARTS; area++) {
        while (entry < reading->table.count && area_of(number_of(&reading->entries[entry])) < area)
            entry++;
        reading->starts[area] = entry;
    }
}

static void make_table(struct postcode_reading *reading)
{
    sort(reading);
    take_out_repeated(reading);
    find_starts(reading);
    reading->table.entries = reading->entries;
    reading->table.starts = reading->starts;
    reading->table.authorities = (const char(*)[POSTCODE_AUTHORITY_ROOM])reading->authorities;
}

/* Reads the heading. The empty authority has number 0. */
static bool begin(struct reader *reader, const struct mapped_file *file)
{
    static const char mark[] = "\xef\xbb\xbf";
    size_t start = file->length >= 3 && memcmp(file->bytes, mark, 3) == 0 ? 3 : 0;
    const char *bytes = file->bytes + start;
    size_t length = file->length - start;
    csv_begin(&reader->csv, bytes, length, csv_delimiter(bytes, length));
    mem_grow((void **)&reader->reading->authorities, &reader->authority_capacity, 0,
             POSTCODE_AUTHORITY_ROOM);
    reader->reading->table.authority_count = 1;
    csv_next(&reader->csv);
    return postcode_columns_find(&reader->columns, &reader->csv, reader->path, reader->error);
}

bool postcode_table_read(struct postcode_reading *reading, const struct mapped_file *file,
                         const char *path, const struct postcode_progress *progress,
                         struct error *error)
{
    struct reader reader = {.reading = reading, .path = path, .error = error};
    *reading = (struct postcode_reading){0};
    if (file->length > UINT32_MAX)
        return error_set(error, STATUS_INPUT, "%s: the file is larger than 4 GB.", path);
    mapped_file_read_in_order(file);
    bool fine = begin(&reader, file) && read_rows(&reader, file, progress);
    csv_end(&reader.csv);
    if (!fine)
        return false;
    if (reading->table.count == 0)
        return error_set(error, STATUS_INPUT,
                         "%s: none of its %u rows has a postcode, coordinates in whole metres and "
                         "an authority code of nine characters.",
                         path, (unsigned)reading->counts.rows);
    make_table(reading);
    return true;
}

void postcode_reading_free(struct postcode_reading *reading)
{
    free(reading->entries);
    free(reading->starts);
    free(reading->authorities);
    *reading = (struct postcode_reading){0};
}
