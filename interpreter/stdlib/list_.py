"""std.list, without the operations that call closures: those are
instructions of the machine."""

from rpython.rlib import jit

from interpreter.objects.list import ListBuilder, newrange
from interpreter.objects.numbers import newbool, newint
from interpreter.objects.pace import pace
from interpreter.objects.tuple import newtuple
from interpreter.objects.variant import some, w_none
from interpreter.stdlib.args import to_int, to_list
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import CONSTANT, COUNTED


@pure('list', 'len', CONSTANT)
def len_(w_list):
    return newint(to_list(w_list).length())


@pure('list', 'is_empty', CONSTANT)
def is_empty(w_list):
    return newbool(to_list(w_list).length() == 0)


@pure('list', 'head', CONSTANT)
def head(w_list):
    w_list = to_list(w_list)
    if w_list.length() == 0:
        return w_none
    return some(w_list.getitem(0))


@pure('list', 'tail', CONSTANT)
def tail(w_list):
    w_list = to_list(w_list)
    length = w_list.length()
    if length == 0:
        return w_list
    return w_list.slice(1, length)


@pure('list', 'cons', COUNTED)
def cons(w_first, w_rest):
    return to_list(w_rest).prepend(w_first)


@pure('list', 'concat', COUNTED)
def concat(w_left, w_right):
    return to_list(w_left).concat(to_list(w_right))


@pure('list', 'reverse', COUNTED)
def reverse(w_list):
    return to_list(w_list).reverse()


@pure('list', 'range', CONSTANT)
def range_(w_start, w_stop):
    return newrange(to_int(w_start), to_int(w_stop))


@pure('list', 'enumerate', COUNTED)
@jit.dont_look_inside
def enumerate_(w_list):
    w_list = to_list(w_list)
    builder = ListBuilder()
    pace.work(w_list.length())
    for i in range(w_list.length()):
        pace.work(1)
        builder.append(newtuple([newint(i), w_list.getitem(i)]))
    return builder.build()
