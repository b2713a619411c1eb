/* Completion for bash. What depends on the tables is written from them; how bash asks is in
 * completion/statval.bash.in, which the program reads from standard input. */
#include <stdio.h>
#include <string.h>

#include "describe.h"

static void write_options(void)
{
    puts("_statval_options() {\n    case $1 in");
    for (size_t c = 0; c < command_count; c++) {
        printf("    %s) echo \"", commands[c]->name);
        for (size_t i = 0, written = 0; i < option_count; i++) {
            if (has_option(commands[c], &option_table[i]))
                printf("%s--%s", written++ ? " " : "", option_table[i].name);
        }
        puts("\" ;;");
    }
    puts("    esac\n}");
}

/* The function that offers values of a kind, with its arguments. */
static void write_offer(const struct command *command, const struct described *option)
{
    char room[512];
    switch ((enum value_kind)option->value) {
    case VALUE_WORDS:
        printf("_statval_offer \"%s\" \"$word\"", option->words);
        break;
    case VALUE_FORMAT:
        printf("_statval_offer \"%s\" \"$word\"", formats_of(command, room, sizeof(room)));
        break;
    case VALUE_FILE:
        fputs("_statval_files -f \"$word\"", stdout);
        break;
    case VALUE_FOLDER:
        fputs("_statval_files -d \"$word\"", stdout);
        break;
    case VALUE_RETURN:
        fputs("_statval_offer \"$(_statval_catalogue \"$program\" 1)\" \"$word\"", stdout);
        break;
    case VALUE_RULES:
        fputs("_statval_list \"$(_statval_catalogue \"$program\" 2)\" \"$word\"", stdout);
        break;
    case VALUE_REFERENCE:
        printf("_statval_reference \"%s\" \"$word\"", option->words);
        break;
    case VALUE_OTHER:
    case VALUE_NONE:
        fputs("COMPREPLY=()", stdout);
        break;
    }
}

static void write_values_of(const struct command *command)
{
    printf("    %s)\n        case $option in\n", command->name);
    for (size_t i = 0; i < option_count; i++) {
        const struct described *option = &option_table[i];
        if (!has_option(command, option) || option->value == VALUE_NONE)
            continue;
        fputs("        ", stdout);
        if (option->letter)
            printf("-%c | ", option->letter);
        printf("--%s) ", option->name);
        write_offer(command, option);
        puts(" ;;");
    }
    puts("        *) return 1 ;;\n        esac\n        ;;");
}

static void write_values(void)
{
    puts("\n# The value of an option. Fails when the option takes none, or is not one of ours.\n"
         "_statval_value() {\n    local program=$1 command=$2 option=$3 word=$4\n"
         "    case $command in");
    for (size_t c = 0; c < command_count; c++)
        write_values_of(commands[c]);
    puts("    *) return 1 ;;\n    esac\n}");
}

static void write_arguments(void)
{
    static const char *const kinds[] = {"none", "files", "rules", "reference"};
    puts("\n# What the arguments of a command are.\n_statval_arguments() {\n    case $1 in");
    for (size_t c = 0; c < command_count; c++)
        printf("    %s) echo %s ;;\n", commands[c]->name, kinds[commands[c]->arguments]);
    puts("    esac\n}");
    fputs("\n_statval_commands=\"", stdout);
    for (size_t c = 0; c < command_count; c++)
        printf("%s ", commands[c]->name);
    puts("help version --help --version\"");
}

void describe_bash(void)
{
    puts("# Bash completion for statval: commands, options, the values that options take, rule "
         "codes.\n# Made by scripts/update-docs from the tables of commands and options, and from\n"
         "# completion/statval.bash.in.\n# shellcheck shell=bash\n\n"
         "# The options of a command, as its help lists them.");
    write_options();
    write_values();
    write_arguments();
    puts("");
    for (int c; (c = getchar()) != EOF;)
        putchar(c);
}
