"""std.dotenv"""

from rpython.rlib import jit

from interpreter.objects.map import empty_map
from interpreter.objects.text import newstr
from interpreter.objects.variant import err_str, ok
from interpreter.stdlib import utf8
from interpreter.stdlib.args import to_key, to_str
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import each


EXPORT = 'export '


def unquoted(value):
    """``value`` without one pair of matching quotes around it."""
    last = len(value) - 1
    if last >= 1 and value[0] == value[last] and (value[0] == '"'
                                                  or value[0] == "'"):
        return value[1:last]
    return value


@pure('dotenv', 'parse', each(8, 0))
@jit.dont_look_inside
def parse(w_text):
    w_result = empty_map
    number = 0
    for raw in to_str(w_text).split('\n'):
        number += 1
        line = utf8.trim(raw)
        if line == '' or line.startswith('#'):
            continue
        if line.startswith(EXPORT):
            line = utf8.trim(line[len(EXPORT):])
        equals = line.find('=')
        if equals < 0:
            return err_str('dotenv.parse line %d: missing `=`' % number)
        key = utf8.trim(line[:equals])
        if key == '':
            return err_str('dotenv.parse line %d: empty key' % number)
        value = unquoted(utf8.trim(line[equals + 1:]))
        w_result = w_result.set(to_key(newstr(key)), newstr(value))
    return ok(w_result)
