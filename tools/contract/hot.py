"""Random programs around hot loops: what compiled code specialises on changes late.

Values of all kinds are handed round in tail calls, folds, mutual and deep recursion:
they change places, are kept in part, are replaced by others of another constructor or by
another constant.  Floats are NaN, infinite, zero with either sign, or denormal, and
meet all order operators.

    python3 tools/contract/hot.py SEED

prints the program of a seed.
"""

import os
import random
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))), 'differential'))

import generate
from generate import Generator
from scopes import Function, Scope
from syntax import (
    FLOAT, INT, ITEM, STATEMENT, STR, Node, function_of, list_of, named, option_of,
    result_of, tuple_of, type_text)

PRIME = 1000003
ORDERS = ['<', '<=', '>', '>=', '==', '!=']
SPECIAL = ['0.0 / 0.0', '1.0 / 0.0', '-1.0 / 0.0', '0.0', '-0.0', '5.0e-324',
           '2.2250738585072014e-308', '1.0', '-1.0', '1.7976931348623157e308', '0.1']
NEAR_LIMITS = ['9223372036854775807', '-9223372036854775807', '4611686018427387904',
               '-4611686018427387904', '4294967296', '2147483647', '1', '0', '-1']
WIDE = ['\U0001f600', 'a\U0001f600b', '\U00010400x', 'e\u0301\U0001f468', 'plain', '',
        '\u20ac\U0001f4a9']
# Calls nest up to 1024 frames; main and what it calls take a few.
DEEPEST = [1005, 1010, 1015, 1020, 1021, 1022, 1023, 1024]
LONG = [2500, 2500, 4000, 9000]
SHORT = [12, 40, 130, 600]


class HotGenerator(Generator):
    """Makes the program of one seed: ``program()`` -> Node."""

    def __init__(self, seed):
        Generator.__init__(self, seed)
        self.effect = self.chance(60)
        self.helpers = {}

    def program(self):
        items = self.type_items() + self.own_types()
        calls = []
        for _ in range(self.random.choice([1, 1, 2])):
            form = self.weighted([(6, self.tail_loop), (2, self.fold_loop),
                                  (2, self.mutual_loop), (2, self.deep_recursion)])
            more, call = form()
            items += more
            calls.append(call)
        items = [item for items_of_one in self.helpers.values()
                 for item in items_of_one] + items
        names = [self.fresh('v') for _ in calls]
        body = [Node(STATEMENT, 'let %s := ' % name, call, '\n  ')
                for name, call in zip(names, calls)]
        value = names[0] if len(names) == 1 else '(%s)' % ', '.join(names)
        result = tuple_of(INT, FLOAT)
        if len(names) > 1:
            result = tuple_of(*[result] * len(names))
        items.append(self.function('main', [], result, True, body + [value]))
        text = ''.join(item.text() for item in items)
        helpers = [line for name, line in generate.HELPERS if name + '(' in text]
        text += ''.join(helpers)
        imports = ['import "std.%s" as %s\n' % (name, name) for name in generate.MODULES
                   if name + '.' in text]
        return Node(None, *([Node(ITEM, line) for line in imports + helpers] + items))

    def own_types(self):
        """A record and a union whose parts are numbers, so that loops do not grow."""
        record, union = self.fresh('H'), self.fresh('U')
        fields = [('x', INT), ('y', FLOAT), ('z', INT)][:self.random.randint(2, 3)]
        constructors = [(self.fresh('C'), [INT, FLOAT]), (self.fresh('C'), [FLOAT]),
                        (self.fresh('C'), []), (self.fresh('C'), [INT, INT, INT])]
        constructors = constructors[:self.random.randint(2, 4)]
        self.records.append((record, fields))
        self.unions.append((union, constructors))
        self.plain_record, self.plain_union = named(record), named(union)
        return [
            Node(ITEM, 'type %s = { %s }\n' % (record, ', '.join(
                '%s :: %s' % (label, type_text(type)) for label, type in fields))),
            Node(ITEM, 'fn mk%s(%s) -> %s { { %s } }\n' % (
                record, ', '.join('%s :: %s' % (label, type_text(type))
                                  for label, type in fields), record,
                ', '.join('%s: %s' % (label, label) for label, _ in fields))),
            Node(ITEM, 'type %s = %s\n' % (union, ' | '.join(
                name + ('(%s)' % ', '.join(type_text(type) for type in payload)
                        if payload else '') for name, payload in constructors)))]

    # ____________________________________________________________
    # Values that are handed round

    def slot_type(self):
        return self.weighted([
            (4, FLOAT), (2, INT), (3, tuple_of(INT, FLOAT)), (3, tuple_of(INT, INT, INT)),
            (1, tuple_of(FLOAT, FLOAT)), (2, option_of(INT)), (2, option_of(FLOAT)),
            (1, result_of(INT)), (3, self.plain_record), (4, self.plain_union),
            (2, function_of([INT], INT)), (2, list_of(INT)), (1, list_of(FLOAT)), (1, STR),
            (1, option_of(tuple_of(INT, FLOAT)))])

    def slots(self):
        """Triples of a name, a type and its text: few types, so that values can change
        places."""
        types = []
        for _ in range(self.random.choice([1, 1, 2, 2, 3])):
            types += [self.slot_type()] * self.random.choice([1, 1, 2, 2, 3, 3, 4, 6])
        return [self.param(type) for type in types[:7]]

    def new_value(self, type, scope, n):
        """An expression of the type.  ``n`` is the name of the counter."""
        which = self.random.randrange(10)
        if type == FLOAT and which < 6:
            return self.new_float(n)
        if type == INT and which < 4:
            return Node(INT, self.random.choice([
                n, '(%s %% 5)' % n, '(0 - %s)' % n, self.random.choice(NEAR_LIMITS)]))
        if type == STR and which < 6:
            return Node(STR, '"%s"' % self.random.choice(WIDE))
        if type[0] == 'List' and which < 7:
            return self.new_list(type, scope, n)
        if type[0] == 'Fn':
            return self.closure(scope, n)
        if which < 3:
            return self.call(type, self.helper(type), [Node(INT, '%s %% %d' % (
                n, self.random.choice([2, 3, 5, 7])))])
        return self.bounded(type, scope, self.random.choice([1, 1, 2]))

    def new_float(self, n):
        which = self.random.randrange(4)
        if which == 0:
            return Node(FLOAT, '(%s)' % self.random.choice(SPECIAL))
        if which == 1:
            return self.call(FLOAT, self.helper(FLOAT), [Node(INT, n)])
        if which == 2:
            return Node(FLOAT, 'int.to_float(%s %% %d)' % (
                n, self.random.choice([2, 3, 5])))
        return Node(FLOAT, '(if %s { %s } else { %s })' % (
            self.round_test(n), self.random.choice(SPECIAL), self.random.choice(SPECIAL)))

    def new_list(self, type, scope, n):
        """Windows of the same storage."""
        names = [name for name, t in scope.variables if t == type]
        if not names or self.chance(20):
            item = self.random.choice(SPECIAL) if type[1] == FLOAT else n
            return Node(type, '[%s, %s]' % (item, self.random.choice(SPECIAL)
                                            if type[1] == FLOAT else '1'))
        name = self.random.choice(names)
        item = self.new_float(n) if type[1] == FLOAT else Node(INT, n)
        return Node(type, 'clip(', self.weighted([
            (2, Node(type, 'list.tail(%s)' % name)),
            (2, Node(type, 'list.cons(', item, ', %s)' % name)),
            (2, Node(type, 'list.concat(%s, [' % name, item, '])')),
            (1, Node(type, 'list.concat(%s, %s)' % (name, self.random.choice(names)))),
            (1, Node(type, 'list.reverse(%s)' % name))]), ')')

    def closure(self, scope, n):
        variables = [name for name, t in scope.variables if t == INT]
        name = self.fresh('p')
        return Node(function_of([INT], INT), 'fn (%s :: Int) -> Int { (%s %s %s) %% %d }' % (
            name, name, self.random.choice('+-*'), self.random.choice(variables + [n]),
            PRIME))

    def helper(self, type):
        """The name of a function from a number; its results are often the same objects,
        since calls of functions without effects are remembered."""
        if type not in self.helpers or self.chance(20):
            name, n = self.fresh('h'), self.fresh('a')
            scope = Scope([(n, INT)], False, 1000, self.scope_of([], False).body)
            arms = []
            for key in range(self.random.randint(2, 5)):
                if type == FLOAT:
                    value = Node(FLOAT, self.random.choice(SPECIAL))
                else:
                    value = self.expr(type, scope, 1)
                arms += ['%d => ' % key, value, ', ']
            arms[-3] = '_ => '
            body = ['match (%s %% %d) { ' % (n, len(arms) // 3)] + arms + ['}']
            # The result of a function with effects is made anew each time.
            node = self.function(name, [(n, INT, 'Int')], type,
                                 self.effect and self.chance(40), body)
            self.helpers.setdefault(type, []).append(node)
            self.last_helper = getattr(self, 'last_helper', {})
            self.last_helper[type] = name
        return self.last_helper[type]

    # ____________________________________________________________
    # Uses: what is seen of a value

    def use(self, type, name, n):
        """The text of an Int that depends on a value."""
        kind = type[0]
        if kind == 'Int':
            return '%s %% %d' % (name, PRIME)
        if kind == 'Float':
            return self.float_use(name)
        if kind == 'Str':
            return 'str.len(%s)' % name
        if kind == 'Fn':
            return '%s(%s)' % (name, n)
        if kind == 'List':
            head = self.fresh('m')
            return '(match list.head(%s) { None => 0, Some(%s) => %s + list.len(%s) })' % (
                name, head, self.use(type[1], head, n), name)
        if kind == 'Tuple':
            place = self.random.randrange(len(type) - 1)
            part = self.fresh('m')
            patterns = ['_'] * (len(type) - 1)
            patterns[place] = part
            return '(match %s { (%s) => %s })' % (name, ', '.join(patterns),
                                                  self.use(type[1 + place], part, n))
        arms = ['%s => %s' % arm for arm in self.arms_of(type, n)]
        return '(match %s { %s })' % (name, ', '.join(arms))

    def arms_of(self, type, n):
        """Pairs of a pattern and the text of an Int, for each constructor."""
        cases = {'Option': [('Some', type[1:]), ('None', [])],
                 'Result': [('Ok', type[1:]), ('Err', [STR])]}.get(type[0])
        if cases is None:
            if type == self.plain_record:
                label, part = self.random.choice(dict(self.records)[type[1]])
                name = self.fresh('m')
                return [('{ %s: %s }' % (label, name), self.use(part, name, n))]
            cases = dict(self.unions)[type[1]]
        arms = []
        for i, (constructor, payload) in enumerate(cases):
            if not payload:
                arms.append((constructor, str(i)))
                continue
            names = [self.fresh('m') for _ in payload]
            place = self.random.randrange(len(payload))
            arms.append(('%s(%s)' % (constructor, ', '.join(names)),
                         self.use(payload[place], names[place], n)))
        return arms

    def float_use(self, name):
        """An order and another one, often its complement."""
        other = self.random.choice(['0.0', '1.0', '-1.0', '0.5'])
        which = self.random.randrange(4)
        if which == 0:
            return '(if 1.0 / %s > 0.0 { 1 } else { 2 })' % name
        if which == 1:
            return 'float.to_int(%s) %% %d' % (name, PRIME)
        first, second = self.random.choice(ORDERS), self.random.choice(ORDERS)
        pairs = [(name, other), (other, name)]
        return '(if %s %s %s { 1 } else { if %s %s %s { 2 } else { 3 } })' % (
            self.random.choice(pairs)[0], first, other if self.chance(80) else name,
            *(self.random.choice(pairs)[:1] + (second,) + (other,)))

    # ____________________________________________________________
    # Tests

    def round_test(self, n):
        if self.chance(50):
            return '%s %% %d %s %d' % (n, self.random.choice([2, 3, 5, 7]), self.random.choice(
                ['==', '<', '!=']), self.random.choice([0, 1, 1, 2]))
        return '%s %s %d' % (n, self.random.choice('<>'), self.random.choice(
            self.barriers))

    def tests(self, params, n):
        """A few conditions, each on what the one before is about, or not."""
        floats = [name for name, type, _ in params if type == FLOAT]
        ints = [name for name, type, _ in params if type == INT]
        if floats and self.chance(50):
            pair = [self.random.choice(floats),
                    self.random.choice(floats + ['0.0', '1.0', '(0.0 / 0.0)'])]
            found = []
            for _ in range(self.random.choice([1, 2, 2, 3])):
                self.random.shuffle(pair)
                found.append('%s %s %s' % (pair[0], self.random.choice(ORDERS), pair[1]))
            return found
        if ints and self.chance(40):
            return ['%s %s %s' % (self.random.choice(ints), self.random.choice(ORDERS),
                                  self.random.choice(ints + NEAR_LIMITS + [n]))]
        alike = [(a, b) for a, type, _ in params for b, other, _ in params
                 if a != b and type == other and type[0] != 'Fn']
        if alike and self.chance(15):
            return ['%s == %s' % self.random.choice(alike)]
        return [self.round_test(n)]

    # ____________________________________________________________
    # A round: what happens between two turns of a loop

    def round_(self, params, depth, following):
        """-> parts of an expression.  ``following(values)`` makes the next turn."""
        n = params[0][0]
        if depth > 0 and self.chance(60):
            if self.chance(25):
                parts = self.matched_round(params, depth, following)
                if parts:
                    return parts
            tests = self.tests(params[3:], n)
            parts = []
            for test in tests:
                parts += ['if %s { ' % test] + self.round_(params, depth - 1, following)
                parts += [' } else { ']
            return parts + self.round_(params, depth - 1, following) + [' }' * len(tests)]
        return [following(self.turn(params))]

    def matched_round(self, params, depth, following):
        """The next turn depends on the constructor of a value."""
        n = params[0][0]
        subjects = [(name, type) for name, type, _ in params[3:]
                    if type[0] in ('Option', 'Result', 'Named')]
        if not subjects:
            return None
        name, type = self.random.choice(subjects)
        parts = ['match %s { ' % name]
        for pattern, use in self.arms_of(type, n):
            sum = params[1][0]
            parts += [pattern, ' => {\n  ', 'let %s := (%s + %s) %% %d\n  ' % (
                sum, sum, use, PRIME)]
            parts += self.round_(params, depth - 1, following) + ['\n  }, ']
        return parts + ['}']

    def turn(self, params):
        """-> Nodes: the arguments of the next turn."""
        n, sum, real = [name for name, _, _ in params[:3]]
        slots = params[3:]
        scope = Scope([(name, type) for name, type, _ in params], False, 3000,
                      self.scope_of([], False).body)
        seen = self.random.choice(slots)
        values = [Node(INT, '%s - 1' % n),
                  Node(INT, '(%s * 31 + %s) %% %d' % (sum, self.use(
                      seen[1], seen[0], n), PRIME)),
                  Node(FLOAT, self.real_use(real, slots))]
        moved = self.chance(70)
        for name, type, _ in slots:
            alike = [other for other, t, _ in slots if t == type]
            if moved and len(alike) > 1:
                following = alike[(alike.index(name) + 1) % len(alike)]
                values.append(Node(type, following if self.chance(75) else
                                   self.random.choice(alike)))
            elif self.chance(50):
                values.append(Node(type, name))
            else:
                values.append(self.new_value(type, scope, n))
        if moved and self.chance(40):
            place = self.random.randrange(len(slots))
            values[3 + place] = self.new_value(slots[place][1], scope, n)
        return values

    def real_use(self, real, slots):
        floats = [name for name, type, _ in slots if type == FLOAT]
        floats += ['%s.y' % name for name, type, _ in slots if type == self.plain_record]
        if not floats or self.chance(20):
            return real
        return '%s * 0.5 + %s' % (real, self.random.choice(floats))

    # ____________________________________________________________
    # Loops

    def params(self):
        params = [self.param(INT), self.param(INT), self.param(FLOAT)]
        return params + self.slots()

    def length(self):
        """How many turns; barriers are turns at which something changes."""
        turns = self.random.choice(LONG if self.chance(65) else SHORT)
        self.barriers = [turns // 2, turns // 3, 3, 10, max(1, turns - 1500), turns // 5]
        return turns

    def first_values(self, params):
        scope = Scope([], False, 1, self.scope_of([], False).body)
        values = [Node(INT, '7'), Node(FLOAT, '0.0')]
        for _, type, _ in params[3:]:
            if type == FLOAT:
                values.append(Node(FLOAT, self.random.choice(SPECIAL)))
            elif type[0] == 'Fn':
                values.append(self.closure(scope, '3'))
            else:
                values.append(self.expr(type, scope, 2))
        return values

    def looping(self, name, following, params, effect):
        n, sum, real = [other for other, _, _ in params[:3]]
        body = ['if %s <= 0 { (%s, %s) } else { ' % (n, sum, real)]
        body += self.round_(params, 2, lambda values: self.call(
            tuple_of(INT, FLOAT), following, values))
        return self.function(name, params, tuple_of(INT, FLOAT), effect, body + [' }'])

    def tail_loop(self):
        turns = self.length()
        params = self.params()
        name = self.fresh('go')
        item = self.looping(name, name, params, self.effect)
        return [item], self.call(tuple_of(INT, FLOAT), name,
                                 [Node(INT, str(turns))] + self.first_values(params))

    def mutual_loop(self):
        turns = self.length()
        params = self.params()
        names = [self.fresh('go') for _ in range(self.random.choice([2, 2, 3]))]
        items = [self.looping(name, names[(i + 1) % len(names)], params, self.effect)
                 for i, name in enumerate(names)]
        return items, self.call(tuple_of(INT, FLOAT), names[0],
                                [Node(INT, str(turns))] + self.first_values(params))

    def fold_loop(self):
        turns = self.length()
        params = self.params()
        types = tuple_of(*[type for _, type, _ in params[1:]])
        state, name = self.fresh('t'), self.fresh('go')
        n = params[0][0]
        step = self.fresh('step')
        body = ['match %s { (%s) => ' % (state, ', '.join(
            other for other, _, _ in params[1:]))]
        body += self.round_(params, 2, lambda values: self.call(types, '', values[1:]))
        items = [self.function(step, [(state, types, type_text(types)), (n, INT, 'Int')],
                               types, self.effect, body + [' }'])]
        firsts = self.call(types, '', self.first_values(params))
        sum, real = self.fresh('m'), self.fresh('m')
        wanted = ', '.join([sum, real] + ['_'] * (len(params) - 3))
        items.append(self.function(name, [(n, INT, 'Int')], tuple_of(INT, FLOAT),
                                   self.effect, [
            'match list.fold(list.range(0, %s), ' % n, firsts, ', %s) { (%s) => '
            '(%s, %s) }' % (step, wanted, sum, real)]))
        return items, self.call(tuple_of(INT, FLOAT), name, [Node(INT, str(turns))])

    def deep_recursion(self):
        """Recursion near the limit, again and again."""
        depth = self.random.choice(DEEPEST if self.chance(50) else [5, 30, 200])
        self.barriers = [depth // 2, 3, 10, depth - 5]
        params = self.params()
        inner, outer = self.fresh('deep'), self.fresh('go')
        n, sum, real = [name for name, _, _ in params[:3]]
        a, b = self.fresh('m'), self.fresh('m')

        def following(values):
            call = self.call(tuple_of(INT, FLOAT), inner, values)
            return Node(None, 'match ', call, ' { (%s, %s) => ((%s * 31 + %s) %% %d, '
                        '%s * 0.5 + %s) }' % (a, b, a, n, PRIME, b, real))
        body = ['if %s <= 0 { (%s, %s) } else { ' % (n, sum, real)]
        body += self.round_(params, 1, following)
        result = tuple_of(INT, FLOAT)
        items = [self.function(inner, params, result, self.effect, body + [' }'])]
        times = max(3, self.random.choice([3000, 9000]) // depth)
        count, last = self.param(INT), self.param(result)
        call = self.call(result, inner, [Node(INT, str(depth))] + self.first_values(params))
        again = self.fresh('v')
        items.append(self.function(outer, [count, last], result, self.effect, [
            'if %s <= 0 { %s } else {\n  let %s := ' % (count[0], last[0], again), call,
            '\n  %s(%s - 1, %s) }' % (outer, count[0], again)]))
        return items, self.call(result, outer, [Node(INT, str(times)),
                                                Node(result, '(0, 0.0)')])


def program(seed):
    """-> Node."""
    return HotGenerator(seed).program()


if __name__ == '__main__':
    sys.stdout.write(program(int(sys.argv[1])).text())
