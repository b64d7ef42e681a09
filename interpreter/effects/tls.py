"""Encrypted connections, through OpenSSL where it is installed.

The peer must show a certificate for the host that was asked for, signed by an
authority that the system trusts.
"""

from rpython.rlib import rpoll
from rpython.rlib.rarithmetic import intmask
from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter.effects import dynlib, sockets
from interpreter.effects.sockets import SocketFailure


LIBRARY_NAMES = ['libssl.so.3', 'libssl.so.1.1', 'libssl.so', 'libssl.dylib']

VERIFY_PEER = 1
SET_SERVER_NAME = 55
SET_LOWEST_VERSION = 123
TLS_1_2 = 0x303
WANT_READ = 2
WANT_WRITE = 3
ZERO_RETURN = 6
ERROR_TEXT_SIZE = 256


def function_type(args, result):
    return lltype.Ptr(lltype.FuncType(args, result))


TYPES = {
    'TLS_client_method': ([], rffi.VOIDP),
    'TLS_server_method': ([], rffi.VOIDP),
    'SSL_CTX_new': ([rffi.VOIDP], rffi.VOIDP),
    'SSL_CTX_free': ([rffi.VOIDP], lltype.Void),
    'SSL_CTX_set_options': ([rffi.VOIDP, rffi.ULONG], rffi.ULONG),
    'SSL_CTX_use_certificate': ([rffi.VOIDP, rffi.VOIDP], rffi.INT),
    'SSL_CTX_use_PrivateKey': ([rffi.VOIDP, rffi.VOIDP], rffi.INT),
    'SSL_CTX_set_default_verify_paths': ([rffi.VOIDP], rffi.INT),
    'SSL_CTX_set_verify': ([rffi.VOIDP, rffi.INT, rffi.VOIDP], lltype.Void),
    'SSL_CTX_ctrl': ([rffi.VOIDP, rffi.INT, rffi.LONG, rffi.VOIDP],
                     rffi.LONG),
    'SSL_new': ([rffi.VOIDP], rffi.VOIDP),
    'SSL_free': ([rffi.VOIDP], lltype.Void),
    'SSL_set_fd': ([rffi.VOIDP, rffi.INT], rffi.INT),
    'SSL_ctrl': ([rffi.VOIDP, rffi.INT, rffi.LONG, rffi.CCHARP], rffi.LONG),
    'SSL_set1_host': ([rffi.VOIDP, rffi.CCHARP], rffi.INT),
    'SSL_get0_param': ([rffi.VOIDP], rffi.VOIDP),
    'X509_VERIFY_PARAM_set1_ip_asc': ([rffi.VOIDP, rffi.CCHARP], rffi.INT),
    'SSL_connect': ([rffi.VOIDP], rffi.INT),
    'SSL_set_accept_state': ([rffi.VOIDP], lltype.Void),
    'SSL_is_init_finished': ([rffi.VOIDP], rffi.INT),
    'SSL_pending': ([rffi.VOIDP], rffi.INT),
    'SSL_read': ([rffi.VOIDP, rffi.CCHARP, rffi.INT], rffi.INT),
    'SSL_write': ([rffi.VOIDP, rffi.CCHARP, rffi.INT], rffi.INT),
    'SSL_shutdown': ([rffi.VOIDP], rffi.INT),
    'SSL_get_error': ([rffi.VOIDP, rffi.INT], rffi.INT),
    'SSL_get_verify_result': ([rffi.VOIDP], rffi.LONG),
    'X509_verify_cert_error_string': ([rffi.LONG], rffi.CCHARP),
    'BIO_new_mem_buf': ([rffi.CCHARP, rffi.INT], rffi.VOIDP),
    'BIO_free': ([rffi.VOIDP], rffi.INT),
    'PEM_read_bio_X509': ([rffi.VOIDP, rffi.VOIDP, rffi.VOIDP, rffi.CCHARP],
                          rffi.VOIDP),
    'PEM_read_bio_PrivateKey': ([rffi.VOIDP, rffi.VOIDP, rffi.VOIDP,
                                 rffi.CCHARP], rffi.VOIDP),
    'X509_free': ([rffi.VOIDP], lltype.Void),
    'EVP_PKEY_free': ([rffi.VOIDP], lltype.Void),
    'ERR_get_error': ([], rffi.ULONG),
    'ERR_clear_error': ([], lltype.Void),
    'ERR_error_string_n': ([rffi.ULONG, rffi.CCHARP, rffi.SIZE_T],
                           lltype.Void),
}
POINTERS = dict([(name, function_type(args, result))
                 for name, (args, result) in TYPES.items()])


class Library(object):
    """The functions, each as an attribute, and what all connections to
    servers share."""

    def __init__(self):
        self.is_loaded = False
        self.context = lltype.nullptr(rffi.VOIDP.TO)


def _loader():
    lines = ['def load_functions(library, handle):']
    for name in sorted(TYPES):
        lines.append('    library.%s = rffi.cast(POINTERS_%s, '
                     'dynlib.symbol(handle, "%s"))' % (name, name, name))
    namespace = {'rffi': rffi, 'dynlib': dynlib}
    for name in TYPES:
        namespace['POINTERS_' + name] = POINTERS[name]
    exec compile('\n'.join(lines), '<tls>', 'exec') in namespace
    return namespace['load_functions']


load_functions = _loader()
library = Library()


class TlsError(Exception):
    def __init__(self, msg):
        self.msg = msg


def c_int(number):
    return rffi.cast(rffi.INT, number)


def open_library():
    """Raises TlsError when the library is missing."""
    if library.is_loaded:
        return
    try:
        load_functions(library, dynlib.load(LIBRARY_NAMES))
    except dynlib.LibraryMissing as e:
        raise TlsError(e.msg)
    library.is_loaded = True


def new_context(method):
    """What connections of one kind share.  Raises TlsError."""
    context = library.SSL_CTX_new(method)
    if not context:
        raise TlsError(error_text('no context'))
    library.SSL_CTX_ctrl(context, c_int(SET_LOWEST_VERSION),
                         rffi.cast(rffi.LONG, TLS_1_2),
                         lltype.nullptr(rffi.VOIDP.TO))
    return context


def load():
    """Prepare for connections to servers.  Raises TlsError."""
    open_library()
    if library.context:
        return
    context = new_context(library.TLS_client_method())
    library.SSL_CTX_set_verify(context, c_int(VERIFY_PEER),
                               lltype.nullptr(rffi.VOIDP.TO))
    library.SSL_CTX_set_default_verify_paths(context)
    library.context = context


def error_text(default):
    """The library's first error, or ``default``."""
    number = library.ERR_get_error()
    if intmask(number) == 0:
        return default
    text = lltype.malloc(rffi.CCHARP.TO, ERROR_TEXT_SIZE, flavor='raw',
                         zero=True)
    try:
        library.ERR_error_string_n(number, text,
                                   rffi.cast(rffi.SIZE_T, ERROR_TEXT_SIZE))
        return rffi.charp2str(text)
    finally:
        lltype.free(text, flavor='raw')


class TlsStream(sockets.Stream):

    def __init__(self, stream):
        """Raises TlsError."""
        load()
        self.stream = stream
        self.ssl = library.SSL_new(library.context)
        if not self.ssl:
            raise TlsError(error_text('no connection'))
        library.SSL_set_fd(self.ssl, c_int(stream.socket.fd))

    def expect(self, host):
        """Check from now on that the peer is ``host``.  Raises TlsError."""
        name = rffi.str2charp(host)
        try:
            if sockets.is_address(host):
                done = library.X509_VERIFY_PARAM_set1_ip_asc(
                    library.SSL_get0_param(self.ssl), name)
            else:
                library.SSL_ctrl(self.ssl, c_int(SET_SERVER_NAME),
                                 rffi.cast(rffi.LONG, 0), name)
                done = library.SSL_set1_host(self.ssl, name)
        finally:
            rffi.free_charp(name)
        if intmask(done) != 1:
            raise TlsError(error_text('host name cannot be checked'))

    def connect(self, deadline):
        """Raises TlsError and SocketFailure."""
        while True:
            library.ERR_clear_error()
            result = library.SSL_connect(self.ssl)
            if intmask(result) == 1:
                return
            if not self.wait(result, deadline):
                raise TlsError(self.reason())

    def reason(self):
        """Why the peer was not accepted."""
        result = library.SSL_get_verify_result(self.ssl)
        if intmask(result) != 0:
            return 'certificate verify failed: ' + rffi.charp2str(
                library.X509_verify_cert_error_string(result))
        return error_text('the connection was closed')

    def wait(self, result, deadline):
        """Wait until the operation that gave ``result`` can go on; whether
        it can.  Raises SocketFailure."""
        error = intmask(library.SSL_get_error(self.ssl, result))
        if error == WANT_READ:
            sockets.wait_for(self.stream.socket.fd, rpoll.POLLIN, deadline)
            return True
        if error == WANT_WRITE:
            sockets.wait_for(self.stream.socket.fd, rpoll.POLLOUT, deadline)
            return True
        return False

    def read_some(self, deadline):
        data = lltype.malloc(rffi.CCHARP.TO, sockets.CHUNK, flavor='raw')
        try:
            while True:
                library.ERR_clear_error()
                result = library.SSL_read(self.ssl, data,
                                          c_int(sockets.CHUNK))
                size = intmask(result)
                if size > 0:
                    return rffi.charpsize2str(data, size)
                if not self.wait(result, deadline):
                    error = intmask(library.SSL_get_error(self.ssl, result))
                    if error == ZERO_RETURN:
                        return ''
                    raise SocketFailure('tls: ' + error_text(
                        'the connection was closed'), False)
        finally:
            lltype.free(data, flavor='raw')

    def write(self, data, deadline):
        raw = rffi.str2charp(data)
        done = 0
        try:
            while done < len(data):
                library.ERR_clear_error()
                result = library.SSL_write(
                    self.ssl, rffi.ptradd(raw, done),
                    c_int(min(len(data) - done, sockets.SEND_CHUNK)))
                if intmask(result) > 0:
                    done += intmask(result)
                elif not self.wait(result, deadline):
                    raise SocketFailure('tls: ' + error_text(
                        'the connection was closed'), False)
        finally:
            rffi.free_charp(raw)

    def close(self):
        if self.ssl:
            library.SSL_free(self.ssl)
            self.ssl = lltype.nullptr(rffi.VOIDP.TO)
        self.stream.close()


def secured(stream, host, deadline):
    """A Stream that encrypts what goes over a TcpStream and has checked that
    the peer is ``host``.  Raises TlsError and SocketFailure; the TcpStream is
    the caller's then."""
    tls = TlsStream(stream)
    finished = False
    try:
        tls.expect(host)
        stream.socket.setblocking(False)
        tls.connect(deadline)
        finished = True
    finally:
        if not finished:
            library.SSL_free(tls.ssl)
    return tls
