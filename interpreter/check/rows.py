"""Effects and effect rows.

A row is a sorted list of distinct effects plus an optional tail.  The tail is
a RowVar, to be found out, or in a scheme a RowParam, replaced at every use.
"""

from interpreter.check import errors

MAX_EFFECTS = 10 * 1000                         # of one body


class Effect(object):
    """``arg_kind`` is '' (no argument), 'Str', 'Int' or 'Ident'."""

    def __init__(self, name, arg_kind, arg_text, arg_int):
        self.name = name
        self.arg_kind = arg_kind
        self.arg_text = arg_text
        self.arg_int = arg_int

    def show(self):
        kind = self.arg_kind
        if kind == '':
            return self.name
        if kind == 'Int':
            return '%s(%d)' % (self.name, self.arg_int)
        if kind == 'Str':
            return '%s("%s")' % (self.name, self.arg_text)
        return '%s(%s)' % (self.name, self.arg_text)

    def covers(self, used):
        """Whether declaring this effect permits ``used``."""
        if self.name != used.name:
            return False
        return self.arg_kind == '' or compare(self, used) == 0


def _kind_rank(kind):
    if kind == '':
        return 0
    if kind == 'Str':
        return 1
    if kind == 'Int':
        return 2
    return 3


def _compare_text(a, b):
    if a < b:
        return -1
    if a > b:
        return 1
    return 0


def compare(a, b):
    """Negative, zero or positive: the order of effects in a row."""
    if a is b:
        return 0
    order = _compare_text(a.name, b.name)
    if order:
        return order
    order = _kind_rank(a.arg_kind) - _kind_rank(b.arg_kind)
    if order:
        return order
    if a.arg_kind == 'Int':
        if a.arg_int < b.arg_int:
            return -1
        return int(a.arg_int > b.arg_int)
    return _compare_text(a.arg_text, b.arg_text)


class RowTail(object):
    pass


class RowVar(RowTail):
    """An unknown rest of a row; ``link`` is the row it was found to be."""

    def __init__(self, number):
        self.number = number
        self.link = None


class RowParam(RowTail):
    def __init__(self, index):
        self.index = index


class Row(object):
    def __init__(self, effects, tail):
        self.effects = effects                  # sorted, distinct
        self.tail = tail                        # RowTail or None

    def show(self):
        """``[io, ?e3]``, ``[]`` when empty."""
        return '[' + ', '.join(_names(resolve(self))) + ']'

    def show_after_arrow(self):
        """``[io] `` as function types print it, nothing when empty."""
        names = _names(resolve(self))
        if not names:
            return ''
        return '[' + ', '.join(names) + '] '


PURE = Row([], None)


def _names(row):
    names = [effect.show() for effect in row.effects]
    tail = row.tail
    if isinstance(tail, RowVar):
        names.append('?e%d' % tail.number)
    elif isinstance(tail, RowParam):
        names.append('?e%d' % tail.index)
    return names


def contains(effects, wanted):
    for effect in effects:
        if compare(effect, wanted) == 0:
            return True
    return False


def is_subset(effects, others):
    for effect in effects:
        if not contains(others, effect):
            return False
    return True


def difference(effects, others):
    return [effect for effect in effects if not contains(others, effect)]


def insert(effects, new):
    """Add an effect to a sorted list in place, once; whether it is new there."""
    at = len(effects)
    while at > 0:
        order = compare(effects[at - 1], new)
        if order == 0:
            return False
        if order < 0:
            break
        at -= 1
    effects.append(new)
    i = len(effects) - 1
    while i > at:
        effects[i] = effects[i - 1]
        i -= 1
    effects[at] = new
    return True


def union(effects, others):
    result = effects[:]
    for effect in others:
        insert(result, effect)
    return result


def resolve(row):
    """The row with every bound tail followed: its tail is None or unbound."""
    tail = row.tail
    if not isinstance(tail, RowVar) or tail.link is None:
        return row
    effects = row.effects
    while isinstance(tail, RowVar) and tail.link is not None:
        link = tail.link
        effects = union(effects, link.effects)
        tail = link.tail
    return Row(effects, tail)


def unify(a, b):
    """Make the actual row ``a`` equal to the expected row ``b``.

    Returns False if that is impossible.
    """
    if a is b:
        return True
    a = resolve(a)
    b = resolve(b)
    tail = a.tail
    other_tail = b.tail
    if tail is other_tail:
        return len(a.effects) == len(b.effects) and is_subset(a.effects, b.effects)
    if isinstance(tail, RowVar):
        if other_tail is None and not is_subset(a.effects, b.effects):
            return False
        tail.link = Row(difference(b.effects, a.effects), other_tail)
        return True
    if isinstance(other_tail, RowVar):
        if not is_subset(b.effects, a.effects):
            return False
        other_tail.link = Row(difference(a.effects, b.effects), None)
        return True
    return False


class Origin(object):
    """The first call that has an effect."""

    def __init__(self, effect, call):
        self.effect = effect
        self.call = call


class EffectSet(object):
    """The effects a body was found to have; keeps the first open tail."""

    def __init__(self):
        self.effects = []
        self.tail = None
        self.origins = []
        self.open_call = None

    def add_row(self, row, call):
        """Add the effects of a call (tree.Call).  Raises TooComplex."""
        row = resolve(row)
        for effect in row.effects:
            if insert(self.effects, effect):
                self.origins.append(Origin(effect, call))
        if len(self.effects) > MAX_EFFECTS:
            raise errors.TooComplex('a body has more than %d effects'
                                    % MAX_EFFECTS)
        if self.tail is None:
            self.tail = row.tail
            self.open_call = call

    def first_uncovered(self, declared):
        """The first effect that no declared one covers, or None."""
        for used in self.effects:
            if not is_covered(declared, used):
                return used
        return None

    def uncovered(self, declared):
        """All effects that no declared one covers."""
        return [used for used in self.effects if not is_covered(declared, used)]

    def call_with(self, effect):
        """The first call with the effect, or None."""
        for origin in self.origins:
            if compare(origin.effect, effect) == 0:
                return origin.call
        return None


def is_covered(declared, used):
    for effect in declared:
        if effect.covers(used):
            return True
    return False
