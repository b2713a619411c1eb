#include "by_the_way.h"

#include <string.h>
#include <strings.h>

bool is_by_the_way(const char *name)
{
    const char *slash = strrchr(name, '/');
    const char *base = slash ? slash + 1 : name;
    return base[0] == '.' || strncmp(name, "__MACOSX/", 9) == 0 || strcmp(name, "__MACOSX") == 0 ||
           strcasecmp(base, "thumbs.db") == 0 || strcasecmp(base, "desktop.ini") == 0;
}
