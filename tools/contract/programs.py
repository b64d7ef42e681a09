"""Random programs for the contract: those of tools/differential/generate.py, and in
them budgets, actors, parallel maps, iterators, parsers, streams of closures, kernels,
repeated calls, effects and budgets in loops, and recursion through two functions.

    python3 tools/contract/programs.py SEED

prints the program of a seed.
"""

import os
import random
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))), 'differential'))

import generate
import hot
from generate import Function, Generator
from syntax import (
    BOOL, INT, ITEM, STATEMENT, STR, Node, function_of, list_of, tuple_of)

MODULES = generate.MODULES + ['conc', 'iter', 'parser']
PARSED = ['a12', '123', '', 'ax', 'b', '7 8', 'xyz9']
ROWS = ['io', 'io', 'io, budget(3)', 'io, concurrent', 'io, budget(2), concurrent']
STEP_LIMIT = generate.STEP_LIMIT
HOT_STEP_LIMIT = 50 * STEP_LIMIT

# Which programs to make: those about calls, those around hot loops, or both in turn.
CALLS = 'calls'
HOT = 'hot'
SHAPES = ['all', CALLS, HOT]


class Setting(object):
    """What a program runs under besides its text."""

    def __init__(self, seed, text, is_hot=False):
        source = random.Random(seed * 37 + 5)
        self.is_hot = is_hot        # its loops turn thousands of times
        self.max_steps = HOT_STEP_LIMIT if is_hot else STEP_LIMIT
        if source.randrange(6) == 0:
            self.max_steps = source.choice([source.randrange(1, 300),
                                            source.randrange(1, 10000)])
            if is_hot:
                self.max_steps *= 40
        self.effects = 'io,budget,concurrent'
        self.budget = None
        declared = 3 * text.count('budget(')
        if declared and source.randrange(2) == 0:
            self.budget = declared * source.choice([1, 1, 2, 5, 50, 150])
        self.workers = source.choice([1, 2, 3, 4, 64])


class ContractGenerator(Generator):

    def __init__(self, seed):
        Generator.__init__(self, seed)
        self.row = random.Random(seed * 41 + 3).choice(ROWS)

    def program(self):
        """-> Node."""
        items = self.type_items()
        kinds = [(5, self.plain), (4, self.loop), (3, self.recursion),
                 (1, self.list_recursion), (2, self.union_recursion), (1, self.trying),
                 (3, self.kernel), (3, self.kernel_loop), (2, self.mutual_recursion),
                 (2, self.effect_loop), (2, self.memo_loop), (1, self.stream),
                 (1, self.unfolding)]
        for _ in range(self.random.randint(2, 7)):
            items += self.weighted(kinds)()
        items.append(self.main())
        text = ''.join(item.text() for item in items)
        helpers = [line for name, line in generate.HELPERS if name + '(' in text]
        text += ''.join(helpers)
        imports = ['import "std.%s" as %s\n' % (name, name) for name in MODULES
                   if name + '.' in text]
        heads = [Node(ITEM, line) for line in imports + helpers]
        program = Node(None, *(heads + items))
        self.declare(program)
        return program

    def declare(self, program):
        """Effectful functions all declare the row of the program."""
        for node in program.nodes():
            node.parts = [part if isinstance(part, Node) else
                          part.replace('[io]', '[%s]' % self.row)
                          for part in node.parts]

    # ____________________________________________________________
    # Expressions

    def int_operation(self, scope, depth):
        if self.chance(10):
            calls = self.callable(INT, scope)
            if calls:
                return self.repeated(self.random.choice(calls), scope, depth)
        if 'concurrent' in self.row and scope.effect and self.chance(20):
            return self.asking(scope, depth)
        if self.chance(6):
            return Node(INT, 'iter.count(', self.iterator(INT, scope, depth), ')')
        if self.chance(4):
            return self.folded_iterator(scope, depth)
        if self.chance(5):
            return self.parsing(scope, depth)
        return Generator.int_operation(self, scope, depth)

    def repeated(self, function, scope, depth):
        """A call and the same call again: at times a hit of the memo."""
        call = self.call_of(function, scope, depth)
        scope.body.work += function.work * scope.times
        return Node(INT, '(', call, self.random.choice([' + ', ' - ']), call, ')')

    def asking(self, scope, depth):
        """A message to a new actor, or two to the same."""
        state, message = self.fresh('s'), self.fresh('m')
        inner = scope.pure(2).with_variables([(state, INT), (message, INT)])
        handler = Node(None, 'fn (%s :: Int, %s :: Int) -> (Int, Int) { ' % (
            state, message), self.call(None, 'pair', [
                self.expr(INT, inner, depth - 1), self.expr(INT, inner, depth - 1)]),
            ' }')
        actor = Node(None, 'conc.spawn(', self.expr(INT, scope.pure(), depth - 1), ', ',
                     handler, ')')
        return Node(INT, 'conc.ask(', actor, ', ',
                    self.expr(INT, scope, depth - 1), ')')

    def iterator(self, element, scope, depth):
        """An eager iterator."""
        source = Node(None, 'iter.from_list(',
                      self.expr(list_of(element), scope, depth - 1), ')')
        which = self.random.randrange(4)
        if which == 0:
            return Node(None, 'iter.map(', source, ', ',
                        self.lambda_(function_of([element], element), scope, depth, 6),
                        ')')
        if which == 1:
            return Node(None, 'iter.filter(', source, ', ',
                        self.lambda_(function_of([element], BOOL), scope, depth, 6),
                        ')')
        if which == 2:
            return Node(None, 'iter.take(', source, ', %d)' % self.random.randrange(4))
        return source

    def folded_iterator(self, scope, depth):
        sum, item = self.fresh('a'), self.fresh('x')
        inner = scope.pure(6).with_variables([(sum, INT), (item, INT)])
        return Node(INT, 'iter.fold(', self.iterator(INT, scope, depth), ', ',
                    self.expr(INT, scope, depth - 1),
                    ', fn (%s :: Int, %s :: Int) -> Int { ' % (sum, item),
                    self.expr(INT, inner, depth - 1), ' })')

    def parsing(self, scope, depth):
        """The number that a parser with closures makes of a text.  The closures do
        not fail: parsers swallow errors, which the reference does not survive."""
        if self.chance(30):
            text = self.expr(STR, scope, depth - 1)
        else:
            text = Node(STR, '"%s"' % self.random.choice(PARSED))
        which = self.random.randrange(4)
        value = self.fresh('v')
        number = value
        if which == 0:
            parser = self.mapped('parser.many(parser.digit())', 'List[Str]',
                                 'list.len(%s)', scope)
        elif which == 1:
            parser = self.mapped(
                'parser.seq(parser.alpha(), parser.many(parser.digit()))',
                '(Str, List[Str])', 'str.len(tuple.fst(%s))', scope)
        elif which == 2:
            parser = Node(None, 'parser.and_then(parser.alpha(), '
                          'fn (%s :: Str) -> Parser[Int] { ' % self.fresh('p'),
                          self.mapped(
                              'parser.optional(parser.char("x"))', 'Option[Str]',
                              'str.len(option.unwrap_or(%s, "none"))', scope),
                          ' })')
        else:
            parser = Node(None, 'parser.many(', self.mapped(
                'parser.alt(parser.digit(), parser.alpha())', 'Str', 'str.len(%s)',
                scope), ')')
            number = 'list.len(%s)' % value
        return Node(INT, '(match parser.run(', parser, ', ', text,
                    ') { Ok(%s) => %s, Err(_) => -1 })' % (value, number))

    def mapped(self, parser, type, size, scope):
        name = self.fresh('p')
        names = [other for other, t in scope.variables if t == INT]
        term = self.random.choice(names) if names and self.chance(60) else '3'
        return Node(None, 'parser.map(%s, fn (%s :: %s) -> Int { %s * %d + %s })' % (
            parser, name, type, size % name, self.random.randrange(1, 9), term))

    def list_operation(self, type, scope, depth):
        if self.chance(8):
            source = self.any_type(1)
            return self.call(type, 'list.par_map', [
                self.walked_list(source, scope.pure(), depth),
                self.lambda_(function_of([source], type[1]), scope, depth, 6)])
        if self.chance(6):
            return Node(type, 'iter.to_list(',
                        self.iterator(type[1], scope, depth), ')')
        return Generator.list_operation(self, type, scope, depth)

    # ____________________________________________________________
    # Functions

    def arithmetic(self, names, depth, type=INT):
        """An expression of Ints and Bools only."""
        if depth <= 0:
            if type == BOOL:
                return Node(BOOL, self.random.choice(['true', 'false']))
            if self.chance(70):
                return Node(INT, self.random.choice(names))
            return Node(INT, str(self.random.choice(
                [0, 1, 2, 3, 7, 100, 4611686018427387904, 9223372036854775807])))
        inner = depth - 1
        if type == BOOL:
            return self.weighted([
                (6, lambda: self.joined(BOOL, self.random.choice(
                    ['<', '<=', '>', '>=', '==', '!=']), names, inner, INT)),
                (2, lambda: self.joined(BOOL, self.random.choice(['and', 'or', '==']),
                                        names, inner, BOOL)),
                (1, lambda: Node(BOOL, '(not ', self.arithmetic(names, inner, BOOL),
                                 ')')),
            ])()
        return self.weighted([
            (6, lambda: self.joined(INT, self.random.choice('+-*'), names, inner, INT)),
            (2, lambda: Node(INT, '(', self.arithmetic(names, inner), ' %s %s)' % (
                self.random.choice('/%'),
                self.random.choice(['2', '3', '7', '(-1)'])))),
            (1, lambda: self.joined(INT, self.random.choice('/%' if self.chance(15)
                                                            else '+*'),
                                    names, inner, INT)),
            (1, lambda: Node(INT, '(-', self.arithmetic(names, inner), ')')),
            (3, lambda: Node(INT, '(if ', self.arithmetic(names, inner, BOOL), ' { ',
                             self.arithmetic(names, inner), ' } else { ',
                             self.arithmetic(names, inner), ' })')),
            (2, lambda: Node(INT, '(match (', self.arithmetic(names, inner),
                             ' % 3) { 0 => ', self.arithmetic(names, inner), ', 1 => ',
                             self.arithmetic(names, inner),
                             self.random.choice([', _ => ', ', _ => ', ', 2 => ']),
                             self.arithmetic(names, inner), ' })')),
            (1, lambda: Node(INT, self.random.choice(names))),
        ])()

    def joined(self, type, operator, names, depth, operand):
        return Node(type, '(', self.arithmetic(names, depth, operand),
                    ' %s ' % operator, self.arithmetic(names, depth, operand), ')')

    def arithmetic_lets(self, names, count):
        nodes = []
        for _ in range(count):
            name = self.fresh('v')
            nodes.append(Node(STATEMENT, 'let %s := ' % name, self.arithmetic(names, 2),
                              '\n  '))
            names = names + [name]
        return nodes, names

    def kernel(self):
        """A function on Ints that calls nothing."""
        params = [self.param(INT) for _ in range(self.random.randint(1, 3))]
        result = BOOL if self.chance(20) else INT
        nodes, names = self.arithmetic_lets([name for name, _, _ in params],
                                            self.random.randrange(3))
        name = self.fresh('k')
        node = self.function(name, params, result, False,
                             nodes + [self.arithmetic(names, 3, result)])
        self.functions.append(Function(name, [INT] * len(params), result, False, 30))
        return [node]

    def kernel_loop(self):
        """A loop over Ints that calls nothing but itself."""
        bound = self.random.choice([5, 20, 70, 300, 1500])
        params = [self.param(INT) for _ in range(self.random.randint(2, 4))]
        names = [name for name, _, _ in params]
        nodes, inner = self.arithmetic_lets(names, self.random.randrange(2))
        name = self.fresh('k')
        args = [Node(INT, '(%s - %d)' % (names[0], self.random.choice([1, 1, 2])))]
        args += [self.arithmetic(inner, 2) for _ in params[1:]]
        body = ['if %s <= 0 { %s } else { ' % (names[0], names[-1])] + nodes
        node = self.function(name, params, INT, False,
                             body + [self.call(INT, name, args), ' }'])
        self.functions.append(Function(name, [INT] * len(params), INT, False,
                                       30 * bound, bound))
        return [node]

    def effect_loop(self):
        """A loop, its own or a native one, around a function with the effects of the
        program: effects happen and budgets run out in the middle of it."""
        bound = self.random.choice([5, 40, 90, 200])
        params = [self.param(INT), self.param(INT)]
        names = [name for name, _, _ in params]
        leaf, name = self.fresh('e'), self.fresh('loop')
        nodes, inner = self.arithmetic_lets(names, self.random.randrange(2))
        if self.chance(50):
            nodes.insert(0, Node(STATEMENT, 'if %s %% %d == 0 { io.print("%s") } else '
                                 '{ () }\n  ' % (names[0], self.random.choice(
                                     [7, 20, 50]), leaf)))
        items = [self.function(leaf, params, INT, True,
                               nodes + [self.arithmetic(inner, 2)])]
        params = [self.param(INT), self.param(INT)]
        count, start = [name for name, _, _ in params]
        which = self.random.randrange(4)
        if which == 0:
            body = ['if %s <= 0 { %s } else { ' % (count, start),
                    '%s(%s - 1, (%s + %s(%s, %s)) %% 10007) }' % (
                        name, count, start, leaf, count, start)]
        elif which == 1:
            body = ['list.fold(list.range(0, %s), %s, fn (a :: Int, x :: Int) -> [io] '
                    'Int { (a + %s(x, a)) %% 10007 })' % (count, start, leaf)]
        elif which == 2:
            body = ['list.len(list.map(list.range(0, %s), fn (x :: Int) -> [io] Int { '
                    '%s(x, %s) }))' % (count, leaf, start)]
        else:
            body = ['list.len(list.filter(list.range(0, %s), fn (x :: Int) -> [io] '
                    'Bool { %s(x, %s) > x }))' % (count, leaf, start)]
        items.append(self.function(name, params, INT, True, body))
        self.functions.append(Function(name, [INT, INT], INT, True, 40 * bound, bound))
        return items

    def memo_loop(self):
        """A loop around a function whose calls hit the memo, at times or always."""
        bound = self.random.choice([20, 70, 150, 300])
        helper, name = self.fresh('h'), self.fresh('loop')
        params = [self.param(INT)]
        n = params[0][0]
        if self.chance(40):
            body = ['if %s < 2 { ' % n, self.arithmetic([n], 2),
                    ' } else { %s(%s - 1) %s %s(%s - 2) }' % (
                        helper, n, self.random.choice('+-'), helper, n)]
        else:
            body = [self.arithmetic([n], 3)]
        items = [self.function(helper, params, INT, False, body)]
        argument = self.random.choice(['%s % 3', '%s % 30', '%s % 63', '%s % 70',
                                       '%s / 2', '7'])
        params = [self.param(INT), self.param(INT)]
        count, sum = [name for name, _, _ in params]
        call = '%s(%s)' % (helper, argument.replace('%s', count))
        items.append(self.function(name, params, INT, False, [
            'if %s <= 0 { %s } else { %s(%s - 1, (%s + %s) %% 10007) }' % (
                count, sum, name, count, sum, call)]))
        self.functions.append(Function(name, [INT, INT], INT, False, 60 * bound, bound))
        return items

    def stream(self):
        """An endless stream of closures, and a function that sums up its start."""
        bound = self.random.choice([5, 30, 90])
        type, item = self.fresh('S'), self.fresh('I')
        numbers, mapped = self.fresh('num'), self.fresh('mapped')
        first = self.fresh('sum')
        items = [Node(ITEM, 'type %s = %s(Int, (Int) -> %s)\n' % (type, item, type))]
        items.append(Node(ITEM, 'fn %s(n :: Int) -> %s { %s(n, fn (u :: Int) -> %s { '
                          '%s(n + %d) }) }\n' % (numbers, type, item, type, numbers,
                                                 self.random.randrange(1, 4))))
        items.append(Node(
            ITEM, 'fn %s(s :: %s, f :: (Int) -> Int) -> %s { match s { %s(x, rest) => '
            '%s(f(x), fn (u :: Int) -> %s { %s(rest(u), f) }) } }\n' % (
                mapped, type, type, item, item, type, mapped)))
        params = [self.param(INT), self.param(INT)]
        count, sum = [name for name, _, _ in params]
        loop = self.fresh('loop')
        items.append(Node(
            ITEM, 'fn %s(s :: %s, n :: Int, sum :: Int) -> Int { match s { '
            '%s(x, rest) => if n <= 0 { sum } else { '
            '%s(rest(0), n - 1, (sum * 31 + x) %% 1000003) } } }\n'
            % (first, type, item, first)))
        items.append(self.function(loop, params, INT, False, [
            '%s(%s(%s(%s), fn (x :: Int) -> Int { ' % (first, mapped, numbers, sum),
            self.arithmetic(['x', sum], 2), ' }), %s, 0)' % count]))
        self.functions.append(Function(loop, [INT, INT], INT, False, 60 * bound, bound))
        return items

    def unfolding(self):
        """A loop over an iterator that a closure makes.  Inside other expressions the
        reference loses its place in such iterators."""
        bound = self.random.choice([5, 30, 90])
        walk, name = self.fresh('walk'), self.fresh('loop')
        items = [Node(ITEM, 'fn %s(i :: Iter[Int], sum :: Int) -> Int { '
                      'match iter.next(i) { None => sum, Some((x, rest)) => '
                      '%s(rest, (sum * 31 + x) %% 1000003) } }\n' % (walk, walk))]
        params = [self.param(INT), self.param(INT)]
        count, start = [other for other, _, _ in params]
        items.append(self.function(name, params, INT, False, [
            '%s(iter.unfold(%s, fn (s :: Int) -> Option[(Int, Int)] { if s <= 0 { None '
            '} else { Some((' % (walk, count), self.arithmetic(['s', start], 2),
            ', s - 1)) } }), %s)' % start]))
        self.functions.append(Function(name, [INT, INT], INT, False, 40 * bound, bound))
        return items

    def mutual_recursion(self):
        """Two functions that call each other, not in tail position."""
        bound = self.random.choice([5, 15, 40, 100])
        names = [self.fresh('mut'), self.fresh('mut')]
        items = []
        work = 0
        for i, name in enumerate(names):
            params = [self.param(INT), self.param(INT)]
            scope = self.scope_of(params, False, bound)
            counter, other = params[0][0], params[1][0]
            variable = self.fresh('v')
            following = self.call(INT, names[1 - i], [
                Node(INT, '%s - 1' % counter),
                Node(INT, self.random.choice([other, '(%s %% 7)' % other, '3',
                                              '(%s + 1)' % other]))])
            inner = scope.pure().with_variables([(variable, INT)])
            body = ['if %s <= 0 { ' % counter, self.expr(INT, scope.pure(), 1),
                    ' } else { ', Node(STATEMENT, 'let %s := ' % variable, following,
                                       '\n  '), self.expr(INT, inner, 2), ' }']
            items.append(self.function(name, params, INT, False, body))
            work += scope.body.work + 10 * bound
        self.functions.append(Function(names[0], [INT, INT], INT, False, work, bound))
        return items


def program(seed, shapes='all'):
    """-> (Node, Setting)."""
    if shapes == HOT or (shapes == 'all' and seed % 2 == 0):
        node = hot.program(seed)
        return node, Setting(seed, node.text(), True)
    node = ContractGenerator(seed).program()
    return node, Setting(seed, node.text())


if __name__ == '__main__':
    sys.stdout.write(program(int(sys.argv[1]))[0].text())
