#include "findings.h"

#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "../base/memory.h"

void findings_begin(struct findings *findings)
{
    struct finding *finding =
        mem_grow((void **)&findings->list, &findings->capacity, findings->count, sizeof(*finding));
    finding->first = (uint32_t)findings->location_count;
    findings->count++;
}

void findings_point(struct findings *findings, struct location location)
{
    struct location *place = mem_grow((void **)&findings->locations, &findings->location_capacity,
                                      findings->location_count, sizeof(*place));
    *place = location;
    findings->location_count++;
    findings->list[findings->count - 1].count++;
}

/* Copies a text behind the words that are there, as far as a detail may be long. */
static uint32_t keep_words(struct findings *findings, const char *text)
{
    size_t length = strnlen(text, DETAIL_MAX);
    size_t start = findings->words_length;
    if (start + length + 1 > findings->words_room) {
        findings->words_room = findings->words_room * 2 + DETAIL_MAX + 1;
        findings->words = mem_resize(findings->words, findings->words_room);
    }
    memcpy(findings->words + start, text, length);
    findings->words[start + length] = '\0';
    cut_at_character(findings->words + start);
    findings->words_length += strlen(findings->words + start) + 1;
    return (uint32_t)start;
}

void findings_detail(struct findings *findings, const char *text)
{
    uint32_t newest = (uint32_t)findings->count - 1;
    if (!text[0] || findings_detail_of(findings, newest))
        return;
    struct finding_detail *detail =
        mem_grow((void **)&findings->details, &findings->detail_capacity, findings->detail_count,
                 sizeof(*detail));
    findings->detail_count++;
    *detail = (struct finding_detail){newest, keep_words(findings, text)};
}

const char *findings_detail_of(const struct findings *findings, uint32_t place)
{
    size_t lo = 0;
    for (size_t hi = findings->detail_count; lo < hi;) {
        size_t middle = (lo + hi) / 2;
        if (findings->details[middle].finding < place)
            lo = middle + 1;
        else
            hi = middle;
    }
    bool there = lo < findings->detail_count && findings->details[lo].finding == place;
    return there ? findings->words + findings->details[lo].text : NULL;
}

void findings_free(struct findings *findings)
{
    free(findings->list);
    free(findings->locations);
    free(findings->details);
    free(findings->words);
    *findings = (struct findings){0};
}
