#include "postcode_index.h"

#include <string.h>

#include "../input/csv_text.h"

#define MAGIC "SVPCODES"
#define VERSION 1
#define BYTE_ORDER_MARK 0x01020304

#define AGAIN "Make it again with statval reference build postcodes"

/* The file: this header, the codes of the authorities, the starts, the entries. All sizes are
 * multiples of 8, so that each part can be used where it lies. */
struct header {
    char magic[8];
    uint32_t version;
    uint32_t byte_order;
    uint32_t header_size;
    uint32_t entry_count;
    uint64_t total_size;
    uint64_t checksum; /* of the whole file, with 0 in this place */
    uint32_t authority_count;
    uint32_t reserved;
    struct postcode_about about;
};

_Static_assert(sizeof(struct header) == 256, "the header has no gaps");
_Static_assert(sizeof(struct postcode_entry) == 16, "entries have no gaps");
_Static_assert((POSTCODE_STARTS + 1) * sizeof(uint32_t) % 8 == 0, "entries are aligned");

/* Where the parts begin. */
struct places {
    size_t authorities;
    size_t starts;
    size_t entries;
    uint64_t end;
};

static struct places places_of(uint32_t authority_count, uint32_t entry_count)
{
    struct places places = {.authorities = sizeof(struct header)};
    places.starts = places.authorities + (size_t)authority_count * POSTCODE_AUTHORITY_ROOM;
    places.entries = places.starts + (POSTCODE_STARTS + 1) * sizeof(uint32_t);
    places.end = places.entries + (uint64_t)entry_count * sizeof(struct postcode_entry);
    return places;
}

/* Tells files apart that were damaged by accident. Four sums side by side, as each would wait for
 * its own multiplication. */
struct sum {
    uint64_t lanes[4];
};

static void add_word(uint64_t *lane, const char *word)
{
    uint64_t value;
    memcpy(&value, word, sizeof(value));
    *lane = (*lane ^ value) * 0x9e3779b97f4a7c15;
    *lane ^= *lane >> 32;
}

static void add(struct sum *sum, const void *bytes, size_t size)
{
    const char *at = bytes;
    const char *end = at + size / 8 * 8;
    for (; end - at >= 32; at += 32) {
        add_word(&sum->lanes[0], at);
        add_word(&sum->lanes[1], at + 8);
        add_word(&sum->lanes[2], at + 16);
        add_word(&sum->lanes[3], at + 24);
    }
    for (; at < end; at += 8)
        add_word(&sum->lanes[0], at);
}

static uint64_t checksum(const struct header *header, const struct postcode_table *table)
{
    struct header bare = *header;
    struct sum sum = {{1, 2, 3, 4}};
    bare.checksum = 0;
    add(&sum, &bare, sizeof(bare));
    add(&sum, table->authorities, (size_t)table->authority_count * POSTCODE_AUTHORITY_ROOM);
    add(&sum, table->starts, (POSTCODE_STARTS + 1) * sizeof(*table->starts));
    add(&sum, table->entries, (size_t)table->count * sizeof(*table->entries));
    for (int i = 1; i < 4; i++)
        add_word(&sum.lanes[0], (const char *)&sum.lanes[i]);
    return sum.lanes[0];
}

bool postcode_index_is_plain(const char *text)
{
    size_t left = strlen(text);
    while (left > 0) {
        size_t length = csv_text_character(text, left);
        unsigned char first = (unsigned char)text[0];
        bool control = first < 0x20 || first == 0x7f ||
                       (first == 0xc2 && length == 2 && (unsigned char)text[1] < 0xa0);
        if (length == 0 || control)
            return false;
        text += length;
        left -= length;
    }
    return true;
}

uint64_t postcode_index_write(FILE *out, const struct postcode_table *table,
                              const struct postcode_about *about)
{
    struct places places = places_of(table->authority_count, table->count);
    struct header header = {.version = VERSION,
                            .byte_order = BYTE_ORDER_MARK,
                            .header_size = sizeof(header),
                            .entry_count = table->count,
                            .total_size = places.end,
                            .authority_count = table->authority_count,
                            .about = *about};
    memcpy(header.magic, MAGIC, sizeof(header.magic));
    header.checksum = checksum(&header, table);
    fwrite(&header, sizeof(header), 1, out);
    fwrite(table->authorities, POSTCODE_AUTHORITY_ROOM, table->authority_count, out);
    fwrite(table->starts, sizeof(*table->starts), POSTCODE_STARTS + 1, out);
    fwrite(table->entries, sizeof(*table->entries), table->count, out);
    return places.end;
}

bool postcode_index_is_one(const struct mapped_file *file)
{
    return file->length >= 8 && memcmp(file->bytes, MAGIC, 8) == 0;
}

static bool damaged(const char *path, struct error *error)
{
    return error_set(error, STATUS_INPUT, "%s: the postcode index is damaged. " AGAIN ".", path);
}

/* Whether the header is of this version and machine, and agrees with itself and the size. */
static bool check_header(const struct header *header, size_t size, const char *path,
                         struct error *error)
{
    if (header->byte_order != BYTE_ORDER_MARK)
        return error_set(error, STATUS_INPUT,
                         "%s: the postcode index was made on another kind of machine. " AGAIN
                         " on this one.",
                         path);
    if (header->version != VERSION)
        return error_set(error, STATUS_INPUT,
                         "%s: the postcode index is of version %u, and this is a program for "
                         "version %d. " AGAIN ".",
                         path, (unsigned)header->version, VERSION);
    if (header->total_size != size)
        return error_set(error, STATUS_INPUT,
                         "%s: the postcode index has %llu bytes in place of %llu: it was not "
                         "copied completely, or is damaged. " AGAIN ".",
                         path, (unsigned long long)size, (unsigned long long)header->total_size);
    if (header->header_size != sizeof(*header) || header->authority_count == 0 ||
        header->authority_count > POSTCODE_AUTHORITIES_MAX || header->entry_count == 0 ||
        header->entry_count > POSTCODE_ROWS_MAX ||
        places_of(header->authority_count, header->entry_count).end != size)
        return damaged(path, error);
    return true;
}

static bool is_text(const char *text, size_t room)
{
    return memchr(text, '\0', room) && postcode_index_is_plain(text);
}

static bool is_code(const char code[POSTCODE_AUTHORITY_ROOM], size_t length)
{
    for (size_t i = 0; i < POSTCODE_AUTHORITY_ROOM; i++) {
        bool digit = code[i] >= '0' && code[i] <= '9';
        bool letter = code[i] >= 'A' && code[i] <= 'Z';
        if (i < length ? !digit && !letter : code[i] != '\0')
            return false;
    }
    return true;
}

/* Whether what is shown, and where searching begins, are as they must be. */
static bool check_parts(const struct header *header, const struct postcode_table *table)
{
    const struct postcode_about *about = &header->about;
    bool fine = is_text(about->edition, sizeof(about->edition)) &&
                is_text(about->source, sizeof(about->source)) && about->build_day >= 0 &&
                about->build_day <= POSTCODE_LAST_DAY;
    for (uint32_t i = 0; i < table->authority_count && fine; i++)
        fine = is_code(table->authorities[i], i == 0 ? 0 : POSTCODE_AUTHORITY_LENGTH);
    fine = fine && table->starts[0] == 0 && table->starts[POSTCODE_STARTS] == table->count;
    for (uint32_t i = 0; i < POSTCODE_STARTS && fine; i++)
        fine = table->starts[i] <= table->starts[i + 1];
    return fine;
}

bool postcode_index_read(const struct mapped_file *file, const char *path,
                         struct postcode_table *table, struct postcode_about *about,
                         struct error *error)
{
    struct header header;
    if (file->length < sizeof(header))
        return damaged(path, error);
    memcpy(&header, file->bytes, sizeof(header));
    if (!check_header(&header, file->length, path, error))
        return false;
    struct places places = places_of(header.authority_count, header.entry_count);
    const void *starts = file->bytes + places.starts;
    const void *entries = file->bytes + places.entries;
    table->authorities = (const char(*)[POSTCODE_AUTHORITY_ROOM])(file->bytes + places.authorities);
    table->authority_count = header.authority_count;
    table->starts = starts;
    table->entries = entries;
    table->count = header.entry_count;
    *about = header.about;
    if (checksum(&header, table) != header.checksum || !check_parts(&header, table))
        return damaged(path, error);
    return true;
}
