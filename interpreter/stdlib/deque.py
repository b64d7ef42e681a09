"""std.deque"""

from interpreter.objects.deque import W_Deque, empty_deque
from interpreter.objects.numbers import newbool, newint
from interpreter.objects.tuple import newtuple
from interpreter.objects.variant import some, w_none
from interpreter.stdlib.args import mismatch, to_list
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import CONSTANT


def to_deque(w_value):
    if not isinstance(w_value, W_Deque):
        raise mismatch('Deque', w_value)
    return w_value


@pure('deque', 'new', CONSTANT)
def new():
    return empty_deque


@pure('deque', 'size', CONSTANT)
def size(w_deque):
    return newint(to_deque(w_deque).length())


@pure('deque', 'is_empty', CONSTANT)
def is_empty(w_deque):
    return newbool(to_deque(w_deque).length() == 0)


@pure('deque', 'push_back', CONSTANT)
def push_back(w_deque, w_item):
    return to_deque(w_deque).push_back(w_item)


@pure('deque', 'push_front', CONSTANT)
def push_front(w_deque, w_item):
    return to_deque(w_deque).push_front(w_item)


@pure('deque', 'pop_back', CONSTANT)
def pop_back(w_deque):
    w_deque = to_deque(w_deque)
    length = w_deque.length()
    if length == 0:
        return w_none
    return some(newtuple([w_deque.getitem(length - 1),
                          w_deque.without_back()]))


@pure('deque', 'pop_front', CONSTANT)
def pop_front(w_deque):
    w_deque = to_deque(w_deque)
    if w_deque.length() == 0:
        return w_none
    return some(newtuple([w_deque.getitem(0), w_deque.without_front()]))


@pure('deque', 'peek_back', CONSTANT)
def peek_back(w_deque):
    w_deque = to_deque(w_deque)
    length = w_deque.length()
    if length == 0:
        return w_none
    return some(w_deque.getitem(length - 1))


@pure('deque', 'peek_front', CONSTANT)
def peek_front(w_deque):
    w_deque = to_deque(w_deque)
    if w_deque.length() == 0:
        return w_none
    return some(w_deque.getitem(0))


@pure('deque', 'from_list', CONSTANT)
def from_list(w_list):
    return W_Deque(to_list(w_list))


@pure('deque', 'to_list', CONSTANT)
def to_list_(w_deque):
    return to_deque(w_deque).w_list
