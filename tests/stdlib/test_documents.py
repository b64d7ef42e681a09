# coding: utf-8
"""JSON, CSV and dotenv texts."""

import pytest

from tests.stdlib.support import call, err, json_of, ok


@pytest.mark.parametrize('text, message', [
    ('', 'EOF while parsing a value at line 1 column 0'),
    ('[1,]', 'trailing comma at line 1 column 4'),
    ('{"a":1}}', 'trailing characters at line 1 column 8'),
    ('nan', 'expected ident at line 1 column 2')])
def test_json_errors(text, message):
    assert json_of('json.parse', text) == err(message)


def test_json_round_trip():
    text = '{"a":[1,2.5,null,true],"b":"é"}'
    w_value = call('json.parse', text).getarg(0)
    assert call('json.stringify', w_value).utf8_w() == text


def strict(text, *paths):
    return json_of('json.parse_strict', text, list(paths))


def test_required_paths():
    text = '{"a":{"b":1},"c.d":2}'
    assert strict(text) == ok(text)
    assert strict(text, 'a', 'a.b', 'c\\.d') == ok(text)
    assert strict(text, 'a.x', 'c.d', 'a.b.e', 'a') == err(
        'missing required field(s): a.x, c.d, a.b.e')
    assert strict('[1]', 'age', 'name') == err(
        'parse_strict: expected top-level object with fields '
        '[\\"age\\", \\"name\\"], got [1]')
    assert strict('[1]') == ok('[1]')


def typed(text, *schema):
    required = [name for name, tag in schema
                if not tag.startswith('Option[')]
    return json_of('json.parse_strict_typed', text, required, list(schema))


def test_typed_fields():
    assert typed('{"a":1,"f":1,"x":0}', ('a', 'Int'), ('f', 'Float')) == ok(
        '{"a":1,"f":1,"x":0}')
    assert typed('{"age":1.5}', ('age', 'Int')) == err(
        'field `age`: expected Int, got Number')
    assert typed('{"a":[1,"x"]}', ('a', 'List[Int]')) == err(
        'field `a`: [1]: expected Int, got Str')
    assert typed('{"a":3}', ('a', 'List[Int]')) == ok('{"a":3}')
    assert typed('{"a":{}}', ('a', 'Bool')) == err(
        'field `a`: expected Bool, got Object')
    assert typed('{"a":null}', ('a', 'Str')) == err(
        'field `a`: expected Str, got null')
    assert typed('{"a":3}', ('a', 'Record')) == ok('{"a":3}')
    assert typed('{}', ('a', 'Int'), ('b', 'Any')) == err(
        'missing required field(s): a, b')
    assert typed('{', ('a', 'Int')) == err(
        'EOF while parsing an object at line 1 column 1')


def test_optional_fields():
    none = '{"$variant":"None","args":[]}'
    schema = [('a', 'Option[Int]'), ('b', 'Option[Str]'),
              ('c', 'Option[List[Int]]')]
    assert typed('{"a":1,"b":null}', *schema) == ok(
        '{"a":{"$variant":"Some","args":[1]},"b":%s,"c":%s}' % (none, none))
    assert typed('{"a":"x"}', *schema) == err(
        'field `a`: expected Int, got Str')


@pytest.mark.parametrize('text, rows', [
    ('"a,""b""",c', '[["a,\\"b\\"","c"]]'), ('a\n\n\nb', '[["a"],["b"]]'),
    (' a , b ', '[[" a "," b "]]'), ('"unclosed', '[["unclosed"]]'),
    ('"a"x,b', '[["ax","b"]]'), ('a"b,c', '[["a\\"b","c"]]'), ('', '[]'),
    (',', '[["",""]]'), ('a\rb', '[["a"],["b"]]'),
    ('\xef\xbb\xbfa\r\nb\r\n', '[["a"],["b"]]'), ('a,b\nc', '[["a","b"],["c"]]'),
    ('""', '[[""]]'), ('a,\n', '[["a",""]]')])
def test_csv_parse(text, rows):
    assert json_of('csv.parse', text) == ok(rows)


def stringify(rows):
    return call('csv.stringify', rows).getarg(0).utf8_w()


def test_csv_stringify():
    assert stringify([['a,b', 'q"q', 'n\nl', '  sp ']]) == (
        '"a,b","q""q","n\nl",  sp \n')
    assert stringify([['', '']]) == ',\n'
    assert stringify([['']]) == '""\n'
    assert stringify([[]]) == '""\n'
    assert stringify([]) == ''
    assert stringify([['a'], ['b', 'c']]) == (
        'csv.stringify: CSV error: found record with 2 fields, but the '
        'previous record has 1 fields')


def test_dotenv():
    text = ('# c\n\nA=1\n export B = "x y" \nC="a\nD="q" z\nE=a=b # c\n'
            "F='s'\nA=2\r\n")
    assert json_of('dotenv.parse', text) == ok(
        '{"A":"2","B":"x y","C":"\\"a","D":"\\"q\\" z","E":"a=b # c",'
        '"F":"s"}')
    assert json_of('dotenv.parse', '\n\n\nno') == err(
        'dotenv.parse line 4: missing `=`')
    assert json_of('dotenv.parse', '=1') == err('dotenv.parse line 1: empty key')
