"""Values as TOML text.  A value is plain here: records, lists, texts, numbers
and Unit, as a JSON text gives them."""

from rpython.rlib.rstring import StringBuilder

from interpreter.formats.toml_strings import is_bare
from interpreter.objects.floatfmt import toml_float
from interpreter.objects.list import W_List
from interpreter.objects.numbers import W_Bool, W_Float, W_Int
from interpreter.objects.record import W_Record
from interpreter.objects.text import W_Str


class Unsupported(Exception):
    """TOML has no form for a value of this type."""

    def __init__(self, type_name):
        self.type_name = type_name


def document(w_value):
    """The text of a record.  Raises Unsupported."""
    if not isinstance(w_value, W_Record):
        raise Unsupported(type_name(w_value))
    writer = Writer()
    writer.table('', w_value)
    return writer.builder.build()


def type_name(w_value):
    if isinstance(w_value, W_List):
        return 'array'
    if isinstance(w_value, W_Str):
        return 'str'
    if isinstance(w_value, W_Bool):
        return 'bool'
    if isinstance(w_value, W_Float):
        return 'f64'
    if isinstance(w_value, W_Int):
        if w_value.intval < 0:
            return 'i64'
        return 'u64'
    return 'unit'


def is_table_list(w_value):
    """Whether a value is a list of records, with at least one."""
    if not isinstance(w_value, W_List) or w_value.length() == 0:
        return False
    for i in range(w_value.length()):
        if not isinstance(w_value.getitem(i), W_Record):
            return False
    return True


def is_section(w_value):
    """Whether a field of a table becomes a section of its own."""
    return isinstance(w_value, W_Record) or is_table_list(w_value)


class Writer(object):
    def __init__(self):
        self.builder = StringBuilder()

    def table(self, path, w_record):
        """Write the fields of a table: plain ones, then sections."""
        names = w_record.shape.names
        for i in range(len(names)):
            w_value = w_record.getvalue(i)
            if not is_section(w_value):
                append_key(self.builder, names[i])
                self.builder.append(' = ')
                append_value(self.builder, w_value)
                self.builder.append('\n')
        for i in range(len(names)):
            w_value = w_record.getvalue(i)
            if is_section(w_value):
                self.section(extended(path, names[i]), w_value)

    def section(self, path, w_value):
        if isinstance(w_value, W_Record):
            if has_own_header(w_value):
                self.header('[' + path + ']\n')
            self.table(path, w_value)
            return
        assert isinstance(w_value, W_List)
        for i in range(w_value.length()):
            w_item = w_value.getitem(i)
            assert isinstance(w_item, W_Record)
            self.header('[[' + path + ']]\n')
            self.table(path, w_item)

    def header(self, text):
        if self.builder.getlength() > 0:
            self.builder.append('\n')
        self.builder.append(text)


def has_own_header(w_record):
    """A table that only has sections needs no header."""
    count = w_record.shape.size()
    for i in range(count):
        if not is_section(w_record.getvalue(i)):
            return True
    return count == 0


def extended(path, name):
    builder = StringBuilder()
    if path != '':
        builder.append(path)
        builder.append('.')
    append_key(builder, name)
    return builder.build()


def append_value(builder, w_value):
    """Append a value on one line, tables in braces."""
    if isinstance(w_value, W_List):
        builder.append('[')
        for i in range(w_value.length()):
            if i > 0:
                builder.append(', ')
            append_value(builder, w_value.getitem(i))
        builder.append(']')
    elif isinstance(w_value, W_Record):
        append_inline_table(builder, w_value)
    elif isinstance(w_value, W_Str):
        append_string(builder, w_value.utf8_w())
    elif isinstance(w_value, W_Bool):
        if w_value.boolval:
            builder.append('true')
        else:
            builder.append('false')
    elif isinstance(w_value, W_Float):
        builder.append(toml_float(w_value.floatval))
    elif isinstance(w_value, W_Int):
        builder.append(str(w_value.intval))
    else:
        raise Unsupported(type_name(w_value))


def append_inline_table(builder, w_record):
    names = w_record.shape.names
    if len(names) == 0:
        builder.append('{}')
        return
    builder.append('{ ')
    for i in range(len(names)):
        if i > 0:
            builder.append(', ')
        append_key(builder, names[i])
        builder.append(' = ')
        append_value(builder, w_record.getvalue(i))
    builder.append(' }')


class Contents(object):
    """What a text contains that decides how it is quoted."""

    def __init__(self, text):
        self.single_quotes = longest_run(text, "'")
        self.double_quotes = longest_run(text, '"')
        self.controls = False
        self.backslashes = text.find('\\') >= 0
        self.line_ends = text.find('\n') >= 0
        for c in text:
            if (c < ' ' and c != '\t' and c != '\n') or c == '\x7f':
                self.controls = True


def longest_run(text, char):
    longest = 0
    run = 0
    for c in text:
        if c == char:
            run += 1
            longest = max(longest, run)
        else:
            run = 0
    return longest


def append_key(builder, name):
    bare = name != ''
    for c in name:
        if not is_bare(c):
            bare = False
    if bare:
        builder.append(name)
        return
    contents = Contents(name)
    controls = contents.controls or contents.line_ends
    if (not controls and (contents.backslashes or contents.double_quotes > 0)
            and contents.single_quotes == 0):
        append_between(builder, "'", name)
    else:
        append_escaped(builder, '"', name)


def append_string(builder, text):
    """Append a text in the first form that shows it well: ``"a"``, ``'a'``,
    and both with triple quotes."""
    contents = Contents(text)
    escapes = contents.controls or contents.backslashes
    if (not escapes and contents.double_quotes == 0
            and not contents.line_ends):
        append_escaped(builder, '"', text)
    elif (not contents.controls and contents.single_quotes == 0
            and not contents.line_ends):
        append_between(builder, "'", text)
    elif not escapes and contents.double_quotes <= 2:
        append_escaped(builder, '"""', text)
    elif not contents.controls and contents.single_quotes <= 2:
        append_between(builder, "'''", text)
    elif contents.line_ends:
        append_escaped(builder, '"""', text)
    else:
        append_escaped(builder, '"', text)


def open_lines(builder, quotes, text):
    """Texts of several lines start on a line of their own."""
    builder.append(quotes)
    if len(quotes) == 3 and text.find('\n') >= 0:
        builder.append('\n')


def append_between(builder, quotes, text):
    open_lines(builder, quotes, text)
    builder.append(text)
    builder.append(quotes)


def append_escaped(builder, quotes, text):
    open_lines(builder, quotes, text)
    several_lines = len(quotes) == 3
    allowed_quotes = len(quotes) - 1
    run = 0
    for c in text:
        if c == '"':
            run += 1
            if run > allowed_quotes:
                builder.append('\\')
                run = 0
        else:
            run = 0
        append_escaped_char(builder, c, several_lines)
    builder.append(quotes)


def append_escaped_char(builder, c, several_lines):
    if c == '\n' and not several_lines:
        builder.append('\\n')
    elif c == '\b':
        builder.append('\\b')
    elif c == '\t':
        builder.append('\\t')
    elif c == '\f':
        builder.append('\\f')
    elif c == '\r':
        builder.append('\\r')
    elif c == '\\':
        builder.append('\\\\')
    elif (c < ' ' and c != '\n') or c == '\x7f':
        builder.append('\\u00')
        builder.append(UPPER_HEX[ord(c) >> 4])
        builder.append(UPPER_HEX[ord(c) & 15])
    else:
        builder.append(c)


UPPER_HEX = '0123456789ABCDEF'
