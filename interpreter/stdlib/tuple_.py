"""std.tuple"""

from interpreter.objects.errors import EffectError
from interpreter.objects.numbers import newint
from interpreter.stdlib.args import to_tuple
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import CONSTANT


def element(w_value, index):
    w_tuple = to_tuple(w_value)
    if index >= w_tuple.arity():
        raise EffectError('tuple index %d out of range (arity %d)' % (
            index, w_tuple.arity()))
    return w_tuple.getitem(index)


@pure('tuple', 'fst', CONSTANT)
def fst(w_tuple):
    return element(w_tuple, 0)


@pure('tuple', 'snd', CONSTANT)
def snd(w_tuple):
    return element(w_tuple, 1)


@pure('tuple', 'third', CONSTANT)
def third(w_tuple):
    return element(w_tuple, 2)


@pure('tuple', 'len', CONSTANT)
def len_(w_tuple):
    return newint(to_tuple(w_tuple).arity())
