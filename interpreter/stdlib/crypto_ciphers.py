"""std.crypto: authenticated ciphers and Argon2id."""

from rpython.rlib import jit

from interpreter.effects import libargon2, libcrypto
from interpreter.effects.libcrypto import Refused, TAG_SIZE
from interpreter.effects.shared_library import LibraryError
from interpreter.memory import limit
from interpreter.objects.bytes import newbytes
from interpreter.objects.pace import MUCH, pace
from interpreter.objects.record import Shape, newrecord
from interpreter.objects.variant import err_str, ok
from interpreter.stdlib.args import to_bytes, to_int
from interpreter.stdlib.crypto import MAX_U32, length_problem
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import COUNTED, costs

NONCE_SIZE = 12
CHACHA_KEY_SIZE = 32
MIN_SALT_SIZE = 8
MIN_ARGON2_MEMORY = 8
MIN_ARGON2_LENGTH = 4
WORK_OF_A_KILOBYTE = 200        # for one round of Argon2

RESULT_SHAPE = Shape.of(['ciphertext', 'tag'])


class Misuse(Exception):
    """A key, nonce or tag of the wrong size."""

    def __init__(self, msg):
        self.msg = msg


def aes(key):
    if len(key) == 16:
        return libcrypto.AES_128_GCM
    if len(key) == 32:
        return libcrypto.AES_256_GCM
    raise Misuse('key must be 16 or 32 bytes, got %d' % len(key))


def chacha(key):
    if len(key) != CHACHA_KEY_SIZE:
        raise Misuse('key must be exactly 32 bytes, got %d' % len(key))
    return libcrypto.CHACHA20_POLY1305


def check_size(what, data, size):
    if len(data) != size:
        raise Misuse('%s must be exactly %d bytes, got %d' % (what, size,
                                                              len(data)))


def sealed(name, cipher, key, nonce, w_extra, w_text):
    extra = to_bytes(w_extra)
    text = to_bytes(w_text)
    try:
        data = libcrypto.seal(cipher, key, nonce, extra, text)
    except LibraryError as e:
        return err_str('%s: %s' % (name, e.msg))
    except Refused:
        return err_str('%s: aead::Error' % name)
    size = len(data) - TAG_SIZE
    assert size >= 0
    return ok(newrecord(RESULT_SHAPE, [newbytes(data[:size]),
                                       newbytes(data[size:])]))


def opened(name, cipher, key, nonce, w_extra, w_text, tag):
    extra = to_bytes(w_extra)
    text = to_bytes(w_text)
    try:
        return ok(newbytes(libcrypto.open_(cipher, key, nonce, extra, text,
                                           tag)))
    except LibraryError as e:
        return err_str('%s: %s' % (name, e.msg))
    except Refused:
        return err_str('%s: aead::Error' % name)


@pure('crypto', 'aes_gcm_seal', costs(500, 2, 3))
@jit.dont_look_inside
def aes_gcm_seal(w_key, w_nonce, w_extra, w_text):
    key = to_bytes(w_key)
    nonce = to_bytes(w_nonce)
    try:
        check_size('nonce', nonce, NONCE_SIZE)
        cipher = aes(key)
    except Misuse as e:
        return err_str('aes_gcm_seal: ' + e.msg)
    return sealed('aes_gcm_seal', cipher, key, nonce, w_extra, w_text)


@pure('crypto', 'aes_gcm_open', costs(500, 2, 3))
@jit.dont_look_inside
def aes_gcm_open(w_key, w_nonce, w_extra, w_text, w_tag):
    key = to_bytes(w_key)
    nonce = to_bytes(w_nonce)
    tag = to_bytes(w_tag)
    try:
        check_size('nonce', nonce, NONCE_SIZE)
        check_size('tag', tag, TAG_SIZE)
        cipher = aes(key)
    except Misuse as e:
        return err_str('aes_gcm_open: ' + e.msg)
    return opened('aes_gcm_open', cipher, key, nonce, w_extra, w_text, tag)


@pure('crypto', 'chacha20_poly1305_seal', costs(500, 2, 3))
@jit.dont_look_inside
def chacha20_poly1305_seal(w_key, w_nonce, w_extra, w_text):
    key = to_bytes(w_key)
    nonce = to_bytes(w_nonce)
    try:
        cipher = chacha(key)
        check_size('nonce', nonce, NONCE_SIZE)
    except Misuse as e:
        return err_str('chacha20_poly1305_seal: ' + e.msg)
    return sealed('chacha20_poly1305_seal', cipher, key, nonce, w_extra,
                  w_text)


@pure('crypto', 'chacha20_poly1305_open', costs(500, 2, 3))
@jit.dont_look_inside
def chacha20_poly1305_open(w_key, w_nonce, w_extra, w_text, w_tag):
    key = to_bytes(w_key)
    nonce = to_bytes(w_nonce)
    tag = to_bytes(w_tag)
    try:
        cipher = chacha(key)
        check_size('nonce', nonce, NONCE_SIZE)
        check_size('tag', tag, TAG_SIZE)
    except Misuse as e:
        return err_str('chacha20_poly1305_open: ' + e.msg)
    return opened('chacha20_poly1305_open', cipher, key, nonce, w_extra,
                  w_text, tag)


def count_argon2id(rounds, kilobytes):
    """Count the work of the rounds.  Raises MemoryError beyond the limit of the
    run, and what ``Pace.work`` raises."""
    if not limit.leaves_room(kilobytes << 10):
        raise MemoryError
    work = kilobytes * WORK_OF_A_KILOBYTE
    if rounds > MUCH // work:
        work = MUCH
    else:
        work *= rounds
    pace.work(work)


@pure('crypto', 'argon2id', COUNTED)
@jit.dont_look_inside
def argon2id(w_password, w_salt, w_rounds, w_memory, w_length):
    password = to_bytes(w_password)
    salt = to_bytes(w_salt)
    rounds = to_int(w_rounds)
    memory = to_int(w_memory)
    length = to_int(w_length)
    problem = length_problem('argon2id', length)
    if problem != '':
        return err_str(problem)
    if not 1 <= rounds <= MAX_U32:
        return err_str('argon2id: t_cost must be a u32 >= 1, got %d' % rounds)
    if not MIN_ARGON2_MEMORY <= memory <= MAX_U32:
        return err_str('argon2id: m_cost must be a u32 >= %d, got %d'
                       % (MIN_ARGON2_MEMORY, memory))
    if length < MIN_ARGON2_LENGTH:
        return err_str('argon2id: output is too short')
    if len(salt) < MIN_SALT_SIZE:
        return err_str('argon2id: salt is too short')
    try:
        count_argon2id(rounds, memory)
        return ok(newbytes(libargon2.argon2id(password, salt, rounds, memory,
                                              length)))
    except LibraryError as e:
        return err_str('argon2id: ' + e.msg)
    except libargon2.Argon2Error as e:
        return err_str('argon2id: libargon2 error %d' % e.number)
