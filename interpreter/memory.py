"""The limit of the memory that a run may use.

The collector counts the objects that are alive.  When they exceed the limit,
even after a collection, it raises MemoryError once; were the limit exceeded
again, it would abort the process.  So whoever catches MemoryError lifts the
limit before doing anything else.

What C libraries allocate, the collector does not see.  A wall of the system
(``RLIMIT_DATA``) stands behind the limit, further out than the heap can get:
there, allocating fails instead of filling the machine.

Whenever the collector has been round, what is in use is compared with a share of
the limit.  Beyond it, a Reserve is given up: what programs can do without.
"""

import os

from rpython.rlib import rgc
from rpython.rlib.objectmodel import we_are_translated
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

# The machine itself, without a program.
MINIMUM = 16 << 20
# How far the wall is from the limit, apart from half of it: what compiled code,
# the nursery and the collector's own tables may need.
BESIDE_THE_HEAP = 96 << 20
LARGEST_WALL = 1 << 60
# The share of the limit from which on memory is short.  Until the collector looks
# again, the heap grows to 1.4 times its size (``collector.py``).
SHORT = 2
# What of the memory of the system a run may use by default: the heap outgrows its
# limit while the collector finds out that it is reached.
DEFAULT_SHARE_PERCENT = 33
# Where a container's limit can be read, in both versions of control groups.
CONTAINER_FILES = ['/sys/fs/cgroup/memory.max',
                   '/sys/fs/cgroup/memory/memory.limit_in_bytes']

_CODE = r"""
#include <malloc.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

static long smaller(long limit, int resource)
{
    struct rlimit r;
    if (getrlimit(resource, &r) == 0 && r.rlim_cur != RLIM_INFINITY &&
            r.rlim_cur < (rlim_t)limit)
        return (long)r.rlim_cur;
    return limit;
}

static rlim_t before_wall;
static int has_wall;

/* Pages that count for RLIMIT_DATA, the sixth number of /proc/self/statm. */
static long data_pages(void)
{
    long pages = -1;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file) {
        if (fscanf(file, "%*d %*d %*d %*d %*d %ld", &pages) != 1)
            pages = -1;
        fclose(file);
    }
    return pages;
}

RPY_EXTERN long lexvm_memory_in_use(void)
{
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 33)
    struct mallinfo2 info = mallinfo2();
    return (long)(info.uordblks + info.hblkhd);
#else
    long pages = data_pages();
    return pages < 0 ? 0 : pages * sysconf(_SC_PAGESIZE);
#endif
}

RPY_EXTERN void lexvm_remove_memory_wall(void)
{
    struct rlimit r;
    if (has_wall && getrlimit(RLIMIT_DATA, &r) == 0) {
        r.rlim_cur = before_wall;
        setrlimit(RLIMIT_DATA, &r);
        has_wall = 0;
    }
}

RPY_EXTERN void lexvm_set_memory_wall(long more)
{
    struct rlimit r;
    long pages;
    rlim_t wall;
    lexvm_remove_memory_wall();
    pages = data_pages();
    if (pages < 0 || getrlimit(RLIMIT_DATA, &r) != 0)
        return;
    wall = (rlim_t)pages * sysconf(_SC_PAGESIZE) + more;
    if (wall < (rlim_t)more || wall >= r.rlim_cur)
        return;
    before_wall = r.rlim_cur;
    r.rlim_cur = wall;
    has_wall = setrlimit(RLIMIT_DATA, &r) == 0;
}

RPY_EXTERN long lexvm_system_memory(void)
{
    long pages = sysconf(_SC_PHYS_PAGES);
    long size = sysconf(_SC_PAGESIZE);
    long limit = (1UL << (sizeof(long) * 8 - 1)) - 1;
    if (pages > 0 && size > 0 && pages <= limit / size)
        limit = pages * size;
    return smaller(smaller(limit, RLIMIT_AS), RLIMIT_DATA);
}
"""

_info = ExternalCompilationInfo(
    separate_module_sources=[_CODE],
    post_include_bits=['RPY_EXTERN long lexvm_system_memory(void);\n'
                       'RPY_EXTERN long lexvm_memory_in_use(void);\n'
                       'RPY_EXTERN void lexvm_set_memory_wall(long);\n'
                       'RPY_EXTERN void lexvm_remove_memory_wall(void);\n'])

_system_memory = rffi.llexternal(
    'lexvm_system_memory', [], lltype.Signed, compilation_info=_info,
    _nowrapper=True, _callable=lambda: 1 << 40)

_in_use = rffi.llexternal(
    'lexvm_memory_in_use', [], lltype.Signed, compilation_info=_info,
    _nowrapper=True, _callable=lambda: 0)

_set_wall = rffi.llexternal(
    'lexvm_set_memory_wall', [lltype.Signed], lltype.Void,
    compilation_info=_info, _nowrapper=True, _callable=lambda more: None)

_remove_wall = rffi.llexternal(
    'lexvm_remove_memory_wall', [], lltype.Void, compilation_info=_info,
    _nowrapper=True, _callable=lambda: None)


def remove_wall():
    """Let a child process have the memory that this process was given."""
    _remove_wall()


class Reserve(object):
    """What may be given up when memory is short."""

    def give_up(self):
        """Let go of it.  Comes at any allocation, so it must not look at what may
        be half done."""
        raise NotImplementedError


class _Collected(object):
    """Nothing refers to it, so the collector's next round finds it."""


class _Rounds(rgc.FinalizerQueue):
    """Told of each round of the collector through the whole heap."""
    Class = _Collected

    def begin(self):
        self.register_finalizer(_Collected())

    def finalizer_trigger(self):
        while self.next_dead() is not None:
            pass
        limit.look()
        self.begin()


_rounds = _Rounds()


class Limit(object):
    """The limit in force, in bytes; 0 is none.  ``reserve`` is the Reserve of what
    runs."""

    def __init__(self):
        self.size = 0
        self.shared = 0
        self.is_lifted = False
        self.reserve = None
        self.before = 0
        self.is_watched = False

    def use(self, size):
        self.size = size
        self.before = _in_use()
        # CPython's collector finds at once what nothing refers to, without end.
        if we_are_translated() and not self.is_watched:
            self.is_watched = True
            _rounds.begin()
        self.use_again()

    def look(self):
        """Give up the reserve if memory is short."""
        if self.size > 0 and _in_use() - self.before > self.size // SHORT:
            if self.reserve is not None:
                self.reserve.give_up()

    def use_again(self):
        """After ``lift``: the limit that was in force before."""
        self.is_lifted = False
        self._bound_heap()
        if 0 < self.size < LARGEST_WALL:
            _set_wall(self.size + (self.size >> 1) + BESIDE_THE_HEAP)

    def lift(self):
        self.is_lifted = True
        rgc.set_max_heap_size(0)
        remove_wall()

    def leaves_room(self, size):
        """Whether a C library may be asked to allocate so many bytes."""
        return self.size <= 0 or size <= self.size

    def recover(self):
        """After a MemoryError whose cause is given up: go on within the limit."""
        self.lift()
        rgc.collect()
        self.use_again()

    def share(self, size):
        """So many bytes of the limit are a C library's; the heap has the rest."""
        self.shared = size
        if not self.is_lifted:
            self._bound_heap()

    def _bound_heap(self):
        size = self.size
        if size > 0:
            size = max(1, size - self.shared)
        rgc.set_max_heap_size(size)

    def message(self):
        return 'memory limit exceeded (%d bytes)' % self.size


limit = Limit()


def default_size():
    """A share of what the system or the container has."""
    size = _system_memory()
    for path in CONTAINER_FILES:
        in_container = _number_in(path)
        if 0 < in_container < size:
            size = in_container
    return max(MINIMUM, size // 100 * DEFAULT_SHARE_PERCENT)


def _number_in(path):
    """The number that a file consists of; 0 if there is none."""
    try:
        fd = os.open(path, os.O_RDONLY, 0)
        try:
            text = os.read(fd, 100)
        finally:
            os.close(fd)
        return int(text.strip(' \n'))
    except (OSError, ValueError):
        return 0
