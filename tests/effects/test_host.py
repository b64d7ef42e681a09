import errno
import os

import pytest

from interpreter.effects import files
from interpreter.effects.host import Host, OutputError
from interpreter.effects.interrupts import Interrupted
from interpreter.effects.policy import Policy
from interpreter.objects.errors import EffectError


def test_budget():
    host = Host(Policy([], budget=15), [])
    host.charge_budget(10)
    host.charge_budget(0)
    with pytest.raises(EffectError) as raised:
        host.charge_budget(10)
    assert raised.value.display() == (
        'effect handler error: budget exceeded: requested 10, '
        'used so far 10, ceiling 15')
    host.charge_budget(5)


def test_no_ceiling():
    host = Host(Policy([]), [])
    host.charge_budget(10 ** 9)


def test_full_disk():
    if not os.path.exists('/dev/full'):
        pytest.skip('no /dev/full')
    saved = os.dup(1)
    full = os.open('/dev/full', os.O_WRONLY)
    os.dup2(full, 1)
    try:
        host = Host(Policy(['io']), [])
        host.print_line('x')
        with pytest.raises(OutputError) as raised:
            host.flush()
        host.flush()
    finally:
        os.dup2(saved, 1)
        os.close(saved)
        os.close(full)
    assert raised.value.errno == errno.ENOSPC
    assert raised.value.message() == (
        'cannot write to standard output: '
        'No space left on device (os error 28)')


def test_output_comes_before_errors(tmpdir):
    path = str(tmpdir.join('both'))
    saved = os.dup(1), os.dup(2)
    target = os.open(path, os.O_WRONLY | os.O_CREAT)
    os.dup2(target, 1)
    os.dup2(target, 2)
    try:
        host = Host(Policy([]), [])
        host.print_line('first')
        host.print_error('second')
    finally:
        os.dup2(saved[0], 1)
        os.dup2(saved[1], 2)
        for fd in saved + (target,):
            os.close(fd)
    assert open(path).read() == 'first\nsecond\n'


def test_lines_are_read_once(monkeypatch):
    """What a signal interrupts begins behind the last line that was read."""
    parts = ['one\ntw', None, 'o\n', None, 'three\n', '']

    def read_some(fd):
        part = parts.pop(0)
        if part is None:
            raise Interrupted('stopped', 130)
        return part
    monkeypatch.setattr(files, 'read_some', read_some)
    host = Host(Policy([]), [])
    assert host.read_line() == 'one'
    with pytest.raises(Interrupted):
        host.read_line()
    assert host.read_line() == 'o'
    with pytest.raises(Interrupted):
        host.read_line()
    assert host.read_line() == 'three'
    assert host.read_line() is None
