"""Memoisation of effect-free functions.

Which calls hit is visible to programs through their step counts, so the rules
are part of the language: every call of an effect-free function probes; after
64 probes without a single hit the function stops probing for good; a key
matches a structurally equal argument list (docs/contract.rst, "Memo").  When
memory is short, all results are forgotten (docs/compatibility.rst).
"""

from rpython.rlib import jit

from interpreter.objects.digest import digest_args
from interpreter.objects.equality import args_equal

FRUITLESS_PROBES = 64


class MemoEntry(object):
    """The result of a call, or the place to put it: ``w_value`` is None on a
    miss."""

    def __init__(self, hash, args_w, following):
        self.hash = hash
        self.args_w = args_w
        self.following = following
        self.w_value = None


class Memo(object):
    """The results of one function.  ``enabled`` changes at most once, so
    compiled code takes it for a constant.  ``following`` is the Memo of another
    function of the same machine or worker, or None."""

    _immutable_fields_ = ['enabled?']

    def __init__(self, following=None):
        self.following = following
        self.enabled = True
        self.probes = 0
        self.hits = 0
        self.entries = {}

    @jit.dont_look_inside
    def probe(self, vm, args_w):
        """-> the MemoEntry of a call with ``args_w``."""
        if self.probes == 0:
            vm.used_memos.append(self)
        self.probes += 1
        hash = digest_args(args_w)
        entry = self.entries.get(hash, None)
        while entry is not None:
            if args_equal(entry.args_w, args_w):
                self.hits += 1
                vm.memo_hits += 1
                return entry
            entry = entry.following
        vm.memo_misses += 1
        if self.probes >= FRUITLESS_PROBES and self.hits == 0:
            self.enabled = False
            self.entries = {}
        return MemoEntry(hash, args_w, None)

    def clear(self):
        """Forget everything, as if the function was never called."""
        if not self.enabled:
            self.enabled = True
        self.probes = 0
        self.hits = 0
        self.entries = {}

    def forget_results(self):
        """Forget the results, but not whether probing is worth it."""
        self.entries = {}

    @jit.dont_look_inside
    def store(self, entry, w_value):
        """Keep the result of the call that missed with ``entry``."""
        if not self.enabled:
            return
        entry.w_value = w_value
        entry.following = self.entries.get(entry.hash, None)
        self.entries[entry.hash] = entry
