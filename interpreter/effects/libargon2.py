"""The C library libargon2: the password hash Argon2id (RFC 9106)."""

from rpython.rlib import jit
from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter.effects.shared_library import SharedLibrary

LIBRARY = SharedLibrary('libargon2', ['libargon2.so.1', 'libargon2.so'])

U = rffi.UINT
C = rffi.CCHARP
Z = rffi.SIZE_T
HASH = lltype.Ptr(lltype.FuncType([U, U, U, C, Z, C, Z, C, Z], rffi.INT))
PARALLELISM = 1


class Argon2Error(Exception):
    """The library refuses to compute: too little memory."""

    def __init__(self, number):
        self.number = number


@jit.dont_look_inside
def argon2id(password, salt, rounds, memory, length):
    """``length`` bytes.  Raises LibraryError and Argon2Error."""
    compute = rffi.cast(HASH, LIBRARY.address('argon2id_hash_raw'))
    c_password = rffi.str2charp(password)
    c_salt = rffi.str2charp(salt)
    output = lltype.malloc(C.TO, length, flavor='raw')
    try:
        status = rffi.cast(lltype.Signed, compute(
            rffi.cast(U, rounds), rffi.cast(U, memory),
            rffi.cast(U, PARALLELISM), c_password,
            rffi.cast(Z, len(password)), c_salt, rffi.cast(Z, len(salt)),
            output, rffi.cast(Z, length)))
        if status != 0:
            raise Argon2Error(status)
        return rffi.charpsize2str(output, length)
    finally:
        lltype.free(output, flavor='raw')
        rffi.free_charp(c_salt)
        rffi.free_charp(c_password)
