"""HTTP/1.1 messages: readers that are fed with bytes as they come.

A reader takes bytes in pieces of any size and keeps its place, so neither a
slow nor a greedy peer makes anybody wait or the memory grow without bounds.
What could be understood in two ways is refused.
"""

from rpython.rlib.rstring import StringBuilder


MOST_HEAD = 65536
LONGEST_CHUNK_LINE = 4096

BAD_REQUEST = 400
TOO_LARGE = 413
HEAD_TOO_LARGE = 431
NOT_IMPLEMENTED = 501
UNKNOWN_VERSION = 505


class MessageError(Exception):
    """``status`` is what a server answers."""

    def __init__(self, status, msg):
        self.status = status
        self.msg = msg


class Disconnected(Exception):
    """The peer closed the connection inside a message."""


class Headers(object):
    """Lower-case names and values in the order of the message."""

    def __init__(self):
        self.names = []
        self.values = []

    def add(self, name, value):
        self.names.append(name)
        self.values.append(value)

    def get(self, name):
        """The last value, None if there is none."""
        i = len(self.names) - 1
        while i >= 0:
            if self.names[i] == name:
                return self.values[i]
            i -= 1
        return None

    def has(self, name):
        return self.get(name) is not None

    def has_token(self, name, token):
        """Whether a value is a comma-separated list with ``token``."""
        for i in range(len(self.names)):
            if self.names[i] == name:
                for part in self.values[i].split(','):
                    if part.strip(' \t').lower() == token:
                        return True
        return False


def is_token(text):
    """Whether a text can be the name of a method or a header."""
    if text == '':
        return False
    for c in text:
        if not ('a' <= c <= 'z' or 'A' <= c <= 'Z' or '0' <= c <= '9'
                or c in "!#$%&'*+-.^_`|~"):
            return False
    return True


def is_field_value(text):
    for c in text:
        if c < ' ' and c != '\t' or c == '\x7f':
            return False
    return True


# What the reader waits for.
START = 0
HEADERS = 1
SIZED = 2
CHUNK_SIZE = 3
CHUNK = 4
CHUNK_END = 5
TRAILERS = 6
UNTIL_END = 7
DONE = 8


class MessageReader(object):
    """Reads one message; what comes after it stays in the buffer for the
    next :meth:`restart`."""

    def __init__(self, most_body):
        self.most_body = most_body
        self.buffer = ''
        self.position = 0
        self.restart()

    def restart(self):
        self.state = START
        self.headers = Headers()
        self.head_size = 0
        self.left = 0
        self.body_size = 0
        self.body_builder = StringBuilder()
        self.body = ''

    def is_done(self):
        return self.state == DONE

    def is_idle(self):
        """Whether nothing of a message came yet."""
        return (self.state == START and self.head_size == 0
                and self.position == len(self.buffer))

    def feed(self, data):
        """Take the next bytes.  Raises MessageError."""
        position = self.position
        assert position >= 0
        if position == len(self.buffer):
            self.buffer = data
        else:
            self.buffer = self.buffer[position:] + data
        self.position = 0
        self.advance()

    def end(self):
        """The peer closed the connection.  Raises Disconnected."""
        if self.state == UNTIL_END:
            self.finish()
        if self.state != DONE:
            raise Disconnected

    def advance(self):
        """Go on with what is in the buffer."""
        while self.state != DONE:
            if self.state == SIZED or self.state == CHUNK:
                if not self.take_sized():
                    return
            elif self.state == UNTIL_END:
                self.move_to_body(len(self.buffer) - self.position)
                return
            else:
                line = self.take_line()
                if line is None:
                    return
                self.handle_line(line)

    def take_line(self):
        """The next line without its end, None if it is not complete."""
        start = self.position
        assert start >= 0
        most = MOST_HEAD - self.head_size
        if self.state == CHUNK_SIZE or self.state == CHUNK_END:
            most = LONGEST_CHUNK_LINE
        stop = self.buffer.find('\n', start)
        size = stop + 1 - start
        if stop < 0:
            size = len(self.buffer) - start
        if size > most:
            raise MessageError(HEAD_TOO_LARGE, 'header is too big: %d > %d'
                               % (size + self.head_size, MOST_HEAD))
        if stop < 0:
            return None
        self.head_size += size
        if self.state == CHUNK_SIZE or self.state == CHUNK_END:
            self.head_size -= size
        self.position = stop + 1
        if stop > start and self.buffer[stop - 1] == '\r':
            stop -= 1
        assert stop >= start
        return self.buffer[start:stop]

    def take_sized(self):
        available = len(self.buffer) - self.position
        if available > self.left:
            available = self.left
        self.move_to_body(available)
        self.left -= available
        if self.left > 0:
            return False
        if self.state == SIZED:
            self.finish()
        else:
            self.state = CHUNK_END
        return True

    def move_to_body(self, size):
        start = self.position
        stop = start + size
        assert start >= 0
        assert stop >= start
        self.check_size(size)
        self.body_builder.append_slice(self.buffer, start, stop)
        self.body_size += size
        self.position = stop

    def take_body(self):
        """What came of the body since the last time."""
        if self.state == DONE:
            body = self.body
            self.body = ''
        else:
            body = self.body_builder.build()
            self.body_builder = StringBuilder()
        return body

    def check_size(self, more):
        if more > self.most_body - self.body_size:
            raise MessageError(TOO_LARGE, 'body is too large')

    def finish(self):
        self.body = self.body_builder.build()
        self.body_builder = StringBuilder()
        self.state = DONE

    def handle_line(self, line):
        if self.state == START:
            if line != '':
                self.start_line(line)
                self.state = HEADERS
        elif self.state == HEADERS:
            if line != '':
                self.header_line(line)
            else:
                self.begin_body()
        elif self.state == CHUNK_SIZE:
            self.begin_chunk(line)
        elif self.state == CHUNK_END:
            if line != '':
                raise MessageError(BAD_REQUEST, 'chunk length cannot be read')
            self.state = CHUNK_SIZE
        else:
            if line == '':
                self.finish()

    def header_line(self, line):
        colon = line.find(':')
        if colon < 0 or not is_token(line[:colon]):
            raise MessageError(BAD_REQUEST, 'invalid header name')
        value = line[colon + 1:].strip(' \t')
        if not is_field_value(value):
            raise MessageError(BAD_REQUEST, 'invalid header value')
        self.headers.add(line[:colon].lower(), value)

    def begin_sized(self, size):
        self.check_size(size)
        self.left = size
        self.state = SIZED

    def begin_chunk(self, line):
        stop = line.find(';')
        if stop < 0:
            stop = len(line)
        text = line[:stop].strip(' \t')
        if text == '' or len(text) > 8:
            raise MessageError(BAD_REQUEST, 'chunk length cannot be read')
        size = 0
        for c in text:
            digit = hex_digit(c)
            if digit < 0:
                raise MessageError(BAD_REQUEST, 'chunk length cannot be read')
            size = size * 16 + digit
        self.check_size(size)
        self.left = size
        if size == 0:
            self.state = TRAILERS
        else:
            self.state = CHUNK

    def stated_length(self):
        """The value of Content-Length, -1 if there is none."""
        length = -1
        headers = self.headers
        for i in range(len(headers.names)):
            if headers.names[i] == 'content-length':
                one = parse_length(headers.values[i])
                if length >= 0 and one != length:
                    raise MessageError(BAD_REQUEST, 'invalid content-length')
                length = one
        return length

    def is_chunked(self):
        headers = self.headers
        if not headers.has('transfer-encoding'):
            return False
        seen = 0
        for name in headers.names:
            if name == 'transfer-encoding':
                seen += 1
        value = headers.get('transfer-encoding')
        if seen != 1 or value.lower() != 'chunked':
            raise MessageError(NOT_IMPLEMENTED, 'unknown transfer-encoding')
        return True

    def start_line(self, line):
        """Raises MessageError."""
        raise NotImplementedError

    def begin_body(self):
        """Choose the state after the headers.  Raises MessageError."""
        raise NotImplementedError


def hex_digit(c):
    if '0' <= c <= '9':
        return ord(c) - ord('0')
    if 'a' <= c <= 'f':
        return ord(c) - ord('a') + 10
    if 'A' <= c <= 'F':
        return ord(c) - ord('A') + 10
    return -1


def parse_length(text):
    """Content-Length in bytes.  Raises MessageError."""
    if text == '' or len(text) > 15:
        raise MessageError(BAD_REQUEST, 'invalid content-length')
    length = 0
    for c in text:
        if not '0' <= c <= '9':
            raise MessageError(BAD_REQUEST, 'invalid content-length')
        length = length * 10 + (ord(c) - ord('0'))
    return length


class RequestReader(MessageReader):
    """``method``, ``target`` and ``minor_version`` after the first line."""

    def restart(self):
        MessageReader.restart(self)
        self.method = ''
        self.target = ''
        self.minor_version = 1

    def start_line(self, line):
        words = line.split(' ')
        if len(words) != 3 or not is_token(words[0]) or words[1] == '':
            raise MessageError(BAD_REQUEST, 'invalid request line')
        for c in words[1]:
            if c <= ' ' or c == '\x7f':
                raise MessageError(BAD_REQUEST, 'invalid request target')
        if words[2] != 'HTTP/1.1' and words[2] != 'HTTP/1.0':
            if words[2].startswith('HTTP/'):
                raise MessageError(UNKNOWN_VERSION, 'unknown HTTP version')
            raise MessageError(BAD_REQUEST, 'invalid request line')
        self.method = words[0]
        self.target = words[1]
        if words[2] == 'HTTP/1.0':
            self.minor_version = 0

    def begin_body(self):
        hosts = 0
        for name in self.headers.names:
            if name == 'host':
                hosts += 1
        if hosts > 1 or hosts == 0 and self.minor_version == 1:
            raise MessageError(BAD_REQUEST, 'invalid host header')
        length = self.stated_length()
        if self.is_chunked():
            if length >= 0 or self.minor_version == 0:
                raise MessageError(BAD_REQUEST, 'invalid transfer-encoding')
            self.state = CHUNK_SIZE
        elif length > 0:
            self.begin_sized(length)
        else:
            self.finish()

    def waits_for_continue(self):
        """Whether the client sends the body only after a ``100``."""
        return ((self.state == SIZED or self.state == CHUNK_SIZE)
                and self.body_size == 0 and self.minor_version == 1
                and self.headers.has_token('expect', '100-continue'))

    def keeps_alive(self):
        """Whether the client wants to go on with this connection."""
        if self.minor_version == 0:
            return self.headers.has_token('connection', 'keep-alive')
        return not self.headers.has_token('connection', 'close')

    def path(self):
        """The target without its query."""
        target = self.target
        if not target.startswith('/'):
            mark = target.find('://')
            if mark >= 0:
                slash = target.find('/', mark + 3)
                if slash < 0:
                    return '/'
                target = target[slash:]
        stop = target.find('?')
        if stop < 0:
            return target
        return target[:stop]

    def query(self):
        start = self.target.find('?')
        if start < 0:
            return ''
        return self.target[start + 1:]


class ResponseReader(MessageReader):
    """``status`` after the first line.  The answer to HEAD has no body."""

    def __init__(self, most_body, is_head):
        self.is_head = is_head
        MessageReader.__init__(self, most_body)

    def restart(self):
        MessageReader.restart(self)
        self.status = 0

    def start_line(self, line):
        if not (line.startswith('HTTP/1.1') or line.startswith('HTTP/1.0')):
            raise MessageError(BAD_REQUEST, 'invalid HTTP version')
        if len(line) < 12 or line[8] != ' ' or (
                len(line) > 12 and line[12] != ' '):
            raise MessageError(BAD_REQUEST, 'invalid status code')
        for i in range(9, 12):
            digit = ord(line[i]) - ord('0')
            if not 0 <= digit <= 9:
                raise MessageError(BAD_REQUEST, 'invalid status code')
            self.status = self.status * 10 + digit

    def begin_body(self):
        if 100 <= self.status < 200:
            # The final response is still to come.
            head_size = self.head_size
            self.restart()
            self.head_size = head_size
            return
        chunked = self.is_chunked()
        length = self.stated_length()
        if self.is_head or self.status == 204 or self.status == 304:
            self.finish()
        elif chunked:
            self.state = CHUNK_SIZE
        elif length > 0:
            self.begin_sized(length)
        elif length == 0:
            self.finish()
        else:
            self.state = UNTIL_END
