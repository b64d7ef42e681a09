"""The table of corrections, and how one is left out.

A correction is a function without arguments that replaces methods of the toolchain.  It
is registered with a name and the answer to whether the toolchain at hand needs it (a test
for a feature, see ``features.py``).  ``docs/toolchain.rst`` has a row for each name.

The environment variable ``LEXVM_WITHOUT_FIX``, read while the package is imported, names
corrections to leave out, with commas between them, or is ``all``: to prove that a fault
is found again.
"""

import os
from collections import OrderedDict


VARIABLE = 'LEXVM_WITHOUT_FIX'
ALL = 'all'


class Correction(object):
    """name: text; is_needed: bool, of the toolchain at hand; apply: makes it."""

    def __init__(self, name, is_needed, apply):
        self.name = name
        self.is_needed = is_needed
        self.apply = apply


# From names to Corrections, in the order in which they are applied.
CORRECTIONS = OrderedDict()


def correction(name, is_needed=True):
    """A decorator that registers the function that makes a correction."""
    def register(apply):
        assert name not in CORRECTIONS, name
        CORRECTIONS[name] = Correction(name, is_needed, apply)
        return apply
    return register


def left_out(text):
    """-> the set of names in a value of LEXVM_WITHOUT_FIX.

    Raises ValueError if there is no such correction.
    """
    if text == ALL:
        return set(CORRECTIONS)
    names = set([name.strip() for name in text.split(',') if name.strip()])
    unknown = sorted(names.difference(CORRECTIONS))
    if unknown:
        raise ValueError('%s: no correction is called %s; there are: %s' % (
            VARIABLE, ', '.join(unknown), ', '.join(CORRECTIONS)))
    return names


def apply_all():
    """Make all corrections that are needed and not left out; returns their names."""
    without = left_out(os.environ.get(VARIABLE, ''))
    applied = []
    for entry in CORRECTIONS.values():
        if entry.is_needed and entry.name not in without:
            entry.apply()
            applied.append(entry.name)
    return applied
