"""Runs a server in a thread, on a free port of the loopback interface."""

import signal
import socket
import threading

from interpreter.effects import http_server, sockets
from interpreter.effects.channels import Doorkeeper
from interpreter.effects.interrupts import Interrupts, signals


STACK_SIZE = 256 * 1024 * 1024


class Running(object):
    """``serve`` is a function that listens with ``http_server.listen`` and
    returns when the server stopped."""

    def __init__(self, serve):
        self.listening = threading.Event()
        self.failure = None
        self.saved = http_server.listen, sockets.CHUNK, sockets.SEND_CHUNK
        http_server.listen = self.listen
        # Large buffers are slow as long as nothing is translated.
        sockets.CHUNK = 256
        sockets.SEND_CHUNK = 2000
        # The untranslated machine needs much of it.
        threading.stack_size(STACK_SIZE)
        self.thread = threading.Thread(target=self.run, args=(serve,))
        self.thread.daemon = True
        self.thread.start()
        threading.stack_size(0)
        assert self.listening.wait(60), self.failure

    def run(self, serve):
        try:
            serve()
        except Exception as e:
            self.failure = e

    def listen(self, host, port):
        listener = self.saved[0](host, port)
        self.port = http_server.port_of(listener)
        self.listening.set()
        return listener

    def stop(self):
        """Stop the server as a signal does."""
        signals.caught = signal.SIGTERM
        self.thread.join(60)
        signals.caught = 0
        http_server.listen, sockets.CHUNK, sockets.SEND_CHUNK = self.saved
        assert not self.thread.is_alive()
        assert self.failure is None

    def connect(self):
        return socket.create_connection(('127.0.0.1', self.port), 60)

    def ask(self, text):
        """Everything the server sends until it closes the connection."""
        connection = self.connect()
        connection.sendall(text)
        return rest_of(connection)


def rest_of(connection):
    parts = []
    while True:
        data = connection.recv(65536)
        if not data:
            connection.close()
            return ''.join(parts)
        parts.append(data)


def serve_application(application, doorkeeper=None):
    """A Running server of an http_server.Application."""
    def serve():
        listener = http_server.listen('127.0.0.1', 0)
        http_server.Server(listener, doorkeeper or Doorkeeper(), application,
                           Interrupts()).run()
    return Running(serve)
