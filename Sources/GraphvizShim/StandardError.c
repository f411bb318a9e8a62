#define _GNU_SOURCE 1

#include "Buffer.h"
#include "GraphvizShim.h"
#include "Messages.h"

// Descriptor 2 belongs to the whole process: redirecting it would also take what other threads print, and a crash
// report among that would be lost with the process. So calls that may print run on a thread with a descriptor table
// of its own, which Linux offers, and descriptor 2 is redirected only there. A thread shares the table of the thread
// that creates it. So that thread runs nothing but Graphviz: threads of Pango may share its table, but not those of
// a thread pool.
#if defined(__linux__)

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_close_range
#define SYS_close_range 436
#endif
#define UNSHARE_TABLE (1u << 1)  // CLOSE_RANGE_UNSHARE
#define STACK_SIZE (64u << 20)   // deeply nested markup overflows 512 KB

static struct {
  enum { ABSENT, STARTING, IDLE, BUSY } state;
  void (*call)(void *);
  void *argument;
  pthread_mutex_t mutex;
  pthread_cond_t changed;
} thread = {.mutex = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};

// Descriptors in the table of the thread.
static int capture;         // the file that captured text goes to
static int standard_error;  // the real standard error

static void set_state(int state) {
  pthread_mutex_lock(&thread.mutex);
  thread.state = state;
  pthread_cond_broadcast(&thread.changed);
  pthread_mutex_unlock(&thread.mutex);
}

static int wait_while(int state) {
  pthread_mutex_lock(&thread.mutex);
  while ((int)thread.state == state) pthread_cond_wait(&thread.changed, &thread.mutex);
  int result = thread.state;
  pthread_mutex_unlock(&thread.mutex);
  return result;
}

// The new table keeps nothing but the standard descriptors: a copy of a pipe's end that stays open here would hide
// from its reader that the process has closed it.
static bool make_table(void) {
  if (syscall(SYS_close_range, 3u, ~0u, UNSHARE_TABLE) != 0) return false;
  int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (null < 0) return false;
  dup3(null, STDIN_FILENO, O_CLOEXEC);
  dup3(null, STDOUT_FILENO, O_CLOEXEC);
  close(null);
  standard_error = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  capture = memfd_create("graphviz-standard-error", MFD_CLOEXEC);
  return standard_error >= 0 && capture >= 0;
}

static void add_captured_lines(void) {
  off_t length = lseek(capture, 0, SEEK_END);
  if (length <= 0) return;
  char *text = gvz_realloc(NULL, (size_t)length);
  ssize_t count = pread(capture, text, (size_t)length, 0);
  for (char *line = text, *end = text + (count > 0 ? count : 0); line < end;) {
    char *line_end = memchr(line, '\n', (size_t)(end - line));
    if (!line_end) line_end = end;
    if (line_end > line) gvz_add_warning(line, (size_t)(line_end - line));
    line = line_end + 1;
  }
  free(text);
  if (ftruncate(capture, 0) == 0) lseek(capture, 0, SEEK_SET);
}

static void *run_thread(void *unused) {
  pthread_setname_np(pthread_self(), "graphviz-calls");
  bool has_table = make_table();
  set_state(has_table ? IDLE : ABSENT);
  while (has_table) {
    wait_while(IDLE);
    dup3(capture, STDERR_FILENO, O_CLOEXEC);
    thread.call(thread.argument);
    dup3(standard_error, STDERR_FILENO, O_CLOEXEC);
    add_captured_lines();
    set_state(IDLE);
  }
  return unused;
}

bool gvz_capture_standard_error(void) {
  if (thread.state != ABSENT) return true;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, STACK_SIZE);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  // Signal handlers of the program must find its descriptors; only those for crashes may run on the thread.
  sigset_t blocked, before;
  sigfillset(&blocked);
  const int crashes[] = {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};
  for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) sigdelset(&blocked, crashes[i]);
  pthread_sigmask(SIG_SETMASK, &blocked, &before);
  thread.state = STARTING;
  pthread_t id;
  bool is_created = pthread_create(&id, &attributes, run_thread, NULL) == 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  pthread_attr_destroy(&attributes);
  if (is_created) return wait_while(STARTING) == IDLE;
  thread.state = ABSENT;
  return false;
}

void gvz_call(void (*call)(void *), void *argument) {
  if (thread.state == ABSENT) {
    call(argument);
    return;
  }
  thread.call = call;
  thread.argument = argument;
  set_state(BUSY);
  wait_while(BUSY);
}

#else

bool gvz_capture_standard_error(void) { return false; }
void gvz_call(void (*call)(void *), void *argument) { call(argument); }

#endif
