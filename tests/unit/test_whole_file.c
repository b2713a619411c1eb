/* Files that are written whole or not at all. */
#include "../../core/base/whole_file.h"

#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../../core/base/fault.h"
#include "folder.h"

static struct error error;

static void assert_content(const char *path, const char *expected)
{
    size_t length;
    char *bytes = read_file(path, &length);
    assert_int_equal(length, strlen(expected));
    assert_memory_equal(bytes, expected, length);
    free(bytes);
}

static bool write_whole(const char *path, bool shared, bool complete)
{
    struct whole_file file;
    memset(&error, 0, sizeof(error));
    if (!whole_file_begin(&file, path, "the test", shared, &error))
        return false;
    fputs("new", file.out);
    return whole_file_end(&file, complete, &error);
}

static void a_new_file(void **state)
{
    (void)state;
    assert_true(write_whole(in_folder("new"), false, true));
    assert_content(in_folder("new"), "new");
    assert_int_equal(files_in_folder(), 1);
    assert_int_equal(unlink(in_folder("new")), 0);
}

static void an_old_one_is_replaced(void **state)
{
    (void)state;
    const char *path = write_text("old", "old and longer");
    assert_true(write_whole(path, true, true));
    assert_content(path, "new");
    assert_int_equal(files_in_folder(), 1);
}

static void or_stays(void **state)
{
    (void)state;
    const char *path = write_text("old", "old");
    assert_false(write_whole(path, true, false));
    assert_int_equal(error.text[0], '\0');
    assert_content(path, "old");
    assert_int_equal(files_in_folder(), 1);
}

static void until_it_is_complete(void **state)
{
    (void)state;
    struct whole_file file;
    const char *path = write_text("old", "old");
    assert_true(whole_file_begin(&file, path, "the test", true, &error));
    fputs("new", file.out);
    fflush(file.out);
    assert_content(path, "old");
    assert_int_equal(files_in_folder(), 2);
    assert_true(whole_file_end(&file, true, &error));
    assert_content(path, "new");
}

static void links_stay_links(void **state)
{
    (void)state;
    struct stat info;
    const char *path = write_text("old", "old");
    const char *name = in_folder("link");
    assert_int_equal(symlink(path, name), 0);
    assert_true(write_whole(name, true, true));
    assert_int_equal(lstat(name, &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_content(path, "new");
    unlink(name);
}

static void who_may_read_it(void **state)
{
    (void)state;
    struct stat info;
    mode_t before = umask(027);
    const char *path = in_folder("modes");
    assert_true(write_whole(path, true, true));
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
    assert_true(write_whole(path, false, true));
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
    umask(before);
}

static void where_nothing_can_be_written(void **state)
{
    (void)state;
    size_t files = files_in_folder();
    assert_false(write_whole(in_folder("no/such/folder"), true, true));
    assert_int_equal(error.status, STATUS_REPORT);
    assert_non_null(strstr(error.text, "/no/such/folder: the test cannot be written: No such"));
    assert_false(write_whole("/tmp", true, true)); /* a folder does not give way to a file */
    assert_int_equal(error.status, STATUS_REPORT);
    char path[5000];
    memset(path, 'x', sizeof(path));
    path[sizeof(path) - 1] = '\0';
    assert_false(write_whole(path, true, true));
    assert_non_null(strstr(error.text, "File name too long"));
    assert_int_equal(files_in_folder(), files);
}

static void nothing_is_left_after_a_crash(void **state)
{
    (void)state;
    int status = 0;
    size_t files = files_in_folder();
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct whole_file file;
        fault_install(FAULT_SECONDS);
        if (whole_file_begin(&file, in_folder("crash"), "the test", false, &error))
            raise(SIGSEGV);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), STATUS_FAULT);
    assert_int_equal(files_in_folder(), files);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_file),
        cmocka_unit_test(an_old_one_is_replaced),
        cmocka_unit_test(or_stays),
        cmocka_unit_test(until_it_is_complete),
        cmocka_unit_test(links_stay_links),
        cmocka_unit_test(who_may_read_it),
        cmocka_unit_test(where_nothing_can_be_written),
        cmocka_unit_test(nothing_is_left_after_a_crash),
    };
    return cmocka_run_group_tests(tests, folder_make, folder_remove);
}
