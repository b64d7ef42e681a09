"""Unification: plain, and coercing (looking through type aliases).

In both, the first type is the one found and the second the one expected; a
mismatch reports the innermost pair that fails.  Work lists instead of
recursion: inferred types can be arbitrarily deep.  Types share parts, so a
long comparison remembers the pairs it has seen.
"""

from interpreter.check import errors, rows
from interpreter.check.type_numbers import TypeNumbers
from interpreter.check.types import (
    FunctionType, INT, ListType, NEVER, NamedType, Primitive, RecordType, TupleType,
    TypeParam, TypeVar, as_of, prune, show)

# A comparison remembers pairs from this one on.
SHORT_COMPARISON = 500

# How many pairs all long comparisons of a program may see, and how many parts
# may be searched for variables.
MAX_PAIRS = 5 * 1000 * 1000
MAX_SEARCHED = 200 * 1000 * 1000


class _Pair(object):
    """Two types, or two rows if ``found_row`` is set, still to be unified."""

    def __init__(self, found, expected, found_row, expected_row):
        self.found = found
        self.expected = expected
        self.found_row = found_row
        self.expected_row = expected_row


class _Misfit(_Pair):
    """Two types that cannot be unified, to be reported when it is their turn."""


def _push_all(work, found, expected):
    i = len(found) - 1
    while i >= 0:
        work.append(_Pair(found[i], expected[i], None, None))
        i -= 1


def _push_functions(work, found, expected):
    work.append(_Pair(found.result, expected.result, None, None))
    work.append(_Pair(INT, INT, found.row, expected.row))
    _push_all(work, found.params, expected.params)


def _push_records(work, found, expected):
    """False if the numbers of fields differ.

    Fields are taken in the order of the found record; those before the first
    one that is not expected are unified before the records are refused.
    """
    count = len(found.names)
    if len(expected.names) != count:
        return False
    in_step = True
    for i in range(count):
        if found.names[i] != expected.names[i]:
            in_step = False
    if in_step:
        _push_all(work, found.types, expected.types)
        return True
    common = 0
    while common < count and expected.index(found.names[common]) >= 0:
        common += 1
    if common < count:
        work.append(_Misfit(found, expected, None, None))
    i = common - 1
    while i >= 0:
        at = expected.index(found.names[i])
        work.append(_Pair(found.types[i], expected.types[at], None, None))
        i -= 1
    return True


class _SeenPairs(object):
    """The pairs of types that one comparison came across."""

    def __init__(self, unifier):
        self.unifier = unifier
        self.count = 0
        self.pairs = None

    def is_long(self):
        self.count += 1
        return self.count > SHORT_COMPARISON

    def has(self, a, b):
        """Whether types written like ``a`` and ``b`` met already.  Raises
        TooComplex."""
        unifier = self.unifier
        unifier.pairs_left -= 1
        if unifier.pairs_left < 0:
            raise errors.TooComplex('comparing the types takes too many steps')
        a_number = unifier.numbers.number(a)
        b_number = unifier.numbers.number(b)
        if a_number == b_number:
            return True
        if self.pairs is None:
            self.pairs = {}
        key = (a_number, b_number)
        if key in self.pairs:
            return True
        self.pairs[key] = None
        return False


class Unifier(object):
    """``table`` (a typedecls.TypeTable) knows the aliases."""

    def __init__(self, table):
        self.table = table
        self.next_var = 0
        self.next_row_var = 0
        self.clock = 1                          # counts bindings
        self.numbers = TypeNumbers()
        self.pairs_left = MAX_PAIRS
        self.parts_left = MAX_SEARCHED
        self.searches = 0

    # Fresh unknowns

    def fresh(self):
        var = TypeVar(self.next_var)
        self.next_var += 1
        return var

    def fresh_list(self, count):
        return [self.fresh() for i in range(count)]

    def fresh_row(self):
        var = rows.RowVar(self.next_row_var)
        self.next_row_var += 1
        return var

    # Unification

    def unify(self, found, expected, context):
        """Make the types equal; raises LexTypeError."""
        found = prune(found)
        expected = prune(expected)
        if found is expected:
            return
        if isinstance(found, TypeVar):
            self._bind(found, expected)
            return
        if isinstance(expected, TypeVar):
            self._bind(expected, found)
            return
        self._unify_all([_Pair(found, expected, None, None)], context)

    def _unify_all(self, work, context):
        seen = _SeenPairs(self)
        while work:
            pair = work.pop()
            row = pair.found_row
            if row is not None:
                self._unify_rows(row, pair.expected_row, context)
                continue
            a = prune(pair.found)
            b = prune(pair.expected)
            if isinstance(pair, _Misfit):
                raise errors.type_mismatch(show(b), show(a), context)
            if a is b:
                continue
            if seen.is_long() and seen.has(a, b):
                continue
            if isinstance(a, TypeVar):
                self._bind(a, b)
            elif isinstance(b, TypeVar):
                self._bind(b, a)
            elif a is NEVER or b is NEVER:
                pass
            elif isinstance(a, ListType) and isinstance(b, ListType):
                work.append(_Pair(a.item, b.item, None, None))
            elif isinstance(a, NamedType) and isinstance(b, NamedType) \
                    and a.name == b.name and len(a.args) == len(b.args):
                _push_all(work, a.args, b.args)
            elif isinstance(a, TupleType) and isinstance(b, TupleType) \
                    and len(a.items) == len(b.items):
                _push_all(work, a.items, b.items)
            elif isinstance(a, FunctionType) and isinstance(b, FunctionType) \
                    and len(a.params) == len(b.params):
                _push_functions(work, a, b)
            elif isinstance(a, RecordType) and isinstance(b, RecordType) \
                    and _push_records(work, a, b):
                pass
            elif isinstance(a, TypeParam) and isinstance(b, TypeParam) \
                    and a.index == b.index:
                pass
            else:
                raise errors.type_mismatch(show(b), show(a), context)

    def _unify_rows(self, found, expected, context):
        if not rows.unify(found, expected):
            raise errors.effect_row_mismatch(expected.show(), found.show(), context)

    def coerce(self, found, expected, context):
        """Make the types equal, unfolding an alias that meets something else.

        Whatever gets bound on the way is treated strictly until the next
        call: only types that were known at the start are looked into.
        """
        a = prune(found)
        b = prune(expected)
        if a is b:
            return
        if isinstance(a, Primitive) and isinstance(b, Primitive):
            if a is NEVER or b is NEVER:
                return
            raise errors.type_mismatch(show(b), show(a), context)
        start = self.clock
        seen = _SeenPairs(self)
        work = [_Pair(a, b, None, None)]
        while work:
            pair = work.pop()
            row = pair.found_row
            if row is not None:
                self._unify_rows(row, pair.expected_row, context)
                continue
            a = as_of(pair.found, start)
            b = as_of(pair.expected, start)
            if isinstance(pair, _Misfit):
                raise errors.type_mismatch(show(b), show(a), context)
            if a is b:
                continue
            if seen.is_long() and seen.has(a, b):
                continue
            if isinstance(a, TypeVar) or isinstance(b, TypeVar):
                self.unify(a, b, context)
                continue
            if self._unfold_for(a, b):
                a_alias = self.table.unfold(a)
                b_alias = self.table.unfold(b)
                if a_alias is not None:
                    a = as_of(a_alias, start)
                if b_alias is not None:
                    b = as_of(b_alias, start)
            if isinstance(a, RecordType) and isinstance(b, RecordType) \
                    and _push_records(work, a, b):
                pass
            elif isinstance(a, ListType) and isinstance(b, ListType):
                work.append(_Pair(a.item, b.item, None, None))
            elif isinstance(a, TupleType) and isinstance(b, TupleType) \
                    and len(a.items) == len(b.items):
                _push_all(work, a.items, b.items)
            elif isinstance(a, NamedType) and isinstance(b, NamedType) \
                    and a.name == b.name and len(a.args) == len(b.args):
                _push_all(work, a.args, b.args)
            elif isinstance(a, FunctionType) and isinstance(b, FunctionType) \
                    and len(a.params) == len(b.params):
                _push_functions(work, a, b)
            else:
                self.unify(a, b, context)

    def _unfold_for(self, a, b):
        """Whether aliases are looked through when ``a`` meets ``b``."""
        if isinstance(a, NamedType):
            if isinstance(b, NamedType):
                if a.name == b.name:
                    return False
                return not (self.table.is_alias(a) and self.table.is_alias(b))
            return True
        return isinstance(b, NamedType)

    def _bind(self, var, type):
        if self._occurs(var, type):
            raise errors.infinite_type()
        var.link = type
        var.bound_at = self.clock
        self.clock += 1

    def _occurs(self, var, type):
        """Whether ``var`` occurs in ``type``; effect rows are not searched."""
        if isinstance(type, Primitive):
            return False
        self.searches += 1
        work = [type]
        while work:
            type = prune(work.pop())
            if type is var:
                return True
            if type.mark == self.searches:
                continue
            type.mark = self.searches
            self.parts_left -= 1
            if self.parts_left < 0:
                raise errors.TooComplex('the inferred types have too many parts')
            if isinstance(type, ListType):
                work.append(type.item)
            elif isinstance(type, TupleType):
                work.extend(type.items)
            elif isinstance(type, RecordType):
                work.extend(type.types)
            elif isinstance(type, NamedType):
                work.extend(type.args)
            elif isinstance(type, FunctionType):
                work.extend(type.params)
                work.append(type.result)
        return False


# Instantiation of schemes

class Instance(object):
    """What the holes of one scheme are filled with, for one use."""

    def type_at(self, index, hole):
        """What replaces ``hole``, the TypeParam with that index."""
        return hole

    def tail_at(self, index):
        """The RowTail that replaces the RowParam with that index."""
        return rows.RowParam(index)

    def fill(self, type):
        """``type`` with its holes filled; shares what has none."""
        if isinstance(type, TypeParam):
            return self.type_at(type.index, type)
        if isinstance(type, ListType):
            item = self.fill(type.item)
            if item is type.item:
                return type
            return ListType(item)
        if isinstance(type, NamedType):
            args = self.fill_list(type.args)
            if args is type.args:
                return type
            return NamedType(type.name, args)
        if isinstance(type, TupleType):
            items = self.fill_list(type.items)
            if items is type.items:
                return type
            return TupleType(items)
        if isinstance(type, RecordType):
            types = self.fill_list(type.types)
            if types is type.types:
                return type
            return RecordType(type.names, types)
        if isinstance(type, FunctionType):
            return self.fill_function(type)
        return type

    def fill_function(self, function):
        params = self.fill_list(function.params)
        row = self.fill_row(function.row)
        result = self.fill(function.result)
        if params is function.params and row is function.row \
                and result is function.result:
            return function
        return FunctionType(params, row, result)

    def fill_list(self, types):
        for i in range(len(types)):
            filled = self.fill(types[i])
            if filled is not types[i]:
                result = types[:]
                result[i] = filled
                for j in range(i + 1, len(types)):
                    result[j] = self.fill(types[j])
                return result
        return types

    def fill_row(self, row):
        tail = row.tail
        if isinstance(tail, rows.RowParam):
            return rows.Row(row.effects, self.tail_at(tail.index))
        return row


class Application(Instance):
    """An alias applied to its arguments."""

    def __init__(self, args):
        self.args = args

    def type_at(self, index, hole):
        if 0 <= index < len(self.args):
            return self.args[index]
        return hole


class FreshInstance(Instance):
    """A use of a polymorphic value: every hole gets a fresh variable.

    All of them are numbered at once, but only those asked for are made.
    """

    def __init__(self, unifier, type_count, row_count):
        self.types = [None] * type_count
        self.tails = [None] * row_count
        self.first_type = unifier.next_var
        self.first_tail = unifier.next_row_var
        unifier.next_var += type_count
        unifier.next_row_var += row_count

    def type_at(self, index, hole):
        assert 0 <= index < len(self.types)
        var = self.types[index]
        if var is None:
            var = TypeVar(self.first_type + index)
            self.types[index] = var
        return var

    def tail_at(self, index):
        assert 0 <= index < len(self.tails)
        var = self.tails[index]
        if var is None:
            var = rows.RowVar(self.first_tail + index)
            self.tails[index] = var
        return var
