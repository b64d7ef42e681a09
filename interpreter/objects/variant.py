"""Variants: a constructor applied to values.

The constructor is its name and nothing else: two types with an equally named
constructor share it.
"""

from rpython.rlib import jit
from rpython.rlib.debug import make_sure_not_resized
from rpython.rlib.rweakref import RWeakValueDictionary

from interpreter.objects.base import W_Root
from interpreter.objects.inline import inlining_factory
from interpreter.objects.text import newstr


class Constructor(object):
    """Interned by name as long as it is in use; ``w_nullary`` is the one variant
    without arguments."""
    _attrs_ = ['name', 'w_nullary']
    _immutable_fields_ = ['name', 'w_nullary']

    def __init__(self, name):
        self.name = name
        self.w_nullary = _LongVariant(self, [])

    @staticmethod
    def of(name):
        return _registry.constructor(name)


class _ConstructorRegistry(object):
    def __init__(self):
        self.by_name = RWeakValueDictionary(str, Constructor)

    @jit.dont_look_inside
    def constructor(self, name):
        constructor = self.by_name.get(name)
        if constructor is None:
            constructor = Constructor(name)
            self.by_name.set(name, constructor)
        return constructor


class W_Variant(W_Root):
    _attrs_ = ['constructor']
    _immutable_fields_ = ['constructor']

    def _set_head(self, constructor):
        self.constructor = constructor

    def type_name(self):
        return 'Variant'

    def size(self):
        raise NotImplementedError

    def part(self, i):
        raise NotImplementedError

    def parts(self):
        """The arguments; nobody writes the list."""
        raise NotImplementedError

    def arity(self):
        return self.size()

    def getarg(self, i):
        """The argument at ``0 <= i < arity()``, checked by the caller."""
        assert i >= 0
        return self.part(i)


class _LongVariant(W_Variant):
    _attrs_ = ['_parts']
    _immutable_fields_ = ['_parts[*]']

    def __init__(self, constructor, parts):
        make_sure_not_resized(parts)
        self._set_head(constructor)
        self._parts = parts

    def size(self):
        return len(self._parts)

    def part(self, i):
        assert i >= 0
        return self._parts[i]

    def parts(self):
        return self._parts


_variant = inlining_factory(W_Variant, 4, _LongVariant)


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
    return _variant(constructor, args)


def some(w_value):
    return _variant(SOME, [w_value])


def ok(w_value):
    return _variant(OK, [w_value])


def err(w_value):
    return _variant(ERR, [w_value])


def err_str(utf8):
    return _variant(ERR, [newstr(utf8)])
