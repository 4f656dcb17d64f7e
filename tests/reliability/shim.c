/* Breaks the n-th file call of a program: fails it, cuts it short, or ends the program there.
 *
 * Loaded into the program by LD_PRELOAD. Only calls that change something (or read, if that is asked for), on
 * paths below one folder, are counted and broken; all others pass. What to break is told by the environment
 * when the program starts, or by shim_arm() while it runs; see shim.py, which builds this and names the
 * numbers below. Calls are counted in a small shared file, so that whoever started the program knows how many
 * there were even when it was killed, and so that a program and its children count together.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { CREATE = 1, OPEN = 2, WRITE = 4, SYNC = 8, NAME = 16, FOLDER = 32, LENGTH = 64, MODE = 128, READ = 256, REMOVE = 512 };
enum { PASS = 0, FAIL = 1, SHORT = 2, KILL_BEFORE = 3, KILL_AFTER = 4, KILL_TORN = 5 };

struct counts {
    atomic_long calls;      /* of the classes that are looked at */
    atomic_long fired;      /* how often a call was broken */
    atomic_long each[16];   /* of each class, by the number of its bit */
    char call[32];          /* the first call that was broken */
    char path[PATH_MAX];
};

static struct {
    char folder[PATH_MAX];
    size_t length;
    int kind, error, stays;
    unsigned classes;
    long at;
} rule;
static struct counts *counts, unshared;
static __thread int inside;

void shim_disarm(void) { rule.kind = PASS; rule.length = 0; rule.folder[0] = 0; }

void shim_arm(const char *folder, int kind, long at, int error, int stays, unsigned classes, const char *file)
{
    shim_disarm();
    counts = &unshared;
    memset(&unshared, 0, sizeof unshared);
    if (file && *file) {
        int handle = (int)syscall(SYS_openat, AT_FDCWD, file, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (handle >= 0 && ftruncate(handle, sizeof *counts) == 0) {
            void *map = mmap(NULL, sizeof *counts, PROT_READ | PROT_WRITE, MAP_SHARED, handle, 0);
            if (map != MAP_FAILED) counts = map;
        }
        if (handle >= 0) close(handle);
    }
    rule.kind = kind; rule.at = at; rule.error = error; rule.stays = stays; rule.classes = classes;
    snprintf(rule.folder, sizeof rule.folder, "%s", folder ? folder : "");
    rule.length = strlen(rule.folder);
}

__attribute__((constructor)) static void from_environment(void)
{
    const char *folder = getenv("SHIM_FOLDER"), *text = getenv("SHIM_RULE"), *file = getenv("SHIM_COUNTS");
    int kind = 0, error = 0, stays = 0;
    unsigned classes = 0;
    long at = 0;
    if (folder && text && sscanf(text, "%d:%ld:%d:%d:%u", &kind, &at, &error, &stays, &classes) == 5)
        shim_arm(folder, kind, at, error, stays, classes, file);
}

static int below(const char *path)
{
    return rule.length && strncmp(path, rule.folder, rule.length) == 0
        && (path[rule.length] == '/' || path[rule.length] == 0);
}

static int name_of(int handle, char *path)
{
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return 1;
}

/* The whole path of a name that may be relative to a folder; 0 where it cannot be told. */
static int whole(int folder, const char *name, char *path)
{
    if (!name) return 0;
    if (name[0] == '/') { snprintf(path, PATH_MAX, "%s", name); return 1; }
    if (folder == AT_FDCWD) { if (!getcwd(path, PATH_MAX)) return 0; }
    else if (!name_of(folder, path)) return 0;
    size_t length = strlen(path);
    snprintf(path + length, PATH_MAX - length, "/%s", name);
    return 1;
}

/* What is to be done with this call: one of the kinds. */
static int judge(const char *call, unsigned class, int handle, int folder, const char *name)
{
    char path[PATH_MAX];
    if (!rule.length || !(rule.classes & class) || inside) return PASS;
    int kept = errno, known;
    inside = 1;
    known = handle >= 0 ? name_of(handle, path) : whole(folder, name, path);
    inside = 0;
    errno = kept;
    if (!known || !below(path)) return PASS;
    atomic_fetch_add(&counts->each[__builtin_ctz(class)], 1);
    long number = atomic_fetch_add(&counts->calls, 1) + 1;
    if (rule.kind == PASS || !(number == rule.at || (rule.stays && number > rule.at))) return PASS;
    if (atomic_fetch_add(&counts->fired, 1) == 0) {
        snprintf(counts->call, sizeof counts->call, "%s", call);
        snprintf(counts->path, sizeof counts->path, "%s", path);
    }
    if (rule.kind == KILL_BEFORE) kill(getpid(), SIGKILL);
    if (rule.kind == SHORT && class != WRITE) return PASS;
    if (rule.kind == SHORT && number > rule.at) return FAIL; /* as a disk that has just become full does */
    return rule.kind;
}

#define REAL(type, name, ...) static type (*real)(__VA_ARGS__); if (!real) *(void **)&real = dlsym(RTLD_NEXT, #name)
#define BREAK(verdict, result) do { \
    if ((verdict) == FAIL) { errno = rule.error; return (result); } } while (0)
#define AFTER(verdict) do { if ((verdict) == KILL_AFTER || (verdict) == KILL_TORN) kill(getpid(), SIGKILL); } while (0)
/* A call that changes one thing and gives 0 or -1. */
#define SIMPLE(type, name, class, handle, folder, file, params, args) \
    type name params { \
        static type (*real) params; \
        if (!real) *(void **)&real = dlsym(RTLD_NEXT, #name); \
        int verdict = judge(#name, class, handle, folder, file); \
        BREAK(verdict, -1); \
        type result = real args; \
        AFTER(verdict); \
        return result; \
    }

static unsigned class_of(int flags) { return flags & O_CREAT ? CREATE : (flags & O_ACCMODE) != O_RDONLY ? OPEN : 0; }

#define OPENING(name) \
    int name(const char *path, int flags, ...) { \
        REAL(int, name, const char *, int, ...); \
        va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
        int verdict = judge(#name, class_of(flags), -1, AT_FDCWD, path); \
        BREAK(verdict, -1); \
        int result = real(path, flags, mode); \
        AFTER(verdict); \
        return result; \
    }
#define OPENING_AT(name) \
    int name(int folder, const char *path, int flags, ...) { \
        REAL(int, name, int, const char *, int, ...); \
        va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
        int verdict = judge(#name, class_of(flags), -1, folder, path); \
        BREAK(verdict, -1); \
        int result = real(folder, path, flags, mode); \
        AFTER(verdict); \
        return result; \
    }
OPENING(open)
OPENING(open64)
OPENING_AT(openat)
OPENING_AT(openat64)

/* Half of a write that is cut short or torn. */
#define HALF(verdict, size) \
    (((verdict) == SHORT || (verdict) == KILL_TORN) && (size) > 1 ? (size) / 2 : (size))
#define WRITING(name, class, params, ...) \
    ssize_t name params { \
        static ssize_t (*real) params; \
        if (!real) *(void **)&real = dlsym(RTLD_NEXT, #name); \
        int verdict = judge(#name, class, handle, 0, NULL); \
        BREAK(verdict, -1); \
        ssize_t result = real(__VA_ARGS__); \
        AFTER(verdict); \
        return result; \
    }
WRITING(write, WRITE, (int handle, const void *data, size_t size), handle, data, HALF(verdict, size))
WRITING(pwrite, WRITE, (int handle, const void *data, size_t size, off_t at), handle, data, HALF(verdict, size), at)
WRITING(pwrite64, WRITE, (int handle, const void *data, size_t size, off64_t at), handle, data,
        HALF(verdict, size), at)
WRITING(writev, WRITE, (int handle, const struct iovec *parts, int number), handle, parts,
        (int)HALF(verdict, number))
WRITING(sendfile, WRITE, (int handle, int source, off_t *at, size_t size), handle, source, at, HALF(verdict, size))
WRITING(sendfile64, WRITE, (int handle, int source, off64_t *at, size_t size), handle, source, at,
        HALF(verdict, size))
WRITING(copy_file_range, WRITE, (int source, off64_t *from, int handle, off64_t *to, size_t size, unsigned flags),
        source, from, handle, to, HALF(verdict, size), flags)
WRITING(read, READ, (int handle, void *data, size_t size), handle, data, size)
WRITING(pread, READ, (int handle, void *data, size_t size, off_t at), handle, data, size, at)
WRITING(pread64, READ, (int handle, void *data, size_t size, off64_t at), handle, data, size, at)

SIMPLE(int, fsync, SYNC, handle, 0, NULL, (int handle), (handle))
SIMPLE(int, fdatasync, SYNC, handle, 0, NULL, (int handle), (handle))
SIMPLE(int, syncfs, SYNC, handle, 0, NULL, (int handle), (handle))
SIMPLE(int, ftruncate, LENGTH, handle, 0, NULL, (int handle, off_t size), (handle, size))
SIMPLE(int, ftruncate64, LENGTH, handle, 0, NULL, (int handle, off64_t size), (handle, size))
SIMPLE(int, truncate, LENGTH, -1, AT_FDCWD, path, (const char *path, off_t size), (path, size))
SIMPLE(int, fallocate, LENGTH, handle, 0, NULL, (int handle, int mode, off_t at, off_t size),
       (handle, mode, at, size))
SIMPLE(int, fallocate64, LENGTH, handle, 0, NULL, (int handle, int mode, off64_t at, off64_t size),
       (handle, mode, at, size))
SIMPLE(int, fchmod, MODE, handle, 0, NULL, (int handle, mode_t mode), (handle, mode))
SIMPLE(int, chmod, MODE, -1, AT_FDCWD, path, (const char *path, mode_t mode), (path, mode))
SIMPLE(int, rename, NAME, -1, AT_FDCWD, to, (const char *from, const char *to), (from, to))
SIMPLE(int, renameat, NAME, -1, there, to, (int here, const char *from, int there, const char *to),
       (here, from, there, to))
SIMPLE(int, renameat2, NAME, -1, there, to,
       (int here, const char *from, int there, const char *to, unsigned flags), (here, from, there, to, flags))
SIMPLE(int, link, NAME, -1, AT_FDCWD, to, (const char *from, const char *to), (from, to))
SIMPLE(int, linkat, NAME, -1, there, to,
       (int here, const char *from, int there, const char *to, int flags), (here, from, there, to, flags))
SIMPLE(int, symlink, NAME, -1, AT_FDCWD, to, (const char *from, const char *to), (from, to))
SIMPLE(int, unlink, REMOVE, -1, AT_FDCWD, path, (const char *path), (path))
SIMPLE(int, unlinkat, REMOVE, -1, folder, path, (int folder, const char *path, int flags), (folder, path, flags))
SIMPLE(int, remove, REMOVE, -1, AT_FDCWD, path, (const char *path), (path))
SIMPLE(int, rmdir, REMOVE, -1, AT_FDCWD, path, (const char *path), (path))
SIMPLE(int, mkdir, FOLDER, -1, AT_FDCWD, path, (const char *path, mode_t mode), (path, mode))
SIMPLE(int, mkdirat, FOLDER, -1, folder, path, (int folder, const char *path, mode_t mode), (folder, path, mode))
