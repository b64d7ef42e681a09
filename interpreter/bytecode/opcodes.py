"""The instruction table: names, operands and what each instruction does.

One row describes one instruction.  The assembler, the step accounting, the
disassembler and the dispatch loop all go by this table.  See
docs/bytecode.rst for the stack effects.

Operand kinds: ``const`` (index of a constant), ``local`` (a slot), ``count``,
``shape``, ``name`` (a field name) and ``site`` (its inline cache),
``constructor``, ``function``, ``builtin``, ``target`` (an instruction's
position) and ``cost`` (steps of the block that ends here).  An instruction
with a ``cost`` operand ends a block of straight-line code.
"""


class Opcode(object):
    _immutable_fields_ = ['number', 'name', 'operands[*]', 'length',
                          'ends_block', 'target_operand']

    def __init__(self, number, name, operands):
        self.number = number
        self.name = name
        self.operands = operands
        self.length = 1 + len(operands)
        self.ends_block = 'cost' in operands
        self.target_operand = -1
        if 'target' in operands:
            self.target_operand = operands.index('target')


TABLE = []


def _op(name, *operands):
    number = len(TABLE)
    TABLE.append(Opcode(number, name, list(operands)))
    return number


PUSH_CONST = _op('PushConst', 'const')
POP = _op('Pop')
DUP = _op('Dup')
LOAD_LOCAL = _op('LoadLocal', 'local')
STORE_LOCAL = _op('StoreLocal', 'local')

MAKE_RECORD = _op('MakeRecord', 'shape')
MAKE_TUPLE = _op('MakeTuple', 'count')
MAKE_LIST = _op('MakeList', 'count')
MAKE_VARIANT = _op('MakeVariant', 'constructor', 'count')
GET_FIELD = _op('GetField', 'name', 'site')
GET_ELEM = _op('GetElem', 'count')
TEST_VARIANT = _op('TestVariant', 'constructor')
GET_VARIANT_ARG = _op('GetVariantArg', 'count')
GET_LIST_LEN = _op('GetListLen')
GET_LIST_ELEM_DYN = _op('GetListElemDyn')
LIST_APPEND = _op('ListAppend')

JUMP = _op('Jump', 'target', 'cost')
JUMP_BACK = _op('JumpBack', 'target', 'cost')
JUMP_IF = _op('JumpIf', 'target', 'cost')
JUMP_IF_NOT = _op('JumpIfNot', 'target', 'cost')
CHARGE = _op('Charge', 'cost')
CALL = _op('Call', 'function', 'cost')
TAIL_CALL = _op('TailCall', 'function', 'cost')
TAIL_CALL_LOOP = _op('TailCallLoop', 'function', 'cost')
TAIL_CALL_LEAVE = _op('TailCallLeave', 'function', 'cost')
MAKE_CLOSURE = _op('MakeClosure', 'function', 'count')
CALL_CLOSURE = _op('CallClosure', 'count', 'cost')
CALL_BUILTIN = _op('EffectCall', 'builtin', 'count')
LIST_MAP = _op('ListMap', 'cost')
LIST_FILTER = _op('ListFilter', 'cost')
LIST_FOLD = _op('ListFold', 'cost')
SORT_BY_KEY = _op('SortByKey', 'cost')
PARALLEL_MAP = _op('ParallelMap', 'cost')
CALL_REENTRANT = _op('EffectCallReentrant', 'builtin', 'count', 'cost')
RETURN = _op('Return', 'cost')
PANIC = _op('Panic', 'const', 'cost')

INT_ADD = _op('IntAdd')
INT_SUB = _op('IntSub')
INT_MUL = _op('IntMul')
INT_DIV = _op('IntDiv')
INT_MOD = _op('IntMod')
INT_EQ = _op('IntEq')
INT_LT = _op('IntLt')
INT_LE = _op('IntLe')
INT_GT = _op('IntGt')
INT_GE = _op('IntGe')
FLOAT_ADD = _op('FloatAdd')
FLOAT_SUB = _op('FloatSub')
FLOAT_MUL = _op('FloatMul')
FLOAT_DIV = _op('FloatDiv')
FLOAT_EQ = _op('FloatEq')
FLOAT_LT = _op('FloatLt')
FLOAT_LE = _op('FloatLe')
FLOAT_GT = _op('FloatGt')
FLOAT_GE = _op('FloatGe')
NUM_ADD = _op('NumAdd')
NUM_SUB = _op('NumSub')
NUM_MUL = _op('NumMul')
NUM_DIV = _op('NumDiv')
NUM_MOD = _op('NumMod')
NUM_NEG = _op('NumNeg')
NUM_EQ = _op('NumEq')
NUM_LT = _op('NumLt')
NUM_LE = _op('NumLe')
NUM_GT = _op('NumGt')
NUM_GE = _op('NumGe')
BOOL_AND = _op('BoolAnd')
BOOL_OR = _op('BoolOr')
BOOL_NOT = _op('BoolNot')
STR_EQ = _op('StrEq')
BYTES_EQ = _op('BytesEq')

LOAD_ADD_CONST = _op('LoadLocalAddIntConst', 'local', 'const')
LOAD_ADD_CONST_STORE = _op('LoadLocalAddIntConstStoreLocal',
                           'local', 'const', 'local')
LOAD_ADD_LOCAL = _op('LoadLocalAddLocal', 'local', 'local')
LOAD_SUB_LOCAL = _op('LoadLocalSubLocal', 'local', 'local')
LOAD_MUL_LOCAL = _op('LoadLocalMulLocal', 'local', 'local')
LOAD_EQ_CONST_JUMP_IF_NOT = _op('LoadLocalEqIntConstJumpIfNot',
                                'local', 'const', 'target', 'cost')
LOAD_STORE_EQ_CONST_JUMP_IF_NOT = _op('LoadLocalStoreEqIntConstJumpIfNot',
                                      'local', 'local', 'const', 'target',
                                      'cost')
LOAD_GET_FIELD = _op('LoadLocalGetField', 'local', 'name', 'site')
LOAD_GET_FIELD_ADD = _op('LoadLocalGetFieldAdd', 'local', 'name', 'site')
LOAD_GET_FIELD_SUB = _op('LoadLocalGetFieldSub', 'local', 'name', 'site')
LOAD_GET_FIELD_MUL = _op('LoadLocalGetFieldMul', 'local', 'name', 'site')


def name_of(number):
    return TABLE[number].name
