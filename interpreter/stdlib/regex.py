"""std.regex.  A Regex value is the Str of its pattern."""

from rpython.rlib import jit
from rpython.rlib.rstring import StringBuilder

from interpreter.objects.errors import EffectError
from interpreter.objects.list import ListBuilder, newlist_str
from interpreter.objects.numbers import newbool, newint
from interpreter.objects.pace import pace
from interpreter.objects.record import Shape, newrecord
from interpreter.objects.text import newstr
from interpreter.objects.variant import err_str, ok, some, w_none
from interpreter.stdlib import utf8
from interpreter.stdlib.args import to_str
from interpreter.stdlib.regexp import program
from interpreter.stdlib.regexp.search import Search
from interpreter.stdlib.regexp.syntax import PatternError
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import COUNTED


MATCH_SHAPE = Shape.of(['end', 'groups', 'start', 'text'])
CACHE_SIZE = 1000


class BadPattern(Exception):
    def __init__(self, msg):
        self.msg = msg


class Cache(object):
    """Compiled patterns by their text."""

    def __init__(self):
        self.programs = {}

    def program_of(self, pattern):
        """Raises BadPattern."""
        found = self.programs.get(pattern, None)
        if found is not None:
            return found
        try:
            compiled = program.compile(pattern)
        except PatternError as e:
            raise BadPattern('invalid regex: ' + e.message(pattern))
        except program.TooLarge:
            raise BadPattern('invalid regex: Compiled regex exceeds size '
                             'limit of 10485760 bytes.')
        if len(self.programs) >= CACHE_SIZE:
            self.programs = {}
        self.programs[pattern] = compiled
        return compiled


cache = Cache()


def program_of(name, w_regex):
    try:
        return cache.program_of(to_str(w_regex))
    except BadPattern as e:
        raise EffectError('regex.%s: %s' % (name, e.msg))


def part(text, start, stop):
    if start < 0:
        return ''
    assert stop >= 0
    return text[start:stop]


class Matches(object):
    """The successive matches in a text, without overlaps.  An empty match
    directly after a match is skipped."""

    def __init__(self, compiled, text):
        self.search = Search(compiled, text)
        self.text = text
        self.position = 0
        self.last_end = -1

    def next(self):
        """The positions of the next match, None after the last."""
        while self.position <= len(self.text):
            slots = self.search.find(self.position)
            if slots is None:
                break
            if slots[0] == slots[1] and slots[1] == self.last_end:
                self.step()
                continue
            self.last_end = slots[1]
            self.position = slots[1]
            return slots
        return None

    def step(self):
        if self.position < len(self.text):
            self.position += utf8.width_of(ord(self.text[self.position]))
        else:
            self.position += 1


def match_record(text, slots):
    groups = []
    for i in range(1, len(slots) // 2):
        groups.append(part(text, slots[2 * i], slots[2 * i + 1]))
    return newrecord(MATCH_SHAPE, [
        newint(slots[1]), newlist_str(groups), newint(slots[0]),
        newstr(part(text, slots[0], slots[1]))])


@pure('regex', 'compile', COUNTED)
@jit.dont_look_inside
def compile(w_pattern):
    try:
        cache.program_of(to_str(w_pattern))
    except BadPattern as e:
        return err_str(e.msg)
    return ok(w_pattern)


@pure('regex', 'is_match', COUNTED)
@jit.dont_look_inside
def is_match(w_regex, w_text):
    search = Search(program_of('is_match', w_regex), to_str(w_text))
    return newbool(search.find(0) is not None)


@pure('regex', 'is_match_str', COUNTED)
@jit.dont_look_inside
def is_match_str(w_pattern, w_text):
    try:
        compiled = cache.program_of(to_str(w_pattern))
    except BadPattern:
        return newbool(False)
    return newbool(Search(compiled, to_str(w_text)).find(0) is not None)


@pure('regex', 'find', COUNTED)
@jit.dont_look_inside
def find(w_regex, w_text):
    text = to_str(w_text)
    slots = Search(program_of('find', w_regex), text).find(0)
    if slots is None:
        return w_none
    return some(match_record(text, slots))


@pure('regex', 'find_all', COUNTED)
@jit.dont_look_inside
def find_all(w_regex, w_text):
    text = to_str(w_text)
    matches = Matches(program_of('find_all', w_regex), text)
    builder = ListBuilder()
    while True:
        slots = matches.next()
        if slots is None:
            return builder.build()
        builder.append(match_record(text, slots))


@pure('regex', 'split', COUNTED)
@jit.dont_look_inside
def split(w_regex, w_text):
    text = to_str(w_text)
    matches = Matches(program_of('split', w_regex), text)
    pieces = []
    start = 0
    while True:
        slots = matches.next()
        if slots is None:
            pieces.append(part(text, start, len(text)))
            return newlist_str(pieces)
        pieces.append(part(text, start, slots[0]))
        start = slots[1]


@pure('regex', 'replace', COUNTED)
@jit.dont_look_inside
def replace(w_regex, w_text, w_template):
    return newstr(replaced(program_of('replace', w_regex), to_str(w_text),
                           to_str(w_template), 1))


@pure('regex', 'replace_all', COUNTED)
@jit.dont_look_inside
def replace_all(w_regex, w_text, w_template):
    return newstr(replaced(program_of('replace_all', w_regex), to_str(w_text),
                           to_str(w_template), -1))


def replaced(compiled, text, template, limit):
    """``text`` with matches replaced, at most ``limit`` unless negative."""
    matches = Matches(compiled, text)
    builder = StringBuilder()
    start = 0
    while limit != 0:
        slots = matches.next()
        if slots is None:
            break
        builder.append(part(text, start, slots[0]))
        pace.work(1 + len(template))
        expand(builder, compiled, template, text, slots)
        start = slots[1]
        limit -= 1
    builder.append(part(text, start, len(text)))
    return builder.build()


def is_name_char(char):
    return ('a' <= char <= 'z' or 'A' <= char <= 'Z' or '0' <= char <= '9'
            or char == '_')


def expand(builder, compiled, template, text, slots):
    """Append a template with its ``$1``, ``$name`` and ``${name}``."""
    i = 0
    while i < len(template):
        if template[i] != '$':
            builder.append(template[i])
            i += 1
            continue
        i += 1
        if i < len(template) and template[i] == '$':
            builder.append('$')
            i += 1
            continue
        start = i
        if i < len(template) and template[i] == '{':
            stop = template.find('}', i)
            if stop < 0:
                builder.append('$')
                continue
            name = part(template, i + 1, stop)
            i = stop + 1
        else:
            while i < len(template) and is_name_char(template[i]):
                i += 1
            if i == start:
                builder.append('$')
                continue
            name = part(template, start, i)
        number = group_number(compiled, name)
        if 0 <= number < compiled.group_count:
            builder.append(part(text, slots[2 * number],
                                slots[2 * number + 1]))


def group_number(compiled, name):
    """The group that a reference means, -1 for none."""
    if len(name) == 0:
        return -1
    value = 0
    for c in name:
        if not '0' <= c <= '9':
            return compiled.group_named(name)
        if value <= compiled.group_count:
            value = value * 10 + ord(c) - ord('0')
    return value
