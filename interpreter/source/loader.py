"""Files to one program: imports followed, names mangled, items merged.

The entry file keeps its names.  Every other file gets the prefix
``STEM_HHHHHHHH``: its name and the hash of its canonical path.
"""

from interpreter.diagnostics import names
from interpreter.diagnostics.diagnosis import Diagnosis, Span
from interpreter.diagnostics.sources import Sources
from interpreter.source import files, packages, parser, tree, utf8
from interpreter.source.errors import LexSourceError, LoadError
from interpreter.source.mangling import HASH_LENGTH, Mangler
from interpreter.hashes.sha256 import sha256_hex

MAX_IMPORT_DEPTH = 512

_NO_BASE = ('local imports (`./`, `../`, `/`) require a base path; '
            'cannot resolve from a string source')


def load_program(path):
    """The merged tree.Program of the file at ``path``; raises LoadError."""
    loader = Loader(Sources(files.current_folder()))
    entry = _canonical(path, path)
    loader.prefixes[entry] = ''
    loader.sources.call(entry, path)
    loader.sources.entry = entry
    try:
        program = tree.Program(loader.load(entry))
    except LoadError as error:
        error.is_entry = error.path == entry
        raise error
    program.sources = loader.sources
    return program


def load_source(text, path_label):
    """The tree.Program of a text without a file.

    It may import std modules only.  Messages show ``path_label``.
    """
    program = _parse(text, path_label)
    for item in program.items:
        if isinstance(item, tree.Import):
            reference = item.reference
            if (_is_local_reference(reference) or
                    packages.is_package_reference(reference)):
                raise _import_error(
                    LoadError(_NO_BASE, ''), path_label, text, item,
                    'a program from standard input can import `std.` modules only')
    program.sources = Sources()
    program.sources.entry = path_label
    program.sources.add(path_label, text)
    return program


def parse_file(path):
    """The tree.Program of one file, without what it imports, and its text; raises
    LoadError."""
    place = _canonical(path, path)
    text = read_source(place, path)
    try:
        return _parse(text, place), text
    except LoadError as error:
        error.is_entry = error.path == place
        raise error


def file_prefix(path):
    """What precedes the names of an imported file, without the dot."""
    return files.stem(path) + '_' + sha256_hex(path)[:HASH_LENGTH]


def read_source(path, shown):
    """The text of a file; raises LoadError, which shows ``shown``."""
    try:
        return files.read(path)
    except files.FileError as error:
        raise _read_error(shown, error.detail)


def _read_error(shown, detail):
    return LoadError('read %s: %s' % (shown, detail), detail)


def _canonical(path, shown):
    try:
        return files.canonical(path)
    except files.FileError as error:
        raise _read_error(shown, error.detail)


def _parse(text, path, secret=False):
    """Parse a text and tell its items where they come from.  Errors show
    nothing of a text that is ``secret``."""
    if not utf8.is_valid(text):
        raise _read_error(path, utf8.NOT_VALID)
    try:
        program = parser.parse(text)
    except LexSourceError as error:
        if secret:
            raise LoadError('parse %s: not a Lex program' % path, '')
        failure = LoadError('parse %s: %s' % (path, error.message),
                            error.message)
        diagnosis = error.diagnosis
        assert diagnosis is not None
        failure.locate(path, text, diagnosis)
        raise failure
    for item in program.items:
        item.path = path
    return program


def _is_local_reference(reference):
    return (reference.startswith('./') or reference.startswith('../') or
            reference.startswith('/'))


class Loader(object):
    """Loads files depth first; each contributes its items once, and its text to
    ``sources``."""

    def __init__(self, sources):
        self.sources = sources
        self.prefixes = {}          # canonical path -> prefix
        self.loading = []           # canonical paths, outermost first
        self.loaded = {}            # canonical path -> None

    def prefix(self, path):
        if path not in self.prefixes:
            self.prefixes[path] = file_prefix(path)
        return self.prefixes[path]

    def load(self, path):
        """The items of a file and of all it imports that is not loaded."""
        if len(self.loading) > 0 and files.is_special(path):
            raise _read_error(path, 'not a regular file')
        text = read_source(path, path)
        self.loading.append(path)
        # A program may import any file, which must not make it readable.
        secret = len(self.loading) > 1 and not path.endswith('.lex')
        self.sources.add(path, text)
        if secret:
            self.sources.hide(path)
        program = _parse(text, path, secret)
        std_imports = []
        children = []
        declarations = []
        declared = {}
        imported = {}
        for item in program.items:
            if isinstance(item, tree.Import):
                target = self._target(item, path, text)
                if target == '':
                    std_imports.append(item)
                    continue
                imported[item.alias] = self.prefix(target)
                self._check_chain(target, item, path, text)
                if target not in self.loaded:
                    children.extend(self.load(target))
                continue
            declarations.append(item)
            if isinstance(item, tree.FnDecl):
                declared[item.name] = None
            elif isinstance(item, tree.TypeDecl):
                declared[item.name] = None
        self._mangle(self.prefix(path), declarations, declared, imported)
        self.loading.pop()
        self.loaded[path] = None
        return _without_repeated(std_imports, children) + children + declarations

    def _mangle(self, prefix, declarations, declared, imported):
        mangler = Mangler(prefix, declared, imported)
        for item in declarations:
            if isinstance(item, tree.FnDecl):
                mangler.fn_decl(item)
            elif isinstance(item, tree.TypeDecl):
                mangler.type_decl(item)

    def _check_chain(self, target, item, path, text):
        """Refuse cycles and chains of imports that have no end."""
        message = ''
        if target in self.loading:
            message = 'import cycle: ' + ' -> '.join(self.loading + [target])
        elif len(self.loading) >= MAX_IMPORT_DEPTH:
            message = 'imports nest too deeply (max %d)' % MAX_IMPORT_DEPTH
        if message != '':
            raise _import_error(LoadError(message, ''), path, text, item, message)

    def _target(self, item, importer, text):
        """The canonical path of an imported file, '' for a std module."""
        reference = item.reference
        if _is_local_reference(reference):
            path = files.join(files.directory(importer), reference)
            while path.endswith('/'):
                path = path[:-1]
            if not files.has_extension(path):
                path = path + '.lex'
            if not files.exists(path):
                error = _import_error(
                    LoadError('import "%s" from %s: file not found' % (
                        reference, importer), ''), importer, text, item,
                    'there is no file `%s`'
                    % self.sources.name(files.plain(path)))
                error.diagnosis.help(_similar_file(path, reference))
                raise error
            return _canonical(path, path)
        if packages.is_package_reference(reference):
            try:
                path = packages.resolve(importer, reference)
            except packages.PackageError as failure:
                raise _import_error(
                    LoadError('package import error: ' + failure.detail,
                              failure.detail), importer, text, item, failure.detail)
            return _canonical(path, reference)
        return ''


def _import_error(error, path, text, item, title):
    """``error``, placed at what ``item`` imports."""
    error.locate(path, text, Diagnosis(title, Span(
        path, item.reference_offset, item.reference_end)))
    return error


def _similar_file(path, reference):
    """A question about a file in the folder of ``path`` that was probably meant, or what
    is there."""
    stem = files.stem(path)
    found = []
    for name in files.entries(files.directory(path)):
        if name.endswith('.lex'):
            found.append(files.stem('/' + name))
    meant = names.guess(stem, found)
    if meant == '' or not reference.endswith(stem):
        if len(found) == 0:
            return 'a path is relative to the file that imports; no `.lex` file is there'
        return 'a path is relative to the file that imports; there are %s' % (
            names.listed(['`%s.lex`' % name for name in names.in_order(found)]))
    end = len(reference) - len(stem)
    assert end >= 0
    return names.did_you_mean(reference[:end] + meant)


def _without_repeated(std_imports, children):
    """The imports that no child has contributed already."""
    seen = {}
    for item in children:
        if isinstance(item, tree.Import):
            seen[item.key()] = None
    kept = []
    for item in std_imports:
        if item.key() not in seen:
            kept.append(item)
    return kept
