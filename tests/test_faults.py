"""The line that is written when LexVM itself fails, by the C code as it is."""

import signal
import subprocess
import sys

import pytest
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from interpreter import faults

# What the tests need beside the C code.
HELPERS = r"""
#include <signal.h>
#include <stdio.h>
RPY_EXPORTED void test_note(long index) { lexvm_note_function(index); }
RPY_EXPORTED void test_say(char *text) { fputs(text, stderr); }
RPY_EXPORTED void test_block(void)
{
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, NULL);
}
RPY_EXPORTED void test_recurse(long depth)
{
    volatile char frame[1000];
    frame[depth % 1000] = 1;
    if (depth < 1L << 60)
        test_recurse(depth + 1);
    frame[0] += frame[depth % 1000];
}
"""

PREPARE = '''
import ctypes, os, sys
library = ctypes.CDLL(sys.argv[1])

def call(name, *words):
    getattr(library, name)(*[ctypes.c_long(word) if isinstance(word, int) else word
                             for word in words])

def die(number):
    os.kill(os.getpid(), number)

call('lexvm_catch_faults')
'''

NOWHERE = '; no Lex function was running'


@pytest.fixture(scope='module')
def library():
    """The C code as a shared library that exports everything."""
    declarations = faults._DECLARATIONS.replace('RPY_EXTERN', 'RPY_EXPORTED')
    info = ExternalCompilationInfo(post_include_bits=[declarations],
                                   separate_module_sources=[faults._CODE, HELPERS])
    return str(info.compile_shared_lib().libraries[0])


@pytest.fixture
def last_words(library):
    """-> (exit code, lines on standard error) of a process that dies."""
    def run(script, first=''):
        process = subprocess.Popen(
            [sys.executable, '-c', first + PREPARE + script, library],
            stderr=subprocess.PIPE)
        err = process.communicate()[1]
        return process.returncode, err.splitlines()
    return run


@pytest.mark.parametrize('name', ['SIGSEGV', 'SIGABRT', 'SIGBUS', 'SIGFPE', 'SIGILL',
                                  'SIGTRAP', 'SIGSYS'])
def test_signals(last_words, name):
    code, lines = last_words('die(%d)' % getattr(signal, name))
    assert (code, lines) == (70, ['error: internal: LexVM died of ' + name + NOWHERE])


def test_stack_overflow(last_words):
    code, lines = last_words('call("test_recurse", 0)')
    assert (code, lines) == (70, [
        'error: internal: LexVM died of SIGSEGV (out of stack)' + NOWHERE])


@pytest.mark.parametrize('index, shown', [
    (-1, None), (0, 'main'), (1, 'a_0123.f'), (2, ' '), (3, 'x' * 200 + '...'),
    (4, None)])
def test_function(last_words, index, shown):
    code, lines = last_words('''
names = 'main\\0a_0123.f\\0\\x1b\\0' + 'x' * 5000
call('lexvm_name_functions', names, len(names) + 1)
call('test_note', %d)
die(11)
''' % index)
    place = NOWHERE
    if shown is not None:
        place = '; last known Lex function: `%s`; --jit off may get round it' % shown
    assert (code, lines) == (70, ['error: internal: LexVM died of SIGSEGV' + place])


def test_names_are_replaced(last_words):
    code, lines = last_words('''
call('lexvm_name_functions', 'main', 5)
call('test_note', 0)
call('lexvm_name_functions', 'other', 6)
call('lexvm_report_fault', 'first')
call('test_note', 0)
call('lexvm_jit_is_off', 1)
call('lexvm_report_fault', 'second')
''')
    assert (code, lines) == (0, [
        'error: internal: first' + NOWHERE,
        'error: internal: second; last known Lex function: `other`; no JIT was at work, '
        'so --jit off will not get round it'])


@pytest.mark.parametrize('said, shown', [
    ('', ''),
    ('RPython traceback:\n  File "x.c", line 1, in f\nFatal RPython error: '
     'AssertionError\n', ' (AssertionError)'),
    ('PyPy assertion failed at x.c:5:\nin f: no such thing\n', ' (in f: no such thing)'),
    ('out of memory\n\n', ' (out of memory)'),
    ('Fatal RPython error: \n', ' (Fatal RPython error: )'),
    ('x' * 300, ' (%s...)' % ('x' * 200)),
])
def test_what_the_runtime_said(last_words, said, shown):
    code, lines = last_words('call("test_say", %r)\ndie(6)' % said)
    assert (code, lines) == (
        70, ['error: internal: LexVM died of SIGABRT' + shown + NOWHERE])


def test_what_the_runtime_says_without_dying_is_printed(last_words):
    code, lines = last_words('call("test_say", "hello")')
    assert (code, lines) == (0, ['hello'])


def test_for_developers_the_runtime_speaks(last_words, tmpdir):
    # PyPy takes the variable out of the environment that it is started with.
    code, lines = last_words('call("test_say", "RPython traceback:\\nE\\n")\ndie(6)',
                             'import os\nos.environ["PYPYLOG"] = "jit:%s"\n'
                             % tmpdir.join('log'))
    assert (code, lines) == (70, [
        'RPython traceback:', 'E', 'error: internal: LexVM died of SIGABRT' + NOWHERE])


def test_file_is_removed(last_words, tmpdir):
    path = tmpdir.join('t')
    path.write('')
    last_words('call("lexvm_remove_when_dying", %r)\ndie(11)' % str(path))
    assert not path.check()


@pytest.mark.parametrize('script', [
    'call("lexvm_remove_when_dying", "")\ndie(11)',
    # What a child does between fork and exec is no reason to remove it.
    'if os.fork() == 0: die(11)\nos.wait()'])
def test_file_is_kept(last_words, tmpdir, script):
    path = tmpdir.join('t')
    path.write('')
    last_words('call("lexvm_remove_when_dying", %r)\n' % str(path) + script)
    assert path.check()


def test_blocked_signals_are_caught(last_words):
    """A blocked signal of a fault would end the process silently."""
    code, lines = last_words('call("test_block")\ncall("lexvm_catch_faults")\ndie(11)')
    assert (code, lines) == (70, ['error: internal: LexVM died of SIGSEGV' + NOWHERE])
