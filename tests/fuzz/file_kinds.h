/* The letters before the files of a fuzz input that are reference data. */
#ifndef FUZZ_FILE_KINDS_H
#define FUZZ_FILE_KINDS_H

#define FUZZ_OWN 'o'
#define FUZZ_LAST 'l'

static const struct {
    char letter;
    const char *kind; /* as in --reference */
} fuzz_file_kinds[] = {{'p', "postcodes"},
                       {'r', "providers"},
                       {'e', "establishments"},
                       {'g', "gravity"},
                       {'c', "localcodes"}};

#define FUZZ_KIND_COUNT (sizeof(fuzz_file_kinds) / sizeof(fuzz_file_kinds[0]))

#endif
