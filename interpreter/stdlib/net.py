"""std.net: the simple client.  The servers are operations of the machine."""

from rpython.rlib import jit

from interpreter.effects import http_client
from interpreter.effects.http_client import ClientError
from interpreter.objects.numbers import w_false
from interpreter.objects.record import Shape, newrecord
from interpreter.objects.text import newstr
from interpreter.objects.variant import err_str, ok
from interpreter.stdlib import http, utf8
from interpreter.stdlib.args import host_str
from interpreter.stdlib.registry import effect
from interpreter.stdlib.work import CONSTANT


OPTIONS_SHAPE = Shape.of(['host', 'http2', 'inline_vm'])
ANY_ADDRESS = '0.0.0.0'


def fetch(host, request):
    """The body of a successful response as a Lex Result."""
    try:
        reader = http.exchange(host, request)
    except ClientError as e:
        return err_str('transport: ' + e.msg)
    if not 200 <= reader.status < 300:
        return err_str('status %d: %s' % (reader.status,
                                          utf8.repaired(reader.body)))
    if not utf8.is_valid(reader.body):
        return err_str('transport: stream did not contain valid UTF-8')
    return ok(newstr(reader.body))


@effect('net', 'get', CONSTANT)
@jit.dont_look_inside
def get(host, w_url):
    host.check('net')
    url = host_str(w_url)
    http.check_url(host, url)
    return fetch(host, http_client.Request('GET', url, None))


@effect('net', 'post', CONSTANT)
@jit.dont_look_inside
def post(host, w_url, w_body):
    host.check('net')
    url = host_str(w_url)
    http.check_url(host, url)
    return fetch(host, http_client.Request('POST', url, host_str(w_body)))


@effect('net', 'default_opts', CONSTANT)
def default_opts(host):
    return newrecord(OPTIONS_SHAPE, [newstr(ANY_ADDRESS), w_false, w_false])
