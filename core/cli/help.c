#include "help.h"

#include <stdio.h>
#include <string.h>

#include "../report/report.h"
#include "option_table.h"
#include "statuses.h"

/* Columns of an example; what it does stands behind it, or below one that is longer. */
#define EXAMPLE_WIDTH 44

static void print_examples(const struct example *example)
{
    puts("\nExamples:");
    for (; example->line; example++) {
        if (strlen(example->line) <= EXAMPLE_WIDTH)
            printf("  %-*s %s\n", EXAMPLE_WIDTH, example->line, example->does);
        else
            printf("  %s\n  %*s %s\n", example->line, EXAMPLE_WIDTH, "", example->does);
    }
}

static void print_statuses(const struct command *command)
{
    puts("\nExit status:");
    for (size_t i = 0; i < status_meaning_count; i++) {
        if (status_meanings[i].commands & (int)command->bit)
            printf("  %2d  %s\n", (int)status_meanings[i].status, status_meanings[i].means);
    }
}

static void print_option(const struct described *option)
{
    char name[64];
    char letter[] = "   ";
    snprintf(name, sizeof(name), "%s%s%s", option->name, option->argument ? " " : "",
             option->argument ? option->argument : "");
    if (option->letter)
        snprintf(letter, sizeof(letter), "-%c,", option->letter);
    printf("  %-3s --%-20s %s%s\n", letter, name, option->help,
           option->repeats ? "; may be repeated" : "");
}

/* The formats of reports with the endings that files have, or the names of the command's own. */
static void print_formats(const struct command *command)
{
    if (command->formats)
        printf("\nFormats: %s\n", command->formats);
    if (command->bit != FOR_CHECK)
        return;
    puts("\nFormats:");
    for (size_t i = 0; i < report_format_count; i++) {
        const struct report_format *format = &report_formats[i];
        printf("  %-8s %-13s %s%s\n", format->name, format->ending, format->about,
               format->redacts ? " (redacted)" : "");
    }
}

void print_command_help(const struct command *command)
{
    printf("Usage: statval %s %s\n\n%s\n\n%s", command->name, command->synopsis, command->about,
           command->help);
    if (command->examples)
        print_examples(command->examples);
    print_statuses(command);
    puts("\nOptions:");
    for (size_t i = 0; i < option_count; i++) {
        if (has_option(command, &option_table[i]))
            print_option(&option_table[i]);
    }
    print_formats(command);
}
