#include "population.h"

#include <stdlib.h>
#include <string.h>

#include "../input/user_csv.h"

enum column { RESIDENTS, DAY, PEOPLE, SOURCE, COLUMN_COUNT };

static const char *const columns[COLUMN_COUNT] = {"residents", "day", "people", "source"};

static const struct user_csv_format format = {
    .what = "populations",
    .columns = columns,
    .column_count = COLUMN_COUNT,
    .required = 1U << RESIDENTS | 1U << DAY | 1U << PEOPLE,
    .needed = "the columns residents (e.g. 0-17), day and people are needed"};

/* Whole numbers as people write them: 49510 or 49,510. */
static bool read_people(const char *text, int32_t *people)
{
    long long number = 0;
    for (; *text && number <= INT32_MAX; text++) {
        if (*text >= '0' && *text <= '9')
            number = number * 10 + (*text - '0');
        else if (*text != ',' && *text != ' ')
            return false;
    }
    *people = (int32_t)number;
    return number > 0 && number <= INT32_MAX;
}

static bool take_line(struct user_csv_line *line, void *context)
{
    struct populations *all = context;
    struct population population = {.residents = user_csv_cell(line, RESIDENTS),
                                    .source = user_csv_cell(line, SOURCE)};
    const char *people = user_csv_cell(line, PEOPLE);
    if (!population.residents[0] && !people[0])
        return true;
    if (!user_csv_date(line, DAY, &population.day))
        return false;
    if (!population.residents[0] || population.day == SV_NONE)
        return user_csv_refuse(line, "a population needs residents and a day.");
    if (!read_people(people, &population.people))
        return user_csv_refuse(line, "\"people\" is not a whole number above 0.");
    struct population *place =
        mem_grow((void **)&all->list, &all->capacity, all->count++, sizeof(*place));
    *place = population;
    return true;
}

bool populations_read(struct populations *populations, const char *path, struct error *error)
{
    *populations = (struct populations){.path = path};
    return user_csv_read(path, &format, &populations->texts, take_line, populations, error);
}

void populations_free(struct populations *populations)
{
    free(populations->list);
    arena_free(&populations->texts);
}

/* Whether `day` fits a period that ends on `end` better than `other` does. */
static bool fits_better(sv_day day, sv_day other, sv_day end)
{
    if ((day <= end) != (other <= end))
        return day <= end;
    return day <= end ? day > other : day < other;
}

const struct population *population_of(const struct populations *populations, const char *residents,
                                       sv_day end)
{
    const struct population *best = NULL;
    for (size_t i = 0; i < populations->count; i++) {
        const struct population *population = &populations->list[i];
        if (strcmp(population->residents, residents) == 0 &&
            (!best || fits_better(population->day, best->day, end)))
            best = population;
    }
    return best;
}
