/* Completion for zsh, in the language of its function _arguments. */
#include <stdio.h>
#include <string.h>

#include "describe.h"

/* A description: brackets and colons mean something to zsh, quotes to the shell. */
static void put(const char *text)
{
    for (; *text; text++) {
        if (*text == '\'')
            fputs("'\\''", stdout);
        else if (strchr("[]:\\", *text))
            printf("\\%c", *text);
        else
            putchar(*text);
    }
}

static void put_value(const struct command *command, const struct described *option)
{
    char room[512];
    fputc(':', stdout);
    put(option->argument);
    switch ((enum value_kind)option->value) {
    case VALUE_WORDS:
        printf(":(%s)", option->words);
        break;
    case VALUE_FORMAT:
        printf(":(%s)", formats_of(command, room, sizeof(room)));
        break;
    case VALUE_FILE:
        fputs(":_files", stdout);
        break;
    case VALUE_FOLDER:
        fputs(":_files -/", stdout);
        break;
    case VALUE_RETURN:
        fputs(":_statval_returns", stdout);
        break;
    case VALUE_RULES:
        fputs(":_statval_rule_list", stdout);
        break;
    case VALUE_REFERENCE:
        printf(": _statval_reference %s", option->words);
        break;
    case VALUE_OTHER:
    case VALUE_NONE:
        fputs(": ", stdout);
        break;
    }
}

/* '(-r --return)'{-r+,--return=}'[about]:RETURN:action'. The signs behind the names tell how a
 * value may follow: in the same word or in the next. A star: it may be repeated. */
static void put_option(const struct command *command, const struct described *option)
{
    const char *plus = option->argument ? "+" : "";
    const char *equals = option->argument ? "=" : "";
    fputs("        ", stdout);
    if (option->letter && option->repeats)
        printf("'*'{-%c%s,--%s%s}'", option->letter, plus, option->name, equals);
    else if (option->letter)
        printf("'(-%c --%s)'{-%c%s,--%s%s}'", option->letter, option->name, option->letter, plus,
               option->name, equals);
    else
        printf("'%s--%s%s", option->repeats ? "*" : "", option->name, equals);
    fputc('[', stdout);
    put(option->help);
    fputc(']', stdout);
    if (option->argument)
        put_value(command, option);
    puts("' \\");
}

static void put_arguments(const struct command *command)
{
    static const char *const actions[] = {
        [ARGUMENTS_NONE] = "",
        [ARGUMENTS_FILES] = "'*:file:_files'",
        [ARGUMENTS_RULES] = "'*:rule:_statval_rules'",
        [ARGUMENTS_REFERENCE] = "'1:what:(build)' '2:kind:(postcodes)' '3:directory:_files'"};
    printf("        %s\n", actions[command->arguments]);
}

static void put_command(const struct command *command)
{
    printf("    %s)\n        _arguments -s -S \\\n", command->name);
    for (size_t i = 0; i < option_count; i++) {
        if (has_option(command, &option_table[i]))
            put_option(command, &option_table[i]);
    }
    put_arguments(command);
    puts("        ;;");
}

static void put_functions(void)
{
    puts("# What statval itself knows, in a column of its catalogue.\n"
         "_statval_catalogue() {\n"
         "    local -a known\n"
         "    known=(${(u)${(f)\"$($program rules --format csv 2>/dev/null | cut -d, -f$1 | sed 1d)"
         "\"}})\n"
         "    compadd -a known\n}\n\n"
         "_statval_returns() { _statval_catalogue 1 }\n\n"
         "_statval_rules() { _statval_catalogue 2 }\n\n"
         "# The last of a list with commas between; \"-\" before it leaves it out.\n"
         "_statval_rule_list() {\n    compset -P '*,'\n    compset -P -\n"
         "    _statval_catalogue 2\n}\n\n"
         "# KIND=FILE, of these kinds.\n_statval_reference() {\n    if compset -P '*='; then\n"
         "        _files\n    else\n        compadd -S = -- $@\n    fi\n}\n");
}

void describe_zsh(void)
{
    puts("#compdef statval\n# Zsh completion for statval. Made by scripts/update-docs from the "
         "tables of commands and options.\n");
    put_functions();
    puts("_statval() {\n    local -a commands\n    commands=(");
    for (size_t i = 0; i < command_count; i++) {
        printf("        '%s:", commands[i]->name);
        put(commands[i]->about);
        puts("'");
    }
    puts("        'help:shows help'\n        'version:prints the version'\n    )\n"
         "    if ((CURRENT == 2)); then\n        _describe command commands\n        return\n    "
         "fi\n    local program=${~words[1]} command=$words[2]\n    shift words\n    "
         "((CURRENT--))\n    case $command "
         "in");
    for (size_t i = 0; i < command_count; i++)
        put_command(commands[i]);
    puts("    esac\n}\n\n_statval \"$@\"");
}
