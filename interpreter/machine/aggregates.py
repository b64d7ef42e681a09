"""Instructions that make and read records, tuples, variants and lists."""

from rpython.rlib import jit

from interpreter.machine import failures
from interpreter.objects.list import W_List, newlist_fixed
from interpreter.objects.numbers import W_Int, newbool, newint
from interpreter.objects.record import W_Record, newrecord
from interpreter.objects.text import W_Str
from interpreter.objects.tuple import W_Tuple, newtuple
from interpreter.objects.variant import W_Variant, newvariant


def text_of(w_value):
    assert isinstance(w_value, W_Str)
    return w_value.utf8_w()


def make_record(shape, values_w):
    return newrecord(shape, values_w)


def make_tuple(items_w):
    return newtuple(items_w)


def make_variant(constructor, args_w):
    return newvariant(constructor, args_w)


def make_list(items_w):
    return newlist_fixed(items_w)


def get_field(code, w_record, name, site, instruction):
    """The field ``code.names[name]``; ``site`` is the inline cache of the
    interpreter, which a trace does without."""
    if not isinstance(w_record, W_Record):
        raise failures.wrong_operand(instruction, 'record', w_record)
    if jit.we_are_jitted():
        index = jit.promote(w_record.shape).index(code.names[name])
    else:
        shape = w_record.shape
        if code.cached_shapes[site] is shape:
            index = code.cached_places[site]
        else:
            index = shape.index(code.names[name])
            code.cached_shapes[site] = shape
            code.cached_places[site] = index
    if index < 0:
        raise failures.missing_field(code.names[name])
    return w_record.getvalue(index)


def test_variant(w_variant, constructor):
    if not isinstance(w_variant, W_Variant):
        raise failures.wrong_operand('TestVariant', 'variant', w_variant)
    return newbool(w_variant.constructor is constructor)


def get_variant_arg(w_variant, index):
    if not isinstance(w_variant, W_Variant):
        raise failures.wrong_operand('GetVariantArg', 'variant', w_variant)
    if index >= w_variant.arity():
        raise failures.mismatch('variant arg index oob')
    return w_variant.getarg(index)


def get_elem(w_tuple, index):
    if not isinstance(w_tuple, W_Tuple):
        raise failures.wrong_operand('GetElem', 'tuple', w_tuple)
    if index >= w_tuple.arity():
        raise failures.mismatch('tuple index %d out of range' % index)
    return w_tuple.getitem(index)


def get_list_len(w_list):
    if not isinstance(w_list, W_List):
        raise failures.wrong_operand('GetListLen', 'list', w_list)
    return newint(w_list.length())


def get_list_elem(w_list, w_index):
    if not isinstance(w_index, W_Int):
        raise failures.bad_list_index(w_index)
    if not isinstance(w_list, W_List):
        raise failures.wrong_operand('GetListElemDyn', 'list', w_list)
    index = w_index.intval
    if index < 0 or index >= w_list.length():
        raise failures.mismatch('list index oob')
    return w_list.getitem(index)


def list_append(w_list, w_item):
    if not isinstance(w_list, W_List):
        raise failures.wrong_operand('ListAppend', 'list', w_list)
    return w_list.append(w_item)
