#include "codes.h"

#include <string.h>

/* Codes have a few characters: a simple hash of them is enough, and a file has millions. */
#define HASH_FUNCTION(key, length, hash) ((hash) = hash_code(key, length))
static unsigned hash_code(const void *key, size_t length)
{
    const unsigned char *bytes = key;
    unsigned hash = 0;
    for (size_t i = 0; i < length; i++)
        hash = hash * 31 + bytes[i];
    return hash;
}

#include "../base/hash.h"

struct entry {
    int number;
    UT_hash_handle hh;
};

struct codes {
    const struct sv_code_list *list;
    struct entry *by_text;
    struct entry entries[];
};

/* NOLINTNEXTLINE(readability-function-size): the macros of uthash are long */
struct codes *codes_new(const struct sv_code_list *list)
{
    struct codes *codes = mem_new(1, sizeof(*codes) + list->count * sizeof(struct entry));
    codes->list = list;
    for (size_t i = 0; i < list->count; i++) {
        struct entry *entry = &codes->entries[i];
        const char *code = list->codes[i].code;
        entry->number = (int)i;
        HASH_ADD_KEYPTR(hh, codes->by_text, code, strlen(code), entry);
    }
    return codes;
}

void codes_free(struct codes *codes)
{
    if (!codes)
        return;
    HASH_CLEAR(hh, codes->by_text);
    free(codes);
}

const struct sv_code_list *codes_list(const struct codes *codes)
{
    return codes->list;
}

/* NOLINTNEXTLINE(readability-function-size): the macros of uthash are long */
int codes_find(const struct codes *codes, const char *text, size_t length)
{
    struct entry *entry;
    HASH_FIND(hh, codes->by_text, text, length, entry);
    return entry ? entry->number : -1;
}
