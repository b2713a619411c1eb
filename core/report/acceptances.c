#include "acceptances.h"

#include <stdlib.h>
#include <string.h>

#include "../base/calendar.h"
#include "../input/user_csv.h"
#include "../model/values.h"

struct acceptances {
    const char *path;
    sv_day today;
    struct acceptance *lines;
    size_t count;
    size_t capacity;
    struct acceptance **sorted; /* by rule and subject, then by line */
    struct arena texts;
};

enum column { RULE, SUBJECT, TABLE, KEY, ID, REASON, BY, ON, LIMIT, EXPIRES, COLUMN_COUNT };

static const char *const column_names[COLUMN_COUNT] = {
    "rule", "subject", "table", "key", "id", "reason", "by", "on", "limit", "expires"};

static const struct user_csv_format format = {
    .what = "acceptances",
    .columns = column_names,
    .column_count = COLUMN_COUNT,
    .required = 1U << RULE | 1U << SUBJECT | 1U << REASON,
    .needed = "the columns rule, subject and reason are needed"};

static bool read_limit(struct user_csv_line *line, size_t *limit)
{
    const char *text = user_csv_cell(line, LIMIT);
    char *end;
    *limit = text[0] ? strtoul(text, &end, 10) : 0;
    return !text[0] || (*limit > 0 && !*end && text[0] != '-') ||
           user_csv_refuse(line, "\"limit\" is not a whole number above 0.");
}

static bool take_line(struct user_csv_line *read, void *context)
{
    struct acceptances *all = context;
    struct acceptance line = {.rule = user_csv_cell(read, RULE),
                              .subject = user_csv_cell(read, SUBJECT),
                              .table = user_csv_cell(read, TABLE),
                              .key = user_csv_cell(read, KEY),
                              .id = user_csv_cell(read, ID),
                              .reason = user_csv_cell(read, REASON),
                              .by = user_csv_cell(read, BY),
                              .line = user_csv_number(read)};
    if (line.rule[0] == '#' || (!line.rule[0] && !line.subject[0] && !line.reason[0]))
        return true; /* a remark, or nothing */
    if (!line.rule[0])
        return user_csv_refuse(read, "there is no rule.");
    if (strcmp(line.rule, "FILE") == 0)
        return user_csv_refuse(read,
                               "what is wrong with a file cannot be accepted; mend the file.");
    if (!line.reason[0])
        return user_csv_refuse(read, "there is no reason. It is what goes into the portal's note.");
    if (!user_csv_date(read, ON, &line.on) || !user_csv_date(read, EXPIRES, &line.expires) ||
        !read_limit(read, &line.limit))
        return false;
    struct acceptance *place =
        mem_grow((void **)&all->lines, &all->capacity, all->count, sizeof(*place));
    *place = line;
    all->count++;
    return true;
}

static int compare_keys(const char *rule, const char *subject, const struct acceptance *line)
{
    int rules = strcmp(rule, line->rule);
    return rules ? rules : strcmp(subject, line->subject);
}

static int compare_lines(const void *left, const void *right)
{
    const struct acceptance *a = *(struct acceptance *const *)left;
    const struct acceptance *b = *(struct acceptance *const *)right;
    int keys = compare_keys(a->rule, a->subject, b);
    return keys ? keys : (a->line > b->line) - (a->line < b->line);
}

static void sort_lines(struct acceptances *all)
{
    all->sorted = mem_new(all->count + 1, sizeof(struct acceptance *));
    for (size_t i = 0; i < all->count; i++)
        all->sorted[i] = &all->lines[i];
    qsort(all->sorted, all->count, sizeof(struct acceptance *), compare_lines);
}

struct acceptances *acceptances_read(const char *path, sv_day today, struct error *error)
{
    struct acceptances *all = mem_new(1, sizeof(*all));
    *all = (struct acceptances){.path = path, .today = today};
    if (!user_csv_read(path, &format, &all->texts, take_line, all, error)) {
        acceptances_free(all);
        return NULL;
    }
    sort_lines(all);
    return all;
}

void acceptances_free(struct acceptances *acceptances)
{
    if (!acceptances)
        return;
    free(acceptances->lines);
    free(acceptances->sorted);
    arena_free(&acceptances->texts);
    free(acceptances);
}

const char *acceptances_path(const struct acceptances *acceptances)
{
    return acceptances->path;
}

const struct acceptance *acceptances_lines(const struct acceptances *acceptances, size_t *count)
{
    *count = acceptances->count;
    return acceptances->lines;
}

bool acceptance_is_expired(const struct acceptances *acceptances,
                           const struct acceptance *acceptance)
{
    return acceptance->expires != SV_NONE && acceptance->expires < acceptances->today;
}

void acceptances_restart(struct acceptances *acceptances)
{
    for (size_t i = 0; i < acceptances->count; i++)
        acceptances->lines[i].used = 0;
}

/* The place of the first line of a rule and subject, or of the one that would come behind it. */
static size_t first_line(const struct acceptances *all, const char *rule, const char *subject)
{
    size_t lo = 0;
    for (size_t hi = all->count; lo < hi;) {
        size_t middle = (lo + hi) / 2;
        if (compare_keys(rule, subject, all->sorted[middle]) > 0)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo;
}

/* Whether every NAME=VALUE of a key is true of the finding. */
static bool key_fits(const char *key, const struct accepted *finding)
{
    while (*key) {
        size_t length = strcspn(key, ";");
        const char *pair = key;
        size_t pair_length = trim(&pair, length);
        const char *equals = memchr(pair, '=', pair_length);
        const char *name = pair;
        size_t name_length = equals ? trim(&name, (size_t)(equals - pair)) : 0;
        const char *value = equals ? equals + 1 : pair;
        size_t value_length = equals ? trim(&value, pair_length - (size_t)(value - pair)) : 0;
        if (pair_length && (!equals || !finding->has_value(finding->context, name, name_length,
                                                           value, value_length)))
            return false;
        key += length + (key[length] == ';');
    }
    return true;
}

static bool accepts(const struct acceptances *all, const struct acceptance *line,
                    const struct accepted *finding)
{
    return !acceptance_is_expired(all, line) && (line->limit == 0 || line->used < line->limit) &&
           (!line->table[0] || (finding->table && strcmp(line->table, finding->table) == 0)) &&
           (!line->id[0] || strcmp(line->id, finding->id) == 0) && key_fits(line->key, finding);
}

const struct acceptance *acceptances_match(struct acceptances *acceptances,
                                           const struct accepted *finding)
{
    const char *subject = finding->subject ? finding->subject : "";
    size_t place = first_line(acceptances, finding->rule, subject);
    for (; place < acceptances->count; place++) {
        struct acceptance *line = acceptances->sorted[place];
        if (compare_keys(finding->rule, subject, line) != 0)
            return NULL;
        if (accepts(acceptances, line, finding)) {
            line->used++;
            return line;
        }
    }
    return NULL;
}
