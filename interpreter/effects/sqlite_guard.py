"""What SQLite may do for a program: the policy, the limits of the run, and the settings
that close the library's own doors.

The C parts are called by SQLite: ``sqlite_files.c`` in the place of system calls,
``sqlite_statements.c`` for every action of a statement.
"""

import os

from rpython.rlib.rarithmetic import intmask
from rpython.rtyper.annlowlevel import llhelper
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from interpreter import memory
from interpreter.effects import clock, dynlib, paths
from interpreter.effects.libsqlite import (
    LIBRARY_NAMES, LIMITS, OK, PROGRESS, SqliteError, function_type, library,
    load_functions)
from interpreter.objects.pace import pace


# Instructions of SQLite's machine between two looks, and what they count for.
LOOK_EVERY = 1000
WORK_OF_A_LOOK = 10000
# Instructions can be heavy, so the processor's time counts, too.
NS_FOR_A_UNIT = 16
# Of calls without a look, one of so many is measured.
CALLS_OF_A_SAMPLE = 16
BUSY_MS = 5000
# What of the memory limit SQLite may take; the heap of values has the rest.
SHARE_OF_MEMORY = 2
# The heap learns of it in steps of so many bytes.
MEMORY_STEP = 1 << 16

MAY_READ = 1
MAY_WRITE = 2

LOOK = function_type([], rffi.INT)


def _source(name):
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)),
                           name)) as stream:
        return stream.read()


_info = ExternalCompilationInfo(
    separate_module_sources=[_source('sqlite_files.c'),
                             _source('sqlite_statements.c')],
    post_include_bits=['''
RPY_EXTERN int lexvm_sqlite_stops(void);
RPY_EXTERN void *lexvm_sqlite_gate(int);
RPY_EXTERN int lexvm_sqlite_permit(void *, const char *, int);
RPY_EXTERN void lexvm_sqlite_enter(void *, long);
RPY_EXTERN long lexvm_sqlite_output_left(void);
RPY_EXTERN int lexvm_sqlite_output_exceeded(void);
RPY_EXTERN int lexvm_sqlite_guard_files(void *, int (*)(void));
RPY_EXTERN const char *lexvm_sqlite_configure(void *);
RPY_EXTERN int lexvm_sqlite_restrict(void *);
RPY_EXTERN void lexvm_sqlite_after(void *);
'''])


def _external(name, args, result):
    return rffi.llexternal('lexvm_sqlite_' + name, args, result,
                           compilation_info=_info, _nowrapper=True)


_gate = _external('gate', [rffi.INT], rffi.VOIDP)
_permit = _external('permit', [rffi.VOIDP, rffi.CCHARP, rffi.INT], rffi.INT)
_enter = _external('enter', [rffi.VOIDP, rffi.LONG], lltype.Void)
_output_left = _external('output_left', [], rffi.LONG)
_output_exceeded = _external('output_exceeded', [], rffi.INT)
_guard_files = _external('guard_files', [rffi.VOIDP, LOOK], rffi.INT)
_configure = _external('configure', [rffi.VOIDP], rffi.CCHARP)
_restrict = _external('restrict', [rffi.VOIDP], rffi.INT)
_after = _external('after', [rffi.VOIDP], lltype.Void)


class StatementWatch(object):
    """Whom a running statement asks whether it must stop, and what said so."""

    def __init__(self):
        self.interrupts = None
        self.raised = None
        self.calls = 0
        self.is_sample = False
        self.start_ns = -1

    def begin(self, interrupts):
        self.interrupts = interrupts
        self.raised = None
        self.calls += 1
        self.is_sample = self.calls % CALLS_OF_A_SAMPLE == 0
        self.start_ns = -1
        if self.is_sample:
            self.start_ns = clock.processor_ns()

    def look(self):
        """Raises what must end the statement."""
        self.is_sample = False
        before = self.start_ns
        self.start_ns = clock.processor_ns()
        work = WORK_OF_A_LOOK
        if before >= 0:
            work += (self.start_ns - before) // NS_FOR_A_UNIT
        self.interrupts.check()
        pace.work(work)

    def end(self):
        """-> what ``look`` raised, or None.  A call without a look stands for others
        that nobody measured."""
        raised = self.raised
        self.raised = None
        self.interrupts = None
        if raised is None and self.is_sample:
            spent = clock.processor_ns() - self.start_ns
            try:
                pace.work(spent * CALLS_OF_A_SAMPLE // NS_FOR_A_UNIT)
            except Exception as e:
                raised = e
        return raised


watch = StatementWatch()


def look():
    """Called by SQLite, which exceptions must not cross; anything but 0 stops
    the statement."""
    if watch.raised is None and watch.interrupts is not None:
        try:
            watch.look()
        except Exception as e:
            watch.raised = e
    return rffi.cast(rffi.INT, watch.raised is not None)


def look_while_running(argument):
    return look()


def load():
    """Raises SqliteError when the library is missing or cannot be guarded."""
    if library.is_loaded:
        return
    try:
        handle = dynlib.load(LIBRARY_NAMES)
        missing = _configure(handle)
        if missing:
            raise SqliteError('the installed library has no '
                              + rffi.charp2str(missing), 0, '')
        load_functions(library, handle)
    except dynlib.LibraryMissing as e:
        raise SqliteError(e.msg, 0, '')
    if not intmask(_guard_files(handle, llhelper(LOOK, look))):
        raise SqliteError('the files of the installed SQLite cannot be '
                          'guarded', 0, '')
    library.is_loaded = True


class Heap(object):
    """The memory that SQLite uses, of all connections."""

    def __init__(self):
        self.limit = 0
        self.used = 0

    def bound(self):
        limit = memory.limit.size // SHARE_OF_MEMORY
        if limit != self.limit:
            self.limit = limit
            library.hard_heap_limit64(rffi.cast(rffi.LONGLONG, limit))

    def count(self):
        """Let the heap of values have what is left."""
        used = intmask(library.memory_used())
        if abs(used - self.used) >= MEMORY_STEP:
            self.used = used
            memory.limit.share(used)


heap = Heap()


class Guard(object):
    """Bounds what SQLite does for the program of one Host.  Every call that
    compiles, runs or ends a statement stands between ``enter`` and ``leave``."""

    def __init__(self, host):
        self.host = host
        self.gate = lltype.nullptr(rffi.VOIDP.TO)

    def open_gate(self):
        """Let statements touch the files that the policy permits.  Scopes are
        what they lead to now."""
        if self.gate:
            return
        policy = self.host.policy
        reads = policy.fs_read
        writes = policy.fs_write
        is_open = len(reads) == 0 and len(writes) == 0
        gate = _gate(rffi.cast(rffi.INT, is_open))
        if not gate:
            raise MemoryError
        if not is_open:
            permit_all(gate, reads, MAY_READ)
            permit_all(gate, writes, MAY_WRITE)
        self.gate = gate

    def enter(self):
        watch.begin(self.host.interrupts)
        _enter(self.gate, rffi.cast(rffi.LONG, self.host.output_limit.rest()))
        heap.bound()

    def leave(self, connection):
        """Raises Interrupted, VMError or MemoryError if the run must end."""
        raised = self.end(connection)
        if raised is not None:
            raise raised
        if intmask(_output_exceeded()) != 0:
            self.host.output_limit.refuse()

    def end(self, connection):
        """``leave`` for calls that must not fail; -> what the watch would raise."""
        raised = watch.end()
        self.host.output_limit.leave(intmask(_output_left()))
        heap.count()
        if connection:
            _after(connection)
        return raised


def permit_all(gate, scopes, rights):
    """Without scopes, everything is permitted."""
    if len(scopes) == 0:
        permit(gate, '/', rights)
    for scope in scopes:
        if scope.find('\x00') >= 0:
            continue
        try:
            parts = paths.real_components(scope)
        except OSError:
            continue
        permit(gate, '/' + '/'.join(parts), rights)


def permit(gate, path, rights):
    text = rffi.str2charp(path)
    try:
        if not intmask(_permit(gate, text, rffi.cast(rffi.INT, rights))):
            raise MemoryError
    finally:
        rffi.free_charp(text)


def restrict(connection):
    """Close the doors of a new connection, and bound what it uses.  -> whether that
    was possible."""
    for kind, value in LIMITS:
        library.limit(connection, rffi.cast(rffi.INT, kind),
                      rffi.cast(rffi.INT, value))
    library.extended_result_codes(connection, rffi.cast(rffi.INT, 1))
    library.busy_timeout(connection, rffi.cast(rffi.INT, BUSY_MS))
    library.progress_handler(
        connection, rffi.cast(rffi.INT, LOOK_EVERY),
        llhelper(PROGRESS, look_while_running), lltype.nullptr(rffi.VOIDP.TO))
    return intmask(_restrict(connection)) == OK
