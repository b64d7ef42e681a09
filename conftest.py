"""Session of the tests: with --build, the native programs are made meanwhile.

Translating takes minutes on one core.  ``make test`` starts it together with pytest; the
tests in tests/native come last and wait for it.
"""

import hashlib
import os
import signal
import subprocess
import sys
import time

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.configuration import set_hypothesis_home_dir
from rpython.rlib import rgil

from interpreter.bytecode import body_hash

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
set_hypothesis_home_dir(os.path.join(BUILD, 'hypothesis'))


class NativeBuild(object):
    """A make that runs in the background."""

    def __init__(self):
        env = dict(os.environ)
        # The outer make's job server is not for us.
        for name in ('MAKEFLAGS', 'MFLAGS', 'MAKELEVEL', 'LD_LIBRARY_PATH'):
            env.pop(name, None)
        with open(LOG, 'wb') as log:
            self.process = subprocess.Popen(
                ['make', 'nojit', 'jit'] + self.folder(), cwd=ROOT, env=env,
                stdout=log, stderr=subprocess.STDOUT, preexec_fn=os.setsid)

    def folder(self):
        """The outer make's variable, unless it is the usual one."""
        if BUILD == os.path.join(ROOT, 'build'):
            return []
        return ['BUILD=' + BUILD]

    def wait(self, say):
        """Wait for the end and repeat the progress lines; returns make's exit code."""
        with open(LOG) as log:
            while True:
                finished = self.process.poll() is not None
                # Iterating would stop at the first end of file for good.
                for line in iter(log.readline, ''):
                    say(line.rstrip())
                if finished:
                    return self.process.returncode
                time.sleep(1)

    def stop(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            self.process.wait()


def pytest_addoption(parser):
    parser.addoption('--build', action='store_true',
                     help='build lexvm and lexvm-nojit for the native tests')


def pytest_configure(config):
    config.native_build = None
    if config.getoption('--build') and not config.getoption('--collect-only'):
        config.native_build = NativeBuild()


def pytest_unconfigure(config):
    if getattr(config, 'native_build', None):
        config.native_build.stop()


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: 'built' in item.fixturenames)


@pytest.fixture(scope='session')
def built(request):
    """With --build, lexvm and lexvm-nojit are there and belong to these sources."""
    build = request.config.native_build
    if not build:
        return
    capture = request.config.pluginmanager.getplugin('capturemanager')
    with capture.global_and_fixture_disabled():
        print('')
        if build.wait(say) != 0:
            pytest.exit('the native programs could not be built', 1)


def say(line):
    sys.stdout.write(line + '\n')
    sys.stdout.flush()
