/*
 * Damages the files of a sample at random and gives them to a command of statval, many times:
 *
 *     mutate SEED FIRST COUNT KEEP FOLDER COMMAND ARGUMENT...
 *
 * Plugins are loaded once; each mutation runs in a child of its own, where the command does what it
 * does in the program. It must end within 5 s, with no more memory than 10 times its input and 64
 * MB, and either with findings and a JSON document, or with status 3 and one clear sentence. What
 * does not is kept in KEEP. The mutation of one number is the same whatever FIRST and COUNT are.
 */
#include <ftw.h>
#include <jansson.h>
#include <libxml/parser.h>
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

_Noreturn static void run_command(const struct run *run)
{
    static const struct rlimit cpu = {CPU_SECONDS, CPU_SECONDS};
    struct options options;
    struct error error;
    setrlimit(RLIMIT_CPU, &cpu);
    alarm(WALL_SECONDS);
    dup2(run->out, STDOUT_FILENO);
    dup2(run->err, STDERR_FILENO);
    int status = options_read(&options, run->command, run->count, run->words, &error)
                     ? run->command->run(&options)
                     : fail(&error);
    fflush(NULL);
    _exit(status);
}

static struct bytes contents(int file)
{
    off_t length = lseek(file, 0, SEEK_END);
    struct bytes bytes = {calloc(1, (size_t)length + 1), (size_t)length};
    if (!bytes.at || pread(file, bytes.at, bytes.length, 0) != length)
        give_up("what was written");
    return bytes;
}

static void empty(int file)
{
    if (ftruncate(file, 0) != 0 || lseek(file, 0, SEEK_SET) != 0)
        give_up("files in memory");
}

static struct outcome run_once(const struct run *run)
{
    struct outcome outcome;
    struct rusage used;
    empty(run->out);
    empty(run->err);
    pid_t child = fork();
    if (child == 0)
        run_command(run);
    if (child < 0 || wait4(child, &outcome.status, 0, &used) != child)
        give_up("a child");
    outcome.memory = (size_t)used.ru_maxrss * 1024;
    outcome.out = contents(run->out);
    outcome.err = contents(run->err);
    return outcome;
}

static bool is_json(const struct bytes *text)
{
    json_error_t why;
    json_t *document = json_loadb(text->at, text->length, 0, &why);
    bool fine = json_is_object(document);
    json_decref(document);
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
    for (size_t number = first; number < last; number++) {
        random_begin((seed << 32) ^ number);
        sample_damage(&sample);
        struct outcome outcome = run_once(&run);
        const char *wrong = judge(&outcome, sample.length);
        if (wrong) {
            tell(&run, &outcome, wrong);
            keep(&sample, kept, seed, number);
            failures++;
        }
        free(outcome.out.at);
        free(outcome.err.at);
        sample_mend(&sample);
    }
    registry_free(&registry);
    free(kept);
    nftw(scratch, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    return failures > 0;
}
