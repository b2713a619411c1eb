/* Man pages in the language of man(7). */
#include <stdio.h>
#include <string.h>

#include "../cli/statuses.h"
#include "../report/report.h"
#include "describe.h"

/* Most bytes of a line of prose. */
#define LINE_MAX_BYTES 72

/* A character, safe from being taken for a command of the formatter. */
static void put(char c, bool line_begins)
{
    if (c == '\\')
        fputs("\\e", stdout);
    else if (c == '-')
        fputs("\\-", stdout);
    else if (c == '\'')
        fputs("\\(aq", stdout);
    else if (c == '~')
        fputs("\\(ti", stdout);
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

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A word of a sentence: what stands between backquotes is what is typed. Hyphens within words stay
 * hyphens, which may be broken at and are not typed. */
static void put_word(const char *word, size_t length, bool *typed, bool line_begins)
{
    for (size_t i = 0; i < length; i++) {
        bool hyphen = word[i] == '-' && i > 0 && i + 1 < length && word[i - 1] != '-' &&
                      is_letter(word[i + 1]);
        if (word[i] == '`') {
            *typed = !*typed;
            fputs(*typed ? "\\fB" : "\\fR", stdout);
        } else if (hyphen && !*typed) {
            putchar('-');
        } else if (word[i] == '\'' && !*typed && i > 0) {
            putchar('\'');
        } else {
            put(word[i], line_begins && i == 0);
        }
    }
}

/* Whether a word ends a sentence, as far as the next one shows it; "e.g." does not. */
static bool ends_sentence(const char *word, size_t length, const char *next)
{
    return length > 1 && word[length - 1] == '.' && !memchr(word, '.', length - 1) &&
           (*next < 'a' || *next > 'z');
}

/* A sentence or more. Each begins a line, as the formatter wants it. */
static void put_prose(const char *text, size_t length)
{
    bool typed = false;
    size_t column = 0;
    for (const char *end = text + length; text < end;) {
        size_t word = strcspn(text, " \n");
        word = word < (size_t)(end - text) ? word : (size_t)(end - text);
        if (column && column + word + 1 > LINE_MAX_BYTES) {
            putchar('\n');
            column = 0;
        }
        if (column)
            putchar(' ');
        put_word(text, word, &typed, column == 0);
        column += word + 1;
        const char *next = text + word + strspn(text + word, " \n");
        if (next < end && ends_sentence(text, word, next)) {
            putchar('\n');
            column = 0;
        }
        text = next;
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
            put_prose(text, length);
        }
        text = end ? end + 2 : NULL;
        first = false;
    }
}

/* A remark as a sentence. */
static void put_sentence(const char *text)
{
    char sentence[512];
    size_t length = (size_t)snprintf(sentence, sizeof(sentence), "%s%s", text,
                                     text[strlen(text) - 1] == '.' ? "" : ".");
    if (length >= sizeof(sentence))
        length = sizeof(sentence) - 1;
    if (sentence[0] >= 'a' && sentence[0] <= 'z')
        sentence[0] = (char)(sentence[0] - 'a' + 'A');
    put_prose(sentence, length);
}

/* The formats of a command that are not those of reports. */
static void put_own_formats(const char *formats)
{
    fputs("One of", stdout);
    while (*formats) {
        size_t length = strcspn(formats, " ");
        printf(" \\fB%.*s\\fR%s", (int)length, formats, formats[length] ? "," : ".\n");
        formats += length + strspn(formats + length, " ");
    }
}

static void put_option(const struct command *command, const struct described *option)
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
    if (option->value == VALUE_FORMAT && command->formats)
        put_own_formats(command->formats);
    if (option->repeats)
        printf("It may be given up to %d times.\n", OPTION_LIST_MAX);
    put_paragraphs(option->more, ".IP");
}

static void put_options(const struct command *command)
{
    puts(".SH OPTIONS");
    for (size_t i = 0; i < option_count; i++) {
        if (has_option(command, &option_table[i]))
            put_option(command, &option_table[i]);
    }
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

static void put_statuses(const struct command *command)
{
    puts(".SH EXIT STATUS");
    for (size_t i = 0; i < status_meaning_count; i++) {
        if (!(status_meanings[i].commands & (int)command->bit))
            continue;
        printf(".TP\n.B %d\n", (int)status_meanings[i].status);
        put_sentence(status_meanings[i].means);
    }
    puts(".PP\n.BR statval (1)\nsays more about each.");
}

static void put_examples(const struct example *example)
{
    puts(".SH EXAMPLES");
    for (bool first = true; example->line; example++, first = false) {
        char does[512];
        snprintf(does, sizeof(does), "%s:", example->does);
        if (does[0] >= 'a' && does[0] <= 'z')
            does[0] = (char)(does[0] - 'a' + 'A');
        if (!first)
            puts(".PP");
        put_prose(does, strlen(does));
        puts(".PP\n.RS 4\n.EX");
        put_text(example->line, strlen(example->line));
        puts("\n.EE\n.RE");
    }
}

/* The other pages. */
static void put_see_also(const struct command *command)
{
    fputs(".SH SEE ALSO\n.BR statval (1)", stdout);
    for (size_t i = 0; i < command_count; i++) {
        if (commands[i] != command)
            printf(",\n.BR statval\\-%s (1)", commands[i]->name);
    }
    putchar('\n');
}

/* A word of a synopsis: what is typed as it stands, or what stands for something else. */
static void put_synopsis_word(const char *word, size_t length)
{
    bool typed = word[0] == '-' || (word[0] >= 'a' && word[0] <= 'z');
    size_t dots = length > 3 && strncmp(word + length - 3, "...", 3) == 0 ? 3 : 0;
    fputs(typed ? " \\fB" : " \\fI", stdout);
    for (size_t i = 0; i < length - dots; i++) {
        if (strchr("[|]", word[i]))
            printf("\\fR%c%s", word[i], typed ? "\\fB" : "\\fI");
        else
            put(word[i], false);
    }
    printf("\\fR%s", dots ? "..." : "");
}

static void put_heading(const struct command *command)
{
    printf(".\\\" Made by scripts/update-docs from the tables of commands and options.\n"
           ".TH STATVAL\\-");
    for (const char *c = command->name; *c; c++)
        putchar(*c - 'a' + 'A');
    printf(" 1 \"\" \"statval %s\" \"statval\"\n.SH NAME\nstatval\\-%s \\- ", STATVAL_VERSION,
           command->name);
    put_text(command->about, strlen(command->about));
    printf("\n.SH SYNOPSIS\n\\fBstatval %s\\fR", command->name);
    for (const char *word = command->synopsis; *word;) {
        size_t length = strcspn(word, " ");
        put_synopsis_word(word, length);
        word += length + strspn(word + length, " ");
    }
    putchar('\n');
}

void describe_man(const struct command *command)
{
    put_heading(command);
    puts(".SH DESCRIPTION");
    put_help(command->help);
    if (command->more) {
        puts(".PP");
        put_paragraphs(command->more, ".PP");
    }
    put_options(command);
    if (command->bit == FOR_CHECK)
        put_formats();
    if (command->examples)
        put_examples(command->examples);
    put_statuses(command);
    put_see_also(command);
}

void describe_man_commands(void)
{
    for (size_t i = 0; i < command_count; i++) {
        printf(".TP\n.BR statval\\-%s (1)\n", commands[i]->name);
        put_sentence(commands[i]->about);
    }
}
