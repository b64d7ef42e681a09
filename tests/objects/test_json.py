"""JSON out of values and values out of JSON."""

import json

import pytest
from hypothesis import given

from interpreter.objects.actor import W_Actor
from interpreter.objects.bytes import newbytes
from interpreter.objects.closure import W_Closure
from interpreter.objects.deque import W_Deque
from interpreter.objects.display import debug
from interpreter.objects.equality import equal
from interpreter.objects.json import to_json, to_trace_json
from interpreter.objects.json_reader import JsonError, from_json, from_plain_json
from interpreter.objects.list import newlist, newrange
from interpreter.objects.map import empty_map
from interpreter.objects.matrix import newmatrix
from interpreter.objects.numbers import (
    newfloat, newint, w_false, w_true, w_unit)
from interpreter.objects.record import record_from_pairs
from interpreter.objects.set import empty_set
from interpreter.objects.text import newstr
from interpreter.objects.tuple import newtuple
from interpreter.objects.variant import some, w_none

from tests.objects.values import (
    CODE, as_map, as_set, plain_values, readable_values, tower, values)

W_ONE = newint(1)
W_RECORD = record_from_pairs(['b', 'a'], [w_unit, W_ONE])
W_STR_MAP = as_map([(newstr('k'), W_ONE), (newstr('a'), w_true)])
W_INT_MAP = as_map([(W_ONE, w_true), (newstr('a'), w_false)])


@pytest.mark.parametrize('w_value, document', [
    (newint(-2 ** 63), '-9223372036854775808'),
    (newfloat(1.0), '1.0'),
    (newfloat(float('nan')), 'null'),
    (newfloat(float('-inf')), 'null'),
    (w_true, 'true'),
    (w_unit, 'null'),
    (newstr('a"\\\n\x01\x7f/\xc3\xa9'), '"a\\"\\\\\\n\\u0001\x7f/\xc3\xa9"'),
    (newstr('\b\f\r\t\x1f'), '"\\b\\f\\r\\t\\u001f"'),
    (newbytes('\x00\xff'), '{"$bytes":"00ff"}'),
    (newrange(1, 4), '[1,2,3]'),
    (newlist([]), '[]'),
    (newtuple([W_ONE, w_true]), '[1,true]'),
    (W_Deque(newrange(0, 2)), '[0,1]'),
    (as_set([newint(2), newstr('x'), W_ONE]), '["x",1,2]'),
    (W_RECORD, '{"a":1,"b":null}'),
    (some(W_ONE), '{"$variant":"Some","args":[1]}'),
    (w_none, '{"$variant":"None","args":[]}'),
    (W_Closure(CODE, []), '"<closure 90320000>"'),
    (newmatrix(1, 2, [1.0, 0.5]),
     '{"$f64_array":true,"cols":2,"data":[1.0,0.5],"rows":1}'),
    (W_STR_MAP, '{"a":true,"k":1}'),
    (W_INT_MAP, '[["a",false],[1,true]]'),
    (empty_map, '{}'),
    (empty_set, '[]'),
    (W_Actor(W_ONE, W_ONE), '"<actor>"'),
])
def test_to_json(w_value, document):
    assert to_json(w_value) == document


@pytest.mark.parametrize('w_value, document', [
    (newbytes('\x00\xff'), '"00ff"'),
    (W_STR_MAP, '{"$map":true,"entries":[["a",true],["k",1]]}'),
    (empty_map, '{"$map":true,"entries":[]}'),
    (as_set([W_ONE]), '{"$set":true,"items":[1]}'),
    (W_Deque(newlist([newbytes('a')])), '{"$deque":true,"items":["61"]}'),
    (some(W_ONE), '{"$variant":"Some","args":[1]}'),
])
def test_trace_encoding(w_value, document):
    assert to_trace_json(w_value) == document


@pytest.mark.parametrize('document, text', [
    ('null', 'Unit'),
    (' true\n', 'Bool(true)'),
    ('12', 'Int(12)'),
    ('-9223372036854775808', 'Int(-9223372036854775808)'),
    ('9223372036854775807', 'Int(9223372036854775807)'),
    ('9223372036854775808', 'Float(9.223372036854776e18)'),
    ('12345678901234567890', 'Float(1.2345678901234567e19)'),
    ('-0', 'Float(-0.0)'),
    ('2.0', 'Float(2.0)'),
    ('1e2', 'Float(100.0)'),
    ('0.1', 'Float(0.1)'),
    ('1e-400', 'Float(0.0)'),
    ('"\\u00e9\\ud83d\\ude00\\/"', 'Str("\xc3\xa9\xf0\x9f\x98\x80/")'),
    ('[1, "a"]', 'List([Int(1), Str("a")])'),
    ('{"$variant":"Red","args":[1],"x":2}',
     'Variant { name: "Red", args: [Int(1)] }'),
    ('{"args":[],"$variant":"Red"}', 'Variant { name: "Red", args: [] }'),
    ('{"$bytes":"00fF"}', 'Bytes([0, 255])'),
])
def test_from_json(document, text):
    assert debug(from_json(document)) == text


@pytest.mark.parametrize('document', [
    '{"$variant":"Red"}',
    '{"$variant":1,"args":[]}',
    '{"$bytes":"abc"}',
    '{"$bytes":"zz"}',
    '{"$bytes":"00","x":1}',
])
def test_objects_that_stay_records(document):
    w_value = from_json(document)
    assert w_value.type_name() == 'Record'
    assert to_json(w_value) == document


def test_untagged_reading():
    assert from_json('{"$bytes":"00"}', False).type_name() == 'Record'
    w_value = from_plain_json('{"$variant":"A","args":[{"$bytes":"00"}]}')
    assert w_value.type_name() == 'Record'


def test_last_of_equal_keys_wins():
    assert to_json(from_json('{"a":1,"b":2,"a":3}')) == '{"a":3,"b":2}'


@pytest.mark.parametrize('document, message', [
    ('', 'EOF while parsing a value at line 1 column 0'),
    ('nul', 'EOF while parsing a value at line 1 column 3'),
    ('tru e', 'expected ident at line 1 column 4'),
    ('truex', 'trailing characters at line 1 column 5'),
    ('[1,]', 'trailing comma at line 1 column 4'),
    ('[1 2]', 'expected `,` or `]` at line 1 column 4'),
    ('[,1]', 'expected value at line 1 column 2'),
    ('[1', 'EOF while parsing a list at line 1 column 2'),
    ('[1]x', 'trailing characters at line 1 column 4'),
    ('{"a":1,}', 'trailing comma at line 1 column 8'),
    ('{a:1}', 'key must be a string at line 1 column 2'),
    ('{,}', 'key must be a string at line 1 column 2'),
    ('{"a" 1}', 'expected `:` at line 1 column 6'),
    ('{"a":}', 'expected value at line 1 column 6'),
    ('{"a":1', 'EOF while parsing an object at line 1 column 6'),
    ('{"a":1 "b"', 'expected `,` or `}` at line 1 column 8'),
    ('{"a":1}}', 'trailing characters at line 1 column 8'),
    ('"abc', 'EOF while parsing a string at line 1 column 4'),
    ('"a\nb"', 'control character (\\u0000-\\u001F) found while parsing a '
               'string at line 2 column 0'),
    ('"\\x"', 'invalid escape at line 1 column 3'),
    ('"\\ud800"', 'unexpected end of hex escape at line 1 column 8'),
    ('"\\udc00"', 'lone leading surrogate in hex escape at line 1 column 7'),
    ('"\\u12"', 'EOF while parsing a string at line 1 column 6'),
    ('01', 'invalid number at line 1 column 2'),
    ('-', 'EOF while parsing a value at line 1 column 1'),
    ('1.', 'EOF while parsing a value at line 1 column 2'),
    ('1e', 'EOF while parsing a value at line 1 column 2'),
    ('1 2', 'trailing characters at line 1 column 3'),
    ('1e400', 'number out of range at line 1 column 5'),
    ('NaN', 'expected value at line 1 column 1'),
    ('nan', 'expected ident at line 1 column 2'),
    ('+1', 'expected value at line 1 column 1'),
    ('.5', 'expected value at line 1 column 1'),
    ("'a'", 'expected value at line 1 column 1'),
    ('\xef\xbb\xbf1', 'expected value at line 1 column 1'),
    ('\0', 'expected value at line 1 column 1'),
    ('\t[ 1 ,\n 2 x]', 'expected `,` or `]` at line 2 column 4'),
    ('[' * 128 + ']' * 128, 'recursion limit exceeded at line 1 column 128'),
])
def test_errors(document, message):
    with pytest.raises(JsonError) as info:
        from_json(document)
    assert info.value.text() == message


def test_deepest_document():
    document = '[' * 127 + ']' * 127
    assert to_json(from_json(document)) == document


def test_deep_values_are_written_without_recursion():
    document = to_json(tower(30000))
    assert document[:40] == '{"$variant":"Some","args":[[[{"$variant"'
    assert document.count('[') == 30000


@given(readable_values)
def test_round_trip(w_value):
    assert equal(from_json(to_json(w_value)), w_value)


@given(plain_values)
def test_plain_round_trip(w_value):
    assert equal(from_plain_json(to_json(w_value)), w_value)


@given(values)
def test_documents_are_valid(w_value):
    json.loads(to_json(w_value))
    json.loads(to_trace_json(w_value))
