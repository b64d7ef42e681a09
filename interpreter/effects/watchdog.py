"""The end of a run that nothing else ends: a timer that no C call holds off.

From the deadline on, a signal interrupts waiting system calls every few
milliseconds, so that they look at the time.  What has not ended GRACE_MS later
(one long call of a library) is ended by the signal's handler: it removes the
unfinished trace, says what ran (both as ``faults`` does) and exits.
"""

from rpython.rlib.objectmodel import we_are_translated
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

# How long after the deadline the process ends whatever it does.
GRACE_MS = 1000

_CODE = r"""
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define TICK_US 20000
#define TEXT_SIZE 512
#define LONGEST_NAME 200

static volatile long last_ms;
static volatile int out_fd, exit_code;
static volatile long text_size, tail_size;
static char text[TEXT_SIZE], tail[TEXT_SIZE];

/* Of faults.py: what both say and do at such an end. */
RPY_EXTERN const char *lexvm_known_function(void);
RPY_EXTERN void lexvm_remove_temporary(void);

static long now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000L + now.tv_nsec / 1000000L;
}

static void say(const char *what, long size)
{
    while (size > 0) {
        long done = write(out_fd, what, size);
        if (done <= 0)
            return;
        what += done;
        size -= done;
    }
}

static void on_alarm(int number)
{
    int saved = errno;
    if (last_ms > 0 && now_ms() >= last_ms) {
        const char *function = lexvm_known_function();
        say(text, text_size);
        if (function != NULL) {
            say(" in `", 5);
            say(function, strnlen(function, LONGEST_NAME));
            say("`", 1);
        }
        say(tail, tail_size);
        lexvm_remove_temporary();
        _exit(exit_code);
    }
    errno = saved;
}

void lexvm_watchdog_start(long first_ms, long grace_ms, long fd, long code,
                          char *what, long size, char *end, long end_size)
{
    struct sigaction action;
    struct itimerval timer;
    sigset_t alarms;
    text_size = size < TEXT_SIZE ? size : TEXT_SIZE;
    memcpy(text, what, text_size);
    tail_size = end_size < TEXT_SIZE ? end_size : TEXT_SIZE;
    memcpy(tail, end, tail_size);
    out_fd = fd;
    exit_code = code;
    last_ms = now_ms() + first_ms + grace_ms;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_alarm;
    action.sa_flags = SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    sigaction(SIGALRM, &action, NULL);
    sigemptyset(&alarms);
    sigaddset(&alarms, SIGALRM);
    sigprocmask(SIG_UNBLOCK, &alarms, NULL);
    timer.it_interval.tv_sec = 0;
    timer.it_interval.tv_usec = TICK_US;
    timer.it_value.tv_sec = first_ms / 1000;
    timer.it_value.tv_usec = first_ms % 1000 * 1000 + 1;
    setitimer(ITIMER_REAL, &timer, NULL);
}

void lexvm_watchdog_stop(void)
{
    struct itimerval none;
    memset(&none, 0, sizeof none);
    setitimer(ITIMER_REAL, &none, NULL);
    last_ms = 0;
}
"""

_DECLARATIONS = """
RPY_EXTERN void lexvm_watchdog_start(long, long, long, long, char *, long, char *, long);
RPY_EXTERN void lexvm_watchdog_stop(void);
"""

_info = ExternalCompilationInfo(separate_module_sources=[_CODE],
                                post_include_bits=[_DECLARATIONS])


def _external(name, types):
    return rffi.llexternal('lexvm_watchdog_' + name, types, lltype.Void,
                           compilation_info=_info, _nowrapper=True)


_start = _external('start', [lltype.Signed] * 4 + [rffi.CCHARP, lltype.Signed] * 2)
_stop = _external('stop', [])

# The longest time that the system's timer takes.
LONGEST_MS = 365 * 86400 * 1000


def start(milliseconds, fd, exit_code, text, tail):
    """End the process with ``exit_code`` GRACE_MS after so many milliseconds
    from now, after writing ``text``, the last known Lex function and ``tail`` to a
    descriptor.  Until then waiting system calls fail with EINTR once the
    milliseconds are over."""
    if not we_are_translated() or milliseconds > LONGEST_MS:
        return
    with rffi.scoped_str2charp(text) as c_text:
        with rffi.scoped_str2charp(tail) as c_tail:
            _start(milliseconds, GRACE_MS, fd, exit_code, c_text, len(text),
                   c_tail, len(tail))


def stop():
    """The run is over."""
    if we_are_translated():
        _stop()
