"""The benchmark programs: a folder for each, with one file for each language."""

import os
import re

_HEADER = re.compile(r"^# bench: n=(\d+) small=(\d+) warm=(\d+)$", re.MULTILINE)


class Program(object):
    """A benchmark in all its languages, and its sizes.

    ``n`` is for peers that compile, ``small`` for those that only interpret, ``warm``
    for many runs in one process.
    """

    def __init__(self, folder, name, sizes):
        self.folder = folder
        self.name = name
        self.sizes = sizes

    def source(self, extension):
        """The path of the program in a language, or None if it is not written."""
        path = os.path.join(self.folder, self.name + "." + extension)
        return path if os.path.exists(path) else None


def discover(root):
    """All programs below the folder `root`, by name; ValueError without a header."""
    found = []
    for name in sorted(os.listdir(root)):
        path = os.path.join(root, name, name + ".lex")
        if not os.path.exists(path):
            continue
        with open(path, encoding="utf-8") as stream:
            header = _HEADER.search(stream.read())
        if header is None:
            raise ValueError("%s: no line '# bench: n=N small=N warm=N'" % path)
        n, small, warm = [int(size) for size in header.groups()]
        found.append(Program(os.path.dirname(path), name,
                             {"n": n, "small": small, "warm": warm}))
    return found
