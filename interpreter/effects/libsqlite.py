"""The C library SQLite, opened when a program first needs it.

The declarations follow its documentation; no header is needed.
"""

from rpython.rlib.rarithmetic import intmask
from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter.effects import dynlib


LIBRARY_NAMES = ['libsqlite3.so.0', 'libsqlite3.so', 'libsqlite3.dylib']

OK = 0
BUSY = 5
NOMEM = 7
IOERR = 10
FULL = 13
CANTOPEN = 14
TOOBIG = 18
MISUSE = 21
NOTADB = 26
ROW = 100
DONE = 101

INTEGER = 1
FLOAT = 2
TEXT = 3
BLOB = 4

OPEN_READONLY = 0x1
OPEN_READWRITE = 0x2
OPEN_CREATE = 0x4
OPEN_URI = 0x40
OPEN_NOFOLLOW = 0x1000000
TRANSIENT = -1

SLOT = rffi.CArrayPtr(rffi.VOIDP)
TEXT_SLOT = rffi.CArrayPtr(rffi.CCHARP)


def function_type(args, result):
    return lltype.Ptr(lltype.FuncType(args, result))


PROGRESS = function_type([rffi.VOIDP], rffi.INT)

# The functions that are used, by name without the prefix.
TYPES = {
    'open_v2': ([rffi.CCHARP, SLOT, rffi.INT, rffi.CCHARP], rffi.INT),
    'close_v2': ([rffi.VOIDP], rffi.INT),
    'extended_result_codes': ([rffi.VOIDP, rffi.INT], rffi.INT),
    'busy_timeout': ([rffi.VOIDP, rffi.INT], rffi.INT),
    'limit': ([rffi.VOIDP, rffi.INT, rffi.INT], rffi.INT),
    'hard_heap_limit64': ([rffi.LONGLONG], rffi.LONGLONG),
    'memory_used': ([], rffi.LONGLONG),
    'progress_handler': ([rffi.VOIDP, rffi.INT, PROGRESS, rffi.VOIDP],
                         lltype.Void),
    'errmsg': ([rffi.VOIDP], rffi.CCHARP),
    'extended_errcode': ([rffi.VOIDP], rffi.INT),
    'system_errno': ([rffi.VOIDP], rffi.INT),
    'error_offset': ([rffi.VOIDP], rffi.INT),
    'changes': ([rffi.VOIDP], rffi.INT),
    'prepare_v2': ([rffi.VOIDP, rffi.CCHARP, rffi.INT, SLOT, TEXT_SLOT],
                   rffi.INT),
    'finalize': ([rffi.VOIDP], rffi.INT),
    'reset': ([rffi.VOIDP], rffi.INT),
    'clear_bindings': ([rffi.VOIDP], rffi.INT),
    'step': ([rffi.VOIDP], rffi.INT),
    'bind_parameter_count': ([rffi.VOIDP], rffi.INT),
    'bind_null': ([rffi.VOIDP, rffi.INT], rffi.INT),
    'bind_int64': ([rffi.VOIDP, rffi.INT, rffi.LONGLONG], rffi.INT),
    'bind_double': ([rffi.VOIDP, rffi.INT, rffi.DOUBLE], rffi.INT),
    'bind_text': ([rffi.VOIDP, rffi.INT, rffi.CCHARP, rffi.INT,
                   rffi.VOIDP], rffi.INT),
    'bind_blob': ([rffi.VOIDP, rffi.INT, rffi.CCHARP, rffi.INT,
                   rffi.VOIDP], rffi.INT),
    'column_count': ([rffi.VOIDP], rffi.INT),
    'column_name': ([rffi.VOIDP, rffi.INT], rffi.CCHARP),
    'column_type': ([rffi.VOIDP, rffi.INT], rffi.INT),
    'column_int64': ([rffi.VOIDP, rffi.INT], rffi.LONGLONG),
    'column_double': ([rffi.VOIDP, rffi.INT], rffi.DOUBLE),
    'column_blob': ([rffi.VOIDP, rffi.INT], rffi.CCHARP),
    'column_bytes': ([rffi.VOIDP, rffi.INT], rffi.INT),
}
POINTERS = dict([(name, function_type(args, result))
                 for name, (args, result) in TYPES.items()])

# What a connection may use; SQLite's own limits where they are lower.
LIMITS = [
    (0, 1 << 28),       # bytes of a text, a blob or a row
    (1, 1 << 24),       # bytes of a statement
    (2, 2000),          # columns
    (3, 1000),          # depth of an expression
    (4, 500),           # selects in a compound
    (5, 10000000),      # instructions of a statement
    (6, 1000),          # arguments of a function
    (7, 10),            # attached databases
    (8, 50000),         # bytes of a pattern of LIKE and GLOB
    (9, 32766),         # variables
    (10, 1000),         # depth of triggers
    (11, 0),            # threads
]


class SqliteError(Exception):
    """``code`` 0: an error that is not SQLite's, without ``detail``."""

    def __init__(self, msg, code, detail):
        self.msg = msg
        self.code = code
        self.detail = detail


class Library(object):
    """The functions, each as an attribute."""

    def __init__(self):
        self.is_loaded = False

    def error(self, connection):
        """The SqliteError of the operation that failed last."""
        text = rffi.charp2str(self.errmsg(connection))
        return SqliteError(text, intmask(self.extended_errcode(connection)),
                           text)


def _loader():
    lines = ['def load_functions(library, handle):']
    for name in sorted(TYPES):
        lines.append('    library.%s = rffi.cast(POINTERS_%s, '
                     'dynlib.symbol(handle, "sqlite3_%s"))'
                     % (name, name, name))
    namespace = {'rffi': rffi, 'dynlib': dynlib}
    for name in TYPES:
        namespace['POINTERS_' + name] = POINTERS[name]
    exec compile('\n'.join(lines), '<sqlite>', 'exec') in namespace
    return namespace['load_functions']


load_functions = _loader()
library = Library()
