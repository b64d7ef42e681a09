"""std.yaml, with the C library libyaml for the syntax."""

from rpython.rlib import jit
from rpython.rlib.rfloat import isfinite
from rpython.rlib.rstring import StringBuilder

from interpreter.effects import libyaml
from interpreter.effects.libyaml import YamlError
from interpreter.effects.shared_library import LibraryError
from interpreter.objects.floatfmt import yaml_float
from interpreter.objects.json import to_json
from interpreter.objects.json_reader import JsonError, decode_tags, from_plain_json
from interpreter.objects.list import ListBuilder, W_List
from interpreter.objects.numbers import (
    W_Bool, W_Float, W_Int, newbool, newfloat, w_unit)
from interpreter.objects.quote import debug_quoted
from interpreter.objects.record import W_Record
from interpreter.objects.text import W_Str, newstr
from interpreter.objects.variant import err_str, ok
from interpreter.stdlib import radix_integers
from interpreter.stdlib.args import to_str
from interpreter.stdlib.json_ import checked, checked_typed, strings
from interpreter.stdlib.registry import pure
from interpreter.stdlib.str_ import NotANumber, parse_float
from interpreter.stdlib.work import COUNTED, each

MAX_DEPTH = 128
JUMPS_PER_EVENT = 100
STANDARD_TAG = 'tag:yaml.org,2002:'


# Reading

class Document(object):
    """The events between the start and the end of one document, and where
    the anchors in it are.  ``error`` is what ended it early, or ''."""

    def __init__(self):
        self.events = []
        self.anchors = {}
        self.error = ''


def read_document(reader):
    """The first document.  An empty text has one without events."""
    document = Document()
    while True:
        try:
            event = reader.next()
        except YamlError as e:
            document.error = e.msg
            return document
        kind = event.kind
        if kind == libyaml.STREAM_END or kind == libyaml.DOCUMENT_END:
            return document
        if kind == libyaml.STREAM_START or kind == libyaml.DOCUMENT_START:
            continue
        if kind == libyaml.ALIAS and event.anchor not in document.anchors:
            document.error = 'unknown anchor' + place(event.mark)
            return document
        if kind == libyaml.ALIAS:
            # The same name may be given to another node later.
            event.target = document.anchors[event.anchor]
        elif event.anchor != '':
            document.anchors[event.anchor] = len(document.events)
        document.events.append(event)


def has_more(reader):
    """Whether anything but the end of the text follows a document."""
    try:
        return reader.next().kind != libyaml.STREAM_END
    except YamlError:
        return True


def place(mark):
    if mark.is_start():
        return ''
    return ' at ' + mark.text()


def located(path, mark, msg):
    """The error of the node that ``path`` leads to."""
    if path != '':
        msg = path + ': ' + msg
    return YamlError(msg + place(mark))


def inside(path, name):
    """The path of the value of a key."""
    if path == '':
        return name
    return path + '.' + name


class Builder(object):
    """Makes the value of a document's events.  Raises YamlError."""

    def __init__(self, document):
        self.events = document.events
        self.error = document.error
        self.position = 0
        self.jumps = 0

    def next(self):
        if self.position >= len(self.events):
            raise YamlError(self.error)
        event = self.events[self.position]
        self.position += 1
        return event

    def peek(self):
        if self.position >= len(self.events):
            raise YamlError(self.error)
        return self.events[self.position]

    def enter_alias(self, event):
        """Go to the node that an alias means; the place to return to."""
        self.jumps += 1
        if self.jumps > JUMPS_PER_EVENT * len(self.events):
            raise YamlError('repetition limit exceeded')
        position = self.position
        self.position = event.target
        return position

    def value(self, path, depth):
        event = self.next()
        if event.kind == libyaml.ALIAS:
            position = self.enter_alias(event)
            w_value = self.value(path, depth)
            self.position = position
            return w_value
        if event.tag != '' and event.tag[0] == '!':
            raise located(path, event.mark, 'invalid type: enum, expected any '
                          'valid JSON value')
        if event.kind == libyaml.SCALAR:
            return scalar_value(event, path)
        if depth == 0:
            raise YamlError('recursion limit exceeded' + place(event.mark))
        if event.kind == libyaml.SEQUENCE_START:
            return self.sequence(path, depth - 1)
        return self.mapping(path, depth - 1)

    def sequence(self, path, depth):
        items = ListBuilder()
        if path == '':
            path = '.'
        while self.peek().kind != libyaml.SEQUENCE_END:
            items.append(self.value('%s[%d]' % (path, items.length()), depth))
        self.next()
        return items.build()

    def mapping(self, path, depth):
        names = []
        values_w = []
        while self.peek().kind != libyaml.MAPPING_END:
            part = '?'
            if self.peek().kind == libyaml.SCALAR:
                part = self.peek().value
            names.append(self.key(path))
            values_w.append(self.value(inside(path, part), depth))
        self.next()
        return decode_tags(names, values_w)

    def key(self, path):
        event = self.next()
        if event.kind == libyaml.ALIAS:
            position = self.enter_alias(event)
            name = self.key(path)
            self.position = position
            return name
        if event.kind == libyaml.SCALAR:
            return event.value
        found = 'map'
        if event.kind == libyaml.SEQUENCE_START:
            found = 'sequence'
        raise located(path, event.mark,
                      'invalid type: %s, expected a string key' % found)


def scalar_value(event, path):
    text = event.value
    if event.tag.startswith(STANDARD_TAG):
        w_value = tagged_value(event.tag[len(STANDARD_TAG):], event, path)
        if w_value is not None:
            return w_value
    if event.tag != '' or not event.is_plain:
        return newstr(text)
    if text == '' or is_null(text):
        return w_unit
    if is_true(text) or is_false(text):
        return newbool(is_true(text))
    w_value = integer(text, event, path)
    if w_value is None and not has_leading_zeros(text):
        w_value = float_(text)
    if w_value is None:
        return newstr(text)
    return w_value


def tagged_value(name, event, path):
    """The value of a scalar with a standard tag, None if the tag says nothing
    about it."""
    text = event.value
    w_value = None
    if name == 'bool':
        expected = 'a boolean'
        if is_true(text) or is_false(text):
            w_value = newbool(is_true(text))
    elif name == 'int':
        expected = 'an integer'
        w_value = integer(text, event, path)
    elif name == 'float':
        expected = 'a float'
        w_value = float_(text)
    elif name == 'null':
        expected = 'null'
        if is_null(text):
            w_value = w_unit
    else:
        return None
    if w_value is None:
        raise located(path, event.mark, 'invalid value: string %s, expected %s'
                      % (debug_quoted(text), expected))
    return w_value


def is_null(text):
    return (text == 'null' or text == 'Null' or text == 'NULL'
            or text == '~')


def is_true(text):
    return text == 'true' or text == 'True' or text == 'TRUE'


def is_false(text):
    return text == 'false' or text == 'False' or text == 'FALSE'


def unsigned_start(text):
    """Where a text continues after an optional sign."""
    if len(text) > 0 and (text[0] == '+' or text[0] == '-'):
        return 1
    return 0


def has_leading_zeros(text):
    """Digits that start with 0 are a text, except ``0`` itself."""
    start = unsigned_start(text)
    if len(text) - start < 2 or text[start] != '0':
        return False
    for i in range(start, len(text)):
        if not '0' <= text[i] <= '9':
            return False
    return True


def integer(text, event, path):
    """An Int, or the nearest Float of a larger number; None for what is no
    integer.  Raises YamlError for what JSON has no number for."""
    start = unsigned_start(text)
    negative = start == 1 and text[0] == '-'
    radix = 10
    if start + 1 < len(text) and text[start] == '0':
        c = text[start + 1]
        if c == 'x':
            radix = 16
        elif c == 'o':
            radix = 8
        elif c == 'b':
            radix = 2
    if radix == 10:
        if has_leading_zeros(text):
            return None
    else:
        start += 2
    try:
        return radix_integers.integer(text, start, radix, negative)
    except radix_integers.NoInteger:
        return None
    except radix_integers.NoJsonNumber:
        raise located(path, event.mark, 'JSON number out of range')


def float_(text):
    """A Float, Unit for the names of infinities and of no number; None for
    what is neither."""
    name = text[unsigned_start(text):]
    if name == '.inf' or name == '.Inf' or name == '.INF':
        return w_unit
    if text == '.nan' or text == '.NaN' or text == '.NAN':
        return w_unit
    try:
        value = parse_float(text)
    except NotANumber:
        return None
    if not isfinite(value):
        return None
    return newfloat(value)


def read(text):
    """The value of a text.  Raises YamlError and LibraryError."""
    reader = libyaml.Reader(text)
    try:
        document = read_document(reader)
        if len(document.events) == 0 and document.error == '':
            return w_unit
        builder = Builder(document)
        w_value = builder.value('', MAX_DEPTH)
        if document.error != '':
            raise YamlError(document.error)
        if has_more(reader):
            raise YamlError('deserializing from YAML containing more than one '
                            'document is not supported')
        return w_value
    finally:
        reader.close()


@pure('yaml', 'parse', each(40, 0))
@jit.dont_look_inside
def parse(w_text):
    try:
        return ok(read(to_str(w_text)))
    except YamlError as e:
        return err_str(e.msg)
    except LibraryError as e:
        return err_str('yaml.parse: ' + e.msg)


@pure('yaml', 'parse_strict', each(40, 0))
@jit.dont_look_inside
def parse_strict(w_text, w_required):
    text = to_str(w_text)
    required = strings(w_required)
    try:
        w_value = read(text)
    except YamlError as e:
        return err_str(e.msg)
    except LibraryError as e:
        return err_str('yaml.parse_strict: ' + e.msg)
    return checked(w_value, required)


@pure('yaml', 'parse_strict_typed', each(40, 0))
@jit.dont_look_inside
def parse_strict_typed(w_text, w_required, w_schema):
    text = to_str(w_text)
    required = strings(w_required)
    try:
        w_value = read(text)
    except YamlError as e:
        return err_str(e.msg)
    except LibraryError as e:
        return err_str('yaml.parse: ' + e.msg)
    return checked_typed(w_value, required, w_schema)


# Writing

MIN_CAPACITY = 4096
CAPACITY_FACTOR = 4


@pure('yaml', 'stringify', COUNTED)
@jit.dont_look_inside
def stringify(w_value):
    text = to_json(w_value)
    try:
        w_plain = from_plain_json(text)
        return ok(newstr(written(w_plain, text)))
    except JsonError as e:
        return err_str('yaml.stringify: ' + e.msg)
    except YamlError as e:
        return err_str('yaml.stringify: ' + e.msg)
    except LibraryError as e:
        return err_str('yaml.stringify: ' + e.msg)


class StandIns(object):
    """Private characters that take the places of those beyond U+FFFF, which
    libyaml would write as escapes."""

    def __init__(self, text):
        """``text`` contains all private characters that are in use."""
        self.text = text
        self.last = FIRST_PRIVATE - 1
        self.by_character = {}
        self.characters = {}

    def stand_in(self, character):
        """The private character for a long one; the long one itself when
        there is none left."""
        if character not in self.by_character:
            found = character
            while self.last < LAST_PRIVATE and found == character:
                self.last += 1
                private = three_bytes(self.last)
                if self.text.find(private) < 0:
                    found = private
                    self.characters[private] = character
            self.by_character[character] = found
        return self.by_character[character]

    def shortened(self, text):
        """The text with stand-ins."""
        builder = StringBuilder()
        i = 0
        while i < len(text):
            if text[i] >= LONG_LEAD and i + 4 <= len(text):
                builder.append(self.stand_in(text[i:i + 4]))
                i += 4
            else:
                builder.append(text[i])
                i += 1
        return builder.build()

    def restored(self, text):
        """The text without stand-ins."""
        if len(self.characters) == 0:
            return text
        builder = StringBuilder()
        i = 0
        while i < len(text):
            if text[i] == PRIVATE_LEAD and i + 3 <= len(text):
                part = text[i:i + 3]
                builder.append(self.characters.get(part, part))
                i += 3
            else:
                builder.append(text[i])
                i += 1
        return builder.build()


def three_bytes(code):
    return (chr(0xe0 | code >> 12) + chr(0x80 | (code >> 6) & 0x3f)
            + chr(0x80 | code & 0x3f))


FIRST_PRIVATE = 0xe000
LAST_PRIVATE = 0xefff
PRIVATE_LEAD = '\xee'
LONG_LEAD = '\xf0'


def written(w_plain, json_text):
    """The text of a plain value: a record, list, text, number or Unit.
    ``json_text`` is its JSON form.  Raises YamlError and LibraryError."""
    capacity = MIN_CAPACITY + CAPACITY_FACTOR * len(json_text)
    stand_ins = StandIns(json_text)
    while True:
        writer = libyaml.Writer(capacity)
        try:
            writer.start()
            write(writer, stand_ins, w_plain)
            return stand_ins.restored(writer.finish())
        except libyaml.OutputFull:
            capacity *= CAPACITY_FACTOR
        finally:
            writer.close()


def write(writer, stand_ins, w_value):
    if isinstance(w_value, W_Record):
        names = w_value.shape.names
        writer.start_mapping()
        for i in range(len(names)):
            write_text(writer, stand_ins, names[i])
            write(writer, stand_ins, w_value.getvalue(i))
        writer.end_mapping()
    elif isinstance(w_value, W_List):
        writer.start_sequence()
        for i in range(w_value.length()):
            write(writer, stand_ins, w_value.getitem(i))
        writer.end_sequence()
    elif isinstance(w_value, W_Str):
        write_text(writer, stand_ins, w_value.utf8_w())
    else:
        writer.scalar(plain_text(w_value), libyaml.PLAIN_STYLE)


def plain_text(w_value):
    if isinstance(w_value, W_Bool):
        if w_value.boolval:
            return 'true'
        return 'false'
    if isinstance(w_value, W_Int):
        return str(w_value.intval)
    if isinstance(w_value, W_Float):
        return yaml_float(w_value.floatval)
    return 'null'


def write_text(writer, stand_ins, text):
    if text.find('\n') >= 0:
        style = libyaml.LITERAL_STYLE
    elif reads_as_text(text):
        style = libyaml.ANY_STYLE
    else:
        style = libyaml.SINGLE_QUOTED_STYLE
    writer.scalar(stand_ins.shortened(text), style)


def reads_as_text(text):
    """Whether a text without quotes would be read as a text."""
    if text == '' or is_null(text) or is_true(text) or is_false(text):
        return False
    if has_leading_zeros(text):
        return False
    event = libyaml.Event(libyaml.SCALAR, libyaml.Mark(0, 0))
    try:
        if integer(text, event, '') is not None:
            return False
    except YamlError:
        return False
    return float_(text) is None
