"""Policy violations as data of a JSON envelope."""

from interpreter.canonical.json import quote


def violations_data(violations):
    """A compact JSON array; the keys of its objects are sorted."""
    return '[' + ','.join([_data(violation) for violation in violations]) + ']'


def _data(violation):
    parts = []
    _add(parts, 'at', violation.at)
    _add(parts, 'detail', violation.detail)
    _add(parts, 'effect', violation.effect)
    _add(parts, 'kind', violation.kind)
    _add(parts, 'path', violation.path)
    return '{' + ','.join(parts) + '}'


def _add(parts, key, text):
    if text is not None:
        parts.append('"' + key + '":' + quote(text))
