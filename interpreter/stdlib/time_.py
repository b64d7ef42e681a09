"""std.time"""

from rpython.rlib import jit

from interpreter.effects import clock
from interpreter.effects.clock import NS_PER_SECOND
from interpreter.objects.numbers import newint, w_unit
from interpreter.objects.text import newstr
from interpreter.stdlib import civil, utf8
from interpreter.stdlib.args import host_int
from interpreter.stdlib.registry import effect
from interpreter.stdlib.str_ import NotANumber, parse_int
from interpreter.stdlib.work import CONSTANT


NS_PER_MS = 1000000
LONGEST_SLEEP_MS = 60000
TEST_CLOCK = 'LEX_TEST_NOW'


@jit.dont_look_inside
def wall_ns(host):
    """The wall clock; the variable LEX_TEST_NOW (seconds) overrides it."""
    fixed = host.environment(TEST_CLOCK)
    if fixed is not None:
        try:
            return parse_int(utf8.trim(fixed)) * NS_PER_SECOND
        except NotANumber:
            pass
    return clock.wall_ns()


@effect('time', 'now', CONSTANT)
def now(host):
    host.check('time')
    return newint(wall_ns(host) // NS_PER_SECOND)


@effect('time', 'now_ms', CONSTANT)
def now_ms(host):
    host.check('time')
    return newint(wall_ns(host) // NS_PER_MS)


@effect('time', 'now_str', CONSTANT)
@jit.dont_look_inside
def now_str(host):
    host.check('time')
    return newstr(civil.format_iso(wall_ns(host)))


@effect('time', 'mono_ns', CONSTANT)
@jit.dont_look_inside
def mono_ns(host):
    host.check('time')
    return newint(host.elapsed_ns())


@effect('time', 'sleep_ms', CONSTANT)
@jit.dont_look_inside
def sleep_ms(host, w_duration):
    host.check('time')
    duration = max(0, min(host_int(w_duration), LONGEST_SLEEP_MS))
    host.sleep_ns(duration * NS_PER_MS)
    return w_unit


@effect('time', 'sleep', CONSTANT)
@jit.dont_look_inside
def sleep(host, w_duration):
    host.check('time')
    duration = host_int(w_duration)
    host.sleep_ns(min(duration, LONGEST_SLEEP_MS * NS_PER_MS))
    return w_unit
