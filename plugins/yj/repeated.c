#include "repeated.h"

#include <stdlib.h>

#include "facts.h"

/* Records are written to here, and where prepare.c says. */

/* A period of education by what it says: those that say the same stand together. */
struct said {
    uint64_t hash;
    const struct ete *ete;
};

static uint64_t add_bytes(uint64_t hash, const void *bytes, size_t length)
{
    for (const unsigned char *byte = bytes; length > 0; byte++, length--)
        hash = (hash ^ *byte) * UINT64_C(1099511628211);
    return hash;
}

static uint64_t add_number(uint64_t hash, int number)
{
    return add_bytes(hash, &number, sizeof(number));
}

static uint64_t add_text(const struct sv_context *ctx, uint64_t hash, struct sv_value value)
{
    const char *text = text_of(ctx, value);
    return add_bytes(add_number(hash, value.number), text, strlen(text) + 1);
}

static uint64_t hash_of(const struct sv_context *ctx, const struct ete *ete)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    const struct sv_value texts[] = {ete->StartDate, ete->EndDate, ete->Hours, ete->HoursOffered,
                                     ete->Description};
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        hash = add_text(ctx, hash, texts[i]);
    hash = add_number(hash, code_key(ctx, ete->ProvisionType));
    return add_number(hash, code_key(ctx, ete->Suitability));
}

/* Dates and numbers that are written alike; blank is like blank. */
static bool same_text(const struct sv_context *ctx, struct sv_value a, struct sv_value b)
{
    return a.number == b.number && strcmp(text_of(ctx, a), text_of(ctx, b)) == 0;
}

static bool is_same(const struct sv_context *ctx, const struct ete *a, const struct ete *b)
{
    return same_text(ctx, a->StartDate, b->StartDate) && same_text(ctx, a->EndDate, b->EndDate) &&
           code_key(ctx, a->ProvisionType) == code_key(ctx, b->ProvisionType) &&
           code_key(ctx, a->Suitability) == code_key(ctx, b->Suitability) &&
           same_text(ctx, a->Hours, b->Hours) && same_text(ctx, a->HoursOffered, b->HoursOffered) &&
           same_text(ctx, a->Description, b->Description);
}

static int compare_said(const void *left, const void *right)
{
    const struct said *a = left;
    const struct said *b = right;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return a->ete->row.number < b->ete->row.number ? -1 : 1;
}

void note_repeated(const struct sv_context *ctx, const struct person *child)
{
    size_t count = 0;
    FOR_EACH (ctx, ete, ete, child)
        count++;
    if (count < 2)
        return;
    struct said *said = ctx->host->keep(ctx, count * sizeof(*said));
    count = 0;
    FOR_EACH (ctx, ete, ete, child)
        said[count++] = (struct said){hash_of(ctx, ete), ete};
    qsort(said, count, sizeof(*said), compare_said);
    for (size_t i = 1, first = 0; i < count; i++) {
        if (said[i].hash == said[first].hash && is_same(ctx, said[first].ete, said[i].ete))
            WRITABLE(ete, said[i].ete)->repeats = said[first].ete;
        else
            first = i;
    }
}
