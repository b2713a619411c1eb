#include "baseline.h"

#include <jansson.h>
#include <string.h>

#include "../base/hash.h"

struct by_id {
    struct old_finding *finding;
    UT_hash_handle hh;
};

struct baseline {
    const char *path;
    json_t *document; /* what texts point into */
    struct old_finding *findings;
    struct by_id *entries;
    struct by_id *table;
    size_t count;
};

static const char *text_of(const json_t *object, const char *name)
{
    return json_string_value(json_object_get(object, name));
}

static void read_finding(const json_t *object, struct old_finding *finding)
{
    const json_t *place = json_array_get(json_object_get(object, "locations"), 0);
    *finding =
        (struct old_finding){.id = text_of(object, "id"),
                             .rule = text_of(object, "rule"),
                             .severity = text_of(object, "severity"),
                             .subject = text_of(object, "subject"),
                             .message = text_of(object, "message"),
                             .table = text_of(place, "table"),
                             .row = (unsigned)json_integer_value(json_object_get(place, "row")),
                             .explained = json_object_get(object, "explained") != NULL};
}

/* NOLINTNEXTLINE(readability-function-size): the macros of uthash are long */
static bool read_findings(struct baseline *baseline, const json_t *findings, struct error *error)
{
    size_t count = json_array_size(findings);
    baseline->findings = mem_new(count + 1, sizeof(*baseline->findings));
    baseline->entries = mem_new(count + 1, sizeof(*baseline->entries));
    for (size_t i = 0; i < count; i++) {
        struct old_finding *finding = &baseline->findings[i];
        struct by_id *entry = &baseline->entries[i];
        struct by_id *before;
        read_finding(json_array_get(findings, i), finding);
        if (!finding->id || !finding->rule || !finding->severity || !finding->message)
            return error_set(
                error, STATUS_USAGE,
                "%s: finding %zu has no id, rule, severity or message. Make the report "
                "again with statval check --format json.",
                baseline->path, i + 1);
        entry->finding = finding;
        HASH_FIND(hh, baseline->table, finding->id, strlen(finding->id), before);
        if (!before)
            HASH_ADD_KEYPTR(hh, baseline->table, finding->id, strlen(finding->id), entry);
        baseline->count++;
    }
    return true;
}

static bool read_document(struct baseline *baseline, struct error *error)
{
    json_error_t why;
    baseline->document = json_load_file(baseline->path, JSON_REJECT_DUPLICATES, &why);
    if (!baseline->document)
        return error_set(error, STATUS_USAGE, "%s: the report cannot be read: %s (line %d).",
                         baseline->path, why.text, why.line);
    const json_t *findings = json_object_get(baseline->document, "findings");
    if (!json_object_get(baseline->document, "statval") || !json_is_array(findings) ||
        !baseline_return(baseline))
        return error_set(error, STATUS_USAGE,
                         "%s: this is no report of statval in the format json.", baseline->path);
    if (json_integer_value(json_object_get(baseline->document, "format")) != 1)
        return error_set(error, STATUS_USAGE,
                         "%s: the report is in a format that this version does not know.",
                         baseline->path);
    return read_findings(baseline, findings, error);
}

struct baseline *baseline_read(const char *path, struct error *error)
{
    struct baseline *baseline = mem_new(1, sizeof(*baseline));
    baseline->path = path;
    if (read_document(baseline, error))
        return baseline;
    baseline_free(baseline);
    return NULL;
}

void baseline_free(struct baseline *baseline)
{
    if (!baseline)
        return;
    HASH_CLEAR(hh, baseline->table);
    free(baseline->entries);
    free(baseline->findings);
    json_decref(baseline->document);
    free(baseline);
}

const char *baseline_path(const struct baseline *baseline)
{
    return baseline->path;
}

const char *baseline_return(const struct baseline *baseline)
{
    return text_of(json_object_get(baseline->document, "submission"), "return");
}

bool baseline_is_redacted(const struct baseline *baseline)
{
    return json_is_true(json_object_get(baseline->document, "redacted"));
}

/* NOLINTNEXTLINE(readability-function-size): the macros of uthash are long */
bool baseline_has(struct baseline *baseline, const char *id)
{
    struct by_id *entry;
    HASH_FIND(hh, baseline->table, id, strlen(id), entry);
    if (entry)
        entry->finding->met = true;
    return entry != NULL;
}

const struct old_finding *baseline_findings(const struct baseline *baseline, size_t *count)
{
    *count = baseline->count;
    return baseline->findings;
}
