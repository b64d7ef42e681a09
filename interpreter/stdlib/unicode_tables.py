"""The Unicode character tables that texts and patterns use: those of the toolchain, 8.0
of the pinned one and 14.0 of PyPy's main branch."""

try:
    from rpython.rlib.unicodedata import unicodedb_8_0_0 as unicodedb
except ImportError:
    from rpython.rlib.unicodedata import unicodedb_14_0_0 as unicodedb

assert unicodedb.version in ('8.0.0', '14.0.0')
