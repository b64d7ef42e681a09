"""``lex.toml``: the dependencies of a package."""

from interpreter.formats import toml
from interpreter.formats.toml_errors import TomlError
from interpreter.formats.toml_scalars import DATE, FLOAT, INTEGER, STRING


class ManifestError(Exception):
    """``detail`` says what is wrong and shows where."""

    def __init__(self, detail):
        self.detail = detail


class Dependency(object):
    """One entry; absent keys are ''."""

    def __init__(self, name):
        self.name = name
        self.path = ''
        self.git = ''
        self.registry = ''
        self.version = ''
        self.branch = ''
        self.tag = ''
        self.rev = ''
        self.has_path = False


def dependencies(text):
    """The Dependency entries of a manifest, sorted by name.  Raises
    ManifestError."""
    try:
        return _dependencies(toml.parse(text))
    except TomlError as error:
        raise ManifestError(error.report(text))


def _dependencies(root):
    table = root.get('dependencies')
    if table is None:
        return []
    if isinstance(table, toml.Leaf) and table.scalar.kind == DATE:
        raise _no_variant(table)
    if not isinstance(table, toml.Table):
        raise TomlError('invalid type: %s, expected a map'
                        % _described(table), table.start, table.stop)
    found = []
    for name in table.names():
        node = table.get(name)
        dependency = Dependency(name)
        if not isinstance(node, toml.Table) or not _fill(dependency, node):
            raise _no_variant(node)
        found.append(dependency)
    return found


def _no_variant(node):
    return TomlError('data did not match any variant of untagged enum '
                     'Dependency', node.start, node.stop)


def _fill(dependency, table):
    """Take the fields of an entry; whether they are of a known form."""
    if _is_text(table, 'path'):
        dependency.path = _text(table, 'path')
        dependency.has_path = True
        return True
    if _is_text(table, 'git'):
        dependency.git = _text(table, 'git')
        dependency.branch = _text(table, 'branch')
        dependency.tag = _text(table, 'tag')
        dependency.rev = _text(table, 'rev')
        if (_fits(table, 'branch') and _fits(table, 'tag')
                and _fits(table, 'rev')):
            return True
        dependency.git = ''
    if _is_text(table, 'registry') and _is_text(table, 'version'):
        dependency.registry = _text(table, 'registry')
        dependency.version = _text(table, 'version')
        return True
    return False


def _is_text(table, name):
    node = table.get(name)
    return isinstance(node, toml.Leaf) and node.scalar.kind == STRING


def _fits(table, name):
    """Whether an optional text is absent or a text."""
    return table.get(name) is None or _is_text(table, name)


def _text(table, name):
    node = table.get(name)
    if isinstance(node, toml.Leaf) and node.scalar.kind == STRING:
        return node.scalar.text
    return ''


def _described(node):
    """How error messages call a value."""
    if not isinstance(node, toml.Leaf):
        return 'sequence'
    kind = node.scalar.kind
    text = node.scalar.text
    if kind == STRING:
        return 'string "%s"' % text
    if kind == INTEGER:
        return 'integer `%s`' % text
    if kind == FLOAT:
        return 'floating point `%s`' % text
    return 'boolean `%s`' % text
