"""Random well-typed Lex programs.

    python3 tools/differential/generate.py SEED

prints the program of a seed.  Programs end by themselves: functions call only
earlier ones, recursion counts down, and an estimate of the work bounds what is
called in loops.  Accumulators are kept small, so that memory is bounded too.
"""

import random
import sys

from syntax import (
    BOOL, FLOAT, INT, ITEM, SCALARS, STATEMENT, STR, Node, function_of, list_of,
    map_of, named, option_of, result_of, set_of, tuple_of, type_parts, type_text)

MODULES = ['float', 'int', 'io', 'json', 'list', 'map', 'math', 'option', 'result',
           'set', 'str', 'tuple']
WORK_LIMIT = 30000
STEP_LIMIT = 400000
LIST_SIZE = 6               # assumed length of the lists that natives walk

HELPERS = [
    ('clip', 'fn clip[T](xs :: List[T]) -> List[T] '
             '{ if list.len(xs) > 24 { list.tail([]) } else { xs } }\n'),
    ('pair', 'fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }\n'),
    ('pick', 'fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }\n'),
    ('apply', 'fn apply[T, U](f :: (T) -> U, x :: T) -> U { f(x) }\n'),
    ('compose', 'fn compose(f :: (Int) -> Int, g :: (Int) -> Int) -> (Int) -> Int '
                '{ fn (x :: Int) -> Int { g(f(x)) } }\n'),
]

WORDS = ['', 'a', 'b', 'ab', 'lex', 'x,y', ' pad ', 'Hello', 'h\xe9', '12', '-7', '3.5',
         '\u20ac', 'tab\\t', 'q\\"', 'zz top']
FLOATS = ['0.0', '1.0', '0.5', '2.25', '10.0', '0.1', '1e3', '1e16', '123456.789', '1e-7']
BIG_INTS = [9223372036854775807, 4611686018427387904, 1000000007, 65536, 255]


class Function(object):
    """A function that may be called."""

    def __init__(self, name, params, result, effect, work, bound=None):
        self.name = name
        self.params = params        # types; a refined Int is REFINED
        self.result = result
        self.effect = effect        # does it print?
        self.work = work            # steps of one call, estimated
        self.bound = bound          # largest first argument, a counter


REFINED = ('Refined',)


class Scope(object):
    """What an expression may use, and how often it will run."""

    def __init__(self, variables, effect, times, body):
        self.variables = variables  # pairs of a name and a type
        self.effect = effect
        self.times = times
        self.body = body            # the Body whose work is added up

    def with_variables(self, variables, times=1):
        return Scope(self.variables + variables, self.effect, self.times * times,
                     self.body)

    def pure(self, times=1):
        return Scope(self.variables, False, self.times * times, self.body)


class Body(object):
    """The work of one function call, added up while the function is made."""

    def __init__(self):
        self.work = 10


class Generator(object):
    """Makes the program of one seed: ``program()`` -> Node."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.counter = 0
        self.functions = []
        self.records = []           # pairs of a name and its fields
        self.unions = []            # pairs of a name and its constructors
        self.recursive = set()      # names of recursive unions

    # ____________________________________________________________
    # Choices

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def fresh(self, prefix):
        self.counter += 1
        return '%s%d' % (prefix, self.counter)

    def weighted(self, choices):
        """Pick from pairs of a weight and a value."""
        total = sum(weight for weight, _ in choices)
        mark = self.random.randrange(total)
        for weight, value in choices:
            mark -= weight
            if mark < 0:
                return value

    # ____________________________________________________________
    # Types

    def scalar(self):
        return self.weighted([(5, INT), (2, FLOAT), (3, STR), (2, BOOL)])

    def flat_type(self):
        """A type whose values stay small whatever a loop does with them."""
        choices = [(10, INT), (3, FLOAT), (2, BOOL), (2, STR), (2, list_of(INT)),
                   (1, tuple_of(INT, BOOL)), (1, option_of(INT)), (1, map_of(INT, INT)),
                   (1, tuple_of(INT, FLOAT, INT)), (1, set_of(INT)), (1, result_of(INT))]
        for name, fields in self.records:
            if all(type in (INT, FLOAT, BOOL) for _, type in fields):
                choices.append((3, named(name)))
        for name, constructors in self.unions:
            if name not in self.recursive:
                choices.append((2, named(name)))
        return self.weighted(choices)

    def any_type(self, depth=2):
        if depth == 0 or self.chance(45):
            return self.scalar()
        inner = depth - 1
        choices = [
            (4, lambda: list_of(self.any_type(inner))),
            (2, lambda: option_of(self.any_type(inner))),
            (1, lambda: result_of(self.any_type(inner))),
            (2, lambda: tuple_of(self.any_type(inner), self.any_type(inner))),
            (1, lambda: tuple_of(self.scalar(), self.any_type(inner), self.scalar())),
            (1, lambda: map_of(self.key_type(), self.any_type(inner))),
            (1, lambda: set_of(self.key_type())),
        ]
        if self.records:
            choices.append((3, lambda: named(self.random.choice(self.records)[0])))
        if self.unions:
            choices.append((3, lambda: named(self.random.choice(self.unions)[0])))
        return self.weighted(choices)()

    def key_type(self):
        return self.random.choice([INT, STR])

    def type_items(self):
        items = []
        for _ in range(self.random.randrange(3)):
            name = self.fresh('R')
            labels = self.random.sample('abcdefgh', self.random.randint(1, 4))
            if self.chance(50):
                fields = [(label, self.random.choice([INT, INT, FLOAT, BOOL]))
                          for label in labels]
            else:
                fields = [(label, self.any_type(1)) for label in labels]
            items.append(Node(ITEM, 'type %s = { %s }\n' % (name, ', '.join(
                '%s :: %s' % (label, type_text(type)) for label, type in fields))))
            items.append(Node(ITEM, 'fn mk%s(%s) -> %s { { %s } }\n' % (
                name, ', '.join('%s :: %s' % (label, type_text(type))
                                for label, type in fields), name,
                ', '.join('%s: %s' % (label, label) for label, _ in fields))))
            self.records.append((name, fields))
        for _ in range(self.random.randrange(3)):
            name = self.fresh('U')
            recursive = self.chance(40)
            constructors = []
            for i in range(self.random.randint(2, 4)):
                payload = []
                if i > 0 or self.chance(50):
                    payload = [self.scalar() if recursive or self.chance(60)
                               else self.random.choice([INT, FLOAT, BOOL])
                               for _ in range(self.random.randrange(3))]
                if recursive and i > 0:
                    payload += [named(name)] * self.random.randint(0, 2)
                constructors.append((self.fresh('C'), payload))
            if recursive:
                self.recursive.add(name)
            elif any(STR in payload for _, payload in constructors):
                constructors = [(constructor, [INT if type == STR else type
                                               for type in payload])
                                for constructor, payload in constructors]
            items.append(Node(ITEM, 'type %s = %s\n' % (name, ' | '.join(
                constructor + ('(%s)' % ', '.join(type_text(type) for type in payload)
                               if payload else '')
                for constructor, payload in constructors))))
            self.unions.append((name, constructors))
        return items

    # ____________________________________________________________
    # Expressions

    def expr(self, type, scope, depth):
        """An expression of the type; every choice is a complete primary."""
        variables = [name for name, t in scope.variables if t == type]
        scope.body.work += scope.times
        if depth <= 0:
            if variables and self.chance(85):
                return Node(type, self.random.choice(variables))
            return self.simplest(type, scope) if depth < -1 else self.literal(
                type, scope, depth)
        if variables and self.chance(20):
            return Node(type, self.random.choice(variables))
        choices = [(3, self.literal), (2, self.conditional), (2, self.matching),
                   (1, self.unwrapping), (1, self.picking)]
        if self.callable(type, scope):
            choices.append((5, self.calling))
        if self.closures(type, scope):
            choices.append((4, self.calling_closure))
        if self.fields(type, scope):
            choices.append((4, self.selecting))
        choices.append((10, self.operation))
        if type[0] == 'Fn':
            return self.lambda_(type, scope, depth)
        return self.weighted(choices)(type, scope, depth)

    def simplest(self, type, scope):
        """The smallest closed expression of the type."""
        kind = type[0]
        if kind == 'Int':
            return Node(type, '1')
        if kind == 'Float':
            return Node(type, '1.5')
        if kind == 'Str':
            return Node(type, '"s"')
        if kind == 'Bool':
            return Node(type, 'true')
        if kind == 'List':
            return Node(type, '[]')
        if kind == 'Option':
            return Node(type, 'None')
        if kind == 'Result':
            return Node(type, 'Err("e")')
        if kind == 'Map':
            return Node(type, 'map.new()')
        if kind == 'Set':
            return Node(type, 'set.new()')
        if kind == 'Tuple':
            return self.tuple_of([self.simplest(item, scope) for item in type[1:]], type)
        if kind == 'Fn':
            return self.lambda_(type, scope, -2)
        for name, fields in self.records:
            if name == type[1]:
                return self.call(type, 'mk' + name, [self.simplest(t, scope)
                                                     for _, t in fields])
        for name, constructors in self.unions:
            if name == type[1]:
                constructor, payload = constructors[0]
                return self.construct(type, constructor, [self.simplest(t, scope)
                                                          for t in payload])
        raise AssertionError(type)

    def call(self, type, name, args):
        parts = [name, '(']
        for i, arg in enumerate(args):
            if i:
                parts.append(', ')
            parts.append(arg)
        return Node(type, *(parts + [')']))

    def construct(self, type, name, args):
        return self.call(type, name, args) if args else Node(type, name)

    def tuple_of(self, items, type):
        """A literal, or a call that makes the value escape."""
        if len(items) == 2 and self.chance(70):
            return self.call(type, 'pair', items)
        return self.call(type, '', items)

    def literal(self, type, scope, depth):
        kind = type[0]
        if kind == 'Int':
            if self.chance(5):
                return Node(type, str(self.random.choice(BIG_INTS)))
            return Node(type, str(self.random.choice([0, 1, 2, 3, 7, 10, 100,
                                                      self.random.randrange(1000)])))
        if kind == 'Float':
            return Node(type, self.random.choice(FLOATS))
        if kind == 'Str':
            return Node(type, '"%s"' % self.random.choice(WORDS))
        if kind == 'Bool':
            return Node(type, self.random.choice(['true', 'false']))
        inner = depth - 1
        if kind == 'List':
            items = [self.expr(type[1], scope, inner)
                     for _ in range(self.random.randrange(4 if depth > 0 else 2))]
            node = self.call(type, '', items)
            node.parts[1] = '['
            node.parts[-1] = ']'
            return node
        if kind == 'Option':
            if self.chance(25):
                return Node(type, 'None')
            return self.call(type, 'Some', [self.expr(type[1], scope, inner)])
        if kind == 'Result':
            if self.chance(30):
                return self.call(type, 'Err', [self.expr(STR, scope, inner)])
            return self.call(type, 'Ok', [self.expr(type[1], scope, inner)])
        if kind == 'Tuple':
            return self.tuple_of([self.expr(item, scope, inner) for item in type[1:]],
                                 type)
        if kind == 'Map':
            entries = self.expr(list_of(tuple_of(type[1], type[2])), scope, inner)
            return self.call(type, 'map.from_list', [entries])
        if kind == 'Set':
            return self.call(type, 'set.from_list',
                             [self.expr(list_of(type[1]), scope, inner)])
        if kind == 'Fn':
            return self.lambda_(type, scope, depth)
        for name, fields in self.records:
            if name == type[1]:
                return self.call(type, 'mk' + name, [self.expr(t, scope, inner)
                                                     for _, t in fields])
        for name, constructors in self.unions:
            if name == type[1]:
                if depth <= 0:
                    return self.simplest(type, scope)
                constructor, payload = self.random.choice(constructors)
                return self.construct(type, constructor, [self.expr(t, scope, inner)
                                                          for t in payload])
        raise AssertionError(type)

    def lambda_(self, type, scope, depth, times=1):
        """A closure over the scope; it prints only where that is allowed."""
        params = [(self.fresh('p'), param) for param in type[1]]
        inner = scope.pure(times).with_variables(params)
        return Node(type, 'fn (%s) -> %s { ' % (
            ', '.join('%s :: %s' % (name, type_text(t)) for name, t in params),
            type_text(type[2])), self.expr(type[2], inner, depth - 1), ' }')

    def native_lambda(self, params, result, scope, depth):
        """A closure that a native runs for each element; may print."""
        names = [(self.fresh('p'), param) for param in params]
        type = function_of(params, result)
        effect = scope.effect and self.chance(30)
        inner = scope.pure(LIST_SIZE).with_variables(names)
        inner.effect = effect
        head = 'fn (%s) -> %s%s { ' % (
            ', '.join('%s :: %s' % (name, type_text(t)) for name, t in names),
            '[io] ' if effect else '', type_text(result))
        statement = self.print_statement(inner, 1) if effect else ''
        return Node(type, head, statement, self.bounded(result, inner, depth - 1), ' }')

    def conditional(self, type, scope, depth):
        return Node(type, '(if ', self.expr(BOOL, scope, depth - 1), ' { ',
                    self.expr(type, scope, depth - 1), ' } else { ',
                    self.expr(type, scope, depth - 1), ' })')

    def picking(self, type, scope, depth):
        return self.call(type, 'pick', [self.expr(BOOL, scope, depth - 1),
                                        self.expr(type, scope, depth - 1),
                                        self.expr(type, scope, depth - 1)])

    def unwrapping(self, type, scope, depth):
        inner = depth - 1
        which = self.random.randrange(6)
        if which == 0:
            return self.call(type, 'option.unwrap_or', [
                self.expr(option_of(type), scope, inner), self.expr(type, scope, inner)])
        if which == 1:
            return self.call(type, 'result.unwrap_or', [
                self.expr(result_of(type), scope, inner), self.expr(type, scope, inner)])
        if which == 2:
            return self.call(type, 'option.unwrap_or_else', [
                self.expr(option_of(type), scope, inner),
                self.lambda_(function_of([], type), scope, inner)])
        if which == 3:
            return self.call(type, 'result.unwrap_or_else', [
                self.expr(result_of(type), scope, inner),
                self.lambda_(function_of([STR], type), scope, inner)])
        other = self.scalar()
        if which == 4:
            return self.call(type, 'tuple.fst', [self.expr(tuple_of(type, other), scope,
                                                           inner)])
        return self.call(type, 'apply', [
            self.lambda_(function_of([other], type), scope, inner),
            self.expr(other, scope, inner)])

    # ____________________________________________________________
    # Matches

    def matching(self, type, scope, depth):
        subject = self.match_subject(scope)
        arms = self.arms(subject, scope)
        parts = ['(match ', self.computed(subject, scope, depth - 1), ' { ']
        for pattern, variables in arms:
            parts += [pattern, ' => ',
                      self.expr(type, scope.with_variables(variables), depth - 1), ', ']
        return Node(type, *(parts + ['})']))

    def computed(self, type, scope, depth):
        """Not a literal: where a binder precedes the literal, the reference
        takes the wrong arm."""
        value = self.expr(type, scope, depth)
        if type == INT:
            return Node(None, 'int.abs(', value, ')')
        if type == STR:
            return Node(None, 'str.trim(', value, ')')
        return value

    def match_subject(self, scope):
        seen = [t for _, t in scope.variables
                if t[0] in ('Option', 'Result', 'Tuple', 'Named', 'Int', 'Str')]
        if seen and self.chance(60):
            return self.random.choice(seen)
        choices = [(2, INT), (1, STR), (3, option_of(self.any_type(1))),
                   (2, result_of(self.scalar())),
                   (3, tuple_of(self.any_type(1), self.any_type(1)))]
        for name, _ in self.records + self.unions:
            choices.append((4, named(name)))
        return self.weighted(choices)

    def arms(self, type, scope):
        """Pairs of a pattern text and the variables it binds."""
        arms = []
        if type[0] == 'Named' and type[1] in dict(self.unions):
            for constructor, payload in dict(self.unions)[type[1]]:
                if self.chance(25):
                    arms.append(self.constructor_pattern(constructor, payload, 2))
                arms.append(self.constructor_pattern(constructor, payload, 0))
        elif type[0] == 'Option':
            arms = [self.constructor_pattern('Some', [type[1]], 2),
                    self.constructor_pattern('Some', [type[1]], 0), ('None', [])]
        elif type[0] == 'Result':
            arms = [self.constructor_pattern('Ok', [type[1]], self.random.randrange(3)),
                    self.constructor_pattern('Ok', [type[1]], 0),
                    self.constructor_pattern('Err', [STR], 0)]
        else:
            arms = [self.pattern(type, 2) for _ in range(self.random.randint(1, 3))]
        if self.chance(10):
            self.random.shuffle(arms)
        if self.chance(10):
            arms.pop()
        if not arms or self.chance(98):
            arms.append(self.pattern(type, 0))
        return arms

    def constructor_pattern(self, constructor, payload, depth):
        if not payload:
            return constructor, []
        texts, variables = self.patterns(payload, depth)
        return '%s(%s)' % (constructor, ', '.join(texts)), variables

    def patterns(self, types, depth):
        texts = []
        variables = []
        for type in types:
            text, bound = self.pattern(type, depth)
            texts.append(text)
            variables += bound
        return texts, variables

    def pattern(self, type, depth):
        if depth <= 0 or self.chance(25):
            if self.chance(20):
                return '_', []
            name = self.fresh('m')
            return name, [(name, type)]
        kind = type[0]
        if kind == 'Int':
            return str(self.random.choice([0, 1, 2, 3, 7, -1])), []
        if kind == 'Str':
            return '"%s"' % self.random.choice(WORDS), []
        if kind == 'Bool':
            return self.random.choice(['true', 'false']), []
        if kind == 'Tuple':
            texts, variables = self.patterns(type[1:], depth - 1)
            return '(%s)' % ', '.join(texts), variables
        if kind == 'Option':
            if self.chance(30):
                return 'None', []
            return self.constructor_pattern('Some', [type[1]], depth - 1)
        if kind == 'Result':
            return self.constructor_pattern('Ok', [type[1]], depth - 1)
        if kind == 'Named':
            for name, fields in self.records:
                if name == type[1]:
                    chosen = self.random.sample(fields, self.random.randint(1, len(fields)))
                    texts, variables = self.patterns([t for _, t in chosen], depth - 1)
                    return '{ %s }' % ', '.join(
                        '%s: %s' % (label, text)
                        for (label, _), text in zip(chosen, texts)), variables
            constructor, payload = self.random.choice(dict(self.unions)[type[1]])
            return self.constructor_pattern(constructor, payload, depth - 1)
        name = self.fresh('m')
        return name, [(name, type)]

    # ____________________________________________________________
    # Calls

    def callable(self, type, scope):
        return [f for f in self.functions
                if f.result == type and (scope.effect or not f.effect) and
                f.work * scope.times + scope.body.work < WORK_LIMIT]

    def calling(self, type, scope, depth):
        return self.call_of(self.random.choice(self.callable(type, scope)), scope, depth)

    def call_of(self, function, scope, depth):
        type = function.result
        scope.body.work += function.work * scope.times
        args = []
        for i, param in enumerate(function.params):
            if i == 0 and function.bound is not None:
                args.append(self.count(function.bound, scope, depth))
            elif param == REFINED:
                args.append(self.refined_argument(scope, depth))
            else:
                args.append(self.argument(param, scope, depth - 1))
        if self.chance(10) and args:
            first = args.pop(0)
            call = self.call(type, function.name, args)
            return Node(type, '(', first, ' |> ', call, ')')
        return self.call(type, function.name, args)

    def argument(self, type, scope, depth):
        """Records may be literals here: their alias is applied."""
        if type[0] == 'Named' and self.chance(30):
            for name, fields in self.records:
                if name == type[1]:
                    parts = ['{ ']
                    for label, field in self.random.sample(fields, len(fields)):
                        parts += [label + ': ', self.expr(field, scope, depth - 1), ', ']
                    return Node(type, *(parts + ['}']))
        if type[0] == 'Fn':
            names = [f.name for f in self.functions
                     if (tuple(f.params), f.result) == type[1:] and not f.effect and
                     f.bound is None and f.work < 100]
            if names and self.chance(40):
                return Node(type, self.random.choice(names))
        return self.expr(type, scope, depth)

    def count(self, bound, scope, depth):
        if self.chance(60):
            return Node(INT, str(self.random.choice([bound, bound, 1, 0,
                                                     self.random.randint(0, bound)])))
        return Node(INT, '(int.abs(', self.expr(INT, scope, depth - 2), ') %% %d)' % bound)

    def refined_argument(self, scope, depth):
        """Mostly what the refinement demands, and never a literal."""
        if self.chance(7):
            return Node(INT, '(', self.expr(INT, scope, depth - 1), ' - 1)')
        return Node(INT, '(1 + int.min(90, int.max(0, ',
                    self.expr(INT, scope, depth - 2), ')))')

    def closures(self, type, scope):
        return [(name, t) for name, t in scope.variables
                if t[0] == 'Fn' and t[2] == type]

    def calling_closure(self, type, scope, depth):
        name, function = self.random.choice(self.closures(type, scope))
        scope.body.work += 30 * scope.times
        return self.call(type, name, [self.expr(t, scope, depth - 1)
                                      for t in function[1]])

    def fields(self, type, scope):
        found = []
        for variable, t in scope.variables:
            for name, fields in self.records:
                if t == named(name):
                    found += [(variable, label) for label, field in fields
                              if field == type]
        return found

    def selecting(self, type, scope, depth):
        variable, label = self.random.choice(self.fields(type, scope))
        return Node(type, '%s.%s' % (variable, label))

    # ____________________________________________________________
    # Operators and the standard library

    def operation(self, type, scope, depth):
        kind = type[0]
        inner = depth - 1
        if kind == 'Int':
            return self.int_operation(scope, inner)
        if kind == 'Float':
            return self.float_operation(scope, inner)
        if kind == 'Str':
            return self.str_operation(scope, inner)
        if kind == 'Bool':
            return self.bool_operation(scope, inner)
        if kind == 'List':
            return self.list_operation(type, scope, inner)
        if kind == 'Option':
            return self.option_operation(type, scope, inner)
        if kind == 'Result':
            return self.result_operation(type, scope, inner)
        if kind == 'Map':
            return self.map_operation(type, scope, inner)
        if kind == 'Set':
            return self.set_operation(type, scope, inner)
        return self.literal(type, scope, depth)

    def binary(self, type, operator, operand, scope, depth):
        return Node(type, '(', self.expr(operand, scope, depth), ' %s ' % operator,
                    self.expr(operand, scope, depth), ')')

    def apply_std(self, type, name, params, scope, depth):
        return self.call(type, name, [self.expr(t, scope, depth) for t in params])

    def int_operation(self, scope, depth):
        element = self.any_type(1)
        return self.weighted([
            (12, lambda: self.binary(INT, self.random.choice('++--*'), INT, scope, depth)),
            (4, lambda: Node(INT, '(', self.expr(INT, scope, depth), ' %s %s)' % (
                self.random.choice('/%'), self.random.choice(['2', '3', '7', '10', '97',
                                                              '(-3)'])))),
            (1, lambda: self.binary(INT, self.random.choice('/%'), INT, scope, depth)),
            (1, lambda: Node(INT, '(-', self.expr(INT, scope, depth), ')')),
            (1, lambda: self.apply_std(INT, 'int.abs', [INT], scope, depth)),
            (2, lambda: self.apply_std(INT, self.random.choice(['int.min', 'int.max']),
                                       [INT, INT], scope, depth)),
            (1, lambda: self.apply_std(INT, 'str.len', [STR], scope, depth)),
            (1, lambda: self.apply_std(INT, 'str.cmp', [STR, STR], scope, depth)),
            (2, lambda: self.apply_std(INT, 'list.len', [list_of(element)], scope, depth)),
            (1, lambda: self.apply_std(INT, 'map.size', [map_of(STR, element)], scope,
                                       depth)),
            (1, lambda: self.apply_std(INT, 'set.size', [set_of(STR)], scope, depth)),
            (1, lambda: self.apply_std(INT, 'float.to_int', [FLOAT], scope, depth)),
            (1, lambda: self.call(INT, 'compose(%s)' % ', '.join(
                ['fn (x :: Int) -> Int { x * 2 }', 'fn (x :: Int) -> Int { x - 3 }']),
                [self.expr(INT, scope, depth)])),
            (4, lambda: self.folding(INT, scope, depth)),
        ])()

    def folding(self, type, scope, depth):
        if self.chance(25):
            key, value = self.key_type(), self.scalar()
            return self.call(type, 'map.fold', [
                self.expr(map_of(key, value), scope, depth),
                self.expr(type, scope, depth),
                self.native_lambda([type, key, value], type, scope, depth)])
        element = self.any_type(1)
        return self.call(type, 'list.fold', [
            self.walked_list(element, scope, depth), self.expr(type, scope, depth),
            self.native_lambda([type, element], type, scope, depth)])

    def walked_list(self, element, scope, depth):
        """A list for a native to walk, at times long enough to be compiled."""
        if element == INT and self.chance(40) and scope.times < 10:
            scope.body.work += 1000 * scope.times
            return Node(list_of(INT), 'list.range(0, %d)' % self.random.choice(
                [3, 10, 50, 200]))
        return self.expr(list_of(element), scope, depth)

    def float_operation(self, scope, depth):
        return self.weighted([
            (10, lambda: self.binary(FLOAT, self.random.choice('++-**/%'), FLOAT, scope,
                                     depth)),
            (1, lambda: Node(FLOAT, '(-', self.expr(FLOAT, scope, depth), ')')),
            (4, lambda: self.apply_std(FLOAT, 'int.to_float', [INT], scope, depth)),
            (3, lambda: self.apply_std(FLOAT, 'math.' + self.random.choice(
                ['sqrt', 'abs', 'floor', 'ceil', 'round', 'trunc']), [FLOAT], scope,
                depth)),
            (1, lambda: self.apply_std(FLOAT, self.random.choice(['math.min', 'math.max']),
                                       [FLOAT, FLOAT], scope, depth)),
            (2, lambda: self.folding(FLOAT, scope, depth)),
        ])()

    def str_operation(self, scope, depth):
        low = self.random.randrange(4)
        return self.weighted([
            (6, lambda: self.binary(STR, '+', STR, scope, depth)),
            (2, lambda: self.apply_std(STR, 'str.concat', [STR, STR], scope, depth)),
            (4, lambda: self.apply_std(STR, 'int.to_str', [INT], scope, depth)),
            (2, lambda: self.apply_std(STR, 'float.to_str', [FLOAT], scope, depth)),
            (2, lambda: Node(STR, 'str.slice(', self.expr(STR, scope, depth),
                             ', %d, %d)' % (low, low + self.random.randrange(5)))),
            (1, lambda: self.apply_std(STR, 'str.char_at', [STR, INT], scope, depth)),
            (2, lambda: self.apply_std(STR, 'str.' + self.random.choice(
                ['to_upper', 'to_lower', 'trim']), [STR], scope, depth)),
            (1, lambda: self.apply_std(STR, 'str.replace', [STR, STR, STR], scope,
                                       min(depth, 1))),
            (2, lambda: self.apply_std(STR, 'str.join', [list_of(STR), STR], scope, depth)),
            (2, lambda: self.apply_std(STR, 'json.stringify', [self.any_type(2)], scope,
                                       depth)),
            (2, lambda: self.interpolation(scope)),
            (1, lambda: Node(STR, 'str.slice(', self.folding(STR, scope, depth),
                             ', 0, 40)')),
        ])()

    def interpolation(self, scope):
        names = [name for name, t in scope.variables if t == STR]
        ints = [name for name, t in scope.variables if t == INT]
        holes = ['{%s}' % name for name in names]
        holes += ['{int.to_str(%s)}' % name for name in ints]
        if not holes:
            return Node(STR, '"none"')
        return Node(STR, 'f"<%s|%s>"' % (self.random.choice(holes),
                                         self.random.choice(holes)))

    def bool_operation(self, scope, depth):
        element = self.any_type(1)
        compared = self.random.choice(SCALARS)
        return self.weighted([
            (10, lambda: self.binary(BOOL, self.random.choice(
                ['<', '<=', '>', '>=', '==', '!=']),
                self.random.choice([INT, INT, FLOAT, STR]), scope, depth)),
            (2, lambda: self.binary(BOOL, self.random.choice(['==', '!=']), compared, scope,
                                    depth)),
            (2, lambda: self.binary(BOOL, self.random.choice(['==', '!=']), list_of(element),
                                    scope, depth)),
            (2, lambda: self.equal_named(scope, depth)),
            (3, lambda: self.binary(BOOL, self.random.choice(['and', 'or']), BOOL, scope,
                                    depth)),
            (2, lambda: Node(BOOL, '(not ', self.expr(BOOL, scope, depth), ')')),
            (2, lambda: self.apply_std(BOOL, 'str.' + self.random.choice(
                ['contains', 'starts_with', 'ends_with']), [STR, STR], scope, depth)),
            (1, lambda: self.apply_std(BOOL, 'list.is_empty', [list_of(element)], scope,
                                       depth)),
            (1, lambda: self.apply_std(BOOL, 'map.has', [map_of(INT, element), INT], scope,
                                       depth)),
            (1, lambda: self.apply_std(BOOL, 'set.has', [set_of(STR), STR], scope, depth)),
            (1, lambda: self.apply_std(BOOL, 'option.is_some', [option_of(element)], scope,
                                       depth)),
            (1, lambda: self.apply_std(BOOL, 'set.is_subset', [set_of(INT), set_of(INT)],
                                       scope, depth)),
        ])()

    def equal_named(self, scope, depth):
        choices = self.records + self.unions
        type = named(self.random.choice(choices)[0]) if choices else option_of(INT)
        return self.binary(BOOL, '==', type, scope, depth)

    def list_operation(self, type, scope, depth):
        element = type[1]
        source = self.any_type(1)
        choices = [
            (5, lambda: self.call(type, 'list.map', [
                self.walked_list(source, scope, depth),
                self.native_lambda([source], element, scope, depth)])),
            (4, lambda: self.call(type, 'list.filter', [
                self.walked_list(element, scope, depth),
                self.native_lambda([element], BOOL, scope, depth)])),
            (3, lambda: self.call(type, 'list.sort_by', [
                self.expr(type, scope, depth),
                self.native_lambda([element], self.random.choice([INT, STR]), scope,
                                   depth)])),
            (2, lambda: self.apply_std(type, 'list.reverse', [type], scope, depth)),
            (2, lambda: self.apply_std(type, 'list.tail', [type], scope, depth)),
            (2, lambda: self.apply_std(type, 'list.cons', [element, type], scope, depth)),
            (2, lambda: self.apply_std(type, 'list.concat', [type, type], scope, depth)),
            (1, lambda: self.apply_std(type, 'map.values', [map_of(INT, element)], scope,
                                       depth)),
        ]
        if element == INT:
            choices.append((4, lambda: self.walked_list(INT, scope, depth)))
        if element == STR:
            choices.append((3, lambda: self.apply_std(type, 'str.split', [STR, STR], scope,
                                                      depth)))
        if element in (INT, STR):
            choices.append((1, lambda: self.apply_std(type, 'set.to_list',
                                                      [set_of(element)], scope, depth)))
            choices.append((1, lambda: self.apply_std(
                type, 'map.keys', [map_of(element, BOOL)], scope, depth)))
        if element[0] == 'Tuple' and len(element) == 3:
            if element[1] == INT:
                choices.append((3, lambda: self.apply_std(
                    type, 'list.enumerate', [list_of(element[2])], scope, depth)))
            if element[1] in (INT, STR):
                choices.append((2, lambda: self.apply_std(
                    type, 'map.entries', [map_of(element[1], element[2])], scope, depth)))
        return self.weighted(choices)()

    def option_operation(self, type, scope, depth):
        element = type[1]
        source = self.any_type(1)
        choices = [
            (3, lambda: self.apply_std(type, 'list.head', [list_of(element)], scope, depth)),
            (2, lambda: self.apply_std(type, 'map.get', [map_of(STR, element), STR], scope,
                                       depth)),
            (2, lambda: self.call(type, 'option.map', [
                self.expr(option_of(source), scope, depth),
                self.lambda_(function_of([source], element), scope, depth)])),
            (2, lambda: self.call(type, 'option.and_then', [
                self.expr(option_of(source), scope, depth),
                self.lambda_(function_of([source], type), scope, depth)])),
            (1, lambda: self.call(type, 'option.or_else', [
                self.expr(type, scope, depth),
                self.lambda_(function_of([], type), scope, depth)])),
        ]
        if element == INT:
            choices.append((2, lambda: self.apply_std(type, 'str.to_int', [STR], scope,
                                                      depth)))
        if element == FLOAT:
            choices.append((2, lambda: self.apply_std(type, 'str.to_float', [STR], scope,
                                                      depth)))
        if element == STR:
            choices.append((2, lambda: self.apply_std(
                type, 'str.' + self.random.choice(['strip_prefix', 'strip_suffix']),
                [STR, STR], scope, depth)))
        return self.weighted(choices)()

    def result_operation(self, type, scope, depth):
        element = type[1]
        source = self.any_type(1)
        return self.weighted([
            (2, lambda: self.apply_std(type, 'option.ok_or', [option_of(element), STR], scope,
                                       depth)),
            (2, lambda: self.call(type, 'result.map', [
                self.expr(result_of(source), scope, depth),
                self.lambda_(function_of([source], element), scope, depth)])),
            (2, lambda: self.call(type, 'result.and_then', [
                self.expr(result_of(source), scope, depth),
                self.lambda_(function_of([source], type), scope, depth)])),
            (1, lambda: self.call(type, 'result.map_err', [
                self.expr(type, scope, depth),
                self.lambda_(function_of([STR], STR), scope, depth)])),
            (1, lambda: self.call(type, 'result.or_else', [
                self.expr(type, scope, depth),
                self.lambda_(function_of([STR], type), scope, depth)])),
        ])()

    def map_operation(self, type, scope, depth):
        key, value = type[1], type[2]
        return self.weighted([
            (4, lambda: self.apply_std(type, 'map.set', [type, key, value], scope, depth)),
            (1, lambda: self.apply_std(type, 'map.delete', [type, key], scope, depth)),
            (1, lambda: self.apply_std(type, 'map.merge', [type, type], scope, depth)),
            (2, lambda: self.literal(type, scope, depth)),
        ])()

    def set_operation(self, type, scope, depth):
        return self.weighted([
            (3, lambda: self.apply_std(type, 'set.add', [type, type[1]], scope, depth)),
            (1, lambda: self.apply_std(type, 'set.delete', [type, type[1]], scope, depth)),
            (2, lambda: self.apply_std(type, 'set.' + self.random.choice(
                ['union', 'intersect', 'diff']), [type, type], scope, depth)),
            (1, lambda: self.literal(type, scope, depth)),
        ])()

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
