"""From what an import says to a file, by the rules of docs/language.rst, "Modules"."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Any, Optional

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib  # type: ignore[import-not-found, unused-ignore]

STANDARD = "std."


def is_standard(reference: str) -> bool:
    """Whether a module of the library is meant."""
    return reference.startswith(STANDARD) or (
        not is_local(reference) and "/" not in reference)


def standard_name(reference: str) -> str:
    """The module's name without ``std.``."""
    return reference[len(STANDARD):] if reference.startswith(STANDARD) else reference


def is_local(reference: str) -> bool:
    """Whether the text is the path of a file."""
    return reference.startswith(("./", "../", "/"))


def resolve(importer: Optional[str], reference: str) -> Optional[str]:
    """The path of the imported file, or None for a module of the library and for what is
    not found.  ``importer`` is None for a text without a file."""
    if importer is None or is_standard(reference):
        return None
    if is_local(reference):
        path = os.path.normpath(os.path.join(os.path.dirname(importer), reference))
        if not os.path.splitext(path)[1]:
            path += ".lex"
        return os.path.realpath(path) if os.path.isfile(path) else None
    name, module = reference.split("/", 1)
    root = _package(os.path.dirname(importer), name)
    if root is None:
        return None
    relative = os.path.splitext(module)[0] + ".lex"
    for folder in (root / "src", root):
        if (folder / relative).is_file():
            return os.path.realpath(folder / relative)
    return None


def _package(folder: str, name: str) -> Optional[Path]:
    """The folder of a dependency of the package that ``folder`` belongs to."""
    for parent in (Path(folder), *Path(folder).parents):
        manifest = parent / "lex.toml"
        if manifest.is_file():
            dependency = _dependency(manifest, name)
            return None if dependency is None else _root(parent, name, dependency)
    return None


def _dependency(manifest: Path, name: str) -> Optional[dict[str, Any]]:
    try:
        found = tomllib.loads(manifest.read_text("utf-8"))["dependencies"][name]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found if isinstance(found, dict) else None


def _root(parent: Path, name: str, dependency: dict[str, Any]) -> Path:
    if "path" in dependency:
        return parent / str(dependency["path"])
    store = Path(os.environ.get("LEX_PACKAGES_DIR") or Path.home() / ".lex" / "packages")
    if "registry" in dependency:
        return store / f"{name}-{dependency.get('version', '')}"
    for key in ("branch", "tag", "rev"):
        if key in dependency:
            value = str(dependency[key])
            if key == "rev":
                return store / f"{name}@rev-{value[:12]}"
            return store / f"{name}@{key}-{re.sub('[^A-Za-z0-9.-]', '_', value)}"
    return store / name
