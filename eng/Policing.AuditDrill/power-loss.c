/* A power cut for one process, to be preloaded: LD_PRELOAD=power-loss.so. Writes to files whose path begins with POWER_PREFIX go to the file at once, as the page cache
   would show them, and what they replaced is kept until fsync or fdatasync of that file has returned. After POWER_AFTER writes and syncs the power is lost: everything
   that was not synced is taken back, then some of it is put there after all, whole or cut at a sector, since a disk may have got to it; and the process is killed.
   POWER_SEED makes the choice. Test code; it knows the calls that SQLite makes, and no memory-mapped writes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

struct change {
  char path[PATH_MAX];
  off_t offset;
  off_t size_before;
  size_t old_length, new_length;
  char *old_bytes, *new_bytes;
  int is_truncate;
  off_t size_after;
  struct change *earlier, *later;
};

static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_write)(int, const void *, size_t);
static int (*real_ftruncate)(int, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct change *first, *last;
static const char *prefix;
static long left = -1;
static unsigned seed;

__attribute__((constructor)) static void start(void) {
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_write = dlsym(RTLD_NEXT, "write");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  prefix = getenv("POWER_PREFIX");
  if (getenv("POWER_AFTER")) left = atol(getenv("POWER_AFTER"));
  if (getenv("POWER_SEED")) seed = (unsigned)atol(getenv("POWER_SEED"));
}

static int tracked(int fd, char *path) {
  char link[64];
  if (!prefix) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return strncmp(path, prefix, strlen(prefix)) == 0;
}

static void put(const struct change *c, int is_new) {
  int fd = open(c->path, O_RDWR | O_CLOEXEC);
  if (fd < 0) return;
  if (c->is_truncate) {
    real_ftruncate(fd, is_new ? c->size_after : c->size_before);
    if (!is_new && c->old_length) real_pwrite(fd, c->old_bytes, c->old_length, c->offset);
  } else if (is_new) {
    size_t sectors = c->new_length / 512, length = c->new_length;
    if (sectors > 1 && rand_r(&seed) % 4 == 0) length = 512 * (size_t)(rand_r(&seed) % sectors);
    if (length) real_pwrite(fd, c->new_bytes, length, c->offset);
  } else {
    if (c->old_length) real_pwrite(fd, c->old_bytes, c->old_length, c->offset);
    real_ftruncate(fd, c->size_before);
  }
  close(fd);
}

static void lose_power(void) {
  /* Nothing at all, or each with even odds. */
  int keeps_some = rand_r(&seed) % 2;
  for (struct change *c = last; c; c = c->earlier) put(c, 0);
  if (keeps_some)
    for (struct change *c = first; c; c = c->later)
      if (rand_r(&seed) % 2) put(c, 1);
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

static void count(void) {
  if (left > 0 && --left == 0) lose_power();
}

static struct change *note(int fd, const char *path) {
  struct change *c = calloc(1, sizeof *c);
  struct stat s;
  strcpy(c->path, path);
  c->size_before = fstat(fd, &s) == 0 ? s.st_size : 0;
  c->earlier = last;
  if (last) last->later = c; else first = c;
  last = c;
  return c;
}

static void keep_old(struct change *c, int fd, off_t offset, size_t most) {
  c->offset = offset;
  if (offset >= c->size_before) return;
  c->old_length = (size_t)(c->size_before - offset) < most ? (size_t)(c->size_before - offset) : most;
  c->old_bytes = malloc(c->old_length);
  ssize_t got = pread(fd, c->old_bytes, c->old_length, offset);
  c->old_length = got < 0 ? 0 : (size_t)got;
}

static ssize_t write_at(int fd, const void *bytes, size_t length, off_t offset, const char *path) {
  pthread_mutex_lock(&lock);
  struct change *c = note(fd, path);
  keep_old(c, fd, offset, length);
  c->new_bytes = malloc(length);
  memcpy(c->new_bytes, bytes, length);
  c->new_length = length;
  ssize_t written = real_pwrite(fd, bytes, length, offset);
  count();
  pthread_mutex_unlock(&lock);
  return written;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t offset) {
  char path[PATH_MAX];
  return tracked(fd, path) ? write_at(fd, bytes, length, offset, path) : real_pwrite(fd, bytes, length, offset);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return pwrite64(fd, bytes, length, offset); }

ssize_t write(int fd, const void *bytes, size_t length) {
  char path[PATH_MAX];
  if (!tracked(fd, path)) return real_write(fd, bytes, length);
  off_t offset = lseek(fd, 0, SEEK_CUR);
  ssize_t written = write_at(fd, bytes, length, offset, path);
  if (written > 0) lseek(fd, offset + written, SEEK_SET);
  return written;
}

int ftruncate64(int fd, off_t size) {
  char path[PATH_MAX];
  if (!tracked(fd, path)) return real_ftruncate(fd, size);
  pthread_mutex_lock(&lock);
  struct change *c = note(fd, path);
  c->is_truncate = 1;
  c->size_after = size;
  keep_old(c, fd, size, (size_t)-1 >> 1);
  int result = real_ftruncate(fd, size);
  count();
  pthread_mutex_unlock(&lock);
  return result;
}

int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

static int synced(int fd, int (*real)(int)) {
  char path[PATH_MAX];
  if (!tracked(fd, path)) return real(fd);
  pthread_mutex_lock(&lock);
  /* The power may go before the disk is done. */
  count();
  int result = real(fd);
  for (struct change *c = first; result == 0 && c;) {
    struct change *next = c->later;
    if (strcmp(c->path, path) == 0) {
      if (c->earlier) c->earlier->later = c->later; else first = c->later;
      if (c->later) c->later->earlier = c->earlier; else last = c->earlier;
      free(c->old_bytes);
      free(c->new_bytes);
      free(c);
    }
    c = next;
  }
  pthread_mutex_unlock(&lock);
  return result;
}

int fsync(int fd) { return synced(fd, real_fsync); }

int fdatasync(int fd) { return synced(fd, real_fdatasync); }
