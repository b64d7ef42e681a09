"""Calls operations by name with values written as Python values."""

from interpreter.effects.host import Host
from interpreter.effects.policy import permissive
from interpreter.objects.base import W_Root
from interpreter.objects.bytes import newbytes
from interpreter.objects.errors import EffectError
from interpreter.objects.json import to_json
from interpreter.objects.list import newlist
from interpreter.objects.numbers import newbool, newfloat, newint, w_unit
from interpreter.objects.text import newstr
from interpreter.objects.tuple import newtuple
from interpreter.stdlib import all
from interpreter.stdlib.registry import lookup


def wrap(value):
    if isinstance(value, W_Root):
        return value
    if value is None:
        return w_unit
    if isinstance(value, bool):
        return newbool(value)
    if isinstance(value, (int, long)):
        return newint(int(value))
    if isinstance(value, float):
        return newfloat(value)
    if isinstance(value, bytearray):
        return newbytes(str(value))
    if isinstance(value, str):
        return newstr(value)
    if isinstance(value, list):
        return newlist([wrap(item) for item in value])
    if isinstance(value, tuple):
        return newtuple([wrap(item) for item in value])
    raise TypeError(value)


def new_host(policy=None):
    return Host(policy or permissive(), ['one', 'two'])


def call(path, *args, **options):
    """The value that an operation gives."""
    module, name = path.split('.')
    host = options.get('host') or new_host()
    return lookup(module, name).call_args(host, [wrap(arg) for arg in args])


def json_of(path, *args, **options):
    """The compact JSON text of what an operation gives."""
    return to_json(call(path, *args, **options))


def error_of(path, *args, **options):
    """The message of the EffectError that an operation raises."""
    try:
        call(path, *args, **options)
    except EffectError as e:
        return e.msg
    raise AssertionError('%s did not fail' % path)


def some(text):
    return '{"$variant":"Some","args":[%s]}' % text


def ok(text):
    return '{"$variant":"Ok","args":[%s]}' % text


def err(text):
    return '{"$variant":"Err","args":["%s"]}' % text


NONE = '{"$variant":"None","args":[]}'
