/* Plugins as shared objects in folders. */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/fault.h"
#include "registry.h"

/* Whoever may write there may run code as the user of statval. */
static bool writable_by_all(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && (info.st_mode & S_IWOTH);
}

/* Opens the plugin and looks at its descriptor. */
static void take_file(struct registry *registry, const char *path)
{
    /* Never closed: descriptors are used until the end of the process. */
    void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!handle) {
        registry_refuse(registry, path, dlerror());
        return;
    }
    const struct sv_plugin *plugin = dlsym(handle, SV_PLUGIN_SYMBOL_NAME);
    if (!plugin) {
        registry_refuse(registry, path, "it exports no " SV_PLUGIN_SYMBOL_NAME);
        return;
    }
    registry_offer(registry, plugin, path);
}

static void load_file(struct registry *registry, const char *path)
{
    if (writable_by_all(path)) {
        registry_refuse(registry, path, "everybody may write to this file; chmod o-w it");
        return;
    }
    fault_of_plugin(path);
    fault_watch_work("as it is loaded", "", NULL);
    take_file(registry, path);
    fault_watch_nothing();
}

static int only_shared_objects(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);
    return length > 3 && strcmp(entry->d_name + length - 3, ".so") == 0;
}

void loader_load_folder(struct registry *registry, const char *folder)
{
    char path[PATH_MAX];
    struct dirent **entries;
    if (!realpath(folder, path)) {
        registry_refuse(registry, folder, strerror(errno));
        return;
    }
    if (writable_by_all(path)) {
        registry_refuse(registry, folder, "everybody may write to this folder; chmod o-w it");
        return;
    }
    int count = scandir(path, &entries, only_shared_objects, alphasort);
    if (count < 0) {
        registry_refuse(registry, folder, strerror(errno));
        return;
    }
    for (int i = 0; i < count; i++) {
        char file[PATH_MAX + 256];
        snprintf(file, sizeof(file), "%s/%s", path, entries[i]->d_name);
        load_file(registry, file);
        free(entries[i]);
    }
    free(entries);
}

/* The folder stands at the same place relative to the program, built or installed. */
void loader_load_installed(struct registry *registry)
{
    char program[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", program, sizeof(program) - 1);
    if (length <= 0)
        return;
    program[length] = '\0';
    char *slash = strrchr(program, '/');
    *slash = '\0';
    char folder[PATH_MAX * 2];
    snprintf(folder, sizeof(folder), "%s/%s", program, STATVAL_PLUGIN_FOLDER);
    if (access(folder, F_OK) == 0)
        loader_load_folder(registry, folder);
}
