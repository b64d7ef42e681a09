"""Pattern text to a syntax tree."""

from rpython.rlib.rstring import StringBuilder

from interpreter.stdlib import utf8
from interpreter.stdlib.regexp import charset
from interpreter.stdlib.regexp.charset import (
    Combination, Complement, Range, Union)
from interpreter.texts import unicode


MAX_NESTING = 250
MAX_COUNT = (1 << 32) - 1
UNLIMITED = -1


class Node(object):
    """An expression."""


class Empty(Node):
    pass


class One(Node):
    """One code point of a set."""

    def __init__(self, chars):
        self.chars = chars


class Literal(Node):
    """One given code point."""

    def __init__(self, code):
        self.code = code


TEXT_START = 0
TEXT_END = 1
LINE_START = 2
LINE_END = 3
WORD_EDGE = 4
NOT_WORD_EDGE = 5
WORD_START = 6
WORD_END = 7
CRLF_START = 8
CRLF_END = 9
WORD_START_HALF = 10
WORD_END_HALF = 11
# What an assertion of words is without Unicode: this much more.
ASCII_ONLY = 16

WORD_ASSERTIONS = {
    'start': WORD_START, 'end': WORD_END,
    'start-half': WORD_START_HALF, 'end-half': WORD_END_HALF,
}


class Assertion(Node):
    def __init__(self, kind):
        self.kind = kind


class Sequence(Node):
    def __init__(self, parts):
        self.parts = parts


class Choice(Node):
    def __init__(self, parts):
        self.parts = parts


class Group(Node):
    """A capturing group; numbers start at 1."""

    def __init__(self, number, inner):
        self.number = number
        self.inner = inner


class Repeat(Node):
    def __init__(self, inner, least, most, greedy):
        self.inner = inner
        self.least = least
        self.most = most
        self.greedy = greedy


class PatternError(Exception):
    """``start`` and ``stop`` are positions in code points; so are those of an
    earlier part that has to do with the error, -1 without one."""

    def __init__(self, reason, start, stop, first_start=-1, first_stop=-1):
        self.reason = reason
        self.start = start
        self.stop = stop
        self.first_start = first_start
        self.first_stop = first_stop

    def message(self, pattern):
        """The text with the pattern and carets under the wrong part."""
        lines = pattern.split('\n')
        if len(lines) == 1:
            return 'regex parse error:\n    %s\n    %s\nerror: %s' % (
                pattern, self.carets(0), self.reason)
        builder = StringBuilder()
        builder.append('regex parse error:\n' + RULE)
        width = len(str(len(lines)))
        offset = 0
        for i in range(len(lines)):
            number = str(i + 1)
            builder.append(' ' * (width - len(number)))
            builder.append('%s: %s\n' % (number, lines[i]))
            length = utf8.count(lines[i])
            if offset <= self.start <= offset + length:
                builder.append(' ' * (width + 2))
                builder.append(self.carets(offset))
                builder.append('\n')
            offset += length + 1
        builder.append(RULE)
        builder.append('error: ' + self.reason)
        return builder.build()

    def carets(self, offset):
        """The marks below a line that starts at ``offset``."""
        text = ''
        position = offset
        if self.first_start >= offset:
            text = ' ' * (self.first_start - offset)
            text += '^' * max(1, self.first_stop - self.first_start)
            position += len(text)
        return (text + ' ' * max(0, self.start - position)
                + '^' * max(1, self.stop - self.start))


RULE = '~' * 79 + '\n'


class Flags(object):
    """The modes at one place of a pattern."""

    def __init__(self):
        self.fold = False
        self.multi_line = False
        self.dot_all = False
        self.swap_greed = False
        self.verbose = False
        self.unicode = True
        self.crlf = False

    def copy(self):
        other = Flags()
        other.fold = self.fold
        other.multi_line = self.multi_line
        other.dot_all = self.dot_all
        other.swap_greed = self.swap_greed
        other.verbose = self.verbose
        other.unicode = self.unicode
        other.crlf = self.crlf
        return other

    def set(self, letter, on):
        """Whether the letter names a flag."""
        if letter == ord('i'):
            self.fold = on
        elif letter == ord('m'):
            self.multi_line = on
        elif letter == ord('s'):
            self.dot_all = on
        elif letter == ord('U'):
            self.swap_greed = on
        elif letter == ord('x'):
            self.verbose = on
        elif letter == ord('u'):
            self.unicode = on
        elif letter == ord('R'):
            self.crlf = on
        else:
            return False
        return True


END = -1
META = '\\.+*?()|[]{}^$#&-~/<>!"%\',:;=@_` '
LETTER_ESCAPES = {
    'a': 7, 'f': 12, 't': 9, 'n': 10, 'r': 13, 'v': 11,
}


CUT_SHORT = ('incomplete escape sequence, reached end of pattern '
             'prematurely')


class Parser(object):
    """Reads one pattern.  ``tree`` is the result of :meth:`parse`, which
    raises PatternError; ``names`` has the group names, '' for none, by
    number."""

    def __init__(self, pattern):
        codes = []
        i = 0
        while i < len(pattern):
            codes.append(utf8.code_at(pattern, i))
            i += utf8.width_of(ord(pattern[i]))
        self.codes = codes
        self.position = 0
        self.flags = Flags()
        self.names = ['']
        self.name_starts = [0]
        self.depth = 0
        self.misused = None         # the first error of what is well-formed

    def parse(self):
        tree = self.choice()
        if self.peek() == ord(')'):
            raise PatternError('unopened group', self.position,
                               self.position + 1)
        if self.misused is not None:
            raise self.misused
        return tree

    def misuse(self, error):
        """Keep an error that counts only if the rest of the pattern is
        well-formed."""
        if self.misused is None:
            self.misused = error

    # Characters.

    def peek(self):
        return self.peek_at(0)

    def peek_at(self, distance):
        i = self.position + distance
        if i < len(self.codes):
            return self.codes[i]
        return END

    def take(self, char):
        """Go over a character if it is the next one."""
        if self.peek() == ord(char):
            self.position += 1
            return True
        return False

    def skip_space(self):
        """Go over white space and comments in the verbose mode."""
        if not self.flags.verbose:
            return
        while self.peek() != END:
            if utf8.is_white_space(self.peek()):
                self.position += 1
            elif self.peek() == ord('#'):
                while self.peek() != END and self.peek() != 10:
                    self.position += 1
            else:
                return

    def error(self, reason, start):
        return PatternError(reason, start, self.position)

    # Expressions.

    def choice(self):
        branches = [self.sequence()]
        while self.take('|'):
            branches.append(self.sequence())
        if len(branches) == 1:
            return branches[0]
        return Choice(branches)

    def sequence(self):
        parts = []
        while True:
            self.skip_space()
            code = self.peek()
            if code == END or code == ord('|') or code == ord(')'):
                break
            if is_repetition(code):
                if len(parts) == 0 or isinstance(parts[len(parts) - 1],
                                                 Empty):
                    raise PatternError(
                        'repetition operator missing expression',
                        self.position, self.position + 1)
                parts.append(self.repetition(parts.pop()))
            else:
                parts.append(self.atom())
        if len(parts) == 1:
            return parts[0]
        return Sequence(parts)

    def repetition(self, inner):
        start = self.position
        code = self.codes[self.position]
        self.position += 1
        least = 0
        most = UNLIMITED
        if code == ord('+'):
            least = 1
        elif code == ord('?'):
            most = 1
        elif code == ord('{'):
            least, most = self.counts(start)
        greedy = not self.take('?')
        if self.flags.swap_greed:
            greedy = not greedy
        return Repeat(inner, least, most, greedy)

    def counts(self, start):
        least = self.count(start)
        most = least
        if self.take(','):
            self.skip_space()
            if self.peek() == ord('}'):
                most = UNLIMITED
            else:
                most = self.count(start)
        self.skip_space()
        if not self.take('}'):
            raise self.error('unclosed counted repetition', start)
        if most != UNLIMITED and least > most:
            raise self.error('invalid repetition count range, '
                             'the start must be <= the end', start)
        return least, most

    def count(self, start):
        self.skip_space()
        first = self.position
        value = 0
        while 0x30 <= self.peek() <= 0x39:
            value = min(value * 10 + self.peek() - 0x30, MAX_COUNT + 1)
            self.position += 1
        if value > MAX_COUNT:
            raise self.error('decimal literal invalid', first)
        if self.position == first:
            if self.peek() == ord(',') and self.peek_at(1) == END:
                self.position += 1
            if self.peek() == END:
                raise self.error('unclosed counted repetition', start)
            raise PatternError(
                'repetition quantifier expects a valid decimal', first,
                first)
        self.skip_space()
        return value

    def atom(self):
        start = self.position
        code = self.codes[start]
        self.position += 1
        if code == ord('('):
            return self.group(start)
        if code == ord('['):
            self.enter(start)
            chars = self.bracket(start)
            self.depth -= 1
            return One(chars)
        if code == ord('\\'):
            return self.escape(start)
        if code == ord('.'):
            self.refuse_bytes(start)
            if self.flags.dot_all:
                return One(charset.ANY)
            if self.flags.crlf:
                return One(charset.ANY_BUT_LINE_END)
            return One(charset.ANY_BUT_NEWLINE)
        if code == ord('^'):
            if not self.flags.multi_line:
                return Assertion(TEXT_START)
            if self.flags.crlf:
                return Assertion(CRLF_START)
            return Assertion(LINE_START)
        if code == ord('$'):
            if not self.flags.multi_line:
                return Assertion(TEXT_END)
            if self.flags.crlf:
                return Assertion(CRLF_END)
            return Assertion(LINE_END)
        return self.literal(code)

    def literal(self, code):
        if not self.flags.fold:
            return Literal(code)
        return One(self.folded(Range(code, code)))

    def refuse_bytes(self, start):
        """Without Unicode, this would match a part of a code point."""
        if not self.flags.unicode:
            self.misuse(self.error('pattern can match invalid UTF-8', start))

    def folded(self, chars):
        """A set as it counts under the flags.  To be used before the set is
        negated or combined with another."""
        if not self.flags.fold:
            return chars
        if not self.flags.unicode:
            return charset.FoldedAscii(chars)
        return charset.Folded(chars)

    def enter(self, start):
        self.depth += 1
        if self.depth > MAX_NESTING:
            raise PatternError(
                'exceeded the maximum number of nested parentheses/brackets '
                '(%d)' % MAX_NESTING, start, start + 1)

    # Groups.

    def group(self, start):
        self.enter(start)
        saved = self.flags
        self.flags = saved.copy()
        number = 0
        self.skip_space()
        if self.peek() == ord('?'):
            self.refuse_look_around(start)
            self.position += 1
            if self.take('P'):
                if not self.take('<'):
                    raise self.error('unrecognized flag', self.position - 1)
                number = self.named_group()
            elif self.take('<'):
                number = self.named_group()
            elif self.peek() == END:
                raise PatternError('unclosed group', start, start + 1)
            elif not self.group_flags():
                # (?flags) holds until the surrounding group ends.
                self.depth -= 1
                return Empty()
        else:
            number = len(self.names)
            self.names.append('')
            self.name_starts.append(0)
        inner = self.choice()
        if not self.take(')'):
            raise PatternError('unclosed group', start, start + 1)
        self.flags = saved
        self.depth -= 1
        if number > 0:
            return Group(number, inner)
        return Sequence([inner])

    def refuse_look_around(self, start):
        width = 0
        next = self.peek_at(1)
        if next == ord('=') or next == ord('!'):
            width = 2
        elif next == ord('<') and (self.peek_at(2) == ord('=')
                                   or self.peek_at(2) == ord('!')):
            width = 3
        if width > 0:
            self.position += width
            raise self.error('look-around, including look-ahead and '
                             'look-behind, is not supported', start)

    def named_group(self):
        start = self.position
        text = ''
        while self.peek() != ord('>'):
            code = self.peek()
            if code == END:
                raise self.error('unclosed capture group name',
                                 self.position)
            if not is_name_char(code, text == ''):
                raise PatternError('invalid capture group character',
                                   self.position, self.position + 1)
            text += utf8.encode(code)
            self.position += 1
        if text == '':
            raise PatternError('empty capture group name', start, start)
        for i in range(len(self.names)):
            if self.names[i] == text:
                first = self.name_starts[i]
                raise PatternError(
                    'duplicate capture group name', start, self.position,
                    first, first + self.position - start)
        self.position += 1
        self.names.append(text)
        self.name_starts.append(start)
        return len(self.names) - 1

    def group_flags(self):
        """Read flags up to ``:`` or ``)``; whether a group follows."""
        on = True
        negation = 0
        first = self.position
        while True:
            code = self.peek()
            if code == END:
                raise self.error('expected flag but got end of regex',
                                 self.position)
            self.position += 1
            if code == ord(':') or code == ord(')'):
                if not on and self.codes[self.position - 2] == ord('-'):
                    raise PatternError('dangling flag negation operator',
                                       self.position - 2, self.position - 1)
                if code == ord(')') and self.position == first + 1:
                    raise PatternError(
                        'repetition operator missing expression', first - 1,
                        first)
                return code == ord(':')
            here = self.position - 1
            if code == ord('-'):
                if not on:
                    raise PatternError('flag negation operator repeated', here,
                                       here + 1, negation, negation + 1)
                on = False
                negation = here
            elif not self.flags.set(code, on):
                raise self.error('unrecognized flag', here)
            for i in range(first, here):
                if self.codes[i] == code:
                    raise PatternError('duplicate flag', here, here + 1, i,
                                       i + 1)

    # Escapes.

    def escape(self, start):
        code = self.peek()
        if code == END:
            raise self.error(CUT_SHORT, start)
        if code < 0x80:
            char = chr(code)
            if char == 'b' or char == 'B' or char == 'A' or char == 'z':
                self.position += 1
                if char == 'b' and self.opens_word_assertion():
                    return self.word_assertion(start)
                return self.assertion(char)
            if char == '<' or char == '>':
                self.position += 1
                if char == '<':
                    return self.of_words(WORD_START)
                return self.of_words(WORD_END)
        chars = self.class_escape(start)
        if chars is not None:
            return One(chars)
        code = self.char_escape(start)
        if code >= 0x80 and self.names_byte(start):
            self.refuse_bytes(start)
        return self.literal(code)

    def opens_word_assertion(self):
        """Whether ``{`` and no number follow."""
        if self.peek() != ord('{'):
            return False
        next = self.peek_at(1)
        return next == END or is_assertion_char(next)

    def word_assertion(self, start):
        """The rest of ``\\b{start}`` and its kind, from the brace."""
        brace = self.position
        if self.peek_at(1) == END:
            self.position += 1
            raise self.error(
                'found either the beginning of a special word boundary or a '
                'bounded repetition on a \\b with an opening brace, but no '
                'closing brace', start)
        self.position += 1
        name = ''
        while is_assertion_char(self.peek()):
            name += chr(self.peek())
            self.position += 1
        if not self.take('}'):
            raise self.error('special word boundary assertion is either '
                             'unclosed or contains an invalid character',
                             brace)
        kind = WORD_ASSERTIONS.get(name, -1)
        if kind < 0:
            raise PatternError(
                'unrecognized special word boundary assertion, valid choices '
                'are: start, end, start-half or end-half', brace + 1,
                self.position - 1)
        return self.of_words(kind)

    def of_words(self, kind):
        if not self.flags.unicode:
            kind += ASCII_ONLY
        return Assertion(kind)

    def assertion(self, char):
        if char == 'A':
            return Assertion(TEXT_START)
        if char == 'z':
            return Assertion(TEXT_END)
        if char == 'b':
            return self.of_words(WORD_EDGE)
        return self.of_words(NOT_WORD_EDGE)

    def class_escape(self, start):
        """The set that an escape like ``\\d`` stands for; None if the next
        character opens no such escape."""
        code = self.peek()
        if code == END or code >= 0x80:
            return None
        char = chr(code)
        chars = None
        if char == 'd' or char == 'D':
            chars = charset.DIGIT
            if not self.flags.unicode:
                chars = charset.ASCII_DIGIT
        elif char == 's' or char == 'S':
            chars = charset.SPACE
            if not self.flags.unicode:
                chars = charset.ASCII_SPACE
        elif char == 'w' or char == 'W':
            chars = charset.WORD
            if not self.flags.unicode:
                chars = charset.ASCII_WORD
        elif char == 'p' or char == 'P':
            self.position += 1
            chars = self.property(start)
            self.position -= 1
        if chars is None:
            return None
        self.position += 1
        if 'A' <= char <= 'Z':
            self.refuse_bytes(start)
            return Complement(chars)
        return chars

    def property(self, start):
        if self.peek() == END:
            raise self.error(CUT_SHORT, self.position)
        name = ''
        if self.take('{'):
            while self.peek() != ord('}'):
                if self.peek() == END:
                    raise self.error(CUT_SHORT, self.position)
                name += utf8.encode(self.peek())
                self.position += 1
        else:
            name = utf8.encode(self.peek())
        self.position += 1
        if not self.flags.unicode:
            self.misuse(self.error('Unicode not allowed here', start))
        try:
            return self.folded_property(name)
        except charset.PropertyError as e:
            self.misuse(self.error(e.reason, start))
            return charset.ANY

    def folded_property(self, text):
        """The set of ``name``, ``name=value``, ``name:value`` or
        ``name!=value``.  Raises PropertyError."""
        stop = text.find('!=')
        if stop >= 0:
            return Complement(self.folded(charset.property_with_value(
                text[:stop], text[stop + 2:])))
        stop = text.find(':')
        if stop < 0:
            stop = text.find('=')
        if stop >= 0:
            return self.folded(charset.property_with_value(
                text[:stop], text[stop + 1:]))
        return self.folded(charset.property_named(text))

    def char_escape(self, start):
        """The code point of an escape."""
        code = self.peek()
        if code == END:
            raise self.error(CUT_SHORT, start)
        self.position += 1
        if code < 0x80:
            char = chr(code)
            if char in LETTER_ESCAPES:
                return LETTER_ESCAPES[char]
            if char == 'x':
                return self.hexadecimal(2)
            if char == 'u':
                return self.hexadecimal(4)
            if char == 'U':
                return self.hexadecimal(8)
            if META.find(char) >= 0:
                return code
            if '0' <= char <= '9':
                raise self.error('backreferences are not supported', start)
        raise self.error('unrecognized escape sequence', start)

    def names_byte(self, start):
        """Whether the escape at ``start`` has two digits without braces, which is a byte
        where Unicode is off."""
        return self.codes[start + 1] == ord('x') and self.codes[start + 2] != ord('{')

    def hexadecimal(self, width):
        """The digits of an escape, in braces or ``width`` of them."""
        brace = self.position
        value = 0
        if self.take('{'):
            first = self.position
            while self.peek() != ord('}'):
                value = self.hex_digit(value, brace)
            stop = self.position
            self.position += 1
            if stop == first:
                raise self.error('hexadecimal literal empty', brace)
        else:
            first = brace
            for i in range(width):
                value = self.hex_digit(value, self.position)
            stop = self.position
        if value > charset.MAX_CODE or 0xD800 <= value <= 0xDFFF:
            raise PatternError('hexadecimal literal is not a Unicode scalar '
                               'value', first, stop)
        return value

    def hex_digit(self, value, start):
        """``start`` is where a pattern that ends here is wrong."""
        code = self.peek()
        if code == END:
            raise self.error(CUT_SHORT, start)
        self.position += 1
        if 0x30 <= code <= 0x39:
            digit = code - 0x30
        elif 0x61 <= code <= 0x66:
            digit = code - 0x61 + 10
        elif 0x41 <= code <= 0x46:
            digit = code - 0x41 + 10
        else:
            raise self.error('invalid hexadecimal digit', self.position - 1)
        return min(value * 16 + digit, charset.MAX_CODE + 1)

    # Bracketed classes.

    def bracket(self, start):
        """A class after its ``[``, up to and with its ``]``."""
        self.skip_space()
        negated = self.take('^')
        parts = []
        self.skip_space()
        while self.peek() == ord('-'):
            parts.append(single('-'))
            self.position += 1
            self.skip_space()
            if self.peek() == END:
                raise self.unclosed(start, start + 1)
        if len(parts) == 0 and self.take(']'):
            parts.append(single(']'))
            self.skip_space()
        chars = self.folded(self.class_items(parts, start, self.position))
        if negated:
            self.refuse_bytes(start)
            chars = Complement(chars)
        return chars

    def unclosed(self, start, stop):
        return PatternError('unclosed character class', start, stop)

    def class_items(self, parts, start, stop):
        """The set of what follows the opening of a class, which is from ``start`` to
        ``stop``."""
        left = None
        operation = ''
        while True:
            self.skip_space()
            code = self.peek()
            if code == END:
                raise self.unclosed(start, stop)
            if code == ord(']'):
                self.position += 1
                return self.combined(operation, left, Union(parts))
            next = self.class_operation()
            if next != '':
                left = self.combined(operation, left, Union(parts))
                operation = next
                parts = []
                self.position += 2
            elif code == ord('['):
                parts.append(self.nested_class())
            else:
                parts.append(self.class_range(start, stop))

    def combined(self, operation, left, right):
        if left is None:
            return right
        return Combination(operation, self.folded(left), self.folded(right))

    def class_operation(self):
        code = self.peek()
        if code != self.peek_at(1):
            return ''
        if code == ord('&'):
            return charset.INTERSECTION
        if code == ord('-'):
            return charset.DIFFERENCE
        if code == ord('~'):
            return charset.SYMMETRIC_DIFFERENCE
        return ''

    def nested_class(self):
        start = self.position
        self.position += 1
        if self.peek() == ord(':'):
            chars = self.posix_class(start)
            if chars is not None:
                return chars
        self.enter(start)
        chars = self.bracket(start)
        self.depth -= 1
        return chars

    def posix_class(self, start):
        """The set ``[:name:]`` at ``start``; None, and nothing read, for anything else."""
        saved = self.position
        self.position += 1
        negated = self.take('^')
        name = ''
        while 0x61 <= self.peek() <= 0x7A:
            name += chr(self.peek())
            self.position += 1
        chars = charset.POSIX.get(name, None)
        if chars is None or not (self.take(':') and self.take(']')):
            self.position = saved
            return None
        chars = self.folded(chars)
        if negated:
            self.refuse_bytes(start)
            return Complement(chars)
        return chars

    def class_range(self, start, stop):
        first = self.position
        if self.take('\\'):
            chars = self.class_escape(first)
            if chars is not None:
                if self.peek() == ord('-') and self.peek_at(1) != END and (
                        self.peek_at(1) != ord(']')
                        and self.peek_at(1) != ord('-')):
                    raise self.error('invalid range boundary, must be a '
                                     'literal', first)
                return chars
            self.refuse_assertion(first)
            low = self.class_char_escape(first)
        else:
            low = self.class_literal()
        self.skip_space()
        next = self.peek_at(1)
        if self.peek() != ord('-') or next == ord(']') or next == ord('-'):
            return Range(low, low)
        self.position += 1
        self.skip_space()
        if self.peek() == END:
            raise self.unclosed(start, stop)
        if self.take('\\'):
            at = self.position - 1
            if self.class_escape(at) is not None:
                raise self.error('invalid range boundary, must be a literal',
                                 at)
            self.refuse_assertion(at)
            high = self.class_char_escape(at)
        else:
            high = self.class_literal()
        if low > high:
            raise self.error('invalid character class range, '
                             'the start must be <= the end', first)
        return Range(low, high)

    def class_literal(self):
        code = self.codes[self.position]
        self.position += 1
        if code >= 0x80 and not self.flags.unicode:
            self.misuse(self.error('Unicode not allowed here', self.position - 1))
        return code

    def class_char_escape(self, start):
        code = self.char_escape(start)
        if code >= 0x80 and not self.flags.unicode:
            if self.names_byte(start):
                self.refuse_bytes(start)
            else:
                self.misuse(self.error('Unicode not allowed here', start))
        return code

    def refuse_assertion(self, start):
        code = self.peek()
        if code != END and code < 0x80 and 'bBAz<>'.find(chr(code)) >= 0:
            self.position += 1
            raise self.error('invalid escape sequence found in character '
                             'class', start)


def single(char):
    return Range(ord(char), ord(char))


def is_repetition(code):
    return (code == ord('*') or code == ord('+') or code == ord('?')
            or code == ord('{'))


def is_assertion_char(code):
    return (0x41 <= code <= 0x5A or 0x61 <= code <= 0x7A
            or code == ord('-'))


def is_name_char(code, first):
    if code == ord('_'):
        return True
    if first:
        return unicode.ALPHABETIC.has(code)
    return (unicode.is_word(code) or code == ord('.') or code == ord('[')
            or code == ord(']'))
