"""Run-time errors with their stack, for people and for machines.

The activations that an error left are noted in it (objects.errors).  A frame that
a tail call replaced has left no trace; which function it ran is told by the call
that made it, and where the tail call is by the code, if there is one way only.
"""

from interpreter.bytecode import opcodes
from interpreter.cli.failure import CommandError
from interpreter.cli.value_text import brief
from interpreter.diagnostics.data import quote
from interpreter.diagnostics.diagnosis import NOWHERE, Diagnosis, Span
from interpreter.diagnostics.report import printable
from interpreter.objects.errors import DivByZero
from interpreter.source.mangling import plain_name

RUNTIME = 'runtime: '

# Of a longer stack, so many lines are shown at either end.
MOST_SHOWN = 12

# Of a longer stack, machines get so many entries of either end.
MOST_ENTRIES = 200

# Longest sequence of calls that is looked for in repetitions.
LONGEST_CYCLE = 6

# From so many repetitions on, the stack is folded.
FEWEST_REPETITIONS = 3


class Frame(object):
    """An activation on the stack: its function, the place in it, and how often it
    was there in a row.  ``is_gone`` if a tail call replaced its frame."""

    def __init__(self, code, pc, count, is_gone):
        self.code = code
        self.pc = pc
        self.count = count
        self.is_gone = is_gone

    def equals(self, other):
        return (self.code is other.code and self.pc == other.pc
                and self.count == other.count and self.is_gone == other.is_gone)

    def span(self):
        if self.pc < 0:
            return NOWHERE
        place = self.code.place_at(self.pc)
        if place is None:
            return NOWHERE
        return Span(self.code.path, place.offset, place.end)

    def name(self):
        """What to call the function."""
        code = self.code
        if code.parent != '':
            return 'a function value in ' + plain_name(code.parent)
        if code.name.startswith('__flow_'):
            return 'std.flow'
        return plain_name(code.name)


def failure(error, program, root, sources):
    """The CommandError for a VMError of a call of the function ``root`` of a
    bytecode Program."""
    message = RUNTIME + error.display()
    result = CommandError(message)
    frames = frames_of(error, program, root)
    diagnosis = Diagnosis(message, NOWHERE)
    for frame in frames:
        if frame.span().is_known():
            diagnosis.span = frame.span()
            break
    value = wrong_value(error)
    if value != '':
        diagnosis.label = value
        if not isinstance(error, DivByZero):
            diagnosis.label = 'the value is ' + value
        result.members.append('"value":' + quote(value))
    result.diagnosis = diagnosis
    result.sources = sources
    result.details = stack_text(frames, sources)
    if len(frames) > 0:
        result.members.append('"stack":' + stack_json(frames, sources))
    return result


def wrong_value(error):
    """The value that was wrong, or the failed division; '' if it is not known."""
    w_value = error.w_value
    if w_value is None:
        return ''
    if isinstance(error, DivByZero):
        if error.operation == 'division':
            return brief(w_value) + ' / 0'
        return brief(w_value) + ' % 0'
    return brief(w_value)


# Frames

def frames_of(error, program, root):
    """The Frames of the stack, the innermost first."""
    entries = error.entries()
    frames = []
    for i in range(len(entries)):
        entry = entries[i]
        frames.append(Frame(entry.code, entry.pc, entry.count, False))
        called = None
        if i + 1 < len(entries):
            called = _called(entries[i + 1])
        else:
            called = program.find(root)
        if called is not None and called is not entry.code:
            frames.extend(_gone(program, called, entry.code))
    return frames


def _called(entry):
    """The function that the instruction of an entry calls, None if the code does not
    tell."""
    code = entry.code
    if entry.pc >= 0 and code.code[entry.pc] == opcodes.CALL:
        return code.functions[code.code[entry.pc + 1]]
    return None


class _TailCall(object):
    def __init__(self, pc, target):
        self.pc = pc
        self.target = target


def _tail_calls(function):
    calls = []
    code = function.code
    pc = 0
    while pc < len(code):
        opcode = code[pc]
        if (opcode == opcodes.TAIL_CALL or opcode == opcodes.TAIL_CALL_LOOP or
                opcode == opcodes.TAIL_CALL_LEAVE):
            calls.append(_TailCall(pc, function.functions[code[pc + 1]]))
        pc += opcodes.TABLE[opcode].length
    return calls


def _gone(program, first, last):
    """The Frames of the functions on the way from ``first`` to ``last`` by tail
    calls, the innermost first; without places where there are several ways."""
    leads = _leading_to(program, last)
    if first.index not in leads:
        return []
    frames = []
    seen = {}
    current = first
    while current is not last:
        ways = [call for call in _tail_calls(current) if call.target.index in leads]
        if len(ways) != 1 or current.index in seen:
            frames.append(Frame(current, -1, 1, True))
            break
        seen[current.index] = None
        frames.append(Frame(current, ways[0].pc, 1, True))
        current = ways[0].target
    frames.reverse()
    return frames


def _leading_to(program, last):
    """The indices of the functions from which tail calls lead to ``last``."""
    callers = {}
    for function in program.functions:
        for call in _tail_calls(function):
            index = call.target.index
            if index not in callers:
                callers[index] = []
            callers[index].append(function.index)
    leads = {last.index: None}
    pending = [last.index]
    while len(pending) > 0:
        index = pending.pop()
        if index in callers:
            for caller in callers[index]:
                if caller not in leads:
                    leads[caller] = None
                    pending.append(caller)
    return leads


# Text

class _Line(object):
    """Some frames of the stack that are shown as lines, and what is said of them
    below, '' for nothing."""

    def __init__(self, frames, remark):
        self.frames = frames
        self.remark = remark


def stack_text(frames, sources):
    """Lines for people, '' for an empty stack."""
    if len(frames) == 0:
        return ''
    lines = _folded(frames)
    width = 0
    for line in lines:
        for frame in line.frames:
            if len(frame.name()) <= 30:
                width = max(width, len(frame.name()))
    parts = ['  stack, the last call first:\n']
    for i in range(len(lines)):
        if len(lines) > 2 * MOST_SHOWN and MOST_SHOWN <= i < len(lines) - MOST_SHOWN:
            if i == MOST_SHOWN:
                parts.append('    ... %d more ...\n' % (len(lines) - 2 * MOST_SHOWN))
            continue
        line = lines[i]
        for frame in line.frames:
            parts.append(_frame_text(frame, width, sources))
        if line.remark != '':
            parts.append('      ' + line.remark + '\n')
    return ''.join(parts)


def _frame_text(frame, width, sources):
    name = frame.name()
    span = frame.span()
    text = '    ' + name
    if span.is_known() and sources.has(span.path):
        text += ' ' * max(0, width - len(name)) + '  ' + sources.place(
            span.path, span.start)
    if frame.is_gone:
        if frame.pc < 0:
            text += '  (its frame is gone: tail calls lead on from here)'
        else:
            text += '  (its frame is gone: this is a tail call)'
    return printable(text) + '\n'


def _folded(frames):
    """The frames as _Lines; what repeats is there once."""
    lines = []
    i = 0
    while i < len(frames):
        frame = frames[i]
        length = 1
        times = frame.count
        if times < FEWEST_REPETITIONS:
            times = 1
            for cycle in range(2, LONGEST_CYCLE + 1):
                found = _repetitions(frames, i, cycle)
                if found >= FEWEST_REPETITIONS:
                    length = cycle
                    times = found
                    break
        first = i
        stop = first + length
        remark = ''
        if times > 1:
            what = 'this call'
            if length > 1:
                what = 'these calls'
            remark = '... %s %d times' % (what, times)
            i += length * (times // max(1, frame.count))
        else:
            i = stop
        assert first >= 0
        assert stop >= 0
        lines.append(_Line(frames[first:stop], remark))
    return lines


def _repetitions(frames, start, length):
    """How often the ``length`` frames from ``start`` on are there in a row."""
    times = 1
    at = start + length
    while at + length <= len(frames):
        for k in range(length):
            if not frames[start + k].equals(frames[at + k]):
                return times
        times += 1
        at += length
    return times


# JSON

def stack_json(frames, sources):
    """A compact JSON array of objects, keys sorted; of a long stack the middle is
    left out."""
    objects = []
    count = len(frames)
    for i in range(count):
        if count > 2 * MOST_ENTRIES and MOST_ENTRIES <= i < count - MOST_ENTRIES:
            if i == MOST_ENTRIES:
                objects.append('{"omitted":%d}' % (count - 2 * MOST_ENTRIES))
            continue
        objects.append(_frame_json(frames[i], sources))
    return '[' + ','.join(objects) + ']'


def _frame_json(frame, sources):
    members = []
    span = frame.span()
    is_known = span.is_known() and sources.has(span.path)
    line = 0
    if is_known:
        line, column = sources.position(span.path, span.start)
        members.append('"col":%d' % column)
    if frame.count > 1:
        members.append('"count":%d' % frame.count)
    if is_known:
        members.append('"file":' + quote(sources.name(span.path)))
    members.append('"function":' + quote(frame.name()))
    if frame.is_gone:
        members.append('"gone":true')
    if is_known:
        members.append('"line":%d' % line)
    return '{' + ','.join(members) + '}'
