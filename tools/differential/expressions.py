"""Random expressions: literals, matches, calls of functions and closures."""

from syntax import (
    BOOL, INT, STR, Node, function_of, list_of, named, option_of, result_of,
    tuple_of, type_text)
from scopes import BIG_INTS, FLOATS, LIST_SIZE, REFINED, WORDS, WORK_LIMIT


class Expressions(object):
    """A part of Generator."""

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
