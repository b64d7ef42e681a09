"""Signatures on elliptic curves (ECDSA) with nonces that follow from the key
and the message (RFC 6979).

All numbers go in and out as 32 bytes, the highest first.  Functions raise
LibraryError without libcrypto, which computes with the points and with what is secret:
our own numbers take a time that depends on them.
"""

from rpython.rlib.rbigint import rbigint

from interpreter.effects import libcrypto
from interpreter.effects.libcrypto import Refused
from interpreter.hashes.hmac import hmac_sha256

SIZE = 32
MIN_SECRET_SIZE = 24


def number(data):
    return rbigint.frombytes(data, 'big', False)


def octets(value):
    return value.tobytes(SIZE, 'big', False)


class Signature(object):
    """The numbers r and s, and which of four points r comes from."""

    def __init__(self, r, s, recovery):
        self.r = r
        self.s = s
        self.recovery = recovery


class Scheme(object):
    """A curve, the order of its group, and whether only the lower of the two
    possible values of s is right."""

    def __init__(self, curve, order, low_s):
        self.curve = libcrypto.Curve(curve)
        self.order = order
        self.order_octets = octets(order)
        self.half = order.rshift(1)
        self.low_s = low_s

    def is_scalar(self, value):
        return value.int_gt(0) and value.lt(self.order)

    def inverse(self, value):
        """Modulo the order, which is prime.  Raises Refused for 0."""
        return number(libcrypto.inverse(octets(value), octets(self.order)))

    def secret(self, data):
        """A secret key as 32 bytes, '' if it is none.  A few leading zeros
        may be left out."""
        if not MIN_SECRET_SIZE <= len(data) <= SIZE:
            return ''
        data = '\x00' * (SIZE - len(data)) + data
        if not self.is_secret_scalar(data):
            return ''
        return data

    def is_secret_scalar(self, data):
        """Whether 32 bytes are a number above zero and below the order."""
        above_zero = 0
        for c in data:
            above_zero |= ord(c)
        return above_zero != 0 and data < self.order_octets

    def public_key(self, secret):
        """The uncompressed point of a valid secret key."""
        return self.curve.combination(secret, '', '')

    def sign(self, secret, digest):
        """The Signature of a digest of 32 bytes.  Raises Refused where the library does
        not give one, as for s = 0, which nobody has seen."""
        z = number(digest).mod(self.order)
        # RFC 6979 reduces the digest first; the reference does not.
        nonces = Nonces(secret, digest)
        while True:
            nonce = nonces.next()
            if not self.is_secret_scalar(nonce):
                continue
            point = self.curve.combination(nonce, '', '')
            x = number(point[1:1 + SIZE])
            r = x.mod(self.order)
            if not r.tobool():
                continue
            s = number(self.curve.sign(secret, octets(z), nonce, octets(r),
                                       self.order_octets))
            recovery = ord(point[2 * SIZE]) & 1
            if not x.lt(self.order):
                recovery |= 2
            if self.low_s and s.gt(self.half):
                s = self.order.sub(s)
                recovery ^= 1
            return Signature(r, s, recovery)

    def is_signature(self, r, s):
        return self.is_scalar(r) and self.is_scalar(s)

    def verify(self, public, digest, r, s):
        """Whether the signature of a digest is right."""
        if not is_point_form(public) or not self.is_signature(r, s):
            return False
        if self.low_s and s.gt(self.half):
            return False
        inverse = self.inverse(s)
        scalar = number(digest).mul(inverse).mod(self.order)
        factor = r.mul(inverse).mod(self.order)
        try:
            point = self.curve.combination(octets(scalar), public,
                                           octets(factor))
        except Refused:
            return False
        return number(point[1:1 + SIZE]).mod(self.order).eq(r)

    def recover(self, digest, r, s, recovery):
        """The public key that made a signature.  Raises Refused."""
        x = r
        if recovery & 2:
            x = r.add(self.order)
        if x.bit_length() > 8 * SIZE:
            raise Refused
        if self.low_s and s.gt(self.half):
            raise Refused
        start = self.curve.point(chr(2 | (recovery & 1)) + octets(x))
        inverse = self.inverse(r)
        scalar = number(digest).mul(inverse).mod(self.order)
        if scalar.tobool():
            scalar = self.order.sub(scalar)
        factor = s.mul(inverse).mod(self.order)
        return self.curve.combination(octets(scalar), start, octets(factor))


def is_point_form(data):
    """Whether bytes have the length and the lead of a point."""
    if len(data) == SIZE + 1:
        return data[0] == '\x02' or data[0] == '\x03'
    return len(data) == 2 * SIZE + 1 and data[0] == '\x04'


class Nonces(object):
    """The candidates for the nonce of a signature, in order."""

    def __init__(self, secret, digest):
        self.value = '\x01' * SIZE
        self.key = '\x00' * SIZE
        self.mix('\x00' + secret + digest)
        self.mix('\x01' + secret + digest)

    def mix(self, data):
        self.key = hmac_sha256(self.key, self.value + data)
        self.value = hmac_sha256(self.key, self.value)

    def next(self):
        self.value = hmac_sha256(self.key, self.value)
        candidate = self.value
        self.mix('\x00')
        return candidate


def compressed(point):
    """The short form of an uncompressed point."""
    return chr(2 | (ord(point[2 * SIZE]) & 1)) + point[1:1 + SIZE]


P256 = Scheme(libcrypto.P256, rbigint.fromlong(
    0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551),
    False)
SECP256K1 = Scheme(libcrypto.SECP256K1, rbigint.fromlong(
    0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141),
    True)


# The form DER of a signature

INTEGER = '\x02'
SEQUENCE = '\x30'
MAX_DER_SIZE = 127


class BadDer(Exception):
    pass


def der_integer(value):
    data = octets(value)
    start = 0
    while start < SIZE - 1 and data[start] == '\x00':
        start += 1
    data = data[start:]
    if ord(data[0]) >= 0x80:
        data = '\x00' + data
    return INTEGER + chr(len(data)) + data


def der(signature):
    content = der_integer(signature.r) + der_integer(signature.s)
    return SEQUENCE + chr(len(content)) + content


class DerReader(object):
    """Reads the strict form; the methods raise BadDer."""

    def __init__(self, data):
        self.data = data
        self.position = 0

    def header(self, kind):
        """The length behind the kind of a value."""
        at = self.position
        if at + 2 > len(self.data) or self.data[at] != kind:
            raise BadDer
        length = ord(self.data[at + 1])
        self.position += 2
        if length > MAX_DER_SIZE or self.position + length > len(self.data):
            raise BadDer
        return length

    def integer(self):
        length = self.header(INTEGER)
        start = self.position
        stop = start + length
        if length == 0 or ord(self.data[start]) >= 0x80:
            raise BadDer
        if self.data[start] == '\x00' and length > 1:
            start += 1
            if ord(self.data[start]) < 0x80:
                raise BadDer
        if stop - start > SIZE:
            raise BadDer
        self.position = stop
        return number(self.data[start:stop])

    def signature(self):
        length = self.header(SEQUENCE)
        if self.position + length != len(self.data):
            raise BadDer
        r = self.integer()
        s = self.integer()
        if self.position != len(self.data):
            raise BadDer
        return Signature(r, s, 0)
