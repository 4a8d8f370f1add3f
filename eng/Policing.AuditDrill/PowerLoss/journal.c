/* Preloaded into a process, notes in one file what it does to the files of a folder, in order: what it writes, cuts and
   deletes, and when a sync of which file has returned. From that a drill can say what a disk must still have after power was
   lost at any moment, and what it may have. Linux, glibc. Test code.

   POLICING_JOURNAL  the file that is written
   POLICING_FOLDER   the folder that is watched; shared-memory files of SQLite in it (-shm) are not

   A record: kind (1 byte), file (4), argument (8), length (8), then so many bytes.
     'c' a file is there: argument 1 where it was made now; bytes: its name in the folder
     'w' a write: argument is the place; bytes: what was written
     't' a cut or growth: argument is the new length
     's' a sync that has returned: argument is the number of records before it began
     'd' a deletion */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_DESCRIPTORS 65536
#define MOST_FILES 4096

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int journal = -1;
static const char *folder;
static size_t folder_length;
static uint64_t records;
static int32_t file_of[MOST_DESCRIPTORS]; /* number of the file plus 1 */
static char *names[MOST_FILES];
static int32_t files;

#define REAL(result, name, ...) static result (*real_##name)(__VA_ARGS__)
REAL(int, open64, const char *, int, ...);
REAL(int, openat64, int, const char *, int, ...);
REAL(int, close, int);
REAL(ssize_t, write, int, const void *, size_t);
REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
REAL(ssize_t, pwritev64, int, const struct iovec *, int, off64_t);
REAL(int, ftruncate64, int, off64_t);
REAL(int, fsync, int);
REAL(int, fdatasync, int);
REAL(int, unlink, const char *);

static void begin(void) {
  static int begun;
  if (begun) return;
  begun = 1;
  real_open64 = dlsym(RTLD_NEXT, "open64");
  real_openat64 = dlsym(RTLD_NEXT, "openat64");
  real_close = dlsym(RTLD_NEXT, "close");
  real_write = dlsym(RTLD_NEXT, "write");
  real_pwrite64 = dlsym(RTLD_NEXT, "pwrite64");
  real_pwritev64 = dlsym(RTLD_NEXT, "pwritev64");
  real_ftruncate64 = dlsym(RTLD_NEXT, "ftruncate64");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  folder = getenv("POLICING_FOLDER");
  const char *path = getenv("POLICING_JOURNAL");
  if (!folder || !path) return;
  folder_length = strlen(folder);
  journal = real_open64(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
}

__attribute__((constructor)) static void at_start(void) { begin(); }

static void note(char kind, int32_t file, uint64_t argument, const void *bytes, uint64_t length) {
  unsigned char head[21];
  head[0] = (unsigned char)kind;
  memcpy(head + 1, &file, 4);
  memcpy(head + 5, &argument, 8);
  memcpy(head + 13, &length, 8);
  struct iovec parts[2] = {{head, sizeof head}, {(void *)bytes, length}};
  if (writev(journal, parts, length ? 2 : 1) != (ssize_t)(sizeof head + length)) abort();
  records++;
}

static const char *watched(const char *path) {
  if (journal < 0 || strncmp(path, folder, folder_length) != 0 || path[folder_length] != '/') return NULL;
  const char *name = path + folder_length + 1;
  size_t length = strlen(name);
  if (length == 0 || strchr(name, '/') || (length > 4 && strcmp(name + length - 4, "-shm") == 0)) return NULL;
  return name;
}

static int32_t number_of(const char *name) {
  for (int32_t i = 0; i < files; i++)
    if (names[i] && strcmp(names[i], name) == 0) return i;
  return -1;
}

static int opened(int descriptor, const char *path, int was_there, int flags) {
  if (descriptor < 0 || descriptor >= MOST_DESCRIPTORS) return descriptor;
  const char *name = watched(path);
  file_of[descriptor] = 0;
  if (!name) return descriptor;
  int32_t file = number_of(name);
  if (file < 0) {
    if (files == MOST_FILES) abort();
    file = files++;
    names[file] = strdup(name);
    note('c', file, !was_there, name, strlen(name));
  }
  file_of[descriptor] = file + 1;
  if (flags & O_TRUNC) note('t', file, 0, NULL, 0);
  return descriptor;
}

static int open_any(int at, const char *path, int flags, mode_t mode) {
  begin();
  int is_watched = journal >= 0 && path[0] == '/' && watched(path) != NULL;
  if (!is_watched) {
    int plain = real_openat64(at, path, flags, mode);
    if (plain >= 0 && plain < MOST_DESCRIPTORS) file_of[plain] = 0;
    return plain;
  }
  pthread_mutex_lock(&lock);
  struct stat64 there;
  int was_there = stat64(path, &there) == 0;
  int descriptor = opened(real_openat64(at, path, flags, mode), path, was_there, flags);
  int error = errno;
  pthread_mutex_unlock(&lock);
  errno = error;
  return descriptor;
}

#define MODE(flags)                          \
  mode_t mode = 0;                           \
  if ((flags) & (O_CREAT | O_TMPFILE)) {     \
    va_list more;                            \
    va_start(more, flags);                   \
    mode = (mode_t)va_arg(more, int);        \
    va_end(more);                            \
  }

int open(const char *path, int flags, ...) { MODE(flags) return open_any(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return open_any(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags) return open_any(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags) return open_any(at, path, flags, mode); }

static int32_t file(int descriptor) { return descriptor < 0 || descriptor >= MOST_DESCRIPTORS ? 0 : file_of[descriptor]; }

int close(int descriptor) {
  begin();
  if (file(descriptor)) file_of[descriptor] = 0;
  return real_close(descriptor);
}

/* The write and its record are one step, so that the records are in the order in which the files changed. */
#define NOTED(descriptor, call, record)      \
  begin();                                   \
  if (!file(descriptor)) return call;        \
  pthread_mutex_lock(&lock);                 \
  ssize_t done = call;                       \
  int error = errno;                         \
  if (done >= 0) record;                     \
  pthread_mutex_unlock(&lock);               \
  errno = error;                             \
  return done;

ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off64_t place) {
  NOTED(descriptor, real_pwrite64(descriptor, bytes, length, place), note('w', file(descriptor) - 1, (uint64_t)place, bytes, (uint64_t)done))
}

ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t place) { return pwrite64(descriptor, bytes, length, place); }

static void note_parts(int descriptor, const struct iovec *parts, int count, off64_t place, ssize_t done) {
  for (int i = 0; i < count && done > 0; i++) {
    size_t length = parts[i].iov_len < (size_t)done ? parts[i].iov_len : (size_t)done;
    note('w', file(descriptor) - 1, (uint64_t)place, parts[i].iov_base, length);
    place += (off64_t)length;
    done -= (ssize_t)length;
  }
}

ssize_t pwritev64(int descriptor, const struct iovec *parts, int count, off64_t place) {
  NOTED(descriptor, real_pwritev64(descriptor, parts, count, place), note_parts(descriptor, parts, count, place, done))
}

ssize_t pwritev(int descriptor, const struct iovec *parts, int count, off_t place) { return pwritev64(descriptor, parts, count, place); }

/* A file in a watched folder that is written at its own place: where that was is known after the write only. */
ssize_t write(int descriptor, const void *bytes, size_t length) {
  NOTED(descriptor, real_write(descriptor, bytes, length),
    note('w', file(descriptor) - 1, (uint64_t)(lseek64(descriptor, 0, SEEK_CUR) - done), bytes, (uint64_t)done))
}

int ftruncate64(int descriptor, off64_t length) {
  NOTED(descriptor, real_ftruncate64(descriptor, length), note('t', file(descriptor) - 1, (uint64_t)length, NULL, 0))
}

int ftruncate(int descriptor, off_t length) { return ftruncate64(descriptor, length); }

static int synced(int descriptor, int (*call)(int)) {
  if (!file(descriptor)) return call(descriptor);
  pthread_mutex_lock(&lock);
  uint64_t before = records;
  pthread_mutex_unlock(&lock);
  int result = call(descriptor);
  int error = errno;
  pthread_mutex_lock(&lock);
  if (result == 0) note('s', file(descriptor) - 1, before, NULL, 0);
  pthread_mutex_unlock(&lock);
  errno = error;
  return result;
}

int fsync(int descriptor) {
  begin();
  return synced(descriptor, real_fsync);
}

int fdatasync(int descriptor) {
  begin();
  return synced(descriptor, real_fdatasync);
}

int unlink(const char *path) {
  begin();
  const char *name = watched(path);
  if (!name) return real_unlink(path);
  pthread_mutex_lock(&lock);
  int result = real_unlink(path);
  int error = errno;
  int32_t number = number_of(name);
  if (result == 0 && number >= 0) {
    note('d', number, 0, NULL, 0);
    free(names[number]);
    names[number] = NULL;
  }
  pthread_mutex_unlock(&lock);
  errno = error;
  return result;
}
