"""Desugaring of patterns and literals.

A bare name that starts with an uppercase letter is a nullary constructor
pattern, record fields are sorted by name, and the shorthand field ``{ n }``
binds ``n``.
"""

from rpython.rlib.listsort import make_timsort_class

from interpreter.canonical import tree
from interpreter.source import tree as surface


def place(node, origin):
    """The canonical ``node`` stands where the surface node ``origin`` does."""
    node.offset = origin.offset
    node.end = origin.end


def _field_precedes(a, b):
    return a.name < b.name


_FieldSort = make_timsort_class(lt=_field_precedes)


def is_constructor_name(name):
    """True if the part of ``name`` after its last dot starts uppercase."""
    first = name.rfind('.') + 1
    if first >= len(name):
        return False
    letter = name[first]
    return 'A' <= letter <= 'Z'


def last_component(name):
    """The part of a dotted ``name`` after its last dot."""
    start = name.rfind('.') + 1
    assert start >= 0
    return name[start:]


def desugar_literal(literal):
    """Surface literal -> canonical Literal; None if it is something else."""
    if isinstance(literal, surface.IntLit):
        result = tree.IntLit(literal.value)
    elif isinstance(literal, surface.FloatLit):
        result = tree.FloatLit(literal.value)
    elif isinstance(literal, surface.StrLit):
        result = tree.StrLit(literal.value)
    elif isinstance(literal, surface.BytesLit):
        result = tree.BytesLit(literal.value)
    elif isinstance(literal, surface.BoolLit):
        result = tree.BoolLit(literal.value)
    elif isinstance(literal, surface.UnitLit):
        result = tree.UnitLit()
    else:
        return None
    place(result, literal)
    return result


def desugar_pattern(pattern):
    """Surface Pattern -> canonical Pattern."""
    result = _desugar_pattern(pattern)
    place(result, pattern)
    return result


def _desugar_pattern(pattern):
    if isinstance(pattern, surface.LiteralPattern):
        literal = desugar_literal(pattern.literal)
        assert literal is not None
        return tree.PLiteral(literal)
    if isinstance(pattern, surface.VarPattern):
        if is_constructor_name(pattern.name):
            return tree.PConstructor(pattern.name, [])
        return tree.PVar(pattern.name)
    if isinstance(pattern, surface.ConstructorPattern):
        return tree.PConstructor(pattern.name, _desugar_all(pattern.args))
    if isinstance(pattern, surface.RecordPattern):
        return tree.PRecord(_desugar_fields(pattern.fields))
    if isinstance(pattern, surface.TuplePattern):
        return tree.PTuple(_desugar_all(pattern.items))
    assert isinstance(pattern, surface.WildPattern)
    return tree.PWild()


def _desugar_all(patterns):
    return [desugar_pattern(pattern) for pattern in patterns]


def _desugar_fields(fields):
    result = []
    for field in fields:
        inner = field.pattern
        if inner is None:
            binder = tree.PVar(field.name)
            place(binder, field)
            canonical = tree.PatternField(field.name, binder)
        else:
            canonical = tree.PatternField(field.name, desugar_pattern(inner))
        place(canonical, field)
        result.append(canonical)
    _FieldSort(result).sort()
    return result
