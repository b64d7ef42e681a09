"""The tools of tools/tracefuzz, for tests."""

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, 'tools', 'tracefuzz')
SAVED = os.path.dirname(os.path.abspath(__file__))

if FOLDER not in sys.path:
    sys.path.insert(0, FOLDER)


def saved_programs():
    """-> pairs of a name and a listing."""
    found = []
    for name in sorted(os.listdir(SAVED)):
        if name.endswith('.trace'):
            with open(os.path.join(SAVED, name)) as stream:
                found.append((name, stream.read()))
    return found
