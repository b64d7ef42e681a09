"""The instructions of the register machine (Python 2.7, RPython constants).

An instruction is one character for the opcode and four for its operands.  Kinds of
operands:

=====  ===================================================================
i f r  a register of an Int, a Float or a reference that is read
I F R  such a register that is written
j g q  the place of a constant in the pool of Ints, Floats or references
n      a small number; what it means depends on the instruction
L      the number of an instruction of the same function
C      the number of a function
=====  ===================================================================
"""

OPERANDS = 4
WIDTH = 1 + OPERANDS

ADD, SUB, MUL, DIV, MOD, AND, OR, XOR, SHR, USHR, SHL = range(11)
INT_OPERATIONS = 11
# Operations that may wrap around without a test: see --wrapping.
RAW_ADD, RAW_SUB, RAW_MUL, RAW_SHL = range(11, 15)
WRAPPING_OPERATIONS = 15

FLOAT_OPERATIONS = 4                # the first four of the above

LT, LE, EQ, NE, GT, GE = range(6)
COMPARISONS = 6

FLOAT_NEG, FLOAT_ABS, FLOAT_SQRT, FLOAT_PURE, FLOAT_OPAQUE = range(5)
FLOAT_FUNCTIONS = 5

# Classes of values, for ``is_class``.
(IS_INT, IS_FLOAT, IS_PAIR, IS_TRIPLE, IS_MIXED, IS_NODE, IS_CELL, IS_INTS, IS_LIST,
 IS_TEXT, IS_CLOSURE, IS_NIL) = range(12)
CLASSES = 12

LONGEST_TEXT = 40
LONGEST_ARRAY = 5
LONGEST_LIST = 24
LARGEST_NODE = 3
MOST_GUARDS = 8                     # of an operand of GUARDS

# An array too large for what guards remember, and the numbers of some of its items.
LARGE = 3
LARGE_LENGTH = 40000
LARGE_READ_INDEX = 7                # of an item that is always 0
LARGE_INDICES = [5, 6, 8]
INDICES = [0, 1, 2, 3, 4, 32767, 32768, 37000, LARGE_LENGTH - 1]

NAMES = []
KINDS = []


def _define(name, kinds):
    NAMES.append(name)
    KINDS.append(kinds)
    globals()[name.upper()] = len(NAMES) - 1


for _line in '''
iconst I j
imove I i
iop n I i i
iopk n I i j
ikop n I j i
icmp n I i i
icmpk n I i j
jint n i i L
jintk n i j L
jtrue i L
jfalse i L
jovf n I i i
iswap i i
irot i i i
iopaque I i
iopure I i
ipick I i
guards n I i
ipromote i
fconst F g
fmove F f
fop n F f f
fopk n F f g
fkop n F g f
ffun n F f
fcmp n I f f
fcmpk n I f g
jflo n f f L
jflok n f g L
jkflo n g f L
fswap f f
frot f f f
fpromote f
i2f F i
f2i I f
fbits I f
fsign I f
bitsf F i
fpick F i
rconst R q
rmove R r
rpick R i
rpromote r
rswap r r
rrot r r r
rrot4 r r r r
boxi R i
boxf R f
unboxi I r
unboxf F r
gadd R r r
jgen n r r L
jclass n r L
jsame n r r L
pair R r r
triple R r r r
part n R r
mixed R i f r
mixi I r
mixf F r
node n R r r
jtag n r L
item n R r
ncount I r
cell R r
getcell R r
setcell r r
getcount I r
setcount r i
getlevel F r
setlevel r f
ints n R i
ints_get I r i
ints_getk n I r
ints_set r i i
ints_setk n r i
floats n R f
floats_get F r i
floats_getk n F r
floats_set r i f
floats_setk n r f
refs n R r r
refs_get R r i
refs_getk n R r
refs_set r i r
refs_setk n r r
alen I r
newsize R i
slice R r i i
list R r
push r r
pop R r
lget R r i
lset r i r
llen I r
concat R r r
substr R r i i
char I r i
chars R i
tlen I r
jtext r r L
escape r
escaped R
mutate r
opaque R r
rebuild R r
memo R i
measure I r
raising I i L
flag
jflag L
closure R C r
call R C n
callclo R r r
map R r r
fold R r r r
out i
outf f
outr r
jump L
loop L
tail C
ret r
'''.split('\n'):
    if _line:
        _define(*(_line.split(None, 1) + [''])[:2])
KINDS = [kinds.split() for kinds in KINDS]
