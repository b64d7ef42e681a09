"""The seam for another tier: a hook that may answer calls itself.

The contract is in docs/contract.rst, "JitHook".  LexVM's own speed does not
come through it: the tracing JIT compiles the whole call protocol.
"""


# A hook that declined so many calls of a function and answered none is not asked
# about that function again.
FRUITLESS_OFFERS = 64


class JitHook(object):
    """Subclass and install with ``Session.install_hook``.

    A hook decides by itself which functions it wants; ``jit_policy`` has the
    predicate that suits most, and ``EligibleHook``, which goes by it."""

    def accepts_function(self, code):
        """May ``try_call`` be asked about ``code``?  Called once for every
        function of the program, when the hook is installed.  This class
        refuses every function."""
        return False

    def try_call(self, fn_id, args_w, steps, limit):
        """Answer the call of function ``fn_id``.

        ``args_w`` is borrowed: do not change it.  ``steps`` is the
        StepCounter of the machine, to be charged with what the call costs;
        ``limit`` is the step limit.  Returns the value, or None to decline,
        which takes back what was charged; an exception (VMError) becomes the
        error of the call.  After FRUITLESS_OFFERS calls of a function of which
        none was answered, no more are offered.  This class declines every
        call."""
        return None


class StepCounter(object):
    """The steps of a machine, for its hook."""

    def __init__(self, vm):
        self.vm = vm

    def used(self):
        """The steps run so far."""
        return self.vm.steps()

    def left(self):
        """The steps that may still run."""
        return self.vm.remaining()

    def charge(self, count):
        """Run ``count`` steps, which are not more than are left."""
        assert 0 <= count <= self.left()
        self.vm.charge(count)
