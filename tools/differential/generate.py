"""Random well-typed Lex programs.

    python3 tools/differential/generate.py SEED

prints the program of a seed.  Programs end by themselves: functions call only
earlier ones, recursion counts down, and an estimate of the work bounds what is
called in loops.  Accumulators are kept small, so that memory is bounded too.
"""

import random
import sys

from choices import Choices
from expressions import Expressions
from operations import Operations
from scopes import LIST_SIZE, REFINED, WORK_LIMIT, Body, Function, Scope
from syntax import (
    INT, ITEM, STATEMENT, STR, Node, function_of, list_of, named, result_of,
    type_text)

MODULES = ['float', 'int', 'io', 'json', 'list', 'map', 'math', 'option', 'result',
           'set', 'str', 'tuple']
STEP_LIMIT = 400000

HELPERS = [
    ('clip', 'fn clip[T](xs :: List[T]) -> List[T] '
             '{ if list.len(xs) > 24 { list.tail([]) } else { xs } }\n'),
    ('pair', 'fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }\n'),
    ('pick', 'fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }\n'),
    ('apply', 'fn apply[T, U](f :: (T) -> U, x :: T) -> U { f(x) }\n'),
    ('compose', 'fn compose(f :: (Int) -> Int, g :: (Int) -> Int) -> (Int) -> Int '
                '{ fn (x :: Int) -> Int { g(f(x)) } }\n'),
]


class Generator(Choices, Expressions, Operations):
    """Makes the program of one seed: ``program()`` -> Node."""

    # ____________________________________________________________
    # Statements

    def print_statement(self, scope, depth):
        return Node(STATEMENT, 'io.print(', self.expr(STR, scope, depth), ')\n  ')

    def statements(self, scope, count):
        """-> Nodes, and the scope behind them."""
        nodes = []
        for _ in range(count):
            if scope.effect and self.chance(30):
                nodes.append(self.print_statement(scope, 2))
                continue
            if self.chance(15):
                type = function_of([self.scalar() for _ in range(self.random.randint(1, 2))],
                                   self.any_type(1))
                value = self.lambda_(type, scope, 3)
            else:
                type = self.any_type()
                value = self.expr(type, scope, 3)
            name = self.fresh('v')
            annotation = ' :: ' + type_text(type) if self.chance(15) else ''
            nodes.append(Node(STATEMENT, 'let %s%s := ' % (name, annotation), value,
                              '\n  '))
            scope = scope.with_variables([(name, type)])
        return nodes, scope

    def bounded(self, type, scope, depth):
        """An expression whose value may be fed back without growing."""
        value = self.expr(type, scope, depth)
        if type == STR:
            return Node(type, 'str.slice(', value, ', 0, 40)')
        if type[0] == 'List':
            return Node(type, 'clip(', value, ')')
        return value

    # ____________________________________________________________
    # Functions

    def function(self, name, params, result, effect, body):
        """params: triples of a name, a type and its text."""
        return Node(ITEM, 'fn %s(%s) -> %s%s {\n  ' % (
            name, ', '.join('%s :: %s' % (n, text) for n, _, text in params),
            '[io] ' if effect else '', type_text(result)), *(body + ['\n}\n']))

    def param(self, type):
        return (self.fresh('a'), type, type_text(type))

    def scope_of(self, params, effect, times=1):
        return Scope([(name, INT if type == REFINED else type)
                      for name, type, _ in params], effect, times, Body())

    def define(self, name, params, result, effect, scope, bound=None):
        self.functions.append(Function(name, [type for _, type, _ in params], result,
                                       effect, scope.body.work, bound))

    def plain(self):
        params = []
        for _ in range(self.random.randrange(4)):
            if self.chance(15):
                name = self.fresh('a')
                params.append((name, REFINED, 'Int{%s | %s}' % (name, self.random.choice([
                    '%s > 0', '%s >= 0 and %s < 100', 'not (%s == 0)']).replace(
                        '%s', name))))
            elif self.chance(10):
                params.append(self.param(function_of([INT], self.scalar())))
            else:
                params.append(self.param(self.any_type()))
        effect = self.chance(20)
        result = self.any_type()
        scope = self.scope_of(params, effect)
        nodes, inner = self.statements(scope, self.random.randrange(4))
        name = self.fresh('f')
        node = self.function(name, params, result, effect,
                             nodes + [self.expr(result, inner, 4)])
        self.define(name, params, result, effect, scope)
        return [node]

    def trying(self):
        """A function that leaves early with ``?``."""
        params = [self.param(self.scalar()) for _ in range(2)]
        scope = self.scope_of(params, False)
        nodes = []
        for _ in range(self.random.randint(1, 3)):
            type = self.any_type(1)
            variable = self.fresh('v')
            nodes.append(Node(STATEMENT, 'let %s := ' % variable,
                              self.expr(result_of(type), scope, 3), '?\n  '))
            scope = scope.with_variables([(variable, type)])
        result = result_of(self.any_type(1))
        name = self.fresh('try')
        node = self.function(name, params, result, False,
                             nodes + [self.expr(result, scope, 3)])
        self.define(name, params, result, False, scope)
        return [node]

    def loop(self):
        """Tail recursion with an accumulator, or two that alternate."""
        bound = self.random.choice([5, 20, 70, 300, 1500, 1500, 3000])
        result = self.flat_type()
        effect = self.chance(15)
        names = [self.fresh('loop')]
        if self.chance(20):
            names.append(self.fresh('loop'))
        extra = self.random.choice([[], [], [INT], [self.scalar()],
                                    [function_of([INT], INT)]])
        works = 0
        items = []
        for i, name in enumerate(names):
            params = [self.param(t) for t in [INT, result] + extra]
            scope = self.scope_of(params, effect, bound)
            counter, accumulator = params[0][0], params[1][0]
            following = names[(i + 1) % len(names)]
            body = ['if %s <= 0 { %s } else { ' % (counter, accumulator)]
            if effect:
                body.append(Node(STATEMENT, 'if %s %% 50 == 0 { io.print("%s") } '
                                 'else { () }\n  ' % (counter, name)))
            nodes, inner = self.statements(
                Scope(scope.variables, False, bound, scope.body), self.random.randrange(2))
            body += nodes
            if self.chance(50):
                body.append('match (%s %% %d) { ' % (counter, self.random.choice([2, 3, 7])))
                for case in ['0', '1', '_'][self.random.randrange(2):]:
                    body += [case + ' => ',
                             self.next_round(following, params, result, inner), ', ']
                body.append('}')
            else:
                body.append(self.next_round(following, params, result, inner))
            items.append(self.function(name, params, result, effect, body + [' }']))
            works += scope.body.work + 10 * bound
        scope.body.work = works
        self.define(names[0], params, result, effect, scope, bound)
        return items

    def next_round(self, name, params, result, scope):
        args = [Node(INT, '(%s - %d)' % (params[0][0], self.random.choice([1, 1, 1, 2]))),
                self.bounded(result, scope, 3)]
        for variable, type, _ in params[2:]:
            if type[0] == 'Fn' or self.chance(40):
                args.append(Node(type, variable))
            else:
                args.append(self.bounded(type, scope, 2))
        return self.call(result, name, args)

    def recursion(self):
        """Recursion that is not a tail call."""
        twice = self.chance(30)
        deep = not twice and self.chance(8)
        bound = 9 if twice else self.random.choice([5, 15, 40])
        if deep:
            bound = 1100
        result = INT if deep else self.flat_type()
        effect = self.chance(20) and not deep
        params = [self.param(INT), self.param(self.scalar())]
        scope = self.scope_of(params, effect, 500 if twice else bound)
        name = self.fresh('rec')
        counter = params[0][0]
        body = ['if %s <= 0 { ' % counter,
                self.expr(result, scope.pure(), 2), ' } else { ']
        if effect:
            body.append(self.print_statement(scope, 1))
        variables = []
        for step in [1, 2] if twice else [1]:
            variable = self.fresh('v')
            if self.chance(60):
                other = Node(params[1][1], params[1][0])
            else:
                other = self.bounded(params[1][1], scope.pure(), 2)
            call = self.call(result, name, [Node(INT, '%s - %d' % (counter, step)), other])
            body.append(Node(STATEMENT, 'let %s := ' % variable, call, '\n  '))
            variables.append((variable, result))
        body.append(self.bounded(result, scope.pure().with_variables(variables),
                                 1 if deep else 3))
        node = self.function(name, params, result, effect, body + [' }'])
        self.define(name, params, result, effect, scope, bound)
        return [node]

    def list_recursion(self):
        element = self.any_type(1)
        result = self.flat_type()
        params = [self.param(list_of(element)), self.param(INT)]
        scope = self.scope_of(params, False, LIST_SIZE)
        name = self.fresh('walk')
        head, rest = self.fresh('h'), self.fresh('v')
        inner = scope.with_variables([(head, element), (rest, result)])
        body = ['match list.head(%s) { None => ' % params[0][0],
                self.expr(result, scope.pure(), 2), ', Some(%s) => {\n  let %s := ' % (
                    head, rest),
                '%s(list.tail(%s), ' % (name, params[0][0]),
                self.expr(INT, scope.with_variables([(head, element)]), 2), ')\n  ',
                self.bounded(result, inner, 3), '\n  } }']
        node = self.function(name, params, result, False, body)
        self.define(name, params, result, False, scope)
        return [node]

    def union_recursion(self):
        """Functions that build and fold a recursive union."""
        names = [name for name, _ in self.unions if name in self.recursive]
        if not names:
            return self.loop()
        union = self.random.choice(names)
        type = named(union)
        constructors = dict(self.unions)[union]
        build = self.fresh('build')
        params = [self.param(INT), self.param(INT)]
        counter, seed = params[0][0], params[1][0]
        scope = self.scope_of(params, False, 250)
        body = ['if %s <= 0 { ' % counter, self.simplest(type, scope), ' } else { match (',
                self.expr(INT, scope.pure(), 2), ' %% %d) { ' % len(constructors)]
        for i, (constructor, payload) in enumerate(constructors):
            args = []
            for t in payload:
                if t == type:
                    args.append(self.call(type, build, [
                        Node(INT, '%s - 1' % counter),
                        Node(INT, '%s * %d + %d' % (seed, self.random.choice([1, 3, 7]),
                                                    self.random.randrange(10)))]))
                else:
                    args.append(self.expr(t, scope, 1))
            body += [str(i) if i < len(constructors) - 1 else '_', ' => ',
                     self.construct(type, constructor, args), ', ']
        items = [self.function(build, params, type, False, body + ['} }'])]
        self.define(build, params, type, False, scope, 6)
        fold = self.fresh('fold')
        result = self.flat_type()
        params = [self.param(type)]
        scope = self.scope_of(params, False, 250)
        body = ['match %s { ' % params[0][0]]
        for constructor, payload in constructors:
            pattern, variables = self.constructor_pattern(constructor, payload, 0)
            inner = [(name, t) for name, t in variables if t != type]
            body += [pattern, ' => {\n  ']
            for name, t in variables:
                if t == type:
                    folded = self.fresh('v')
                    body.append('let %s := %s(%s)\n  ' % (folded, fold, name))
                    inner.append((folded, result))
            body += [self.bounded(result, Scope(inner, False, 250, scope.body), 3),
                     '\n  }, ']
        items.append(self.function(fold, params, result, False, body + ['}']))
        self.define(fold, params, result, False, scope)
        return items

    def main(self):
        scope = Scope([], True, 1, Body())
        nodes, scope = self.statements(scope, self.random.randint(1, 4))
        types = []
        values = []
        unused = [f for f in self.functions[-6:]]
        for function in unused:
            if scope.body.work + function.work < 2 * WORK_LIMIT:
                values.append(self.call_of(function, scope, 3))
                types.append(function.result)
        for _ in range(2):
            types.append(self.any_type())
            values.append(self.expr(types[-1], scope, 4))
        names = []
        for type, value in zip(types, values):
            names.append(self.fresh('v'))
            nodes.append(Node(STATEMENT, 'let %s := json.stringify(' % names[-1], value,
                              ')\n  io.print(%s)\n  ' % names[-1]))
        result = self.any_type()
        return self.function('main', [], result, True,
                             nodes + [self.expr(result, scope, 4)])

    def program(self):
        """-> Node."""
        items = self.type_items()
        kinds = [(5, self.plain), (5, self.loop), (3, self.recursion),
                 (1, self.list_recursion), (2, self.union_recursion), (1, self.trying)]
        for _ in range(self.random.randint(1, 6)):
            items += self.weighted(kinds)()
        items.append(self.main())
        text = ''.join(item.text() for item in items)
        helpers = [line for name, line in HELPERS if name + '(' in text]
        text += ''.join(helpers)
        imports = ['import "std.%s" as %s\n' % (name, name) for name in MODULES
                   if name + '.' in text]
        return Node(None, *([Node(ITEM, line) for line in imports + helpers] + items))


def step_limit(seed):
    """Mostly out of reach; at times somewhere within the run."""
    source = random.Random(seed * 31 + 7)
    if source.randrange(10) == 0:
        return source.randrange(1, 5000)
    return STEP_LIMIT


if __name__ == '__main__':
    sys.stdout.write(Generator(int(sys.argv[1])).program().text())
