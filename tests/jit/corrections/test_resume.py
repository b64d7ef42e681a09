"""metainterp/resumecode.py"""

import pytest
from rpython.jit.metainterp import resumecode
from rpython.jit.metainterp.resume import TagOverflow
from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.rlib import jit
from rpython.rlib.debug import make_sure_not_resized

import toolchain_fixes

assert toolchain_fixes.APPLIED


class Frame(object):
    _virtualizable_ = ['locals[*]']

    def __init__(self, size):
        self = jit.hint(self, access_directly=True, fresh_virtualizable=True)
        self.locals = [0] * size
        make_sure_not_resized(self.locals)


driver = jit.JitDriver(greens=[], reds=['n', 'frame'], virtualizables=['frame'])


def count(n, size):
    frame = Frame(size)
    while n > 0:
        driver.jit_merge_point(n=n, frame=frame)
        frame.locals[3] += n
        n -= 1
    return frame.locals[3]


class TestLargeFrames(LLJitMixin):

    def test_a_large_frame(self):
        assert self.meta_interp(count, [8, 33000], listops=True) == count(8, 33000)


def test_numbers_of_the_resume_data():
    for number in [-(1 << 15), 0, (1 << 15) - 1]:
        writer = resumecode.Writer()
        writer.append_int(number)
        writer.append_int(0)
        writer.patch(1, number)
        assert resumecode.unpack_numbering(writer.create_numbering()) == [number] * 2
    for number in [-(1 << 15) - 1, 1 << 15, 1 << 20]:
        with pytest.raises(TagOverflow):
            writer.append_int(number)
        with pytest.raises(TagOverflow):
            writer.patch(0, number)
