"""std.crypto: hashes, texts for bytes, comparison and random bytes.

Ciphers are in :mod:`interpreter.stdlib.crypto_ciphers`, signatures in
:mod:`interpreter.stdlib.crypto_signatures`.
"""

from rpython.rlib import jit
from rpython.rlib.rmd5 import RMD5

from interpreter.hashes import hmac
from interpreter.hashes.blake2b import blake2b
from interpreter.hashes.keccak import keccak256
from interpreter.hashes.sha256 import sha256
from interpreter.hashes.sha512 import sha512
from interpreter.objects.bytes import newbytes
from interpreter.objects.errors import EffectError
from interpreter.objects.numbers import newbool
from interpreter.objects.pace import pace
from interpreter.objects.text import newstr
from interpreter.objects.variant import err_str, ok
from interpreter.stdlib import base_texts
from interpreter.stdlib.args import host_int, to_bytes, to_int, to_str
from interpreter.stdlib.registry import effect, pure
from interpreter.stdlib.work import COUNTED, each
from interpreter.texts.hexadecimal import to_hex

MAX_RANDOM_BYTES = 1 << 20
MAX_DERIVED_BYTES = 1 << 20
MAX_HKDF_BYTES = 255 * hmac.HASH_SIZE
MAX_U32 = (1 << 32) - 1


def counted(data):
    """Bytes that are about to be hashed."""
    pace.work(len(data))
    return data


@pure('crypto', 'sha256', COUNTED)
@jit.dont_look_inside
def sha256_(w_bytes):
    return newbytes(sha256(counted(to_bytes(w_bytes))))


@pure('crypto', 'sha512', COUNTED)
@jit.dont_look_inside
def sha512_(w_bytes):
    return newbytes(sha512(counted(to_bytes(w_bytes))))


@pure('crypto', 'md5', COUNTED)
@jit.dont_look_inside
def md5(w_bytes):
    state = RMD5()
    state.update(counted(to_bytes(w_bytes)))
    return newbytes(state.digest())


@pure('crypto', 'blake2b', COUNTED)
@jit.dont_look_inside
def blake2b_(w_bytes):
    return newbytes(blake2b(counted(to_bytes(w_bytes))))


@pure('crypto', 'keccak256', COUNTED)
@jit.dont_look_inside
def keccak256_(w_bytes):
    return newbytes(keccak256(counted(to_bytes(w_bytes))))


@pure('crypto', 'sha256_str', COUNTED)
@jit.dont_look_inside
def sha256_str(w_text):
    return newstr(to_hex(sha256(counted(to_str(w_text)))))


@pure('crypto', 'sha512_str', COUNTED)
@jit.dont_look_inside
def sha512_str(w_text):
    return newstr(to_hex(sha512(counted(to_str(w_text)))))


@pure('crypto', 'hmac_sha256', each(4, 0, 1))
@jit.dont_look_inside
def hmac_sha256(w_key, w_data):
    return newbytes(hmac.hmac_sha256(to_bytes(w_key), counted(to_bytes(w_data))))


@pure('crypto', 'hmac_sha512', each(4, 0, 1))
@jit.dont_look_inside
def hmac_sha512(w_key, w_data):
    return newbytes(hmac.hmac_sha512(to_bytes(w_key), counted(to_bytes(w_data))))


# Derived keys

def length_problem(name, length):
    """Why so many bytes cannot be derived; '' if they can."""
    if length <= 0:
        return '%s: len must be > 0, got %d' % (name, length)
    if length > MAX_DERIVED_BYTES:
        return '%s: len must be <= %d, got %d' % (name, MAX_DERIVED_BYTES,
                                                  length)
    return ''


@pure('crypto', 'pbkdf2_sha256', each(4, 0, 1))
@jit.dont_look_inside
def pbkdf2_sha256(w_password, w_salt, w_iterations, w_length):
    password = to_bytes(w_password)
    salt = to_bytes(w_salt)
    iterations = to_int(w_iterations)
    length = to_int(w_length)
    if iterations <= 0:
        return err_str('pbkdf2_sha256: iterations must be > 0, got %d'
                       % iterations)
    problem = length_problem('pbkdf2_sha256', length)
    if problem != '':
        return err_str(problem)
    if iterations > MAX_U32:
        return err_str('pbkdf2_sha256: iterations must fit in u32, got %d'
                       % iterations)
    return ok(newbytes(hmac.pbkdf2_sha256(password, salt, iterations,
                                          length)))


@pure('crypto', 'hkdf_sha256', each(4, 0, 1, 2))
@jit.dont_look_inside
def hkdf_sha256(w_key, w_salt, w_info, w_length):
    key = to_bytes(w_key)
    salt = to_bytes(w_salt)
    info = to_bytes(w_info)
    length = to_int(w_length)
    problem = length_problem('hkdf_sha256', length)
    if problem != '':
        return err_str(problem)
    if length > MAX_HKDF_BYTES:
        return err_str('hkdf_sha256: invalid number of blocks, too large '
                       'output')
    return ok(newbytes(hmac.hkdf_sha256(key, salt, info, length)))


# Texts

@pure('crypto', 'hex_encode', each(1, 0))
@jit.dont_look_inside
def hex_encode(w_bytes):
    return newstr(to_hex(to_bytes(w_bytes)))


@pure('crypto', 'hex_decode', each(2, 0))
@jit.dont_look_inside
def hex_decode(w_text):
    try:
        return ok(newbytes(base_texts.decode_hex(to_str(w_text))))
    except base_texts.BadText as e:
        return err_str('hex: ' + e.msg)


@pure('crypto', 'base64_encode', each(1, 0))
@jit.dont_look_inside
def base64_encode(w_bytes):
    return newstr(base_texts.BASE64.encode(to_bytes(w_bytes)))


@pure('crypto', 'base64_decode', each(2, 0))
@jit.dont_look_inside
def base64_decode(w_text):
    try:
        return ok(newbytes(base_texts.BASE64.decode(to_str(w_text))))
    except base_texts.BadText as e:
        return err_str('base64: ' + e.msg)


@pure('crypto', 'base64url_encode', each(1, 0))
@jit.dont_look_inside
def base64url_encode(w_bytes):
    return newstr(base_texts.BASE64_URL.encode(to_bytes(w_bytes)))


@pure('crypto', 'base64url_decode', each(2, 0))
@jit.dont_look_inside
def base64url_decode(w_text):
    try:
        return ok(newbytes(base_texts.BASE64_URL.decode(to_str(w_text))))
    except base_texts.BadText as e:
        return err_str('base64url: ' + e.msg)


@pure('crypto', 'base58_encode', COUNTED)
@jit.dont_look_inside
def base58_encode(w_bytes):
    return newstr(base_texts.encode_base58(to_bytes(w_bytes)))


@pure('crypto', 'base58_decode', COUNTED)
@jit.dont_look_inside
def base58_decode(w_text):
    try:
        return ok(newbytes(base_texts.decode_base58(to_str(w_text))))
    except base_texts.BadText as e:
        return err_str('base58: ' + e.msg)


# Comparison

@jit.dont_look_inside
def equal(left, right):
    """Whether two byte strings are equal; the time that takes depends on
    their lengths only."""
    if len(left) != len(right):
        return False
    difference = 0
    for i in range(len(left)):
        difference |= ord(left[i]) ^ ord(right[i])
    return difference == 0


@pure('crypto', 'eq', each(1, 0))
def eq(w_left, w_right):
    return newbool(equal(to_bytes(w_left), to_bytes(w_right)))


@pure('crypto', 'constant_time_eq', each(1, 0))
def constant_time_eq(w_left, w_right):
    return newbool(equal(to_bytes(w_left), to_bytes(w_right)))


@pure('crypto', 'eq_str', each(1, 0))
def eq_str(w_left, w_right):
    return newbool(equal(to_str(w_left), to_str(w_right)))


# Random bytes

def random_bytes(host, name, w_count):
    host.check('random')
    count = host_int(w_count)
    if not 0 <= count <= MAX_RANDOM_BYTES:
        raise EffectError('crypto.%s: n must be in 0..=%d'
                          % (name, MAX_RANDOM_BYTES))
    return host.random_bytes(count)


@effect('crypto', 'random', COUNTED)
@jit.dont_look_inside
def random(host, w_count):
    return newbytes(random_bytes(host, 'random', w_count))


@effect('crypto', 'random_str_hex', COUNTED)
@jit.dont_look_inside
def random_str_hex(host, w_count):
    return newstr(to_hex(random_bytes(host, 'random_str_hex', w_count)))
