"""Random expressions: operators and calls of the standard library."""

from syntax import (
    BOOL, FLOAT, INT, SCALARS, STR, Node, function_of, list_of, map_of, named,
    option_of, result_of, set_of)


class Operations(object):
    """A part of Generator."""

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
