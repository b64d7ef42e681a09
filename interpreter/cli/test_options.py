"""The command line of ``lexvm test``, and the files that it means."""

import os

from rpython.rlib.listsort import make_timsort_class
from rpython.rlib.rstring import assert_str0

from interpreter.cli.failure import CommandError, refusal
from interpreter.cli.lex_files import EXTENSION, is_folder
from interpreter.cli.properties import DEFAULT_CASES, DEFAULT_SEED
from interpreter.cli.run_limits import FLAGS as LIMIT_FLAGS, integer
from interpreter.cli.run_options import RunOptions, Words, parse_flag
from interpreter.cli.violations import unknown_grant
from interpreter.effects import policy
from interpreter.source import files, utf8
from interpreter.stdlib import glob

DEFAULT_FOLDER = 'tests'
WATCH = '--watch'
# The flags of ``lexvm run`` that tests take; --wall, --trace and those that show
# something are for a single run.
_RUN_FLAGS = LIMIT_FLAGS + [
    '--jit', '--hook', '--budget', '--allow-fs-read', '--allow-fs-write',
    '--allow-net-host', '--allow-proc', '--allow-approval']
_WITH_VALUE = ['--filter', '--junit', '--seed', '--cases']

_StringSort = make_timsort_class()


class TestOptions(object):
    """``effects`` is None unless the command line restricts them.  ``run`` has the
    flags of ``lexvm run``; its limits are those of each file."""

    def __init__(self, words):
        """Raises CommandError."""
        self.paths = []
        self.effects = None
        self.ignores_results = False
        self.filter = ''
        self.junit = ''
        self.examples = False
        self.times = False
        self.seed = DEFAULT_SEED
        self.cases = DEFAULT_CASES
        self.run = RunOptions()
        remaining = Words(words)
        while not remaining.at_end():
            self._word(remaining.take(), remaining)
        if len(self.paths) == 0:
            self.paths.append(DEFAULT_FOLDER)

    def _word(self, word, remaining):
        flag = word
        equals = word.find('=')
        if equals >= 0:
            flag = word[:equals]
        if word == '--allow-effects':
            if remaining.at_end():
                raise CommandError('--allow-effects requires a value')
            self.effects = [kind for kind in remaining.take().split(',') if kind]
            _check_grants(self.effects)
        elif word == '--ignore-results':
            self.ignores_results = True
        elif word == '--examples':
            self.examples = True
        elif word == '--times':
            self.times = True
        elif word == WATCH:
            pass                        # the command was told before
        elif word in _WITH_VALUE:
            if remaining.at_end():
                raise CommandError('%s needs a value' % word)
            self._set(word, remaining.take())
        elif flag in _RUN_FLAGS:
            parse_flag(self.run, word, remaining)
        elif not word.startswith('-') and (len(self.paths) == 0 or
                                           word.endswith(EXTENSION)):
            self.paths.append(word)
        else:
            raise CommandError(
                'unknown flag `%s`; usage: lexvm test '
                '[--allow-effects k1,k2,...] [<dir>]' % word)

    def _set(self, flag, value):
        if flag == '--filter':
            self.filter = value
        elif flag == '--junit':
            self.junit = value
        elif flag == '--seed':
            self.seed = integer(flag, value)
        else:
            self.cases = integer(flag, value)
            if self.cases < 1:
                raise CommandError('--cases must be at least 1')

    def policy(self):
        effects = self.effects
        if effects is None:
            effects = policy.permissive().allow_effects
        self.run.allow_effects = effects
        return self.run.policy()


def _check_grants(effects):
    """Raises CommandError for a grant that looks like a known effect misspelled;
    effects of their own that the tests declare may have any name."""
    for text in effects:
        mistake = unknown_grant(policy.Grant(text), [])
        if mistake.endswith('?'):
            raise CommandError('--allow-effects: ' + mistake)


def test_files(paths):
    """The files that the words of the command line mean, in order, each once: files, the
    ``test_*.lex`` of folders, and what matches patterns.  Raises CommandError."""
    found = []
    for path in paths:
        if is_folder(path):
            more = _in_folder(path)
        elif files.exists(path):
            more = [_file(path)]
        elif glob.has_wildcard(path):
            more = _matching(path)
        else:
            raise refusal('no folder %s' % path, 'there is no folder `%s`' % path,
                          'name the folder of the tests: `lexvm test DIR`')
        found.extend([each for each in more if each not in found])
    return found


def _file(path):
    if not path.endswith(EXTENSION):
        raise CommandError('%s is not a .lex file or directory' % path)
    return path


def _names(folder):
    try:
        names = os.listdir(assert_str0(folder))
    except OSError as error:
        raise CommandError('reading %s: %s' % (
            folder, files.system_error(error.errno)))
    found = [name for name in names if name.endswith(EXTENSION) and utf8.is_valid(name)]
    _StringSort(found).sort()
    return found


def _in_folder(folder):
    return [files.join(folder, name) for name in _names(folder)
            if name.startswith('test_')]


def _matching(pattern):
    """The .lex files whose names match the last part of a pattern."""
    slash = pattern.rfind('/') + 1
    assert slash >= 0
    folder = pattern[:slash]
    last = pattern[slash:]
    try:
        glob.check(last)
    except glob.PatternError as error:
        raise CommandError('the pattern `%s`: %s' % (pattern, error.reason))
    if folder == '':
        folder = '.'
    if not is_folder(folder):
        raise CommandError('there is no folder `%s`' % folder.rstrip('/'))
    found = [name for name in _names(folder) if glob.matches(last, name)]
    if len(found) == 0:
        raise CommandError('no .lex file matches `%s`' % pattern)
    return [pattern[:slash] + name for name in found]
