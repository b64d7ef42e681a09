"""What names mean: the globals of the program and the locals of a body."""

from interpreter.canonical import tree
from interpreter.check.typedecls import SignatureScope, check_param_count
from interpreter.check.types import FunctionType
from interpreter.check.unifier import FreshInstance


class Global(object):
    pass


class ModuleGlobal(Global):
    """An import alias of a standard module."""

    def __init__(self, module):
        self.module = module

    def mention(self, unifier):
        return self.module.record(unifier)


class FunctionGlobal(Global):
    """A top-level function and the scheme of its declared signature.  Making
    one raises TooComplex."""

    def __init__(self, decl, table):
        self.decl = decl
        check_param_count(decl.type_params)
        scope = SignatureScope(decl.type_params)
        row = scope.row(decl.effects, decl.effect_row_var)
        params = [scope.convert_outermost(param.type, table) for param in decl.params]
        result = scope.convert_outermost(decl.return_type, table)
        self.type = FunctionType(params, row, result)
        self.row_names = scope.row_names

    def is_polymorphic(self):
        return len(self.decl.type_params) > 0

    def instance(self, unifier):
        return FreshInstance(unifier, len(self.decl.type_params), len(self.row_names))

    def mention(self, unifier):
        """The type of one use, with fresh variables."""
        if not self.is_polymorphic():
            return self.type
        return self.instance(unifier).fill_function(self.type)


class Globals(object):
    """Functions and module aliases share one namespace; the later wins."""

    def __init__(self):
        self.by_name = {}
        self.functions = {}
        self.unknown_imports = {}               # alias -> tree.Import

    def names(self):
        return self.by_name.keys()

    def add_module(self, alias, module):
        self.by_name[alias] = ModuleGlobal(module)

    def add_function(self, function):
        name = function.decl.name
        self.by_name[name] = function
        self.functions[name] = function

    def get(self, name):
        """The Global called ``name``, or None."""
        if name in self.by_name:
            return self.by_name[name]
        return None

    def function(self, name):
        """The FunctionGlobal called ``name``, or None."""
        if name in self.functions:
            return self.functions[name]
        return None


class Local(object):
    """A bound name: its type and the byte where it is bound, -1 if unknown."""

    def __init__(self, type, offset):
        self.type = type
        self.offset = offset


class _Shadowed(object):
    def __init__(self, name, local):
        self.name = name
        self.local = local                      # None: the name was unbound


class Locals(object):
    """One hash map for all open scopes; leaving a scope undoes its bindings."""

    def __init__(self):
        self.by_name = {}
        self.undo_log = []

    def find(self, name):
        """The Local called ``name``, or None."""
        if name in self.by_name:
            return self.by_name[name]
        return None

    def get(self, name):
        """The type of a local, or None."""
        local = self.find(name)
        if local is None:
            return None
        return local.type

    def names(self):
        return self.by_name.keys()

    def bind(self, name, type, offset):
        self.undo_log.append(_Shadowed(name, self.find(name)))
        self.by_name[name] = Local(type, offset)

    def mark(self):
        return len(self.undo_log)

    def undo(self, mark):
        """Forget every binding made since ``mark``."""
        log = self.undo_log
        while len(log) > mark:
            entry = log.pop()
            local = entry.local
            if local is None:
                del self.by_name[entry.name]
            else:
                self.by_name[entry.name] = local


def module_name(reference):
    """``std.str`` -> ``str``; '' for anything else."""
    if reference.startswith('std.'):
        return reference[4:]
    return ''


def module_aliases(stages):
    """{alias: module name} of the standard imports, the later wins."""
    aliases = {}
    for stage in stages:
        if isinstance(stage, tree.Import):
            name = module_name(stage.reference)
            if name:
                aliases[stage.alias] = name
    return aliases
