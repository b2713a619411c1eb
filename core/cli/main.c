/* statval: checks statutory returns of children's services in England before they are sent. */
#include <errno.h>
#include <libxml/parser.h>
#include <libxml/xmlIO.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "../base/fault.h"
#include "commands.h"
#include "help.h"

static void print_help(FILE *out)
{
    fputs("Usage: statval COMMAND [options] ...\n\n"
          "Checks a statutory return about children's services before it goes to the department.\n"
          "Everything stays on this machine.\n\n"
          "Commands:\n",
          out);
    for (size_t i = 0; i < command_count; i++)
        fprintf(out, "  %-9s %s\n", commands[i]->name, commands[i]->about);
    fputs("\nstatval COMMAND --help tells more; statval --version prints the version.\n\n"
          "Start with:  statval check RETURN.xml\n",
          out);
}

/* What was printed must have arrived. */
static int finish_output(void)
{
    struct error error;
    if (fflush(stdout) == 0 && !ferror(stdout))
        return STATUS_OK;
    error_set(&error, STATUS_REPORT, "standard output: cannot be written: %s.", strerror(errno));
    return fail(&error);
}

static int run_command(const struct command *command, int count, char **words)
{
    struct options options;
    struct error error;
    if (!options_read(&options, command, count, words, &error))
        return fail(&error);
    if (options.help) {
        print_command_help(command);
        return finish_output();
    }
    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is told like a full disk */
    /* The only place where libxml2 is started; it looks up nothing outside what it is given. */
    xmlInitParser();
    fault_install(FAULT_SECONDS);
    int status = command->run(&options);
    xmlCleanupParser();
    return status == STATUS_OK ? finish_output() : status;
}

static bool asks(const char *word, const char *command, const char *option, const char *letter)
{
    return strcmp(word, command) == 0 || strcmp(word, option) == 0 || strcmp(word, letter) == 0;
}

int main(int count, char **words)
{
    if (count < 2) {
        print_help(stderr);
        return STATUS_USAGE;
    }
    for (size_t i = 0; i < command_count; i++) {
        if (strcmp(words[1], commands[i]->name) == 0)
            return run_command(commands[i], count - 1, words + 1);
    }
    if (asks(words[1], "help", "--help", "-h")) {
        print_help(stdout);
        return finish_output();
    }
    if (asks(words[1], "version", "--version", "-V")) {
        puts("statval " STATVAL_VERSION);
        return STATUS_OK;
    }
    fprintf(stderr, "statval: there is no command %s. statval --help lists them.\n", words[1]);
    return STATUS_USAGE;
}
