"""std.log: lines with a time and a level, to standard error or a file."""

from rpython.rlib import jit
from rpython.rlib.rstring import replace

from interpreter.effects import clock, files
from interpreter.effects.files import FileError
from interpreter.objects.numbers import w_unit
from interpreter.objects.variant import err_str, ok
from interpreter.stdlib import civil
from interpreter.stdlib.args import host_str
from interpreter.stdlib.registry import effect
from interpreter.stdlib.work import CONSTANT, each


LEVELS = ['debug', 'info', 'warn', 'error']
TEXT = 'text'
JSON = 'json'
STANDARD_ERROR = '-'


def level_number(name):
    """The rank of a level, -1 for an unknown name."""
    for i in range(len(LEVELS)):
        if LEVELS[i] == name:
            return i
    return -1


def escaped(text):
    text = replace(text, '\\', '\\\\')
    text = replace(text, '"', '\\"')
    text = replace(text, '\n', '\\n')
    return replace(text, '\r', '\\r')


def define(rank):
    level = LEVELS[rank]

    @jit.dont_look_inside
    def log(host, w_text):
        host.check('log')
        text = host_str(w_text)
        if rank >= host.log_level:
            stamp = civil.format_iso(clock.wall_ns())
            if host.log_as_json:
                line = '{"ts":"%s","level":"%s","msg":"%s"}' % (
                    stamp, level, escaped(text))
            else:
                line = '[%s] %s: %s' % (stamp, level, text)
            host.write_log(line)
        return w_unit
    effect('log', level, each(1, 0))(log)


for number in range(len(LEVELS)):
    define(number)


@effect('log', 'set_level', CONSTANT)
@jit.dont_look_inside
def set_level(host, w_level):
    host.check('io')
    level = host_str(w_level)
    rank = level_number(level)
    if rank < 0:
        return err_str('log.set_level: unknown level `%s`; expected '
                       'debug|info|warn|error' % level)
    host.log_level = rank
    return ok(w_unit)


@effect('log', 'set_format', CONSTANT)
@jit.dont_look_inside
def set_format(host, w_format):
    host.check('io')
    format = host_str(w_format)
    if format != TEXT and format != JSON:
        return err_str('log.set_format: unknown format `%s`; expected '
                       'text|json' % format)
    host.log_as_json = format == JSON
    return ok(w_unit)


@effect('log', 'set_sink', each(1, 0))
@jit.dont_look_inside
def set_sink(host, w_path):
    host.check('io')
    host.check('fs_write')
    path = host_str(w_path)
    if path == STANDARD_ERROR:
        host.close_log()
        return ok(w_unit)
    try:
        files.refuse_nul(path)
        place = host.policy.place_to_write(path)
        if place is None:
            return err_str('log.set_sink `%s` outside --allow-fs-write' % path)
        host.open_log(place)
    except FileError as e:
        return err_str('log.set_sink `%s`: %s' % (path, e.msg))
    return ok(w_unit)
