"""HTTPS requests against a server of Python's."""

import os
import socket
import ssl
import threading

import pytest

from interpreter.effects import http_client, sockets, tls
from tests.stdlib.certificates import self_signed
from tests.stdlib.support import call, json_of


class Server(object):
    def __init__(self, certificate, key):
        self.files = certificate, key
        self.listener = socket.socket()
        self.listener.bind(('127.0.0.1', 0))
        self.listener.listen(5)
        self.port = self.listener.getsockname()[1]
        thread = threading.Thread(target=self.serve)
        thread.daemon = True
        thread.start()

    def url(self, path, host):
        return 'https://%s:%d%s' % (host, self.port, path)

    def serve(self):
        while True:
            connection, _ = self.listener.accept()
            connection.settimeout(20)
            try:
                self.answer(ssl.wrap_socket(
                    connection, self.files[1], self.files[0], True))
            except (ssl.SSLError, socket.error):
                connection.close()

    def answer(self, connection):
        request = ''
        while '\r\n\r\n' not in request:
            request += connection.recv(1000)
        body = 'x' * 3000
        connection.sendall('HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s'
                           % (len(body), body))
        connection.unwrap()
        connection.close()


@pytest.fixture(scope='module')
def servers(tmpdir_factory):
    folder = tmpdir_factory.mktemp('certificates')
    trusted = self_signed(folder, 'localhost', 'DNS:localhost,IP:127.0.0.1')
    wrong = self_signed(folder, 'other', 'DNS:other')
    trust = folder.join('trusted.pem')
    trust.write(open(trusted[0]).read() + open(wrong[0]).read())
    saved = sockets.CHUNK, tls.library, http_client.CONNECT_MS
    sockets.CHUNK = 256
    tls.library = tls.Library()
    # Loading a library takes long as long as nothing is translated.
    http_client.CONNECT_MS = 60000
    os.environ['SSL_CERT_FILE'] = str(trust)
    yield Server(*trusted), Server(*wrong)
    del os.environ['SSL_CERT_FILE']
    sockets.CHUNK, tls.library, http_client.CONNECT_MS = saved


def test_trusted_servers(servers):
    for host in ['localhost', '127.0.0.1']:
        w_result = call('net.get', servers[0].url('/', host))
        assert w_result.getarg(0).utf8_w() == 'x' * 3000


def tls_error(text):
    return ('{"$variant":"Err","args":[{"$variant":"TlsError","args":["%s"]}]}'
            % text)


def test_the_certificate_is_for_another_host(servers):
    assert json_of('http.get', servers[1].url('/', 'localhost')) == tls_error(
        'certificate verify failed: hostname mismatch')
    assert json_of('http.get', servers[1].url('/', '127.0.0.1')) == tls_error(
        'certificate verify failed: IP address mismatch')


def test_a_server_without_tls(servers):
    listener = socket.socket()
    listener.bind(('127.0.0.1', 0))
    listener.listen(1)

    def answer():
        connection = listener.accept()[0]
        connection.sendall('HTTP/1.0 400 What\r\n\r\n')
        connection.recv(1000)
        connection.close()
    threading.Thread(target=answer).start()
    assert '"TlsError"' in json_of(
        'http.get', 'https://127.0.0.1:%d/' % listener.getsockname()[1])


def test_missing_library(monkeypatch, servers):
    monkeypatch.setattr(tls, 'library', tls.Library())
    monkeypatch.setattr(tls, 'LIBRARY_NAMES', ['libnothere.so.7'])
    assert json_of('http.get', servers[0].url('/', 'localhost')) == tls_error(
        'the library libnothere.so.7 is not installed')
