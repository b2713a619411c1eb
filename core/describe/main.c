#include "describe.h"

#include <stdio.h>
#include <string.h>

#include "../base/error.h"
#include "../report/report.h"

const char *formats_of(const struct command *command, char *room, size_t size)
{
    size_t used = 0;
    if (command->formats)
        return command->formats;
    for (size_t i = 0; i < report_format_count && used < size; i++) {
        int length =
            snprintf(room + used, size - used, "%s%s", i ? " " : "", report_formats[i].name);
        used += length > 0 ? (size_t)length : 0;
    }
    return room;
}

static int usage(void)
{
    fputs("Usage: describe-commands names | man COMMAND | man-commands | bash | zsh\n", stderr);
    return STATUS_USAGE;
}

int main(int count, char **words)
{
    const char *what = count > 1 ? words[1] : "";
    if (strcmp(what, "bash") == 0)
        describe_bash();
    else if (strcmp(what, "zsh") == 0)
        describe_zsh();
    else if (strcmp(what, "man-commands") == 0)
        describe_man_commands();
    else if (strcmp(what, "names") == 0)
        for (size_t i = 0; i < command_count; i++)
            puts(commands[i]->name);
    else if (strcmp(what, "man") == 0 && count == 3)
        for (size_t i = 0; i < command_count; i++) {
            if (strcmp(commands[i]->name, words[2]) == 0)
                describe_man(commands[i]);
        }
    else
        return usage();
    return STATUS_OK;
}
