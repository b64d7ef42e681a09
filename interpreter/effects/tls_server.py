"""The server's side of encrypted connections, through OpenSSL.

Handshakes are part of the first reads, so a client that is slow or breaks off
costs the server no more than one that does so in a request.
"""

from rpython.rlib import rpoll
from rpython.rlib.rarithmetic import intmask
from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter.effects import channels, sockets, tls
from interpreter.effects.tls import TlsError, c_int, error_text


SET_MODE = 33
SET_CACHE_MODE = 44
ADD_CHAIN_CERTIFICATE = 14
PARTIAL_WRITES = 1
MOVING_BUFFERS = 2
RELEASED_BUFFERS = 16
NO_CACHE = 0
NO_RENEGOTIATION = 1 << 30

NULL = lltype.nullptr(rffi.VOIDP.TO)


class PemText(object):
    """A text in PEM form, as the library reads it."""

    def __init__(self, text):
        self.raw = rffi.str2charp(text)
        self.bio = tls.library.BIO_new_mem_buf(self.raw, c_int(len(text)))
        # The password of a key that is encrypted; without one the library would
        # ask the terminal.
        self.password = rffi.str2charp('')

    def certificate(self):
        """The next certificate, NULL after the last."""
        return tls.library.PEM_read_bio_X509(self.bio, NULL, NULL,
                                             self.password)

    def private_key(self):
        """The first private key, NULL if there is none that can be read."""
        return tls.library.PEM_read_bio_PrivateKey(self.bio, NULL, NULL,
                                                   self.password)

    def free(self):
        tls.library.BIO_free(self.bio)
        rffi.free_charp(self.raw)
        rffi.free_charp(self.password)


class TlsDoorkeeper(channels.Doorkeeper):
    """Shows all clients one certificate."""

    def __init__(self):
        """Raises TlsError when the library is missing."""
        tls.open_library()
        self.context = tls.new_context(tls.library.TLS_server_method())
        tls.library.SSL_CTX_set_options(
            self.context, rffi.cast(rffi.ULONG, NO_RENEGOTIATION))
        self.control(SET_MODE,
                     PARTIAL_WRITES | MOVING_BUFFERS | RELEASED_BUFFERS)
        self.control(SET_CACHE_MODE, NO_CACHE)

    def control(self, what, number):
        tls.library.SSL_CTX_ctrl(self.context, c_int(what),
                                 rffi.cast(rffi.LONG, number), NULL)

    def add_certificates(self, text):
        """Show the first certificate of a PEM text; the others lead to its
        authority.  -> how many there are.  Raises TlsError."""
        count = 0
        pem = PemText(text)
        try:
            while True:
                certificate = pem.certificate()
                if not certificate:
                    tls.library.ERR_clear_error()
                    return count
                self.add_certificate(certificate, count == 0)
                count += 1
        finally:
            pem.free()

    def add_certificate(self, certificate, is_own):
        if is_own:
            done = intmask(tls.library.SSL_CTX_use_certificate(
                self.context, certificate))
        else:
            # The context keeps it.
            done = intmask(tls.library.SSL_CTX_ctrl(
                self.context, c_int(ADD_CHAIN_CERTIFICATE),
                rffi.cast(rffi.LONG, 0), certificate))
        if is_own or done != 1:
            tls.library.X509_free(certificate)
        if done != 1:
            raise TlsError('certificate: ' + error_text('it cannot be used'))

    def set_private_key(self, text):
        """Raises TlsError if the PEM text holds no key of the certificate."""
        pem = PemText(text)
        try:
            key = pem.private_key()
        finally:
            pem.free()
        if not key:
            tls.library.ERR_clear_error()
            raise TlsError('private key: there is none that can be read')
        done = intmask(tls.library.SSL_CTX_use_PrivateKey(self.context, key))
        tls.library.EVP_PKEY_free(key)
        if done != 1:
            raise TlsError('private key: ' + error_text('it cannot be used'))

    def channel(self, socket):
        ssl = tls.library.SSL_new(self.context)
        if not ssl:
            return None
        tls.library.SSL_set_fd(ssl, c_int(socket.fd))
        tls.library.SSL_set_accept_state(ssl)
        return TlsChannel(socket, ssl)

    def close(self):
        tls.library.SSL_CTX_free(self.context)


class TlsChannel(channels.Channel):

    def __init__(self, socket, ssl):
        channels.Channel.__init__(self, socket)
        self.ssl = ssl
        # After a failure the library must not be asked for anything but to
        # free its part.
        self.is_whole = True

    def event_after(self, result, default):
        """The event after which the operation that gave ``result`` can go on;
        ``default`` if it never can."""
        error = intmask(tls.library.SSL_get_error(self.ssl, result))
        if error == tls.WANT_READ:
            return rpoll.POLLIN
        if error == tls.WANT_WRITE:
            return rpoll.POLLOUT
        if error != tls.ZERO_RETURN:
            self.is_whole = False
        return default

    def read(self):
        if not self.is_whole:
            return ''
        data = lltype.malloc(rffi.CCHARP.TO, sockets.CHUNK, flavor='raw')
        try:
            tls.library.ERR_clear_error()
            result = tls.library.SSL_read(self.ssl, data,
                                          c_int(sockets.CHUNK))
            size = intmask(result)
            if size > 0:
                self.read_event = rpoll.POLLIN
                return rffi.charpsize2str(data, size)
        finally:
            lltype.free(data, flavor='raw')
        event = self.event_after(result, 0)
        if event == 0:
            return ''
        self.read_event = event
        return None

    def write(self, data):
        if not self.is_whole:
            return channels.BROKEN
        raw = rffi.str2charp(data)
        try:
            tls.library.ERR_clear_error()
            result = tls.library.SSL_write(self.ssl, raw, c_int(len(data)))
        finally:
            rffi.free_charp(raw)
        size = intmask(result)
        if size > 0:
            self.write_event = rpoll.POLLOUT
            return size
        event = self.event_after(result, 0)
        if event == 0:
            return channels.BROKEN
        self.write_event = event
        return 0

    def has_more(self):
        return self.is_whole and intmask(tls.library.SSL_pending(self.ssl)) > 0

    def say_end(self):
        if self.is_whole and intmask(
                tls.library.SSL_is_init_finished(self.ssl)) == 1:
            tls.library.ERR_clear_error()
            tls.library.SSL_shutdown(self.ssl)

    def end(self):
        self.say_end()
        return channels.Channel.end(self)

    def close(self):
        self.say_end()
        tls.library.SSL_free(self.ssl)
        self.is_whole = False
        channels.Channel.close(self)


def doorkeeper(certificates, key):
    """For the PEM texts of the certificate with those behind it, and of its
    private key.  Raises TlsError."""
    keeper = TlsDoorkeeper()
    finished = False
    try:
        if keeper.add_certificates(certificates) == 0:
            raise TlsError("Couldn't extract certificate chain from config.")
        keeper.set_private_key(key)
        finished = True
    finally:
        if not finished:
            keeper.close()
    return keeper
