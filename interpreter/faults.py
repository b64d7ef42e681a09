"""What happens when LexVM itself fails: one line on standard error, exit code 70.

The line says that it is an internal error, which Lex function was running as far as is
known, and that ``--jit off`` may get round it.  Signals that mean a fault of the
machine code or of the runtime are caught on a stack of their own; RPython ends with
SIGABRT when an assertion fails, after it has printed where.  That text is held back, and
its last line becomes part of ours, unless ``PYPYLOG`` is set: then it is printed.

A handler may call hardly anything, so what it needs is in C variables.  The function is
noted by the interpreter only: compiled code costs nothing, and the function named may
have called others in compiled code.
"""

from rpython.rlib.objectmodel import we_are_translated
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

# Internal software error, as in sysexits.h.
EXIT_INTERNAL = 70

_DECLARATIONS = r"""
RPY_EXTERN long lexvm_function;
RPY_EXTERN void lexvm_catch_faults(void);
RPY_EXTERN void lexvm_report_fault(char *reason);
RPY_EXTERN void lexvm_name_functions(char *names, long size);
RPY_EXTERN void lexvm_remove_when_dying(char *path);
RPY_EXTERN void lexvm_jit_is_off(long off);
RPY_EXTERN const char *lexvm_known_function(void);
RPY_EXTERN void lexvm_remove_temporary(void);
static inline void lexvm_note_function(long index) { lexvm_function = index; }
"""

_CODE = r"""
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>
#include <unistd.h>

enum { EXIT_INTERNAL = 70, LONGEST_PART = 200, NEAR_STACK = 65536 };

static const struct { int number; const char *name; } faults[] = {
    {SIGSEGV, "SIGSEGV"}, {SIGBUS, "SIGBUS"}, {SIGFPE, "SIGFPE"},
    {SIGILL, "SIGILL"}, {SIGABRT, "SIGABRT"}, {SIGTRAP, "SIGTRAP"},
    {SIGSYS, "SIGSYS"},
};
enum { COUNT = sizeof(faults) / sizeof(faults[0]) };

long lexvm_function = -1;
static const char *names;               /* each ended by a NUL */
static long names_size;
static const char *temporary;           /* a file, or NULL */
static pid_t owner;                     /* whose the file is */
static long jit_is_off;
static volatile sig_atomic_t is_dying;

static char stack[65536];
static char said[65536];                /* the buffer of C's stderr */

/* The line that is made, one byte kept for its end. */
static char line[1024];
static size_t length;

static void put(const char *text, size_t size)
{
    size_t i;
    for (i = 0; i < size && length < sizeof(line) - 1; i++) {
        unsigned char c = text[i];
        line[length++] = (c < 32 || c == 127) ? ' ' : c;
    }
}

static void put_text(const char *text)
{
    put(text, strlen(text));
}

static void put_part(const char *text, size_t size)
{
    put(text, size < LONGEST_PART ? size : LONGEST_PART);
    if (size > LONGEST_PART)
        put_text("...");
}

/* NULL before a program runs. */
const char *lexvm_known_function(void)
{
    const char *name = names;
    const char *end = names + names_size;
    long index = lexvm_function;
    while (name != NULL && index > 0 && name < end) {
        name += strlen(name) + 1;
        index--;
    }
    return name != NULL && index == 0 && name < end ? name : NULL;
}

void lexvm_remove_temporary(void)
{
    if (temporary != NULL && owner == getpid())
        unlink(temporary);
}

/* The function, and the way out; before a program runs there is neither. */
static void put_place(void)
{
    const char *name = lexvm_known_function();
    if (name == NULL) {
        put_text("; no Lex function was running");
        return;
    }
    put_text("; last known Lex function: `");
    put_part(name, strlen(name));
    if (jit_is_off)
        put_text("`; no JIT was at work, so --jit off will not get round it");
    else
        put_text("`; --jit off may get round it");
}

static void write_line(void)
{
    size_t done = 0;
    put_place();
    line[length++] = '\n';
    while (done < length) {
        ssize_t count = write(2, line + done, length - done);
        if (count <= 0)
            break;
        done += count;
    }
}

/* The last line that the runtime said, without what only repeats our words. */
static void put_last_words(void)
{
    static const char usual[] = "Fatal RPython error: ";
    size_t stop = strnlen(said, sizeof(said));
    size_t start;
    while (stop > 0 && said[stop - 1] == '\n')
        stop--;
    for (start = stop; start > 0 && said[start - 1] != '\n'; start--)
        ;
    if (stop - start >= sizeof(usual) &&
            memcmp(said + start, usual, sizeof(usual) - 1) == 0)
        start += sizeof(usual) - 1;
    if (stop > start) {
        put_text(" (");
        put_part(said + start, stop - start);
        put_text(")");
    }
}

static int is_near_stack(siginfo_t *info, void *context)
{
#if defined(__x86_64__)
    if (info->si_signo == SIGSEGV && info->si_code > 0) {
        char *top = (char *)((ucontext_t *)context)->uc_mcontext.gregs[REG_RSP];
        char *address = (char *)info->si_addr;
        return address >= top - NEAR_STACK && address < top + NEAR_STACK;
    }
#endif
    return 0;
}

static void die(int number, siginfo_t *info, void *context)
{
    int i;
    if (is_dying)
        _exit(EXIT_INTERNAL);
    is_dying = 1;
    put_text("error: internal: LexVM died of ");
    for (i = 0; i < COUNT; i++)
        if (faults[i].number == number)
            put_text(faults[i].name);
    if (is_near_stack(info, context))
        put_text(" (out of stack)");
    else if (number == SIGABRT)
        put_last_words();
    write_line();
    lexvm_remove_temporary();
    _exit(EXIT_INTERNAL);
}

void lexvm_catch_faults(void)
{
    struct sigaction action;
    stack_t other;
    sigset_t all;
    int i;
    memset(&action, 0, sizeof(action));
    memset(&other, 0, sizeof(other));
    if (getenv("PYPYLOG") == NULL)
        setvbuf(stderr, said, _IOFBF, sizeof(said));
    other.ss_sp = stack;
    other.ss_size = sizeof(stack);
    sigaltstack(&other, NULL);
    action.sa_sigaction = die;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
    sigemptyset(&action.sa_mask);
    sigemptyset(&all);
    for (i = 0; i < COUNT; i++) {
        sigaction(faults[i].number, &action, NULL);
        sigaddset(&all, faults[i].number);
    }
    sigprocmask(SIG_UNBLOCK, &all, NULL);
}

void lexvm_report_fault(char *reason)
{
    length = 0;
    put_text("error: internal: ");
    put_text(reason);
    write_line();
}

/* While a pointer changes, the handler must not follow it. */

void lexvm_name_functions(char *new_names, long size)
{
    char *old_names = (char *)names;
    char *copy = malloc(size);
    lexvm_function = -1;
    names_size = 0;
    names = NULL;
    free(old_names);
    if (copy == NULL)
        return;
    memcpy(copy, new_names, size);
    names = copy;
    names_size = size;
}

void lexvm_remove_when_dying(char *path)
{
    char *old_path = (char *)temporary;
    temporary = NULL;
    free(old_path);
    if (path[0] != '\0') {
        owner = getpid();
        temporary = strdup(path);
    }
}

void lexvm_jit_is_off(long off)
{
    jit_is_off = off;
}
"""

_info = ExternalCompilationInfo(
    post_include_bits=[_DECLARATIONS], separate_module_sources=[_CODE])


def _external(name, args, **options):
    return rffi.llexternal(name, args, lltype.Void, compilation_info=_info,
                           releasegil=False, **options)


_catch_faults = _external('lexvm_catch_faults', [])
_report_fault = _external('lexvm_report_fault', [rffi.CCHARP])
_name_functions = _external('lexvm_name_functions', [rffi.CCHARP, lltype.Signed])
_remove_when_dying = _external('lexvm_remove_when_dying', [rffi.CCHARP])
_jit_is_off = _external('lexvm_jit_is_off', [lltype.Signed])
_note_function = _external('lexvm_note_function', [lltype.Signed], _nowrapper=True,
                           _callable=lambda index: None)


def catch():
    """From now on, a fault ends the process as described above."""
    _catch_faults()


def report(reason):
    """Write the line for a failure that was caught.  -> the exit code."""
    with rffi.scoped_str2charp(reason) as text:
        _report_fault(text)
    return EXIT_INTERNAL


def note_function(index):
    """The interpreter enters, or comes back to, the function with this index among
    those that ``name_functions`` was given.  Not to be called from compiled code."""
    _note_function(index)


def name_functions(names):
    """The names of the functions that run from now on, by index."""
    if we_are_translated():
        text = '\x00'.join(names) + '\x00'
        with rffi.scoped_nonmovingbuffer(text) as buffer:
            _name_functions(buffer, len(text))


def remove_when_dying(path):
    """A file that is not to outlive a fault; '' for none."""
    if we_are_translated():
        with rffi.scoped_str2charp(path) as text:
            _remove_when_dying(text)


def jit_is_off():
    """The user has switched the JIT off, or there is none."""
    if we_are_translated():
        _jit_is_off(1)
