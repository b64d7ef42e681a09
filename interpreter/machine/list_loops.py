"""The native list instructions: loops of the machine over a closure.

Each loop has a JIT driver of its own whose green is the closure's function,
so that the body is inlined into the element loop.  A closure's steps count as
they run; its frames count towards the depth limit.
"""

from rpython.rlib import jit
from rpython.rlib.listsort import make_timsort_class

from interpreter.bytecode import opcodes as op
from interpreter.machine import call, failures
from interpreter.machine.modes import describe
from interpreter.machine.parallel import parallel_map
from interpreter.objects.closure import W_Closure
from interpreter.objects.compare import sorts_before
from interpreter.objects.list import ListBuilder, W_List, newlist
from interpreter.objects.numbers import W_Bool
from interpreter.objects.pace import pace


# Longer results grow as they come, so that a limit of time can stop them before
# they take their memory.
MOST_EXPECTED = 1 << 20


def _location(mode, code):
    return '%s%s' % (code.name, describe(mode))


def _map_location(mode, code):
    return 'list.map ' + _location(mode, code)


def _filter_location(mode, code):
    return 'list.filter ' + _location(mode, code)


def _fold_location(mode, code):
    return 'list.fold ' + _location(mode, code)


def _sort_location(mode, code):
    return 'list.sort_by ' + _location(mode, code)


map_driver = jit.JitDriver(
    name='list.map', greens=['mode', 'code'], reds='auto', is_recursive=True,
    get_printable_location=_map_location)
filter_driver = jit.JitDriver(
    name='list.filter', greens=['mode', 'code'], reds='auto',
    is_recursive=True, get_printable_location=_filter_location)
fold_driver = jit.JitDriver(
    name='list.fold', greens=['mode', 'code'], reds='auto', is_recursive=True,
    get_printable_location=_fold_location)
sort_driver = jit.JitDriver(
    name='list.sort_by', greens=['mode', 'code'], reds='auto',
    is_recursive=True, get_printable_location=_sort_location)


def transform(opcode, vm, w_list, w_closure, depth, mode):
    """ListMap, ListFilter, SortByKey or ParallelMap -> W_List."""
    name = op.TABLE[opcode].name
    if not isinstance(w_list, W_List):
        raise failures.wrong_list_operand(name, 'a List', w_list)
    if not isinstance(w_closure, W_Closure):
        raise failures.wrong_list_operand(name, 'a closure', w_closure)
    if opcode == op.LIST_MAP:
        return map_list(vm, w_list, w_closure, depth, mode)
    elif opcode == op.LIST_FILTER:
        return filter_list(vm, w_list, w_closure, depth, mode)
    elif opcode == op.SORT_BY_KEY:
        return sort_list(vm, w_list, w_closure, depth, mode)
    else:
        return parallel_map(vm, w_list, w_closure)


def map_list(vm, w_list, w_closure, depth, mode):
    code = jit.promote(w_closure.code)
    length = w_list.length()
    builder = ListBuilder(min(length, MOST_EXPECTED))
    i = 0
    while i < length:
        map_driver.jit_merge_point(mode=mode, code=code)
        builder.append(call.invoke1(vm, w_closure, code, depth,
                                    w_list.getitem(i), mode))
        i += 1
    return builder.build()


def filter_list(vm, w_list, w_closure, depth, mode):
    code = jit.promote(w_closure.code)
    length = w_list.length()
    builder = ListBuilder()
    i = 0
    while i < length:
        filter_driver.jit_merge_point(mode=mode, code=code)
        w_item = w_list.getitem(i)
        w_keep = call.invoke1(vm, w_closure, code, depth, w_item, mode)
        if not isinstance(w_keep, W_Bool):
            raise failures.expected('Bool', w_keep)
        if w_keep.boolval:
            builder.append(w_item)
        i += 1
    return builder.build()


def fold(vm, w_list, w_initial, w_closure, depth, mode):
    """ListFold -> the last accumulator."""
    if not isinstance(w_list, W_List):
        raise failures.wrong_list_operand('ListFold', 'a List', w_list)
    if not isinstance(w_closure, W_Closure):
        raise failures.wrong_list_operand('ListFold', 'a closure', w_closure)
    return fold_list(vm, w_list, w_initial, w_closure, depth, mode)


def fold_list(vm, w_list, w_accumulator, w_closure, depth, mode):
    code = jit.promote(w_closure.code)
    length = w_list.length()
    i = 0
    while i < length:
        fold_driver.jit_merge_point(mode=mode, code=code)
        w_accumulator = call.invoke2(vm, w_closure, code, depth, w_accumulator,
                                     w_list.getitem(i), mode)
        i += 1
    return w_accumulator


class _Keyed(object):
    def __init__(self, w_key, w_item):
        self.w_key = w_key
        self.w_item = w_item


def _keyed_less(a, b):
    pace.work(1)
    return sorts_before(a.w_key, b.w_key)


_KeyedSort = make_timsort_class(lt=_keyed_less)


def sort_list(vm, w_list, w_closure, depth, mode):
    """Stable, by the key that the closure gives each element."""
    code = jit.promote(w_closure.code)
    length = w_list.length()
    keyed = []
    i = 0
    while i < length:
        sort_driver.jit_merge_point(mode=mode, code=code)
        w_item = w_list.getitem(i)
        keyed.append(_Keyed(call.invoke1(vm, w_closure, code, depth, w_item,
                                         mode), w_item))
        i += 1
    return _sorted_items(keyed)


@jit.dont_look_inside
def _sorted_items(keyed):
    _KeyedSort(keyed).sort()
    return newlist([entry.w_item for entry in keyed])
