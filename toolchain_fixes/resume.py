"""A correction of metainterp/resumecode.py: what a guard needs to resume."""

from rpython.jit.metainterp import resumecode
from rpython.jit.metainterp.resume import TagOverflow

from toolchain_fixes.registry import correction

# Numbers are stored with their sign in 16 bits.
SMALLEST = -(1 << 15)
LARGEST = (1 << 15) - 1


@correction('numbers-too-large-for-resume-data')
def numbers_too_large_for_resume_data():
    """Give a trace up if a number is too large for its resume data, such as the size of a
    frame.  The toolchain ended the program with a failed assertion."""
    plain_append_int = resumecode.Writer.append_int.im_func
    plain_patch = resumecode.Writer.patch.im_func

    def append_int(self, item):
        if not SMALLEST <= item <= LARGEST:
            raise TagOverflow
        return plain_append_int(self, item)

    def patch(self, index, item):
        if not SMALLEST <= item <= LARGEST:
            raise TagOverflow
        plain_patch(self, index, item)

    resumecode.Writer.append_int = append_int
    resumecode.Writer.patch = patch
