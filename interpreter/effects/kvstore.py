"""An embedded key-value store: a directory with one file, a log.

Each change is one record at the end of the log; opening the store replays it.
A record that was cut short, for example by a crash or a full disk, is
dropped.  When most of a log is out of date it is written anew, beside the old
one, and then takes its place.
"""

import errno
import os

from rpython.rlib import rposix
from rpython.rlib.listsort import make_timsort_class
from rpython.rlib.rarithmetic import intmask, r_uint
from rpython.rlib.rstring import StringBuilder
from rpython.rtyper.lltypesystem import rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from interpreter.effects import files
from interpreter.effects.files import os_error_text
from interpreter.effects.handles import Resource


MAGIC = 'LEXKV1\n\x00'
LOG_NAME = 'log'
NEW_LOG_NAME = 'log.new'
PUT = 1
DELETE = 2
# kind, size of the key, size of the value, checksum
HEADER_SIZE = 13
# Logs below this size are never written anew.
SMALL_LOG = 1024 * 1024
LONGEST = 0x7fffffff

LOCK_EX = 2
LOCK_NB = 4
flock = rffi.llexternal(
    'flock', [rffi.INT, rffi.INT], rffi.INT,
    compilation_info=ExternalCompilationInfo(includes=['sys/file.h']),
    save_err=rffi.RFFI_SAVE_ERRNO)


class StoreError(Exception):
    def __init__(self, msg):
        self.msg = msg


def string_less(a, b):
    return a < b


StringSort = make_timsort_class(lt=string_less)


def checksum(data, start, stop):
    """FNV-1a of a part of a text."""
    value = r_uint(0x811c9dc5)
    for i in range(start, stop):
        value = ((value ^ r_uint(ord(data[i]))) * r_uint(0x01000193)
                 & r_uint(0xffffffff))
    return intmask(value)


def append_u32(builder, number):
    for shift in range(0, 32, 8):
        builder.append(chr(number >> shift & 0xff))


def u32_at(data, position):
    number = 0
    for i in range(4):
        number |= ord(data[position + i]) << (8 * i)
    return number


def record(kind, key, value):
    body = key + value
    builder = StringBuilder(HEADER_SIZE + len(body))
    builder.append(chr(kind))
    append_u32(builder, len(key))
    append_u32(builder, len(value))
    append_u32(builder, checksum(body, 0, len(body)) ^ kind)
    builder.append(body)
    return builder.build()


class Store(Resource):

    def __init__(self, place):
        """Open or create the store at a places.Place.  Raises StoreError."""
        self.place = place
        self.fd = -1
        self.size = 0
        self.live_size = 0
        self.entries = {}
        self.sorted_keys = None
        try:
            place.make_directories()
            self.fd = place.child(LOG_NAME).open(
                os.O_RDWR | os.O_CREAT, 0666)
            rposix.set_inheritable(self.fd, False)
            self.lock()
            self.replay(read_all(self.fd))
        except OSError as e:
            self.close()
            number = e.errno
            if number == errno.EEXIST:
                # There is something that is no directory.
                number = errno.ENOTDIR
            raise StoreError('IO error: ' + os_error_text(number))
        except StoreError:
            self.close()
            raise

    def lock(self):
        result = flock(rffi.cast(rffi.INT, self.fd),
                       rffi.cast(rffi.INT, LOCK_EX | LOCK_NB))
        if intmask(result) != 0:
            raise StoreError('IO error: could not acquire lock: '
                             + os_error_text(rposix.get_saved_errno()))

    def close(self):
        if self.fd >= 0:
            files.close(self.fd)
            self.fd = -1

    def replay(self, data):
        if len(data) == 0:
            files.write_all(self.fd, MAGIC)
            self.size = len(MAGIC)
            return
        if not data.startswith(MAGIC):
            raise StoreError('not a key-value store')
        position = len(MAGIC)
        while True:
            following = self.replay_record(data, position)
            if following < 0:
                break
            position = following
        self.size = position
        if position < len(data):
            os.ftruncate(self.fd, position)
        os.lseek(self.fd, position, 0)
        if self.size > SMALL_LOG and self.live_size < self.size // 2:
            self.rewrite()

    def replay_record(self, data, position):
        """-> where the next record starts, -1 if there is no whole one."""
        start = position + HEADER_SIZE
        if start > len(data):
            return -1
        kind = ord(data[position])
        key_size = u32_at(data, position + 1)
        value_size = u32_at(data, position + 5)
        middle = start + key_size
        stop = middle + value_size
        if stop > len(data):
            return -1
        if checksum(data, start, stop) ^ kind != u32_at(data, position + 9):
            return -1
        assert 0 <= start <= middle <= stop
        key = data[start:middle]
        if kind == PUT:
            self.remember(key, data[middle:stop])
        elif kind == DELETE:
            self.forget(key)
        else:
            return -1
        return stop

    def remember(self, key, value):
        if key in self.entries:
            self.live_size -= HEADER_SIZE + len(key) + len(self.entries[key])
        else:
            self.sorted_keys = None
        self.entries[key] = value
        self.live_size += HEADER_SIZE + len(key) + len(value)

    def forget(self, key):
        if key in self.entries:
            self.live_size -= HEADER_SIZE + len(key) + len(self.entries[key])
            self.sorted_keys = None
            del self.entries[key]

    def rewrite(self):
        """Put a log with only what is needed in the place of this one.  A
        log that cannot be written leaves everything as it was."""
        new = self.place.child(NEW_LOG_NAME)
        old_fd = self.fd
        try:
            fd = new.open(os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0666)
        except OSError:
            return
        try:
            rposix.set_inheritable(fd, False)
            self.fd = fd
            self.lock()
            files.write_all(fd, MAGIC)
            for key, value in self.entries.iteritems():
                files.write_all(fd, record(PUT, key, value))
            os.fsync(fd)
            new.rename_to(LOG_NAME)
            self.size = len(MAGIC) + self.live_size
            files.close(old_fd)
        except OSError:
            self.fd = old_fd
            files.close(fd)
        except StoreError:
            self.fd = old_fd
            files.close(fd)

    def append(self, data):
        try:
            files.write_all(self.fd, data)
        except OSError as e:
            # What was written of it must not stand before later records.
            try:
                os.ftruncate(self.fd, self.size)
                os.lseek(self.fd, self.size, 0)
            except OSError:
                self.close()
            raise StoreError('IO error: ' + os_error_text(e.errno))
        self.size += len(data)

    def check_open(self):
        if self.fd < 0:
            raise StoreError('IO error: ' + os_error_text(errno.EBADF))

    # The operations.

    def get(self, key):
        """None if there is no such key."""
        return self.entries.get(key, None)

    def put(self, key, value):
        """Raises StoreError."""
        self.check_open()
        if len(key) > LONGEST or len(value) > LONGEST:
            raise StoreError('value is too large')
        self.append(record(PUT, key, value))
        self.remember(key, value)

    def delete(self, key):
        """Raises StoreError."""
        self.check_open()
        if key in self.entries:
            self.append(record(DELETE, key, ''))
            self.forget(key)

    def keys_from(self, prefix):
        """The keys that start so, in order."""
        keys = self.sorted_keys
        if keys is None:
            keys = self.entries.keys()
            StringSort(keys).sort()
            self.sorted_keys = keys
        low = 0
        high = len(keys)
        while low < high:
            middle = (low + high) // 2
            if keys[middle] < prefix:
                low = middle + 1
            else:
                high = middle
        found = []
        while low < len(keys) and keys[low].startswith(prefix):
            found.append(keys[low])
            low += 1
        return found


def read_all(fd):
    builder = StringBuilder()
    while True:
        data = files.read_some(fd)
        if len(data) == 0:
            return builder.build()
        builder.append(data)
