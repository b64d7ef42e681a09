"""Running the tests of one file: its ``run_all``, its properties, its examples."""

from interpreter import memory
from interpreter.bytecode.errors import CompileError
from interpreter.canonical import tree
from interpreter.canonical.pipeline import stages_of
from interpreter.check.checker import Checker
from interpreter.cli import example_runs
from interpreter.cli.failure import EXIT_ERROR, CommandError
from interpreter.cli.hooks import hook_for
from interpreter.cli.invocation import Attention, invoke
from interpreter.cli.loading import Loaded, load_failure
from interpreter.cli.properties import Property, is_property
from interpreter.cli.test_results import failure_in
from interpreter.diagnostics.diagnosis import distinct
from interpreter.effects.clock import monotonic_ns
from interpreter.machine.session import Session
from interpreter.source import files
from interpreter.source.errors import LoadError
from interpreter.source.loader import load_program

ENTRY = 'run_all'
EXAMPLES = 'examples'
NS_PER_US = 1000
UNKNOWN = -1


class Test(object):
    """One test and its outcome: ``error`` is None if it passed.  ``steps`` and ``cases``
    are UNKNOWN where nothing counts them."""

    def __init__(self, path, name):
        self.path = path
        self.name = name
        self.error = None
        self.microseconds = 0
        self.steps = UNKNOWN
        self.cases = UNKNOWN

    def title(self):
        """How people call it: a file stands for its ``run_all``."""
        if self.name == ENTRY:
            return self.path
        return self.path + ' ' + self.name


class TestFile(object):
    """The tests of the file at ``path``.  ``done`` are the files whose examples were
    evaluated already; those of this program are added."""

    def __init__(self, path, options, done):
        self.path = path
        self.options = options
        self.done = done
        self.tests = []
        self.program = None
        self.checker = None

    def run(self, reporter):
        """Raises CommandError for a signal, and OutputError; -> [Test]."""
        self.options.run.limits.start(reporter)
        test = Test(self.path, ENTRY)
        start = monotonic_ns()
        try:
            self._load()
        except CommandError as error:
            if self._wants(test) or self._may_have_wanted():
                self._finish(test, start, error)
            return self.tests
        self._run_selected()
        return self.tests

    def _wants(self, test):
        return test.title().find(self.options.filter) >= 0 or (
            (test.path + ' ' + test.name).find(self.options.filter) >= 0)

    def _may_have_wanted(self):
        """Whether a file that cannot be loaded may have a test that is wanted."""
        try:
            return files.read(self.path).find(self.options.filter) >= 0
        except files.FileError:
            return False

    def _finish(self, test, start, error):
        test.microseconds = (monotonic_ns() - start) // NS_PER_US
        test.error = error
        self.tests.append(test)

    def _load(self):
        """Raises CommandError."""
        try:
            program = load_program(self.path)
            loaded = Loaded(stages_of(program), program.sources, self.path)
            checker = Checker(loaded.stages)
            errors = checker.check()
        except LoadError as error:
            failure = load_failure(error, self.path)
            failure.message = 'load: ' + error.message
            raise failure
        except MemoryError:
            memory.limit.lift()
            raise CommandError('load: ' + memory.limit.message())
        if len(errors) > 0:
            diagnoses = [mistake.explained() for mistake in errors]
            failure = CommandError('type error: ' + '; '.join(
                [diagnosis.title for diagnosis in diagnoses]))
            failure.explain(distinct(diagnoses)[0], loaded.sources)
            raise failure
        checker.rewrite_decodes()
        self.program = loaded
        self.checker = checker

    def _properties(self):
        """The names of the properties of the file itself, in order."""
        return [stage.name for stage in self.program.stages
                if isinstance(stage, tree.FnDecl) and is_property(stage.name)]

    def _run_selected(self):
        properties = self._properties()
        has_entry = self.checker.globals.function(ENTRY) is not None
        if has_entry or (len(properties) == 0 and not self.options.examples):
            self._run_one(Test(self.path, ENTRY))
        for name in properties:
            self._run_one(Test(self.path, name))
        if self.options.examples:
            self._run_one(Test(self.path, EXAMPLES))

    def _run_one(self, test):
        if not self._wants(test):
            return
        start = monotonic_ns()
        failure = None
        try:
            if test.name == EXAMPLES:
                self._run_examples(test)
            else:
                self._call(test)
        except CommandError as error:
            if error.code != EXIT_ERROR:
                raise
            failure = error
        except MemoryError:
            memory.limit.lift()
            failure = CommandError('load: ' + memory.limit.message())
        if test.name != EXAMPLES or test.cases != 0:
            self._finish(test, start, failure)

    def _call(self, test):
        session = self._session()
        attention = Attention(session, self.options.run.limits.steps)
        try:
            if test.name == ENTRY:
                self._call_entry(session)
                test.steps = session.steps()
            else:
                self._try_property(session, test)
        except CommandError:
            if test.steps == UNKNOWN:
                test.steps = session.steps()
            raise
        finally:
            attention.end()
            session.host.flush()

    def _call_entry(self, session):
        w_result = invoke(session, ENTRY, [], self.program.sources)
        if not self.options.ignores_results:
            reported = failure_in(w_result, ENTRY)
            if reported != '':
                raise CommandError(reported)

    def _try_property(self, session, test):
        function = self.checker.globals.function(test.name)
        prop = Property(session, function, self.checker.table, self.program.sources)
        try:
            prop.check(self.options.cases, self.options.seed)
        finally:
            test.steps = prop.steps
            test.cases = prop.cases

    def _session(self):
        """-> a Session.  Raises CommandError."""
        options = self.options
        limits = options.run.limits
        try:
            session = Session(self.program.stages, options.policy(), [], limits.steps,
                              limits.depth)
        except CompileError as error:
            raise CommandError('compile: ' + error.msg)
        violations = session.static_violations()
        if len(violations) > 0:
            raise CommandError('policy: [%s]' % ', '.join(
                [violation.debug() for violation in violations]))
        limits.apply(session)
        hook = hook_for(session, options.run.hook)
        if hook is not None:
            session.install_hook(hook)
        return session

    def _run_examples(self, test):
        """Those of the file and of what it imports, each once in all."""
        stages = self.program.stages
        test.cases = example_runs.count_examples(stages, self.done)
        if test.cases == 0:
            return
        try:
            errors = example_runs.failed_examples(stages, self.done)
        except CompileError as error:
            raise CommandError('compile: ' + error.msg)
        for stage in stages:
            self.done[stage.path] = None
        if len(errors) == 0:
            return
        diagnosis = errors[0].explained()
        failure = CommandError(diagnosis.title)
        if len(errors) > 1:
            failure.message = '%d examples do not hold: %s' % (
                len(errors), diagnosis.title)
        failure.explain(diagnosis, self.program.sources)
        raise failure
