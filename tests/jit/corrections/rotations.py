"""Generated loops whose variables change places, as the arguments of tail calls do.

What a loop knows of a variable then holds for another one in the next round, so values
that the preamble computed become arguments of the loop late, and in many orders.

PYTEST_DONT_REWRITE: functions with assertions are translated here.
"""

import random

from rpython.rlib import jit


class Value(object):

    def read(self, i):
        """-> a number that depends on part i."""
        raise NotImplementedError

    def part(self, i):
        """-> a part, or the value itself if it has none."""
        return self


class Int(Value):
    _immutable_fields_ = ['value']

    def __init__(self, value):
        self.value = value

    def read(self, i):
        return self.value


class Float(Value):
    _immutable_fields_ = ['value']

    def __init__(self, value):
        self.value = value

    def read(self, i):
        return int(self.value * 2.0) + i


class Pair(Value):
    _immutable_fields_ = ['left', 'right']

    def __init__(self, left, right):
        self.left = left
        self.right = right

    def read(self, i):
        if i == 0:
            return self.left.read(0)
        return self.right.read(0)

    def part(self, i):
        if i == 0:
            return self.left
        return self.right


class Tuple(Value):
    _immutable_fields_ = ['items[*]']

    def __init__(self, items):
        self.items = items

    def read(self, i):
        return self.items[i].read(0)

    def part(self, i):
        return self.items[i]


class Some(Value):
    _immutable_fields_ = ['payload']

    def __init__(self, payload):
        self.payload = payload

    def read(self, i):
        return self.payload.read(i)

    def part(self, i):
        return self.payload


class Nothing(Value):

    def read(self, i):
        return 3 + i


class Record(Value):
    """Its fields are in the order of the shape."""
    _immutable_fields_ = ['shape', 'values[*]']

    def __init__(self, shape, values):
        self.shape = shape
        self.values = values

    def position(self, i):
        if jit.promote(self.shape) == 0:
            return i
        return 1 - i

    def read(self, i):
        return self.values[self.position(i)].read(0)

    def part(self, i):
        return self.values[self.position(i)]


class Closure(Value):
    _immutable_fields_ = ['function', 'captured[*]']

    def __init__(self, function, captured):
        self.function = function
        self.captured = captured

    def read(self, i):
        if jit.promote(self.function) == 0:
            return self.captured[0].read(0) * 2 + i
        return self.captured[0].read(0) - self.captured[1].read(0) * i

    def part(self, i):
        return self.captured[i]


class Window(Value):
    """A part of a list."""
    _immutable_fields_ = ['buffer', 'start', 'stop']

    def __init__(self, buffer, start, stop):
        self.buffer = buffer
        self.start = start
        self.stop = stop

    def read(self, i):
        if self.start + i >= self.stop:
            return self.stop - self.start
        return self.buffer[self.start + i].read(0)

    def part(self, i):
        if self.start >= self.stop:
            return Window(self.buffer, 0, len(self.buffer))
        return Window(self.buffer, self.start + 1, self.stop)


KINDS = {
    'int': ['Int({0})'],
    'float': ['Float({0} + 0.5)', 'Float(-0.0)'],
    'pair': ['Pair(Int({0}), Int({1}))', 'Pair(Pair(Int({1}), Int({0})), Float({0} + 0.5))'],
    'tuple': ['Tuple([Int({0}), Int({1}), Int({2})])', 'Tuple([Int({2}), Float({0} - 0.5)])'],
    'variant': ['Some(Int({0}))', 'Nothing()', 'Some(Some(Int({1})))'],
    'record': ['Record(0, [Int({0}), Int({1})])', 'Record(1, [Int({1}), Some(Int({0}))])'],
    'closure': ['Closure(0, [Int({0}), Int({2})])', 'Closure(1, [Int({2}), Int({1})])'],
    'window': ['Window([Int({0}), Int({1}), Int({2})], 0, 3)', 'Window([Int({0}), Int(9)], 1, 2)'],
}
KINDS['mixed'] = sorted(sum(KINDS.values(), []))


class Generator(object):
    """Source of loops over values of one kind."""

    def __init__(self, kind, seed):
        self.random = random.Random('%s %d' % (kind, seed))
        self.makers = KINDS[kind]

    def value(self, numbers):
        """An expression that makes a value of the kind."""
        return self.random.choice(self.makers).format(*numbers)

    def permutation(self, names):
        """The same names in another order, mostly one of the usual ones."""
        choice = self.random.randrange(5)
        if choice == 0:
            return names[1:] + names[:1]
        if choice == 1:
            return names[-1:] + names[:-1]
        if choice == 2:
            return [names[1], names[0]] + names[2:]
        if choice == 3:
            return names[::-1]
        return self.random.sample(names, len(names))

    def reads(self, names):
        """Statements that read parts of some values."""
        sample = self.random.sample(names, self.random.randint(1, len(names)))
        reads = ['%s.read(%d)' % (name, self.random.choice([0, 0, 1])) for name in sample]
        lines = ['total = (total * 5 + %s) & 0xffffff' % ' + 3 * '.join(reads)]
        for name in self.random.sample(names, self.random.randint(0, len(names))):
            # A branch, like the match of a program.
            lines.append('if %s.part(%d) is unknown:' % (name, self.random.choice([0, 1])))
            lines.append('    total += 1')
        self.random.shuffle(sample)
        if self.random.choice([False, True]):
            lines.append('kept = %s.part(%d)' % (sample[0], self.random.choice([0, 1])))
        return lines

    def changes(self, names):
        """Statements that make other ways through the loop."""
        choice = self.random.choice
        lines = []
        if choice([False, True]):
            lines.append('if n % {} == 1:'.format(choice([5, 7])))
            lines.append('    %s = %s' % (choice(names), choice([
                self.value(['n', 'total & 7', '3']), 'kept', choice(names),
                '%s.part(1)' % choice(names)])))
        if choice([False, True]):
            lines.append('if n % {} == 2:'.format(choice([4, 6])))
            lines.append('    ' + self.move(names))
        return lines

    def move(self, names):
        return '%s = %s' % (', '.join(names), ', '.join(self.permutation(names)))

    def state(self, names, next_state, is_simple):
        """One function of a group that calls itself or one another: its lines."""
        lines = self.reads(names)
        if not is_simple:
            lines += self.changes(names)
        lines.append(self.move(names))
        if next_state is not None:
            lines.append('state = %d' % next_state)
        return lines

    def loop(self, name, size):
        """A function of the number of rounds and 0, over that many values."""
        names = ['v%d' % i for i in range(size)]
        is_simple = self.random.choice([False, True])
        states = 1 if is_simple else self.random.choice([1, 2, 3])
        reds = ['n', 'total', 'kept'] + names
        lines = [
            '%s_driver = jit.JitDriver(greens=["state"], reds=%r)' % (name, reds),
            'def %s(n, state):' % name,
            '    total = 0',
            '    kept = some(Int(n))']
        for i, variable in enumerate(names):
            lines.append('    %s = some(%s)' % (
                variable, self.value([str(i + 1), str(2 * i + 3), '7'])))
        lines.append('    while n > 0:')
        lines.append('        %s_driver.jit_merge_point(state=state, %s)' % (
            name, ', '.join('%s=%s' % (red, red) for red in reds)))
        for state in range(states):
            lines.append('        %s state == %d:' % ('elif' if state else 'if', state))
            next_state = (state + 1) % states if states > 1 else None
            for line in self.state(names, next_state, is_simple):
                lines.append('            ' + line)
        lines.append('        n -= 1')
        lines.append('    return total + kept.read(0)')
        return lines


unknown = Nothing()


def some(value):
    """The value, but any Value to the annotator."""
    assert isinstance(value, Value)
    return value


def every_kind(n):
    """Shows the annotator that all values may be of all kinds."""
    for value in [Int(n), Float(0.5), Nothing(), Pair(Int(n), Float(0.5)), Some(Int(n)),
                  Tuple([Int(n), Float(0.5)]), Record(n & 1, [Int(n), Nothing()]),
                  Closure(n & 1, [Int(n), Nothing()]), Window([Int(n), Nothing()], 0, 2)]:
        n = n * 3 + value.read(0) + value.part(1).read(1)
    return n


def family(kind, seed, count):
    """-> (function, source): the function runs some generated loops, over two to six
    values each."""
    generator = Generator(kind, seed)
    lines = []
    names = []
    for i in range(count):
        names.append('loop%d' % i)
        lines += generator.loop(names[-1], 2 + i % 5)
    lines.append('def run(n, zero):')
    lines.append('    result = every_kind(n)')
    for name in names:
        lines.append('    result = (result * 31 + %s(n, zero)) & 0xffffff' % name)
    lines.append('    return result')
    source = '\n'.join(lines)
    namespace = dict(globals())
    exec source in namespace
    return namespace['run'], source
