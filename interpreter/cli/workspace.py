"""What an interactive session knows: declarations, named values, and the host.

Every input is checked and compiled together with the declarations, so that a
declaration can be replaced.  Values stay; they are parameters of the function that
an input becomes.
"""

from interpreter.bytecode.errors import CompileError
from interpreter.canonical import tree as canonical
from interpreter.canonical.pipeline import stages_of
from interpreter.check import free_expression, wording
from interpreter.check.checker import Checker
from interpreter.check.free_expression import Binding
from interpreter.check.types import UNIT, prune
from interpreter.cli.type_errors import errors_text
from interpreter.diagnostics.report import report
from interpreter.diagnostics.sources import Sources
from interpreter.effects.host import STDERR, Host
from interpreter.effects.policy import DeclaredEffect, FunctionEffects
from interpreter.machine.session import Session
from interpreter.objects.tuple import W_Tuple
from interpreter.source import files, parser, tree
from interpreter.source.errors import LexSourceError
from interpreter.source.loader import load_program
from interpreter.source.mangling import plain_name
from interpreter.stdlib.registry import MODULES, is_module

# The function that an input becomes; no program can have a name like this.
INPUT = '<input>'

# The name of the last value.
LAST = 'it'

DISCARDED = '__lex_discard_'


class Rejected(Exception):
    """An input is wrong; ``text`` is the report for people."""

    def __init__(self, text):
        self.text = text


class Expression(object):
    """A checked input: its stages, its function among them, and what is known of
    it.  ``names`` are those that its value gets, besides LAST."""

    def __init__(self, stages, inferred, arguments, names):
        self.stages = stages
        self.inferred = inferred
        self.arguments = arguments              # [Binding]
        self.names = names

    def type_text(self):
        return wording.signature(self.inferred.type)

    def effects_text(self):
        return wording.of_effects(self.inferred.effects)


class Workspace(object):

    def __init__(self, options, reporter):
        """``options`` are RunOptions."""
        self.options = options
        self.reporter = reporter
        self.policy = options.policy()
        self.host = Host(self.policy, options.program_args)
        self.inputs = 0
        self.reset()

    def reset(self):
        """Forget all declarations and values."""
        self.sources = Sources(files.current_folder())
        self.path = ''
        self.loaded = []                        # the items of the file
        self.items = []                         # those typed in
        self.left_out = {}                      # functions that do not fit any more
        self.bindings = []

    # Declarations

    def load(self, path):
        """Replace everything by a file; values are kept if it is that of before.
        Raises LoadError and Rejected, and then changes nothing."""
        program = load_program(path)
        errors = Checker(stages_of(program)).check()
        if len(errors) > 0:
            raise Rejected(self._errors_text(errors, program.sources))
        values = self.bindings
        if path != self.path:
            values = []
        self.reset()
        self.path = path
        self.loaded = program.items
        self.bindings = values
        self.sources = program.sources

    def define(self, text):
        """Add the declarations of a text; -> them, a list of tree.Item, and reports
        about what does not fit any more.  Raises Rejected."""
        label = self._next_label(text)
        try:
            program = parser.parse(text)
        except LexSourceError as error:
            raise self._syntax_error(error, label)
        for item in program.items:
            item.path = label
            if isinstance(item, tree.Import):
                self._check_import(item)
        kept = self.items
        previous = self.left_out
        self.items = [item for item in kept if not _is_replaced(item, program.items)]
        self.items += program.items
        self.left_out = {}
        try:
            remarks = self._leave_out_misfits(program.items, previous)
        except Rejected:
            self.items = kept
            self.left_out = previous
            raise
        return program.items, remarks

    def _check_import(self, item):
        reference = item.reference
        name = reference[4:] if reference.startswith('std.') else ''
        if name == '':
            raise Rejected('error: only modules of `std` can be imported here\n'
                           '  help: load a file with its imports: `:load FILE`\n')
        if not is_module(name):
            raise Rejected('error: there is no module `%s`\n' % reference)

    def _leave_out_misfits(self, changed, previous):
        """Leave functions out until the rest has no type errors; -> reports of those
        that were not left out before.  Raises Rejected if one of the items
        ``changed`` has errors."""
        remarks = []
        while True:
            errors = Checker(self._stages([])).check()
            if len(errors) == 0:
                return remarks
            for error in errors:
                if error.function == '' or _declares(changed, error.function):
                    raise Rejected(self._errors_text(errors, self.sources))
            for error in errors:
                if error.function in self.left_out:
                    continue
                self.left_out[error.function] = None
                if error.function not in previous:
                    remarks.append('`%s` does not fit any more and is left out: %s' % (
                        plain_name(error.function), error.explained().title))

    def all_items(self):
        """The items that count: those of the file that were not replaced, and those
        typed in."""
        items = [item for item in self.loaded if not _is_replaced(item, self.items)]
        items += self.items
        return [item for item in items
                if not (isinstance(item, tree.FnDecl) and item.name in self.left_out)]

    def _stages(self, more):
        items = []
        for name in MODULES:
            items.append(tree.Import('std.' + name, name, ''))
        return stages_of(tree.Program(items + self.all_items() + more))

    def checker(self):
        """The Checker of the declarations, after its work."""
        checker = Checker(self._stages([]))
        checker.check()
        return checker

    # Expressions

    def expression(self, text):
        """The Expression of a text: an expression, or statements.  Raises Rejected."""
        label = self._next_label(text)
        try:
            block = parser.parse_statements(text)
        except LexSourceError as error:
            raise self._syntax_error(error, label)
        names = _let_names(block)
        arguments = self._mentioned(text)
        stages = self._stages([_input_function(block, arguments, label)])
        decl = stages.pop()
        assert isinstance(decl, canonical.FnDecl)
        checker = Checker(stages)
        errors = checker.check()
        if len(errors) > 0:
            raise Rejected(self._errors_text(errors, self.sources))
        inferred = free_expression.infer(checker, decl, arguments)
        if len(inferred.errors) > 0:
            for error in inferred.errors:
                error.function = INPUT
                error.path = label
            raise Rejected(self._errors_text(inferred.errors, self.sources))
        decl.effects = free_expression.written_effects(inferred.effects)
        checker.rewrite_decodes()
        stages.append(decl)
        return Expression(stages, inferred, arguments, names)

    def session(self, expression):
        """A Session that can run an Expression.  Raises Rejected if the policy
        forbids its effects, or for an error of the compiler."""
        declared = []
        for effect in expression.inferred.effects:
            declared.append(DeclaredEffect(effect.name, effect.arg_kind, effect.arg_text,
                                           effect.arg_int))
        violations = self.policy.violations([FunctionEffects(INPUT, declared)])
        if len(violations) > 0:
            kinds = self.options.allow_effects[:]
            for effect in expression.inferred.effects:
                if effect.name not in kinds:
                    kinds.append(effect.name)
            raise Rejected(
                'error: this has the effects %s: %s\n'
                '  help: grant them when you start: `lexvm repl --allow-effects %s`\n'
                % (expression.effects_text(), violations[0].detail, ','.join(kinds)))
        limits = self.options.limits
        try:
            return Session(expression.stages, self.policy, [], limits.steps,
                           limits.depth, self.host)
        except CompileError as error:
            raise Rejected('error: compile: %s\n' % error.msg)

    def compiled(self, expression):
        """The bytecode Program of an Expression, whatever its effects.  Raises
        Rejected."""
        try:
            return Session(expression.stages, self.policy, [], 0, 1, self.host).program
        except CompileError as error:
            raise Rejected('error: compile: %s\n' % error.msg)

    def keep(self, expression, w_value):
        """Give the value of an Expression its names.  Raises Rejected if its type is
        too large to keep."""
        scheme = free_expression.generalize(expression.inferred.type)
        if scheme is None:
            raise Rejected('error: the type of this value is too large to keep it\n')
        names = expression.names
        if len(names) == 0:
            if prune(expression.inferred.type) is not UNIT:
                self._bind(Binding(LAST, scheme, w_value))
        elif len(names) == 1:
            self._bind(Binding(names[0], scheme, w_value))
        elif isinstance(w_value, W_Tuple):
            for i in range(len(names)):
                self._bind(Binding(names[i], scheme.item(i), w_value.getitem(i)))

    def _bind(self, binding):
        self.bindings = [other for other in self.bindings
                         if other.name != binding.name] + [binding]

    def binding(self, name):
        """The Binding of a name, or None."""
        for binding in self.bindings:
            if binding.name == name:
                return binding
        return None

    def _mentioned(self, text):
        """The Bindings whose names occur in a text."""
        words = words_of(text)
        return [binding for binding in self.bindings if binding.name in words]

    # Reports

    def _next_label(self, text):
        self.inputs += 1
        label = 'input %d' % self.inputs
        self.sources.add(label, text)
        return label

    def _errors_text(self, errors, sources):
        return errors_text(errors, sources, self.reporter.paint(STDERR))

    def _syntax_error(self, error, label):
        diagnosis = error.diagnosis
        assert diagnosis is not None
        diagnosis.place_in(label)
        return Rejected(report(diagnosis, self.sources, self.reporter.paint(STDERR)))


def words_of(text):
    """{word: None} of what looks like a name."""
    words = {}
    start = 0
    for i in range(len(text) + 1):
        if i < len(text) and wording.is_word(text[i]):
            continue
        if i > start:
            words[text[start:i]] = None
        start = i + 1
    return words


def _is_replaced(item, others):
    for other in others:
        if isinstance(item, tree.FnDecl):
            if isinstance(other, tree.FnDecl) and other.name == item.name:
                return True
        elif isinstance(item, tree.TypeDecl):
            if isinstance(other, tree.TypeDecl) and other.name == item.name:
                return True
        elif isinstance(item, tree.Import):
            if isinstance(other, tree.Import) and other.alias == item.alias:
                return True
    return False


def _declares(items, name):
    for item in items:
        if isinstance(item, tree.FnDecl) and item.name == name:
            return True
    return False


def _let_names(block):
    """The names of the statements ``let`` that a block consists of, [] if it is
    anything else; makes their values the block's result."""
    statements = block.statements
    if not isinstance(block.result, tree.UnitLit) or len(statements) == 0 or \
            block.result.offset < statements[len(statements) - 1].end:
        return []
    names = []
    for statement in statements:
        if not isinstance(statement, tree.Let):
            return []
        if not statement.name.startswith(DISCARDED) and statement.name not in names:
            names.append(statement.name)
    if len(names) == 1:
        block.result = tree.Var(names[0])
    elif len(names) > 1:
        block.result = tree.TupleLit([tree.Var(name) for name in names])
    return names


def _input_function(block, arguments, label):
    unit = tree.NamedType('Unit', [])
    params = [tree.Param(binding.name, unit) for binding in arguments]
    decl = tree.FnDecl(INPUT, [], params, [], None, unit, [], block)
    decl.path = label
    return decl
