"""The table of the standard library's operations.

Operations register themselves while the modules of this package are
imported::

    @pure('str', 'len', CONSTANT)
    def len_(w_text): ...

    @effect('io', 'print', each(1, 0))
    def print_(host, w_text): ...

Each registration makes one prebuilt :class:`Builtin`.  A call through a
constant Builtin is a direct call of the function, so the tracer sees
through it.
"""

from interpreter.objects.errors import EffectError
from interpreter.objects.pace import pace
from interpreter.stdlib.signatures import SIGNATURES
from interpreter.stdlib.work import count, size_of


MODULES = [
    'io', 'str', 'int', 'math', 'float', 'list', 'bytes', 'time', 'rand',
    'random', 'env', 'net', 'tls', 'chat', 'conc', 'arrow', 'df', 'json',
    'result', 'option', 'tuple', 'map', 'set', 'iter', 'flow', 'crypto',
    'deque', 'log', 'datetime', 'duration', 'approval', 'process', 'fs',
    'kv', 'vcs', 'sql', 'redis', 'parser', 'cli', 'regex', 'http', 'yaml',
    'dotenv', 'csv', 'test', 'toml', 'agent', 'stream', 'decimal', 'moe',
]

PURE_MODULES = [
    'str', 'int', 'float', 'list', 'iter', 'option', 'result', 'tuple',
    'json', 'bytes', 'flow', 'math', 'map', 'set', 'crypto', 'regex',
    'deque', 'datetime', 'duration', 'http', 'toml', 'yaml', 'dotenv',
    'csv', 'test', 'random', 'parser', 'cli', 'arrow', 'df', 'decimal',
]

MAX_ARITY = 5


class Builtin(object):
    """One operation.  The entry of its own arity runs it; the others raise
    EffectError, as do ill-typed arguments and host failures."""
    _immutable_fields_ = ['module', 'name', 'arity', 'is_pure']

    def __init__(self, module, name, arity, is_pure):
        self.module = module
        self.name = name
        self.arity = arity
        self.is_pure = is_pure

    def call0(self, host):
        raise self.wrong_arity(0)

    def call1(self, host, w_0):
        raise self.wrong_arity(1)

    def call2(self, host, w_0, w_1):
        raise self.wrong_arity(2)

    def call3(self, host, w_0, w_1, w_2):
        raise self.wrong_arity(3)

    def call4(self, host, w_0, w_1, w_2, w_3):
        raise self.wrong_arity(4)

    def call5(self, host, w_0, w_1, w_2, w_3, w_4):
        raise self.wrong_arity(5)

    def call_args(self, host, args_w):
        """Call with the arguments in a list."""
        count = len(args_w)
        if count == 0:
            return self.call0(host)
        if count == 1:
            return self.call1(host, args_w[0])
        if count == 2:
            return self.call2(host, args_w[0], args_w[1])
        if count == 3:
            return self.call3(host, args_w[0], args_w[1], args_w[2])
        if count == 4:
            return self.call4(host, args_w[0], args_w[1], args_w[2],
                              args_w[3])
        if count == 5:
            return self.call5(host, args_w[0], args_w[1], args_w[2],
                              args_w[3], args_w[4])
        raise self.wrong_arity(count)

    def wrong_arity(self, count):
        if count < self.arity:
            return EffectError('missing argument')
        return EffectError('%s.%s: %d arguments given, %d expected' % (
            self.module, self.name, count, self.arity))


def declared_operations(signatures):
    """The names of all operations with a signature."""
    names = {}
    for line in signatures.splitlines():
        if ' :: ' in line and not line.startswith(' '):
            names[line.split(' :: ')[0]] = None
    return names


DECLARED = declared_operations(SIGNATURES)
MODULE_TABLE = dict.fromkeys(MODULES)
PURE_MODULE_TABLE = dict.fromkeys(PURE_MODULES)
BUILTINS = {}


def pure(module, name, work):
    """Register a function of values that needs no permission, and its Work."""
    def register(function):
        _register(module, name, function, True, work)
        return function
    return register


def effect(module, name, work):
    """Register a function that gets the host before its values, and its Work."""
    def register(function):
        _register(module, name, function, False, work)
        return function
    return register


def _register(module, name, function, is_pure, work):
    key = module + '.' + name
    assert module in MODULE_TABLE, key
    assert key not in BUILTINS, key
    arity = function.__code__.co_argcount
    if not is_pure:
        arity -= 1
    assert 0 <= arity <= MAX_ARITY, key
    values = ['w_%d' % i for i in range(arity)]
    lines = ['def call%d(%s):' % (arity, ', '.join(['self', 'host'] + values))]
    if not is_pure:
        lines.append('pace.effect()')
    if work.source() != '':
        lines.append(work.source())
    lines.append('return function(%s)' % ', '.join(
        values if is_pure else ['host'] + values))
    source = '\n    '.join(lines) + '\n'
    namespace = {'function': function, 'pace': pace, 'count': count,
                 'size_of': size_of}
    exec compile(source, '<builtin %s>' % key, 'exec') in namespace
    entry = 'call%d' % arity
    cls = type('Builtin_%s_%s' % (module, name), (Builtin,),
               {entry: namespace[entry]})
    BUILTINS[key] = cls(module, name, arity, is_pure)


def lookup(module, name):
    """The Builtin of ``module.name``, or None."""
    return BUILTINS.get(module + '.' + name, None)


def is_module(module):
    """Whether ``std.<module>`` is a module of the language."""
    return module in MODULE_TABLE


def unknown_operation(module, name):
    """The error of calling an operation that is not in the table."""
    if module + '.' + name in DECLARED:
        return EffectError('`%s.%s` is not available in this build'
                           % (module, name))
    if module in PURE_MODULE_TABLE:
        return EffectError('unknown pure builtin: %s.%s' % (module, name))
    if module in ('process', 'approval', 'log', 'fs', 'agent', 'stream',
                  'tls'):
        return EffectError('unsupported %s.%s' % (module, name))
    return EffectError('unsupported effect %s.%s' % (module, name))
