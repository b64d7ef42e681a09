"""Random Lex programs whose arguments change places in tail calls and folds, and what
they answer.

Each loop is written twice, in Lex and in Python, by the same choices.  Numbers stay
small, so both compute the same.
"""

import random

MODULUS = 1000003


def remainder(number):
    """What Lex computes: the sign is that of the number."""
    if number < 0:
        return -(-number % MODULUS)
    return number % MODULUS


PRELUDE = '''
import "std.list" as list
import "std.str" as str
import "std.float" as float
type V = One(Int) | Two(Int, Int) | Zero
fn line(a :: Int, b :: Int) -> (Int) -> Int { fn (x :: Int) -> Int { a * x + b } }
fn first(xs :: List[Int]) -> Int { match list.head(xs) { Some(a) => a, None => 4 } }
'''


class Kind(object):
    """A kind of values.

    type: in Lex.  make and python_make: texts of an expression, with the places {0} to
    {2} for numbers.  reads: pairs of such texts, with {v} for a variable.
    """

    def __init__(self, type, makes, reads):
        self.type = type
        self.makes = makes
        self.reads = reads


def of_option(value, some, none):
    return none if value is None else some(value)


def of_variant(value, one, two, zero):
    if len(value) == 1:
        return one(*value)
    if len(value) == 2:
        return two(*value)
    return zero


KINDS = {
    'tuple': Kind('(Int, Int, Int)', [('({0}, {1}, {2})', '({0}, {1}, {2})')], [
        ('match {v} {{ (a, _, _) => a }}', '{v}[0]'),
        ('match {v} {{ (_, a, _) => a }}', '{v}[1]'),
        ('match {v} {{ (a, _, b) => a * 2 + 9 - b }}', '{v}[0] * 2 + 9 - {v}[2]')]),
    'nested tuple': Kind('((Int, Float), Int)', [
        ('(({0}, {1}.5), {2})', '(({0}, {1}.5), {2})')], [
            ('match {v} {{ ((a, _), _) => a }}', '{v}[0][0]'),
            ('match {v} {{ ((_, x), a) => float.to_int(x * 2.0) + a }}',
             'int({v}[0][1] * 2.0) + {v}[1]')]),
    'record': Kind('{ x :: Int, y :: Int }', [('{{ x: {0}, y: {1} }}', '({0}, {1})'),
                                              ('{{ y: {0}, x: {2} }}', '({2}, {0})')], [
        ('{v}.x', '{v}[0]'), ('{v}.y', '{v}[1]'), ('{v}.x * 3 + {v}.y', '{v}[0] * 3 + {v}[1]')]),
    'variant': Kind('V', [('One({0})', '({0},)'), ('Two({0}, {1})', '({0}, {1})'),
                          ('Zero', '()')], [
        ('match {v} {{ One(a) => a, Two(a, _) => a, Zero => 6 }}',
         'of_variant({v}, lambda a: a, lambda a, b: a, 6)'),
        ('match {v} {{ One(_) => 8, Two(_, b) => b, Zero => 1 }}',
         'of_variant({v}, lambda a: 8, lambda a, b: b, 1)')]),
    'option': Kind('Option[Int]', [('Some({0})', '{0}'), ('None', 'None')], [
        ('match {v} {{ Some(a) => a, None => 5 }}', 'of_option({v}, lambda a: a, 5)'),
        ('match {v} {{ Some(_) => 2, None => 7 }}', 'of_option({v}, lambda a: 2, 7)')]),
    'int': Kind('Int', [('{0}', '{0}')], [('{v}', '{v}'), ('{v} * 2', '{v} * 2')]),
    'float': Kind('Float', [('{0}.5', '{0}.5'), ('-0.0', '-0.0')], [
        ('float.to_int({v} * 2.0)', 'int({v} * 2.0)'),
        ('float.to_int({v}) + 1', 'int({v}) + 1')]),
    'closure': Kind('(Int) -> Int', [('line({0}, {1})', '({0}, {1})')], [
        ('{v}(3)', '({v}[0] * 3 + {v}[1])'), ('{v}(1)', '({v}[0] + {v}[1])')]),
    'list': Kind('List[Int]', [
        ('[{0}, {1}, {2}]', '[{0}, {1}, {2}]'), ('list.tail([{0}, {1}])', '[{1}]'),
        ('list.cons({0}, list.tail([{1}, {2}]))', '[{0}, {2}]')], [
            ('first({v})', '({v} + [4])[0]'), ('list.len({v})', 'len({v})'),
            ('first(list.tail({v}))', '({v}[1:] + [4])[0]')]),
    'text': Kind('Option[Str]', [('Some("{0}{1}")', '"{0}{1}"'), ('None', 'None')], [
        ('match {v} {{ Some(s) => str.len(s), None => 3 }}', 'of_option({v}, len, 3)'),
        ('match {v} {{ Some(_) => 1, None => 0 }}', 'of_option({v}, lambda s: 1, 0)')]),
}


class Loop(object):
    """A function of the number of rounds, or a group of them, that carries values.

    After generation ``lex`` and ``python`` are its sources; ``name`` is that of the
    function to call.
    """

    def __init__(self, random, name, kind, size):
        self.random = random
        self.name = name
        self.kind = KINDS[kind]
        self.names = ['v%d' % i for i in range(size)]
        self.lex = []
        self.python = []
        if random.randrange(4) == 0:
            self.fold()
        else:
            self.group(random.choice([1, 1, 1, 2, 3]))

    def value(self):
        """Texts of a new value, in Lex and in Python."""
        numbers = [str(self.random.randrange(1, 10)) for _ in range(3)]
        return [text.format(*numbers) for text in self.random.choice(self.kind.makes)]

    def read(self, name):
        return [text.format(v=name) for text in self.random.choice(self.kind.reads)]

    def moved(self):
        """The variables in another order."""
        names = self.names
        choice = self.random.randrange(4)
        if choice == 0:
            return names[1:] + names[:1]
        if choice == 1:
            return names[-1:] + names[:-1]
        if choice == 2:
            return [names[1], names[0]] + names[2:]
        return self.random.sample(names, len(names))

    def step(self):
        """-> texts of the next total and the next part that is kept, in Lex and in
        Python."""
        total = ['total * 5 + kept', 'total * 5 + kept']
        sample = self.random.sample(self.names, self.random.randint(1, len(self.names)))
        for name in sample:
            lex, python = self.read(name)
            total[0] += ' + (%s) * n' % lex
            total[1] += ' + (%s) * n' % python
        kept = self.read(self.random.choice(self.names))
        if self.random.randrange(3) == 0:
            kept = ['kept', 'kept']
        return ['(%s) %% %d' % (total[0], MODULUS), 'remainder(%s)' % total[1]], kept

    def changes(self):
        """-> pairs of a condition and the values of the next round, both languages; the
        last one has no condition."""
        ways = []
        for period in [7, 4]:
            if self.random.randrange(3) == 0:
                values = [[name, name] for name in self.moved()]
                values[self.random.randrange(len(values))] = self.value()
                ways.append(('n %% %d == 1' % period, values))
        ways.append((None, [[name, name] for name in self.moved()]))
        return ways

    def group(self, size):
        """Functions that call themselves or one another at their ends."""
        parameters = ''.join([', %s :: %s' % (name, self.kind.type) for name in self.names])
        names = ['%s_%d' % (self.name, i) for i in range(size)]
        for i, name in enumerate(names):
            total, kept = self.step()
            self.lex.append('fn %s(n :: Int, total :: Int, kept :: Int%s) -> Int {' % (
                name, parameters))
            self.lex.append('  if n == 0 { total * 7 + kept } else {')
            self.lex.append('    let t := %s' % total[0])
            self.lex.append('    let k := %s' % kept[0])
            self.python.append('def %s(n, total, kept, %s):' % (name, ', '.join(self.names)))
            self.python.append('    t = %s' % total[1])
            self.python.append('    k = %s' % kept[1])
            following = names[(i + 1) % size]
            ways = self.changes()
            text = ''
            for condition, values in ways:
                call = '%s(n - 1, t, k, %s)' % (following, ', '.join([v[0] for v in values]))
                if condition:
                    text += 'if %s { %s } else { ' % (condition, call)
                    self.python.append('    if %s:' % condition)
                self.python.append('%s    return %s, (n - 1, t, k, %s)' % (
                    '    ' if condition else '', following, ', '.join([v[1] for v in values])))
            self.lex.append('    %s%s' % (text + call, ' }' * (len(ways) - 1)))
            self.lex += ['  }', '}']
        values = [self.value() for _ in self.names]
        self.lex.append('fn %s(n :: Int) -> Int { %s(n, 0, 1, %s) }' % (
            self.name, names[0], ', '.join([v[0] for v in values])))
        self.python += [
            'def %s(n):' % self.name,
            '    f, args = %s, (n, 0, 1, %s)' % (names[0], ', '.join([v[1] for v in values])),
            '    while args[0]:',
            '        f, args = f(*args)',
            '    return args[1] * 7 + args[2]']

    def fold(self):
        """A fold whose accumulator is a tuple of all values."""
        types = ', '.join([self.kind.type] * len(self.names))
        total, kept = self.step()
        condition, values = self.changes()[-1]
        state = 'total, kept, ' + ', '.join(self.names)
        pairs = [', '.join([total[i], kept[i]] + [v[i] for v in values]) for i in range(2)]
        start = [self.value() for _ in self.names]
        starts = ['0, 1, ' + ', '.join([v[i] for v in start]) for i in range(2)]
        self.lex += [
            'fn %s(rounds :: Int) -> Int {' % self.name,
            '  match list.fold(list.range(0, rounds), (%s),' % starts[0],
            '      fn (state :: (Int, Int, %s), n :: Int) -> (Int, Int, %s) {' % (types, types),
            '        match state { (%s) => (%s) } }) {' % (state, pairs[0]),
            '    (%s) => total * 7 + kept' % 'total, kept, {}'.format(
                ', '.join(['_'] * len(self.names))),
            '  }',
            '}']
        self.python += [
            'def %s(rounds):' % self.name,
            '    %s = %s' % (state, starts[1]),
            '    for n in range(rounds):',
            '        %s = %s' % (state, pairs[1]),
            '    return total * 7 + kept']


def program(kind, seed, count):
    """-> (source, expected): a Lex program whose ``main(n)`` runs some loops over two to
    six values, and a function that gives its answers."""
    generator = random.Random('%s %d' % (kind, seed))
    loops = [Loop(generator, 'loop%d' % i, kind, 2 + i % 5) for i in range(count)]
    lex = [PRELUDE]
    python = []
    for loop in loops:
        lex += loop.lex
        python += loop.python
    lex.append('fn main(n :: Int) -> List[Int] { [%s] }' % ', '.join(
        ['%s(n)' % loop.name for loop in loops]))
    namespace = {'of_option': of_option, 'of_variant': of_variant,
                 'remainder': remainder}
    exec '\n'.join(python) in namespace
    functions = [namespace[loop.name] for loop in loops]
    return '\n'.join(lex) + '\n', lambda n: [function(n) for function in functions]
