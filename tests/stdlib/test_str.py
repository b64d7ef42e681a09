# coding: utf-8
import pytest

from tests.stdlib.support import NONE, call, error_of, json_of, some


def text_of(path, *args):
    return call(path, *args).utf8_w()


def test_units():
    assert json_of('str.len', 'héy') == '4'
    assert json_of('str.is_empty', '') == 'true'
    assert text_of('str.char_at', 'héy', 0) == 'h'
    assert text_of('str.char_at', 'héy', 1) == ''
    assert text_of('str.char_at', 'héy', 3) == 'y'
    assert text_of('str.char_at', 'abc', 3) == ''
    assert text_of('str.char_at', 'abc', -1) == ''


@pytest.mark.parametrize('text, start, stop, expected', [
    ('abc', 1, 2, 'b'), ('héyß', 1, 3, 'éy'), ('abc', -5, 2, 'ab'),
    ('abc', 100, 200, ''), ('héy', 1, 200, 'éy'), ('', 0, 0, '')])
def test_slice(text, start, stop, expected):
    assert text_of('str.slice', text, start, stop) == expected


def test_reversed_slice():
    assert error_of('str.slice', 'abc', 2, 1) == (
        'str.slice: reversed range [2..1]')
    assert error_of('str.slice', 'abc', 200, 100) == (
        'str.slice: reversed range [200..100]')


@pytest.mark.parametrize('text, separator, expected', [
    ('a,,b,', ',', '["a","","b",""]'), ('', ',', '[""]'),
    ('hé', '', '["h","é"]'), ('', '', '[]'),
    ('aXXbXXc', 'XX', '["a","b","c"]')])
def test_split(text, separator, expected):
    assert json_of('str.split', text, separator) == expected


def test_join():
    assert text_of('str.join', ['a', 'b'], ', ') == 'a, b'
    assert text_of('str.join', [], ', ') == ''
    assert error_of('str.join', [1], ',') == 'expected Str, got Int(1)'


def test_search():
    assert json_of('str.starts_with', 'abc', 'ab') == 'true'
    assert json_of('str.ends_with', 'abc', 'bc') == 'true'
    assert json_of('str.contains', 'abc', '') == 'true'
    assert json_of('str.contains', 'abc', 'x') == 'false'
    assert json_of('str.cmp', 'a', 'b') == '-1'
    assert json_of('str.cmp', 'é', 'z') == '1'
    assert json_of('str.cmp', 'a', 'a') == '0'


@pytest.mark.parametrize('old, new, expected', [
    ('b', 'XY', 'aXYcaXY'), ('', '-', '-a-b-c-a-b-'), ('z', 'q', 'abcab'),
    ('ab', '', 'c')])
def test_replace(old, new, expected):
    assert text_of('str.replace', 'abcab', old, new) == expected


def test_trim():
    assert text_of('str.trim', ' \t\n a b \x0b\x0c\r') == 'a b'
    assert text_of('str.trim', '\xc2\x85\xc2\xa0x\xe3\x80\x80') == 'x'
    assert text_of('str.trim', '\xe2\x80\x8bx') == '\xe2\x80\x8bx'
    assert text_of('str.trim', '\x1cx\x1f') == '\x1cx\x1f'
    assert text_of('str.trim', '  ') == ''


def test_letter_case():
    assert text_of('str.to_upper', 'straße ﬁ') == 'STRASSE FI'
    assert text_of('str.to_lower', 'ÀB') == 'àb'
    assert text_of('str.to_lower', 'İ') == 'i\xcc\x87'


@pytest.mark.parametrize('text, expected', [
    ('ΟΔΟΣ', 'οδος'), ('Σ', 'σ'), ('ΑΣ.', 'ας.'), ('ΑΣΑ', 'ασα'),
    ("ΑΣ'Α", "ασ'α"), ('ΑΣ Α', 'ας α')])
def test_final_sigma(text, expected):
    assert text_of('str.to_lower', text) == expected


def test_strip():
    assert json_of('str.strip_prefix', 'abc', 'ab') == some('"c"')
    assert json_of('str.strip_prefix', 'abc', 'b') == NONE
    assert json_of('str.strip_suffix', 'abc', 'bc') == some('"a"')
    assert json_of('str.strip_suffix', 'abc', '') == some('"abc"')


@pytest.mark.parametrize('text, expected', [
    ('12', '12'), ('+5', '5'), ('-7', '-7'),
    ('9223372036854775807', '9223372036854775807'),
    ('-9223372036854775808', '-9223372036854775808'), ('007', '7')])
def test_int_of_text(text, expected):
    assert json_of('str.to_int', text) == some(expected)


@pytest.mark.parametrize('text', [
    '', '+', '-', ' 1', '1 ', '1_0', '0x1', '1.0', '--1',
    '9223372036854775808', '-9223372036854775809',
    '99999999999999999999999'])
def test_no_int(text):
    assert json_of('str.to_int', text) == NONE


@pytest.mark.parametrize('text, expected', [
    ('1.', 1.0), ('.5', 0.5), ('-2.5e3', -2500.0), ('1e400', float('inf')),
    ('InF', float('inf')), ('-infinity', -float('inf')), ('+1E-2', 0.01),
    ('0.1', 0.1), ('123456789012345678', 123456789012345678.0),
    ('5e-324', 5e-324), ('2.2250738585072011e-308', 2.2250738585072011e-308)])
def test_float_of_text(text, expected):
    assert call('str.to_float', text).getarg(0).floatval == expected


def test_nan_of_text():
    value = call('str.to_float', 'nan').getarg(0).floatval
    assert value != value


@pytest.mark.parametrize('text', [
    '.', 'e5', '1e', '', ' 1', '1 ', '1_0', '0x1', '1e+', '-', 'infin',
    '1.2.3', '1f'])
def test_no_float(text):
    assert json_of('str.to_float', text) == NONE


def test_ill_typed():
    assert error_of('str.len', 3) == 'expected Str, got Int(3)'
