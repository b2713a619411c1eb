/*
 * Preloaded library that makes reading laborious: each read() gives a few bytes only, of changing
 * number, and every fifth one is interrupted. What a program reads is the same. Only its own calls
 * are met, not those that the C library makes for its streams.
 */
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

#define LONGEST 97

ssize_t read(int descriptor, void *bytes, size_t room)
{
    static ssize_t (*real)(int, void *, size_t);
    static atomic_uint calls;
    if (real == NULL)
        *(void **)&real = dlsym(RTLD_NEXT, "read");
    if (real == NULL)
        abort();
    unsigned call = atomic_fetch_add(&calls, 1);
    size_t most = 1 + call % LONGEST;
    if (call % 5 == 1) {
        errno = EINTR;
        return -1;
    }
    return real(descriptor, bytes, room < most ? room : most);
}
