/* Writes down every call of a process that changes files below one folder, with its data, in order.

Loaded before the C library (LD_PRELOAD). The environment says where: RECORDER_ROOT, an absolute folder;
RECORDER_LOG, the file to which calls are added; RECORDER_TOLD, the inode of the pipe on which the process
tells what it holds for saved (what is written there stands in the log as well, between the calls).

A record is: kind (1 byte), inode (8), offset or size (8), length of the first name (4), length of what follows
(4), the name, the rest (a second name or data); little endian as the machine writes it. Files are known by
their inode, so it does not matter through which descriptor they are reached.
*/
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define SLOTS 65536

static char root[PATH_MAX];
static size_t root_length;
static int log_file = -1;
static uint64_t told_pipe;
static uint64_t known[SLOTS];
static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;

#define REAL(type, name, ...)                                  \
    static type (*real)(__VA_ARGS__);                          \
    if (!real)                                                 \
        real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name);

static int real_open(const char *path, int flags, mode_t mode) {
    REAL(int, open64, const char *, int, ...)
    return real(path, flags, mode);
}

__attribute__((constructor)) static void begin(void) {
    const char *folder = getenv("RECORDER_ROOT"), *log = getenv("RECORDER_LOG"), *told = getenv("RECORDER_TOLD");
    if (!folder || !log)
        return;
    snprintf(root, sizeof root, "%s", folder);
    root_length = strlen(root);
    told_pipe = told ? strtoull(told, NULL, 10) : 0;
    log_file = real_open(log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    int high = fcntl(log_file, F_DUPFD_CLOEXEC, 700); /* out of the way of programs that count descriptors */
    if (high >= 0)
        log_file = high;
}

static void put(char kind, uint64_t inode, int64_t number, const char *name, const void *rest, size_t length) {
    char head[25];
    uint32_t first = name ? (uint32_t)strlen(name) : 0, second = (uint32_t)length;
    head[0] = kind;
    memcpy(head + 1, &inode, 8);
    memcpy(head + 9, &number, 8);
    memcpy(head + 17, &first, 4);
    memcpy(head + 21, &second, 4);
    struct iovec parts[3] = {{head, 25}, {(void *)name, first}, {(void *)rest, length}};
    REAL(ssize_t, writev, int, const struct iovec *, int)
    if (real(log_file, parts, 3) != (ssize_t)(25 + first + length))
        abort(); /* a log with a hole proves nothing */
}

static void enter(void) {
    pthread_mutex_lock(&one);
    flock(log_file, LOCK_EX);
}

static void leave(void) {
    int kept = errno;
    flock(log_file, LOCK_UN);
    pthread_mutex_unlock(&one);
    errno = kept;
}

static int slot_of(uint64_t inode) {
    size_t slot = (inode * 0x9E3779B97F4A7C15ull) >> 48;
    while (known[slot] && known[slot] != inode)
        slot = (slot + 1) % SLOTS;
    return (int)slot;
}

/* The path as an absolute one in `into`; 1 if it lies below the folder. */
static int below(int folder, const char *path, char *into) {
    if (log_file < 0 || !path)
        return 0;
    if (path[0] == '/') {
        snprintf(into, PATH_MAX, "%s", path);
    } else {
        char link[64], base[PATH_MAX];
        snprintf(link, sizeof link, folder == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", folder);
        ssize_t length = readlink(link, base, sizeof base - 1);
        if (length < 0)
            return 0;
        base[length] = 0;
        if (snprintf(into, PATH_MAX, "%s/%s", base, path) >= PATH_MAX)
            return 0;
    }
    size_t length = strlen(into);
    while (length > 1 && into[length - 1] == '/')
        into[--length] = 0;
    return strncmp(into, root, root_length) == 0 && (into[root_length] == '/' || !into[root_length]);
}

static uint64_t inode_of(int file) {
    struct stat state;
    if (log_file < 0 || fstat(file, &state))
        return 0;
    return known[slot_of(state.st_ino)] ? state.st_ino : 0;
}

static int opened(int folder, const char *path, int flags, mode_t mode) {
    char full[PATH_MAX];
    struct stat state;
    REAL(int, openat64, int, const char *, int, ...)
    if (!below(folder, path, full)) {
        int file = real(folder, path, flags, mode);
        if (file >= 0 && (flags & O_CREAT) && log_file >= 0 && !fstat(file, &state)) {
            enter(); /* the inode of a file that is gone may come back elsewhere */
            int slot = slot_of(state.st_ino);
            if (known[slot])
                known[slot] = UINT64_MAX;
            leave();
        }
        return file;
    }
    enter();
    int was_there = !lstat(full, &state);
    int file = real(folder, path, flags, mode);
    if (file >= 0 && !fstat(file, &state)) {
        known[slot_of(state.st_ino)] = state.st_ino;
        if (!was_there)
            put('C', state.st_ino, 0, full, NULL, 0);
        else if ((flags & O_TRUNC) && (flags & O_ACCMODE) != O_RDONLY)
            put('T', state.st_ino, 0, NULL, NULL, 0);
    }
    leave();
    return file;
}

#define MODE                                       \
    mode_t mode = 0;                               \
    if (flags & (O_CREAT | __O_TMPFILE)) {         \
        va_list more;                              \
        va_start(more, flags);                     \
        mode = va_arg(more, mode_t);               \
        va_end(more);                              \
    }

int open(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags | O_LARGEFILE, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE return opened(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE return opened(folder, path, flags, mode); }
int creat(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

static int is_told(int file) {
    struct stat state;
    return log_file >= 0 && told_pipe && !fstat(file, &state) && S_ISFIFO(state.st_mode) && state.st_ino == told_pipe;
}

static off_t place_of(int file) {
    struct stat state;
    if (fcntl(file, F_GETFL) & O_APPEND)
        return fstat(file, &state) ? 0 : state.st_size;
    return lseek(file, 0, SEEK_CUR);
}

ssize_t write(int file, const void *data, size_t length) {
    REAL(ssize_t, write, int, const void *, size_t)
    if (is_told(file)) {
        enter();
        put('A', 0, 0, NULL, data, length);
        leave();
        return real(file, data, length);
    }
    uint64_t inode = inode_of(file);
    if (!inode)
        return real(file, data, length);
    enter();
    off_t place = place_of(file);
    ssize_t done = real(file, data, length);
    if (done > 0)
        put('W', inode, place, NULL, data, (size_t)done);
    leave();
    return done;
}

static ssize_t placed(int file, const void *data, size_t length, off64_t place) {
    REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t)
    uint64_t inode = inode_of(file);
    if (!inode)
        return real(file, data, length, place);
    enter();
    ssize_t done = real(file, data, length, place);
    if (done > 0)
        put('W', inode, place, NULL, data, (size_t)done);
    leave();
    return done;
}

ssize_t pwrite(int file, const void *data, size_t length, off_t place) { return placed(file, data, length, place); }
ssize_t pwrite64(int file, const void *data, size_t length, off64_t place) { return placed(file, data, length, place); }

ssize_t writev(int file, const struct iovec *parts, int count) {
    REAL(ssize_t, writev, int, const struct iovec *, int)
    if (!inode_of(file))
        return real(file, parts, count);
    ssize_t done = 0;
    for (int part = 0; part < count; part++) {
        ssize_t wrote = write(file, parts[part].iov_base, parts[part].iov_len);
        if (wrote < 0)
            return done ? done : wrote;
        done += wrote;
    }
    return done;
}

/* What the kernel moved from file to file is read back from where it came to. */
static void moved(int file, uint64_t inode, off_t place, ssize_t length) {
    char name[64], block[65536];
    snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    int again = real_open(name, O_RDONLY | O_CLOEXEC, 0);
    while (again >= 0 && length > 0) {
        ssize_t got = pread(again, block, length < (ssize_t)sizeof block ? (size_t)length : sizeof block, place);
        if (got <= 0)
            break;
        put('W', inode, place, NULL, block, (size_t)got);
        place += got;
        length -= got;
    }
    if (again < 0 || length > 0)
        abort();
    close(again);
}

static ssize_t sent(int to, int from, off_t *place_from, size_t length) {
    REAL(ssize_t, sendfile64, int, int, off_t *, size_t)
    uint64_t inode = inode_of(to);
    if (!inode)
        return real(to, from, place_from, length);
    enter();
    off_t place = place_of(to);
    ssize_t done = real(to, from, place_from, length);
    if (done > 0)
        moved(to, inode, place, done);
    leave();
    return done;
}

ssize_t sendfile(int to, int from, off_t *place, size_t length) { return sent(to, from, place, length); }
ssize_t sendfile64(int to, int from, off64_t *place, size_t length) { return sent(to, from, place, length); }

ssize_t copy_file_range(int from, off64_t *at, int to, off64_t *place, size_t length, unsigned flags) {
    REAL(ssize_t, copy_file_range, int, off64_t *, int, off64_t *, size_t, unsigned)
    if (!inode_of(to))
        return real(from, at, to, place, length, flags);
    errno = EXDEV; /* so that the caller copies in another way, which is written down */
    return -1;
}

static int cut(int file, off64_t size) {
    REAL(int, ftruncate64, int, off64_t)
    uint64_t inode = inode_of(file);
    if (!inode)
        return real(file, size);
    enter();
    int done = real(file, size);
    if (!done)
        put('T', inode, size, NULL, NULL, 0);
    leave();
    return done;
}

int ftruncate(int file, off_t size) { return cut(file, size); }
int ftruncate64(int file, off64_t size) { return cut(file, size); }

static int cut_named(const char *path, off64_t size) {
    int file = opened(AT_FDCWD, path, O_WRONLY | O_CLOEXEC, 0);
    if (file < 0)
        return -1;
    int done = cut(file, size);
    close(file);
    return done;
}

int truncate(const char *path, off_t size) { return cut_named(path, size); }
int truncate64(const char *path, off64_t size) { return cut_named(path, size); }

static int grown(int file, off64_t start, off64_t length) {
    REAL(int, posix_fallocate64, int, off64_t, off64_t)
    struct stat before, after;
    uint64_t inode = inode_of(file);
    if (!inode)
        return real(file, start, length);
    enter();
    int done = fstat(file, &before) ? errno : real(file, start, length);
    if (!done && !fstat(file, &after) && after.st_size > before.st_size)
        put('T', inode, after.st_size, NULL, NULL, 0);
    leave();
    return done;
}

int posix_fallocate(int file, off_t start, off_t length) { return grown(file, start, length); }
int posix_fallocate64(int file, off64_t start, off64_t length) { return grown(file, start, length); }

#define SYNC(name)                                 \
    int name(int file) {                           \
        REAL(int, name, int)                       \
        uint64_t inode = inode_of(file);           \
        if (!inode)                                \
            return real(file);                     \
        enter();                                   \
        int done = real(file);                     \
        if (!done)                                 \
            put('F', inode, 0, NULL, NULL, 0);     \
        leave();                                   \
        return done;                               \
    }
SYNC(fsync)
SYNC(fdatasync)

void sync(void) {
    REAL(void, sync, void)
    if (log_file < 0) {
        real();
        return;
    }
    enter(); /* not called for good: it would flush the whole machine, and only what it promises counts here */
    put('S', 0, 0, NULL, NULL, 0);
    leave();
}

int syncfs(int file) {
    REAL(int, syncfs, int)
    if (log_file < 0)
        return real(file);
    sync();
    return 0;
}

/* Names. */
static int made_folder(int folder, const char *path, mode_t mode) {
    char full[PATH_MAX];
    struct stat state;
    REAL(int, mkdirat, int, const char *, mode_t)
    if (!below(folder, path, full))
        return real(folder, path, mode);
    enter();
    int done = real(folder, path, mode);
    if (!done && !lstat(full, &state)) {
        known[slot_of(state.st_ino)] = state.st_ino;
        put('M', state.st_ino, 0, full, NULL, 0);
    }
    leave();
    return done;
}

int mkdir(const char *path, mode_t mode) { return made_folder(AT_FDCWD, path, mode); }
int mkdirat(int folder, const char *path, mode_t mode) { return made_folder(folder, path, mode); }

static int renamed(int from, const char *old, int to, const char *new, unsigned flags) {
    char source[PATH_MAX], target[PATH_MAX];
    REAL(int, renameat2, int, const char *, int, const char *, unsigned)
    int is_source = below(from, old, source), is_target = below(to, new, target);
    if (!is_source && !is_target)
        return real(from, old, to, new, flags);
    if (is_source != is_target || flags & 2 /* exchange */)
        abort(); /* none of our own does this; the recorder could not follow it */
    enter();
    int done = real(from, old, to, new, flags);
    if (!done)
        put('R', 0, 0, source, target, strlen(target));
    leave();
    return done;
}

int rename(const char *old, const char *new) { return renamed(AT_FDCWD, old, AT_FDCWD, new, 0); }
int renameat(int from, const char *old, int to, const char *new) { return renamed(from, old, to, new, 0); }
int renameat2(int from, const char *old, int to, const char *new, unsigned flags) {
    return renamed(from, old, to, new, flags);
}

int linkat(int from, const char *old, int to, const char *new, int flags) {
    char source[PATH_MAX], target[PATH_MAX];
    REAL(int, linkat, int, const char *, int, const char *, int)
    if (!below(from, old, source) || !below(to, new, target))
        return real(from, old, to, new, flags);
    enter();
    int done = real(from, old, to, new, flags);
    if (!done)
        put('L', 0, 0, source, target, strlen(target));
    leave();
    return done;
}

int link(const char *old, const char *new) { return linkat(AT_FDCWD, old, AT_FDCWD, new, 0); }

int unlinkat(int folder, const char *path, int flags) {
    char full[PATH_MAX];
    REAL(int, unlinkat, int, const char *, int)
    if (!below(folder, path, full))
        return real(folder, path, flags);
    enter();
    int done = real(folder, path, flags);
    if (!done)
        put('U', 0, 0, full, NULL, 0);
    leave();
    return done;
}

int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char *path) {
    struct stat state;
    return !lstat(path, &state) && S_ISDIR(state.st_mode) ? rmdir(path) : unlink(path);
}
