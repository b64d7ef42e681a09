"""Corrections of metainterp/opencoder.py: how a trace is stored while it is recorded."""

import sys

from rpython.jit.codewriter import longlong
from rpython.jit.metainterp import opencoder
from rpython.jit.metainterp.history import ConstFloat, SwitchToBlackhole
from rpython.jit.metainterp.opencoder import Trace
from rpython.jit.metainterp.pyjitpl import MetaInterp
from rpython.jit.metainterp.resoperation import rop
from rpython.rlib.jit import Counters

from toolchain_fixes import features
from toolchain_fixes.registry import correction


# The longest.
BYTES_OF_A_NUMBER = 4


def _fits(trace, number):
    model = opencoder.get_model(trace)
    return model.MIN_VALUE <= number <= model.MAX_VALUE


def _snapshot_of_nothing():
    return opencoder.TopSnapshot(opencoder.combine_uint(2 ** 16 - 1, 0), [], [], [])


@correction('numbers-too-large-for-a-trace', features.TRACES_HAVE_FIXED_SIZE)
def numbers_too_large_for_a_trace():
    """Give a trace up between two instructions of the machine if a number is too large
    for its encoding.

    The toolchain gave it up in the middle of an instruction, which the interpreter then
    finished on the wrong branch; in what a guard needs to resume it cut such numbers off,
    and the interpreter resumed with another constant.  Constants of Floats, each of which
    was stored as often as it was met, could get there within the limit of a trace's
    length; they are stored once.
    """
    plain_init = Trace.__init__.im_func
    plain_append = Trace.append.im_func
    plain_encode = Trace._encode.im_func
    plain_record_op = Trace.record_op.im_func
    plain_top_snapshot = Trace.create_top_snapshot.im_func
    plain_empty_snapshot = Trace.create_empty_top_snapshot.im_func
    plain_blackhole = MetaInterp.blackhole_if_trace_too_long.im_func

    def init(self, inputargs, metainterp_sd):
        plain_init(self, inputargs, metainterp_sd)
        self.is_broken = False
        self.float_numbers = {}

    def append(self, number):
        if not _fits(self, number):
            self.is_broken = True
            number = 0
        plain_append(self, number)

    def encode(self, box):
        if not isinstance(box, ConstFloat):
            return plain_encode(self, box)
        bits = longlong.extract_bits(box.getfloatstorage())
        tagged = self.float_numbers.get(bits, -1)
        if tagged == -1:
            tagged = plain_encode(self, box)
            self.float_numbers[bits] = tagged
        return tagged

    def encode_cast(self, box):
        tagged = self._encode(box)
        if not _fits(self, tagged):
            self.is_broken = True
            tagged = 0
        return opencoder.rffi.cast(opencoder.get_model(self).STORAGE_TP, tagged)

    def record_op(self, opnum, argboxes, descr=None):
        start = self._pos
        position = plain_record_op(self, opnum, argboxes, descr)
        if self.is_broken:
            self._pos = start
            if opnum == rop.JUMP or opnum == rop.FINISH:
                # Next the trace would be compiled.
                raise SwitchToBlackhole(Counters.ABORT_TOO_LONG)
        return position

    def create_top_snapshot(self, jitcode, pc, frame, flag, vable_boxes, vref_boxes):
        if self.is_broken:
            return _snapshot_of_nothing()
        return plain_top_snapshot(self, jitcode, pc, frame, flag, vable_boxes, vref_boxes)

    def create_empty_top_snapshot(self, vable_boxes, vref_boxes):
        if self.is_broken:
            return _snapshot_of_nothing()
        return plain_empty_snapshot(self, vable_boxes, vref_boxes)

    def blackhole_if_trace_too_long(self):
        trace = self.history.trace
        if trace.is_broken:
            trace._count = sys.maxint       # Longer than any limit.
        plain_blackhole(self)

    Trace.__init__ = init
    Trace.append = append
    Trace._encode = encode
    Trace._encode_cast = encode_cast
    Trace.record_op = record_op
    Trace.create_top_snapshot = create_top_snapshot
    Trace.create_empty_top_snapshot = create_empty_top_snapshot
    MetaInterp.blackhole_if_trace_too_long = blackhole_if_trace_too_long


@correction('room-for-many-inputs', not features.TRACES_HAVE_FIXED_SIZE)
def room_for_many_inputs():
    plain = Trace._double_ops.im_func

    def double_ops(self):
        """Make room for one more number, wherever it goes.

        A trace starts behind its inputs, which can be more than twice what there is room
        for.  The toolchain doubled the room once, and wrote beyond it.
        """
        plain(self)
        while self._pos + BYTES_OF_A_NUMBER > len(self._ops):
            plain(self)

    Trace._double_ops = double_ops
