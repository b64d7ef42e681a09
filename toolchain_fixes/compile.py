"""Corrections of metainterp/compile.py: traces that are given up, not the program."""

import inspect

from rpython.jit.metainterp import compile, optimizeopt
from rpython.jit.metainterp.compile import CompileData, UnrolledLoopData
from rpython.jit.metainterp.jitexc import JitException
from rpython.jit.metainterp.optimize import InvalidLoop
from rpython.jit.metainterp.optimizeopt import (
    bridgeopt, earlyforce, heap, info, intbounds, intutils, optimizer, pure, rawbuffer,
    rewrite, shortpreamble, simplify, unroll, util, virtualize, virtualstate, vstring)
from rpython.jit.metainterp.optimizeopt.unroll import UnrollOptimizer
from rpython.rlib.debug import debug_print, debug_start, debug_stop

from toolchain_fixes import features, wellformed
from toolchain_fixes.registry import correction

# Where an assertion of the optimiser may fail.
OPTIMISER = [
    bridgeopt, earlyforce, heap, info, intbounds, intutils, optimizer, pure, rawbuffer,
    rewrite, shortpreamble, simplify, unroll, util, virtualize, virtualstate, vstring]


class BrokenTrace(JitException):
    """What the optimiser takes for granted does not hold for a trace.

    It is not an InvalidLoop, which the optimiser itself handles by trying something
    else: after this one nothing it knows of the trace can be relied on.
    """

    def __init__(self, message='?'):
        debug_start('jit-abort')
        debug_print('failed assertion of the optimiser:', message)
        debug_stop('jit-abort')


@correction('failed-assertions')
def failed_assertions():
    """Give up a trace of which an assertion of the optimiser does not hold.

    An assert statement looks for its exception among the names of the module.
    """
    for module in OPTIMISER:
        module.AssertionError = BrokenTrace
        module.NotImplementedError = BrokenTrace
    if features.OPTIMISES_BY_FUNCTION:
        plain = optimizeopt.optimize_trace
    else:
        plain = CompileData.optimize_trace.im_func

    def guarded(first, second, third, memo):
        try:
            return plain(first, second, third, memo)
        except BrokenTrace:
            raise InvalidLoop('the optimiser failed')
        except KeyError:
            raise InvalidLoop('the optimiser failed: KeyError')

    def optimize_trace(metainterp_sd, jitdriver_sd, compile_data, memo=None):
        return guarded(metainterp_sd, jitdriver_sd, compile_data, memo)

    def optimize_trace_of_data(self, metainterp_sd, jitdriver_sd, memo):
        return guarded(self, metainterp_sd, jitdriver_sd, memo)

    if features.OPTIMISES_BY_FUNCTION:
        optimizeopt.optimize_trace = optimize_trace
    else:
        CompileData.optimize_trace = optimize_trace_of_data


@correction('targets-of-abandoned-loops')
def targets_of_abandoned_loops():
    plain = UnrollOptimizer.optimize_peeled_loop.im_func

    def optimize_peeled_loop(self, trace, celltoken, *args):
        """Forget the target of a loop that is given up.

        The toolchain left it among the targets of the code that exists, where later
        bridges would have found it and jumped to nowhere.
        """
        targets = celltoken.target_tokens
        count = 0 if targets is None else len(targets)
        finished = False
        try:
            result = plain(self, trace, celltoken, *args)
            finished = True
        finally:
            if not finished and celltoken.target_tokens is not None:
                del celltoken.target_tokens[count:]
        return result

    UnrollOptimizer.optimize_peeled_loop = optimize_peeled_loop


@correction('second-try-of-a-variant', features.TRIES_VARIANTS_AGAIN)
def second_try_of_a_variant():
    plain = UnrollOptimizer.optimize_peeled_loop.im_func

    def optimize_peeled_loop(self, trace, celltoken, state, call_pure_results,
                             inline_short_preamble=True):
        """Give a variant of a loop up after the first try.

        What the first one concluded is still attached to the values that both start
        with.  The toolchain took it for known in the second one: fields of objects kept
        the values they had in code that is not there, and no call or store forgot them.
        """
        if not inline_short_preamble:
            raise InvalidLoop('the first try left its conclusions behind')
        return plain(self, trace, celltoken, state, call_pure_results)

    UnrollOptimizer.optimize_peeled_loop = optimize_peeled_loop


@correction('ill-formed-traces')
def ill_formed_traces():
    """Give up traces that are not well formed: see ``wellformed.py``."""
    plain_send_loop = compile.send_loop_to_backend
    plain_send_bridge = compile.send_bridge_to_backend

    def send_loop_to_backend(greenkey, jitdriver_sd, metainterp_sd, loop, *args):
        wellformed.check(loop.inputargs, loop.operations)
        plain_send_loop(greenkey, jitdriver_sd, metainterp_sd, loop, *args)

    def send_bridge_to_backend(jitdriver_sd, metainterp_sd, faildescr, inputargs,
                               operations, original_loop_token, memo):
        wellformed.check(inputargs, operations)
        return plain_send_bridge(jitdriver_sd, metainterp_sd, faildescr, inputargs,
                                 operations, original_loop_token, memo)

    def optimize(self, metainterp_sd, jitdriver_sd, optimizations):
        """Newer toolchains compare these numbers themselves, in an assertion."""
        info, operations = plain_optimize(self, metainterp_sd, jitdriver_sd, optimizations)
        label, jump = info.label_op, operations[-1]
        if jump.getdescr() is label.getdescr() and jump.numargs() != label.numargs():
            raise InvalidLoop('not well formed: a jump with other arguments than its label')
        return info, operations

    plain_optimize = UnrolledLoopData.optimize.im_func
    if not features.OPTIMISES_BY_FUNCTION:
        UnrolledLoopData.optimize = optimize
    compile.send_loop_to_backend = send_loop_to_backend
    compile.send_bridge_to_backend = send_bridge_to_backend
    for name in ['compile_loop', 'compile_retrace', 'compile_trace']:
        setattr(compile, name, giving_up(getattr(compile, name)))


@correction('segments-that-are-given-up', features.CUTS_TRACES)
def segments_that_are_given_up():
    plain = compile.compile_simple_loop

    def compile_simple_loop(metainterp, greenkey, trace, runtime_args, enable_opts, cut_at,
                            patch_jumpop_at_end=True):
        """Give a long trace up if the segment that it is cut off as cannot be compiled.

        The toolchain went on with the loop that there is not, which ended the program.
        """
        if patch_jumpop_at_end:
            return plain(metainterp, greenkey, trace, runtime_args, enable_opts, cut_at)
        try:
            target = plain(metainterp, greenkey, trace, runtime_args, enable_opts, cut_at,
                           False)
        except InvalidLoop:
            target = None
        if target is None:
            compile.giveup()
        return target

    compile.compile_simple_loop = compile_simple_loop


GIVING_UP = """
def %(name)s%(parameters)s:
    cut_at = metainterp.history.get_trace_position()
    try:
        return plain(%(arguments)s)
    except InvalidLoop:
        metainterp.staticdata.jitlog.trace_aborted()
        metainterp.history.cut(cut_at)
        return None
"""


def giving_up(plain):
    """-> a function with the parameters of one that compiles what a metainterp has
    recorded; it returns None, which is not to compile it, after an InvalidLoop."""
    spec = inspect.getargspec(plain)
    assert spec.args[0] == 'metainterp'
    source = GIVING_UP % {
        'name': plain.__name__, 'parameters': inspect.formatargspec(*spec),
        'arguments': ', '.join(spec.args)}
    namespace = {'plain': plain, 'InvalidLoop': InvalidLoop}
    exec source in namespace
    return namespace[plain.__name__]
