"""Runs a program over a text, all alternatives at once, in linear time."""

from interpreter.objects.pace import pace
from interpreter.stdlib import utf8
from interpreter.stdlib.regexp import program, syntax
from interpreter.texts import unicode


END = -1


class Threads(object):
    """Places in the program in order of priority, each with its slots."""

    def __init__(self, size):
        self.marks = [-1] * size
        self.places = [0] * size
        self.slots = [[0]] * size
        self.count = 0

    def clear(self):
        self.count = 0


class Search(object):
    """One search for the leftmost match from a byte position on."""

    def __init__(self, prog, text):
        self.program = prog
        self.text = text
        size = len(prog.instructions)
        self.current = Threads(size)
        self.next = Threads(size)
        self.stamp = 0
        self.pending = []
        self.pending_slots = []

    def find(self, start):
        """The positions of the groups, two per group and -1 for those that
        took no part; None if nothing matches."""
        text = self.text
        prog = self.program
        current = self.current
        next = self.next
        current.clear()
        found = None
        position = start
        while True:
            starts = found is None and not (prog.anchored and position > 0)
            if starts:
                if current.count == 0 and len(prog.prefix) > 0:
                    assert position >= 0
                    position = text.find(prog.prefix, position)
                    if position < 0:
                        return None
                if current.count == 0:
                    self.stamp += 1
                self.add(current, 0, position,
                         [-1] * (2 * prog.group_count))
            if current.count == 0 and not starts:
                return found
            code = END
            following = position
            if position < len(text):
                code = utf8.code_at(text, position)
                following += utf8.width_of(ord(text[position]))
            pace.work(1 + current.count)
            self.stamp += 1
            next.clear()
            for i in range(current.count):
                instruction = prog.instructions[current.places[i]]
                if instruction.op == program.MATCH:
                    # What follows has less priority.
                    found = current.slots[i]
                    break
                if code == END:
                    continue
                if instruction.op == program.CHAR:
                    matches = instruction.x == code
                else:
                    matches = instruction.chars.has(code)
                if matches:
                    self.add(next, current.places[i] + 1, following,
                             current.slots[i])
            if code == END:
                return found
            current, next = next, current
            position = following

    def add(self, threads, place, position, slots):
        """Add a place and all that it leads to without going over text."""
        pending = self.pending
        pending_slots = self.pending_slots
        pending.append(place)
        pending_slots.append(slots)
        while len(pending) > 0:
            pace.work(1)
            place = pending.pop()
            slots = pending_slots.pop()
            if threads.marks[place] == self.stamp:
                continue
            threads.marks[place] = self.stamp
            instruction = self.program.instructions[place]
            op = instruction.op
            if op == program.JUMP:
                pending.append(instruction.x)
                pending_slots.append(slots)
            elif op == program.SPLIT:
                pending.append(instruction.y)
                pending_slots.append(slots)
                pending.append(instruction.x)
                pending_slots.append(slots)
            elif op == program.SAVE:
                slots = slots[:]
                slots[instruction.x] = position
                pending.append(place + 1)
                pending_slots.append(slots)
            elif op == program.ASSERT:
                if holds(instruction.x, self.text, position):
                    pending.append(place + 1)
                    pending_slots.append(slots)
            else:
                threads.places[threads.count] = place
                threads.slots[threads.count] = slots
                threads.count += 1


def code_before(text, position):
    if position == 0:
        return END
    return utf8.code_at(text, utf8.before(text, position))


def code_after(text, position):
    if position == len(text):
        return END
    return utf8.code_at(text, position)


def is_word(code, ascii_only):
    if code == END or (ascii_only and code >= 0x80):
        return False
    return unicode.is_word(code)


def holds(kind, text, position):
    before = code_before(text, position)
    after = code_after(text, position)
    if kind == syntax.TEXT_START:
        return before == END
    if kind == syntax.TEXT_END:
        return after == END
    if kind == syntax.LINE_START:
        return before == END or before == 10
    if kind == syntax.LINE_END:
        return after == END or after == 10
    if kind == syntax.CRLF_START:
        return (before == END or before == 10
                or (before == 13 and after != 10))
    if kind == syntax.CRLF_END:
        return after == END or after == 13 or (after == 10 and before != 13)
    return holds_of_words(kind, before, after)


def holds_of_words(kind, before, after):
    ascii_only = kind >= syntax.ASCII_ONLY
    if ascii_only:
        kind -= syntax.ASCII_ONLY
    was_word = is_word(before, ascii_only)
    is_next_word = is_word(after, ascii_only)
    if kind == syntax.WORD_EDGE:
        return was_word != is_next_word
    if kind == syntax.NOT_WORD_EDGE:
        return was_word == is_next_word
    if kind == syntax.WORD_START:
        return not was_word and is_next_word
    if kind == syntax.WORD_END:
        return was_word and not is_next_word
    if kind == syntax.WORD_START_HALF:
        return not was_word
    return not is_next_word
