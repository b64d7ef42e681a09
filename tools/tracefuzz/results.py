"""What became of a program (Python 2.7)."""

SAME = 'same'
DIFFERENT = 'different'
DIED = 'died'
TOO_LONG = 'no end'


class Result(object):
    """kind: SAME, DIFFERENT, DIED, TOO_LONG, or how and where the JIT failed; expected,
    actual: texts of ``show.shown`` (actual may be a traceback); traces: the number of
    loops and bridges that were compiled; given_up: why others were not, though the
    program is right: places of failed assertions and the like."""

    def __init__(self, kind, expected, actual, traces, given_up=()):
        self.kind = kind
        self.expected = expected
        self.actual = actual
        self.traces = traces
        self.given_up = list(given_up)
