"""OpenSSL's libcrypto: authenticated ciphers, Ed25519, and points and signatures of
elliptic curves.  No header is needed; every function raises LibraryError where the
library is missing."""

from rpython.rlib import jit
from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter.effects.shared_library import SharedLibrary

LIBRARY = SharedLibrary('libcrypto', ['libcrypto.so.3', 'libcrypto.so.1.1',
                                      'libcrypto.so'])

AES_128_GCM = 'EVP_aes_128_gcm'
AES_256_GCM = 'EVP_aes_256_gcm'
CHACHA20_POLY1305 = 'EVP_chacha20_poly1305'
TAG_SIZE = 16
GET_TAG = 0x10
SET_TAG = 0x11

ED25519 = 1087
KEY_SIZE = 32
SIGNATURE_SIZE = 64

P256 = 415
SECP256K1 = 714
UNCOMPRESSED = 4
POINT_SIZE = 65
COORDINATE_SIZE = 32

P = rffi.VOIDP
C = rffi.CCHARP
I = rffi.INT
Z = rffi.SIZE_T
INTP = rffi.CArrayPtr(rffi.INT)
SIZEP = rffi.CArrayPtr(rffi.SIZE_T)
NO_POINTER = lltype.nullptr(P.TO)
NO_TEXT = lltype.nullptr(C.TO)


def function(args, result):
    return lltype.Ptr(lltype.FuncType(args, result))


MAKE = function([], P)
FREE = function([P], lltype.Void)
CIPHER_INIT = function([P, P, P, C, C], I)
CIPHER_UPDATE = function([P, C, INTP, C, I], I)
CIPHER_FINAL = function([P, C, INTP], I)
CIPHER_CONTROL = function([P, I, I, C], I)
RAW_KEY = function([I, P, C, Z], P)
RAW_PUBLIC_KEY = function([P, C, SIZEP], I)
DIGEST_INIT = function([P, P, P, P, P], I)
DIGEST_SIGN = function([P, C, SIZEP, C, Z], I)
DIGEST_VERIFY = function([P, C, Z, C, Z], I)
GROUP = function([I], P)
POINT_NEW = function([P], P)
POINT_MUL = function([P, P, P, P, P, P], I)
POINT_TO_BYTES = function([P, P, I, C, Z, P], Z)
BYTES_TO_POINT = function([P, P, C, Z, P], I)
BYTES_TO_NUMBER = function([C, I, P], P)
NUMBER_TO_BYTES = function([P, C, I], I)
MOD_INVERSE = function([P, P, P, P], P)
MOD_EXP = function([P, P, P, P, P], I)
MOD_EXP_OF_SECRET = function([P, P, P, P, P, P], I)
SET_NUMBER_FLAGS = function([P, I], lltype.Void)
SET_PRIVATE_KEY = function([P, P], I)
SIGN = function([C, I, P, P, P], P)
PARTS = rffi.CArrayPtr(P)
SIGNATURE_PARTS = function([P, PARTS, PARTS], lltype.Void)
# BN_FLG_CONSTTIME: what is computed with the number takes a time that says nothing
# about it.
CONSTANT_TIME = 4


def address(name):
    return LIBRARY.address(name)


def make(name):
    """Call a constructor without arguments."""
    return rffi.cast(MAKE, address(name))()


def free(name, pointer):
    rffi.cast(FREE, address(name))(pointer)


def is_one(status):
    return rffi.cast(lltype.Signed, status) == 1


class Refused(Exception):
    """The library does not take the input: a wrong tag, no point."""


# Authenticated ciphers

@jit.dont_look_inside
def seal(cipher, key, nonce, extra, text):
    """The encrypted text with the tag of 16 bytes behind it."""
    return _Cipher('EVP_Encrypt', cipher, key, nonce).run(extra, text, '')


@jit.dont_look_inside
def open_(cipher, key, nonce, extra, text, tag):
    """The text.  Raises Refused if it was not sealed with these values."""
    return _Cipher('EVP_Decrypt', cipher, key, nonce).run(extra, text, tag)


class _Cipher(object):
    """One use of a cipher; ``prefix`` says in which direction."""

    def __init__(self, prefix, cipher, key, nonce):
        self.prefix = prefix
        self.cipher = make(cipher)
        self.key = key
        self.nonce = nonce

    def run(self, extra, text, tag):
        """``tag`` is '' to encrypt."""
        context = make('EVP_CIPHER_CTX_new')
        c_key = rffi.str2charp(self.key)
        c_nonce = rffi.str2charp(self.nonce)
        c_tag = rffi.str2charp(tag + '\x00' * (TAG_SIZE - len(tag)))
        output = lltype.malloc(C.TO, len(text) + TAG_SIZE, flavor='raw')
        size = lltype.malloc(INTP.TO, 1, flavor='raw', zero=True)
        try:
            self.init(context, c_key, c_nonce)
            control = rffi.cast(CIPHER_CONTROL,
                                address('EVP_CIPHER_CTX_ctrl'))
            length = rffi.cast(I, TAG_SIZE)
            if tag != '':
                control(context, rffi.cast(I, SET_TAG), length, c_tag)
            self.update(context, NO_TEXT, size, extra)
            self.update(context, output, size, text)
            finish = rffi.cast(CIPHER_FINAL, address(self.prefix + 'Final_ex'))
            if not is_one(finish(context, rffi.ptradd(output, len(text)),
                                 size)):
                raise Refused
            if tag != '':
                return rffi.charpsize2str(output, len(text))
            control(context, rffi.cast(I, GET_TAG), length, c_tag)
            return (rffi.charpsize2str(output, len(text))
                    + rffi.charpsize2str(c_tag, TAG_SIZE))
        finally:
            lltype.free(size, flavor='raw')
            lltype.free(output, flavor='raw')
            rffi.free_charp(c_tag)
            rffi.free_charp(c_nonce)
            rffi.free_charp(c_key)
            free('EVP_CIPHER_CTX_free', context)

    def init(self, context, c_key, c_nonce):
        init = rffi.cast(CIPHER_INIT, address(self.prefix + 'Init_ex'))
        if not is_one(init(context, self.cipher, NO_POINTER, c_key, c_nonce)):
            raise Refused

    def update(self, context, output, size, data):
        if data == '':
            return
        update = rffi.cast(CIPHER_UPDATE, address(self.prefix + 'Update'))
        c_data = rffi.str2charp(data)
        try:
            if not is_one(update(context, output, size, c_data,
                                 rffi.cast(I, len(data)))):
                raise Refused
        finally:
            rffi.free_charp(c_data)


# Ed25519

def _ed25519_key(constructor, data):
    """A key of the library from its 32 bytes.  Raises Refused."""
    c_data = rffi.str2charp(data)
    try:
        make_key = rffi.cast(RAW_KEY, address(constructor))
        key = make_key(rffi.cast(I, ED25519), NO_POINTER, c_data,
                       rffi.cast(Z, KEY_SIZE))
    finally:
        rffi.free_charp(c_data)
    if not key:
        raise Refused
    return key


@jit.dont_look_inside
def ed25519_public_key(seed):
    """The 32 bytes of the public key.  Raises Refused."""
    key = _ed25519_key('EVP_PKEY_new_raw_private_key', seed)
    output = lltype.malloc(C.TO, KEY_SIZE, flavor='raw')
    size = lltype.malloc(SIZEP.TO, 1, flavor='raw')
    size[0] = rffi.cast(Z, KEY_SIZE)
    try:
        get = rffi.cast(RAW_PUBLIC_KEY,
                        address('EVP_PKEY_get_raw_public_key'))
        if not is_one(get(key, output, size)):
            raise Refused
        return rffi.charpsize2str(output, KEY_SIZE)
    finally:
        lltype.free(size, flavor='raw')
        lltype.free(output, flavor='raw')
        free('EVP_PKEY_free', key)


@jit.dont_look_inside
def ed25519_sign(seed, message):
    """The 64 bytes of the signature.  Raises Refused."""
    key = _ed25519_key('EVP_PKEY_new_raw_private_key', seed)
    context = make('EVP_MD_CTX_new')
    c_message = rffi.str2charp(message)
    output = lltype.malloc(C.TO, SIGNATURE_SIZE, flavor='raw')
    size = lltype.malloc(SIZEP.TO, 1, flavor='raw')
    size[0] = rffi.cast(Z, SIGNATURE_SIZE)
    try:
        init = rffi.cast(DIGEST_INIT, address('EVP_DigestSignInit'))
        sign = rffi.cast(DIGEST_SIGN, address('EVP_DigestSign'))
        if not is_one(init(context, NO_POINTER, NO_POINTER, NO_POINTER, key)):
            raise Refused
        if not is_one(sign(context, output, size, c_message,
                           rffi.cast(Z, len(message)))):
            raise Refused
        return rffi.charpsize2str(output, SIGNATURE_SIZE)
    finally:
        lltype.free(size, flavor='raw')
        lltype.free(output, flavor='raw')
        rffi.free_charp(c_message)
        free('EVP_MD_CTX_free', context)
        free('EVP_PKEY_free', key)


@jit.dont_look_inside
def ed25519_verify(public, message, signature):
    """Whether a signature of 64 bytes is right."""
    try:
        key = _ed25519_key('EVP_PKEY_new_raw_public_key', public)
    except Refused:
        return False
    context = make('EVP_MD_CTX_new')
    c_message = rffi.str2charp(message)
    c_signature = rffi.str2charp(signature)
    try:
        init = rffi.cast(DIGEST_INIT, address('EVP_DigestVerifyInit'))
        verify = rffi.cast(DIGEST_VERIFY, address('EVP_DigestVerify'))
        if not is_one(init(context, NO_POINTER, NO_POINTER, NO_POINTER, key)):
            return False
        return is_one(verify(context, c_signature,
                             rffi.cast(Z, len(signature)), c_message,
                             rffi.cast(Z, len(message))))
    finally:
        rffi.free_charp(c_signature)
        rffi.free_charp(c_message)
        free('EVP_MD_CTX_free', context)
        free('EVP_PKEY_free', key)


# Elliptic curves

class Curve(object):
    """Computes with points of a curve; ``number`` is the library's name of
    it.  Scalars are 32 bytes, points are in the forms of SEC 1."""

    def __init__(self, number):
        self.number = number

    def group(self):
        make_group = rffi.cast(GROUP,
                               address('EC_GROUP_new_by_curve_name'))
        group = make_group(rffi.cast(I, self.number))
        if not group:
            raise Refused
        return group

    def new_point(self, group):
        return rffi.cast(POINT_NEW, address('EC_POINT_new'))(group)

    @jit.dont_look_inside
    def point(self, data):
        """The uncompressed form of a point.  Raises Refused for what is no
        point, and for the point at infinity."""
        group = self.group()
        point = self.new_point(group)
        try:
            self.read_point(group, point, data)
            return self.write_point(group, point)
        finally:
            free('EC_POINT_free', point)
            free('EC_GROUP_free', group)

    @jit.dont_look_inside
    def combination(self, scalar, data, factor):
        """``scalar`` times the base point plus ``factor`` times the point in
        ``data``, uncompressed; without the latter if ``data`` is ''.  Raises
        Refused, also for the point at infinity."""
        group = self.group()
        point = self.new_point(group)
        result = self.new_point(group)
        c_scalar = secret_number_of(scalar)
        c_factor = NO_POINTER
        other = NO_POINTER
        try:
            if data != '':
                self.read_point(group, point, data)
                c_factor = number_of(factor)
                other = point
            multiply = rffi.cast(POINT_MUL, address('EC_POINT_mul'))
            if not is_one(multiply(group, result, c_scalar, other, c_factor,
                                   NO_POINTER)):
                raise Refused
            return self.write_point(group, result)
        finally:
            if c_factor:
                free('BN_clear_free', c_factor)
            free('BN_clear_free', c_scalar)
            free('EC_POINT_free', result)
            free('EC_POINT_free', point)
            free('EC_GROUP_free', group)

    @jit.dont_look_inside
    def sign(self, secret, digest, nonce, r, order):
        """The number s of the ECDSA signature of a digest below the order, with a nonce
        and the number r that follows from it; all are 32 bytes.  Takes the same time
        for all secrets and nonces.  Raises Refused where there is none."""
        make_key = rffi.cast(GROUP, address('EC_KEY_new_by_curve_name'))
        key = make_key(rffi.cast(I, self.number))
        if not key:
            raise Refused
        c_secret = secret_number_of(secret)
        c_inverse = inverse_of_secret(nonce, order)
        c_r = number_of(r)
        c_digest = rffi.str2charp(digest)
        try:
            set_key = rffi.cast(SET_PRIVATE_KEY, address('EC_KEY_set_private_key'))
            if not is_one(set_key(key, c_secret)):
                raise Refused
            sign = rffi.cast(SIGN, address('ECDSA_do_sign_ex'))
            signature = sign(c_digest, rffi.cast(I, len(digest)), c_inverse, c_r, key)
            if not signature:
                raise Refused
            return second_of(signature)
        finally:
            rffi.free_charp(c_digest)
            free('BN_free', c_r)
            free('BN_clear_free', c_inverse)
            free('BN_clear_free', c_secret)
            free('EC_KEY_free', key)

    def read_point(self, group, point, data):
        c_data = rffi.str2charp(data)
        try:
            read = rffi.cast(BYTES_TO_POINT, address('EC_POINT_oct2point'))
            if not is_one(read(group, point, c_data,
                               rffi.cast(Z, len(data)), NO_POINTER)):
                raise Refused
        finally:
            rffi.free_charp(c_data)

    def write_point(self, group, point):
        output = lltype.malloc(C.TO, POINT_SIZE, flavor='raw')
        try:
            write = rffi.cast(POINT_TO_BYTES, address('EC_POINT_point2oct'))
            size = write(group, point, rffi.cast(I, UNCOMPRESSED), output,
                         rffi.cast(Z, POINT_SIZE), NO_POINTER)
            if rffi.cast(lltype.Signed, size) != POINT_SIZE:
                raise Refused
            return rffi.charpsize2str(output, POINT_SIZE)
        finally:
            lltype.free(output, flavor='raw')


def number_of(data):
    c_data = rffi.str2charp(data)
    try:
        convert = rffi.cast(BYTES_TO_NUMBER, address('BN_bin2bn'))
        return convert(c_data, rffi.cast(I, len(data)), NO_POINTER)
    finally:
        rffi.free_charp(c_data)


def secret_number_of(data):
    number = number_of(data)
    set_flags = rffi.cast(SET_NUMBER_FLAGS, address('BN_set_flags'))
    set_flags(number, rffi.cast(I, CONSTANT_TIME))
    return number


def inverse_of_secret(data, modulus):
    """The inverse modulo a prime, all of 32 bytes, as a number of the library: the power
    whose exponent is the prime less two (Fermat)."""
    context = make('BN_CTX_new')
    value = secret_number_of(data)
    exponent = number_of(less_two(modulus))
    c_modulus = number_of(modulus)
    raise_ = rffi.cast(MOD_EXP_OF_SECRET, address('BN_mod_exp_mont_consttime'))
    done = is_one(raise_(value, value, exponent, c_modulus, context, NO_POINTER))
    free('BN_free', c_modulus)
    free('BN_free', exponent)
    free('BN_CTX_free', context)
    if not done:
        free('BN_clear_free', value)
        raise Refused
    return value


def less_two(data):
    """A number whose last byte is at least 2, less two."""
    last = len(data) - 1
    assert last >= 0 and ord(data[last]) >= 2
    return data[:last] + chr(ord(data[last]) - 2)


def second_of(signature):
    """The number s of a signature of the library, which is freed, as 32 bytes."""
    r = lltype.malloc(PARTS.TO, 1, flavor='raw')
    s = lltype.malloc(PARTS.TO, 1, flavor='raw')
    try:
        parts = rffi.cast(SIGNATURE_PARTS, address('ECDSA_SIG_get0'))
        parts(signature, r, s)
        return bytes_of(s[0])
    finally:
        lltype.free(s, flavor='raw')
        lltype.free(r, flavor='raw')
        free('ECDSA_SIG_free', signature)


def bytes_of(value):
    """32 bytes of a number, the highest first."""
    output = lltype.malloc(C.TO, COORDINATE_SIZE, flavor='raw')
    try:
        convert = rffi.cast(NUMBER_TO_BYTES, address('BN_bn2binpad'))
        size = convert(value, output, rffi.cast(I, COORDINATE_SIZE))
        if rffi.cast(lltype.Signed, size) != COORDINATE_SIZE:
            raise Refused
        return rffi.charpsize2str(output, COORDINATE_SIZE)
    finally:
        lltype.free(output, flavor='raw')


@jit.dont_look_inside
def inverse(data, modulus):
    """The inverse of a number modulo another one, all of 32 bytes.  Raises
    Refused if there is none."""
    context = make('BN_CTX_new')
    value = number_of(data)
    c_modulus = number_of(modulus)
    try:
        invert = rffi.cast(MOD_INVERSE, address('BN_mod_inverse'))
        if not invert(value, value, c_modulus, context):
            raise Refused
        return bytes_of(value)
    finally:
        free('BN_free', c_modulus)
        free('BN_clear_free', value)
        free('BN_CTX_free', context)


@jit.dont_look_inside
def power(data, exponent, modulus):
    """A power of a number modulo another one, all of 32 bytes."""
    context = make('BN_CTX_new')
    value = number_of(data)
    c_exponent = number_of(exponent)
    c_modulus = number_of(modulus)
    try:
        raise_ = rffi.cast(MOD_EXP, address('BN_mod_exp'))
        if not is_one(raise_(value, value, c_exponent, c_modulus, context)):
            raise Refused
        return bytes_of(value)
    finally:
        free('BN_free', c_modulus)
        free('BN_free', c_exponent)
        free('BN_free', value)
        free('BN_CTX_free', context)
