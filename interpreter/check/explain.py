"""Type errors for people: the exact place, why, and the way out.

Every method takes an error of ``errors``, gives it a Diagnosis and gives it back.
"""

from interpreter.canonical import tree
from interpreter.check import origins, rows, wording
from interpreter.check.blame import extra_field, is_tail, smallest, tail
from interpreter.check.types import is_of_error
from interpreter.check.wording import differs
from interpreter.diagnostics import names
from interpreter.diagnostics.diagnosis import Diagnosis, Span


class Explainer(object):
    """Explains the errors of one program, function by function."""

    def __init__(self, table, globals, locals):
        self.table = table
        self.globals = globals
        self.locals = locals
        self.stages = []
        self.decl = None                        # tree.FnDecl in hand
        self.path = ''

    def enter(self, decl):
        self.decl = decl
        self.path = decl.path

    # Shorthands

    def span(self, node):
        return Span(self.path, node.offset, node.end)

    def name_span(self, offset, name):
        return Span(self.path, offset, offset + len(name))

    def _give(self, error, diagnosis):
        if error.kind == 'infinite_type':
            diagnosis.title = 'this value would have to contain itself'
            diagnosis.label = ''
            diagnosis.helps = ['recursive data needs a declared union, for example '
                               '`type Tree = Leaf | Node(Tree, Int, Tree)`']
        error.diagnosis = diagnosis
        return error

    def at(self, error, node):
        """An error that says it all, at ``node``."""
        title = error.message_text
        if error.kind == 'non_exhaustive_match':
            title = 'this match has no arms'
        return self._give(error, Diagnosis(title, self.span(node)))

    def _mismatch(self, error, expr, found, expected, what):
        """``expr`` has type ``found``; ``what`` names what should be ``expected``."""
        self._explain_mismatch(error, expr, found, expected, what)
        error.diagnosis.follows = is_of_error(found) or is_of_error(expected)
        self._blame_type_name(error.diagnosis, found, expected)
        return error

    def _blame_type_name(self, diagnosis, found, expected):
        """If a type was written that there is not, that is the mistake."""
        for type in [found, expected]:
            name = wording.undeclared(type, self.table)
            if name == '' or name in self.decl.type_params:
                continue
            question = wording.type_question(name, self.table)
            written = origins.written_type(self.decl, name)
            if question == '' or written is None:
                continue
            diagnosis.notes = []
            diagnosis.note(diagnosis.span, diagnosis.title)
            diagnosis.title = 'there is no type `%s`' % wording.of_name(name)
            diagnosis.label = ''
            diagnosis.span = self.span(written)
            diagnosis.helps = [question]
            diagnosis.cause = 'type %s %s' % (self.path, name)
            return

    def _explain_mismatch(self, error, expr, found, expected, what):
        if error.kind == 'effect_row_mismatch':
            return self._rows(error, expr, found, expected, what)
        blame = smallest(expr, found, expected, self.table)
        field = extra_field(blame, self.table)
        if field is not None:
            return self._extra_field(error, field, blame)
        if blame.what != '':
            what = blame.what
        wanted = wording.of_type(blame.expected)
        has = wording.of_type(blame.found)
        diagnosis = Diagnosis('%s should be %s, found %s' % (what, wanted, has),
                              self.span(blame.node))
        self._give(error, diagnosis)
        if error.kind == 'infinite_type':
            return error
        if wanted == has:
            diagnosis.title = '%s should be another %s' % (what, wanted)
        if isinstance(blame.node, tree.Expr):
            origins.label(self, diagnosis, blame.expr, has)
            diagnosis.helps.extend(self._block_without_value(blame.expr))
            diagnosis.helps.extend(wording.conversions(
                blame.expr, blame.found, blame.expected, self.table))
        diagnosis.helps.extend(wording.differences(blame.found, blame.expected,
                                                   self.table))
        return error

    def _extra_field(self, error, field, blame):
        """A record has the field, which its type does not."""
        wanted = wording.of_type(blame.expected)
        diagnosis = Diagnosis('%s has no field `%s`' % (wanted, field.name),
                              self.name_span(field.offset, field.name))
        missing = wording.missing_fields(blame.found, blame.expected, self.table)
        meant = names.guess(field.name, missing)
        if meant == '' and len(missing) == 1:
            meant = missing[0]
        diagnosis.help(names.did_you_mean(meant))
        diagnosis.helps.extend(wording.differences(blame.found, blame.expected,
                                                   self.table))
        return self._give(error, diagnosis)

    def _rows(self, error, expr, found, expected, what):
        node = tail(expr)
        diagnosis = Diagnosis('%s should be %s, found %s' % (
            what, wording.of_type(expected), wording.of_type(found)), self.span(node))
        self._give(error, diagnosis)
        for line in wording.differences(found, expected, self.table):
            diagnosis.help(line)
        diagnosis.help('the effects of two function types must be the same; a parameter '
                       'takes any with a row variable: `f :: (Int) -> [| E] Int`')
        return error

    def _block_without_value(self, expr):
        if isinstance(expr, tree.UnitLit) and expr.end == expr.offset + 1:
            return ['the block ends without an expression, so its value is `()`: end it '
                    'with the value']
        return []

    # Names

    def name(self, error, var):
        return self._give(error, origins.unknown_name(self, var))

    def field(self, error, access, type, module):
        """A field that a record, or a function that a module, does not have."""
        span = self.name_span(access.field_offset, access.field)
        field = access.field
        if module is not None:
            diagnosis = Diagnosis('std.%s has no `%s`' % (module.name, field), span)
            meant = names.guess(field, module.names)
            if meant != '':
                diagnosis.help(names.did_you_mean(meant))
                diagnosis.help('`%s.%s :: %s`' % (
                    wording.of_expr(access.value), meant,
                    wording.signature(module.scheme(meant))))
            else:
                diagnosis.help('it has ' + names.listed(module.names))
            return self._give(error, diagnosis)
        diagnosis = Diagnosis('%s has no field `%s`' % (wording.of_type(type), field),
                              span)
        meant = names.guess(field, error.candidates)
        diagnosis.help(names.did_you_mean(meant))
        diagnosis.help('its fields are ' + names.listed(error.candidates))
        origins.of_value(self, diagnosis, access.value, wording.of_type(type))
        return self._give(error, diagnosis)

    def no_record(self, error, access, type):
        has = wording.of_type(type)
        diagnosis = Diagnosis('`.%s` needs a record, found %s' % (access.field, has),
                              self.name_span(access.field_offset, access.field))
        diagnosis.follows = is_of_error(type)
        diagnosis.note(self.span(access.value), 'this is ' + has)
        origins.of_value(self, diagnosis, access.value, has)
        for line in wording.conversions(access.value, type, type, self.table):
            diagnosis.help(line)
        return self._give(error, diagnosis)

    def variant(self, error, constructor):
        return self._give(error, origins.unknown_variant(
            self, constructor.name,
            Span(self.path, constructor.name_offset, constructor.name_end)))

    def duplicate(self, error, field):
        diagnosis = Diagnosis('the field `%s` is given twice' % field.name,
                              self.name_span(field.offset, field.name))
        diagnosis.help('remove one of them')
        return self._give(error, diagnosis)

    # Calls

    def call_arity(self, error, call, function):
        expected = len(function.params)
        given = len(call.args)
        diagnosis = Diagnosis('%s takes %s, here %s' % (
            wording.callee_words(call), wording.counted(expected, 'argument'),
            _there_are(given)), self.span(call))
        decl = origins.declared_function(self, call.callee)
        if decl is not None:
            diagnosis.note(origins.declaration_span(decl), 'declared here')
            if given < expected and len(decl.params) == expected:
                missing = [decl.params[i].name for i in range(given, expected)]
                diagnosis.help('missing: `%s`' % '`, `'.join(missing))
        elif given < expected:
            diagnosis.help('its type is ' + wording.signature(function))
        if given > expected:
            extra = call.args[expected]
            diagnosis.help('remove what is too many, from %s on'
                           % _shown_expr(extra))
        return self._give(error, diagnosis)

    def no_function(self, error, call, type):
        has = wording.of_type(type)
        diagnosis = Diagnosis('%s is called, but is no function' %
                              wording.callee_words(call), self.span(call.callee),
                              'this is ' + has)
        diagnosis.follows = is_of_error(type)
        origins.of_value(self, diagnosis, call.callee, has)
        if isinstance(call.callee, tree.Call):
            diagnosis.help('a `(` on the same line calls what stands before it')
        return self._give(error, diagnosis)

    def argument(self, error, call, i, found, function):
        expected = function.params[i]
        what = 'argument %d of %s' % (i + 1, wording.callee_words(call))
        self._mismatch(error, call.args[i], found, expected, what)
        diagnosis = error.diagnosis
        decl = origins.declared_function(self, call.callee)
        if decl is not None and i < len(decl.params):
            param = decl.params[i]
            diagnosis.note(Span(decl.path, param.offset, param.end),
                           'because of this parameter')
        else:
            scheme = origins.library_type(self, call.callee)
            if scheme is not None:
                diagnosis.help('`%s :: %s`' % (wording.of_expr(call.callee),
                                               wording.signature(scheme)))
        return error

    def refinement(self, error, call, decl):
        index = error.index
        diagnosis = Diagnosis('argument %d of %s breaks its rule' % (
            index + 1, wording.callee_words(call)), self.span(call.args[index]))
        type = decl.params[index].type
        assert isinstance(type, tree.RefinedType)
        diagnosis.note(Span(decl.path, type.offset, type.end),
                       'the value must satisfy this')
        diagnosis.help('the call would always fail: give another value')
        return self._give(error, diagnosis)

    def payload(self, error, constructor, expected):
        diagnosis = Diagnosis('`%s` takes %s, here %s' % (
            constructor.name, wording.counted(expected, 'value'),
            _there_are(len(constructor.args))), self.span(constructor))
        variant = origins.declared_variant(self, constructor.name)
        diagnosis.note(variant, 'declared here')
        if expected == 0:
            diagnosis.help('write `%s`' % constructor.name)
        elif len(constructor.args) == 0:
            diagnosis.help('write `%s(%s)`' % (
                constructor.name, ', '.join(['...'] * expected)))
        return self._give(error, diagnosis)

    def payload_item(self, error, constructor, i, found, expected):
        what = 'the value of `%s`' % constructor.name
        if len(constructor.args) > 1:
            what = 'value %d of `%s`' % (i + 1, constructor.name)
        self._mismatch(error, constructor.args[i], found, expected, what)
        error.diagnosis.note(origins.declared_variant(self, constructor.name),
                             'because of this variant')
        return error

    # Operators

    def operands(self, error, expr, left, right):
        has = wording.of_type(left)
        other = wording.of_type(right)
        diagnosis = Diagnosis('the operands of `%s` should be of one type, found %s and %s'
                              % (expr.op, has, other), self.span(tail(expr.rhs)))
        diagnosis.follows = is_of_error(left) or is_of_error(right)
        self._give(error, diagnosis)
        if error.kind == 'infinite_type':
            return error
        self._explain_operands(diagnosis, expr, left, right)
        self._blame_type_name(diagnosis, left, right)
        return error

    def _explain_operands(self, diagnosis, expr, left, right):
        has = wording.of_type(left)
        other = wording.of_type(right)
        rhs = tail(expr.rhs)
        origins.label(self, diagnosis, rhs, other)
        diagnosis.note(self.span(expr.lhs), 'this is ' + has)
        origins.of_value(self, diagnosis, expr.lhs, has)
        on_left = ['on the left: ' + line for line in wording.conversions(
            expr.lhs, left, right, self.table)]
        on_right = wording.conversions(rhs, right, left, self.table)
        if len(on_right) == 0 or wording.is_narrower(left, right) and len(on_left) > 0:
            on_right = on_left
        for line in on_right:
            diagnosis.help(line)

    def operand(self, error, expr, context, found, allowed):
        """``context`` names the operator, ``allowed`` what it takes."""
        node = tail(expr)
        has = wording.of_type(found)
        diagnosis = Diagnosis('%s needs %s, found %s' % (
            _operator_words(context), allowed, has), self.span(node))
        diagnosis.follows = is_of_error(found)
        self._give(error, diagnosis)
        origins.label(self, diagnosis, node, has)
        if allowed == 'Bool':
            wanted = wording.BOOL
        else:
            wanted = wording.INT
        for line in wording.conversions(node, found, wanted, self.table):
            diagnosis.help(line)
        self._blame_type_name(diagnosis, found, found)
        return error

    # Composite values and branches

    def let(self, error, let, found, expected):
        if let.name == '__ascription':
            self._mismatch(error, let.value, found, expected, 'this value')
        else:
            self._mismatch(error, let.value, found, expected, '`%s`' % let.name)
        error.diagnosis.note(self.span(let.type), 'because of this type')
        return error

    def item(self, error, list, value, found, expected):
        self._mismatch(error, value, found, expected, 'this item of the list')
        error.diagnosis.note(self.span(tail(list.items[0])),
                             'the first item is ' + wording.of_type(expected))
        return error

    def arm(self, error, match, i, found, expected):
        what = 'this arm'
        if match.form == tree.IF:
            what = 'this branch'
        if self._is_first_wrong(match, i, found, expected):
            first = match.arms[_first_value(match)].body
            self._mismatch(error, first, expected, found, what)
            error.diagnosis.note(self.span(self.decl.return_type),
                                 'because of this type')
            return error
        self._mismatch(error, match.arms[i].body, found, expected, what)
        earlier = tail(match.arms[_first_value(match)].body)
        error.diagnosis.note(self.span(earlier), '%s before it gives %s' % (
            'the branch' if match.form == tree.IF else 'an arm',
            wording.of_type(expected)))
        return error

    def _is_first_wrong(self, match, i, found, expected):
        """Whether the arm ``i`` suits the result of the function in hand, and the
        first one, which is ``expected``, does not."""
        function = self.globals.function(self.decl.name)
        if function is None or not is_tail(match, self.decl.body):
            return False
        result = function.type.result
        return differs(expected, result, self.table) and not differs(
            found, result, self.table)

    def pattern(self, error, match, type):
        return self._give(error, origins.wrong_pattern(self, error, match, type))

    # Functions

    def result(self, error, found, expected):
        decl = self.decl
        self._mismatch(error, decl.body, found, expected,
                       'the result of `%s`' % wording.of_name(decl.name))
        error.diagnosis.note(self.span(decl.return_type), 'because of this type')
        return error

    def lambda_result(self, error, expr, found, expected):
        self._mismatch(error, expr.body, found, expected,
                       'the result of this function')
        error.diagnosis.note(self.span(expr.return_type), 'because of this type')
        return error

    # Effects

    def effects(self, error, used, declared):
        decl = self.decl
        name = wording.of_name(decl.name)
        diagnosis = self._effects('`%s`' % name, used, declared)
        diagnosis.note(origins.declaration_span(decl), _declares(declared))
        missing = used.uncovered(declared)
        misspelt = _misspelt(used, declared, missing)
        if misspelt is not None:
            diagnosis.help('did you mean %s for %s?' % (
                wording.of_effects([missing[0]]), wording.of_effects([misspelt])))
        if misspelt is None or len(missing) > 1:
            diagnosis.help('add %s to the row of `%s`: `-> %s %s`' % (
                wording.of_effects(missing), name,
                wording.of_effects(rows.union(declared, missing)),
                origins.written_result(self)))
        callers = origins.callers(self, decl.name)
        if len(callers) > 0:
            diagnosis.help('then add it to the callers of `%s`, too: %s' % (
                name, names.listed(callers)))
        return self._give(error, diagnosis)

    def _effects(self, who, used, declared):
        missing = used.uncovered(declared)
        call = used.call_with(missing[0])
        if call is None:
            return Diagnosis('%s does not declare the effects %s' % (
                who, wording.of_effects(missing)), self.span(self.decl))
        diagnosis = Diagnosis('%s needs the effect %s, which %s does not declare' % (
            wording.callee_words(call), wording.of_effects([missing[0]]), who),
            self.span(call.callee))
        for i in range(1, len(missing)):
            other = used.call_with(missing[i])
            if other is not None:
                diagnosis.note(self.span(other.callee), 'this needs %s'
                               % wording.of_effects([missing[i]]))
        return diagnosis

    def lambda_effects(self, error, expr, used, declared):
        diagnosis = self._effects('this function', used, declared)
        diagnosis.note(self.name_span(expr.offset, 'fn'), _declares(declared))
        missing = used.uncovered(declared)
        diagnosis.help('add %s to its row: `fn (...) -> %s ...`' % (
            wording.of_effects(missing),
            wording.of_effects(rows.union(declared, missing))))
        return self._give(error, diagnosis)

    def open_row(self, error, expr, used):
        node = expr
        diagnosis = Diagnosis('this function has the effects of a function that it calls',
                              self.span(node))
        call = used.open_call
        if call is not None:
            diagnosis.span = self.span(call.callee)
        diagnosis.note(self.name_span(expr.offset, 'fn'), 'which it does not declare')
        diagnosis.help('add the row variable to its row: `fn (...) -> [| E] ...`')
        return self._give(error, diagnosis)

    def row_variable(self, error, expr):
        name = expr.effect_row_var
        diagnosis = Diagnosis('`%s` is no effect variable of the function around' % name,
                              self.span(expr.return_type))
        diagnosis.help('declare it: `fn %s[%s](...)`, and use it in the row of a '
                       'parameter' % (wording.of_name(self.decl.name), name))
        return self._give(error, diagnosis)

    # Examples

    def example_arity(self, error, case):
        return self._give(error, Diagnosis(
            'this example gives %s, `%s` takes %s' % (
                wording.counted(len(case.args), 'argument'),
                wording.of_name(self.decl.name),
                wording.counted(len(self.decl.params), 'argument')), self.span(case)))

    def example(self, error, expr, found, expected):
        return self._mismatch(error, expr, found, expected, 'this value')

    def effectful_examples(self, error):
        decl = self.decl
        first = decl.examples[0]
        diagnosis = Diagnosis('`%s` has effects, so it cannot have examples' %
                              wording.of_name(decl.name), self.span(first))
        if len(decl.effects) > 0:
            diagnosis.note(self.span(decl.effects[0]), 'this effect')
        diagnosis.help('remove the examples, or move what is pure into a function of '
                       'its own')
        return self._give(error, diagnosis)

    def example_effects(self, error, used, effect):
        call = used.call_with(effect)
        diagnosis = Diagnosis('an example may not have effects, this one has %s'
                              % wording.of_effects([effect]), self.span(self.decl))
        if call is not None:
            diagnosis.span = self.span(call.callee)
        return self._give(error, diagnosis)


def _there_are(count):
    if count == 1:
        return 'is 1'
    return 'are %d' % count


def _shown_expr(expr):
    text = wording.of_expr(expr)
    if text == '...':
        return 'the last'
    return '`' + text + '`'


def _operator_words(context):
    """``operator `+``` -> ```+```."""
    start = context.find('`')
    assert start >= 0
    return context[start:]


def _declares(effects):
    if len(effects) == 0:
        return 'declares no effects'
    return 'declares ' + wording.of_effects(effects)


def _misspelt(used, declared, missing):
    """The declared effect that covers nothing and is spelled like the first one that is
    missing; None if there is none."""
    for effect in declared:
        if len(used.uncovered([effect])) == len(used.effects) and (
                names.closest(effect.name, [missing[0].name]) != ''):
            return effect
    return None


def _first_value(match):
    for i in range(len(match.arms)):
        if not isinstance(match.arms[i].body, tree.Return):
            return i
    return 0
