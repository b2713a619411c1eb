/*
 * Runs the rule cases of a return: run_cases RETURN FOLDER. With the name of another folder behind
 * it, each case is written there as an input for the fuzzers, in its last year, and nothing is run.
 *
 * FOLDER holds one file per code, and `header`, the usual header as a row. Every rule must have
 * cases, and every variant of a rule one that fails and one that passes.
 */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "../../core/base/calendar.h"
#include "../../core/check.h"
#include "case_seed.h"

struct coverage {
    bool fails;
    bool passes;
    bool waived;
};

struct suite {
    struct registry registry;
    const struct plugin_entry *plugin;
    struct coverage *covered; /* by rule of the plugin */
    struct case_row header;
    char authority[32]; /* that checks are told of; empty: of none */
    sv_day days[32];    /* what {C} stands for, by collection year of the plugin */
    char code[32];      /* of the file that is run */
    const char *seeds;  /* folder for inputs of the fuzzers; NULL: the cases are run */
    size_t runs;
    size_t wrong;
};

static int compare_words(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(a, b);
}

/* "B A" as "A B": the order of fields within a location does not matter. */
static void add_sorted_fields(char *out, size_t size, char *fields)
{
    char *words[64];
    size_t count = 0;
    for (char *word = strtok(fields, " "); word && count < 64; word = strtok(NULL, " "))
        words[count++] = word;
    qsort(words, count, sizeof(words[0]), compare_words);
    for (size_t i = 0; i < count; i++) {
        size_t used = strlen(out);
        snprintf(out + used, size - used, "%s%s", i ? " " : ": ", words[i]);
    }
}

/* A fails line in one spelling. */
static void normalise(const char *line, char *out, size_t size)
{
    char copy[CASE_TEXT_MAX * 2];
    char *rest = copy;
    snprintf(copy, sizeof(copy), "%s", line);
    out[0] = '\0';
    for (char *place = strsep(&rest, ";"); place; place = strsep(&rest, ";")) {
        char *fields = strchr(place, ':');
        char table[64] = "";
        unsigned number = 0;
        if (fields)
            *fields++ = '\0';
        int read = sscanf(place, " %63s %u", table, &number);
        size_t used = strlen(out);
        snprintf(out + used, size - used, read == 2 ? "%s%s %u" : "%s%s", used ? "; " : "", table,
                 number);
        if (fields)
            add_sorted_fields(out, size, fields);
    }
}

static void describe(const struct check *check, const struct cursor *cursor, char *out, size_t size)
{
    char line[CASE_TEXT_MAX * 2] = "return";
    size_t used = 0;
    for (uint32_t i = 0; i < cursor->finding->count; i++) {
        const struct location *location = &cursor->locations[i];
        const struct sv_table *table = check->store.tables[location->row->table].described;
        used += (size_t)snprintf(line + used, sizeof(line) - used, "%s%s %u:", i ? "; " : "",
                                 table->name, location->row->number);
        for (uint16_t f = 0; f < table->field_count && used < sizeof(line); f++) {
            if (location->fields >> f & 1 && !(table->fields[f].options & SV_DERIVED))
                used += (size_t)snprintf(line + used, sizeof(line) - used, " %s",
                                         table->fields[f].name);
        }
        if (location->note && used < sizeof(line))
            used += (size_t)snprintf(line + used, sizeof(line) - used, " %s",
                                     texts_get(&check->store.texts, location->note->name));
        if (used >= sizeof(line))
            break;
    }
    normalise(line, out, size);
}

static size_t collect_found(const struct check *check, char (*found)[CASE_TEXT_MAX * 2])
{
    size_t count = 0;
    struct cursor cursor = {0};
    while (results_next(&check->results, &cursor) && count < CASE_FAILS_MAX)
        describe(check, &cursor, found[count++], sizeof(found[0]));
    qsort(found, count, sizeof(found[0]), compare_texts);
    return count;
}

static void compare(struct suite *suite, const struct rule_case *rule_case, int year,
                    const struct check *check)
{
    static char found[CASE_FAILS_MAX][CASE_TEXT_MAX * 2];
    static char wanted[CASE_FAILS_MAX][CASE_TEXT_MAX * 2];
    size_t count = collect_found(check, found);
    for (size_t i = 0; i < rule_case->fail_count; i++)
        normalise(rule_case->fails[i], wanted[i], sizeof(wanted[i]));
    qsort(wanted, rule_case->fail_count, sizeof(wanted[0]), compare_texts);
    bool same = count == rule_case->fail_count;
    for (size_t i = 0; same && i < count; i++)
        same = strcmp(found[i], wanted[i]) == 0;
    if (same)
        return;
    suite->wrong++;
    printf("%s:%d: %s (%d)\n", rule_case->file, rule_case->line, rule_case->title, year);
    for (size_t i = 0; i < rule_case->fail_count; i++)
        printf("  wanted: %s\n", wanted[i]);
    for (size_t i = 0; i < count; i++)
        printf("  found:  %s\n", found[i]);
    if (count == 0)
        printf("  found:  nothing\n");
}

/* Why the rule of the file did not run; NULL: it did. */
static const char *why_skipped(const struct suite *suite, const struct check *check)
{
    for (size_t i = 0; i < check->plan.count; i++) {
        if (strcmp(check->plan.rules[i].rule->code, suite->code) == 0)
            return check->plan.rules[i].skipped;
    }
    return "there is no such rule";
}

static void compare_outcome(struct suite *suite, const struct rule_case *rule_case, int year,
                            const struct check *check)
{
    const char *skipped = why_skipped(suite, check);
    if (!skipped == !rule_case->skipped) {
        compare(suite, rule_case, year, check);
        return;
    }
    suite->wrong++;
    printf("%s:%d: %s (%d)\n  %s: %s\n", rule_case->file, rule_case->line, rule_case->title, year,
           rule_case->skipped ? "wanted: skipped; found" : "the rule was skipped",
           skipped ? skipped : "it ran");
}

/* The day that counts as today: as the case says, or the last of the collection year's. */
static sv_day today_of(const struct rule_case *rule_case, const struct case_time *time)
{
    char text[32];
    case_expand(rule_case->today[0] ? rule_case->today : "{Y}-12-31", time, text, sizeof(text));
    return calendar_parse(text, strlen(text));
}

static void check_files(struct suite *suite, const struct rule_case *rule_case,
                        const struct case_time *time, const struct case_submission *submission)
{
    int year = time->year;
    struct check check;
    struct error error;
    const char *authority = rule_case->authority[0] ? rule_case->authority : suite->authority;
    struct check_request request = {.registry = &suite->registry,
                                    .files = submission->own,
                                    .file_count = submission->own_count,
                                    .previous = submission->previous,
                                    .previous_count = submission->previous_count,
                                    .references = submission->references,
                                    .reference_count = submission->reference_count,
                                    .year = year,
                                    .wanted = suite->plugin->plugin->id,
                                    .rules = suite->code,
                                    .today = today_of(rule_case, time),
                                    .jobs = 1,
                                    .size_limit = 1000000,
                                    .period_start = SV_NONE,
                                    .period_end = SV_NONE};
    if (authority[0] && strcmp(authority, "none") != 0)
        request.authority = authority;
    if (rule_case->period[0]) {
        request.period_start = calendar_parse(rule_case->period, 10);
        request.period_end = calendar_parse(rule_case->period + 12, 10);
    }
    if (check_run(&check, &request, &error)) {
        compare_outcome(suite, rule_case, year, &check);
    } else {
        suite->wrong++;
        printf("%s:%d: %s\n", rule_case->file, rule_case->line, error.text);
    }
    check_free(&check);
    suite->runs++;
}

/* Years follow each other: the last one stays. */
static void write_seed(struct suite *suite, const struct rule_case *rule_case,
                       const struct case_time *time, const struct case_submission *submission,
                       enum case_form form)
{
    size_t year = (size_t)(time->year - suite->plugin->plugin->years[0].year);
    char path[1024];
    snprintf(path, sizeof(path), "%s/%s-%d-%s", suite->seeds, suite->code, rule_case->line,
             form == CASE_XML ? "xml" : "csv");
    suite->wrong += !case_seed_write(submission, year, path);
    suite->runs++;
}

static void run_in_form(struct suite *suite, const struct rule_case *rule_case,
                        const struct case_time *time, enum case_form form)
{
    struct case_submission submission;
    if (!case_has_form(suite->plugin->plugin, rule_case, form))
        return;
    size_t wrong = suite->wrong;
    if (!case_write(&submission, suite->plugin->plugin, rule_case, &suite->header, time, form))
        suite->wrong++;
    else if (suite->seeds)
        write_seed(suite, rule_case, time, &submission, form);
    else
        check_files(suite, rule_case, time, &submission);
    if (suite->wrong > wrong)
        printf("  (given as %s)\n", form == CASE_XML ? "XML" : "CSV files");
    case_close(&submission);
}

static void run_in_year(struct suite *suite, const struct rule_case *rule_case, size_t year)
{
    struct case_time time = {.year = suite->plugin->plugin->years[year].year,
                             .day = suite->days[year],
                             .part = 1,
                             .parts = 1};
    run_in_form(suite, rule_case, &time, CASE_XML);
    run_in_form(suite, rule_case, &time, CASE_CSV);
}

/* The rule can have no case of some kind; its file says why. */
static void waive(struct suite *suite)
{
    for (size_t r = 0; r < suite->plugin->rule_count; r++) {
        if (strcmp(suite->plugin->rules[r]->code, suite->code) == 0)
            suite->covered[r].waived = true;
    }
}

static void run_case(const struct rule_case *rule_case, void *context)
{
    struct suite *suite = context;
    size_t runs = suite->runs;
    if (rule_case->waived) {
        waive(suite);
        return;
    }
    for (size_t r = 0; r < suite->plugin->rule_count; r++) {
        const struct sv_rule *rule = suite->plugin->rules[r];
        if (strcmp(rule->code, suite->code) != 0)
            continue;
        for (size_t y = 0; y < suite->plugin->plugin->year_count; y++) {
            int year = suite->plugin->plugin->years[y].year;
            if (!rule_in_year(rule, year) ||
                !in_years(rule_case->first_year, rule_case->last_year, year))
                continue;
            suite->covered[r].fails |= rule_case->fail_count > 0;
            suite->covered[r].passes |= rule_case->passes;
            run_in_year(suite, rule_case, y);
        }
    }
    if (suite->runs == runs) {
        suite->wrong++;
        printf("%s:%d: the case runs in no year\n", rule_case->file, rule_case->line);
    }
}

/* Complains of each rule that no case fails, or none passes, unless its file says why; tells how
 * many have both. */
static void require_coverage(struct suite *suite)
{
    size_t covered = 0;
    size_t waived = 0;
    for (size_t r = 0; r < suite->plugin->rule_count; r++) {
        const struct sv_rule *rule = suite->plugin->rules[r];
        if (suite->covered[r].fails && suite->covered[r].passes) {
            covered++;
            continue;
        }
        if (suite->covered[r].waived) {
            waived++;
            continue;
        }
        suite->wrong++;
        printf("rule %s from %d: no case that %s\n", rule->code, rule->first_year,
               suite->covered[r].fails ? "passes" : "fails");
    }
    printf("%zu of %zu rules with a case that fails and one that passes", covered,
           suite->plugin->rule_count);
    if (waived)
        printf(", %zu that can have no such case", waived);
}

/* What {C} stands for, each day in the year that it lies in. */
static void read_days(struct suite *suite, const char *text)
{
    const struct sv_plugin *plugin = suite->plugin->plugin;
    for (; *text; text += strcspn(text, " "), text += strspn(text, " ")) {
        sv_day day = calendar_parse(text, strcspn(text, " "));
        for (size_t y = 0; y < plugin->year_count && day != SV_NONE; y++) {
            if (sv_date_of(day).year == plugin->years[y].year)
                suite->days[y] = day;
        }
    }
}

/* The usual header is a row; the usual authority, and the day of each year, lines of their own. */
static bool read_header(struct suite *suite, const char *folder)
{
    char path[1024];
    char line[1024];
    bool fine = true;
    snprintf(path, sizeof(path), "%s/header", folder);
    for (size_t y = 0; y < sizeof(suite->days) / sizeof(suite->days[0]); y++)
        suite->days[y] = SV_NONE;
    FILE *file = fopen(path, "r");
    while (file && fine && fgets(line, sizeof(line), file)) {
        line[strcspn(line, "\n")] = '\0';
        if (strncmp(line, "authority ", 10) == 0)
            snprintf(suite->authority, sizeof(suite->authority), "%.31s", line + 10);
        else if (strncmp(line, "day C ", 6) == 0)
            read_days(suite, line + 6);
        else if (line[0] != '#' && line[0])
            fine = case_row_read(line, &suite->header);
    }
    if (file)
        fclose(file);
    return file && fine;
}

static int is_case_file(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');
    return dot && strcmp(dot, ".case") == 0;
}

static bool run_folder(struct suite *suite, const char *folder)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, is_case_file, alphasort);
    bool fine = count > 0;
    for (int i = 0; i < count; i++) {
        char path[1024];
        snprintf(path, sizeof(path), "%s/%s", folder, entries[i]->d_name);
        snprintf(suite->code, sizeof(suite->code), "%.*s", (int)strcspn(entries[i]->d_name, "."),
                 entries[i]->d_name);
        fine = case_file_read(path, run_case, suite) && fine;
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
    return fine;
}

int main(int count, char **words)
{
    static struct suite suite;
    if (count != 3 && count != 4) {
        fprintf(stderr, "usage: %s RETURN FOLDER [FOLDER-OF-SEEDS]\n", words[0]);
        return 2;
    }
    registry_load(&suite.registry, NULL, 0);
    suite.plugin = registry_find(&suite.registry, words[1]);
    if (!suite.plugin || !read_header(&suite, words[2])) {
        fprintf(stderr, "no plugin %s, or no header row in %s\n", words[1], words[2]);
        return 2;
    }
    suite.seeds = count == 4 ? words[3] : NULL;
    suite.covered = mem_new(suite.plugin->rule_count, sizeof(*suite.covered));
    bool read = run_folder(&suite, words[2]);
    require_coverage(&suite);
    printf("; %zu runs, %zu wrong\n", suite.runs, suite.wrong);
    free(suite.covered);
    registry_free(&suite.registry);
    return read && suite.wrong == 0 ? 0 : 1;
}
