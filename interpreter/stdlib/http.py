"""std.http: requests and responses as records, and sending them."""

from rpython.rlib import jit
from rpython.rlib.rstring import StringBuilder

from interpreter.effects import http_client, urls
from interpreter.effects.http_client import ClientError
from interpreter.objects.bytes import newbytes
from interpreter.objects.errors import EffectError
from interpreter.objects.json_reader import JsonError, from_json
from interpreter.objects.map import empty_map
from interpreter.objects.numbers import W_Int, newint
from interpreter.objects.record import Shape, W_Record, record_from_pairs
from interpreter.objects.record import newrecord
from interpreter.objects.text import newstr
from interpreter.objects.tree import StrKey
from interpreter.objects.variant import (
    Constructor, err, err_str, newvariant, ok, some)
from interpreter.stdlib import utf8
from interpreter.stdlib.args import (
    host_str, mismatch, to_bytes, to_map, to_str)
from interpreter.stdlib.json_ import checked_typed, strings
from interpreter.stdlib.parts import field, option_content, text_entries
from interpreter.stdlib.registry import effect, pure
from interpreter.stdlib.work import CONSTANT, COUNTED, each


STREAM_HANDLE = Constructor.of('__StreamHandle')
RESPONSE_SHAPE = Shape.of(['body', 'headers', 'status'])
NETWORK_ERROR = Constructor.of('NetworkError')
TIMEOUT_ERROR = Constructor.of('TimeoutError')
TLS_ERROR = Constructor.of('TlsError')
DECODE_ERROR = Constructor.of('DecodeError')

WITHOUT_BODY = ['GET', 'HEAD', 'DELETE']
WITH_BODY = ['POST', 'PUT', 'PATCH']
HIGHEST_TIMEOUT_MS = 24 * 60 * 60 * 1000


def decode_error(text):
    return err(newvariant(DECODE_ERROR, [newstr(text)]))


def client_error(error):
    """The Lex value of a ClientError."""
    if error.kind == http_client.TIMEOUT:
        return err(newvariant(TIMEOUT_ERROR, []))
    if error.kind == http_client.DECODE:
        return decode_error(error.msg)
    if error.kind == http_client.TLS:
        return err(newvariant(TLS_ERROR, [newstr(error.msg)]))
    return err(newvariant(NETWORK_ERROR, [newstr(error.msg)]))


# Building requests.

def with_field(w_record, name, w_value):
    """A copy of a record with another value in a field."""
    field(w_record, name)
    assert isinstance(w_record, W_Record)
    names = []
    values_w = []
    for i in range(len(w_record.shape.names)):
        names.append(w_record.shape.names[i])
        values_w.append(w_record.getvalue(i))
    names.append(name)
    values_w.append(w_value)
    return record_from_pairs(names, values_w)


def with_header_text(w_request, name, w_value):
    w_headers = to_map(field(w_request, 'headers'))
    name = utf8.to_lower(name)
    names, _ = text_entries(w_headers)
    for other in names:
        if utf8.to_lower(other) == name:
            w_headers = w_headers.remove(StrKey(other))
    return with_field(w_request, 'headers',
                      w_headers.set(StrKey(name), w_value))


@pure('http', 'with_header', each(4, 1, 2))
@jit.dont_look_inside
def with_header(w_request, w_name, w_value):
    to_str(w_value)
    return with_header_text(w_request, to_str(w_name), w_value)


@pure('http', 'with_auth', each(4, 1, 2))
@jit.dont_look_inside
def with_auth(w_request, w_scheme, w_token):
    return with_header_text(
        w_request, 'authorization',
        newstr('%s %s' % (to_str(w_scheme), to_str(w_token))))


@pure('http', 'with_query', each(16, 1))
@jit.dont_look_inside
def with_query(w_request, w_parameters):
    names, values_w = text_entries(w_parameters)
    url = to_str(field(w_request, 'url'))
    builder = StringBuilder()
    builder.append(url)
    separator = '?'
    if url.find('?') >= 0:
        separator = '&'
    for i in range(len(names)):
        builder.append(separator)
        append_escaped(builder, names[i])
        builder.append('=')
        append_escaped(builder, to_str(values_w[i]))
        separator = '&'
    return with_field(w_request, 'url', newstr(builder.build()))


def append_escaped(builder, text):
    for c in text:
        if ('a' <= c <= 'z' or 'A' <= c <= 'Z' or '0' <= c <= '9'
                or c in '-_.~'):
            builder.append(c)
        else:
            urls.append_escaped(builder, c)


@pure('http', 'with_timeout_ms', CONSTANT)
@jit.dont_look_inside
def with_timeout_ms(w_request, w_timeout):
    return with_field(w_request, 'timeout_ms', some(w_timeout))


# Reading responses.

class NotText(Exception):
    def __init__(self, msg):
        self.msg = msg


def body_text(w_response):
    """Raises NotText."""
    data = to_bytes(field(w_response, 'body'))
    try:
        utf8.check(data)
    except utf8.InvalidUTF8 as e:
        raise NotText('body not UTF-8: ' + e.message())
    return data


@pure('http', 'text_body', COUNTED)
@jit.dont_look_inside
def text_body(w_response):
    try:
        return ok(newstr(body_text(w_response)))
    except NotText as e:
        return decode_error(e.msg)


@pure('http', 'json_body', COUNTED)
@jit.dont_look_inside
def json_body(w_response):
    try:
        return ok(from_json(body_text(w_response)))
    except NotText as e:
        return decode_error(e.msg)
    except JsonError as e:
        return decode_error('json parse: ' + e.text())


@pure('http', 'json_body_typed', COUNTED)
@jit.dont_look_inside
def json_body_typed(w_response, w_required, w_schema):
    try:
        w_value = from_json(body_text(w_response))
    except NotText as e:
        return decode_error(e.msg)
    except JsonError as e:
        return decode_error('json parse: ' + e.text())
    w_result = checked_typed(w_value, strings(w_required), w_schema)
    if w_result.constructor.name == 'Err':
        return decode_error(to_str(w_result.getarg(0)))
    return w_result


# Sending.

def response_record(reader):
    w_headers = empty_map
    for i in range(len(reader.headers.names)):
        w_headers = w_headers.set(
            StrKey(reader.headers.names[i]),
            newstr(utf8.repaired(reader.headers.values[i])))
    return newrecord(RESPONSE_SHAPE, [newbytes(reader.body), w_headers,
                                      newint(reader.status)])


def refusal(host, url):
    """Why the policy does not allow a URL's host, else ''.  A text that is
    no URL is not refused; sending it fails."""
    try:
        return http_client.refusal(host.policy,
                                   http_client.parse_url(url).host)
    except ClientError:
        return ''


def check_url(host, url):
    """Raise EffectError for a host that the policy does not allow."""
    problem = refusal(host, url)
    if problem != '':
        raise EffectError(problem)


def exchange(host, request):
    """-> the ResponseReader.  Raises ClientError."""
    host.flush()
    return http_client.exchange(host.policy, request, host.interrupts)


def send_request(host, request):
    try:
        return ok(response_record(exchange(host, request)))
    except ClientError as e:
        return client_error(e)


@effect('http', 'get', CONSTANT)
@jit.dont_look_inside
def get(host, w_url):
    host.check('net')
    url = host_str(w_url)
    check_url(host, url)
    return send_request(host, http_client.Request('GET', url, None))


@effect('http', 'post', CONSTANT)
@jit.dont_look_inside
def post(host, w_url, w_body, w_type):
    host.check('net')
    url = host_str(w_url)
    check_url(host, url)
    try:
        return send_request(host, post_request(url, to_bytes(w_body),
                                               host_str(w_type)))
    except ClientError as e:
        return client_error(e)


def post_request(url, body, content_type):
    request = http_client.Request('POST', url, body)
    if content_type != '':
        request.add_header('content-type', content_type)
    return request


@effect('http', 'send', CONSTANT)
@jit.dont_look_inside
def send(host, w_request):
    host.check('net')
    try:
        request = request_of(w_request)
        problem = refusal(host, request.url)
        if problem != '':
            return decode_error(problem)
        return send_request(host, request)
    except ClientError as e:
        return client_error(e)


def request_of(w_request):
    """-> http_client.Request.  Raises ClientError."""
    method = utf8.to_upper(to_str(field(w_request, 'method')))
    body = None
    if method in WITH_BODY:
        body = ''
        w_body = option_content(field(w_request, 'body'))
        if w_body is not None:
            body = to_bytes(w_body)
    elif method not in WITHOUT_BODY:
        raise ClientError(http_client.DECODE, 'unsupported method: ' + method)
    request = http_client.Request(method, to_str(field(w_request, 'url')),
                                  body)
    names, values_w = text_entries(field(w_request, 'headers'))
    for i in range(len(names)):
        request.add_header(names[i], to_str(values_w[i]))
    w_timeout = option_content(field(w_request, 'timeout_ms'))
    if w_timeout is not None:
        if not isinstance(w_timeout, W_Int):
            raise mismatch('Int', w_timeout)
        if w_timeout.intval < 0:
            raise ClientError(
                http_client.DECODE,
                'HttpRequest.timeout_ms Some payload must be a '
                'non-negative Int')
        request.timeout_ms = min(w_timeout.intval, HIGHEST_TIMEOUT_MS)
    return request


@effect('http', 'stream_lines', CONSTANT)
@jit.dont_look_inside
def stream_lines(host, w_url, w_headers, w_body):
    host.check('net')
    url = host_str(w_url)
    try:
        problem = refusal(host, url)
        if problem != '':
            return err_str('http.stream_lines: ' + problem)
        request = http_client.Request('POST', url, host_str(w_body))
        names, values_w = text_entries(w_headers)
        for i in range(len(names)):
            request.add_header(names[i], to_str(values_w[i]))
        host.flush()
        lines = http_client.open_lines(host.policy, request, host.interrupts)
    except ClientError as e:
        return err_str('http.stream_lines: ' + e.msg)
    return ok(newvariant(STREAM_HANDLE, [
        newstr('stream_%d' % (host.streams.add(lines) - 1))]))
