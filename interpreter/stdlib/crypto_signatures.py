"""std.crypto: signatures with Ed25519 and on the curves P-256 and
secp256k1."""

from rpython.rlib import jit
from rpython.rlib.rbigint import rbigint

from interpreter.effects import libcrypto
from interpreter.effects.libcrypto import KEY_SIZE, Refused, SIGNATURE_SIZE
from interpreter.effects.shared_library import LibraryError
from interpreter.hashes.sha256 import sha256
from interpreter.objects.bytes import newbytes
from interpreter.objects.errors import EffectError
from interpreter.objects.numbers import newbool
from interpreter.objects.variant import err_str, ok
from interpreter.stdlib import ecdsa
from interpreter.stdlib.args import to_bytes
from interpreter.stdlib.registry import effect, pure
from interpreter.stdlib.work import costs

DIGEST_SIZE = 32
RECOVERY_BASE = 27
MAX_TRIES = 16
# What an operation on a curve counts as work.
SIGNATURE = 500000


def missing(name, error):
    """The error of a function that cannot say so in its result."""
    return EffectError('crypto.%s: %s' % (name, error.msg))


# Ed25519

FIELD = rbigint.fromlong((1 << 255) - 19)
LOW_BITS = rbigint.fromlong((1 << 255) - 1)
ONE = rbigint.fromint(1)
CURVE_D = rbigint.fromlong(
    -121665 * pow(121666, (1 << 255) - 21, (1 << 255) - 19)
    % ((1 << 255) - 19))


@pure('crypto', 'ed25519_public_key', costs(20000))
@jit.dont_look_inside
def ed25519_public_key(w_seed):
    seed = to_bytes(w_seed)
    if len(seed) != KEY_SIZE:
        return err_str('ed25519_public_key: secret must be 32 bytes')
    try:
        return ok(newbytes(libcrypto.ed25519_public_key(seed)))
    except LibraryError as e:
        return err_str('ed25519_public_key: ' + e.msg)
    except Refused:
        return err_str('ed25519_public_key: refused by libcrypto')


@pure('crypto', 'ed25519_sign', costs(20000, 1))
@jit.dont_look_inside
def ed25519_sign(w_seed, w_message):
    seed = to_bytes(w_seed)
    message = to_bytes(w_message)
    if len(seed) != KEY_SIZE:
        return err_str('ed25519_sign: secret must be 32 bytes')
    try:
        return ok(newbytes(libcrypto.ed25519_sign(seed, message)))
    except LibraryError as e:
        return err_str('ed25519_sign: ' + e.msg)
    except Refused:
        return err_str('ed25519_sign: refused by libcrypto')


@pure('crypto', 'ed25519_verify', costs(40000, 1))
@jit.dont_look_inside
def ed25519_verify(w_public, w_message, w_signature):
    public = to_bytes(w_public)
    message = to_bytes(w_message)
    signature = to_bytes(w_signature)
    if len(public) != KEY_SIZE or len(signature) != SIGNATURE_SIZE:
        return newbool(False)
    try:
        return newbool(is_edwards_point(public) and libcrypto.ed25519_verify(
            public, message, signature))
    except LibraryError as e:
        raise missing('ed25519_verify', e)


@pure('crypto', 'ed25519_is_valid_point', costs(20000))
@jit.dont_look_inside
def ed25519_is_valid_point(w_public):
    public = to_bytes(w_public)
    try:
        return newbool(len(public) == KEY_SIZE and is_edwards_point(public))
    except LibraryError as e:
        raise missing('ed25519_is_valid_point', e)


def is_edwards_point(data):
    """Whether there is a point whose y the 32 bytes are: whether
    (y^2 - 1) / (d y^2 + 1) is a square.  Raises LibraryError."""
    y = rbigint.frombytes(data, 'little', False).and_(LOW_BITS).mod(FIELD)
    square = y.mul(y).mod(FIELD)
    above = square.add(FIELD).sub(ONE)
    below = CURVE_D.mul(square).add(ONE).mod(FIELD)
    # A quotient is a square exactly if the product is.
    product = ecdsa.octets(above.mul(below).mod(FIELD))
    root = libcrypto.power(product, ecdsa.octets(FIELD.rshift(1)),
                           ecdsa.octets(FIELD))
    return ecdsa.number(root).le(ONE)


# P-256

@pure('crypto', 'p256_public_key', costs(SIGNATURE))
@jit.dont_look_inside
def p256_public_key(w_secret):
    secret = ecdsa.P256.secret(to_bytes(w_secret))
    if secret == '':
        return err_str('p256_public_key: secret must be a 32-byte P-256 '
                       'scalar')
    try:
        return ok(newbytes(ecdsa.compressed(ecdsa.P256.public_key(secret))))
    except LibraryError as e:
        return err_str('p256_public_key: ' + e.msg)
    except Refused:
        return err_str('p256_public_key: refused by libcrypto')


@pure('crypto', 'p256_sign', costs(SIGNATURE, 1))
@jit.dont_look_inside
def p256_sign(w_secret, w_message):
    secret = ecdsa.P256.secret(to_bytes(w_secret))
    message = to_bytes(w_message)
    if secret == '':
        return err_str('p256_sign: secret must be a 32-byte P-256 scalar')
    try:
        return ok(newbytes(ecdsa.der(ecdsa.P256.sign(secret,
                                                     sha256(message)))))
    except LibraryError as e:
        return err_str('p256_sign: ' + e.msg)
    except Refused:
        return err_str('p256_sign: refused by libcrypto')


@pure('crypto', 'p256_verify', costs(SIGNATURE, 1))
@jit.dont_look_inside
def p256_verify(w_public, w_message, w_signature):
    public = to_bytes(w_public)
    digest = sha256(to_bytes(w_message))
    try:
        signature = ecdsa.DerReader(to_bytes(w_signature)).signature()
    except ecdsa.BadDer:
        return newbool(False)
    try:
        return newbool(ecdsa.P256.verify(public, digest, signature.r,
                                         signature.s))
    except LibraryError as e:
        raise missing('p256_verify', e)


# secp256k1

@pure('crypto', 'secp256k1_public_key', costs(SIGNATURE))
@jit.dont_look_inside
def secp256k1_public_key(w_secret):
    secret = ecdsa.SECP256K1.secret(to_bytes(w_secret))
    if secret == '':
        return err_str('secp256k1_public_key: secret must be a 32-byte '
                       'secp256k1 scalar')
    try:
        return ok(newbytes(ecdsa.SECP256K1.public_key(secret)))
    except LibraryError as e:
        return err_str('secp256k1_public_key: ' + e.msg)
    except Refused:
        return err_str('secp256k1_public_key: refused by libcrypto')


@pure('crypto', 'secp256k1_sign_digest', costs(SIGNATURE))
@jit.dont_look_inside
def secp256k1_sign_digest(w_secret, w_digest):
    secret = ecdsa.SECP256K1.secret(to_bytes(w_secret))
    digest = to_bytes(w_digest)
    if len(digest) != DIGEST_SIZE:
        return err_str('secp256k1_sign_digest: digest must be exactly 32 '
                       'bytes')
    if secret == '':
        return err_str('secp256k1_sign_digest: secret must be a 32-byte '
                       'secp256k1 scalar')
    try:
        signature = ecdsa.SECP256K1.sign(secret, digest)
    except LibraryError as e:
        return err_str('secp256k1_sign_digest: ' + e.msg)
    except Refused:
        return err_str('secp256k1_sign_digest: refused by libcrypto')
    return ok(newbytes(ecdsa.octets(signature.r) + ecdsa.octets(signature.s)
                       + chr(RECOVERY_BASE + signature.recovery)))


@pure('crypto', 'secp256k1_recover', costs(SIGNATURE))
@jit.dont_look_inside
def secp256k1_recover(w_digest, w_signature):
    digest = to_bytes(w_digest)
    data = to_bytes(w_signature)
    if len(digest) != DIGEST_SIZE:
        return err_str('secp256k1_recover: digest must be exactly 32 bytes')
    if len(data) != SIGNATURE_SIZE + 1:
        return err_str('secp256k1_recover: signature must be 65 bytes '
                       '(r\xe2\x80\x96s\xe2\x80\x96v)')
    r = ecdsa.number(data[:ecdsa.SIZE])
    s = ecdsa.number(data[ecdsa.SIZE:SIGNATURE_SIZE])
    if not ecdsa.SECP256K1.is_signature(r, s):
        return err_str('secp256k1_recover: malformed r\xe2\x80\x96s')
    recovery = ord(data[SIGNATURE_SIZE])
    if recovery >= RECOVERY_BASE:
        recovery -= RECOVERY_BASE
    if recovery > 3:
        return err_str('secp256k1_recover: invalid recovery id')
    try:
        return ok(newbytes(ecdsa.SECP256K1.recover(digest, r, s, recovery)))
    except LibraryError as e:
        return err_str('secp256k1_recover: ' + e.msg)
    except Refused:
        return err_str('secp256k1_recover: signature error')


@pure('crypto', 'secp256k1_verify', costs(SIGNATURE))
@jit.dont_look_inside
def secp256k1_verify(w_public, w_digest, w_signature):
    public = to_bytes(w_public)
    digest = to_bytes(w_digest)
    data = to_bytes(w_signature)
    if len(digest) != DIGEST_SIZE:
        return newbool(False)
    if len(data) != SIGNATURE_SIZE and len(data) != SIGNATURE_SIZE + 1:
        return newbool(False)
    r = ecdsa.number(data[:ecdsa.SIZE])
    s = ecdsa.number(data[ecdsa.SIZE:SIGNATURE_SIZE])
    try:
        return newbool(ecdsa.SECP256K1.verify(public, digest, r, s))
    except LibraryError as e:
        raise missing('secp256k1_verify', e)


# New keys

def generate(host, scheme, name):
    host.check('random')
    for i in range(MAX_TRIES):
        secret = scheme.secret(host.random_bytes(KEY_SIZE))
        if secret != '':
            return ok(newbytes(secret))
    return err_str('crypto.%s: failed to sample a valid scalar' % name)


@effect('crypto', 'p256_generate', costs(SIGNATURE))
@jit.dont_look_inside
def p256_generate(host):
    return generate(host, ecdsa.P256, 'p256_generate')


@effect('crypto', 'secp256k1_generate', costs(SIGNATURE))
@jit.dont_look_inside
def secp256k1_generate(host):
    return generate(host, ecdsa.SECP256K1, 'secp256k1_generate')
