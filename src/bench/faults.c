/*
 * Preloaded into every process of a command, this counts the calls that change a folder, and lets one of them fail, or kills
 * all processes before it. What is counted, and where, stands in a file that all processes share; see Faults.java, and for
 * programs that live on DiskFaults.java of the tests.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <unistd.h>
#include <utime.h>

/* With the last each call waits until somebody has looked at the disk: so it is if all processes die there. */
enum { KILL = 1, FAIL = 2, FULL = 3, STOP = 4 };

/* What a call does to the disk. */
enum { CREATES = 1, CHANGES, DELETES };

/* All numbers are of the machine's own order. */
struct control {
    int armed;
    int fault;
    int at;      /* the number of the call, from 1; with 0 all are listed in a file */
    int count;
    int hit;
    char call[60];
    char path[512];
    int passed;  /* the last call that need not wait any more */
};

static struct control *control;
static char folder[PATH_MAX];
static const char *background;
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
    background = getenv("FAULTS_BACKGROUND");
    const char *name = getenv("FAULTS_LIST");
    if (name) list = open(name, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    control = shared;
}

/* Whether this thread writes at times of its own, and its calls would make numbers differ from run to run. */
static int inBackground(void) {
    char name[16] = "";
    if (!background) return 0;
    prctl(PR_GET_NAME, name);
    for (const char *one = background; one; one = strchr(one, ',')) {
        if (*one == ',') one++;
        if (strncmp(name, one, strcspn(one, ",")) == 0) return 1;
    }
    return 0;
}

static void name_hit(const char *call, const char *path, int number) {
    snprintf(control->call, sizeof control->call, "%s", call);
    snprintf(control->path, sizeof control->path, "%s", path);
    __atomic_store_n(&control->hit, number, __ATOMIC_SEQ_CST);
}

/* Whether the call shall fail. */
static int fails(const char *call, int kind, int at, const char *name) {
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
    int counts = !inBackground();
    int number = counts ? __atomic_add_fetch(&control->count, 1, __ATOMIC_SEQ_CST) : control->hit ? INT_MAX : 0;
    if (!control->at && counts && list >= 0) dprintf(list, "%d\t%s\t%s\n", number, call, path + strlen(folder));
    if (control->fault == STOP && counts) {
        name_hit(call, path + strlen(folder), number);
        while (control->armed && __atomic_load_n(&control->passed, __ATOMIC_SEQ_CST) < number) usleep(50);
    }
    if (!control->at || number < control->at) return 0;
    if (number > control->at && !(control->fault == FULL && kind == CREATES)) return 0;
    if (number == control->at) name_hit(call, path + strlen(folder), 1);
    if (control->fault == KILL) {
        kill(0, SIGKILL);
        for (;;) pause();
    }
    if (control->fault == FULL && kind != CREATES) return 0;
    errno = ENOSPC;
    return 1;
}

static int failsAtFile(const char *call, int kind, int fd) {
    if (!control || !control->armed) return 0;
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return fails(call, kind, AT_FDCWD, path);
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name)) dlsym(RTLD_NEXT, #name)
#define PATH_CALL(name, kind, at, path, parameters, arguments) \
    int name parameters { REAL(name); return fails(#name, kind, at, path) ? -1 : real arguments; }
#define FILE_CALL(type, name, kind, parameters, arguments) \
    type name parameters { REAL(name); return failsAtFile(#name, kind, fd) ? -1 : real arguments; }

PATH_CALL(mkdir, CREATES, AT_FDCWD, path, (const char *path, mode_t mode), (path, mode))
PATH_CALL(rmdir, DELETES, AT_FDCWD, path, (const char *path), (path))
PATH_CALL(unlink, DELETES, AT_FDCWD, path, (const char *path), (path))
PATH_CALL(unlinkat, DELETES, at, path, (int at, const char *path, int flags), (at, path, flags))
PATH_CALL(remove, DELETES, AT_FDCWD, path, (const char *path), (path))
PATH_CALL(rename, CHANGES, AT_FDCWD, to, (const char *from, const char *to), (from, to))
PATH_CALL(renameat, CHANGES, at, to, (int from, const char *old, int at, const char *to), (from, old, at, to))
PATH_CALL(link, CREATES, AT_FDCWD, to, (const char *from, const char *to), (from, to))
PATH_CALL(symlink, CREATES, AT_FDCWD, to, (const char *from, const char *to), (from, to))
PATH_CALL(chmod, CHANGES, AT_FDCWD, path, (const char *path, mode_t mode), (path, mode))
PATH_CALL(utime, CHANGES, AT_FDCWD, path, (const char *path, const struct utimbuf *times), (path, times))
PATH_CALL(utimes, CHANGES, AT_FDCWD, path, (const char *path, const struct timeval times[2]), (path, times))
PATH_CALL(mkstemp64, CREATES, AT_FDCWD, path, (char *path), (path))
FILE_CALL(int, fchmod, CHANGES, (int fd, mode_t mode), (fd, mode))
FILE_CALL(int, fsync, CHANGES, (int fd), (fd))
FILE_CALL(int, fdatasync, CHANGES, (int fd), (fd))
FILE_CALL(int, ftruncate64, CREATES, (int fd, off64_t length), (fd, length))
FILE_CALL(ssize_t, write, CREATES, (int fd, const void *bytes, size_t count), (fd, bytes, count))
FILE_CALL(ssize_t, pwrite64, CREATES, (int fd, const void *bytes, size_t count, off64_t from), (fd, bytes, count, from))
FILE_CALL(ssize_t, writev, CREATES, (int fd, const struct iovec *parts, int count), (fd, parts, count))
FILE_CALL(ssize_t, sendfile64, CREATES, (int fd, int from, off64_t *at, size_t count), (fd, from, at, count))

/* The C library itself opens the files of streams, and writes what they hold when they are flushed or closed. */
#define STREAM_OPEN(name) \
    FILE *name(const char *path, const char *mode) { \
        REAL(name); return strpbrk(mode, "wa") && fails(#name, CREATES, AT_FDCWD, path) ? NULL : real(path, mode); }
#define STREAM_CALL(name) \
    int name(FILE *file) { \
        REAL(name); int lost = file && __fpending(file) && failsAtFile(#name, CREATES, fileno(file)); \
        if (!lost) return real(file); \
        __fpurge(file); real(file); errno = ENOSPC; return EOF; }
STREAM_OPEN(fopen)
STREAM_OPEN(fopen64)
STREAM_CALL(fflush)
STREAM_CALL(fclose)

/* Opening a file counts if it may create or empty it. */
#define OPEN_CALL(name) \
    int name(const char *path, int flags, ...) { \
        REAL(name); va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
        return (flags & (O_CREAT | O_TRUNC)) && fails(#name, CREATES, AT_FDCWD, path) ? -1 : real(path, flags, mode); }
OPEN_CALL(open)
OPEN_CALL(open64)

/* Of fcntl only taking a lock counts. */
#define LOCK_CALL(name) \
    int name(int fd, int command, ...) { \
        REAL(name); va_list more; va_start(more, command); void *argument = va_arg(more, void *); va_end(more); \
        int locks = command == F_SETLK || command == F_SETLKW || command == F_SETLK64 || command == F_SETLKW64; \
        locks = locks && ((struct flock *) argument)->l_type != F_UNLCK; \
        return locks && failsAtFile("lock", CHANGES, fd) ? -1 : real(fd, command, argument); }
LOCK_CALL(fcntl)
LOCK_CALL(fcntl64)
