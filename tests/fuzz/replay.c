/* Runs a fuzz target on files: replay_TARGET PATH...; of a folder, each file in it. What the
 * fuzzers once found stays mended. */
#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "harness.h"

static size_t count;

static bool replay_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    size_t length = 0;
    if (!file)
        return false;
    uint8_t *bytes = mem_new(1 << 20, 1);
    length = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    /* A copy that ends where the input does: sanitizers see what reads beyond it. */
    uint8_t *input = (uint8_t *)mem_copy((const char *)bytes, length);
    fprintf(stderr, "%s\n", path);
    LLVMFuzzerTestOneInput(input, length);
    free(input);
    free(bytes);
    count++;
    return true;
}

static bool replay_folder(const char *path)
{
    struct dirent **entries;
    char inside[4096];
    bool fine = true;
    int entry_count = scandir(path, &entries, NULL, alphasort);
    for (int i = 0; i < entry_count; i++) {
        snprintf(inside, sizeof(inside), "%s/%s", path, entries[i]->d_name);
        if (entries[i]->d_name[0] != '.')
            fine = replay_file(inside) && fine;
        free(entries[i]);
    }
    if (entry_count >= 0)
        free(entries);
    return fine && entry_count >= 0;
}

int main(int word_count, char **words)
{
    bool fine = true;
    for (int i = 1; i < word_count; i++) {
        struct stat info;
        bool is_there = stat(words[i], &info) == 0;
        bool is_folder = is_there && S_ISDIR(info.st_mode);
        if (!is_there || !(is_folder ? replay_folder(words[i]) : replay_file(words[i]))) {
            fprintf(stderr, "%s: cannot be read\n", words[i]);
            fine = false;
        }
    }
    printf("%zu inputs\n", count);
    return fine && count > 0 ? 0 : 1;
}
