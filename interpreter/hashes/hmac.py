"""Keyed hashes and what is derived from them: HMAC (RFC 2104), PBKDF2 (RFC
8018) and HKDF (RFC 5869)."""

from rpython.rlib.rstring import StringBuilder

from interpreter.hashes import sha256, sha512
from interpreter.objects.pace import pace

HASH_SIZE = 32
# What a round of PBKDF2 counts as work.
ROUND_WORK = 500
INNER = 0x36
OUTER = 0x5c


def _masked(key, size, mask):
    builder = StringBuilder(size)
    for i in range(size):
        byte = 0
        if i < len(key):
            byte = ord(key[i])
        builder.append(chr(byte ^ mask))
    return builder.build()


class HMACSHA256(object):
    """A key, prepared so that hashing many texts with it is quick."""

    def __init__(self, key):
        if len(key) > sha256.BLOCK_SIZE:
            key = sha256.sha256(key)
        self.inner = sha256.SHA256()
        self.inner.update(_masked(key, sha256.BLOCK_SIZE, INNER))
        self.outer = sha256.SHA256()
        self.outer.update(_masked(key, sha256.BLOCK_SIZE, OUTER))

    def of(self, data):
        state = self.inner.copy()
        state.update(data)
        result = self.outer.copy()
        result.update(state.digest())
        return result.digest()


def hmac_sha256(key, data):
    return HMACSHA256(key).of(data)


def hmac_sha512(key, data):
    if len(key) > sha512.BLOCK_SIZE:
        key = sha512.sha512(key)
    inner = sha512.sha512(_masked(key, sha512.BLOCK_SIZE, INNER) + data)
    return sha512.sha512(_masked(key, sha512.BLOCK_SIZE, OUTER) + inner)


def _big_endian_32(number):
    return (chr((number >> 24) & 0xff) + chr((number >> 16) & 0xff)
            + chr((number >> 8) & 0xff) + chr(number & 0xff))


def pbkdf2_sha256(password, salt, iterations, length):
    """``length`` bytes; ``iterations`` is positive."""
    mac = HMACSHA256(password)
    result = StringBuilder(length)
    number = 0
    while result.getlength() < length:
        number += 1
        last = mac.of(salt + _big_endian_32(number))
        block = [ord(c) for c in last]
        for i in range(iterations - 1):
            pace.work(ROUND_WORK)
            last = mac.of(last)
            for k in range(HASH_SIZE):
                block[k] ^= ord(last[k])
        for k in range(min(HASH_SIZE, length - result.getlength())):
            result.append(chr(block[k]))
    return result.build()


def hkdf_sha256(key, salt, info, length):
    """``length`` bytes, at most 255 times 32."""
    mac = HMACSHA256(hmac_sha256(salt, key))
    result = StringBuilder(length)
    last = ''
    number = 0
    while result.getlength() < length:
        number += 1
        pace.work(ROUND_WORK + len(info))
        last = mac.of(last + info + chr(number & 0xff))
        wanted = min(HASH_SIZE, length - result.getlength())
        assert wanted >= 0
        result.append_slice(last, 0, wanted)
    return result.build()
