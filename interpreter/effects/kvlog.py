"""The log that a key-value store was before it was a database; it is only read.

Each change is one record.  One that was cut short, by a crash or a full disk, and what
follows it, is not there.
"""

import errno
import os
import stat

from rpython.rlib import rposix
from rpython.rlib.rarithmetic import intmask, r_uint
from rpython.rlib.rstring import StringBuilder
from rpython.rtyper.lltypesystem import rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from interpreter.effects import files
from interpreter.effects.files import os_error_text
from interpreter.objects.pace import pace


NAME = 'log'
MAGIC = 'LEXKV1\n\x00'
PUT = 1
DELETE = 2
# kind, size of the key, size of the value, checksum
HEADER_SIZE = 13

LOCK_EX = 2
LOCK_NB = 4
flock = rffi.llexternal(
    'flock', [rffi.INT, rffi.INT], rffi.INT,
    compilation_info=ExternalCompilationInfo(includes=['sys/file.h']),
    save_err=rffi.RFFI_SAVE_ERRNO)


class LogError(Exception):
    def __init__(self, msg):
        self.msg = msg


def checksum(data, start, stop):
    """FNV-1a of a part of a text."""
    pace.work(stop - start)
    value = r_uint(0x811c9dc5)
    for i in range(start, stop):
        value = ((value ^ r_uint(ord(data[i]))) * r_uint(0x01000193)
                 & r_uint(0xffffffff))
    return intmask(value)


def u32_at(data, position):
    number = 0
    for i in range(4):
        number |= ord(data[position + i]) << (8 * i)
    return number


class Log(object):
    """The log at a places.Place; its methods raise LogError."""

    def __init__(self, place):
        self.place = place
        self.fd = -1
        self.found = {}
        try:
            self.fd = place.open(os.O_RDONLY | rposix.O_NONBLOCK, 0)
            rposix.set_inheritable(self.fd, False)
            status = os.fstat(self.fd)
        except OSError as e:
            self.close()
            if e.errno == errno.ENOENT:
                return
            raise LogError('IO error: ' + os_error_text(e.errno))
        if not stat.S_ISREG(status.st_mode):
            self.close()
            raise LogError('not a key-value store')

    def exists(self):
        return self.fd >= 0

    def close(self):
        if self.fd >= 0:
            files.close(self.fd)
            self.fd = -1

    def is_current(self):
        """Whether what was opened is still the store's log.  A program that
        writes it holds a lock on it."""
        result = flock(rffi.cast(rffi.INT, self.fd),
                       rffi.cast(rffi.INT, LOCK_EX | LOCK_NB))
        if intmask(result) != 0:
            raise LogError('IO error: could not acquire lock: '
                           + os_error_text(rposix.get_saved_errno()))
        try:
            mine = os.fstat(self.fd)
            there = self.place.status()
            return mine.st_ino == there.st_ino and mine.st_dev == there.st_dev
        except OSError as e:
            if e.errno == errno.ENOENT:
                return False
            raise LogError('IO error: ' + os_error_text(e.errno))

    def remove(self):
        try:
            self.place.unlink()
        except OSError as e:
            raise LogError('IO error: ' + os_error_text(e.errno))

    def entries(self):
        """-> the values by their keys."""
        data = self.read()
        if len(data) == 0:
            return self.found
        if not data.startswith(MAGIC):
            raise LogError('not a key-value store')
        position = len(MAGIC)
        while position >= 0:
            position = self.replay(data, position)
        return self.found

    def read(self):
        builder = StringBuilder()
        try:
            while True:
                data = files.read_some(self.fd)
                if len(data) == 0:
                    return builder.build()
                builder.append(data)
        except OSError as e:
            raise LogError('IO error: ' + os_error_text(e.errno))

    def replay(self, data, position):
        """-> where the next record starts, -1 if there is no whole one."""
        start = position + HEADER_SIZE
        if start > len(data):
            return -1
        kind = ord(data[position])
        middle = start + u32_at(data, position + 1)
        stop = middle + u32_at(data, position + 5)
        if stop > len(data):
            return -1
        if checksum(data, start, stop) ^ kind != u32_at(data, position + 9):
            return -1
        assert 0 <= start <= middle <= stop
        key = data[start:middle]
        if kind == PUT:
            self.found[key] = data[middle:stop]
        elif kind == DELETE:
            if key in self.found:
                del self.found[key]
        else:
            return -1
        return stop
