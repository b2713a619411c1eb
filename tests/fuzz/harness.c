#include "harness.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include "../../core/base/fault.h"
#include "../../core/input/schema.h"

static int descriptors[FUZZ_FILES_MAX];
static char paths[FUZZ_FILES_MAX][32];
static size_t file_count;

const struct registry *fuzz_registry(void)
{
    static struct registry registry;
    if (registry.count == 0) {
        xmlInitParser();
        registry_load(&registry, NULL, 0);
        fuzz_require(registry.count > 0, "there are plugins");
    }
    return &registry;
}

struct identity *fuzz_identity(bool redacts)
{
    static struct identity *identities[2];
    struct error error;
    if (!identities[redacts]) {
        setenv("STATVAL_REDACT_KEY", "the key of the fuzzers", 1);
        identities[redacts] = identity_new(redacts, &error);
        fuzz_require(identities[redacts] != NULL, "there is a key");
    }
    return identities[redacts];
}

const char *fuzz_file(const uint8_t *bytes, size_t length)
{
    int descriptor = memfd_create("fuzz", 0);
    fuzz_require(file_count < FUZZ_FILES_MAX && descriptor >= 0, "a file can be made");
    fuzz_require(write(descriptor, bytes, length) == (ssize_t)length, "a file can be written");
    snprintf(paths[file_count], sizeof(paths[0]), "/proc/self/fd/%d", descriptor);
    descriptors[file_count] = descriptor;
    return paths[file_count++];
}

void fuzz_forget_files(void)
{
    while (file_count > 0)
        close(descriptors[--file_count]);
}

size_t fuzz_next_file(const uint8_t **bytes, const uint8_t *end)
{
    const uint8_t *cut = memchr(*bytes, FUZZ_CUT, (size_t)(end - *bytes));
    size_t length = (size_t)((cut ? cut : end) - *bytes);
    *bytes = cut ? cut + 1 : end;
    return length;
}

void fuzz_require(bool is_true, const char *what)
{
    if (is_true)
        return;
    fprintf(stderr, "fuzz: this is not so: %s\n", what);
    abort();
}

void fuzz_output_begin(struct fuzz_output *output)
{
    output->stream = open_memstream(&output->bytes, &output->length);
    fuzz_require(output->stream != NULL, "there is memory for output");
}

/* The linker puts what follows in the place of the core's functions (--wrap). */

xmlSchemaPtr __real_schema_load(const struct sv_plugin *plugin, const char *name,
                                struct error *error);
xmlSchemaPtr __wrap_schema_load(const struct sv_plugin *plugin, const char *name,
                                struct error *error);
void __wrap_xmlSchemaFree(xmlSchemaPtr schema);

/* Loading a schema takes longer than a check of a few records: each is loaded once, and kept. */
xmlSchemaPtr __wrap_schema_load(const struct sv_plugin *plugin, const char *name,
                                struct error *error)
{
    static struct {
        const char *name;
        xmlSchemaPtr schema;
    } loaded[64];
    size_t i = 0;
    while (loaded[i].name && strcmp(loaded[i].name, name) != 0)
        i++;
    fuzz_require(i + 1 < sizeof(loaded) / sizeof(loaded[0]), "there is room for the schemas");
    if (!loaded[i].name) {
        loaded[i].schema = __real_schema_load(plugin, name, error);
        loaded[i].name = name;
    }
    return loaded[i].schema;
}

void __wrap_xmlSchemaFree(xmlSchemaPtr schema)
{
    (void)schema;
}
