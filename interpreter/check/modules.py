"""The standard modules as the checker sees them: records of functions.

MODULES maps the name (``str``) to a Module; built when this file is imported.
"""

from interpreter.check import notation
from interpreter.check.types import (
    FunctionType, ListType, NamedType, RecordType, TupleType)
from interpreter.check.unifier import FreshInstance
from interpreter.stdlib.signatures import ABBREVIATIONS, SIGNATURES


class Module(object):
    """A polymorphic record.

    Every mention of the module draws fresh variables for all of its
    ``type_count`` and ``row_count`` holes, whichever member is used.
    """

    def __init__(self, name):
        self.name = name
        self.names = []
        self.types = []
        self.positions = {}
        self.type_count = 0
        self.row_count = 0

    def member(self, name, unifier):
        """The instantiated type of one function, None if there is none."""
        if name not in self.positions:
            return None
        instance = FreshInstance(unifier, self.type_count, self.row_count)
        return instance.fill(self.types[self.positions[name]])

    def scheme(self, name):
        """The type of one function with its holes, None if there is none."""
        if name not in self.positions:
            return None
        return self.types[self.positions[name]]

    def record(self, unifier):
        instance = FreshInstance(unifier, self.type_count, self.row_count)
        return RecordType(self.names, instance.fill_list(self.types))


def _read_modules():
    modules = {}
    holes = {}
    for line in notation.logical_lines(SIGNATURES):
        path, signature = line.split(' :: ', 1)
        name, function = path.split('.')
        if name not in modules:
            modules[name] = Module(name)
            holes[name] = notation.Holes()
        module = modules[name]
        type = notation.read_type(signature, holes[name], dict(ABBREVIATIONS))
        module.positions[function] = len(module.names)
        module.names.append(function)
        module.types.append(type)
    for name in modules:
        modules[name].type_count = len(holes[name].types)
        modules[name].row_count = len(holes[name].tails)
    return modules


def _opaque_names(type, found):
    """Add the names in ``type`` that the library uses for types."""
    if isinstance(type, ListType):
        _opaque_names(type.item, found)
    elif isinstance(type, TupleType):
        _all_opaque_names(type.items, found)
    elif isinstance(type, RecordType):
        _all_opaque_names(type.types, found)
    elif isinstance(type, FunctionType):
        _all_opaque_names(type.params, found)
        _opaque_names(type.result, found)
    elif isinstance(type, NamedType):
        found[type.name] = None
        _all_opaque_names(type.args, found)


def _all_opaque_names(types, found):
    for type in types:
        _opaque_names(type, found)


MODULES = _read_modules()

# The names of types in the library's signatures.
OPAQUE = {}
for _module in MODULES.values():
    _all_opaque_names(_module.types, OPAQUE)
