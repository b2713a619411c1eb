#include "identity.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/hash.h"
#include "../base/read_all.h"

#define KEY_MIN 16
#define HASH_BYTES 16

/* How often a content was seen. */
struct seen {
    unsigned char hash[HASH_BYTES];
    unsigned times;
    UT_hash_handle hh;
};

struct identity {
    bool redact;
    unsigned char key[crypto_generichash_KEYBYTES];
    struct seen *seen;
    struct arena entries;
};

/* Ids without redaction need no secret, only to differ. */
static const char public_key[] = "statval finding id";

static void set_key(struct identity *identity, const char *text, size_t length)
{
    crypto_generichash(identity->key, sizeof(identity->key), (const unsigned char *)text, length,
                       NULL, 0);
}

static bool make_key(const char *path, struct identity *identity)
{
    unsigned char bytes[32];
    char text[2 * sizeof(bytes) + 1];
    randombytes_buf(bytes, sizeof(bytes));
    sodium_bin2hex(text, sizeof(text), bytes, sizeof(bytes));
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return false;
    bool written = write(file, text, sizeof(text) - 1) == (ssize_t)(sizeof(text) - 1);
    written = close(file) == 0 && written;
    if (!written)
        unlink(path); /* half a key would be taken for one from then on */
    set_key(identity, text, sizeof(text) - 1);
    return written;
}

static bool read_key(const char *path, struct identity *identity)
{
    char text[256];
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return errno == ENOENT && make_key(path, identity);
    ssize_t length = read_all(file, text, sizeof(text));
    close(file);
    if (length < KEY_MIN)
        return false;
    set_key(identity, text, (size_t)length);
    return true;
}

static bool key_of_user(struct identity *identity)
{
    const char *config = getenv("XDG_CONFIG_HOME");
    const char *home = getenv("HOME");
    char folder[PATH_MAX];
    char path[PATH_MAX + 16];
    if (config && config[0])
        snprintf(folder, sizeof(folder), "%s", config);
    else if (home && home[0])
        snprintf(folder, sizeof(folder), "%s/.config", home);
    else
        return false;
    mkdir(folder, 0700);
    size_t length = strlen(folder);
    snprintf(folder + length, sizeof(folder) - length, "/statval");
    mkdir(folder, 0700);
    snprintf(path, sizeof(path), "%s/redact.key", folder);
    return read_key(path, identity);
}

static bool find_key(struct identity *identity, struct error *error)
{
    const char *given = getenv("STATVAL_REDACT_KEY");
    if (given && strlen(given) < KEY_MIN)
        return error_set(error, STATUS_REPORT, "STATVAL_REDACT_KEY has fewer than %d characters.",
                         KEY_MIN);
    if (given) {
        set_key(identity, given, strlen(given));
        return true;
    }
    return key_of_user(identity) ||
           error_set(
               error, STATUS_REPORT,
               "A redacted report (--redact, or a format for CI) needs a key: set "
               "STATVAL_REDACT_KEY (at least %d characters), or make the folder ~/.config/statval "
               "writable.",
               KEY_MIN);
}

struct identity *identity_new(bool redact, struct error *error)
{
    struct identity *identity = mem_new(1, sizeof(*identity));
    identity->redact = redact;
    bool fine = sodium_init() >= 0 || error_set(error, STATUS_FAULT, "libsodium does not start.");
    if (fine && redact)
        fine = find_key(identity, error);
    else if (fine)
        set_key(identity, public_key, sizeof(public_key) - 1);
    if (!fine) {
        identity_free(identity);
        return NULL;
    }
    return identity;
}

void identity_free(struct identity *identity)
{
    if (!identity)
        return;
    identity_restart(identity);
    sodium_memzero(identity->key, sizeof(identity->key));
    free(identity);
}

bool identity_redacts(const struct identity *identity)
{
    return identity->redact;
}

void identity_hide(const struct identity *identity, const char *subject, char out[ID_ROOM])
{
    unsigned char hash[HASH_BYTES];
    crypto_generichash(hash, sizeof(hash), (const unsigned char *)subject, strlen(subject),
                       identity->key, sizeof(identity->key));
    sodium_bin2hex(out, ID_ROOM, hash, 8);
}

void identity_restart(struct identity *identity)
{
    HASH_CLEAR(hh, identity->seen);
    arena_free(&identity->entries);
}

/* NOLINTNEXTLINE(readability-function-size): the macros of uthash are long */
void identity_number(struct identity *identity, const char *content, size_t length,
                     char out[ID_ROOM])
{
    unsigned char hash[HASH_BYTES];
    crypto_generichash(hash, sizeof(hash), (const unsigned char *)content, length, identity->key,
                       sizeof(identity->key));
    struct seen *seen;
    HASH_FIND(hh, identity->seen, hash, sizeof(hash), seen);
    if (!seen) {
        seen = arena_new(&identity->entries, sizeof(*seen));
        memcpy(seen->hash, hash, sizeof(hash));
        HASH_ADD(hh, identity->seen, hash, sizeof(seen->hash), seen);
    }
    seen->times++;
    sodium_bin2hex(out, ID_ROOM, hash, 8);
    if (seen->times > 1)
        snprintf(out + 16, ID_ROOM - 16, "-%u", seen->times);
}
