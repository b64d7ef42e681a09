"""Print the tokens of files, as the language server reads them, in JSON.

The object has for each file a list of [start, end, kind]; offsets count characters, and
kinds are ``keyword``, ``operator``, ``name``, ``number``, ``string`` and ``comment``.
Parts of f-strings follow the string; their kinds start with ``hole ``.  A list ends with the
first string that is not closed: what follows depends on where a reader lets it end.
"""

import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lsp"))
from lexvm_lsp.language import KEYWORDS  # noqa: E402
from lexvm_lsp.tokens import HOLE, HOLE_END, STRING, TEXT_END, tokenize  # noqa: E402


def kind_of(kind):
    """The kind in the words above."""
    if kind in KEYWORDS:
        return "keyword"
    return kind if kind in ("name", "number", "string") else "operator"


def tokens_of(text):
    """The list of a text."""
    tokens = tokenize(text)
    found = [[start, end, "comment"] for start, end in tokens.comments]
    depth = 0
    last = len(text)
    for kind, start, end in zip(tokens.kinds, tokens.starts, tokens.ends):
        depth += (kind == HOLE) - (kind == HOLE_END)
        if kind not in ("", HOLE, HOLE_END, TEXT_END):
            found.append([start, end, ("hole " if depth else "") + kind_of(kind)])
            if kind == STRING and not depth and not is_closed(text[start:end]):
                last = end
                break
    return sorted(each for each in found if each[0] < last)


def is_closed(string):
    """Whether a string has both quotes."""
    return string.count('"') > 1 and string.endswith('"')


def main():
    """Read the files that are named."""
    found = {}
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8", newline="") as stream:
            found[path] = tokens_of(stream.read())
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
