"""A native server from the start to the signal that ends it."""

import httplib
import os
import signal
import socket
import ssl
import subprocess

import pytest

from tests.native.program import FOLDER, MODES, ROOT, require
from tests.stdlib.certificates import self_signed

NOTES = os.path.join(ROOT, 'examples', 'services', 'notes.lex')


class Service(object):
    """`lexvm run` of a program that serves on any free port."""

    def __init__(self, mode, arguments):
        name, flags = MODES[mode]
        require(name)
        self.process = subprocess.Popen(
            [os.path.join(FOLDER, name), 'run'] + flags + arguments,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            # A shell starts its jobs in the background with SIGINT ignored.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler))
        line = self.process.stderr.readline()
        assert 'listening on http' in line, line + (
            self.process.stderr.read())
        self.port = int(line.split(' (')[0].rsplit(':', 1)[1])

    def ask(self, method, path, body=None):
        connection = httplib.HTTPConnection('127.0.0.1', self.port, timeout=20)
        connection.request(method, path, body)
        response = connection.getresponse()
        answer = response.status, response.read()
        connection.close()
        return answer

    def stop(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        out, err = self.process.communicate()
        return out, err, self.process.returncode


@pytest.fixture
def notes(mode, tmpdir):
    path = str(tmpdir.join('store'))
    service = Service(mode, [
        '--max-steps', '0', '--allow-effects', 'net,kv,fs_write',
        '--allow-fs-write', str(tmpdir), NOTES, 'main', '0', '"%s"' % path])
    yield service
    if service.process.poll() is None:
        service.process.kill()


def test_notes(notes):
    assert notes.ask('GET', '/notes') == (200, '[]')
    for i in range(60):
        name = '/notes/n%d' % (i % 3)
        assert notes.ask('PUT', name, 'text %d' % i) == (201, 'kept')
        assert notes.ask('GET', name) == (200, 'text %d' % i)
    assert notes.ask('DELETE', '/notes/n1') == (200, 'gone')
    assert notes.ask('GET', '/notes/n1') == (404, 'no such note')
    assert notes.ask('GET', '/notes') == (200, '["n0","n2"]')
    assert notes.ask('GET', '/other') == (404, 'no such page')
    assert notes.stop() == ('"stopped"\n', '', 0)


@pytest.mark.parametrize('number', [signal.SIGTERM, signal.SIGINT])
def test_requests_that_have_begun_are_answered(notes, number):
    connection = socket.create_connection(('127.0.0.1', notes.port), 20)
    connection.sendall('PUT /notes/a HTTP/1.1\r\nHost: h\r\n'
                       'Content-Length: 2\r\n\r\n')
    assert notes.ask('GET', '/notes') == (200, '[]')
    notes.process.send_signal(number)
    while True:
        # The listening socket closes at once.
        try:
            socket.create_connection(('127.0.0.1', notes.port), 20).close()
        except socket.error:
            break
    connection.sendall('ab')
    assert connection.recv(1000).startswith('HTTP/1.1 201 Created\r\n')
    assert notes.process.wait() == 0


def test_large_bodies_and_slow_readers(notes):
    body = 'x' * 3000000
    assert notes.ask('PUT', '/notes/large', body) == (201, 'kept')
    slow = socket.create_connection(('127.0.0.1', notes.port), 20)
    slow.sendall('GET /notes/large HTTP/1.0\r\n\r\n')
    for i in range(3):
        assert notes.ask('GET', '/notes/large') == (200, body)
    received = 0
    while True:
        data = slow.recv(1000000)
        if not data:
            break
        received += len(data)
    assert received > len(body)
    assert notes.stop()[2] == 0


def test_garbage(notes):
    for text in ['\x00' * 1000, 'GET / HTTP/1.1\r\n' + 'a: b\r\n' * 50000,
                 'PUT /notes/a HTTP/1.1\r\nHost: h\r\n'
                 'Transfer-Encoding: chunked\r\n\r\nffffffff\r\n']:
        connection = socket.create_connection(('127.0.0.1', notes.port), 20)
        try:
            connection.sendall(text)
            connection.recv(1000)
        except socket.error:
            pass
        connection.close()
    assert notes.ask('GET', '/notes') == (200, '[]')
    assert notes.stop()[2] == 0


SECURE = '''
import "std.map" as map
import "std.net" as net
fn echo(r :: Request) -> Response {
  { status: 200, body: BodyStr(r.body), headers: map.new() }
}
fn main(port :: Int, cert :: Str, key :: Str) -> [net] Str {
  let served := net.serve_tls(port, cert, key, "echo")
  "stopped"
}
'''


@pytest.fixture
def secure(mode, tmpdir):
    certificate, key = self_signed(tmpdir, 'localhost', 'DNS:localhost')
    path = tmpdir.join('secure.lex')
    path.write(SECURE)
    service = Service(mode, ['--max-steps', '0', '--allow-effects', 'net', str(path),
                             'main', '0', '"%s"' % certificate, '"%s"' % key])
    service.certificate = certificate
    yield service
    if service.process.poll() is None:
        service.process.kill()


def ask_securely(service, body):
    connection = httplib.HTTPSConnection(
        'localhost', service.port, timeout=20,
        context=ssl.create_default_context(cafile=service.certificate))
    connection.request('POST', '/', body)
    response = connection.getresponse()
    answer = response.status, response.read()
    connection.close()
    return answer


def test_encrypted_requests(secure):
    for body in ['', 'x', 'y' * 3000000]:
        assert ask_securely(secure, body) == (200, body)
    assert secure.stop() == ('"stopped"\n', '', 0)


def test_clients_that_spoil_handshakes(secure):
    idle = [socket.create_connection(('127.0.0.1', secure.port), 20)
            for i in range(20)]
    for i, text in enumerate(['', '\x16', '\x16\x03\x01\x02\x00', 'GET / HTTP/1.1\r\n',
                              '\xff' * 100000] * 4):
        try:
            idle[i].sendall(text)
            if i % 2:
                idle[i].close()
        except socket.error:
            pass
    assert ask_securely(secure, 'still there') == (200, 'still there')
    assert secure.stop() == ('"stopped"\n', '', 0)
