"""The seam for another tier: a hook that may answer calls itself.

The contract is in docs/contract.rst, "JitHook".  LexVM's own speed does not
come through it: the tracing JIT compiles the whole call protocol.
"""


class JitHook(object):
    """Subclass and install with ``Session.install_hook``."""

    def accepts_function(self, code):
        """May ``try_call`` be asked about ``code``?  The default refuses
        functions with declared effects or refinements, because neither is
        performed on behalf of a hook."""
        return code.is_pure and not code.has_refinements()

    def try_call(self, fn_id, args_w, steps, limit):
        """Answer the call of function ``fn_id``.

        ``args_w`` is borrowed: do not change it.  ``steps`` have run so far
        and ``limit`` may run.  Returns the value, or None to decline; an
        exception (VMError) becomes the error of the call.  This class
        declines every call."""
        return None
