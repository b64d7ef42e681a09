"""Where a type error is: the ``fn`` of the enclosing function."""

from interpreter.canonical import tree
from interpreter.check.errors import Position


def attach(found, stages, text, path):
    """Give positions to the errors in functions of the entry file.

    ``text`` is that file's contents and ``path`` the name to show for it.
    Functions of imported files are known by the dot in their mangled names;
    their errors get no position.  The last function of a name counts.
    """
    if len(found) == 0:
        return
    offsets = {}
    for stage in stages:
        if isinstance(stage, tree.FnDecl) and '.' not in stage.name:
            offsets[stage.name] = stage.offset
    for error in found:
        if error.function in offsets:
            offset = offsets[error.function]
            if offset >= 0:
                error.position = position(text, offset, path)


def position(text, offset, path):
    """The Position of byte ``offset``; columns count characters."""
    line = 1
    column = 1
    for i in range(min(offset, len(text))):
        c = text[i]
        if c == '\n':
            line += 1
            column = 1
        elif ord(c) & 0xc0 != 0x80:
            column += 1
    return Position(path, line, column)
