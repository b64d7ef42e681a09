import math

import pytest

from tests.stdlib.support import NONE, call, error_of, json_of

MIN = -2 ** 63
MAX = 2 ** 63 - 1


def test_int():
    assert json_of('int.to_str', -12) == '"-12"'
    assert json_of('int.to_str', MIN) == '"-9223372036854775808"'
    assert json_of('int.to_float', 3) == '3.0'
    assert json_of('int.abs', -3) == '3'
    assert json_of('int.abs', MIN) == str(MIN)
    assert json_of('int.min', 2, -1) == '-1'
    assert json_of('int.max', 2, -1) == '2'


def test_int_of_float_truncates_and_saturates():
    assert json_of('float.to_int', -2.9) == '-2'
    assert json_of('float.to_int', float('inf')) == str(MAX)
    assert json_of('float.to_int', -1e300) == str(MIN)
    assert json_of('float.to_int', float('nan')) == '0'
    assert json_of('float.to_int', 9223372036854775808.0) == str(MAX)


@pytest.mark.parametrize('value, text', [
    (1.0, '1'), (-0.0, '-0'), (1e21, '1000000000000000000000'),
    (1e-7, '0.0000001'), (float('nan'), 'NaN'), (float('inf'), 'inf'),
    (float('-inf'), '-inf')])
def test_float_text(value, text):
    assert json_of('float.to_str', value) == '"%s"' % text


@pytest.mark.parametrize('name, x, expected', [
    ('round', 2.5, '3.0'), ('round', -2.5, '-3.0'),
    ('round', 0.49999999999999994, '0.0'), ('trunc', -1.7, '-1.0'),
    ('floor', -1.2, '-2.0'), ('ceil', 1.2, '2.0'), ('abs', -1.5, '1.5'),
    ('sqrt', 9.0, '3.0'), ('sqrt', -1.0, 'null'), ('log', 0.0, 'null'),
    ('log', -1.0, 'null'), ('exp', 1000.0, 'null'), ('exp', 0.0, '1.0'),
    ('log2', 8.0, '3.0'), ('log10', 1000.0, '3.0'), ('sin', 0.0, '0.0'),
    ('cos', 0.0, '1.0'), ('tan', 0.0, '0.0'), ('asin', 2.0, 'null'),
    ('acos', 1.0, '0.0'), ('atan', 0.0, '0.0')])
def test_scalar_functions(name, x, expected):
    assert json_of('math.' + name, x) == expected


def test_log_of_zero_is_minus_infinity():
    assert call('math.log', 0.0).floatval == -float('inf')


def test_two_argument_functions():
    assert json_of('math.pow', 0.0, 0.0) == '1.0'
    assert json_of('math.pow', 2.0, 10.0) == '1024.0'
    assert call('math.atan2', 1.0, 1.0).floatval == math.pi / 4
    nan = float('nan')
    assert json_of('math.min', nan, 2.0) == '2.0'
    assert json_of('math.max', 2.0, nan) == '2.0'
    assert json_of('math.min', nan, nan) == 'null'
    assert json_of('math.min', -0.0, 0.0) == '-0.0'
    assert json_of('math.min', 0.0, -0.0) == '0.0'
    assert json_of('math.max', 0.0, -0.0) == '0.0'
    assert json_of('math.max', -0.0, 0.0) == '-0.0'
    assert json_of('math.max', 3.0, -1.0) == '3.0'


def test_ill_typed_argument():
    assert error_of('math.sqrt', 'a') == 'expected Float, got Str("a")'
    assert error_of('int.abs', 1.0).startswith('expected Int, got ')


def matrix(*rows):
    return call('math.from_lists', [list(row) for row in rows])


def test_matrix_access():
    w_matrix = matrix([1.0, 2.0], [3.0, 4.0])
    assert json_of('math.rows', w_matrix) == '2'
    assert json_of('math.get', w_matrix, 1, 0) == '3.0'
    assert json_of('math.to_flat', w_matrix) == '[1.0,2.0,3.0,4.0]'
    assert json_of('math.transpose', w_matrix) == (
        '{"$f64_array":true,"cols":2,"data":[1.0,3.0,2.0,4.0],"rows":2}')
    assert error_of('math.get', w_matrix, 2, 0) == (
        'math.get: (2,0) out of 2x2')
    assert error_of('math.get', w_matrix, -1, 0) == (
        'math.get: (18446744073709551615,0) out of 2x2')


def test_matrix_arithmetic():
    w_left = matrix([1.0, 2.0], [3.0, 4.0])
    w_right = matrix([1.0, 0.0], [0.0, 2.0])
    for name, data in [('matmul', '[1.0,4.0,3.0,8.0]'),
                       ('add', '[2.0,2.0,3.0,6.0]'),
                       ('sub', '[0.0,2.0,3.0,2.0]')]:
        w_result = call('math.' + name, w_left, w_right)
        assert json_of('math.to_flat', w_result) == data
    w_scaled = call('math.scale', 2.0, w_left)
    assert json_of('math.to_flat', w_scaled) == '[2.0,4.0,6.0,8.0]'
    w_half = call('math.sigmoid', call('math.zeros', 1, 1))
    assert json_of('math.to_flat', w_half) == '[0.5]'


def test_matrix_errors():
    w_wide = call('math.zeros', 2, 3)
    assert error_of('math.matmul', w_wide, w_wide) == (
        'math.matmul: dim mismatch 2x3 \xc2\xb7 2x3')
    assert error_of('math.add', call('math.ones', 1, 2),
                    call('math.ones', 2, 1)) == (
        'math.add: shape mismatch 1x2 vs 2x1')
    assert error_of('math.zeros', -1, 2) == 'math.zeros: negative dim -1x2'
    assert error_of('math.from_lists', [[1.0], [1.0, 2.0]]) == (
        'math.from_lists: row 1 has 2 cols, expected 1')
    assert error_of('math.from_flat', 2, 2, [1.0]) == (
        'math.from_flat: list len 1 != 2*2')


def test_matrix_as_record():
    w_record = call('json.parse', '{"rows":1,"cols":2,"data":[1,2.5]}')
    w_record = w_record.getarg(0)
    assert json_of('math.to_flat', w_record) == '[1.0,2.5]'
    w_record = call('json.parse', '{"rows":2,"cols":2,"data":[1]}').getarg(0)
    assert error_of('math.rows', w_record) == 'matrix: data len 1 != 2*2'


def seeded(seed):
    return call('random.seed', seed)


def test_random_seed():
    assert json_of('random.seed', 42) == '{"state":-4767286540954276203}'
    assert json_of('random.seed', 0) == '{"state":-2152535657050944081}'


def test_random_draws():
    assert json_of('random.int', seeded(42), 0, 99) == (
        '[68,{"state":6633428278368922282}]')
    w_rng = seeded(42)
    draws = []
    for i in range(3):
        w_pair = call('random.int', w_rng, 0, 1000000)
        draws.append(w_pair.getitem(0).intval)
        w_rng = w_pair.getitem(1)
    assert draws == [168754, 421477, 804204]
    assert json_of('random.int', seeded(-1), -10, 10) == (
        '[-1,{"state":-9002437061127460811}]')
    w_pair = call('random.int', seeded(7), MIN, MAX)
    assert w_pair.getitem(0).intval == 4086104717852921413
    assert json_of('random.float', seeded(42)).startswith(
        '[0.34329192209867343,')
    assert json_of('random.choose', seeded(42), [10, 20, 30]).startswith(
        '{"$variant":"Some","args":[[30,')
    assert json_of('random.choose', seeded(42), []) == NONE
    assert error_of('random.int', seeded(1), 5, 4) == (
        'random.int: hi (4) must be >= lo (5)')


def test_rand():
    for i in range(20):
        assert -1 <= call('rand.int_in', -1, 1).intval <= 1
    assert error_of('rand.int_in', 2, 1) == 'rand.int_in: empty range [2, 1]'


def dec(coefficient, exponent):
    return call('decimal.decimal', coefficient, exponent)


def plain(coefficient, exponent):
    return '{"coefficient":%d,"exponent":%d}' % (coefficient, exponent)


def test_decimal_arithmetic():
    assert json_of('decimal.add', dec(15, -1), dec(5, -2)) == plain(155, -2)
    assert json_of('decimal.sub', dec(1, 0), dec(1, -1)) == plain(9, -1)
    assert json_of('decimal.mul', dec(3, -1), dec(4, -2)) == plain(12, -3)
    assert json_of('decimal.compare', dec(10, -1), dec(1, 0)) == '0'
    assert json_of('decimal.normalize', dec(1200, -1)) == plain(12, 1)
    assert json_of('decimal.normalize', dec(0, 7)) == plain(0, 0)
    assert error_of('decimal.add', dec(MAX, 0), dec(1, 0)) == (
        'decimal.add: overflow')
    assert error_of('decimal.add', dec(1, 19), dec(1, 0)) == (
        'decimal.pow10: exponent 19 exceeds max (18)')
    assert error_of('decimal.add', dec(MAX, 3), dec(1, 0)) == (
        'decimal: overflow aligning (shift 3)')


@pytest.mark.parametrize('coefficient, mode, expected', [
    (-25, 'HalfEven', -2), (35, 'HalfEven', 4), (25, 'HalfUp', 3),
    (25, 'HalfDown', 2), (26, 'HalfDown', 3), (29, 'Down', 2),
    (-21, 'Up', -3), (-21, 'Floor', -3), (-21, 'Ceiling', -2),
    (20, 'Bogus', 2)])
def test_decimal_rounding(coefficient, mode, expected):
    assert json_of('decimal.round_to', dec(coefficient, 0), 1, mode) == (
        plain(expected, 1))


def test_decimal_unknown_mode():
    assert error_of('decimal.round_to', dec(21, 0), 1, 'Bogus') == (
        'decimal.round_to: unknown rounding mode "Bogus"; valid modes: '
        'HalfUp HalfDown HalfEven Down Up Ceiling Floor')


def test_decimal_text():
    assert json_of('decimal.to_str', dec(-5, -3)) == '"-0.005"'
    assert json_of('decimal.to_str', dec(7, 2)) == '"700"'
    assert json_of('decimal.to_str', dec(1234, -2)) == '"12.34"'
    assert json_of('decimal.to_str', dec(3, 0)) == '"3"'
    assert error_of('decimal.to_str', dec(MAX, 1)) == (
        'decimal.to_str: overflow')
    assert error_of('decimal.pow10', -1) == (
        'decimal.pow10: negative exponent -1')
