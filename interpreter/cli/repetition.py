"""``lexvm run --repeat``: call a function again and again and time each call."""

from interpreter.cli.output import write_error
from interpreter.effects.clock import monotonic_ns


def invoke_repeatedly(session, function, args_w, count):
    """Call the function ``count`` times, at least once; -> the last value.

    Reports the nanoseconds of each call.  Between two calls the memo forgets its
    results, so that each does the same work.  Raises VMError.
    """
    w_result = _timed(session, function, args_w)
    for _ in range(count - 1):
        session.forget_results()
        w_result = _timed(session, function, args_w)
    return w_result


def _timed(session, function, args_w):
    start = monotonic_ns()
    w_result = session.invoke(function, args_w)
    write_error('call: %d ns\n' % (monotonic_ns() - start))
    return w_result
