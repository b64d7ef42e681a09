"""std.io"""

from interpreter.effects.files import FileError
from interpreter.objects.list import newlist_str
from interpreter.objects.numbers import w_unit
from interpreter.objects.text import newstr
from interpreter.objects.variant import err_str, ok, some, w_none
from interpreter.stdlib import utf8
from interpreter.stdlib.args import host_str
from interpreter.stdlib.registry import effect
from interpreter.stdlib.work import CONSTANT, COUNTED, each


@effect('io', 'print', each(1, 0))
def print_(host, w_text):
    host.check('io')
    host.print_line(host_str(w_text))
    return w_unit


@effect('io', 'read', COUNTED)
def read(host, w_path):
    host.check('io')
    try:
        data = host.read_file(host_str(w_path))
    except FileError as e:
        return err_str(e.msg)
    if not utf8.is_valid(data):
        return err_str('stream did not contain valid UTF-8')
    return ok(newstr(data))


@effect('io', 'write', each(1, 1))
def write(host, w_path, w_text):
    host.check('io')
    try:
        host.write_file(host_str(w_path), host_str(w_text))
    except FileError as e:
        return err_str(e.msg)
    return ok(w_unit)


@effect('io', 'readline', COUNTED)
def readline(host):
    host.check('io')
    line = host.read_line()
    if line is None or not utf8.is_valid(line):
        return w_none
    return some(newstr(line))


@effect('io', 'argv', CONSTANT)
def argv(host):
    host.check('io')
    return newlist_str(host.argv[:])
