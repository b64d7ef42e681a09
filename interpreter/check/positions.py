"""Where a type error is: the ``fn`` of the enclosing function."""

from interpreter.canonical import tree
from interpreter.check.errors import Position
from interpreter.diagnostics.places import Locator


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
    locator = Locator(text)
    for error in found:
        if error.function in offsets:
            offset = offsets[error.function]
            if offset >= 0:
                line, column = locator.position(offset)
                error.position = Position(path, line, column)
