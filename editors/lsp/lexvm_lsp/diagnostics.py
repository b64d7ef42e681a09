"""What ``lexvm check --strict`` finds, as diagnostics of the protocol."""

from __future__ import annotations

import re
from typing import Any, Optional

from lsprotocol.types import (
    Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location)

from lexvm_lsp.binary import Unavailable
from lexvm_lsp.documents import Document
from lexvm_lsp.overlay import NotText, Overlay
from lexvm_lsp.workspace import Workspace

SOURCE = "lexvm"


async def check(workspace: Workspace, document: Document) -> list[Diagnostic]:
    """The diagnostics of a text as it is; raises Unavailable."""
    with workspace.overlay() as overlay:
        try:
            path = overlay.add(document)
        except NotText as error:
            return [_at(document, 0, 0, str(error))]
        except OSError as error:
            raise Unavailable(f"cannot write a copy to check: {error}") from error
        words = ["check", "--strict", path]
        answer = await workspace.lexvm.run(["--output", "json", *words],
                                           folder=overlay.folder)
        data = answer.data()
        titles = {}
        if answer.code != 0:
            shown = await workspace.lexvm.run(["--color", "never", *words],
                                              folder=overlay.folder)
            titles = _titles(shown.out + shown.err)
        return _Report(document, overlay, titles).all(data)


_TITLE = re.compile(r"^error: (.*)\n +--> .*:([0-9]+):([0-9]+)$", re.MULTILINE)


def _titles(report: bytes) -> dict[tuple[int, int], str]:
    """The sentences for people, by line and column: only the text has them."""
    return {(int(found[2]), int(found[3])): found[1]
            for found in _TITLE.finditer(report.decode("utf-8", "replace"))}


def _at(document: Document, start: int, end: int, message: str,
        severity: DiagnosticSeverity = DiagnosticSeverity.Error) -> Diagnostic:
    return Diagnostic(document.lines.range((start, end)), message, severity, source=SOURCE)


class _Report:
    """Turns an answer into diagnostics of one document."""

    def __init__(self, document: Document, overlay: Overlay,
                 titles: dict[tuple[int, int], str]) -> None:
        self._document = document
        self._overlay = overlay
        self._titles = titles

    def all(self, answer: dict[str, Any]) -> list[Diagnostic]:
        """All that the answer tells."""
        data = answer.get("data")
        if not isinstance(data, dict):
            error = answer.get("error")
            return [self._error(error)] if isinstance(error, dict) else []
        found = [self._error(each) for each in data.get("errors", [])]
        found += [self._warning(each) for each in data.get("warnings", [])]
        for each in data.get("unused", []):
            diagnostic = self._warning(each)
            diagnostic.severity = DiagnosticSeverity.Hint
            diagnostic.tags = [DiagnosticTag.Unnecessary]
            found.append(diagnostic)
        missing = data.get("unavailable")
        if missing:
            found.append(_at(self._document, 0, 0, "not available in this build: "
                             + ", ".join(missing), DiagnosticSeverity.Information))
        return found

    def _error(self, error: dict[str, Any]) -> Diagnostic:
        span = error.get("span") or {}
        place = (span.get("line", 0), span.get("col", 0))
        title = self._titles.get(place) or _title(error)
        return self._placed(error, title, error.get("kind"), DiagnosticSeverity.Error)

    def _warning(self, warning: dict[str, Any]) -> Diagnostic:
        return self._placed(warning, warning.get("message", ""), warning.get("code"),
                            DiagnosticSeverity.Warning)

    def _placed(self, found: dict[str, Any], title: str, code: Optional[str],
                severity: DiagnosticSeverity) -> Diagnostic:
        message = title
        if found.get("suggestion"):
            message += "\nhelp: " + found["suggestion"]
        span = found.get("span") or found.get("position")
        if not isinstance(span, dict) or "file" not in span:
            diagnostic = _at(self._document, 0, 0, message, severity)
        else:
            diagnostic = self._in_document(span, message, severity)
        diagnostic.code = code
        return diagnostic

    def _in_document(self, span: dict[str, Any], message: str,
                     severity: DiagnosticSeverity) -> Diagnostic:
        """At its place, or, if that is in an imported file, at the import."""
        document, start = self._overlay.place(span["file"], span["line"], span["col"])
        _, end = self._overlay.place(span["file"], span.get("end_line", span["line"]),
                                     span.get("end_col", span["col"]))
        if document is self._document:
            return _at(document, start, max(start, end), message, severity)
        place = self._import_that_leads_to(document)
        diagnostic = _at(self._document, *place, "in an imported file: " + message, severity)
        if document is not None:
            diagnostic.related_information = [DiagnosticRelatedInformation(
                Location(document.uri, document.lines.range((start, max(start, end)))),
                message)]
        return diagnostic

    def _import_that_leads_to(self, document: Optional[Document]) -> tuple[int, int]:
        for each in self._document.module.imports():
            if document is not None and self._document.imported(each) == document.path:
                return each.range()
        return 0, 0


def _title(error: dict[str, Any]) -> str:
    """What is wrong, where people are told of another error that is the reason."""
    if "kind" not in error:
        # Machines read where it was found before what it is, and that twice.
        return str(error.get("message", "")).rsplit(": ", 1)[-1]
    words = str(error["kind"]).replace("_", " ")
    for key in ("name", "field", "effect"):
        if isinstance(error.get(key), str):
            words += f": `{error[key]}`"
    if "expected" in error and "got" in error:
        words += f": expected {error['expected']}, found {error['got']}"
    return words
