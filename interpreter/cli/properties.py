"""Property tests: functions called ``prop_...``, tried with generated arguments.

A property fails if it gives what a test must not give, or an error.  Arguments that
refinements of its parameters refuse do not count.  What fails is made simpler.
"""

from interpreter.cli.choices import Attempt, Choices, Shrinker, generator
from interpreter.cli.failure import CommandError
from interpreter.cli.generation import CannotGenerate, Generator
from interpreter.cli.invocation import invoke
from interpreter.cli.test_results import failure_in
from interpreter.cli.value_text import brief
from interpreter.objects.errors import RefinementFailed, VMError

PREFIX = 'prop_'
DEFAULT_CASES = 100
DEFAULT_SEED = 1
# For one case, so many arguments may be refused.
MOST_REFUSED = 50


def is_property(name):
    return name.startswith(PREFIX) and name.find('.') < 0


class _Refused(Exception):
    pass


class Property(Attempt):
    """A property of a program: ``name`` in a Session, with the ``function``
    (environment.FunctionGlobal) and the TypeTable of its checker."""

    def __init__(self, session, function, table, sources):
        self.session = session
        self.function = function
        self.name = function.decl.name
        self.table = table
        self.sources = sources
        self.steps = 0              # of all cases
        self.cases = 0

    def check(self, cases, seed):
        """Raises CommandError if the property fails or cannot be tried, or if a signal
        came, and OutputError."""
        random = generator(seed)
        refused = 0
        if len(self.function.decl.params) == 0:
            cases = 1
        while self.cases < cases:
            choices = Choices([], None)
            if self.cases + refused > 0:
                choices = Choices([], random)
            try:
                text, ends = self._run(choices)
            except _Refused:
                refused += 1
                if refused > MOST_REFUSED * cases:
                    raise CommandError('only %d of %d generated arguments fit the '
                                       'refinements' % (self.cases, self.cases + refused))
                continue
            self.cases += 1
            if text != '':
                raise self._failure(choices.made, ends, seed)

    def _failure(self, made, ends, seed):
        """The error about the simplest choices that fail."""
        if not ends:
            made = Shrinker(made, self).run()
        values_w = self._values(Choices(made, None))
        params = self.function.decl.params
        shown = ', '.join(['%s = %s' % (params[i].name, brief(values_w[i]))
                           for i in range(len(params))])
        where = ''
        if shown != '':
            where = ' for ' + shown
        where += ' (case %d, --seed %d)' % (self.cases, seed)
        self._renew()
        try:
            w_result = invoke(self.session, self.name, values_w, self.sources)
            error = CommandError(failure_in(w_result, self.name) + where)
        except CommandError as failure:
            error = failure
            error.message += where
            diagnosis = error.diagnosis
            if diagnosis is not None:
                diagnosis.title += where
        finally:
            self._count()
        return error

    def fails(self, choices):
        try:
            text, ends = self._run(choices)
        except _Refused:
            return False
        return text != '' and not ends

    def _values(self, choices):
        """Raises CommandError."""
        generate = Generator(self.table, choices)
        try:
            return [generate.value(type) for type in self.function.type.params][:]
        except CannotGenerate as error:
            raise CommandError('arguments of type %s cannot be generated' % error.type)

    def _run(self, choices):
        """-> what is wrong, '' if nothing is; and whether the run must end.  Raises
        _Refused."""
        values_w = self._values(choices)
        self._renew()
        try:
            return failure_in(self.session.invoke(self.name, values_w), self.name), False
        except RefinementFailed as error:
            if error.fn_name == self.name and len(error.entries()) == 0:
                raise _Refused
            return error.display(), False
        except VMError as error:
            return error.display(), error.ends_run
        finally:
            self._count()

    def _renew(self):
        """Give the machine its steps again."""
        vm = self.session.vm
        vm.set_remaining(vm.initial_fuel)
        self.session.forget_results()

    def _count(self):
        self.steps += self.session.steps()
