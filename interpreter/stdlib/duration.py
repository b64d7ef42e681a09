"""std.duration: whole units in a number of nanoseconds, toward zero."""

from interpreter.effects.clock import NS_PER_SECOND
from interpreter.objects import arith
from interpreter.objects.numbers import newint
from interpreter.stdlib.args import to_int
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import CONSTANT


def define(name, unit):
    def units(w_duration):
        return newint(arith.div(to_int(w_duration), unit))
    pure('duration', name, CONSTANT)(units)


define('millis', NS_PER_SECOND // 1000)
define('seconds', NS_PER_SECOND)
define('minutes', 60 * NS_PER_SECOND)
define('hours', 3600 * NS_PER_SECOND)
define('days', 86400 * NS_PER_SECOND)
