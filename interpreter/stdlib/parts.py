"""Checked access to the parts of records, options and maps that operations
take.  Everything raises EffectError for values of another shape."""

from interpreter.objects.tree import StrKey
from interpreter.objects.record import W_Record
from interpreter.objects.variant import NONE, SOME
from interpreter.stdlib.args import bad_key, mismatch, to_map, to_variant


def field(w_record, name):
    """The field of a record."""
    if isinstance(w_record, W_Record):
        w_value = w_record.getfield(name)
        if w_value is not None:
            return w_value
    raise mismatch('a record with the field `%s`' % name, w_record)


def option_content(w_option):
    """What is in a Some, None for the Lex value None."""
    w_variant = to_variant('Option', w_option)
    if w_variant.constructor is SOME and w_variant.arity() == 1:
        return w_variant.getarg(0)
    if w_variant.constructor is NONE:
        return None
    raise mismatch('Option', w_option)


def text_entries(w_map):
    """The keys, which must be Strs, and the values of a map."""
    names = []
    values_w = []
    for entry in to_map(w_map).entries():
        key = entry.key
        if not isinstance(key, StrKey):
            raise bad_key(key.to_w())
        names.append(key.value)
        values_w.append(entry.w_value)
    return names, values_w
