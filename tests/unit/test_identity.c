/* Ids of findings, and names of subjects that can be shown to anybody. */
#include "../../core/report/identity.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit.h"

#define KEY_VARIABLE "STATVAL_REDACT_KEY"

static char folder[64];
static struct error error;

static int make_folder(void **state)
{
    (void)state;
    const char *base = getenv("TMPDIR");
    snprintf(folder, sizeof(folder), "%s/statval-XXXXXX",
             base && strlen(base) < 40 ? base : "/tmp");
    unsetenv(KEY_VARIABLE);
    if (!mkdtemp(folder))
        return -1;
    return setenv("XDG_CONFIG_HOME", folder, 1);
}

static void path_below(const char *name, char out[128])
{
    snprintf(out, 128, "%s%s", folder, name);
}

static int remove_folder(void **state)
{
    (void)state;
    static const char *const below[] = {"/statval/redact.key",
                                        "/redact.key",
                                        "/.config/statval/redact.key",
                                        "/.config/statval",
                                        "/.config",
                                        "/statval",
                                        ""};
    for (size_t i = 0; i < COUNT_OF(below); i++) {
        char path[128];
        path_below(below[i], path);
        if (unlink(path) != 0)
            rmdir(path);
    }
    return access(folder, F_OK) == 0 ? -1 : 0;
}

static struct identity *identity_of_key(const char *key)
{
    setenv(KEY_VARIABLE, key, 1);
    struct identity *identity = identity_new(true, &error);
    unsetenv(KEY_VARIABLE);
    if (!identity)
        fail_msg("%s", error.text);
    return identity;
}

static void assert_number(struct identity *identity, const char *content, const char *expected)
{
    char id[ID_ROOM];
    identity_number(identity, content, strlen(content), id);
    assert_string_equal(id, expected);
}

static void assert_hidden(const struct identity *identity, const char *subject,
                          const char *expected)
{
    char name[ID_ROOM];
    identity_hide(identity, subject, name);
    assert_string_equal(name, expected);
}

/*
 * BLAKE2b with 16 bytes of output, of which 8 are shown; the key is BLAKE2b with 32 bytes of
 * output of "statval finding id". Worked out with Python's hashlib: ids that change would break
 * every comparison with an earlier report.
 */
static void ids_are_the_same_on_every_machine(void **state)
{
    (void)state;
    struct identity *identity = identity_new(false, &error);
    assert_non_null(identity);
    assert_false(identity_redacts(identity));
    assert_number(identity, "abc", "a14d89b6bd00ec9e");
    assert_number(identity, "", "f575af5064ac3f81");
    char id[ID_ROOM];
    identity_number(identity,
                    "cin\0"
                    "8925\0",
                    9, id); /* NULs are content */
    assert_string_equal(id, "38a7e3b42499b913");
    identity_free(identity);
}

static void equal_contents_count_up(void **state)
{
    (void)state;
    struct identity *identity = identity_new(false, &error);
    assert_non_null(identity);
    assert_number(identity, "abc", "a14d89b6bd00ec9e");
    assert_number(identity, "abc", "a14d89b6bd00ec9e-2");
    assert_number(identity, "", "f575af5064ac3f81");
    assert_number(identity, "abc", "a14d89b6bd00ec9e-3");
    assert_number(identity, "", "f575af5064ac3f81-2");
    identity_free(identity);
}

/* Each format of a report walks all findings, and must give them the same ids. */
static void a_restart_gives_the_same_ids_again(void **state)
{
    (void)state;
    struct identity *identity = identity_new(false, &error);
    assert_non_null(identity);
    for (int walk = 0; walk < 3; walk++) {
        assert_number(identity, "abc", "a14d89b6bd00ec9e");
        assert_number(identity, "abc", "a14d89b6bd00ec9e-2");
        identity_restart(identity);
        identity_restart(identity);
    }
    identity_free(identity);
}

static void many_ids(void **state)
{
    (void)state;
    enum { MANY = 20000 };
    struct identity *identity = identity_new(false, &error);
    assert_non_null(identity);
    for (int i = 0; i < 2 * MANY; i++) {
        char content[16];
        char id[ID_ROOM];
        snprintf(content, sizeof(content), "%d", i % MANY);
        identity_number(identity, content, strlen(content), id);
        assert_int_equal(strlen(id), i < MANY ? 16 : 18);
    }
    identity_free(identity);
}

/* The key is BLAKE2b with 32 bytes of output of the variable's text; also from hashlib. */
static void the_key_of_the_environment(void **state)
{
    (void)state;
    struct identity *identity = identity_of_key("0123456789abcdef");
    assert_true(identity_redacts(identity));
    assert_hidden(identity, "C0001", "63819ef94879aa12");
    assert_hidden(identity, "C0002", "265e7dfbd248c693");
    assert_hidden(identity, "C0001", "63819ef94879aa12");
    assert_number(identity, "abc", "93daa1fae714c3d5");
    identity_free(identity);
    char path[128];
    path_below("/statval", path);
    assert_int_not_equal(access(path, F_OK), 0); /* no key of the user's own was made */
}

static void another_key_gives_other_names(void **state)
{
    (void)state;
    struct identity *one = identity_of_key("0123456789abcdef");
    struct identity *other = identity_of_key("0123456789abcdeg");
    char name[2][ID_ROOM];
    identity_hide(one, "C0001", name[0]);
    identity_hide(other, "C0001", name[1]);
    assert_string_not_equal(name[0], name[1]);
    identity_free(one);
    identity_free(other);
}

static void a_short_key_is_refused(void **state)
{
    (void)state;
    static const char *const keys[] = {"", "0123456789abcde"};
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        setenv(KEY_VARIABLE, keys[i], 1);
        assert_null(identity_new(true, &error));
        assert_int_equal(error.status, STATUS_REPORT);
        assert_string_equal(error.text, "STATVAL_REDACT_KEY has fewer than 16 characters.");
    }
    /* Without --redact no key is needed. */
    struct identity *identity = identity_new(false, &error);
    assert_non_null(identity);
    identity_free(identity);
}

static void hide_with_key_of_user(char out[ID_ROOM])
{
    struct identity *identity = identity_new(true, &error);
    if (!identity)
        fail_msg("%s", error.text);
    identity_hide(identity, "C0001", out);
    identity_free(identity);
}

static void a_key_of_the_users_own_is_made_once(void **state)
{
    (void)state;
    char name[2][ID_ROOM];
    char path[128];
    struct stat info;
    hide_with_key_of_user(name[0]);
    hide_with_key_of_user(name[1]);
    assert_string_equal(name[0], name[1]);
    path_below("/statval/redact.key", path);
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
    assert_true(info.st_size >= 32);
    assert_int_equal(unlink(path), 0);
    hide_with_key_of_user(name[1]);
    assert_string_not_equal(name[0], name[1]); /* a new key is another key */
}

static void home_stands_in_for_the_configuration_folder(void **state)
{
    (void)state;
    char *home = getenv("HOME") ? strdup(getenv("HOME")) : NULL;
    char name[ID_ROOM];
    char path[128];
    setenv("XDG_CONFIG_HOME", "", 1);
    setenv("HOME", folder, 1);
    hide_with_key_of_user(name);
    path_below("/.config/statval/redact.key", path);
    assert_int_equal(access(path, R_OK), 0);
    if (home)
        setenv("HOME", home, 1);
    else
        unsetenv("HOME");
    free(home);
}

static void write_file(const char *path, const char *text)
{
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), strlen(text));
    close(file);
}

static void assert_no_key(void)
{
    assert_null(identity_new(true, &error));
    assert_int_equal(error.status, STATUS_REPORT);
    assert_non_null(strstr(error.text, "needs a key"));
}

static void a_key_file_of_no_use_is_refused(void **state)
{
    (void)state;
    char path[128];
    path_below("/statval", path);
    assert_int_equal(mkdir(path, 0700), 0);
    path_below("/statval/redact.key", path);
    write_file(path, "");
    assert_no_key();
    write_file(path, "too short");
    assert_no_key();
    char name[ID_ROOM];
    write_file(path, "0123456789abcdef");
    hide_with_key_of_user(name);
    assert_string_equal(name, "63819ef94879aa12");
}

static void a_folder_where_no_key_can_be_kept(void **state)
{
    (void)state;
    char path[128];
    path_below("/statval", path);
    write_file(path, ""); /* a file where the folder should be */
    assert_no_key();
}

static void nothing_to_free(void **state)
{
    (void)state;
    identity_free(NULL);
}

int main(void)
{
#define IDENTITY_TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        IDENTITY_TEST(ids_are_the_same_on_every_machine),
        IDENTITY_TEST(equal_contents_count_up),
        IDENTITY_TEST(a_restart_gives_the_same_ids_again),
        IDENTITY_TEST(many_ids),
        IDENTITY_TEST(the_key_of_the_environment),
        IDENTITY_TEST(another_key_gives_other_names),
        IDENTITY_TEST(a_short_key_is_refused),
        IDENTITY_TEST(a_key_of_the_users_own_is_made_once),
        IDENTITY_TEST(home_stands_in_for_the_configuration_folder),
        IDENTITY_TEST(a_key_file_of_no_use_is_refused),
        IDENTITY_TEST(a_folder_where_no_key_can_be_kept),
        IDENTITY_TEST(nothing_to_free),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
