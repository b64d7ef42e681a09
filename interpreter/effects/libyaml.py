"""The C library libyaml: events of a text, and a text of events.

The declarations follow the library's version 0.2; no header is needed.
"""

from rpython.rlib import jit
from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter.effects.shared_library import SharedLibrary

LIBRARY = SharedLibrary('libyaml', ['libyaml-0.so.2', 'libyaml.so'])

STREAM_START = 1
STREAM_END = 2
DOCUMENT_START = 3
DOCUMENT_END = 4
ALIAS = 5
SCALAR = 6
SEQUENCE_START = 7
SEQUENCE_END = 8
MAPPING_START = 9
MAPPING_END = 10

ANY_STYLE = 0
PLAIN_STYLE = 1
SINGLE_QUOTED_STYLE = 2
LITERAL_STYLE = 4

UTF8_ENCODING = 1
WRITER_ERROR = 6
OPAQUE_SIZE = 2048

# yaml_event_t; the union holds three pointers and a scalar's length and style.
EVENT = lltype.Struct(
    'lex_yaml_event', ('type', rffi.INT),
    ('anchor', rffi.CCHARP), ('tag', rffi.CCHARP), ('value', rffi.CCHARP),
    ('length', rffi.SIZE_T), ('plain_implicit', rffi.INT),
    ('quoted_implicit', rffi.INT), ('style', rffi.INT),
    ('start_index', rffi.SIZE_T), ('start_line', rffi.SIZE_T),
    ('start_column', rffi.SIZE_T), ('end_index', rffi.SIZE_T),
    ('end_line', rffi.SIZE_T), ('end_column', rffi.SIZE_T))
EVENTP = lltype.Ptr(EVENT)

# The start of yaml_parser_t and yaml_emitter_t.
PARSER = lltype.Struct(
    'lex_yaml_parser', ('error', rffi.INT), ('problem', rffi.CCHARP),
    ('problem_offset', rffi.SIZE_T), ('problem_value', rffi.INT),
    ('index', rffi.SIZE_T), ('line', rffi.SIZE_T), ('column', rffi.SIZE_T),
    ('context', rffi.CCHARP), ('context_index', rffi.SIZE_T),
    ('context_line', rffi.SIZE_T), ('context_column', rffi.SIZE_T),
    ('rest', lltype.FixedSizeArray(lltype.Char, OPAQUE_SIZE)))
PARSERP = lltype.Ptr(PARSER)
SIZEP = rffi.CArrayPtr(rffi.SIZE_T)


def function(args, result):
    return lltype.Ptr(lltype.FuncType(args, result))


PARSER_INT = function([PARSERP], rffi.INT)
PARSER_VOID = function([PARSERP], lltype.Void)
PARSER_SET = function([PARSERP, rffi.INT], lltype.Void)
SET_INPUT = function([PARSERP, rffi.CCHARP, rffi.SIZE_T], lltype.Void)
SET_OUTPUT = function([PARSERP, rffi.CCHARP, rffi.SIZE_T, SIZEP],
                      lltype.Void)
PARSER_EVENT = function([PARSERP, EVENTP], rffi.INT)
EVENT_VOID = function([EVENTP], lltype.Void)
EVENT_INT = function([EVENTP], rffi.INT)
EVENT_SET = function([EVENTP, rffi.INT], rffi.INT)
DOCUMENT_EVENT = function([EVENTP, rffi.VOIDP, rffi.VOIDP, rffi.VOIDP,
                           rffi.INT], rffi.INT)
SCALAR_EVENT = function([EVENTP, rffi.CCHARP, rffi.CCHARP, rffi.CCHARP,
                         rffi.INT, rffi.INT, rffi.INT, rffi.INT], rffi.INT)
COLLECTION_EVENT = function([EVENTP, rffi.CCHARP, rffi.CCHARP, rffi.INT,
                             rffi.INT], rffi.INT)

NO_TEXT = lltype.nullptr(rffi.CCHARP.TO)
NO_POINTER = lltype.nullptr(rffi.VOIDP.TO)


class YamlError(Exception):
    def __init__(self, msg):
        self.msg = msg


class Mark(object):
    """A place in the text; both numbers count from 0."""

    def __init__(self, line, column):
        self.line = line
        self.column = column

    def is_start(self):
        return self.line == 0 and self.column == 0

    def text(self):
        return 'line %d column %d' % (self.line + 1, self.column + 1)


class Event(object):
    """``anchor``, ``tag`` and ``value`` are '' where they are absent.  The
    reader of a document sets an alias's ``target``."""

    def __init__(self, kind, mark):
        self.kind = kind
        self.mark = mark
        self.anchor = ''
        self.tag = ''
        self.value = ''
        self.is_plain = False
        self.target = 0


def text_or_empty(pointer):
    if pointer:
        return rffi.charp2str(pointer)
    return ''


class Reader(object):
    """The events of a text.  Creating one raises LibraryError; ``close`` it
    in the end."""

    @jit.dont_look_inside
    def __init__(self, text):
        self._parse = rffi.cast(PARSER_EVENT,
                                LIBRARY.address('yaml_parser_parse'))
        self._delete_event = rffi.cast(EVENT_VOID,
                                       LIBRARY.address('yaml_event_delete'))
        self._delete = rffi.cast(PARSER_VOID,
                                 LIBRARY.address('yaml_parser_delete'))
        initialize = rffi.cast(PARSER_INT,
                               LIBRARY.address('yaml_parser_initialize'))
        set_encoding = rffi.cast(PARSER_SET,
                                 LIBRARY.address('yaml_parser_set_encoding'))
        set_input = rffi.cast(SET_INPUT,
                              LIBRARY.address('yaml_parser_set_input_string'))
        self._input = rffi.str2charp(text)
        self._parser = lltype.malloc(PARSER, flavor='raw', zero=True)
        self._event = lltype.malloc(EVENT, flavor='raw', zero=True)
        initialize(self._parser)
        set_encoding(self._parser, rffi.cast(rffi.INT, UTF8_ENCODING))
        set_input(self._parser, self._input, rffi.cast(rffi.SIZE_T, len(text)))

    @jit.dont_look_inside
    def next(self):
        """The next Event.  Raises YamlError."""
        if rffi.cast(lltype.Signed, self._parser.error) != 0:
            raise self._error()
        if rffi.cast(lltype.Signed, self._parse(self._parser,
                                                self._event)) == 0:
            raise self._error()
        raw = self._event
        kind = rffi.cast(lltype.Signed, raw.type)
        event = Event(kind, Mark(rffi.cast(lltype.Signed, raw.start_line),
                                 rffi.cast(lltype.Signed,
                                           raw.start_column)))
        if (kind == ALIAS or kind == SCALAR or kind == SEQUENCE_START
                or kind == MAPPING_START):
            event.anchor = text_or_empty(raw.anchor)
        if kind == SCALAR or kind == SEQUENCE_START or kind == MAPPING_START:
            event.tag = text_or_empty(raw.tag)
        if kind == SCALAR:
            event.value = rffi.charpsize2str(
                raw.value, rffi.cast(lltype.Signed, raw.length))
            style = rffi.cast(lltype.Signed, raw.style)
            event.is_plain = style == PLAIN_STYLE
        self._delete_event(raw)
        return event

    def _error(self):
        raw = self._parser
        msg = text_or_empty(raw.problem)
        if msg == '':
            msg = 'libyaml parser failed but there is no error'
        mark = Mark(rffi.cast(lltype.Signed, raw.line),
                    rffi.cast(lltype.Signed, raw.column))
        offset = rffi.cast(lltype.Signed, raw.problem_offset)
        if not mark.is_start():
            msg += ' at ' + mark.text()
        elif offset != 0:
            msg += ' at position %d' % offset
        context = text_or_empty(raw.context)
        if context != '':
            msg += ', ' + context
            where = Mark(rffi.cast(lltype.Signed, raw.context_line),
                         rffi.cast(lltype.Signed, raw.context_column))
            if not where.is_start() and (where.line != mark.line
                                         or where.column != mark.column):
                msg += ' at ' + where.text()
        return YamlError(msg)

    @jit.dont_look_inside
    def close(self):
        self._delete(self._parser)
        lltype.free(self._event, flavor='raw')
        lltype.free(self._parser, flavor='raw')
        rffi.free_charp(self._input)


class OutputFull(Exception):
    """The text is larger than the space for it."""


class Writer(object):
    """A text from events, of at most ``capacity`` bytes.  Creating one raises
    LibraryError; the other methods raise OutputFull and YamlError; ``close``
    it in the end."""

    @jit.dont_look_inside
    def __init__(self, capacity):
        self._emit = rffi.cast(PARSER_EVENT,
                               LIBRARY.address('yaml_emitter_emit'))
        self._delete = rffi.cast(PARSER_VOID,
                                 LIBRARY.address('yaml_emitter_delete'))
        self._scalar = rffi.cast(
            SCALAR_EVENT, LIBRARY.address('yaml_scalar_event_initialize'))
        self._start_sequence = rffi.cast(
            COLLECTION_EVENT,
            LIBRARY.address('yaml_sequence_start_event_initialize'))
        self._start_mapping = rffi.cast(
            COLLECTION_EVENT,
            LIBRARY.address('yaml_mapping_start_event_initialize'))
        self._end_sequence = rffi.cast(
            EVENT_INT, LIBRARY.address('yaml_sequence_end_event_initialize'))
        self._end_mapping = rffi.cast(
            EVENT_INT, LIBRARY.address('yaml_mapping_end_event_initialize'))
        initialize = rffi.cast(PARSER_INT,
                               LIBRARY.address('yaml_emitter_initialize'))
        set_unicode = rffi.cast(PARSER_SET,
                                LIBRARY.address('yaml_emitter_set_unicode'))
        set_width = rffi.cast(PARSER_SET,
                              LIBRARY.address('yaml_emitter_set_width'))
        set_output = rffi.cast(
            SET_OUTPUT, LIBRARY.address('yaml_emitter_set_output_string'))
        self._emitter = lltype.malloc(PARSER, flavor='raw', zero=True)
        self._event = lltype.malloc(EVENT, flavor='raw', zero=True)
        self._output = lltype.malloc(rffi.CCHARP.TO, capacity, flavor='raw')
        self._written = lltype.malloc(SIZEP.TO, 1, flavor='raw', zero=True)
        initialize(self._emitter)
        set_unicode(self._emitter, rffi.cast(rffi.INT, 1))
        set_width(self._emitter, rffi.cast(rffi.INT, -1))
        set_output(self._emitter, self._output,
                   rffi.cast(rffi.SIZE_T, capacity), self._written)

    def _send(self):
        """Emit the event that was prepared."""
        if rffi.cast(lltype.Signed, self._emit(self._emitter,
                                               self._event)) != 0:
            return
        if rffi.cast(lltype.Signed, self._emitter.error) == WRITER_ERROR:
            raise OutputFull
        raise YamlError(text_or_empty(self._emitter.problem))

    @jit.dont_look_inside
    def start(self):
        start_stream = rffi.cast(
            EVENT_SET, LIBRARY.address('yaml_stream_start_event_initialize'))
        start_stream(self._event, rffi.cast(rffi.INT, UTF8_ENCODING))
        self._send()
        start_document = rffi.cast(
            DOCUMENT_EVENT,
            LIBRARY.address('yaml_document_start_event_initialize'))
        start_document(self._event, NO_POINTER, NO_POINTER, NO_POINTER,
                       rffi.cast(rffi.INT, 1))
        self._send()

    @jit.dont_look_inside
    def finish(self):
        """The whole text."""
        end_document = rffi.cast(
            EVENT_SET, LIBRARY.address('yaml_document_end_event_initialize'))
        end_document(self._event, rffi.cast(rffi.INT, 1))
        self._send()
        # The end of the stream is not sent: it would add a line of dots to
        # texts whose last line is empty.
        flush = rffi.cast(PARSER_INT, LIBRARY.address('yaml_emitter_flush'))
        if rffi.cast(lltype.Signed, flush(self._emitter)) == 0:
            raise OutputFull
        size = rffi.cast(lltype.Signed, self._written[0])
        return rffi.charpsize2str(self._output, size)

    @jit.dont_look_inside
    def scalar(self, text, style):
        c_text = rffi.str2charp(text)
        try:
            one = rffi.cast(rffi.INT, 1)
            self._scalar(self._event, NO_TEXT, NO_TEXT, c_text,
                         rffi.cast(rffi.INT, len(text)), one, one,
                         rffi.cast(rffi.INT, style))
        finally:
            rffi.free_charp(c_text)
        self._send()

    @jit.dont_look_inside
    def start_sequence(self):
        self._start_sequence(self._event, NO_TEXT, NO_TEXT,
                             rffi.cast(rffi.INT, 1),
                             rffi.cast(rffi.INT, ANY_STYLE))
        self._send()

    @jit.dont_look_inside
    def end_sequence(self):
        self._end_sequence(self._event)
        self._send()

    @jit.dont_look_inside
    def start_mapping(self):
        self._start_mapping(self._event, NO_TEXT, NO_TEXT,
                            rffi.cast(rffi.INT, 1),
                            rffi.cast(rffi.INT, ANY_STYLE))
        self._send()

    @jit.dont_look_inside
    def end_mapping(self):
        self._end_mapping(self._event)
        self._send()

    @jit.dont_look_inside
    def close(self):
        self._delete(self._emitter)
        lltype.free(self._written, flavor='raw')
        lltype.free(self._output, flavor='raw')
        lltype.free(self._event, flavor='raw')
        lltype.free(self._emitter, flavor='raw')
