"""Token kinds and the names that error messages give them.

A kind is a small integer.  ``NAMES[kind]`` is the name used in messages,
``KEYWORDS`` maps the reserved words to their kinds.
"""

NAMES = []


def _kind(name):
    NAMES.append(name)
    return len(NAMES) - 1


EOF = _kind('EOF')
NEWLINE = _kind('Newline')
SEMI = _kind('Semi')

INT = _kind('Int')
FLOAT = _kind('Float')
STR = _kind('Str')
BYTES = _kind('Bytes')
FSTR = _kind('FStr')
IDENT = _kind('Ident')

FN = _kind('Fn')
LET = _kind('Let')
TYPE = _kind('Type')
MATCH = _kind('Match')
IF = _kind('If')
ELSE = _kind('Else')
RETURN = _kind('Return')
IMPORT = _kind('Import')
AS = _kind('As')
TRUE = _kind('True')
FALSE = _kind('False')
AND = _kind('And')
OR = _kind('Or')
NOT = _kind('Not')

PIPE = _kind('Pipe')
ARROW = _kind('Arrow')
FAT_ARROW = _kind('FatArrow')
COLON_EQ = _kind('ColonEq')
COLON_COLON = _kind('ColonColon')
EQ_EQ = _kind('EqEq')
BANG_EQ = _kind('BangEq')
LT_EQ = _kind('LtEq')
GT_EQ = _kind('GtEq')
DOT_DOT_DOT = _kind('DotDotDot')
PLUS = _kind('Plus')
MINUS = _kind('Minus')
STAR = _kind('Star')
SLASH = _kind('Slash')
PERCENT = _kind('Percent')
LT = _kind('Lt')
GT = _kind('Gt')
DOT = _kind('Dot')
COMMA = _kind('Comma')
COLON = _kind('Colon')
QUESTION = _kind('Question')
LPAREN = _kind('LParen')
RPAREN = _kind('RParen')
LBRACE = _kind('LBrace')
RBRACE = _kind('RBrace')
LBRACKET = _kind('LBracket')
RBRACKET = _kind('RBracket')
EQ = _kind('Eq')
BAR = _kind('Bar')
UNDERSCORE = _kind('Underscore')

KEYWORDS = {
    'fn': FN, 'let': LET, 'type': TYPE, 'match': MATCH, 'if': IF,
    'else': ELSE, 'return': RETURN, 'import': IMPORT, 'as': AS,
    'true': TRUE, 'false': FALSE, 'and': AND, 'or': OR, 'not': NOT,
}

_SINGLE = {
    '\n': NEWLINE, ';': SEMI, '+': PLUS, '-': MINUS, '*': STAR, '/': SLASH,
    '%': PERCENT, '<': LT, '>': GT, '.': DOT, ',': COMMA, ':': COLON,
    '?': QUESTION, '(': LPAREN, ')': RPAREN, '{': LBRACE, '}': RBRACE,
    '[': LBRACKET, ']': RBRACKET, '=': EQ, '|': BAR,
}

# The kind of a one-character token, by character code; EOF where there is none.
SINGLE = [_SINGLE.get(chr(i), EOF) for i in range(256)]


def double_kind(first, second):
    """The kind of a two-character operator, or EOF."""
    if second == '>':
        if first == '|':
            return PIPE
        if first == '-':
            return ARROW
        if first == '=':
            return FAT_ARROW
    elif second == '=':
        if first == ':':
            return COLON_EQ
        if first == '=':
            return EQ_EQ
        if first == '!':
            return BANG_EQ
        if first == '<':
            return LT_EQ
        if first == '>':
            return GT_EQ
    elif second == ':' and first == ':':
        return COLON_COLON
    return EOF


# Binary operators: binding strength (0 for anything else) and spelling.
PRECEDENCE = [0] * len(NAMES)
SPELLING = [''] * len(NAMES)
for _level, _operators in enumerate([
        [(OR, 'or')],
        [(AND, 'and')],
        [(EQ_EQ, '=='), (BANG_EQ, '!='), (LT, '<'), (LT_EQ, '<='),
         (GT, '>'), (GT_EQ, '>=')],
        [(PLUS, '+'), (MINUS, '-')],
        [(STAR, '*'), (SLASH, '/'), (PERCENT, '%')]]):
    for _operator, _text in _operators:
        PRECEDENCE[_operator] = _level + 1
        SPELLING[_operator] = _text


# How messages for people call the kinds that are always spelled alike.
_WORDS = {
    PIPE: '|>', ARROW: '->', FAT_ARROW: '=>', COLON_EQ: ':=', COLON_COLON: '::',
    EQ_EQ: '==', BANG_EQ: '!=', LT_EQ: '<=', GT_EQ: '>=', DOT_DOT_DOT: '...',
    PLUS: '+', MINUS: '-', STAR: '*', SLASH: '/', PERCENT: '%', LT: '<', GT: '>',
    DOT: '.', COMMA: ',', COLON: ':', QUESTION: '?', LPAREN: '(', RPAREN: ')',
    LBRACE: '{', RBRACE: '}', LBRACKET: '[', RBRACKET: ']', EQ: '=', BAR: '|',
    UNDERSCORE: '_', SEMI: ';',
}
_WORDS.update([(_kind_of_word, _word) for _word, _kind_of_word in KEYWORDS.items()])
WORDS = [_WORDS.get(_number, '') for _number in range(len(NAMES))]


class Token(object):
    """One token: its kind, its byte range, and whether a newline or ``;``
    stands before it."""
    _immutable_fields_ = ['kind', 'start', 'end', 'after_newline']

    def __init__(self, kind, start, end, after_newline):
        assert start >= 0
        assert end >= 0
        self.kind = kind
        self.start = start
        self.end = end
        self.after_newline = after_newline

    def text(self, source):
        start = self.start
        end = self.end
        assert start >= 0
        assert end >= 0
        return source[start:end]
