"""std.bytes"""

from rpython.rlib import jit
from rpython.rlib.rarithmetic import intmask, r_uint
from rpython.rlib.rstring import StringBuilder

from interpreter.objects.bytes import newbytes
from interpreter.objects.errors import EffectError
from interpreter.objects.numbers import newbool, newint
from interpreter.objects.pace import pace
from interpreter.objects.text import newstr
from interpreter.objects.variant import err_str, ok
from interpreter.stdlib import utf8
from interpreter.stdlib.args import to_bytes, to_int, to_list, to_str
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import CONSTANT, COUNTED, each


def unsigned(value):
    """How messages print a position: a negative one as 2^64 - n."""
    return str(r_uint(value))


@pure('bytes', 'len', CONSTANT)
def len_(w_bytes):
    return newint(len(to_bytes(w_bytes)))


@pure('bytes', 'is_empty', CONSTANT)
def is_empty(w_bytes):
    return newbool(len(to_bytes(w_bytes)) == 0)


@pure('bytes', 'eq', COUNTED)
def eq(w_left, w_right):
    left = to_bytes(w_left)
    pace.bytes(len(left))
    return newbool(left == to_bytes(w_right))


@pure('bytes', 'from_str', each(1, 0))
def from_str(w_text):
    return newbytes(to_str(w_text))


@pure('bytes', 'to_str', each(1, 0))
def to_str_(w_bytes):
    data = to_bytes(w_bytes)
    try:
        check_utf8(data)
    except utf8.InvalidUTF8 as e:
        return err_str(e.message())
    return ok(newstr(data))


@jit.dont_look_inside
def check_utf8(data):
    pace.bytes(len(data))
    utf8.check(data)


@pure('bytes', 'slice', COUNTED)
def slice_(w_bytes, w_start, w_stop):
    data = to_bytes(w_bytes)
    start = to_int(w_start)
    stop = to_int(w_stop)
    if start < 0 or stop < start or stop > len(data):
        raise EffectError('bytes.slice: out of range [%s..%s] of %d' % (
            unsigned(start), unsigned(stop), len(data)))
    pace.bytes(stop - start)
    return newbytes(data[start:stop])


@pure('bytes', 'concat', COUNTED)
def concat(w_left, w_right):
    left = to_bytes(w_left)
    right = to_bytes(w_right)
    pace.bytes(len(left) + len(right))
    return newbytes(left + right)


@pure('bytes', 'concat_all', COUNTED)
@jit.dont_look_inside
def concat_all(w_pieces):
    w_pieces = to_list(w_pieces)
    builder = StringBuilder()
    for i in range(w_pieces.length()):
        piece = to_bytes(w_pieces.getitem(i))
        pace.work(1 + len(piece))
        builder.append(piece)
    return newbytes(builder.build())


def little_endian(value, width):
    chars = []
    for i in range(width):
        chars.append(chr((value >> (8 * i)) & 0xFF))
    return newbytes(''.join(chars))


def define_encoder(name, width):
    @jit.unroll_safe
    def encode(w_int):
        return little_endian(to_int(w_int), width)
    pure('bytes', name, CONSTANT)(encode)


def define_decoder(name, width):
    message = 'bytes.%s: offset %%s out of range of %%d bytes' % name

    def decode(w_bytes, w_offset):
        data = to_bytes(w_bytes)
        offset = to_int(w_offset)
        if offset < 0 or offset > len(data) - width:
            return err_str(message % (unsigned(offset), len(data)))
        return ok(newint(unpacked(data, offset, width)))
    pure('bytes', name, CONSTANT)(decode)


def unpacked(data, offset, width):
    value = r_uint(0)
    i = width - 1
    while i >= 0:
        value = value << 8 | r_uint(ord(data[offset + i]))
        i -= 1
    return intmask(value)


define_encoder('u8', 1)
define_encoder('u16_le', 2)
define_encoder('u32_le', 4)
define_encoder('u64_le', 8)
define_decoder('u8_at', 1)
define_decoder('u16_le_at', 2)
define_decoder('u32_le_at', 4)
define_decoder('u64_le_at', 8)
