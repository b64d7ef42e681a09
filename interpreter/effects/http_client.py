"""The HTTP/1.1 client: one request, its redirects, one response."""

import sys

from rpython.rlib.rstring import StringBuilder

from interpreter.effects import base64, http1, sockets, tls, urls
from interpreter.effects.handles import Resource
from interpreter.effects.http1 import Disconnected, MessageError
from interpreter.effects.sockets import Deadline, SocketFailure
from interpreter.objects.quote import debug_strings


MOST_BODY = 10 * 1024 * 1024
MOST_REDIRECTS = 10
CONNECT_MS = 10000
SEND_MS = 10000
RECEIVE_MS = 30000
STREAM_MS = 600000
LONGEST_LINE = 1024 * 1024
AGENT = 'lexvm'

# The kinds of failures.
NETWORK = 0
TIMEOUT = 1
TLS = 2
DECODE = 3


class ClientError(Exception):
    def __init__(self, kind, msg):
        self.kind = kind
        self.msg = msg


class Request(object):
    """``body`` is None for a request without one; ``timeout_ms`` bounds
    everything, -1 leaves the bounds of the parts."""

    def __init__(self, method, url, body):
        self.method = method
        self.url = url
        self.body = body
        self.headers = http1.Headers()
        self.timeout_ms = -1

    def add_header(self, name, value):
        """Raises ClientError for what cannot be sent."""
        if not http1.is_token(name):
            raise ClientError(NETWORK, 'http: invalid HTTP header name')
        if not http1.is_field_value(value):
            raise ClientError(NETWORK, 'http: failed to parse header value')
        name = name.lower()
        # These describe the connection, which is ours.
        if (name != 'content-length' and name != 'transfer-encoding'
                and name != 'connection'):
            self.headers.add(name, value)

    def text(self, url):
        """The bytes to send to the host of ``url``."""
        builder = StringBuilder()
        builder.append('%s %s HTTP/1.1\r\n' % (self.method, url.target))
        if self.body is not None:
            append_header(builder, 'content-length', str(len(self.body)))
        if not self.headers.has('user-agent'):
            append_header(builder, 'user-agent', AGENT)
        if not self.headers.has('accept'):
            append_header(builder, 'accept', '*/*')
        if not self.headers.has('host'):
            append_header(builder, 'host', url.authority())
        append_header(builder, 'connection', 'close')
        for i in range(len(self.headers.names)):
            append_header(builder, self.headers.names[i],
                          self.headers.values[i])
        if url.userinfo != '' and not self.headers.has('authorization'):
            append_header(builder, 'authorization',
                          'Basic ' + base64.encoded(url.userinfo))
        builder.append('\r\n')
        if self.body is not None:
            builder.append(self.body)
        return builder.build()

    def redirected(self, status):
        """The request that follows a redirect; secrets stay behind.  Raises
        ClientError when the body would have to be sent again."""
        method = self.method
        if (status == 307 or status == 308):
            if self.body is not None:
                raise ClientError(NETWORK, 'redirect failed')
        elif method != 'GET' and method != 'HEAD':
            method = 'GET'
        following = Request(method, self.url, None)
        for i in range(len(self.headers.names)):
            name = self.headers.names[i]
            if (name != 'authorization' and name != 'cookie'
                    and name != 'host'):
                following.headers.add(name, self.headers.values[i])
        return following


def append_header(builder, name, value):
    builder.append(name)
    builder.append(': ')
    builder.append(value)
    builder.append('\r\n')


class Limits(object):
    """The deadlines of one exchange.  A limit on everything includes the
    redirects."""

    def __init__(self, timeout_ms, interrupts):
        self.interrupts = interrupts
        self.overall = None
        if timeout_ms >= 0:
            self.overall = Deadline(timeout_ms, interrupts)

    def part(self, milliseconds):
        if self.overall is not None:
            return self.overall
        return Deadline(milliseconds, self.interrupts)


def parse_url(text):
    try:
        return urls.parse(text)
    except urls.UrlError as e:
        raise ClientError(NETWORK, e.msg)


def refusal(policy, host):
    """'' for a host that the policy allows, else the text that says no."""
    if policy.allows_host(host):
        return ''
    return 'net call to host `%s` not in --allow-net-host %s' % (
        host, debug_strings(policy.net_hosts))


def exchange(policy, request, interrupts):
    """Send a Request whose host the caller has checked, and follow redirects
    to allowed hosts; -> the ResponseReader of the response.  Raises
    ClientError and Interrupted."""
    answer = answer_to(policy, request, interrupts, MOST_BODY)
    try:
        while not answer.reader.is_done():
            answer.read_more()
        return answer.reader
    finally:
        answer.close()


def answer_to(policy, request, interrupts, most_body):
    """Like ``exchange``, but -> an Answer whose body is still to come."""
    if policy.restricts_hosts() and request.headers.has('host'):
        # A server of many hosts would take the header for the host.
        raise ClientError(NETWORK, 'http: the header `host` is not allowed '
                          'with --allow-net-host')
    url = parse_url(request.url)
    limits = Limits(request.timeout_ms, interrupts)
    redirects = 0
    while True:
        answer = Answer(url, request, limits, most_body)
        status = answer.reader.status
        if not is_redirect(status):
            return answer
        answer.close()
        location = answer.reader.headers.get('location')
        if location is None:
            raise ClientError(NETWORK, 'protocol: missing a location header')
        redirects += 1
        if redirects > MOST_REDIRECTS:
            raise ClientError(NETWORK, 'too many redirects')
        request = request.redirected(status)
        try:
            url = urls.resolved(url, location)
        except urls.UrlError as e:
            raise ClientError(NETWORK, 'redirect: ' + e.msg)
        problem = refusal(policy, url.host)
        if problem != '':
            raise ClientError(NETWORK, 'redirect: ' + problem)


def is_redirect(status):
    return (status == 301 or status == 302 or status == 303
            or status == 307 or status == 308)


class Answer(object):
    """A connection after the head of the response.  The body is in the
    reader as far as it came."""

    def __init__(self, url, request, limits, most_body):
        self.reader = http1.ResponseReader(most_body,
                                           request.method == 'HEAD')
        try:
            self.stream = open_stream(url, limits)
        except SocketFailure as e:
            raise broken(e)
        finished = False
        try:
            try:
                self.stream.write(request.text(url), limits.part(SEND_MS))
            except SocketFailure as e:
                raise broken(e)
            self.deadline = limits.part(RECEIVE_MS)
            while self.reader.state <= http1.HEADERS:
                self.read_more()
            finished = True
        finally:
            if not finished:
                self.close()

    def close(self):
        self.stream.close()

    def read_more(self):
        """Wait for more bytes and take them.  Raises ClientError."""
        reader = self.reader
        in_body = reader.state > http1.HEADERS
        try:
            data = self.stream.read_some(self.deadline)
            if data == '':
                reader.end()
            else:
                reader.feed(data)
        except SocketFailure as e:
            raise broken(e)
        except Disconnected:
            if in_body:
                raise ClientError(DECODE, 'body read: io: Peer disconnected')
            raise ClientError(NETWORK, 'io: Peer disconnected')
        except MessageError as e:
            raise unreadable(e, reader)


def broken(error):
    """The ClientError of a SocketFailure."""
    if error.is_timeout:
        return ClientError(TIMEOUT, error.msg)
    return ClientError(NETWORK, error.msg)


class Lines(Resource):
    """The lines of a response's body, as they come."""

    def __init__(self, answer):
        self.answer = answer
        self.text = ''
        self.position = 0

    def close(self):
        self.answer.close()

    def next(self):
        """The next line without its end; None at the end of the body or
        where it cannot be read on."""
        while True:
            start = self.position
            assert start >= 0
            stop = self.text.find('\n', start)
            if stop >= 0:
                self.position = stop + 1
                if stop > start and self.text[stop - 1] == '\r':
                    stop -= 1
                assert stop >= start
                return self.text[start:stop]
            rest = self.text[start:]
            if len(rest) > LONGEST_LINE:
                return None
            more = self.answer.reader.take_body()
            if more != '':
                self.text = rest + more
                self.position = 0
            elif self.answer.reader.is_done():
                self.text = ''
                self.position = 0
                if rest == '':
                    return None
                return rest
            else:
                try:
                    self.answer.read_more()
                except ClientError:
                    return None


def open_lines(policy, request, interrupts):
    """-> the Lines of the response to a Request.  Raises ClientError."""
    request.timeout_ms = STREAM_MS
    return Lines(answer_to(policy, request, interrupts, sys.maxint))


def open_stream(url, limits):
    deadline = limits.part(CONNECT_MS)
    stream = sockets.connect(url.host, url.port, deadline)
    if url.scheme != 'https':
        return stream
    try:
        return tls.secured(stream, url.host, deadline)
    except tls.TlsError as e:
        stream.close()
        raise ClientError(TLS, e.msg)
    except SocketFailure:
        stream.close()
        raise


def unreadable(error, reader):
    if error.status == http1.HEAD_TOO_LARGE:
        return ClientError(NETWORK, 'response ' + error.msg)
    if error.status == http1.TOO_LARGE:
        return ClientError(
            DECODE, 'body read: the response body is larger than request '
            'limit: %d' % MOST_BODY)
    if reader.state > http1.HEADERS:
        return ClientError(DECODE, 'body read: protocol: ' + error.msg)
    return ClientError(NETWORK, 'protocol: http parse fail: ' + error.msg)
