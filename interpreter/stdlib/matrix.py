"""std.math: the matrix functions.

A matrix argument is a Matrix, or a record with the fields ``rows``, ``cols``
and ``data``.
"""

from rpython.rlib import jit

from interpreter.objects.errors import EffectError
from interpreter.objects.list import newlist_float
from interpreter.objects.matrix import W_Matrix, newmatrix
from interpreter.objects.numbers import W_Float, W_Int, newfloat, newint
from interpreter.objects.pace import pace
from interpreter.objects.record import W_Record
from interpreter.stdlib import libm
from interpreter.stdlib.args import mismatch, to_float, to_int, to_list
from interpreter.stdlib.bytes_ import unsigned
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import CONSTANT, COUNTED, each


# More elements than any machine holds; keeps rows * cols from overflowing.
MAX_DIMENSION = 1 << 31


def to_matrix(w_value):
    if isinstance(w_value, W_Matrix):
        return w_value
    if isinstance(w_value, W_Record):
        return matrix_of_record(w_value)
    raise mismatch('Matrix', w_value)


@jit.dont_look_inside
def matrix_of_record(w_record):
    w_rows = w_record.getfield('rows')
    w_cols = w_record.getfield('cols')
    w_data = w_record.getfield('data')
    if w_rows is None or w_cols is None or w_data is None:
        raise mismatch('Matrix', w_record)
    rows = to_int(w_rows)
    cols = to_int(w_cols)
    data = floats(to_list(w_data))
    if not is_size(rows, cols, len(data)):
        raise EffectError('matrix: data len %d != %d*%d' % (len(data), rows,
                                                            cols))
    return newmatrix(rows, cols, data)


def is_size(rows, cols, length):
    """Whether ``length`` elements fill ``rows`` times ``cols``."""
    if not (0 <= rows < MAX_DIMENSION and 0 <= cols < MAX_DIMENSION):
        return False
    return rows * cols == length


def floats(w_list):
    """The numbers of a list as floats."""
    pace.work(w_list.length())
    data = [0.0] * w_list.length()
    for i in range(len(data)):
        data[i] = number(w_list.getitem(i))
    return data


def number(w_value):
    if isinstance(w_value, W_Int):
        return float(w_value.intval)
    if isinstance(w_value, W_Float):
        return w_value.floatval
    raise mismatch('Float', w_value)


def check_dimensions(name, rows, cols):
    if rows < 0 or cols < 0:
        raise EffectError('math.%s: negative dim %dx%d' % (name, rows, cols))
    if rows >= MAX_DIMENSION or cols >= MAX_DIMENSION:
        raise EffectError('math.%s: matrix too large %dx%d' % (name, rows,
                                                               cols))


@jit.dont_look_inside
def filled(name, rows, cols, value):
    check_dimensions(name, rows, cols)
    pace.work(rows * cols)
    return newmatrix(rows, cols, [value] * (rows * cols))


@pure('math', 'zeros', COUNTED)
def zeros(w_rows, w_cols):
    return filled('zeros', to_int(w_rows), to_int(w_cols), 0.0)


@pure('math', 'ones', COUNTED)
def ones(w_rows, w_cols):
    return filled('ones', to_int(w_rows), to_int(w_cols), 1.0)


@pure('math', 'from_lists', COUNTED)
@jit.dont_look_inside
def from_lists(w_rows):
    w_rows = to_list(w_rows)
    rows = w_rows.length()
    if rows == 0:
        return newmatrix(0, 0, [0.0] * 0)
    cols = to_list(w_rows.getitem(0)).length()
    data = [0.0] * (rows * cols)
    for i in range(rows):
        w_row = to_list(w_rows.getitem(i))
        pace.work(1 + w_row.length())
        if w_row.length() != cols:
            raise EffectError(
                'math.from_lists: row %d has %d cols, expected %d' % (
                    i, w_row.length(), cols))
        for k in range(cols):
            data[i * cols + k] = number(w_row.getitem(k))
    return newmatrix(rows, cols, data)


@pure('math', 'from_flat', each(2, 2))
@jit.dont_look_inside
def from_flat(w_rows, w_cols, w_data):
    rows = to_int(w_rows)
    cols = to_int(w_cols)
    check_dimensions('from_flat', rows, cols)
    data = floats(to_list(w_data))
    if not is_size(rows, cols, len(data)):
        raise EffectError('math.from_flat: list len %d != %d*%d' % (
            len(data), rows, cols))
    return newmatrix(rows, cols, data)


@pure('math', 'rows', CONSTANT)
def rows_(w_matrix):
    return newint(to_matrix(w_matrix).rows)


@pure('math', 'cols', CONSTANT)
def cols_(w_matrix):
    return newint(to_matrix(w_matrix).cols)


@pure('math', 'get', CONSTANT)
def get(w_matrix, w_row, w_col):
    w_matrix = to_matrix(w_matrix)
    row = to_int(w_row)
    col = to_int(w_col)
    if not (0 <= row < w_matrix.rows and 0 <= col < w_matrix.cols):
        raise EffectError('math.get: (%s,%s) out of %dx%d' % (
            unsigned(row), unsigned(col), w_matrix.rows, w_matrix.cols))
    return newfloat(w_matrix.data[row * w_matrix.cols + col])


@pure('math', 'to_flat', each(2, 0))
@jit.dont_look_inside
def to_flat(w_matrix):
    data = to_matrix(w_matrix).data
    return newlist_float([data[i] for i in range(len(data))])


@pure('math', 'transpose', each(2, 0))
@jit.dont_look_inside
def transpose(w_matrix):
    w_matrix = to_matrix(w_matrix)
    rows = w_matrix.rows
    cols = w_matrix.cols
    data = [0.0] * (rows * cols)
    for i in range(rows):
        for k in range(cols):
            data[k * rows + i] = w_matrix.data[i * cols + k]
    return newmatrix(cols, rows, data)


@pure('math', 'matmul', COUNTED)
@jit.dont_look_inside
def matmul(w_left, w_right):
    w_left = to_matrix(w_left)
    w_right = to_matrix(w_right)
    inner = w_left.cols
    if inner != w_right.rows:
        raise EffectError(
            'math.matmul: dim mismatch %dx%d \xc2\xb7 %dx%d' % (
                w_left.rows, w_left.cols, w_right.rows, w_right.cols))
    rows = w_left.rows
    cols = w_right.cols
    check_dimensions('matmul', rows, cols)
    left = w_left.data
    right = w_right.data
    data = [0.0] * (rows * cols)
    # Row by row of the right matrix, for the cache; each sum still grows
    # with ascending inner index.
    for i in range(rows):
        for k in range(inner):
            pace.work(cols)
            factor = left[i * inner + k]
            for j in range(cols):
                data[i * cols + j] += factor * right[k * cols + j]
    return newmatrix(rows, cols, data)


@pure('math', 'scale', each(1, 1))
@jit.dont_look_inside
def scale(w_factor, w_matrix):
    factor = to_float(w_factor)
    w_matrix = to_matrix(w_matrix)
    data = [0.0] * len(w_matrix.data)
    for i in range(len(data)):
        data[i] = factor * w_matrix.data[i]
    return newmatrix(w_matrix.rows, w_matrix.cols, data)


def check_same_shape(name, w_left, w_right):
    if w_left.rows != w_right.rows or w_left.cols != w_right.cols:
        raise EffectError('math.%s: shape mismatch %dx%d vs %dx%d' % (
            name, w_left.rows, w_left.cols, w_right.rows, w_right.cols))


@pure('math', 'add', each(1, 0))
@jit.dont_look_inside
def add(w_left, w_right):
    w_left = to_matrix(w_left)
    w_right = to_matrix(w_right)
    check_same_shape('add', w_left, w_right)
    data = [0.0] * len(w_left.data)
    for i in range(len(data)):
        data[i] = w_left.data[i] + w_right.data[i]
    return newmatrix(w_left.rows, w_left.cols, data)


@pure('math', 'sub', each(1, 0))
@jit.dont_look_inside
def sub(w_left, w_right):
    w_left = to_matrix(w_left)
    w_right = to_matrix(w_right)
    check_same_shape('sub', w_left, w_right)
    data = [0.0] * len(w_left.data)
    for i in range(len(data)):
        data[i] = w_left.data[i] - w_right.data[i]
    return newmatrix(w_left.rows, w_left.cols, data)


@pure('math', 'sigmoid', each(8, 0))
@jit.dont_look_inside
def sigmoid(w_matrix):
    w_matrix = to_matrix(w_matrix)
    data = [0.0] * len(w_matrix.data)
    for i in range(len(data)):
        data[i] = 1.0 / (1.0 + libm.exp(-w_matrix.data[i]))
    return newmatrix(w_matrix.rows, w_matrix.cols, data)
