"""Dense matrices of floats, row by row."""

from rpython.rlib.debug import make_sure_not_resized

from interpreter.objects.base import W_Root


class W_Matrix(W_Root):
    _attrs_ = ['rows', 'cols', 'data']
    _immutable_fields_ = ['rows', 'cols', 'data[*]']

    def __init__(self, rows, cols, data):
        make_sure_not_resized(data)
        self.rows = rows
        self.cols = cols
        self.data = data

    def length(self):
        """The number of elements."""
        return len(self.data)

    def type_name(self):
        return 'F64Array'


def newmatrix(rows, cols, data):
    """``data`` has ``rows * cols`` floats and is written by nobody else."""
    return W_Matrix(rows, cols, data)
