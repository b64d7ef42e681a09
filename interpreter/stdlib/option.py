"""std.option, without the operations that call closures."""

from interpreter.objects.numbers import newbool
from interpreter.objects.variant import Constructor, err, ok
from interpreter.stdlib.args import mismatch, to_variant
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import CONSTANT


SOME = Constructor.of('Some')
NONE = Constructor.of('None')


def is_some_variant(w_option):
    """Whether an Option holds a value; EffectError for anything else."""
    w_variant = to_variant('Option', w_option)
    if w_variant.constructor is SOME:
        return True
    if w_variant.constructor is NONE:
        return False
    raise mismatch('Option', w_option)


def payload(w_variant):
    """The argument of ``Some(x)``, ``Ok(x)`` or ``Err(x)``."""
    if w_variant.arity() != 1:
        raise mismatch('one argument', w_variant)
    return w_variant.getarg(0)


@pure('option', 'is_some', CONSTANT)
def is_some(w_option):
    return newbool(is_some_variant(w_option))


@pure('option', 'is_none', CONSTANT)
def is_none(w_option):
    return newbool(not is_some_variant(w_option))


@pure('option', 'unwrap_or', CONSTANT)
def unwrap_or(w_option, w_default):
    if is_some_variant(w_option):
        return payload(to_variant('Option', w_option))
    return w_default


@pure('option', 'ok_or', CONSTANT)
def ok_or(w_option, w_error):
    if is_some_variant(w_option):
        return ok(payload(to_variant('Option', w_option)))
    return err(w_error)
