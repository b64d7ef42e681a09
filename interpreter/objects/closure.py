"""Closures: a function's code with the values it captured."""

from rpython.rlib.debug import make_sure_not_resized

from interpreter.objects.base import W_Root


class CodeBase(object):
    """What a closure knows of its code: the ``name`` and ``body_hash``, 16
    bytes that identify the body and stand for it in comparisons; ``index``,
    the function's number in its program, stands in debug texts."""
    _immutable_fields_ = ['name', 'body_hash', 'index']


class W_Closure(W_Root):
    _attrs_ = ['code', 'captured_w']
    _immutable_fields_ = ['code', 'captured_w[*]']

    def __init__(self, code, captured_w):
        make_sure_not_resized(captured_w)
        self.code = code
        self.captured_w = captured_w

    def type_name(self):
        return 'Closure'
