"""``lex.toml``: the dependencies of a package."""

from interpreter.formats import toml
from interpreter.formats.toml_errors import TomlError
from interpreter.formats.toml_scalars import DATE, FLOAT, INTEGER, STRING


PACKAGE_KEYS = ['description', 'name', 'registry', 'version']


class ManifestError(Exception):
    """``detail`` says what is wrong and shows where."""

    def __init__(self, detail):
        self.detail = detail


class Dependency(object):
    """One entry; absent keys are '', those of a git revision None."""

    def __init__(self, name):
        self.name = name
        self.path = ''
        self.git = ''
        self.registry = ''
        self.version = ''
        self.branch = None
        self.tag = None
        self.rev = None
        self.has_path = False

    def revision_count(self):
        """How many of the keys are given that name a git revision."""
        count = 0
        for key in [self.branch, self.tag, self.rev]:
            if key is not None:
                count += 1
        return count


def dependencies(text):
    """The Dependency entries of a manifest, sorted by name.  Raises
    ManifestError, also if the description of the package is wrong."""
    try:
        root = toml.parse(text)
        found = _dependencies(root)
        package = root.get('package')
        if package is not None:
            _check_package(package)
        return found
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


def _check_package(node):
    """Raises TomlError unless ``node`` describes a package."""
    if not isinstance(node, toml.Table):
        raise TomlError('invalid type: %s, expected struct PackageMeta'
                        % _described(node), node.start, node.stop)
    for key in PACKAGE_KEYS:
        value = node.get(key)
        if value is not None and not _is_text(node, key):
            raise TomlError('invalid type: %s, expected a string'
                            % _described(value), value.start, value.stop)
    if node.get('name') is None:
        raise TomlError('missing field `name`', node.start, node.stop)


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
        if (_fits(table, 'branch') and _fits(table, 'tag')
                and _fits(table, 'rev')):
            dependency.branch = _optional_text(table, 'branch')
            dependency.tag = _optional_text(table, 'tag')
            dependency.rev = _optional_text(table, 'rev')
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


def _optional_text(table, name):
    if _is_text(table, name):
        return _text(table, name)
    return None


def _described(node):
    """How error messages call a value."""
    if isinstance(node, toml.Table):
        return 'map'
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
