"""Session of the tests: with --build, the native programs are made meanwhile.

Translating takes minutes on one core.  ``make test`` starts it together with pytest,
which has two processes, each with whole files.  Tests that need no native program come
first; of a file, those of lexvm-nojit, which is ready early, come before those of lexvm.
All wait for what they need.
"""

import hashlib
import os
import signal
import subprocess
import sys
import threading
import time

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.configuration import set_hypothesis_home_dir
from rpython.rlib import rgil

from interpreter.bytecode import body_hash

# Failed assertions show values in the tests' helpers, too.
pytest.register_assert_rewrite('tests')

# SHA-1 as RPython has it takes most of the time of compiling a program, untranslated.
body_hash.RSHA = hashlib.sha1


class NoLock(object):
    """In the place of newer toolchains' stand-in for the interpreter lock, which only
    threads that the toolchain starts itself may take."""

    def acquire(self):
        pass

    def release(self):
        pass


if hasattr(rgil, 'EmulatedGilHolder'):
    rgil._emulated_gil_holder = NoLock()

# How long an example takes says nothing on a machine that is busy translating.
settings.register_profile('lexvm', deadline=None,
                          suppress_health_check=[HealthCheck.too_slow])
settings.load_profile('lexvm')

ROOT = os.path.dirname(os.path.abspath(__file__))
# What make calls BUILD; nothing is written elsewhere in the tree.
BUILD = os.environ.get('LEXVM_BUILD', os.path.join(ROOT, 'build'))
LOG = os.path.join(BUILD, 'test-build.log')
STATUS = os.path.join(BUILD, 'test-build.status')
set_hypothesis_home_dir(os.path.join(BUILD, 'hypothesis'))


class NativeBuild(object):
    """Both programs, made in the background one after the other.

    The exit code of each make is in the file ``status_file(program)`` when it has ended.
    """

    def __init__(self):
        env = dict(os.environ)
        # The outer make's job server is not for us.
        for name in ('MAKEFLAGS', 'MFLAGS', 'MAKELEVEL', 'LD_LIBRARY_PATH'):
            env.pop(name, None)
        commands = []
        for program, target in PROGRAMS:
            if os.path.exists(status_file(program)):
                os.remove(status_file(program))
            # The file is there at once with its text.
            commands.append('make %s "$@"; echo $? >"$STATUS.new"; '
                            'mv "$STATUS.new" "$STATUS.%s"' % (target, program))
        env['STATUS'] = STATUS
        with open(LOG, 'wb') as log:
            self.process = subprocess.Popen(
                ['sh', '-c', '\n'.join(commands), 'make'] + self.folder(), cwd=ROOT,
                env=env, stdout=log, stderr=subprocess.STDOUT, preexec_fn=os.setsid)

    def folder(self):
        """The outer make's variable, unless it is the usual one."""
        if BUILD == os.path.join(ROOT, 'build'):
            return []
        return ['BUILD=' + BUILD]

    def follow(self, say):
        """Repeat the progress lines until the end."""
        with open(LOG) as log:
            while True:
                finished = self.process.poll() is not None
                # Iterating would stop at the first end of file for good.
                for line in iter(log.readline, ''):
                    say(line.rstrip())
                if finished:
                    return
                time.sleep(1)

    def stop(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            self.process.wait()


# In the order in which they are made: program, target of the Makefile.
PROGRAMS = [('lexvm-nojit', 'nojit'), ('lexvm', 'jit')]


def status_file(program):
    return '%s.%s' % (STATUS, program)


def wait_for(program):
    """Wait until the program has been made; fail the test if it could not be."""
    while not os.path.exists(status_file(program)):
        time.sleep(1)
    with open(status_file(program)) as stream:
        if stream.read().strip() != '0':
            pytest.fail('%s could not be built, see %s' % (program, LOG), pytrace=False)


def program_of(item):
    """The program that a test waits for: None, or one of PROGRAMS."""
    if 'built' not in item.fixturenames:
        return None
    callspec = getattr(item, 'callspec', None)
    if callspec and not NEEDS_NO_JIT.isdisjoint(
            value for value in callspec.params.values() if isinstance(value, str)):
        return 'lexvm-nojit'
    return 'lexvm'


# Parameters of tests that run lexvm-nojit only.
NEEDS_NO_JIT = frozenset(['nojit', 'lexvm-nojit', 'kernel'])


def is_worker(config):
    """Whether this is one of the processes of pytest -n, which run the tests."""
    return hasattr(config, 'workerinput')


def pytest_addoption(parser):
    parser.addoption('--build', action='store_true',
                     help='build lexvm and lexvm-nojit for the native tests')


def pytest_configure(config):
    config.native_build = None
    if not config.getoption('--build') or config.getoption('--collect-only'):
        return
    if is_worker(config):
        # The translation has a core for itself.
        os.nice(5)
        return
    config.native_build = NativeBuild()
    if getattr(config.option, 'numprocesses', None):
        thread = threading.Thread(target=config.native_build.follow, args=[say])
        thread.daemon = True
        thread.start()


def say(line):
    sys.stdout.write('\n' + line)
    sys.stdout.flush()


def pytest_unconfigure(config):
    if getattr(config, 'native_build', None):
        config.native_build.stop()


def pytest_collection_modifyitems(items):
    order = [None] + [program for program, _ in PROGRAMS]
    items.sort(key=lambda item: order.index(program_of(item)))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """With --build, wait until what the test needs has been made, before any fixture."""
    needed = program_of(item)
    if needed is None or not item.config.getoption('--build'):
        return
    for program, _ in PROGRAMS:
        wait_for(program)
        if program == needed:
            return


@pytest.fixture
def built():
    """What tests that run the programs ask for."""
