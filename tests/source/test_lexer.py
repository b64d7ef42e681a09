# coding: utf-8
import pytest

from interpreter.source import lexer, tokens
from interpreter.source.debug import token_debug
from interpreter.source.errors import LexSourceError
from interpreter.source.tokens import Token


def lex(text):
    found = []
    scanner = lexer.Lexer(text)
    scanner.scan(0)
    while scanner.kind != tokens.EOF:
        token = Token(scanner.kind, scanner.start, scanner.end, False)
        found.append(token_debug(token, text))
        scanner.scan(scanner.end)
    return ' '.join(found)


def lex_error(text):
    with pytest.raises(LexSourceError) as info:
        lexer.check(text)
    return info.value.message


@pytest.mark.parametrize('text, expected', [
    ('fn let type match if else return import as true false and or not',
     'Fn Let Type Match If Else Return Import As True False And Or Not'),
    ('|> -> => := :: == != <= >= ...',
     'Pipe Arrow FatArrow ColonEq ColonColon EqEq BangEq LtEq GtEq DotDotDot'),
    ('+ - * / % < > . , ; : ?',
     'Plus Minus Star Slash Percent Lt Gt Dot Comma Semi Colon Question'),
    ('( ) { } [ ] = | _',
     'LParen RParen LBrace RBrace LBracket RBracket Eq Bar Underscore'),
    ('a\n;b', 'Ident("a") Newline Semi Ident("b")'),
])
def test_every_fixed_token(text, expected):
    assert lex(text) == expected


@pytest.mark.parametrize('text, expected', [
    ('fnx _x __ _1 aB_9 examples const', 'Ident("fnx") Ident("_x") Ident("__") '
     'Ident("_1") Ident("aB_9") Ident("examples") Ident("const")'),
    ('..', 'Dot Dot'),
    ('|>>', 'Pipe Gt'),
    ('->>', 'Arrow Gt'),
    ('===', 'EqEq Eq'),
    (':::=', 'ColonColon ColonEq'),
    ('....', 'DotDotDot Dot'),
])
def test_longest_match(text, expected):
    assert lex(text) == expected


@pytest.mark.parametrize('text, expected', [
    ('0 007 1_000 5_ 1__0', 'Int(0) Int(7) Int(1000) Int(5) Int(10)'),
    ('9223372036854775807', 'Int(9223372036854775807)'),
    ('00009223372036854775807', 'Int(9223372036854775807)'),
    ('1.5 1_0.2_5 2e3 2E-1 1_2e+1', 'Float(1.5) Float(10.25) Float(2000.0) '
     'Float(0.2) Float(120.0)'),
    ('1_e5 0.5e1', 'Float(100000.0) Float(5.0)'),
    ('1e+', 'Int(1) Ident("e") Plus'),
    ('1.5e-x', 'Float(1.5) Ident("e") Minus Ident("x")'),
    ('1._5', 'Int(1) Dot Ident("_5")'),
    ('1e1_0', 'Float(10.0) Ident("_0")'),
    ('0x1F 5x', 'Int(0) Ident("x1F") Int(5) Ident("x")'),
    ('1. .5 1.foo', 'Int(1) Dot Dot Int(5) Int(1) Dot Ident("foo")'),
    ('1e400 1e-400 1e16 1e15', 'Float(inf) Float(0.0) Float(1e16) '
     'Float(1000000000000000.0)'),
    ('0.0001 0.00001 1.5e300', 'Float(0.0001) Float(1e-5) Float(1.5e300)'),
])
def test_numbers(text, expected):
    assert lex(text) == expected


@pytest.mark.parametrize('text, expected', [
    ('"a\\tb\\n\\r\\\\\\"\\0"', 'Str("a\\tb\\n\\r\\\\\\"\\0")'),
    ('"two\nlines # text"', 'Str("two\\nlines # text")'),
    ('b"hi" f"x{y}"', 'Bytes([104, 105]) FStr("x{y}")'),
    ('b "x"', 'Ident("b") Str("x")'),
    ('bf"x"', 'Ident("bf") Str("x")'),
    ('""b""f""', 'Str("") Bytes([]) FStr("")'),
    ('"\xc3\xa9\x01\xc2\xa0"', 'Str("\xc3\xa9\\u{1}\\u{a0}")'),
])
def test_strings(text, expected):
    assert lex(text) == expected


def test_blanks_and_comments():
    assert lex(' \t\r\x0ca#b "\n#c') == 'Ident("a") Newline'


@pytest.mark.parametrize('text, snippet, start, end', [
    ('fn !', '!', 3, 4),
    ('a & b', '&', 2, 3),
    ('\xc3\xa9', '\xc3\xa9', 0, 2),
    ('\xef\xbb\xbffn', '\xef\xbb\xbf', 0, 3),
    ('\x0b', '\x0b', 0, 1),
    ("x 'c'", "'", 2, 3),
    ('9223372036854775808', '9223372036854775808', 0, 19),
    ('1_9223372036854775807', '1_9223372036854775807', 0, 21),
    ('"bad \\q x" "', '"bad \\q x"', 0, 10),
    ('f"a\\{b}"', 'f"a\\{b}"', 0, 8),
    ('b"\\x41"', 'b"\\x41"', 0, 7),
    ('"open\n', '"open\n', 0, 6),
    ('"open \\', '"open \\', 0, 7),
    ('"a\\\nb"', '"a\\', 0, 3),
    ('b"open', '"open', 1, 6),
    ('f"a\\\nb"', '"a\\', 1, 4),
])
def test_lexical_errors(text, snippet, start, end):
    assert lex_error(text) == 'unrecognized token `%s` at %d..%d' % (
        snippet, start, end)
