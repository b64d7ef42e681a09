"""``python -m lexvm_lsp``: the language server on standard input and output."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from typing import BinaryIO, NoReturn, Optional, cast

from lexvm_lsp import __version__
from lexvm_lsp.binary import Lexvm
from lexvm_lsp.server import make_server

# The parser nests as deeply as programs may, some frames for each level.
RECURSION_LIMIT = 5000
LARGEST_MESSAGE = 256 << 20
LONGEST_HEADER = 8192


class BoundedInput:
    """Standard input, of which no message or header line is endless.  It ends at one."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readline(self) -> bytes:
        """A line of a header, b"" at the end."""
        line = self._stream.readline(LONGEST_HEADER)
        length = line.lower().partition(b"content-length:")[2].strip()
        if length.isdigit() and (len(length) > 12 or int(length) > LARGEST_MESSAGE):
            logging.error("a message of more than %d bytes ends the session",
                          LARGEST_MESSAGE)
            return b""
        return line

    def read(self, count: int) -> bytes:
        """The body of a message."""
        return self._stream.read(count)


def main(words: Optional[list[str]] = None) -> int:
    """Serve until the client leaves; -> the exit code."""
    parser = argparse.ArgumentParser(
        prog="lexvm_lsp", description="A language server for Lex, on standard input and "
        "output.  Editors start it.")
    parser.add_argument("--lexvm", metavar="FILE", default=os.environ.get("LEXVM", "lexvm"),
                        help="the lexvm program (LEXVM, or lexvm of PATH)")
    parser.add_argument("--log", metavar="LEVEL", default="ERROR",
                        choices=["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"],
                        help="what is written to standard error (ERROR)")
    parser.add_argument("--stdio", action="store_true",
                        help="as always; clients like to say so")
    parser.add_argument("--version", action="version", version=__version__)
    arguments = parser.parse_args(words)
    logging.basicConfig(level=arguments.log, stream=sys.stderr,
                        format="lexvm_lsp: %(levelname)s: %(message)s")
    sys.setrecursionlimit(RECURSION_LIMIT)
    server = make_server(Lexvm(arguments.lexvm))
    try:
        server.start_io(cast(BinaryIO, BoundedInput(sys.stdin.buffer)))
    finally:
        server.files.close()
    return 0


def run() -> NoReturn:
    """The entry point: serve and exit."""
    try:
        code = main()
        sys.stdout.flush()
    except (BrokenPipeError, ValueError):
        # The client is gone, or closed the pipe first.
        code = 1
    # Nothing is left to be written, and a thread may still wait for the client.
    os._exit(code)


if __name__ == "__main__":
    run()
