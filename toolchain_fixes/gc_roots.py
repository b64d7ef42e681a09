"""Corrections of memory/gctransform/shadowstack.py: the stack of the collector's roots."""

from rpython.memory.gctransform.shadowstack import ShadowStackPool

from toolchain_fixes.registry import correction

# In words: 8 MiB on 64 bits, of which a program touches what it needs.
ROOT_STACK_WORDS = 1 << 20


@correction('room-for-roots')
def room_for_roots():
    """Nobody checks this stack; what is beyond its end is overwritten.  So it must hold
    the roots of the deepest recursion that the check of the C stack lets pass, whatever
    the C compiler makes of the frames: with the toolchain's 163,840 words, four fifths
    were in use then."""
    ShadowStackPool.root_stack_depth = ROOT_STACK_WORDS
