"""``lexvm test``: call ``run_all`` of every test file in a folder."""

import os

from rpython.rlib.listsort import make_timsort_class
from rpython.rlib.rstring import assert_str0

from interpreter import memory
from interpreter.bytecode.errors import CompileError
from interpreter.canonical.pipeline import stages_of
from interpreter.check.checker import check_program
from interpreter.cli.failure import EXIT_ERROR, EXIT_OK, CommandError, refusal
from interpreter.cli.file_argument import asks_for_help
from interpreter.cli.invocation import Attention, invoke
from interpreter.cli.loading import Loaded
from interpreter.cli.output import write_out
from interpreter.cli.run_limits import FLAGS as LIMIT_FLAGS, RunLimits
from interpreter.cli.test_results import failure_in
from interpreter.cli.usage import TEST_HELP
from interpreter.cli.violations import unknown_grant
from interpreter.effects import policy
from interpreter.machine.session import Session
from interpreter.source import files, utf8
from interpreter.source.errors import LoadError
from interpreter.source.loader import load_program

ENTRY = 'run_all'
DEFAULT_FOLDER = 'tests'

_StringSort = make_timsort_class()


class TestOptions(object):
    """``effects`` is None unless the command line restricts them; the limits are those
    of each file."""

    def __init__(self, words):
        """Raises CommandError."""
        self.folder = ''
        self.effects = None
        self.ignores_results = False
        self.limits = RunLimits()
        i = 0
        while i < len(words):
            word = words[i]
            if word == '--allow-effects':
                if i + 1 >= len(words):
                    raise CommandError('--allow-effects requires a value')
                i += 1
                self.effects = [kind for kind in words[i].split(',') if kind]
                _check_grants(self.effects)
            elif word == '--ignore-results':
                self.ignores_results = True
            elif word in LIMIT_FLAGS:
                if i + 1 >= len(words):
                    raise CommandError('%s needs a value' % word)
                i += 1
                self.limits.set(word, words[i])
            elif self.folder == '' and not word.startswith('-'):
                self.folder = word
            else:
                raise CommandError(
                    'unknown flag `%s`; usage: lexvm test '
                    '[--allow-effects k1,k2,...] [<dir>]' % word)
            i += 1
        if self.folder == '':
            self.folder = DEFAULT_FOLDER

    def policy(self):
        effects = self.effects
        if effects is None:
            return policy.permissive()
        return policy.Policy(effects)


def _check_grants(effects):
    """Raises CommandError for a grant that looks like a known effect misspelled;
    effects of their own that the tests declare may have any name."""
    for text in effects:
        mistake = unknown_grant(policy.Grant(text), [])
        if mistake.endswith('?'):
            raise CommandError('--allow-effects: ' + mistake)


class _Failure(Exception):
    def __init__(self, text):
        self.text = text


def test(words, reporter):
    """Raises CommandError, also if a test fails, and OutputError."""
    if asks_for_help(words):
        write_out(TEST_HELP)
        return EXIT_OK
    options = TestOptions(words)
    paths = _test_files(options.folder)
    if len(paths) == 0:
        write_out('no test_*.lex files found in %s\n' % options.folder)
        return EXIT_OK
    failed = 0
    for path in paths:
        try:
            _run(path, options, reporter)
            write_out('ok   %s\n' % path)
        except _Failure as failure:
            failed += 1
            write_out('FAIL %s \xe2\x80\x94 %s\n' % (path, failure.text))
    write_out('\n%d passed, %d failed\n' % (len(paths) - failed, failed))
    if failed > 0:
        raise CommandError('%d test file(s) failed' % failed)
    return EXIT_OK


def _test_files(folder):
    """The paths of ``test_*.lex`` directly in ``folder``, sorted.  Raises
    CommandError."""
    if not files.exists(folder):
        raise refusal('no folder %s' % folder, 'there is no folder `%s`' % folder,
                      'name the folder of the tests: `lexvm test DIR`')
    try:
        names = os.listdir(assert_str0(folder))
    except OSError as error:
        raise CommandError('reading %s: %s' % (
            folder, files.system_error(error.errno)))
    found = [name for name in names if name.startswith('test_')
             and name.endswith('.lex') and utf8.is_valid(name)]
    _StringSort(found).sort()
    return [files.join(folder, name) for name in found]


def _run(path, options, reporter):
    """Load, check and run one file; raises _Failure, CommandError for a signal and
    OutputError."""
    options.limits.start(reporter)
    try:
        program = _program(path)
        session = _session(program.stages, options)
    except MemoryError:
        memory.limit.lift()
        raise _Failure('load: ' + memory.limit.message())
    options.limits.apply(session)
    attention = Attention(session, options.limits.steps)
    try:
        w_result = invoke(session, ENTRY, [], program.sources)
    except CommandError as error:
        if error.code != EXIT_ERROR:
            raise
        raise _Failure(error.message)
    finally:
        attention.end()
        session.host.flush()
    if not options.ignores_results:
        reported = failure_in(w_result)
        if reported != '':
            raise _Failure(reported)


def _program(path):
    """-> a loading.Loaded.  Raises _Failure."""
    try:
        program = load_program(path)
    except LoadError as error:
        raise _Failure('load: ' + error.message)
    return Loaded(stages_of(program), program.sources, path)


def _session(stages, options):
    """-> a Session.  Raises _Failure."""
    errors = check_program(stages)
    if len(errors) > 0:
        raise _Failure('type error: '
                       + '; '.join([error.explained().title for error in errors]))
    try:
        session = Session(stages, options.policy(), [], options.limits.steps,
                          options.limits.depth)
    except CompileError as error:
        raise _Failure('compile: ' + error.msg)
    violations = session.static_violations()
    if len(violations) > 0:
        raise _Failure('policy: [%s]' % ', '.join(
            [violation.debug() for violation in violations]))
    return session
