"""What is wrong where the parser misses one token: the known mistakes."""

from interpreter.source import brackets, habits, tokens
from interpreter.source.words import (
    at_gap, at_token, can_start_expression, found_words, is_keyword, is_operator, is_word_at,
    kind_words, previous_word, span)

TYPE_ARGUMENTS = 'the arguments of a type are in brackets: `List[Int]`'
# Where a type may have ended.
TYPE_CONTEXTS = ['in type', 'after type args', 'after params', 'after lambda params',
                 'in record type', 'after constructor payload']

# How the parser says where something is missing, in words for people.
SHAPES = {
    'in import': 'in this import',
    'for import alias': 'for the imported module',
    'in identifier list': 'of a type parameter',
    'after type params': 'after the type parameters',
    'for type name': 'for the type',
    'in type decl': 'between a type and its definition',
    'for function name': 'for the function',
    'before params': 'before the parameters',
    'after params': 'after the parameters',
    'for parameter name': 'of a parameter',
    'after parameter name': 'between a parameter and its type',
    'before lambda params': 'before the parameters of a function value',
    'after lambda params': 'after the parameters of a function value',
    'before return type': 'before the type of the result',
    'before lambda return type': 'before the type of the result',
    'before block': 'before the block',
    'after `let`': 'after `let`',
    'in let': 'between a name and its value',
    'expected `else`': 'after the first branch of an `if`',
    'before match arms': 'before the arms of a match',
    'after match arms': 'after the arms of a match',
    'in match arm': 'between a pattern and its result',
    'in call': 'at the end of the arguments',
    'after list literal': 'at the end of the list',
    'after type ascription': 'after the type',
    'after parenthesized expression': 'at the end of the parentheses',
    'after tuple': 'at the end of the tuple',
    'after record literal': 'at the end of the record',
    'in record literal': 'of a field',
    'after `.`': 'after `.`',
    'after `.` in qualified pattern': 'after `.`',
    'after `.` in qualified type': 'after `.`',
    'after constructor pattern': 'at the end of the pattern',
    'after tuple pattern': 'at the end of the pattern',
    'after record pattern': 'at the end of the pattern',
    'in record pattern': 'of a field',
    'after type args': 'after the arguments of a type',
    'after constructor payload': 'after the types of a variant',
    'in record type': 'at the end of the record type',
    'in record field': 'of a field',
    'after record field name': 'between a field and its type',
    'after `...` in record type spread': 'after `...`',
    'in type': 'at the end of the type',
    'for effect row variable': 'for the remaining effects',
    'after effects': 'after the effects',
    'for effect name': 'of an effect',
    'after effect arg': 'after the argument of an effect',
    'for refinement binding': 'for the refined value',
    'after refinement binding': 'after the name of the refined value',
    'to close refinement': 'at the end of the refinement',
    'after `examples`': 'after `examples`',
    'to close examples block': 'at the end of the examples',
    'in example case (between call and expected)': 'between a call and its value',
}

CLOSING = [tokens.RPAREN, tokens.RBRACE, tokens.RBRACKET]


def explain_missing(cursor, kind, context):
    """The Diagnosis of a known mistake, None if it is none."""
    if kind == tokens.IDENT:
        return _name(cursor, context)
    if kind == tokens.COLON_EQ:
        return _binding(cursor)
    if kind == tokens.COLON_COLON:
        return _type_of(cursor, context)
    if kind == tokens.LBRACE:
        return _block(cursor, context)
    if kind == tokens.ELSE:
        return _no_else(cursor)
    if kind == tokens.ARROW:
        return _result_type(cursor)
    if kind == tokens.FAT_ARROW:
        return _arm(cursor, context)
    if kind == tokens.LPAREN:
        return _parameters(cursor, context)
    if kind == tokens.AS:
        result = at_gap(cursor, 'an import needs a name')
        result.help('write `import "std.list" as list`')
        return result
    if kind in CLOSING:
        return _list_end(cursor, kind, context)
    return None


def _name(cursor, context):
    token = cursor.token
    if is_keyword(token.kind):
        word = token.text(cursor.text)
        result = at_gap(cursor, '`%s` is a keyword and cannot be a name' % word)
        result.help('choose another name, for example `%s_`' % word)
        return result
    if context == 'after `let`' and (
            token.kind == tokens.LPAREN or token.kind == tokens.LBRACE):
        result = at_gap(cursor, '`let` binds one name')
        result.help('take a value apart by `match x { (a, b) => ... }`')
        return result
    if context == 'after `.`' and token.kind == tokens.INT:
        result = at_gap(cursor, 'the items of a tuple have no names')
        result.help('take it apart by `match t { (a, b) => ... }`, or use `std.tuple`')
        return result
    if context == 'for parameter name' and token.kind == tokens.COMMA:
        result = at_gap(cursor, 'expected a name of a parameter, found `,`')
        result.help('remove one of the commas')
        return result
    return None


def _binding(cursor):
    kind = cursor.token.kind
    if kind == tokens.EQ:
        result = at_gap(cursor, 'a name is bound by `:=`, found `=`')
        result.help('write `:=`')
    elif kind == tokens.COLON:
        result = at_gap(cursor, 'a type is given by `::`, found `:`')
        result.help('write `let x :: Int := ...` or `let x := ...`')
    elif kind == tokens.LT:
        result = at_gap(cursor, 'expected `:=` and the value of the name, found `<`')
        result.help(TYPE_ARGUMENTS)
    elif kind == tokens.IDENT:
        result = at_gap(cursor, '`let` binds one name by `:=`, found %s'
                        % found_words(cursor))
        result.help('write `let x := ...`')
        if previous_word(cursor) == 'mut':
            result.help('names keep their values: leave `mut` out')
    else:
        result = at_gap(cursor, 'expected `:=` and the value of the name, found %s'
                        % found_words(cursor))
        result.help('write `let x := ...`')
    return result


def _type_of(cursor, context):
    kind = cursor.token.kind
    what = 'a parameter'
    if context == 'after record field name':
        what = 'a field'
    if kind == tokens.COLON or kind == tokens.EQ:
        result = at_gap(cursor, 'the type of %s is given by `::`, found `%s`'
                        % (what, tokens.WORDS[kind]))
        result.help('write `::`')
        return result
    result = at_gap(cursor, '%s needs a type, found %s' % (what, found_words(cursor)))
    result.help('write `name :: Type`, for example `x :: Int`')
    return result


def _block(cursor, context):
    token = cursor.token
    kind = token.kind
    if cursor.previous_kind == tokens.ELSE and kind == tokens.IF:
        result = at_gap(cursor, 'there is no `else if`')
        result.help('write `else { if ... { ... } else { ... } }`, or a `match`')
        return result
    if context == 'before match arms':
        result = at_gap(cursor, 'the arms of a match are in braces, found %s'
                        % found_words(cursor))
        result.help('write `match x { pattern => result, ... }`')
        return result
    if context != 'before block':
        return None
    result = at_gap(cursor, 'expected `{`, found %s' % found_words(cursor))
    if kind == tokens.EQ:
        result.help('the body of a function is in braces: `fn f() -> Int { 1 }`')
    elif kind == tokens.COLON:
        result.help('a block is in braces: `{ ... }`')
    elif kind == tokens.ARROW and cursor.previous_kind != tokens.ARROW:
        result.help('the type of a function is in parentheses: `(Int) -> Int`')
    elif kind == tokens.QUESTION:
        result.help('a value that may be missing has type `Option[Int]`')
    elif kind == tokens.LT:
        result.help(TYPE_ARGUMENTS)
    elif kind == tokens.IDENT and _is_result_type(cursor):
        result.help('effects are in brackets: `-> [%s] %s`' % (
            previous_word(cursor), token.text(cursor.text)))
    elif kind == tokens.BAR:
        result.help('a union needs a name: `type Name = A | B`')
    elif cursor.previous_kind == tokens.ELSE:
        result.help('both branches are in braces: `if x { a } else { b }`')
    elif kind == tokens.IDENT and token.text(cursor.text) in habits.STATEMENTS:
        result.help(habits.STATEMENTS[token.text(cursor.text)])
    else:
        result.help('a block is in braces: `{ ... }`')
    return result


def _is_result_type(cursor):
    """Whether the word before the current token follows an arrow."""
    i = cursor.previous_end - len(previous_word(cursor))
    while i > 0 and cursor.text[i - 1] == ' ':
        i -= 1
    return (cursor.previous_kind == tokens.IDENT and i >= 2
            and cursor.text[i - 2] == '-' and cursor.text[i - 1] == '>')


def _no_else(cursor):
    """Points at the ``if`` whose branch ended just before the current token."""
    text = cursor.text
    before = brackets.brackets_before(text, cursor.previous_end)
    start = -1
    if len(before.closed) > 0:
        start = _if_before(text, before.closed[-1].open)
    if start < 0:
        result = at_gap(cursor, 'this `if` has no `else`')
    else:
        result = at_gap(cursor, 'this `if` has no `else`')
        result.note(result.span, 'expected `else` here')
        result.span = span(cursor, start, cursor.previous_end)
    word = cursor.token.text(text)
    if word == 'elif' or word == 'elsif':
        result.help(habits.STATEMENTS[word])
    else:
        result.help('both branches are needed: `if x { a } else { b }`; '
                    'without a value to give, `else { () }`')
    return result


def _if_before(text, at):
    """The keyword ``if`` of the condition that ends before the brace at ``at``."""
    i = at - 2
    while i >= 0:
        if text[i] == 'i' and text[i + 1] == 'f' and not is_word_at(text, i - 1) \
                and not is_word_at(text, i + 2):
            return i
        i -= 1
    return -1


def _result_type(cursor):
    kind = cursor.token.kind
    if kind == tokens.COLON or kind == tokens.COLON_COLON or kind == tokens.FAT_ARROW:
        result = at_gap(cursor, 'the type of the result is given by `->`, found `%s`'
                        % tokens.WORDS[kind])
        result.help('write `->`')
        return result
    result = at_gap(cursor, 'the type of the result is missing, found %s'
                    % found_words(cursor))
    result.help('write `-> Type` behind the parameters; a function that gives nothing '
                'has `-> Unit`')
    return result


def _arm(cursor, context):
    kind = cursor.token.kind
    if context != 'in match arm':
        return None
    if kind == tokens.ARROW or kind == tokens.COLON or kind == tokens.EQ:
        result = at_gap(cursor, 'a pattern and its result are joined by `=>`, '
                        'found `%s`' % tokens.WORDS[kind])
        result.help('write `=>`')
    elif kind == tokens.IF:
        result = at_gap(cursor, 'patterns have no conditions')
        result.help('put the `if` into the result: `x => if x > 1 { a } else { b }`')
    elif kind == tokens.BAR:
        result = at_gap(cursor, 'patterns have no alternatives')
        result.help('write an arm for each pattern')
    else:
        result = at_gap(cursor, 'expected `=>` and a result, found %s'
                        % found_words(cursor))
        result.help('an arm is written `pattern => result`')
    return result


def _parameters(cursor, context):
    kind = cursor.token.kind
    if context == 'before params' and kind == tokens.LT:
        result = at_gap(cursor, 'type parameters are in brackets, found `<`')
        result.help('write `fn f[T](x :: T) -> T { ... }`')
        return result
    if context == 'before lambda params' and kind == tokens.IDENT:
        name = cursor.token.text(cursor.text)
        result = at_gap(cursor, 'a function with a name cannot stand in another one')
        result.help('move it out, or bind a function value: `let %s := fn (...) -> '
                    'Type { ... }`' % name)
        return result
    result = at_gap(cursor, 'expected the parameters in parentheses, found %s'
                    % found_words(cursor))
    result.help('write `fn f() -> Int { ... }`')
    return result


def _list_end(cursor, kind, context):
    """A list of things, each followed by a comma, does not go on."""
    token = cursor.token
    found = token.kind
    if found == tokens.COLON_COLON and context == 'after record literal':
        result = at_gap(cursor, 'a record is written `{ x: 1 }`, found `::`')
        result.help('write `:`')
        return result
    if found == tokens.EQ:
        result = at_gap(cursor, 'expected `,` or %s, found `=`' % kind_words(kind))
        if context == 'in call':
            result.help('arguments have no names: write `f(1, 2)`, in the order of the '
                        'parameters; `==` compares')
        else:
            result.help('a field is written `x: 1`, and `==` compares')
        return result
    if found == tokens.LT and context in TYPE_CONTEXTS:
        result = at_gap(cursor, 'expected `,` or %s, found `<`' % kind_words(kind))
        result.help(TYPE_ARGUMENTS)
        return result
    if _continues(found, context):
        result = at_gap(cursor, 'a comma is missing before %s' % found_words(cursor))
        result.help('add `,`')
        return result
    if found in CLOSING:
        return wrong_closer(cursor)
    if found == tokens.EOF or found == tokens.FAT_ARROW:
        return _other_bracket(cursor, kind)
    result = at_gap(cursor, 'expected `,` or %s, found %s' % (
        kind_words(kind), found_words(cursor)))
    if is_operator(found) and context == 'after match arms':
        result.help('arms are separated by commas')
    return result


def _continues(found, context):
    """Whether a token can start the next thing of a list."""
    if context in ['after match arms', 'after constructor pattern',
                   'after tuple pattern', 'after record pattern']:
        return (found == tokens.UNDERSCORE or found == tokens.MINUS or
                can_start_expression(found))
    if context in ['after effects', 'in type', 'after type args', 'after params',
                   'after lambda params', 'in record type', 'after constructor payload',
                   'after type params', 'after record literal']:
        return (found == tokens.IDENT or found == tokens.LPAREN or
                found == tokens.LBRACE or found == tokens.UNDERSCORE or
                found == tokens.DOT_DOT_DOT)
    return can_start_expression(found)


def wrong_closer(cursor):
    """The current token closes another bracket than the innermost; None if not."""
    token = cursor.token
    word = tokens.WORDS[token.kind]
    before = brackets.brackets_before(cursor.text, token.start)
    pair = before.innermost()
    wanted = brackets.OPENERS[token.kind]
    if pair is None or pair.kind == wanted:
        return None
    is_open = False
    for other in before.open:
        if other.kind == wanted:
            is_open = True
    if not is_open or (brackets.balances(cursor.text, token.start, True)
                       and not brackets.balances(cursor.text, token.start, False)):
        result = at_token(cursor, 'this `%s` closes nothing' % word)
        result.note(span(cursor, pair.open, pair.open + 1),
                    'this one is still open')
        result.help('remove it, or add the `%s` that it belongs to' % tokens.WORDS[wanted])
        return result
    result = at_token(cursor, '')
    result.note(result.span, 'found `%s`' % word)
    result.title = 'this `%s` is never closed' % tokens.WORDS[pair.kind]
    result.span = span(cursor, pair.open, pair.open + 1)
    result.help('add `%s`' % tokens.WORDS[brackets.CLOSERS[pair.kind]])
    return result


def _other_bracket(cursor, kind):
    """Another bracket closes what ``kind`` should have closed."""
    before = brackets.brackets_before(cursor.text, cursor.token.start)
    wanted = brackets.OPENERS[kind]
    i = len(before.open) - 1
    while i >= 0 and before.open[i].kind != wanted:
        i -= 1
    if i < 0:
        return None
    pair = before.open[i]
    result = at_gap(cursor, 'expected %s, found %s' % (
        kind_words(kind), found_words(cursor)))
    result.note(result.span, 'found %s' % found_words(cursor))
    result.title = 'this `%s` is never closed' % tokens.WORDS[wanted]
    result.span = span(cursor, pair.open, pair.open + 1)
    result.help('add %s' % kind_words(kind))
    return result
