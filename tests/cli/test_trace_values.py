"""The values inside a trace: the same text as ``to_trace_json``, copied or not."""

import os

import pytest

from interpreter.cli import trace_text, trace_values
from interpreter.cli.trace_text import TraceText
from interpreter.cli.trace_values import ValueWriter
from interpreter.objects.json import to_trace_json
from interpreter.objects.json_reader import from_json
from interpreter.objects.list import newlist, newlist_float
from interpreter.objects.numbers import W_Float, newint
from tests.machine.support import session_of
from tests.objects.values import newlist_int

LONG = '[' + ', '.join([str(i) for i in range(40)]) + ']'

VALUES = [
    '0', '9', '10', '99', '100', '101', '-1', '-10', '1234567', '-98765432',
    '999999999999999999', '1000000000000000000', '9223372036854775807',
    '-9223372036854775808', '1.5', '-0.0', '1e300', 'true', 'false', 'null',
    '""', '"plain"', r'"quoted \" \\ \n \u0001"', u'"\xe4\u20ac"'.encode('utf-8'),
    '"%s"' % ('x' * 100), r'"%s\n"' % ('y' * 100), '[]', '{}', '[[], {}]',
    '[1, 2, 3]', '[1.5, 2.5]', '[1, "a", null]', LONG, '[%s, %s]' % (LONG, LONG),
    '{"b": 1, "a": {"x": %s}}' % LONG, '{"$variant": "None", "args": []}',
    '{"$variant": "Some", "args": [{"$variant": "Pair", "args": [1, %s]}]}' % LONG,
    '[' * 100 + '1' + ']' * 100]

PROGRAM = '''
import "std.map" as map
import "std.set" as set
import "std.deque" as deque
import "std.bytes" as bytes
import "std.list" as list
fn bytes_of(n :: Int) -> Bytes { bytes.from_str("caf") }
fn map_of(n :: Int) -> Map[Int, List[Int]] { map.from_list([(n, [n, n]), (2, [])]) }
fn set_of(n :: Int) -> Set[Int] { set.from_list([n, 2, n]) }
fn deque_of(n :: Int) -> Deque[Int] { deque.from_list([n, 2, n]) }
fn closure_of(n :: Int) -> (Int) -> Int { fn (x :: Int) -> Int { x + n } }
fn tuple_of(n :: Int) -> (Int, (Str, List[Int])) { (n, ("a", list.range(0, 50))) }
'''


@pytest.fixture
def path(tmpdir):
    return str(tmpdir.join('t'))


def opened(path):
    return TraceText(os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0600))


def content(text, path):
    text.flush()
    with open(path) as stream:
        return stream.read()


@pytest.mark.parametrize('size', [32, 100, 4096])
def test_texts(path, monkeypatch, size):
    monkeypatch.setattr(trace_text, 'SMALL_BUFFER_SIZE', size)
    values_w = [from_json(value) for value in VALUES]
    session = session_of(PROGRAM)
    for name in ['bytes_of', 'map_of', 'set_of', 'deque_of', 'closure_of',
                 'tuple_of']:
        values_w.append(session.invoke(name, [newint(1)]))
    values_w.append(newlist_int([1, -2]))
    values_w.append(newlist_float([1.0, -2.5]))
    values_w.append(newlist(values_w[:]))
    text = opened(path)
    values = ValueWriter(text)
    expected = ''
    for _ in range(2):
        for w_value in values_w:
            begin = values.begin_values()
            values.value(w_value)
            values.value(w_value)
            values.end_values(begin, 0, 0)
            expected += 2 * to_trace_json(w_value)
            assert text.position() == len(expected)
    assert content(text, path) == expected


def test_floats_share_their_places(path, monkeypatch):
    """More of them than there are places, each more than once."""
    monkeypatch.setattr(trace_values, 'FLOAT_BITS', 4)
    monkeypatch.setattr(trace_values, 'FLOATS', 1 << 4)
    floats = [0.0, -0.0, 1e300, float('inf'), float('-inf'), float('nan')]
    floats += [i / 7.0 for i in range(50)]
    text = opened(path)
    values = ValueWriter(text)
    for x in floats + floats + [0.0, -0.0, -0.0, 0.0]:
        values.value(W_Float(x))
        text.append_char(' ')
    expected = [to_trace_json(W_Float(x)) for x in floats]
    assert content(text, path).split(' ')[:-1] == (
        expected + expected + ['0.0', '-0.0', '-0.0', '0.0'])


class Counting(TraceText):
    """Counts what is copied."""
    copies = 0

    def repeat(self, position, size):
        done = TraceText.repeat(self, position, size)
        self.copies += done
        return done


def counting(path):
    text = Counting(os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0600))
    return text, ValueWriter(text)


def write_node(values, values_w, mark=-1, outer_mark=0):
    if mark < 0:
        mark = values.mark()
    begin = values.begin_values()
    for w_value in values_w:
        values.value(w_value)
    values.end_values(begin, mark, outer_mark)


def test_equal_objects_are_copied(path):
    text, values = counting(path)
    w_long = from_json(LONG)
    w_pair = newlist([w_long, w_long])
    write_node(values, [w_long, w_pair, newint(1)])
    assert text.copies == 0
    write_node(values, [w_long])
    write_node(values, [w_pair])
    assert text.copies == 2
    write_node(values, [from_json(LONG)])
    assert text.copies == 2


def test_parts_of_records_are_copied(path):
    text, values = counting(path)
    w_long = from_json(LONG)
    write_node(values, [w_long])
    w_record = from_json('{"a": 1}')
    w_record._part0 = w_long
    write_node(values, [w_record])
    assert text.copies == 1
    assert content(text, path) == to_trace_json(w_long) + to_trace_json(w_record)


def test_values_of_inner_nodes_are_forgotten(path):
    text, values = counting(path)
    w_inner, w_middle = from_json(LONG), from_json(LONG)
    outer = values.mark()
    middle = values.mark()
    write_node(values, [w_inner], middle, middle)
    write_node(values, [w_middle], middle, outer)
    assert [written.w_value for written in values.near] == [w_middle]


def test_memory_is_bounded(path):
    text, values = counting(path)
    for _ in range(100):
        write_node(values, [from_json(LONG), from_json(LONG)])
        assert len(values.near) <= (trace_values.LOOK_BACK + trace_values.OF_A_NODE)
    text.flush()
    write_node(values, [newint(1)])
    assert [written.w_value for written in values.near] == [None] * len(values.near)


def test_lost_text_is_not_copied(path):
    text, values = counting(path)
    w_long = from_json(LONG)
    write_node(values, [w_long])
    position, mark = text.position(), values.mark()
    values.value(w_long)                        # copied: now it is nearer
    text.cut(position)
    values.forget(mark, position)
    text.append('?' * 200)
    write_node(values, [w_long])
    assert content(text, path) == (to_trace_json(w_long) + '?' * 200 +
                                   to_trace_json(w_long))


@pytest.mark.parametrize('position', [0, 10, 4000, 5000, 9000])
def test_cut(path, position):
    text = opened(path)
    for i in range(1000):
        text.append_number(1000000000 + i)
    whole = ''.join([str(1000000000 + i) for i in range(1000)])
    text.cut(position)
    text.append('end')
    assert text.position() == position + 3
    assert content(text, path) == whole[:position] + 'end'
