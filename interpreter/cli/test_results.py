"""What the value of a test says about it.

A test fails if its value is ``false`` or an ``Err``, has an ``Err`` among the items or
fields that it is made of, or is a record with a field called like FAILURES that is
not zero, empty or false.
"""

from interpreter.cli.value_text import brief
from interpreter.objects.list import W_List
from interpreter.objects.numbers import W_Bool, W_Int
from interpreter.objects.record import W_Record
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.variant import W_Variant

FAILURES = ['failed', 'failures', 'failure', 'failing', 'fails', 'errors', 'error_count',
            'failed_count', 'failure_count']

# So deep and so far a value is searched.
MAX_DEPTH = 4
MAX_ITEMS = 100 * 1000


def failure_in(w_value, name):
    """A text about the failure that the value of the test ``name`` reports; '' if it
    reports none."""
    if isinstance(w_value, W_Bool):
        if w_value.boolval:
            return ''
        return name + ' gives false'
    text = _search(w_value, 0)
    if text == '':
        return ''
    return '%s gives %s' % (name, text)


def _search(w_value, depth):
    if depth > MAX_DEPTH:
        return ''
    if isinstance(w_value, W_Variant):
        if w_value.constructor.name == 'Err':
            return brief(w_value)
    elif isinstance(w_value, W_Record):
        return _in_record(w_value, depth)
    elif isinstance(w_value, W_List):
        for i in range(min(w_value.length(), MAX_ITEMS)):
            text = _search(w_value.getitem(i), depth + 1)
            if text != '':
                return '%s (item %d)' % (text, i + 1)
    elif isinstance(w_value, W_Tuple):
        for i in range(w_value.arity()):
            text = _search(w_value.getitem(i), depth + 1)
            if text != '':
                return '%s (item %d)' % (text, i + 1)
    return ''


def _in_record(w_record, depth):
    names = w_record.shape.names
    for i in range(len(names)):
        w_field = w_record.getvalue(i)
        if names[i] in FAILURES and _is_failure(w_field):
            return '%s: %s' % (names[i], brief(w_field))
    for i in range(len(names)):
        text = _search(w_record.getvalue(i), depth + 1)
        if text != '':
            return '%s (field %s)' % (text, names[i])
    return ''


def _is_failure(w_value):
    if isinstance(w_value, W_Int):
        return w_value.intval != 0
    if isinstance(w_value, W_Bool):
        return w_value.boolval
    if isinstance(w_value, W_List):
        return w_value.length() > 0
    return False
