#include "read_all.h"

#include <errno.h>
#include <unistd.h>

ssize_t read_all(int descriptor, char *bytes, size_t room)
{
    size_t length = 0;
    while (length < room) {
        ssize_t more = read(descriptor, bytes + length, room - length);
        if (more < 0 && errno != EINTR)
            return -1;
        if (more == 0)
            break;
        length += more > 0 ? (size_t)more : 0;
    }
    return (ssize_t)length;
}
