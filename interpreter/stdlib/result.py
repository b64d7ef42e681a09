"""std.result, without the operations that call closures."""

from interpreter.objects.numbers import newbool
from interpreter.objects.variant import Constructor
from interpreter.stdlib.args import mismatch, to_variant
from interpreter.stdlib.option import payload
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import CONSTANT


OK = Constructor.of('Ok')
ERR = Constructor.of('Err')


def is_ok_variant(w_result):
    """Whether a Result is Ok; EffectError for anything else."""
    w_variant = to_variant('Result', w_result)
    if w_variant.constructor is OK:
        return True
    if w_variant.constructor is ERR:
        return False
    raise mismatch('Result', w_result)


@pure('result', 'is_ok', CONSTANT)
def is_ok(w_result):
    return newbool(is_ok_variant(w_result))


@pure('result', 'is_err', CONSTANT)
def is_err(w_result):
    return newbool(not is_ok_variant(w_result))


@pure('result', 'unwrap_or', CONSTANT)
def unwrap_or(w_result, w_default):
    if is_ok_variant(w_result):
        return payload(to_variant('Result', w_result))
    return w_default
