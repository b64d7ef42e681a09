"""Bytes: an immutable byte sequence."""

from interpreter.objects.base import W_Root


class W_Bytes(W_Root):
    _attrs_ = ['value']
    _immutable_fields_ = ['value']

    def __init__(self, value):
        self.value = value

    def type_name(self):
        return 'Bytes'

    def bytes_w(self):
        """The bytes as a host string."""
        return self.value

    def length(self):
        return len(self.value)


def newbytes(value):
    return W_Bytes(value)
