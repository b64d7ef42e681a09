"""An HTTP/1.1 server in one process and one thread.

One loop waits for all connections at once.  A request is answered when all of
it has come, one after the other; so a slow client delays nobody, and whatever
a client does or does not do has a bound: the size of a request, the time it
may take, the number of connections.
"""

import errno

from rpython.rlib import rpoll, rsocket

from interpreter.effects import channels, clock, http1, sockets
from interpreter.effects.files import os_error_text
from interpreter.effects.http1 import MessageError
from interpreter.effects.interrupts import signals
from interpreter.objects.quote import hexadecimal


MOST_BODY = 10 * 1024 * 1024
MOST_CONNECTIONS = 256
BACKLOG = 128

NS_PER_MS = 1000000
HEAD_MS = 10000
MESSAGE_MS = 60000
IDLE_MS = 30000
WRITE_MS = 30000
# How long a connection is read on after an error, so that the client sees
# the answer and not a reset.
LINGER_MS = 1000
# How long connections may finish after the order to stop.
STOP_MS = 5000
WAIT_MS = 250
PAUSE_MS = 100

REASONS = {
    200: 'OK', 201: 'Created', 202: 'Accepted',
    203: 'Non-Authoritative Information', 204: 'No Content',
    205: 'Reset Content', 206: 'Partial Content', 300: 'Multiple Choices',
    301: 'Moved Permanently', 302: 'Found', 303: 'See Other',
    304: 'Not Modified', 305: 'Use Proxy', 307: 'Temporary Redirect',
    308: 'Permanent Redirect', 400: 'Bad Request', 401: 'Unauthorized',
    402: 'Payment Required', 403: 'Forbidden', 404: 'Not Found',
    405: 'Method Not Allowed', 406: 'Not Acceptable',
    407: 'Proxy Authentication Required', 408: 'Request Timeout',
    409: 'Conflict', 410: 'Gone', 411: 'Length Required',
    412: 'Precondition Failed', 413: 'Payload Too Large',
    414: 'URI Too Long', 415: 'Unsupported Media Type',
    416: 'Range Not Satisfiable', 417: 'Expectation Failed',
    418: "I'm a teapot", 421: 'Misdirected Request',
    422: 'Unprocessable Entity', 423: 'Locked', 424: 'Failed Dependency',
    426: 'Upgrade Required', 428: 'Precondition Required',
    429: 'Too Many Requests', 431: 'Request Header Fields Too Large',
    451: 'Unavailable For Legal Reasons', 500: 'Internal Server Error',
    501: 'Not Implemented', 502: 'Bad Gateway', 503: 'Service Unavailable',
    504: 'Gateway Timeout', 505: 'HTTP Version Not Supported',
}
UNKNOWN_REASON = '<none>'

CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n'
TIMED_OUT = 408
FAILED = 500


class ListenError(Exception):
    def __init__(self, msg):
        self.msg = msg


class Response(object):
    """What to answer.  With ``chunks`` the body is sent in these pieces."""

    def __init__(self, status, body):
        self.status = status
        self.body = body
        self.chunks = None
        self.headers = http1.Headers()

    def text(self, is_head, can_chunk, keep_alive, date):
        """The bytes of the message.  ``can_chunk`` is false for HTTP/1.0."""
        chunks = self.chunks
        body = self.body
        if chunks is not None and not can_chunk:
            body = ''.join(chunks)
            chunks = None
        lines = ['HTTP/1.1 %d %s' % (self.status, REASONS.get(
            self.status, UNKNOWN_REASON))]
        headers = self.headers
        for i in range(len(headers.names)):
            lines.append('%s: %s' % (headers.names[i], headers.values[i]))
        has_body = self.status != 204 and self.status != 304
        if chunks is not None and has_body:
            lines.append('transfer-encoding: chunked')
        elif has_body:
            lines.append('content-length: %d' % len(body))
        if not keep_alive:
            lines.append('connection: close')
        elif not can_chunk:
            # Clients of HTTP/1.0 have to be told.
            lines.append('connection: keep-alive')
        lines.append('date: ' + date)
        lines.append('')
        parts = ['\r\n'.join(lines), '\r\n']
        if has_body and not is_head:
            if chunks is not None:
                append_chunks(parts, chunks)
            else:
                parts.append(body)
        return ''.join(parts)


def append_chunks(parts, chunks):
    for chunk in chunks:
        # An empty chunk would be the end.
        if len(chunk) > 0:
            parts.append(hexadecimal(len(chunk)))
            parts.append('\r\n')
            parts.append(chunk)
            parts.append('\r\n')
    parts.append('0\r\n\r\n')


class Application(object):
    """What a server serves."""

    def respond(self, request):
        """-> the Response to a complete RequestReader."""
        raise NotImplementedError

    def date(self):
        """The text of the Date header."""
        raise NotImplementedError

    def before_wait(self):
        """The server has nothing to do for now."""


# What a connection does.
READING = 0
WRITING = 1
LINGERING = 2
CLOSED = 3


class Connection(object):

    def __init__(self, channel):
        self.channel = channel
        self.fd = channel.socket.fd
        self.reader = http1.RequestReader(MOST_BODY)
        self.state = READING
        self.is_idle = True
        self.continued = False
        self.keep_alive = False
        self.lingers = False
        self.out = ''
        self.out_done = 0
        self.stop_ns = 0
        self.allow(HEAD_MS)

    def allow(self, milliseconds):
        """The connection may take so long from now on."""
        self.stop_ns = clock.monotonic_ns() + milliseconds * NS_PER_MS

    def send(self, text):
        if self.out_done < len(self.out):
            done = self.out_done
            assert done >= 0
            text = self.out[done:] + text
        self.out = text
        self.out_done = 0

    def has_output(self):
        return self.out_done < len(self.out)

    def close(self):
        if self.state != CLOSED:
            self.state = CLOSED
            self.channel.close()

    def interest(self):
        if self.has_output():
            return self.channel.write_event
        return self.channel.read_event

    def write(self):
        """Send what the system takes now."""
        while self.has_output():
            done = self.out_done
            assert done >= 0
            sent = self.channel.write(self.out[done:done + sockets.SEND_CHUNK])
            if sent == channels.BROKEN:
                self.close()
            if sent <= 0:
                return
            self.out_done += sent
            if self.state == WRITING:
                self.allow(WRITE_MS)
        self.out = ''
        self.out_done = 0

    def linger(self):
        """Send the end of our side and wait for the client's."""
        self.state = LINGERING
        self.allow(LINGER_MS)
        if not self.channel.end():
            self.close()


class Server(object):
    """Serves an Application on a listening socket until a stopping signal
    comes."""

    def __init__(self, listener, doorkeeper, application, interrupts):
        self.listener = listener
        self.doorkeeper = doorkeeper
        self.application = application
        self.interrupts = interrupts
        self.connections = []
        self.by_fd = {}
        self.stopping = False
        self.stop_ns = 0
        self.accept_again_ns = 0

    def run(self):
        """Raises Interrupted when the run must end for another reason; all
        connections are closed then."""
        try:
            while not self.stopping or len(self.connections) > 0:
                self.interrupts.check()
                if signals.pending() != 0:
                    self.begin_stop()
                self.application.before_wait()
                self.wait()
                self.expire()
        finally:
            for connection in self.connections:
                connection.close()
            sockets.close_socket(self.listener)
            self.doorkeeper.close()

    def begin_stop(self):
        """Accept nothing more; requests that have begun are answered."""
        if self.stopping:
            return
        self.stopping = True
        self.stop_ns = clock.monotonic_ns() + STOP_MS * NS_PER_MS
        sockets.close_socket(self.listener)
        for connection in self.connections:
            if connection.is_idle and not connection.has_output():
                connection.close()

    def accepts(self):
        return (not self.stopping
                and len(self.connections) < MOST_CONNECTIONS
                and clock.monotonic_ns() >= self.accept_again_ns)

    def wait(self):
        interest = {}
        if self.accepts():
            interest[self.listener.fd] = rpoll.POLLIN
        for connection in self.connections:
            if connection.state != CLOSED:
                interest[connection.fd] = connection.interest()
        try:
            ready = rpoll.poll(interest, WAIT_MS)
        except rpoll.PollError:
            return
        for fd, events in ready:
            connection = self.by_fd.get(fd, None)
            if connection is None:
                self.accept_all()
            else:
                self.attend(connection)

    def accept_all(self):
        while self.accepts():
            try:
                fd, _ = self.listener.accept(inheritable=False)
            except rsocket.CSocketError as e:
                if not sockets.is_retry(e.errno) and (
                        e.errno != errno.ECONNABORTED):
                    # Without descriptors nothing can be accepted for now.
                    self.accept_again_ns = (clock.monotonic_ns()
                                            + PAUSE_MS * NS_PER_MS)
                return
            except rsocket.SocketError:
                return
            socket = rsocket.make_socket(fd, self.listener.family,
                                         rsocket.SOCK_STREAM, 0)
            socket.setblocking(False)
            sockets.set_no_delay(socket)
            channel = self.doorkeeper.channel(socket)
            if channel is None:
                sockets.close_socket(socket)
                continue
            connection = Connection(channel)
            self.connections.append(connection)
            self.by_fd[fd] = connection

    def attend(self, connection):
        """Do what an event makes possible."""
        while True:
            if not connection.has_output():
                self.read(connection)
            self.proceed(connection)
            if (connection.state == CLOSED or connection.has_output()
                    or not connection.channel.has_more()):
                return

    def read(self, connection):
        """Take what the client sent."""
        data = connection.channel.read()
        if data is None:
            return
        if data == '':
            connection.close()
        elif connection.state == READING:
            if connection.is_idle:
                connection.is_idle = False
                connection.allow(HEAD_MS)
            was_in_head = connection.reader.state <= http1.HEADERS
            try:
                connection.reader.feed(data)
            except MessageError as e:
                self.refuse(connection, e.status, e.msg)
                return
            if was_in_head and connection.reader.state > http1.HEADERS:
                connection.allow(MESSAGE_MS)

    def proceed(self, connection):
        """Write and answer as far as possible without waiting."""
        while True:
            connection.write()
            if connection.has_output():
                return
            if connection.state == WRITING:
                self.end_response(connection)
            if connection.state != READING:
                return
            reader = connection.reader
            if reader.is_done():
                self.answer(connection)
            elif not connection.continued and reader.waits_for_continue():
                connection.continued = True
                connection.send(CONTINUE)
            else:
                return

    def answer(self, connection):
        reader = connection.reader
        response = self.application.respond(reader)
        connection.keep_alive = reader.keeps_alive() and not self.stopping
        self.send(connection, response, reader.method == 'HEAD',
                  reader.minor_version == 1)

    def refuse(self, connection, status, text):
        """Answer with an error and close the connection."""
        connection.keep_alive = False
        connection.lingers = True
        self.send(connection, Response(status, text), False, False)

    def send(self, connection, response, is_head, can_chunk):
        connection.send(response.text(is_head, can_chunk,
                                      connection.keep_alive,
                                      self.application.date()))
        connection.state = WRITING
        connection.allow(WRITE_MS)

    def end_response(self, connection):
        """The response is on its way: turn to the next request."""
        if connection.lingers:
            connection.linger()
        elif not connection.keep_alive or self.stopping:
            connection.close()
        else:
            connection.state = READING
            connection.continued = False
            connection.reader.restart()
            connection.is_idle = connection.reader.is_idle()
            if connection.is_idle:
                connection.allow(IDLE_MS)
                return
            # Requests may follow without waiting for the answers.
            connection.allow(HEAD_MS)
            try:
                connection.reader.advance()
            except MessageError as e:
                self.refuse(connection, e.status, e.msg)
                connection.write()

    def expire(self):
        """Close what took too long, and forget what is closed."""
        now = clock.monotonic_ns()
        kept = []
        for connection in self.connections:
            if self.stopping and now >= self.stop_ns:
                connection.close()
            elif connection.state != CLOSED and now >= connection.stop_ns:
                if connection.state == READING and not connection.is_idle:
                    self.refuse(connection, TIMED_OUT, 'request timeout')
                    self.proceed(connection)
                else:
                    connection.close()
            if connection.state == CLOSED:
                # Another connection may have the number by now.
                if self.by_fd.get(connection.fd, None) is connection:
                    del self.by_fd[connection.fd]
            else:
                kept.append(connection)
        self.connections = kept


def listen(host, port):
    """-> a listening socket.  Raises ListenError."""
    try:
        found = sockets.lookup(host, port)
    except sockets.SocketFailure as e:
        raise ListenError(e.plain())
    problem = 'no address'
    for family, address in found:
        try:
            socket = rsocket.RSocket(family, rsocket.SOCK_STREAM, 0,
                                     inheritable=False)
        except rsocket.CSocketError as e:
            problem = os_error_text(e.errno)
            continue
        try:
            socket.setsockopt_int(rsocket.SOL_SOCKET, rsocket.SO_REUSEADDR, 1)
            socket.bind(address)
            socket.listen(BACKLOG)
            socket.setblocking(False)
            return socket
        except rsocket.CSocketError as e:
            problem = os_error_text(e.errno)
        except rsocket.SocketError as e:
            problem = e.get_msg()
        sockets.close_socket(socket)
    raise ListenError(problem)


def port_of(listener):
    """The port that a socket listens on."""
    try:
        address = listener.getsockname()
    except rsocket.SocketError:
        return 0
    if isinstance(address, rsocket.INETAddress):
        return address.get_port()
    if isinstance(address, rsocket.INET6Address):
        return address.get_port()
    return 0

