/*
 * How inputs of the targets check_* are changed: as returns go wrong. Records are left out, doubled
 * and exchanged, values are exchanged between records or replaced by ones at the limits. Now and
 * then libFuzzer changes bytes as it likes.
 */
#include <string.h>

#include "outline.h"
#include "submission.h"
#include "telling_value.h"

size_t LLVMFuzzerMutate(uint8_t *bytes, size_t length, size_t room);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t room, unsigned seed);

#define TEXT_ROOM 2048

struct mutation {
    uint8_t *bytes;
    size_t length;
    size_t room;
    struct random random;
    struct outline outline;
};

/* Puts a text in the place of a piece; nothing happens when there is no room. */
static void replace(struct mutation *mutation, struct piece piece, const void *text, size_t length)
{
    if (mutation->length - piece.length + length > mutation->room)
        return;
    uint8_t *at = mutation->bytes + piece.at;
    memmove(at + length, at + piece.length, mutation->length - piece.at - piece.length);
    memcpy(at, text, length);
    mutation->length += length - piece.length;
}

static struct piece any_of(struct mutation *mutation, const struct pieces *pieces)
{
    return pieces->list[random_below(&mutation->random, pieces->count)];
}

/* Another piece: mostly of the same kind. */
static struct piece another(struct mutation *mutation, const struct pieces *pieces,
                            struct piece first)
{
    bool any = random_below(&mutation->random, 4) == 0;
    size_t from = random_below(&mutation->random, pieces->count);
    for (size_t i = 0; i < pieces->count; i++) {
        struct piece piece = pieces->list[(from + i) % pieces->count];
        if (piece.at != first.at && (any || piece.kind == first.kind))
            return piece;
    }
    return first;
}

/* A copy of a piece; longer ones are cut off. */
struct copy {
    uint8_t text[TEXT_ROOM];
    size_t length;
};

static void copy_piece(const struct mutation *mutation, struct piece piece, struct copy *copy)
{
    copy->length = piece.length < TEXT_ROOM ? piece.length : TEXT_ROOM;
    memcpy(copy->text, mutation->bytes + piece.at, copy->length);
}

static void exchange(struct mutation *mutation, struct piece a, struct piece b)
{
    struct copy a_text;
    struct copy b_text;
    struct piece first = a.at < b.at ? a : b;
    struct piece second = a.at < b.at ? b : a;
    if (first.at + first.length > second.at)
        return;
    copy_piece(mutation, first, &a_text);
    copy_piece(mutation, second, &b_text);
    replace(mutation, second, a_text.text, a_text.length);
    replace(mutation, first, b_text.text, b_text.length);
}

/* Puts a copy of one record behind another. */
static void put_behind(struct mutation *mutation, struct piece record, struct piece where)
{
    struct copy copy;
    copy_piece(mutation, record, &copy);
    replace(mutation, (struct piece){where.at + where.length, 0, 0}, copy.text, copy.length);
}

static void change_record(struct mutation *mutation)
{
    const struct pieces *records = &mutation->outline.records;
    struct piece record = any_of(mutation, records);
    struct piece other = another(mutation, records, record);
    switch (random_below(&mutation->random, 4)) {
    case 0:
        replace(mutation, record, "", 0);
        return;
    case 1:
        put_behind(mutation, record, record);
        return;
    case 2:
        put_behind(mutation, record, other);
        return;
    default:
        exchange(mutation, record, other);
    }
}

static void change_value(struct mutation *mutation)
{
    const struct pieces *values = &mutation->outline.values;
    struct piece value = any_of(mutation, values);
    struct piece other = another(mutation, values, value);
    struct copy copy;
    char text[TELLING_ROOM];
    switch (random_below(&mutation->random, 6)) {
    case 0:
        exchange(mutation, value, other);
        return;
    case 1:
        copy_piece(mutation, other, &copy);
        replace(mutation, value, copy.text, copy.length);
        return;
    default:
        telling_value(FUZZ_RETURN, &mutation->random, text);
        replace(mutation, value, text, strlen(text));
    }
}

/* What is asked for, and as which year. */
static void change_head(struct mutation *mutation)
{
    size_t place = random_below(&mutation->random, FUZZ_HEAD);
    mutation->bytes[place] ^= (uint8_t)(1U << random_below(&mutation->random, 8));
}

static void change(struct mutation *mutation)
{
    size_t choice = random_below(&mutation->random, 16);
    outline_make(&mutation->outline, mutation->bytes, mutation->length);
    if (choice == 0 || mutation->outline.values.count == 0)
        change_head(mutation);
    else if (choice < 6 && mutation->outline.records.count > 0)
        change_record(mutation);
    else
        change_value(mutation);
}

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t room, unsigned seed)
{
    static struct mutation mutation;
    mutation.bytes = bytes;
    mutation.length = length;
    mutation.room = room;
    mutation.random = (struct random){seed};
    if (length <= FUZZ_HEAD || random_below(&mutation.random, 8) == 0)
        return LLVMFuzzerMutate(bytes, length, room);
    for (size_t left = 1 + random_below(&mutation.random, 3); left > 0; left--)
        change(&mutation);
    return mutation.length;
}
