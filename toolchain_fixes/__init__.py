"""Corrections of the RPython toolchain: its optimiser, tracer, backend and collector.

``import toolchain_fixes`` makes all that the toolchain at hand needs; the translation
target and the tests that run the JIT do so.  One file for each part of the toolchain;
``registry.py`` has the table and tells how to leave a correction out.
"""

from toolchain_fixes import (
    array_indices, bridges, c_code, gc_arenas, gc_cards, gc_copies, gc_limit, gc_pins,
    gc_roots, heap, heapcache, intbounds, known_constants, opencoder, optimizer, reports,
    resoperation, resume, rewrite, unroll, virtualstate, wrapping, compile)
from toolchain_fixes.registry import CORRECTIONS, apply_all

# The names of the corrections that were made.
APPLIED = apply_all()
