"""Asking the ``lexvm`` program.  It runs once for each question and never blocks."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
from dataclasses import dataclass
from typing import Any, Optional
import contextlib

# An answer takes milliseconds; examples that a check evaluates may take longer.
TIMEOUT_SECONDS = 30.0


class Unavailable(Exception):
    """The program cannot be asked; the text says why and what to do."""


@dataclass
class Answer:
    """How a run ended."""

    code: int
    out: bytes
    err: bytes

    def data(self) -> dict[str, Any]:
        """The object that ``--output json`` prints; raises Unavailable."""
        try:
            found = json.loads(self.out)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            words = self.err.decode("utf-8", "replace").strip() or "no answer"
            raise Unavailable(f"lexvm ended with code {self.code}: {words[:500]}")
        return found


class Lexvm:
    """The program at ``path``, or the one that PATH leads to."""

    def __init__(self, path: str = "lexvm") -> None:
        self.path = path
        self._modules: Optional[dict[str, str]] = None
        self._functions: dict[str, list[dict[str, Any]]] = {}

    def found(self) -> str:
        """The file of the program; raises Unavailable."""
        path = shutil.which(os.path.expanduser(self.path))
        if path is None:
            raise Unavailable(
                f"there is no program `{self.path}`: put lexvm into a folder of PATH, or "
                "start the language server with --lexvm FILE")
        return path

    async def run(self, words: list[str], stdin: bytes = b"",
                  folder: Optional[str] = None) -> Answer:
        """Run the program; raises Unavailable, also after TIMEOUT_SECONDS."""
        try:
            process = await asyncio.create_subprocess_exec(
                self.found(), *words, stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE, cwd=folder)
        except OSError as error:
            raise Unavailable(f"cannot start `{self.path}`: {error.strerror}") from error
        try:
            out, err = await asyncio.wait_for(process.communicate(stdin), TIMEOUT_SECONDS)
        except asyncio.TimeoutError:
            raise Unavailable(
                f"lexvm {words[-1]} took more than {TIMEOUT_SECONDS:g} seconds") from None
        finally:
            if process.returncode is None:
                _kill(process)
        return Answer(process.returncode or 0, out, err)

    async def modules(self) -> dict[str, str]:
        """The modules of the standard library, without ``std.``, and what they are for."""
        if self._modules is None:
            answer = await self.run(["--output", "json", "docs"])
            self._modules = {
                each["module"].split(".", 1)[1]: each["summary"]
                for each in answer.data().get("data", {}).get("modules", [])}
        return self._modules

    async def functions(self, module: str) -> list[dict[str, Any]]:
        """What the manual tells of each function of ``std.MODULE``; [] if there is no
        such module."""
        if module not in self._functions:
            if module not in await self.modules():
                return []
            answer = await self.run(["--output", "json", "docs", "std." + module])
            self._functions[module] = answer.data().get("data", {}).get("functions", [])
        return self._functions[module]

    async def function(self, module: str, name: str) -> Optional[dict[str, Any]]:
        """What the manual tells of one function."""
        for each in await self.functions(module):
            if each["name"].split(".", 1)[1] == name:
                return each
        return None


def _kill(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.kill()
