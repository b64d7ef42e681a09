"""Errors of the bytecode compiler."""


class CompileError(Exception):
    """The program cannot be compiled; ``msg`` says why and ``offset`` is the
    byte offset in its source, -1 if unknown.  The checker rejects such
    programs, so this is seen only where it did not run."""

    def __init__(self, msg, offset):
        self.msg = msg
        self.offset = offset
