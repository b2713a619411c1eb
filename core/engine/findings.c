#include "findings.h"

#include <stdlib.h>

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

void findings_free(struct findings *findings)
{
    free(findings->list);
    free(findings->locations);
    *findings = (struct findings){0};
}
