import pytest

from tests.stdlib.support import (
    NONE, call, err, error_of, json_of, ok, some)


def test_list():
    assert json_of('list.len', [1, 2]) == '2'
    assert json_of('list.is_empty', []) == 'true'
    assert json_of('list.head', [1, 2]) == some('1')
    assert json_of('list.head', []) == NONE
    assert json_of('list.tail', [1, 2]) == '[2]'
    assert json_of('list.tail', []) == '[]'
    assert json_of('list.cons', 1, [2]) == '[1,2]'
    assert json_of('list.cons', 'a', [2]) == '["a",2]'
    assert json_of('list.concat', [1], ['b']) == '[1,"b"]'
    assert json_of('list.reverse', [1, 2, 3]) == '[3,2,1]'
    assert json_of('list.range', 2, 5) == '[2,3,4]'
    assert json_of('list.range', 5, 2) == '[]'
    assert json_of('list.enumerate', ['a', 'b']) == '[[0,"a"],[1,"b"]]'
    assert error_of('list.len', 3) == 'expected List, got Int(3)'


def test_option():
    w_some = call('list.head', [1])
    w_none = call('list.head', [])
    assert json_of('option.is_some', w_some) == 'true'
    assert json_of('option.is_none', w_some) == 'false'
    assert json_of('option.unwrap_or', w_some, 7) == '1'
    assert json_of('option.unwrap_or', w_none, 7) == '7'
    assert json_of('option.ok_or', w_some, 'e') == ok('1')
    assert json_of('option.ok_or', w_none, 'e') == err('e')
    assert error_of('option.is_some', 3) == 'expected Option, got Int(3)'


def test_result():
    w_ok = call('option.ok_or', call('list.head', [1]), 'e')
    w_err = call('option.ok_or', call('list.head', []), 'e')
    assert json_of('result.is_ok', w_ok) == 'true'
    assert json_of('result.is_err', w_ok) == 'false'
    assert json_of('result.unwrap_or', w_ok, 7) == '1'
    assert json_of('result.unwrap_or', w_err, 7) == '7'


def test_tuple():
    assert json_of('tuple.fst', (1, 'b')) == '1'
    assert json_of('tuple.snd', (1, 'b')) == '"b"'
    assert json_of('tuple.third', (1, 2, 3)) == '3'
    assert json_of('tuple.len', (1, 2)) == '2'
    assert error_of('tuple.fst', 1) == 'expected Tuple, got Int(1)'


def a_map(*pairs):
    return call('map.from_list', list(pairs))


def test_map():
    w_map = a_map(('b', 1), ('a', 2), ('B', 3), ('a', 4))
    assert json_of('map.size', w_map) == '3'
    assert json_of('map.keys', w_map) == '["B","a","b"]'
    assert json_of('map.values', w_map) == '[3,4,1]'
    assert json_of('map.entries', w_map) == '[["B",3],["a",4],["b",1]]'
    assert json_of('map.get', w_map, 'a') == some('4')
    assert json_of('map.get', w_map, 'z') == NONE
    assert json_of('map.has', w_map, 'b') == 'true'
    assert json_of('map.delete', w_map, 'a') == '{"B":3,"b":1}'
    assert json_of('map.delete', w_map, 'z') == json_of(
        'map.merge', w_map, call('map.new'))
    assert json_of('map.set', w_map, 'c', 9) == '{"B":3,"a":4,"b":1,"c":9}'
    assert json_of('map.merge', a_map((1, 'x'), (2, 'y')),
                   a_map((2, 'z'))) == '[[1,"x"],[2,"z"]]'
    assert json_of('map.is_empty', call('map.new')) == 'true'


def test_map_errors():
    assert error_of('map.get', call('map.new'), 1.5) == (
        'map/set key must be Str or Int, got Float(1.5)')
    assert error_of('map.size', 3) == 'expected Map, got Some(Int(3))'


def a_set(*members):
    return call('set.from_list', list(members))


def test_set():
    w_set = a_set(3, 1, 2, 3)
    assert json_of('set.to_list', w_set) == '[1,2,3]'
    assert json_of('set.size', w_set) == '3'
    assert json_of('set.has', w_set, 2) == 'true'
    assert json_of('set.add', w_set, 0) == '[0,1,2,3]'
    assert json_of('set.delete', w_set, 1) == '[2,3]'
    assert json_of('set.is_empty', call('set.new')) == 'true'
    assert error_of('set.has', w_set, True) == (
        'map/set key must be Str or Int, got Bool(true)')
    assert error_of('set.size', 3) == 'expected Set, got Some(Int(3))'


@pytest.mark.parametrize('left, right', [
    ([1, 2, 3], [2, 3, 4, 5]), ([1, 2, 3, 4], [2]), ([], [1]), ([1], []),
    ([1, 2], [1, 2])])
def test_set_algebra(left, right):
    w_left = a_set(*left)
    w_right = a_set(*right)

    def text(members):
        return str(sorted(members)).replace(' ', '')
    left = set(left)
    right = set(right)
    assert json_of('set.union', w_left, w_right) == text(left | right)
    assert json_of('set.intersect', w_left, w_right) == text(left & right)
    assert json_of('set.diff', w_left, w_right) == text(left - right)
    assert json_of('set.is_subset', w_left, w_right) == (
        str(left <= right).lower())


def test_deque():
    w_deque = call('deque.push_back', call('deque.from_list', [1, 2]), 3)
    w_deque = call('deque.push_front', w_deque, 0)
    assert json_of('deque.to_list', w_deque) == '[0,1,2,3]'
    assert json_of('deque.size', w_deque) == '4'
    assert json_of('deque.peek_front', w_deque) == some('0')
    assert json_of('deque.peek_back', w_deque) == some('3')
    assert json_of('deque.pop_front', w_deque) == some('[0,[1,2,3]]')
    assert json_of('deque.pop_back', w_deque) == some('[3,[0,1,2]]')
    w_empty = call('deque.new')
    assert json_of('deque.is_empty', w_empty) == 'true'
    for name in ['peek_front', 'peek_back', 'pop_front', 'pop_back']:
        assert json_of('deque.' + name, w_empty) == NONE


def test_bytes():
    w_bytes = call('bytes.from_str', 'h\xc3\xa9')
    assert json_of('bytes.len', w_bytes) == '3'
    assert json_of('bytes.is_empty', w_bytes) == 'false'
    assert json_of('bytes.eq', w_bytes, bytearray('h\xc3\xa9')) == 'true'
    assert json_of('bytes.to_str', w_bytes) == ok('"h\xc3\xa9"')
    assert json_of('bytes.slice', w_bytes, 0, 1) == '{"$bytes":"68"}'
    assert json_of('bytes.concat', bytearray('a'), bytearray('b')) == (
        '{"$bytes":"6162"}')
    assert json_of('bytes.concat_all', [bytearray('a'), bytearray('b')]) == (
        '{"$bytes":"6162"}')
    assert error_of('bytes.slice', w_bytes, 2, 1) == (
        'bytes.slice: out of range [2..1] of 3')
    assert error_of('bytes.slice', w_bytes, -1, 4) == (
        'bytes.slice: out of range [18446744073709551615..4] of 3')


@pytest.mark.parametrize('data, message', [
    ('a\xff', 'invalid utf-8 sequence of 1 bytes from index 1'),
    ('a\xc3', 'incomplete utf-8 byte sequence from index 1'),
    ('\xe2\x82', 'incomplete utf-8 byte sequence from index 0'),
    ('\xe2\x28\xa1', 'invalid utf-8 sequence of 1 bytes from index 0'),
    ('\xe2\x82\x28', 'invalid utf-8 sequence of 2 bytes from index 0'),
    ('\xed\xa0\x80', 'invalid utf-8 sequence of 1 bytes from index 0'),
    ('\xf0\x9f\x98\x28', 'invalid utf-8 sequence of 3 bytes from index 0'),
    ('\xc0\x80', 'invalid utf-8 sequence of 1 bytes from index 0')])
def test_invalid_utf8(data, message):
    assert json_of('bytes.to_str', bytearray(data)) == err(message)


def test_packing():
    assert json_of('bytes.u8', 257) == '{"$bytes":"01"}'
    assert json_of('bytes.u16_le', 0x1234) == '{"$bytes":"3412"}'
    assert json_of('bytes.u32_le', -2) == '{"$bytes":"feffffff"}'
    assert json_of('bytes.u64_le', -1) == '{"$bytes":"ffffffffffffffff"}'
    data = bytearray('\xff\x01\x00\x80\xff\xff\xff\xff')
    assert json_of('bytes.u8_at', data, 0) == ok('255')
    assert json_of('bytes.u16_le_at', data, 0) == ok('511')
    assert json_of('bytes.u32_le_at', data, 0) == ok('2147484159')
    assert json_of('bytes.u64_le_at', data, 0) == ok('-2147483137')
    assert json_of('bytes.u32_le_at', bytearray('abc'), 3) == err(
        'bytes.u32_le_at: offset 3 out of range of 3 bytes')
    assert json_of('bytes.u8_at', bytearray('abc'), -1) == err(
        'bytes.u8_at: offset 18446744073709551615 out of range of 3 bytes')


def test_assertions():
    assert json_of('test.assert_eq', [1], [1]) == ok('null')
    assert json_of('test.assert_eq', 1, 2) == err('assert_eq: lhs 1 != rhs 2')
    assert json_of('test.assert_eq', float('nan'), float('nan')) == err(
        'assert_eq: lhs null != rhs null')
    assert json_of('test.assert_ne', 1, 1) == err(
        'assert_ne: both sides are 1')
    assert json_of('test.assert_true', False) == err('assert_true: was false')
    assert json_of('test.assert_false', True) == err('assert_false: was true')
    assert json_of('test.assert_true', True) == ok('null')
