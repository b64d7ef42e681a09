"""HTTP/1.1 messages: readers that are fed with bytes as they come.

A reader takes bytes in pieces of any size and keeps its place, so neither a
slow nor a greedy peer makes anybody wait or the memory grow without bounds.
What could be understood in two ways is refused.
"""

from rpython.rlib.rstring import StringBuilder

from interpreter.effects import request_target
from interpreter.texts.hexadecimal import digit_value


MOST_HEAD = 65536
LONGEST_CHUNK_LINE = 4096
# What the extensions of all chunks of a body may take.
MOST_EXTENSIONS = 65536
MOST_SIZE_DIGITS = 16

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
        if not is_token_char(c):
            return False
    return True


def is_token_char(c):
    return ('a' <= c <= 'z' or 'A' <= c <= 'Z' or '0' <= c <= '9'
            or c in "!#$%&'*+-.^_`|~")


def is_field_value(text):
    for c in text:
        if c < ' ' and c != '\t' or c == '\x7f':
            return False
    return True


NO_TARGET = request_target.Target('', '', '')
# Fields that say where a message ends, or for whom it is.
NO_TRAILERS = ['content-length', 'host', 'transfer-encoding']

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
    next :meth:`restart`.  A strict one takes one form of line ends and of lengths
    only."""

    is_strict = False

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
        self.extension_size = 0
        self.body_size = 0
        self.body_builder = StringBuilder()
        self.body = ''

    def drop(self):
        """Forget what was read."""
        self.buffer = ''
        self.position = 0
        self.restart()

    def is_done(self):
        return self.state == DONE

    def body_to_come(self):
        """The size of the body as far as it is known, with what has come."""
        return self.body_size + self.left

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
        elif self.is_strict or self.state > HEADERS:
            raise MessageError(BAD_REQUEST, 'line feed without carriage return')
        assert stop >= start
        line = self.buffer[start:stop]
        if line.find('\r') >= 0:
            raise MessageError(BAD_REQUEST, 'carriage return without line feed')
        return line

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
        elif line != '':
            self.trailer_line(line)
        else:
            self.finish()

    def header_line(self, line):
        name, value = parse_field(line)
        self.headers.add(name, value)

    def trailer_line(self, line):
        """Fields behind the chunks are checked and dropped."""
        name, _ = parse_field(line)
        if name in NO_TRAILERS:
            raise MessageError(BAD_REQUEST, 'invalid trailer')

    def begin_sized(self, size):
        self.check_size(size)
        self.left = size
        self.state = SIZED

    def begin_chunk(self, line):
        stop = 0
        size = 0
        while stop < len(line) and digit_value(line[stop]) >= 0:
            if stop < MOST_SIZE_DIGITS - 1:
                size = size * 16 + digit_value(line[stop])
            stop += 1
        if stop == 0 or stop >= MOST_SIZE_DIGITS or not are_extensions(line, stop):
            raise MessageError(BAD_REQUEST, 'chunk length cannot be read')
        self.extension_size += len(line) - stop
        if self.extension_size > MOST_EXTENSIONS:
            raise MessageError(BAD_REQUEST, 'too many chunk extensions')
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
                if length >= 0 and (self.is_strict or one != length):
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


def parse_field(line):
    """-> (lower-case name, value).  Raises MessageError."""
    colon = line.find(':')
    if colon < 0 or not is_token(line[:colon]):
        raise MessageError(BAD_REQUEST, 'invalid header name')
    value = line[colon + 1:].strip(' \t')
    if not is_field_value(value):
        raise MessageError(BAD_REQUEST, 'invalid header value')
    return line[:colon].lower(), value


def are_extensions(line, position):
    """Whether what follows the size of a chunk is a list of extensions (RFC 9112,
    7.1.1): `` ; name = value``, where the value is a token or quoted."""
    while position < len(line):
        position = skip_blanks(line, position)
        if position == len(line) or line[position] != ';':
            return False
        start = skip_blanks(line, position + 1)
        position = skip_token(line, start)
        if position == start:
            return False
        equals = skip_blanks(line, position)
        if equals < len(line) and line[equals] == '=':
            start = skip_blanks(line, equals + 1)
            if start < len(line) and line[start] == '"':
                position = skip_quoted(line, start)
            else:
                position = skip_token(line, start)
            if position == start:
                return False
    return True


def skip_blanks(line, position):
    while position < len(line) and (line[position] == ' ' or line[position] == '\t'):
        position += 1
    return position


def skip_token(line, position):
    while position < len(line) and is_token_char(line[position]):
        position += 1
    return position


def skip_quoted(line, start):
    """-> where a quoted text ends, or ``start`` if it does not."""
    position = start + 1
    while position < len(line) and line[position] != '"':
        if line[position] == '\\':
            position += 1
        if position == len(line) or line[position] < ' ' and line[position] != '\t':
            return start
        position += 1
    if position >= len(line):
        return start
    return position + 1


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
    """``method``, ``target``, ``parts`` of it and ``minor_version`` after the first
    line."""

    is_strict = True

    def restart(self):
        MessageReader.restart(self)
        self.method = ''
        self.target = ''
        self.parts = NO_TARGET
        self.minor_version = 1

    def start_line(self, line):
        words = line.split(' ')
        if len(words) != 3 or not is_token(words[0]) or words[1] == '':
            raise MessageError(BAD_REQUEST, 'invalid request line')
        if words[2] != 'HTTP/1.1' and words[2] != 'HTTP/1.0':
            if words[2].startswith('HTTP/'):
                raise MessageError(UNKNOWN_VERSION, 'unknown HTTP version')
            raise MessageError(BAD_REQUEST, 'invalid request line')
        if words[0] == 'CONNECT':
            raise MessageError(NOT_IMPLEMENTED, 'no tunnels')
        parts = request_target.parse(words[0], words[1])
        if parts is None:
            raise MessageError(BAD_REQUEST, 'invalid request target')
        self.method = words[0]
        self.target = words[1]
        self.parts = parts
        if words[2] == 'HTTP/1.0':
            self.minor_version = 0

    def begin_body(self):
        self.check_host()
        length = self.stated_length()
        if self.is_chunked():
            if length >= 0 or self.minor_version == 0:
                raise MessageError(BAD_REQUEST, 'invalid transfer-encoding')
            self.state = CHUNK_SIZE
        elif length > 0:
            self.begin_sized(length)
        else:
            self.finish()

    def check_host(self):
        """One host, and the one of a target that names it."""
        headers = self.headers
        hosts = 0
        for i in range(len(headers.names)):
            if headers.names[i] == 'host':
                hosts += 1
                if not request_target.is_host(headers.values[i]):
                    raise MessageError(BAD_REQUEST, 'invalid host header')
                if self.parts.authority != '':
                    headers.values[i] = self.parts.authority
        if hosts > 1 or hosts == 0 and self.minor_version == 1:
            raise MessageError(BAD_REQUEST, 'invalid host header')

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
        return self.parts.path

    def query(self):
        return self.parts.query


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
