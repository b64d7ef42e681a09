"""The standard form of a text, by ``lexvm fmt``."""

from __future__ import annotations

from lsprotocol.types import TextEdit

from lexvm_lsp.binary import Unavailable
from lexvm_lsp.documents import Document
from lexvm_lsp.workspace import Workspace


class NotFormatted(Exception):
    """Why a text is left as it is."""


async def formatted(workspace: Workspace, document: Document) -> list[TextEdit]:
    """One edit of the lines that change, or none; raises NotFormatted and Unavailable."""
    text = document.text
    version = document.version
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:
        raise NotFormatted("the text has half of a character in it") from None
    answer = await workspace.lexvm.run(["fmt", "-"], data)
    if answer.code != 0:
        raise NotFormatted(answer.err.decode("utf-8", "replace").split("\n\n")[0].strip())
    try:
        form = answer.out.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unavailable("lexvm fmt printed something else than text") from error
    if not form.strip() and text.strip():
        raise Unavailable("lexvm fmt printed nothing")
    # The command ends its output with a newline more.
    form = form.rstrip("\n") + "\n" if form.strip() else ""
    if version != document.version or form == text:
        return []
    start, end, new = _difference(text, form)
    return [TextEdit(document.lines.range((start, end)), new)]


def _difference(text: str, form: str) -> tuple[int, int, str]:
    """The lines of ``text`` that differ, and what stands in their place."""
    old = text.splitlines(keepends=True)
    new = form.splitlines(keepends=True)
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while (last < min(len(old), len(new)) - first
           and old[len(old) - 1 - last] == new[len(new) - 1 - last]):
        last += 1
    start = sum(map(len, old[:first]))
    end = len(text) - sum(map(len, old[len(old) - last:]))
    return start, end, "".join(new[first:len(new) - last])
