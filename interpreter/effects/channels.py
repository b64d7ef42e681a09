"""A server's end of a connection: reads and writes that never wait."""

from rpython.rlib import rpoll, rsocket

from interpreter.effects import sockets


# What Channel.write gives when nothing can be sent any more.
BROKEN = -1


class Channel(object):
    """Bytes in both directions over a socket that does not block.
    ``read_event`` and ``write_event`` are the events of the socket after which
    it makes sense to read and to write again."""

    def __init__(self, socket):
        self.socket = socket
        self.read_event = rpoll.POLLIN
        self.write_event = rpoll.POLLOUT

    def read(self):
        """-> at most sockets.CHUNK bytes; '' at the end, None for none yet."""
        try:
            return self.socket.recv(sockets.CHUNK)
        except rsocket.CSocketError as e:
            if sockets.is_retry(e.errno):
                return None
        except rsocket.SocketError:
            pass
        return ''

    def write(self, data):
        """-> how many bytes were taken, or BROKEN."""
        try:
            return self.socket.send(data)
        except rsocket.CSocketError as e:
            if sockets.is_retry(e.errno):
                return 0
        except rsocket.SocketError:
            pass
        return BROKEN

    def has_more(self):
        """Whether there are bytes to read that no event announces."""
        return False

    def end(self):
        """Tell the peer that nothing more comes.  -> whether that worked."""
        try:
            self.socket.shutdown(rsocket.SHUT_WR)
            return True
        except rsocket.SocketError:
            return False

    def close(self):
        """Never raises."""
        sockets.close_socket(self.socket)


class Doorkeeper(object):
    """Makes the Channels of a server."""

    def channel(self, socket):
        """The Channel over an accepted socket; None if there cannot be one."""
        return Channel(socket)

    def close(self):
        """No more Channels are needed."""
