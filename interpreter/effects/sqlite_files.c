/* The files that SQLite touches: which ones, and how much it writes.

   SQLite reaches files by system calls that can be replaced.  Ours know the policy of
   the program whose statement runs: lexvm_sqlite_enter names it. */

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/vfs.h>
#endif

#ifndef O_PATH
#define O_PATH O_RDONLY
#endif

typedef void (*any_function)(void);

/* sqlite3_vfs, version 3 */
struct vfs {
    int version, file_size, longest_path;
    struct vfs *next;
    const char *name;
    void *data;
    int (*open)(struct vfs *, const char *, void *, int, int *);
    int (*remove)(struct vfs *, const char *, int);
    int (*access)(struct vfs *, const char *, int, int *);
    int (*full_path)(struct vfs *, const char *, int, char *);
    void *(*load)(struct vfs *, const char *);
    void (*load_error)(struct vfs *, int, char *);
    any_function (*symbol)(struct vfs *, void *, const char *);
    void (*unload)(struct vfs *, void *);
    int (*randomness)(struct vfs *, int, char *);
    int (*sleep)(struct vfs *, int);
    int (*time)(struct vfs *, double *);
    int (*last_error)(struct vfs *, int, char *);
    int (*time64)(struct vfs *, long long *);
    int (*set_call)(struct vfs *, const char *, any_function);
    any_function (*get_call)(struct vfs *, const char *);
    const char *(*next_call)(struct vfs *, const char *);
};

/* A gate lists the folders and files that a program may touch, as absolute paths without
   links.  An open gate permits everything. */

enum { MAY_READ = 1, MAY_WRITE = 2 };

struct scope {
    struct scope *next;
    int rights;
    size_t size;
    char path[];
};

struct gate {
    int is_open;
    struct scope *scopes;
};

static struct gate *gate;
static long output_left = -1;
static int output_exceeded;

/* Whether the run must stop, asked by waits and loops that SQLite does not interrupt. */
static int (*look)(void);
static int stopped;

RPY_EXTERN int lexvm_sqlite_stops(void)
{
    if (!stopped && look != NULL)
        stopped = look();
    return stopped;
}

RPY_EXTERN void *lexvm_sqlite_gate(int is_open)
{
    struct gate *made = calloc(1, sizeof *made);
    if (made != NULL)
        made->is_open = is_open;
    return made;
}

/* Permit a path and what lies below it.  False without memory. */
RPY_EXTERN int lexvm_sqlite_permit(void *to, const char *path, int rights)
{
    size_t size = strlen(path);
    struct scope *scope = malloc(sizeof *scope + size + 1);
    if (scope == NULL)
        return 0;
    memcpy(scope->path, path, size + 1);
    scope->size = size == 1 ? 0 : size;         /* the root has no name */
    scope->rights = rights;
    scope->next = ((struct gate *)to)->scopes;
    ((struct gate *)to)->scopes = scope;
    return 1;
}

/* What follows belongs to the program of a gate, which may write so many bytes; any
   number if negative. */
RPY_EXTERN void lexvm_sqlite_enter(void *of, long output)
{
    gate = of;
    output_left = output;
    output_exceeded = 0;
    stopped = 0;
}

RPY_EXTERN long lexvm_sqlite_output_left(void)
{
    return output_left;
}

RPY_EXTERN int lexvm_sqlite_output_exceeded(void)
{
    return output_exceeded;
}

static int is_restricted(void)
{
    return gate == NULL || !gate->is_open;
}

static int rights_of(const char *path, size_t size)
{
    int rights = 0;
    struct scope *scope;
    for (scope = gate->scopes; scope != NULL; scope = scope->next) {
        if (size >= scope->size && memcmp(path, scope->path, scope->size) == 0
                && (size == scope->size || path[scope->size] == '/'))
            rights |= scope->rights;
    }
    return rights;
}

/* The size of the name of the database that a file belongs to: a journal, a write-ahead
   log, its index, or a journal of several databases. */
static size_t size_of_database_name(const char *path, size_t size)
{
    static const char *const suffixes[] = {"-journal", "-wal", "-shm"};
    size_t i;
    for (i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++) {
        size_t more = strlen(suffixes[i]);
        if (size > more && strcmp(path + size - more, suffixes[i]) == 0)
            return size - more;
    }
    if (size > 12 && memcmp(path + size - 12, "-mj", 3) == 0)
        return size - 12;
    return size;
}

static int permits(const char *path, int rights)
{
    size_t size = strlen(path);
    if (gate == NULL || path[0] != '/')
        return 0;
    if ((rights_of(path, size) & rights) == rights)
        return 1;
    size = size_of_database_name(path, size);
    return (rights_of(path, size) & rights) == rights;
}

static int refuse(int number)
{
    errno = number;
    return -1;
}

static int close_and_fail(int fd, int number)
{
    close(fd);
    return refuse(number);
}

/* A descriptor of the folder that holds a file, reached without links; `name` becomes
   the last part of the path.  -1 with errno. */
static int folder_of(const char *path, const char **name)
{
    char part[256];
    int fd = open("/", O_PATH | O_DIRECTORY | O_CLOEXEC);
    while (fd >= 0) {
        const char *end;
        int next;
        while (*path == '/')
            path++;
        end = strchr(path, '/');
        if (end == NULL) {
            *name = *path ? path : ".";
            return fd;
        }
        if ((size_t)(end - path) >= sizeof part)
            return close_and_fail(fd, ENAMETOOLONG);
        memcpy(part, path, end - path);
        part[end - path] = 0;
        if (strcmp(part, "..") == 0)
            return close_and_fail(fd, EACCES);
        next = openat(fd, part, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (next < 0)
            return close_and_fail(fd, errno);
        close(fd);
        fd = next;
        path = end;
    }
    return -1;
}

/* Only files with contents are databases: no devices, no pipes, no views of the kernel
   or of the memory of a process. */
static int checked(int fd, int may_be_folder)
{
    struct stat status;
#ifdef __linux__
    enum { PROC = 0x9fa0, SYS = 0x62656572 };
    struct statfs system;
    if (fd >= 0 && fstatfs(fd, &system) == 0
            && (system.f_type == PROC || system.f_type == SYS))
        return close_and_fail(fd, EACCES);
#endif
    if (fd >= 0 && (fstat(fd, &status) != 0 || !(S_ISREG(status.st_mode)
            || (may_be_folder && S_ISDIR(status.st_mode)))))
        return close_and_fail(fd, EACCES);
    return fd;
}

static int guarded_open(const char *path, int flags, int mode)
{
    const char *name;
    int folder, fd, number;
    int reads = (flags & O_ACCMODE) == O_RDONLY && !(flags & (O_CREAT | O_TRUNC));
    if (reads && (strcmp(path, "/dev/urandom") == 0 || strcmp(path, "/dev/null") == 0))
        return open(path, flags | O_CLOEXEC);
    /* Opening a pipe must not wait for its other end. */
    flags |= O_NONBLOCK | O_CLOEXEC;
    if (!is_restricted())
        return checked(open(path, flags, mode), reads);
    if (!permits(path, reads ? MAY_READ : MAY_READ | MAY_WRITE)) {
        if (!reads)
            return refuse(EACCES);
        /* Folders, which are opened to be written to the disk, show nothing. */
        flags |= O_DIRECTORY;
    }
    folder = folder_of(path, &name);
    if (folder < 0)
        return -1;
    fd = openat(folder, name, flags | O_NOFOLLOW, mode);
    number = errno;
    close(folder);
    errno = number;
    return checked(fd, reads);
}

/* The folder of a file that is permitted; -1 with errno. */
static int permitted_folder(const char *path, int rights, const char **name)
{
    if (!permits(path, rights))
        return refuse(EACCES);
    return folder_of(path, name);
}

static int closed(int folder, int result)
{
    int number = errno;
    close(folder);
    errno = number;
    return result;
}

static int guarded_access(const char *path, int mode)
{
    const char *name;
    int folder;
    if (!is_restricted())
        return access(path, mode);
    folder = permitted_folder(path, mode & W_OK ? MAY_READ | MAY_WRITE : MAY_READ, &name);
    return folder < 0 ? -1 : closed(folder, faccessat(folder, name, mode, 0));
}

static int guarded_stat(const char *path, struct stat *status)
{
    const char *name;
    int folder;
    if (!is_restricted())
        return stat(path, status);
    folder = permitted_folder(path, MAY_READ, &name);
    return folder < 0 ? -1
        : closed(folder, fstatat(folder, name, status, AT_SYMLINK_NOFOLLOW));
}

static int guarded_unlink(const char *path)
{
    const char *name;
    int folder;
    if (!is_restricted())
        return unlink(path);
    folder = permitted_folder(path, MAY_READ | MAY_WRITE, &name);
    return folder < 0 ? -1 : closed(folder, unlinkat(folder, name, 0));
}

/* Whether so many bytes may be written; they count if they may. */
static int counts(size_t size)
{
    if (output_left < 0)
        return 1;
    if (size > (size_t)output_left) {
        output_exceeded = 1;
        return 0;
    }
    output_left -= (long)size;
    return 1;
}

static ssize_t guarded_write(int fd, const void *data, size_t size)
{
    return counts(size) ? write(fd, data, size) : refuse(ENOSPC);
}

static ssize_t guarded_pwrite(int fd, const void *data, size_t size, off_t place)
{
    return counts(size) ? pwrite(fd, data, size, place) : refuse(ENOSPC);
}

/* Wait while another process has the database. */
static int guarded_sleep(struct vfs *self, int microseconds)
{
    int left = microseconds;
    (void)self;
    while (left > 0 && !lexvm_sqlite_stops()) {
        int part = left < 20000 ? left : 20000;
        struct timespec slice = {0, part * 1000L};
        nanosleep(&slice, NULL);
        left -= part;
    }
    return microseconds;
}

static void *no_library(struct vfs *self, const char *path)
{
    (void)self;
    (void)path;
    return NULL;
}

static void no_library_error(struct vfs *self, int size, char *text)
{
    (void)self;
    if (size > 0)
        text[0] = 0;
}

/* Replace the system calls of the default file system, and make a copy of it that
   waits as we do the only one.  False if this SQLite cannot do that. */
RPY_EXTERN int lexvm_sqlite_guard_files(void *library, int (*looks)(void))
{
    static const char *const others[] = {
        "unix", "unix-none", "unix-dotfile", "unix-excl", "unix-flock",
        "unix-namedsem", "unix-posix", "unix-proxy", "unix-nfs", "unix-afp"};
    static struct vfs files;
    struct vfs *(*find)(const char *), *original;
    int (*add)(struct vfs *, int), (*leave_out)(struct vfs *);
    size_t i;
    look = looks;
    *(void **)(void *)&find = dlsym(library, "sqlite3_vfs_find");
    *(void **)(void *)&add = dlsym(library, "sqlite3_vfs_register");
    *(void **)(void *)&leave_out = dlsym(library, "sqlite3_vfs_unregister");
    if (find == NULL || add == NULL || leave_out == NULL)
        return 0;
    original = find(NULL);
    if (original == &files)
        return 1;
    if (original == NULL || original->version < 3 || original->set_call == NULL
            || original->set_call(original, "open", (any_function)guarded_open) != 0
            || original->set_call(original, "access", (any_function)guarded_access) != 0
            || original->set_call(original, "stat", (any_function)guarded_stat) != 0
            || original->set_call(original, "unlink", (any_function)guarded_unlink) != 0
            || original->set_call(original, "write", (any_function)guarded_write) != 0)
        return 0;
    /* A library has these or does not call them. */
    original->set_call(original, "pwrite", (any_function)guarded_pwrite);
    original->set_call(original, "pwrite64", (any_function)guarded_pwrite);
    files = *original;
    files.name = "lexvm";
    files.sleep = guarded_sleep;
    files.load = no_library;
    files.load_error = no_library_error;
    if (add(&files, 1) != 0)
        return 0;
    for (i = 0; i < sizeof others / sizeof others[0]; i++) {
        struct vfs *other = find(others[i]);
        if (other != NULL)
            leave_out(other);
    }
    return 1;
}
