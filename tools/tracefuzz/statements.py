"""The statements of random programs for the register machine (Python 2.7)."""

import instructions as ins

# Places in the pools (values.py).
INT_PLACES = 40
FLOAT_PLACES = 24
REF_PLACES = 24
SMALL_INTS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12]

# What a reference probably holds.
ANY, INT, FLOAT, PAIR, TRIPLE, MIXED, NODE, CELL, INTS, FLOATS, REFS, LIST, TEXT, \
    CLOSURE = range(14)
REF_KINDS = {0: ANY, 1: INT, 2: INT, 3: INT, 4: INT, 5: FLOAT, 6: FLOAT, 7: FLOAT,
             8: FLOAT, 9: FLOAT, 10: PAIR, 11: PAIR, 12: TRIPLE, 13: MIXED, 14: NODE,
             15: NODE, 16: NODE, 17: TEXT, 18: TEXT, 19: TEXT, 20: TEXT, 21: TEXT,
             22: FLOAT, 23: FLOAT}

THEMES = {
    'ints': [('int', 6), ('box', 2), ('wrapping', 1)],
    'floats': [('float', 6), ('box', 2)],
    'boxes': [('box', 6), ('int', 2), ('float', 2)],
    'aggregates': [('part', 6), ('box', 3), ('int', 1), ('float', 1)],
    'cells': [('cell', 6), ('part', 1), ('box', 1), ('effect', 1), ('int', 1)],
    'arrays': [('array', 6), ('box', 1), ('effect', 1), ('int', 2)],
    'texts': [('text', 6), ('int', 2), ('part', 1)],
    'calls': [('call', 4), ('part', 2), ('box', 3), ('int', 1)],
    'effects': [('effect', 4), ('part', 3), ('box', 2), ('float', 1)],
    'wrapping': [('wrapping', 4), ('int', 3), ('box', 1)],
    'constants': [('float', 4), ('int', 1)],
    'shapes': [('shape', 5), ('cell', 3), ('effect', 1), ('int', 1)],
    'large': [('large', 5), ('array', 2), ('int', 2)],
}


class StatementGenerator(object):
    """Makes instructions without jumps back."""

    def __init__(self, program, is_main):
        self.program = program
        self.random = program.random
        self.is_main = is_main
        self.code = []
        self.kinds = [ANY] * program.refs
        # Registers with an object that they also hold in the next round, probably.
        self.stable = []
        self.recent_ints = None
        self.recent_floats = None

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def choice(self, items):
        return self.random.choice(items)

    def emit(self, opcode, *operands):
        for kind, operand in zip(ins.KINDS[opcode], operands):
            if kind == 'R' and operand in self.stable:
                self.stable.remove(operand)
        self.code.append([opcode] + list(operands) + [0] * (ins.OPERANDS - len(operands)))
        return len(self.code) - 1

    # ____________________________________________________________
    # Operands

    def int_read(self):
        return self.random.randrange(self.program.ints)

    def int_write(self):
        """Not the counter, unless by chance."""
        if self.program.ints > 1 and not self.chance(4):
            return self.random.randrange(1, self.program.ints)
        return self.int_read()

    def float_register(self):
        return self.random.randrange(self.program.floats)

    def ref(self, kind=ANY):
        """A register that probably holds such a value."""
        if kind != ANY and self.chance(85):
            places = [i for i, k in enumerate(self.kinds) if k == kind]
            if places:
                return self.choice(places)
        return self.random.randrange(self.program.refs)

    def ref_write(self, kind):
        place = self.random.randrange(self.program.refs)
        self.kinds[place] = kind
        return place

    def int_constant(self):
        if self.chance(70):
            return self.choice(SMALL_INTS)
        return self.random.randrange(INT_PLACES)

    def float_constant(self):
        return self.random.randrange(FLOAT_PLACES if self.chance(50) else 8)

    def int_operator(self):
        if self.program.wrapping and self.chance(40):
            return self.random.randrange(ins.RAW_ADD, ins.WRAPPING_OPERATIONS)
        if self.chance(60):
            return self.random.randrange(3)
        return self.random.randrange(ins.INT_OPERATIONS)

    # ____________________________________________________________
    # Instructions

    def statement(self, depth):
        if depth > 0 and self.chance(28):
            self.conditional(depth)
            return
        theme = self.choice(self.program.themes)
        groups = THEMES[theme]
        mark = self.random.randrange(sum([weight for _, weight in groups]))
        for name, weight in groups:
            mark -= weight
            if mark < 0:
                getattr(self, name + '_statement')()
                return

    def int_statement(self):
        which = self.random.randrange(17)
        if which == 16:
            self.rare_int_statement()
        elif which < 5:
            self.emit(ins.IOP, self.int_operator(), self.int_write(), self.int_read(),
                      self.int_read())
        elif which < 8:
            self.emit(ins.IOPK, self.int_operator(), self.int_write(), self.int_read(),
                      self.int_constant())
        elif which == 8:
            self.emit(ins.IKOP, self.int_operator(), self.int_write(),
                      self.int_constant(), self.int_read())
        elif which == 9:
            self.emit(ins.ICMP, self.random.randrange(6), self.int_write(),
                      self.int_read(), self.int_read())
        elif which == 10:
            self.emit(ins.ICMPK, self.random.randrange(6), self.int_write(),
                      self.int_read(), self.int_constant())
        elif which == 11:
            self.emit(ins.JOVF, self.random.randrange(3), self.int_write(),
                      self.int_read(), self.int_read())
        elif which == 12:
            self.emit(ins.ICONST, self.int_write(), self.int_constant())
        elif which == 13:
            self.emit(ins.IMOVE, self.int_write(), self.int_read())
        elif which == 14:
            self.emit(self.choice([ins.IOPAQUE, ins.IOPURE]), self.int_write(),
                      self.int_read())
        else:
            self.emit(ins.IPROMOTE, self.int_write())

    def rare_int_statement(self):
        if self.chance(70):
            self.emit(ins.IPICK, self.int_write(), self.int_read())
        else:
            self.emit(ins.GUARDS, 0, self.int_write(), self.int_read())

    def float_statement(self):
        which = self.random.randrange(18)
        if which < 5:
            self.emit(ins.FOP, self.random.randrange(4), self.float_register(),
                      self.float_register(), self.float_register())
        elif which < 8:
            self.emit(ins.FOPK, self.random.randrange(4), self.float_register(),
                      self.float_register(), self.float_constant())
        elif which == 8:
            self.emit(ins.FKOP, self.random.randrange(4), self.float_register(),
                      self.float_constant(), self.float_register())
        elif which == 9:
            self.emit(ins.FCMP, self.random.randrange(6), self.int_write(),
                      self.float_register(), self.float_register())
        elif which == 10:
            self.emit(ins.FCMPK, self.random.randrange(6), self.int_write(),
                      self.float_register(), self.float_constant())
        elif which == 11:
            self.emit(ins.FCONST, self.float_register(), self.float_constant())
        elif which == 12:
            self.emit(ins.FMOVE, self.float_register(), self.float_register())
        elif which == 13:
            self.emit(ins.FFUN, self.random.randrange(ins.FLOAT_FUNCTIONS),
                      self.float_register(), self.float_register())
        elif which == 14:
            self.emit(ins.FPROMOTE, self.float_register())
        elif which == 15:
            self.emit(self.choice([ins.I2F, ins.FPICK, ins.FPICK, ins.BITSF]),
                      self.float_register(), self.int_read())
        else:
            self.emit(self.choice([ins.F2I, ins.FBITS, ins.FSIGN]), self.int_write(),
                      self.float_register())

    def box_statement(self):
        which = self.random.randrange(14)
        if which == 13:
            place = self.int_read()
            self.emit(ins.RPICK, self.ref_write(ANY), place)
        elif which == 12:
            self.promotion()
        elif which < 2:
            source = self.int_read()
            self.emit(ins.BOXI, self.ref_write(INT), source)
        elif which < 4:
            source = self.float_register()
            self.emit(ins.BOXF, self.ref_write(FLOAT), source)
        elif which < 6:
            self.emit(ins.UNBOXI, self.int_write(), self.ref(INT))
        elif which < 8:
            self.emit(ins.UNBOXF, self.float_register(), self.ref(FLOAT))
        elif which < 10:
            left, right = self.ref(INT), self.ref(self.choice([INT, FLOAT]))
            self.emit(ins.GADD, self.ref_write(self.kinds[right]), left, right)
        elif which == 10:
            place = self.random.randrange(REF_PLACES)
            self.emit(ins.RCONST, self.ref_write(REF_KINDS[place]), place)
        else:
            source = self.ref()
            kind = self.kinds[source]
            self.emit(ins.RMOVE, self.ref_write(kind), source)

    def promotion(self, percent=10):
        """Promote what changes in some cases only: each value becomes a trace."""
        if self.chance(percent):
            self.emit(ins.RPROMOTE, self.ref())
        elif self.stable:
            self.emit(ins.RPROMOTE, self.choice(self.stable))

    def part_statement(self):
        which = self.random.randrange(14)
        if which < 2:
            first, second = self.ref(), self.ref()
            self.emit(ins.PAIR, self.ref_write(PAIR), first, second)
        elif which < 4:
            parts = [self.ref(), self.ref(), self.ref()]
            self.emit(ins.TRIPLE, self.ref_write(TRIPLE), *parts)
        elif which < 8:
            source = self.ref(self.choice([PAIR, TRIPLE, MIXED]))
            self.emit(ins.PART, self.random.randrange(3), self.ref_write(ANY), source)
        elif which == 8:
            parts = [self.int_read(), self.float_register(), self.ref()]
            self.emit(ins.MIXED, self.ref_write(MIXED), *parts)
        elif which == 9:
            self.emit(ins.MIXI, self.int_write(), self.ref(MIXED))
        elif which == 10:
            self.emit(ins.MIXF, self.float_register(), self.ref(MIXED))
        elif which == 11:
            parts = [self.ref(), self.ref()]
            self.emit(ins.NODE, self.random.randrange(4), self.ref_write(NODE), *parts)
        elif which == 12:
            source = self.ref(NODE)
            self.emit(ins.ITEM, self.random.randrange(3), self.ref_write(ANY), source)
        else:
            self.emit(ins.NCOUNT, self.int_write(), self.ref(NODE))

    def cell_statement(self):
        which = self.random.randrange(12)
        if which < 2:
            source = self.ref()
            self.emit(ins.CELL, self.ref_write(CELL), source)
        elif which < 4:
            source = self.ref(CELL)
            self.emit(ins.GETCELL, self.ref_write(ANY), source)
        elif which < 6:
            self.emit(ins.SETCELL, self.ref(CELL), self.ref())
        elif which == 6 or which == 7:
            self.emit(ins.GETCOUNT, self.int_write(), self.ref(CELL))
        elif which == 8 or which == 9:
            self.emit(ins.SETCOUNT, self.ref(CELL), self.int_read())
        elif which == 10:
            self.emit(ins.GETLEVEL, self.float_register(), self.ref(CELL))
        else:
            self.emit(ins.SETLEVEL, self.ref(CELL), self.float_register())

    def array_statement(self):
        which = self.random.randrange(8)
        if which == 0:
            self.new_array()
        elif which == 1:
            self.emit(ins.ALEN, self.int_write(), self.ref(self.choice(
                [INTS, FLOATS, REFS])))
        elif which == 2:
            source = self.ref(self.choice([INTS, REFS]))
            kind = self.kinds[source]
            self.emit(ins.SLICE, self.ref_write(kind), source, self.int_read(),
                      self.int_read())
        elif which < 6:
            self.item_statement()
        else:
            self.list_statement()

    def new_array(self):
        which = self.random.randrange(4)
        if which == 0:
            source = self.int_read()
            self.emit(ins.INTS, self.random.randrange(3), self.ref_write(INTS), source)
        elif which == 1:
            source = self.float_register()
            self.emit(ins.FLOATS, self.random.randrange(2), self.ref_write(FLOATS),
                      source)
        elif which == 2:
            items = [self.ref(), self.ref()]
            self.emit(ins.REFS, self.random.randrange(3), self.ref_write(REFS), *items)
        else:
            self.emit(ins.NEWSIZE, self.ref_write(REFS), self.int_read())

    def item_statement(self):
        which = self.random.randrange(12)
        index = self.random.randrange(3)
        if which == 0:
            self.emit(ins.INTS_GET, self.int_write(), self.ref(INTS), self.int_read())
        elif which == 1:
            self.emit(ins.INTS_GETK, index, self.int_write(), self.ref(INTS))
        elif which == 2:
            self.emit(ins.INTS_SET, self.ref(INTS), self.int_read(), self.int_read())
        elif which == 3:
            self.emit(ins.INTS_SETK, index, self.ref(INTS), self.int_read())
        elif which == 4:
            self.emit(ins.FLOATS_GET, self.float_register(), self.ref(FLOATS),
                      self.int_read())
        elif which == 5:
            self.emit(ins.FLOATS_GETK, index, self.float_register(), self.ref(FLOATS))
        elif which == 6:
            self.emit(ins.FLOATS_SET, self.ref(FLOATS), self.int_read(),
                      self.float_register())
        elif which == 7:
            self.emit(ins.FLOATS_SETK, index, self.ref(FLOATS), self.float_register())
        elif which == 8:
            source = self.ref(REFS)
            self.emit(ins.REFS_GET, self.ref_write(ANY), source, self.int_read())
        elif which == 9:
            source = self.ref(REFS)
            self.emit(ins.REFS_GETK, index, self.ref_write(ANY), source)
        elif which == 10:
            self.emit(ins.REFS_SET, self.ref(REFS), self.int_read(), self.ref())
        else:
            self.emit(ins.REFS_SETK, index, self.ref(REFS), self.ref())

    def list_statement(self):
        which = self.random.randrange(6)
        if which == 0:
            source = self.ref()
            self.emit(ins.LIST, self.ref_write(LIST), source)
        elif which == 1:
            self.emit(ins.PUSH, self.ref(LIST), self.ref())
        elif which == 2:
            source = self.ref(LIST)
            self.emit(ins.POP, self.ref_write(ANY), source)
        elif which == 3:
            source = self.ref(LIST)
            self.emit(ins.LGET, self.ref_write(ANY), source, self.int_read())
        elif which == 4:
            self.emit(ins.LSET, self.ref(LIST), self.int_read(), self.ref())
        else:
            self.emit(ins.LLEN, self.int_write(), self.ref(LIST))

    def text_statement(self):
        which = self.random.randrange(7)
        if which < 2:
            left, right = self.ref(TEXT), self.ref(TEXT)
            self.emit(ins.CONCAT, self.ref_write(TEXT), left, right)
        elif which == 2:
            source = self.ref(TEXT)
            self.emit(ins.SUBSTR, self.ref_write(TEXT), source, self.int_read(),
                      self.int_read())
        elif which == 3:
            self.emit(ins.CHAR, self.int_write(), self.ref(TEXT), self.int_read())
        elif which == 4:
            self.emit(ins.CHARS, self.ref_write(TEXT), self.int_read())
        elif which == 5:
            self.emit(ins.TLEN, self.int_write(), self.ref(TEXT))
        else:
            place = self.random.randrange(17, 22)
            self.emit(ins.RCONST, self.ref_write(TEXT), place)

    def effect_statement(self):
        which = self.random.randrange(11)
        if which == 10:
            source = self.ref()
            kind = self.kinds[source]
            self.emit(ins.REBUILD, self.ref_write(kind), source)
        elif which == 0:
            self.emit(ins.ESCAPE, self.ref())
        elif which == 1:
            self.emit(ins.ESCAPED, self.ref_write(ANY))
        elif which == 2:
            self.emit(ins.MUTATE, self.ref())
        elif which == 3:
            source = self.ref()
            kind = self.kinds[source]
            self.emit(ins.OPAQUE, self.ref_write(kind), source)
        elif which == 4:
            self.emit(ins.MEMO, self.ref_write(ANY), self.int_read())
        elif which == 5:
            self.emit(ins.MEASURE, self.int_write(), self.ref())
        elif which == 6:
            target = self.emit(ins.RAISING, self.int_write(), self.int_read(), 0)
            self.int_statement()
            self.code[target][3] = len(self.code)
        elif which == 7:
            self.emit(ins.OUT, self.int_read())
        elif which == 8:
            self.emit(ins.OUTF, self.float_register())
        else:
            self.emit(ins.FLAG) if self.chance(20) else self.emit(ins.OUTR, self.ref())

    def call_statement(self):
        which = self.random.randrange(8)
        count = self.program.function_count
        if which < 2:
            source = self.ref()
            self.emit(ins.CLOSURE, self.ref_write(CLOSURE), self.random.randrange(count),
                      source)
        elif which < 4:
            self.emit(ins.CALL, self.ref_write(ANY), self.random.randrange(count),
                      self.random.randrange(self.program.refs))
        elif which < 6:
            source = self.ref(CLOSURE)
            self.emit(ins.CALLCLO, self.ref_write(ANY), source, self.ref())
        elif which == 6:
            source = self.ref(CLOSURE)
            self.emit(ins.MAP, self.ref_write(LIST), self.ref(self.choice([REFS, LIST])),
                      source)
        else:
            source = self.ref(CLOSURE)
            self.emit(ins.FOLD, self.ref(), self.ref(self.choice([REFS, LIST])), source)
