"""Evaluation of ``examples`` blocks, as ``lexvm check`` does it.

Each argument and each expected value becomes a function without parameters.
These, and the function the example is about, run on a fresh machine per call,
without any effect and with a limit of their own.
"""

from interpreter.bytecode.compiler import compile_program
from interpreter.canonical import tree
from interpreter.check import errors
from interpreter.cli.value_text import pretty
from interpreter.diagnostics.diagnosis import Diagnosis, Span
from interpreter.effects import policy
from interpreter.effects.host import Host
from interpreter.machine import linker
from interpreter.machine.call import invoke_function
from interpreter.machine.vm import MAX_DEPTH, VM
from interpreter.objects.equality import equal
from interpreter.objects.errors import Panic, VMError
from interpreter.objects.pace import pace

MAX_STEPS = 1000 * 1000


class _Case(object):
    """One example: the functions that compute its parts, and where it stands."""

    def __init__(self, function, index, arguments, expected, span):
        self.function = function
        self.index = index
        self.arguments = arguments              # [function name]
        self.expected = expected                # function name
        self.span = span

    def mismatch(self, expected, got, title):
        """The error of an example that does not hold."""
        error = errors.example_mismatch(self.function, self.index, expected, got)
        error.diagnosis = Diagnosis(title, self.span)
        return error


class _Failure(Exception):
    def __init__(self, text):
        self.text = text


def _functions(stages, skipped):
    """The functions whose examples can be run, not those of the ``skipped`` files."""
    return [stage for stage in stages
            if isinstance(stage, tree.FnDecl) and len(stage.type_params) == 0
            and len(stage.effects) == 0 and stage.path not in skipped]


def count_examples(stages, skipped):
    """How many cases ``failed_examples`` runs."""
    count = 0
    for function in _functions(stages, skipped):
        assert isinstance(function, tree.FnDecl)
        count += len(function.examples)
    return count


def failed_examples(stages, skipped):
    """The examples of a checked program that do not hold, as a list of
    errors.LexTypeError without positions; those of the files ``skipped`` (a dict) are
    not run.

    Those of generic and of effectful functions are not run.  Raises
    CompileError.
    """
    cases = []
    helpers = []
    for function in _functions(stages, skipped):
        assert isinstance(function, tree.FnDecl)
        for index in range(len(function.examples)):
            cases.append(_case(function, index, helpers))
    if len(cases) == 0:
        return []
    program = compile_program(stages + helpers, linker.STD_ARITIES)
    linker.link(program)
    found = []
    pace.bound(MAX_STEPS)
    for case in cases:
        try:
            _run(program, case)
        except errors.LexTypeError as error:
            found.append(error)
    return found


def _case(decl, index, helpers):
    """The _Case of one example; adds its functions to ``helpers``."""
    example = decl.examples[index]
    prefix = '__ex_%s_%d_' % (decl.name, index)
    arguments = []
    for i in range(len(example.args)):
        arguments.append(_add(helpers, '%sarg_%d' % (prefix, i),
                              decl.params[i].type, example.args[i]))
    expected = _add(helpers, prefix + 'expected', decl.return_type,
                    example.expected)
    return _Case(decl.name, index, arguments, expected, Span(
        decl.path, example.offset, example.end))


def _add(helpers, name, type, body):
    helper = tree.FnDecl(name, [], [], [], None, type, body, [])
    helpers.append(helper)
    return name


def _run(program, case):
    """Raises LexTypeError if the example does not hold."""
    try:
        args_w = [_call(program, name, [], 'computing arg from')
                  for name in case.arguments]
        w_expected = _call(program, case.expected, [], 'computing expected from')
        w_got = _call(program, case.function, args_w, 'calling')
    except _Failure as failure:
        raise case.mismatch('(declared value)', failure.text,
                            'this example cannot be evaluated: ' + failure.text)
    if not equal(w_expected, w_got):
        expected = pretty(w_expected)
        got = pretty(w_got)
        raise case.mismatch(expected, got, 'this example should give %s, but gives %s'
                            % (expected, got))


def _call(program, name, args_w, doing):
    """The result of a function; raises _Failure."""
    vm = VM(Host(policy.pure(), []), MAX_STEPS, MAX_DEPTH)
    vm.program = program
    try:
        function = program.find(name)
        if function is None:
            raise Panic('no function `%s`' % name)
        return invoke_function(vm, function, args_w, 0)
    except VMError as error:
        raise _Failure('runtime error: %s `%s`: %s' % (doing, name,
                                                       error.debug()))
    finally:
        for memo in vm.used_memos:
            memo.clear()
