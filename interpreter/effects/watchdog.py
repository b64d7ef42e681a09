"""The end of a run that nothing else ends: a timer that no C call holds off.

From the deadline on, a signal interrupts waiting system calls every few
milliseconds, so that they look at the time.  What has not ended GRACE_MS later
(one long call of a library) is ended by the signal's handler: it removes the
unfinished trace, says what ran (both as ``faults`` does) and exits.

The same timer repeats a signal that stops a run: a system call that begins just after
the signal came would wait as if there had been none.
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

static volatile long first_ms, last_ms;      /* 0 if no run has a deadline */
static volatile int out_fd, exit_code;
static volatile int repeats = 1;
static void (*stopping_handlers[NSIG])(int);
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

static void catch_alarms(void)
{
    struct sigaction action;
    sigset_t alarms;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_alarm;
    action.sa_flags = SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    sigaction(SIGALRM, &action, NULL);
    sigemptyset(&alarms);
    sigaddset(&alarms, SIGALRM);
    sigprocmask(SIG_UNBLOCK, &alarms, NULL);
}

/* Interrupt system calls from so many milliseconds on. */
static void tick_after(long milliseconds)
{
    struct itimerval timer;
    timer.it_interval.tv_sec = 0;
    timer.it_interval.tv_usec = TICK_US;
    timer.it_value.tv_sec = milliseconds / 1000;
    timer.it_value.tv_usec = milliseconds % 1000 * 1000 + 1;
    setitimer(ITIMER_REAL, &timer, NULL);
}

static void tick_from_deadline(void)
{
    if (last_ms > 0) {
        long left = first_ms - now_ms();
        tick_after(left > 0 ? left : 0);
    } else {
        struct itimerval none;
        memset(&none, 0, sizeof none);
        setitimer(ITIMER_REAL, &none, NULL);
    }
}

static void on_stopping_signal(int number)
{
    int saved = errno;
    stopping_handlers[number](number);
    if (repeats)
        tick_after(TICK_US / 1000);
    errno = saved;
}

/* Repeat a signal that is caught already. */
void lexvm_watchdog_repeat(long number)
{
    struct sigaction action;
    if (sigaction(number, NULL, &action) != 0 || action.sa_handler == SIG_DFL
            || action.sa_handler == SIG_IGN || action.sa_handler == on_stopping_signal)
        return;
    stopping_handlers[number] = action.sa_handler;
    action.sa_handler = on_stopping_signal;
    catch_alarms();
    sigaction(number, &action, NULL);
}

/* Signals have had their effect; or they are waited for, and not repeated. */
void lexvm_watchdog_calm(long waits)
{
    repeats = !waits;
    tick_from_deadline();
}

void lexvm_watchdog_start(long milliseconds, long grace_ms, long fd, long code,
                          char *what, long size, char *end, long end_size)
{
    text_size = size < TEXT_SIZE ? size : TEXT_SIZE;
    memcpy(text, what, text_size);
    tail_size = end_size < TEXT_SIZE ? end_size : TEXT_SIZE;
    memcpy(tail, end, tail_size);
    out_fd = fd;
    exit_code = code;
    first_ms = now_ms() + milliseconds;
    last_ms = first_ms + grace_ms;
    catch_alarms();
    tick_after(milliseconds);
}

void lexvm_watchdog_stop(void)
{
    last_ms = 0;
    tick_from_deadline();
}
"""

_DECLARATIONS = """
RPY_EXTERN void lexvm_watchdog_start(long, long, long, long, char *, long, char *, long);
RPY_EXTERN void lexvm_watchdog_stop(void);
RPY_EXTERN void lexvm_watchdog_repeat(long);
RPY_EXTERN void lexvm_watchdog_calm(long);
"""

_info = ExternalCompilationInfo(separate_module_sources=[_CODE],
                                post_include_bits=[_DECLARATIONS])


def _external(name, types):
    return rffi.llexternal('lexvm_watchdog_' + name, types, lltype.Void,
                           compilation_info=_info, _nowrapper=True)


_start = _external('start', [lltype.Signed] * 4 + [rffi.CCHARP, lltype.Signed] * 2)
_stop = _external('stop', [])
_repeat = _external('repeat', [lltype.Signed])
_calm = _external('calm', [lltype.Signed])

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


def repeat(number):
    """From now on interrupt system calls every few milliseconds when the signal of this
    number has come, which must be caught already."""
    if we_are_translated():
        _repeat(number)


def calm(waits):
    """The signals that came so far have had their effect.  With ``waits``, who waits for
    them looks in time, and further ones are not repeated."""
    if we_are_translated():
        _calm(1 if waits else 0)
