/*
 * Preloaded into every process of a command, this counts the calls that change a folder, and lets one of them fail, or kills
 * all processes before it. What is counted, and where, stands in a file that all processes share; see Faults.java.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { KILL = 1, FAIL = 2, FULL = 3 };

/* All numbers are of the machine's own order. */
struct control {
    int armed;
    int fault;
    int at;      /* the number of the call, from 1; with 0 all are listed in a file */
    int count;
    int hit;
    char call[60];
    char path[512];
};

static struct control *control;
static char folder[PATH_MAX];
static int list = -1;

__attribute__((constructor)) static void start(void) {
    const char *file = getenv("FAULTS_CONTROL");
    const char *below = getenv("FAULTS_BELOW");
    if (!file || !below) return;
    int fd = open(file, O_RDWR | O_CLOEXEC);
    if (fd < 0) return;
    void *shared = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    if (shared == MAP_FAILED) return;
    snprintf(folder, sizeof folder, "%s", below);
    const char *name = getenv("FAULTS_LIST");
    if (name) list = open(name, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    control = shared;
}

/* Whether the call shall fail. */
static int fails(const char *call, int creates, int at, const char *name) {
    if (!control || !control->armed || !name) return 0;
    char path[PATH_MAX];
    if (name[0] != '/') { /* Git works with relative names. */
        char link[64], base[PATH_MAX / 2];
        snprintf(link, sizeof link, at == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", at);
        ssize_t length = readlink(link, base, sizeof base - 1);
        if (length < 0) return 0;
        base[length] = 0;
        snprintf(path, sizeof path, "%s/%s", base, name);
    } else {
        snprintf(path, sizeof path, "%s", name);
    }
    if (strncmp(path, folder, strlen(folder)) != 0) return 0;
    int number = __atomic_add_fetch(&control->count, 1, __ATOMIC_SEQ_CST);
    if (!control->at && list >= 0) dprintf(list, "%d\t%s\t%s\n", number, call, path + strlen(folder));
    if (!control->at || number < control->at) return 0;
    if (number > control->at && !(control->fault == FULL && creates)) return 0;
    if (number == control->at) {
        snprintf(control->call, sizeof control->call, "%s", call);
        snprintf(control->path, sizeof control->path, "%s", path + strlen(folder));
        control->hit = 1;
    }
    if (control->fault == KILL) {
        kill(0, SIGKILL);
        for (;;) pause();
    }
    if (control->fault == FULL && !creates) return 0;
    errno = ENOSPC;
    return 1;
}

static int failsAtFile(const char *call, int creates, int fd) {
    if (!control || !control->armed) return 0;
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return fails(call, creates, AT_FDCWD, path);
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name)) dlsym(RTLD_NEXT, #name)
#define PATH_CALL(name, creates, at, path, parameters, arguments) \
    int name parameters { REAL(name); return fails(#name, creates, at, path) ? -1 : real arguments; }
#define FILE_CALL(type, name, creates, parameters, arguments) \
    type name parameters { REAL(name); return failsAtFile(#name, creates, fd) ? -1 : real arguments; }

PATH_CALL(mkdir, 1, AT_FDCWD, path, (const char *path, mode_t mode), (path, mode))
PATH_CALL(rmdir, 0, AT_FDCWD, path, (const char *path), (path))
PATH_CALL(unlink, 0, AT_FDCWD, path, (const char *path), (path))
PATH_CALL(unlinkat, 0, at, path, (int at, const char *path, int flags), (at, path, flags))
PATH_CALL(rename, 0, AT_FDCWD, to, (const char *from, const char *to), (from, to))
PATH_CALL(renameat, 0, at, to, (int from, const char *old, int at, const char *to), (from, old, at, to))
PATH_CALL(link, 1, AT_FDCWD, to, (const char *from, const char *to), (from, to))
PATH_CALL(symlink, 1, AT_FDCWD, to, (const char *from, const char *to), (from, to))
PATH_CALL(chmod, 0, AT_FDCWD, path, (const char *path, mode_t mode), (path, mode))
FILE_CALL(int, fchmod, 0, (int fd, mode_t mode), (fd, mode))
FILE_CALL(int, fsync, 0, (int fd), (fd))
FILE_CALL(int, fdatasync, 0, (int fd), (fd))
FILE_CALL(int, ftruncate64, 1, (int fd, off64_t length), (fd, length))
FILE_CALL(ssize_t, write, 1, (int fd, const void *bytes, size_t count), (fd, bytes, count))
FILE_CALL(ssize_t, pwrite64, 1, (int fd, const void *bytes, size_t count, off64_t from), (fd, bytes, count, from))
FILE_CALL(ssize_t, writev, 1, (int fd, const struct iovec *parts, int count), (fd, parts, count))

/* Opening a file counts if it may create it. */
#define OPEN_CALL(name) \
    int name(const char *path, int flags, ...) { \
        REAL(name); va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
        return (flags & O_CREAT) && fails(#name, 1, AT_FDCWD, path) ? -1 : real(path, flags, mode); }
OPEN_CALL(open)
OPEN_CALL(open64)

/* Of fcntl only taking a lock counts. */
#define LOCK_CALL(name) \
    int name(int fd, int command, ...) { \
        REAL(name); va_list more; va_start(more, command); void *argument = va_arg(more, void *); va_end(more); \
        int locks = command == F_SETLK || command == F_SETLKW || command == F_SETLK64 || command == F_SETLKW64; \
        locks = locks && ((struct flock *) argument)->l_type != F_UNLCK; \
        return locks && failsAtFile("lock", 1, fd) ? -1 : real(fd, command, argument); }
LOCK_CALL(fcntl)
LOCK_CALL(fcntl64)
