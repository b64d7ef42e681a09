"""Package imports: ``package/module``, found through ``lex.toml``.

Folders of git and registry dependencies must be present below
``$LEX_PACKAGES_DIR`` (``~/.lex/packages`` by default); nothing is fetched.
"""

import os

from interpreter.source import files, utf8
from interpreter.source.manifest import ManifestError, dependencies

_NOT_FETCHED = ("not present at %s; fetching is not supported, "
                "put the package there")


class PackageError(Exception):
    """``detail`` is the text without ``package import error: ``."""

    def __init__(self, detail):
        self.detail = detail


def is_package_reference(reference):
    return not reference.startswith('std.') and '/' in reference


def resolve(importer, reference):
    """The path of a module's file, for an import in the file ``importer``."""
    split = reference.find('/')
    assert split >= 0
    name = reference[:split]
    module = reference[split + 1:]
    manifest = _find_manifest(files.directory(importer))
    if manifest == '':
        raise PackageError(
            'no lex.toml found searching up from %s (needed to resolve "%s")'
            % (importer, reference))
    dependency = _dependency(manifest, name)
    root = _root(manifest, dependency)
    relative = files.with_extension(module, 'lex')
    for folder in [files.join(root, 'src'), root]:
        candidate = files.join(folder, relative)
        if files.exists(candidate):
            return candidate
    raise PackageError(
        'module "%s" not found in package "%s" (looked in %s/src/ and %s/)'
        % (module, name, root, root))


def _find_manifest(folder):
    """The nearest lex.toml at or above an absolute folder, or ''."""
    while True:
        candidate = files.join(folder, 'lex.toml')
        if files.exists(candidate):
            return candidate
        if folder == '/':
            return ''
        folder = files.directory(folder)


def _dependency(manifest, name):
    try:
        text = files.read(manifest)
        if not utf8.is_valid(text):
            raise files.FileError(utf8.NOT_VALID)
        found = dependencies(text)
    except files.FileError as error:
        raise PackageError('failed to parse %s: reading %s: %s'
                           % (manifest, manifest, error.detail))
    except ManifestError as error:
        raise PackageError('failed to parse %s: parsing %s: %s'
                           % (manifest, manifest, error.detail))
    for dependency in found:
        if dependency.name == name:
            if dependency.revision_count() > 1:
                raise PackageError(
                    'failed to parse %s: at most one of `branch`, `tag`, `rev` '
                    'may be set on a git dependency' % manifest)
            return dependency
    raise PackageError('package "%s" not found in %s' % (name, manifest))


def _root(manifest, dependency):
    """The folder of a dependency."""
    if dependency.has_path:
        path = files.join(files.directory(manifest), dependency.path)
        try:
            return files.canonical(path)
        except files.FileError as error:
            raise PackageError('I/O error at %s: %s' % (path, error.detail))
    store = _store()
    if dependency.registry != '':
        folder = files.join(
            store, dependency.name + '-' + dependency.version)
        if not files.exists(folder):
            raise PackageError('registry fetch of %s@%s from %s failed: %s' % (
                dependency.name, dependency.version, dependency.registry,
                _NOT_FETCHED % folder))
        return folder
    folder = files.join(store, dependency.name + _revision(dependency))
    if not files.exists(folder):
        raise PackageError('git clone of %s failed: %s' % (
            dependency.git, _NOT_FETCHED % folder))
    return folder


def _store():
    folder = os.environ.get('LEX_PACKAGES_DIR')
    if folder is not None:
        return folder
    home = os.environ.get('HOME')
    if home is None:
        raise PackageError('I/O error at ~/.lex/packages: could not determine '
                           'home directory (set LEX_PACKAGES_DIR)')
    return files.join(home, '.lex/packages')


def _revision(dependency):
    """What the folder name of a git dependency adds to its name."""
    branch = dependency.branch
    if branch is not None:
        return '@branch-' + _folder_name(branch)
    tag = dependency.tag
    if tag is not None:
        return '@tag-' + _folder_name(tag)
    rev = dependency.rev
    if rev is not None:
        if len(rev) > 12:
            rev = rev[:12]
        return '@rev-' + rev
    return ''


def _folder_name(text):
    result = ''
    for char in text:
        if not ('a' <= char <= 'z' or 'A' <= char <= 'Z' or
                '0' <= char <= '9' or char == '-' or char == '.'):
            char = '_'
        result += char
    return result
