"""The HTTP server with encrypted connections, and clients of Python's.

The tests that call the library themselves come first: as long as nothing is
translated, only one thread can do that.
"""

import socket
import ssl
import subprocess
import time

import pytest

from interpreter.effects import http_server, tls, tls_server
from tests.effects.serving import rest_of, serve_application
from tests.effects.test_http_server import CLOSES, Echo, answer, get
from tests.stdlib.certificates import self_signed


def read(path):
    with open(path) as f:
        return f.read()


class Files(object):
    def __init__(self, folder):
        self.path, key = self_signed(folder, 'localhost', 'DNS:localhost')
        self.certificate, self.key = read(self.path), read(key)
        self.other = read(self_signed(folder, 'other', 'DNS:other')[1])
        self.encrypted = subprocess.check_output(
            ['openssl', 'rsa', '-in', key, '-aes128', '-passout', 'pass:secret'],
            stderr=subprocess.STDOUT)


@pytest.fixture(scope='module')
def files(tmpdir_factory):
    return Files(tmpdir_factory.mktemp('certificates'))


def failure(certificates, key):
    with pytest.raises(tls.TlsError) as raised:
        tls_server.doorkeeper(certificates, key)
    return raised.value.msg


def test_certificates_that_cannot_be_used(files):
    none = "Couldn't extract certificate chain from config."
    assert failure('', files.key) == none
    assert failure(files.key, files.key) == none
    no_key = 'private key: there is none that can be read'
    assert failure(files.certificate, '') == no_key
    assert failure(files.certificate, files.certificate) == no_key
    assert failure(files.certificate, files.encrypted) == no_key
    assert 'key values mismatch' in failure(files.certificate, files.other)
    broken = files.certificate.replace('\nM', '\nA', 1)
    assert failure(broken, files.key) == none


def test_chains(files):
    keeper = tls_server.TlsDoorkeeper()
    assert keeper.add_certificates(files.certificate + 'text\n'
                                   + files.certificate) == 2
    keeper.close()


def test_missing_library(files, monkeypatch):
    monkeypatch.setattr(tls, 'library', tls.Library())
    monkeypatch.setattr(tls, 'LIBRARY_NAMES', ['libnothere.so.7'])
    assert failure(files.certificate, files.key) == (
        'the library libnothere.so.7 is not installed')


@pytest.fixture(scope='module')
def server(files):
    running = serve_application(Echo(), tls_server.doorkeeper(
        files.certificate, files.key))
    yield running
    running.stop()


def connect(server, files, version=ssl.PROTOCOL_SSLv23):
    """A client that trusts the server's certificate only, and that takes the end of
    the connection for an error unless it was announced."""
    context = ssl.SSLContext(version)
    context.verify_mode = ssl.CERT_REQUIRED
    context.check_hostname = True
    context.load_verify_locations(files.path)
    return context.wrap_socket(server.connect(), server_hostname='localhost',
                               suppress_ragged_eofs=False)


def ask(server, files, text):
    connection = connect(server, files)
    connection.sendall(text)
    return rest_of(connection)


def test_requests(server, files):
    assert ask(server, files, get('/1', '') + get('/2')) == (
        answer('GET /1 ') + answer('GET /2 ', CLOSES))


def test_protocols(server, files):
    connection = connect(server, files, ssl.PROTOCOL_TLSv1_2)
    assert connection.cipher()[1] == 'TLSv1.2' or connection.version() == 'TLSv1.2'
    connection.sendall(get('/'))
    assert rest_of(connection) == answer('GET / ', CLOSES)
    with pytest.raises((ssl.SSLError, socket.error, ValueError)):
        connect(server, files, ssl.PROTOCOL_TLSv1_1)


def test_bodies_beyond_one_read(server, files):
    """One record holds more than is read at a time."""
    body = 'x' * 9000
    text = ask(server, files, 'POST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n'
               'Content-Length: %d\r\n\r\n%s' % (len(body), body))
    assert text == answer('POST / ' + body, CLOSES)


def test_many_requests_in_one_record(server, files):
    text = ask(server, files, get('/', '') * 60 + get('/'))
    assert text.count('HTTP/1.1 200 OK') == 61


def test_large_answer(server, files):
    assert ask(server, files, get('/large')).endswith('x' * 5000)


def test_refusals_can_be_read(server, files):
    assert ask(server, files, 'NO\r\n\r\n').startswith(
        'HTTP/1.1 400 Bad Request\r\n')


@pytest.mark.parametrize('text', [
    'GET / HTTP/1.1\r\n\r\n', '\x16\x03\x01\x02',
    '\x16\x03\x01\x00\x04\x01\x00\x00\x00', '\xff' * 3000],
    ids=['plain', 'cut', 'broken', 'noise'])
def test_broken_handshakes(server, files, text):
    connection = server.connect()
    connection.sendall(text)
    connection.shutdown(socket.SHUT_WR)
    try:
        rest_of(connection)
    except socket.error:
        pass
    assert ask(server, files, get('/')) == answer('GET / ', CLOSES)


def test_a_client_that_breaks_off(server, files):
    connection = connect(server, files)
    connection.sendall(get('/large'))
    connection.close()
    assert ask(server, files, get('/')) == answer('GET / ', CLOSES)


def test_slow_handshakes(server, files, monkeypatch):
    monkeypatch.setattr(http_server, 'HEAD_MS', 1500)
    monkeypatch.setattr(http_server, 'WAIT_MS', 300)
    silent = server.connect()
    begun = server.connect()
    begun.sendall('\x16\x03\x01')
    start = time.time()
    assert ask(server, files, get('/')) == answer('GET / ', CLOSES)
    assert rest_of(silent) == '' and rest_of(begun) == ''
    assert time.time() - start < 30


def test_stop(server, files):
    idle = connect(server, files)
    idle.sendall(get('/', ''))
    idle.recv(1000)
    server.stop()
    assert rest_of(idle) == ''
