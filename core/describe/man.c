/* Man pages in the language of man(7). */
#include <stdio.h>
#include <string.h>

#include "../report/report.h"
#include "describe.h"

/* A character, safe from being taken for a command of the formatter. */
static void put(char c, bool line_begins)
{
    if (c == '\\')
        fputs("\\e", stdout);
    else if (c == '-')
        fputs("\\-", stdout);
    else if (c == '\'')
        fputs("\\(aq", stdout);
    else if (line_begins && c == '.')
        fputs("\\&.", stdout);
    else
        putchar(c);
}

static void put_text(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        put(text[i], i == 0);
}

/* A sentence or more: what stands between backquotes is what is typed. Sentences begin lines. */
static void put_prose(const char *text, size_t length)
{
    bool bold = false;
    for (size_t i = 0; i < length; i++) {
        bool sentence = i > 1 && text[i] == ' ' && text[i - 1] == '.' && text[i - 2] != '.' &&
                        i + 1 < length && (text[i + 1] < 'a' || text[i + 1] > 'z');
        if (text[i] == '`') {
            bold = !bold;
            fputs(bold ? "\\fB" : "\\fR", stdout);
        } else if (sentence) {
            putchar('\n');
        } else {
            put(text[i], i == 0 || (i > 0 && text[i - 1] == ' '));
        }
    }
    putchar('\n');
}

/* Paragraphs that are parted by empty lines; `before` stands before each but the first. */
static void put_paragraphs(const char *text, const char *before)
{
    bool first = true;
    while (text && *text) {
        const char *end = strstr(text, "\n\n");
        size_t length = end ? (size_t)(end - text) : strlen(text);
        if (!first)
            puts(before);
        put_prose(text, length);
        text = end ? end + 2 : NULL;
        first = false;
    }
}

/* Lines as they are. */
static void put_lines(const char *text, size_t length)
{
    puts(".EX");
    for (const char *end = text + length; text < end;) {
        size_t line = strcspn(text, "\n");
        line = line < (size_t)(end - text) ? line : (size_t)(end - text);
        size_t indent = strspn(text, " ");
        indent = indent < line ? indent : line;
        size_t dropped = indent < 2 ? indent : 2;
        if (line > dropped)
            put_text(text + dropped, line - dropped);
        putchar('\n');
        text += line + 1;
    }
    puts(".EE");
}

static bool has_indented_line(const char *text, size_t length)
{
    for (size_t i = 0; i + 2 < length; i++) {
        if ((i == 0 || text[i - 1] == '\n') && text[i] == ' ' && text[i + 1] == ' ')
            return true;
    }
    return false;
}

/* Text that is broken into lines for terminals: paragraphs flow, tables stay. */
static void put_help(const char *text)
{
    bool first = true;
    while (text && *text) {
        const char *end = strstr(text, "\n\n");
        size_t length = end ? (size_t)(end - text) : strlen(text);
        while (length > 0 && text[length - 1] == '\n')
            length--;
        if (!first)
            puts(".PP");
        if (has_indented_line(text, length)) {
            size_t line = strcspn(text, "\n");
            put_text(text, line);
            putchar('\n');
            puts(".RS 2");
            if (length > line)
                put_lines(text + line + 1, length - line - 1);
            puts(".RE");
        } else {
            for (size_t i = 0; i < length; i++)
                put(text[i], i == 0 || text[i - 1] == '\n');
            putchar('\n');
        }
        text = end ? end + 2 : NULL;
        first = false;
    }
}

static void put_sentence(const char *text)
{
    char first[2] = {text[0], '\0'};
    if (first[0] >= 'a' && first[0] <= 'z')
        first[0] = (char)(first[0] - 'a' + 'A');
    put_text(first, 1);
    put_text(text + 1, strlen(text) - 1);
    puts(text[strlen(text) - 1] == '.' ? "" : ".");
}

static void put_option(const struct described *option)
{
    puts(".TP");
    if (option->letter)
        printf("\\fB\\-%c\\fR, ", option->letter);
    fputs("\\fB\\-\\-", stdout);
    put_text(option->name, strlen(option->name));
    fputs("\\fR", stdout);
    if (option->argument) {
        fputs(" \\fI", stdout);
        put_text(option->argument, strlen(option->argument));
        fputs("\\fR", stdout);
    }
    putchar('\n');
    put_sentence(option->help);
    put_paragraphs(option->more, ".IP");
}

static void put_formats(void)
{
    puts(".SH FORMATS");
    for (size_t i = 0; i < report_format_count; i++) {
        const struct report_format *format = &report_formats[i];
        printf(".TP\n\\fB%s\\fR, ending ", format->name);
        put_text(format->ending, strlen(format->ending));
        putchar('\n');
        put_sentence(format->about);
        if (format->redacts)
            puts("It is redacted by itself.");
    }
}

void describe_man(const struct command *command)
{
    printf(".\\\" Made by scripts/update-docs from the tables of commands and options.\n"
           ".TH STATVAL\\-");
    for (const char *c = command->name; *c; c++)
        putchar(*c - 'a' + 'A');
    printf(" 1 \"\" \"statval %s\" \"statval\"\n.SH NAME\nstatval\\-%s \\- ", STATVAL_VERSION,
           command->name);
    put_text(command->about, strlen(command->about));
    printf("\n.SH SYNOPSIS\n\\fBstatval %s\\fR ", command->name);
    put_text(command->synopsis, strlen(command->synopsis));
    puts("\n.SH DESCRIPTION");
    put_help(command->help);
    puts(".PP");
    put_paragraphs(command->more, ".PP");
    puts(".SH OPTIONS");
    for (size_t i = 0; i < option_count; i++) {
        if (has_option(command, &option_table[i]))
            put_option(&option_table[i]);
    }
    if (command->bit == FOR_CHECK)
        put_formats();
    if (command->statuses) {
        puts(".SH EXIT STATUS");
        put_help(command->statuses);
    }
    if (command->examples) {
        puts(".SH EXAMPLES");
        put_lines(command->examples, strlen(command->examples));
    }
    puts(".SH SEE ALSO\n.BR statval (1)");
}

void describe_man_commands(void)
{
    for (size_t i = 0; i < command_count; i++) {
        printf(".TP\n.BR statval\\-%s (1)\n", commands[i]->name);
        put_sentence(commands[i]->about);
    }
}
