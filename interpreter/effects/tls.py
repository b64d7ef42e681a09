"""Encrypted connections."""


class TlsError(Exception):
    def __init__(self, msg):
        self.msg = msg


def secured(stream, host, deadline):
    """A Stream that encrypts what goes over ``stream`` and has checked that
    the peer is ``host``.  Raises TlsError and SocketFailure."""
    raise TlsError('this build has no TLS')
