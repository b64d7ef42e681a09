"""Every operation counts its work before a limit can be missed.

Values are made of the types in an operation's signature, large where they can be; what an
operation does to them must be counted in proportion.
"""

import re

import pytest

from interpreter.objects.errors import VMError
from interpreter.objects.list import newlist, newrange
from interpreter.objects.matrix import newmatrix
from interpreter.objects.numbers import newbool, newfloat, newint
from interpreter.objects.pace import WorkLimitExceeded, pace
from interpreter.stdlib import all, registry
from interpreter.stdlib.signatures import SIGNATURES
from interpreter.stdlib.work import COUNTED, CONSTANT, Work, count, size_of
from tests.stdlib.support import call, wrap

SIZE = 20000

# Text, so that as many readers as possible get far with it.
TEXT = '1' * SIZE

VALUES = {
    'Int': lambda: newint(3), 'Float': lambda: newfloat(0.5),
    'Bool': lambda: newbool(True), 'Str': lambda: wrap(TEXT),
    'Bytes': lambda: wrap(bytearray(TEXT)),
    'Matrix': lambda: newmatrix(1, SIZE, [0.5] * SIZE),
    'List[Str]': lambda: newlist([wrap('ab')] * SIZE),
    'List[Float]': lambda: newlist([newfloat(0.5)] * SIZE),
    'List[List[Float]]': lambda: newlist([newlist([newfloat(0.5)] * SIZE)]),
    'List[Bytes]': lambda: newlist([wrap(bytearray('ab'))] * SIZE),
    'Map[K, V]': lambda: call('map.from_list', newlist(
        [wrap((i, i)) for i in range(2000)])),
    'Set[T]': lambda: call('set.from_list', newrange(0, 2000)),
    'Deque[T]': lambda: call('deque.from_list', newrange(0, SIZE)),
}
LARGE = ['Str', 'Bytes', 'Matrix', 'Map[K, V]', 'Set[T]']

# These look at a bounded part of their arguments, or only build on them.
SMALL_WORK = [
    'bytes.len', 'bytes.is_empty', 'str.is_empty', 'str.len', 'str.char_at', 'str.concat',
    'map.size', 'map.is_empty', 'map.get', 'map.set', 'map.delete', 'map.has',
    'set.size', 'set.is_empty', 'set.has', 'set.add', 'set.delete',
    'math.rows', 'math.cols', 'math.get', 'bytes.concat', 'map.keys', 'map.values',
    'parser.char', 'test.assert_true', 'cli.positional', 'bytes.u8_at',
    'bytes.u16_le_at', 'bytes.u32_le_at', 'bytes.u64_le_at',
]
# With the values above these have nothing to do; tests/stdlib/test_bad_input.py and
# tests/native/test_bounds.py have others.
REFUSED = ['bytes.slice', 'str.slice', 'math.matmul', 'crypto.argon2id']


def parameters(path):
    """The types of the parameters in the signature of an operation."""
    line = re.search('^%s :: (.*)$' % re.escape(path), SIGNATURES, re.MULTILINE)
    if line is None:
        return None
    inside = re.match(r'\((.*?)\) ->', line.group(1))
    if inside is None or inside.group(1) == '':
        return None
    parts = re.split(r', (?![^\[]*\])', inside.group(1))
    return parts if all_known(parts) else None


def all_known(parts):
    for part in parts:
        if part not in VALUES:
            return False
    return True


def cases():
    for path in sorted(registry.BUILTINS):
        builtin = registry.BUILTINS[path]
        types = parameters(path) if builtin.is_pure else None
        if types and set(types) & set(LARGE) and path not in SMALL_WORK + REFUSED:
            yield path


@pytest.fixture
def bounded(monkeypatch):
    monkeypatch.setattr(pace, 'limit', 100)
    monkeypatch.setattr(pace, 'spent', 0)
    monkeypatch.setattr(pace, 'left', 100)


@pytest.mark.parametrize('path', cases())
def test_large_arguments_are_work(path, bounded):
    values = [VALUES[name]() for name in parameters(path)]
    pace.left = 100
    pace.spent = 0
    try:
        registry.BUILTINS[path].call_args(None, values)
    except WorkLimitExceeded:
        return
    except VMError:
        pass
    assert pace.left < 100 - SIZE // 16 or pace.spent > 0, 'nothing was counted'


def test_there_are_many_cases():
    assert len(list(cases())) > 60


def test_an_operation_without_work_does_not_register():
    with pytest.raises(TypeError):
        registry.pure('str', 'something')


def test_what_is_counted():
    assert size_of(wrap('h\xc3\xa9')) == 3
    assert size_of(newrange(0, 2 ** 62)) == 1 << 32
    assert size_of(newint(10 ** 6)) == 1
    assert CONSTANT.source() == COUNTED.source() == ''
    assert Work(5, 2, [0, 2]).source() == 'count(5 + 2 * (size_of(w_0) + size_of(w_2)))'


def test_little_work_is_not_counted(monkeypatch):
    monkeypatch.setattr(pace, 'left', 1000)
    count(256)
    assert pace.left == 1000
    count(257)
    assert pace.left == 743


@pytest.mark.parametrize('path', sorted(registry.BUILTINS))
def test_work_is_that_of_arguments_that_are_there(path):
    builtin = registry.BUILTINS[path]
    entry = getattr(type(builtin), 'call%d' % builtin.arity)
    assert not [name for name in entry.__func__.__code__.co_names
                if name.startswith('w_')]
