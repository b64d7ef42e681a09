"""Deques: sequences with cheap access to both ends, distinct from lists.

The lists of this machine grow and shrink at both ends in constant time, so a
deque is a list under another name."""

from interpreter.objects.base import W_Root
from interpreter.objects.list import w_empty_list


class W_Deque(W_Root):
    _attrs_ = ['w_list']
    _immutable_fields_ = ['w_list']

    def __init__(self, w_list):
        self.w_list = w_list

    def type_name(self):
        return 'Deque'

    def length(self):
        return self.w_list.length()

    def getitem(self, i):
        return self.w_list.getitem(i)

    def push_front(self, w_item):
        return W_Deque(self.w_list.prepend(w_item))

    def push_back(self, w_item):
        return W_Deque(self.w_list.append(w_item))

    def without_front(self):
        """A new deque without the first item of a non-empty one."""
        return W_Deque(self.w_list.slice(1, self.w_list.length()))

    def without_back(self):
        """A new deque without the last item of a non-empty one."""
        return W_Deque(self.w_list.slice(0, self.w_list.length() - 1))


empty_deque = W_Deque(w_empty_list)
