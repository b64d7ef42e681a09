"""Several instructions that meet a fault only together (Python 2.7)."""

import instructions as ins
from statements import ANY, CELL, INTS, REFS, StatementGenerator

# Places of numbers in the pool of Ints.
NOTHING, MANY, LENGTH_PLACE = 0, 15, 7
# Number of Float registers of a program whose guards need many constants.
MANY_FLOATS = 12


class ShapeGenerator(StatementGenerator):
    """Adds such shapes to the statements."""

    def other_ref(self, *taken):
        """-> a register that is none of these, if there is one."""
        places = [i for i in range(self.program.refs) if i not in taken]
        return self.choice(places or [0])

    def shape_statement(self):
        getattr(self, self.choice(['written_under_another_name', 'promoted_and_changed',
                                   'read_back_and_changed', 'copied_and_changed',
                                   'items_under_another_name']))()

    def shared(self, kind):
        """-> a register with such an object that stays, if there is one."""
        places = [place for place in self.stable if self.kinds[place] == kind]
        return self.choice(places) if places else self.ref(kind)

    def second_name(self, place):
        """-> a register with the same object, which the tracer does not know."""
        other = self.other_ref(place)
        self.emit(ins.OPAQUE, other, place)
        self.kinds[other] = self.kinds[place]
        return other

    def written_under_another_name(self):
        cell = self.shared(CELL)
        other = self.second_name(cell)
        first, second = self.choice([(cell, other), (other, cell)])
        self.emit(ins.GETCOUNT, self.int_write(), first)
        self.emit(ins.RPROMOTE, second)
        self.emit(ins.SETCOUNT, second, self.int_read())
        self.emit(ins.GETCOUNT, self.int_write(), first)

    def promoted_and_changed(self):
        cell = self.shared(CELL)
        if self.chance(60):
            cell = self.second_name(cell)
        self.emit(ins.GETCOUNT, self.int_write(), cell)
        self.emit(ins.RPROMOTE, cell)
        self.emit(ins.MUTATE, cell)
        self.emit(ins.GETCOUNT, self.int_write(), cell)

    def items_under_another_name(self):
        array = self.shared(INTS)
        other = self.second_name(array)
        first, second = self.choice([(array, other), (other, array), (other, other)])
        index = self.random.randrange(3) if self.chance(50) else 0
        self.emit(ins.INTS_GETK, index, self.int_write(), first)
        self.emit(ins.RPROMOTE, second)
        if self.chance(50):
            self.emit(ins.MUTATE, second)
        else:
            self.emit(ins.INTS_SETK, index, second, self.int_read())
        self.emit(ins.INTS_GETK, index, self.int_write(), first)

    def fresh_cell(self):
        content = self.ref()
        cell = self.ref_write(CELL)
        self.emit(ins.CELL, cell, content)
        self.emit(ins.SETCOUNT, cell, self.int_read())
        return cell

    def read_back_and_changed(self):
        cell = self.fresh_cell()
        holder = self.other_ref(cell)
        back = self.other_ref(cell, holder)
        self.emit(ins.CELL, holder, cell)
        # For all that the tracer knows, this could be the same holder.
        self.emit(ins.SETCELL, self.other_ref(cell, holder), self.ref())
        self.emit(ins.GETCOUNT, self.int_write(), cell)
        self.emit(ins.GETCELL, back, holder)
        self.emit(ins.MUTATE, back)
        self.emit(ins.GETCOUNT, self.int_write(), cell)
        self.kinds[holder] = self.kinds[back] = CELL

    def copied_and_changed(self):
        cell = self.fresh_cell()
        copy = self.other_ref(cell)
        start, stop = 0, self.program.ints - 1
        self.emit(ins.REFS, 1, copy, cell, cell)
        self.emit(ins.ICONST, stop, LENGTH_PLACE)
        if self.program.ints > 2:
            start = 1
            self.emit(ins.ICONST, start, NOTHING)
        self.emit(ins.SLICE, copy, copy, start, stop)
        self.emit(ins.GETCOUNT, self.int_write(), cell)
        if self.chance(70):
            back = self.other_ref(cell, copy)
            self.emit(ins.REFS_GETK, 0, back, copy)
            self.emit(ins.MUTATE, back)
            self.kinds[back] = CELL
        else:
            self.emit(ins.MUTATE, copy)
        self.emit(ins.GETCOUNT, self.int_write(), cell)
        self.kinds[copy] = REFS

    def wrapping_statement(self):
        """A wrapped result, and what follows from it for its arguments, or does not."""
        if not self.program.wrapping:
            self.int_statement()
            return
        number, result = self.int_read(), self.int_write()
        if self.chance(40):
            self.emit(ins.IPICK, number, 0)
        if self.chance(35):
            which, other = self.random.randrange(3), self.int_read()
            self.emit(ins.IOP, ins.RAW_ADD + which, result, number, other)
            if result not in (number, other):
                self.emit(ins.JOVF, which, self.int_write(), number, other)
            return
        self.emit(ins.IOPK, self.random.randrange(ins.RAW_ADD, ins.WRAPPING_OPERATIONS),
                  result, number, self.int_constant())
        tests = [(result, self.int_constant()), (number, self.int_constant())]
        self.random.shuffle(tests)
        ways_out = [self.emit(ins.JINTK, self.random.randrange(ins.COMPARISONS), place,
                              constant) for place, constant in tests]
        self.emit(ins.OUT, self.int_read())
        for way_out in ways_out:
            self.code[way_out][4] = len(self.code)

    def things_to_share(self):
        """Before a loop: objects that stay, unless statements take their registers."""
        for place in range(self.program.refs):
            which = self.random.randrange(6)
            if which < 2:
                self.emit(ins.CELL, place, self.ref())
                self.kinds[place] = CELL
            elif which == 2:
                self.emit(ins.INTS, self.random.randrange(3), place, self.int_read())
                self.kinds[place] = INTS
            elif which == 3 and 'large' in self.program.themes:
                self.emit(ins.INTS, ins.LARGE, place, self.int_read())
                self.kinds[place] = INTS
            self.stable.append(place)

    def large_statement(self):
        """Items at large indices of a large array, around a guard."""
        array = self.ref(INTS)
        for _ in range(self.random.randint(2, 4)):
            place = self.int_write()
            if self.chance(40):
                self.emit(ins.INTS_GETK, ins.LARGE_READ_INDEX, place, array)
                self.emit(ins.IPROMOTE, place)
            elif self.chance(50):
                self.emit(ins.INTS_GETK, self.choice(ins.LARGE_INDICES), place, array)
            else:
                self.emit(ins.INTS_SETK, self.choice(ins.LARGE_INDICES), array,
                          self.int_read())
        if self.chance(10):
            self.emit(ins.INTS, ins.LARGE, self.ref_write(INTS), self.int_read())

    def many_constants(self):
        """Constants in all Float registers, and many guards."""
        for place in range(self.program.floats):
            self.emit(ins.FCONST, place, self.float_constant())
        self.emit(ins.GUARDS, ins.MOST_GUARDS, self.int_write(), 0)
        self.kinds = [ANY] * len(self.kinds)
