"""Syntax errors in words of the language.

The parser's own messages name tokens as the reference implementation does; here
each becomes a Diagnosis, with the way out where the mistake is a known one.
"""

from interpreter.diagnostics.diagnosis import Diagnosis, Span
from interpreter.diagnostics import names
from interpreter.diagnostics.places import clip, line_bounds
from interpreter.source import brackets, habits, tokens
from interpreter.source.missing import SHAPES, explain_missing, wrong_closer
from interpreter.source.words import (
    at_gap, at_token, can_start_item, found_words, is_operator, kind_words, previous_word,
    span)


def of_missing(cursor, kind, context):
    """The parser wants a token of ``kind``; ``context`` is how it says where."""
    result = _open_bracket(cursor)
    if result is not None:
        return result
    result = explain_missing(cursor, kind, context)
    if result is not None:
        return result
    where = ''
    if context in SHAPES:
        where = ' ' + SHAPES[context]
    return at_gap(cursor, 'expected %s%s, found %s' % (
        kind_words(kind), where, found_words(cursor)))


def of_unexpected(cursor, message):
    """The parser says what it wants in ``message``."""
    if message.startswith('expected `import`'):
        return _item(cursor)
    result = _open_bracket(cursor)
    if result is None and cursor.token.kind in brackets.OPENERS:
        result = wrong_closer(cursor)
    if result is not None:
        return result
    if message.startswith('expected expression'):
        return _expression(cursor)
    if message.startswith('expected type'):
        return _type(cursor)
    if message.startswith('expected pattern'):
        return _pattern(cursor)
    return at_token(cursor, '%s, found %s' % (message, found_words(cursor)))


def of_raw(cursor, found, message):
    """The parser wants one token on the same line, and found another."""
    place = span(cursor, found.start, max(found.end, found.start + 1))
    if message.startswith('expected string'):
        result = Diagnosis('an import names a module or a file in quotes', place)
        result.help('write `import "std.list" as list` or `import "./file" as file`')
        return result
    result = Diagnosis('the argument of an effect is a text, a number or a name', place)
    result.help('for example `[net("example.org")]`')
    return result


def of_hole(start, end, message):
    """A mistake in an interpolated text, at a place in the file."""
    result = Diagnosis(message, Span('', start, end))
    if message.startswith('unclosed') or message.startswith('empty'):
        result.help('a value stands in a text as `f"{x}"`; for the character itself '
                    'use a text without `f`')
    return result


def move(diagnosis, placement):
    """Turn places in the text of a hole into places in the file."""
    if diagnosis is None:
        return
    diagnosis.span = _moved(diagnosis.span, placement)
    for label in diagnosis.notes:
        label.span = _moved(label.span, placement)


def _moved(place, placement):
    if not place.is_known():
        return place
    return Span(place.path, placement.place(place.start), placement.place(place.end))


# Brackets that are not closed

def _open_bracket(cursor):
    """The Diagnosis of a bracket that is never closed, None if that is not what is
    wrong at the current token."""
    token = cursor.token
    text = cursor.text
    at = token.start
    if cursor.previous_kind == tokens.FN and token.kind == tokens.IDENT:
        at = text.rfind('fn', 0, at)
    elif token.kind != tokens.EOF and not (
            can_start_item(token.kind) and token.kind != tokens.FN):
        return None
    if at < 0:
        return None
    if token.kind != tokens.EOF:
        start, _ = line_bounds(text, at)
        if start != at:
            return None
    open = brackets.brackets_before(text, at)
    pair = open.innermost()
    if pair is None:
        return None
    word = tokens.WORDS[pair.kind]
    result = Diagnosis('this `%s` is never closed' % word,
                       span(cursor, pair.open, pair.open + 1))
    if token.kind == tokens.EOF:
        result.note(_last_line(cursor), 'the file ends without `%s`'
                    % tokens.WORDS[brackets.CLOSERS[pair.kind]])
    else:
        result.note(span(cursor, at, at + len(tokens.WORDS[tokens.FN])),
                    'a new declaration starts here')
    suspect = brackets.badly_indented(text, open, pair.open)
    if suspect is not None:
        result.note(span(cursor, suspect.open, suspect.open + 1), 'this one is closed ...')
        result.note(span(cursor, suspect.close, suspect.close + 1),
                    '... here, by a bracket that looks like the end of another')
    result.help('add `%s` where the part that starts with it ends'
                % tokens.WORDS[brackets.CLOSERS[pair.kind]])
    return result


def _last_line(cursor):
    """The end of what was read before the end of the file."""
    end = clip(cursor.text, cursor.previous_end)
    return span(cursor, max(end - 1, 0), end)


# Items

def _item(cursor):
    token = cursor.token
    if token.kind == tokens.RBRACE or token.kind == tokens.RPAREN or (
            token.kind == tokens.RBRACKET):
        result = at_token(cursor, 'this `%s` closes nothing' % tokens.WORDS[token.kind])
        before = brackets.brackets_before(cursor.text, token.start)
        suspect = _first_badly_closed(cursor.text, before)
        if suspect is not None:
            result.note(span(cursor, suspect.close, suspect.close + 1),
                        'the declaration ended here already')
        result.help('remove it, or add the `%s` that it belongs to'
                    % tokens.WORDS[brackets.OPENERS[token.kind]])
        return result
    result = at_token(cursor, 'expected `fn`, `type` or `import`, found %s'
                      % found_words(cursor))
    word = token.text(cursor.text)
    if word in habits.ITEMS:
        result.help(habits.ITEMS[word])
    elif token.kind == tokens.IDENT:
        meant = names.closest(word, ['fn', 'type', 'import'])
        if meant == '':
            result.help('expressions stand in functions: `fn main() -> Int { ... }`')
        result.help(names.did_you_mean(meant))
    elif token.kind == tokens.SLASH:
        result.help('a comment starts with `#`')
    return result


def _first_badly_closed(text, before):
    """The last declaration's outermost bracket that is closed."""
    if len(before.closed) == 0:
        return None
    return before.closed[-1]


# Expressions

OPERANDS = [tokens.RPAREN, tokens.RBRACE, tokens.RBRACKET, tokens.COMMA]


def _expression(cursor):
    kind = cursor.token.kind
    previous = cursor.previous_kind
    if kind == tokens.RETURN:
        result = at_token(cursor, 'there is no `return`')
        result.help('the value of a block is its last expression; what follows an `if` '
                    'goes into its `else`: `if x { a } else { b }`')
        return result
    if kind == tokens.COLON_EQ or kind == tokens.EQ:
        return _assignment(cursor)
    if kind == tokens.ELSE:
        result = at_token(cursor, 'this `else` has no `if`')
        result.help('write `if x { a } else { b }`')
        return result
    if kind == previous and kind == tokens.SLASH:
        result = at_token(cursor, '`//` is no operator')
        result.help('a comment starts with `#`')
        return result
    if kind == previous and kind == tokens.STAR:
        result = at_token(cursor, '`**` is no operator')
        result.help('a power is written `math.pow(x, y)`, of Floats')
        return result
    if kind == previous and kind == tokens.PLUS:
        result = at_token(cursor, '`++` is no operator')
        result.help('texts are joined by `+`, lists by `list.concat(a, b)`')
        return result
    if previous == tokens.SLASH and kind == tokens.STAR:
        result = at_token(cursor, 'comments end with their line')
        result.help('start each line of a comment with `#`')
        return result
    if kind == tokens.BAR:
        return _bar(cursor)
    if is_operator(previous) and (kind in OPERANDS or kind == tokens.EOF):
        result = at_token(cursor, 'the right operand of `%s` is missing'
                          % tokens.WORDS[previous])
        result.span = span(cursor, cursor.previous_end - len(tokens.WORDS[previous]),
                           cursor.previous_end)
        return result
    result = at_token(cursor, 'expected an expression, found %s' % found_words(cursor))
    result.help(_expression_hint(cursor, kind, previous))
    return result


def _bar(cursor):
    result = at_token(cursor, 'expected an expression, found `|`')
    if cursor.previous_kind == tokens.BAR:
        result.title = '`||` is no operator'
        result.help('the disjunction is written `x or y`')
    else:
        result.help('a function is written `fn (x :: Int) -> Int { ... }`, '
                    'the disjunction `x or y`')
    return result


def _assignment(cursor):
    """``x = 1`` or ``x := 1`` without let."""
    word = tokens.WORDS[cursor.token.kind]
    previous = cursor.previous_kind
    if previous == tokens.EQ_EQ:
        result = at_token(cursor, '`===` is no operator')
        result.help('values are compared by `==`')
        return result
    result = at_token(cursor, '`%s` without `let`' % word)
    if is_operator(previous) and cursor.token.kind == tokens.EQ:
        result.title = '`%s=` is no operator' % tokens.WORDS[previous]
        result.help('names keep their values: bind another, `let y := x %s ...`'
                    % tokens.WORDS[previous])
    elif previous == tokens.IDENT and _is_first_in_record(cursor):
        result.title = 'expected an expression, found `%s`' % word
        result.help('a field is written `%s: 1`' % previous_word(cursor))
    elif previous == tokens.IDENT:
        result.help('a new name is bound by `let %s := ...`; names keep their values, '
                    'and `==` compares' % previous_word(cursor))
    else:
        result.help('a name is bound by `let x := ...`, and `==` compares')
    return result


def _is_first_in_record(cursor):
    """Whether the word before the current token is the first in braces that stand where
    a value does, not a body."""
    text = cursor.text
    i = cursor.previous_end - len(previous_word(cursor)) - 1
    while i > 0 and text[i] in ' \n':
        i -= 1
    if i < 1 or text[i] != '{':
        return False
    i -= 1
    while i > 0 and text[i] in ' \n':
        i -= 1
    return text[i] in '(,[:='


def _expression_hint(cursor, kind, previous):
    if kind == tokens.DOT:
        return 'behind a line break no `.` may follow: write it at the end of the line'
    if kind == tokens.QUESTION:
        return 'behind a line break no `?` may follow; a choice is written ' \
               '`if x { a } else { b }`'
    if kind == tokens.COLON:
        return 'a type is given by `::`, as in `(x :: Int)`; a record is written ' \
               '`{ x: 1 }`'
    if kind == tokens.COLON_COLON:
        return 'a record is written `{ x: 1 }`, its type `{ x :: Int }`'
    if kind == tokens.DOT_DOT_DOT:
        return 'records cannot be spread: write all fields, `{ x: r.x, y: 2 }`'
    if kind == tokens.UNDERSCORE:
        return '`_` stands in patterns only'
    if kind == tokens.FAT_ARROW or kind == tokens.ARROW:
        return 'a function is written `fn (x :: Int) -> Int { ... }`'
    if kind == tokens.COMMA and previous == tokens.COMMA:
        return 'remove one of the commas'
    if kind == tokens.LET:
        return '`let` stands in blocks only: `{ let x := 1 x + 1 }`'
    if kind == tokens.RPAREN and previous == tokens.LPAREN:
        return 'the value `()` is written without a line break'
    if kind == tokens.TYPE or kind == tokens.IMPORT:
        return 'types and imports stand outside of functions'
    return ''


# Types and patterns

def _type(cursor):
    kind = cursor.token.kind
    result = at_token(cursor, 'expected a type, found %s' % found_words(cursor))
    if kind == tokens.LBRACKET:
        result.help('the type of a list is written `List[Int]`')
    elif kind == tokens.QUESTION:
        result.help('a value that may be missing has type `Option[Int]`')
    elif kind == tokens.BAR:
        result.help('the first variant follows `=` without `|`')
    elif kind == tokens.FN:
        result.help('the type of a function is written `(Int) -> Int`')
    elif kind == tokens.LBRACE or kind == tokens.EOF:
        result.help('write the type, for example `-> Int`')
    return result


def _pattern(cursor):
    kind = cursor.token.kind
    result = at_token(cursor, 'expected a pattern, found %s' % found_words(cursor))
    if kind == tokens.LBRACKET:
        result.help('lists have no patterns: `match list.head(xs) { Some(x) => ..., '
                    'None => ... }`')
    elif kind == tokens.ELSE:
        result.help('the pattern for all other values is `_`')
    elif kind == tokens.BAR:
        result.help('write an arm for each pattern')
    return result
