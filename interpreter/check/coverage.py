"""Which values the arms of a match leave out, and which arms get none.

Patterns are compared as a matrix: a row for each arm, a column for each part
of the value that is still to be looked at.  A column is resolved by taking the
rows apart by the constructors in it.
"""

from interpreter.canonical import tree
from interpreter.objects import floatfmt

# How many constructors a combination may have, and how many patterns may be
# looked at in all: in the worst case the number of combinations is exponential.
MAX_DEPTH = 200
MAX_LOOKS = 20 * 1000 * 1000

# What kind of constructor stands in a pattern.
ANY = 0                 # matches everything
VARIANT = 1
TRUTH = 2               # true, false
LITERAL = 3             # numbers and strings: there are always others
TUPLE = 4
RECORD = 5


class TooManyPatterns(Exception):
    """The patterns would take too long to compare."""


class Pattern(object):
    """A pattern reduced to its constructor, ``name``, and its parts; the
    parts of a record have ``labels``."""

    def __init__(self, kind, name, parts, labels):
        self.kind = kind
        self.name = name
        self.parts = parts
        self.labels = labels

    def part(self, label):
        for i in range(len(self.labels)):
            if self.labels[i] == label:
                return self.parts[i]
        return WILD


WILD = Pattern(ANY, '_', [], [])


def wildcards(count):
    return [WILD] * count


class Row(object):
    """The patterns of an arm that are still to be compared, first one last."""

    def __init__(self, patterns):
        self.patterns = patterns


class Coverage(object):
    """Compares the patterns of one program; ``table`` (a typedecls.TypeTable)
    knows the variants."""

    def __init__(self, table):
        self.table = table
        self.looks_left = MAX_LOOKS

    def missing(self, patterns):
        """A value that none of the canonical ``patterns`` matches, as a text;
        '' if there is none.  Raises TooManyPatterns."""
        rows = [self._row(pattern) for pattern in patterns]
        witness = self._useful(rows, Row([WILD]), 0)
        if witness is None:
            return ''
        return witness[0]

    def unreachable(self, patterns):
        """The positions of the patterns that match nothing the earlier ones
        do not match.  Raises TooManyPatterns."""
        found = []
        rows = []
        literals = {}
        for i in range(len(patterns)):
            row = self._row(patterns[i])
            head = row.patterns[0]
            if head.kind == LITERAL:
                # all others are literals too, or match everything
                useful = head.name not in literals and len(rows) == 0
                literals[head.name] = None
            else:
                useful = self._useful(rows, row, 0) is not None
                if useful:
                    rows.append(row)
            if not useful:
                found.append(i)
        return found

    # Conversion

    def _row(self, pattern):
        return Row([self._convert(pattern)])

    def _convert(self, pattern):
        if isinstance(pattern, tree.PLiteral):
            return _literal(pattern.literal)
        if isinstance(pattern, tree.PTuple):
            return Pattern(TUPLE, '', self._convert_all(pattern.items), [])
        if isinstance(pattern, tree.PRecord):
            return Pattern(RECORD, '',
                           [self._convert(field.pattern)
                            for field in pattern.fields],
                           [field.name for field in pattern.fields])
        if isinstance(pattern, tree.PConstructor):
            return self._constructor(pattern)
        return WILD

    def _convert_all(self, patterns):
        return [self._convert(pattern) for pattern in patterns]

    def _constructor(self, pattern):
        """The parts are those of the payload, however they are written."""
        count = self._payload_size(pattern.name)
        parts = self._convert_all(pattern.args)
        if len(parts) == 1 and count != 1:
            whole = parts[0]
            parts = wildcards(count)
            if whole.kind == TUPLE:
                parts = whole.parts
        while len(parts) < count:
            parts.append(WILD)
        while len(parts) > count:
            parts.pop()
        return Pattern(VARIANT, pattern.name, parts, [])

    def _payload_size(self, name):
        variant = self.table.matched_variant(name)
        if variant is None:
            return 0
        return variant.size()

    # Comparison

    def _useful(self, rows, row, depth):
        """A value, as texts for the patterns of ``row``, that this row matches
        and no row of ``rows`` does; None if there is none."""
        if depth > MAX_DEPTH:
            raise TooManyPatterns
        total = len(row.patterns)
        self.looks_left -= (len(rows) + 1) * (total + 1)
        if self.looks_left < 0:
            raise TooManyPatterns
        for other in rows:
            if _all_any(other):
                return None
        width = total
        while width > 0 and _all_wild(rows, row, width - 1):
            width -= 1
        if width == 0:
            return ['_'] * total
        if width < total:
            rows = [_rest(other, width) for other in rows]
            row = _rest(row, width)
        head = row.patterns[width - 1]
        if head.kind == ANY:
            witness = self._any_useful(rows, row, depth)
        else:
            witness = self._one_useful(rows, row, head, head.parts, depth)
        if witness is None or width == total:
            return witness
        return ['_'] * (total - width) + witness

    def _one_useful(self, rows, row, head, parts, depth):
        """Like _useful; the first value is made by the constructor of
        ``head``, its parts are matched by ``parts``."""
        last = len(row.patterns) - 1
        labels = head.labels
        if head.kind == RECORD:
            labels = _all_labels(rows, last, head)
            parts = _parts_for(head, labels)
        chosen = []
        for other in rows:
            pattern = other.patterns[last]
            if pattern.kind == ANY:
                chosen.append(_replaced(other, last, wildcards(len(parts))))
            elif pattern.kind != head.kind:
                continue
            elif pattern.kind == RECORD:
                chosen.append(_replaced(other, last, _parts_for(pattern, labels)))
            elif pattern.name == head.name and len(pattern.parts) == len(parts):
                chosen.append(_replaced(other, last, pattern.parts))
        witness = self._useful(chosen, _replaced(row, last, parts), depth + 1)
        if witness is None:
            return None
        count = len(parts)
        assert count >= 0
        text = _text(head, labels, witness[:count])
        return [text] + witness[count:]

    def _any_useful(self, rows, row, depth):
        """Like _useful; the first pattern of ``row`` matches everything."""
        last = len(row.patterns) - 1
        heads = []
        by_name = {}
        for other in rows:
            pattern = other.patterns[last]
            if pattern.kind != ANY and pattern.name not in by_name:
                by_name[pattern.name] = None
                heads.append(pattern)
        absent = self._absent(heads[0], by_name)
        if absent is None:
            for head in heads:
                parts = wildcards(len(head.parts))
                if head.kind == RECORD:
                    head = Pattern(RECORD, '', [], [])
                witness = self._one_useful(rows, row, head, parts, depth)
                if witness is not None:
                    return witness
            return None
        wild = []
        for other in rows:
            if other.patterns[last].kind == ANY:
                wild.append(_rest(other, last))
        witness = self._useful(wild, _rest(row, last), depth + 1)
        if witness is None:
            return None
        return [absent] + witness

    def _absent(self, head, by_name):
        """A value whose constructor is not among the names, as a text; None
        if all constructors are."""
        if head.kind == TRUTH:
            if 'true' not in by_name:
                return 'true'
            if 'false' not in by_name:
                return 'false'
            return None
        if head.kind == LITERAL:
            return '_'
        if head.kind == VARIANT:
            for name in self.table.siblings(head.name):
                if name not in by_name:
                    return _text(Pattern(VARIANT, name, [], []), [],
                                 ['_'] * self._payload_size(name))
        return None


def _literal(literal):
    if isinstance(literal, tree.BoolLit):
        if literal.value:
            return Pattern(TRUTH, 'true', [], [])
        return Pattern(TRUTH, 'false', [], [])
    if isinstance(literal, tree.IntLit):
        return Pattern(LITERAL, str(literal.value), [], [])
    if isinstance(literal, tree.FloatLit):
        # both zeros are equal
        return Pattern(LITERAL, floatfmt.debug_float(literal.value + 0.0), [], [])
    if isinstance(literal, tree.StrLit):
        return Pattern(LITERAL, literal.value, [], [])
    return WILD


def _all_any(row):
    for pattern in row.patterns:
        if pattern.kind != ANY:
            return False
    return True


def _all_wild(rows, row, at):
    if row.patterns[at].kind != ANY:
        return False
    for other in rows:
        if other.patterns[at].kind != ANY:
            return False
    return True


def _rest(row, count):
    assert count >= 0
    return Row(row.patterns[:count])


def _replaced(row, last, parts):
    """The row with its first pattern, at ``last``, replaced by ``parts``."""
    assert last >= 0
    patterns = row.patterns[:last]
    i = len(parts) - 1
    while i >= 0:
        patterns.append(parts[i])
        i -= 1
    return Row(patterns)


def _all_labels(rows, last, head):
    """The fields that any record pattern in a column mentions."""
    labels = []
    seen = {}
    _add_labels(head, labels, seen)
    for row in rows:
        _add_labels(row.patterns[last], labels, seen)
    return labels


def _add_labels(pattern, labels, seen):
    for label in pattern.labels:
        if label not in seen:
            seen[label] = None
            labels.append(label)


def _parts_for(pattern, labels):
    return [pattern.part(label) for label in labels]


def _text(head, labels, parts):
    """The source form of a value."""
    if head.kind == TUPLE:
        return '(' + ', '.join(parts) + ')'
    if head.kind == RECORD:
        fields = [labels[i] + ': ' + parts[i] for i in range(len(parts))]
        return '{ ' + ', '.join(fields) + ' }'
    if len(parts) == 0:
        return head.name
    return head.name + '(' + ', '.join(parts) + ')'
