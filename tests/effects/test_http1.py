"""Messages come in pieces of any size."""

import os
import re

import pytest

from interpreter.effects import http1, request_target
from interpreter.effects.http1 import (
    Disconnected, MessageError, RequestReader, ResponseReader)


ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def fed(reader, text, size):
    for i in range(0, len(text), size):
        reader.feed(text[i:i + size])
    return reader


CHUNKED = ('POST /a?b=c HTTP/1.1\r\nHost: h\r\nX-A:  1 \r\n'
           'Transfer-Encoding: chunked\r\n\r\n'
           '3\r\nabc\r\n00a;x\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\n')


@pytest.mark.parametrize('size', [1, 2, 7, 1000])
def test_requests_in_pieces(size):
    reader = fed(RequestReader(100), CHUNKED + CHUNKED, size)
    for i in range(2):
        assert reader.is_done()
        assert reader.method == 'POST'
        assert reader.path() == '/a' and reader.query() == 'b=c'
        assert reader.headers.get('x-a') == '1'
        assert reader.body == 'abc0123456789'
        reader.restart()
        reader.advance()
    assert reader.is_idle()


@pytest.mark.parametrize('size', [1, 5, 1000])
def test_responses_in_pieces(size):
    text = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello'
    reader = fed(ResponseReader(5, False), text, size)
    assert reader.is_done() and reader.status == 200
    assert reader.body == 'hello'
    with pytest.raises(Disconnected):
        fed(ResponseReader(5, False), text[:-1], size).end()
    reader = fed(ResponseReader(10, False), 'HTTP/1.1 200\r\n\r\nab', size)
    assert not reader.is_done()
    reader.end()
    assert reader.body == 'ab'


def status_of(text, most_body=100):
    with pytest.raises(MessageError) as raised:
        fed(RequestReader(most_body), text, 13)
    return raised.value.status


def head(lines, first='POST / HTTP/1.1'):
    return first + '\r\nHost: h\r\n' + lines + '\r\n\r\n'


@pytest.mark.parametrize('text', [
    'BAD\r\n', 'GET  / HTTP/1.1\r\n', 'GET / HTTP/1.1 \r\n', 'GET /\r\n',
    'G(T / HTTP/1.1\r\n', 'GET /\x01 HTTP/1.1\r\n', 'GET / FTP/1\r\n',
    'GET / HTTP/1.1\r\n\r\n', head('Host: h'), head(' folded: x'),
    head('a b: c'), head('a : c'), head('nocolon'), head(': x'),
    head('a: b\x00c'), head('a: b\rc'), head('Content-Length: -1'),
    head('Content-Length: 1a'), head('Content-Length: +1'),
    head('Content-Length:'), head('Content-Length: 1, 1'),
    head('Content-Length: 1\r\nContent-Length: 2'),
    head('Content-Length: 1\r\nTransfer-Encoding: chunked'),
    head('Transfer-Encoding: chunked') + 'g\r\n',
    head('Transfer-Encoding: chunked') + '-1\r\n',
    head('Transfer-Encoding: chunked') + '\r\n',
    head('Transfer-Encoding: chunked') + '0x3\r\n',
    head('Transfer-Encoding: chunked') + '1\r\nab\r\n',
    head('Transfer-Encoding: chunked', 'POST / HTTP/1.0')])
def test_malformed_requests(text):
    assert status_of(text) == http1.BAD_REQUEST


def test_what_is_not_implemented():
    assert status_of('GET / HTTP/2.0\r\n') == http1.UNKNOWN_VERSION
    for value in ['gzip', 'gzip, chunked', 'chunked, chunked', 'xchunked',
                  'chunked\r\nTransfer-Encoding: chunked']:
        assert status_of(head('Transfer-Encoding: ' + value)) == (
            http1.NOT_IMPLEMENTED)


def test_sizes():
    assert status_of('GET /' + 'x' * http1.MOST_HEAD) == http1.HEAD_TOO_LARGE
    assert status_of(head('a: b\r\n' * http1.MOST_HEAD)) == (
        http1.HEAD_TOO_LARGE)
    assert status_of(head('Content-Length: 101')) == http1.TOO_LARGE
    assert status_of(head('Content-Length: ' + '9' * 15)) == http1.TOO_LARGE
    chunked = head('Transfer-Encoding: chunked')
    assert status_of(chunked + '64\r\n' + 'x' * 100 + '\r\n1\r\n') == (
        http1.TOO_LARGE)
    assert status_of(chunked + 'ffffffff\r\n') == http1.TOO_LARGE
    assert status_of(chunked + '1;' + 'x' * 5000) == http1.HEAD_TOO_LARGE


def test_connections():
    def keeps(lines, version='1.1'):
        return fed(RequestReader(1), head(lines, 'GET / HTTP/' + version),
                   99).keeps_alive()
    assert keeps('a: b') and not keeps('Connection: x, Close')
    assert not keeps('a: b', '1.0') and keeps('connection: Keep-Alive', '1.0')


def test_expectations():
    reader = fed(RequestReader(9), head(
        'Expect: 100-Continue\r\nContent-Length: 2'), 7)
    assert reader.waits_for_continue()
    reader.feed('a')
    assert not reader.waits_for_continue()


def test_targets():
    for target, path, query, host in [
            ('/', '/', '', 'h'), ('http://g:1/x?y', '/x', 'y', 'g:1'),
            ('HTTPS://g', '/', '', 'g'), ('http://g?a=/b', '/', 'a=/b', 'g'),
            ('*', '*', '', 'h'), ('/a?b?c', '/a', 'b?c', 'h'),
            ('//a', '//a', '', 'h'), ('/\xff?{|}', '/\xff', '{|}', 'h')]:
        reader = fed(RequestReader(1), head('a: b', 'OPTIONS %s HTTP/1.1'
                                            % target), 99)
        assert (reader.path(), reader.query()) == (path, query)
        assert reader.headers.get('host') == host


@pytest.mark.parametrize('host, valid', [
    ('h', True), ('', True), ('h:80', True), ('h:', True), ('[::1]', True),
    ('[::1]:8', True), ('\xc3\xa9', False), ('h:8a', False), ('a b', False),
    ('[::1', False), ('[]', False), ('[::1]8', False), ('::1', False), ('h:1:2', False),
    ('u@h', False), ('h/', False), ('h?', False), ('h\\', False)])
def test_hosts(host, valid):
    assert request_target.is_host(host) == valid


def rows():
    """(request, answer) as docs/services.rst has them."""
    with open(os.path.join(ROOT, 'docs', 'services.rst')) as stream:
        text = stream.read()
    first = 'POST /a HTTP/1.1\r\nHost: h\r\n'
    found = []
    for line in text.split('HTTP server', 1)[1].split('\n'):
        match = re.match('``(.*)`` +([0-9]{3})$', line)
        if match:
            request = match.group(1).decode('string_escape')
            if request.startswith(('Content-', 'Transfer-')):
                request = first + request
            found.append((request, int(match.group(2))))
    return found


@pytest.mark.parametrize('text, status', rows())
def test_shapes_of_requests(text, status):
    for size in [1, 3, 1000]:
        reader = RequestReader(1000)
        try:
            fed(reader, text, size)
            assert reader.is_done() and status == 200
        except MessageError as e:
            assert e.status == status


def test_there_are_shapes():
    assert len(rows()) > 50


def test_extensions_are_bounded():
    chunk = '1;' + 'x' * 4000 + '\r\na\r\n'
    assert status_of(head('Transfer-Encoding: chunked') + chunk * 17) == 400


def test_responses_may_end_lines_as_they_like():
    reader = fed(ResponseReader(9, False), 'HTTP/1.1 200 OK\nContent-Length: 1\n'
                 'Content-Length: 1\n\na', 3)
    assert reader.is_done() and reader.body == 'a'
    for text in ['1\na\r\n', '1 \r\na\r\n', '1\r\na\n']:
        with pytest.raises(MessageError):
            fed(ResponseReader(9, False), 'HTTP/1.1 200 OK\r\nTransfer-Encoding: '
                'chunked\r\n\r\n' + text, 3)


def test_responses_without_a_body():
    for first in ['204 X', '304 X']:
        assert fed(ResponseReader(9, False),
                   'HTTP/1.1 %s\r\nContent-Length: 5\r\n\r\n' % first,
                   9).is_done()
    assert fed(ResponseReader(9, True),
               'HTTP/1.1 200 X\r\nContent-Length: 5\r\n\r\n', 9).is_done()


def test_endless_interim_responses():
    reader = ResponseReader(9, False)
    with pytest.raises(MessageError):
        for i in range(http1.MOST_HEAD):
            reader.feed('HTTP/1.1 100 C\r\n\r\n')
