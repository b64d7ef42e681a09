"""std.env"""

from interpreter.objects.text import newstr
from interpreter.objects.variant import some, w_none
from interpreter.stdlib import utf8
from interpreter.stdlib.args import host_str
from interpreter.stdlib.registry import effect
from interpreter.stdlib.work import each


@effect('env', 'get', each(1, 0))
def get(host, w_name):
    host.check('env')
    value = host.environment(host_str(w_name))
    if value is None or not utf8.is_valid(value):
        return w_none
    return some(newstr(value))
