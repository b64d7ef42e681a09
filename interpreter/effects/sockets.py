"""TCP connections with deadlines: nothing here waits for ever."""

import errno

from rpython.rlib import rpoll, rsocket

from interpreter.effects import clock
from interpreter.effects.files import os_error_text


class SocketFailure(Exception):
    """``is_timeout`` tells whether a deadline passed."""

    def __init__(self, msg, is_timeout):
        self.msg = msg
        self.is_timeout = is_timeout

    def plain(self):
        """The message without the word that says where it comes from."""
        if self.msg.startswith('io: '):
            return self.msg[4:]
        return self.msg


def timed_out():
    return SocketFailure('timeout', True)


def failure(number):
    return SocketFailure('io: ' + os_error_text(number), False)


NS_PER_MS = 1000000
CHUNK = 4096
SEND_CHUNK = 65536
# Waiting is cut into parts, between which the run may be interrupted.
SLICE_SECONDS = 0.05


class Deadline(object):
    """The moment at which waiting ends, and the Interrupts of the run that
    waits."""

    def __init__(self, milliseconds, interrupts):
        self.stop_ns = clock.monotonic_ns() + milliseconds * NS_PER_MS
        self.interrupts = interrupts

    def left_seconds(self):
        """For RSocket.settimeout.  Raises SocketFailure once it passed, and
        Interrupted."""
        self.interrupts.check()
        left = self.stop_ns - clock.monotonic_ns()
        if left <= 0:
            raise timed_out()
        # RSocket counts whole milliseconds, and takes zero for no limit.
        return float(left) / 1e9 + 0.001

    def slice_seconds(self):
        """Like left_seconds, but never long."""
        return min(self.left_seconds(), SLICE_SECONDS)


class Stream(object):
    """Bytes in both directions.  All methods raise SocketFailure."""

    def read_some(self, deadline):
        """At least one byte, at most CHUNK; '' at the end."""
        raise NotImplementedError

    def write(self, data, deadline):
        """Send everything."""
        raise NotImplementedError

    def close(self):
        """Never raises."""
        raise NotImplementedError


class TcpStream(Stream):

    def __init__(self, socket):
        self.socket = socket

    def read_some(self, deadline):
        while True:
            self.socket.settimeout(deadline.slice_seconds())
            try:
                return self.socket.recv(CHUNK)
            except rsocket.CSocketError as e:
                if e.errno == errno.ECONNRESET:
                    return ''
                if not is_retry(e.errno):
                    raise failure(e.errno)
            except rsocket.SocketTimeout:
                continue
            except rsocket.SocketError as e:
                raise SocketFailure('io: ' + e.get_msg(), False)

    def write(self, data, deadline):
        done = 0
        while done < len(data):
            assert done >= 0
            self.socket.settimeout(deadline.slice_seconds())
            try:
                done += self.socket.send(data[done:done + SEND_CHUNK])
            except rsocket.CSocketError as e:
                if not is_retry(e.errno):
                    raise failure(e.errno)
            except rsocket.SocketTimeout:
                continue
            except rsocket.SocketError as e:
                raise SocketFailure('io: ' + e.get_msg(), False)

    def close(self):
        close_socket(self.socket)


def wait_for(fd, event, deadline):
    """Wait for an event of a descriptor.  Raises SocketFailure and
    Interrupted."""
    while True:
        milliseconds = int(deadline.slice_seconds() * 1000.0) + 1
        try:
            if len(rpoll.poll({fd: event}, milliseconds)) > 0:
                return
        except rpoll.PollError as e:
            if not is_retry(e.errno):
                raise failure(e.errno)


def is_address(host):
    """Whether a host is given by its IP address."""
    if host.find(':') >= 0:
        return True
    try:
        return len(rsocket.inet_pton(rsocket.AF_INET, host)) > 0
    except rsocket.SocketError:
        return False


def is_retry(number):
    return number == errno.EINTR or number == errno.EAGAIN


def close_socket(socket):
    try:
        socket.close()
    except rsocket.SocketError:
        pass


def lookup(host, port):
    """The (family, Address) pairs of a host.  Raises SocketFailure."""
    try:
        found = rsocket.getaddrinfo(host, str(port), rsocket.AF_UNSPEC,
                                    rsocket.SOCK_STREAM)
    except rsocket.SocketError as e:
        raise SocketFailure(
            'io: failed to lookup address information: ' + e.get_msg(), False)
    return [(family, address) for family, _, _, _, address in found]


def connect(host, port, deadline):
    """-> a TcpStream to the first address of the host that answers.  Raises
    SocketFailure."""
    problem = SocketFailure('io: no address', False)
    for family, address in lookup(host, port):
        try:
            socket = rsocket.RSocket(family, rsocket.SOCK_STREAM, 0,
                                     inheritable=False)
        except rsocket.CSocketError as e:
            problem = failure(e.errno)
            continue
        try:
            socket.settimeout(deadline.left_seconds())
            socket.connect(address)
            set_no_delay(socket)
            return TcpStream(socket)
        except SocketFailure as e:
            problem = e
        except rsocket.CSocketError as e:
            problem = failure(e.errno)
        except rsocket.SocketTimeout:
            problem = timed_out()
        except rsocket.SocketError as e:
            problem = SocketFailure('io: ' + e.get_msg(), False)
        close_socket(socket)
    raise problem


def set_no_delay(socket):
    try:
        socket.setsockopt_int(rsocket.IPPROTO_TCP, rsocket.TCP_NODELAY, 1)
    except rsocket.SocketError:
        pass
