/*
 * Damages the files of a sample at random and gives them to a command of statval, many times:
 *
 *     mutate SEED FIRST COUNT KEEP FOLDER COMMAND ARGUMENT...
 *
 * Plugins are loaded once, and the command does what it does in the program. It must end within 5
 * s, with no more memory than 10 times its input and 64 MB, and either with findings and a JSON
 * document, or with status 3 and one clear sentence. Many mutations run in one child; when anything
 * is wrong with them, each runs again in a child of its own, and what fails there is kept in KEEP.
 * The mutation of one number is the same whatever FIRST and COUNT are.
 */
#include <ftw.h>
#include <jansson.h>
#include <libxml/parser.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../../core/cli/commands.h"
#include "../../core/registry/registry.h"
#include "sample.h"

#define CPU_SECONDS 5
#define WALL_SECONDS 60 /* so much only on a machine that is busy with other things */
#define TOGETHER 50     /* mutations in one child */
/* Sanitizers have memory of their own. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define MEMORY_IS_JUDGED false
#else
#define MEMORY_IS_JUDGED true
#endif
#define MEMORY_BASE ((size_t)64 << 20)
#define MEMORY_FACTOR 10

/* How one run ended. */
struct outcome {
    int status; /* as of wait4() */
    size_t memory;
    struct bytes out;
    struct bytes err;
};

struct run {
    const struct command *command;
    int count;
    char **words;
    int out; /* files in memory */
    int err;
};

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *place)
{
    (void)info;
    (void)kind;
    (void)place;
    return remove(path);
}

static void empty(int file)
{
    if (ftruncate(file, 0) != 0 || lseek(file, 0, SEEK_SET) != 0)
        give_up("files in memory");
}

/* From now on this process may take so much time, and no more. */
static void limit_time(void)
{
    struct rusage used;
    struct rlimit limit;
    getrusage(RUSAGE_SELF, &used);
    getrlimit(RLIMIT_CPU, &limit);
    limit.rlim_cur = (rlim_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + CPU_SECONDS;
    setrlimit(RLIMIT_CPU, &limit);
    alarm(WALL_SECONDS);
}

/* The exit status of the command. */
static int run_command(const struct run *run)
{
    struct options options;
    struct error error;
    limit_time();
    empty(run->out);
    empty(run->err);
    int status = options_read(&options, run->command, run->count, run->words, &error)
                     ? run->command->run(&options)
                     : fail(&error);
    fflush(NULL);
    return status;
}

/* From here on the peak of this process's memory is counted anew: proc(5), clear_refs. */
static void forget_peak(void)
{
    FILE *file = fopen("/proc/self/clear_refs", "w");
    if (!file || fputs("5", file) < 0 || fclose(file) != 0)
        give_up("/proc/self/clear_refs");
}

/* The peak of this process's memory, in bytes. */
static size_t peak(void)
{
    char line[256];
    size_t kilobytes = 0;
    FILE *file = fopen("/proc/self/status", "r");
    while (file && kilobytes == 0 && fgets(line, sizeof(line), file))
        sscanf(line, "VmHWM: %zu kB", &kilobytes);
    if (!file || kilobytes == 0)
        give_up("/proc/self/status");
    fclose(file);
    return kilobytes * 1024;
}

static struct bytes contents(int file)
{
    off_t length = lseek(file, 0, SEEK_END);
    struct bytes bytes = {calloc(1, (size_t)length + 1), (size_t)length};
    if (!bytes.at || pread(file, bytes.at, bytes.length, 0) != length)
        give_up("what was written");
    return bytes;
}

/* A child that prints into the files in memory; 0: this is the child. */
static pid_t begin_child(const struct run *run)
{
    pid_t child = fork();
    if (child < 0)
        give_up("a child");
    if (child == 0) {
        dup2(run->out, STDOUT_FILENO);
        dup2(run->err, STDERR_FILENO);
    }
    return child;
}

static void read_outcome(const struct run *run, size_t memory, struct outcome *outcome)
{
    outcome->memory = memory;
    outcome->out = contents(run->out);
    outcome->err = contents(run->err);
}

static void free_outcome(struct outcome *outcome)
{
    free(outcome->out.at);
    free(outcome->err.at);
}

static struct outcome run_alone(const struct run *run)
{
    struct outcome outcome;
    struct rusage used;
    pid_t child = begin_child(run);
    if (child == 0)
        _exit(run_command(run));
    if (wait4(child, &outcome.status, 0, &used) != child)
        give_up("a child");
    read_outcome(run, (size_t)used.ru_maxrss * 1024, &outcome);
    return outcome;
}

static bool is_json(const struct bytes *text)
{
    json_error_t why;
    json_t *document = json_loadb(text->at, text->length, 0, &why);
    bool fine = json_is_object(document);
    json_decref(document);
    malloc_trim(0); /* else the next child begins with what a large document took */
    return fine;
}

/* Printable UTF-8 on one line, behind the program's name, with a full stop. */
static bool is_sentence(const struct bytes *text)
{
    static const char name[] = "statval: ";
    size_t length = text->length;
    if (length < sizeof(name) + 10 || memcmp(text->at, name, sizeof(name) - 1) != 0 ||
        text->at[length - 1] != '\n' || text->at[length - 2] != '.')
        return false;
    for (size_t i = 0; i + 1 < length; i++) {
        if ((unsigned char)text->at[i] < ' ' || text->at[i] == 0x7f)
            return false;
    }
    json_t *string = json_stringn(text->at, length); /* NULL: no UTF-8 */
    json_decref(string);
    return string != NULL;
}

/* What is wrong with an outcome; NULL: nothing. */
static const char *judge(const struct outcome *outcome, size_t length)
{
    int status = WIFEXITED(outcome->status) ? WEXITSTATUS(outcome->status) : -1;
    if (WIFSIGNALED(outcome->status))
        return WTERMSIG(outcome->status) == SIGXCPU || WTERMSIG(outcome->status) == SIGKILL
                   ? "more than 5 s"
                   : "a signal";
    if (status == STATUS_INPUT)
        return outcome->out.length > 0      ? "refused, but something was printed"
               : is_sentence(&outcome->err) ? NULL
                                            : "refused, but not with one clear sentence";
    if (status != STATUS_OK && status != STATUS_FINDINGS)
        return "another exit status";
    if (outcome->err.length > 0)
        return "something on standard error";
    if (!is_json(&outcome->out))
        return "the report is no JSON document";
    if (MEMORY_IS_JUDGED && outcome->memory > MEMORY_BASE + MEMORY_FACTOR * length)
        return "too much memory";
    return NULL;
}

static void keep(const struct sample *sample, const char *folder, uint64_t seed, size_t number)
{
    struct sample damaged = {.count = 0};
    char path[4096];
    for (size_t i = 0; i < sample->count; i++) {
        if (sample->files[i].is_read)
            damaged.files[damaged.count++] = sample->files[i];
    }
    sample_read(&damaged, "."); /* as they are now, over those as they were */
    snprintf(path, sizeof(path), "%s/%llu-%zu", folder, (unsigned long long)seed, number);
    sample_write(&damaged, path);
    fprintf(stderr, "  kept in %s\n", path);
}

static void tell(const struct run *run, const struct outcome *outcome, const char *wrong)
{
    fprintf(stderr, "mutate: %s (wait status %d, %zu MB):", wrong, outcome->status,
            outcome->memory >> 20);
    for (int i = 0; i < run->count; i++)
        fprintf(stderr, " %s", run->words[i]);
    fprintf(stderr, "\n  %.600s\n", outcome->err.at);
}

static void damage_again(struct sample *sample, uint64_t seed, size_t number)
{
    random_begin((seed << 32) ^ number);
    sample_damage(sample);
}

/* Whether a mutation is as it must be, in this process. */
static bool is_fine_here(const struct run *run, const struct sample *sample)
{
    struct outcome outcome;
    forget_peak();
    outcome.status = W_EXITCODE(run_command(run), 0);
    read_outcome(run, peak(), &outcome);
    bool fine = !judge(&outcome, sample->length);
    free_outcome(&outcome);
    return fine;
}

/* Whether all of several mutations are as they must be, one after the other in one child. */
static bool are_fine(const struct run *run, struct sample *sample, uint64_t seed, size_t first,
                     size_t last)
{
    int status;
    bool fine = true;
    pid_t child = begin_child(run);
    for (size_t number = first; child == 0 && fine && number < last; number++) {
        damage_again(sample, seed, number);
        fine = is_fine_here(run, sample);
        sample_mend(sample);
    }
    if (child == 0)
        _exit(fine ? 0 : 1);
    if (waitpid(child, &status, 0) != child)
        give_up("a child");
    return status == 0;
}

/* Whether a mutation is as it must be, in a child of its own; else says what is wrong. */
static bool is_fine_alone(const struct run *run, const struct sample *sample, const char *kept,
                          uint64_t seed, size_t number)
{
    struct outcome outcome = run_alone(run);
    const char *wrong = judge(&outcome, sample->length);
    if (wrong) {
        tell(run, &outcome, wrong);
        keep(sample, kept, seed, number);
    }
    free_outcome(&outcome);
    return !wrong;
}

/* Looks for what failed among several mutations; how many did. */
static size_t count_failures(const struct run *run, struct sample *sample, const char *kept,
                             uint64_t seed, size_t first, size_t last)
{
    size_t failures = 0;
    sample_write(sample, ".");
    for (size_t number = first; number < last; number++) {
        damage_again(sample, seed, number);
        failures += !is_fine_alone(run, sample, kept, seed, number);
        sample_mend(sample);
    }
    if (failures == 0)
        fprintf(stderr, "mutate: %s: of %zu to %zu one fails behind the others only\n",
                run->words[0], first, last - 1);
    return failures ? failures : 1;
}

int main(int count, char **words)
{
    static struct sample sample;
    struct registry registry = {0};
    char scratch[] = "/tmp/mutate-XXXXXX";
    size_t failures = 0;
    if (count < 8)
        return fputs("mutate SEED FIRST COUNT KEEP FOLDER COMMAND ARGUMENT...\n", stderr), 2;
    uint64_t seed = strtoull(words[1], NULL, 10);
    size_t first = strtoull(words[2], NULL, 10);
    size_t last = first + strtoull(words[3], NULL, 10);
    char *kept = realpath(words[4], NULL);
    struct run run = {.count = count - 6, .words = words + 6};
    for (size_t i = 0; i < command_count; i++) {
        if (strcmp(words[6], commands[i]->name) == 0)
            run.command = commands[i];
    }
    sample_read(&sample, words[5]);
    sample_choose(&sample, run.count - 1, run.words + 1);
    run.out = memfd_create("out", MFD_CLOEXEC);
    run.err = memfd_create("err", MFD_CLOEXEC);
    if (!run.command || !kept || run.out < 0 || run.err < 0 || !mkdtemp(scratch))
        give_up("cannot begin");
    sample_write(&sample, scratch);
    if (chdir(scratch) != 0)
        give_up(scratch);
    xmlInitParser();
    registry_load(&registry, NULL, 0);
    for (size_t from = first, to; from < last; from = to) {
        to = last - from > TOGETHER ? from + TOGETHER : last;
        if (!are_fine(&run, &sample, seed, from, to))
            failures += count_failures(&run, &sample, kept, seed, from, to);
    }
    registry_free(&registry);
    free(kept);
    nftw(scratch, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    return failures > 0;
}
