"""The part of TOML that a package manifest needs: its dependencies.

The whole text is read by the rules of TOML, but only string values below
``[dependencies]`` are kept.
"""

from rpython.rlib.rstring import StringBuilder

from interpreter.source import errors

MAX_DEPTH = 64


class TomlError(Exception):
    def __init__(self, detail):
        self.detail = detail


class Dependency(object):
    """One entry; absent keys are ''."""

    def __init__(self, name):
        self.name = name
        self.path = ''
        self.git = ''
        self.registry = ''
        self.version = ''
        self.branch = ''
        self.tag = ''
        self.rev = ''
        self.has_path = False

    def set(self, key, value):
        if key == 'path':
            self.path = value
            self.has_path = True
        elif key == 'git':
            self.git = value
        elif key == 'registry':
            self.registry = value
        elif key == 'version':
            self.version = value
        elif key == 'branch':
            self.branch = value
        elif key == 'tag':
            self.tag = value
        elif key == 'rev':
            self.rev = value

    def is_known_form(self):
        return self.has_path or self.git != '' or (
            self.registry != '' and self.version != '')


def dependencies(text):
    """The Dependency entries of a manifest; raises TomlError."""
    reader = _Reader(text)
    reader.run()
    for dependency in reader.found:
        if not dependency.is_known_form():
            raise TomlError("dependency `%s` needs `path`, `git`, or "
                            "`registry` and `version`" % dependency.name)
    return reader.found


def _is_bare(char):
    return ('a' <= char <= 'z' or 'A' <= char <= 'Z' or '0' <= char <= '9' or
            char == '_' or char == '-')


class _Reader(object):
    def __init__(self, text):
        self.text = text
        self.position = 0
        self.depth = 0
        self.found = []

    def error(self, message):
        line, column = errors.position(self.text, self.position)
        return TomlError("%s at line %d, column %d" % (message, line, column))

    def run(self):
        table = []
        while True:
            self._skip(True)
            if self.position >= len(self.text):
                return
            if self._peek() == '[':
                table = self._header()
            else:
                self._pair(table)
            self._end_of_line()

    def _peek(self):
        if self.position < len(self.text):
            return self.text[self.position]
        return '\x00'

    def _sees(self, word):
        text = self.text
        for i in range(len(word)):
            j = self.position + i
            if j >= len(text) or text[j] != word[i]:
                return False
        return True

    def _expect(self, char):
        if self._peek() != char:
            raise self.error("expected `%s`" % char)
        self.position += 1

    def _skip(self, newlines):
        """Blanks and comments, and newlines if wanted."""
        text = self.text
        while self.position < len(text):
            char = text[self.position]
            if char == '#':
                while (self.position < len(text) and
                       text[self.position] != '\n'):
                    self.position += 1
            elif (char == ' ' or char == '\t' or char == '\r' or
                  (char == '\n' and newlines)):
                self.position += 1
            else:
                return

    def _end_of_line(self):
        self._skip(False)
        if self.position < len(self.text) and self._peek() != '\n':
            raise self.error("expected end of line")

    def _header(self):
        self._expect('[')
        double = self._peek() == '['
        if double:
            self._expect('[')
        keys = self._keys()
        self._expect(']')
        if double:
            self._expect(']')
        self._declare(keys)
        return keys

    def _keys(self):
        """A dotted key; stops behind the blanks that follow it."""
        keys = []
        while True:
            self._skip(False)
            keys.append(self._key())
            self._skip(False)
            if self._peek() != '.':
                return keys
            self.position += 1

    def _key(self):
        char = self._peek()
        if char == '"' or char == "'":
            return self._string()
        start = self.position
        while self.position < len(self.text) and _is_bare(self._peek()):
            self.position += 1
        if self.position == start:
            raise self.error("expected a key")
        assert start >= 0
        return self.text[start:self.position]

    def _pair(self, table):
        keys = table + self._keys()
        self._expect('=')
        self._skip(False)
        self._value(keys)

    def _value(self, keys):
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.error("values nest too deeply")
        char = self._peek()
        if char == '{':
            self._declare(keys)
            self._inline_table(keys)
        elif char == '[':
            self._array(keys)
        elif char == '"' or char == "'":
            self._record(keys, self._string())
        else:
            self._scalar()
            self._record(keys, '')
        self.depth -= 1

    def _inline_table(self, keys):
        self._expect('{')
        self._skip(True)
        while self._peek() != '}':
            self._pair(keys)
            self._skip(True)
            if self._peek() != '}':
                self._expect(',')
                self._skip(True)
        self._expect('}')

    def _array(self, keys):
        self._expect('[')
        self._skip(True)
        inner = keys + ['[]']
        while self._peek() != ']':
            self._value(inner)
            self._skip(True)
            if self._peek() != ']':
                self._expect(',')
                self._skip(True)
        self._expect(']')

    def _scalar(self):
        """A number, boolean or date: anything without punctuation."""
        start = self.position
        while self.position < len(self.text):
            char = self._peek()
            if (char == ',' or char == ']' or char == '}' or char == '\n' or
                    char == '#'):
                break
            self.position += 1
        if self.position == start:
            raise self.error("expected a value")

    def _string(self):
        quote = self._peek()
        closing = quote
        if self._sees(quote + quote + quote):
            closing = quote + quote + quote
        self.position += len(closing)
        builder = StringBuilder()
        while not self._sees(closing):
            if self.position >= len(self.text):
                raise self.error("unterminated string")
            char = self._peek()
            self.position += 1
            if char == '\n' and len(closing) == 1:
                raise self.error("unterminated string")
            if char == '\\' and quote == '"':
                builder.append(self._escape())
            else:
                builder.append(char)
        self.position += len(closing)
        return builder.build()

    def _escape(self):
        char = self._peek()
        self.position += 1
        if char == 'n':
            return '\n'
        if char == 't':
            return '\t'
        if char == 'r':
            return '\r'
        if char == '"' or char == '\\':
            return char
        raise self.error("unsupported escape")

    # Results

    def _declare(self, keys):
        if len(keys) >= 2 and keys[0] == 'dependencies':
            self._dependency(keys[1])

    def _dependency(self, name):
        for dependency in self.found:
            if dependency.name == name:
                return dependency
        dependency = Dependency(name)
        self.found.append(dependency)
        return dependency

    def _record(self, keys, value):
        if len(keys) >= 2 and keys[0] == 'dependencies':
            dependency = self._dependency(keys[1])
            if len(keys) == 3:
                dependency.set(keys[2], value)
