"""Variants: a constructor applied to values.

The constructor is its name and nothing else: two types with an equally named
constructor share it.
"""

from rpython.rlib import jit
from rpython.rlib.debug import make_sure_not_resized

from interpreter.objects.base import W_Root
from interpreter.objects.text import newstr


class Constructor(object):
    """Interned by name; ``w_nullary`` is the one variant without arguments."""
    _attrs_ = ['name', 'w_nullary']
    _immutable_fields_ = ['name', 'w_nullary']

    def __init__(self, name):
        self.name = name
        self.w_nullary = W_Variant(self, [])

    @staticmethod
    def of(name):
        return _registry.constructor(name)


class _ConstructorRegistry(object):
    def __init__(self):
        self.by_name = {}

    @jit.dont_look_inside
    def constructor(self, name):
        constructor = self.by_name.get(name, None)
        if constructor is None:
            constructor = Constructor(name)
            self.by_name[name] = constructor
        return constructor


class W_Variant(W_Root):
    _attrs_ = ['constructor', 'args']
    _immutable_fields_ = ['constructor', 'args[*]']

    def __init__(self, constructor, args):
        make_sure_not_resized(args)
        self.constructor = constructor
        self.args = args

    def type_name(self):
        return 'Variant'

    def arity(self):
        return len(self.args)

    def getarg(self, i):
        """The argument at ``0 <= i < arity()``, checked by the caller."""
        assert i >= 0
        return self.args[i]


_registry = _ConstructorRegistry()

SOME = Constructor.of('Some')
NONE = Constructor.of('None')
OK = Constructor.of('Ok')
ERR = Constructor.of('Err')

w_none = NONE.w_nullary


def newvariant(constructor, args):
    """``args`` is a list that nobody resizes or writes afterwards."""
    if len(args) == 0:
        return constructor.w_nullary
    return W_Variant(constructor, args)


def some(w_value):
    return W_Variant(SOME, [w_value])


def ok(w_value):
    return W_Variant(OK, [w_value])


def err(w_value):
    return W_Variant(ERR, [w_value])


def err_str(utf8):
    return W_Variant(ERR, [newstr(utf8)])
