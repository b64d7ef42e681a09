"""An HTTP/1.1 server in one process and one thread.

One loop waits for all connections at once.  A request is answered when all of
it has come, one after the other; so a slow client delays nobody, and whatever
a client does or does not do has a bound: the size of a request, the time it
may take, the number of connections, the memory of all bodies together.
"""

import errno

from rpython.rlib import rpoll, rsocket

from interpreter import memory
from interpreter.effects import body_room, channels, clock, http1, sockets
from interpreter.effects.files import os_error_text
from interpreter.effects.http1 import MessageError
from interpreter.effects.http_response import Response
from interpreter.effects.interrupts import signals


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
# How often to look again at what is in the way of others.
HURRY_MS = 50
# A client that has sent no whole head for so long gives way to a new one.
HALF_OPEN_MS = 200
# How long a body waits for room.
ROOM_MS = 10000
# Bodies that come slower than this give way to others that wait for room.
PATIENCE_MS = 2000
SLOWEST_BYTES_PER_MS = 64

CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n'
TIMED_OUT = 408
FAILED = 500
OVERLOADED = 503


class ListenError(Exception):
    def __init__(self, msg):
        self.msg = msg


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

    def __init__(self, channel, room):
        self.channel = channel
        self.fd = channel.socket.fd
        self.reader = http1.RequestReader(room.most(MOST_BODY))
        self.share = body_room.Share(room)
        self.state = READING
        self.is_idle = True
        self.has_answered = False
        self.waits_for_room = False
        self.continued = False
        self.keep_alive = False
        self.lingers = False
        self.out = ''
        self.out_done = 0
        self.start_ns = 0
        self.stop_ns = 0
        self.allow(HEAD_MS)

    def allow(self, milliseconds):
        """The connection may take so long from now on."""
        self.start_ns = clock.monotonic_ns()
        self.stop_ns = self.start_ns + milliseconds * NS_PER_MS

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
            self.forget_request()
            self.out = ''
            self.out_done = 0
            self.channel.close()

    def forget_request(self):
        """Give back the memory of what was read, and what was to be written."""
        self.reader.drop()
        self.waits_for_room = False
        self.share.give_back()

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

    def gives_way(self, now):
        """Whether a new connection is worth more than this one."""
        if self.state == LINGERING:
            return True
        if self.state != READING or self.has_output():
            return False
        if self.is_idle and self.has_answered:
            return True
        return (self.reader.state <= http1.HEADERS
                and now - self.start_ns >= HALF_OPEN_MS * NS_PER_MS)

    def is_slow(self, now):
        """Whether a body comes too slowly for others that wait for room."""
        elapsed = (now - self.start_ns) // NS_PER_MS
        return (self.state == READING and not self.waits_for_room
                and self.share.size > 0 and elapsed > PATIENCE_MS
                and self.reader.body_size < elapsed * SLOWEST_BYTES_PER_MS)


class Server(object):
    """Serves an Application on a listening socket until a stopping signal
    comes."""

    def __init__(self, listener, doorkeeper, application, interrupts):
        self.listener = listener
        self.doorkeeper = doorkeeper
        self.application = application
        self.interrupts = interrupts
        self.room = body_room.Room()
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

    # Events.

    def is_full(self):
        return len(self.connections) >= MOST_CONNECTIONS

    def accepts(self):
        return (not self.stopping
                and clock.monotonic_ns() >= self.accept_again_ns
                and not (self.is_full() and self.idlest() is None))

    def wait(self):
        interest = {}
        milliseconds = WAIT_MS
        if self.accepts():
            interest[self.listener.fd] = rpoll.POLLIN
        elif self.is_full():
            milliseconds = HURRY_MS
        for connection in self.connections:
            if connection.waits_for_room:
                milliseconds = HURRY_MS
            elif connection.state != CLOSED:
                interest[connection.fd] = connection.interest()
        try:
            ready = rpoll.poll(interest, milliseconds)
        except rpoll.PollError:
            return
        for fd, events in ready:
            connection = self.by_fd.get(fd, None)
            if connection is None:
                self.accept_all()
            elif connection.state != CLOSED:
                self.attend_within_memory(connection)

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
            self.make_way()
            connection = Connection(channel, self.room)
            self.connections.append(connection)
            self.by_fd[fd] = connection

    def idlest(self):
        """The Connection that gives way to a new one, None if all are busy."""
        now = clock.monotonic_ns()
        found = None
        for connection in self.connections:
            if connection.state == CLOSED:
                return connection
            if connection.gives_way(now) and (
                    found is None or connection.start_ns < found.start_ns):
                found = connection
        return found

    def make_way(self):
        """Close the idlest connection if there are too many."""
        if self.is_full():
            connection = self.idlest()
            if connection is not None:
                connection.close()
                self.forget_closed()

    def attend_within_memory(self, connection):
        """A request that needs too much memory ends itself only."""
        try:
            self.attend(connection)
        except MemoryError:
            memory.limit.lift()
            connection.close()
            memory.limit.recover()

    def attend(self, connection):
        """Do what an event makes possible."""
        while True:
            if not connection.has_output():
                self.read(connection)
            self.proceed(connection)
            if (connection.state == CLOSED or connection.has_output()
                    or connection.waits_for_room
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
            self.make_room(connection)

    def make_room(self, connection):
        """Hold memory for the body that comes, or let it wait."""
        needed = connection.reader.body_to_come()
        if connection.share.grow_to(needed):
            return
        if connection.share.size > 0:
            # Two that hold a part and wait for more would wait for each other.
            self.refuse(connection, OVERLOADED, 'no memory for the body')
        else:
            connection.waits_for_room = True
            connection.allow(ROOM_MS)

    def let_in(self):
        """Bodies that wait get room in the order of their connections."""
        for connection in self.connections:
            if connection.waits_for_room:
                if not connection.share.grow_to(
                        connection.reader.body_to_come()):
                    return
                connection.waits_for_room = False
                connection.allow(MESSAGE_MS)

    # Answers.

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
            elif connection.waits_for_room:
                return
            elif not connection.continued and reader.waits_for_continue():
                connection.continued = True
                connection.send(CONTINUE)
            else:
                return

    def answer(self, connection):
        reader = connection.reader
        response = self.application.respond(reader)
        connection.keep_alive = reader.keeps_alive() and not self.stopping
        reader.body = ''
        connection.share.give_back()
        self.send(connection, response, reader.method == 'HEAD',
                  reader.minor_version == 1)

    def refuse(self, connection, status, text):
        """Answer with an error and close the connection."""
        connection.keep_alive = False
        connection.lingers = True
        connection.forget_request()
        self.send(connection, Response(status, text), False, False)

    def send(self, connection, response, is_head, can_chunk):
        text = response.text(is_head, can_chunk, connection.keep_alive,
                             self.application.date())
        if len(text) > body_room.SMALL:
            self.make_room_for_response(len(text))
            connection.share.take(len(text))
        connection.send(text)
        connection.state = WRITING
        connection.allow(WRITE_MS)

    def make_room_for_response(self, size):
        """Close connections whose clients read nothing, the stillest first."""
        while not self.room.has(size):
            found = None
            for connection in self.connections:
                if (connection.state == WRITING and connection.share.size > 0
                        and (found is None
                             or connection.start_ns < found.start_ns)):
                    found = connection
            if found is None:
                return
            found.close()

    def end_response(self, connection):
        """The response is on its way: turn to the next request."""
        connection.share.give_back()
        connection.has_answered = True
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
                self.make_room(connection)
            except MessageError as e:
                self.refuse(connection, e.status, e.msg)
                connection.write()

    # Time.

    def expire(self):
        """Close what took too long, and forget what is closed."""
        now = clock.monotonic_ns()
        somebody_waits = False
        for connection in self.connections:
            if self.stopping and now >= self.stop_ns:
                connection.close()
            elif connection.state != CLOSED and now >= connection.stop_ns:
                self.give_up(connection)
            if connection.waits_for_room:
                somebody_waits = True
        if somebody_waits:
            for connection in self.connections:
                if connection.is_slow(now):
                    self.give_up(connection)
            self.let_in()
        self.forget_closed()

    def give_up(self, connection):
        """Tell a client that has begun a request that it took too long."""
        if connection.state != READING or connection.is_idle:
            connection.close()
            return
        if connection.waits_for_room:
            self.refuse(connection, OVERLOADED, 'no memory for the body')
        else:
            self.refuse(connection, TIMED_OUT, 'request timeout')
        self.proceed(connection)

    def forget_closed(self):
        kept = []
        for connection in self.connections:
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
