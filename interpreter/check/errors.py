"""The errors of the checker: their tags, fields, texts and JSON forms."""

from interpreter.diagnostics.data import quote, span_json
from interpreter.diagnostics.diagnosis import Diagnosis, NOWHERE

NODE = 'n_0'

RULES = [
    ('type-mismatch',
     "Two types that the rules require to be equal are not. The expected type "
     "comes from an annotation, a parameter or what was seen earlier; change the "
     "expression or the annotation."),
    ('effect-row-mismatch',
     "Function types are equal only if their effect rows are. A function with "
     "fewer effects is not accepted in place of one with more; give both the same "
     "row or make the parameter's row open with a row variable."),
    ('unknown-identifier',
     "A name is used that is neither a local binding nor a function nor an "
     "imported module. Check the spelling and the imports."),
    ('arity-mismatch',
     "A function or constructor is given a different number of arguments than it "
     "has parameters, or a tuple pattern has the wrong number of items."),
    ('non-exhaustive-match',
     "A match has no arms at all, so no value can be matched. Add an arm for "
     "every case, or a wildcard."),
    ('unknown-field',
     "A field is read or matched that the record type does not have. Records have "
     "exactly the fields of their type."),
    ('duplicate-field',
     "A record literal gives the same field twice. Remove one of them."),
    ('unknown-variant',
     "A constructor is used that no union type in scope declares. A type declared "
     "as a single bare name is an alias, not a constructor."),
    ('effect-not-declared',
     "A body performs an effect that its function or lambda does not declare. "
     "Declare the effect in the row before the result type, or avoid it."),
    ('infinite-type',
     "A type would have to contain itself, for example a list that is its own "
     "element. Recursive data needs a declared union type."),
    ('ambiguous-type',
     "A type could not be determined from the program. Add an annotation that "
     "says which type is meant."),
    ('recursive-type-without-constructor',
     "A type refers to itself without a constructor in between. Declare a union "
     "so that values of the type can be built."),
    ('refinement-violation',
     "A literal argument does not satisfy the predicate of a refined parameter, "
     "so this call would always fail at run time."),
    ('examples-on-effectful-fn',
     "Examples are allowed on pure functions only, because they are evaluated "
     "while the program is checked. Remove the effects or the examples."),
    ('example-arity-mismatch',
     "An example calls its function with a different number of arguments than the "
     "function has parameters."),
    ('example-mismatch',
     "Evaluating the function on an example's arguments gave another value than "
     "the example states. Correct the function or the example."),
]

# A rule of LexVM, not of the language.
LIMIT_RULE = (
    'too-complex',
    "The program is correct or not, but finding out would take too much time or "
    "memory. Types that contain other types twice grow exponentially; name them "
    "with a union type, or annotate and simplify what the message names.")


def rule_explanation(rule_tag):
    for tag, explanation in RULES:
        if tag == rule_tag:
            return explanation
    return LIMIT_RULE[1]


# JSON text

def quote_list(texts):
    return '[' + ','.join([quote(text) for text in texts]) + ']'


class Field(object):
    """One member of an error's JSON object; ``json`` is its value's text."""

    def __init__(self, name, json):
        self.name = name
        self.json = json


def text_field(name, text):
    return Field(name, quote(text))


def int_field(name, number):
    return Field(name, str(number))


def _object(fields):
    return '{' + ','.join([quote(f.name) + ':' + f.json for f in fields]) + '}'


def _by_name(fields):
    """The fields sorted by name."""
    result = []
    for field in fields:
        result.append(field)
        i = len(result) - 1
        while i > 0 and field.name < result[i - 1].name:
            result[i] = result[i - 1]
            i -= 1
        result[i] = field
    return result


class Position(object):
    """Where the function with the error starts; line and column from 1."""

    def __init__(self, path, line, column):
        self.path = path
        self.line = line
        self.column = column

    def fields(self):
        return [text_field('file', self.path), int_field('line', self.line),
                int_field('col', self.column)]


class LexTypeError(Exception):
    """A type error.

    ``kind`` is the tag; ``function`` names the enclosing function, ``path`` is
    its file; ``position`` is None until positions.attach finds it.  ``diagnosis`` is
    for people and has the exact place.  What it is made of: ``pattern`` is the
    canonical pattern that is wrong, ``name`` what is not known, ``candidates`` the
    names that there are instead, ``index`` the number of an argument, ``expected``
    and ``got`` the two types of a mismatch; ``title`` is shown without one.
    """

    def __init__(self, kind, fields, message):
        self.kind = kind
        self.fields = fields                    # [Field] after kind and at_node
        self.message_text = message
        self.title = message
        self.function = ''
        self.path = ''
        self.position = None
        self.pattern = None
        self.candidates = []
        self.name = ''
        self.index = 0
        self.expected = ''
        self.got = ''
        self.diagnosis = None

    def text(self):
        """The message in the words of the reference implementation."""
        return self.message_text

    def explained(self):
        """The Diagnosis, one without a place if nobody has made any."""
        diagnosis = self.diagnosis
        if diagnosis is None:
            return Diagnosis(self.title, NOWHERE)
        return diagnosis

    def rule_tag(self):
        chars = [c for c in self.kind]
        for i in range(len(chars)):
            if chars[i] == '_':
                chars[i] = '-'
        return ''.join(chars)

    def _core(self):
        return [text_field('kind', self.kind), text_field('at_node', NODE)] \
            + self.fields

    def _rule(self):
        tag = self.rule_tag()
        return [text_field('rule_tag', tag),
                text_field('rule_explanation', rule_explanation(tag))]

    def _place(self, sources):
        """What is not in the reference's form: ``span`` and ``suggestion``."""
        fields = []
        diagnosis = self.explained()
        span = span_json(diagnosis.span, sources)
        if span != '':
            fields.append(Field('span', span))
        suggestion = diagnosis.suggestion()
        if suggestion != '':
            fields.append(text_field('suggestion', suggestion))
        return fields

    def json(self, sources):
        """The form of the commands that run programs; ``sources`` is the
        diagnostics.sources.Sources of the program."""
        return _object(_by_name(self._core() + self._place(sources)))

    def json_with_rule(self, sources):
        """The form of the check command: with the rule and the position."""
        fields = self._core() + self._rule() + self._place(sources)
        position = self.position
        if position is not None:
            fields.append(Field('position', _object(_by_name(position.fields()))))
        return _object(_by_name(fields))


class TooComplex(Exception):
    """Checking would take too much time or memory; ``limit`` says what is too
    large."""

    def __init__(self, limit):
        self.limit = limit


# One function per tag

def _in_context(context):
    if context:
        return ' (' + context + ')'
    return ''


def _context_field(context):
    if context:
        return Field('context', quote_list([context]))
    return Field('context', '[]')


def type_mismatch(expected, got, context):
    error = LexTypeError(
        'type_mismatch',
        [text_field('expected', expected), text_field('got', got),
         _context_field(context)],
        'type mismatch at %s: expected %s, got %s%s'
        % (NODE, expected, got, _in_context(context)))
    error.expected = expected
    error.got = got
    return error


def effect_row_mismatch(expected, got, context):
    return LexTypeError(
        'effect_row_mismatch',
        [text_field('expected', expected), text_field('got', got),
         _context_field(context)],
        'effect-row mismatch at %s: declared row is invariant \xe2\x80\x94 '
        "expected %s, got %s; narrow the body, don't broaden the row%s"
        % (NODE, expected, got, _in_context(context)))


def unknown_identifier(name):
    return LexTypeError('unknown_identifier', [text_field('name', name)],
                        'unknown identifier `%s` at %s' % (name, NODE))


def arity_mismatch(expected, got):
    return LexTypeError(
        'arity_mismatch',
        [int_field('expected', expected), int_field('got', got)],
        'arity mismatch at %s: expected %d, got %d' % (NODE, expected, got))


def no_arms():
    return LexTypeError('non_exhaustive_match', [Field('missing', '["_"]')],
                        'non-exhaustive match at %s: missing ["_"]' % NODE)


def unknown_field(record_type, field, candidates):
    error = LexTypeError(
        'unknown_field',
        [text_field('record_type', record_type), text_field('field', field)],
        'unknown field `%s` on %s at %s' % (field, record_type, NODE))
    error.name = field
    error.candidates = candidates
    return error


def duplicate_field(field):
    return LexTypeError('duplicate_field', [text_field('field', field)],
                        'duplicate field `%s` at %s' % (field, NODE))


def unknown_variant(constructor):
    return LexTypeError('unknown_variant', [text_field('constructor', constructor)],
                        'unknown constructor `%s` at %s' % (constructor, NODE))


def effect_not_declared(effect):
    return LexTypeError('effect_not_declared', [text_field('effect', effect)],
                        'effect `%s` not declared at %s' % (effect, NODE))


def infinite_type():
    return LexTypeError('infinite_type', [],
                        'infinite type (occurs check) at %s' % NODE)


def refinement_violation(fn_name, param_index, binding, reason):
    error = LexTypeError(
        'refinement_violation',
        [text_field('fn_name', fn_name), int_field('param_index', param_index),
         text_field('binding', binding), text_field('reason', reason)],
        'refinement violated at %s: argument %d of `%s` (binding `%s`): %s'
        % (NODE, param_index + 1, fn_name, binding, reason))
    error.index = param_index
    return error


def examples_on_effectful_fn(fn_name):
    return LexTypeError(
        'examples_on_effectful_fn', [text_field('fn_name', fn_name)],
        'function `%s` at %s carries `examples` but declares effects; v1 restricts '
        'examples to pure functions' % (fn_name, NODE))


def example_arity_mismatch(fn_name, case_index, expected, got):
    return LexTypeError(
        'example_arity_mismatch',
        [text_field('fn_name', fn_name), int_field('case_index', case_index),
         int_field('expected', expected), int_field('got', got)],
        'example #%d of `%s` at %s: expected %d argument(s), got %d'
        % (case_index + 1, fn_name, NODE, expected, got))


def example_mismatch(fn_name, case_index, expected, got):
    """An example that was evaluated and gave another value."""
    return LexTypeError(
        'example_mismatch',
        [text_field('fn_name', fn_name), int_field('case_index', case_index),
         text_field('expected', expected), text_field('got', got)],
        'example #%d of `%s` at %s: expected %s, got %s'
        % (case_index + 1, fn_name, NODE, expected, got))


def too_complex(limit):
    """What becomes of a TooComplex."""
    error = LexTypeError('too_complex', [text_field('limit', limit)],
                         'too complex at %s: %s' % (NODE, limit))
    error.title = 'too complex: ' + limit
    return error
